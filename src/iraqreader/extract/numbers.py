"""Numbers as news prints them: in digits ("5,200", "5000", "4.5 thousand") and in words ("twenty-five hundred")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: value for value, word in enumerate(_UNITS)} | {word: 20 + 10 * i for i, word in enumerate(_TENS)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "k": 1_000}
_COUNT_WORDS = "|".join(sorted(_SMALL, key=len, reverse=True))

_NOT_BEFORE = r"(?:(?<![\w.,$€£#/:’'-])|(?<=\d-))"  # a range may hang on a hyphen: 2,500-3,000
_DIGITS = _NOT_BEFORE + r"\d{1,9}(?:,\d{3}){0,2}(?:\.\d{1,3})?(?![\w%]|,\d|\.\d)(?:[ \u00a0-](?:thousand|million)\b)?"
_KILO = _NOT_BEFORE + r"\d{1,3}(?:\.\d)?k\b"
_WORD = rf"(?:{_COUNT_WORDS}|hundred|thousand|million)\b"
_WORDS = rf"(?<![\w$-])(?:an? )?{_WORD}(?:(?:[ -]|(?<=hundred) and ){_WORD})*"
_HALF = r"(?<![\w$-])half a (?:million|thousand)\b"
_NUMBER = re.compile(f"{_HALF}|{_KILO}|{_DIGITS}|{_WORDS}", re.IGNORECASE)
_PIECE = re.compile(r"[\d,.]+|[a-z]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number and the words that say it."""

    span: Span
    value: int


def has_number(text: str, start: int, end: int) -> bool:
    """Whether words for a number stand between two offsets."""
    return _NUMBER.search(text, start, end) is not None


def find_numbers(text: str, start: int, end: int) -> Iterator[Number]:
    """Every whole number between two offsets, in text order; sums of money, ordinals, times and shares are passed by."""
    for match in _NUMBER.finditer(text, start, end):
        value = parse_number(match[0])
        if value is not None:
            yield Number(Span(*match.span()), value)


def parse_number(words: str) -> int | None:
    """The value of a number in digits or words, or None where the words say no whole number ("hundred", "2.5")."""
    pieces = [piece for piece in _PIECE.findall(words.casefold()) if piece != "and"]
    if pieces and pieces[0] in ("hundred", "thousand", "million"):
        return None  # "a few hundred": the number is not stated
    total = _sum(pieces)
    return None if total is None or total != int(total) else int(total)


def _sum(pieces: list[str]) -> float | None:
    if pieces[:2] == ["half", "a"]:
        return _SCALES[pieces[2]] / 2
    total, group = 0.0, 0.0
    for piece in pieces:
        if piece in _SCALES:
            scale = _SCALES[piece]
            group = (group or 1) * scale
            if scale > 100:
                total, group = total + group, 0.0
        elif piece in ("a", "an"):
            group += 1
        elif (value := _small(piece)) is not None:
            group += value
        else:
            return None
    return total + group


def _small(piece: str) -> float | None:
    if piece in _SMALL:
        return float(_SMALL[piece])
    digits = piece.replace(",", "")
    return float(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else None
