"""The tables of quotes that the search reads, in SQLite: on the disk, or in memory for a handful of articles.

    source      an article: its quotes, which have numbers in a row, and the days between which it came out
    quote       a quote: its article, its place among the quotes of that, and its words as numbers
    word        a word, by what it is a word of (`Field`); its number is the same wherever it stands
    posting     which quotes (of a source's title: which articles) have a word, as a Roaring bitmap for each block of them
    vocabulary  every word of a field in one piece, as `Vocabulary` wants them
    present     the quotes that there are, as a bitmap: what was taken out stays in the postings

Roaring bitmaps: Lemire et al., "Roaring Bitmaps: Implementation of an Optimized Software Library", 2018.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

BLOCK = 16
"""Bits of a number within its block: where quotes come to the last block only, no other is written again."""

TABLES = ("source", "quote", "word", "posting", "vocabulary", "present")

_CREATE = (
    "CREATE TABLE source (number INTEGER PRIMARY KEY, first INTEGER, quotes INTEGER, earliest INTEGER, latest INTEGER)",
    "CREATE TABLE quote (number INTEGER PRIMARY KEY, source INTEGER, place INTEGER, words BLOB)",
    "CREATE TABLE word (number INTEGER PRIMARY KEY, field INTEGER, folded TEXT, UNIQUE (field, folded))",
    "CREATE TABLE posting (word INTEGER, block INTEGER, quotes BLOB, PRIMARY KEY (word, block)) WITHOUT ROWID",
    "CREATE TABLE vocabulary (field INTEGER PRIMARY KEY, words TEXT, numbers BLOB)",
    "CREATE TABLE present (quotes BLOB)",
)


class Field(IntEnum):
    """What a word is a word of."""

    SAID = 0
    """A quote, or its speaker's name."""
    PAIR = 1
    """The same, but two words side by side that both stand everywhere."""
    START = 2
    """The same, but its first letter or two, which too many words share to look each of them up."""
    SPEAKER = 3
    """A speaker's name, role or full name."""
    SIDE = 4
    """The side that the speaker is on."""
    KIND = 5
    """Direct or reported."""
    TITLE = 6
    """What an article is asked for by: its id, title and publisher."""


SEARCHED = (Field.SAID, Field.SPEAKER, Field.SIDE, Field.TITLE)
"""Fields of which words are found that are like a typed one."""

SHORT = 2
"""Letters of the longest start that has postings of its own."""

_GAP = "\0"
_LAST_NUMBER = 0x10FFFF
"""The highest number of a word: those after a million different ones are not told apart."""


def create(connection: sqlite3.Connection) -> None:
    """Make the tables, in place of those that are there."""
    for table in TABLES:
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    for statement in _CREATE:
        connection.execute(statement)


def spell_words(said: Iterable[int], name: Iterable[int]) -> bytes:
    """The words of a quote, and those of its speaker's name, as they are kept: a number is a letter, in UTF-8.

    So most words take two bytes, the whole is read at once, and words side by side are letters side by side.
    """
    return f"{_letters(said)}{_GAP}{_letters(name)}".encode("utf-8", "surrogatepass")


def letter_of(number: int) -> str:
    """The letter that a word is kept as."""
    return chr(min(number, _LAST_NUMBER))


def _letters(numbers: Iterable[int]) -> str:
    return "".join(map(letter_of, numbers))


def side_by_side(one: int, two: int) -> bytes:
    """What stands in the words of a quote where one word follows another."""
    return _letters((one, two)).encode("utf-8", "surrogatepass")


def read_words_of(words: bytes) -> tuple[str, str]:
    """The words that were said and those of the name, a letter for each, as `letter_of` gives it."""
    said, _, name = words.decode("utf-8", "surrogatepass").partition(_GAP)
    return said, name
