"""What is known around one troop count: its clause, the places near it, the count before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from iraqreader.lexicon.forces import alternatives

if TYPE_CHECKING:
    from iraqreader.extract.places import Place, Places
    from iraqreader.extract.troops.clause import Setting
    from iraqreader.extract.troops.found import Phrase
    from iraqreader.model import Published, Status, TroopCount

_HOSTS = re.compile(
    r"(?:\s(?:air\s|military\s)?bases?)?(?:,\s[^,]{0,60},)?\s(?:(?:also|now|already|currently)\s)?(?:(?P<hosts>hosts?|hosted|hosting|houses?|is\shome\sto|was\shome\sto)|has|had)\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around one troop count: its clause, and where its text has been."""

    text: str
    setting: Setting
    places: Places
    next_start: int
    published: Published
    status: Status
    last: TroopCount | None

    @property
    def phrase(self) -> Phrase:
        """The words of the count."""
        return self.setting.phrase

    def places_after(self) -> tuple[Place, ...]:
        """The places named near after the soldiers, before the next number."""
        start = self.phrase.tail
        return self.places.between(start, min(self.next_start, start + 120))


def is_host(place: Place, context: Context) -> bool:
    """Whether a country before the number hosts another's soldiers: "Kuwait hosts 13,000"."""
    hosts = None if place.located else _HOSTS.match(context.text, place.span.end, context.phrase.start)
    return bool(hosts and (hosts["hosts"] or holder_words("us").search(context.phrase.words)))


def is_heading(place: Place, context: Context) -> bool:
    """As in "Bahrain: 7,000 sailors": whether a sentence is the line of a list that is headed by its place."""
    begins = place.span.start - context.phrase.sentence.start < 3
    return begins and context.text[place.span.end : context.phrase.start].strip() in (":", "—", "–", "-")


def places_before(context: Context) -> tuple[Place, ...]:
    """The places that the sentence names before the number."""
    return context.places.between(context.phrase.sentence.start, context.phrase.start)


@cache
def holder_words(label: str) -> re.Pattern[str]:
    """Any entry of one list of forces.toml, whole and in its case."""
    return re.compile(rf"(?<![\w-])(?:{alternatives(label)})(?![\w-])")
