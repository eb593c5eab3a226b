"""Who said what stands inside quotation marks: rules in order, first answer wins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.extract.quotes.attribution import SPEECH, Attribution
from iraqreader.extract.quotes.noun_phrases import (
    agent_right_after,
    first_phrase,
    is_content,
    is_notice,
    mention,
    phrase_at,
    phrase_with_verb,
    topic,
)
from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iraqreader.extract.quotes.marks import Stretch
    from iraqreader.extract.quotes.shapes import Shape

WHOLE = 4
"""Words that make a stretch a quotation by itself, and not a fragment that needs a cue."""
_TAIL = re.compile(r",?\(?")
_OPENS_CLAUSE = re.compile(r"[PDSNGn]")
_NO_SUBJECT = re.compile(r"[cRsT,]{0,4}|[cR,]*(?:[pysgeT][^,.;:Q]*[,:])+")
_POSSESSIVE = re.compile(r"[DG][Jn]*n(?:p[DJNGn]*[NnT])?,?[sop],?$")
_SIGNED = re.compile(r"[.]?-(?=[DJ]*[NG]+[.,])")
_CLOSING = re.compile(r"[,Q][^,;:Q]*(?:,[^,;:Q]*,?)?\.")
_LABELLED = re.compile(r"(?<![^.\-])([NJh]+):$")
_LABEL = re.compile(r"\s*([A-Z][A-Z.’'-]+(?: [A-Z.’'-]+){0,3}):\s")


class Told(NamedTuple):
    """An answer: the words that name the speaker, and the cue."""

    speaker: Span | None
    cue: Span | None


class Setting(NamedTuple):
    """What the rules see of one stretch in marks."""

    shape: Shape
    letter: int
    """Where the stretch stands in the shape, and `begin` to `end` its sentence."""
    begin: int
    end: int
    attributions: Sequence[Attribution]
    """Of the paragraph, those that have a speaker."""
    previous: Told | None
    """Who said the quotation before this one."""
    signature: Span | None
    """The name under a paragraph that is one quotation."""
    before: Told | None
    """Who speaks in the sentence before, or whom it is about."""

    @property
    def stretch(self) -> Stretch:
        """The stretch itself."""
        return self.shape.stretches[self.letter]

    @property
    def whole(self) -> bool:
        """Whether it has the length of a quotation, and not of a fragment."""
        return len(self.stretch.inner.of(self.shape.text).split(None, WHOLE)) >= WHOLE

    @property
    def in_sentence(self) -> list[Attribution]:
        """The attributions of its own sentence."""
        return [one for one in self.attributions if self.begin <= one.cue < self.end]

    def told(self, attribution: Attribution) -> Told | None:
        """The answer that this attribution gives."""
        if attribution.speaker is None:
            return None
        return Told(mention(self.shape, attribution.speaker), self.shape.place(attribution.cue))


def find_speaker(setting: Setting) -> tuple[str, Told] | None:
    """The first rule that has an answer, and its answer."""
    for name, rule in RULES:
        if answer := rule(setting):
            return name, answer
    return None


def _label_inside(this: Setting) -> Told | None:
    """“CARTER: We go.”"""
    found = _LABEL.match(this.shape.text, *this.stretch.inner)
    return Told(Span(*found.span(1)), None) if found else None


def _label(this: Setting) -> Told | None:
    """Ann Lee: “We go.” More - Ann Lee: “We go.”"""
    found = _LABELLED.search(this.shape.letters, this.begin, this.letter)
    if not found or is_notice(this.shape, *found.span(1)):
        return None
    return Told(this.shape.span(*found.span(1)), None)


def _called(this: Setting) -> Told | None:
    """What Carter called “a mess,” the minister praised."""
    for one in reversed(this.in_sentence):
        if one.letter in "tug" and one.end == this.letter:
            return this.told(_outermost(this, one))
    return None


def _cue_right_after(this: Setting) -> Told | None:
    """“We go,” he said."""
    letters = this.shape.letters
    for one in this.in_sentence:
        if one.letter in SPEECH and one.start > this.letter and _TAIL.fullmatch(letters, this.letter + 1, one.start):
            content = one.letter in "vb" and _OPENS_CLAUSE.match(letters, one.end)
            return None if this.begin < this.letter and content else this.told(one)
    return None


def _cue_after_stop(this: Setting) -> Told | None:
    """“Will we go?” Carter asked. “We will not go.” Carter said."""
    letters, after = this.shape.letters, this.letter + 2
    if this.begin != this.letter or letters[after - 1] != "." or not this.stretch.closed:
        return None
    stopped = this.shape.text[this.stretch.inner.end - 1] == "."
    for one in this.attributions:
        if one.start == after and one.letter in SPEECH and one.letter != "A":
            content = one.letter in "vb" and _OPENS_CLAUSE.match(letters, one.end)
            return None if content or (stopped and letters[one.end] != ".") else this.told(one)
    return None


def _speaker_right_after(this: Setting) -> Told | None:
    """“We go,” Carter volunteered. “We go,” sneered Carter."""
    if this.begin != this.letter or this.shape.text[this.stretch.inner.end - 1] not in ",?!":
        return None
    phrase = phrase_with_verb(this.shape, this.letter + 1)
    return Told(mention(this.shape, phrase), None) if phrase else None


def _by_whom(this: Setting) -> Told | None:
    """They did not ask for the “direct action” promised by the Pentagon."""
    phrase = agent_right_after(this.shape, this.letter + 1)
    return Told(mention(this.shape, phrase), this.shape.place(this.letter + 1)) if phrase else None


def _cue_before(this: Setting) -> Told | None:
    """Carter said the plan was, in the end, “a mess” that he would not touch."""
    for one in reversed(this.in_sentence):
        if one.end <= this.letter and one.letter in SPEECH and one.letter != "A":
            return this.told(_outermost(this, one))
    return None


def _cue_closing(this: Setting) -> Told | None:
    """They want no bases that “serve as a second home,” as in the past, Carter said."""
    for one in this.in_sentence:
        if one.start > this.letter and one.letter in SPEECH and _CLOSING.match(this.shape.letters, one.start - 1):
            return this.told(one)
    return None


def _wish_before(this: Setting) -> Told | None:
    """Carter hopes for “a better year.”"""
    before = [one for one in this.in_sentence if one.end <= this.letter]
    return this.told(_outermost(this, before[-1])) if before else None


def _cue_later(this: Setting) -> Told | None:
    """“A mess” is how Carter described the plan."""
    return next((this.told(one) for one in this.in_sentence if one.start > this.letter), None)


def _colon(this: Setting) -> Told | None:
    """Carter was sure: “We go.”"""
    if this.shape.letters[this.letter - 1 : this.letter] != ":":
        return None
    phrase = first_phrase(this.shape, this.begin, this.letter)
    return Told(mention(this.shape, phrase), None) if phrase else None


def _whose_words(this: Setting) -> Told | None:
    """He came under fire for his remark on Sunday that “they will never go.”"""
    found = _POSSESSIVE.search(this.shape.letters, this.begin, this.letter) if this.whole else None
    if not found or (found[0][0] == "D" and this.shape.word(found.start()) not in ("his", "her", "their")):
        return None
    return Told(this.shape.place(found.start()), None)


def _goes_on(this: Setting) -> Told | None:
    """“We go,” Carter said. “We go now.” Carter was sure of it. After the winter, “we go now.”"""
    alone = _NO_SUBJECT.fullmatch(this.shape.letters, this.begin, this.letter)
    return (this.before or this.previous) if alone else None


def _goes_on_with_subject(this: Setting) -> Told | None:
    """“We go,” Carter said. The bases are “closed for good.”"""
    return this.before if this.begin and is_content(this.shape, this.begin, this.letter) else None


def _signed_below(this: Setting) -> Told | None:
    """“We go.” [new paragraph] Ann Lee, The Daily Bugle"""
    return Told(this.signature, None) if this.signature else None


def _signed(this: Setting) -> Told | None:
    """“We go.” — Ann Lee, engineer"""
    signed = this.whole and _SIGNED.match(this.shape.letters, this.letter + 1)
    phrase = phrase_at(this.shape, signed.end()) if signed else None
    return Told(mention(this.shape, phrase), None) if phrase else None


def _subject(this: Setting) -> Told | None:
    """Carter used the visit to demand that “the bases be closed for good.” While Carter called for “a new start,”"""
    starts = (this.begin, this.begin + 1) if this.shape.letters[this.begin] == "s" else (this.begin,)
    phrase = next((found for start in starts if (found := topic(this.shape, start, this.letter))), None)
    return Told(mention(this.shape, phrase), None) if phrase and this.whole else None


RULES: tuple[tuple[str, Callable[[Setting], Told | None]], ...] = (
    ("label-inside", _label_inside),
    ("label", _label),
    ("called", _called),
    ("cue-right-after", _cue_right_after),
    ("cue-after-stop", _cue_after_stop),
    ("speaker-right-after", _speaker_right_after),
    ("by-whom", _by_whom),
    ("cue-before", _cue_before),
    ("cue-closing", _cue_closing),
    ("wish-before", _wish_before),
    ("cue-later", _cue_later),
    ("colon", _colon),
    ("signed", _signed),
    ("signed-below", _signed_below),
    ("whose-words", _whose_words),
    ("goes-on", _goes_on),
    ("goes-on-with-subject", _goes_on_with_subject),
    ("subject", _subject),
)


def _outermost(this: Setting, one: Attribution) -> Attribution:
    """Carter said he hoped to call it “a mess”: Carter's words."""
    chain = [other for other in this.in_sentence if other.cue <= one.cue]
    while len(chain) > 1 and chain[-1].nested:
        chain.pop()
    return chain[-1] if chain else one
