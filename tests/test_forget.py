"""All that is kept goes when one says so, and nothing else does."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from iraqreader.cli import FOUND, NONE, main
from iraqreader.library import seeds_folder
from iraqreader.notebook import Notebook, data_folder
from iraqreader.notebook.entry import new_entry
from iraqreader.tui import clipboard, history
from tests.marked import read_article
from tests.terminals import PROGRAM, Terminal, environment

if TYPE_CHECKING:
    from pathlib import Path

STORY = read_article("“{quote:We go,}” said {speaker:Ann Lee}.")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Everything that the reader keeps, beside files of others."""
    for name in ("DATA", "CACHE"):
        monkeypatch.setenv(f"IRAQREADER_{name}", str(tmp_path / name))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    notebook = Notebook(data_folder())
    for _ in range(2):  # the second one makes a copy
        notebook.add(new_entry("mark", STORY, STORY.quotes[0].span))
    assert main(["table", str(seeds_folder())]) == FOUND
    history.keep("boots")
    clipboard.keep("words")
    (tmp_path / "CACHE" / "mine.txt").write_text("mine")
    return tmp_path


def files(home: Path) -> set[str]:
    return {path.name for path in home.rglob("*") if path.is_file()}


def test_all_that_is_kept_is_for_nobody_else_to_read(home: Path) -> None:
    kept = [path for path in home.rglob("*") if path.is_file() and path.name != "mine.txt"]
    assert len(kept) >= 5
    assert [path.name for path in kept if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


def test_nothing_goes_unasked_and_all_of_it_with_yes_but_not_what_others_keep_there(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(home)
    assert {"notebook.sqlite3", "articles.sqlite3", "copied.txt", "queries.json"} <= before
    assert main(["forget"]) == NONE
    assert files(home) == before
    listed = capsys.readouterr().out
    assert main(["forget", "--yes"]) == FOUND
    assert files(home) == {"mine.txt"}
    assert not (home / "DATA").exists()
    assert "mine.txt" not in listed
    assert main(["forget", "--yes"]) == NONE


def test_a_person_is_asked(home: Path) -> None:
    names = {"IRAQREADER_DATA": str(home / "DATA"), "IRAQREADER_CACHE": str(home / "CACHE")}
    for typed, left in (("no\n", True), ("yes\n", False)):
        terminal = Terminal([*PROGRAM, "forget"], environment(home, **names))
        terminal.see("yes removes them:")
        terminal.type(typed)
        assert terminal.end() == (NONE if left else FOUND)
        assert (home / "DATA" / "notebook.sqlite3").exists() == left
