"""The articles of a library as a sequence that need not lie in memory."""

from __future__ import annotations

import os
from abc import abstractmethod
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, overload

from iraqreader.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Articles", "Held"]

COMPARED = 2000
"""Articles in memory that are compared with each other at most; a library of more is a catalogue, which knows by itself."""


class Articles(Sequence[Article]):
    """The articles of a library in the order of the list.

    To load one may cost a fifth of a millisecond, and memory while it is kept, and there may be a hundred thousand: who
    shows some asks for those, and nobody walks through all of them, or keeps them, without need. They may be asked for
    in several threads. Who has such a sequence has it for good: no article comes, goes or moves in it.
    """

    grows = False
    """Whether articles may come or go, so that it is worth while to ask for `later` now and then."""

    def later(self) -> Articles | None:
        """The library as it is now, where articles have come or gone since; None where none have. For a thread to ask."""
        return None

    @property
    def compared(self) -> bool:
        """Whether `copies` answers at once."""
        return True

    def copies(self, index: int) -> Sequence[int]:  # noqa: ARG002 - none where nothing is known of any
        """Where the other copies of the same report stand in the list, as wire copy is printed by several outlets."""
        return ()

    def copies_of(self, article_id: str) -> Sequence[str]:
        """The ids of the other copies of an article."""
        place = self.position(article_id)
        return () if place is None else [*filter(None, map(self.id_of, self.copies(place)))]

    def id_of(self, index: int) -> str:
        """The id of an article by its place in the list."""
        return self[index].id

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Article]: ...
    @abstractmethod
    def __getitem__(self, index: int | slice) -> Article | Sequence[Article]: ...

    @abstractmethod
    def position(self, article_id: str) -> int | None:
        """Where the article of that id stands in the list; None where it is not here."""

    @property
    @abstractmethod
    def quotes(self) -> int:
        """How many quotes they have in all."""

    @property
    @abstractmethod
    def name(self) -> str:
        """What tells this library from others, and stays the same when articles come or go."""


class Held(Articles):
    """Articles that are all in memory."""

    def __init__(self, articles: Iterable[Article] = ()) -> None:
        self._articles = tuple(articles)

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Article]: ...
    def __getitem__(self, index: int | slice) -> Article | Sequence[Article]:
        return self._articles[index]

    def __len__(self) -> int:
        return len(self._articles)

    def position(self, article_id: str) -> int | None:
        """Where the article of that id stands in the list; None where it is not here."""
        return self._positions.get(article_id)

    @property
    def compared(self) -> bool:
        """Whether `copies` answers at once, or looks through all articles first: half a millisecond for each."""
        return "_copies" in vars(self)

    def copies(self, index: int) -> Sequence[int]:
        """Where the other copies of the same report stand in the list; of many articles, those that are the same word for word."""
        return [place for place in self._copies.get(index, ()) if place != index]

    @cached_property
    def _copies(self) -> dict[int, list[int]]:
        """The articles of which there are copies, each with all of these."""
        from iraqreader.likeness import families, sign  # noqa: PLC0415 - after the first screen

        articles = enumerate(self._articles)
        if len(self) > COMPARED:
            found = _equal((article.text, place) for place, article in articles)
        else:
            found = families({place: sign(article) for place, article in articles})
        return {place: family for family in found if len(family) > 1 for place in family}

    @cached_property
    def quotes(self) -> int:
        """How many quotes they have in all."""
        return sum(len(article.quotes) for article in self._articles)

    @cached_property
    def name(self) -> str:
        """The file or the folder that holds them all."""
        return os.path.commonpath([os.path.abspath(article.path) for article in self._articles])  # noqa: PTH100 - a third of the time of a Path

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {article.id: index for index, article in reversed(list(enumerate(self._articles)))}


def _equal(texts: Iterable[tuple[str, int]]) -> Iterable[list[int]]:
    """Places of texts, those of the same text together."""
    places = dict[str, list[int]]()
    for text, place in texts:
        places.setdefault(text, []).append(place)
    return places.values()
