"""Who takes positions: governments and bodies by their own words, and what around a name tells whether it means one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from iraqreader.lexicon import load_rows
from iraqreader.lexicon.people import gazetteer, terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SIDES = ("erbil", "other", "washington", "baghdad", "tehran")
"""Whose names they are, those first that hold where two begin together."""

HEADS = {
    "washington": ("President", "Commander of U.S. forces in Iraq"),
    "baghdad": ("Prime Minister of Iraq",),
}
"""Offices whose holders news calls by the surname alone from the first line on ("Bush orders more troops")."""

_LAST = re.compile(r"(?:Abdul[ -])?(?!al-)\w+$")
_JOINED = ("’", "-", ":")


@dataclass(frozen=True, slots=True)
class Actor:
    """Names of one side, and the words right before and right after them, if any, by which they mean it or do not."""

    side: str
    names: tuple[str, ...]
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()


def beside_another(actor: Actor) -> str:
    """As in "Washington and Baghdad": named together with another government."""
    return _either(rf"(?<={word} )" for word in actor.after) if actor.after else ""


def is_no_place(actor: Actor) -> str:
    """Not as in "in Baghdad", "invaded Iraq"."""
    return "".join(rf"(?<!{word} )" for word in actor.not_after)


def does_something(actor: Actor) -> str:
    """As in "Iraq has asked", "Washington's plan": with what only a government does or has."""
    return rf"(?={_followed_by(actor.before)}(?!\w))" if actor.before else ""


def is_no_attribute(actor: Actor) -> str:
    """Not as in "Baghdad airport", "the U.S. troops": where or whose a thing is."""
    return rf"(?!{_followed_by(actor.not_before)}(?!\w))" if actor.not_before else ""


BEFORE: tuple[Callable[[Actor], str], ...] = (beside_another, is_no_place)
AFTER: tuple[Callable[[Actor], str], ...] = (is_no_attribute, does_something)
"""What must hold on either side of a name, each rule as a part of its pattern."""


@cache
def actor_words() -> re.Pattern[str]:
    """Those who take positions; names keep their capitals."""
    groups = "|".join(f"(?P<{side}>{'|'.join(_patterns(side))})" for side in SIDES)
    return re.compile(rf"(?<![\w-])(?:{groups})(?!\w)".replace(" ", r"\s"))


def _patterns(side: str) -> list[str]:
    known = [_pattern(actor) for actor in load_rows("actors", Actor) if actor.side == side]
    return [*known, *sorted(_surnames(HEADS.get(side, ())))]


def _pattern(actor: Actor) -> str:
    before, after = ("".join(rule(actor) for rule in rules) for rules in (BEFORE, AFTER))
    return f"{before}{_either(actor.names)}{after}"


def _followed_by(words: Iterable[str]) -> str:
    """Any of these words after a blank, or joined to what stands before them."""
    return _either((word if word.startswith(_JOINED) else f" {word}").replace("’", "[’']") for word in words)


def _either(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns)})"


def _surnames(titles: tuple[str, ...]) -> set[str]:
    """The surnames of everyone on record in one of these offices, with or without "al-" and hyphen."""
    holders = {person for person, held in terms().items() for term in held if term.title in titles}
    last = (_LAST.search(gazetteer()[person].name) for person in holders)
    return {"(?:al-)?" + re.sub("[ -]", "[- ]", name[0]) for name in last if name}
