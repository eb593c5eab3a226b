"""Countries, the places in them and the words for their people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from iraqreader.lexicon import load_rows


@dataclass(frozen=True, slots=True)
class Country:
    """One country. `name` is empty for words that stand for more than one country ("the region")."""

    name: str
    places: tuple[str, ...]
    demonym: tuple[str, ...]


@cache
def countries() -> dict[str, str]:
    """The country's name by each of its places, and by its places in capitals, as datelines have them."""
    rows = load_rows("places", Country)
    named = {place: row.name for row in rows for place in row.places}
    return {place.upper(): name for place, name in named.items() if not place.islower()} | named


@cache
def peoples() -> dict[str, str]:
    """The country's name by each word for its people."""
    return {word: row.name for row in load_rows("places", Country) for word in row.demonym}


@cache
def nationals() -> dict[str, str]:
    """The country's name by each word for several of its people ("Danes"), but not where they are at war at home."""
    at_home = ("Iraq", "Syria", "Afghanistan", "Iran", "Yemen", "Libya", "Somalia", "Lebanon", "Israel", "Egypt")
    return {word: country for word, country in peoples().items() if word.endswith("s") and country not in at_home}


def any_of(words: tuple[str, ...] | dict[str, str]) -> str:
    """A pattern for any of the words, the longest first, its hyphens and blanks as loose as news prints them."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))
