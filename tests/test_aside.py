"""A key leaves the app for a moment, and what is read stands plain on the normal screen for the terminal to select."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iraqreader.tui.aside import words_shown
from tests.terminals import PROGRAM, Terminal, environment
from tests.tui_pilot import SMALL, desk, press, reading

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_paragraph_of_a_lit_quote_comes_with_its_source() -> None:
    async with reading(SMALL) as pilot:
        await press(pilot, "n")
        words = words_shown(desk(pilot).reader).split("\n\n")
        assert words[0].startswith("The Valley Post reports: “We ask for engineers and for time,” Karim al-Amin said.")
        assert words[1].startswith("“We ask for engineers and for time,” — Karim al-Amin, government spokesman.")
        assert len(words) == 2


async def test_where_nothing_is_lit_it_is_what_is_in_view() -> None:
    async with reading(SMALL) as pilot:
        await press(pilot, "2", "G")
        words = words_shown(desk(pilot).reader)
        assert "Roads come second." in words
        assert "Sign in" not in words
        assert "late in the valley; it runs on for some lines" in words, "lines are the terminal's to break"


@pytest.mark.parametrize("ending", ["\r", "\x03", "kill"])
def test_enter_comes_back_and_nothing_else_is_lost(ending: str, tmp_path: Path) -> None:
    terminal = Terminal(PROGRAM, environment(tmp_path))
    terminal.see("(?s)Iraq.*quit")
    terminal.type("nP")
    terminal.see("Enter goes back")
    terminal.settle()
    assert "alternate screen" not in terminal.left()
    assert "hidden cursor" not in terminal.left()
    if ending == "kill":
        terminal.child.kill(15)
    else:
        terminal.type(ending)
    if ending == "\r":
        terminal.see("(?s)reported quote|direct quote")
        terminal.type("q")
    assert terminal.end() == {"\r": 0, "\x03": 130, "kill": 143}[ending]
    assert not terminal.left()
