"""Work beside the app that keeps no key waiting: it gives way to the thread that draws, and rests while one types."""

from __future__ import annotations

import asyncio
from time import monotonic, sleep
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Item = TypeVar("Item")

PAUSE = 0.25
"""Seconds without a key after which work goes on."""

LOADED, AT_HAND = 4, 40
"""Items after which the thread that draws has its turn: of such as are loaded, and of such as are at hand."""


def giving_way(items: Iterable[Item], after: int = LOADED) -> Iterator[Item]:
    """The items, with a turn for the other threads after so many: else Python lets each of them wait a 200th of a second."""
    for number, item in enumerate(items):
        if number % after == 0:
            sleep(0)
        yield item


class Quiet:
    """Knows when the last key was typed."""

    def __init__(self) -> None:
        self._touched = 0.0

    def touch(self) -> None:
        """A key is typed."""
        self._touched = monotonic()

    async def wait(self) -> None:
        """Until no key was typed for a while."""
        while (left := self._touched + PAUSE - monotonic()) > 0:  # noqa: ASYNC110 - a key while one waits is no end of it
            await asyncio.sleep(left)


quiet = Quiet()
"""There is one terminal."""
