"""The letters of a text that a query matched, as spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from iraqreader.model import Span
from iraqreader.search.words import fold_offsets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqreader.search.words import Word


def find_marks(matched: Iterable[tuple[str, Word]], whole: Iterable[Span], text: str) -> tuple[Span, ...]:
    """The letters that each typed word shares with the word of the text that it matched, and whole stretches, in text order."""
    letters = {letter for typed, word in matched for letter in _shared_letters(typed, word, text)}
    letters.update(letter for stretch in whole for letter in range(*stretch))
    return tuple(_stretches(sorted(letters)))


def _shared_letters(typed: str, word: Word, text: str) -> Iterator[int]:
    offsets = fold_offsets(word.span.of(text))
    for same in Indel.opcodes(typed, word.folded):
        if same.tag == "equal":
            first, last = offsets[same.dest_start], offsets[same.dest_end - 1]
            yield from range(word.span.start + first, word.span.start + last + 1)


def _stretches(letters: Iterable[int]) -> Iterator[Span]:
    """Letters that stand side by side as one span."""
    start = end = -1
    for letter in letters:
        if letter != end:
            if start < end:
                yield Span(start, end)
            start = letter
        end = letter + 1
    if start < end:
        yield Span(start, end)
