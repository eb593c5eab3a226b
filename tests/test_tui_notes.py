"""The list of all marks and notes: what is in it, what its keys do, and the way to the words and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iraqreader.articles import Held
from iraqreader.library import Library
from iraqreader.model import Span
from iraqreader.notebook import Notebook, NotebookError, data_folder
from iraqreader.notebook.entry import new_entry
from iraqreader.tui.notes import Notes
from tests.tui_library import small_library
from tests.tui_pilot import MIDDLE, SMALL, desk, lit, press, reading, said, shown

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from iraqreader.model import Article
    from iraqreader.notebook import Entry, Kind

FIRST, SECOND, THIRD = small_library().articles
BOTH = pytest.mark.parametrize("size", [SMALL, MIDDLE])


def keep(article: Article, words: str, value: str = "", kind: Kind = "mark", about: str = "") -> Entry:
    start = article.text.index(words)
    return Notebook(data_folder()).add(new_entry(kind, article, Span(start, start + len(words)), value, about))


def lines(pilot: Pilot[None]) -> list[str]:
    """What the list shows."""
    assert isinstance(pilot.app.screen, Notes)
    return [line for line in shown(pilot.app.screen.rows) if line]


def heading(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one(".heading").render())


def told(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#status").render())


@BOTH
async def test_it_has_every_entry_in_the_order_of_the_text_with_its_note_beneath(size: tuple[int, int]) -> None:
    keep(SECOND, "3,000", "how many?")
    keep(FIRST, "Bridges come first,")
    keep(FIRST, "The government asks for engineers", "limit", "stance", "baghdad")
    async with reading(size) as pilot:
        await press(pilot, "apostrophe")
        first, said_first, second, title, third, note = lines(pilot)
        assert first.split(maxsplit=3)[:3] == ["▸≠", "Mar", "2014"]
        assert said_first.strip() == "yours: Baghdad is limit"
        assert second.split()[0] == "◆"
        assert "Lena Holt" in second
        assert "“Bridges come" in second
        assert title.strip() == "Engineers asked for"
        assert "troop figure" in third
        assert note.strip() == "how many?"
        assert heading(pilot) == "MARKS AND NOTES · 1 mark, 1 note, 1 correction"


async def test_a_correction_that_nothing_is_read_for_any_more_says_so() -> None:
    keep(FIRST, "rivers and bridges", "Lena Holt", "speaker")
    async with reading() as pilot:
        await press(pilot, "apostrophe")
        assert lines(pilot)[1].strip() == "yours: speaker is Lena Holt (no quote is read there now)"


@BOTH
async def test_enter_goes_to_the_words_and_back_leads_into_the_list(size: tuple[int, int]) -> None:
    keep(FIRST, "Bridges come first,")
    keep(SECOND, "3,000")
    async with reading(size) as pilot:
        await press(pilot, "apostrophe", "j", "enter")
        assert desk(pilot).reader.article.id == "second"
        assert lit(pilot) == "3,000"
        assert pilot.app.focused is desk(pilot).reader
        await press(pilot, "ctrl+o")
        assert isinstance(pilot.app.screen, Notes)
        assert lines(pilot)[2].startswith("▸"), "the cursor is where it was"
        await press(pilot, "apostrophe")
        assert not isinstance(pilot.app.screen, Notes)


async def test_words_that_hold_no_fact_are_lit_all_the_same() -> None:
    keep(FIRST, "rivers and bridges")
    async with reading() as pilot:
        await press(pilot, "apostrophe", "enter")
        assert lit(pilot) == "rivers and bridges"


@BOTH
async def test_an_entry_is_removed_and_comes_back_with_undo_in_list_text_and_margin(size: tuple[int, int]) -> None:
    keep(FIRST, "Bridges come first,", "a note")
    other = keep(FIRST, "Roads come second.")
    async with reading(size) as pilot:
        await press(pilot, "apostrophe", "d")
        assert told(pilot).startswith("mark taken away")
        assert Notebook(data_folder()).entries() == (other,)
        assert next(line for line in lines(pilot) if "“" in line).startswith("▸◆")
        await press(pilot, "u")
        assert [entry.value for entry in Notebook(data_folder()).entries()] == ["a note", ""]
        await press(pilot, "ctrl+r", "q")
        assert list(desk(pilot).articles.signs(0).values()) == ["◆"]
        await press(pilot, "u")
        assert sorted(desk(pilot).articles.signs(0).values()) == sorted("◆¶"), "undo goes on outside"


async def test_what_cannot_be_removed_is_said_and_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    keep(FIRST, "Bridges come first,")
    async with reading() as pilot:
        await press(pilot, "apostrophe")

        def refuse(*_: object) -> bool:
            raise NotebookError("cannot be used (attempt to write a readonly database)")

        monkeypatch.setattr(Notebook, "remove", refuse)
        await press(pilot, "d")
        assert told(pilot) == "not kept: the notebook cannot be used (attempt to write a readonly database)"
        assert "Bridges" in lines(pilot)[0]


async def test_a_correction_removed_in_the_list_is_as_it_was_read_in_the_text() -> None:
    keep(FIRST, "We ask for engineers and for time,", "Lena Holt", "speaker")
    async with reading() as pilot:
        await press(pilot, "2", "n", "w")
        assert "Lena Holt" in said(pilot)
        await press(pilot, "apostrophe", "d", "q", "2")
        assert "Karim al-Amin" in said(pilot)
        assert desk(pilot).articles[0] == FIRST


async def test_what_has_lost_its_words_or_its_article_is_listed_last_and_says_so() -> None:
    keep(FIRST, "Bridges come first,", "on bridges")
    keep(THIRD, "The valley will wait", "on waiting")
    keep(SECOND, "3,000")
    changed = FIRST._replace(text=FIRST.text.replace("Bridges come first,", "Bridges came late,"))
    async with reading(library=Library(Held((changed, SECOND)))) as pilot:
        await press(pilot, "apostrophe")
        text = lines(pilot)
        assert "3,000" in text[0]
        assert "“Bridges come first,”" in text[2]
        assert text[3].strip() == "its words are no longer in the text · on bridges"
        assert "“The valley will wait”" in text[4]
        assert text[5].strip().startswith("its article is not here: /")
        assert heading(pilot).endswith("2 not found here")
        await press(pilot, "G", "enter")
        assert told(pilot).startswith("its article is not among these: /")
        await press(pilot, "k", "enter")
        assert desk(pilot).reader.article.id == "first"
        assert lit(pilot) == ""


async def test_a_filter_leaves_what_holds_all_its_words() -> None:
    keep(FIRST, "Bridges come first,", "on stone")
    keep(FIRST, "Roads come second.")
    keep(FIRST, "We ask for engineers and for time,")
    async with reading() as pilot:
        await press(pilot, "apostrophe", "slash", *"holt stone")
        assert ["Bridges" in line for line in lines(pilot)] == [True, False]
        assert heading(pilot).endswith("1 shown")
        await press(pilot, "escape")
        assert sum("“" in line for line in lines(pilot)) == 3


async def test_with_nothing_marked_it_says_how_to() -> None:
    async with reading(SMALL) as pilot:
        await press(pilot, "apostrophe")
        assert "none yet: m marks what is lit" in heading(pilot)
        await press(pilot, "d", "enter", "j", "u")
        assert told(pilot) == "nothing to undo since the start"


async def test_notes_that_steer_a_terminal_are_shown_as_signs() -> None:
    keep(FIRST, "Bridges come first,", "red \x1b[31m\nand [bold]more[/]")
    async with reading((60, 20)) as pilot:
        await press(pilot, "apostrophe")
        assert lines(pilot)[1].strip() == "red ␛[31m and [bold]more[/]"
