"""A paragraph as a string of letters, one for each word, so that the grammar of news sentences can be read by regexes.

    "We go," Ann Lee, the minister, said Friday.   ->   QNN,Dh,vT.

What stands inside quotation marks is one `Q`; the other letters are told in `iraqreader.extract.quotes.letters`.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.extract.quotes.letters import in_context, letter_of, tokens
from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqreader.extract.quotes.marks import Stretch
    from iraqreader.extract.segment import Document

    _Piece = tuple[int, int, Stretch | None]

REACH = 150
"""Letters: no attribution stands farther from what it gives."""


class Shape(NamedTuple):
    """One paragraph: its letters, and where each word stands in the text, in arrays: a paragraph may be the whole text."""

    text: str
    letters: str
    starts: array[int]
    ends: array[int]
    stretches: dict[int, Stretch]
    """Letter index of each `Q` -> the stretch."""

    def span(self, start: int, end: int) -> Span:
        """Where the words of letters `start` to `end` (excluded) stand."""
        return Span(self.starts[start], self.ends[end - 1])

    def place(self, index: int) -> Span:
        """Where the word of one letter stands."""
        return Span(self.starts[index], self.ends[index])

    def word(self, index: int) -> str:
        """The word of one letter, in small letters."""
        return self.text[self.starts[index] : self.ends[index]].lower()

    def sentence(self, index: int) -> tuple[int, int]:
        """The letters of the sentence that holds letter `index`: start, and end without the full stop.

        A sentence without end is cut at REACH letters on both sides, so that what is read for each word stays bounded.
        """
        first, last = max(0, index - REACH), min(len(self.letters), index + REACH)
        begin, end = self.letters.rfind(".", first, index), self.letters.find(".", index, last)
        return first if begin < 0 else begin + 1, last if end < 0 else end


def find_shapes(document: Document, stretches: Sequence[Stretch]) -> Iterator[Shape]:
    """The shape of each paragraph, in text order."""
    starts = [stretch.outer.start for stretch in stretches]
    sentence_starts = [sentence.start for sentence in document.sentences]
    for paragraph in document.paragraphs:
        inside = stretches[bisect_left(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
        ends = sentence_starts[
            bisect_right(sentence_starts, paragraph.start) : bisect_left(sentence_starts, paragraph.end)
        ]
        yield _shape(document.text, paragraph, inside, ends)


def _shape(text: str, paragraph: Span, stretches: Sequence[Stretch], sentence_starts: Sequence[int]) -> Shape:
    letters: list[str] = []
    starts, ends = array("I"), array("I")
    quoted: dict[int, Stretch] = {}
    for start, end, stretch in _pieces(text, paragraph, stretches, sentence_starts):
        if stretch:
            quoted[len(letters)] = stretch
        letters.append("Q" if stretch else letter_of(text[start:end]))
        starts.append(start)
        ends.append(end)
    return Shape(text, in_context("".join(letters)), starts, ends, quoted)


def _pieces(
    text: str, paragraph: Span, stretches: Sequence[Stretch], sentence_starts: Sequence[int]
) -> Iterator[_Piece]:
    """Words, stretches and ends of sentences (empty ones) in text order."""
    starts = iter([*sentence_starts, paragraph.end + 1])
    next_start = next(starts)
    for start, end, stretch in _words(text, paragraph, stretches):
        if start >= next_start:
            yield next_start, next_start, None
        while next_start <= start or (stretch and next_start < end):
            next_start = next(starts)
        yield start, end, stretch
    yield paragraph.end, paragraph.end, None


def _words(text: str, paragraph: Span, stretches: Sequence[Stretch]) -> Iterator[_Piece]:
    position, find = paragraph.start, tokens().finditer
    for stretch in stretches:
        for token in find(text, position, stretch.outer.start):
            yield token.start(), token.end(), None
        yield *stretch.outer, stretch
        position = stretch.outer.end
    for token in find(text, position, paragraph.end):
        yield token.start(), token.end(), None
