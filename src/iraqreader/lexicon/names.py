"""Names as words: how two spellings are compared, which are given names, which stand before a name."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from iraqreader.lexicon import load_words

_APOSTROPHES = "'’‘`ʿʾ"
_INITIALS_APART = re.compile(r"(?<=[A-Z]\.)\s(?=[A-Z]\.)")
_NOT_LETTERS = re.compile(r"[^a-z]+")
_NOT_TITLES = frozenset(
    (
        "heads",
        "modifiers",
        "titles",
        "she",
        "he",
        "epithets",
        "surnames",
        "services",
        "rank_parts",
        "offices",
        "offices_of",
        "republican",
        "democrat",
    )
)


@cache
def listed(file: str, label: str) -> frozenset[str]:
    """One list of a file of words, as a set."""
    return frozenset(load_words(file)[label])


@cache
def small_places() -> frozenset[str]:
    """Places in small letters: "the Indiana governor" is not the one of Ohio."""
    return frozenset(place.casefold() for place in listed("capitals", "places"))


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> tuple[str, ...]:
    """A word as names are compared: no case, accents, apostrophes, hyphens, particles, initials.

    A suffix stays, since a Jr. is not his father. A particle with a capital is one only where it is no name: "Ash".
    """
    plain = unicodedata.normalize("NFKD", word).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter) and letter not in _APOSTROPHES)
    if word.isalpha() and word not in listed("capitals", "particles"):
        return (
            ()
            if len(plain) < 2 or plain in listed("capitals", "capital_particles")
            else tuple(_NOT_LETTERS.split(plain))
        )
    parts = _NOT_LETTERS.split(plain)
    if len(parts) > 2 and all(len(part) < 2 for part in parts):
        return ("".join(parts),)
    return tuple(part for part in parts if len(part) > 1 and part not in listed("capitals", "particles"))


def fold_name(name: str) -> tuple[str, ...]:
    """Every word of a name, folded; all of them initials or particles: the name as it is."""
    words = _INITIALS_APART.sub("", name).split()
    return tuple(part for word in words for part in fold_word(word)) or (name.casefold(),)


def slug(name: str) -> str:
    """A name as an id: its words in small plain letters."""
    return "-".join(fold_name(name))


def is_suffix(word: str) -> bool:
    """Whether a word only tells father from son."""
    return word.casefold().rstrip(".") in ("jr", "sr", "ii", "iii", "iv")


@cache
def given_names() -> dict[str, str]:
    """Folded given name -> "he", "she" or "either"."""
    labels = load_words("given_names").items()
    return {part: label for label, words in labels for word in words for part in fold_word(word)}


@cache
def titles() -> frozenset[str]:
    """Words that stand before a name, as they are printed there: "Gen.", "Senator"."""
    words = load_words("roles")
    printed = {word.capitalize() for word in words["heads"]} | {title.split()[-1] for title in words["titles"]}
    printed |= {word for label, entries in words.items() if label not in _NOT_TITLES for word in entries}
    return frozenset(word for word in printed if word.casefold() not in given_names())
