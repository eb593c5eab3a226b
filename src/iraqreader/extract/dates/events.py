"""Bounds from dated events: a report that tells of one came after it, and "last week" beside it says how soon after."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from iraqreader.extract.dates.bounds import Bound
from iraqreader.extract.dates.calendar_days import resolve
from iraqreader.extract.dates.calendar_words import find_time_words
from iraqreader.extract.segment import in_small_letters
from iraqreader.lexicon.events import elections, events, told_in
from iraqreader.model import DateRange, Reason, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqreader.extract.dates.calendar_words import TimeWords
    from iraqreader.extract.segment import Document
    from iraqreader.lexicon.events import Election, Event

_AHEAD = re.compile(
    r"\b(?:will (?:vote|hold|go to|caucus|cast)|upcoming|approach\w*|looming|coming|heading into|run-?up to|scheduled|next (?:week|month|Sunday|Monday"
    r"|Tuesday|Wednesday|Thursday|Friday|Saturday)(?:['’]s)?|(?:days|weeks|months) (?:away|until)|going into)\b"
)
_NOT_YET = re.compile(
    r"\b(?:will be (?:signed|released|published|issued|held|sworn in|inaugurated)|(?:is|are) (?:due|expected|to be)|due (?:out |to be |in |next |this |by )"
    r"|unless|draft (?:of|text|agreement|pact)|proposed|pending|upcoming|negotiat\w+|haggl\w+|testimony for|next (?:week|month))\b"
)
_SAID_OF_EVENTS = ("weekday", "day_word", "span_word", "ago")
_FOLLOWING = re.compile(r" (?:following|after|since) ")
NEAR = 60
"""Code points between an event and the words for time that go with it."""
HEAD = 12
"""Code points at the head of a sentence, where words for time go with all of it: "Over the past few days, …"."""
WIDEST = 600
"""Code points on either side that are read of a sentence: what has no full stop for longer is no sentence."""
MOST = 12
"""Tellings of one event that are read: more of them say nothing new."""
MOST_PLACES = 100
"""Places of one word that are looked at."""
LATEST = 70
"""Days after an event on which "last month", the widest of the words that are read so, may still be said of it."""
NEXT, SEASON = timedelta(days=14), timedelta(days=300)
"""How long before a vote it may be called "next Sunday's", and how long before it is spoken of at all."""
A_DAY = timedelta(days=1)
EVENT_WEIGHT = 3.0
NARROW_WEIGHT = 2.0


def event_bounds(report: Document) -> Iterator[Bound]:
    """For each event told, its day as the earliest; and a last day where a sentence says how long ago it was."""
    lower = in_small_letters(report.text)
    for event in events():
        tellings = (telling for telling in _tellings(event, lower, report) if not _is_to_come(*telling, report.text))
        told = list(islice(tellings, MOST))
        if told:
            yield _since(event, told[0][0])
            if event.timed:
                yield from islice((bound for telling in told for bound in _soon_after(event, *telling, report.text)), 1)


def _is_to_come(name: Span, sentence: Span, text: str) -> bool:
    """As in "the group gathered testimony for a report due next month": told before it happened."""
    return (
        _NOT_YET.search(text, max(sentence.start, name.start - NEAR), min(sentence.end, name.end + 2 * NEAR))
        is not None
    )


def _tellings(told: Event | Election, lower: str, report: Document) -> Iterator[tuple[Span, Span]]:
    """Where the report tells of it: its words, and the sentence around them."""
    places = sorted(place for word in told.anchors for place in islice(_places(word, lower), MOST_PLACES))
    for place in places:
        sentence = report.sentence_at(place.start)
        if not sentence:
            continue
        near = Span(max(sentence.start, place.start - WIDEST), min(sentence.end, place.end + WIDEST))
        if told_in(told, near.of(report.text)):
            yield place, near


def _places(word: str, lower: str) -> Iterator[Span]:
    """Where the word begins a word; `str.find`, since most words are in no report and no pattern is as quick to say so."""
    at = lower.find(word)
    while at >= 0:
        if not at or not lower[at - 1].isalnum():
            yield Span(at, at + len(word))
        at = lower.find(word, at + len(word))


def election_bounds(report: Document) -> Iterator[Bound]:
    """For each vote that is told as still to come, the days before one of them."""
    lower = in_small_letters(report.text)
    for election in elections():
        ahead = (telling for telling in _tellings(election, lower, report) if _AHEAD.search(report.text, *telling[1]))
        if telling := next(ahead, None):
            yield _before(election, *telling, report.text)


def _before(election: Election, name: Span, sentence: Span, text: str) -> Bound:
    """As in "next Sunday's elections": before one that fell on a Sunday, and not long before it."""
    near = _beside(name, sentence, text)
    weekday = next((words.weekday for words in near if words.kind == "weekday" and words.how == "next"), None)
    on = [day for day in election.days if day.weekday() == weekday]
    days, ahead = (on, NEXT) if on else (election.days, SEASON)
    stretches = tuple(DateRange(day - ahead, day) for day in days)
    return Bound(stretches, Reason(f"{election.name} still lay ahead", name), NARROW_WEIGHT)


def _since(event: Event, span: Span) -> Bound:
    note = f"{event.name}: {event.day} to {event.until}" if event.until else f"{event.name}: {event.day}"
    return Bound((DateRange(event.day, event.until),), Reason(note, span), EVENT_WEIGHT)


def _soon_after(event: Event, name: Span, sentence: Span, text: str) -> Iterator[Bound]:
    """What the nearest words for time say of it: "last week", "in recent days", "last year"."""
    said = (words for words in _beside(name, sentence, text) if words.kind in _SAID_OF_EVENTS)
    words = next(said, None)
    days = said_on(words, event.day) if words else None
    if words and days:
        note = f"{event.name} ({event.day}) was “{words.span.of(text)}”"
        yield Bound((days,), Reason(note, words.span), NARROW_WEIGHT)


def _beside(name: Span, sentence: Span, text: str) -> list[TimeWords]:
    """The words for time that go with the event: close by, or at the head of the sentence; the nearest first."""
    near = [words for words in find_time_words(text, *sentence) if _goes_with(words.span, name, sentence, text)]
    return sorted(near, key=lambda words: _distance(words.span, name))


def _goes_with(words: Span, name: Span, sentence: Span, text: str) -> bool:
    near = _distance(words, name) <= NEAR or words.start - sentence.start <= HEAD
    return near or (words.end < name.start and _FOLLOWING.match(text, words.end) is not None)


def _distance(span: Span, other: Span) -> int:
    return max(span.start - other.end, other.start - span.end)


def said_on(words: TimeWords, day: date) -> DateRange | None:
    """The days on which these words may be said of `day`; None for words that look ahead or fit no day soon after it."""
    if words.unit == "year":
        return _years_on(words, day)
    if words.kind == "ago" or words.unit == "hour" or words.how in ("next", "coming"):
        return None
    fitting = [seen for seen in (day + timedelta(days=shift) for shift in range(LATEST)) if _means(words, seen, day)]
    return DateRange(fitting[0], fitting[-1] + A_DAY) if fitting else None  # written one day, printed the next


def _years_on(words: TimeWords, day: date) -> DateRange | None:
    """This year, last year, three years ago: the last is said from a year before to a year after."""
    if words.kind == "ago":
        return DateRange(day + relativedelta(years=words.count - 1), day + relativedelta(years=words.count + 1))
    shift = {"this": 0, "last": 1, "previous": 1}.get(words.how)
    if words.kind != "span_word" or shift is None:
        return None
    year = day.year + shift
    return DateRange(max(day, date(year, 1, 1)), date(year, 12, 31))


def _means(words: TimeWords, today: date, day: date) -> bool:
    days = resolve(words, today)
    return bool(days and days.earliest and days.latest and days.earliest <= day <= days.latest)
