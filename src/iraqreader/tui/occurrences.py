"""Where words stand in a text, as one types them: without regard to case, accents, and the shape of marks."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from iraqreader.model import Span

_ALIKE = str.maketrans(dict(zip("“”„«»‘’‚`–—‑\xa0\n\t", '"""""\'\'\'\'---   ', strict=True)))
"""Marks and white space that are typed one way and printed another."""


class _Folded(NamedTuple):
    """A text as it is compared, and for each of its letters the offset it came from."""

    letters: str
    offsets: tuple[int, ...]


def occurrences(text: str, query: str) -> tuple[Span, ...]:
    """Every place of the query in the text, in order, none over another."""
    wanted, spans = _letters(query.strip()), list[Span]()
    if not wanted:
        return ()
    letters, offsets = _fold(text)
    at = letters.find(wanted)
    while at >= 0:
        spans.append(Span(offsets[at], offsets[at + len(wanted) - 1] + 1))
        at = letters.find(wanted, at + len(wanted))
    return tuple(spans)


def _letters(text: str) -> str:
    return "".join(map(_alike, text))


@lru_cache(8)
def _fold(text: str) -> _Folded:
    parts = [(letter, offset) for offset, sign in enumerate(text) for letter in _alike(sign)]
    return _Folded("".join(letter for letter, _ in parts), tuple(offset for _, offset in parts))


@lru_cache(4096)
def _alike(sign: str) -> str:
    parts = unicodedata.normalize("NFKD", sign.translate(_ALIKE))
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()
