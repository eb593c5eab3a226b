"""Paragraphs and sentences of a text, as spans."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINE = re.compile(r"[^\s][^\n]*(?<=\S)")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its paragraphs and sentences, in text order, none of them empty or padded with white space."""

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]

    def paragraph_at(self, offset: int) -> Span | None:
        """The paragraph that holds the code point at `offset`."""
        return _holding(self.paragraphs, offset)

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds the code point at `offset`."""
        return _holding(self.sentences, offset)

    def without(self, spans: Iterable[Span]) -> Document:
        """The same text, less every paragraph and sentence that touches one of `spans`."""
        cut = tuple(spans)
        return replace(
            self,
            paragraphs=tuple(span for span in self.paragraphs if not any(span.overlaps(other) for other in cut)),
            sentences=tuple(span for span in self.sentences if not any(span.overlaps(other) for other in cut)),
        )


def segment(text: str) -> Document:
    """Cut a text into paragraphs and these into sentences."""
    paragraphs = tuple(Span(*line.span()) for line in _LINE.finditer(text))
    sentences = tuple(sentence for paragraph in paragraphs for sentence in _sentences(text, paragraph))
    return Document(text, paragraphs, sentences)


def _sentences(text: str, paragraph: Span) -> Iterable[Span]:
    start = paragraph.start
    for gap in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        end = gap.start() + len(gap[0].rstrip())
        yield Span(start, end)
        start = gap.end()
    yield Span(start, paragraph.end)


def _holding(spans: tuple[Span, ...], offset: int) -> Span | None:
    index = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[index] if index >= 0 and offset < spans[index].end else None
