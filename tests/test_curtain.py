"""The picture of the last run: there at once, true, and out of the way when the program is loaded."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
import termios
from typing import TYPE_CHECKING

import pytest

from iraqreader.articles import Held
from iraqreader.settings import Settings
from iraqreader.tui.curtain import Picture, picture_key, raised
from iraqreader.tui.places import Place
from tests.terminals import PATIENCE, PROGRAM, Terminal, environment
from tests.tui_library import article_of, small_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARTICLES = small_library().articles
LOADED = b"\x1b[?1004h"
"""The first that Textual itself sends after it has a screen."""


def run(home: Path, *keys: str, paths: tuple[str, ...] = ()) -> Terminal:
    """One run of the reader from its first picture to its end."""
    terminal = Terminal([*PROGRAM, *paths], environment(home), (30, 100))
    terminal.see("quit")
    for key in keys:
        terminal.type(key)
        terminal.settle()
    terminal.type("q")
    assert terminal.end() == 0
    assert not terminal.left()
    return terminal


def first_picture(terminal: Terminal) -> bytes:
    """What was sent before anything was loaded that draws."""
    return terminal.raw.partition(LOADED)[0]


def test_the_second_start_shows_where_one_stopped_before_it_has_loaded_what_draws(tmp_path: Path) -> None:
    assert b"Kinetic" not in first_picture(run(tmp_path, "\r", "j", "j", "j", "n"))
    again = Terminal(PROGRAM, environment(tmp_path), (30, 100))
    again.see("here you stopped reading")
    early = first_picture(again)
    assert b"here you stopped reading" in early
    again.settle()
    shown = again.text
    again.type(b"\x0c")  # Ctrl+L paints all again
    again.settle()
    assert again.text == shown
    again.type("q")
    assert again.end() == 0


def test_keys_that_are_typed_at_the_picture_are_answered(tmp_path: Path) -> None:
    run(tmp_path)
    again = Terminal(PROGRAM, environment(tmp_path), (30, 100))
    again.read(0.2)
    again.type("/soldiers on the ground\r")
    again.see("direct quote")
    again.type("q")
    assert again.end() == 0


def test_a_text_that_has_changed_is_never_shown_as_it_was(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Old words stand here.", "utf-8")
    run(tmp_path, paths=(str(story),))
    story.write_text("New words stand here.", "utf-8")
    assert b"Old words" not in run(tmp_path, paths=(str(story),)).raw


def test_another_size_has_another_picture(tmp_path: Path) -> None:
    run(tmp_path)
    wide = Terminal(PROGRAM, environment(tmp_path), (40, 150))
    wide.see("COMPARE")
    assert b"quit" not in first_picture(wide)


def test_the_key_follows_what_a_picture_shows() -> None:
    place = Place("list", 0, 0)
    key = picture_key(ARTICLES, place, Settings())
    assert key == picture_key(ARTICLES, place, Settings())
    others = [
        picture_key(Held(ARTICLES[1:]), place, Settings()),
        picture_key(Held([article_of("Another text.", "one"), *ARTICLES[1:]]), place, Settings()),
        picture_key(ARTICLES, Place("text", 0, 0), Settings()),
        picture_key(ARTICLES, place, Settings(measure=50)),
        picture_key(ARTICLES, None, Settings()),
    ]
    assert len({key, *others}) == 6


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A pseudo-terminal in the place of standard input and error; its other end."""
    master, slave = pty.openpty()
    monkeypatch.setattr(termios, "tcgetattr", lambda fd, get=termios.tcgetattr: get(fd or slave))
    monkeypatch.setattr(termios, "tcsetattr", lambda fd, when, to, put=termios.tcsetattr: put(fd or slave, when, to))
    with os.fdopen(slave, "w", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "__stderr__", stream)
        yield master
    os.close(master)


def echoes(terminal: int) -> bool:
    return bool(termios.tcgetattr(terminal)[3] & termios.ECHO)


def sent(terminal: int, last: bytes) -> bytes:
    """What has come to the terminal, up to and with these bytes."""
    read = b""
    while last not in read:
        assert select.select([terminal], [], [], PATIENCE)[0], read
        read += os.read(terminal, 1000)
    return read


def test_a_program_that_fails_to_load_leaves_the_terminal_as_it_was(terminal: int) -> None:
    def fail() -> None:
        with raised(Picture("key", "A picture")):
            assert not echoes(terminal)
            raise ImportError

    with pytest.raises(ImportError):
        fail()
    assert echoes(terminal)
    assert b"A picture" in sent(terminal, b"\x1b[?1049l")


def test_a_signal_while_it_loads_leaves_the_terminal_as_it_was(terminal: int) -> None:
    def stop() -> None:
        with raised(Picture("key", "A picture")):
            os.kill(os.getpid(), signal.SIGTERM)

    with pytest.raises(SystemExit) as end:
        stop()
    assert end.value.code == 143
    assert echoes(terminal)
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


def test_whoever_takes_over_puts_the_terminal_back(terminal: int) -> None:
    with raised(Picture("key", "A picture")) as up:
        before = up.hand_over()
        assert before is not None
    assert not echoes(terminal)
    assert b"\x1b[?1049l" not in sent(terminal, b"A picture")
