"""How well the words of a quote answer a query: how alike, how rare, how near, in what order. Pure functions."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.search.tables import letter_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyroaring import BitMap

NEARNESS = 0.5
"""What two words that stand as in the query add, as a share of what they count for by themselves."""

REACH = 8
"""Places too many between two words at which they no longer have to do with one another."""

_REVERSED = 0.5
"""What nearness is worth where the words stand the other way round."""


class Term(NamedTuple):
    """A word of a query: what it may mean (number -> likeness), how much it tells quotes apart, and which quotes have it.

    `having`: for each likeness, from the highest, the quotes in which the likest of its words is so like.
    """

    word: str
    like: dict[int, float]
    weight: float
    having: tuple[tuple[float, BitMap], ...]


class Place(NamedTuple):
    """A place in a quote, in words, that answers a term, and how like it is."""

    at: int
    likeness: float


GAP = 2 * REACH
"""Places between the words of a quote and its speaker's name, so that they are not neighbours."""

Meanings = dict[str, list[tuple[int, float]]]
"""A word of a quote, as the letter that it is kept as -> the terms (by their place in the query) that may mean it, each
with the likeness."""


def meanings(terms: Sequence[Term]) -> Meanings:
    """The terms turned round: what each word of a quote may answer."""
    turned: Meanings = {}
    for index, term in enumerate(terms):
        for number, likeness in term.like.items():
            turned.setdefault(letter_of(number), []).append((index, likeness))
    return turned


def find_places(said: str, name: str, turned: Meanings, terms: int) -> list[list[Place]]:
    """For each of so many terms, where the words of a quote answer it, and behind them, well apart, those of the name."""
    places: list[list[Place]] = [[] for _ in range(terms)]
    for start, words in ((0, said), (len(said) + GAP, name)):
        for at, word in enumerate(words, start):
            if word in turned:
                for index, likeness in turned[word]:
                    places[index].append(Place(at, likeness))
    return places


def score(terms: Sequence[Term], places: Sequence[Sequence[Place]]) -> float:
    """What the words that answer weigh, and how near they stand: from 0 up to `most` of the terms."""
    present = [index for index, found in enumerate(places) if found]
    total = 0.0
    for index in present:
        total += terms[index].weight * _likest(places[index])
    for one, two in pairwise(present):
        total += pair_weight(terms[one], terms[two]) * _nearness(places[one], places[two], two - one)
    return total


def _likest(places: Sequence[Place]) -> float:
    return places[0].likeness if len(places) == 1 else max(place.likeness for place in places)


def most(terms: Sequence[Term]) -> float:
    """What a quote with the very words in the very order would have."""
    return sum(term.weight for term in terms) + sum(pair_weight(one, two) for one, two in pairwise(terms))


def choose_places(places: Sequence[Sequence[Place]]) -> list[Place | None]:
    """One place for each term that has any: the likest, and of these the one nearest behind that of the term before."""
    chosen: list[Place | None] = []
    behind = 0
    for found in places:
        best = min(found, key=lambda place: (-place.likeness, place.at < behind, abs(place.at - behind)), default=None)
        behind = best.at if best else behind
        chosen.append(best)
    return chosen


def pair_weight(one: Term, two: Term) -> float:
    """What two words of a query that stand as in it add to a quote."""
    return NEARNESS * (one.weight + two.weight) / 2


def _nearness(one: Sequence[Place], two: Sequence[Place], apart: int) -> float:
    """1 where two words stand `apart` as in the query, less the farther they are, and less where they are reversed."""
    best = 0.0
    for at, likeness in one:
        for other_at, other_likeness in two:
            best = max(best, likeness * other_likeness * _closeness(other_at - at, apart))
    return best


def _closeness(distance: int, apart: int) -> float:
    astray = abs(distance - apart)
    if distance == 0 or astray > REACH:
        return 0.0
    return (1.0 if distance > 0 else _REVERSED) / (1 + astray)
