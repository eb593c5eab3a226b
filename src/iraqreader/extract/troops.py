"""Troop counts: how many soldiers, whose, where, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iraqreader.extract.segment import Document
    from iraqreader.model import Published, Quote, TroopCount


def find_troops(report: Document, quotes: tuple[Quote, ...], published: Published) -> tuple[TroopCount, ...]:
    """Every troop count of the report, in text order, at most one of them the headline."""
    return ()
