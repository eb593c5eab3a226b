"""The index of quotations: from what is typed to an answer."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from iraqreader.search.answer import Answer
from iraqreader.search.language import parse_query
from iraqreader.search.nearest import attempts
from iraqreader.search.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iraqreader.model import Article, QuoteKind
    from iraqreader.search.language import Query

MOST_TRIES = 40
"""Queries that are tried to find what is nearest to one that finds nothing."""


class QuoteIndex:
    """The quotes of some articles, ready to be searched as one types. Quotes that no words rank come in the articles' order."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = tuple(articles)
        self._shelf = cache(self._fill)
        _ = self._shelf(frozenset({"direct"})).postings  # most queries need these; others are made when they are needed

    def search(self, typed: str, limit: int = 50) -> Answer:
        """The quotes that answer a query, best first; its last word may be unfinished. None for an empty one."""
        query = parse_query(typed)
        return Answer(asked=False, misread=query.misread) if query.is_empty else self._answer(query, limit)

    def look_up(self, typed: str, limit: int = 50) -> Answer:
        """The same, or where nothing answers, what is found where something of it is given up; the answer says what."""
        answer = self.search(typed, limit)
        return answer if answer.hits or not answer.asked else self._nearest(parse_query(typed), limit) or answer

    def _answer(self, query: Query, limit: int) -> Answer:
        return self._shelf(query.kinds).answer(query, limit)

    def _nearest(self, query: Query, limit: int) -> Answer | None:
        unlike = self._shelf(query.kinds).unlike(query)
        for given_up, other in islice(attempts(query, unlike), MOST_TRIES):
            answer = self._answer(other, limit)
            if answer.hits:
                return replace(answer, given_up=given_up)
        return None

    def _fill(self, kinds: frozenset[QuoteKind]) -> Shelf:
        pairs = ((article, quote) for article in self._articles for quote in article.quotes)
        return Shelf([(article, quote) for article, quote in pairs if quote.kind in kinds])
