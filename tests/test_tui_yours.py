"""Marks, notes and corrections as one makes them in the text: kept at once, seen where they are, taken back."""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING

import pytest
from textual.events import AppFocus

from iraqreader.articles import Held
from iraqreader.library import Library
from iraqreader.model import YOURS
from iraqreader.notebook import Notebook, data_folder
from iraqreader.notebook.entry import new_entry
from iraqreader.tui.lists import ArticleList, Panel
from iraqreader.tui.speakers import Speakers
from tests.tui_library import article_of, small_library
from tests.tui_pilot import MIDDLE, SMALL, WIDE, desk, lit, press, reading, said, shown

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from iraqreader.notebook import Entry

BOTH = pytest.mark.parametrize("size", [SMALL, MIDDLE])


def kept() -> tuple[Entry, ...]:
    """What another program would find in the notebook now."""
    return Notebook(data_folder()).entries()


def beside(pilot: Pilot[None], sign: str) -> list[str]:
    """The lines of the text that have this sign in their left margin."""
    reader = desk(pilot).reader
    return [line for line in shown(reader) if line[: line.find(sign) + 1].lstrip().endswith(sign) and sign in line[:30]]


async def retype(pilot: Pilot[None], words: str) -> None:
    """Write these words in place of those that are there."""
    await press(pilot, "ctrl+u", "ctrl+k", *words, "enter")


@BOTH
async def test_a_mark_is_kept_before_it_is_confirmed_and_stands_in_margin_and_list(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await press(pilot, "2", "n", "m")
        assert said(pilot).startswith("marked")
        assert [entry.anchor.words for entry in kept()] == [lit(pilot)] == ["We ask for engineers and for time,"]
        assert len(beside(pilot, "◆")) == 1
        await press(pilot, "1")
        assert "◆1" in shown(desk(pilot).query_one(ArticleList))[1]
        await press(pilot, "2", "m")
        assert said(pilot).startswith("mark taken away")
        assert kept() == ()
        assert beside(pilot, "◆") == []


async def test_marks_are_there_at_the_next_start() -> None:
    async with reading() as pilot:
        await press(pilot, "2", "n", "m")
    async with reading() as pilot:
        assert len(beside(pilot, "◆")) == 1


@pytest.mark.parametrize("key", ["right_curly_bracket", "e"])
async def test_figures_and_evidence_are_marked_too(key: str) -> None:
    async with reading() as pilot:
        await press(pilot, "2", key, "m")
        assert [entry.anchor.words for entry in kept()] == [lit(pilot)]


async def test_from_the_panel_the_fact_under_the_cursor_is_marked() -> None:
    async with reading(WIDE) as pilot:
        await press(pilot, "3", "j", "l", "m")
        (entry,) = kept()
        assert entry.anchor.words == "3,000"
        assert entry.anchor.article == "second"


async def test_in_a_row_of_the_comparison_that_has_no_words_the_date_is_corrected_of_that_rows_article() -> None:
    async with reading(WIDE) as pilot:
        await press(pilot, "3", "G", "g", "j", "j", "c")
        assert desk(pilot).pen.jot.words == "date: 2020-01-01/2021-06-30"
        await retype(pilot, "date: 2019")
        assert [entry.anchor.article for entry in kept()] == ["third"]
        assert desk(pilot).reader.article.id == "first"


async def test_where_nothing_is_lit_it_is_said_how_to_get_there() -> None:
    async with reading() as pilot:
        for key in ("m", "M"):
            await press(pilot, key)
            assert said(pilot) == "no fact is lit: n, } or e goes to one"
        assert kept() == ()


@BOTH
async def test_a_note_is_written_in_a_line_and_read_again(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await press(pilot, "2", "n", "M", *"ask q? m:", "enter")
        assert said(pilot) == "note kept"
        assert [entry.value for entry in kept()] == ["ask q? m:"], "every letter is the note's"
        assert pilot.app.focused is desk(pilot).reader
        assert len(beside(pilot, "¶")) == 1
        await press(pilot, "w")
        assert "yours: ask q? m:" in str(desk(pilot).query_one("Why").render())
        await press(pilot, "M", *" more", "enter")
        assert [entry.value for entry in kept()] == ["ask q? m: more"]
        await press(pilot, "M")
        await retype(pilot, "")
        assert [entry.value for entry in kept()] == [""], "the mark stays"


@pytest.mark.parametrize("leave", ["escape", "ctrl+g", "ctrl+c"])
async def test_a_note_that_is_left_is_not_kept(leave: str) -> None:
    async with reading() as pilot:
        await press(pilot, "2", "n", "M", *"no", "tab", leave)
        assert kept() == ()
        assert not desk(pilot).pen.writing
        assert pilot.app.focused is desk(pilot).reader


async def test_undo_takes_back_what_was_done_last_and_redo_does_it_again() -> None:
    async with reading() as pilot:
        await press(pilot, "2", "n", "m", "M", *"why", "enter", "n", "m")
        words = [(entry.anchor.words, entry.value) for entry in kept()]
        assert words == [("We ask for engineers and for time,", "why"), ("Bridges come first,", "")]
        states = [words]
        for _ in range(3):
            await press(pilot, "u")
            states.append([(entry.anchor.words, entry.value) for entry in kept()])
        assert states[1:] == [words[:1], [(words[0][0], "")], []]
        await press(pilot, "u")
        assert said(pilot) == "nothing to undo since the start"
        await press(pilot, "ctrl+r", "ctrl+r", "ctrl+r")
        assert [(entry.anchor.words, entry.value) for entry in kept()] == words
        await press(pilot, "ctrl+r")
        assert said(pilot) == "nothing to do again"


async def test_a_mark_with_its_note_comes_back_from_undo_with_its_note() -> None:
    async with reading() as pilot:
        await press(pilot, "2", "n", "M", *"why", "enter", "m")
        assert said(pilot).startswith("mark and its note taken away")
        await press(pilot, "u")
        assert [entry.value for entry in kept()] == ["why"]
        assert len(beside(pilot, "¶")) == 1


@BOTH
async def test_a_wrong_speaker_is_corrected_and_says_whose_that_is(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await press(pilot, "2", "n", "c")
        assert desk(pilot).pen.jot.words == "speaker: Karim al-Amin"
        await retype(pilot, "speaker: lena holt")
        assert said(pilot).startswith("speaker corrected, by you")
        quote = desk(pilot).articles[0].quotes[0]
        assert quote.speaker
        assert (quote.speaker.name, quote.rule) == ("Lena Holt", YOURS)
        assert len(beside(pilot, "≠")) == 1
        assert any(line.startswith("LH▏≠") or "LH▏≠" in line for line in shown(desk(pilot).reader))
        await press(pilot, "w")
        why = str(desk(pilot).query_one("Why").render())
        assert "Lena Holt, Defense Secretary (Washington) · yours" in why
        assert "corrected by you on" in why
        assert "rule a_test_rule said: direct quote · Karim al-Amin" in why
        await press(pilot, "3")
        assert any("Lena Holt" in line and "yours" in line for line in panel_lines(pilot))


def panel_lines(pilot: Pilot[None]) -> list[str]:
    panel = desk(pilot).query_one(Panel)
    entries = [panel.entry(index, panel.size.width) for index in range(panel.count())]
    return ["".join(cell.text for cell in line) for entry in entries for line in entry]


async def test_the_same_keys_go_to_the_corrected_speaker_and_undo_brings_the_old_one_back() -> None:
    async with reading() as pilot:
        await press(pilot, "2", "n", "c")
        await retype(pilot, "Lena Holt")
        await press(pilot, "s")
        assert lit(pilot) == "Bridges come first,"
        await press(pilot, "u")
        assert said(pilot) == "undone: correction of the speaker"
        assert desk(pilot).articles[0] == small_library().articles[0]
        assert lit(pilot) == "Bridges come first,", "one stays where one is"
        assert kept() == ()


@pytest.mark.parametrize(
    ("typed", "name"), [("holt", "Lena Holt"), ("LENA HOLT", "Lena Holt"), ("a holt", "a holt"), ("Bo Ek", "Bo Ek")]
)
async def test_a_surname_is_enough_for_someone_whom_the_article_names(typed: str, name: str) -> None:
    async with reading() as pilot:
        await press(pilot, "2", "n", "c")
        await retype(pilot, f"speaker: {typed}")
        assert [entry.value for entry in kept()] == [name]


async def test_the_right_arrow_completes_a_name_and_a_stance() -> None:
    async with reading() as pilot:
        await press(pilot, "2", "n", "c", "ctrl+u", *"speaker: le")
        await press(pilot, "right", "enter")
        assert [entry.value for entry in kept()] == ["Lena Holt"]
        await press(pilot, "c", "ctrl+u", *"baghdad: w")
        await press(pilot, "right", "enter")
        assert kept()[-1].value == "withdraw"


async def test_a_note_is_read_in_the_footer_where_one_stands_on_its_words() -> None:
    async with reading() as pilot:
        await press(pilot, "2", "n", "M", *"why now?", "enter", "n", "p")
        assert said(pilot).endswith("· ¶ why now?")


async def test_nobody_is_a_speaker_and_an_empty_line_is_as_it_was_read() -> None:
    async with reading() as pilot:
        await press(pilot, "2", "n", "c")
        await retype(pilot, "speaker: nobody")
        assert desk(pilot).articles[0].quotes[0].speaker is None
        await press(pilot, "c")
        assert desk(pilot).pen.jot.words == "speaker: nobody"
        await retype(pilot, "speaker:")
        assert said(pilot).startswith("speaker as it was read")
        assert desk(pilot).articles[0] == small_library().articles[0]
        await press(pilot, "c")
        await retype(pilot, "")
        assert said(pilot) == "nothing changed: this is as it was read"


@BOTH
async def test_a_stance_is_corrected_in_text_comparison_and_list(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await press(pilot, "2", "e", "c")
        assert desk(pilot).pen.jot.words == "baghdad: expand"
        await retype(pilot, "baghdad: lim")
        assert [(stance.side, stance.label) for stance in desk(pilot).articles[0].stances] == [("baghdad", "limit")]
        await press(pilot, "3")
        assert any("▼ limit" in line for line in panel_lines(pilot)[:3])
        assert "Baghdad ▼ limit · yours" in "\n".join(panel_lines(pilot))
        await press(pilot, "1")
        assert re.search("≠1.*(▼B|Bagh. ▼ limit)", shown(desk(pilot).query_one(ArticleList))[1])


async def test_a_stance_that_was_not_found_stands_on_the_words_that_are_lit() -> None:
    async with reading() as pilot:
        await press(pilot, "2", "n", "c")
        await retype(pilot, "washington: keep")
        stance = desk(pilot).articles[0].stance("washington")
        assert stance
        assert stance.evidence[0].span == desk(pilot).articles[0].quotes[0].span
        await press(pilot, "e", "c")
        assert desk(pilot).pen.jot.words == "washington: keep"
        await retype(pilot, "washington: none")
        assert desk(pilot).articles[0].stance("washington") is None


@BOTH
async def test_a_date_is_corrected_from_anywhere_and_nothing_moves(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await press(pilot, "2", "space", "c")
        top = desk(pilot).reader.top
        assert desk(pilot).pen.jot.words == "date: 2014-03-01/2014-03-31"
        await retype(pilot, "date: 2017")
        assert said(pilot).startswith("date corrected, by you")
        assert desk(pilot).reader.top == top
        assert desk(pilot).reader.article.id == "first"
        await press(pilot, "3")
        assert any(line.startswith("· yours: corrected by you") for line in panel_lines(pilot))
        await press(pilot, "1")
        assert shown(desk(pilot).query_one(ArticleList))[0].split()[0].removeprefix("▸") == "2017†"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("date: soon", "a date is 2015"),
        ("baghdad: glad", "a stance is expand"),
        ("speaker: Ann Lee", "no quote is lit"),
        ("washington: keep", "no words are lit"),
        ("7: keep", "it begins with"),
    ],
)
async def test_a_line_that_cannot_be_read_stays_and_it_is_said_what_can(line: str, told: str) -> None:
    async with reading() as pilot:
        await press(pilot, "2", "c")
        await retype(pilot, line if line != "baghdad: glad" else "date: x")
        if line == "baghdad: glad":
            await press(pilot, "escape", "e", "c")
            await retype(pilot, line)
        assert said(pilot).startswith(told)
        assert desk(pilot).pen.jot.words == line
        assert desk(pilot).pen.writing
        assert kept() == ()
        await press(pilot, "escape")
        assert not desk(pilot).pen.writing


async def test_an_article_without_words_has_none_that_a_date_could_stand_on() -> None:
    async with reading(library=Library(Held((article_of(""),)))) as pilot:
        await press(pilot, "2", "c")
        await retype(pilot, "date: 2015")
        assert said(pilot).startswith("there are no words in this article")
        assert kept() == ()


async def test_a_search_and_the_views_know_the_corrected_speaker() -> None:
    async with reading() as pilot:
        await press(pilot, "slash", *"engineers", "enter", "v", "q", "2", "g", "n", "c")
        await retype(pilot, "Zed Zul")
        await press(pilot, "slash", *"zed zul")
        await pilot.pause(0.2)
        hit = desk(pilot).search.hit
        assert hit
        assert hit.quote.speaker
        assert hit.quote.speaker.name == "Zed Zul"
        await press(pilot, "escape", "v")
        assert isinstance(pilot.app.screen, Speakers)
        assert any("Zed Zul" in line for line in shown(pilot.app.screen.rows))


@pytest.mark.parametrize("coming", ["ctrl+l", "focus"])
async def test_what_another_window_marked_is_seen_on_coming_back(coming: str) -> None:
    async with reading() as pilot:
        first = small_library().articles[0]
        Notebook(data_folder()).add(new_entry("mark", first, first.quotes[0].span, "from there"))
        assert beside(pilot, "¶") == []
        if coming == "focus":
            pilot.app.post_message(AppFocus())
            await pilot.pause()
        else:
            await press(pilot, coming)
        assert len(beside(pilot, "¶")) == 1
        await press(pilot, "2", "n", "M")
        assert desk(pilot).pen.jot.words == "from there"


async def test_what_another_window_changed_is_not_taken_back_from_here_and_what_was_before_it_is() -> None:
    async with reading() as pilot:
        await press(pilot, "2", "n", "m", "n", "m")
        first, second = kept()
        Notebook(data_folder()).change(second, second.saying("theirs"))
        await press(pilot, "u")
        assert said(pilot).startswith("not kept: the notebook says something else of it since, from another window")
        assert [entry.value for entry in kept()] == ["", "theirs"]
        await press(pilot, "u")
        assert said(pilot) == "undone: mark"
        assert [entry.value for entry in kept()] == ["theirs"]
        assert first not in kept()


async def test_of_a_note_that_two_windows_write_neither_is_lost() -> None:
    async with reading() as pilot:
        await press(pilot, "2", "n", "m", "M", *"mine")
        (entry,) = kept()
        Notebook(data_folder()).change(entry, entry.saying("theirs"))
        await press(pilot, "enter")
        assert sorted(entry.value for entry in kept()) == ["mine", "theirs"]


async def test_what_cannot_be_kept_is_said_is_not_shown_and_stays_in_its_line() -> None:
    async with reading() as pilot:
        await press(pilot, "2", "n")

        def full(*_: object, **__: object) -> sqlite3.Connection:
            raise sqlite3.OperationalError("database or disk is full")

        with pytest.MonkeyPatch.context() as disk:
            disk.setattr(sqlite3, "connect", full)
            await press(pilot, "m")
            assert said(pilot) == "not kept: the notebook cannot be used (database or disk is full)"
            assert beside(pilot, "◆") == []
            await press(pilot, "M", *"dear", "enter")
            assert said(pilot).startswith("not kept")
            assert desk(pilot).pen.jot.words == "dear", "what was written is not lost"
        await press(pilot, "enter")
        assert [entry.value for entry in kept()] == ["dear"]


async def test_a_note_with_signs_that_steer_a_terminal_is_shown_as_signs() -> None:
    first = small_library().articles[0]
    Notebook(data_folder()).add(new_entry("mark", first, first.quotes[0].span, "red \x1b[31m\nand more"))
    async with reading() as pilot:
        await press(pilot, "2", "n", "w")
        assert "\x1b" not in str(desk(pilot).query_one("Why").render())
        await press(pilot, "M")
        assert "\x1b" not in desk(pilot).pen.jot.words
