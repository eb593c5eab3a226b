"""Days as a user types them, and as the notebook keeps them: ISO 8601, first and last day with a slash between."""

from __future__ import annotations

import re
from datetime import date, timedelta

from iraqreader.model import DateRange

UNKNOWN = DateRange(None, None)

_BETWEEN = re.compile(r"\s*(?:/|\.\.+|–|—|\bto\b)\s*")
_PART = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


def parse_days(typed: str) -> DateRange | None:
    """`2015`, `2015-10`, `2015-10-07`, or a window of two of them: `2015-09-30 to 2017-01`; None for anything else.

    An end may be left out where it is open: `2015/`. Nothing at all is no answer.
    """
    parts = _BETWEEN.split(typed.strip())
    if len(parts) > 2 or not any(parts):
        return None
    try:
        windows = [_window(part) if part else UNKNOWN for part in (parts[0], parts[-1])]
    except ValueError:
        return None
    days = DateRange(windows[0].earliest, windows[1].latest)
    return None if days.earliest and days.latest and days.earliest > days.latest else days


def _window(part: str) -> DateRange:
    found = _PART.fullmatch(part)
    if found is None:
        raise ValueError(part)
    year, month, day = (int(number) if number else None for number in found.groups())
    assert year is not None  # noqa: S101 - the pattern has it
    if month is None:
        return DateRange(date(year, 1, 1), date(year, 12, 31))
    if day is None:
        after = date(year + month // 12, month % 12 + 1, 1)
        return DateRange(date(year, month, 1), after - timedelta(1))
    return DateRange(date(year, month, day), date(year, month, day))


def render_days(days: DateRange) -> str:
    """A day or a window so that `parse_days` reads it; empty where both ends are open."""
    earliest, latest = (day.isoformat() if day else "" for day in (days.earliest, days.latest))
    return earliest if earliest == latest else f"{earliest}/{latest}"
