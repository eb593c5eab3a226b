"""Quotations, direct and reported: their words, cue and speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iraqreader.extract.people import People
    from iraqreader.extract.segment import Document
    from iraqreader.model import Quote


def find_quotes(report: Document, people: People) -> tuple[Quote, ...]:
    """Every quotation of the report, in text order."""
    return ()
