"""Reporting words in all their forms."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from iraqreader.lexicon import load_words

CueKind = Literal["speech", "address", "attitude"]
Form = Literal["plain", "past", "participle"]
KINDS: tuple[CueKind, ...] = ("attitude", "address", "speech")
"""A word of several kinds is of the last of these that lists it."""


class CueForm(NamedTuple):
    """One form of a reporting verb. `plain` takes in the -s form, where both may be nouns: "the calls"."""

    kind: CueKind
    form: Form
    noun: bool
    """Whether this form is a noun far more often than a verb."""


@cache
def cue_forms() -> dict[str, CueForm]:
    """Every form of every reporting verb, in small letters."""
    words = load_words("cues")
    verbs, nouns = frozenset(words["never_nouns"]), frozenset(words["nouns"])
    return {
        word: CueForm(kind, _form(place, len(listed), listed[0] in verbs), listed[0] in nouns and place < 2)
        for kind in KINDS
        for entry in words[kind]
        for listed in [inflect(entry)]
        for place, word in enumerate(listed)
    }


def inflect(entry: str) -> tuple[str, ...]:
    """The forms of a verb in the order plain, -s, past (one or two), -ing: as listed, or made by rule from one word."""
    if " " in entry:
        return tuple(entry.split())
    stem = entry.removesuffix("e")
    if entry.endswith("y") and entry[-2] not in "aeiou":
        return (entry, f"{entry[:-1]}ies", f"{entry[:-1]}ied", f"{entry}ing")
    return (entry, entry + ("es" if entry.endswith(("s", "sh", "ch", "x", "z")) else "s"), f"{stem}ed", f"{stem}ing")


def _form(place: int, count: int, verb: bool) -> Form:
    if place == count - 1:
        return "participle"
    return "plain" if place < 2 and not verb else "past"
