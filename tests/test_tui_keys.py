"""Keys, help, commands, themes: each key does something, is in the help, and can be found by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.command import CommandPalette
from textual.widgets import Input

from iraqreader.tui.app import IraqReader
from iraqreader.tui.compare import Compare
from iraqreader.tui.desk import Desk
from iraqreader.tui.help import Help, KeyList
from iraqreader.tui.keys import (
    COMPARE_KEYS,
    FILTER,
    FINDING,
    GROUPS,
    JOTTING,
    KEYS,
    MAIN,
    MOVES,
    NOTES_KEYS,
    PLACES,
    PROGRAM_KEYS,
    SEARCH,
    SPEAKERS_KEYS,
    TIMELINE_KEYS,
    TYPED,
    VIEW,
)
from iraqreader.tui.notes import Notes
from iraqreader.tui.reader import Reader
from iraqreader.tui.rows import Rows
from iraqreader.tui.speakers import Speakers
from iraqreader.tui.themes import themes
from iraqreader.tui.timeline import Timeline
from iraqreader.tui.view import View
from tests.tui_pilot import SMALL, desk, lit, press, reading, said, shown

if TYPE_CHECKING:
    from textual.binding import Binding

OWNERS = [
    (MOVES, Reader),
    (MOVES, Rows),
    (MAIN, Desk),
    (SEARCH, Desk),
    (FINDING, Desk),
    (JOTTING, Desk),
    (VIEW, View),
    (FILTER, View),
    (SPEAKERS_KEYS, Speakers),
    (COMPARE_KEYS, Compare),
    (NOTES_KEYS, Notes),
    (TIMELINE_KEYS, Timeline),
    (PROGRAM_KEYS, IraqReader),
]


def test_every_key_has_a_name_of_its_own_and_words_and_a_group() -> None:
    names = [key.id for key in KEYS]
    assert len(set(names)) == len(names)
    assert all(key.id and key.tooltip and key.group in GROUPS for key in KEYS)


@pytest.mark.parametrize(("keys", "owner"), OWNERS)
def test_every_key_does_something(keys: tuple[Binding, ...], owner: type) -> None:
    for key in keys:
        name = key.action.partition("(")[0].rpartition(".")
        place = IraqReader if name[0] == "app" else owner
        assert hasattr(place, f"action_{name[2]}"), key.action


@pytest.mark.parametrize("place", [*PLACES, *TYPED])
def test_no_key_is_bound_twice_where_it_works(place: tuple[Binding, ...]) -> None:
    keys = [key for binding in place for key in binding.key.split(",")]
    assert len(set(keys)) == len(keys)


def test_every_key_works_somewhere() -> None:
    assert {key for place in (*PLACES, *TYPED) for key in place} == set(KEYS)


async def test_help_lists_every_key_by_group() -> None:
    async with reading((100, 120)) as pilot:
        await press(pilot, "question_mark")
        lines = shown(pilot.app.screen.query_one(KeyList))
        assert [line for line in lines if line.isupper()] == [group.description.upper() for group in GROUPS]
        for key in KEYS:
            assert any(line.endswith(key.tooltip) for line in lines), key.tooltip


async def test_help_does_what_is_chosen_and_is_left_by_q() -> None:
    async with reading() as pilot:
        await press(pilot, "question_mark")
        keys = pilot.app.screen.query_one(KeyList)
        keys.point_at(next(i for i in range(keys.count()) if keys._doors(i) == ["next.quote"]))
        await press(pilot, "enter")
        assert lit(pilot) == "We ask for engineers and for time,"
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, Help)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, Desk)


async def test_help_says_of_a_key_of_another_screen_that_it_is_one() -> None:
    async with reading() as pilot:
        await press(pilot, "question_mark")
        keys = pilot.app.screen.query_one(KeyList)
        keys.point_at(next(i for i in range(keys.count()) if keys._doors(i) == ["speakers.shares"]))
        await press(pilot, "enter")
        assert said(pilot) == "the articles, by the words that each side has: not on this screen"


async def test_help_is_searched_as_one_types() -> None:
    async with reading(SMALL) as pilot:
        await press(pilot, "question_mark", "slash", *"next quote")
        keys = pilot.app.screen.query_one(KeyList)
        lines = [line.strip() for line in shown(keys) if line]
        assert lines[0] == "MOVE BY MEANING"
        assert len(lines) == 3
        await press(pilot, "down", "enter", "enter")
        assert isinstance(pilot.app.screen, Desk)
        assert lit(pilot) or said(pilot)
        await press(pilot, "question_mark", "slash", *"zebra")
        assert "no key does that" in shown(pilot.app.screen.query_one(KeyList))[0]
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, Help), "there is nothing to do"
        await press(pilot, "slash", *"ctrl", "escape")
        assert "MOVE" in shown(pilot.app.screen.query_one(KeyList))[0]
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, Desk)


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_commands_are_found_by_a_part_of_their_name(key: str) -> None:
    async with reading(SMALL) as pilot:
        await press(pilot, key)
        assert isinstance(pilot.app.screen, CommandPalette)
        pilot.app.screen.query_one(Input).value = "open two figures"
        await pilot.pause(0.4)
        await press(pilot, "enter")
        await pilot.pause(0.2)
        assert desk(pilot).reader.article.id == "second"


@pytest.mark.parametrize("theme", [theme.name for theme in themes()] + ["nord", "textual-ansi"])
async def test_every_theme_can_be_worn(theme: str) -> None:
    async with reading() as pilot:
        if theme in pilot.app.available_themes:
            pilot.app.theme = theme
            await press(pilot, "j", "enter", "n", "3")
            assert pilot.app.is_running


@pytest.mark.parametrize("size", [(60, 20), SMALL, (120, 40)])
async def test_the_footer_names_the_way_to_all_keys(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        assert said(pilot).startswith("? help   q quit   / search")


SOURCE = "Karim al-Amin, government spokesman. The Valley Post, Mar 2014, first.txt, letters 70–104"


@pytest.mark.parametrize(
    ("key", "words"),
    [("y", "We ask for engineers and for time,"), ("Y", f"“We ask for engineers and for time,” — {SOURCE}")],
)
async def test_a_quote_is_copied_and_the_way_it_went_is_said(
    key: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = list[str]()

    def copy(text: str, *_: object) -> str:
        copied.append(text)
        return "by way of a test"

    monkeypatch.setattr("iraqreader.tui.clipboard.copy", copy)
    async with reading() as pilot:
        await press(pilot, key)
        assert said(pilot) == "no quote is lit: n goes to one"
        await press(pilot, "n", key)
        await pilot.app.workers.wait_for_complete()
        assert said(pilot) == "copied by way of a test"
    assert copied == [words]
