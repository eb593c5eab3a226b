"""Names that are asked for by some of their words, finished or not, with typos where nothing is spelt so."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from iraqreader.search.postings import Postings
from iraqreader.search.words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Names:
    """Names by number, in the order in which they came."""

    def __init__(self, names: Iterable[str]) -> None:
        self._postings = Postings(((word.folded for word in read_words(name)), ()) for name in names)

    def having(self, typed: str) -> set[int]:
        """The names that have every typed word, of which there is at least one."""
        return set.intersection(*(self._having(word.folded) for word in read_words(typed)))

    def _having(self, word: str) -> set[int]:
        return set(chain.from_iterable(map(self._postings.having, self._meant(word))))

    def _meant(self, word: str) -> Sequence[int]:
        """The words that begin as typed; where there is none, those most like it."""
        if begun := self._postings.vocabulary.starting(word):
            return begun
        like = self._postings.vocabulary.like(word, unfinished=True)
        best = max(like.values(), default=0.0)
        return [number for number, likeness in like.items() if likeness == best]
