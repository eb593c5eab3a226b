"""The words of a troop count: a number, what stands on either side of it, and the soldiers that it counts."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from iraqreader.extract.numbers import Number, find_numbers, has_number
from iraqreader.extract.troops.bare import group_of, level_of, some_of_them, they_who, unit_sized
from iraqreader.extract.troops.found import NEAR, Found, phrase_of
from iraqreader.extract.troops.nationals import counted_nationals, from_country, nationals_pattern
from iraqreader.extract.troops.patterns import sized, soldiers
from iraqreader.lexicon.forces import forces
from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iraqreader.extract.segment import Document
    from iraqreader.extract.troops.found import Phrase

_LINK = re.compile(
    r"\s?(?:[-–—]|to|and|or)\s?(?:(?:about|around|roughly|some|perhaps|as many as|even)\s)?", re.IGNORECASE
)
_TWO_LEVELS = re.compile(
    r"\b(?<!anywhere )(?<!range )(?<!ranges )(?<!ranged )(?<!ranging )(?:from|by)\s(?:\w+\s){0,2}$", re.IGNORECASE
)
_QUALIFIED = r"(?:(?:about|around|roughly|some|nearly|another|up\sto|as\smany\sas|more\sthan|at\sleast)\s)?"
_RISE = re.compile(r"\sto\s(?:[^\W\d]+\s){0,3}?[\d,]{2,9}(?!\w)", re.IGNORECASE)
_WHOLE = re.compile(r"\sof\s(?:the|its|our|their|those|these)\s(?:[^\W\d]+\s){0,2}?[\d,]{2,9}(?!\w)", re.IGNORECASE)
_OF_FORCE = re.compile(
    r"\sof\s(?:the|its|our|their|an?)\s(?:[^\W\d]+\s){0,3}?(?:force|contingent|presence|deployment|garrison)(?:\sof\s[\w,]+)?",
    re.IGNORECASE,
)
_AND_MORE = re.compile(rf"(?P<whose>(?:\s[A-Z][\w.]+){{1,3}}),?\s(?:and|or)\s{_QUALIFIED}[\d,]{{2,9}}(?!\w)")
_NUMBER_OF = re.compile(
    r"\s(?:the\s)?(?:total\s)?number\sof\s(?:\S+\s){0,3}?(?:troops|soldiers|forces|personnel|advis[eo]rs)\b",
    re.IGNORECASE,
)
_YEAR_LEADS = re.compile(
    r"\b(?:in|since|until|by|of|from|during|before|after|early|late|mid|to|and|the|through|\w+ber|\w+ary|march|april|may|june|july|august)[\s-]$",
    re.IGNORECASE,
)
_CLAUSES = 600
"""Code points of a sentence that are read on either side of a number, at most: a "sentence" may be a whole page."""


def find_phrases(report: Document) -> Iterator[Phrase]:
    """The words of every troop count of a report, in text order."""
    last_noun = -2 * NEAR
    for sentence in report.sentences:
        nouns = [match.start() for match in forces("whole", "part", "body").finditer(report.text, *sentence)]
        if has_number(report.text, *sentence) and (
            nouns or sentence.start - last_noun < 2 * NEAR or _names_others(report.text, sentence)
        ):
            for phrase in _in_sentence(report.text, sentence, last_noun):
                nouns.append(phrase.span.start)
                yield phrase
        last_noun = max([last_noun, *nouns, _the_americans(report.text, sentence)])


def _the_americans(text: str, sentence: Span) -> int:
    """Where a sentence speaks of soldiers as "the Americans" last, or -1."""
    return text.rfind("the Americans", *sentence)


def _names_others(text: str, sentence: Span) -> bool:
    """Whether a sentence names a unit, or a country's people, who may be soldiers."""
    return bool(forces("group").search(text, *sentence) or nationals_pattern().search(text, *sentence))


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
    return phrase_of(found, match.end(), match["whole"] is not None, "counted_soldiers")


def sized_unit(found: Found) -> Phrase | None:
    """As in "The 5,200-strong force", "an 800-man battalion": the number sizes a unit of soldiers."""
    match = sized().match(found.text, found.span.end, found.sentence.end)
    return phrase_of(found, match.end(), True, "sized_unit") if match else None


def rise_to(found: Found) -> Phrase | None:
    """As in "From 500 to 4,000 personnel": the first number of a change counts what the second counts."""
    shared = _shared(found, _RISE)
    return phrase_of(found, found.span.end, True, "rise_to", shared[1]) if shared else None


def one_and_another(found: Found) -> Phrase | None:
    """As in "300 Australian and 143 New Zealand troops": two numbers and one noun."""
    shared = _shared(found, _AND_MORE)
    return phrase_of(found, shared[0].end("whose"), True, "one_and_another", shared[1]) if shared else None


def number_of(found: Found) -> Phrase | None:
    """As in "That brings to 3,100 the number of American troops": the number first, then what it is the number of."""
    match = _NUMBER_OF.match(found.text, found.span.end, found.sentence.end)
    return phrase_of(found, found.span.end, True, "number_of") if match else None


def some_of(found: Found) -> Phrase | None:
    """As in "About 400 of the 2,000 U.S. troops": a part of a whole that is counted too."""
    shared = _shared(found, _WHOLE)
    if shared is None and (match := _OF_FORCE.match(found.text, found.span.end, found.sentence.end)):
        return phrase_of(found, found.span.end, False, "some_of", match.end())
    return phrase_of(found, found.span.end, False, "some_of", shared[1]) if shared else None


def _shared(found: Found, link: re.Pattern[str]) -> tuple[re.Match[str], int] | None:
    """The words from one number to the next, and the end of the soldiers that the next one counts."""
    match = link.match(found.text, found.span.end, found.sentence.end)
    noun = soldiers().match(found.text, match.end(), found.sentence.end) if match else None
    return (match, noun.end()) if match and noun else None


RULES: tuple[Callable[[Found], Phrase | None], ...] = (
    counted_soldiers,
    counted_nationals,
    sized_unit,
    unit_sized,
    group_of,
    rise_to,
    one_and_another,
    some_of,
    some_of_them,
    number_of,
    from_country,
    they_who,
    level_of,
)


def _is_number_there(found: Found) -> bool:
    """Not a year ("in 2007 troops were")."""
    before = found.text[max(found.sentence.start, found.span.start - 12) : found.span.start]
    return not (found.bare_year and _YEAR_LEADS.search(before))
