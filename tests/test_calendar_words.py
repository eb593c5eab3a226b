"""A reader sees counts and events on the wrong day if printed dates and "last week" are misread."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.extract.dates import when
from iraqreader.extract.dates.calendar_days import resolve
from iraqreader.extract.dates.calendar_words import find_time_words
from iraqreader.model import DateRange, Published, Span
from tests.marked import read_marked

TODAY = date(2016, 2, 3)  # a Wednesday

DAYS = {
    "The vote was on {x:Friday, Jan. 22, 2016}, he said.": ("2016-01-22", "2016-01-22"),
    "It began on {x:3 March 2015} in the north.": ("2015-03-03", "2015-03-03"),
    "It began {x:2015-03-03}.": ("2015-03-03", "2015-03-03"),
    "BASRA, {x:Jan. 12} — It began.": ("2016-01-12", "2016-01-12"),
    "It began on {x:Dec. 30}.": ("2015-12-30", "2015-12-30"),
    "They arrived in {x:November 2014}.": ("2014-11-01", "2014-11-30"),
    "They arrived in early {x:March}.": ("2015-03-01", "2015-03-31"),
    "They will go by {x:March}.": ("2016-03-01", "2016-03-31"),
    "They left in {x:2011}.": ("2011-01-01", "2011-12-31"),
    "It dates from the {x:2003} invasion.": ("2003-01-01", "2003-12-31"),
    "He spoke on {x:Tuesday}.": ("2016-02-02", "2016-02-02"),
    "He spoke on {x:Wednesday}.": ("2016-02-03", "2016-02-03"),
    "They vote next {x:Sunday}.": ("2016-02-07", "2016-02-07"),
    "He spoke {x:yesterday}.": ("2016-02-02", "2016-02-02"),
    "They met {x:last week}.": ("2016-01-24", "2016-01-31"),
    "They met over {x:the weekend}.": ("2016-01-30", "2016-01-31"),
    "They met {x:last month}.": ("2016-01-01", "2016-01-31"),
    "They met {x:last summer}.": ("2015-06-01", "2015-09-21"),
    "They will leave by the {x:end of the year}.": ("2016-01-01", "2016-12-31"),
    "They left {x:three days ago}.": ("2016-01-31", "2016-01-31"),
    "They left {x:two years ago}.": ("2013-08-02", "2014-08-03"),
    "They came over the {x:past few days}.": ("2016-01-29", "2016-02-03"),
    "They came in {x:recent days}.": ("2016-01-24", "2016-02-03"),
}

NO_DAYS = {
    "a verb": "They may march to the gate.",
    "a number": "A force of 2000 soldiers, and 2,016 more.",
    "a decade": "Since the 2000s they stayed.",
    "a share": "In 2016% of cases.",
    "a habit": "They meet Mondays.",
    "inside a word": "The Maydan and NextMarch.",
}


@pytest.mark.parametrize(("example", "days"), DAYS.items(), ids=DAYS)
def test_words_mean_these_days(example: str, days: tuple[str, str]) -> None:
    """The words are found where they stand, and mean the days that a reader of that day would take them for."""
    marked = read_marked(example)
    (words,) = find_time_words(marked.text)
    assert words.span.of(marked.text) == marked.words("x")[0]
    assert resolve(words, TODAY) == DateRange(*map(date.fromisoformat, days))


@pytest.mark.parametrize("text", NO_DAYS.values(), ids=NO_DAYS)
def test_other_words_mean_no_days(text: str) -> None:
    """A number or a verb read as a date would put facts on days that the text never names."""
    assert list(find_time_words(text)) == []


def test_a_day_that_the_calendar_lacks_means_nothing() -> None:
    """A misprint must not become a date, nor an error."""
    (words,) = find_time_words("on Feb. 30, 2015")
    assert resolve(words, TODAY) is None


PUBLISHED = {
    "known day": (DateRange(TODAY, TODAY), "on Tuesday", DateRange(date(2016, 2, 2), date(2016, 2, 2))),
    "window": (DateRange(date(2016, 1, 1), TODAY), "last month", DateRange(date(2015, 12, 1), date(2016, 1, 31))),
    "unknown, month printed": (DateRange(None, None), "in May 2014", DateRange(date(2014, 5, 1), date(2014, 5, 31))),
    "unknown": (DateRange(None, None), "on Tuesday", None),
    "no time": (DateRange(TODAY, TODAY), "in the north", None),
}


@pytest.mark.parametrize(("days", "text", "meant"), PUBLISHED.values(), ids=PUBLISHED)
def test_when_leans_on_the_day_of_publication(days: DateRange, text: str, meant: DateRange | None) -> None:
    """A count "on Tuesday" belongs to the week of the article, and to no day where that is unknown."""
    assert when(text, Span(0, len(text)), Published(days, "inferred")) == meant


@given(st.text(max_size=120), st.dates())
def test_any_text_and_any_day_resolve_or_give_none(text: str, today: date) -> None:
    """Odd text and the ends of the calendar must not stop the reader."""
    for words in find_time_words(text + " last week, 2 years ago, in May, Friday, Feb. 29"):
        days = resolve(words, today)
        assert days is None or (days.earliest and days.latest and days.earliest <= days.latest)
