"""For braille displays and screen magnifiers the terminal's cursor stands where one is, if that is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.terminals import PROGRAM, Terminal, environment

if TYPE_CHECKING:
    from pathlib import Path


def started(home: Path, *arguments: str) -> Terminal:
    terminal = Terminal([*PROGRAM, *arguments], environment(home), (40, 120))
    terminal.see("(?s)Iraq.*quit")
    terminal.settle()
    return terminal


def at_cursor(terminal: Terminal) -> str:
    """What stands from the cursor on."""
    x, y = terminal.cursor
    return terminal.text.splitlines()[y][x:]


def typed(terminal: Terminal, keys: str) -> str:
    terminal.type(keys)
    terminal.settle()
    return at_cursor(terminal)


def test_the_cursor_stands_on_the_row_the_lit_words_and_what_is_typed(tmp_path: Path) -> None:
    terminal = started(tmp_path, "--cursor", "follow")
    assert not terminal.cursor_hidden
    assert at_cursor(terminal).startswith("▸Jun 2014")
    assert typed(terminal, "j").startswith(" Oct 2015")
    assert typed(terminal, "\rnn").startswith("the U.S. may carry out")
    assert typed(terminal, "3").startswith("Oct 2015")
    assert typed(terminal, "l").lstrip().startswith("~3,300")
    typed(terminal, "/gro")
    x, y = terminal.cursor
    assert terminal.text.splitlines()[y][:x].endswith("/gro")
    typed(terminal, "\x1b")
    terminal.type("q")
    assert terminal.end() == 0
    assert not terminal.left()


@pytest.mark.parametrize("keys", ["\x0c", "\x1a"])
def test_it_is_there_again_after_what_spoils_the_screen(keys: str, tmp_path: Path) -> None:
    terminal = started(tmp_path, "--cursor", "follow")
    terminal.type("j" + keys)
    terminal.settle()
    terminal.child.kill(18)
    terminal.settle()
    assert not terminal.cursor_hidden
    assert "Oct 2015" in at_cursor(terminal)[:9]


def test_elsewhere_it_stays_hidden(tmp_path: Path) -> None:
    assert started(tmp_path).cursor_hidden
