"""Who came up where, outside quotation marks, and whom "he" and "she" go on from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from heapq import merge
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.lexicon.cues import cue_forms
from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from iraqreader.extract.segment import Document
    from iraqreader.model import Mention, Person

_PRONOUN = re.compile(r"(?<![\w'’])(?:he|she)(?!\w)", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^“”\"\n]*[”\"]?|''[^\n]*?(?:''|$)")
_OPENING = re.compile(r"(?:[^\w“”\"]|(?:But|And|Meanwhile|Yet|So|Still|Then|Also|Now)\b|[A-Z][^,;“”\"]{2,70},\s)*")
_VERB_AFTER = re.compile(
    r"(?:,[^,;“”\"]{2,90},)? (?:also |then |later |never |reportedly |recently |repeatedly )?"
    r"(?:is|was|has|had|will|would|did|does|went|took|made|got|came|gave|held|\w{2,}ed|\w{3,}s)\b"
)
_INTRODUCING = re.compile(r",? ?[—–-]* ?who(?:se|['’]s)?\b|, (?:\d\d, )?(?:an?|the|[a-z-]+ (?:of|for|at|with))\b")
_LONGEST_OPENING = 160
"""Code points before a subject: "On Friday, after the talks in Baghdad, Lee said"."""
_REACH = 8
"""Sentences back that a pronoun may reach."""
_SPEAKING, _SUBJECT, _OBJECT, _OWNER = 3.4, 3.0, 1.8, 1.2
"""How prominent a mention is: beside a reporting word, before a verb, elsewhere, before "'s"."""
_STEP, _UNSURE, _IN_QUOTE = 1.0, 0.5, 1.5
"""What a mention loses: for each sentence between; where "he" or "she" is open; where the quote itself names the person."""


class Event(NamedTuple):
    """Someone came up: where, how prominently, and in which sentence, not counting those that are all quotation."""

    start: int
    person: Person
    weight: float
    sentence: int


class Wanted(NamedTuple):
    """What an antecedent must fit: the pronoun, the sentence it stands in, the quote that it speaks; and who is ruled out."""

    pronoun: str
    sentence: int
    quote: str = ""
    but: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Discourse:
    """Who came up where, in text order, with "he" and "she" read as the people they stand for.

    `goes_by` holds "he" or "she" by person id, where it is known.
    """

    events: tuple[Event, ...]
    sentences: tuple[Span, ...]
    ordinals: tuple[int, ...]
    goes_by: Mapping[str, str]

    def antecedent(self, pronoun: str, at: int, quote: str, but: Collection[str] = ()) -> Person | None:
        """Whom a pronoun at offset `at`, speaking the words `quote`, stands for; none of the ids in `but`."""
        upto = bisect_left(self.events, at, key=lambda event: event.start)
        index = _index_at(self.sentences, at)
        wanted = Wanted(pronoun, self.ordinals[index] if self.ordinals else 0, quote, but)
        return _best(self.events[max(0, upto - _MOST) : upto], wanted, self.goes_by)


_MOST = 60
"""Events looked back at: no pronoun reaches over more people."""


def read_discourse(
    report: Document, mentions: Sequence[Mention], leads: Mapping[int, int], goes_by: Mapping[str, str]
) -> Discourse:
    """Walk the text once, and give every "he" and "she" outside quotation marks to whoever fits best before it.

    `leads` holds where the titles before a mention begin, by where the mention does.
    """
    text = report.text
    quoted = [
        Span(*m.span())
        for paragraph in report.paragraphs
        for m in _QUOTED.finditer(text, paragraph.start, paragraph.end)
    ]
    ordinals = _ordinals(report, quoted)
    events: list[Event] = []
    for start, index, word in _walk(report, mentions):
        if _inside(quoted, start):
            continue
        number = _index_at(report.sentences, start)
        if index is None:
            person = _best(events[-_MOST:], Wanted(word.casefold(), ordinals[number]), goes_by)
            weight = _SPEAKING if _cue_after().match(text, start + len(word)) else _SUBJECT
        else:
            span = mentions[index].span
            person, weight = (
                mentions[index].person,
                _weight(text, span, leads.get(span.start, span.start), report.sentences[number]),
            )
        if person:
            events.append(Event(start, person, weight, ordinals[number]))
    return Discourse(tuple(events), report.sentences, tuple(ordinals), goes_by)


def _walk(report: Document, mentions: Sequence[Mention]) -> Iterator[tuple[int, int | None, str]]:
    """Mentions by index and pronouns by their word, in text order."""
    named = ((mention.span.start, index, "") for index, mention in enumerate(mentions))
    pronouns = (
        (match.start(), None, match[0])
        for paragraph in report.paragraphs
        for match in _PRONOUN.finditer(report.text, *paragraph)
    )
    return merge(named, pronouns, key=lambda item: item[0])


def _ordinals(report: Document, quoted: Sequence[Span]) -> list[int]:
    """For each sentence, how many before it hold words outside quotation marks."""
    ordinals, count = [], 0
    for sentence in report.sentences:
        index = bisect_right(quoted, sentence.start, key=lambda span: span.start) - 1
        ordinals.append(count)
        count += index < 0 or quoted[index].end < sentence.end - 1
    return ordinals


def _inside(quoted: Sequence[Span], at: int) -> bool:
    index = bisect_right(quoted, at, key=lambda span: span.start) - 1
    return index >= 0 and at < quoted[index].end


def _index_at(spans: Sequence[Span], at: int) -> int:
    return max(0, bisect_right(spans, at, key=lambda span: span.start) - 1)


def _weight(text: str, span: Span, lead: int, sentence: Span) -> float:
    if text[span.end : span.end + 2] in ("'s", "’s", "' ", "’ "):
        return _OWNER
    if _cue_after().match(text, span.end, sentence.end) or _cue_before().search(
        text, max(sentence.start, lead - 60), lead
    ):
        return _SPEAKING
    if any(after.match(text, span.end, sentence.end) for after in (_VERB_AFTER, _INTRODUCING)):
        return _SUBJECT
    if lead - sentence.start < _LONGEST_OPENING and _OPENING.fullmatch(text, sentence.start, lead):
        return _SUBJECT
    return _OBJECT


@cache
def _cue_after() -> re.Pattern[str]:
    cues = "|".join(sorted(map(re.escape, cue_forms()), key=len, reverse=True))
    return re.compile(rf"(?:,[^,;“”\"]{{2,90}},)? (?:also |later |then |had |has )?(?:{cues})\b")


@cache
def _cue_before() -> re.Pattern[str]:
    past = (re.escape(word) for word, form in cue_forms().items() if form.form == "past")
    return re.compile(rf"[,”\"’'] ?(?:{'|'.join(sorted(past, key=len, reverse=True))}) (?:[\w.'’-]+ ){{0,6}}$")


def _best(events: Sequence[Event], wanted: Wanted, goes_by: Mapping[str, str]) -> Person | None:
    """Who of those before fits best: the nearer the better, a subject before an object, nobody whom the quote names."""
    best, most = None, 0.0
    for event in reversed(events):
        if wanted.sentence - event.sentence > _REACH:
            break
        known = goes_by.get(event.person.id)
        if known not in (None, wanted.pronoun) or event.person.id in wanted.but:
            continue
        value = event.weight - _STEP * (wanted.sentence - event.sentence) - _UNSURE * (known is None)
        value -= _IN_QUOTE * any(word in wanted.quote for word in event.person.name.split() if len(word) > 2)
        if best is None or value >= most:
            best, most = event.person, value
    return best
