"""Dated events: what happened on a known day, and the words by which a report speaks of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from iraqreader.lexicon import load_rows
from iraqreader.lexicon.people import Term

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Event:
    """One event of public record; `until` is the last day of what went on for long, such as a race for office.

    `anchors` are words in lower case of which one must stand in the sentence, and `words` patterns that must all be
    found there; none of `unless` may. Beside a `timed` event, "last week" says when it was.
    """

    name: str
    day: date
    anchors: tuple[str, ...]
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    until: date | None = None
    timed: bool = False

    def told_in(self, sentence: str) -> bool:
        """Whether the sentence, which holds an anchor, speaks of the event as one that has happened."""
        wanted, barred = _patterns(self.words), _patterns(self.unless)
        return all(word.search(sentence) for word in wanted) and not any(word.search(sentence) for word in barred)


@cache
def events() -> tuple[Event, ...]:
    """Every event known, in file order."""
    return load_rows("events", Event)


@cache
def campaigns() -> dict[str, tuple[Term, ...]]:
    """When who ran for president, as terms of an office, by person id."""
    runs: dict[str, tuple[Term, ...]] = {}
    for run in load_rows("campaigns", Term):
        runs[run.person] = (*runs.get(run.person, ()), run)
    return runs


@cache
def _patterns(words: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<!\w)(?:{word})", re.IGNORECASE) for word in words)
