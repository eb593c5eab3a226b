"""A number in its sentence, and the words of the troop count that it turns out to be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iraqreader.extract.troops.patterns import QUALIFIERS, increment_before, qualifier_after, qualifier_before
from iraqreader.lexicon.forces import forces
from iraqreader.model import Span

if TYPE_CHECKING:
    from iraqreader.model import Qualifier

FEW = 30
"""Fewer soldiers than this are people in an incident, unless the words make them a force."""
NEAR = 160
"""Code points between a bare number and the soldiers that it counts, in one sentence, at most."""
_BETWEEN = re.compile(r"\b(?:anywhere from|between)\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of one troop count.

    `start` is where the number begins with its qualifier, `words` run from the number to the soldiers; `whole` is a
    word for a whole force ("troops") as against a part ("advisers"). What is said of them goes on at `tail`, behind the
    words that a coordinated number shares ("300 Australian | and 143 New Zealand troops").
    """

    span: Span
    start: int
    number: Span
    sentence: Span
    low: int
    high: int | None
    qualifier: Qualifier
    words: str
    whole: bool
    increment: bool
    rule: str
    tail: int


@dataclass(frozen=True, slots=True)
class Found:
    """A number or a range in its sentence, before it is known what it counts."""

    text: str
    sentence: Span
    span: Span
    low: int
    high: int | None
    context: int

    @property
    def carries(self) -> bool:
        """Whether soldiers are named in the sentence before."""
        return self.context >= 0 and self.sentence.start - self.context < 2 * NEAR

    @property
    def bare_year(self) -> bool:
        """Whether the number may be a year: "2007", but not "2,007"."""
        return self.high is None and 1900 <= self.low <= 2039 and self.span.of(self.text).isdigit()


def phrase_of(found: Found, end: int, whole: bool, rule: str, tail: int | None = None) -> Phrase:
    """The phrase that a number makes with its qualifier and the words up to `end`."""
    start, qualifier = qualified(found)
    if found.high is not None and (match := _BETWEEN.search(found.text, max(found.sentence.start, start - 12), start)):
        start = match.start()
    words = found.text[found.span.end : end]
    near = found.text[start:end] + found.text[end : min(end + 12, found.sentence.end)].partition(",")[0]
    return Phrase(
        Span(start, end),
        start,
        found.span,
        found.sentence,
        found.low,
        found.high,
        "range" if found.high is not None else qualifier,
        words,
        whole,
        bool(forces("increment").search(near)) or _by(found, start),
        rule,
        end if tail is None else tail,
    )


def _by(found: Found, start: int) -> bool:
    return found.text[max(found.sentence.start, start - 4) : start].endswith(" by ")


def qualified(found: Found) -> tuple[int, Qualifier]:
    """Where the number begins with "another" and its qualifier, and which qualifier it is."""
    first, start = found.sentence.start, found.span.start
    if match := increment_before().search(found.text, max(first, start - 24), start):
        start = match.start()
    if match := qualifier_before().search(found.text, max(first, start - 40), start):
        return match.start(), _which(match)
    match = qualifier_after().match(found.text, found.span.end, found.sentence.end)
    return start, _which(match) if match else "exact"


def _which(match: re.Match[str]) -> Qualifier:
    return next(label for label in QUALIFIERS if match[label])
