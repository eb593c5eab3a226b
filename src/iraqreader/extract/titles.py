"""Titles of works, shows and songs: in marks, but nobody's words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from iraqreader.lexicon import load_words

if TYPE_CHECKING:
    from iraqreader.extract.marks import Stretch

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_BEFORE = re.compile(r"(\w+)(?:[’']s?)?\s*\(?$")
_GENITIVE = re.compile(r"\w[’']s?\s$")
_AFTER = re.compile(r"\s*(\w+)")
_SENTENCE = re.compile(r"[.!?,;:…]\s")
_LONGEST = 80
"""Code points: no title is longer."""
_LOOK_BACK = 24


def is_title(text: str, stretch: Stretch) -> bool:
    """Whether a stretch in marks names a work: capitalised words where the words around it call for a name."""
    inner = stretch.inner.of(text)
    if len(inner) > _LONGEST or not _is_capitalised(inner):
        return False
    before = text[max(0, stretch.outer.start - _LOOK_BACK) : stretch.outer.start]
    word, following = _BEFORE.search(before), _AFTER.match(text, stretch.outer.end)
    words = _words()
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
