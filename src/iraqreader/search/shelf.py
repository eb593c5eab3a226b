"""Quotes ready to be searched: filtered, ranked by words or else in the order of the articles, and counted."""

from __future__ import annotations

from functools import lru_cache, reduce
from itertools import islice, pairwise
from operator import and_, or_
from typing import TYPE_CHECKING, NamedTuple

from pyroaring import BitMap

from iraqreader.search.answer import Answer, Hit
from iraqreader.search.candidates import Mark, best_first
from iraqreader.search.common import COMMON
from iraqreader.search.filters import Filters
from iraqreader.search.marks import find_marks
from iraqreader.search.phrases import Phrase
from iraqreader.search.query import Reader
from iraqreader.search.rank import NEARNESS, choose_places, find_places, meanings, most, pair_weight, score
from iraqreader.search.tables import Field, read_words_of
from iraqreader.search.words import read_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from iraqreader.model import Article, Quote
    from iraqreader.search.language import Query
    from iraqreader.search.postings import Postings
    from iraqreader.search.rank import Place, Term

RANKED = 150
"""Candidates that are ranked by order and nearness, at least."""

RANKED_OF = 3000
"""Of so many quotes one more is ranked where that comes to more: the more there are, the more have all of the words."""

LEAST = 0.3
"""Score, of at most 1, below which a quote is no hit."""

MOST_CUTS = 1000
"""Cuts after which those that answer are not counted any further."""

OPEN = 64
"""Articles that are kept at hand once a hit in them was shown."""


class _Found(NamedTuple):
    """A quote that answers, by its number, with its length in words and the places of each term in it."""

    number: int
    score: float = 1.0
    length: int = 0
    places: Sequence[Sequence[Place]] = ()


class _Candidates(NamedTuple):
    """The quotes to be ranked; how many more have the least score of a hit, whatever nearness adds; whether others might."""

    ranked: list[int]
    unranked: int
    more: bool


class Shelf:
    """Quotes of some articles, which `article_of` gives by their numbers. Those that no words rank come as they are numbered."""

    def __init__(self, postings: Postings, article_of: Callable[[int], Article]) -> None:
        self._postings = postings
        self._reader = Reader(postings)
        self._article_of = lru_cache(maxsize=OPEN)(article_of)
        self._filters = Filters(postings, self._spoken)

    def answer(self, query: Query, limit: int) -> Answer:
        """At most so many of the quotes that answer, and how many do."""
        terms = self._reader.read(query.ranked) if query.ranked else []
        kept = self._filters.keep(query.parts, query.kinds) if terms or query.parts else BitMap()
        return self._ranked(query, terms, kept, limit) if terms else self._listed(query, kept, limit)

    def unlike(self, query: Query) -> tuple[str, ...]:
        """The words of a query that no quote here has, nor anything like them."""
        return tuple(term.word for term in self._reader.read(query.ranked) if not term.like)

    def _listed(self, query: Query, kept: BitMap, limit: int) -> Answer:
        """In the order of their numbers."""
        hits = self._hits([_Found(number) for number in islice(kept, limit)], (), query)
        return Answer(tuple(hits), len(kept), misread=query.misread)

    def _ranked(self, query: Query, terms: Sequence[Term], kept: BitMap, limit: int) -> Answer:
        """The likeliest first."""
        candidates = self._choose(terms, kept, max(RANKED, limit, len(self._postings.present) // RANKED_OF))
        found = self._rank(terms, candidates.ranked)
        hits = tuple(self._hits(found[:limit], terms, query))
        return Answer(
            hits,
            total=len(found) + candidates.unranked,
            more=candidates.more,
            ranked=True,
            complete=any(not hit.lacks for hit in hits) or _is_complete(terms, kept),
            misread=query.misread,
        )

    # Which quotes come into question.

    def _choose(self, terms: Sequence[Term], kept: BitMap, enough: int) -> _Candidates:
        """The quotes that answer most, by the weight of the words that they have in any order."""
        least = LEAST * most(terms)
        ranked, unranked, cuts, more = list[int](), 0, 0, False
        marks = sorted([*map(_mark, terms), *self._pairs(terms)], key=lambda mark: -mark.most)
        for part in best_first(marks, kept):
            if len(ranked) >= enough and (part.bound < least or cuts > MOST_CUTS):
                return _Candidates(ranked, unranked, more or part.bound >= least / (1 + NEARNESS))
            if part.whole:
                chosen = list(islice(part.quotes, enough - len(ranked)))
                ranked += chosen
                left = len(part.quotes) - len(chosen)
                unranked += left if part.score >= least else 0
                more = more or (left > 0 and least > part.score >= least / (1 + NEARNESS))
            cuts += not part.whole
        return _Candidates(ranked, unranked, more)

    def _pairs(self, terms: Sequence[Term]) -> Iterator[Mark]:
        """What it adds to have two words side by side that both stand everywhere."""
        for one, two in pairwise(terms):
            if one.word in COMMON and two.word in COMMON:
                having = self._postings.having_word(Field.PAIR, f"{one.word} {two.word}")
                yield Mark(((pair_weight(one, two), having),))

    # Which of them come first.

    def _rank(self, terms: Sequence[Term], candidates: Iterable[int]) -> list[_Found]:
        """The hits, best first; of equals the shorter first, and then the earlier."""
        turned, full = meanings(terms), most(terms)
        found = list[_Found]()
        for number, words in self._postings.words(candidates):
            said, name = read_words_of(words)
            places = find_places(said, name, turned, len(terms))
            points = score(terms, places) / full
            if points >= LEAST:
                found.append(_Found(number, points, len(said), places))
        return sorted(found, key=lambda item: (-item.score, item.length, item.number))

    # What is said of them.

    def _spoken(self, numbers: Iterable[int]) -> Iterator[tuple[int, Article, Quote]]:
        """Quotes with their articles, in the order of their numbers."""
        for number, (source, place) in self._postings.places(numbers).items():
            article = self._article_of(source)
            yield number, article, article.quotes[place]

    def _hits(self, found: Sequence[_Found], terms: Sequence[Term], query: Query) -> Iterator[Hit]:
        spoken = {number: (article, quote) for number, article, quote in self._spoken(item.number for item in found)}
        return (_hit(item, *spoken[item.number], terms, query) for item in found)


def _mark(term: Term) -> Mark:
    return Mark(tuple((likeness * term.weight, having) for likeness, having in term.having))


def _is_complete(terms: Sequence[Term], kept: BitMap) -> bool:
    """Whether some quote answers every term."""
    each = (reduce(or_, (having for _, having in term.having)) for term in terms)
    return all(term.having for term in terms) and bool(reduce(and_, each, kept))


def _hit(found: _Found, article: Article, quote: Quote, terms: Sequence[Term], query: Query) -> Hit:
    words = list(read_words(article.text, quote.span))
    chosen = zip(terms, choose_places(found.places), strict=True)
    matched = ((term.word, words[place.at]) for term, place in chosen if place and place.at < len(words))
    phrases = (Phrase(part.value) for part in query.parts if part.is_spoken)
    whole = (span for phrase in phrases for span in phrase.find(article.text, quote.span))
    lacks = (query.as_typed(term.word) for term, places in zip(terms, found.places, strict=True) if not places)
    return Hit(article, quote, found.score, find_marks(matched, whole, article.text), tuple(dict.fromkeys(lacks)))
