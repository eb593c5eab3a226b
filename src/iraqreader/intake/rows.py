"""Tables of articles: the rows of CSV and of JSON Lines, one by one, however long the file is."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.intake.decoding import decode_lines
from iraqreader.intake.details import TEXT, compose
from iraqreader.intake.pieces import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

LONGEST_FIELD = 64 << 20
"""Code points of the longest field of a CSV file: a mark that is never closed would take the rest of it."""

_SEPARATORS = ",;\t|"


class Row(NamedTuple):
    """A row by its number, from 1: its text, or why there is none."""

    number: int
    text: str | None
    reason: str = ""


def read_rows(stream: BufferedReader, suffix: str) -> Iterator[Row]:
    """The rows of a file of that ending. Raises UnreadableError."""
    lines = decode_lines(stream)
    return _read_csv(lines) if suffix == ".csv" else _read_json(lines)


def _read_csv(lines: Iterator[str]) -> Iterator[Row]:
    csv.field_size_limit(LONGEST_FIELD)
    head = next(lines, "")
    separator = next((sign for sign in _SEPARATORS if _has_text(_cells(head, sign))), None)
    if separator is None:
        raise UnreadableError(f"has no column {', '.join(TEXT[:-1])} or {TEXT[-1]}")
    names = _cells(head, separator)
    try:
        for number, cells in enumerate(filter(None, csv.reader(lines, delimiter=separator)), 1):
            text = compose(dict(zip(names, cells, strict=False)))
            yield Row(number, text, "" if text else "has no text")
    except csv.Error as error:
        raise UnreadableError(f"is not read to its end ({error})") from error


def _cells(line: str, separator: str) -> list[str]:
    return next(csv.reader([line], delimiter=separator), [])


def _has_text(names: list[str]) -> bool:
    return any(name.strip().lower() in TEXT for name in names)


def _read_json(lines: Iterator[str]) -> Iterator[Row]:
    for number, line in enumerate(filter(str.strip, lines), 1):
        try:
            values = json.loads(line)
        except (ValueError, RecursionError):
            yield Row(number, None, "is no JSON")
            continue
        text = compose(values) if isinstance(values, dict) else None
        yield Row(number, text, "" if text else f"has no {', '.join(TEXT[:-1])} or {TEXT[-1]}")
