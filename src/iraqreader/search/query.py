"""What a query asks for: its words as they were meant, and what each of them weighs."""

from __future__ import annotations

from itertools import islice, pairwise
from math import log
from typing import TYPE_CHECKING

from iraqreader.search.rank import Term
from iraqreader.search.words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqreader.search.postings import Postings

MOST_TERMS = 24
"""Words of a query that are looked at: more come from pasting, and the first have long told the quotes apart."""

_SHORTEST_PART = 2
"""Letters that each half of two words written as one has at least."""

_LONGEST_GLUED = 60
"""Letters of the longest word that is tried as two: it takes as many tries as it has letters."""

_MIDDLING = 20
"""Quotes that a word is taken to be in which none has: a wrong word must not outweigh the right ones beside it."""


def read_query(query: str, postings: Postings) -> list[Term]:
    """The terms of a query, in order. The last word is unfinished where nothing stands behind it."""
    read = list(islice(read_words(query), MOST_TERMS))
    joined = _join([word.folded for word in read], postings)
    words = [part for word in joined for part in _split(word, postings)]
    unfinished = len(words) - 1 if read and read[-1].span.end == len(query) else None
    return [_weigh(word, postings, unfinished=index == unfinished) for index, word in enumerate(words)]


def _join(words: Sequence[str], postings: Postings) -> Iterator[str]:
    """The words, two as one where some quote has that and none has them side by side: "opera tions"."""
    rest = iter(pairwise((*words, "")))
    for word, after in rest:
        whole = postings.vocabulary.number(word + after) if after else None
        if whole is not None and not postings.side_by_side(word, after):
            yield word + after
            next(rest, None)
        else:
            yield word


def _split(word: str, postings: Postings) -> Sequence[str]:
    """A word that no quote has or nearly has as the two that some quote has side by side: "directaction"."""
    if len(word) <= _LONGEST_GLUED and not postings.vocabulary.knows(word):
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            if postings.side_by_side(word[:cut], word[cut:]):
                return word[:cut], word[cut:]
    return (word,)


def _weigh(word: str, postings: Postings, *, unfinished: bool) -> Term:
    """A word weighs the more the fewer quotes have what it most likely means."""
    like = postings.vocabulary.like(word, unfinished=unfinished)
    best = max(like.values(), default=0.0)
    quotes = sum(len(postings.having(number)) for number, likeness in like.items() if likeness == best)
    return Term(word, like, log(1 + len(postings) / (quotes or _MIDDLING)))
