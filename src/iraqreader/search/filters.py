"""Which quotes each part of a query keeps."""

from __future__ import annotations

from datetime import date
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from iraqreader.search.names import Names
from iraqreader.search.phrases import Phrase
from iraqreader.search.words import read_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from iraqreader.model import Article, DateRange, Quote, Speaker
    from iraqreader.search.language import Field, Part
    from iraqreader.search.postings import Postings


class Filters:
    """Quotes by number, and the sets of them that have what is asked for. Sets are made when they are first wanted."""

    def __init__(self, quotes: Sequence[tuple[Article, Quote]], postings: Callable[[], Postings]) -> None:
        self._quotes, self._postings = quotes, postings
        self._having = lru_cache(maxsize=64)(self._find)
        self._finders: dict[Field, Callable[[str], set[int]]] = {
            "exact": self._saying,
            "like": self._saying_like,
            "speaker": self._by_speaker,
            "side": self._of_side,
            "article": self._in_article,
            "before": self._before,
            "after": self._after,
        }

    def keep(self, parts: Iterable[Part]) -> set[int]:
        """The quotes that every part keeps. Kinds are not looked at: quotes of other kinds are not here."""
        kept = set(range(len(self._quotes)))
        for part in parts:
            if part.field != "kind":
                having = self._having(part.field, part.value)
                kept = kept - having if part.negated else kept & having
        return kept

    def _find(self, field: Field, value: str) -> set[int]:
        return self._finders[field](value)

    # Words.

    def _saying(self, value: str) -> set[int]:
        """Quotes in whose words, or in whose speaker's name, a phrase stands just so."""
        phrase = Phrase(value)
        numbers = ([number for form in forms if (number := self._number(form)) is not None] for forms in phrase.forms())
        return {quote for quote in self._having_each(numbers) if self._stands_in(phrase, quote)}

    def _saying_like(self, value: str) -> set[int]:
        """Quotes that have, for each word, one that may have been meant by it."""
        like = self._postings().vocabulary.like
        return self._having_each(like(word, unfinished=True) for word in Phrase(value).words)

    def _having_each(self, words: Iterable[Iterable[int]]) -> set[int]:
        """Quotes that have one word at least of each lot."""
        return set.intersection(*(set(chain.from_iterable(map(self._postings().having, lot))) for lot in words))

    def _number(self, word: str) -> int | None:
        return self._postings().vocabulary.number(word)

    def _stands_in(self, phrase: Phrase, number: int) -> bool:
        article, quote = self._quotes[number]
        said = phrase.stands_in(article.text, quote.span)
        return said or (quote.speaker is not None and phrase.stands_in(quote.speaker.name))

    # Who.

    @cached_property
    def _speakers(self) -> tuple[Names, list[list[int]]]:
        speakers = ((quote.speaker, number) for number, (_, quote) in enumerate(self._quotes))
        quotes = _grouped((_named(who), number) for who, number in speakers if who)
        return Names(quotes), list(quotes.values())

    def _by_speaker(self, value: str) -> set[int]:
        names, quotes = self._speakers
        return set(chain.from_iterable(quotes[name] for name in names.having(value)))

    @cached_property
    def _sides(self) -> Mapping[str, list[int]]:
        speakers = ((quote.speaker, number) for number, (_, quote) in enumerate(self._quotes))
        return _grouped((_letters(who.side), number) for who, number in speakers if who and who.side)

    def _of_side(self, value: str) -> set[int]:
        wanted = _letters(value)
        return set(chain.from_iterable(quotes for side, quotes in self._sides.items() if side.startswith(wanted)))

    # Where and when.

    @cached_property
    def _articles(self) -> tuple[list[Article], list[list[int]]]:
        """The articles that have quotes, and which."""
        articles = {article.id: article for article, _ in self._quotes}
        quotes = _grouped((article.id, number) for number, (article, _) in enumerate(self._quotes))
        return list(articles.values()), list(quotes.values())

    @cached_property
    def _titles(self) -> Names:
        return Names(map(_called, self._articles[0]))

    def _in_article(self, value: str) -> set[int]:
        return set(chain.from_iterable(self._articles[1][article] for article in self._titles.having(value)))

    def _before(self, day: str) -> set[int]:
        """Quotes of articles that may be from before a day: an open date may be any."""
        end = date.fromisoformat(day)
        return self._dated(lambda days: days.earliest is None or days.earliest < end)

    def _after(self, day: str) -> set[int]:
        """Quotes of articles that may be from after a day."""
        start = date.fromisoformat(day)
        return self._dated(lambda days: days.latest is None or days.latest > start)

    def _dated(self, may_be: Callable[[DateRange], bool]) -> set[int]:
        pairs = zip(*self._articles, strict=True)
        return set(chain.from_iterable(quotes for article, quotes in pairs if may_be(article.published.range)))


def _grouped(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """The numbers that come with each key, keys in the order in which they come."""
    groups = dict[str, list[int]]()
    for key, number in pairs:
        groups.setdefault(key, []).append(number)
    return groups


def _called(article: Article) -> str:
    """Whatever an article may be asked for by."""
    title = article.title.of(article.text) if article.title else ""
    return f"{article.id} {title} {article.publisher.name if article.publisher else ''}"


def _named(speaker: Speaker) -> str:
    """Whatever a speaker may be asked for by: also the full name of a person whom this article names in short."""
    return f"{speaker.name} {speaker.role or ''} {speaker.person or ''}"


def _letters(side: str) -> str:
    return "".join(word.folded for word in read_words(side.replace("_", " ")))
