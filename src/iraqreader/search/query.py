"""What a query asks for: its words as they were meant, and what each of them weighs."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby, islice, pairwise
from math import log
from typing import TYPE_CHECKING

from iraqreader.search.rank import Term
from iraqreader.search.tables import SHORT, Field
from iraqreader.search.words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyroaring import BitMap

    from iraqreader.search.postings import Postings

MOST_TERMS = 24
"""Words of a query that are looked at: more come from pasting, and the first have long told the quotes apart."""

REMEMBERED = 64
"""Words that need not be looked up again, since a query is typed letter by letter."""

_SHORTEST_PART = 2
"""Letters that each half of two words written as one has at least."""

_LONGEST_GLUED = 60
"""Letters of the longest word that is tried as two: it takes as many tries as it has letters."""

_MIDDLING = 20
"""Quotes that a word is taken to be in which none has: a wrong word must not outweigh the right ones beside it."""


class Reader:
    """Reads queries about some quotes."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        self._vocabulary = postings.vocabulary()
        self._term = lru_cache(maxsize=REMEMBERED)(self._weigh)
        self._parts = lru_cache(maxsize=REMEMBERED)(self._split)

    def read(self, query: str) -> list[Term]:
        """The terms of a query, in order. The last word is unfinished where nothing stands behind it."""
        read = list(islice(read_words(query), MOST_TERMS))
        joined = self._join([word.folded for word in read])
        words = [part for word in joined for part in self._parts(word)]
        unfinished = len(words) - 1 if read and read[-1].span.end == len(query) else None
        return [self._term(word, unfinished=index == unfinished) for index, word in enumerate(words)]

    def _join(self, words: Sequence[str]) -> Iterator[str]:
        """The words, two as one where some quote has that and none has them side by side: "opera tions"."""
        rest = iter(pairwise((*words, "")))
        for word, after in rest:
            whole = self._vocabulary.number(word + after) if after else None
            if whole is not None and not self._postings.side_by_side(word, after):
                yield word + after
                next(rest, None)
            else:
                yield word

    def _split(self, word: str) -> Sequence[str]:
        """A word that no quote has or nearly has as the two that some quote has side by side: "directaction"."""
        if len(word) <= _LONGEST_GLUED and not self._vocabulary.knows(word):
            for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
                if self._postings.side_by_side(word[:cut], word[cut:]):
                    return word[:cut], word[cut:]
        return (word,)

    def _weigh(self, word: str, *, unfinished: bool) -> Term:
        """A word weighs the more the fewer quotes have what it most likely means."""
        like = self._vocabulary.like(word, unfinished=unfinished)
        having = tuple(self._having(word, like))
        quotes = len(having[0][1]) if having else 0
        return Term(word, like, log(1 + len(self._postings.present) / (quotes or _MIDDLING)), having)

    def _having(self, word: str, like: dict[int, float]) -> Iterator[tuple[float, BitMap]]:
        """For each likeness, from the highest, the quotes that have a word so like, and none that is liker."""
        before = None
        by_likeness = sorted(like, key=lambda number: -like[number])
        for likeness, numbers in groupby(by_likeness, key=lambda number: like[number]):
            short = likeness < 1 and len(word) <= SHORT  # all that are like it begin with it
            having = self._postings.having_word(Field.START, word) if short else self._postings.having(numbers)
            yield likeness, having if before is None else having - before
            before = having if before is None else before | having
