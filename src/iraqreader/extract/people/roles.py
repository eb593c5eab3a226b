"""What someone does, in the words around the name."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.lexicon import load_words
from iraqreader.lexicon.names import titles
from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iraqreader.extract.people.names import Name


class Role(NamedTuple):
    """What someone does, in the article's words.

    `introduced` is where those words stand without a name, if they do; `around` is what the sentence says before a role
    that does not say whose: "In a briefing at the White House, spokesman Lee".
    """

    words: str
    introduced: Span | None = None
    around: str = ""


_WORD = re.compile(r"[\w.'’-]+")
_WORD_BACK = re.compile(r"([\w.'’&-]+)[ \u00a0\n]+$")
_LOOK_BACK, _LOOK_AHEAD, _LOOK_AROUND, _INTRODUCED_WITHIN = 120, 160, 240, 1000
"""Code points read around a name for what someone is."""
_MOST_WORDS = 8
_CLAUSE = r"[^,;:—–\"“”()\[\]\n]"
_AFTER = re.compile(
    r",? ?\((?P<party>[RDI]-[A-Z][\w. ]+)\)|, (?P<seat>[RDI]-[A-Z][\w.]*(?: [A-Z][\w.]*)?)"
    rf"|, (?:\d\d, )?(?P<role>(?:(?:an?|the|one of|his|her|their|its) )?{_CLAUSE}{{3,140}}?)(?=[,;:—–\"“”()\[\]\n]|\.?$)"
)
_BEFORE = re.compile(
    rf"(?:^|[\s\"“(])(?P<role>(?:an?|the|his|her|their|its|[A-Z][\w.]*['’]s) {_CLAUSE}{{3,80}}), $", re.IGNORECASE
)
_BEHIND = re.compile(r" (?:of|for|at|in|to|with|on|from|who|whose|and|that|during|by|under|near) .*", re.DOTALL)
_DETERMINER = re.compile(r"^(?:an?|the|one of the|one of|his|her|their|its|our|my)\s+", re.IGNORECASE)
_LAST_DETERMINER = re.compile(r"\s(?=(?:an?|the|his|her|their|its) )", re.IGNORECASE)
_FORMER = re.compile(r"\b(?:former|then|ex-|onetime|one-time|retired)\b", re.IGNORECASE)
_VERB = re.compile(r"(?:^|\s)(?:said|says|told|who|as|is|was|has|had|would|will)\b.*", re.DOTALL)
_SET_APART = re.compile(r"['’]?[,;:.)—–\n]|\s[—–-]\s|$")
_DESCRIBING = re.compile(r"[\w.'’-]+")
_POSSESSIVE = re.compile(r"['’]s?$|\.(?<!\w\.)$")
_NOTHING = frozenset[str]()
_SMALL = frozenset(["the", "a", "an", "his", "her", "their", "its", "of", "for", "in", "and", "former"])
_CONNECTORS = frozenset(("of", "for", "in"))
_VERBS = "(?:told|said|says|who|could|would|did|had|has|was|is)"
_MARK = re.compile(r"[\"“”]")


@cache
def _words(label: str) -> frozenset[str]:
    return frozenset(load_words("roles")[label])


@cache
def heads() -> frozenset[str]:
    """Heads of a role, in small letters: "spokesman"."""
    return _words("heads")


@cache
def _courtesies() -> frozenset[str]:
    return _words("courtesy") | _words("courtesy_he") | _words("courtesy_she")


@cache
def _ranks() -> frozenset[str]:
    labels = (
        "general",
        "admiral",
        "colonel",
        "major",
        "captain",
        "lieutenant",
        "sergeant",
        "rank",
        "rank_parts",
        "services",
    )
    return frozenset(word for label in labels for word in _words(label))


@cache
def parties() -> dict[str, str]:
    """Each word for a party, in small letters -> the one word that stands for all of them."""
    return {word.casefold(): party for party in ("republican", "democrat") for word in _words(party)}


def describing_words(phrase: str) -> frozenset[str]:
    """The words that say what someone is, in small letters, without what is small in itself; parties by one word."""
    if not phrase:
        return _NOTHING  # of the many whom a long text only names
    words = (_POSSESSIVE.sub("", word).casefold() for word in _DESCRIBING.findall(phrase))
    return frozenset(parties().get(word, word) for word in words) - _SMALL


def head_of(phrase: str) -> str:
    """The last word of a noun phrase before what modifies it from behind, in small letters: "a spokesman for X"."""
    front = _BEHIND.sub("", f" {phrase.strip()}").split()
    return front[-1].strip(".,'’\"”").casefold() if front else ""


def title_start(text: str, name: Name, sentence: Span) -> int:
    """Where the titles before a name begin, or the name where it has none: "U.N. Commissioner for Human Rights Ann Lee"."""
    start = _extend_left(text, name, max(sentence.start, name.lead.start - _LOOK_BACK))
    words = text[start : name.span.start].split()
    return start if words and _is_role(words) else name.lead.start


def find_roles(text: str, name: Name, sentence: Span) -> tuple[Role, ...]:
    """Every role that stands beside a name, as the text gives it, without its determiner."""
    found = (
        _title_before(text, name, sentence),
        _phrase_before(text, name, sentence),
        _phrase_after(text, name, sentence),
    )
    return tuple(_placed(text, name, sentence, words) for words in found if words)


def _placed(text: str, name: Name, sentence: Span, words: str) -> Role:
    """A role, and where a bare one ("the spokesman") has been said in full, or what stands before it."""
    role = _without_determiner(words)
    if not all(word.casefold() in heads() | _words("modifiers") for word in role.split()):
        return Role(role)
    before = text[max(sentence.start, name.span.start - _LOOK_AROUND) : name.span.start]
    return _introduced(text, name.span.start, role.casefold()) or Role(role, around=_MARK.split(before)[-1])


def best_role(roles: Iterable[Role]) -> str | None:
    """The first of the roles that tell most: an office before a bare rank, what someone is before what someone was."""
    best = max(roles, key=_telling, default=None)
    return _without_rank(best.words) if best else None


def is_former(words: str) -> bool:
    """Whether a role is one that someone had: "former ambassador"."""
    return bool(_FORMER.match(_DETERMINER.sub("", words)))


def _telling(role: Role) -> tuple[bool, int]:
    words = [word for word in role.words.split() if word not in _ranks()]
    return not is_former(role.words), min(len(words), 2)


def _without_rank(words: str) -> str:
    parts = words.split()
    while parts and parts[-1] in _ranks():
        parts.pop()
    return " ".join(parts) if parts and _is_role(parts) else words


def _title_before(text: str, name: Name, sentence: Span) -> str | None:
    start = _extend_left(text, name, max(sentence.start, name.lead.start - _LOOK_BACK))
    words = [word for word in text[start : name.span.start].split() if word not in _courtesies()]
    return " ".join(words) if words and words != ["fellow"] and _is_role(words) else None


def _is_role(words: Sequence[str]) -> bool:
    """Whether words before a name end in what someone is, or say of what: "Commissioner for Human Rights"."""
    if words[-1] in titles() or words[-1].casefold() in heads():
        return True
    of = next((index for index, word in enumerate(words) if word in _CONNECTORS), 0)
    return words[of - 1] in titles() if of else False


def _extend_left(text: str, name: Name, least: int) -> int:
    start = name.lead.start
    for _ in range(_MOST_WORDS):
        match = _WORD_BACK.search(text, least, start)
        if not match or not (_may_modify(match[1]) or (start < name.span.start and _connects(text, match, least))):
            break
        start = match.start(1)
    return start


def _may_modify(word: str) -> bool:
    if word[0].isupper() and not is_former(word):
        return word not in _stops() and (not word.endswith(".") or word.count(".") > 1 or word in titles())
    return word in heads() or word in _words("modifiers") or is_former(word) or word.removeprefix("then-") in heads()


def _connects(text: str, match: re.Match[str], least: int) -> bool:
    """Whether "of" stands between capitals: "Department of Defense spokesman"."""
    left = _WORD_BACK.search(text, least, match.start(1))
    after = _WORD.match(text, match.end())
    if match[1] not in _CONNECTORS or not left or not after or not after[0][0].isupper() or after[0] in titles():
        return False
    return left[1][0].isupper() and _may_modify(left[1])


@cache
def _stops() -> frozenset[str]:
    return frozenset(load_words("capitals")["stops"])


def _phrase_before(text: str, name: Name, sentence: Span) -> str | None:
    """A role set before the name: "the top commander in Iraq, Gen. Lee"."""
    match = _BEFORE.search(text, max(sentence.start, name.lead.start - _LOOK_BACK), name.lead.start)
    if not match or not _SET_APART.match(text, name.span.end):
        return None
    words = _LAST_DETERMINER.split(match["role"])[-1]
    return words if head_of(words) in heads() else None


def _phrase_after(text: str, name: Name, sentence: Span) -> str | None:
    """A role set after the name: "Ann Lee, a professor of history", "Lee (D-Mich.)"."""
    match = _AFTER.match(text, name.span.end, min(sentence.end, name.span.end + _LOOK_AHEAD))
    if not match:
        return None
    if seat := match["party"] or match["seat"]:
        return seat if name.lead.start == name.lead.end else None
    words = _VERB.sub("", match["role"])
    return words if head_of(words) in heads() else None


def _introduced(text: str, before: int, role: str) -> Role | None:
    """What was said of someone yet unnamed: "a spokesman for the embassy", then "Ali Hassan, the spokesman"."""
    found = list(_in_full(role).finditer(text, max(0, before - _INTRODUCED_WITHIN), before))
    return Role(_without_determiner(found[-1][0]), Span(*found[-1].span())) if found else None


@lru_cache(maxsize=256)
def _in_full(role: str) -> re.Pattern[str]:
    """Patterns of a role that says whose and has no name after it: "a spokesman for X", "the X ministry's spokesman"."""
    behind = rf"\b[Aa]n? (?:[\w.'’-]+ ){{0,5}}{re.escape(role)} (?:for|of|at|with|from) {_CLAUSE}{{3,60}}?(?= {_VERBS}\b|[,.;:—–\n])"
    before = rf"\b(?:(?:[A-Z]|al-|el-)[\w.'’-]* ){{1,6}}(?:[\w-]+['’]s )?{re.escape(role)}(?= {_VERBS}\b)"
    return re.compile(f"{behind}|{before}")


def _without_determiner(role: str) -> str:
    return " ".join(_DETERMINER.sub("", role.strip()).split())


def pronoun_of(phrase: str) -> str | None:
    """Which pronoun a role settles: "spokeswoman" is she."""
    head = head_of(phrase)
    return "she" if head in _words("she") else "he" if head in _words("he") else None


def pronoun_of_courtesy(word: str) -> str | None:
    """Which pronoun a courtesy title settles: "Mrs." is she."""
    return "she" if word in _words("courtesy_she") else "he" if word in _words("courtesy_he") else None
