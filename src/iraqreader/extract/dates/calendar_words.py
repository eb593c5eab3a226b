"""Words for days in a text: printed dates, months, years, weekdays, and words like "last week" and "two years ago".

What is printed and where; which days that means, seen from the day of writing, is for `calendar_days` to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Literal

from iraqreader.extract.numbers import parse_number
from iraqreader.lexicon import load_words
from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Kind = Literal["date", "month_day", "month", "year", "weekday", "day_word", "span_word", "ago"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:Mon(?:day|\.)|Tue(?:sday|s?\.)|Wed(?:nesday|\.)|Thu(?:rsday|rs\.|\.)|Fri(?:day|\.)|Sat(?:urday|\.)|Sun(?:day|\.))"
_YEAR = r"(?:19\d\d|20\d\d)(?!\d|,\d|\.\d|%|s\b)"
_UNIT = r"(?P<unit{}>hour|day|week|weekend|month|year|spring|summer|fall|autumn|winter)s?\b"

_WORDS = (
    rf"(?P<words>(?P<weekday>{_DAY})(?:,? (?P<weekday_month>{_MONTH}) (?P<weekday_day>\d{{1,2}})(?![\d:])(?:st|nd|rd|th)?(?:,? (?P<weekday_year>{_YEAR}))?)?"
    rf"|(?P<month>{_MONTH})(?: (?P<month_day>\d{{1,2}})(?![\d:%])(?:st|nd|rd|th)?)?(?:,? (?:of )?(?P<month_year>{_YEAR}))?(?![a-z])"
    rf"|(?P<year>{_YEAR})(?:-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?!\d))?"
    r"|(?P<day_word>today|yesterday|tomorrow|tonight|overnight|Today|Yesterday|Overnight)\b"
    rf"|(?P<which>last|Last|next|Next|this|This|past|previous|coming|recent) (?:(?P<count>\w+|couple of) )??{_UNIT.format('')}"
    r"|(?P<ago>ago|earlier)\b"
    r"|(?P<weekend>the weekend)\b"
    r"|(?P<end>end of (?:the|this|next|last) (?:week|month|year))\b)"
)
_AT_HEAD = re.compile(_WORDS)
_AFTER_MARK = re.compile(
    rf"[\s“‘\"'(\[<>=/—–-]{_WORDS}"
)  # begins with characters, so that the search skips from one to the next
_BEFORE = re.compile(
    r"(?:^|[^\w])(?P<how>[A-Za-z]+)[ -]{1,2}(?:(?P<part>early|late|mid|the end of|the beginning of)[ -])?$"
)
_DAY_BEFORE = re.compile(r"(?:^|[^\d.,:])(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?$")
_COUNT_BEFORE = re.compile(rf"(?P<count>\b\w+(?: of)?) {_UNIT.format('_ago')} $")
_LOOK_BACK = 32
"""Code points read before the words for a day: what stands there says in, by, last or next."""

_COUNTED = re.compile(r" (?:(?:[a-z]+ed|likely|more|new|additional|U\.S\.|[A-Z][a-z]+) )?(?:[a-z]+-)?[a-z]{3,}s\b")
_FEW = {"few": 5, "several": 7, "couple of": 2, "couple": 2, "a": 1, "an": 1, "some": 5}


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words that name a day or a stretch of days.

    `how` is the word before ("in", "by", "last", …; empty where none); `weekday` counts from Monday, 0; `unit` and
    `count` belong to "last week", "two years ago" and their kind.
    """

    span: Span
    kind: Kind
    how: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str = ""
    count: int = 1

    @property
    def date(self) -> date | None:
        """The day itself, where day, month and year are printed and the calendar has it."""
        return printed(self.year, self.month, self.day) if self.year and self.month and self.day else None


def find_time_words(text: str, start: int = 0, end: int | None = None) -> Iterator[TimeWords]:
    """Every such words between two offsets, in text order."""
    end = len(text) if end is None else end
    head = _AT_HEAD.match(text, start, end)
    for match in chain([head] if head else [], _AFTER_MARK.finditer(text, head.end() if head else start, end)):
        if words := _READERS[_branch(match)](match, text):
            yield words


def _branch(match: re.Match[str]) -> str:
    return next(name for name in _READERS if match[name])


def printed(year: int, month: int, day: int) -> date | None:
    """The day of these numbers, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _how(text: str, start: int) -> tuple[str, str]:
    """The word before an offset, and "early", "late" or "mid" between it and there."""
    before = _BEFORE.search(text[max(0, start - _LOOK_BACK) : start])
    return (before["how"].lower(), before["part"] or "") if before else ("", "")


@cache
def _after(label: str) -> frozenset[str]:
    return frozenset(load_words("calendar")[label])


def _number(word: str | None) -> int | None:
    word = (word or "").lower()
    return _FEW.get(word) or parse_number(word)


def _month_number(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _read_weekday(match: re.Match[str], text: str) -> TimeWords | None:
    weekday = _DAYS.index(match["weekday"][:3].lower())
    span = Span(*match.span("words"))
    if not match["weekday_month"]:
        plural = text[span.end : span.end + 1] == "s"
        return (
            None
            if plural or match["weekday"].endswith(".")
            else TimeWords(span, "weekday", _how(text, span.start)[0], weekday=weekday)
        )
    year = int(match["weekday_year"]) if match["weekday_year"] else None
    kind: Kind = "date" if year else "month_day"
    month, day = _month_number(match["weekday_month"]), int(match["weekday_day"])
    return TimeWords(span, kind, _how(text, span.start)[0], year, month, day, weekday) if 0 < day < 32 else None


def _read_month(match: re.Match[str], text: str) -> TimeWords | None:
    span, month = Span(*match.span("words")), _month_number(match["month"])
    year = int(match["month_year"]) if match["month_year"] else None
    how, part = _how(text, span.start)
    before = None if match["month_day"] else _DAY_BEFORE.search(text[max(0, span.start - _LOOK_BACK) : span.start])
    day = int(match["month_day"] or (before["day"] if before else 0))
    if before:
        span = Span(span.start - len(before[0]) + before.start("day") - before.start(), span.end)
    if 0 < day < 32:
        return TimeWords(span, "date" if year else "month_day", how, year, month, day)
    if year or how in _after("before_month") or part:
        return TimeWords(span, "month", how, year, month)
    return None


def _read_year(match: re.Match[str], text: str) -> TimeWords | None:
    span, year = Span(*match.span("words")), int(match["year"])
    how, part = _how(text, span.start)
    if match["iso_month"]:
        month, day = int(match["iso_month"]), int(match["iso_day"])
        return TimeWords(span, "date", how, year, month, day) if 0 < month < 13 and 0 < day < 32 else None
    counted = how in _after("before_number") and not part and _COUNTED.match(text, span.end)
    known = (how in _after("before_year") or part) and not counted
    return TimeWords(span, "year", how, year) if known else None


def _read_day_word(match: re.Match[str], text: str) -> TimeWords:
    return TimeWords(
        Span(*match.span("words")), "day_word", _how(text, match.start("words"))[0], unit=match["day_word"].lower()
    )


def _read_which(match: re.Match[str], _: str) -> TimeWords | None:
    count = _number(match["count"]) if match["count"] else 0
    if count is None:
        return None
    how = "past" if count or match["unit"] == "hour" else match["which"].lower()
    return TimeWords(Span(*match.span("words")), "span_word", how, unit=match["unit"], count=count or 1)


def _read_ago(match: re.Match[str], text: str) -> TimeWords | None:
    before = _COUNT_BEFORE.search(text[max(0, match.start("words") - _LOOK_BACK) : match.start("words")])
    count = _number(before["count"]) if before else None
    if not before or not count:
        return None
    span = Span(match.start("words") - len(before[0]), match.end("words"))
    return TimeWords(span, "ago", match["ago"], unit=before["unit_ago"], count=count)


def _read_end(match: re.Match[str], _: str) -> TimeWords:
    which, unit = match["end"].split()[-2:]
    how = "this" if which == "the" else which
    return TimeWords(Span(*match.span("words")), "span_word", how, unit=unit)


def _read_weekend(match: re.Match[str], _: str) -> TimeWords:
    return TimeWords(Span(*match.span("words")), "span_word", "last", unit="weekend")


_READERS: dict[str, Callable[[re.Match[str], str], TimeWords | None]] = {
    "weekday": _read_weekday,
    "month": _read_month,
    "year": _read_year,
    "day_word": _read_day_word,
    "which": _read_which,
    "ago": _read_ago,
    "weekend": _read_weekend,
    "end": _read_end,
}
