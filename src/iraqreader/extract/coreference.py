"""Whom the words beside a reporting word stand for: a name, "he", "the general", "a spokesman for the embassy"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.extract.roles import head_of, heads, pronoun_of
from iraqreader.extract.sides import find_side
from iraqreader.lexicon import load_words
from iraqreader.lexicon.names import slug
from iraqreader.model import Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iraqreader.extract.people import People
    from iraqreader.model import Person, Quote


class Asked(NamedTuple):
    """One question: whom do the words at `mention` stand for, as the speaker of `quote`, after the quotes `earlier`."""

    mention: Span
    quote: Span
    earlier: Sequence[Quote]


_PARTS = re.compile(r"[^,;:(—–]+")
_BEHIND = re.compile(r"\s(?:of|in|at|for|from|with|who|whom|that|which|to|on|by|and|whose|during)\s")
_DEFINITE = re.compile(r"(?:the|his|her|their|its|this|that|[\w.]+['’]s)\b", re.IGNORECASE)
_INDEFINITE = re.compile(r"an?\b", re.IGNORECASE)
_THE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"^['’]s?(?!\w)")
_HIS_OFFICE = re.compile(r"(his|her) office", re.IGNORECASE)
_THINGS = re.compile(r"\b[a-z]{4,}\b")
_SMALL = frozenset(["of", "the", "and", "for", "on", "in", "to"])
_FAR = 12_000
"""Code points looked back at for whom "the general" was: a long article, and an end to the search."""
_TITLE = 80
"""Code points that the rest of a title may take."""
_NEAR = 400
"""Code points between a quote and the "it" that goes on speaking."""
_WITHIN = 4
"""Earlier quotes looked back at for who goes on speaking."""


def resolve_speaker(people: People, asked: Asked) -> Speaker:
    """The first rule that knows answers; else the words of the mention stand for themselves."""
    found = (speaker for rule in RULES if (speaker := rule(people, asked)))
    return next(found, None) or _as_printed(people, asked)


def _words(people: People, asked: Asked) -> str:
    return " ".join(asked.mention.of(people.document.text).split())


def _speaker(asked: Asked, person: Person) -> Speaker:
    return Speaker(asked.mention, person.name, person.role, person.side, person.id)


def _same(asked: Asked, speaker: Speaker) -> Speaker:
    return Speaker(asked.mention, speaker.name, speaker.role, speaker.side, speaker.person)


def _he_or_she(people: People, asked: Asked) -> Speaker | None:
    word = _words(people, asked).casefold()
    pronoun = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}.get(word)
    if not pronoun:
        return None
    person = people.discourse.antecedent(pronoun, asked.mention.start, asked.quote.of(people.document.text))
    return _speaker(asked, person) if person else None


def _relative(people: People, asked: Asked) -> Speaker | None:
    """Who or what stands before "who" or "which": "they turned to the ministry, which said"."""
    word = _words(people, asked).casefold()
    sentence = people.document.sentence_at(asked.mention.start)
    if word not in ("who", "which", "whom") or not sentence:
        return None
    before = Span(sentence.start, asked.mention.start)
    named = people.mentions_in(before)
    if word != "which" and named and named[-1].person:
        return _speaker(asked, named[-1].person)
    bodies = people.bodies_in(before)
    return _body_speaker(asked, bodies[-1].span.of(people.document.text)) if bodies else None


def _it_or_they(people: People, asked: Asked) -> Speaker | None:
    """The body or paper that was speaking, for "it"; those who were, for "they"."""
    if _words(people, asked).casefold() not in ("it", "they"):
        return None
    recent = [
        quote.speaker for quote in asked.earlier[-1:] if quote.speaker and asked.mention.start - quote.span.end < _NEAR
    ]
    return next((_same(asked, speaker) for speaker in recent if not people.is_person(speaker.person)), None)


def _named(people: People, asked: Asked) -> Speaker | None:
    """A name that is the head of the words, or set beside them: "a spokesman for X, Fred Kagan"."""
    text = people.document.text
    for part in _PARTS.finditer(text, asked.mention.start, asked.mention.end):
        for mention in people.mentions_in(Span(*part.span())):
            lead = people.leads.get(mention.span.start, mention.span.start)
            rest = text[mention.span.end : part.end()]
            ends = not _POSSESSIVE.sub("", rest).strip() or _BEHIND.match(rest)
            if mention.person and ends and not _BEHIND.search(text, part.start(), max(part.start(), lead)):
                return _speaker(asked, mention.person)
    return _named_behind(people, asked)


def _named_behind(people: People, asked: Asked) -> Speaker | None:
    """A name whose titles run on over "for": "U.N. Commissioner for Human Rights Ann Lee", of which only the front is asked."""
    after = people.mentions_in(Span(asked.mention.end, asked.mention.end + _TITLE))[:1]
    begins = after and people.leads.get(after[0].span.start, asked.mention.end) < asked.mention.end
    return _speaker(asked, after[0].person) if begins and after[0].person else None


def _introduced(people: People, asked: Asked) -> Speaker | None:
    """One whom the article names elsewhere: "a spokesman for the embassy", and "Ali Hassan, the spokesman"."""
    words = _words(people, asked)
    if not _INDEFINITE.match(words):
        return None
    text = people.document.text
    for span, person in people.introduced:
        if span.overlaps(asked.mention) or (len(words.split()) > 3 and _alike(span.of(text), words)):
            return _speaker(asked, person)
    return None


def _alike(one: str, other: str) -> bool:
    """Whether two roles are one in other words: "spokesman for Iraq's embassy", "spokesman for the Iraqi embassy"."""
    same_side = find_side(one) is not None and find_side(one) == find_side(other)
    return same_side and head_of(one) == head_of(other) and _THINGS.findall(one)[-1:] == _THINGS.findall(other)[-1:]


def _office(people: People, asked: Asked) -> Speaker | None:
    """The last person before whom the words describe: "the general", "the Indiana governor"."""
    words = _words(people, asked)
    if not _DEFINITE.match(words):
        return None
    person = _described(people, words, asked.mention.start)
    return _speaker(asked, person) if person else None


def _described(people: People, words: str, at: int) -> Person | None:
    head = head_of(words)
    forms = {form.casefold() for form in load_words("roles").get(head, ())} | {head}
    goes_by = pronoun_of(words)
    before = [
        m.person
        for m in people.mentions_in(Span(max(0, at - _FAR), at))
        if m.person and people.goes_by.get(m.person.id) in (None, goes_by or people.goes_by.get(m.person.id))
    ]
    return next((person for person in reversed(before) if forms & people.described.get(person.id, frozenset())), None)


def _office_of(people: People, asked: Asked) -> Speaker | None:
    """The one whose office speaks: "his office"."""
    found = _HIS_OFFICE.fullmatch(_words(people, asked))
    if not found:
        return None
    pronoun = "he" if found[1].casefold() == "his" else "she"
    person = people.discourse.antecedent(pronoun, asked.mention.start, asked.quote.of(people.document.text))
    return _speaker(asked, person) if person else None


def _same_head(people: People, asked: Asked) -> Speaker | None:
    """One who spoke unnamed: "the spokesman", after "a spokesman for the ministry said"."""
    words = _words(people, asked)
    if not _DEFINITE.match(words) or len(words.split()) > 2:
        return None
    recent = [quote.speaker for quote in asked.earlier[-_WITHIN:] if quote.speaker and not quote.speaker.person]
    return next((_same(asked, one) for one in reversed(recent) if head_of(one.name) == head_of(words)), None)


def _epithet(people: People, asked: Asked) -> Speaker | None:
    """Whoever "he" would be: "the New York businessman"."""
    words = _words(people, asked)
    if not _DEFINITE.match(words) or head_of(words) not in load_words("roles")["epithets"]:
        return None
    pronouns = filter(None, (pronoun_of(words),)) if pronoun_of(words) else ("he", "she")
    found = (people.discourse.antecedent(word, asked.mention.start, "") for word in pronouns)
    person = next(filter(None, found), None)
    return _speaker(asked, person) if person else None


def _paper(people: People, asked: Asked) -> Speaker | None:
    """Whoever put out "the statement": the White House, after "the White House issued a statement"."""
    head = head_of(_words(people, asked))
    if head not in load_words("organisations")["papers"]:
        return None
    text = people.document.text
    if inside := people.bodies_in(asked.mention):
        return _body_speaker(asked, inside[0].span.of(text))
    for sentence in people.sentences_before(asked.mention.start, 3):
        if sentence.holds(asked.mention) and _INDEFINITE.match(asked.mention.of(text)):
            return _first_named(people, asked, Span(sentence.start, asked.mention.start))
        if place := re.search(rf"\b{head}\b", sentence.of(text)[: asked.mention.start - sentence.start]):
            return _first_named(people, asked, Span(sentence.start, sentence.start + place.start()))
    return None


def _first_named(people: People, asked: Asked, before: Span) -> Speaker | None:
    named = people.mentions_in(before)[:1]
    bodies = people.bodies_in(before)[:1]
    if bodies and (not named or bodies[0].span < named[0].span):
        return _body_speaker(asked, bodies[0].span.of(people.document.text))
    own = head_of(_words(people, asked)) in load_words("organisations")["own_words"]
    return _speaker(asked, named[0].person) if own and named and named[0].person else None


def _body_again(people: People, asked: Asked) -> Speaker | None:
    """The body last named by a word of its name, or of its kind: "the commission", "the newspaper"."""
    words = _words(people, asked)
    listed = load_words("organisations")
    if not _DEFINITE.match(words) or words.split()[-1] not in (*listed["tails"], *listed["newspapers"]):
        return None
    kind = listed["names_of_newspapers"] if head_of(words) in listed["newspapers"] else (head_of(words).capitalize(),)
    before = people.bodies_in(Span(max(0, asked.mention.start - _FAR), asked.mention.start))
    named = (body.span.of(people.document.text) for body in reversed(before))
    return next((_body_speaker(asked, name) for name in named if not set(kind).isdisjoint(name.split())), None)


def _body(people: People, asked: Asked) -> Speaker | None:
    """A body under its name, without "the": "the Pentagon", "the Trump campaign"."""
    name = _THE.sub("", _words(people, asked))
    words = name.split()
    if not words or not words[0][0].isupper():
        return None
    listed = load_words("organisations")
    tail = words[-1] in listed["tails"] and len(words) > 1
    named = all(word[0].isupper() or word in _SMALL for word in words) and not _is_group(words)
    return _body_speaker(asked, name) if tail or named else None


def _is_group(words: Sequence[str]) -> bool:
    """Whether capitals name nobody in particular: "Republicans", "Some Democrats", "Voters"."""
    return words[0] in load_words("capitals")["stops"] or words[-1].casefold().removesuffix("s") in heads() | {
        "voter",
        "american",
    }


def _body_speaker(asked: Asked, name: str) -> Speaker:
    name = re.sub(r"['’]s?$", "", " ".join(name.split()))
    return Speaker(asked.mention, name, None, find_side(name), slug(re.sub(r"^(?:U\.S\.|US) ", "", name)))


def _as_printed(people: People, asked: Asked) -> Speaker:
    words = _words(people, asked)
    return Speaker(asked.mention, words, None, find_side(words) or _side_of_kind(people, asked, words), None)


def _side_of_kind(people: People, asked: Asked, words: str) -> str | None:
    """The side of those named before as somebody's: "officials", after "U.S. officials"."""
    head = head_of(words)
    if head not in heads() and head.removesuffix("s") not in heads():
        return None
    before = people.document.text[max(0, asked.mention.start - 2500) : asked.mention.start]
    found = re.findall(rf"((?:[\w.'’]+ ){{1,4}}){re.escape(head)}\b", before)
    return next(filter(None, map(find_side, reversed(found))), None)


RULES: tuple[Callable[[People, Asked], Speaker | None], ...] = (
    _he_or_she,
    _relative,
    _it_or_they,
    _named,
    _introduced,
    _office,
    _office_of,
    _same_head,
    _epithet,
    _paper,
    _body_again,
    _body,
)
