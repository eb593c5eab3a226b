"""Whom somebody speaks for, by the words for what they are."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from iraqreader.extract.people.roles import head_of, is_former
from iraqreader.lexicon import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqreader.extract.people.roles import Role
    from iraqreader.model import Side

_SEAT = re.compile(r"(?:Sen|Rep)s?\. .*|[RDI]-[A-Z].*")


_HEADS = ("analyst", "clerics")
_OTHER_LISTS = frozenset((*_HEADS, "private", "own_titles"))


@cache
def _side_words() -> tuple[re.Pattern[str], dict[str, Side]]:
    sides = {word: side for side, words in load_words("sides").items() if side not in _OTHER_LISTS for word in words}
    words = "|".join(re.escape(word) for word in sorted(sides, key=len, reverse=True))
    before = r"(?P<at>(?:at|from) (?:the )?)?(?P<place>(?:in|to|on|against|near|over|into|[Ss]tate) (?:the )?)?"
    after = r"(?!\w|\.?-(?:backed|trained|allied|aligned|armed|funded|supported|sponsored|made)|(?<=Washington) [A-Z])"
    return re.compile(rf"(?<![\w.-]){before}(?P<word>{words}){after}"), sides


def find_side(phrase: str) -> Side | None:
    """Whom somebody of that description speaks for: the first word that tells, unless it only says where or of what."""
    head = head_of(phrase).removesuffix("s")
    if head in load_words("sides")["private"]:
        return None
    by_head = next((side for side in _HEADS if head in load_words("sides")[side]), None)
    return by_head or next(_sides_in(phrase), "washington" if _SEAT.fullmatch(phrase) else None)


def _sides_in(phrase: str, *, at: bool = False) -> Iterator[Side]:
    words, sides = _side_words()
    return (sides[match["word"]] for match in words.finditer(phrase) if not match["place"] and (match["at"] or not at))


def side_of_roles(roles: Sequence[Role], office: Side | None) -> Side | None:
    """Whom somebody of those roles speaks for; what someone was counts only after what someone is.

    `office` is the side on record, which comes after what the words say and before what stands around them.
    """
    ordered = sorted(roles, key=lambda role: is_former(role.words))
    told = next(filter(None, (find_side(role.words) for role in ordered)), None)
    own = any(role.words in load_words("sides")["own_titles"] for role in roles)
    around = (side for role in ordered for side in _sides_in(role.around, at=True))
    return told or office or ("washington" if own else None) or next(around, None)
