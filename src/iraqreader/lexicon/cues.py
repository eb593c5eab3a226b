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


@cache
def cue_forms() -> dict[str, CueForm]:
    """Every form of every reporting verb, in small letters, but forms that are nouns as a rule."""
    words = load_words("cues")
    verbs = frozenset(words["never_nouns"])
    forms = {
        word: CueForm(kind, _form(place, len(listed), listed[0] in verbs))
        for kind in KINDS
        for entry in words[kind]
        for listed in [inflect(entry)]
        for place, word in enumerate(listed)
    }
    nouns = {word for entry in words["nouns"] for word in inflect(entry)[:2]}
    return {word: form for word, form in forms.items() if word not in nouns}


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
