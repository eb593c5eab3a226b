"""Who is who in one article: full names first, then what is short for them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from iraqreader.extract.people.roles import heads, pronoun_of, pronoun_of_courtesy
from iraqreader.lexicon import load_words
from iraqreader.lexicon.cues import cue_forms
from iraqreader.lexicon.names import fold_name, given_names, is_suffix
from iraqreader.lexicon.people import gazetteer, terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iraqreader.extract.people.names import Name
    from iraqreader.extract.people.roles import Role
    from iraqreader.lexicon.people import KnownPerson

Words = tuple[str, ...]
_MOST_WORDS = 4


@dataclass(slots=True)
class Someone:
    """A person as the reading goes on: the full names and everything else that the article gives."""

    id: str
    known: KnownPerson | None
    full: list[Name] = field(default_factory=list)
    leads: dict[str, None] = field(default_factory=dict)
    """What stood before the name, each once, in text order: a long text names the same people again and again."""
    roles: list[Role] = field(default_factory=list)

    def full_name(self, text: str) -> str:
        """The longest form of the name that the article prints, else the one that the gazetteer knows."""
        printed = [" ".join(name.span.of(text).split()) for name in self.full]
        longest = max(printed, key=lambda words: (len(words.split()), not words.isupper(), len(words)), default="")
        return self.known.name if self.known and " " not in longest else longest

    def pronoun(self) -> str | None:
        """Whether this is "he" or "she", as the gazetteer, a title, a role or the given name settles it."""
        if self.known:
            return self.known.pronoun
        courtesies = (pronoun_of_courtesy(word) for lead in self.leads for word in lead.split())
        told = (*courtesies, *(pronoun_of(role.words) for role in self.roles))
        return next(filter(None, told), None) or self._pronoun_of_given_name()

    def _pronoun_of_given_name(self) -> str | None:
        given = next((name.words[0] for name in self.full if name.words), "")
        label = given_names().get(given)
        return None if label == "either" else label


class Register:
    """Everyone whom an article names in full, found again by surname, given name or office."""

    def __init__(self, text: str, names: Sequence[Name]) -> None:
        self._text = text
        self._by_name: dict[Words, Someone] = {}
        self._by_id: dict[str, Someone] = {}
        self._tails: dict[Words, dict[str, Someone]] = defaultdict(dict)
        self._given: dict[str, dict[str, Someone]] = defaultdict(dict)
        self._singles = {name.words[0] for name in names if len(name.words) == 1 and name.kind in ("single", "titled")}
        named = [name for name in names if not _attributive().match(text, name.span.end)]
        for rule in (self._is_full, self._is_likely, self._is_given):
            self._add_all([name for name in named if rule(name)])

    def resolve(self, name: Name) -> Someone | None:
        """Whom one name stands for, if it is a person's."""
        if _attributive().match(self._text, name.span.end):
            return None
        rules = (self._by_full_name, self._by_surname, self._by_given_name, self._by_office)
        someone = next((found for rule in rules if (found := rule(name))), None)
        if someone and (lead := name.lead.of(self._text)):
            someone.leads.setdefault(lead)
        return someone

    def _is_full(self, name: Name) -> bool:
        """A name in full by its words alone."""
        if len(name.words) < 2:
            return False
        if name.words in _known_names() or _ends(name.words) in _known_names():
            return True
        return not name.headline and name.kind in ("full", "titled") and len(name.words) <= _MOST_WORDS

    def _is_likely(self, name: Name) -> bool:
        """Two or three capitals that the text treats as a person, or whose last comes back alone."""
        if name.kind != "likely" or name.headline or len(name.words) > _MOST_WORDS or name.words in self._tails:
            return False
        if name.words[-1:] in _known_surnames():
            return False
        returns = len(name.words) > 1 and name.words[-1] in self._singles
        return returns or self._treated_as_person(name)

    def _is_given(self, name: Name) -> bool:
        """A given name alone, where the article calls someone by no other: "Melanie said"."""
        if name.kind != "single" or name.words[0] not in given_names() or name.words in self._tails:
            return False
        return name.words[0] not in self._given and self._treated_as_person(name)

    def _treated_as_person(self, name: Name) -> bool:
        before = max(0, name.lead.start - 40)
        return bool(
            _person_after().match(self._text, name.span.end)
            or _person_before().search(self._text, before, name.lead.start)
        )

    def _add_all(self, names: Sequence[Name]) -> None:
        """Add names in full, but not those that are the end of a longer one, nor a longer one that only begins with some word."""
        full = {name.words for name in names}
        noisy = {words for words in full if words[0] not in given_names() and words[1:] in full}
        tails = {words[index:] for words in full - noisy for index in range(1, len(words) - 1)}
        for name in names:
            if name.words not in tails and name.words not in noisy:
                self._add(name)

    def _add(self, name: Name) -> None:
        key = _ends(name.words)
        someone = self._by_name.get(key) or self._meet(name, key)
        someone.full.append(name)
        self._by_name[key] = someone
        for words in {name.words, _without_suffix(name.words)}:
            for index in range(min(1, len(words) - 1), len(words)):
                self._tails[words[index:]][someone.id] = someone
        self._given[name.words[0]][someone.id] = someone

    def _meet(self, name: Name, key: Words) -> Someone:
        return self._one(_known_names().get(name.words) or _known_names().get(key), name)

    def _one(self, known: str | None, name: Name) -> Someone:
        """The person of an id that the gazetteer gave, or that the name makes."""
        person = known or "-".join(name.words)
        return self._by_id.setdefault(person, Someone(person, gazetteer().get(person)))

    def _by_full_name(self, name: Name) -> Someone | None:
        return (
            (self._by_name.get(_ends(name.words)) or self._by_name.get(_ends(name.words[1:])))
            if len(name.words) > 1
            else None
        )

    def _by_surname(self, name: Name) -> Someone | None:
        options = self._tails.get(name.words, {}).values()
        if not options or (name.kind in ("body", "place") and not self._treated_as_person(name)):
            return None
        pronoun = next(filter(None, map(pronoun_of_courtesy, name.lead.of(self._text).split())), None)
        fitting = [one for one in options if pronoun in (None, one.pronoun())] or list(options)
        return max(fitting, key=lambda one: len(one.full))

    def _by_given_name(self, name: Name) -> Someone | None:
        options = self._given.get(name.words[0], {}) if len(name.words) == 1 and name.kind == "single" else {}
        return next(iter(options.values())) if len(options) == 1 else None

    def _by_office(self, name: Name) -> Someone | None:
        """A surname alone: with a title it is somebody's, and without one if one office-holder has it."""
        if name.headline or name.kind not in ("titled", "single"):
            return None
        known = _known_surnames().get(name.words)
        if name.kind == "single" and (known is None or name.words[0] in _everyday_surnames()):
            return None
        someone = self._one(known, name)
        someone.full.append(name)
        self._tails[name.words][someone.id] = someone
        return someone


@cache
def _known_names() -> dict[Words, str]:
    """Folded full name, and first and last word of it -> id."""
    by_name: dict[Words, str] = {}
    for person in gazetteer().values():
        for name in (person.name, *person.aliases):
            by_name.setdefault(fold_name(name), person.id)
            by_name.setdefault(_ends(fold_name(name)), person.id)
    return by_name


@cache
def _known_surnames() -> dict[Words, str]:
    """Folded surname -> id, of those who alone of that name held an office on record."""
    holders: dict[Words, set[str]] = defaultdict(set)
    for person in gazetteer().values():
        words = fold_name(person.name) if person.id in terms() else ()
        for index in range(1, len(words)):
            holders[words[index:]].add(person.id)
    return {words: next(iter(ids)) for words, ids in holders.items() if len(ids) == 1}


@cache
def _everyday_surnames() -> frozenset[str]:
    return frozenset(word.casefold() for word in load_words("capitals")["everyday_surnames"])


def _without_suffix(words: Words) -> Words:
    return tuple(word for word in words if not is_suffix(word)) or words


def _ends(words: Words) -> Words:
    """First and last word of a name, and what tells father from son."""
    bare = _without_suffix(words)
    junior = words[-1:] if words[-1] in ("jr", "iii") else ()
    return (bare[0], bare[-1], *junior) if len(bare) > 1 else words


@cache
def _attributive() -> re.Pattern[str]:
    return re.compile(rf"[ \u00a0](?:{_any(load_words('organisations')['after_name'])})\b")


@cache
def _person_after() -> re.Pattern[str]:
    """What follows a name and nothing else: "Omran said", "Omran, a trader", "Omran (D-Mich.)"."""
    return re.compile(
        rf" (?:also |later |then )?(?:{_any(cue_forms())})\b|, (?:an?|the|who|whose|\d\d|his|her|[RD]-)\b| \([RD]-"
    )


@cache
def _person_before() -> re.Pattern[str]:
    """What goes before a name and little else: "said Omran", "spokesman Omran"."""
    return re.compile(rf"\b(?:said|says|added|asked|told|asks|adds|{_any(heads())}),? $")


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
