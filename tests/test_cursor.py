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


def stands_on(terminal: Terminal, words: str, keys: str = "") -> None:
    """After these keys the cursor comes to stand on these words, however long that takes on a machine in use."""
    terminal.type(keys)
    terminal.wait(lambda: at_cursor(terminal).lstrip().startswith(words))


def typed_before(terminal: Terminal) -> str:
    x, y = terminal.cursor
    return terminal.text.splitlines()[y][:x]


def test_the_cursor_stands_on_the_row_the_lit_words_and_what_is_typed(tmp_path: Path) -> None:
    terminal = started(tmp_path, "--cursor", "follow")
    assert not terminal.cursor_hidden
    stands_on(terminal, "▸Jun 2014")
    stands_on(terminal, "Oct 2015", "j")
    stands_on(terminal, "the U.S. may carry out", "\rnn")
    stands_on(terminal, "Oct 2015", "3")
    stands_on(terminal, "~3,300", "l")
    terminal.type("/gro")
    terminal.wait(lambda: typed_before(terminal).endswith("/gro"))
    stands_on(terminal, "~3,300", "\x1b")
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
    stands_on(terminal, "Oct 2015")
    assert not terminal.cursor_hidden


def test_elsewhere_it_stays_hidden(tmp_path: Path) -> None:
    assert started(tmp_path).cursor_hidden
