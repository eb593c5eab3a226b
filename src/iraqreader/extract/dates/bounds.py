"""Bounds on the day of publication, and the days that fit them best.

A bound says: written between these days, for this reason. Bounds may contradict each other, since reports retell the
past and imagine the future; the days that the weightiest bounds agree on win, and what they overrule is named.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.model import DateRange

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iraqreader.model import Reason

RETOLD = 0.8
"""What is left of a bound's weight on days after it: reports look back more often than ahead."""

_NEVER, _EVER = date(1900, 1, 1), date(2200, 1, 1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Bound:
    """Days between which the article was written, one of them at least; any of several stretches where there are more."""

    stretches: tuple[DateRange, ...]
    reason: Reason
    weight: float = 1.0

    def support(self, first: date, last: date) -> float:
        """How well the days from `first` to `last` fit: whole inside, less after, not at all before."""
        if any(_inside(first, last, days) for days in self.stretches):
            return self.weight
        after = any(days.latest and days.latest <= first for days in self.stretches)
        return self.weight * RETOLD if after else 0.0


def _inside(first: date, last: date, days: DateRange) -> bool:
    handover = first == last == days.latest != days.earliest  # the day of a handover is the newcomer's
    return not handover and (days.earliest or _NEVER) <= first and last <= (days.latest or _EVER)


class Fit(NamedTuple):
    """The days that fit best, the bounds that hold on them, and those that do not."""

    days: DateRange
    kept: tuple[Bound, ...]
    dropped: tuple[Bound, ...]


def fit(bounds: Sequence[Bound]) -> Fit:
    """The stretch of days on which the bounds agree best; open where nothing bounds it."""
    stretches = _elementary(bounds)
    scores = [round(sum(bound.support(first, last) for bound in bounds), 6) for first, last in stretches]
    top = max(scores)
    best = [stretch for stretch, score in zip(stretches, scores, strict=True) if score == top]
    first, last = best[0][0], best[-1][1]
    kept = tuple(bound for bound in bounds if any(bound.support(*stretch) == bound.weight for stretch in best))
    dropped = tuple(bound for bound in bounds if bound not in kept)
    return Fit(DateRange(None if first == _NEVER else first, None if last == _EVER else last), kept, dropped)


def _elementary(bounds: Iterable[Bound]) -> list[tuple[date, date]]:
    """The stretches within which no bound begins or ends."""
    cuts = {_NEVER, _EVER + _DAY}
    for bound in bounds:
        for days in bound.stretches:
            cuts |= {days.earliest} if days.earliest else set()
            cuts |= {days.latest + _DAY} if days.latest else set()
    return [(first, after - _DAY) for first, after in pairwise(sorted(cuts))]


def binding(found: Fit) -> tuple[Bound, ...]:
    """The bounds that set an end of the window: those that a reader needs to see."""
    ends = {found.days.earliest, found.days.latest} - {None}
    return tuple(bound for bound in found.kept if any({days.earliest, days.latest} & ends for days in bound.stretches))
