"""Search: as one types, with the hit in view; letters are letters, and there is more than one way out."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from iraqreader.tui.search import Hits, Query
from tests.tui_pilot import MIDDLE, SMALL, WIDE, desk, lit, press, reading, shown

if TYPE_CHECKING:
    from textual.pilot import Pilot


async def find(pilot: Pilot[None], query: str) -> None:
    """Type a query, and wait for its hits."""
    await press(pilot, "slash", *(letter if letter != " " else "space" for letter in query))
    await settle(pilot)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until the ranking is done and shown."""
    await asyncio.sleep(0.05)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize("size", [SMALL, MIDDLE, WIDE, (60, 20)])
async def test_the_best_hit_is_in_view_with_its_letters_marked(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await find(pilot, "roads come")
        reader = desk(pilot).reader
        assert lit(pilot) == "Roads come second."
        assert any("second." in line for line in shown(reader))
        assert {span.of(reader.article.text).lower() for span in reader.matches} >= {"roads", "come"}
        assert "Lena Holt" in shown(desk(pilot).query_one(Hits))[0]
        assert "Mar 2014" in shown(desk(pilot).query_one(Hits))[0]


async def test_letters_are_typed_whatever_keys_they_are_elsewhere() -> None:
    async with reading() as pilot:
        await find(pilot, "jknpqse?/:]}fw12")
        assert desk(pilot).query_one(Query).value == "jknpqse?/:]}fw12"
        assert pilot.app.is_running


async def test_letters_typed_at_once_after_the_slash_are_the_querys() -> None:
    async with reading() as pilot:
        await pilot.press(*"/quit")
        assert desk(pilot).query_one(Query).value == "quit"


async def test_enter_stays_at_the_hit_and_back_leads_to_where_one_was() -> None:
    async with reading(SMALL) as pilot:
        await press(pilot, "2", "j", "j")
        await find(pilot, "never said")
        await press(pilot, "enter")
        assert not desk(pilot).searching
        assert lit(pilot) == "We never said four,"
        await press(pilot, "ctrl+o")
        assert (desk(pilot).reader.article.id, desk(pilot).reader.scroll_offset.y) == ("first", 2)


@pytest.mark.parametrize("key", ["escape", "ctrl+g", "ctrl+c"])
async def test_leaving_goes_back_to_where_one_was(key: str) -> None:
    async with reading() as pilot:
        await press(pilot, "2", "n", "j", "j")
        top, words = desk(pilot).reader.top, lit(pilot)
        await find(pilot, "never said")
        await press(pilot, key)
        assert not desk(pilot).searching
        assert (desk(pilot).reader.top, lit(pilot)) == (top, words)
        assert pilot.app.focused is desk(pilot).reader


async def test_other_hits_are_walked_while_typing() -> None:
    async with reading() as pilot:
        await find(pilot, "come")
        seen = {lit(pilot)}
        for key in ("down", "up", "ctrl+n", "ctrl+p", "down"):
            await press(pilot, key)
            seen.add(lit(pilot))
        assert seen >= {"Bridges come first,", "Roads come second."}
        await press(pilot, "enter")
        assert lit(pilot) in seen


async def test_nothing_found_is_said_and_shows_where_one_was() -> None:
    async with reading() as pilot:
        await find(pilot, "zzzzzzqqqq")
        assert str(desk(pilot).query_one("#found").render()) == "no quote found"
        await press(pilot, "enter")
        assert desk(pilot).reader.article.id == "first"


async def test_a_hit_is_clicked() -> None:
    async with reading() as pilot:
        await find(pilot, "roads come")
        await pilot.click(Hits, offset=(5, 0))
        await pilot.pause()
        assert not desk(pilot).searching
        assert lit(pilot) == "Roads come second."
