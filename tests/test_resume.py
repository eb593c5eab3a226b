"""Where one stopped: kept for each library, read back at the next start, and never a reason to fail."""

from __future__ import annotations

import stat
import time
from typing import TYPE_CHECKING

import pytest

from iraqreader.articles import Held
from iraqreader.tui import resume
from iraqreader.tui.app import IraqReader
from iraqreader.tui.places import Place
from tests.terminals import PATIENCE, PROGRAM, Terminal, environment
from tests.tui_library import article_of, small_library
from tests.tui_pilot import MIDDLE, SMALL, desk, said

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = small_library().articles
PLACE = Place("text", 1, 40)


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which places are kept, in a home of its own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "iraqreader" / "places.json"


def test_what_is_kept_is_found_again_and_is_nobody_elses(state: Path) -> None:
    resume.keep(ARTICLES, PLACE)
    assert resume.kept(ARTICLES) == PLACE
    assert stat.S_IMODE(state.stat().st_mode) == 0o600
    assert [path.name for path in state.parent.iterdir()] == ["places.json"]


def test_libraries_do_not_meet(state: Path) -> None:
    other = Held([article_of("Another text.", "elsewhere/first")])
    resume.keep(ARTICLES, PLACE)
    assert resume.kept(other) is None
    resume.keep(other, Place("list", 0, 0))
    assert resume.kept(ARTICLES) == PLACE
    assert state.exists()


def test_an_article_that_is_gone_is_not_missed(state: Path) -> None:
    resume.keep(ARTICLES, PLACE)
    assert resume.kept(Held([ARTICLES[0], ARTICLES[2]])) is None
    assert state.exists()


@pytest.mark.parametrize("content", ["", "[]", "{", "\x00", "[" * 100_000])
def test_a_spoilt_file_is_as_good_as_none(content: str, state: Path) -> None:
    state.parent.mkdir()
    state.write_text(content)
    assert resume.kept(ARTICLES) is None
    resume.keep(ARTICLES, PLACE)
    assert resume.kept(ARTICLES) == PLACE


def test_a_home_that_cannot_be_written_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    resume.keep(ARTICLES, PLACE)
    assert resume.kept(ARTICLES) is None


@pytest.mark.parametrize("size", [SMALL, MIDDLE])
async def test_the_start_is_where_one_stopped(size: tuple[int, int]) -> None:
    offset = ARTICLES[1].text.index("Paragraph 5")
    async with IraqReader(small_library(), Place("text", 1, offset)).run_test(size=size) as pilot:
        await pilot.pause()
        reader = desk(pilot).reader
        assert reader.article.id == "second"
        assert reader.article.text[reader.top :].startswith("Paragraph 5")
        assert pilot.app.focused is reader
        assert said(pilot).startswith("here you stopped reading")


@pytest.mark.parametrize("ending", ["q", "\x03", "hang up"])
def test_however_it_ends_the_next_start_is_there(ending: str, tmp_path: Path) -> None:
    terminal = Terminal(PROGRAM, environment(tmp_path))
    terminal.see("quit")
    terminal.type("j\r ")
    terminal.settle()
    seen = terminal.text.splitlines()[:-1]
    if ending == "hang up":
        terminal.child.kill(1)
    else:
        terminal.type(ending)
    terminal.end()
    again = Terminal(PROGRAM, environment(tmp_path))
    again.see("here you stopped reading")
    again.settle()
    assert again.text.splitlines()[:-1] == seen
    again.type("q")
    assert again.end() == 0


def test_a_kill_loses_no_more_than_the_last_seconds(tmp_path: Path) -> None:
    terminal = Terminal(PROGRAM, environment(tmp_path))
    terminal.see("quit")
    terminal.type("j\r ")
    terminal.settle()
    seen = terminal.text.splitlines()[:-1]
    kept = tmp_path / "state" / "iraqreader" / "places.json"
    end = time.monotonic() + PATIENCE
    while not (kept.exists() and '"text"' in kept.read_text("utf-8")):
        assert time.monotonic() < end, "the place is kept while one reads"
        terminal.read(0.1)
    terminal.child.kill(9)
    terminal.end()
    again = Terminal(PROGRAM, environment(tmp_path))
    again.see("here you stopped reading")
    again.settle()
    assert again.text.splitlines()[:-1] == seen
