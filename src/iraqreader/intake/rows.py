"""Tables of articles: the rows of CSV and of JSON Lines, one by one, however long the file is."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.intake.decoding import LONGEST_LINE, decode_lines
from iraqreader.intake.details import TEXT, compose
from iraqreader.intake.pieces import LARGEST, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

LONGEST_FIELD = 2 * LARGEST
"""Code points of the longest field of a CSV file: a mark that is never closed would take the rest of it."""

_TOO_LONG = f"is longer than {LONGEST_LINE // 1_000_000} MB"

_SEPARATORS = ",;\t|"


class Row(NamedTuple):
    """A row by its number, from 1: its text, or why there is none."""

    number: int
    text: str | None
    reason: str = ""


def read_rows(stream: BufferedReader, suffix: str) -> Iterator[Row]:
    """The rows of a file of that ending. Raises UnreadableError."""
    lines = decode_lines(stream)
    return _read_csv(_all_held(lines)) if suffix == ".csv" else _read_json(lines)


def _all_held(lines: Iterator[str | None]) -> Iterator[str]:
    """The lines, up to one that is too long to be held: where the row after it begins, nobody knows."""
    for line in lines:
        if line is None:
            raise UnreadableError(f"is not read to its end (a line {_TOO_LONG})")
        yield line


def _read_csv(lines: Iterator[str]) -> Iterator[Row]:
    csv.field_size_limit(LONGEST_FIELD)
    try:
        yield from _csv_rows(lines)
    except csv.Error as error:
        raise UnreadableError(f"is not read to its end ({error})") from error


def _csv_rows(lines: Iterator[str]) -> Iterator[Row]:
    head = next(lines, "")
    separator = next((sign for sign in _SEPARATORS if _has_text(_cells(head, sign))), None)
    if separator is None:
        raise UnreadableError(f"has no column {', '.join(TEXT[:-1])} or {TEXT[-1]}")
    names = _cells(head, separator)
    for number, cells in enumerate(filter(None, csv.reader(lines, delimiter=separator)), 1):
        text = compose(dict(zip(names, cells, strict=False)))
        yield Row(number, text, "" if text else "has no text")


def _cells(line: str, separator: str) -> list[str]:
    return next(csv.reader([line], delimiter=separator), [])


def _has_text(names: list[str]) -> bool:
    return any(name.strip().lower() in TEXT for name in names)


def _read_json(lines: Iterator[str | None]) -> Iterator[Row]:
    rows = (line for line in lines if line is None or line.strip())
    return (_json_row(number, line) for number, line in enumerate(rows, 1))


def _json_row(number: int, line: str | None) -> Row:
    if line is None:
        return Row(number, None, _TOO_LONG)
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        return Row(number, None, "is no JSON")
    text = compose(values) if isinstance(values, dict) else None
    return Row(number, text, "" if text else f"has no {', '.join(TEXT[:-1])} or {TEXT[-1]}")
