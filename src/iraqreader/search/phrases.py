"""Words that must stand just so: spelt alike and side by side, whatever their case, accents and the shape of marks."""

from __future__ import annotations

from collections import deque
from itertools import repeat
from typing import TYPE_CHECKING

from iraqreader.model import Span
from iraqreader.search.words import Word, read_words, spell

if TYPE_CHECKING:
    from collections.abc import Iterator

_POSSESSIVE = "'s"
"""What may stand behind a word without making it another: "Iraq" stands in "Iraq's", but "were" not in "we're"."""


class Phrase:
    """One word or several. White space, dashes and punctuation between them do not matter."""

    def __init__(self, typed: str) -> None:
        read = list(read_words(typed))
        self.words = tuple(word.folded for word in read)
        self._spelt = tuple(spell(word.span.of(typed)) for word in read)

    def forms(self) -> Iterator[tuple[str, ...]]:
        """Of each word the folded words that it may stand as."""
        return ((word, f"{word}s") for word in self.words)

    def find(self, text: str, within: Span | None = None) -> Iterator[Span]:
        """Each place of the phrase in a text, or in one span of it, in order."""
        side_by_side = deque[Word](maxlen=len(self.words))
        for word in read_words(text, within):
            side_by_side.append(word)
            if len(side_by_side) == len(self.words) and all(map(_is, side_by_side, self._spelt, repeat(text))):
                yield Span(side_by_side[0].span.start, word.span.end)

    def stands_in(self, text: str, within: Span | None = None) -> bool:
        """Whether it has a place there."""
        return any(True for _ in self.find(text, within))


def _is(word: Word, spelt: str, text: str) -> bool:
    return spell(word.span.of(text)) in (spelt, spelt + _POSSESSIVE)
