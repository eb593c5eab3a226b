"""Troop counts: how many soldiers, whose, where, and when."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from iraqreader.extract.dates import when
from iraqreader.extract.places import THEATRES, find_places
from iraqreader.extract.troop_clause import setting_of
from iraqreader.extract.troop_found import FEW
from iraqreader.extract.troop_phrases import find_phrases
from iraqreader.extract.troop_status import is_harm, status_of
from iraqreader.lexicon.forces import alternatives
from iraqreader.lexicon.places import any_of, peoples
from iraqreader.model import DateRange, Span, TroopCount

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from iraqreader.extract.places import Place, Places
    from iraqreader.extract.segment import Document
    from iraqreader.extract.troop_clause import Setting
    from iraqreader.extract.troop_found import Phrase
    from iraqreader.model import Published, Quote, Status, Whose

_FIELD = re.compile(
    r"deploy|station|based|sen[dt]|team|unit|contingent|force of|boots|operat|presence|withdr",
    re.IGNORECASE,
)
_ALONG = re.compile(r"[,\s]*(?:and|along with|plus|as well as|,)\s(?:\w+\s){0,2}$")
_HOLDERS: dict[Whose, str] = {"us": "us_holder", "nato": "nato", "coalition": "coalition", "iraqi": "iraqi_holder"}
_ORIGIN = re.compile(
    r"\s(?:from|are|were)\s(?:(?:the|several|\d+|\w+teen|two\sdozen|a\sdozen|dozens\sof)\s)?([\w.]+(?:\s[\w.]+)?)"
)
_APART = re.compile(
    r"[;:—)]|,\s(?:but|while|as|where|which|whereas|unlike|after|when)\b|\s(?:and\s(?:in|to|from)|after|following|amid|because|while|whereas|before|unlike|like|than)\s",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"\bfrom\s[^.,;]{0,60}\s(?:to|into)\s(?:[\w-]+\s)?$", re.IGNORECASE)
_LABEL = re.compile(r"\s?[(:—–]\s?|\s-\s")
_HOSTS = re.compile(
    r"(?:\s(?:air\s|military\s)?bases?)?(?:,\s[^,]{0,60},)?\s(?:(?:also|now|already|currently)\s)?(?:(?P<hosts>hosts?|hosted|hosting|houses?|is\shome\sto|was\shome\sto)|has|had)\s",
    re.IGNORECASE,
)
_LABELS: tuple[Whose, ...] = ("nato", "coalition", "us", "iraqi", "other", "foreign")
_BARE = ("level_of", "some_of_them", "they_who")
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


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around one troop count: its clause, and where its text has been."""

    text: str
    setting: Setting
    places: Places
    next_start: int
    published: Published
    status: Status
    last: TroopCount | None

    @property
    def phrase(self) -> Phrase:
        """The words of the count."""
        return self.setting.phrase

    def places_after(self) -> tuple[Place, ...]:
        """The places named near after the soldiers, before the next number."""
        start = self.phrase.tail
        return self.places.between(start, min(self.next_start, start + 120))


def find_troops(report: Document, quotes: tuple[Quote, ...], published: Published) -> tuple[TroopCount, ...]:
    """Every troop count of the report, in text order, at most one of them the headline."""
    phrases = list(find_phrases(report))
    if not phrases:
        return ()
    said = _Said(quotes)
    counted = list(_counted(report.text, phrases, find_places(report), published, said))
    headline, conflicts = _headline(counted), _conflicts(counted)
    return tuple(
        replace(item.count, headline=item is headline, conflict=item.count.span in conflicts) for item in counted
    )


def _counted(text: str, phrases: list[Phrase], places: Places, published: Published, said: _Said) -> Iterator[Counted]:
    harmed: Phrase | None = None
    last: Counted | None = None
    for phrase, after in zip_longest(phrases, phrases[1:]):
        setting = setting_of(phrase, text, published.range)
        if is_harm(setting) or (harmed and _goes_on(text, harmed, phrase)):
            harmed = phrase
        elif FEW <= phrase.low <= _MOST or (phrase.low > 1 and _FIELD.search(text, *phrase.sentence)):
            status, rule = _status(setting, last)
            before = last.count if last and phrase.start - last.phrase.span.end < _NEXT else None
            next_start = _next_start(phrase, after)
            last = Counted(
                _count(Context(text, setting, places, next_start, published, status, before), rule, said), phrase
            )
            yield last


def _status(setting: Setting, last: Counted | None) -> tuple[Status, str]:
    """The status that a clause says, or as in "775 will be sent: 475 to Baghdad", that of the number before."""
    status, rule = status_of(setting)
    shares = last and setting.phrase.rule in _BARE and last.phrase.span.end > setting.phrase.sentence.start
    if last and shares and rule == "there" and last.count.status in ("planned", "requested"):
        return last.count.status, "as_before"
    return status, rule


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
    whose = next(whose for rule_ in WHOSE if (whose := rule_(context)))
    where = next((where for rule_ in WHERE if (where := rule_(context)) is not None), None)
    return TroopCount(
        span=phrase.span,
        low=phrase.low,
        high=phrase.high,
        qualifier=phrase.qualifier,
        whose=whose,
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


def whose_by_word(context: Context) -> Whose | None:
    """As in "5,000 U.S. troops", "1,200 British soldiers": a word between the number and the soldiers."""
    return _named(context.phrase.words) or _by_people(context.phrase.words, context)


def whose_by_origin(context: Context) -> Whose | None:
    """As in "400 soldiers from Italy"."""
    after = _ORIGIN.match(context.text, context.phrase.span.end, context.phrase.sentence.end)
    return _named(after[1]) or _by_people(after[1], context) if after else None


def whose_by_holder(context: Context) -> Whose | None:
    """As in "Britain has 1,400 troops", "the coalition's force of 8,000": the last one named before the number."""
    start = context.phrase.sentence.start
    words = context.text[start : context.phrase.start]
    found = [
        (match.start(), label) for label, words_of in _HOLDERS.items() for match in _label(words_of).finditer(words)
    ]
    found += [(place.span.start - start, "foreign") for place in _partners(context)]
    return max(found)[1] if found else None


def whose_so_far(context: Context) -> Whose | None:
    """As in "About 200 of them": those of the number before."""
    return context.last.whose if context.last and context.phrase.rule in ("some_of_them", "they_who") else None


def whose_by_default(_: Context) -> Whose:
    """In this news, soldiers of whom nothing is said are American."""
    return "us"


WHOSE: tuple[Callable[[Context], Whose | None], ...] = (
    whose_by_word,
    whose_by_origin,
    whose_by_holder,
    whose_so_far,
    whose_by_default,
)


def where_bound(context: Context) -> str | None:
    """As in "1,000 troops from Syria to Iraq": where they go, unless they are withdrawn to there."""
    found = context.places_after()[:2]
    if len(found) < 2 or context.status == "withdrawn" or not all(place.located for place in found):
        return None
    return found[1].country if _FROM_TO.search(context.text, context.phrase.tail, found[1].span.start) else None


def where_label(context: Context) -> str | None:
    """As in "Jordan: 3,000 troops", "Jordan (3,000)": the place that a number is set against."""
    found = _before(context)[-1:]
    marks = found and _LABEL.fullmatch(context.text, found[0].span.end, context.phrase.span.start)
    return found[0].country if marks else None


def where_after(context: Context) -> str | None:
    """As in "5,200 troops in Iraq": the first place after the soldiers, in their clause and before the next number."""
    start = context.phrase.tail
    apart = _APART.search(context.text, start, context.next_start)
    end = apart.start() if apart else context.next_start
    return _nearest([place for place in context.places_after() if place.span.start < end])


def where_host(context: Context) -> str | None:
    """As in "Jordan has about 3,000 U.S. troops", "Kuwait hosts 13,000": a country that has another's soldiers."""
    return next((place.country for place in _before(context)[::-1] if _is_host(place, context)), None)


def _is_host(place: Place, context: Context) -> bool:
    hosts = None if place.located else _HOSTS.match(context.text, place.span.end, context.phrase.start)
    return bool(hosts and (hosts["hosts"] or _label("us").search(context.phrase.words)))


def _before(context: Context) -> tuple[Place, ...]:
    return context.places.between(context.phrase.sentence.start, context.phrase.start)


def where_before(context: Context) -> str | None:
    """As in "In Syria, about 900 troops": the last place before the number, in its sentence."""
    found = context.places.between(context.phrase.sentence.start, context.phrase.number.end)
    return _nearest(found[::-1])


def where_later(context: Context) -> str | None:
    """As in "5,200 troops, after the attack in Iraq": the first place after the soldiers, in any clause."""
    return _nearest(context.places_after())


def _nearest(found: Sequence[Place]) -> str | None:
    """The first of the places that something is in; a region answers only where no country does."""
    located = [place.country for place in found if place.located]
    return next((country for country in located if country), located[0] if located else None)


def where_iraqi(context: Context) -> str | None:
    """Iraqi soldiers are in Iraq unless the text says otherwise."""
    return "Iraq" if re.search(r"\bIraqi\b", context.phrase.words) else None


def where_named(context: Context) -> str | None:
    """As in "The Iraq force of 5,200": a country at war that the sentence names, in whatever way."""
    found = context.places.between(context.phrase.sentence.start, context.phrase.sentence.end)
    return next((place.country for place in found if place.country in THEATRES), None)


def where_so_far(context: Context) -> str | None:
    """The country that the text was on before this sentence."""
    return context.places.before(context.phrase.sentence.start)


def where_by_topic(context: Context) -> str | None:
    """The country that the text is mostly on."""
    return context.places.topic()


WHERE: tuple[Callable[[Context], str | None], ...] = (
    where_bound,
    where_label,
    where_after,
    where_host,
    where_before,
    where_later,
    where_iraqi,
    where_named,
    where_so_far,
    where_by_topic,
)


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


def _named(words: str) -> Whose | None:
    return next((label for label in _LABELS if _label(label).search(words)), None)


def _partners(context: Context) -> list[Place]:
    """Countries before a number that act, with soldiers of their own: no place that something is in or to."""
    acting = [place for place in _before(context) if not place.located and place.country not in ("", *THEATRES)]
    return [place for place in acting if not _is_host(place, context)]


def _by_people(words: str, context: Context) -> Whose | None:
    match = _people().search(words)
    if match is None:
        return None
    found = context.places.between(context.phrase.span.start, context.phrase.sentence.end)
    return "other" if peoples()[match[0]] in {place.country for place in found if place.located} else "foreign"


@cache
def _people() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of(peoples())})(?!\w)")


@cache
def _label(label: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{alternatives(label)})(?![\w-])")
