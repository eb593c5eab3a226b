"""When an article came out: stated, corrected, bounded by what it names, or unknown; always with reasons."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from iraqreader.extract.calendar_days import resolve
from iraqreader.extract.calendar_words import find_time_words
from iraqreader.model import DateRange, Published

if TYPE_CHECKING:
    from iraqreader.extract.segment import Document
    from iraqreader.model import Furniture, Mention, Span


def find_published(document: Document, furniture: tuple[Furniture, ...], mentions: tuple[Mention, ...]) -> Published:
    """The day or the window of publication, with the reasons in text order."""
    return Published(DateRange(None, None), "unknown")


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
