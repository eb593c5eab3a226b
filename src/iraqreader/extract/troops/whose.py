"""Whose soldiers are counted: by a word beside the number, by who holds them, or by the count before."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from iraqreader.extract.places import THEATRES
from iraqreader.extract.troops.context import Context, holder_words, is_heading, is_host, places_before
from iraqreader.lexicon.places import any_of, peoples

if TYPE_CHECKING:
    from collections.abc import Callable

    from iraqreader.extract.places import Place
    from iraqreader.model import Whose

_HOLDERS: dict[Whose, str] = {"us": "us_holder", "nato": "nato", "coalition": "coalition", "iraqi": "iraqi_holder"}

_ORIGIN = re.compile(
    r"\s(?:from|are|were)\s(?:(?:the|several|\d+|\w+teen|two\sdozen|a\sdozen|dozens\sof)\s)?([\w.]+(?:\s[\w.]+)?)"
)

_BACK = 600
"""Code points before a number in which a force may be named that it counts."""

_ITS = re.compile(r"\W*(?:Its|It (?:\w+ )?ha[sd])\s")

_LABELS: tuple[Whose, ...] = ("nato", "coalition", "us", "iraqi", "other", "foreign")


def whose_by_word(context: Context) -> Whose | None:
    """As in "5,000 U.S. troops", "1,200 British soldiers": a word between the number and the soldiers."""
    named = _named(context.phrase.words) or _by_people(context.phrase.words, context)
    return named or ("foreign" if context.phrase.rule == "from_country" else None)


def whose_by_origin(context: Context) -> Whose | None:
    """As in "400 soldiers from Italy"."""
    after = _ORIGIN.match(context.text, context.phrase.span.end, context.phrase.sentence.end)
    return _named(after[1]) or _by_people(after[1], context) if after else None


def whose_by_holder(context: Context) -> Whose | None:
    """As in "Britain has 1,400 troops", "the coalition's force of 8,000": the last one named before the number."""
    start = context.phrase.sentence.start
    words = context.text[start : context.phrase.start]
    found = [
        (match.start(), label)
        for label, words_of in _HOLDERS.items()
        for match in holder_words(words_of).finditer(words)
    ]
    found += [(place.span.start - start, "foreign") for place in _partners(context)]
    return max(found)[1] if found else None


def whose_by_unit(context: Context) -> Whose | None:
    """As in "Two Iraqi divisions — 30,000 soldiers —": the number says how many a unit named just before it has."""
    match = _unit().search(context.text, context.phrase.sentence.start, context.phrase.start)
    return "iraqi" if match else None


@cache
def _unit() -> re.Pattern[str]:
    owner = r"(?:Iraqi|Iraq[’']s)\s(?:\w+\s){0,2}(?:army|divisions?|brigades?|battalions?|units?|contingent)"
    return re.compile(rf"{owner}(?:\s?[—–-]\s?|,\s(?:and\s|or\s|with\s)?|\s?\(|:\s)$")


def whose_by_it(context: Context) -> Whose | None:
    """As in "France was staying put. Its 160 soldiers": the country that the sentence before is about."""
    start, text = context.phrase.sentence.start, context.text
    if not _ITS.fullmatch(text, start, context.phrase.start):
        return None
    acting = [place.country for place in context.places.between(max(0, start - 150), start) if not place.located]
    return None if not acting else "iraqi" if acting[-1] == "Iraq" else None if acting[-1] in THEATRES else "foreign"


def whose_by_last_force(context: Context) -> Whose | None:
    """As in "The Turkish contingent … a convoy carrying 150 soldiers": the last force named, unless it is American."""
    start = max(0, context.phrase.start - _BACK)
    ours = max(
        (match.end() for match in holder_words("us_holder").finditer(context.text, start, context.phrase.start)),
        default=-1,
    )
    theirs = [match for match in _force().finditer(context.text, start, context.phrase.start) if match.start() > ours]
    return "foreign" if any(peoples()[match["people"]] not in THEATRES for match in theirs[-1:]) else None


@cache
def _force() -> re.Pattern[str]:
    forces = r"(?:troops|soldiers|forces|contingent|army|base|brigade|battalion|personnel|trainers|military|convoy|garrison|mission)"
    return re.compile(rf"(?<![\w-])(?P<people>{any_of(peoples())})\s(?:\w+\s){{0,2}}{forces}\b")


def whose_so_far(context: Context) -> Whose | None:
    """As in "About 200 of them": those of the number before."""
    return context.last.whose if context.last and context.phrase.rule in ("some_of_them", "they_who") else None


def whose_by_default(_: Context) -> Whose:
    """In this news, soldiers of whom nothing is said are American."""
    return "us"


WHOSE: tuple[Callable[[Context], Whose | None], ...] = (
    whose_by_word,
    whose_by_origin,
    whose_by_unit,
    whose_by_holder,
    whose_by_it,
    whose_so_far,
    whose_by_last_force,
    whose_by_default,
)


def _named(words: str) -> Whose | None:
    return next((label for label in _LABELS if holder_words(label).search(words)), None)


def _partners(context: Context) -> list[Place]:
    """Countries before a number that act, with soldiers of their own: no place that something is in or to."""
    acting = [place for place in places_before(context) if not place.located and place.country not in ("", *THEATRES)]
    return [place for place in acting if not (is_host(place, context) or is_heading(place, context))]


def _by_people(words: str, context: Context) -> Whose | None:
    match = _people().search(words)
    if match is None:
        return None
    found = context.places.between(context.phrase.span.start, context.phrase.sentence.end)
    return "other" if peoples()[match[0]] in {place.country for place in found if place.located} else "foreign"


@cache
def _people() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of(peoples())})(?!\w)")
