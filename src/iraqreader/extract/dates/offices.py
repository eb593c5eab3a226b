"""Bounds from offices: "Defense Secretary Ashton Carter" was written in his term, "former President Bush" after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Literal

from iraqreader.extract.dates.bounds import Bound
from iraqreader.lexicon import load_words
from iraqreader.lexicon.events import campaigns
from iraqreader.lexicon.people import gazetteer, terms
from iraqreader.model import DateRange, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from iraqreader.extract.segment import Document
    from iraqreader.lexicon.people import Term
    from iraqreader.model import Mention, Span

Standing = Literal["holds", "held", "retold", "supposed"]

LOOK_BACK = 90
"""Code points before and after a name in which its office is looked for."""
INTRODUCED_WITHIN = 2
"""Mentions, the first of them perhaps in a headline, by which someone is introduced with an office held."""
NAMED_BEFORE = timedelta(days=30)
"""How long a minister may wait for a parliament; Iraq's constitution gives a prime minister thirty days."""
MOST = 5
"""Mentions of one person that count: more of them make an office no surer."""

_WORD = re.compile(r"[A-Za-z][\w’']*(?:-\w+)*")
_GOVERNMENT = re.compile(r"(?:['’]s)? (?:administration|government|cabinet)\b")
_PAST = re.compile(r"\b(?:19|20)\d\d\b|\byears? (?:ago|after|later|earlier)\b|\bdecades?\b")
_SERVED = re.compile(
    r"\b(?:former|served|worked|retired|veteran|was|were|then|posting|stint|career)\b[^.,;:]*\b(?:to|for|of|by|under|with)\b (?:U\.S\. )?$"
)
_AND = re.compile(r",|\band\b")
_SMALL = frozenset({"of", "the", "to", "in", "for", "u.s", "us"})


@dataclass(frozen=True, slots=True)
class Held:
    """An office that the report gives to someone, every term that it may mean, and how they stand with it."""

    span: Span
    terms: tuple[Term, ...]
    standing: Standing
    mentions: int


def office_bounds(report: Document, mentions: Iterable[Mention]) -> Iterator[Bound]:
    """One bound for each person to whom the text gives an office, weighed by how often it names them."""
    named: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.person and mention.kind == "name" and _offices(mention.person.id):
            named.setdefault(mention.person.id, []).append(mention)
    for person, theirs in named.items():
        if held := _held(report, person, theirs):
            yield from _BOUNDS[held.standing](held)


def _held(report: Document, person: str, mentions: list[Mention]) -> Held | None:
    role = next((mention.person.role for mention in mentions if mention.person and mention.person.role), None)
    held = _office(_offices(person), role) if role else ()
    if held and role:
        named = _introduced(report, mentions, role)
        count = min(len(mentions), MOST)
        return Held(named.span, held, _standing(report, named.span, role, held[0]), count) if named else None
    for mention in mentions:
        governs = _offices(person)[0].title.startswith(("President", "Prime Minister"))
        if governs and _GOVERNMENT.match(report.text, mention.span.end):
            held = tuple(term for term in _offices(person) if term.title == _offices(person)[0].title)
            return Held(mention.span, held, _in_sentence(report, mention.span), 1)
    return None


def _introduced(report: Document, mentions: list[Mention], role: str) -> Mention | None:
    """The mention that gives the role; None where it comes late: who holds an office is introduced by it."""
    giving = [mention for mention in mentions[:MOST] if _place(report.text, mention.span, role) >= 0]
    if not giving:
        return mentions[0]
    return giving[0] if giving[0] in mentions[:INTRODUCED_WITHIN] else None


def _place(text: str, name: Span, role: str) -> int:
    """Where the role stands before a name, or else after it; -1 where it does not."""
    before = text.rfind(role, max(0, name.start - LOOK_BACK), name.start)
    return before if before >= 0 else text.find(role, name.end, name.end + LOOK_BACK)


def _office(known: tuple[Term, ...], role: str) -> tuple[Term, ...]:
    """The office of which the role holds every word, and the most of them: its terms, and those of any that fits as well."""
    there = _words_of(role)
    if not there.isdisjoint(load_words("offices")["other"]):
        return ()
    named = "candidate" in there  # "the nominee for defense secretary" is not yet one
    known = tuple(term for term in known if not named or not _words_of(term.title).isdisjoint({"candidate", "nominee"}))
    fits = [
        (len(form), len(_words_of(term.title) & there), term)
        for term in known
        for form in _forms(term.title)
        if form <= there
    ]
    best = max((fit[:2] for fit in fits), default=None)
    terms_there = tuple(dict.fromkeys(term for *rank, term in fits if tuple(rank) == best))
    return tuple(term for term in terms_there if ("vice" in there) <= ("Vice" in term.title))


def _standing(report: Document, name: Span, role: str, office: Term) -> Standing:
    """By the words right before the office, in the role and in the line that gives it."""
    at = _place(report.text, name, role)
    line = report.text[max(0, at - LOOK_BACK) : max(0, at)].rpartition("\n")[2]
    words = {word.lower() for word in (*_WORD.findall(line)[-1:], *_WORD.findall(_before_office(role, office)))}
    marks = load_words("offices")
    if not words.isdisjoint(marks["held"]):
        return "supposed" if "candidate" in _words_of(role) else "held"
    article = {"a", "an"} if at > name.start else set()  # "Roe, a candidate" runs; "a President Roe" is only thought of
    if at >= 0 and not (words - article).isdisjoint(marks["supposed"]):
        return "supposed"
    looked_back = _SERVED.search(line) or not words.isdisjoint(marks["retold"])
    return "retold" if looked_back else _in_sentence(report, name)


def _before_office(role: str, office: Term) -> str:
    """The words of a role that go with this office: "a retired general and" says nothing of "defense secretary"."""
    starts = [match.start() for match in _WORD.finditer(role) if match[0].lower() in _words_of(office.title)]
    return _AND.split(role[: min(starts, default=len(role))])[-1]


def _in_sentence(report: Document, name: Span) -> Standing:
    sentence = report.sentence_at(name.start)
    return "retold" if sentence and _PAST.search(report.text, *sentence) else "holds"


@cache
def _offices(person: str) -> tuple[Term, ...]:
    return terms().get(person, ()) + campaigns().get(person, ())


@cache
def _words_of(office: str) -> frozenset[str]:
    """Its words in lower case; every word for one who runs is "candidate", and a party's nominee runs for president."""
    words = {word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(office)} - _SMALL
    runs = not words.isdisjoint(load_words("offices")["candidate"])
    party = not words.isdisjoint(load_words("offices")["party"])
    return frozenset(words | ({"candidate"} if runs else set()) | ({"presidential"} if runs and party else set()))


@cache
def _forms(title: str) -> tuple[frozenset[str], ...]:
    """The words that name an office; its country may go without saying."""
    head, _, of = title.partition(" of ")
    short = bool(of) and head not in ("Secretary", "Director", "Acting Secretary")
    return (_words_of(title), _words_of(head)) if short else (_words_of(title),)


def _name(held: Held) -> str:
    known = gazetteer().get(held.terms[0].person)
    return known.name if known else held.terms[0].person.replace("-", " ").title()


def _holds(held: Held) -> Iterator[Bound]:
    days = " and ".join(f"{term.title} from {term.start} to {term.end or 'now'}" for term in held.terms)
    stretches = tuple(DateRange(_called_so(term), term.end) for term in held.terms)
    yield Bound(stretches, Reason(f"{_name(held)} was {days}", held.span), float(held.mentions))


def _called_so(term: Term) -> date:
    """The first day on which papers give the title: ministers have it from the day when they are named."""
    return term.start - NAMED_BEFORE if "Minister" in term.title else term.start


def _held_before(held: Held) -> Iterator[Bound]:
    end = min((term.end for term in held.terms if term.end), default=None)
    if end:
        note = f"{_name(held)} was {held.terms[0].title} until {end}"
        yield Bound((DateRange(end, None),), Reason(note, held.span))


def _held_then(held: Held) -> Iterator[Bound]:
    start = min(term.start for term in held.terms)
    note = f"{_name(held)} became {held.terms[0].title} on {start}"
    yield Bound((DateRange(start, None),), Reason(note, held.span))


def _only_supposed(_: Held) -> Iterator[Bound]:
    yield from ()


_BOUNDS = {"holds": _holds, "held": _held_before, "retold": _held_then, "supposed": _only_supposed}
