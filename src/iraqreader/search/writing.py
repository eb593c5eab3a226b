"""Quotes into the tables that are searched."""

from __future__ import annotations

from array import array
from itertools import pairwise
from typing import TYPE_CHECKING

from pyroaring import BitMap

from iraqreader.search.common import COMMON
from iraqreader.search.tables import BLOCK, SEARCHED, SHORT, Field, spell_words
from iraqreader.search.words import read_words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from iraqreader.model import Article, Quote, Speaker

_PUT_POSTING = "INSERT OR REPLACE INTO posting VALUES (?, ?, ?)"


class Writer:
    """Takes articles in, and writes what their quotes are found by when it is told to.

    The connection's transactions are the caller's. Numbers of articles are the caller's as well, each used once.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        words = connection.execute("SELECT field, folded, number FROM word")
        self._numbers: dict[tuple[int, str], int] = {(field, folded): number for field, folded, number in words}
        self._next_word = max(self._numbers.values(), default=0) + 1
        (last,) = connection.execute("SELECT max(first + quotes) FROM source").fetchone()
        self._next_quote = last or 1
        (present,) = connection.execute("SELECT max(quotes) FROM present").fetchone()
        self._present = BitMap.deserialize(present) if present else BitMap()
        self._new_words = list[tuple[int, int, str]]()
        self._quotes = list[tuple[int, int, int, bytes]]()
        self._postings = dict[int, list[int]]()

    @property
    def waiting(self) -> int:
        """How many quotes are yet to be written."""
        return len(self._quotes)

    @property
    def kept(self) -> int:
        """How many quotes there are."""
        return len(self._present)

    @property
    def lost(self) -> int:
        """How many quotes were taken out, of which the postings still tell."""
        return self._next_quote - 1 - self.kept

    def add(self, number: int, article: Article) -> None:
        """Take in the quotes of an article, under a number that is the caller's."""
        days = article.published.range
        first = self._next_quote
        source = (number, first, len(article.quotes), _ordinal(days.earliest), _ordinal(days.latest))
        self._connection.execute("INSERT INTO source VALUES (?, ?, ?, ?, ?)", source)
        self._post(Field.TITLE, _folded(_called(article)), number)
        for place, quote in enumerate(article.quotes):
            self._add_quote(number, place, article.text, quote)
        self._next_quote = first + len(article.quotes)
        self._present.add_range(first, self._next_quote)

    def remove(self, number: int) -> None:
        """Take an article out. What its quotes were found by stays where it is, and finds nothing."""
        connection = self._connection
        first, quotes = connection.execute("SELECT first, quotes FROM source WHERE number = ?", (number,)).fetchone()
        connection.execute("DELETE FROM source WHERE number = ?", (number,))
        connection.execute("DELETE FROM quote WHERE number >= ? AND number < ?", (first, first + quotes))
        self._present.remove_range(first, first + quotes)

    def write(self) -> None:
        """Write all that was taken in."""
        connection = self._connection
        connection.executemany("INSERT INTO quote VALUES (?, ?, ?, ?)", self._quotes)
        connection.executemany(_PUT_POSTING, list(self._merged()))
        if self._new_words:
            connection.executemany("INSERT INTO word VALUES (?, ?, ?)", self._new_words)
            for field in {Field(field) for _, field, _ in self._new_words} & {*SEARCHED}:
                self._write_vocabulary(field)
        connection.execute("DELETE FROM present")
        connection.execute("INSERT INTO present VALUES (?)", (self._present.serialize(),))
        self._quotes, self._new_words, self._postings = [], [], {}

    def _add_quote(self, source: int, place: int, text: str, quote: Quote) -> None:
        number = self._next_quote + place
        said = [word.folded for word in read_words(text, quote.span)]
        name = _folded(quote.speaker.name) if quote.speaker else []
        words = spell_words(self._number_each(Field.SAID, said), self._number_each(Field.SAID, name))
        self._quotes.append((number, source, place, words))
        self._post(Field.SAID, (*said, *name), number)
        self._post(Field.PAIR, _common_pairs(said), number)
        self._post(Field.START, _starts((*said, *name)), number)
        self._post(Field.KIND, (quote.kind,), number)
        if quote.speaker:
            self._post(Field.SPEAKER, _folded(_named(quote.speaker)), number)
            self._post(Field.SIDE, filter(None, [fold_side(quote.speaker.side or "")]), number)

    def _post(self, field: Field, words: Iterable[str], quote: int) -> None:
        for word in self._number_each(field, set(words)):
            self._postings.setdefault(word, []).append(quote)

    def _number_each(self, field: Field, words: Iterable[str]) -> list[int]:
        return [self._numbers.get((field, word)) or self._number_new(field, word) for word in words]

    def _number_new(self, field: Field, word: str) -> int:
        number = self._numbers[field, word] = self._next_word
        self._next_word += 1
        self._new_words.append((number, field, word))
        return number

    def _merged(self) -> Iterator[tuple[int, int, bytes]]:
        """Each block of postings that anything came to, with what it had before."""
        for word in sorted(self._postings):
            for block, quotes in _by_block(self._postings[word]):
                found = self._connection.execute(
                    "SELECT quotes FROM posting WHERE word = ? AND block = ?", (word, block)
                )
                before = found.fetchone()
                having = BitMap(quotes) | BitMap.deserialize(*before) if before else BitMap(quotes)
                yield word, block, having.serialize()

    def _write_vocabulary(self, field: Field) -> None:
        words = [(word, number) for (of, word), number in self._numbers.items() if of == field]
        words.sort(key=lambda pair: (len(pair[0]), pair[0]))
        row = (field, "\n".join(word for word, _ in words), array("I", (number for _, number in words)).tobytes())
        self._connection.execute("INSERT OR REPLACE INTO vocabulary VALUES (?, ?, ?)", row)


def fold_side(side: str) -> str:
    """A side as one word: as it is asked for, and as it is kept."""
    return "".join(_folded(side.replace("_", " ")))


def _folded(text: str) -> list[str]:
    return [word.folded for word in read_words(text)]


def _called(article: Article) -> str:
    """Whatever an article may be asked for by."""
    title = article.title.of(article.text) if article.title else ""
    return f"{article.id} {title} {article.publisher.name if article.publisher else ''}"


def _named(speaker: Speaker) -> str:
    """Whatever a speaker may be asked for by: also the full name of a person whom this article names in short."""
    return f"{speaker.name} {speaker.role or ''} {speaker.person or ''}"


def _common_pairs(words: Sequence[str]) -> Iterator[str]:
    return (f"{one} {two}" for one, two in pairwise(words) if one in COMMON and two in COMMON)


def _starts(words: Iterable[str]) -> set[str]:
    return {word[:length] for word in words for length in range(1, SHORT + 1)}


def _by_block(quotes: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Numbers, which ascend, by the block that they are in."""
    blocks = dict[int, list[int]]()
    for quote in quotes:
        blocks.setdefault(quote >> BLOCK, []).append(quote)
    return iter(blocks.items())


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None
