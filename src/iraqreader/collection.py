"""The articles of a catalogue, as the app and the commands take them: read one by one when they are asked for."""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, overload

from iraqreader.articles import Articles
from iraqreader.catalogue import Catalogue, DamagedError
from iraqreader.library import as_it_is, corrections
from iraqreader.model import Article, DateRange, Published
from iraqreader.ruleset import ruleset_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from iraqreader.intake import Problem
    from iraqreader.search import Answer, QuoteIndex

AT_HAND = 32
"""Articles that are kept in memory, the last ones asked for; the reader keeps those of a few screens itself."""

FEW = 50
"""Copies of one article that are looked for one by one, each in a tenth of a millisecond at most."""


class Collection(Articles):
    """What a catalogue holds, in the order of the list, as the user has it (`correct`): as it was when it was opened.

    Raises sqlite3.Error where the file is bad.
    """

    grows = True

    def __init__(self, path: Path, correct: Callable[[Article], Article], catalogue: Catalogue | None = None) -> None:
        self._path, self._correct = path, correct
        self._catalogue = catalogue or Catalogue(path)
        self._version = self._catalogue.version
        self._numbers = self._catalogue.numbers
        self._load = lru_cache(maxsize=AT_HAND)(self._read)
        self._family = lru_cache(maxsize=AT_HAND)(self._read_family)
        self._quotes = self._catalogue.quotes
        self._keep_up: Callable[[], object] | None = None

    def follow(self, keep_up: Callable[[], object]) -> None:
        """Have the files looked at, once somebody asks what is later."""
        self._keep_up = keep_up

    def later(self) -> Collection | None:
        """The same as it is now, where anything was written since."""
        keep_up, self._keep_up = self._keep_up, None
        if keep_up:
            keep_up()
        if (version := self._catalogue.version) == self._version:
            return None
        self._version = version
        changed = self._catalogue.numbers != self._numbers  # one that changes has another number
        return Collection(self._path, self._correct, self._catalogue) if changed else None

    @property
    def name(self) -> str:
        """What tells this library from others."""
        return str(self._path)

    @property
    def quotes(self) -> int:
        """How many quotes the articles have in all."""
        return self._quotes

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read when the files were looked at last."""
        return tuple(self._catalogue.problems())

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Article]: ...
    def __getitem__(self, index: int | slice) -> Article | Sequence[Article]:
        if isinstance(index, slice):
            return [self._load(number) for number in self._numbers[index]]
        return self._load(self._numbers[index])

    def __iter__(self) -> Iterator[Article]:
        return map(self._read, self._numbers)  # whoever walks through all does not come back

    def position(self, article_id: str) -> int | None:
        """Where the article of that id stands in the list."""
        number = self._catalogue.number_of(article_id)
        return None if number is None else self._place(number)

    def id_of(self, index: int) -> str:
        """The id of an article by its place in the list; none of one that was taken out since."""
        return self._catalogue.id_of(self._numbers[index]) or ""

    def copies(self, index: int) -> Sequence[int]:
        """Where the other copies of the same report stand in the list."""
        try:
            family = self._catalogue.family(self._numbers[index])
            return () if family is None else [place for place in self._family(family) if place != index]
        except sqlite3.Error:
            return ()  # that the index cannot be read is said where the article should stand

    def _read_family(self, family: int) -> Sequence[int]:
        """Where the articles of a family stand; nothing of one that has no copy."""
        numbers = self._catalogue.members(family)
        if len(numbers) > FEW:
            wanted = {*numbers}
            return array("I", (place for place, number in enumerate(self._numbers) if number in wanted))
        places = map(self._place, numbers if len(numbers) > 1 else ())
        return array("I", sorted(place for place in places if place is not None))

    def _place(self, number: int) -> int | None:
        """Found by the order of the list, so that nobody walks through all of it, unless an article on the way is gone."""
        try:
            place = bisect_left(self._numbers, self._catalogue.order(number), key=self._catalogue.order)
        except LookupError:
            return self._numbers.index(number) if number in self._numbers else None
        return place if number in self._numbers[place : place + 1] else None

    def quote_index(self, correct: Callable[[Article], Article] | None = None) -> QuoteIndex:
        """Their quotes, ready to be searched, over a connection of its own: what is shown need not wait for a search.

        The articles of what is found are as `correct` makes them, where it is given.
        """
        from iraqreader.search import QuoteIndex  # noqa: PLC0415 - rapidfuzz, for which nobody else waits

        searched = Collection(self._path, correct or self._correct)
        return QuoteIndex.of(searched._catalogue.connection, searched._read)

    def _read(self, number: int) -> Article:
        try:
            return self._correct(self._catalogue.article(number))
        except LookupError:
            return _instead(number, "This article was taken out of the library just now.")
        except DamagedError as error:
            with suppress(sqlite3.Error):
                self._catalogue.doubt(number)
            return _instead(number, f"What the index holds of {error} is damaged; iraqreader index reads it again.")
        except sqlite3.Error as error:
            return _instead(
                number, f"The index cannot be read ({error}); iraqreader index makes it anew where it must be."
            )


def open_collection(path: Path, *, as_read: bool = False) -> Collection | None:
    """The articles of a catalogue, with the user's corrections unless `as_read`; None where it is not there, of other rules or damaged."""
    try:
        with Catalogue(path) as catalogue:
            if catalogue.ruleset != ruleset_version():
                return None
        correct, _ = (as_it_is, []) if as_read else corrections()
        return Collection(path, correct)
    except sqlite3.Error:
        return None


def quote_index(articles: Articles, correct: Callable[[Article], Article] | None = None) -> QuoteIndex:
    """The quotes of articles, ready to be searched: from their catalogue where they have one.

    The articles of what is found are as `correct` makes them, where it is given.
    """
    from iraqreader.search import QuoteIndex  # noqa: PLC0415 - the same

    if isinstance(articles, Collection):
        return articles.quote_index(correct)
    return QuoteIndex(map(correct, articles) if correct else articles)


def look_up(index: QuoteIndex, query: str, limit: int) -> Answer:
    """What answers a query, or comes nearest to it; where the tables cannot be read, that is what is said."""
    from iraqreader.search import Answer  # noqa: PLC0415 - the same

    try:
        return index.look_up(query, limit)
    except sqlite3.Error as error:
        return Answer(misread=(f"the index cannot be searched ({error}); iraqreader index makes it anew",))


def _instead(number: int, text: str) -> Article:
    """What is shown in the place of an article that cannot be had: words of ours, and no facts."""
    published = Published(DateRange(None, None), "unknown")
    return Article(f"lost-{number}", "", text, None, None, published, (), (), (), (), (), (), ())
