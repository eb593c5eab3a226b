"""What the user makes is on the disk before it is confirmed, and stays there whatever happens."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from platformdirs import user_data_path

from iraqreader.cli import main
from iraqreader.folders import FILE, VARIABLE
from iraqreader.library import Problem, read_library
from iraqreader.notebook import Entry, Notebook, NotebookError, data_folder
from iraqreader.notebook.entry import new_entry
from tests.marked import read_article

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from iraqreader.model import Span

MINUTE = 60
STORY = read_article("“{quote:We go,}” said {speaker:Ann Lee}. “{quote:We stay,}” said {speaker:Bo Ek}.")


def mark(note: str = "") -> Entry:
    return new_entry("mark", STORY, STORY.quotes[0].span, note)


def execute(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_what_is_added_is_there_for_whoever_looks_next(tmp_path: Path) -> None:
    kept = Notebook(tmp_path).add(mark("a note"))
    assert kept.number
    assert Notebook(tmp_path).entries() == (kept,)
    assert kept.anchor.words == "We go,"
    assert kept.anchor.before.endswith("“")
    assert kept.anchor.after.startswith("” said Ann Lee")


def test_entries_are_changed_removed_and_put_back_under_their_number(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path)
    first, second = notebook.add(mark()), notebook.add(mark())
    changed = notebook.change(first, first.saying("now with a note"))
    assert notebook.entries() == (changed, second)
    assert notebook.remove(changed)
    assert notebook.entries() == (second,)
    assert notebook.add(changed) == changed
    assert notebook.entries() == (changed, second)


def test_of_two_windows_that_change_one_note_neither_loses_its_words(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path)
    both = notebook.add(mark())
    notebook.change(both, both.saying("from here"))
    other = notebook.change(both, both.saying("from there"))
    assert [entry.value for entry in notebook.entries()] == ["from here", "from there"]
    assert not notebook.remove(both), "it says something else by now"
    assert notebook.remove(other)


def test_looking_makes_no_file_and_marking_makes_one_for_nobody_else(tmp_path: Path) -> None:
    folder = tmp_path / "made" / "below"
    notebook = Notebook(folder)
    assert notebook.entries() == ()
    assert not folder.exists()
    notebook.add(mark())
    assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [path.name for path in folder.iterdir()] == [FILE], "no log beside it that a copy could miss"


def test_it_can_be_sent_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert data_folder() == tmp_path


@pytest.mark.parametrize("folder", ["/somewhere", "", None])
def test_without_a_word_it_lives_where_this_machine_keeps_what_users_make(
    monkeypatch: pytest.MonkeyPatch, folder: str | None
) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    if folder is not None:
        monkeypatch.setenv("XDG_DATA_HOME", folder)
    assert data_folder() == user_data_path("iraqreader", appauthor=False)


def test_one_of_a_later_form_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    Notebook(tmp_path).add(mark())
    execute(tmp_path, "PRAGMA user_version = 9")
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(NotebookError, match=f"later iraqreader .* {VARIABLE}=FOLDER"):
        Notebook(tmp_path).entries()
    with pytest.raises(NotebookError, match="later iraqreader"):
        Notebook(tmp_path).add(mark())
    assert (tmp_path / FILE).read_bytes() == before


def test_somebody_elses_database_is_left_as_it_is(tmp_path: Path) -> None:
    execute(tmp_path, "CREATE TABLE theirs (words)")
    with pytest.raises(NotebookError, match="is no notebook"):
        Notebook(tmp_path).add(mark())


def test_a_notebook_that_cannot_be_read_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / FILE).mkdir()
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert main(["table"]) == 0
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) >= 5
    assert printed.err.count("marks, notes and corrections are not shown") == 1


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NotebookError, match=r"Not a directory|File exists"):
        Notebook(tmp_path / "file" / "below").add(mark())


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_in_a_folder_that_cannot_be_written_to_it_is_read_on(tmp_path: Path) -> None:
    kept = Notebook(tmp_path).add(mark())
    (tmp_path / FILE).chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        assert Notebook(tmp_path).entries() == (kept,)
        with pytest.raises(NotebookError, match="cannot be used"):
            Notebook(tmp_path).add(mark())
    finally:
        tmp_path.chmod(0o700)


def test_a_full_disk_is_said_and_what_was_kept_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = Notebook(tmp_path)
    kept = notebook.add(mark())
    plain = sqlite3.connect

    def connect_full(*args: object, **options: object) -> sqlite3.Connection:
        connection = plain(*args, **options)  # type: ignore[call-overload] # as it was called
        connection.execute("PRAGMA max_page_count = 1")
        assert isinstance(connection, sqlite3.Connection)
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect_full)
    with pytest.raises(NotebookError, match="full"):
        notebook.add(mark("long " * 9000))
    monkeypatch.undo()
    assert notebook.entries() == (kept,)


def test_who_reads_waits_for_who_writes_and_who_waits_too_long_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("iraqreader.notebook.file.PATIENCE", 0.01)
    kept = Notebook(tmp_path).add(mark())
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert Notebook(tmp_path).entries() == (kept,)
        with pytest.raises(NotebookError, match="locked"):
            Notebook(tmp_path).add(mark())


def test_a_correction_in_the_notebook_reaches_every_reader_but_who_wants_it_as_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "notes"))
    story = tmp_path / "story.txt"
    story.write_text("“We go,” said Ann Lee on Monday.\n", "utf-8")
    (read,) = read_library([str(story)]).articles
    Notebook(data_folder()).add(new_entry("speaker", read, read.quotes[0].span, "Bo Ek"))
    for _ in range(2):  # the second time from the index, which never holds what was corrected
        (corrected,) = read_library([str(story)]).articles
        assert corrected.quotes[0].speaker
        assert corrected.quotes[0].speaker.name == "Bo Ek"
        assert corrected.as_read == read


def test_a_notebook_of_a_later_form_is_a_problem_among_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    Notebook(tmp_path).add(mark())
    execute(tmp_path, "PRAGMA user_version = 9")
    (problem,) = read_library([]).problems
    assert isinstance(problem, Problem)
    assert problem.path.endswith(FILE)


MARK = """
import sys
from pathlib import Path
from iraqreader.notebook import Notebook
from iraqreader.notebook.entry import new_entry
from tests.marked import read_article

story = read_article("“{quote:We go,}” said {speaker:Ann Lee}.")
notebook = Notebook(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    note = f"{sys.argv[3]}{number}"
    notebook.add(new_entry("mark", story, story.quotes[0].span, note))
    print(note, flush=True)
"""


def marking(folder: Path, count: int, name: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", MARK, str(folder), str(count), name]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def notes(folder: Path) -> list[str]:
    return [entry.value for entry in Notebook(folder).entries()]


@pytest.mark.parametrize("confirmed", [1, 2, 5, 9, 14])
def test_whenever_the_program_is_killed_every_confirmed_mark_is_there(tmp_path: Path, confirmed: int) -> None:
    with marking(tmp_path, 10**9, "") as process:
        assert process.stdout
        said = [process.stdout.readline().strip() for _ in range(confirmed)]
        process.send_signal(signal.SIGKILL)
        said += [line.strip() for line in process.stdout if line.endswith("\n")]
    assert notes(tmp_path)[: len(said)] == said == [str(number) for number in range(len(said))]
    assert len(notes(tmp_path)) <= len(said) + 1
    Notebook(tmp_path).add(mark("after"))
    assert notes(tmp_path)[-1] == "after"


def test_two_windows_share_one_notebook_and_none_loses_a_mark(tmp_path: Path) -> None:
    count = 30
    windows = [marking(tmp_path, count, name) for name in ("a", "b")]
    while any(process.poll() is None for process in windows):
        Notebook(tmp_path).entries()
    for process in windows:
        with process:
            assert process.wait(MINUTE) == 0
    assert sorted(notes(tmp_path)) == sorted(f"{name}{number}" for name in ("a", "b") for number in range(count))


def anchors(entries: Sequence[Entry]) -> list[Span]:
    return [entry.anchor.span for entry in entries]


def test_letters_of_every_kind_come_back_as_they_were(tmp_path: Path) -> None:
    odd = "nul \0, quote ', ”, 漢字, \u202e, 💬, \x1b[31m, tab\t"
    kept = Notebook(tmp_path).add(mark(odd))
    assert Notebook(tmp_path).entries()[0].value == odd
    assert anchors([kept]) == [STORY.quotes[0].span]


def test_letters_that_cannot_be_written_are_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(NotebookError, match="cannot be used"):
        Notebook(tmp_path).add(mark("\ud800"))
    assert Notebook(tmp_path).entries() == ()
