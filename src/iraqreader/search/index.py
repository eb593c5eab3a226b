"""The index of quotations: from a query to its hits."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING

from iraqreader.search.marks import find_marks
from iraqreader.search.postings import Postings
from iraqreader.search.query import read_query
from iraqreader.search.rank import Term, choose_places, find_places, meanings, most, score
from iraqreader.search.words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iraqreader.model import Article, Quote, Span
    from iraqreader.search.rank import Place

RANKED = 300
"""Candidates that are ranked by order and nearness."""

LEAST = 0.3
"""Score, of at most 1, below which a quote is no hit."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A quote that answers a query; `marks` are its letters that matched, as spans in the article's text."""

    article: Article
    quote: Quote
    score: float
    marks: tuple[Span, ...]


class QuoteIndex:
    """The direct quotes of some articles, ready to be searched as one types."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._quotes = [(article, quote) for article in articles for quote in article.quotes if quote.kind == "direct"]
        self._postings = Postings(_searchable(article, quote) for article, quote in self._quotes)

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """The quotes that answer `query`, best first; the last word may be unfinished. None for an empty query."""
        terms = read_query(query, self._postings)
        best = nlargest(limit, self._rank(terms))
        return [self._hit(-quote, points, places, terms) for points, _, quote, places in best]

    def _rank(self, terms: Sequence[Term]) -> Iterator[tuple[float, int, int, list[list[Place]]]]:
        """Score, length and number of each hit (both negative, so that the shorter and the earlier win), and its places."""
        turned, full = meanings(terms), most(terms)
        for quote in self._find_candidates(terms):
            places = find_places(self._postings.places(quote), turned, len(terms))
            points = score(terms, places) / full
            if points >= LEAST:
                yield points, -self._postings.length(quote), -quote, places

    def _find_candidates(self, terms: Sequence[Term]) -> list[int]:
        """The quotes that answer most, by the weight of the words that they have in any order."""
        scores: dict[int, float] = {}
        for term in terms:
            answers: dict[int, float] = {}
            for number, likeness in sorted(term.like.items(), key=lambda item: item[1]):
                answers.update(dict.fromkeys(self._postings.having(number), likeness * term.weight))
            for quote, value in answers.items():
                scores[quote] = scores.get(quote, 0.0) + value
        return nlargest(RANKED, scores, key=scores.__getitem__)

    def _hit(self, number: int, points: float, places: Sequence[Sequence[Place]], terms: Sequence[Term]) -> Hit:
        article, quote = self._quotes[number]
        words = list(read_words(article.text, quote.span))
        chosen = zip(terms, choose_places(places), strict=True)
        matched = ((term.word, words[place.at]) for term, place in chosen if place and place.at < len(words))
        return Hit(article, quote, points, find_marks(matched, article.text))


def _searchable(article: Article, quote: Quote) -> tuple[Iterator[str], Iterator[str]]:
    """The words of a quote, and those of its speaker's name."""
    said = (word.folded for word in read_words(article.text, quote.span))
    name = (word.folded for word in read_words(quote.speaker.name if quote.speaker else ""))
    return said, name
