"""Which quotes have which words, and at which places: what the tables of quotes say."""

from __future__ import annotations

from array import array
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from pyroaring import BitMap

from iraqreader.search.tables import Field, side_by_side
from iraqreader.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

_COMPARED = 300
"""Quotes that are looked through for two words side by side: if these have none, it is no phrase."""

_HAVING = "SELECT quotes FROM posting WHERE word IN (SELECT value FROM json_each(?))"
_WORDS = "SELECT number, words FROM quote WHERE number IN (SELECT value FROM json_each(?))"
_PLACES = "SELECT number, source, place FROM quote WHERE number IN (SELECT value FROM json_each(?))"


class Postings:
    """Quotes and words by their numbers, as they were when each was first asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._vocabularies = dict[Field, Vocabulary]()

    @cached_property
    def present(self) -> BitMap:
        """The quotes that there are."""
        (quotes,) = self._connection.execute("SELECT max(quotes) FROM present").fetchone()
        return BitMap.deserialize(quotes) if quotes else BitMap()

    def vocabulary(self, field: Field = Field.SAID) -> Vocabulary:
        """The words of a field."""
        if field not in self._vocabularies:
            self._vocabularies[field] = self._read_vocabulary(field)
        return self._vocabularies[field]

    def _read_vocabulary(self, field: Field) -> Vocabulary:
        row = self._connection.execute("SELECT words, numbers FROM vocabulary WHERE field = ?", (field,)).fetchone()
        words, numbers = row or ("", b"")
        return Vocabulary(words.split("\n") if words else (), array("I", numbers))

    def having(self, words: Iterable[int]) -> BitMap:
        """The quotes that have any of these words; of titles, the articles."""
        found = self._connection.execute(_HAVING, (_listed(words),)).fetchall()
        return BitMap.union(*(BitMap.deserialize(having) for (having,) in found)) if found else BitMap()

    def having_word(self, field: Field, word: str) -> BitMap:
        """The quotes that have a word of a field just so."""
        row = self._connection.execute(
            "SELECT number FROM word WHERE field = ? AND folded = ?", (field, word)
        ).fetchone()
        return self.having(row) if row else BitMap()

    def words(self, quotes: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """The words of some quotes, as `tables.spell_words` has them, with the number of each quote, in that order."""
        return self._connection.execute(_WORDS, (_listed(quotes),))

    def places(self, quotes: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Of each of some quotes the number of its article, and its place among the quotes of that."""
        return {
            number: (source, place) for number, source, place in self._connection.execute(_PLACES, (_listed(quotes),))
        }

    def of_sources(self, condition: str, *values: object) -> BitMap:
        """The quotes of the articles for which a condition on the table `source` holds."""
        quotes = BitMap()
        found = self._connection.execute(f"SELECT first, first + quotes FROM source WHERE {condition}", values)  # noqa: S608 - no condition is typed
        for first, end in found:
            quotes.add_range(first, end)
        return quotes

    def side_by_side(self, word: str, after: str) -> bool:
        """Whether some quote has these two words next to one another."""
        vocabulary = self.vocabulary()
        one, two = vocabulary.number(word), vocabulary.number(after)
        if one is None or two is None:
            return False
        both = islice(self.having([one]) & self.having([two]), _COMPARED)
        pair = side_by_side(one, two)
        return any(pair in words for _, words in self.words(both))


def _listed(numbers: Iterable[int]) -> str:
    """Numbers as SQLite's `json_each` reads them."""
    return f"[{','.join(map(str, numbers))}]"
