"""The words of a troop count: a number, what stands on either side of it, and the soldiers that it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from iraqreader.extract.numbers import Number, find_numbers
from iraqreader.extract.troop_patterns import (
    QUALIFIERS,
    group,
    increment_before,
    level_lead,
    qualifier_after,
    qualifier_before,
    rise,
    sized,
    soldiers,
)
from iraqreader.extract.troop_patterns import (
    some_of as some_of_words,
)
from iraqreader.lexicon.forces import forces
from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iraqreader.extract.segment import Document
    from iraqreader.model import Qualifier

FEW = 30
"""Fewer soldiers than this are people in an incident, unless the words make them a force."""

_LINK = re.compile(
    r"\s?(?:[-–—]|to|and|or)\s?(?:(?:about|around|roughly|some|perhaps|as many as|even)\s)?", re.IGNORECASE
)
_TWO_LEVELS = re.compile(r"\b(?<!anywhere )(?:from|by)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_ENDS = re.compile(
    r"[\s\u00a0]*(?:$|[.,;:!?)\]\"”’—–]|-?\s(?:in|by|since|from|to|at|and|or|as|on|of|for|with|this|that|who|are|is|were|was|there|now|"
    r"more|additional|last|next|over|under|through|during|after|before|but|while|when|will|would|had|have|has|today|already|"
    r"currently|early|late|until|than|soon|deployed|stationed|serving|sent|strong|within|around|on top|if|because|"
    r"(?:a|one|two|three|several|\d+)\s(?:year|month|week|decade)s?)\b)",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\b(?:to|from|at|by|than|reach(?:ed|es|ing)?|total(?:s|ed|ing|ling)?|is|was|were|are|be|been|numbers?|number(?:ed|ing)|sen[dt]|"
    r"sending|deploy(?:s|ed|ing)?|has|have|had|withdraw(?:n|ing)?|leav(?:e|es|ing)|left|keep(?:s|ing)?|kept|bring(?:s|ing)?|brought|"
    r"add(?:s|ed|ing)?|pull(?:ed|ing)?|stood|stands?|remain(?:s|ed|ing)?|with|for|only|just|below|another|including|hit|us|now|roughly|"
    r"an|additional|another|extra|the|those|these|other|first|initial|last|remaining|and|or|,|some|whom|which|dropped|fell|fallen|rose|risen|grown|climbed|swelled)\s$",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    r"\s(?:the\s)?(?:total\s)?number\sof\s(?:\S+\s){0,3}?(?:troops|soldiers|forces|personnel|advis[eo]rs)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:anywhere from|between)\s$", re.IGNORECASE)
_YEAR_LEADS = re.compile(
    r"\b(?:in|since|until|by|of|from|during|before|after|early|late|mid|to|and|the|through|\w+ber|\w+ary|march|april|may|june|july|august)[\s-]$",
    re.IGNORECASE,
)
_CLAUSES = 600
"""Code points of a sentence that are read on either side of a number, at most: a "sentence" may be a whole page."""
_MOST = 1_000_000
_MILITARY = re.compile(
    r"troop|soldier|militar|U\.S\b|Americ|\barmy\b|NATO|coalition|marine|deploy|Iraq|Afghan|Syria", re.IGNORECASE
)
_NEAR = 160
"""Code points between a bare number and the soldiers that it counts, at most."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of one troop count.

    `start` is where the number begins with its qualifier, `words` run from the number to the soldiers; `whole` is a
    word for a whole force ("troops") as against a part ("advisers").
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
    def bare_year(self) -> bool:
        """Whether the number may be a year: "2007", but not "2,007"."""
        return self.high is None and 1900 <= self.low <= 2039 and self.span.of(self.text).isdigit()


def find_phrases(report: Document) -> Iterator[Phrase]:
    """The words of every troop count of a report, in text order."""
    last_noun = -_NEAR
    for sentence in report.sentences:
        nouns = [match.start() for match in forces("whole", "part", "body").finditer(report.text, *sentence)]
        if nouns or sentence.start - last_noun < _NEAR:
            yield from _in_sentence(report.text, sentence, last_noun)
        last_noun = nouns[-1] if nouns else last_noun


def _in_sentence(text: str, sentence: Span, context: int) -> Iterator[Phrase]:
    for number in _ranges(text, sentence, list(find_numbers(text, *sentence)), context):
        near = Span(max(sentence.start, number.span.start - _CLAUSES), min(sentence.end, number.span.end + _CLAUSES))
        found = replace(number, sentence=near)
        phrase = next((phrase for rule in RULES if (phrase := rule(found))), None)
        if phrase is not None:
            yield phrase


def _ranges(text: str, sentence: Span, numbers: list[Number], context: int) -> Iterator[Found]:
    """The numbers of a sentence, two of them as one where they are the ends of a range."""
    skip = False
    for number, after in zip_longest(numbers, numbers[1:]):
        if skip:
            skip = False
        elif after is not None and _is_range(text, sentence, number, after):
            yield Found(text, sentence, Span(number.span.start, after.span.end), number.value, after.value, context)
            skip = True
        else:
            yield Found(text, sentence, number.span, number.value, None, context)


def _is_range(text: str, sentence: Span, number: Number, after: Number) -> bool:
    between = text[number.span.end : after.span.start]
    if number.value >= after.value or not _LINK.fullmatch(between):
        return False
    lead = text[max(sentence.start, number.span.start - 30) : number.span.start].casefold()
    if "and" in between:
        return "between" in lead
    return not _TWO_LEVELS.search(lead)


def counted_soldiers(found: Found) -> Phrase | None:
    """As in "About 5,000 U.S. troops": the number counts the noun after it."""
    match = soldiers().match(found.text, found.span.end, found.sentence.end)
    if match is None or not _is_number_there(found):
        return None
    return _phrase(found, match.end(), match["whole"] is not None, "counted_soldiers")


def sized_unit(found: Found) -> Phrase | None:
    """As in "The 5,200-strong force", "an 800-man battalion": the number sizes a unit of soldiers."""
    match = sized().match(found.text, found.span.end, found.sentence.end)
    return _phrase(found, match.end(), True, "sized_unit") if match else None


def group_of(found: Found) -> Phrase | None:
    """As in "A battalion of 800", "a first wave of 1,200": a unit, then its number, and nothing counted after it."""
    start, _ = _qualified(found)
    match = group().search(found.text, max(found.sentence.start, start - 60), start)
    if match is None or not _ends_there(found) or not FEW <= found.low <= _MOST:
        return None
    return _phrase(found, found.span.end, True, "group_of", match.start())


def level_of(found: Found) -> Phrase | None:
    """As in "Raise the number of U.S. troops from 3,100 to 3,550": a bare number after the soldiers that it counts."""
    if not _ends_there(found) or not FEW <= found.low <= _MOST or found.bare_year:
        return None
    start, _ = _qualified(found)
    lead = max(found.sentence.start, start - 30)
    if not (_LEADS.search(found.text, lead, start) or level_lead().search(found.text, lead, start)):
        return None
    before = found.text[max(found.sentence.start, start - _NEAR) : start]
    here = forces("whole", "part").search(before) or (forces("body").search(before) and _MILITARY.search(before))
    carried = start - found.context < 2 * _NEAR and forces("level", "group").search(before)
    return _phrase(found, found.span.end, True, "level_of") if here or carried else None


def rise_to(found: Found) -> Phrase | None:
    """As in "From 500 to 4,000 personnel": the first number of a change counts what the second counts."""
    match = rise().match(found.text, found.span.end, found.sentence.end)
    return _phrase(found, found.span.end, True, "rise_to") if match else None


def number_of(found: Found) -> Phrase | None:
    """As in "That brings to 3,100 the number of American troops": the number first, then what it is the number of."""
    match = _NUMBER_OF.match(found.text, found.span.end, found.sentence.end)
    return _phrase(found, found.span.end, True, "number_of") if match else None


def some_of(found: Found) -> Phrase | None:
    """As in "About 400 of the 2,000 U.S. troops": a part of a whole that is counted too."""
    match = some_of_words().match(found.text, found.span.end, found.sentence.end)
    return _phrase(found, found.span.end, False, "some_of") if match else None


RULES: tuple[Callable[[Found], Phrase | None], ...] = (
    counted_soldiers, sized_unit, group_of, rise_to, some_of, number_of, level_of,
)  # fmt: skip


def _phrase(found: Found, end: int, whole: bool, rule: str, head: int | None = None) -> Phrase:
    start, qualifier = _qualified(found)
    if found.high is not None and (match := _BETWEEN.search(found.text, max(found.sentence.start, start - 12), start)):
        start = match.start()
    words = found.text[found.span.end : end]
    near = found.text[start : min(end + 12, found.sentence.end)]
    return Phrase(
        Span(start if head is None else head, end),
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
    )


def _by(found: Found, start: int) -> bool:
    return found.text[max(found.sentence.start, start - 4) : start].endswith(" by ")


def _qualified(found: Found) -> tuple[int, Qualifier]:
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


def _ends_there(found: Found) -> bool:
    return _ENDS.match(found.text, found.span.end, found.sentence.end) is not None


def _is_number_there(found: Found) -> bool:
    """Not a year ("in 2007 troops were")."""
    before = found.text[max(found.sentence.start, found.span.start - 12) : found.span.start]
    return not (found.bare_year and _YEAR_LEADS.search(before))
