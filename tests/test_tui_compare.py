"""The comparison on a whole screen: sorted, filtered, each cell told in words and a door to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.articles import Held
from iraqreader.library import Library
from iraqreader.model import Evidence, Span, Stance
from iraqreader.tui.compare import Compare
from iraqreader.tui.desk import Desk
from iraqreader.tui.filter import FilterLine
from iraqreader.tui.table import ROOM, lay_out
from tests.comparisons import article, figure
from tests.tui_library import small_library
from tests.tui_pilot import MIDDLE, SMALL, desk, lit, press, reading, shown, words

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from iraqreader.tui.rows import Entry

TINY = (60, 20)
BROAD = (200, 60)
SIZES = [TINY, SMALL, MIDDLE, BROAD]


def view(pilot: Pilot[None]) -> Compare:
    screen = pilot.app.screen
    assert isinstance(screen, Compare)
    return screen


def rows(pilot: Pilot[None]) -> list[str]:
    return [" ".join(line.split()) for line in shown(view(pilot).rows) if line.strip()]


def whens(pilot: Pilot[None]) -> list[str]:
    return [line[:12].strip() for line in shown(view(pilot).rows) if line]


async def test_every_fact_has_a_column_where_there_is_room() -> None:
    async with reading(BROAD) as pilot:
        await press(pilot, "t")
        assert words(pilot, ".heading") == "COMPARE · 3 articles · by date, earliest first"
        assert words(pilot, ".heads") == "when↑ troops Washington Baghdad quotes publisher title"
        assert rows(pilot) == [
            "Mar 2014 ~1,200 — ▲ expand W2 B1 The Valley Post Engineers asked for",
            "2016-04-05† ~3,000⚑ — — W1 B1 — Two figures for one valley",
            "2020–21 — ✕ withdraw — o1 — No one here is named. “The valley will wait”, someone wrote on…",
        ]


@pytest.mark.parametrize("size", SIZES)
async def test_every_cell_can_be_reached_and_seen_and_is_told_in_words(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await press(pilot, "t", "j")
        told = []
        for _ in range(7):
            column = view(pilot)._table.here
            assert column.cell(desk(pilot).articles[1])[:6] in rows(pilot)[1]
            told.append(words(pilot, "Told"))
            await press(pilot, "l")
        assert all("Two figures for one valley" in line for line in told)
        for line, part in zip(
            told,
            (
                "5 Apr 2016 · corrected: the stated date cannot be right · said in the text",
                "⚑ sources disagree: about 3,000, says the article; more than 4,000, says the article",
                "Washington: no position is reported, which is unknown",
                "Baghdad: no position is reported, which is unknown",
                "2 quotes · 1 Washington, 1 Baghdad",
                "no publisher is named",
                "Two figures for one valley",
            ),
            strict=True,
        ):
            assert part in line
        await press(pilot, *["h"] * 7)
        assert rows(pilot)[1].startswith("2016-04-05† ~3,000⚑")


@pytest.mark.parametrize("size", SIZES)
async def test_a_cell_leads_to_its_words_and_back_to_the_cell(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await press(pilot, "t", "l", "l", "l", "enter")
        assert (desk(pilot).reader.article.id, lit(pilot)) == ("first", "The government asks for engineers")
        await press(pilot, "ctrl+o")
        assert "Baghdad ▲ expand" in words(pilot, "Told")
        await press(pilot, "j", "h", "h", "enter")
        assert (desk(pilot).reader.article.id, lit(pilot)) == ("second", "3,000")
        await press(pilot, "x")
        assert lit(pilot) == "more than 4,000"
        await press(pilot, "ctrl+o", "ctrl+o", "q")
        assert isinstance(pilot.app.screen, Desk)


async def test_a_cell_that_says_nothing_leads_to_its_article_and_back_to_itself() -> None:
    async with reading() as pilot:
        await press(pilot, "t", "G", "l", "l", "l", "enter")
        assert desk(pilot).reader.article.id == "third"
        assert lit(pilot) == ""
        await press(pilot, "t", "g", "h", "t", "ctrl+o")
        assert "Baghdad: no position is reported" in words(pilot, "Told")
        assert view(pilot).rows.cursor == 2


@pytest.mark.parametrize("size", [TINY, SMALL, MIDDLE])
async def test_any_column_sorts_either_way_with_the_unknown_last(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await press(pilot, "t", "l", "O")
        assert whens(pilot) == ["2016-04-05†", "Mar 2014", "2020–21"]
        assert words(pilot, ".heading").endswith("by troops, most first, 1 unknown at the end")
        assert "troops↓" in words(pilot, ".heads")
        await press(pilot, "o")
        assert whens(pilot) == ["Mar 2014", "2016-04-05†", "2020–21"]
        assert "troops↑" in words(pilot, ".heads")
        await press(pilot, "h", "O")
        assert whens(pilot) == ["2020–21", "2016-04-05†", "Mar 2014"]


async def test_a_click_on_a_head_sorts_and_another_the_other_way() -> None:
    async with reading(MIDDLE) as pilot:
        await press(pilot, "t")
        for times, order in ((1, "fewest"), (2, "most"), (3, "fewest")):
            await pilot.click(".heads", offset=(str(view(pilot)._heads.content).index("troops") + 3, 0))
            await pilot.pause()
            assert f"by troops, {order} first" in words(pilot, ".heading"), times
        await pilot.click(".heads", offset=(110, 0))
        await pilot.pause()
        assert "by title, a first" in words(pilot, ".heading")


async def test_the_cursor_stays_on_its_article_when_the_order_changes() -> None:
    async with reading() as pilot:
        await press(pilot, "t", "O")
        assert rows(pilot)[0].startswith("2020–21")
        assert words(pilot, "Told").startswith("The Valley Post · Engineers asked for")


@pytest.mark.parametrize("size", [TINY, SMALL, MIDDLE])
async def test_the_table_is_filtered_while_one_types(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await press(pilot, "t", "slash", *"bagh:e")
        assert whens(pilot) == ["Mar 2014"]
        assert "only “bagh:e”: 1 of 3" in words(pilot, ".heading")
        await press(pilot, "enter", "slash", *" conflict")
        assert whens(pilot) == []
        assert "no article is so" in words(pilot, "Told")
        await press(pilot, "j", "enter", "l", "enter")
        assert view(pilot).is_current
        await press(pilot, "slash", "escape")
        assert len(whens(pilot)) == 3


async def test_what_a_filter_cannot_mean_is_said_while_it_stands() -> None:
    async with reading() as pilot:
        await press(pilot, "t", "slash", *"troops:many")
        assert words(pilot, "#status") == "“many” is no number"
        assert len(whens(pilot)) == 3
        await press(pilot, "enter")
        assert words(pilot, "#status") == "“many” is no number"
        await press(pilot, "slash", *["backspace"] * 4, *"none")
        assert words(pilot, "#status").startswith("Enter keep")
        assert whens(pilot) == ["2020–21"]


async def test_letters_that_are_keys_elsewhere_are_typed_into_the_filter() -> None:
    async with reading() as pilot:
        await press(pilot, "t", "slash", *"cqoOhl<?:/")
        assert view(pilot).query_one(FilterLine).value == "cqoOhl<?:/"


async def test_opened_again_the_table_is_as_it_was_left() -> None:
    async with reading() as pilot:
        await press(pilot, "t", "slash", *"!conflict", "enter", "G", "l", "l", "O")
        before = (words(pilot, ".heading"), rows(pilot), words(pilot, "Told"))
        await press(pilot, "t")
        assert isinstance(pilot.app.screen, Desk)
        await press(pilot, "t")
        assert (words(pilot, ".heading"), rows(pilot), words(pilot, "Told")) == before


async def test_resizing_keeps_the_cell() -> None:
    async with reading(BROAD) as pilot:
        await press(pilot, "t", "j", *["l"] * 4)
        for size in (TINY, (41, 12), (30, 8), SMALL, BROAD):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "W1 B1" in rows(pilot)[1], size
            assert view(pilot).rows.door == (1, 4)


async def test_sides_with_no_column_of_their_own_share_one_that_is_there_when_one_of_them_speaks() -> None:
    first, *rest = small_library().articles
    words_ = Span(0, 4)
    tehran = Stance("tehran", "withdraw", (Evidence(words_, "withdraw", "Amir", "a_rule"),))
    async with reading(BROAD, Library(Held((first._replace(stances=(*first.stances, tehran)), *rest)))) as pilot:
        await press(pilot, "t")
        assert "Baghdad others quotes" in words(pilot, ".heads")
        assert "▲ expand Tehran ✕ withdraw W2 B1" in rows(pilot)[0]
        await press(pilot, *["l"] * 4)
        assert "Tehran ✕ withdraw: wants the forces out · “Sign”, says Amir" in words(pilot, "Told")
        await press(pilot, "enter")
        assert lit(pilot) == "Sign"


async def test_a_thousand_articles_are_a_table_of_which_only_what_is_seen_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many = tuple(article(f"a{number}", "2016-02-03", troops=(figure(f"{number + 1}"),)) for number in range(1000))
    async with reading(SMALL, Library(Held(many))) as pilot:
        await press(pilot, "t", "l", "G")
        assert "1,000 U.S. troops" in words(pilot, "Told")
        drawn, plain = list[int](), view(pilot)._table.entry

        def entry(index: int, width: int) -> Entry:
            drawn.append(index)
            return plain(index, width)

        monkeypatch.setattr(view(pilot)._table, "entry", entry)
        await press(pilot, "k")
        assert {998, 999} <= set(drawn) <= {0, 998, 999}, (
            "the two lines that changed, and whether the first is above them"
        )


@given(width=st.integers(20, 200), here=st.integers(0, 7), first=st.integers(1, 7))
def test_columns_fill_the_width_and_the_cursors_is_among_them(width: int, here: int, first: int) -> None:
    room = list(ROOM.values())
    start, widths = lay_out(room, width, here, first)
    seen = [number for number, wide in enumerate(widths) if wide]
    assert {0, here} <= set(seen)
    assert seen == [0, *range(start, seen[-1] + 1)], "no column between two others is passed over"
    assert sum(widths) + len(seen) - 1 == width or len(seen) == 2
    assert all(widths[number] >= room[number][0] for number in seen)
