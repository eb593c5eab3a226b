"""Titles of works, nicknames and words at arm's length: in marks, but nobody's words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from iraqreader.lexicon import load_words

if TYPE_CHECKING:
    from iraqreader.extract.quotes.marks import Stretch

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_BEFORE = re.compile(r"(\w+)(?:[’']s?)?\s*\(?$")
_GENITIVE = re.compile(r"\w[’']s?\s$")
_AFTER = re.compile(r"\s*(\w+)")
_NAME_BEFORE = re.compile(r"[A-Z][\w.]+ $")
_NAME_AFTER = re.compile(r" [A-Z]\w+")
_DISTANCED = re.compile(r"\b(?:so-called|nicknamed|codenamed|code-named|alias) $", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?,;:…]\s")
_LONGEST = 80
"""Code points: no title is longer."""
_LOOK_BACK = 24


def names_something(text: str, stretch: Stretch) -> bool:
    """Whether a stretch in marks is a name, and not something that someone says."""
    inner = stretch.inner.of(text)
    if len(inner) > _LONGEST:
        return False
    before = text[max(0, stretch.outer.start - _LOOK_BACK) : stretch.outer.start]
    if _DISTANCED.search(before):
        return True
    return _is_capitalised(inner) and (_is_nickname(text, stretch, before) or _is_title(text, stretch, before))


def _is_nickname(text: str, stretch: Stretch, before: str) -> bool:
    """Joseph “Fighting Joe” Dunford"""
    return bool(_NAME_BEFORE.search(before) and _NAME_AFTER.match(text, stretch.outer.end))


def _is_title(text: str, stretch: Stretch, before: str) -> bool:
    """On “Good Morning,” in the film “Heat”, CNN's “The Desk”, “Good Morning” host Ann Lee"""
    word, following, words = _BEFORE.search(before), _AFTER.match(text, stretch.outer.end), _words()
    return bool(
        _GENITIVE.search(before)
        or (word and word[1].lower() in words["before"])
        or (following and following[1] in words["after"])
    )


def _is_capitalised(inner: str) -> bool:
    words = _WORD.findall(inner)
    small = _words()["small"]
    return (
        bool(words)
        and not _SENTENCE.search(inner)
        and words[0][0].isupper()
        and all(word[0].isupper() or word[0].isdigit() or word in small for word in words)
    )


@cache
def _words() -> dict[str, frozenset[str]]:
    return {label: frozenset(words) for label, words in load_words("titles").items()}
