"""Reported speech: the clause that gives someone's words without marks."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from iraqreader.extract.quotes.attribution import SPEECH
from iraqreader.extract.quotes.noun_phrases import AFTER_NOUN, NOUN_PHRASE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from iraqreader.extract.quotes.attribution import Attribution
    from iraqreader.extract.quotes.shapes import Shape
    from iraqreader.model import Span

_ADVERBIALS = rf"(?:[RT]|[opx](?:{NOUN_PHRASE}|T){AFTER_NOUN})*"
_ADDRESSED = re.compile(rf"(?:{NOUN_PHRASE}{AFTER_NOUN})?{_ADVERBIALS},?(?P<that>s)")
_CLOSES = re.compile(rf"(?:{NOUN_PHRASE})?{_ADVERBIALS}(?:,[^,]*)?$")
_INTRODUCES = re.compile(r"[cR]*[pysgeT][^,]*,")
_OPENS = re.compile(r"[,;:.]?[cR]*$")
_WORDS = re.compile(r"[^.,;:-](?:.*[^.,;:-])?")
_SAYS_NO_MORE = re.compile(r"[RT,]*$")
_SAID_IN_ONE = re.compile(r"[vtwfbu]x")
_NO_OBJECT = re.compile(r"f[p.,]")
_LOOSE_PARTICIPLE = re.compile(r"[^,iRac]y")


def find_clauses(
    shape: Shape, attributions: Sequence[Attribution], quoted: Collection[Span]
) -> Iterator[tuple[Attribution, Span]]:
    """The attributions that report something without marks, each with its clause.

    `quoted` holds the cues of direct quotations: what they introduce is in marks.
    """
    if attributions and attributions[0].rule == "label" and "Q" not in shape.letters:
        yield attributions[0], shape.span(attributions[0].cue + 1, len(shape.letters) - 1)
        return
    for one, following in pairwise([*attributions, None]):
        if one is not None and not _reports_nothing(shape, one):
            clause = _clause(shape, one, following, quoted)
            words = _WORDS.search(shape.letters, *clause) if clause else None
            if words:
                yield one, shape.span(*words.span())


def _clause(
    shape: Shape, one: Attribution, following: Attribution | None, quoted: Collection[Span]
) -> tuple[int, int] | None:
    begin, end = shape.sentence(one.cue)
    letters = shape.letters
    if "Q" in letters[begin:end]:
        return _beside_marks(shape, one, end, quoted)
    if one.letter == "A":
        return _beside_according_to(shape, one, begin, end)
    if one.speaker is None and letters[one.end] not in "xs":
        return begin, one.cue
    if letters[one.start - 1 : one.start] == "," and _CLOSES.match(letters[one.end : end]) and one.letter in SPEECH:
        return (begin, one.start - 1) if not _INTRODUCES.fullmatch(letters, begin, one.start) else (one.end, end)
    if one.end < end and not _SAYS_NO_MORE.match(letters[one.end : end]):
        return _after_that(shape, one, end), _before_next(shape, one, following, end)
    return (begin, one.start) if begin < one.start and one.letter in SPEECH else None


def _beside_according_to(shape: Shape, one: Attribution, begin: int, end: int) -> tuple[int, int]:
    """According to the report, [they go]. [They go], according to the report."""
    if one.cue > begin:
        return begin, one.cue
    comma = shape.letters.find(",", one.end, end)
    return (comma if comma > 0 else one.end), end


def _after_that(shape: Shape, one: Attribution, end: int) -> int:
    """Where the clause begins: Carter told reporters on Monday that [they go]."""
    found = _ADDRESSED.match(shape.letters, one.end, end)
    return found.end() if found and shape.word(found.start("that")) == "that" else one.end


def _before_next(shape: Shape, one: Attribution, following: Attribution | None, end: int) -> int:
    """Where the clause ends: before ", adding that" and the like."""
    if following is None or following.cue >= end or following.speaker != one.speaker or following.start > one.end:
        return end
    before = _OPENS.search(shape.letters, one.end, following.cue)
    return before.start() if before and before[0] else end


def _reports_nothing(shape: Shape, one: Attribution) -> bool:
    """They voted to support it. They declined to say. The plan they like. A man supporting it."""
    letters, cue = shape.letters, one.cue
    wish = one.letter not in SPEECH or one.letter in "bu"
    return (
        ((one.nested or one.subordinate) and wish)
        or (letters[max(cue - 1, 0)] == "x" and one.letter in "fbu")
        or bool(cue > 1 and _SAID_IN_ONE.match(letters, cue - 2))
        or bool(_NO_OBJECT.match(letters, cue))
        or bool(cue and _LOOSE_PARTICIPLE.match(letters, cue - 1))
    )


def _beside_marks(shape: Shape, one: Attribution, end: int, quoted: Collection[Span]) -> tuple[int, int] | None:
    """“We go,” Carter said, adding that he had asked Baghdad."""
    if one.letter not in SPEECH or shape.spans[one.cue] in quoted or "Q" in shape.letters[one.end : end]:
        return None
    return (_after_that(shape, one, end), end) if end - one.end > 1 else None
