"""Reported speech: the clause that gives someone's words without marks."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from iraqreader.extract.quotes.attribution import SPEECH
from iraqreader.extract.quotes.noun_phrases import AFTER_NOUN, NOUN_PHRASE
from iraqreader.lexicon import load_words
from iraqreader.lexicon.cues import inflect

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from iraqreader.extract.quotes.attribution import Attribution
    from iraqreader.extract.quotes.shapes import Shape
    from iraqreader.model import Span

_ADVERBIALS = rf"(?:[RT]|[opx](?:{NOUN_PHRASE}|T){AFTER_NOUN})*"
_ADDRESSED = re.compile(rf"(?:{NOUN_PHRASE}{AFTER_NOUN})?{_ADVERBIALS},?(?P<that>s)")
_CLOSES = re.compile(rf"(?:{NOUN_PHRASE})?{_ADVERBIALS}(?:,[^,]*)?$")
_INTRODUCES = re.compile(r"[cR]*[pysgeT][^,]*,")
_OPENS = re.compile(r"[,;:.]?[cR]*$")
_WORDS = re.compile(r"[^.,;:-](?:.*[^.,;:-])?")
_WORDS_BEFORE = re.compile(r"[^.,;:-](?:.*[^.,;:\-saiR])?")
_WHERE = re.compile(rf"(?:p{NOUN_PHRASE}{AFTER_NOUN}T*)(?=P)")
_WHERE_SAID = ("in", "at", "during", "from")
_GOES_ON = re.compile(r"[PDSsT,]")
_CIRCUMSTANCE = re.compile(rf"p{NOUN_PHRASE}{AFTER_NOUN}T*")
_INFINITIVE = re.compile(r"x$|[xa]R?[nVbuf](?:,[nVbuf])*(?:,|,?c)R?$")
_INFINITIVE_REACH = 12
_AUXILIARIES = re.compile(r"[ai][aiRx]*$")
_NEGATION = re.compile(r"^(?:not|never|cannot)$|n[’']t$")
_DENIAL_REACH = 6
_SHORT = 4
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
        if one is not None and not any(rule(shape, one) for rule in SILENT):
            clause = _clause(shape, one, following, quoted)
            words = _words(shape, one, *clause) if clause else None
            if words:
                yield one, shape.span(*words)


def _words(shape: Shape, one: Attribution, begin: int, end: int) -> tuple[int, int] | None:
    """The letters of a clause without what parts it from its cue; nothing where it says nothing."""
    if begin >= one.end and one.letter in SPEECH:
        begin = _after_asides(shape, begin, end)
    pattern = _WORDS if begin >= one.end else _WORDS_BEFORE
    found = pattern.search(shape.letters, begin, end)
    if found is None or _is_empty(shape, one, *found.span()):
        return None
    return min(found.start(), _denial(shape, one) or found.start()), found.end()


def _after_asides(shape: Shape, begin: int, end: int) -> int:
    """Where the content begins: They stated [publicly] they go. He said [on] [Monday] they go."""
    start = begin
    while start < end and _is_aside(shape, start, begin):
        start += 1
    found = _WHERE.match(shape.letters, start, end)
    return found.end() if found and shape.word(start) in _WHERE_SAID else start


def _is_aside(shape: Shape, index: int, begin: int) -> bool:
    """Whether the word at a letter tells how or on which day it was said, and not what."""
    letter, word = shape.letters[index], shape.word(index)
    if letter == "R":
        return word.endswith("ly") and bool(_GOES_ON.match(shape.letters, index + 1))
    return letter == "T" and (index > begin or (word.endswith("day") and word != "day"))


def _is_empty(shape: Shape, one: Attribution, begin: int, end: int) -> bool:
    """They want them. He agreed, and did. She said in a statement."""
    if begin >= one.end and one.letter in "vb" and _CIRCUMSTANCE.fullmatch(shape.letters, begin, end):
        return shape.word(begin) in _WHERE_SAID
    if end - begin == 1 and shape.letters[begin] in "neRTPD":
        return True
    hollow = load_words("cues")["hollow"]
    return end - begin < _SHORT and all(shape.word(index) in hollow for index in range(begin, end))


def _denial(shape: Shape, one: Attribution) -> int | None:
    """Where a denial begins, so that it stays with what it denies: "They [did not want to leave]"."""
    if one.letter == "A" or one.speaker is None or one.speaker.start > one.cue:
        return None
    first = max(one.speaker.end, one.cue - _DENIAL_REACH)
    found = _AUXILIARIES.search(shape.letters, first, one.cue)
    if found and any(_NEGATION.search(shape.word(index)) for index in range(found.start(), one.cue)):
        return found.start()
    return one.cue if shape.word(one.cue) in _denials() else None


@cache
def _denials() -> frozenset[str]:
    return frozenset(form for verb in load_words("cues")["denials"] for form in inflect(verb))


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


def _wish_by_the_way(_: Shape, one: Attribution) -> bool:
    """The plan they like. He said he hoped to go."""
    return (one.nested or one.subordinate) and (one.letter not in SPEECH or one.letter in "bu")


def _infinitive(shape: Shape, one: Attribution) -> bool:
    """They voted to support it. They are there to train and advise soldiers. They met on Monday to criticize it."""
    before = max(0, one.cue - _INFINITIVE_REACH)
    if one.letter in "fbu" and _INFINITIVE.search(shape.letters, before, one.cue):
        return True
    return shape.letters[max(0, one.cue - 2) : one.cue] == "Tx"


def _in_one(shape: Shape, one: Attribution) -> bool:
    """They declined to say."""
    return one.cue > 1 and bool(_SAID_IN_ONE.match(shape.letters, one.cue - 2))


def _without_object(shape: Shape, one: Attribution) -> bool:
    """The talks they support."""
    return bool(_NO_OBJECT.match(shape.letters, one.cue))


def _loose_participle(shape: Shape, one: Attribution) -> bool:
    """A man supporting it."""
    return one.cue > 0 and bool(_LOOSE_PARTICIPLE.match(shape.letters, one.cue - 1))


def _known_as(shape: Shape, one: Attribution) -> bool:
    """The group known as the Front. He is known for his jokes."""
    after = one.cue + 1
    return shape.word(one.cue) == "known" and after < len(shape.letters) and shape.word(after) in ("as", "by", "for")


SILENT: tuple[Callable[[Shape, Attribution], bool], ...] = (
    _wish_by_the_way,
    _infinitive,
    _in_one,
    _without_object,
    _loose_participle,
    _known_as,
)
"""What a cue is read for that reports nothing."""


def _beside_marks(shape: Shape, one: Attribution, end: int, quoted: Collection[Span]) -> tuple[int, int] | None:
    """“We go,” Carter said, adding that he had asked Baghdad."""
    if one.letter not in SPEECH or shape.place(one.cue) in quoted or "Q" in shape.letters[one.end : end]:
        return None
    return (_after_that(shape, one, end), end) if end - one.end > 1 else None
