"""The date that a page states of itself, and what contradicts it.

A stated date is believed unless its own weekday, or the people and events of the report, show that it cannot be right.
Then the nearest year that fits them all is taken, and the reasons say so; where none fits, the date stands and is
widened. Nothing is mended silently.
"""

from __future__ import annotations

import re
from calendar import day_name
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateutil.rrule import YEARLY, rrule

from iraqreader.extract.dates.bounds import Bound, fit
from iraqreader.extract.dates.calendar_words import find_time_words, printed
from iraqreader.lexicon import load_words
from iraqreader.model import DateRange, Published, Reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from iraqreader.extract.dates.calendar_words import TimeWords
    from iraqreader.extract.segment import Document
    from iraqreader.model import Furniture, Span

FAR = timedelta(days=366 * 12)
"""How far from a date that cannot be right another year is looked for: weekdays come round within eleven years."""
A_DAY = timedelta(days=1)
DATELINE_WEIGHT = 3.0
LEAD = 3
"""Paragraphs at the head in which a report says what day it is."""

_PUBLISHED = re.compile(r"\b(?:published|posted|updated|modified|filed|appeared|ran)\b", re.IGNORECASE)
_DATELINE = re.compile(r"(?:[A-Z][A-Z.’' -]{2,}(?:, [A-Z][\w. ]{1,20})?),? (?=[A-Z][a-z]{2,8}\.? \d)")
_CLOCK = re.compile(
    r"(?:[\s,.|/·•—–-]|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*|at|\d{1,2}[:.h]\d\d|\d{1,2}(?= ?[ap])|[ap]\.?m\.?|[AP]M|[A-Z]{2,4}\b)*"
)
_NAMED_AFTER_DAY = re.compile(
    r"['’]s?\b| (?:night|morning|afternoon|evening)?['’]?s? ?(?:primar|debate|caucus|election|vote|night['’]s)"
)
_DONE = r"(?:said|told|says|met|took|went|made|gave|began|held|put|sent|came|won|lost|\w{2,}ed)"
_DID_BEFORE = re.compile(rf"\b{_DONE}\b.{{0,40}}$")
_DID_AFTER = re.compile(rf",? (?:[\w.’'-]+ ){{0,6}}{_DONE}\b")
NEAR_VERB = 60
"""Code points before and after a weekday in which what was said or done on it is told."""


def find_stated(document: Document, furniture: Sequence[Furniture]) -> TimeWords | None:
    """The full date that the page gives as its own, by the surest sign of it."""
    return next((words for rule in STATED_RULES if (words := rule(document, furniture))), None)


def _in_note(document: Document, furniture: Sequence[Furniture]) -> TimeWords | None:
    """As in "This story was originally published Friday, Jan. 22, 2016"."""
    notes = (item for item in furniture if item.kind in ("editors_note", "byline"))
    said = (item.span for item in notes if item.kind == "byline" or _PUBLISHED.search(document.text, *item.span))
    return next((words for span in said if (words := _full_date(document.text, span))), None)


def _in_dateline(document: Document, furniture: Sequence[Furniture]) -> TimeWords | None:
    """As in "BAGHDAD, June 12, 2014 (Reuters) —"."""
    for paragraph in _lead(document, furniture):
        place = _DATELINE.match(document.text, *paragraph)
        words = _full_date(document.text, paragraph) if place else None
        if place and words and words.span.start <= place.end() + 1:
            return words
    return None


def _alone(document: Document, furniture: Sequence[Furniture]) -> TimeWords | None:
    """A line at the head that is a date, with the time of day at most."""
    for paragraph in _lead(document, furniture):
        words = _full_date(document.text, paragraph)
        if words and _CLOCK.fullmatch(
            document.text[paragraph.start : words.span.start] + document.text[words.span.end : paragraph.end]
        ):
            return words
    return None


STATED_RULES: tuple[Callable[[Document, Sequence[Furniture]], TimeWords | None], ...] = (_in_note, _in_dateline, _alone)
"""Where a page states its date, the surest place first."""


def dateline_bounds(report: Document, window: DateRange) -> Iterator[Bound]:
    """As in "BAGHDAD, June 12 (UPI) —": that day in each year of the window; wires date by other clocks, papers print the next day."""
    for paragraph in report.paragraphs[:LEAD] if window.earliest else ():
        place = _DATELINE.match(report.text, *paragraph)
        words = next(find_time_words(report.text, *paragraph), None) if place else None
        if place and words and words.kind == "month_day" and words.span.start <= place.end() + 1:
            stretches = tuple(DateRange(day - A_DAY, day + A_DAY) for day in _each_year(words, window))
            yield Bound(
                stretches, Reason(f"its dateline says “{words.span.of(report.text)}”", words.span), DATELINE_WEIGHT
            )


def _each_year(words: TimeWords, window: DateRange) -> Iterator[date]:
    first = window.earliest or date.min
    last = window.latest or first + FAR
    days = (printed(year, words.month or 1, words.day or 1) for year in range(first.year, last.year + 1))
    yield from (day for day in days if day and first <= day <= last)


def find_own_day(report: Document) -> TimeWords | None:
    """The weekday on which the lead says that something was said or done: the day of the news, and of writing mostly."""
    for paragraph in report.paragraphs[:LEAD]:
        for words in find_time_words(report.text, *paragraph):
            if (
                words.kind == "weekday"
                and words.how not in load_words("calendar")["not_own"]
                and _told_of(report.text, words.span, paragraph)
            ):
                return words
    return None


def _told_of(text: str, day: Span, paragraph: Span) -> bool:
    after = text[day.end : min(paragraph.end, day.end + NEAR_VERB)]
    before = text[max(paragraph.start, day.start - NEAR_VERB) : day.start]
    return not _NAMED_AFTER_DAY.match(after) and bool(_DID_BEFORE.search(before) or _DID_AFTER.match(after))


def weigh_stated(stated: TimeWords, offices: Sequence[Bound], text: str) -> Published:
    """The stated date with what speaks against it: its own weekday, and everyone who was not yet in office."""
    day = stated.date
    if day is None:
        return Published(DateRange(None, None), "unknown")
    against = [*_wrong_weekday(stated, day), *(bound.reason for bound in offices if _rules_out(bound, day))]
    said = Reason(f"the page states “{stated.span.of(text)}”", stated.span)
    if not against:
        return Published(DateRange(day, day), "stated", (said,))
    nearest = _other_year(stated, day, offices) if len(against) > 1 else None  # one witness may be the slip itself
    if nearest:
        why = Reason(f"{nearest} is the nearest year that fits the weekday and everyone in office", stated.span)
        return Published(DateRange(nearest, nearest), "corrected", (said, *against, why))
    return Published(_widened(day, fit(offices).days), "stated", (said, *against))


def _wrong_weekday(stated: TimeWords, day: date) -> Iterator[Reason]:
    if stated.weekday is not None and stated.weekday != day.weekday():
        yield Reason(f"{day} was a {day_name[day.weekday()]}, not a {day_name[stated.weekday]}", stated.span)


def _other_year(stated: TimeWords, day: date, offices: Sequence[Bound]) -> date | None:
    """The same day of the nearest year in which it falls on the stated weekday and nobody's office rules it out."""
    same_day = rrule(
        YEARLY, dtstart=day - FAR, until=day + FAR, bymonth=day.month, bymonthday=day.day, byweekday=stated.weekday
    )
    years = [found.date() for found in same_day]
    fitting = [other for other in years if not any(_rules_out(bound, other) for bound in offices)]
    return min(fitting, key=lambda other: abs(other - day), default=None)


def _widened(day: date, window: DateRange) -> DateRange:
    """From the stated day to what contradicts it; the days around it where only its weekday does."""
    around = timedelta(days=3)
    return DateRange(min(day - around, window.earliest or day), max(day + around, window.latest or day))


def _rules_out(bound: Bound, day: date) -> bool:
    """Whether it cannot hold on that day nor be told in retrospect on it."""
    return bound.weight > 0 and bound.support(day, day) == 0


def _lead(document: Document, furniture: Sequence[Furniture]) -> list[Span]:
    own = {item.span for item in furniture}
    return [span for span in document.paragraphs[: LEAD + len(own)] if span not in own][:LEAD]


def _full_date(text: str, span: Span) -> TimeWords | None:
    return next((words for words in find_time_words(text, *span) if words.date), None)
