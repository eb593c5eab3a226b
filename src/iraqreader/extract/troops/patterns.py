"""Patterns for the words on either side of a number of soldiers; the words are in forces.toml."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from iraqreader.lexicon.forces import alternatives

if TYPE_CHECKING:
    from iraqreader.model import Qualifier

QUALIFIERS: tuple[Qualifier, ...] = ("more_than", "at_least", "up_to", "fewer_than", "about")


@cache
def soldiers() -> re.Pattern[str]:
    """As in "… U.S. troops": the words from a number to the soldiers that it counts."""
    gap, word = r"[\s\u00a0-]", r"[^\W\d][\w.'’/&–-]*"
    other = rf"(?:(?:{alternatives('inside')})|(?!(?:{alternatives('never', 'whole', 'part')})[\s,.;-]){word}),?"
    noun = rf"(?P<whole>{alternatives('whole')})|(?P<part>{alternatives('part')})"
    return re.compile(rf"(?:(?:-plus|\+)?{gap})(?:{other}{gap}){{0,6}}?(?:{noun})(?![\w-]|['’]s\b)", re.IGNORECASE)


@cache
def sized() -> re.Pattern[str]:
    """As in "…-strong American force": the unit that a number sizes."""
    units = alternatives("group")
    return re.compile(
        rf"[\s-](?:strong|man|member|soldier|troop|person|marine)(?:\s(?!work|labor|police|sales)[\w.'’-]+){{0,4}}?\s(?:{units})\b|-strong\b",
        re.IGNORECASE,
    )


@cache
def level_lead() -> re.Pattern[str]:
    """As in "A cap of …": a measure of a force, before its number."""
    return re.compile(rf"\b(?:{alternatives('level', 'body')})(?:\sin\s\d{{4}})?\sof\s$", re.IGNORECASE)


@cache
def group() -> re.Pattern[str]:
    """As in "A battalion of …": a unit, before its number."""
    return re.compile(
        rf"\b(?:initial\s|first\s|total\s)?(?:{alternatives('group')})\sof\s(?:(?:just|only|a total of)\s)?$",
        re.IGNORECASE,
    )


@cache
def qualifier_before() -> re.Pattern[str]:
    """As in "More than …": the qualifier before a number, by its label."""
    return re.compile(
        rf"(?<![\w-])(?:{_labelled()})\s(?:(?:a|the|an)\s(?:total|estimated)(?:\sof)?\s)?$", re.IGNORECASE
    )


@cache
def qualifier_after() -> re.Pattern[str]:
    """As in "… or so": the qualifier after a number, by its label."""
    return re.compile(rf"\s?(?:{_labelled()})(?!\w)", re.IGNORECASE)


@cache
def increment_before() -> re.Pattern[str]:
    """As in "Another …": the word before a number that adds it to others."""
    return re.compile(rf"\b(?:an?\s)?(?:{alternatives('increment')})\s(?:(?:of|to)\s)?$", re.IGNORECASE)


def _labelled() -> str:
    return "|".join(f"(?P<{label}>{alternatives(label)})" for label in QUALIFIERS)
