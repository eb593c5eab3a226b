"""Which quotes may answer a query best, by the words that they have in any order: from sets alone, without a look at each.

The quotes are split by the first word into those that have it and those that do not, these by the second, and so on; always
that part is split next whose quotes may yet come to the highest score (best-first search), and parts that hold no quote are
dropped. So of a million quotes those with the most of the query come first, after a few dozen cuts.
"""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import accumulate, count
from typing import TYPE_CHECKING, NamedTuple

from pyroaring import BitMap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FEW = 32
"""Quotes of a part that are looked at one by one rather than cut further."""


class Mark(NamedTuple):
    """Something that a quote may have: how much it adds to the score, from the most, and for which quotes."""

    having: tuple[tuple[float, BitMap], ...]

    @property
    def most(self) -> float:
        """What it adds at most."""
        return self.having[0][0] if self.having else 0.0

    def value(self, quote: int) -> float:
        """What it adds for a quote."""
        return next((value for value, quotes in self.having if quote in quotes), 0.0)


class Part(NamedTuple):
    """Some quotes, what they come to by the marks that were asked about, and with all of the others (`bound`).

    `whole`: every mark was asked about, so that `score` is what each of the quotes comes to.
    """

    bound: float
    score: float
    quotes: BitMap
    asked: int
    whole: bool


def best_first(marks: Sequence[Mark], quotes: BitMap) -> Iterator[Part]:
    """The parts into which `quotes` fall, the highest bound first: those that are whole, and those that are cut then.

    Quotes that have no mark are in none that is whole. Marks that add most are best asked about first.
    """
    left = [*accumulate((mark.most for mark in reversed(marks)), initial=0.0)][::-1]
    waiting: list[tuple[float, int, Part]] = []
    numbers = count()

    def keep(asked: int, score: float, quotes: BitMap) -> None:
        bound = score + left[asked]
        if quotes and bound > 0:
            heappush(waiting, (-bound, next(numbers), Part(bound, score, quotes, asked, asked == len(marks))))

    keep(0, 0.0, quotes)
    while waiting:
        *_, part = heappop(waiting)
        yield part
        if not part.whole:
            for asked, score, some in _cut(part, marks):
                keep(asked, score, some)


def _cut(part: Part, marks: Sequence[Mark]) -> Iterator[tuple[int, float, BitMap]]:
    """By the next mark; a handful of quotes by all of them. Of each new part the marks asked about, its score, its quotes."""
    rest = part.quotes
    if len(rest) <= FEW:
        for quote in rest:
            yield len(marks), part.score + sum(mark.value(quote) for mark in marks[part.asked :]), BitMap([quote])
        return
    for value, having in marks[part.asked].having:
        yield part.asked + 1, part.score + value, rest & having
        rest = rest - having
    yield part.asked + 1, part.score, rest
