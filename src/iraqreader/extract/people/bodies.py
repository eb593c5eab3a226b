"""Bodies and papers as speakers: "the Pentagon", "the commission", "the statement", and "it"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iraqreader.extract.people.roles import head_of, heads
from iraqreader.lexicon.names import listed
from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iraqreader.extract.people.asked import Asked
    from iraqreader.model import Speaker

_THE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_OWNED = re.compile(r"['’]s\s")
_SMALL = frozenset(["of", "the", "and", "for", "on", "in", "to"])
_FAR = 12_000
"""Code points looked back at for a body by its kind."""
_NEAR = 400
"""Code points between a quote and the "it" that goes on speaking."""
_SENTENCES = 3
"""Sentences looked back at for who put out a statement."""


def it_or_they(asked: Asked) -> Speaker | None:
    """The body or paper that was speaking, for "it"; those who were, for "they"."""
    return _spoke_last(asked) if asked.words.casefold() in ("it", "they") else None


def _spoke_last(asked: Asked) -> Speaker | None:
    """The body or paper whose words stand near before, if it was not a person who spoke last."""
    last = asked.earlier[-1] if asked.earlier else None
    if last is None or last.speaker is None or asked.start - last.span.end >= _NEAR:
        return None
    return None if asked.people.is_person(last.speaker.person) else asked.same(last.speaker)


def paper(asked: Asked) -> Speaker | None:
    """Whoever put out "the statement": the White House, after "the White House issued a statement"."""
    head = head_of(asked.words)
    if head not in listed("organisations", "papers"):
        return None
    if inside := asked.people.bodies_in(asked.mention):
        return asked.body(inside[0].span.of(asked.text))
    return None if _OWNED.search(asked.words) else _issued(asked, head)


def _issued(asked: Asked, head: str) -> Speaker | None:
    for sentence in asked.people.sentences_before(asked.start, _SENTENCES):
        before = Span(sentence.start, min(sentence.end, asked.start))
        if asked.indefinite:
            return _spoke_last(asked) if before.overlaps(asked.quote) else _first_named(asked, before)
        if place := re.search(rf"\b{head}\b", before.of(asked.text)):
            return _first_named(asked, Span(sentence.start, sentence.start + place.start()))
    return None


def _first_named(asked: Asked, before: Span) -> Speaker | None:
    """The first body or person in a stretch; of papers that are not a person's own, a body only."""
    named = asked.people.mentions_in(before)[:1]
    bodies = asked.people.bodies_in(before)[:1]
    if bodies and (not named or bodies[0].span < named[0].span):
        return asked.body(bodies[0].span.of(asked.text))
    own = head_of(asked.words) in listed("organisations", "own_words")
    return asked.person(named[0].person) if own and named else None


def body_again(asked: Asked) -> Speaker | None:
    """The body last named by a word of its name, or of its kind: "the commission", "the newspaper"."""
    head = asked.words.rsplit(maxsplit=1)[-1] if asked.words else ""
    newspaper = head in listed("organisations", "newspapers")
    if not asked.definite or not (newspaper or head in listed("organisations", "tails")):
        return None
    kind = listed("organisations", "names_of_newspapers") if newspaper else {head.capitalize()}
    names = (body.span.of(asked.text) for body in reversed(asked.people.bodies_in(asked.back(_FAR))))
    return next((asked.body(name) for name in names if not kind.isdisjoint(name.split())), None)


def body(asked: Asked) -> Speaker | None:
    """A body under its name, without "the": "the Pentagon", "the Trump campaign"."""
    name = _THE.sub("", asked.words)
    words = name.split()
    if not words or not words[0][0].isupper():
        return None
    tail = len(words) > 1 and words[-1] in listed("organisations", "tails")
    named = all(word[0].isupper() or word in _SMALL for word in words) and not _is_group(words)
    return asked.body(name) if tail or named else None


def _is_group(words: Sequence[str]) -> bool:
    """Whether capitals name nobody in particular: "Republicans", "Some Democrats", "Voters"."""
    head = words[-1].casefold().removesuffix("s")
    return words[0] in listed("capitals", "stops") or head in heads() or head in ("voter", "american")
