"""What the tests of the app share: starting it on the small library, and reading what it shows."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from textual.widgets import Static

from iraqreader.tui.app import IraqReader
from iraqreader.tui.desk import Desk
from tests.tui_library import small_library

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot
    from textual.scroll_view import ScrollView

    from iraqreader.library import Library
    from iraqreader.tui.places import Place

WIDE = (150, 40)
MIDDLE = (120, 40)
SMALL = (80, 24)


@asynccontextmanager
async def reading(
    size: tuple[int, int] = MIDDLE, library: Library | None = None, start: Place | None = None
) -> AsyncIterator[Pilot[None]]:
    """The app on a library, with its first screen painted: where one stopped reading, or at the first article."""
    app = IraqReader(library or small_library(), start)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


def desk(pilot: Pilot[None]) -> Desk:
    """The screen under all others."""
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, Desk)
    return screen


def shown(widget: ScrollView) -> list[str]:
    """The lines that a widget shows."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


def said(pilot: Pilot[None]) -> str:
    """The message in the footer."""
    return str(desk(pilot).query_one("#status", Static).content)


def words(pilot: Pilot[None], part: str) -> str:
    """What a part of the screen on top says, with single blanks."""
    return " ".join(str(pilot.app.screen.query_one(part, Static).content).split())


def lit(pilot: Pilot[None]) -> str:
    """The words of the lit fact."""
    reader = desk(pilot).reader
    return reader.current.span.of(reader.article.text) if reader.current else ""


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait until all that follows has happened."""
    await pilot.press(*keys)
    await pilot.pause()
