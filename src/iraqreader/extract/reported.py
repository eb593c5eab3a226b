"""Reported speech: the clause that gives someone's words without marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iraqreader.extract.attribution import SPEECH

if TYPE_CHECKING:
    from collections.abc import Collection

    from iraqreader.extract.attribution import Attribution
    from iraqreader.extract.shapes import Shape
    from iraqreader.model import Span

_INFINITIVE = re.compile(r"x[R]*[fbu]")
_NO_OBJECT = re.compile(r"f[p.,]")
_LOOSE_PARTICIPLE = re.compile(r"[^,iRac]y")


def find_clause(shape: Shape, attribution: Attribution, quoted: Collection[Span]) -> Span | None:
    """The clause that this attribution reports, where it reports one without marks.

    `quoted` holds the cues of direct quotations: what they introduce is in marks.
    """
    begin, end = shape.sentence(attribution.cue)
    if _reports_nothing(shape, attribution):
        return None
    if "Q" in shape.letters[begin:end]:
        return _beside_marks(shape, attribution, end, quoted)
    if attribution.end < end:
        return shape.span(attribution.end, end)
    return shape.span(begin, attribution.start) if begin < attribution.start else None


def _reports_nothing(shape: Shape, attribution: Attribution) -> bool:
    """They voted to support it. The plan they like. A man supporting it."""
    letters, cue = shape.letters, attribution.cue
    wish = attribution.letter not in SPEECH or attribution.letter in "bu"
    return (
        ((attribution.nested or attribution.subordinate) and wish)
        or (letters[max(cue - 1, 0)] == "x" and attribution.letter in "fbu")
        or bool(_NO_OBJECT.match(letters, cue))
        or bool(cue and _LOOSE_PARTICIPLE.match(letters, cue - 1))
    )


def _beside_marks(shape: Shape, attribution: Attribution, end: int, quoted: Collection[Span]) -> Span | None:
    """“We go,” Carter said, adding that he had asked Baghdad."""
    if attribution.letter not in SPEECH or shape.spans[attribution.cue] in quoted:
        return None
    if "Q" in shape.letters[attribution.end : end] or end - attribution.end < 2:
        return None
    return shape.span(attribution.end, end)
