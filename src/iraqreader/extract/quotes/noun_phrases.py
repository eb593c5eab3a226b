"""Noun phrases of a shape: which words name the one who speaks.

All patterns read the letters of `iraqreader.extract.quotes.shapes`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.extract.quotes.letters import is_role
from iraqreader.lexicon import load_words

if TYPE_CHECKING:
    from iraqreader.extract.quotes.shapes import Shape
    from iraqreader.model import Span

_WORD = r"(?:[JGN#]|h(?!x)|n(?!N)|n(?=N+[nh])|[Nh]oD?(?=N))"
_CORE = rf"{_WORD}*(?:[Nh]|n(?!N))"
NOUN_PHRASE = rf"(?:P|(?:[DS]+T?R*[egv]?)?{_CORE}|S)"
"""One noun phrase, without what follows its noun: "he", "some", "the Clinton campaign manager Robby Mook"."""
_INVERTED = r"(?:P|(?:[DS]+T?R*[egv]?)?(?:[JGNnh#]|[Nh]oD?(?=N))*[Nnh]|S)"
"""One that stands after its verb, where nothing before it can run into it: "said talk show host Ann Lee"."""
AFTER_NOUN = rf"(?:[opx](?:{NOUN_PHRASE}|D?T))*"
"""What hangs on a noun: "for the embassy", "of the House in Ohio"."""

_LOOK_BACK = 80
"""Letters looked at before a cue: no subject stands farther from its verb."""
_EDGE = r"(?<![poxDSJGNnheR#])"
_SIDE = r"(?:T|pT|[aiR])*(?:[VvwefbnJ]p?x)?(?:[aiR])*"
_PARENTHESIS = r"(?:\([^()]*\),?)?"


class Phrase(NamedTuple):
    """A noun phrase as letters of a shape: from `start` to `end`, excluded."""

    start: int
    end: int


_BEFORE = tuple(
    re.compile(pattern)
    for pattern in (
        # Carter said; the spokesman for the embassy also said; Rep. Ann Lee (D-Ohio) has said
        rf"{_EDGE}(?P<who>{NOUN_PHRASE})(?P<joined>,?c(?P<second>{NOUN_PHRASE}))?{AFTER_NOUN}{_PARENTHESIS}{_SIDE}$",
        # the top commander in Iraq, Gen. Ann Lee, said; one of the officers, Maj. Bo Dahl, said
        rf"{_EDGE}{NOUN_PHRASE}(?<=[nhS]){AFTER_NOUN},(?P<who>[NJh]*NN),{_SIDE}$",
        # Carter, the defense secretary, said; Carter, who was in Iraq on Monday, said
        rf"{_EDGE}(?!n+[^nNhJG])(?P<who>{NOUN_PHRASE})(?:,?c{NOUN_PHRASE})?{AFTER_NOUN}{_PARENTHESIS},[^.;:Q]{{1,50}},{_SIDE}$",
        # Carter, whom the Post called “a hawk,” said
        rf"{_EDGE}(?P<who>{NOUN_PHRASE}){AFTER_NOUN}{_PARENTHESIS},r[^.;:Q]{{1,20}}Q,?{_SIDE}$",
        # the man who said
        rf"{_EDGE}(?P<who>{NOUN_PHRASE})(?<=[hPSN]){AFTER_NOUN}{_PARENTHESIS},?[rs]{_SIDE}$",
        # a poll released Tuesday found; the man who shot him said
        rf"{_EDGE}(?P<who>{NOUN_PHRASE}){AFTER_NOUN}[regy][^.;:,Qc]{{1,20}}$",
        # After the vote in Iowa Carter said
        rf"(?P<who>{NOUN_PHRASE}){_SIDE}$",
    )
)
_AFTER = re.compile(rf"R*(?P<who>{_INVERTED})")
_FIRST = re.compile(rf"(?:N:)?[cR]*(?:(?:[pysgeT]|DT)[^,.;:Q]*,(?:N{{1,2}},(?=[pT]))?)*[cR]*(?P<who>{NOUN_PHRASE})")
_AGENT = re.compile(rf"[^.,;:Qp]{{0,6}}(?P<by>p)(?P<who>{NOUN_PHRASE})")
_AGENT_RIGHT_AFTER = re.compile(rf"[vtwe]p(?P<who>{NOUN_PHRASE})")
_CONTENT = re.compile(rf"{NOUN_PHRASE}{AFTER_NOUN}[iaR]*")
_SIGNATURE = re.compile(r"-(?P<who>N{2,4})\.|-?(?P<name>N{2,4}),[DJNnhGop,]{1,12}\.")
_WITH = re.compile(rf"p(?P<who>{NOUN_PHRASE}){AFTER_NOUN}[aiR]*$")
_ANY_VERB = re.compile(
    rf",?(?:(?P<who>{NOUN_PHRASE}){AFTER_NOUN}{_PARENTHESIS}(?:,[^.;:Q]{{1,50}},)?{_SIDE}[Vewfvbtu]|[Vewf](?P<whom>{_INVERTED}))"
)
_SOMEONE = re.compile(r"[NhP]")
_PERSONAL = frozenset(("he", "she", "they"))
_COMPLEMENT = re.compile(rf"(?:[op]{NOUN_PHRASE})+")


def subject_before(shape: Shape, start: int, cue: int) -> Phrase | None:
    """The subject of the verb at letter `cue`, in the sentence that begins at letter `start`."""
    begin = max(start, cue - _LOOK_BACK)
    for pattern in _BEFORE:
        if found := pattern.search(shape.letters, begin, cue):
            return Phrase(*found.span("second" if _starts_anew(shape, found) else "who"))
    return None


def _starts_anew(shape: Shape, found: re.Match[str]) -> bool:
    """Whether the last noun phrase begins a clause of its own: "planes they use, but Baghdad wants"."""
    joined = found.groupdict().get("joined")
    return bool(joined) and shape.word(found.start("second") - 1) in ("but", "yet")


def is_notice(shape: Shape, start: int, end: int) -> bool:
    """Whether a label before a colon heads a line and names nobody: "Update:", "Editor's note:"."""
    notices = load_words("cues")["notices"]
    return shape.word(start) in notices or shape.word(end - 1) in notices


def agent_after(shape: Shape, start: int, end: int) -> Phrase | None:
    """Who did it, after a passive verb: "called a hero by Carter"."""
    found = _AGENT.match(shape.letters, start, end)
    return Phrase(*found.span("who")) if found and shape.word(found.start("by")) == "by" else None


def agent_right_after(shape: Shape, start: int) -> Phrase | None:
    """Whose words they are, where letter `start` is a participle: "[the plan] promised by Carter"."""
    found = _AGENT_RIGHT_AFTER.match(shape.letters, start)
    return Phrase(*found.span("who")) if found and shape.word(start + 1) == "by" else None


def is_content(shape: Shape, start: int, end: int) -> bool:
    """Whether letters `start` to `end` are a noun phrase and at most a form of "be": the subject of what is quoted."""
    return bool(_CONTENT.fullmatch(shape.letters, start, end))


def signature(shape: Shape) -> Span | None:
    """The name that a paragraph gives, where it is nothing but a name and whose it is: "Ann Lee, The Daily Bugle"."""
    found = _SIGNATURE.fullmatch(shape.letters)
    return shape.span(*found.span("who" if found["who"] else "name")) if found else None


def with_before(shape: Shape, start: int, cue: int) -> Phrase | None:
    """The subject of a participle that has its own: "with Carter calling it a mess"."""
    found = _WITH.search(shape.letters, max(start, cue - _LOOK_BACK), cue)
    return Phrase(*found.span("who")) if found and shape.word(found.start()) == "with" else None


def phrase_at(shape: Shape, start: int) -> Phrase | None:
    """The noun phrase that begins at letter `start`."""
    found = _AFTER.match(shape.letters, start)
    return Phrase(*found.span("who")) if found else None


def first_phrase(shape: Shape, start: int, end: int) -> Phrase | None:
    """The subject of the sentence that begins at letter `start`, after what introduces it ("In Iowa, Trump ...")."""
    found = _FIRST.match(shape.letters, start, end)
    return Phrase(*found.span("who")) if found else None


def phrase_with_verb(shape: Shape, start: int) -> Phrase | None:
    """The noun phrase at letter `start`, where some verb stands right after or before it."""
    found = _ANY_VERB.match(shape.letters, start)
    return Phrase(*found.span("who" if found["who"] else "whom")) if found else None


def topic(shape: Shape, start: int, end: int) -> Phrase | None:
    """Whom the sentence is about that has letters `start` to `end`, where its subject can be a person."""
    phrase = first_phrase(shape, start, end)
    if phrase is None or (shape.letters[phrase.end - 1] == "P" and shape.word(phrase.end - 1) not in _PERSONAL):
        return None
    return phrase if _SOMEONE.search(shape.letters, *phrase) else None


def mention(shape: Shape, phrase: Phrase) -> Span:
    """The words of a noun phrase; one that ends in a plain noun takes what hangs on it: "a spokesman for the embassy"."""
    end = phrase.end
    if (shape.letters[end - 1] in "nh" or is_role(shape.word(end - 1))) and (
        more := _COMPLEMENT.match(shape.letters, end)
    ):
        end = more.end()
    return shape.span(phrase.start, end)
