"""Words of a quote or a query, folded so that case, accents, ligatures and the shape of marks do not matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTER = r"[^\W_][\u0300-\u036f]*"  # with the accents that decomposed text keeps apart
_WORD = re.compile(rf"(?:{_LETTER})+(?:['’‘.](?:{_LETTER})+)*")
"""Dashes end a word; an apostrophe or a full stop between letters does not ("don't", "U.S."), and is dropped."""

_INSIDE = str.maketrans("", "", "'’‘.")
_SPELT = {**dict.fromkeys("'’‘", "'"), ".": "."}


class Word(NamedTuple):
    """A word as it is compared, and where it stands in the text that it was read from."""

    folded: str
    span: Span


def read_words(text: str, within: Span | None = None) -> Iterator[Word]:
    """The words of `text`, or of one span of it, in order."""
    start, end = within or (0, len(text))
    for match in _WORD.finditer(text, start, end):
        yield Word(fold(match[0]), Span(*match.span()))


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """One word as it is compared: "Don’t" -> "dont", "Café" -> "cafe"."""
    return word.translate(_INSIDE).lower() if word.isascii() else "".join(map(_fold_letter, word))


@lru_cache(maxsize=1 << 16)
def spell(word: str) -> str:
    """One word letter by letter, but for case, accents and the shape of marks: "Don’t" -> "don't", "U.S" -> "u.s"."""
    return word.lower() if word.isascii() else "".join(_SPELT.get(sign) or _fold_letter(sign) for sign in word)


def fold_offsets(word: str) -> list[int]:
    """For each letter of the folded word, the offset in `word` of the letter that it came from."""
    return [offset for offset, letter in enumerate(word) for _ in _fold_letter(letter)]


def _fold_letter(letter: str) -> str:
    plain = unicodedata.normalize("NFKD", letter.translate(_INSIDE)).casefold()
    return "".join(part for part in plain if not unicodedata.combining(part))
