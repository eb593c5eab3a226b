"""Troop counts: how many soldiers, whose, where, and when."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from iraqreader.extract.dates import when
from iraqreader.extract.troops.clause import setting_of
from iraqreader.extract.troops.context import Context
from iraqreader.extract.troops.found import FEW
from iraqreader.extract.troops.phrases import find_phrases
from iraqreader.extract.troops.status import is_harm, status_of
from iraqreader.extract.troops.where import WHERE
from iraqreader.extract.troops.whose import WHOSE
from iraqreader.model import DateRange, Span, TroopCount

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqreader.extract.places import Places
    from iraqreader.extract.segment import Document
    from iraqreader.extract.troops.clause import Setting
    from iraqreader.extract.troops.found import Phrase
    from iraqreader.model import Published, Quote, Status

_FIELD = re.compile(
    r"deploy|station|based|sen[dt]|team|unit|contingent|force of|boots|operat|presence|withdr",
    re.IGNORECASE,
)

_ALONG = re.compile(r"[,\s]*(?:and|along with|plus|as well as|,)\s(?:\w+\s){0,2}$")

_BARE = ("level_of", "some_of_them", "they_who")

_JOINED = re.compile(
    r"[^.;:—]{0,40}?(?:,|\sand|,\sand|,?\salongside|,?\splus|,?\salong\swith)\s(?:another\s|some\s|about\s)?"
)

_NEXT = 300
"""Code points from one count to the next that may speak of the same soldiers, at most."""

_MOST = 1_000_000
"""More soldiers than this are all who ever served."""

_PART = 3
"""A count of less than a third of another is of some of the troops, and no headline beside it."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A troop count and the words it was read from."""

    count: TroopCount
    phrase: Phrase


def find_troops(
    report: Document, quotes: tuple[Quote, ...], published: Published, places: Places
) -> tuple[TroopCount, ...]:
    """Every troop count of the report, in text order, at most one of them the headline."""
    phrases = list(find_phrases(report))
    if not phrases:
        return ()
    said = _Said(quotes)
    counted = list(_counted(report.text, phrases, places, published, said))
    headline, conflicts = _headline(counted), _conflicts(counted)
    return tuple(
        item.count._replace(headline=item is headline, conflict=item.count.span in conflicts) for item in counted
    )


def _counted(text: str, phrases: list[Phrase], places: Places, published: Published, said: _Said) -> Iterator[Counted]:
    harmed: Phrase | None = None
    last: Counted | None = None
    for phrase, after in zip_longest(phrases, phrases[1:]):
        setting = setting_of(phrase, text, published.range)
        if is_harm(setting) or (harmed and _goes_on(text, harmed, phrase)):
            harmed = phrase
        elif FEW <= phrase.low <= _MOST or (phrase.low > 1 and _FIELD.search(text, *phrase.sentence)):
            status, rule = _status(setting, last, text)
            before = last.count if last and phrase.start - last.phrase.span.end < _NEXT else None
            next_start = _next_start(phrase, after)
            last = Counted(
                _count(Context(text, setting, places, next_start, published, status, before), rule, said), phrase
            )
            yield last


def _status(setting: Setting, last: Counted | None, text: str) -> tuple[Status, str]:
    """The status that a clause says, or as in "775 will be sent: 475 to Baghdad", that of the number before."""
    status, rule = status_of(setting)
    if last and rule in ("there", "added_to") and _shares(setting.phrase, last.phrase, text):
        return (last.count.status, "as_before") if last.count.status != "withdrawn" else (status, rule)
    return status, rule


def _shares(phrase: Phrase, last: Phrase, text: str) -> bool:
    """Whether a number goes on with what is said of the one before it, in its sentence."""
    if last.span.end <= phrase.sentence.start:
        return False
    return phrase.rule in _BARE or _JOINED.fullmatch(text, last.tail, phrase.start) is not None


def _next_start(phrase: Phrase, after: Phrase | None) -> int:
    """Where what is said of a count ends: at the next number, unless that shares its soldiers."""
    if after is None or after.span.start < phrase.tail:
        return phrase.sentence.end
    return min(after.span.start, phrase.sentence.end)


def _goes_on(text: str, harmed: Phrase, phrase: Phrase) -> bool:
    """As in "1,900 soldiers have died, along with 300 British soldiers": the second number counts the dead too."""
    between = text[harmed.span.end : phrase.span.start]
    return len(between) < 60 and _ALONG.search(between) is not None


def _count(context: Context, rule: str, said: _Said) -> TroopCount:
    phrase = context.phrase
    where = next((where for rule_ in WHERE if (where := rule_(context)) is not None), None)
    return TroopCount(
        span=phrase.span,
        low=phrase.low,
        high=phrase.high,
        qualifier=phrase.qualifier,
        whose=next(whose for rule_ in WHOSE if (whose := rule_(context))),
        where=where or None,
        status=context.status,
        as_of=_as_of(context),
        speaker=said.by(phrase),
        headline=False,
        conflict=False,
        rule=f"{phrase.rule}, {rule}",
    )


def _as_of(context: Context) -> DateRange:
    """The days that a past count is of: the words for time after it, else those before it in its sentence."""
    phrase, unknown = context.phrase, DateRange(None, None)
    if context.status != "past":
        return unknown
    after = when(context.text, Span(phrase.span.end, context.next_start), context.published)
    return after or when(context.text, Span(phrase.sentence.start, phrase.start), context.published) or unknown


def _headline(counted: Sequence[Counted]) -> Counted | None:
    """The first whole count of U.S. troops in Iraq now that is not some of another's."""
    now = [item for item in counted if _is_now(item)]
    pool = [item for item in now if item.phrase.whole] or now
    most = max((item.count.low for item in pool), default=0)
    return next((item for item in pool if item.count.low * _PART >= most), None)


def _is_now(item: Counted) -> bool:
    count = item.count
    return (count.whose, count.where, count.status) == ("us", "Iraq", "current") and not item.phrase.increment


def _conflicts(counted: Sequence[Counted]) -> set[Span]:
    """Where whole counts of the same soldiers now stand that cannot all be right."""
    now = [item for item in counted if _is_now(item) and item.phrase.whole]
    most = max((item.count.low for item in now), default=0)
    pool = [(item, _bounds(item.count)) for item in now if item.count.low * _PART >= most]
    lowest = min((high for _, (_, high) in pool), default=0.0)
    highest = max((low for _, (low, _) in pool), default=0.0)
    return {item.count.span for item, (low, high) in pool if low > lowest or high < highest}


def _bounds(count: TroopCount) -> tuple[float, float]:
    """The least and the most that a count can mean; "about" gives or takes a tenth."""
    low = float(count.low)
    return {
        "exact": (low, low),
        "about": (low * 0.9, low * 1.1),
        "more_than": (low, float("inf")),
        "at_least": (low, float("inf")),
        "up_to": (0.0, low),
        "fewer_than": (0.0, low),
        "range": (low, float(count.high or low)),
    }[count.qualifier]


class _Said:
    """Who says what stands at an offset: the speaker of the shortest quote that holds it."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._quotes = sorted((quote for quote in quotes if quote.speaker), key=lambda quote: quote.span)

    def by(self, phrase: Phrase) -> str | None:
        last = bisect_right(self._quotes, phrase.number.start, key=lambda quote: quote.span.start)
        holding = [quote for quote in self._quotes[max(0, last - 8) : last] if quote.span.holds(phrase.number)]
        shortest = min(holding, key=lambda quote: quote.span.end - quote.span.start, default=None)
        return shortest.speaker.name if shortest and shortest.speaker else None
