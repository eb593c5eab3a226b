"""Text to lines on a screen, without a screen: where each line starts and ends, and where each letter stands.

A page never changes the text that it lays out. Every code point belongs to exactly one line (a newline to the line it
ends), so that any span of the text can be found on the page, and any line in the text. Widths are terminal cells.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import split_graphemes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iraqreader.model import Span

TAB = 4
"""Cells that a tab takes: as many wherever it stands, so that a line's width does not depend on where it broke."""

_PLAIN = re.compile(r"[ -~\xa0-\xac\xae-\u02ff‐-‧]*")
"""Letters of one cell each that combine with nothing: nearly every line of news, and then cells are code points."""


def is_plain(text: str) -> bool:
    """Whether each letter takes one cell by itself."""
    return _PLAIN.fullmatch(text) is not None


class Line(NamedTuple):
    """One line of a page: `text[start:end]`, or `sign` in its place where that is folded. Empty where air is added."""

    start: int
    end: int
    sign: str | None = None


class Fold(NamedTuple):
    """A stretch that is shown as one line that says what it is."""

    span: Span
    sign: str


@dataclass(frozen=True)
class Page:
    """A printable text, laid out."""

    text: str
    lines: tuple[Line, ...]
    _starts: tuple[int, ...] = field(repr=False)

    def line_at(self, offset: int) -> int:
        """Index of the line that shows the code point at `offset`; the nearest one beyond the text's ends."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def lines_of(self, span: Span) -> range:
        """Indices of the lines that show at least one letter of a span."""
        return range(self.line_at(span.start), self.line_at(max(span.start, span.end - 1)) + 1)

    def columns(self, index: int) -> Sequence[int]:
        """Cells before each code point of a line, and after its last. A letter's parts stand where it begins."""
        line = self.lines[index]
        return columns(self.text[line.start : line.end])


def lay_out(text: str, width: int, folds: Iterable[Fold] = ()) -> Page:
    """Wrap a printable text at `width` cells, at white space where there is any.

    Paragraphs that follow each other without an empty line get one, so that they can be told apart.
    """
    lines = tuple(_spaced(text, _folded(text, _wrapped(text, max(2, width)), list(folds))))
    return Page(text, lines, tuple(line.start for line in lines))


def columns(text: str) -> Sequence[int]:
    """Cells before each code point, and after the last."""
    if is_plain(text):
        return range(len(text) + 1)
    cells = [0]
    for start, end, width in _graphemes(text):
        cells += [cells[-1]] * (end - start - 1) + [cells[-1] + width]
    return cells


def _graphemes(text: str) -> Iterator[tuple[int, int, int]]:
    """Letters with what combines with them: start, end, cells."""
    base = 0
    for piece in re.split("(\t)", text):
        if piece == "\t":
            yield base, base + 1, TAB
        elif piece:
            yield from ((base + start, base + end, width) for start, end, width in split_graphemes(piece)[0])
        base += len(piece)


def _wrapped(text: str, width: int) -> Iterator[Line]:
    start = 0
    while start <= len(text):
        newline = text.find("\n", start)
        end = len(text) if newline < 0 else newline
        yield from _wrap_paragraph(text, start, end, width)
        start = end + 1


def _wrap_paragraph(text: str, start: int, end: int, width: int) -> Iterator[Line]:
    if _PLAIN.fullmatch(text, start, end):
        yield from _wrap_plain(text, start, end, width)
    else:
        yield from _wrap_letters(text, start, end, width)


def _wrap_plain(text: str, start: int, end: int, width: int) -> Iterator[Line]:
    while end - start > width:
        space = text.rfind(" ", start, start + width + 1)
        stop = space + 1 if space >= start else start + width
        while stop < end and text[stop] == " ":  # white space hangs beyond the measure, and starts no line
            stop += 1
        yield Line(start, stop)
        start = stop
        if start == end:
            return
    yield Line(start, end)


def _wrap_letters(text: str, start: int, end: int, width: int) -> Iterator[Line]:
    """The same for letters that are wide, combine, or both."""
    line, used, gap = start, 0, None  # gap: where the line could end, and the cells up to there
    for first, last, cells in _graphemes(text[start:end]):
        space = text[start + first : start + last] in (" ", "\t")  # an accent on a space makes a letter of it
        while used + cells > width and not space and start + first > line:
            stop, before = gap or (start + first, used)
            yield Line(line, stop)
            line, used, gap = stop, used - before, None
        used += cells
        if space:
            gap = (start + last, used)
    yield Line(line, end)


def _folded(text: str, lines: Iterable[Line], folds: Sequence[Fold]) -> Iterator[Line]:
    """Lines of folded stretches give way to one line each; so do empty lines between two folded ones."""
    pending: Line | None = None
    for line in lines:
        fold = _fold_over(text, line, folds)
        if pending and (fold or not text[line.start : line.end].strip()):
            sign = pending.sign if fold is None or fold.sign == pending.sign else f"{pending.sign}, {fold.sign}"
            pending = Line(pending.start, line.end, sign)
        elif fold:
            pending = Line(line.start, line.end, fold.sign)
        else:
            yield from _closed(text, pending)
            pending = None
            yield line
    yield from _closed(text, pending)


def _closed(text: str, pending: Line | None) -> Iterator[Line]:
    """A folded stretch, and the empty line after it that the fold took in."""
    if pending:
        yield pending
        if text[pending.start : pending.end].endswith("\n"):
            yield Line(pending.end, pending.end)


def _fold_over(text: str, line: Line, folds: Sequence[Fold]) -> Fold | None:
    words = text[line.start : line.end]
    start = line.start + len(words) - len(words.lstrip())
    end = line.start + len(words.rstrip())
    index = bisect_right(folds, start, key=lambda fold: fold.span.start) - 1
    return folds[index] if index >= 0 and start < end <= folds[index].span.end else None


def _spaced(text: str, lines: Iterable[Line]) -> Iterator[Line]:
    before: Line | None = None
    for line in lines:
        begins = line.start > 0 and text[line.start - 1] == "\n"
        if before and begins and _has_words(text, before) and _has_words(text, line):
            yield Line(line.start, line.start)
        yield line
        before = line


def _has_words(text: str, line: Line) -> bool:
    return bool(line.sign) or (not text[line.start : line.end].isspace() and line.start < line.end)
