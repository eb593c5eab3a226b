"""The file of the notebook: every change is on the disk before it is confirmed, and nothing is ever overwritten.

SQLite with a rollback journal, not the write-ahead log of the index: the folder is somebody's home, perhaps on another
machine, where a log is not safe, and is copied by hand, where a log beside the file is forgotten. The file is opened
for each change and let go of at once, so that several windows share it and none holds what another has renewed.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any, TypeVar

from iraqreader.folders import FILE, VARIABLE
from iraqreader.guest import KEPT_BACK, is_guest
from iraqreader.notebook import recovery
from iraqreader.notebook.entry import Anchor, Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

FORM = 1
"""Number of the table's form. A file with a later one is left alone."""

PATIENCE = 5.0
"""Seconds to wait for another window that writes; each does so for milliseconds."""

_COLUMNS = "kind, about, value, content, path, article, words, start, before, after, made, changed, number"
_CREATE = (
    "CREATE TABLE entry (kind TEXT NOT NULL, about TEXT NOT NULL, value TEXT NOT NULL, content TEXT NOT NULL,"
    " path TEXT NOT NULL, article TEXT NOT NULL, words TEXT NOT NULL, start INTEGER NOT NULL, before TEXT NOT NULL,"
    " after TEXT NOT NULL, made TEXT NOT NULL, changed TEXT NOT NULL, number INTEGER PRIMARY KEY AUTOINCREMENT)"
)
_GET = f"SELECT {_COLUMNS} FROM entry ORDER BY number"  # noqa: S608 - columns of this file
_ADD = f"INSERT INTO entry ({_COLUMNS}) VALUES ({', '.join('?' * 13)})"  # noqa: S608 - the same
_CHANGE = f"UPDATE entry SET ({_COLUMNS}) = ({', '.join('?' * 13)}) WHERE number = ? AND changed = ?"  # noqa: S608 - the same
_REMOVE = "DELETE FROM entry WHERE number = ? AND changed = ?"

Answer = TypeVar("Answer")


class NotebookError(Exception):
    """The notebook cannot be read or written; the message finishes the sentence "PATH: …"."""


class Notebook:
    """The notebook in one folder. Every answer is what is on the disk; `notice` tells of a file that had to be mended."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self.notice: str | None = None

    @property
    def stamp(self) -> tuple[int, ...] | None:
        """Another one after every change; None where there is no file."""
        if is_guest():
            return None
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def entries(self) -> tuple[Entry, ...]:
        """All entries, as they were made; none for guests. Raises NotebookError."""
        try:
            if is_guest() or not self.path.exists():
                return ()
        except OSError as error:
            raise NotebookError(f"cannot be read ({error.strerror})") from error
        return self._mended(self._read)

    def add(self, entry: Entry) -> Entry:
        """Keep an entry; under its own number where it had one, else with a new one. Raises NotebookError."""
        return self._mended(lambda: self._write(lambda connection: _add(connection, entry)))

    def change(self, before: Entry, after: Entry) -> Entry:
        """Keep what an entry is now; as another entry, where somebody else changed it meanwhile. Raises NotebookError."""
        return self._mended(lambda: self._write(lambda connection: _change(connection, before, after)))

    def remove(self, entry: Entry) -> bool:
        """Take an entry out, unless somebody else changed it meanwhile; whether it is gone. Raises NotebookError."""
        return self._mended(lambda: self._write(lambda connection: _remove(connection, entry)))

    def _mended(self, work: Callable[[], Answer]) -> Answer:
        """Do `work`; where the file is damaged, mend it and do it then."""
        try:
            try:
                return work()
            except recovery.FAILURES as error:
                if not recovery.is_damage(error):
                    raise
                self.notice = recovery.mend(self.path, _GET, _renew)
                return work()
        except (sqlite3.Error, OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise NotebookError(f"cannot be used ({reason})") from error

    def _read(self) -> tuple[Entry, ...]:
        with closing(_open(self.path)) as connection:
            if not _known(connection):
                return ()
            recovery.check(connection)
            rows = connection.execute(_GET).fetchall()
        if not all(map(recovery.is_sound, rows)):
            raise recovery.DamagedError("a row says what no entry does")
        return tuple(map(_entry, rows))

    def _write(self, work: Callable[[sqlite3.Connection], Answer]) -> Answer:
        if is_guest():
            raise NotebookError(KEPT_BACK)
        _make(self.path)
        with closing(_open(self.path)) as connection:
            if _known(connection):
                recovery.back_up(connection, self.path)
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                if not _known(connection):
                    _create(connection)
                return work(connection)


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = EXTRA")  # committed is on the disk, the removal of the journal too
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _make(path: Path) -> None:
    """For nobody else's eyes from the first moment on."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))


def _known(connection: sqlite3.Connection) -> bool:
    """Whether the file is of the form that this program writes; False for an empty one. Raises NotebookError."""
    filled = connection.execute(
        "SELECT 1 FROM sqlite_schema"
    ).fetchone()  # first, lest another window fill it meanwhile
    form: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if form > FORM:
        raise NotebookError(
            f"was written by a later iraqreader (form {form}, this one knows {FORM}) and is left as it is: bring this one "
            f"up to date, or keep other notes meanwhile with {VARIABLE}=FOLDER"
        )
    if filled and form <= 0:
        raise NotebookError(f"is no notebook, and is left as it is: move it away, or set {VARIABLE}=FOLDER")
    return form > 0


def _create(connection: sqlite3.Connection) -> None:
    connection.execute(_CREATE)
    connection.execute(f"PRAGMA user_version = {FORM}")


def _renew(path: Path, rows: list[tuple[object, ...]]) -> None:
    """Make a file of these rows; the ones that no longer say what an entry must are left in what was damaged."""
    _make(path)
    with closing(_open(path)) as connection, connection:
        connection.execute("BEGIN IMMEDIATE")
        _create(connection)
        connection.executemany(_ADD, rows)


def _add(connection: sqlite3.Connection, entry: Entry) -> Entry:
    row = _row(entry)
    if entry.number and connection.execute("SELECT 1 FROM entry WHERE number = ?", (entry.number,)).fetchone():
        row[-1] = None
    number = connection.execute(_ADD, row).lastrowid
    return _entry([*row[:-1], number])


def _change(connection: sqlite3.Connection, before: Entry, after: Entry) -> Entry:
    done = connection.execute(_CHANGE, (*_row(after), before.number, before.changed))
    return after if done.rowcount else _add(connection, after)


def _remove(connection: sqlite3.Connection, entry: Entry) -> bool:
    connection.execute(_REMOVE, (entry.number, entry.changed))
    return not connection.execute("SELECT 1 FROM entry WHERE number = ?", (entry.number,)).fetchone()


def _row(entry: Entry) -> list[object]:
    at = entry.anchor
    anchor = (at.content, at.path, at.article, at.words, at.start, at.before, at.after)
    return [entry.kind, entry.about, entry.value, *anchor, entry.made, entry.changed, entry.number or None]


def _entry(row: Sequence[Any]) -> Entry:
    kind, about, value, *anchor, made, changed, number = row
    return Entry(kind, about, value, Anchor(*anchor), made, changed, number)
