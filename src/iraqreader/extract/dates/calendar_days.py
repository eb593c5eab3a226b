"""Which days the words for time mean, seen from the day of writing.

Newspapers look back: "Tuesday" is the last Tuesday and "in December" the last December, unless the word before says
otherwise. Words that leave the day open give every day that they may mean.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from dateutil.relativedelta import MO, SA, SU, relativedelta, weekday

from iraqreader.extract.dates.calendar_words import printed
from iraqreader.lexicon import load_words
from iraqreader.model import DateRange

if TYPE_CHECKING:
    from collections.abc import Callable

    from iraqreader.extract.dates.calendar_words import Kind, TimeWords

RECENT = 10
"""How many days, weeks or months "recent" ones go back."""

_UNIT_DAYS = {"hour": 1, "day": 1, "week": 7, "weekend": 7, "month": 31, "year": 366}
_SEASONS = {"winter": 12, "spring": 3, "summer": 6, "fall": 9, "autumn": 9}


def resolve(words: TimeWords, today: date) -> DateRange | None:
    """The days that the words mean when they are written on `today`; None where the calendar has no such day."""
    try:
        days = _RESOLVERS[words.kind](words, today)
    except (OverflowError, ValueError):
        return None
    return DateRange(*days) if days else None


Days = tuple[date, date] | None


@cache
def _ahead() -> frozenset[str]:
    return frozenset(load_words("calendar")["ahead"])


def _resolve_date(words: TimeWords, _: date) -> Days:
    return (words.date, words.date) if words.date else None


def _resolve_month_day(words: TimeWords, today: date) -> Days:
    """The occurrence nearest to `today`, looking a month ahead at most unless the words look ahead."""
    ahead = 330 if words.how in _ahead() else 90
    years = (printed(today.year + shift, words.month or 1, words.day or 1) for shift in (1, 0, -1))
    return next(((day, day) for day in years if day and day <= today + timedelta(days=ahead)), None)


def _resolve_month(words: TimeWords, today: date) -> Days:
    month = words.month or 1
    if words.year:
        first = date(words.year, month, 1)
    elif words.how in _ahead():
        first = date(today.year + (month < today.month), month, 1)
    else:
        first = date(today.year - (month > today.month or (words.how == "last" and month == today.month)), month, 1)
    return first, first + relativedelta(months=1, days=-1)


def _resolve_year(words: TimeWords, _: date) -> Days:
    return date(words.year or 1, 1, 1), date(words.year or 1, 12, 31)


def _resolve_weekday(words: TimeWords, today: date) -> Days:
    if words.how in _ahead():
        day = today + relativedelta(days=1, weekday=weekday(words.weekday or 0, 1))
        return day, day
    last = today + relativedelta(weekday=weekday(words.weekday or 0, -1))
    return (last - timedelta(days=7), last) if words.how == "last" else (last, last)


def _resolve_day_word(words: TimeWords, today: date) -> Days:
    first, last = {"yesterday": (-1, -1), "tomorrow": (1, 1), "overnight": (-1, 0)}.get(words.unit, (0, 0))
    return today + timedelta(days=first), today + timedelta(days=last)


def _resolve_span_word(words: TimeWords, today: date) -> Days:
    """Last week, next month, recent days, the past two years."""
    if words.how in ("recent", "past") and words.unit not in _SEASONS:
        count = max(words.count, RECENT if words.how == "recent" else 1)
        return today - timedelta(days=_UNIT_DAYS[words.unit] * count), today
    shift = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}.get(words.how, 0)
    return _STRETCHES.get(words.unit, _season)(words, today, shift)


def _week(_: TimeWords, today: date, shift: int) -> Days:
    """From Sunday to Sunday: some count the week from one, some from the other."""
    starts = sorted((today + relativedelta(weekday=SU(-1)), today + relativedelta(weekday=MO(-1))))
    return starts[0] + timedelta(days=7 * shift), starts[1] + timedelta(days=6 + 7 * shift)


def _weekend(_: TimeWords, today: date, shift: int) -> Days:
    """The last Saturday and Sunday; "this weekend" may also be the one to come."""
    saturday = today + relativedelta(weekday=SA(-1)) + timedelta(days=7 * max(shift, 0))
    return saturday, saturday + timedelta(days=8 if shift == 0 else 1)


def _month(_: TimeWords, today: date, shift: int) -> Days:
    first = today.replace(day=1) + relativedelta(months=shift)
    return first, first + relativedelta(months=1, days=-1)


def _year(_: TimeWords, today: date, shift: int) -> Days:
    return date(today.year + shift, 1, 1), date(today.year + shift, 12, 31)


def _season(words: TimeWords, today: date, shift: int) -> Days:
    begins = _SEASONS[words.unit]
    begun = date(today.year, begins, 1) <= today
    first = date(today.year - (not begun) + (shift > 0), begins, 1)
    return first, first + relativedelta(months=4, days=-10)


_STRETCHES: dict[str, Callable[[TimeWords, date, int], Days]] = {
    "day": lambda _, today, shift: (today + timedelta(days=min(shift, 0)), today + timedelta(days=max(shift, 0))),
    "week": _week,
    "weekend": _weekend,
    "month": _month,
    "year": _year,
}


def _resolve_ago(words: TimeWords, today: date) -> Days:
    """Counted back, give or take half of the unit; years more, as "two years ago" is said of anything near."""
    units = _UNIT_DAYS.get(words.unit, 92)
    middle, slack = today - timedelta(days=round(units * words.count)), timedelta(days=0 if units == 1 else units // 2)
    return middle - slack, min(middle + slack, today)


_RESOLVERS: dict[Kind, Callable[[TimeWords, date], Days]] = {
    "date": _resolve_date,
    "month_day": _resolve_month_day,
    "month": _resolve_month,
    "year": _resolve_year,
    "weekday": _resolve_weekday,
    "day_word": _resolve_day_word,
    "span_word": _resolve_span_word,
    "ago": _resolve_ago,
}
