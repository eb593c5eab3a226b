"""The gazetteer: people who hold office, with their other names, sides and terms.

Terms of office bound the date of an article that names someone in office; they are public record.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from iraqreader.lexicon import load_rows

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Term:
    """One office held by one person: first and last day, both included; `end` is None while it lasts."""

    person: str
    title: str
    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """One person. `id` is the slug of the full name; `aliases` are other full names, as newspapers print them.

    `pronoun` is what the person goes by: "he" or "she". Who sits in `congress` speaks for no government.
    """

    id: str
    name: str
    side: str
    aliases: tuple[str, ...] = ()
    pronoun: str = "he"
    congress: bool = False


@cache
def gazetteer() -> dict[str, KnownPerson]:
    """Everyone known, by id."""
    return {person.id: person for person in load_rows("people", KnownPerson)}


@cache
def terms() -> dict[str, tuple[Term, ...]]:
    """Offices held, by person id, in file order."""
    held: dict[str, tuple[Term, ...]] = {}
    for term in load_rows("terms", Term):
        held[term.person] = (*held.get(term.person, ()), term)
    return held
