"""Reported speech: the clause that gives someone's words without marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iraqreader.extract.attribution import Attribution
    from iraqreader.extract.shapes import Shape
    from iraqreader.model import Span


def find_clause(shape: Shape, attribution: Attribution) -> Span | None:
    """The clause that this attribution reports; None where it reports nothing, or words in marks."""
    begin, end = shape.sentence(attribution.cue)
    if "Q" in shape.letters[begin:end]:
        return None
    if attribution.end < end:
        return shape.span(attribution.end, end)
    if begin < attribution.start:
        return shape.span(begin, attribution.start)
    return None
