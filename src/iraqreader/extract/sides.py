"""Whom somebody speaks for, by the words for what they are."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from iraqreader.extract.roles import head_of, is_former
from iraqreader.lexicon import load_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iraqreader.extract.roles import Role
    from iraqreader.model import Side

_SEAT = re.compile(r"(?:Sen|Rep)s?\. .*|[RDI]-[A-Z].*")


@cache
def _side_words() -> tuple[re.Pattern[str], dict[str, Side]]:
    sides = {word: side for side, words in load_words("sides").items() if side not in _OTHER_LISTS for word in words}
    listed = "|".join(re.escape(word) for word in sorted(sides, key=len, reverse=True))
    place = r"(?P<place>(?:in|to|on|against|near|over|into|[Ss]tate) (?:the )?)?"
    return re.compile(rf"(?<![\w.-]){place}(?P<word>{listed})(?!\w|(?<=Washington) [A-Z])"), sides


_OTHER_LISTS = frozenset(("analyst", "own_titles"))


def find_side(phrase: str) -> Side | None:
    """Whom somebody of that description speaks for: the first word that tells, unless it only says where or of what."""
    if head_of(phrase).removesuffix("s") in load_words("sides")["analyst"]:
        return "analyst"
    return next(iter(_sides_in(phrase)), "washington" if _SEAT.fullmatch(phrase) else None)


def _sides_in(phrase: str) -> list[Side]:
    words, sides = _side_words()
    return [sides[match["word"]] for match in words.finditer(phrase) if not match["place"]]


def side_of_roles(roles: Sequence[Role], office: Side | None) -> Side | None:
    """Whom somebody of those roles speaks for; what someone was counts only after what someone is.

    `office` is the side on record, which comes after what the words say and before what stands around them.
    """
    ordered = sorted(roles, key=lambda role: is_former(role.words))
    told = next(filter(None, (find_side(role.words) for role in ordered)), None)
    own = any(role.words in load_words("sides")["own_titles"] for role in roles)
    around = next(filter(None, (_sides_in(role.around)[-1:] for role in ordered)), None)
    return told or office or ("washington" if own else None) or (around[0] if around else None)
