"""Fuzzy search of quotations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iraqreader.model import Article, Quote


@dataclass(frozen=True, slots=True)
class Hit:
    """A quote that answers a query; `marks` are the letters that matched, as spans in the article's text."""

    article: Article
    quote: Quote
    score: float
    marks: tuple[Span, ...]


class QuoteIndex:
    """The direct quotes of some articles, ready to be searched as one types."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._quotes = [(article, quote) for article in articles for quote in article.quotes if quote.kind == "direct"]

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """The quotes that answer `query`, best first; none for an empty one."""
        words = query.lower().split()
        hits = []
        for article, quote in self._quotes if words else ():
            text = quote.span.of(article.text).lower()
            starts = [(text.find(word), len(word)) for word in words]
            if all(start >= 0 for start, _ in starts):
                base = quote.span.start
                marks = tuple(sorted(Span(base + start, base + start + size) for start, size in starts))
                hits.append(Hit(article, quote, 1.0, marks))
        return hits[:limit]
