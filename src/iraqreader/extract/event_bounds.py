"""Bounds from dated events: a report that tells of one came after it, and "last week" beside it says how soon after."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from iraqreader.extract.bounds import Bound
from iraqreader.extract.calendar_days import resolve
from iraqreader.extract.calendar_words import find_time_words
from iraqreader.lexicon.events import events
from iraqreader.model import DateRange, Reason, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqreader.extract.calendar_words import TimeWords
    from iraqreader.extract.segment import Document
    from iraqreader.lexicon.events import Event

NEAR = 90
"""Code points between an event and the words for time that go with it."""
LATEST = 70
"""Days after an event on which "last month", the widest of the words that are read so, may still be said of it."""
EVENT_WEIGHT = 3.0
NARROW_WEIGHT = 2.0


def event_bounds(report: Document) -> Iterator[Bound]:
    """For each event told, its day as the earliest; and a last day where the sentence says how long ago it was."""
    lower = report.text.lower()
    for event in events():
        anchor = _anchor(event)
        told = None
        for match in anchor.finditer(lower) if any(word in lower for word in event.anchors) else ():
            sentence = report.sentence_at(match.start())
            if sentence and event.told_in(sentence.of(report.text)):
                told = told or _since(event, Span(*match.span()))
                if event.timed:
                    yield from _soon_after(event, Span(*match.span()), sentence, report.text)
        if told:
            yield told


@cache
def _anchor(event: Event) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, event.anchors))})")


def _since(event: Event, span: Span) -> Bound:
    note = f"{event.name}: {event.day} to {event.until}" if event.until else f"{event.name}: {event.day}"
    return Bound((DateRange(event.day, event.until),), Reason(note, span), EVENT_WEIGHT)


def _soon_after(event: Event, anchor: Span, sentence: Span, text: str) -> Iterator[Bound]:
    """What the words for time nearest to the event say of it."""
    near = sorted(find_time_words(text, *sentence), key=lambda words: _distance(words.span, anchor))[:1]
    for words in near:
        days = said_on(words, event.day) if _distance(words.span, anchor) <= NEAR else None
        if days:
            note = f"{event.name} ({event.day}) was “{words.span.of(text)}”"
            yield Bound((days,), Reason(note, words.span), NARROW_WEIGHT)


def _distance(span: Span, other: Span) -> int:
    return max(span.start - other.end, other.start - span.end)


def said_on(words: TimeWords, day: date) -> DateRange | None:
    """The days on which these words may be said of `day`; None for words that fit no day soon after it."""
    if words.kind == "span_word" and (words.how in ("next", "coming") or words.unit in ("year", "hour")):
        return None
    if words.kind not in ("weekday", "day_word", "span_word"):
        return None
    fitting = [seen for seen in (day + timedelta(days=shift) for shift in range(LATEST)) if _means(words, seen, day)]
    return DateRange(fitting[0], fitting[-1]) if fitting else None


def _means(words: TimeWords, today: date, day: date) -> bool:
    days = resolve(words, today)
    return bool(days and days.earliest and days.latest and days.earliest <= day <= days.latest)
