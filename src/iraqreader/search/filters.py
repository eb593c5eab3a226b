"""Which quotes each part of a query keeps."""

from __future__ import annotations

from datetime import date
from functools import lru_cache, reduce
from itertools import pairwise
from operator import and_
from typing import TYPE_CHECKING

from pyroaring import BitMap

from iraqreader.search.phrases import Phrase
from iraqreader.search.tables import Field as Of
from iraqreader.search.tables import side_by_side
from iraqreader.search.words import read_words
from iraqreader.search.writing import fold_side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from iraqreader.model import Article, Quote, QuoteKind
    from iraqreader.search.language import Field, Part
    from iraqreader.search.postings import Postings
    from iraqreader.search.vocabulary import Vocabulary


class Filters:
    """The sets of quotes that have what is asked for; `spoken` gives quotes by their numbers, each with its article."""

    def __init__(
        self, postings: Postings, spoken: Callable[[Iterable[int]], Iterable[tuple[int, Article, Quote]]]
    ) -> None:
        self._postings, self._spoken = postings, spoken
        self._having = lru_cache(maxsize=64)(self._find)
        self._finders: dict[Field, Callable[[str], BitMap]] = {
            "exact": self._saying,
            "like": self._saying_like,
            "speaker": self._by_speaker,
            "side": self._of_side,
            "article": self._in_article,
            "before": self._before,
            "after": self._after,
        }

    def keep(self, parts: Iterable[Part], kinds: Iterable[QuoteKind]) -> BitMap:
        """The quotes of such kinds that every part keeps."""
        kept = self._of_kinds(frozenset(kinds))
        for part in parts:
            if part.field != "kind":
                having = self._having(part.field, part.value)
                kept = kept - having if part.negated else kept & having
        return kept

    def _find(self, field: Field, value: str) -> BitMap:
        return self._finders[field](value)

    def _of_kinds(self, kinds: frozenset[QuoteKind]) -> BitMap:
        having = (self._postings.having_word(Of.KIND, kind) for kind in kinds)
        return self._postings.present & BitMap.union(BitMap(), *having)

    # Words.

    def _saying(self, value: str) -> BitMap:
        """Quotes in whose words, or in whose speaker's name, a phrase stands just so."""
        phrase = Phrase(value)
        forms = [self._numbers(forms) for forms in phrase.forms()]
        having = self._postings.present & reduce(and_, map(self._postings.having, forms))
        nearly = (number for number, words in self._postings.words(having) if _in_a_row(forms, words))
        return BitMap([number for number, article, quote in self._spoken(nearly) if _stands_in(phrase, article, quote)])

    def _saying_like(self, value: str) -> BitMap:
        """Quotes that have, for each word, one that may have been meant by it."""
        like = self._postings.vocabulary().like
        return reduce(and_, (self._postings.having(like(word, unfinished=True)) for word in Phrase(value).words))

    def _numbers(self, forms: Iterable[str]) -> list[int]:
        numbers = map(self._postings.vocabulary().number, forms)
        return [number for number in numbers if number is not None]

    # Who.

    def _by_speaker(self, value: str) -> BitMap:
        return self._named(Of.SPEAKER, value)

    def _of_side(self, value: str) -> BitMap:
        return self._postings.having(self._postings.vocabulary(Of.SIDE).starting(fold_side(value)))

    def _named(self, field: Of, value: str) -> BitMap:
        """What has every typed word, of which there is at least one, finished or not; where nothing is spelt so, with typos."""
        vocabulary = self._postings.vocabulary(field)
        return reduce(and_, (self._postings.having(_meant(word.folded, vocabulary)) for word in read_words(value)))

    # Where and when.

    def _in_article(self, value: str) -> BitMap:
        sources = ",".join(map(str, self._named(Of.TITLE, value)))
        return self._postings.of_sources("number IN (SELECT value FROM json_each(?))", f"[{sources}]")

    def _before(self, day: str) -> BitMap:
        """Quotes of articles that may be from before a day: an open date may be any."""
        return self._postings.of_sources("earliest IS NULL OR earliest < ?", date.fromisoformat(day).toordinal())

    def _after(self, day: str) -> BitMap:
        """Quotes of articles that may be from after a day."""
        return self._postings.of_sources("latest IS NULL OR latest > ?", date.fromisoformat(day).toordinal())


def _in_a_row(forms: Sequence[Sequence[int]], words: bytes) -> bool:
    """Whether each word, in one form or another, stands before the next one somewhere."""
    return all(
        any(side_by_side(first, second) in words for first in one for second in two) for one, two in pairwise(forms)
    )


def _stands_in(phrase: Phrase, article: Article, quote: Quote) -> bool:
    said = phrase.stands_in(article.text, quote.span)
    return said or (quote.speaker is not None and phrase.stands_in(quote.speaker.name))


def _meant(word: str, vocabulary: Vocabulary) -> Sequence[int]:
    """The words that begin as typed; where there is none, those most like it."""
    if begun := vocabulary.starting(word):
        return begun
    like = vocabulary.like(word, unfinished=True)
    best = max(like.values(), default=0.0)
    return [number for number, likeness in like.items() if likeness == best]
