"""Looking beyond the open article for what is not in it: near it at once, further on in steps, while keys are answered."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from iraqreader.tui.courtesy import giving_way

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.worker import Worker

    from iraqreader.model import Article
    from iraqreader.tui.panes import Panes
    from iraqreader.tui.yours import Yours

Found = TypeVar("Found")

NEAR = 30
"""Articles that are looked through before the key is answered, in about a hundredth of a second."""

STEP = 200
"""Articles that are looked through in a thread before it is said how far one is."""


@dataclass(frozen=True)
class Wish(Generic[Found]):
    """What is looked for: what `find` says of an article, if anything, in any thread.

    `arrive` goes there, from the article's place in the library and what was found; `give_up` is for when there is none.
    Both answer what to say.
    """

    find: Callable[[Article], Found | None]
    arrive: Callable[[int, Found], str]
    give_up: Callable[[], str]


class Beyond:
    """One look at a time. To move anywhere ends it. `place` says where one is, `tell` shows a message."""

    def __init__(self, articles: Yours, panes: Panes, place: Callable[[], object], tell: Callable[[str], None]) -> None:
        self._articles, self._panes, self._place, self._tell = articles, panes, place, tell
        self._worker: Worker[None] | None = None

    @property
    def looking(self) -> bool:
        """Whether one is going on."""
        return self._worker is not None and not self._worker.is_finished

    def stop(self) -> bool:
        """End the look; whether there was one."""
        if self._worker is None or not self.looking:
            return False
        self._worker.cancel()
        return True

    def look(self, wish: Wish[Found], step: int) -> str:
        """Look after the open article, or before it; what there is to say now. Where it takes its time, more follows."""
        self.stop()
        opened = self._panes.opened
        beyond = range(opened + 1, len(self._articles)) if step > 0 else range(opened - 1, -1, -1)
        if found := self._first(beyond[:NEAR], wish):
            return wish.arrive(*found)
        if len(beyond) <= NEAR:
            return wish.give_up()
        self._worker = self._panes.run_worker(self._go_on(beyond, wish, self._place()))
        return _so_far(NEAR, len(beyond))

    async def _go_on(self, beyond: range, wish: Wish[Found], here: object) -> None:
        for start in range(NEAR, len(beyond), STEP):
            part = beyond[start : start + STEP]
            found = await asyncio.to_thread(self._first, part, wish)
            if self._place() != here:
                return
            if self._panes.app.screen is not self._panes.screen:  # a view was laid over it
                self._tell("")
                return
            if found:
                self._tell(wish.arrive(*found))
                return
            self._tell(_so_far(start + len(part), len(beyond)))
        self._tell(wish.give_up())

    def _first(self, places: range, wish: Wish[Found]) -> tuple[int, Found] | None:
        for place, article in zip(places, giving_way(self._articles.each(places)), strict=True):
            if found := wish.find(article):
                return place, found
        return None


def _so_far(done: int, total: int) -> str:
    return f"looking further: {done:,} of {total:,} articles   {{program.put-away}} stops"
