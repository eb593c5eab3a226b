"""Mentions of people, offices and bodies, and whom each one names."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from iraqreader.extract.asked import Asked
from iraqreader.extract.coreference import resolve_speaker
from iraqreader.extract.discourse import Discourse, read_discourse
from iraqreader.extract.names import find_names
from iraqreader.extract.register import Register
from iraqreader.extract.roles import best_role, describing_words, find_roles, is_former, title_start
from iraqreader.extract.sides import side_of_roles
from iraqreader.lexicon.people import terms
from iraqreader.model import Mention, Person, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from iraqreader.extract.names import Name
    from iraqreader.extract.register import Someone
    from iraqreader.extract.segment import Document
    from iraqreader.model import Quote, Speaker


@dataclass(frozen=True)
class People:
    """Everyone an article names, and the mentions that do so, in text order. A mention's span leaves titles out.

    `leads` holds where the titles before a mention begin, by where the mention does; `goes_by` holds "he" or "she", and `described` the words of all roles in small letters, by person id; `introduced`
    are the places where someone speaks unnamed before the name is given; `bodies` are the names of bodies and places.
    """

    document: Document
    persons: tuple[Person, ...]
    mentions: tuple[Mention, ...]
    leads: Mapping[int, int] = field(default_factory=dict)
    bodies: tuple[Name, ...] = ()
    goes_by: Mapping[str, str] = field(default_factory=dict)
    described: Mapping[str, frozenset[str]] = field(default_factory=dict)
    once: Mapping[str, frozenset[str]] = field(default_factory=dict)
    introduced: tuple[tuple[Span, Person], ...] = ()

    def speaker(self, mention: Span, quote: Span, earlier: Sequence[Quote]) -> Speaker:
        """Whom the words of `mention` stand for as the speaker of `quote`.

        `earlier` holds the quotes before this one, in text order, with their speakers: what "he" goes on from.
        """
        return resolve_speaker(Asked(self, mention, quote, earlier))

    @cached_property
    def discourse(self) -> Discourse:
        """Who came up where, with "he" and "she" read."""
        return read_discourse(self.document, self.mentions, self.leads, self.goes_by)

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(person.id for person in self.persons)

    def is_person(self, person_id: str | None) -> bool:
        """Whether that id is one of the article's people, and not of a body."""
        return person_id in self._ids

    def mentions_in(self, span: Span) -> Sequence[Mention]:
        """The mentions that begin inside `span`."""
        first = bisect_left(self.mentions, span.start, key=lambda mention: mention.span.start)
        return self.mentions[first : bisect_left(self.mentions, span.end, key=lambda mention: mention.span.start)]

    def bodies_in(self, span: Span) -> Sequence[Name]:
        """The names of bodies and places that begin inside `span`."""
        first = bisect_left(self.bodies, span.start, key=lambda name: name.span.start)
        return self.bodies[first : bisect_left(self.bodies, span.end, key=lambda name: name.span.start)]

    def sentences_before(self, at: int, count: int) -> Iterator[Span]:
        """The sentence that holds `at` and those before it, the nearest first."""
        index = bisect_left(self.document.sentences, at + 1, key=lambda span: span.start)
        return iter(self.document.sentences[max(0, index - count) : index][::-1])


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
