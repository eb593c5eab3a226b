"""The panel: every cell is a door to the words it came from, and there is a way back."""

from __future__ import annotations

from datetime import date

import pytest

from iraqreader.articles import Held
from iraqreader.library import Library
from iraqreader.model import DateRange, Reason
from iraqreader.tui.why import Why
from tests.tui_library import small_library
from tests.tui_pilot import MIDDLE, SMALL, WIDE, desk, lit, press, reading, said, shown


def row(lines: list[str], words: str) -> str:
    """The first line with these words, its white space evened out."""
    return " ".join(next(line for line in lines if words in line).split())


async def test_the_comparison_has_a_row_for_each_article_and_marks_the_open_one() -> None:
    async with reading(WIDE) as pilot:
        lines = shown(desk(pilot).panel)
        assert row(lines, "Mar 2014") == "▸ Mar 2014 ~1,200 — ▲ expand"
        assert row(lines, "2016") == "2016-04-05† ~3,000⚑ — —"
        assert row(lines, "2020") == "2020–21 — ✕ withdraw —"
        assert row(lines, "corrected") == "† date corrected"
        assert row(lines, "disagree") == "⚑ sources disagree"


@pytest.mark.parametrize("size", [SMALL, MIDDLE, WIDE])
async def test_each_cell_leads_to_its_words_in_its_article(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await press(pilot, "3", "j", "l", "enter")
        assert desk(pilot).reader.article.id == "second"
        assert lit(pilot) == "3,000"
        assert pilot.app.focused is desk(pilot).reader
        assert any("3,000" in line for line in shown(desk(pilot).reader))
        await press(pilot, "3", "k", "l", "l", "enter")
        assert (desk(pilot).reader.article.id, lit(pilot)) == ("first", "The government asks for engineers")


async def test_a_cell_without_words_leads_to_its_article() -> None:
    async with reading(WIDE) as pilot:
        await press(pilot, "3", "j", "j", "enter")
        assert desk(pilot).reader.article.id == "third"


async def test_every_door_of_the_panel_lights_its_words() -> None:
    async with reading(WIDE) as pilot:
        panel, opened = desk(pilot).panel, []
        for index in range(panel.count()):
            for door in panel._doors(index):
                if door.article == 0 and door.fact:
                    desk(pilot).go(door)
                    await pilot.pause()
                    opened.append(lit(pilot))
        assert set(opened) == {
            "1,200 U.S. troops",
            "The government asks for engineers",
            "We ask for engineers and for time,",
            "Bridges come first,",
        }


async def test_back_and_forward() -> None:
    async with reading(SMALL) as pilot:
        await press(pilot, "2", "space", "3", "j", "enter")
        top = desk(pilot).reader.top
        await press(pilot, "ctrl+o")
        assert desk(pilot).reader.article.id == "first"
        assert pilot.app.focused is desk(pilot).panel
        assert desk(pilot).reader.top > 0
        await press(pilot, "greater_than_sign")
        assert (desk(pilot).reader.article.id, desk(pilot).reader.top) == ("second", top)
        await press(pilot, "less_than_sign", "less_than_sign")
        assert said(pilot) == "this is where you began"


async def test_the_open_articles_facts_are_told_in_full() -> None:
    async with reading((80, 50)) as pilot:
        await press(pilot, "3")
        lines = shown(desk(pilot).panel)
        assert row(lines, "1 Mar 2014") == "1 Mar 2014 – 31 Mar 2014"
        assert row(lines, "U.S. troops") == "▸~1,200 U.S. troops in Iraq, current"
        assert row(lines, "Baghdad ▲") == "Baghdad ▲ expand"
        assert row(lines, "LH") == "LH Lena Holt 2 quotes"
        assert row(lines, "Washington, Defense") == "Washington, Defense Secretary"


LONG = "the siege of the valley, which began in the spring of the year before and ended in the autumn, was “last year”"


async def test_long_reasons_are_told_to_the_end() -> None:
    first, *others = small_library().articles
    reason = Reason(LONG, first.quotes[0].span)
    library = Library(Held((first._replace(published=first.published._replace(reasons=(reason,))), *others)))
    async with reading(WIDE, library) as pilot:
        told = " ".join(" ".join(shown(desk(pilot).panel)).split())
        assert LONG in told


async def test_a_count_of_the_past_says_of_when() -> None:
    first, *others = small_library().articles
    then = first.troops[0]._replace(status="past", as_of=DateRange(date(2009, 11, 1), date(2009, 11, 30)))
    async with reading((80, 40), Library(Held((first._replace(troops=(then,)), *others)))) as pilot:
        await press(pilot, "3")
        assert row(shown(desk(pilot).panel), "past").endswith("U.S. troops in Iraq, past (Nov 2009)")


async def test_another_article_shows_the_comparison_from_its_head() -> None:
    async with reading(SMALL) as pilot:
        await press(pilot, "3", "G", "1", "j", "j", "enter", "3")
        assert "troops" in shown(desk(pilot).panel)[0]


@pytest.mark.parametrize("pane", ["1", "2", "3"])
async def test_the_footer_speaks_of_the_pane_that_has_the_keys(pane: str) -> None:
    async with reading(WIDE) as pilot:
        await pilot.press("slash", *"come", "enter", pane)
        await pilot.pause(0.1)
        assert said(pilot).startswith("direct quote" if pane == "2" else "? help")


async def test_who_is_not_quoted_is_said() -> None:
    async with reading(WIDE) as pilot:
        await press(pilot, "G", "enter")
        lines = [line.strip() for line in shown(desk(pilot).panel)]
        assert "no Iraqi official quoted" in lines
        assert "no U.S. official quoted" in lines


@pytest.mark.parametrize("keys", [["2", "n", "w"], ["3", "w"]])
async def test_why_names_the_rule_and_shows_the_words(keys: list[str]) -> None:
    async with reading(WIDE) as pilot:
        if keys[0] == "3":
            await press(pilot, "3", "l")
        await press(pilot, *keys)
        why = desk(pilot).query_one(Why)
        assert why.region.height
        assert "rule: a_test_rule" in str(why.render())
        await press(pilot, "escape")
        assert not why.region.height


async def test_why_without_a_fact_says_how_to_get_one() -> None:
    async with reading() as pilot:
        await press(pilot, "w")
        assert said(pilot) == "no fact is lit: n, } or e goes to one"


async def test_a_click_on_a_cell_opens_it() -> None:
    async with reading(WIDE) as pilot:
        panel = desk(pilot).panel
        y = next(y for y, line in enumerate(shown(panel)) if "2016-04-05" in line)
        x = shown(panel)[y].index("3,000")
        await pilot.click(type(panel), offset=(x + 1, y))
        await pilot.pause()
        assert lit(pilot) == "3,000"
