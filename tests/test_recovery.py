"""A notebook that is damaged is kept aside; what can be read of it, and of its copies, is kept on, and said."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from iraqreader.folders import FILE
from iraqreader.notebook import Notebook, NotebookError
from iraqreader.notebook.file import _GET
from iraqreader.notebook.recovery import BACKUPS, KEPT, mend
from tests.test_notebook import execute, mark, notes

if TYPE_CHECKING:
    from datetime import tzinfo
    from pathlib import Path
    from typing import Self

COUNT = 200
PAGE = 4096


def fill(folder: Path) -> None:
    notebook = Notebook(folder)
    notebook.add(mark("0"))
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        for number in range(1, COUNT):
            connection.execute(
                "INSERT INTO entry SELECT kind, about, ?, content, path, article, words, start, before, after, made,"
                " changed, NULL FROM entry WHERE number = 1",
                (str(number),),
            )


def put(folder: Path, what: str, cell: object) -> None:
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        connection.execute(f"UPDATE entry SET {what} WHERE value = '7'", (cell,))  # noqa: S608 - of these tests


def spoil(path: Path, start: int, end: int) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:start] + b"\x55" * (min(end, len(data)) - start) + data[end:])


@pytest.mark.parametrize(
    ("start", "end", "least"),
    [(0, 16, COUNT), (0, 10**9, 0), (0, PAGE, COUNT), (5 * PAGE, 7 * PAGE, COUNT // 2), (9 * PAGE, 10**9, 40)],
    ids=["its head", "all of it", "its first page", "in the middle", "its end"],
)
def test_what_is_left_of_a_damaged_one_is_kept_on_and_nothing_is_thrown_away(
    tmp_path: Path, start: int, end: int, least: int
) -> None:
    fill(tmp_path)
    spoil(tmp_path / FILE, start, end)
    damaged = (tmp_path / FILE).read_bytes()
    notebook = Notebook(tmp_path)
    left = [entry.value for entry in notebook.entries()]
    assert len(left) >= least
    assert set(left) <= set(map(str, range(COUNT)))
    (aside,) = tmp_path.glob("notebook.damaged-*")
    assert aside.read_bytes() == damaged
    assert notebook.notice
    assert aside.name in notebook.notice
    assert f"{len(left)} entries" in notebook.notice
    assert Notebook(tmp_path).add(mark("on")).value == "on"
    assert notes(tmp_path) == [*left, "on"]


@pytest.mark.parametrize(
    ("column", "cell"), [("words", b"\xff"), ("start", "x"), ("changed", "never"), ("path", b"x")], ids=str
)
def test_a_row_that_says_what_no_entry_does_costs_only_itself(tmp_path: Path, column: str, cell: object) -> None:
    """SQLite finds no fault with it, and whoever opens the list of marks would see the reader fall."""
    fill(tmp_path)
    put(tmp_path, f"{column} = ?", cell)
    notebook = Notebook(tmp_path)
    assert {entry.value for entry in notebook.entries()} == set(map(str, range(COUNT))) - {"7"}
    assert "are kept on" in (notebook.notice or "")
    assert len(list(tmp_path.glob("notebook.damaged-*"))) == 1


def test_a_letter_that_is_none_costs_only_itself(tmp_path: Path) -> None:
    fill(tmp_path)
    put(tmp_path, "words = CAST(? AS TEXT)", b"caf\xe9")
    notebook = Notebook(tmp_path)
    assert [entry.anchor.words for entry in notebook.entries() if entry.value == "7"] == ["caf\ufffd"]
    assert f"{COUNT} entries could be read" in (notebook.notice or "")


def test_what_cannot_be_read_any_more_comes_from_the_last_copy(tmp_path: Path) -> None:
    fill(tmp_path)
    Notebook(tmp_path).add(mark("today"))
    assert len(list((tmp_path / BACKUPS).iterdir())) == 1
    spoil(tmp_path / FILE, 0, 10**9)
    notebook = Notebook(tmp_path)
    assert [entry.value for entry in notebook.entries()] == list(map(str, range(COUNT)))
    assert f"{COUNT} more in the last copy" in (notebook.notice or "")


def test_a_mark_on_a_damaged_one_is_kept_too(tmp_path: Path) -> None:
    fill(tmp_path)
    spoil(tmp_path / FILE, 0, 16)
    assert Notebook(tmp_path).add(mark("new")).value == "new"
    assert notes(tmp_path) == [*map(str, range(COUNT)), "new"]
    assert list(tmp_path.glob("notebook.damaged-*"))


def test_without_its_table_it_is_damaged(tmp_path: Path) -> None:
    fill(tmp_path)
    execute(tmp_path, "DROP TABLE entry")
    assert Notebook(tmp_path).entries() == ()
    assert list(tmp_path.glob("notebook.damaged-*"))


def test_a_second_damage_at_once_does_not_replace_the_first(tmp_path: Path) -> None:
    for _ in range(2):
        fill(tmp_path)
        spoil(tmp_path / FILE, 0, 16)
        Notebook(tmp_path).entries()
    assert len(list(tmp_path.glob("notebook.damaged-*"))) == 2


def test_what_another_window_has_mended_meanwhile_is_not_set_aside_again(tmp_path: Path) -> None:
    fill(tmp_path)
    told = mend(tmp_path / FILE, _GET, lambda *_: None)
    assert told == "was damaged, and another window has mended it"
    assert len(notes(tmp_path)) == COUNT
    assert not list(tmp_path.glob("notebook.damaged-*"))


def test_where_it_cannot_be_mended_it_is_left_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path)
    spoil(tmp_path / FILE, 0, 16)
    damaged = (tmp_path / FILE).read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("iraqreader.notebook.file._renew", full)
    with pytest.raises(NotebookError, match="No space left"):
        Notebook(tmp_path).entries()
    assert (tmp_path / FILE).read_bytes() == damaged
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_a_copy_is_made_before_the_first_change_of_a_day_and_a_week_of_them_is_kept(tmp_path: Path) -> None:
    notebook, backups = Notebook(tmp_path), tmp_path / BACKUPS
    notebook.add(mark("yesterday"))
    assert not backups.exists(), "there was nothing to copy"
    notebook.add(mark("today"))
    (copy,) = backups.iterdir()
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT value FROM entry").fetchall() == [("yesterday",)]
    assert copy.stat().st_mode & 0o777 == 0o600
    for day in range(1, KEPT + 3):
        copy.rename(backups / f"notebook-2001-01-{day:02}.sqlite3")
        notebook.add(mark(str(day)))
    names = sorted(path.name for path in backups.iterdir())
    assert len(names) == KEPT
    assert names[0] == f"notebook-2001-01-{4:02}.sqlite3"


def test_a_clock_that_jumps_loses_no_mark_and_its_copies_are_the_first_to_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A week of copies from the year 2099 would be all that is left to go back to, for ever."""
    days = [
        "2016-02-03",
        *(f"2099-01-{day:02}" for day in range(1, KEPT + 1)),
        "1970-01-01",
        "2016-02-04",
        "2016-02-05",
    ]
    for day in days:

        class Clock(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None, day: str = day) -> Self:
                return cls.fromisoformat(f"{day}T12:00+00:00").astimezone(tz)

        monkeypatch.setattr("iraqreader.notebook.recovery.datetime", Clock)
        monkeypatch.setattr("iraqreader.notebook.entry.datetime", Clock)
        Notebook(tmp_path).add(mark(day))
    assert notes(tmp_path) == days
    copies = sorted(path.stem.partition("-")[2] for path in (tmp_path / BACKUPS).iterdir())
    assert len(copies) == KEPT
    assert copies[:3] == ["1970-01-01", "2016-02-04", "2016-02-05"]
    spoil(tmp_path / FILE, 0, 10**9)
    assert notes(tmp_path) == days[:-1], "the last copy is that of the last day"


def test_a_copy_that_cannot_be_made_holds_nothing_up(tmp_path: Path) -> None:
    Notebook(tmp_path).add(mark())
    (tmp_path / BACKUPS).write_text("in the way")
    Notebook(tmp_path).add(mark("kept all the same"))
    assert notes(tmp_path)[-1] == "kept all the same"
