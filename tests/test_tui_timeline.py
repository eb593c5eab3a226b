"""Troop counts over time on a screen: every figure is drawn, told in words, and a door to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iraqreader.articles import Held
from iraqreader.library import Library
from iraqreader.tui.desk import Desk
from iraqreader.tui.timeline import Timeline
from tests.comparisons import article, figure
from tests.tui_pilot import MIDDLE, SMALL, desk, lit, press, reading, shown, words

if TYPE_CHECKING:
    from textual.pilot import Pilot

SIZES = [(60, 20), SMALL, MIDDLE]


def view(pilot: Pilot[None]) -> Timeline:
    screen = pilot.app.screen
    assert isinstance(screen, Timeline)
    return screen


def lines(pilot: Pilot[None]) -> list[str]:
    return [line for line in shown(view(pilot).rows) if line]


@pytest.mark.parametrize("size", SIZES)
async def test_every_figure_has_a_line_both_where_sources_disagree(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await press(pilot, "T")
        assert words(pilot, ".heading") == "TIMELINE · U.S. troops in Iraq · 3 articles, 2 with a figure"
        assert words(pilot, ".heads").startswith("when troops 201")
        starts = [" ".join(line[:21].split()) for line in lines(pilot)]
        assert starts == ["Mar 2014 ~1,200", "2016-04-05† ~3,000⚑", "2016-04-05† >4,000⚑", "2020–21 —"]
        assert [line.count("━") > 0 for line in lines(pilot)] == [True, True, True, False]
        assert [sign in line for sign, line in zip("~~>", lines(pilot), strict=False)] == [True] * 3
        assert "├" in lines(pilot)[3], "where no number is given, the window is drawn all the same"


@pytest.mark.parametrize("size", SIZES)
async def test_a_figure_is_told_in_words_and_leads_to_them_and_back(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await press(pilot, "T", "l", "l")
        assert words(pilot, "Told").startswith(
            "second · Two figures for one valley ⚑ more than 4,000 U.S. troops in Iraq"
        )
        assert "disputed: about 3,000, says the article" in words(pilot, "Told")
        assert "corrected" in words(pilot, "Told")
        await press(pilot, "enter")
        assert (desk(pilot).reader.article.id, lit(pilot)) == ("second", "more than 4,000")
        await press(pilot, "ctrl+o")
        assert words(pilot, "Told").startswith("second · Two figures for one valley ⚑ more than 4,000")
        await press(pilot, "T")
        assert isinstance(pilot.app.screen, Desk)


async def test_right_and_left_go_from_figure_to_figure_and_lines_from_article_to_article() -> None:
    many = (
        article("first", "2014-01-01", troops=(figure("100"),)),
        article("silent", "2015-01-01"),
        article("last", "2016-01-01", troops=(figure("300"),)),
    )
    async with reading(library=Library(Held(many))) as pilot:
        await press(pilot, "T")
        at = []
        for key in ("l", "l", "h", "j", "left", "right"):
            await press(pilot, key)
            at.append(words(pilot, "Told").split()[0])
        assert at == ["last", "last", "first", "silent", "first", "last"]
        await press(pilot, "k")
        assert "unknown, not none" in words(pilot, "Told")
        await press(pilot, "enter")
        assert desk(pilot).reader.article.id == "silent"


@pytest.mark.parametrize("size", SIZES)
async def test_the_chart_is_narrowed_while_one_types_and_its_axes_fit_what_is_left(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await press(pilot, "T", "j", "slash", *"troops>2000")
        assert [line[13:21].strip() for line in lines(pilot)] == ["~3,000⚑", ">4,000⚑"]
        assert "only “troops>2000”: 1 of 3, 1 with a figure" in words(pilot, ".heading")
        assert "Jan 2016" in words(pilot, ".heads")
        assert "⚑ about 3,000" in words(pilot, "Told")
        await press(pilot, "enter", "slash", *" undated")
        assert lines(pilot) == []
        assert "no article is so" in words(pilot, "Told")
        await press(pilot, "down", "enter", "l", "enter", "slash", "escape")
        assert len(lines(pilot)) == 4


async def test_the_chart_takes_the_width_that_there_is() -> None:
    async with reading((60, 20)) as pilot:
        await press(pilot, "T", "j")
        narrow = max(map(len, lines(pilot)))
        await pilot.resize_terminal(200, 60)
        await pilot.pause()
        assert narrow <= 58 < max(map(len, lines(pilot))) <= 198
        assert words(pilot, ".heads").endswith("says")
        await pilot.resize_terminal(20, 6)
        await pilot.pause()
        assert view(pilot).rows.cursor == 1


async def test_no_colour_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(SMALL) as pilot:
        await press(pilot, "T", "l")
        assert "⚑" in lines(pilot)[1]
        assert "†" in lines(pilot)[1]
