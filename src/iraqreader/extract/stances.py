"""What each side wants of the U.S. military presence in Iraq, as the report shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iraqreader.extract.people import People
    from iraqreader.extract.segment import Document
    from iraqreader.model import Quote, Stance


def find_stances(report: Document, quotes: tuple[Quote, ...], people: People) -> tuple[Stance, ...]:
    """One stance for each side that the report gives a position: Washington, Baghdad, then others by name."""
    return ()
