"""Whom the words beside a reporting word stand for: a name, "he", "the general", "a spokesman for the embassy"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iraqreader.extract.people.asked import Asked
from iraqreader.extract.people.bodies import body, body_again, it_or_they, paper
from iraqreader.extract.people.descriptions import epithet, his_office, introduced, office, same_head
from iraqreader.extract.people.roles import head_of, heads
from iraqreader.extract.people.sides import find_side
from iraqreader.model import Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iraqreader.extract.people.cast import People
    from iraqreader.model import Quote, Side

_PARTS = re.compile(r"[^,;:(—–]+")
_BEHIND = re.compile(r"\s(?:of|in|at|for|from|with|who|whom|that|which|to|on|by|and|whose|during)\s")
_COMMA = re.compile(r", (?!and |or )")
_SET_APART = re.compile(r"[,.;)]| \(")
_POSSESSIVE = re.compile(r"^['’]s?(?!\w)")
_PRONOUNS = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
_TITLE = 80
"""Code points that the rest of a title may take."""
_KIND = 2500
"""Code points looked back at for whose officials "officials" are."""


def resolve_speaker(people: People, mention: Span, quote: Span, earlier: Sequence[Quote]) -> Speaker:
    """Whom the words of `mention` stand for as the speaker of `quote`.

    `earlier` holds the quotes before this one, in text order, with their speakers: what "he" goes on from. The first
    rule that knows answers; else the words of the mention stand for themselves.
    """
    asked = Asked(people, mention, quote, earlier)
    return next(filter(None, (rule(asked) for rule in RULES)), None) or _as_printed(asked)


def he_or_she(asked: Asked) -> Speaker | None:
    """Whom the text goes on about: "he said"."""
    pronoun = _PRONOUNS.get(asked.words.casefold())
    return asked.antecedent(pronoun) if pronoun else None


def relative(asked: Asked) -> Speaker | None:
    """Who or what stands before "who" or "which": "they turned to the ministry, which said"."""
    word = asked.words.casefold()
    sentence = asked.people.document.sentence_at(asked.start)
    if word not in ("who", "which", "whom") or not sentence:
        return None
    before = Span(sentence.start, asked.start)
    named, bodies = asked.people.mentions_in(before), asked.people.bodies_in(before)
    if word != "which" and named:
        return asked.person(named[-1].person)
    return asked.body(bodies[-1].span.of(asked.text)) if bodies else None


def named(asked: Asked) -> Speaker | None:
    """A name that is the head of the words, or set beside them: "a spokesman for X, Fred Kagan"."""
    for part in _PARTS.finditer(asked.text, asked.mention.start, asked.mention.end):
        for mention in asked.people.mentions_in(Span(*part.span())):
            lead = asked.people.leads.get(mention.span.start, mention.span.start)
            rest = asked.text[mention.span.end : part.end()]
            ends = not _POSSESSIVE.sub("", rest).strip() or _BEHIND.match(rest)
            if ends and not _BEHIND.search(asked.text, part.start(), max(part.start(), lead)):
                return asked.person(mention.person)
    return None


def named_behind(asked: Asked) -> Speaker | None:
    """A name whose title runs on: "U.N. Commissioner for Human Rights Ann Lee", of which the front alone is asked."""
    after = asked.people.mentions_in(Span(asked.mention.end, asked.mention.end + _TITLE))[:1]
    begins = after and asked.people.leads.get(after[0].span.start, asked.mention.end) < asked.mention.end
    return asked.person(after[0].person) if begins else None


def named_beside(asked: Asked) -> Speaker | None:
    """A name set beside the words, of which they are the front: "the firm's chief executive, Tim Lee, called it"."""
    beside = _COMMA.match(asked.text, asked.mention.end)
    after = asked.people.mentions_in(Span(beside.end(), beside.end() + _TITLE))[:1] if beside else ()
    if not beside or not after or head_of(asked.words) not in heads():
        return None
    begins = asked.people.leads.get(after[0].span.start, after[0].span.start) == beside.end()
    return asked.person(after[0].person) if begins and _SET_APART.match(asked.text, after[0].span.end) else None


def _as_printed(asked: Asked) -> Speaker:
    return Speaker(asked.mention, asked.words, None, find_side(asked.words) or _side_of_kind(asked), None)


def _side_of_kind(asked: Asked) -> Side | None:
    """The side of those named before as somebody's: "officials", after "U.S. officials"."""
    head = head_of(asked.words)
    if head not in heads() and head.removesuffix("s") not in heads():
        return None
    found = re.findall(rf"((?:[\w.'’]+ ){{1,4}}){re.escape(head)}\b", asked.back(_KIND).of(asked.text))
    return next(filter(None, map(find_side, reversed(found))), None)


RULES: tuple[Callable[[Asked], Speaker | None], ...] = (
    he_or_she,
    relative,
    it_or_they,
    named,
    named_behind,
    named_beside,
    introduced,
    office,
    his_office,
    same_head,
    epithet,
    paper,
    body_again,
    body,
)
"""Each takes one question and answers it or passes it on; the first answer wins."""
