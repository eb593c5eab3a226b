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
