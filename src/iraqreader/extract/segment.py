"""Paragraphs and sentences of a text, as spans.

A paragraph is a line; in a text whose lines were broken to a fixed width, it is a run of lines broken that way.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, tee, zip_longest
from typing import TYPE_CHECKING

from iraqreader.lexicon import load_words
from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

WIDEST = 100
"""Columns: lines longer than this were not broken by hand or by a mailer."""

_LINE = re.compile(r"[^\s][^\n]*(?<=\S)")
_FIRST_WORD = re.compile(r"\S+")
_CLOSERS = r"\"”’'“)\]"
_STOP = re.compile(rf"[.!?…][{_CLOSERS}]*\s+(?=[\"“‘'`(\[—–-]*\s?[^\W_a-z]|[@#])")
_LAST_WORD = re.compile(r"[\w.]+$")
_NEXT_WORD = re.compile(r"\w+")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_PIECE = re.compile(r"(?s).{50000}\S*|.+")
_LOOK_BACK = 24
"""Code points looked at for the word before a full stop: no abbreviation is longer."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its paragraphs and sentences, in text order, none of them empty or padded with white space."""

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds the code point at `offset`."""
        index = bisect_right(self.sentences, offset, key=lambda span: span.start) - 1
        return self.sentences[index] if index >= 0 and offset < self.sentences[index].end else None

    def begins_sentence(self, offset: int) -> bool:
        """Whether a sentence begins at `offset`."""
        index = bisect_left(self.sentences, (offset,))  # before every span from there
        return index < len(self.sentences) and self.sentences[index].start == offset

    def without(self, spans: Iterable[Span]) -> Document:
        """The same text, less every paragraph and sentence that touches one of `spans`."""
        cut = _merged(spans)
        return replace(
            self,
            paragraphs=tuple(span for span in self.paragraphs if not _touched(span, cut)),
            sentences=tuple(span for span in self.sentences if not _touched(span, cut)),
        )


def segment(text: str) -> Document:
    """Cut a text into paragraphs and these into sentences."""
    paragraphs = tuple(_paragraphs(text))
    sentences = tuple(sentence for paragraph in paragraphs for sentence in find_sentences(text, paragraph))
    return Document(text, paragraphs, sentences)


def find_sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph, or of any stretch of text."""
    start = paragraph.start
    for gap in _STOP.finditer(text, paragraph.start, paragraph.end):
        if _ends_sentence(text, start, gap):
            yield Span(start, gap.start() + len(gap[0].rstrip()))
            start = gap.end()
    yield Span(start, paragraph.end) if start > paragraph.start else paragraph


def in_pieces(text: str) -> Iterator[str]:
    """A text in pieces that end with a word: what works on all of a long one at once takes many times its size."""
    return (piece[0] for piece in _PIECE.finditer(text))


def in_small_letters(text: str) -> str:
    """The text in small letters, one for one, so that offsets hold."""
    return "".join(piece.replace("İ", "I").lower() for piece in in_pieces(text))


def _ends_sentence(text: str, start: int, gap: re.Match[str]) -> bool:
    """Whether the mark at `gap` ends a sentence: every mark does, but the full stop of an abbreviation."""
    last = _LAST_WORD.search(text[max(start, gap.start() - _LOOK_BACK) : gap.start()])
    following = _NEXT_WORD.search(text, gap.end())
    if text[gap.start()] != "." or last is None or following is None:
        return True
    word, words = last[0], _abbreviations()
    if word in words["before_name"]:
        return False
    if word in words["before_number"]:
        return not following[0].isdigit()
    if word in words["either"] or _INITIALS.fullmatch(word):
        return following[0] in words["openers"]
    return True


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    return {label: frozenset(words) for label, words in load_words("abbreviations").items()}


def _paragraphs(text: str) -> Iterator[Span]:
    width = _wrapped_at(text)
    lines, following = tee(_lines(text))
    next(following, None)
    begin: int | None = None
    for line, later in zip_longest(lines, following):
        begin = line.start if begin is None else begin
        if later is None or not (width and _broken_to_fit(text, line, later, width)):
            yield Span(begin, line.end)
            begin = None


def _lines(text: str) -> Iterator[Span]:
    """The lines that are not blank, less the white space around them; found anew each time, for there may be millions."""
    return (Span(*line.span()) for line in _LINE.finditer(text))


def _wrapped_at(text: str) -> int | None:
    r"""The width that a hard-wrapped text was broken to; None where lines are paragraphs.

    "The Iraqi government did not ask\nfor ground troops, a spokesman\nsaid": most breaks stand where the next word
    would not have fitted, and some stand inside a sentence.
    """
    width = max((line.end - line.start for line in _lines(text)), default=0)
    if width > WIDEST:
        return None
    breaks = fitted = inside = 0
    for line, later in pairwise(_lines(text)):
        breaks += _adjacent(text, line, later)
        if _broken_to_fit(text, line, later, width):
            fitted += 1
            inside += text[later.start].islower()
    return width if breaks > 1 and inside and 2 * fitted > breaks else None


def _broken_to_fit(text: str, line: Span, later: Span, width: int) -> bool:
    """Whether the first word of `later` would have made `line` wider than `width`."""
    word = _FIRST_WORD.match(text, later.start)
    return bool(word and _adjacent(text, line, later) and line.end - line.start + 1 + len(word[0]) > width)


def _adjacent(text: str, line: Span, later: Span) -> bool:
    return text.count("\n", line.end, later.start) == 1


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The same stretches in text order, none of them overlapping another."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _touched(span: Span, cut: Sequence[Span]) -> bool:
    index = bisect_left(cut, span.end, key=lambda other: other.start) - 1
    return index >= 0 and span.overlaps(cut[index])
