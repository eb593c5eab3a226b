"""For whom someone speaks: a government while in its office, and otherwise nobody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iraqreader.lexicon.actors import actor_words
from iraqreader.lexicon.people import gazetteer, terms

if TYPE_CHECKING:
    from iraqreader.lexicon.people import Term
    from iraqreader.model import DateRange, Person, Side, Speaker

SIDES: tuple[Side, ...] = ("washington", "baghdad", "tehran", "erbil")
"""Those whose stance is read, in the order in which the reader shows them."""

_NO_OFFICE = re.compile(
    r"\b(?:sen\.?|senators?|rep\.?|representative|congress\w*|lawmaker|candidate|nominee|hopeful|front-?runner|former|ex-\w+|retired"
    r"|panel|committee|governor|gov\.?|mayor|analyst|professor|author|contributor|columnist|father|mother|wife)\b",
    re.IGNORECASE,
)
_LEGISLATURES = ("Speaker of the House", "Senate Majority Leader")


def side_of(someone: Person | None, published: DateRange) -> str:
    """Whose position a person holds: `other` for nobody's, empty where the report does not say.

    Who runs for office, sits in Congress or held office once speaks for no government.
    """
    return "" if someone is None else _side(someone.id, someone.side, someone.role, published)


def side_of_speaker(speaker: Speaker, published: DateRange) -> Side:
    """The side that a speaker speaks for: by the person, else by the words that name them; empty for nobody's."""
    side = _side(speaker.person, speaker.side, speaker.role, published)
    named = None if side else actor_words().search(speaker.name)
    side = str(named.lastgroup) if named else side
    return side if side in SIDES else ""


def _side(person: str | None, side: Side | None, role: str | None, published: DateRange) -> str:
    if side is None and role is None:
        return ""
    if _NO_OFFICE.search(role or "") or (person in gazetteer() and not _in_office(person, role, published)):
        return "other"
    return side if side in SIDES else "other"


def _in_office(person: str, role: str | None, published: DateRange) -> bool:
    """Whether a known person may have held an office of government when the article came out, or it gives them one."""
    held = [term for term in terms().get(person, ()) if term.title not in _LEGISLATURES]
    if any(_meets(term, published) for term in held):
        return True
    if held:
        return role is not None and not any(_alike(term.title, role) for term in held)
    return role is not None or not gazetteer()[person].congress


def _alike(title: str, role: str) -> bool:
    """Whether a role may be an office on record, by the words that both have."""
    return bool(set(title.casefold().split()) & set(role.casefold().split()) - {"of", "the", "and", "to", "for"})


def _meets(term: Term, published: DateRange) -> bool:
    begun = published.latest is None or term.start <= published.latest
    return begun and (published.earliest is None or term.end is None or published.earliest <= term.end)
