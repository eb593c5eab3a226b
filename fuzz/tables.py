"""Rows of CSV and JSON Lines; the first byte says which."""

from __future__ import annotations

from io import BufferedReader, BytesIO

from fuzz.files import check_file
from iraqreader.intake import UnreadableError
from iraqreader.intake.rows import Row, read_rows

_SUFFIXES = (".csv", ".jsonl")


def try_bytes(data: bytes) -> None:
    """Every row is a text, or it is said why not; and so is the whole file."""
    suffix, content = _SUFFIXES[sum(data[:1]) % 2], data[1:]
    try:
        rows = list[Row](read_rows(BufferedReader(BytesIO(content)), suffix))
    except UnreadableError:
        rows = []
    assert [row.number for row in rows] == list(range(1, len(rows) + 1)), "rows are not counted"
    assert all((row.text is None or row.text) or row.reason for row in rows), "nobody is told why"
    check_file(f"rows{suffix}", content)
