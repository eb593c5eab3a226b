"""The app as its user drives it: articles, panes, sizes, and the way out."""

from __future__ import annotations

import pytest

from iraqreader.articles import Held
from iraqreader.library import Library, Problem
from iraqreader.tui.lists import ArticleList
from tests.tui_library import article_of, small_library
from tests.tui_pilot import MIDDLE, SMALL, WIDE, desk, lit, press, reading, said, shown


async def test_the_list_tells_when_who_how_many_and_what_each_side_wants() -> None:
    async with reading() as pilot:
        lines = shown(desk(pilot).query_one(ArticleList))
        assert lines[0].split(maxsplit=2) == ["▸Mar", "2014", "Engineers asked for"]
        assert lines[1].split() == ["The", "Valley", "Post", "~1,200", "—W", "▲B"]
        assert "2016-04-05†" in lines[2]
        assert "3,000⚑" in lines[3]
        assert "No one here is named" in lines[4]
        assert lines[5].split() == ["third", "—", "✕W", "—B"], "without a publisher, the file's name"


@pytest.mark.parametrize("size", [SMALL, MIDDLE, WIDE])
async def test_enter_opens_the_article_under_the_cursor(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await press(pilot, "j", "enter")
        assert desk(pilot).reader.article.id == "second"
        assert "Two figures for one valley" in shown(desk(pilot).reader)[0]
        assert pilot.app.focused is desk(pilot).reader


async def test_keys_typed_ahead_are_answered_in_order() -> None:
    async with reading() as pilot:
        await press(pilot, "j", "enter", "n", "n")
        assert lit(pilot) == "We never said four,"


@pytest.mark.parametrize(
    ("size", "keys", "visible"),
    [
        (SMALL, "", {"list"}),
        (SMALL, "2", {"text"}),
        (SMALL, "3", {"panel"}),
        (MIDDLE, "", {"list", "text"}),
        (MIDDLE, "3", {"text", "panel"}),
        (MIDDLE, "32", {"text", "panel"}),
        (MIDDLE, "31", {"list", "text"}),
        (WIDE, "", {"list", "text", "panel"}),
        ((60, 20), "2", {"text"}),
    ],
)
async def test_panes_take_turns_where_there_is_no_room(size: tuple[int, int], keys: str, visible: set[str]) -> None:
    async with reading(size) as pilot:
        await press(pilot, *keys)
        panes = {name for name in ("list", "text", "panel") if desk(pilot).query_one(f"#{name}-pane").region.width}
        assert panes == visible
        assert pilot.app.focused is not None
        assert pilot.app.focused.region.width


async def test_left_right_and_tab_walk_the_panes() -> None:
    async with reading(WIDE) as pilot:
        where = []
        for key in ("l", "l", "h", "tab", "tab", "shift+tab"):
            await press(pilot, key)
            focused = pilot.app.focused
            where.append(type(focused).__name__)
        assert where == ["Reader", "Panel", "Reader", "Panel", "ArticleList", "Panel"]


@pytest.mark.parametrize("size", [SMALL, MIDDLE, (100, 30)])
async def test_resizing_keeps_the_reading_position(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await press(pilot, "2", "space", "j", "j")
        reader = desk(pilot).reader
        words = reader.article.text[reader.top : reader.top + 20]
        for width, height in ((60, 20), (200, 50), (41, 12), size):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert reader.scroll_offset.y == min(reader.page.line_at(reader.kept), reader.max_scroll_y)
        assert reader.article.text[reader.top :].startswith(words)


async def test_line_screen_and_edge_keys_move_the_text() -> None:
    async with reading(SMALL) as pilot:
        reader, tops = desk(pilot).reader, []
        await press(pilot, "2")
        for key in ("j", "down", "k", "space", "b", "ctrl+d", "ctrl+u", "G", "g"):
            await press(pilot, key)
            tops.append(reader.scroll_offset.y)
        page, half = reader.size.height - 2, reader.size.height // 2
        assert tops == [1, 2, 1, 1 + page, 1, 1 + half, 1, reader.max_scroll_y, 0]


async def test_brackets_go_to_the_articles_before_and_after() -> None:
    async with reading() as pilot:
        await press(pilot, "right_square_bracket", "right_square_bracket")
        assert desk(pilot).reader.article.id == "third"
        await press(pilot, "right_square_bracket")
        assert said(pilot) == "this is the last article"
        await press(pilot, "left_square_bracket")
        assert desk(pilot).reader.article.id == "second"


async def test_what_could_not_be_read_is_said_and_counted() -> None:
    library = Library(small_library().articles, (Problem("bad.bin", "is not text"),))
    async with reading(library=library) as pilot:
        assert said(pilot) == "bad.bin: is not text"
        assert "1 could not be read" in str(desk(pilot).query_one("#about").render())


@pytest.mark.parametrize(
    "text",
    ["", "\n", "   \n\n", "word", "漢" * 500, "x" * 3000, "a\tb\n" * 50, "\u0301" * 40],
    ids=["empty", "newline", "spaces", "word", "wide", "long word", "tabs", "accents"],
)
async def test_odd_texts_are_shown_and_searched(text: str) -> None:
    async with reading(SMALL, Library(Held((article_of(text),)))) as pilot:
        await press(pilot, "enter", "n", "space", "G", "e", "3", "w", "slash", "x", "enter", "f")
        assert pilot.app.is_running


async def test_nothing_in_a_text_steers_the_terminal() -> None:
    hostile = (
        "A \x1b]0;owned\x07 title [bold]x[/] \x9b31m\n\n“{q_holt:Words \x1b[2J and \u202e back,}” said {by_holt:Holt}."
    )
    library = Library(Held((article_of(hostile, "na\x1bme [red]"),)), (Problem("a\x1b[2Jb", "is \x07 odd"),))
    async with reading(WIDE, library) as pilot:
        await press(pilot, "n", "w", "slash", "w", "o", "r", "d")
        await pilot.pause(0.1)
        screen = "".join(strip.text for strip in pilot.app.screen._compositor.render_strips())
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(screen)
        assert "[bold]x[/]" in screen


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
async def test_leaving(key: str) -> None:
    async with reading() as pilot:
        await press(pilot, key)
        assert not pilot.app.is_running
        assert pilot.app.return_code == 0
