"""Days as they are typed."""

from __future__ import annotations

from datetime import date

import pytest

from iraqreader.model import DateRange
from iraqreader.notebook.days import parse_days, render_days

TYPED = {
    "2015": (date(2015, 1, 1), date(2015, 12, 31)),
    "2015-10": (date(2015, 10, 1), date(2015, 10, 31)),
    "2016-2": (date(2016, 2, 1), date(2016, 2, 29)),
    "2015-12": (date(2015, 12, 1), date(2015, 12, 31)),
    " 2015-10-07 ": (date(2015, 10, 7), date(2015, 10, 7)),
    "2015-09-30/2017-01-20": (date(2015, 9, 30), date(2017, 1, 20)),
    "2015-09-30 to 2017": (date(2015, 9, 30), date(2017, 12, 31)),
    "2015 – 2016-02": (date(2015, 1, 1), date(2016, 2, 29)),
    "2015..": (date(2015, 1, 1), None),
    "/2016-02": (None, date(2016, 2, 29)),
}


@pytest.mark.parametrize(("typed", "days"), TYPED.items())
def test_a_day_a_month_a_year_or_two_of_them_can_be_typed_and_are_kept(
    typed: str, days: tuple[date | None, date | None]
) -> None:
    assert parse_days(typed) == DateRange(*days)
    assert parse_days(render_days(DateRange(*days))) == DateRange(*days)


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "/", "soon", "2015-13", "2015-02-30", "0000", "9999-12-32", "2017/2015", "2015/2016/2017", "15-10-07"],
)
def test_what_is_no_day_is_none(typed: str) -> None:
    assert parse_days(typed) is None
