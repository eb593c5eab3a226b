"""Search: as one types, with the hit in view; letters are letters, and there is more than one way out."""

from __future__ import annotations

import asyncio
import stat
from typing import TYPE_CHECKING

import pytest
from textual import events

from iraqreader.search import Answer, QuoteIndex
from iraqreader.tui import history
from iraqreader.tui.app import IraqReader
from iraqreader.tui.hits import Hits, tally
from iraqreader.tui.lists import ArticleList
from iraqreader.tui.search import Query
from tests.tui_library import small_library
from tests.tui_pilot import MIDDLE, SMALL, WIDE, desk, lit, press, reading, said, shown

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which queries are kept, in a home of its own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "iraqreader" / "queries.json"


INDEX = QuoteIndex(small_library().articles)


async def find(pilot: Pilot[None], query: str) -> None:
    """Type a query, and wait for its hits."""
    await press(pilot, "slash", *(letter if letter != " " else "space" for letter in query))
    await settle(pilot)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until the ranking is done and shown."""
    await asyncio.sleep(0.05)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def found(pilot: Pilot[None]) -> str:
    """What is said of how many there are."""
    return str(desk(pilot).query_one("#found").render())


def typed(pilot: Pilot[None]) -> str:
    """The query."""
    return desk(pilot).query_one(Query).value


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
        letters = "jknpqsevVmMx?/:]}{[fwyYgGbhl12<>'!\" side:é漢"
        await find(pilot, letters)
        assert typed(pilot) == letters
        assert pilot.app.is_running


@pytest.mark.parametrize("key", ["tab", "shift+tab", "ctrl+o", "ctrl+f", "ctrl+d", "ctrl+l", "pagedown", "left", "f5"])
async def test_no_key_takes_the_letters_after_it_away_from_the_query(key: str) -> None:
    async with reading() as pilot:
        await press(pilot, "2", "n")
        place = desk(pilot).place
        await find(pilot, "road")
        await press(pilot, key, "end", "s")
        assert typed(pilot) == "roads"
        assert not desk(pilot).finding
        await press(pilot, "escape")
        assert desk(pilot).place == place


async def test_letters_typed_at_once_after_the_slash_are_the_querys() -> None:
    async with reading() as pilot:
        await pilot.press(*"/quit")
        assert desk(pilot).query_one(Query).value == "quit"


async def test_letters_typed_before_there_is_a_screen_are_the_querys() -> None:
    app = IraqReader(small_library())
    for key, letter in zip(("slash", *"roads"), "/roads", strict=True):
        app.post_message(events.Key(key, letter))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert typed(pilot) == "roads"


async def test_enter_that_was_typed_before_the_terminal_was_ours_is_enter() -> None:
    async with reading() as pilot:
        await press(pilot, "slash", *"bridges", "ctrl+j")
        assert not desk(pilot).searching
        assert "Bridges" in lit(pilot)


async def test_enter_stays_at_the_hit_and_back_leads_to_where_one_was() -> None:
    async with reading(SMALL) as pilot:
        await press(pilot, "2", "j", "j")
        await find(pilot, "never said")
        await press(pilot, "enter")
        assert not desk(pilot).searching
        assert lit(pilot) == "We never said four,"
        await press(pilot, "ctrl+o")
        assert (desk(pilot).reader.article.id, desk(pilot).reader.scroll_offset.y) == ("first", 2)


async def test_the_list_stays_where_one_read_until_one_stays_at_the_hit() -> None:
    async with reading() as pilot:
        articles = desk(pilot).query_one(ArticleList)
        await find(pilot, "never said")
        assert desk(pilot).reader.article.id == "second"
        assert (articles.opened, articles.cursor) == (0, 0)
        await press(pilot, "enter")
        assert (articles.opened, articles.cursor) == (1, 1)
        await find(pilot, "roads come")
        await press(pilot, "escape")
        assert desk(pilot).reader.article.id == "second"
        assert (articles.opened, articles.cursor) == (1, 1)


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
        assert found(pilot) == "no quote found"
        await press(pilot, "enter")
        assert desk(pilot).reader.article.id == "first"


async def test_a_hit_is_clicked() -> None:
    async with reading() as pilot:
        await find(pilot, "roads come")
        await pilot.click(Hits, offset=(5, 0))
        await pilot.pause()
        assert not desk(pilot).searching
        assert lit(pilot) == "Roads come second."


TALLIES = {
    "nothing asked for": (0, 0, False, ""),
    "none": (0, 0, True, "no quote found"),
    "one": (1, 1, True, "1 quote"),
    "all of them listed": (12, 12, True, "3 of 12 quotes"),
    "more than are listed": (50, 1204, True, "3 of 1,204, 50 listed"),
}


@pytest.mark.parametrize("how", TALLIES)
def test_hits_are_counted_as_they_are(how: str) -> None:
    listed, total, asked, words = TALLIES[how]
    hits = INDEX.search("roads come").hits[:1] * listed
    assert tally(Answer(hits, total, asked=asked), 2) == words
    if listed > 1:
        assert tally(Answer(hits, total, more=True), 2) == f"3 of {total:,}+, {listed} listed"


@pytest.mark.parametrize("size", [SMALL, MIDDLE, (60, 20)])
async def test_which_hit_one_is_at_and_how_many_there_are(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await find(pilot, "side:washington")
        assert found(pilot) == "1 of 3 quotes"
        assert lit(pilot) == "Bridges come first,"
        await press(pilot, "down")
        assert found(pilot) == "2 of 3 quotes"


REMARKS = {
    "a filter that is not understood": ("roads before:20x", "before: wants a day, a month or a year"),
    "a filter that is not finished": ("roads side:", "side: wants a side, such as washington"),
    "a word that is nowhere": ("roads xqzvkj", "no quote has it all; this one lacks “xqzvkj”"),
    "words that are in no quote together": ("roads engineers", "no quote has it all; this one lacks “engineers”"),
    "what a near hit does without": ("roads side:baghdad", "nothing has it all; without side:baghdad: 1 quote"),
    "words not just so": ("'road", "nothing has it all; with words like “road”: 1 quote"),
    "words that are all there": ("roads come", "Enter stay here"),
}


@pytest.mark.parametrize("size", [SMALL, (60, 20)])
@pytest.mark.parametrize("how", REMARKS)
async def test_what_the_hits_are_without_is_said_below_them(how: str, size: tuple[int, int]) -> None:
    query, remark = REMARKS[how]
    async with reading(size) as pilot:
        await find(pilot, query)
        assert said(pilot).startswith(remark)
        assert found(pilot).endswith("nearest") == remark.startswith("nothing has it all")
        assert lit(pilot) == "Roads come second."


async def test_what_is_typed_and_not_finished_asks_for_nothing() -> None:
    async with reading() as pilot:
        await find(pilot, "side:")
        assert found(pilot) == ""
        assert desk(pilot).query_one(Hits).count() == 0


async def search_for(pilot: Pilot[None], query: str, key: str = "enter") -> None:
    """Search, and end it with a key."""
    await find(pilot, query)
    await press(pilot, key)


async def test_queries_that_led_to_a_hit_come_back_at_the_next_start() -> None:
    async with reading() as pilot:
        await search_for(pilot, "roads come")
        await search_for(pilot, "bridges")
        await search_for(pilot, "never said", "escape")
        await search_for(pilot, "xqzvkj")
    async with reading(SMALL) as pilot:
        await find(pilot, "dra")
        await press(pilot, "alt+up")
        assert typed(pilot) == "bridges"
        await settle(pilot)
        assert lit(pilot) == "Bridges come first,"
        await press(pilot, "ctrl+r")
        assert typed(pilot) == "roads come"
        await press(pilot, "alt+up")
        assert (typed(pilot), said(pilot)) == ("roads come", "no earlier query")
        await press(pilot, "alt+down", "alt+down")
        assert typed(pilot) == "dra"
        await press(pilot, "alt+down")
        assert (typed(pilot), said(pilot)) == ("dra", "no later query")


async def test_a_query_is_kept_once_as_the_last() -> None:
    async with reading() as pilot:
        for query in ("bridges", "roads", " bridges "):
            await search_for(pilot, query)
    assert history.kept() == ["roads", "bridges"]


def test_kept_queries_are_the_last_hundred_and_nobody_elses(state: Path) -> None:
    for number in range(history.KEPT + 5):
        history.keep(f"query {number}")
    history.keep("x" * (history.LONGEST + 1))
    history.keep("  ")
    assert history.kept() == [f"query {number}" for number in range(5, history.KEPT + 5)]
    assert stat.S_IMODE(state.stat().st_mode) == 0o600
    assert [path.name for path in state.parent.iterdir()] == [state.name]


@pytest.mark.parametrize(
    "content", ["", "{}", '"roads"', "[", "\x00", "[" * 100_000, '[1, null, ["a"], "", "a\\u001bb"]']
)
def test_a_spoilt_file_of_queries_is_as_good_as_none(content: str, state: Path) -> None:
    state.parent.mkdir()
    state.write_text(content)
    assert history.kept() == []
    history.keep("roads")
    assert history.kept() == ["roads"]


def test_a_home_that_cannot_be_written_costs_only_the_queries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    history.keep("roads")
    assert history.kept() == []
