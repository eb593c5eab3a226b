"""Who says what is said: the reporting words of a paragraph, each with the words that name its speaker."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.extract.quotes.noun_phrases import (
    Phrase,
    agent_after,
    first_phrase,
    is_notice,
    phrase_at,
    subject_before,
    with_before,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iraqreader.extract.quotes.shapes import Shape

SPEECH = "vbtugA"
"""Letters of cues that give words, and not only wishes or thoughts."""
_LABEL = re.compile(r"([NJh]{1,4})(?:\([^()]*\))?:(?=[^.Q]{3})")
_CUES = re.compile(r"[vbtugwfyA]")
_PARTICIPLES = "gy"
_PASSIVE = re.compile(r"i[Ra]*(?:p[DJn]*[nT])?$")
_BEFORE_INVERTED = re.compile(r"(?:Q[,.]?\(?|(,)|^|\.)[aRc]*$")
_AFTER_INVERTED = re.compile(r"[.,pT(;\-sxegyr]|$")
_AUXILIARIES = 5
"""Letters before a cue that may hold its auxiliaries: "was, he has often been, called"."""
_NESTING = re.compile(r"(?:[DJGNnhPpoT#]{0,6}(s)|[DJGNnhP#]{0,3})R?")


class Attribution(NamedTuple):
    """One cue of a paragraph, as letters of its shape, with its speaker; the rule says where that was found."""

    cue: int
    letter: str
    speaker: Phrase | None
    rule: str
    nested: bool = False
    """Whether it is itself part of what someone says: "Carter said [he hoped] to go"."""
    subordinate: bool = False
    """Whether it stands in a clause by the way: "when [Carter asked], the minister left"."""

    @property
    def start(self) -> int:
        """The first letter of speaker and cue."""
        return min(self.cue, self.speaker.start) if self.speaker else self.cue

    @property
    def end(self) -> int:
        """The letter after the last one of speaker and cue."""
        return max(self.cue + 1, self.speaker.end) if self.speaker else self.cue + 1


class Place(NamedTuple):
    """What the rules see of one cue: its letter, its sentence, and the attributions found before it in the paragraph."""

    shape: Shape
    cue: int
    begin: int
    end: int
    earlier: Sequence[Attribution]

    @property
    def letter(self) -> str:
        """The letter of the cue."""
        return self.shape.letters[self.cue]

    @property
    def passive(self) -> bool:
        """Whether a form of "be" makes it tell what is said of its subject."""
        before = max(self.begin, self.cue - _AUXILIARIES)
        return self.letter in "vtw" and bool(_PASSIVE.search(self.shape.letters, before, self.cue))


def find_attributions(shape: Shape) -> list[Attribution]:
    """Every cue of the paragraph, in text order, each with the speaker that the first rule finds."""
    found: list[Attribution] = []
    if label := _label(shape):
        found.append(label)
    for match in _CUES.finditer(shape.letters):
        place = Place(shape, match.start(), *shape.sentence(match.start()), found)
        if attribution := _attribution(place):
            nested, by_the_way = _is_nested(place, attribution), _is_subordinate(place, attribution)
            found.append(attribution._replace(nested=nested, subordinate=by_the_way))
    return found


def _label(shape: Shape) -> Attribution | None:
    """Carter: They will go. (A headline, or a transcript.)"""
    found = _LABEL.match(shape.letters)
    if not found or is_notice(shape, *found.span(1)):
        return None
    return Attribution(found.end() - 1, ":", Phrase(*found.span(1)), "label")


def _attribution(place: Place) -> Attribution | None:
    for name, rule in RULES:
        if speaker := rule(place):
            return Attribution(place.cue, place.letter, speaker, name)
    return Attribution(place.cue, place.letter, None, "passive") if place.passive else None


def _according_to(this: Place) -> Phrase | None:
    """According to the report, the bases will close."""
    return phrase_at(this.shape, this.cue + 1) if this.letter == "A" else None


def _by_agent(this: Place) -> Phrase | None:
    """He was called a hero by Carter."""
    return agent_after(this.shape, this.cue + 1, this.end) if this.passive else None


def _inverted(this: Place) -> Phrase | None:
    """“We go,” said Carter. The bases will close, said Carter, who was in Iraq."""
    letters = this.shape.letters
    before = _BEFORE_INVERTED.search(letters, max(0, this.begin - 1), this.cue) if this.letter in "vb" else None
    speaker = phrase_at(this.shape, this.cue + 1) if before else None
    if before and speaker and before[1]:
        alone = _AFTER_INVERTED.match(letters, speaker.end) and not subject_before(this.shape, this.begin, this.cue)
        return speaker if alone else None
    return speaker


def _before(this: Place) -> Phrase | None:
    """Carter, the defense secretary, said"""
    if this.letter in _PARTICIPLES + "A" or this.passive:
        return None
    return subject_before(this.shape, this.begin, this.cue)


def _with_subject(this: Place) -> Phrase | None:
    """The vote failed, with Carter calling it a mess."""
    return with_before(this.shape, this.begin, this.cue) if this.letter in _PARTICIPLES else None


def _same_subject(this: Place) -> Phrase | None:
    """Carter called it a mess, but said the U.S. would stay. Carter praised them, adding that they go."""
    if this.letter == "A" or this.passive:
        return None
    for other in reversed(this.earlier):
        if other.cue < this.begin:
            break
        if other.speaker and other.letter != "A" and not (other.nested or other.subordinate):
            return other.speaker
    return first_phrase(this.shape, this.begin, this.cue)


RULES: tuple[tuple[str, Callable[[Place], Phrase | None]], ...] = (
    ("according-to", _according_to),
    ("said-by", _by_agent),
    ("cue-then-speaker", _inverted),
    ("speaker-then-cue", _before),
    ("with-speaker", _with_subject),
    ("same-subject", _same_subject),
)


def _is_nested(place: Place, this: Attribution) -> bool:
    """Whether nothing but "that" or the one told stands between an earlier cue and this one's subject."""
    last = place.earlier[-1] if place.earlier else None
    if last is None or last.cue < place.begin or this.start <= last.cue:
        return False
    nesting = _NESTING.fullmatch(place.shape.letters, last.end, this.start)
    return bool(nesting and (nesting[1] is None or place.shape.word(nesting.start(1)) in ("that", "if", "whether")))


def _is_subordinate(place: Place, this: Attribution) -> bool:
    return this.start > place.begin and place.shape.letters[this.start - 1] in "sr"
