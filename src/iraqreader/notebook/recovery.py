"""A notebook that is damaged is kept aside, and what can be read of it, and of its last copy, is kept on.

A copy is made before the first change of a day; the last seven are kept.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Row = tuple[object, ...]

BACKUPS = "backups"
"""The folder of the copies, beside the file."""

KEPT = 7
"""Copies that are kept, of as many days."""

PAGE = 4096
"""Bytes of a page, as SQLite has them."""

_START = 7
"""The column of a row that says where the words stood."""

_SIZED_AT = slice(92, 96)
"""Where the first page says at which change its count of pages was right."""

_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
"""Codes of a file that is no longer whole: anything else is the disk's, or another process's, doing."""


FAILURES = (sqlite3.Error, UnicodeDecodeError)
"""What reading a file may raise; the latter for words of SQLite's own in which a damaged name stands."""


class DamagedError(sqlite3.DatabaseError):
    """A file that SQLite can open, and that is not whole."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


def is_damage(error: sqlite3.Error | UnicodeDecodeError) -> bool:
    """Whether it is the file that is at fault."""
    unread = sqlite3.SQLITE_CORRUPT  # what Python cannot read as letters has no code
    return getattr(error, "sqlite_errorcode", unread) & 0xFF in _DAMAGE


def check(connection: sqlite3.Connection) -> None:
    """Look through the whole file, which is small. Raises sqlite3.DatabaseError where it is not whole."""
    found = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != ("ok",):
        raise DamagedError(str(found and found[0]))


def back_up(connection: sqlite3.Connection, path: Path) -> None:
    """Copy the file before the first change of a day. Where that fails, the change is not held up.

    Raises sqlite3.DatabaseError where the file is not whole: that is no copy to keep.
    """
    copy = _of_today(path)
    if copy.exists():
        return
    check(connection)
    with suppress(*FAILURES, OSError):
        copy.parent.mkdir(mode=0o700, exist_ok=True)
        _copy(connection, copy)
        for old in _copies(path)[KEPT:]:
            old.unlink(missing_ok=True)


def _copy(connection: sqlite3.Connection, copy: Path) -> None:
    """Whole or not at all: a copy has its name when it is done."""
    draft = copy.with_name(f"{copy.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        with closing(sqlite3.connect(draft)) as target:
            connection.backup(target)
        draft.replace(copy)
    finally:
        draft.unlink(missing_ok=True)


def _copies(path: Path) -> list[Path]:
    """The copies, the last first; those of days to come, which a wrong clock made, behind all others."""
    copies, today = (path.parent / BACKUPS).glob(f"{path.stem}-*{path.suffix}"), _of_today(path)
    return sorted(copies, key=lambda copy: (copy <= today, copy), reverse=True)


def _of_today(path: Path) -> Path:
    return path.parent / BACKUPS / f"{path.stem}-{datetime.now().astimezone():%Y-%m-%d}{path.suffix}"


def mend(path: Path, query: str, renew: Callable[[Path, list[Row]], None]) -> str:
    """Keep a damaged file aside and put one in its place that holds what `query` can still read; what was done, in words.

    `renew` makes a file of rows. The words finish the sentence "PATH: …".
    """
    with _alone(path.parent):
        if _whole(path, query):
            return "was damaged, and another window has mended it"
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        draft.unlink(missing_ok=True)
        try:
            renew(draft, [])
            rows, every = _salvage(path, draft, query)
            draft.unlink()
            renew(draft, every)
            aside = _set_aside(path)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    from_copy = f", {len(every) - len(rows)} more in the last copy" if len(every) > len(rows) else ""
    return f"was damaged and is now {aside.name}; {len(rows)} entries could be read{from_copy}, and are kept on"


def _salvage(path: Path, new: Path, query: str) -> tuple[list[Row], list[Row]]:
    """What can be read of a damaged file, under the first page of a new one if need be; and that with the last copy's."""
    rows, torn = _read(path, query)
    if not torn:
        return rows, rows
    rows = _joined(rows, _read_under(new, path, query))
    return rows, _joined(rows, _from_copies(path, query))


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One window at a time."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _whole(path: Path, query: str) -> bool:
    with suppress(*FAILURES), closing(sqlite3.connect(path)) as connection:
        check(connection)
        return all(is_sound(row) for row in connection.execute(query))
    return False


def _read(path: Path, query: str) -> tuple[list[Row], bool]:
    """What can be read, from the front up to the damage and from the end down to it; and whether anything could not."""
    rows, torn = dict[object, Row](), False
    for order in ("", " DESC"):
        try:
            with closing(sqlite3.connect(path)) as connection:
                connection.text_factory = _letters
                for row in connection.execute(query + order):
                    if is_sound(row):
                        rows[row[-1]] = row
                    else:
                        torn = True
        except FAILURES:
            torn = True
    return _joined([], list(rows.values())), torn


def _letters(cell: bytes) -> str:
    """A cell with a sign where damage left no letter."""
    return cell.decode("utf-8", "replace")


def _read_under(new: Path, path: Path, query: str) -> list[Row]:
    """What can be read of a damaged file under the first page of a new one, which says where its table is."""
    page = bytearray(new.read_bytes()[:PAGE])
    page[_SIZED_AT] = b"\0\0\0\0"  # the size is what the file has, and not what the new one had
    new.write_bytes(page + path.read_bytes()[PAGE:])
    return _read(new, query)[0]


def _joined(rows: list[Row], more: list[Row]) -> list[Row]:
    """Rows, and of others those with numbers that they lack."""
    numbered = {row[-1]: row for row in [*more, *rows]}
    return sorted(numbered.values(), key=lambda row: str(row[-1]).zfill(20))


def is_sound(row: Row) -> bool:
    """Whether it says what an entry does: words in every column but for the two that are numbers, moments in the last two."""
    *words, made, changed, number = row[:_START] + row[_START + 1 :]
    told = all(isinstance(cell, str) for cell in words) and isinstance(row[_START], int) and isinstance(number, int)
    return told and _is_moment(made) and _is_moment(changed)


def _is_moment(cell: object) -> bool:
    with suppress(ValueError):
        return isinstance(cell, str) and datetime.fromisoformat(cell).tzinfo is not None
    return False


def _from_copies(path: Path, query: str) -> list[Row]:
    """The rows of the last copy that can be read."""
    for copy in _copies(path):
        if _whole(copy, query):
            return _read(copy, query)[0]
    return []


def _set_aside(path: Path) -> Path:
    """Another name for a damaged file, which no other has; its journal goes with it, lest the next file be taken back by it."""
    stamp = f"{datetime.now().astimezone():%Y-%m-%d-%H%M%S}"
    for count in range(1, 1000):
        aside = path.with_name(f"{path.stem}.damaged-{stamp}{f'-{count}' if count > 1 else ''}{path.suffix}")
        with suppress(FileExistsError):
            aside.hardlink_to(path)
            with suppress(FileNotFoundError):
                Path(f"{path}-journal").replace(f"{aside}-journal")
            return aside
    raise FileExistsError(None, "too many damaged notebooks")
