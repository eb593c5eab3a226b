"""A library that grows while one reads: the list and the count follow, and nothing that one looks at moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iraqreader.library import Library
from tests.many import Growing, Many
from tests.tui_pilot import MIDDLE, SMALL, desk, lit, press, reading, said, shown

if TYPE_CHECKING:
    from textual.pilot import Pilot

WIDE = (160, 40)


@pytest.fixture(autouse=True)
def _only_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iraqreader.tui.desk.EVERY", 3600.0)  # a machine in use may take a second for any key


def growing(count: int = 1000) -> Library:
    """An eighth of the articles, which become a quarter, a half, and all."""
    return Library(Growing(8, Many(count)))


async def grow(pilot: Pilot[None]) -> None:
    await desk(pilot).grow()
    await pilot.pause()


def looked_at(pilot: Pilot[None]) -> tuple[list[str], list[str], str]:
    """The text, the line of the list that has the cursor, and what is lit."""
    articles = desk(pilot)._panes.list
    line = articles.cursor * 2 - articles.scroll_offset.y
    return shown(desk(pilot).reader), shown(articles)[line : line + 2], lit(pilot)


@pytest.mark.parametrize("size", [SMALL, MIDDLE, WIDE])
@pytest.mark.parametrize(
    "keys", [["j", "enter", "n"], ["G"], ["G", "enter", "space", "1"], ["pagedown", "pagedown", "k"]]
)
async def test_what_one_looks_at_stays_where_it_is(keys: list[str], size: tuple[int, int]) -> None:
    async with reading(size, growing()) as pilot:
        await press(pilot, *keys)
        for _ in range(3):
            before, article = looked_at(pilot), desk(pilot).reader.article.id
            await grow(pilot)
            assert looked_at(pilot) == before
            assert desk(pilot).articles[desk(pilot).place.article].id == article


async def test_the_count_and_the_list_follow_until_all_is_there() -> None:
    async with reading(MIDDLE, growing()) as pilot:
        told = []
        for _ in range(5):
            told.append(str(desk(pilot).query_one("#about").render()).split(" · ")[1])
            await grow(pilot)
        assert told == ["125 articles", "250 articles", "500 articles", "1,000 articles", "1,000 articles"]
        await press(pilot, "G", "enter")
        assert desk(pilot).reader.article.id == "story-999"
        await press(pilot, "right_square_bracket")
        assert said(pilot) == "this is the last article"


async def test_back_leads_to_the_article_that_it_led_to_before() -> None:
    async with reading(MIDDLE, growing()) as pilot:
        await press(pilot, "j", "enter", *["right_square_bracket"] * 3)
        await grow(pilot)
        been = []
        for _ in range(4):
            await press(pilot, "ctrl+o")
            been.append(desk(pilot).reader.article.id)
        assert been == ["story-24", "story-16", "story-8", "story-0"]


async def test_the_cursor_of_the_panel_stays_on_its_fact() -> None:
    async with reading(WIDE, growing()) as pilot:
        await press(pilot, "j", "enter", "3", "G", "k")
        before = desk(pilot).panel.door.fact
        await grow(pilot)
        assert desk(pilot).panel.door.fact == before
        await press(pilot, "enter")
        assert desk(pilot).reader.article.id == "story-8"


@pytest.mark.parametrize("keys", [["slash"], ["ctrl+f"], ["2", "n", "M"], ["question_mark"], ["t"]])
async def test_nothing_moves_while_one_types_or_is_elsewhere(keys: list[str]) -> None:
    async with reading(MIDDLE, growing()) as pilot:
        await press(pilot, *keys)
        await grow(pilot)
        assert len(desk(pilot).articles) == 125
        await press(pilot, "escape")
        await grow(pilot)
        assert len(desk(pilot).articles) == 250


async def test_an_article_that_is_gone_gives_way_to_another() -> None:
    class Gone(Growing):
        def later(self) -> Growing:
            return Growing(16, self._whole)

    async with reading(MIDDLE, Library(Gone(8, Many(1000)))) as pilot:
        await press(pilot, "G", "enter")
        await grow(pilot)
        assert desk(pilot).reader.article.id == "story-992"
        assert desk(pilot).place.article == 62
