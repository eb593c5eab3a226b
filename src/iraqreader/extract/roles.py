"""What someone does, in the words around the name, and whom such words speak for."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.extract.names import titles
from iraqreader.lexicon import load_words
from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iraqreader.extract.names import Name
    from iraqreader.model import Side


class Role(NamedTuple):
    """What someone does, in the article's words. `introduced` is where those words stand without a name, if they do."""

    words: str
    introduced: Span | None = None


_WORD = re.compile(r"[\w.'’-]+")
_WORD_BACK = re.compile(r"([\w.'’&-]+)[ \u00a0\n]+$")
_LOOK_BACK, _LOOK_AHEAD, _INTRODUCED_WITHIN, _LONGEST = 120, 160, 1000, 8
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
_VERB = re.compile(r"\s(?:said|says|told|who|as|is|was|has|had|would|will)\b.*", re.DOTALL)
_SET_APART = re.compile(r"['’]?[,;:.)—–\n]|\s[—–-]\s|$")
_CONNECTORS = frozenset(("of", "for", "in"))
_BARE = re.compile(r"the \w+", re.IGNORECASE)


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
    return tuple(role for role in found if role)


def best_role(roles: Iterable[Role]) -> str | None:
    """The first of the roles that tell most: an office before a bare rank, what someone is before what someone was."""
    best = max(roles, key=_telling, default=None)
    return _without_rank(best.words) if best else None


def _telling(role: Role) -> tuple[bool, int]:
    words = [word for word in role.words.split() if word not in _ranks()]
    return not _FORMER.match(role.words), min(len(words), 2)


def _without_rank(words: str) -> str:
    parts = words.split()
    while parts and parts[-1] in _ranks():
        parts.pop()
    return " ".join(parts) if parts and _is_role(parts) else words


def _title_before(text: str, name: Name, sentence: Span) -> Role | None:
    start = _extend_left(text, name, max(sentence.start, name.lead.start - _LOOK_BACK))
    words = [word for word in text[start : name.span.start].split() if word not in _courtesies()]
    return Role(" ".join(words)) if words and _is_role(words) else None


def _is_role(words: Sequence[str]) -> bool:
    """Whether words before a name end in what someone is, or say of what: "Commissioner for Human Rights"."""
    if words[-1] in titles() or words[-1].casefold() in heads():
        return True
    of = next((index for index, word in enumerate(words) if word in _CONNECTORS), 0)
    return words[of - 1] in titles() if of else False


def _extend_left(text: str, name: Name, least: int) -> int:
    start = name.lead.start
    for _ in range(_LONGEST):
        match = _WORD_BACK.search(text, least, start)
        if not match or not (_may_modify(match[1]) or (start < name.span.start and _connects(text, match, least))):
            break
        start = match.start(1)
    return start


def _may_modify(word: str) -> bool:
    if word[0].isupper():
        return word not in _stops() and (not word.endswith(".") or word.count(".") > 1 or word in titles())
    return word in heads() or word in _words("modifiers") or word.removeprefix("then-") in heads()


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


def _phrase_before(text: str, name: Name, sentence: Span) -> Role | None:
    """A role set before the name: "the top commander in Iraq, Gen. Lee"."""
    match = _BEFORE.search(text, max(sentence.start, name.lead.start - _LOOK_BACK), name.lead.start)
    if not match or not _SET_APART.match(text, name.span.end):
        return None
    words = _LAST_DETERMINER.split(match["role"])[-1]
    return Role(_without_determiner(words)) if head_of(words) in heads() else None


def _phrase_after(text: str, name: Name, sentence: Span) -> Role | None:
    """A role set after the name: "Ann Lee, a professor of history", "Lee (D-Mich.)"."""
    match = _AFTER.match(text, name.span.end, min(sentence.end, name.span.end + _LOOK_AHEAD))
    if not match:
        return None
    if seat := match["party"] or match["seat"]:
        return Role(f"member of Congress ({seat.strip()})") if name.lead.start == name.lead.end else None
    words = _VERB.sub("", match["role"])
    if head_of(words) not in heads():
        return None
    return (_introduced(text, name.span.start, words) if _BARE.fullmatch(words) else None) or Role(
        _without_determiner(words)
    )


def _introduced(text: str, before: int, words: str) -> Role | None:
    """What was said of someone yet unnamed: "a spokesman for the embassy", then "said Ali Hassan, the spokesman"."""
    head = re.escape(words.rsplit(maxsplit=1)[-1])
    pattern = re.compile(
        rf"\ban? (?:[\w.'’-]+ ){{0,5}}{head} (?:for|of|at|with|from|in) {_CLAUSE}{{3,60}}?(?= (?:told|said|says|who|could|would|did|had|has)\b|[,.;:—–\n])",
        re.IGNORECASE,
    )
    found = list(pattern.finditer(text, max(0, before - _INTRODUCED_WITHIN), before))
    return Role(_without_determiner(found[-1][0]), Span(*found[-1].span())) if found else None


def _without_determiner(role: str) -> str:
    return " ".join(_DETERMINER.sub("", role.strip()).split())


@cache
def _side_words() -> tuple[re.Pattern[str], dict[str, Side]]:
    sides = {word: side for side, words in load_words("sides").items() for word in words}
    listed = "|".join(re.escape(word) for word in sorted(sides, key=len, reverse=True))
    place = r"(?P<place>(?:in|to|on|against|near|over|into|[Ss]tate) (?:the )?)?"
    return re.compile(rf"(?<![\w.]){place}(?P<word>{listed})(?!\w|(?<=Washington) [A-Z])"), sides


def find_side(phrase: str) -> Side | None:
    """Whom somebody of that description speaks for: the first word that tells, unless it only says where or of what."""
    if head_of(phrase).removesuffix("s") in _words("analyst"):
        return "analyst"
    words, sides = _side_words()
    return next((sides[match["word"]] for match in words.finditer(phrase) if not match["place"]), None)


def side_of_roles(roles: Sequence[Role]) -> Side | None:
    """Whom somebody of those roles speaks for; what someone was counts only after what someone is."""
    ordered = sorted((role.words for role in roles), key=lambda words: bool(_FORMER.match(words)))
    return next(filter(None, map(find_side, ordered)), None)


def pronoun_of(phrase: str) -> str | None:
    """Which pronoun a role settles: "spokeswoman" is she."""
    head = head_of(phrase)
    return "she" if head in _words("she") else "he" if head in _words("he") else None


def pronoun_of_courtesy(word: str) -> str | None:
    """Which pronoun a courtesy title settles: "Mrs." is she."""
    return "she" if word in _words("courtesy_she") else "he" if word in _words("courtesy_he") else None
