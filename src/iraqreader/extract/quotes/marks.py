"""Quotation marks: which stretches of a text stand inside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iraqreader.extract.segment import Document

_DOUBLE = re.compile(r"<[a-z][^<>\n]*>|''|‘‘|’’|``|[“”„«»\"]")
"""Tags of embedded posts are read over: their attributes stand in marks too."""
_SINGLE = re.compile(r"(?<!\w)[‘'](?=[^\W\d]|[“\"])|(?<=[\w.,!?…“”\"])[’'](?!\w)")
_OPENING = frozenset(("“", "„", "‘‘", "``", "«", "‘"))
_CLOSING = frozenset(("”", "’’", "»", "’"))
_FAMILY = {"“": "”", "„": "”", "‘‘": "’’", "``": "''", "«": "»", "‘": "’", "'": "’"}
"""Opening mark -> the mark that closes it, where that is another."""
_BEFORE_OPENING = "([{—–―-/‘'“\""
_AFTER_CLOSING = ")]}.,;:!?—–―-/’'”\"…"
_SENTENCE_ENDS = frozenset(".!?…,")
_WORD = re.compile(r"\w")
_CLAUSE_END = re.compile(r"[.,!?…][’']|[’'][.,]")
_SINGLES_NEEDED = 2
"""Quotations in single marks that a text must have to be one that quotes with single marks."""


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

    Double marks are outer marks, but in a text that quotes more often with single ones, as British papers do.
    """
    double = tuple(_find(document, _DOUBLE))
    single = tuple(stretch for stretch in _find(document, _SINGLE) if stretch.closed)
    said = sum(bool(_CLAUSE_END.match(document.text, stretch.inner.end - 1)) for stretch in single)
    return single if said >= _SINGLES_NEEDED and said > len(double) else double


def _find(document: Document, marks: re.Pattern[str]) -> Iterator[Stretch]:
    for paragraph in document.paragraphs:
        found = (mark for mark in marks.finditer(document.text, *paragraph) if mark[0][0] != "<")
        for stretch in _pair(document.text, paragraph, found):
            if _WORD.search(document.text, *stretch.inner):
                yield stretch


def _pair(text: str, paragraph: Span, marks: Iterable[re.Match[str]]) -> Iterator[Stretch]:
    """Pair the marks of one paragraph. A mark left open, or one that closes nothing, costs its own stretch at most."""
    opened: list[re.Match[str]] = []
    nested: list[Stretch] = []
    for mark in marks:
        if _opens(text, paragraph, mark, bool(opened)):
            if _reopens(text, opened, mark):
                yield _cut_short(text, opened.pop(), mark)
                nested.clear()
            _open(opened, mark)
        elif opened:
            stretch = _close(opened, mark)
            _add(nested, stretch)
            if not opened:
                yield stretch
                nested.clear()
    if opened:
        yield from _left_open(paragraph, opened[0], nested)


def _add(nested: list[Stretch], stretch: Stretch) -> None:
    """Add a stretch that closed inside another; it takes the place of those inside it."""
    while nested and stretch.outer.holds(nested[-1].outer):
        nested.pop()
    nested.append(stretch)


def _reopens(text: str, opened: Sequence[re.Match[str]], mark: re.Match[str]) -> bool:
    """Whether a quotation starts anew where the one before it, at the end of a sentence, was never closed."""
    if len(opened) != 1 or opened[0][0] != mark[0]:
        return False
    return text[opened[0].end() : mark.start()].rstrip()[-1:] in _SENTENCE_ENDS


def _cut_short(text: str, first: re.Match[str], mark: re.Match[str]) -> Stretch:
    end = first.end() + len(text[first.end() : mark.start()].rstrip())
    return Stretch(Span(first.end(), end), Span(first.start(), end))


def _open(opened: list[re.Match[str]], mark: re.Match[str]) -> None:
    """A mark inside marks of its own kind does not nest: the one before it was never closed."""
    while opened and opened[-1][0] == mark[0]:
        opened.pop()
    opened.append(mark)


def _close(opened: list[re.Match[str]], mark: re.Match[str]) -> Stretch:
    """Close the innermost mark of the same kind, or the innermost: “We go," mixes them."""
    fitting = (place for place in range(len(opened) - 1, -1, -1) if _family(opened[place]) == _family(mark))
    place = next(fitting, len(opened) - 1)
    first = opened[place]
    del opened[place:]
    return Stretch(Span(first.end(), mark.start()), Span(first.start(), mark.end()))


def _left_open(paragraph: Span, first: re.Match[str], nested: list[Stretch]) -> Iterator[Stretch]:
    """A quotation that goes on in the next paragraph opens this one; elsewhere a mark left open is a stray."""
    if nested and first.start() > paragraph.start:
        yield from nested
    else:
        yield Stretch(Span(first.end(), paragraph.end), Span(first.start(), paragraph.end))


def _family(mark: re.Match[str]) -> str:
    return _FAMILY.get(mark[0], mark[0])


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
