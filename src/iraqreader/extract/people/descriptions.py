"""People by what they are: "the general", "a spokesman for the embassy", "the New York businessman"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iraqreader.extract.people.roles import describing_words, head_of, heads, is_former, parties, pronoun_of
from iraqreader.extract.people.sides import find_side
from iraqreader.lexicon import load_words
from iraqreader.lexicon.names import small_places

if TYPE_CHECKING:
    from iraqreader.extract.people.asked import Asked
    from iraqreader.model import Person, Speaker

_HIS_OFFICE = re.compile(r"(his|her) office", re.IGNORECASE)
_THINGS = re.compile(r"\b[a-z]{4,}\b")
_FAR = 12_000
"""Code points looked back at for whom "the general" was: a long article, and an end to the search."""
_WITHIN = 4
"""Earlier quotes looked back at for who goes on speaking."""


def introduced(asked: Asked) -> Speaker | None:
    """One whom the article names elsewhere: "a spokesman for the embassy", and "Ali Hassan, the spokesman"."""
    if not asked.indefinite:
        return None
    for span, person in asked.people.introduced:
        if span.overlaps(asked.mention) or (" for " in asked.words and _alike(span.of(asked.text), asked.words)):
            return asked.person(person)
    return None


def _alike(one: str, other: str) -> bool:
    """Whether two roles are one in other words: "spokesman for Iraq's embassy", "spokesman for the Iraqi embassy"."""
    same_side = find_side(one) is not None and find_side(one) == find_side(other)
    return same_side and head_of(one) == head_of(other) and _THINGS.findall(one)[-1:] == _THINGS.findall(other)[-1:]


def office(asked: Asked) -> Speaker | None:
    """The person before whom the words describe: "the general", "the Indiana governor"."""
    head = head_of(asked.words)
    ranks = load_words("roles").get(head, ())
    if not asked.definite or not (ranks or head in heads()):
        return None
    forms = {head, *(rank.casefold() for rank in ranks)}
    described = asked.people.once if is_former(asked.words) else asked.people.described
    fitting = [one for one in _before(asked) if forms & described[one.id] and not _of_another_place(asked, one)]
    return asked.person(_most_alike(asked, fitting))


def epithet(asked: Asked) -> Speaker | None:
    """Whom a reporter calls by another word: one of whom part of it has been said, else whoever "he" would be."""
    if not asked.definite or head_of(asked.words) not in load_words("roles")["epithets"]:
        return None
    others = {one.id for one in _before(asked) if _ruled_out(asked, one)}
    alike = _most_alike(asked, [one for one in _before(asked) if one.id not in others and _shared(asked, one)])
    pronouns = [known] if (known := pronoun_of(asked.words)) else ["he", "she"]
    return asked.person(alike) or next(filter(None, (asked.antecedent(word, others) for word in pronouns)), None)


def _ruled_out(asked: Asked, person: Person) -> bool:
    """Whether someone is of another party, place or trade than the words say: the president is no "senator"."""
    trades = heads() & describing_words(person.role or "")
    of_another_trade = bool(trades) and trades.isdisjoint(load_words("roles")["epithets"])
    return of_another_trade or _differ(frozenset(parties().values()), asked, person) or _of_another_place(asked, person)


def _of_another_place(asked: Asked, person: Person) -> bool:
    """Whether "the Indiana governor" is asked for, and this is the one of Ohio."""
    return _differ(small_places(), asked, person)


def _differ(words: frozenset[str], asked: Asked, person: Person) -> bool:
    """Whether both are described by some of those words, and not by the same."""
    named, own = words & describing_words(asked.words), words & asked.people.described[person.id]
    return bool(named and own) and named.isdisjoint(own)


def _before(asked: Asked) -> list[Person]:
    """Everyone named before whom the words can stand for, each once, the nearest first."""
    goes_by = pronoun_of(asked.words)
    named = (mention.person for mention in reversed(asked.people.mentions_in(asked.back(_FAR))))
    fitting = (
        one
        for one in named
        if one and asked.people.goes_by.get(one.id) in (None, goes_by or asked.people.goes_by.get(one.id))
    )
    return list(dict.fromkeys(fitting))


def _most_alike(asked: Asked, persons: list[Person]) -> Person | None:
    """Of whom most of the words have been said; the nearest among equals."""
    return max(persons, key=lambda person: _shared(asked, person), default=None)


def _shared(asked: Asked, person: Person) -> int:
    return len(describing_words(asked.words) & asked.people.described[person.id])


def his_office(asked: Asked) -> Speaker | None:
    """The one whose office speaks: "his office"."""
    found = _HIS_OFFICE.fullmatch(asked.words)
    return asked.antecedent("he" if found[1].casefold() == "his" else "she") if found else None


def same_head(asked: Asked) -> Speaker | None:
    """One who spoke unnamed: "the spokesman", after "a spokesman for the ministry said"."""
    if not asked.definite or len(asked.words.split()) > 2:
        return None
    recent = [quote.speaker for quote in asked.earlier[-_WITHIN:] if quote.speaker and not quote.speaker.person]
    return next((asked.same(one) for one in reversed(recent) if head_of(one.name) == head_of(asked.words)), None)
