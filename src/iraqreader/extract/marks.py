"""Quotation marks: which stretches of a text stand inside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqreader.extract.segment import Document

_DOUBLE = re.compile(r"<[a-z][^<>\n]*>|''|‘‘|’’|``|[“”„«»\"]")
"""Tags of embedded posts are read over: their attributes stand in marks too."""
_SINGLE = re.compile(r"(?<!\w)[‘'](?=[\w“\"])|(?<=[\w.,!?…“”\"])[’'](?!\w)")
_OPENING = frozenset(("“", "„", "‘‘", "``", "«", "‘"))
_CLOSING = frozenset(("”", "’’", "»", "’"))
_BEFORE_OPENING = "([{—–―-/‘'“\""
_AFTER_CLOSING = ")]}.,;:!?—–―-/’'”\"…"
_WORD = re.compile(r"\w")
_SINGLES_NEEDED = 2
"""Outer quotations in single marks that a text must have to be one that quotes with single marks."""


class Stretch(NamedTuple):
    """Text inside outermost marks. `inner` leaves the marks out, `outer` holds them."""

    inner: Span
    outer: Span

    @property
    def closed(self) -> bool:
        """Whether it ends with a mark, and not with its paragraph."""
        return self.inner.end < self.outer.end


def find_stretches(document: Document) -> tuple[Stretch, ...]:
    """Every stretch inside outermost quotation marks, in text order; none runs over the end of its paragraph.

    Double marks are outer marks, in a text that has them. A text without quotes in single ones.
    """
    double = tuple(_find(document, _DOUBLE))
    if double:
        return double
    single = tuple(stretch for stretch in _find(document, _SINGLE) if stretch.closed)
    return single if len(single) >= _SINGLES_NEEDED else ()


def _find(document: Document, marks: re.Pattern[str]) -> Iterator[Stretch]:
    for paragraph in document.paragraphs:
        found = marks.finditer(document.text, paragraph.start, paragraph.end)
        for stretch in _pair(document.text, paragraph, found):
            if _WORD.search(document.text, *stretch.inner):
                yield stretch


def _pair(text: str, paragraph: Span, marks: Iterable[re.Match[str]]) -> Iterator[Stretch]:
    """Pair the marks of one paragraph: one that opens inside an open stretch, or closes none, is a stray."""
    opened: re.Match[str] | None = None
    for mark in marks:
        if mark[0][0] == "<":
            continue
        opens = _opens(text, paragraph, mark, opened is not None)
        if opens and opened is None:
            opened = mark
        elif opened is not None and not opens:
            yield Stretch(Span(opened.end(), mark.start()), Span(opened.start(), mark.end()))
            opened = None
    if opened is not None:
        yield Stretch(Span(opened.end(), paragraph.end), Span(opened.start(), paragraph.end))


def _opens(text: str, paragraph: Span, mark: re.Match[str], inside: bool) -> bool:
    """White space around a mark decides whether it opens; its shape only where that does not.

    "he said.” “We go" has the white space on the right sides; `said,"We go` has none, and what is open decides.
    """
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    may_open = before.isspace() or before in _BEFORE_OPENING
    may_close = after.isspace() or after in _AFTER_CLOSING
    if may_open != may_close:
        return may_open
    if mark[0] in _OPENING or mark[0] in _CLOSING:
        return mark[0] in _OPENING
    return not inside
