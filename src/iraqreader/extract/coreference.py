"""Whom "he", "the general" or "a spokesman for the embassy" stands for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from iraqreader.extract.roles import find_side, head_of, heads, pronoun_of
from iraqreader.lexicon import load_words
from iraqreader.lexicon.cues import cue_forms
from iraqreader.model import Person, Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from iraqreader.extract.names import Name
    from iraqreader.extract.people import People
    from iraqreader.extract.segment import Document
    from iraqreader.model import Quote

_SUBJECT = re.compile(r"(?<![\w'’])(?:he|she)(?![\w])", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^“”\"\n]*[”\"]?")
_OPENING = re.compile(r"(?:[^\w“”\"]|(?:But|And|Meanwhile|Yet|So|Still|Then|Also|Now)\b|[A-Z][^,;“”\"]{2,70},\s)*")
_VERB_AFTER = re.compile(
    r"(?:,[^,;“”\"]{2,90},)? (?:also |then |later |has |had |never |reportedly |recently |repeatedly )?(?:is|was|has|had|will|would|did|does|went|took|made|got|came|gave|held|\w{2,}ed|\w{3,}s)\b"
)
_NEAR = 8
"""Sentences back that a pronoun may reach."""
_SPEAKER, _AS_SUBJECT, _AS_OBJECT, _AS_OWNER = 3.4, 3.0, 1.6, 1.2
_STEP, _LATER, _UNSURE, _IN_QUOTE = 0.8, 0.02, 0.9, 1.5


@dataclass(frozen=True, slots=True)
class Event:
    """Someone who came up outside quotation marks: where, how prominently, and in which sentence."""

    start: int
    person: Person
    weight: float
    sentence: int


@dataclass(frozen=True, slots=True)
class Discourse:
    """Who came up where, in text order, with "he" and "she" read as the people they stand for."""

    events: tuple[Event, ...]
    starts: tuple[int, ...]
    sentences: tuple[int, ...]


def read_discourse(people: People) -> Discourse:
    """Walk the text once, and give every "he" and "she" outside quotation marks to whoever fits best before it."""
    report, text = people.document, people.document.text
    quoted = [
        Span(*m.span())
        for paragraph in report.paragraphs
        for m in _QUOTED.finditer(text, paragraph.start, paragraph.end)
    ]
    sentence_starts = [s.start for s in report.sentences]
    ordinals = _ordinals(report, quoted)
    events: list[Event] = []
    for start, index, word in _walk(people):
        if _inside(quoted, start):
            continue
        number = max(0, bisect_right(sentence_starts, start) - 1)
        if index >= 0 and (person := people.mentions[index].person):
            events.append(
                Event(start, person, _weight(text, people.names[index], report.sentences[number]), ordinals[number])
            )
        elif index < 0 and (
            someone := _antecedent(events, len(events), ordinals[number], word.lower(), people.pronouns)
        ):
            cue = _cue_after().match(text, start + len(word))
            events.append(Event(start, someone, _SPEAKER if cue else _AS_SUBJECT, ordinals[number]))
    return Discourse(tuple(events), tuple(event.start for event in events), tuple(ordinals))


def _ordinals(report: Document, quoted: list[Span]) -> list[int]:
    """For each sentence how many before it hold words outside quotation marks."""
    out, count = [], 0
    starts = [q.start for q in quoted]
    for sentence in report.sentences:
        index = bisect_right(starts, sentence.start) - 1
        whole = index >= 0 and quoted[index].end >= sentence.end - 1
        out.append(count)
        count += not whole
    return out


def _walk(people: People) -> Iterator[tuple[int, int, str]]:
    found = [(mention.span.start, index, "") for index, mention in enumerate(people.mentions)]
    for paragraph in people.document.paragraphs:
        found += [
            (m.start(), -1, m[0]) for m in _SUBJECT.finditer(people.document.text, paragraph.start, paragraph.end)
        ]
    return iter(sorted(found))


def _inside(quoted: list[Span], at: int) -> bool:
    index = bisect_right(quoted, at, key=lambda span: span.start) - 1
    return index >= 0 and at < quoted[index].end


@cache
def _cue_after() -> re.Pattern[str]:
    cues = "|".join(sorted(map(re.escape, cue_forms()), key=len, reverse=True))
    return re.compile(rf"(?:,[^,;“”\"]{{2,90}},)? (?:also |later |then |had |has )?(?:{cues})\b")


@cache
def _cue_before() -> re.Pattern[str]:
    cues = "|".join(
        sorted((re.escape(word) for word, form in cue_forms().items() if form.form == "finite"), key=len, reverse=True)
    )
    return re.compile(rf"[,”\"’'] ?(?:{cues}) (?:[\w.'’-]+ ){{0,6}}$")


def _weight(text: str, name: Name, sentence: Span) -> float:
    if text[name.span.end : name.span.end + 2] in ("'s", "’s", "' ", "’ "):
        return _AS_OWNER
    if _cue_after().match(text, name.span.end, sentence.end) or _cue_before().search(
        text, max(sentence.start, name.lead.start - 60), name.lead.start
    ):
        return _SPEAKER
    if _OPENING.fullmatch(text, sentence.start, name.lead.start) or _VERB_AFTER.match(
        text, name.span.end, sentence.end
    ):
        return _AS_SUBJECT
    return _AS_OBJECT


def _antecedent(
    events: Sequence[Event], upto: int, sentence: int, pronoun: str, gender: dict[str, str], quote: str = ""
) -> Person | None:
    """Who of those before fits best: the nearer the better, a subject before an object, nobody whom the quote names."""
    wanted = "she" if pronoun in ("she", "her", "hers") else "he"
    best, score = None, 0.0
    for index in range(upto - 1, -1, -1):
        event = events[index]
        distance = sentence - event.sentence
        if distance > _NEAR:
            break
        goes_by = gender.get(event.person.id)
        if goes_by not in (None, wanted):
            continue
        value = (
            event.weight - _STEP * distance - _UNSURE * (goes_by is None) - _IN_QUOTE * _named_in(event.person, quote)
        )
        if best is None or value >= score:
            best, score = event.person, value
    return best


def _named_in(person: Person, quote: str) -> bool:
    return any(word in quote for word in person.name.split() if len(word) > 2)


def resolve_speaker(people: People, mention: Span, quote: Span, earlier: Sequence[Quote]) -> Speaker:
    """The first rule that knows answers; else the words of the mention stand for themselves."""
    for rule in RULES:
        if speaker := rule(people, mention, quote, earlier):
            return speaker
    return _unnamed(people, mention)


def _speaker(span: Span, person: Person) -> Speaker:
    return Speaker(span, person.name, person.role, person.side, person.id)


def _pronoun(people: People, mention: Span, quote: Span, earlier: Sequence[Quote]) -> Speaker | None:
    word = mention.of(people.document.text).lower()
    if word not in ("he", "she", "him", "her", "his"):
        return None
    discourse = people.discourse
    upto = bisect_left(discourse.starts, mention.start)
    sentence = bisect_right(people.document.sentences, mention.start, key=lambda span: span.start) - 1
    ordinal = discourse.sentences[max(0, sentence)] if discourse.sentences else 0
    person = _antecedent(discourse.events, upto, ordinal, word, people.pronouns, quote.of(people.document.text))
    return _speaker(mention, person) if person else None


def _named(people: People, mention: Span, quote: Span, earlier: Sequence[Quote]) -> Speaker | None:
    """A name that is the head of the words, or set beside them: "a spokesman for X, Fred Kagan"."""
    text = people.document.text
    for part in _parts(text, mention):
        for named in people.mentions_in(part):
            if named.person and named.span.end >= part.end - 1:
                return _speaker(mention, named.person)
    return None


_FRONT = re.compile(r"\s(?:of|in|at|for|from|with|who|whom|that|which|to|on|by|and|whose|during)\s")


def _parts(text: str, mention: Span) -> Iterator[Span]:
    """Each stretch between commas, up to what modifies its head from behind."""
    for match in re.finditer(r"[^,;:(—–]+", text[mention.start : mention.end]):
        start = mention.start + match.start()
        front = _FRONT.search(text, start, mention.start + match.end())
        end = front.start() if front else mention.start + match.end()
        words = text[start:end]
        yield Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _office(people: People, mention: Span, quote: Span, earlier: Sequence[Quote]) -> Speaker | None:
    """ "The general", "the Indiana governor": the last person before it whom those words describe."""
    words = mention.of(people.document.text)
    head = head_of(words)
    if not re.match(r"(?:the|his|her|their|its|this|that)\b", words, re.IGNORECASE) or head not in heads() | _ranks():
        return None
    best = _described(people, words, head, mention.start)
    return _speaker(mention, best) if best else None


@cache
def _ranks() -> frozenset[str]:
    return frozenset(
        (
            "general",
            "admiral",
            "colonel",
            "major",
            "captain",
            "lieutenant",
            "sergeant",
            "businessman",
            "mogul",
            "woman",
            "man",
        )
    )


def _described(people: People, words: str, head: str, at: int) -> Person | None:
    forms = {word.casefold() for word in load_words("roles").get(head, ())} | {head}
    goes_by = pronoun_of(words)
    fitting = [
        m.person
        for m in people.mentions
        if m.span.start < at
        and m.person
        and _fits(m.person, forms)
        and people.pronouns.get(m.person.id) in (None, goes_by or people.pronouns.get(m.person.id))
    ]
    return fitting[-1] if fitting else None


def _fits(person: Person, forms: set[str]) -> bool:
    return bool(person.role) and bool(forms & {word.casefold().strip(",") for word in (person.role or "").split()})


def _body(people: People, mention: Span, quote: Span, earlier: Sequence[Quote]) -> Speaker | None:
    """ "The Pentagon": a body speaks under its name."""
    words = mention.of(people.document.text)
    name = re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE)
    if (
        not name
        or not name[0].isupper()
        or not all(word[0].isupper() or word in ("of", "the", "and", "for", "on") for word in name.split())
    ):
        return None
    slug = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
    return Speaker(mention, name, None, find_side(name), slug or None)


def _unnamed(people: People, mention: Span) -> Speaker:
    words = " ".join(mention.of(people.document.text).split())
    return Speaker(mention, words, None, find_side(words), None)


RULES: tuple[Callable[[People, Span, Span, Sequence[Quote]], Speaker | None], ...] = (_pronoun, _named, _office, _body)
