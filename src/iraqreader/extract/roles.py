"""What someone does, in the words around the name, and whom such words speak for."""

from __future__ import annotations

import re
from functools import cache

from iraqreader.extract.names import Name, titles
from iraqreader.lexicon import load_words
from iraqreader.model import Side, Span

_WORD_BACK = re.compile(r"([\w.'’&-]+)[ \u00a0\n]+$")
_LOOK_BACK, _LOOK_AHEAD, _LONGEST = 120, 160, 8
_AFTER = re.compile(
    r",? ?\((?P<party>[RDI]-[A-Z][\w. ]+)\)|, (?P<seat>[RDI]-[A-Z][\w.]*(?: [A-Z][\w.]*)?)"
    r"|, (?:\d\d, )?(?P<role>(?:(?:an?|the|one of|his|her|their|its) )?[^,.;:—–\"“”()\n]{3,}(?:\.[^,.;:—–\"“”()\n]+)*)(?=[,.;:—–\"“”()\n]|$)"
)
_BEFORE = re.compile(
    r"(?:^|[\s\"“(])(?P<role>(?:an?|the|his|her|their|its|A|The|His|Her|[A-Z][\w.]*['’]s) [^,.;:—–\"“”()\n]{3,80}), $"
)
_STOP = re.compile(r" (?:of|for|at|in|to|with|on|from|who|whose|and|that|said|says|told) .*", re.DOTALL)
_DETERMINER = re.compile(r"^(?:an?|the|one of the|one of|his|her|their|its|our|my)\s+", re.IGNORECASE)
_FORMER = re.compile(r"(?:former|ex-|onetime|one-time|retired)\b", re.IGNORECASE)
_CUE_END = re.compile(r"\s(?:said|says|told|who|as|on|was|is|has|had|would|will)\b.*", re.DOTALL)


@cache
def _words(label: str) -> frozenset[str]:
    return frozenset(load_words("roles")[label])


@cache
def heads() -> frozenset[str]:
    """Heads of a role, in small letters: "spokesman"."""
    return _words("heads")


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
        "courtesy",
        "courtesy_he",
        "courtesy_she",
    )
    return frozenset(word for label in labels for word in _words(label)) | {
        "Army",
        "Navy",
        "Marine",
        "Air",
        "Force",
        "Corps",
        "Republican",
        "Democrat",
    }


def head_of(phrase: str) -> str:
    """The last word of a noun phrase before what modifies it from behind, in small letters: "spokesman for X"."""
    front = _STOP.sub("", " " + phrase.strip()).split()
    return front[-1].strip(".,'’\"”").casefold() if front else ""


def find_roles(text: str, name: Name, sentence: Span) -> tuple[str, ...]:
    """Every role that stands beside a name, as the text gives it, without its determiner."""
    found = (
        _title_before(text, name, sentence),
        _phrase_before(text, name, sentence),
        _phrase_after(text, name, sentence),
    )
    return tuple(role for role in found if role)


def best_role(roles: tuple[str, ...]) -> str | None:
    """The first of the roles that tell most: an office before a bare rank or party."""
    return max(roles, key=_telling, default=None)


def _telling(role: str) -> int:
    words = [word for word in role.split() if word not in _ranks()]
    return min(len(words), 2)


def _title_before(text: str, name: Name, sentence: Span) -> str | None:
    start = _extend_left(text, name.lead.start, max(sentence.start, name.lead.start - _LOOK_BACK))
    words = text[start : name.span.start].split()
    while words and (
        words[-1] in _words("courtesy_he") or words[-1] in _words("courtesy_she") or words[-1] in _words("courtesy")
    ):
        words.pop()
    if not words or not (words[-1] in titles() or words[-1].casefold() in heads() or " of " in " ".join(words)):
        return None
    return " ".join(words)


def _extend_left(text: str, start: int, least: int) -> int:
    for _ in range(_LONGEST):
        match = _WORD_BACK.search(text, least, start)
        if not match or not _may_modify(match[1]):
            break
        start = match.start(1)
    return start


def _may_modify(word: str) -> bool:
    if word[0].isupper():
        return (word not in _stops() and not word.endswith((".", ","))) or word.count(".") > 1 or word in titles()
    return word in heads() or word in _words("modifiers") or word.removeprefix("then-") in heads()


@cache
def _stops() -> frozenset[str]:
    return frozenset(load_words("capitals")["stops"])


def _phrase_before(text: str, name: Name, sentence: Span) -> str | None:
    match = _BEFORE.search(text, max(sentence.start, name.lead.start - _LOOK_BACK), name.lead.start)
    if not match:
        return None
    role = re.split(r"\s(?=(?:an?|the|his|her|their|its) )", match["role"])[-1]
    return _without_determiner(role) if head_of(role) in heads() else None


def _phrase_after(text: str, name: Name, sentence: Span) -> str | None:
    match = _AFTER.match(text, name.span.end, min(sentence.end, name.span.end + _LOOK_AHEAD))
    if not match:
        return None
    if seat := match["party"] or match["seat"]:
        return f"member of Congress ({seat.strip()})" if not name.lead.end > name.lead.start else None
    role = _CUE_END.sub("", match["role"])
    return _without_determiner(role) if head_of(role) in heads() else None


def _without_determiner(role: str) -> str:
    return " ".join(_DETERMINER.sub("", role.strip()).split())


@cache
def _side_words() -> tuple[re.Pattern[str], dict[str, Side]]:
    sides = {word: side for side, words in load_words("sides").items() for word in words}
    listed = "|".join(re.escape(word) for word in sorted(sides, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.])(?P<place>(?:in|to|on|against|near|over|into|state) (?:the )?)?(?P<word>{listed})(?!\w)"
    ), sides


@cache
def _analyst() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _words('analyst')))})s?\b", re.IGNORECASE)


def find_side(phrase: str) -> Side | None:
    """Whom somebody of that description speaks for: the first word that tells, unless it only says where or of what."""
    if _analyst().search(head_of(phrase)):
        return "analyst"
    words, sides = _side_words()
    return next((sides[match["word"]] for match in words.finditer(phrase) if not match["place"]), None)


def side_of_roles(roles: tuple[str, ...]) -> Side | None:
    """Whom somebody of those roles speaks for; what someone was before counts only after what someone is."""
    ordered = sorted(roles, key=lambda role: bool(_FORMER.match(role)))
    found = [side for role in ordered if (side := find_side(role))]
    return "analyst" if "analyst" in found[:1] else next(iter(found), None)


def pronoun_of(phrase: str) -> str | None:
    """Which pronoun a role or a title settles: "spokeswoman" is she."""
    head = head_of(phrase)
    return "she" if head in _words("she") else "he" if head in _words("he") else None


def pronoun_of_courtesy(word: str) -> str | None:
    """Which pronoun a courtesy title settles: "Mrs." is she."""
    return "she" if word in _words("courtesy_she") else "he" if word in _words("courtesy_he") else None
