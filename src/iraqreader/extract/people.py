"""Mentions of people, offices and bodies, and whom each one names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING

from iraqreader.extract.coreference import Discourse, read_discourse, resolve_speaker
from iraqreader.extract.names import Name, find_names, fold_name, given_names, is_suffix
from iraqreader.extract.roles import best_role, find_roles, heads, pronoun_of, pronoun_of_courtesy, side_of_roles
from iraqreader.lexicon.cues import cue_forms
from iraqreader.lexicon.people import gazetteer, terms
from iraqreader.model import Mention, Person, Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iraqreader.extract.segment import Document
    from iraqreader.lexicon.people import KnownPerson
    from iraqreader.model import Quote

Words = tuple[str, ...]


@dataclass(frozen=True)
class People:
    """Everyone an article names, and the mentions that do so, in text order. A mention's span leaves titles out."""

    document: Document
    persons: tuple[Person, ...]
    mentions: tuple[Mention, ...]
    names: tuple[Name, ...] = ()
    pronouns: dict[str, str] = field(default_factory=dict)
    bodies: tuple[Name, ...] = ()

    def speaker(self, mention: Span, quote: Span, earlier: Sequence[Quote]) -> Speaker:
        """Whom the words of `mention` stand for as the speaker of `quote`.

        `earlier` holds the quotes before this one, in text order, with their speakers: what "he" goes on from.
        """
        return resolve_speaker(self, mention, quote, earlier)

    @cached_property
    def discourse(self) -> Discourse:
        """Who came up where, with "he" and "she" read."""
        return read_discourse(self)

    def mentions_in(self, span: Span) -> Sequence[Mention]:
        """The mentions that begin inside `span`."""
        first = bisect_left(self.mentions, span.start, key=lambda mention: mention.span.start)
        last = bisect_left(self.mentions, span.end, key=lambda mention: mention.span.start)
        return self.mentions[first:last]


@dataclass(slots=True)
class _Someone:
    """A person as the reading goes on: every name that the article gives, and what stands beside it."""

    id: str
    known: KnownPerson | None
    names: list[Name] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)


def find_people(report: Document) -> People:
    """Find the people of an article by their names, titles and roles."""
    names = find_names(report)
    register = _Register(report, names)
    named = [(name, someone) for name in names for someone in [register.resolve(name)] if someone]
    for name, someone in named:
        if sentence := report.sentence_at(name.span.start):
            someone.roles.extend(find_roles(report.text, name, sentence))
    persons = {someone.id: _person(report.text, someone) for _, someone in named}
    return People(
        report,
        tuple(persons.values()),
        tuple(Mention(name.span, "name", persons[someone.id]) for name, someone in named),
        tuple(name for name, _ in named),
        {someone.id: pronoun for _, someone in named if (pronoun := _pronoun(report.text, someone))},
        tuple(name for name in names if name.kind == "body"),
    )


def _person(text: str, someone: _Someone) -> Person:
    roles = tuple(someone.roles)
    side = side_of_roles(roles) or (someone.known.side if someone.known else None)
    return Person(someone.id, _full_name(text, someone), best_role(roles), side)


def _full_name(text: str, someone: _Someone) -> str:
    printed = [" ".join(name.span.of(text).split()) for name in someone.names]
    longest = max(printed, key=lambda words: (len(words.split()), not words.isupper(), len(words)), default="")
    return someone.known.name if someone.known and " " not in longest else longest


def _pronoun(text: str, someone: _Someone) -> str | None:
    if someone.known:
        return someone.known.pronoun
    for name in someone.names:
        for word in name.lead.of(text).split():
            if pronoun := pronoun_of_courtesy(word):
                return pronoun
    for role in someone.roles:
        if pronoun := pronoun_of(role):
            return pronoun
    given = next((name.words[0] for name in someone.names if len(name.words) > 1), "")
    return {"he": "he", "she": "she"}.get(given_names().get(given, ""))


@cache
def _known_names() -> dict[Words, str]:
    """Folded full name, and first and last word of it -> id."""
    by_name: dict[Words, str] = {}
    for person in gazetteer().values():
        for name in (person.name, *person.aliases):
            words = fold_name(name)
            by_name.setdefault(words, person.id)
            by_name.setdefault(_ends(words), person.id)
    return by_name


@cache
def _known_surnames() -> dict[Words, str]:
    """Folded surname -> id, of those who alone of that name held an office on record."""
    holders: dict[Words, set[str]] = defaultdict(set)
    for person_id in terms():
        words = fold_name(gazetteer()[person_id].name)
        for index in range(1, len(words)):
            holders[words[index:]].add(person_id)
    return {words: next(iter(ids)) for words, ids in holders.items() if len(ids) == 1}


def _ends(words: Words) -> Words:
    """First and last word of a name, and what tells father from son."""
    bare = tuple(word for word in words if not is_suffix(word))
    junior = words[-1:] if len(bare) > 1 and words[-1] in ("jr", "iii") else ()
    return (bare[0], bare[-1], *junior) if len(bare) > 1 else words


class _Register:
    """Who is who in one article: full names first, then what is short for them."""

    def __init__(self, report: Document, names: Sequence[Name]) -> None:
        self._text = report.text
        self._someone: dict[Words, _Someone] = {}
        self._tails: dict[Words, list[_Someone]] = defaultdict(list)
        self._given: dict[str, list[_Someone]] = defaultdict(list)
        singles = {name.words for name in names if name.kind in ("single", "titled") and len(name.words) == 1}
        for name in names:
            if self._is_full(name, singles):
                self._add(name)

    def _is_full(self, name: Name, singles: set[Words]) -> bool:
        if len(name.words) < 2:
            return name.kind == "single" and name.words[0] in given_names() and self._treated_as_person(name)
        if name.words in _known_names() or _ends(name.words) in _known_names():
            return True
        if name.headline:
            return False
        if name.kind == "likely":
            return name.words[-1:] in singles or self._treated_as_person(name)
        return name.kind in ("full", "titled") and len(name.words) < 6

    def _treated_as_person(self, name: Name) -> bool:
        return bool(
            _person_after().match(self._text, name.span.end)
            or _person_before().search(self._text, max(0, name.span.start - 40), name.span.start)
        )

    def _add(self, name: Name) -> None:
        key = _ends(name.words)
        someone = self._someone.get(key)
        if someone is None:
            known_id = _known_names().get(name.words) or _known_names().get(key)
            known = gazetteer().get(known_id) if known_id else None
            person_id = known.id if known else "-".join(key if len(key) > 1 else name.words)
            someone = next((one for one in self._someone.values() if one.id == person_id), None) or _Someone(
                person_id, known
            )
            self._someone[key] = someone
        for index in range(1, len(name.words)):
            if someone not in self._tails[name.words[index:]]:
                self._tails[name.words[index:]].append(someone)
        if someone not in self._given[name.words[0]]:
            self._given[name.words[0]].append(someone)
        someone.names.append(name)

    def resolve(self, name: Name) -> _Someone | None:
        """Whom one name stands for, if it is a person's."""
        someone = self._someone.get(_ends(name.words)) if len(name.words) > 1 else None
        someone = someone or self._by_tail(name) or self._by_given(name) or self._by_office(name)
        if someone is None or self._attributive(name):
            return None
        return someone

    def _by_tail(self, name: Name) -> _Someone | None:
        if name.kind == "body" and not name.headline:
            return None
        options = self._tails.get(name.words, [])
        return options[0] if len(options) == 1 else self._choose(name, options)

    def _choose(self, name: Name, options: list[_Someone]) -> _Someone | None:
        if not options:
            return None
        lead = name.lead.of(self._text).split()
        pronoun = next((p for word in lead if (p := pronoun_of_courtesy(word))), None)
        fitting = [one for one in options if pronoun in (None, _pronoun(self._text, one))] or options
        return max(fitting, key=lambda one: len(one.names))

    def _by_given(self, name: Name) -> _Someone | None:
        options = self._given.get(name.words[0], []) if len(name.words) == 1 and name.kind == "single" else []
        return options[0] if len(options) == 1 else None

    def _by_office(self, name: Name) -> _Someone | None:
        if name.headline or name.kind not in ("titled", "single"):
            return None
        known_id = _known_surnames().get(name.words)
        if known_id and (name.kind == "titled" or name.words[0] not in _COMMON):
            return self._new(name, known_id)
        return self._new(name, None) if name.kind == "titled" else None

    def _new(self, name: Name, known_id: str | None) -> _Someone:
        someone = _Someone(known_id or "-".join(name.words), gazetteer()[known_id] if known_id else None, [name])
        self._tails[name.words].append(someone)
        return someone

    def _attributive(self, name: Name) -> bool:
        return bool(_attributive_pattern().match(self._text, name.span.end))


_COMMON = frozenset(
    ["may", "white", "brown", "price", "little", "snow", "cook", "hill", "pace", "gates", "paul", "rice", "smith", "jones", "miller", "allen", "casey", "cooper", "jeffrey", "reed", "jordan", "austin"]
)


@cache
def _attributive_pattern() -> re.Pattern[str]:
    from iraqreader.lexicon import load_words

    return re.compile(rf"[ \u00a0](?:{'|'.join(load_words('organisations')['after_name'])})\b")


@cache
def _person_after() -> re.Pattern[str]:
    cues = "|".join(sorted(map(re.escape, cue_forms()), key=len, reverse=True))
    return re.compile(
        rf"(?:['’]s)? (?:also |later |then )?(?:{cues})\b|, (?:an?|the|who|whose|\d\d|his|her|[RD]-)\b| \([RD]-"
    )


@cache
def _person_before() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, heads()), key=len, reverse=True))
    return re.compile(rf"\b(?:said|says|added|asked|told|asks|adds|{words}),? $")
