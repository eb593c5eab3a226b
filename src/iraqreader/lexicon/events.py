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


@cache
def events() -> tuple[Event, ...]:
    """Every event known, in file order."""
    return load_rows("events", Event)


@dataclass(frozen=True, slots=True)
class Election:
    """A vote, or another day set long before, that comes round: every such day, and the words for it."""

    name: str
    days: tuple[date, ...]
    anchors: tuple[str, ...]
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@cache
def elections() -> tuple[Election, ...]:
    """Every such vote known, in file order."""
    return load_rows("elections", Election)


@cache
def campaigns() -> dict[str, tuple[Term, ...]]:
    """When who ran for president, as terms of an office, by person id."""
    runs: dict[str, tuple[Term, ...]] = {}
    for run in load_rows("campaigns", Term):
        runs[run.person] = (*runs.get(run.person, ()), run)
    return runs


def told_in(told: Event | Election, sentence: str) -> bool:
    """Whether a sentence, which holds an anchor, speaks of it in the words known for it."""
    wanted, barred = _patterns(told.words), _patterns(told.unless)
    return all(word.search(sentence) for word in wanted) and not any(word.search(sentence) for word in barred)


@cache
def _patterns(words: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<!\w)(?:{word})", re.IGNORECASE) for word in words)
