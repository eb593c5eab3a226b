"""The speakers' view: who says what over time, from every name to every word and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from iraqreader.tui.desk import Desk
from iraqreader.tui.help import Help
from iraqreader.tui.speakers import Speakers
from tests.tui_pilot import MIDDLE, SMALL, WIDE, desk, lit, press, reading, said, shown

if TYPE_CHECKING:
    from textual.pilot import Pilot

SIZES = [(60, 20), SMALL, MIDDLE]


def view(pilot: Pilot[None]) -> Speakers:
    screen = pilot.app.screen
    assert isinstance(screen, Speakers)
    return screen


def heading(pilot: Pilot[None]) -> str:
    return str(view(pilot).query_one(".heading", Static).content)


def lines(pilot: Pilot[None]) -> list[str]:
    return [" ".join(line.split()) for line in shown(view(pilot).rows)]


@pytest.mark.parametrize("size", SIZES)
async def test_everyone_who_speaks_is_there_with_how_much(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await press(pilot, "v")
        assert heading(pilot) == "SPEAKERS · 2 named, 0 not · most words first"
        first, second, *_ = lines(pilot)
        assert first.startswith("LH Lena Holt Washington")
        assert first.endswith("2014 to 2016 13 3 2")
        assert second.startswith("KA Karim al-Amin Baghdad")


@pytest.mark.parametrize("size", SIZES)
async def test_from_a_speaker_to_the_words_and_back_to_where_one_was(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await press(pilot, "v", "j", "enter")
        assert heading(pilot) == "KARIM AL-AMIN · Baghdad · 2 quotes, 11 words in 2 articles"
        for _ in range(2):
            await press(pilot, "G", "enter")
            assert (desk(pilot).reader.article.id, lit(pilot)) == ("second", "We never said four,")
            await press(pilot, "ctrl+o")
        assert view(pilot).rows.door.article == 1
        await press(pilot, "ctrl+o", "q", "q")
        assert isinstance(pilot.app.screen, Desk)
        assert said(pilot).startswith("? help")


async def test_opened_again_the_view_is_as_it_was_left() -> None:
    async with reading() as pilot:
        await press(pilot, "v", "o", "slash", *"holt", "enter")
        before = (heading(pilot), lines(pilot))
        assert "only “holt” · by name" in before[0]
        await press(pilot, "v")
        assert isinstance(pilot.app.screen, Desk)
        await press(pilot, "v")
        assert (heading(pilot), lines(pilot)) == before


async def test_a_place_in_a_view_is_found_again_after_another_was_shown() -> None:
    async with reading(WIDE) as pilot:
        await press(pilot, "v", "enter", "enter")  # to Holt's words
        await press(pilot, "v", "q", "j", "enter", "enter", "ctrl+o")  # to al-Amin's and back
        assert heading(pilot).startswith("KARIM AL-AMIN")
        await press(pilot, "v", "ctrl+o")
        assert heading(pilot).startswith("LENA HOLT")


@pytest.mark.parametrize("keys", [("n", "n", "V"), ("3", "G", "V")])
async def test_a_quote_or_a_name_leads_to_all_that_its_speaker_says(keys: tuple[str, ...]) -> None:
    async with reading() as pilot:
        await press(pilot, *keys)
        assert heading(pilot).startswith("LENA HOLT")
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, Desk), "the list was not where one came from"


async def test_help_has_the_keys_of_the_view_and_does_what_is_chosen() -> None:
    async with reading((100, 60)) as pilot:
        await press(pilot, "v", "question_mark")
        assert isinstance(pilot.app.screen, Help)
        keys = pilot.app.screen.query_one("KeyList")
        text = "\n".join(shown(keys))  # type: ignore[arg-type] # a list
        assert "filter as you type" in text
        assert "next quote" not in text
        await press(pilot, "q")
        assert view(pilot)
