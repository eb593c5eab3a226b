"""When an article came out: stated, corrected, bounded by what it names, or unknown; always with reasons."""

from __future__ import annotations

from calendar import day_name
from datetime import date, timedelta
from typing import TYPE_CHECKING

from iraqreader.extract.dates.bounds import binding, fit
from iraqreader.extract.dates.calendar_days import resolve
from iraqreader.extract.dates.calendar_words import find_time_words
from iraqreader.extract.dates.events import election_bounds, event_bounds
from iraqreader.extract.dates.offices import office_bounds
from iraqreader.extract.dates.printed import printed_bounds
from iraqreader.extract.dates.stated import dateline_bounds, find_own_day, find_stated, weigh_stated
from iraqreader.model import DateRange, Published, Reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqreader.extract.dates.bounds import Bound, Fit
    from iraqreader.extract.segment import Document
    from iraqreader.model import Furniture, Mention, Span

SHORT = timedelta(days=10)
"""A window this short holds each weekday once, or nearly: the report's own day selects among its days."""

PRINTED_WITHIN = 2
"""Days after the day of the news: papers print it the next morning, or after the weekend's first day."""


def find_published(document: Document, furniture: tuple[Furniture, ...], mentions: tuple[Mention, ...]) -> Published:
    """The day or the window of publication, with the reasons in text order."""
    report = document.without(item.span for item in furniture)
    offices = list(office_bounds(report, mentions))
    if stated := find_stated(document, furniture):
        return _in_text_order(weigh_stated(stated, offices, document.text))
    return _in_text_order(_on_own_day(report, _infer(report, offices)))


def _infer(report: Document, offices: list[Bound]) -> Published:
    printed = [words for span in report.paragraphs for words in find_time_words(report.text, *span)]
    bounds = [*offices, *event_bounds(report), *election_bounds(report), *printed_bounds(report, printed)]
    found = fit([*bounds, *dateline_bounds(report, fit(bounds).days)])
    if found.days == DateRange(None, None):
        return Published(found.days, "unknown")
    reasons = (*(bound.reason for bound in binding(found)), *_left_out(found))
    return Published(found.days, "inferred", reasons)


def _left_out(found: Fit) -> Iterator[Reason]:
    """What contradicts the window, and is no mere look back from it."""
    first, last = found.days.earliest, found.days.latest
    for bound in found.dropped:
        if first and last and bound.support(first, last) == 0 < bound.weight:
            yield Reason(f"left out, as the rest outweighs it: {bound.reason.note}", bound.reason.span)


def _on_own_day(report: Document, published: Published) -> Published:
    """With the day that the report tells of as its own; a short window is cut down to it and the days when papers print."""
    own = find_own_day(report)
    first, last = published.range.earliest, published.range.latest
    if not own or own.weekday is None or published.basis == "unknown":
        return published
    reason = Reason(f"the report's own day is a {day_name[own.weekday]}", own.span)
    days = published.range
    if first and last and last - first <= SHORT:
        on = [day for day in _days(first, last) if (day.weekday() - own.weekday) % 7 <= PRINTED_WITHIN]
        days = DateRange(on[0], on[-1]) if on else days
    return Published(days, published.basis, (*published.reasons, reason))


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=shift) for shift in range((last - first).days + 1)]


def _in_text_order(published: Published) -> Published:
    reasons = sorted(dict.fromkeys(published.reasons), key=lambda reason: reason.span)
    return Published(published.range, published.basis, tuple(reasons))


def when(text: str, span: Span, published: Published) -> DateRange | None:
    """The days that the first words for time inside `span` mean ("in November 2014", "on Tuesday", "last week").

    Words that lean on the day of publication need one: with a window, the answer holds every day that they may mean;
    with nothing known they give None, as do words that name no time.
    """
    words = next(find_time_words(text, span.start, span.end), None)
    if words is None:
        return None
    if words.year:
        return resolve(words, date.min)
    first, last = published.range.earliest, published.range.latest
    if first is None or last is None:
        return None
    early, late = resolve(words, first), resolve(words, last)
    return DateRange(early.earliest, late.latest) if early and late else None
