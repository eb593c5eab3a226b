"""The program in a real terminal: how it starts, what it sends, and that it leaves everything as it was."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

import pytest

from iraqreader import folders, store
from iraqreader.notebook import Notebook
from iraqreader.tui.app import WATCH
from tests.terminals import PATIENCE, PROGRAM, Terminal, environment

if TYPE_CHECKING:
    from pathlib import Path

COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")
"""A sequence that sets a colour other than the terminal's own."""


def started(home: Path, *arguments: str, **changes: str) -> Terminal:
    """The program on the five articles, with its first screen painted."""
    terminal = Terminal([*PROGRAM, *arguments], environment(home, **changes))
    terminal.see("(?s)Iraq.*quit")
    return terminal


def test_search_read_quit_and_the_terminal_is_as_it_was(tmp_path: Path) -> None:
    terminal = started(tmp_path)
    before = termios.tcgetattr(terminal.child.fileno())
    terminal.type("/soldiers on the ground")
    terminal.see("We have enough soldiers on the")
    terminal.type("\r")
    terminal.see("direct quote")
    terminal.type("q")
    assert terminal.end() == 0
    assert not terminal.left()
    assert b"\x1b[22;2t" in terminal.raw
    assert terminal.raw.endswith(b"\x1b[23;2t")
    assert not before[3] & termios.ECHO


def test_keys_typed_faster_than_it_answers_are_answered_in_order(tmp_path: Path) -> None:
    terminal = started(tmp_path)
    terminal.type("/soldiers on the ground\rp")
    terminal.see("(?s)This is an Iraqi affair.*direct quote · Sa'ad al-Hadithi")


def test_a_new_user_is_told_once_which_keys_lead_to_everything(tmp_path: Path) -> None:
    terminal = started(tmp_path)
    terminal.see(r"new here\?.*/ search +\? every key +q quit")
    terminal.type("q")
    assert terminal.end() == 0
    again = started(tmp_path)
    again.settle()
    assert "new here" not in again.text


def test_a_library_is_opened_looked_through_beside_and_left(tmp_path: Path) -> None:
    own = {folders.VARIABLE: str(tmp_path / "data"), store.VARIABLE: str(tmp_path / "cache")}
    (tmp_path / "story.txt").write_text("Otto Zimmer was here.", "utf-8")
    added = [*PROGRAM, "add", "--library", "towns", str(tmp_path / "story.txt")]
    subprocess.run(added, env=environment(tmp_path, **own), check=True, capture_output=True)
    terminal = Terminal([*PROGRAM, "--library", "towns"], environment(tmp_path, **own))
    terminal.see("(?s)Otto Zimmer.*quit")
    terminal.read(WATCH + 1)
    terminal.settle()
    terminal.type("q")
    assert terminal.end() == 0
    assert not terminal.left()


def test_echo_is_back_in_the_shell(tmp_path: Path) -> None:
    shell = Terminal(["/bin/sh"], environment(tmp_path, PS1="ready> "))
    shell.see("ready>")
    shell.type(f"{' '.join(PROGRAM)}; echo code $?\n")
    shell.see("(?s)Iraq.*quit")
    shell.type("q")
    shell.see("code 0")
    shell.type("echo seen-$((1+1))\n")
    shell.see(r"echo seen-\$")
    shell.see("seen-2")


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGQUIT, 131)],
    ids=str,
)
def test_a_signal_ends_it_cleanly(number: signal.Signals, code: int, tmp_path: Path) -> None:
    terminal = started(tmp_path)
    terminal.child.kill(number)
    assert terminal.end() == code
    assert not terminal.left()


def test_a_crash_is_told_and_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    crash = "from iraqreader.tui.desk import Desk; Desk.action_fold = lambda self: 1 / 0"
    code = f"import sys; {crash}; from iraqreader.cli import main; sys.exit(main())"
    terminal = Terminal([sys.executable, "-c", code], environment(tmp_path))
    terminal.see("(?s)Iraq.*quit")
    terminal.type("f")
    assert terminal.end() == 1
    assert not terminal.left()
    assert b"ZeroDivisionError" in terminal.raw


def test_control_c_quits_and_leaves_a_search_first(tmp_path: Path) -> None:
    terminal = started(tmp_path)
    terminal.type("/abc")
    terminal.see("Enter stay here")
    terminal.type("\x03")
    terminal.see("quit")
    terminal.type("\x03")
    assert terminal.end() == 0
    assert not terminal.left()


def test_control_z_gives_the_terminal_back_and_continuing_paints_it_again(tmp_path: Path) -> None:
    terminal = started(tmp_path)
    terminal.type("\x1a")
    end = time.monotonic() + PATIENCE
    while "alternate screen" in terminal.left() and time.monotonic() < end:
        terminal.read(0.1)
    assert not terminal.left()
    terminal.raw = b""
    terminal.child.kill(signal.SIGCONT)
    end = time.monotonic() + PATIENCE
    while b"articles" not in terminal.raw and b"ARTICLES" not in terminal.raw and time.monotonic() < end:
        terminal.read(0.1)
    assert b"ARTICLES" in terminal.raw
    terminal.type("q")
    assert terminal.end() == 0


def test_a_mark_that_is_confirmed_is_there_when_the_program_is_killed_at_once(tmp_path: Path) -> None:
    notebook = tmp_path / "notebook"
    for killed in range(3):
        terminal = started(tmp_path / str(killed), IRAQREADER_DATA=str(notebook))
        terminal.type("2" + "n" * (killed + 1) + "m")
        terminal.see("marked · M writes a note")
        terminal.child.kill(signal.SIGKILL)
        terminal.end()
        assert len(Notebook(notebook).entries()) == killed + 1


def test_control_l_paints_the_screen_again(tmp_path: Path) -> None:
    terminal = started(tmp_path)
    terminal.read(0.3)
    terminal.type("\x0c")
    assert b"ARTICLES" in terminal.read(1)


def test_nothing_is_sent_while_nothing_happens(tmp_path: Path) -> None:
    terminal = started(tmp_path)
    terminal.type("/iraq")
    terminal.read(1.5)
    assert terminal.read(2.5) == b""


def test_an_article_from_a_pipe_is_read_with_keys_from_the_terminal(tmp_path: Path) -> None:
    command = f"printf 'A piped report\\n\\nIt says nothing.' | {' '.join(PROGRAM)} -"
    terminal = Terminal(["/bin/sh", "-c", command], environment(tmp_path))
    terminal.see("A piped report")
    terminal.type("q")
    assert terminal.end() == 0


def test_a_byte_that_is_no_text_does_not_end_it(tmp_path: Path) -> None:
    terminal = started(tmp_path)
    terminal.type(b"\xff")
    terminal.read(0.3)
    terminal.type("q")
    assert terminal.end() == 0
    assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize("value", ["1", "yes"])
def test_no_colour_means_none(value: str, tmp_path: Path) -> None:
    terminal = started(tmp_path, NO_COLOR=value)
    terminal.type("\r/iraq")
    terminal.read(1)
    assert not COLOUR.search(terminal.raw)


def test_an_empty_no_color_is_as_good_as_none(tmp_path: Path) -> None:
    assert COLOUR.search(started(tmp_path, NO_COLOR="").raw)


def test_sixteen_colours_are_the_terminals_own(tmp_path: Path) -> None:
    assert b"38;2;" not in (raw := started(tmp_path, TERM="xterm-16color").raw)
    assert b"38;5;" not in raw


def test_a_terminal_without_unicode_gets_plain_signs(tmp_path: Path) -> None:
    terminal = started(tmp_path, LC_ALL="C")
    terminal.type("\r")
    terminal.read(0.5)
    assert terminal.raw.isascii()


def test_a_terminal_in_latin_1_is_understood_and_answered_in_it(tmp_path: Path) -> None:
    terminal = started(tmp_path, LC_ALL="en_US.ISO-8859-1")
    terminal.type("/caf\xe9".encode("latin-1"))
    terminal.settle()
    assert b"\xe9" in terminal.raw
    assert "\xe9".encode() not in terminal.raw
    assert "—".encode() not in terminal.raw


def test_the_mouse_is_off_over_ssh(tmp_path: Path) -> None:
    assert b"\x1b[?1000h" not in started(tmp_path, SSH_CONNECTION="192.0.2.1 1 192.0.2.2 22").raw


def test_without_a_terminal_it_says_so(tmp_path: Path) -> None:
    done = subprocess.run(
        PROGRAM,
        env=environment(tmp_path),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        start_new_session=True,
    )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert b"terminal" in done.stderr


def test_no_process_is_left_when_the_terminal_goes_away(tmp_path: Path) -> None:
    terminal = started(tmp_path)
    terminal.hang_up()
    end = time.monotonic() + 5
    while time.monotonic() < end and os.waitpid(terminal.child.pid, os.WNOHANG) == (0, 0):
        time.sleep(0.05)
    with pytest.raises(ProcessLookupError):
        os.kill(terminal.child.pid, 0)


def test_the_first_screen_is_sent_once_and_small(tmp_path: Path) -> None:
    terminal = started(tmp_path)
    terminal.settle()
    assert terminal.raw.count(b"Iraq Asks") == 1
    assert len(terminal.raw) < 4000
    terminal.type("\r")
    terminal.settle()
    terminal.raw = b""
    terminal.resize(120, 40)
    terminal.see("quit")
    terminal.settle()
    assert terminal.raw.count(b"\x1b[2J") == 1, "a new size is painted once"


def test_sending_only_what_changed_shows_what_sending_everything_would(tmp_path: Path) -> None:
    terminal = started(tmp_path)
    steps = {"j\r": "Oct 2015 · ", "jjjj": "14 %", "3jj": "COMPARE", "1k\r/iraq\r": "direct quote"}
    for keys, words in steps.items():
        terminal.type(keys)
        terminal.see(words)
        terminal.settle()
        seen = terminal.text
        terminal.type("\x0c")
        terminal.settle()
        assert terminal.text == seen, keys
