"""The words of a position, as patterns that name each word's kind."""

from __future__ import annotations

import re
from functools import cache

from iraqreader.lexicon import load_words

WORDS = (
    "expand_alone", "keep_alone", "limit_alone", "withdraw_alone", "mute", "open", "talk", "refuse", "ill", "not", "past", "asked", "given", "meant",
    "expand", "keep", "limit", "withdraw", "force", "strike", "aid", "say", "if", "aside", "doubt", "stop", "join", "first", "he", "it", "third",
)  # fmt: skip
"""Kinds of words, the longer readings first: "declined to say" is open, "declined" a refusal."""

CORES = ("expand_alone", "keep_alone", "limit_alone", "withdraw_alone", "mute", "refuse", "request", "force", "strike", "aid")  # fmt: skip
"""Kinds of words of which a position has one at its core."""


@cache
def position_words() -> re.Pattern[str]:
    """The words of positions, in small letters."""
    groups = "|".join(f"(?P<{kind}>{_small('|'.join(load_words('stances')[kind]))})" for kind in WORDS)
    return re.compile(rf"(?<![\w-])(?:{groups})(?!\w)")


@cache
def core_words() -> re.Pattern[str]:
    """Any word of a core, in small letters: a fraction of the time that it takes to tell all kinds of words apart."""
    words = "|".join(_small(word) for kind in CORES for word in load_words("stances")[kind])
    return re.compile(rf"(?<![\w-])(?:{words})(?!\w)")


@cache
def request_words() -> re.Pattern[str]:
    """A request by name, in any case: what is done at it is wanted by whoever makes it."""
    return re.compile("|".join(load_words("stances")["request"]), re.IGNORECASE)


@cache
def owned_words() -> re.Pattern[str]:
    """Words before soldiers that make them other people's."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(load_words('stances')['owned'])})(?!\w)")


def _small(pattern: str) -> str:
    """A pattern in small letters (classes of letters stay), where "US" may stand for "U.S." as in British news."""
    small = re.sub(r"\\.|[A-Z]+", lambda match: match[0] if match[0][0] == "\\" else match[0].lower(), pattern)
    return small.replace(" ", r"\s").replace(r"u\.s\.", r"u\.?s\b\.?")
