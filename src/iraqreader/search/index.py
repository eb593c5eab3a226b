"""The index of quotations: from what is typed to an answer."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from iraqreader.search import tables
from iraqreader.search.answer import Answer
from iraqreader.search.language import parse_query
from iraqreader.search.nearest import attempts
from iraqreader.search.postings import Postings
from iraqreader.search.shelf import Shelf
from iraqreader.search.writing import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from iraqreader.model import Article
    from iraqreader.search.language import Query

MOST_TRIES = 40
"""Queries that are tried to find what is nearest to one that finds nothing."""


class QuoteIndex:
    """The quotes of some articles, ready to be searched as one types. Quotes that no words rank come in the articles' order."""

    def __init__(self, articles: Iterable[Article]) -> None:
        held = tuple(articles)
        self._shelf = Shelf(Postings(_in_memory(held)), held.__getitem__)

    @classmethod
    def of(cls, connection: sqlite3.Connection, article_of: Callable[[int], Article]) -> QuoteIndex:
        """The index that a `Writer` has written; `article_of` gives an article by the number that it was written with."""
        index = cls.__new__(cls)
        index._shelf = Shelf(Postings(connection), article_of)
        return index

    def search(self, typed: str, limit: int = 50) -> Answer:
        """The quotes that answer a query, best first; its last word may be unfinished. None for an empty one."""
        query = parse_query(typed)
        return Answer(asked=False, misread=query.misread) if query.is_empty else self._shelf.answer(query, limit)

    def look_up(self, typed: str, limit: int = 50) -> Answer:
        """The same, or where nothing answers, what is found where something of it is given up; the answer says what."""
        answer = self.search(typed, limit)
        return answer if answer.hits or not answer.asked else self._nearest(parse_query(typed), limit) or answer

    def _nearest(self, query: Query, limit: int) -> Answer | None:
        for given_up, other in islice(attempts(query, self._shelf.unlike(query)), MOST_TRIES):
            answer = self._shelf.answer(other, limit)
            if answer.hits:
                return replace(answer, given_up=given_up)
        return None


def _in_memory(articles: Iterable[Article]) -> sqlite3.Connection:
    # Searched in a thread, one at a time.
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    tables.create(connection)
    writer = Writer(connection)
    for number, article in enumerate(articles):
        writer.add(number, article)
    writer.write()
    return connection
