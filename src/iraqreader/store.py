"""The index: facts of articles that were analysed before, in SQLite. Derived; to delete it loses nothing but time.

A row is the facts of one text under one ruleset, as JSON with spans as numbers, with a checksum: a row that is not
whole is as good as absent. The text itself is not in it. Beside it stands in which files a text is, so that it is let
go with the last of them. Whatever goes wrong, articles are read without the index.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from zlib import crc32

from iraqreader.guest import is_guest
from iraqreader.record import dump_facts, load_facts

try:  # where hashlib has it from, which loads OpenSSL as well: a tenth of a command's start
    from _blake2 import blake2b
except ImportError:  # an interpreter that has it elsewhere
    from hashlib import blake2b

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType
    from typing import Self

    from iraqreader.model import Article

    Key = tuple[str, bytes]

__all__ = ["FILE", "VARIABLE", "Known", "Place", "Store", "blake2b", "store_folder"]

Found = TypeVar("Found")

VARIABLE = "IRAQREADER_CACHE"
"""Environment variable: the folder of the index, or `off` for none."""

FILE = "articles.sqlite3"

SCHEMA = 2
"""Number of the tables' form. A file with another one is emptied, never converted."""

BATCH = 64
"""Articles that are written at a time: few enough to lose when killed, enough that writing is no part of the time."""

PATIENCE = 10.0
"""Seconds to wait for another process that writes; each does so for milliseconds."""

_CREATE = (
    "DROP TABLE IF EXISTS article",
    "DROP TABLE IF EXISTS place",
    "CREATE TABLE article (ruleset TEXT, text BLOB, facts BLOB, checksum INTEGER, PRIMARY KEY (ruleset, text))",
    "CREATE TABLE place (file BLOB, part INTEGER, text BLOB, PRIMARY KEY (file, part)) WITHOUT ROWID",
    f"PRAGMA user_version = {SCHEMA}",
)
_GET = """
SELECT facts, checksum, EXISTS (SELECT 1 FROM place WHERE file = ? AND part = ? AND place.text = article.text)
FROM article WHERE ruleset = ? AND text = ?
"""
_PUT = "INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?)"
_PLACE = "INSERT OR REPLACE INTO place VALUES (?, ?, ?)"
_FORGET_FILE = "DELETE FROM place WHERE file = ?"
_FORGET_TEXTS = "DELETE FROM article WHERE text NOT IN (SELECT text FROM place)"
_PRUNE = ("DELETE FROM article WHERE ruleset < ?", "DELETE FROM article WHERE ruleset > ?")
"""In two, each of which walks the key; `<>` would walk everything."""

_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
"""Codes of a file that is no index, or no longer one: anything else is the disk's, or another process's, doing."""


def store_folder() -> Path | None:
    """Where the index lives: as the environment has it, else this machine's place for what can be made again."""
    if (chosen := os.environ.get(VARIABLE)) == "off" or is_guest():
        return None
    if chosen:
        return Path(chosen)
    folder = _cache_folder() / "iraqreader"
    return folder if folder.is_absolute() else None  # nobody's home is no place


def _cache_folder() -> Path:
    if sys.platform == "linux":  # as platformdirs has it, a test holds; to import that is a tenth of a start
        return Path(os.environ.get("XDG_CACHE_HOME", "").strip() or os.path.expanduser("~/.cache"))  # noqa: PTH111 - raises nothing
    from platformdirs import user_cache_path  # noqa: PLC0415 - the same

    return user_cache_path()


class Place(NamedTuple):
    """Where a text is: its file, as the whole path in bytes, and which of those in that file it is, from 0."""

    file: bytes
    part: int = 0


class Known(NamedTuple):
    """An article of the index, and whether that has it at the place where it was asked for."""

    article: Article
    placed: bool


class Store:
    """The index of one folder, under one ruleset; none at all where `folder` is None.

    The file is opened when it is first asked, and made when there is first something to keep. Nothing is raised:
    `notice` tells what went wrong, in words that finish the sentence "PATH: …".
    """

    def __init__(self, folder: Path | None, ruleset: str) -> None:
        self.path = folder and folder / FILE
        self.notice: str | None = None
        self._ruleset = ruleset
        self._working = self._writing = folder is not None
        self._pruned = False
        self._connection: sqlite3.Connection | None = None
        self._opened: tuple[int, int] | None = None
        self._waiting: dict[Key, bytes] = {}
        self._places: dict[Place, bytes] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def get(self, text: str, article_id: str, path: str, place: Place | None) -> Known | None:
        """The article of that text, if it is known."""
        if not self._working:
            return None
        key = self._key(text)
        facts, placed = self._guarded(lambda: self._find(key, place)) or (self._waiting.get(key, b""), False)
        try:
            return Known(load_facts(facts, text, article_id, path), placed) if facts else None
        except (ValueError, TypeError, LookupError, OverflowError, RecursionError):
            return None

    def put(self, article: Article, place: Place) -> None:
        """Keep an article; it is on the disk with the next batch, or at the end."""
        if self._writing:
            self._waiting[self._key(article.text)] = dump_facts(article)
            self.put_known(article, place)

    def put_known(self, article: Article, place: Place) -> None:
        """Remember a further place of an article that is known."""
        if self._writing:
            self._places[place] = self._key(article.text)[1]
            if len(self._places) >= BATCH:
                self._flush()

    def close(self) -> None:
        """Write what waits, forget what is gone if anything was written, and let go of the file."""
        self._flush()
        if self._pruned:
            self._guarded(self._forget_gone)
        self._disconnect()

    def _key(self, text: str) -> Key:
        return self._ruleset, blake2b(text.encode("utf-8", "surrogatepass"), digest_size=32).digest()

    def _find(self, key: Key, place: Place | None) -> tuple[bytes, bool] | None:
        connection = self._connect()
        row = connection and connection.execute(_GET, (*(place or (None, None)), *key)).fetchone()
        facts, checksum, placed = row or (None, None, False)
        return (facts, bool(placed)) if isinstance(facts, bytes) and crc32(facts) == checksum else None

    def _flush(self) -> None:
        if self._places:
            self._guarded(self._write)
            self._waiting.clear()
            self._places.clear()

    def _write(self) -> None:
        with self._connect() or self._create() as connection:
            connection.execute("BEGIN IMMEDIATE")
            if not self._pruned:
                for prune in _PRUNE:
                    connection.execute(prune, (self._ruleset,))
            connection.executemany(_PUT, ((*key, facts, crc32(facts)) for key, facts in self._waiting.items()))
            connection.executemany(_PLACE, ((*place, text) for place, text in self._places.items()))
        self._pruned = True

    def _forget_gone(self) -> None:
        """Let go of files that are no longer there, and of texts that are in none."""
        with self._connect() or self._create() as connection:
            files = connection.execute("SELECT DISTINCT file FROM place").fetchall()
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(_FORGET_FILE, (file for file in files if not os.path.lexists(*file)))
            connection.execute(_FORGET_TEXTS)

    def _guarded(self, work: Callable[[], Found | None]) -> Found | None:
        """Do `work` on the file; where that fails, say why and go on without the file, or without writing to it."""
        if not self._working:
            return None
        try:
            return work()
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code in _DAMAGE:
                self._set_aside()
            elif code == sqlite3.SQLITE_READONLY:
                self._stop_writing()
            else:
                self._give_up(str(error))
        except OSError as error:
            self._give_up(error.strerror or str(error))
        return None

    def _connect(self) -> sqlite3.Connection | None:
        """The index, if there is one."""
        if not self._connection and self.path and self.path.exists():
            self._opened = _identity(self.path)
            self._connection = _open_whatever(self.path)
            if _form(self._connection) != SCHEMA:
                _empty(self._connection)
        return self._connection

    def _create(self) -> sqlite3.Connection:
        """Make the index under another name first: whoever finds it under its own finds it whole."""
        assert self.path  # noqa: S101 - there is work only where there is a folder
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self.path.with_name(f"{FILE}.{os.getpid()}")
        draft.unlink(missing_ok=True)
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            _fill(draft)
            with suppress(FileExistsError):  # another process was first
                self.path.hardlink_to(draft)
        finally:
            draft.unlink()
        if connection := self._connect():
            return connection
        raise FileNotFoundError(None, "somebody removes it")

    def _set_aside(self) -> None:
        """Rename what is damaged, unless another process has; the next batch makes a new one."""
        assert self.path  # noqa: S101 - there is work only where there is a folder
        self._disconnect()
        aside = self.path.with_name(f"{FILE}.damaged")
        try:
            if _identity(self.path) == self._opened:
                self.path.replace(aside)
                for ending in ("-wal", "-shm"):
                    Path(f"{self.path}{ending}").unlink(missing_ok=True)
        except OSError as error:
            self._give_up(error.strerror or str(error))
        else:
            self.notice = f"is damaged, is now {aside.name}, and is made anew"

    def _stop_writing(self) -> None:
        self.notice = (
            f"cannot be written to; what it does not know is analysed anew each time ({VARIABLE}=off: silently)"
        )
        self._writing = False

    def _give_up(self, reason: str) -> None:
        self.notice = f"cannot be used ({reason}); articles are analysed anew each time ({VARIABLE}=off: silently)"
        self._working = self._writing = False
        self._disconnect()

    def _disconnect(self) -> None:
        if self._connection:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None


def _open_whatever(path: Path) -> sqlite3.Connection:
    """The index; where its folder cannot be written to, and nobody else writes there, as it lies on the disk."""
    connection = _open(path)
    try:
        _form(connection)
    except sqlite3.OperationalError:
        connection.close()
        if os.access(path.parent, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise
        uri = f"{path.absolute().as_uri()}?immutable=1"
        return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _open(path: Path) -> sqlite3.Connection:
    # One thread uses it at a time, and not always the one that opened it lets go of it.
    return sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _form(connection: sqlite3.Connection) -> int:
    number: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return number


def _empty(connection: sqlite3.Connection) -> None:
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        if _form(connection) != SCHEMA:  # no other process was first
            _run(connection, _CREATE)


def _fill(path: Path) -> None:
    with closing(_open(path)) as connection:
        _run(connection, ("PRAGMA journal_mode = WAL", *_CREATE))


def _run(connection: sqlite3.Connection, statements: Iterable[str]) -> None:
    for statement in statements:
        connection.execute(statement)
