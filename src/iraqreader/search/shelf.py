"""Quotes of one kind, ready to be searched: filtered, ranked by words or else in the order of the articles, and counted."""

from __future__ import annotations

from functools import cached_property
from heapq import nlargest
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.search.answer import Answer, Hit
from iraqreader.search.filters import Filters
from iraqreader.search.marks import find_marks
from iraqreader.search.phrases import Phrase
from iraqreader.search.postings import Postings
from iraqreader.search.query import read_query
from iraqreader.search.rank import NEARNESS, choose_places, find_places, meanings, most, score
from iraqreader.search.words import read_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from iraqreader.model import Article, Quote
    from iraqreader.search.language import Query
    from iraqreader.search.rank import Place, Term

RANKED = 300
"""Candidates that are ranked by order and nearness, at least."""

LEAST = 0.3
"""Score, of at most 1, below which a quote is no hit."""


class _Found(NamedTuple):
    """A quote that answers, by its number, with the places of each term in it."""

    number: int
    score: float = 1.0
    places: Sequence[Sequence[Place]] = ()


class _Scores(NamedTuple):
    """Candidates: what their words weigh, wherever these stand; what a whole answer would weigh; those to be ranked."""

    alike: dict[int, float]
    full: float
    ranked: list[int]

    def unranked(self, least: float) -> int:
        """How many candidates that are not ranked have such a score at least, whatever nearness adds to it."""
        weight = least * self.full
        if len(self.ranked) == len(self.alike) or self.alike[self.ranked[-1]] < weight:
            return 0  # none is left, or the best of those left weighs less
        return sum(map(weight.__le__, self.alike.values())) - len(self.ranked)


class Shelf:
    """Quotes of some articles. Those that no words rank come in the order in which they stand here."""

    def __init__(self, quotes: Sequence[tuple[Article, Quote]]) -> None:
        self._quotes = quotes
        self._filters = Filters(quotes, lambda: self.postings)

    @cached_property
    def postings(self) -> Postings:
        """Which words are where. Made when words are first looked for: names, sides and dates are found without."""
        return Postings(_searchable(article, quote) for article, quote in self._quotes)

    def answer(self, query: Query, limit: int) -> Answer:
        """At most so many of the quotes that answer, and how many do."""
        terms = read_query(query.ranked, self.postings) if query.ranked else []
        kept = self._filters.keep(query.parts) if query.parts else None
        return self._ranked(query, terms, kept, limit) if terms else self._listed(query, kept or (), limit)

    def _listed(self, query: Query, kept: Collection[int], limit: int) -> Answer:
        """In the order in which they stand here."""
        hits = (self._hit(_Found(number), (), query) for number in sorted(kept)[:limit])
        return Answer(tuple(hits), len(kept), misread=query.misread)

    def _ranked(self, query: Query, terms: Sequence[Term], kept: Collection[int] | None, limit: int) -> Answer:
        """The likeliest first."""
        scores = self._weigh(terms, kept, limit)
        found = self._rank(terms, scores)
        hits = tuple(self._hit(item, terms, query) for item in found[:limit])
        unranked = scores.unranked(LEAST)
        return Answer(
            hits,
            total=len(found) + unranked,
            more=scores.unranked(LEAST / (1 + NEARNESS)) > unranked,
            ranked=True,
            complete=self._is_complete(hits, terms, kept),
            misread=query.misread,
        )

    def unlike(self, query: Query) -> tuple[str, ...]:
        """The words of a query that no quote here has, nor anything like them."""
        return tuple(term.word for term in read_query(query.ranked, self.postings) if not term.like)

    def _weigh(self, terms: Sequence[Term], kept: Collection[int] | None, limit: int) -> _Scores:
        """The quotes that answer most, by the weight of the words that they have in any order."""
        scores: dict[int, float] = {}
        for term in terms:
            answers: dict[int, float] = {}
            for number, likeness in sorted(term.like.items(), key=lambda item: item[1]):
                answers.update(dict.fromkeys(self.postings.having(number), likeness * term.weight))
            for quote, value in answers.items():
                scores[quote] = scores.get(quote, 0.0) + value
        if kept is not None:
            scores = {quote: value for quote, value in scores.items() if quote in kept}
        return _Scores(scores, most(terms), nlargest(max(RANKED, limit), scores, key=scores.__getitem__))

    def _rank(self, terms: Sequence[Term], scores: _Scores) -> list[_Found]:
        """The hits, best first; of equals the shorter first, and then the earlier."""
        turned = meanings(terms)
        found = list[_Found]()
        for number in scores.ranked:
            places = find_places(self.postings.places(number), turned, len(terms))
            points = score(terms, places) / scores.full
            if points >= LEAST:
                found.append(_Found(number, points, places))
        return sorted(found, key=lambda item: (-item.score, self.postings.length(item.number), item.number))

    def _is_complete(self, hits: Sequence[Hit], terms: Sequence[Term], kept: Collection[int] | None) -> bool:
        """Whether some quote answers every term, if not one that is listed."""
        if any(not hit.lacks for hit in hits):
            return True
        if not all(term.like for term in terms):
            return False
        each = (set(chain.from_iterable(map(self.postings.having, term.like))) for term in terms)
        return any(kept is None or number in kept for number in set.intersection(*each))

    def _hit(self, found: _Found, terms: Sequence[Term], query: Query) -> Hit:
        article, quote = self._quotes[found.number]
        words = list(read_words(article.text, quote.span))
        chosen = zip(terms, choose_places(found.places), strict=True)
        matched = ((term.word, words[place.at]) for term, place in chosen if place and place.at < len(words))
        phrases = (Phrase(part.value) for part in query.parts if part.is_spoken)
        whole = (span for phrase in phrases for span in phrase.find(article.text, quote.span))
        lacks = (query.as_typed(term.word) for term, places in zip(terms, found.places, strict=True) if not places)
        marks = find_marks(matched, whole, article.text)
        return Hit(article, quote, found.score, marks, tuple(dict.fromkeys(lacks)))


def _searchable(article: Article, quote: Quote) -> tuple[Iterator[str], Iterator[str]]:
    """The words of a quote, and those of its speaker's name."""
    said = (word.folded for word in read_words(article.text, quote.span))
    name = (word.folded for word in read_words(quote.speaker.name if quote.speaker else ""))
    return said, name
