"""Mentions of people, offices and bodies, and whom each one names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqreader.extract.people.cast import People
from iraqreader.extract.people.coreference import resolve_speaker
from iraqreader.extract.people.names import find_names
from iraqreader.extract.people.register import Register
from iraqreader.extract.people.roles import best_role, describing_words, find_roles, is_former, title_start
from iraqreader.extract.people.sides import side_of_roles
from iraqreader.lexicon.people import terms
from iraqreader.model import Mention, Person

if TYPE_CHECKING:
    from iraqreader.extract.people.names import Name
    from iraqreader.extract.people.register import Someone
    from iraqreader.extract.segment import Document

__all__ = ["People", "find_people", "resolve_speaker"]


def find_people(report: Document) -> People:
    """Find the people of an article by their names, titles and roles."""
    names = find_names(report)
    register = Register(report.text, names)
    named = [(name, someone) for name in names if (someone := register.resolve(name))]
    leads: list[tuple[Name, int]] = []
    for name, someone in named:
        if sentence := report.sentence_at(name.span.start):
            someone.roles.extend(find_roles(report.text, name, sentence))
            leads.append((name, title_start(report.text, name, sentence)))
    everyone = {someone.id: someone for _, someone in named}
    persons = {key: _person(report.text, someone) for key, someone in everyone.items()}
    return People(
        document=report,
        persons=tuple(persons.values()),
        mentions=tuple(Mention(name.span, "name", persons[someone.id]) for name, someone in named),
        leads={name.span.start: lead for name, lead in leads},
        bodies=tuple(name for name in names if name.kind == "body"),
        goes_by={key: pronoun for key, someone in everyone.items() if (pronoun := someone.pronoun())},
        described={key: _described(someone) for key, someone in everyone.items()},
        once={key: _once(someone) for key, someone in everyone.items()},
        introduced=tuple(
            (role.introduced, persons[key]) for key, one in everyone.items() for role in one.roles if role.introduced
        ),
    )


def _person(text: str, someone: Someone) -> Person:
    side = side_of_roles(someone.roles, someone.known.side if someone.known else None)
    return Person(someone.id, someone.full_name(text), best_role(someone.roles), side)


def _described(someone: Someone) -> frozenset[str]:
    """Every word of what someone is, in small letters; else of what someone was, else of the offices on record."""
    now = [role.words for role in someone.roles if not is_former(role.words)]
    was = [role.words for role in someone.roles]
    office = [term.title for term in terms().get(someone.id, ())]
    return describing_words(" ".join([*someone.leads, *(now or was or office)]))


def _once(someone: Someone) -> frozenset[str]:
    """Every word of what someone was: as the article has it, and of every office on record."""
    was = [role.words for role in someone.roles if is_former(role.words)]
    return describing_words(" ".join([*was, *(term.title for term in terms().get(someone.id, ()))]))
