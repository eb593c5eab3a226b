"""A reader trusts the day beside an article: it must be right, or a window that holds the true day, or none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.extract.dates import find_published
from iraqreader.extract.dates.bounds import Bound, fit
from iraqreader.extract.furniture import find_furniture
from iraqreader.extract.people import find_people
from iraqreader.extract.segment import segment
from iraqreader.model import DateRange, Published, Reason, Span


def published(text: str) -> Published:
    """The date of a text, by the stages before it and no others."""
    document = segment(text)
    furniture = find_furniture(document)
    report = document.without(item.span for item in furniture)
    return find_published(document, furniture, find_people(report).mentions)


def window(first: str | None, last: str | None) -> DateRange:
    return DateRange(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


STATED = {
    "note": (
        "Editor's note: This story was originally published Friday, Jan. 22, 2016.\n\nThe talks went on.",
        "2016-01-22",
    ),
    "line at the head": ("Published: June 3, 2016\n\nThe talks went on.", "2016-06-03"),
    "dateline": ("BASRA, Iraq, March 5, 2008 (Reuters) - The talks went on.", "2008-03-05"),
    "date and time": ("Fri 3 June 2016 17.33 EST\n\nThe talks went on in the capital for a third day.", "2016-06-03"),
    "date alone": ("June 3, 2016\n\nThe talks went on in the capital for a third day.", "2016-06-03"),
}

INFERRED = {
    "one office": ("Defense Secretary Leon Panetta said so.", "2011-07-01", "2013-02-27"),
    "two offices": (
        "Prime Minister Nouri al-Maliki met Secretary of State John Kerry. Kerry said so.",
        "2013-02-01",
        "2014-09-08",
    ),
    "one office of several": (
        "Gen. David Petraeus, the top U.S. commander in Iraq, said so.",
        "2007-02-10",
        "2008-09-16",
    ),
    "a former office beside the present one": (
        "Defense Secretary Leon Panetta, a former White House aide, met retired officers. Panetta said so.",
        "2011-07-01",
        "2013-02-27",
    ),
    "a minister named but not yet sworn in": ("Prime Minister Haider al-Abadi said so.", "2014-08-09", "2018-10-25"),
    "no longer in office": ("Former Defense Secretary Leon Panetta said so.", "2013-02-27", None),
    "an election campaign": ("Democratic presidential candidate Martin O'Malley said so.", "2015-05-30", "2016-02-01"),
    "someone in office tells of an earlier one": (
        "President Barack Obama said that he would go. Obama spoke on. Of his predecessor, President George W. Bush, he said no.",
        "2009-01-20",
        "2017-01-20",
    ),
    "office looked back on with its year": (
        "In 2006, Defense Secretary Donald Rumsfeld resigned after the vote.",
        "2006-01-01",
        None,
    ),
    "an event": ("The militants captured Mosul without a fight.", "2014-06-09", None),
    "an event of last week": ("The militants captured Mosul last week without a fight.", "2014-06-15", "2014-06-23"),
    "a vote still to come": (
        "Iraq will vote in next Thursday's elections, the commission said.",
        "2005-12-01",
        "2005-12-15",
    ),
    "a dateline without a year": (
        "BASRA, Iraq, March 5 (UPI) — House Speaker Kevin McCarthy said so.",
        "2023-03-04",
        "2023-03-06",
    ),
    "a day of the year looked back on": (
        "The base was closed on May 3, 2009, and the troops were sent home.",
        "2009-05-03",
        None,
    ),
    "a year looked back on": ("The base was closed in 2009, and the troops were sent home.", "2009-01-01", None),
    "the own day in a short window": (
        "Officials said Thursday that the militants captured Mosul last week without a fight.",
        "2014-06-19",
        "2014-06-21",
    ),
}

UNKNOWN = {
    "nothing": "",
    "a day without a year": "The talks went on Tuesday.",
    "an event still to come": "The Iraq Study Group heard the generals for a report that is due next month.",
    "a day on which something must be done": "Lawmakers fixed the day on which the last soldier must be out: Aug. 31, 2008.",
    "a year ahead": "The base will be closed in 2009.",
    "an office not yet held": "The nominee for defense secretary, Leon Panetta, said so.",
    "an office only thought of": "A President Pence would go, they said, and no one knew why.",
    "a number": "The poll of 2015 adults found that they wanted to go home.",
}


@pytest.mark.parametrize(("text", "day"), STATED.values(), ids=STATED)
def test_a_stated_date_is_taken(text: str, day: str) -> None:
    """What the page says of itself needs no guess."""
    found = published(text)
    assert (found.range, found.basis) == (window(day, day), "stated")


@pytest.mark.parametrize(("text", "first", "last"), INFERRED.values(), ids=INFERRED)
def test_a_window_is_inferred_with_reasons(text: str, first: str | None, last: str | None) -> None:
    """The window is what the named people, events and years leave open, and its reasons stand on the text."""
    found = published(text)
    assert (found.range, found.basis) == (window(first, last), "inferred")
    assert found.reasons
    assert all(reason.span.of(text) for reason in found.reasons)


@pytest.mark.parametrize("text", UNKNOWN.values(), ids=UNKNOWN)
def test_nothing_bounds_it(text: str) -> None:
    """An invented date is worse than none."""
    assert published(text) == Published(DateRange(None, None), "unknown")


WRONG_YEAR = (
    "Editor's note: This story was originally published Monday, July 2, 2012.\n\n"
    "Defense Secretary Chuck Hagel said on Sunday that the talks would go on. Hagel spoke in Basra."
)


def test_a_stated_date_that_cannot_be_right_is_corrected_and_says_why() -> None:
    """July 2, 2012 was a Monday, but Hagel took office in 2013; the next July 2 on a Monday is after his term."""
    found = published(WRONG_YEAR)
    assert found.basis == "stated"
    assert found.range.earliest is not None
    assert found.range.latest is not None
    assert found.range.earliest <= date(2012, 7, 2) < date(2013, 2, 27) <= found.range.latest
    assert any("Chuck Hagel" in reason.note for reason in found.reasons)


def test_weekday_and_office_together_correct_the_year() -> None:
    """July 2, 2013 was a Tuesday in Hagel's term; July 2, 2012 was neither."""
    found = published(WRONG_YEAR.replace("Monday", "Tuesday"))
    assert (found.range, found.basis) == (window("2013-07-02", "2013-07-02"), "corrected")
    notes = " ".join(reason.note for reason in found.reasons)
    assert all(said in notes for said in ("Tuesday, July 2, 2012", "was a Monday", "Chuck Hagel", "2013-07-02"))


def test_a_wrong_weekday_alone_widens_the_date() -> None:
    """Day, weekday and year may each be the slip: none is preferred without a second witness."""
    found = published("Published Tuesday, July 2, 2012\n\nThe talks went on in the capital.")
    assert (found.range, found.basis) == (window("2012-06-29", "2012-07-05"), "stated")


DAYS = st.dates(date(2000, 1, 1), date(2030, 1, 1))


@given(st.lists(st.tuples(DAYS, st.integers(0, 3000), st.floats(0.5, 5)), max_size=8))
def test_the_fit_is_a_window_that_some_bound_set(rows: list[tuple[date, int, float]]) -> None:
    """Contradictory bounds must give a window all the same, and never one that ends before it begins."""
    bounds = [
        Bound((DateRange(day, day + timedelta(days=length)),), Reason("", Span(0, 1)), weight)
        for day, length, weight in rows
    ]
    found = fit(bounds)
    assert set(found.kept) | set(found.dropped) == set(bounds)
    if rows:
        assert found.days.earliest is not None
        assert found.days.latest is None or found.days.earliest <= found.days.latest


WORDS = [
    "President Barack Obama",
    "former",
    "Mosul fell",
    "last week",
    "on Friday, June 3, 2016",
    "in 2014",
    "BASRA, May 3 —",
    "\n\n",
    "said",
    ".",
    "(",
    "“",
]


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_text_gives_a_window_with_reasons_on_the_text(words: list[str]) -> None:
    """Odd text must not stop the reader; a window never ends before it begins, and never stands without its reasons."""
    text = " ".join(words)
    found = published(text)
    first, last = found.range.earliest, found.range.latest
    assert first is None or last is None or first <= last
    assert bool(found.reasons) == (found.basis != "unknown") == (found.range != DateRange(None, None))
    assert all(0 <= reason.span.start < reason.span.end <= len(text) for reason in found.reasons)
    assert list(found.reasons) == sorted(found.reasons, key=lambda reason: reason.span)
