"""Mentions of people, offices and bodies, and whom each one names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iraqreader.model import Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iraqreader.extract.segment import Document
    from iraqreader.model import Mention, Person, Quote, Span


@dataclass(frozen=True, slots=True)
class People:
    """Everyone an article names, and the mentions that do so, in text order."""

    document: Document
    persons: tuple[Person, ...]
    mentions: tuple[Mention, ...]

    def speaker(self, mention: Span, quote: Span, earlier: Sequence[Quote]) -> Speaker:
        """Whom the words of `mention` stand for as the speaker of `quote`.

        `earlier` holds the quotes before this one, in text order, with their speakers: what "he" goes on from.
        """
        return Speaker(mention, mention.of(self.document.text))


def find_people(report: Document) -> People:
    """Find the people of an article by their names, titles and roles."""
    return People(report, (), ())
