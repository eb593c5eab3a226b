"""The index of quotations: posting lists to find candidates, and the words in order to rank them."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from iraqreader.model import Span
from iraqreader.search.rank import REACH, Meanings, Place, Term, choose_places, find_places, meanings, most, score
from iraqreader.search.vocabulary import Vocabulary
from iraqreader.search.words import Word, fold_offsets, read_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iraqreader.model import Article, Quote

RANKED = 300
"""Candidates that are ranked by order and nearness."""

LEAST = 0.3
"""Score, of at most 1, below which a quote is no hit."""

MOST_TERMS = 24
"""Words of a query that are looked at: more come from pasting, and the first have long told the quotes apart."""

_SHORTEST_PART = 2
"""Letters that each half of two words written as one has at least."""

_SPEAKER_GAP = 2 * REACH
"""Places between the words of a quote and its speaker's name, so that they are not neighbours."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A quote that answers a query; `marks` are its letters that matched, as spans in the article's text."""

    article: Article
    quote: Quote
    score: float
    marks: tuple[Span, ...]


class QuoteIndex:
    """The direct quotes of some articles, ready to be searched as one types.

    Words are numbers: places in the alphabet of the vocabulary. Of each quote its words stand in `_numbers` from
    `_starts[n]`, and from `_speakers[n]` on those of its speaker's name.
    """

    def __init__(self, articles: Iterable[Article]) -> None:
        self._quotes = [(article, quote) for article in articles for quote in article.quotes if quote.kind == "direct"]
        first_seen: dict[str, int] = {}
        self._starts, self._speakers, numbers = array("I", [0]), array("I"), array("I")
        for article, quote in self._quotes:
            numbers.extend(_number(first_seen, read_words(article.text, quote.span)))
            self._speakers.append(len(numbers))
            numbers.extend(_number(first_seen, read_words(quote.speaker.name if quote.speaker else "")))
            self._starts.append(len(numbers))
        self._vocabulary = Vocabulary(sorted(first_seen))
        place = {first_seen[word]: number for number, word in enumerate(self._vocabulary.words)}
        self._numbers = array("I", map(place.__getitem__, numbers))
        self._postings = self._post()

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """The quotes that answer `query`, best first; the last word may be unfinished. None for an empty query."""
        terms = self._read_terms(query)
        turned = meanings(terms)
        full = most(terms)
        scored = ((self._score(quote, terms, turned), quote) for quote in self._find_candidates(terms))
        kept = ((points, -self._length(quote), -quote) for points, quote in scored if points >= LEAST * full)
        return [self._hit(-quote, points / full, terms, turned) for points, _, quote in nlargest(limit, kept)]

    def _post(self) -> list[array[int]]:
        postings = [array("I") for _ in self._vocabulary.words]
        for quote, (start, end) in enumerate(pairwise(self._starts)):
            for number in set(self._numbers[start:end]):
                postings[number].append(quote)
        return postings

    def _length(self, quote: int) -> int:
        return self._speakers[quote] - self._starts[quote]

    def _read_terms(self, query: str) -> list[Term]:
        read = list(read_words(query))[:MOST_TERMS]
        words = [part for word in self._join([word.folded for word in read]) for part in self._split(word)]
        unfinished = len(words) - 1 if read and read[-1].span.end == len(query) else None
        return [self._term(word, unfinished=index == unfinished) for index, word in enumerate(words)]

    def _join(self, words: Sequence[str]) -> Iterator[str]:
        """The words, two as one where some quote has that and none has them side by side: "opera tions"."""
        rest = iter(pairwise((*words, "")))
        for word, after in rest:
            if after and self._vocabulary.number(word + after) is not None and not self._side_by_side(word, after):
                yield word + after
                next(rest, None)
            else:
                yield word

    def _split(self, word: str) -> Sequence[str]:
        """An unknown word as the two that some quote has side by side: "directaction"."""
        if not self._vocabulary.knows(word):
            for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
                if self._side_by_side(word[:cut], word[cut:]):
                    return word[:cut], word[cut:]
        return (word,)

    def _side_by_side(self, word: str, after: str) -> bool:
        one, two = self._vocabulary.number(word), self._vocabulary.number(after)
        if one is None or two is None:
            return False
        both = sorted(set(self._postings[one]).intersection(self._postings[two]))
        return any((one, two) in pairwise(self._numbers[slice(*self._bounds(quote))]) for quote in both[:RANKED])

    def _bounds(self, quote: int) -> tuple[int, int]:
        return self._starts[quote], self._speakers[quote]

    def _term(self, word: str, *, unfinished: bool) -> Term:
        """A word weighs the more the fewer quotes answer it; one that none answers weighs like a middling one."""
        like = self._vocabulary.like(word, unfinished=unfinished)
        best = max(like.values(), default=0.0)
        quotes = sum(len(self._postings[number]) for number, likeness in like.items() if likeness == best)
        return Term(word, like, log(1 + len(self._quotes) / (quotes or 20)))

    def _find_candidates(self, terms: Sequence[Term]) -> list[int]:
        """The quotes that answer most, by the weight of the words that they have in any order."""
        scores: dict[int, float] = {}
        for term in terms:
            answers: dict[int, float] = {}
            for number, likeness in sorted(term.like.items(), key=lambda item: item[1]):
                answers.update(dict.fromkeys(self._postings[number], likeness * term.weight))
            for quote, value in answers.items():
                scores[quote] = scores.get(quote, 0.0) + value
        return nlargest(RANKED, scores, key=scores.__getitem__)

    def _places(self, quote: int, turned: Meanings, terms: int) -> list[list[Place]]:
        start, speaker, end = self._starts[quote], self._speakers[quote], self._starts[quote + 1]
        said = enumerate(self._numbers[start:speaker])
        name = enumerate(self._numbers[speaker:end], speaker - start + _SPEAKER_GAP)
        return find_places((*said, *name), turned, terms)

    def _score(self, quote: int, terms: Sequence[Term], turned: Meanings) -> float:
        return score(terms, self._places(quote, turned, len(terms)))

    def _hit(self, number: int, points: float, terms: Sequence[Term], turned: Meanings) -> Hit:
        article, quote = self._quotes[number]
        words = list(read_words(article.text, quote.span))
        chosen = choose_places(self._places(number, turned, len(terms)))
        letters = {
            letter
            for term, place in zip(terms, chosen, strict=True)
            if place and place.at < len(words)
            for letter in _matched_letters(term.word, words[place.at], article.text)
        }
        return Hit(article, quote, points, tuple(_stretches(sorted(letters))))


def _number(first_seen: dict[str, int], words: Iterable[Word]) -> Iterator[int]:
    return (first_seen.setdefault(word.folded, len(first_seen)) for word in words)


def _matched_letters(typed: str, word: Word, text: str) -> Iterator[int]:
    """Where in the text the letters stand that a word of it shares with the typed word."""
    offsets = fold_offsets(word.span.of(text))
    for same in Indel.opcodes(typed, word.folded):
        if same.tag == "equal":
            first, last = offsets[same.dest_start], offsets[same.dest_end - 1]
            yield from range(word.span.start + first, word.span.start + last + 1)


def _stretches(letters: Iterable[int]) -> Iterator[Span]:
    """Letters that stand side by side as one span."""
    start = end = -1
    for letter in letters:
        if letter != end:
            if start < end:
                yield Span(start, end)
            start = letter
        end = letter + 1
    if start < end:
        yield Span(start, end)
