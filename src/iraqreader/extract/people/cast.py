"""Everyone an article names, where, and who came up when: what a question about a speaker is asked of."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from iraqreader.extract.people.discourse import Discourse, read_discourse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from iraqreader.extract.people.names import Name
    from iraqreader.extract.segment import Document
    from iraqreader.model import Mention, Person, Span


@dataclass(frozen=True)
class People:
    """Everyone an article names, and the mentions that do so, in text order. A mention's span leaves titles out.

    `leads` holds where the titles before a mention begin, by where the mention does. By person id, `goes_by` holds "he"
    or "she", `described` the words of all present roles in small letters, and `once` those of former ones. `introduced`
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
