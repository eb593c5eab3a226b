"""The question that a quote asks of the people of an article, and the forms of an answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from iraqreader.extract.people.sides import find_side
from iraqreader.lexicon.names import slug
from iraqreader.model import Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from iraqreader.extract.people.cast import People
    from iraqreader.model import Person, Quote

_DEFINITE = re.compile(r"(?:the|his|her|their|its|this|that|[\w.]+['’]s)\b", re.IGNORECASE)
_INDEFINITE = re.compile(r"an?\b", re.IGNORECASE)
_NATION = re.compile(r"^(?:U\.S\.|US) (?=[A-Z])")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True)
class Asked:
    """Whom do the words at `mention` stand for, as the speaker of `quote`, after the quotes `earlier`?"""

    people: People
    mention: Span
    quote: Span
    earlier: Sequence[Quote]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.people.document.text

    @property
    def start(self) -> int:
        """Where the mention begins."""
        return self.mention.start

    @cached_property
    def words(self) -> str:
        """The mention, with single blanks."""
        return " ".join(self.mention.of(self.text).split())

    @property
    def definite(self) -> bool:
        """Whether the words point at someone known: "the general", "Poe's lawyer"."""
        return bool(_DEFINITE.match(self.words))

    @property
    def indefinite(self) -> bool:
        """Whether the words bring up someone new: "a spokesman"."""
        return bool(_INDEFINITE.match(self.words))

    def back(self, size: int) -> Span:
        """The text before the mention, up to `size` code points of it."""
        return Span(max(0, self.start - size), self.start)

    def antecedent(self, pronoun: str, but: Collection[str] = ()) -> Speaker | None:
        """Whom "he" or "she" would stand for in place of the words; none of the ids in `but`."""
        return self.person(self.people.discourse.antecedent(pronoun, self.start, self.quote.of(self.text), but))

    def person(self, person: Person | None) -> Speaker | None:
        """The answer that it is this person, if it is one."""
        return Speaker(self.mention, person.name, person.role, person.side, person.id) if person else None

    def same(self, speaker: Speaker) -> Speaker:
        """The answer that it is the speaker of an earlier quote."""
        return Speaker(self.mention, speaker.name, speaker.role, speaker.side, speaker.person)

    def body(self, name: str) -> Speaker:
        """The answer that it is a body of this name, which has the same id in every article."""
        plain = _POSSESSIVE.sub("", " ".join(name.split()))
        return Speaker(self.mention, plain, None, find_side(plain), slug(_NATION.sub("", plain)))
