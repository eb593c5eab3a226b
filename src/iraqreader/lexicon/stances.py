"""The words of a position, and of those who take one, as two patterns that name each word's kind."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from iraqreader.lexicon import load_words
from iraqreader.lexicon.people import gazetteer, terms

if TYPE_CHECKING:
    from collections.abc import Mapping

ACTORS = ("erbil", "other", "washington", "baghdad", "tehran")
WORDS = (
    "expand_alone", "keep_alone", "limit_alone", "withdraw_alone", "mute", "open", "talk", "refuse", "ill", "not", "past", "asked", "given", "meant",
    "expand", "keep", "limit", "withdraw", "force", "strike", "aid", "say", "if", "aside", "doubt", "stop", "join", "first", "he", "it", "third",
)  # fmt: skip
"""Kinds of words, the longer readings first: "declined to say" is open, "declined" a refusal."""

CORES = (
    "expand_alone",
    "keep_alone",
    "limit_alone",
    "withdraw_alone",
    "mute",
    "refuse",
    "request",
    "force",
    "strike",
    "aid",
)
"""Kinds of words of which a position has one at its core."""

HEADS = {
    "washington": ("President", "Commander of U.S. forces in Iraq"),
    "baghdad": ("Prime Minister of Iraq",),
}
"""Offices whose holders news calls by the surname alone from the first line on ("Bush orders more troops")."""

_LAST = re.compile(r"(?:Abdul[ -])?(?!al-)\w+$")


@cache
def actor_words() -> re.Pattern[str]:
    """Those who take positions; names keep their capitals."""
    named = {side: tuple(sorted(_surnames(titles))) for side, titles in HEADS.items()}
    return re.compile(
        _pattern({label: (*words, *named.get(label, ())) for label, words in load_words("actors").items()}, ACTORS)
    )


def _surnames(titles: tuple[str, ...]) -> set[str]:
    """The surnames of everyone on record in one of these offices, with or without "al-" and hyphen."""
    holders = {person for person, held in terms().items() for term in held if term.title in titles}
    last = (_LAST.search(gazetteer()[person].name) for person in holders)
    return {"(?:al-)?" + re.sub("[ -]", "[- ]", name[0]) for name in last if name}


@cache
def position_words() -> re.Pattern[str]:
    """The words of positions, in small letters."""
    return re.compile(_pattern(load_words("stances"), WORDS, small=True))


@cache
def core_words() -> re.Pattern[str]:
    """Any word of a core, in small letters: a fraction of the time that it takes to tell all kinds of words apart."""
    words = "|".join(_small(word.replace(" ", r"\s")) for kind in CORES for word in load_words("stances")[kind])
    return re.compile(rf"(?<![\w-])(?:{words})(?!\w)")


@cache
def request_words() -> re.Pattern[str]:
    """A request by name, in any case: what is done at it is wanted by whoever makes it."""
    return re.compile("|".join(load_words("stances")["request"]), re.IGNORECASE)


@cache
def owned_words() -> re.Pattern[str]:
    """Words before soldiers that make them other people's."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(load_words('stances')['owned'])})(?!\w)")


def _pattern(words: Mapping[str, tuple[str, ...]], labels: tuple[str, ...], *, small: bool = False) -> str:
    lists = {label: "|".join(entries).replace(" ", r"\s") for label, entries in words.items()}
    if small:
        lists = {label: _small(pattern) for label, pattern in lists.items()}
    groups = "|".join(f"(?P<{label}>{lists[label]})" for label in labels)
    return rf"(?<![\w-])(?:{groups})(?!\w)"


def _small(pattern: str) -> str:
    """A pattern in small letters (classes of letters stay), where "US" may stand for "U.S." as in British news."""
    small = re.sub(r"\\.|[A-Z]+", lambda match: match[0] if match[0][0] == "\\" else match[0].lower(), pattern)
    return small.replace(r"u\.s\.", r"u\.?s\b\.?")
