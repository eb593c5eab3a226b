"""`$(iraqreader --pick)`: the reader is on the terminal, and only what was chosen is in the variable."""

from __future__ import annotations

import json
import re
import shlex
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from iraqreader import guest
from iraqreader.cli import USAGE, main
from iraqreader.tui.chooser import Picker
from tests.terminals import PROGRAM, Terminal, environment
from tests.test_terminal_sessions import serving
from tests.tui_library import small_library
from tests.tui_pilot import MIDDLE, SMALL, press, said

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

SEQUENCE = re.compile(r"\x1b\[[<>=?]?[\d;]*[a-z]")
SAID = "“We have enough soldiers on the ground.” — Sa'ad al-Hadithi, "


@asynccontextmanager
async def choosing(size: tuple[int, int] = MIDDLE) -> AsyncIterator[tuple[Picker, Pilot[None]]]:
    """The chooser on the small library, with its first screen painted."""
    app = Picker(small_library())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


def chosen(app: Picker) -> str:
    """The words of the quote that was chosen."""
    return app.choice.quote.span.of(app.choice.article.text) if app.choice else ""


@pytest.mark.parametrize("size", [SMALL, MIDDLE])
@pytest.mark.parametrize("key", ["enter", "y", "Y"])
async def test_the_lit_quote_is_taken_and_the_app_left_with_it(key: str, size: tuple[int, int]) -> None:
    async with choosing(size) as (app, pilot):
        assert said(pilot).startswith("choose a quote")
        await press(pilot, "2", "n")
        assert "takes it" in said(pilot)
        quote = small_library().articles[0].quotes[0]
        await press(pilot, key)
        assert chosen(app) == quote.span.of(small_library().articles[0].text)
        assert not app.is_running


async def test_a_hit_is_taken_where_it_is_found_and_nothing_where_nothing_is() -> None:
    async with choosing() as (app, pilot):
        words = small_library().articles[1].quotes[0]
        await press(pilot, "2", "n", "slash", *"xqzvkj", "enter")
        assert app.choice is None, "what was lit before the search is not what was searched"
        assert app.is_running
        await press(pilot, "slash", *words.span.of(small_library().articles[1].text)[:12], "enter")
        assert app.choice
        assert app.choice.quote.span == words.span


async def test_nothing_is_taken_where_no_quote_is_lit_and_a_list_still_opens() -> None:
    async with choosing() as (app, pilot):
        await press(pilot, "enter")
        assert app.choice is None
        await press(pilot, "g", "enter")
        assert said(pilot).startswith("no quote is lit")
        await press(pilot, "q")
        assert app.choice is None
        assert app.return_code == 0


def shell(home: Path, line: str, **changes: str) -> Terminal:
    """A shell that runs a line in which `PICK` is the program as a chooser."""
    command = line.replace("PICK", f"{shlex.join(PROGRAM)} --pick")
    return Terminal(["/bin/sh", "-c", command], environment(home, **changes), (30, 110))


def answered(terminal: Terminal, *keys: str) -> str:
    """What is printed once the program has been left with these keys."""
    terminal.see("choose a quote")
    for key in keys:
        terminal.type(key)
        terminal.settle()
    assert terminal.end() == 0
    assert not terminal.left()
    after = terminal.raw.rpartition(b"\x1b[?1049l")[2].decode()
    return SEQUENCE.sub("", after).strip()


FOUND = ("/soldiers on the ground", "\r")


@pytest.mark.parametrize(
    "line",
    [
        'x=$(PICK); echo "code $? [$x]"',
        'x=$(PICK </dev/null 2>/dev/null); echo "code $? [$x]"',
        'PICK | { read x; echo "code 0 [$x]"; }',
        'printf "an article, and no keys" | PICK - seeds > "$HOME/x"; echo "code $? [$(cat "$HOME/x")]"',
    ],
)  # fmt: skip
def test_the_choice_is_all_that_a_script_gets(line: str, tmp_path: Path) -> None:
    shown = answered(shell(tmp_path, line), *FOUND)
    assert shown.startswith(f"code 0 [{SAID}")
    assert shown.endswith("letters 1081–1119]")


@pytest.mark.parametrize("keys", [("q",), ("\x03",), ("/xqzvkj", "\r", "q")])
def test_without_a_choice_there_is_nothing_but_an_exit_code(keys: tuple[str, ...], tmp_path: Path) -> None:
    assert answered(shell(tmp_path, 'x=$(PICK); echo "code $? [$x]"'), *keys) == "code 1 []"


def test_the_choice_is_json_where_that_is_asked_for(tmp_path: Path) -> None:
    answered(shell(tmp_path, 'PICK --format json > "$HOME/chosen.json"'), *FOUND)
    quote = json.loads((tmp_path / "chosen.json").read_text("utf-8"))
    assert quote["text"] == "We have enough soldiers on the ground."
    assert {"article", "start", "end", "kind", "speaker"} < quote.keys()
    assert quote["citation"].startswith(SAID)


def test_the_whole_terminal_is_drawn_on_though_output_is_no_terminal(tmp_path: Path) -> None:
    terminal = shell(tmp_path, "x=$(PICK)")
    terminal.see("choose a quote")
    assert "choose a quote" in terminal.text.splitlines()[-1]


def test_a_guest_may_choose_and_keeps_nothing(tmp_path: Path) -> None:
    home, library = tmp_path / "home", Path("seeds").resolve()
    home.mkdir()
    terminal = shell(home, f'x=$(PICK --restricted {library}); echo "code $? [$x]"', **{guest.VARIABLE: str(library)})
    assert answered(terminal, "m", *FOUND).startswith(f"code 0 [{SAID}")
    assert not list(home.rglob("*"))


def test_where_one_stopped_reading_is_left_as_it_was(tmp_path: Path) -> None:
    state = tmp_path / "state" / "iraqreader"
    state.mkdir(parents=True)
    answered(shell(tmp_path, "PICK || true"), "]]2jj", "q")
    assert not (state / "places.json").exists()
    assert not (state / "picture.json").exists()


def test_over_ssh_the_choice_comes_back(tmp_path: Path) -> None:
    with serving(tmp_path, SetEnv=f"PYTHONPATH={Path('src').resolve()} XDG_STATE_HOME={tmp_path}") as login:
        line = f'x=$({shlex.join(PROGRAM)} --pick {Path("seeds").resolve()}); echo "code $? [$x]"'
        terminal = Terminal([*login, line], environment(tmp_path), (30, 110))
        assert answered(terminal, *FOUND).startswith(f"code 0 [{SAID}")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("--pick --plain", "--pick draws; --plain does not"),
        ("--format json", "--format is of what --pick prints"),
    ],
)
def test_what_does_not_go_together_is_one_line(typed: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(typed.split()) == USAGE
    shown = capsys.readouterr()
    assert shown.out == ""
    assert said in shown.err
    assert len(shown.err.splitlines()) == 1


def test_a_terminal_that_can_only_print_is_told_what_does_without(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert main(["--pick"]) == USAGE
    assert "iraqreader quotes" in capsys.readouterr().err
