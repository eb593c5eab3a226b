"""Facts as plain text: short forms for a table's cells, and text that is safe to print."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from iraqreader.model import DateRange, Published, StanceLabel, TroopCount

CORRECTED = "†"
"""Beside a date that the text states wrongly."""

CONFLICT = "⚑"
"""Beside a number that another source in the same article disputes."""

ABSENT = "—"
"""Where the text gives nothing."""

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u2028\u2029"  # line and paragraph separator
    "\u202a-\u202e\u2066-\u2069"  # bidi embeddings, overrides and isolates
    "\ud800-\udfff]"  # lone surrogates
)
_SIGNS = {"\x7f": "␡", "\x85": "␤", "\u2028": "␤", "\u2029": "␤"}

_STANCES: dict[StanceLabel, str] = {
    "expand": "▲ expand",
    "keep": "● keep",
    "noncommittal": "? noncommittal",
    "limit": "▼ limit",
    "withdraw": "✕ withdraw",
}
_QUALIFIERS = {"about": "~", "more_than": ">", "at_least": "≥", "up_to": "≤", "fewer_than": "<"}


def printable(text: str) -> str:
    """The text with everything that could steer a terminal swapped, one for one, for a visible sign.

    Offsets hold: the length does not change.
    """
    return _UNPRINTABLE.sub(lambda match: _sign(match[0]), text)


def _sign(character: str) -> str:
    if character < " ":
        return chr(0x2400 + ord(character))
    return _SIGNS.get(character, "\ufffd")


def days(published: Published) -> str:
    """When the article came out, as short as is certain: `2016-02-03`, `Jan 2020`, `2015–17`, `unknown`."""
    return _window(published.range) + (CORRECTED if published.basis == "corrected" else "")


def _window(span: DateRange) -> str:
    match span.earliest, span.latest:
        case None, None:
            return "unknown"
        case None, latest if latest:
            return f"until {_month(latest)}"
        case earliest, None if earliest:
            return f"from {_month(earliest)}"
        case earliest, latest if earliest and latest:
            return _between(earliest, latest)
    raise AssertionError  # unreachable


def _between(earliest: date, latest: date) -> str:
    if earliest == latest:
        return earliest.isoformat()
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return _month(earliest)
    months = (latest.year - earliest.year) * 12 + latest.month - earliest.month
    if earliest.year == latest.year:
        return f"{earliest:%Y}" if months == 11 else f"{earliest:%b}–{_month(latest)}"
    if months < 12:
        return f"{_month(earliest)}–{_month(latest)}"
    same_century = earliest.year // 100 == latest.year // 100
    return f"{earliest:%Y}–{latest.year % 100:02}" if same_century else f"{earliest:%Y}–{latest:%Y}"


def _month(day: date) -> str:
    return f"{day:%b %Y}"


def troops(count: TroopCount | None) -> str:
    """A count as its article qualifies it: `~3,300`, `>4,000`, `≤500`, `2,500–3,000`, `3,700⚑`, `—`."""
    if count is None:
        return ABSENT
    number = f"{count.low:,}" if count.high is None else f"{count.low:,}–{count.high:,}"
    return _QUALIFIERS.get(count.qualifier, "") + number + (CONFLICT if count.conflict else "")


def stance(label: StanceLabel | None) -> str:
    """A stance with its sign: `▲ expand`, `● keep`, `? noncommittal`, `▼ limit`, `✕ withdraw`, `—`."""
    return _STANCES[label] if label else ABSENT
