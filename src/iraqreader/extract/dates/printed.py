"""Bounds from printed days, months and years: what a report looks back on lies before it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from iraqreader.extract.dates.bounds import Bound
from iraqreader.extract.dates.calendar_days import resolve
from iraqreader.model import DateRange, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqreader.extract.dates.calendar_words import TimeWords
    from iraqreader.extract.segment import Document
    from iraqreader.model import Span

SHORTEST = 40
"""Code points of a sentence; in a shorter one a date stands alone, and belongs to a correction or a caption."""
WIDEST = 600
"""Code points on either side of it that are read of a sentence."""
NEAR_VERB = 60
"""Code points before and after a year in which what was done then is told."""

_WEIGHTS = {"date": 3.0, "month": 2.0, "year": 2.0}
_AHEAD = re.compile(
    r"\bmay\b|\b(?i:will|would|wo|could|might|must|timetable|dates? (?:on|for|by)|shall|should|by|until|till|expected|expects?|scheduled|plan(?:s|ned)?|due|deadline"
    r"|expir\w+|next|upcoming|if|before|ahead|through|forecast|project(?:ed|ion)|hope[sd]?|aims?|goal|target|extend\w*|fiscal"
    r"|beyond|toward|end of|late|early as|promis\w+|vow\w*|set to|hosts?|run(?:ning)?|elections?|race|campaign|cycle|nominee"
    r"|candidates?|bid|presidential|budget|coming|future|going to|wants? to|proposed?|possib\w+|likely)\b"
)
_DONE = re.compile(
    r"\b(?:was|were|had|did|since|\w{2,}ed|went|came|took|won|lost|began|left|ran|became|made|fell|rose|met|saw|told|said"
    r"|invasion|war|withdrawal|attack|back)\b",
    re.IGNORECASE,
)
_ENDS = frozenset({"to", "from", "and", "between"})


def printed_bounds(report: Document, printed: Iterable[TimeWords]) -> Iterator[Bound]:
    """The latest day, month and year that the report looks back on, each as an earliest day."""
    latest: dict[str, tuple[date, TimeWords]] = {}
    for words in printed:
        first = _first_day(report.text, words) if words.kind in _WEIGHTS and words.year else None
        if first and first > latest.get(words.kind, (date.min,))[0] and _looks_back(report, words):
            latest[words.kind] = (first, words)
    for kind, (first, words) in latest.items():
        note = f"the report looks back on {words.span.of(report.text)}"
        yield Bound((DateRange(first, None),), Reason(note, words.span), _WEIGHTS[kind])


def _first_day(text: str, words: TimeWords) -> date | None:
    """The earliest day meant; a day earlier in markup and below a tweet, whose clocks run in another zone."""
    days = resolve(words, date.min)
    elsewhere = text[max(0, words.span.start - 2) : words.span.start] in ('="', ") ")
    return days.earliest - timedelta(days=elsewhere) if days and days.earliest else None


def _looks_back(report: Document, words: TimeWords) -> bool:
    """Whether the sentence looks at nothing ahead, and, for a mere year, tells of something done close by."""
    sentence = report.sentence_at(words.span.start)
    if not sentence or words.how == "for" or sentence.end - sentence.start < SHORTEST:
        return False
    if _AHEAD.search(
        report.text, max(sentence.start, words.span.start - WIDEST), min(sentence.end, words.span.end + WIDEST)
    ):
        return False
    return words.kind != "year" or (words.how not in _ENDS and _done_near(report.text, words.span, sentence))


def _done_near(text: str, year: Span, sentence: Span) -> bool:
    near = max(sentence.start, year.start - NEAR_VERB), min(sentence.end, year.end + NEAR_VERB)
    return _DONE.search(text, *near) is not None
