"""A library of as many articles as one likes, over a few, which tells what was asked of it: nothing lies in memory."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from threading import Event, current_thread, main_thread
from typing import TYPE_CHECKING, overload

from iraqreader.articles import Articles
from iraqreader.library import Library
from iraqreader.model import DateRange
from tests.tui_library import small_library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iraqreader.model import Article

DAYS = 6000
"""Days over which the articles came out, from the first of 2004."""


class Many(Articles):
    """So many articles, each of which says what one of `kinds` says. `loaded` are the places that were asked for.

    While `open` is not set, threads but the first wait for what they ask for.
    """

    def __init__(self, count: int, kinds: Sequence[Article] | None = None) -> None:
        self._count, self._kinds = count, tuple(kinds or small_library().articles)
        self._load = lru_cache(32)(self._read)
        self.loaded = list[int]()
        self.open = Event()
        self.open.set()

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Article]: ...
    def __getitem__(self, index: int | slice) -> Article | Sequence[Article]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        return self._load(range(self._count)[index])

    def _read(self, index: int) -> Article:
        if current_thread() is not main_thread():
            self.open.wait()
        self.loaded.append(index)
        kind = self._kinds[index % len(self._kinds)]
        day = date(2004, 1, 1) + timedelta(index * DAYS // self._count)
        days = kind.published._replace(range=DateRange(day, day))
        return kind._replace(id=f"story-{index}", path=f"/archive/story-{index}.txt", published=days)

    def __len__(self) -> int:
        return self._count

    def position(self, article_id: str) -> int | None:
        """The number after the dash."""
        place = int(article_id.removeprefix("story-"))
        return place if place < self._count else None

    @property
    def quotes(self) -> int:
        """As many as the kinds have in turn."""
        each = [len(kind.quotes) for kind in self._kinds]
        rest = self._count % len(each)
        return sum(each) * (self._count // len(each)) + sum(each[:rest])

    @property
    def name(self) -> str:
        """Always the same."""
        return "/archive"


class Growing(Articles):
    """Every so many-th of many articles; later twice as many, among those that there were."""

    grows = True

    def __init__(self, every: int, whole: Many) -> None:
        self._every, self._whole = every, whole

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Article]: ...
    def __getitem__(self, index: int | slice) -> Article | Sequence[Article]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        return self._whole[range(0, len(self._whole), self._every)[index]]

    def __len__(self) -> int:
        return len(range(0, len(self._whole), self._every))

    def position(self, article_id: str) -> int | None:
        """Where it stands, if it has come by now."""
        place = self._whole.position(article_id)
        return None if place is None or place % self._every else place // self._every

    @property
    def quotes(self) -> int:
        """Some."""
        return len(self)

    @property
    def name(self) -> str:
        """Always the same."""
        return self._whole.name

    def later(self) -> Growing | None:
        """Twice as many, until all are there."""
        return Growing(self._every // 2, self._whole) if self._every > 1 else None


def many(count: int = 100_000) -> tuple[Library, Many]:
    """Such a library, and its articles, to be asked what was loaded."""
    articles = Many(count)
    return Library(articles), articles
