"""The shortest way, in control sequences, to have cells painted: what is worn already is not put on again."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from rich.style import Style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.color import ColorSystem

BLANKS = 8
"""Blank cells in a row from which on it is shorter to have them erased than to send them."""

_GAPS = re.compile(f"( {{{BLANKS},}})")

_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "6": "25", "7": "27", "8": "28", "9": "29", "21": "24"}
"""Codes that take off what another puts on; colours have 39 and 49."""

_SEEN_ON_BLANKS = frozenset(("4", "7", "9", "21", "48"))
"""What shows on a cell without a letter: lines, reverse video (then the colour of letters too), the colour behind."""

Cell = tuple[str, Style]
"""What one cell shows; the second cell of a wide letter is empty."""

Worn = tuple[tuple[str, str], ...]
"""What a style puts on: kinds (`38` and `48` for the colours, else the code) and codes, in order."""


class Brush:
    """Writes cells one after the other. `erases` says whether what is erased takes the colour behind letters on."""

    def __init__(self, colours: ColorSystem | None, *, erases: bool) -> None:
        self._colours, self._erases = colours, erases
        self._worn: Worn | None = None

    def paint(self, y: int, x: int, cells: Sequence[Cell], width: int) -> str:
        """The sequences for cells from a place on, in a line of so many cells."""
        parts, pieces = [f"\x1b[{y + 1};{x + 1}H"], list(self._pieces(cells))
        for number, (text, worn) in enumerate(pieces, 1):
            to_the_end = number == len(pieces) and x + len(cells) == width
            parts += [self._dress(text, worn), self._letters(text, to_the_end=to_the_end)]
        return "".join(parts)

    def _pieces(self, cells: Sequence[Cell]) -> Iterator[tuple[str, Worn]]:
        """Words of one style, or blanks that it may pay to erase."""
        for style, run in groupby(cells, itemgetter(1)):
            worn = worn_by(style, self._colours)
            yield from ((text, worn) for text in _GAPS.split("".join(letter for letter, _ in run)) if text)

    def clear(self, style: Style) -> str:
        """The sequence that makes every cell of the screen a blank of a style; none where that may not be erased."""
        worn = worn_by(style, self._colours)
        if not may_erase(worn, erases=self._erases):
            return ""
        self._worn = worn
        return f"{turn(None, self._worn)}\x1b[2J"

    def _dress(self, text: str, style: Worn) -> str:
        """What has to be put on or off for words in a style; for blanks, only what shows on them."""
        if self._worn is not None and _blank(text) and _behind(self._worn) == _behind(style):
            return ""
        before, self._worn = self._worn, style
        return turn(before, style)

    def _letters(self, text: str, *, to_the_end: bool) -> str:
        if len(text) < BLANKS or not _blank(text) or not may_erase(self._worn or (), erases=self._erases):
            return text
        return "\x1b[K" if to_the_end else f"\x1b[{len(text)}X\x1b[{len(text)}C"


def may_erase(worn: Worn, *, erases: bool) -> bool:
    """Whether an erased cell looks like a blank in what is worn."""
    seen = _behind(worn)
    return not seen or (erases and all(kind == "48" for kind, _ in seen))


def turn(before: Worn | None, after: Worn) -> str:
    """The sequence that turns what is worn into another; None is anything at all."""
    whole = ";".join(["0", *(code for _, code in after)])
    if before is None:
        return f"\x1b[{whole}m"
    step = ";".join(_step(dict(before), dict(after)))
    return f"\x1b[{min(step, whole, key=len)}m" if step else ""


def _step(before: dict[str, str], after: dict[str, str]) -> Iterator[str]:
    gone = {_off(kind) for kind in before if kind not in after}
    yield from sorted(gone)
    for kind, code in after.items():
        if before.get(kind) != code or _off(kind) in gone:
            yield code


def _blank(text: str) -> bool:
    return not text.strip(" ")


def _off(kind: str) -> str:
    return {"38": "39", "48": "49"}.get(kind) or _OFF.get(kind, "0")


def _behind(worn: Worn) -> Worn:
    seen = _SEEN_ON_BLANKS | {"38"} if any(kind == "7" for kind, _ in worn) else _SEEN_ON_BLANKS
    return tuple(item for item in worn if item[0] in seen)


@lru_cache(4096)
def bare(style: Style) -> Style:
    """What shows of a style on a blank."""
    return Style(
        color=style.color if style.reverse else None,
        bgcolor=style.bgcolor,
        reverse=style.reverse,
        underline=style.underline,
        underline2=style.underline2,
        strike=style.strike,
    )


@lru_cache(4096)
def worn_by(style: Style, colours: ColorSystem | None) -> Worn:
    """What a style puts on."""
    codes = style.render("\0", color_system=colours).partition("\0")[0].removeprefix("\x1b[").removesuffix("m")
    return tuple(_kinds(iter(codes.split(";")))) if codes else ()


def _kinds(codes: Iterator[str]) -> Iterator[tuple[str, str]]:
    for code in codes:
        if code in ("38", "48"):
            kind = next(codes)
            yield code, ";".join([code, kind, *(next(codes) for _ in range(1 if kind == "5" else 3))])
        elif code not in ("39", "49"):  # the terminal's own colours are worn where nothing is put on
            yield _kind(int(code)), code


def _kind(code: int) -> str:
    if 30 <= code <= 37 or 90 <= code <= 97:
        return "38"
    return "48" if 40 <= code <= 47 or 100 <= code <= 107 else str(code)
