"""A library's own file: its articles with all that was found in them, and the tables in which their quotes are searched.

In SQLite, derived from the files of the articles: to delete it loses nothing but time. One process writes it and any number
read it meanwhile (WAL). What is written comes in lots, each of them whole: a writer that is killed goes on where it was.

    state     one row: the rules that found the facts, when the files were looked at last and how long that took, and,
              since every start needs them, the numbers of all articles in the order of the list, and how many quotes
    file      a file whose articles are all here, as it was: one that has not changed is not read again
    problem   what cannot be read, and why
    article   an article: where it is, its place in the list, and its text and facts, packed

Besides those of the search (`search.tables`) and of copies (`copies`).
"""

from __future__ import annotations

import os
import sqlite3
import time
import zlib
from array import array
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from iraqreader import copies
from iraqreader.intake import Problem
from iraqreader.record import dump_facts, load_facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import Self

    from iraqreader.model import Article

SCHEMA = 3
"""Number of the tables' form. A file with another one is made anew."""

PATIENCE = 10.0
"""Seconds to wait for another process that writes; each does so for a fraction of one."""

_CREATE = (
    "CREATE TABLE state (ruleset TEXT, checked REAL, took REAL, listed BLOB, quotes INTEGER)",
    "CREATE TABLE file (path BLOB PRIMARY KEY, size INTEGER, changed INTEGER) WITHOUT ROWID",
    "CREATE TABLE problem (file BLOB, path TEXT, reason TEXT)",
    """CREATE TABLE article (
        number INTEGER PRIMARY KEY, id TEXT UNIQUE, path TEXT, file BLOB, part INTEGER,
        first INTEGER, last INTEGER, quotes INTEGER, text BLOB, facts BLOB, checksum INTEGER
    )""",
    "CREATE INDEX in_order ON article (first, last, id)",
    "CREATE INDEX of_file ON article (file, part)",
    f"PRAGMA user_version = {SCHEMA}",
)

_SETTLED = 2_000_000_000
"""Nanoseconds after which a file's time of change tells whether it has changed: some disks count in steps of two seconds."""


class DamagedError(Exception):
    """What the file holds of an article is not whole."""


class Stamp(NamedTuple):
    """A file as it was: its size in bytes and its time of change in nanoseconds."""

    size: int
    changed: int

    @property
    def is_settled(self) -> bool:
        """Whether a later change would have another time."""
        return time.time_ns() - self.changed > _SETTLED


class Packed(NamedTuple):
    """An article as it is kept: its name, where it is, its text and facts, and which article of its file it is, from 0.

    Its signature tells which others it is a copy of.
    """

    name: str
    path: str
    text: bytes
    facts: bytes
    part: int
    signature: bytes = b""

    def unpack(self, article_id: str) -> Article:
        """The article under an id. Raises DamagedError."""
        try:
            text = zlib.decompress(self.text).decode("utf-8", "surrogatepass")
            return load_facts(zlib.decompress(self.facts), text, article_id, self.path)
        except (zlib.error, ValueError, TypeError, LookupError, OverflowError, RecursionError) as error:
            raise DamagedError(self.path) from error

    @property
    def checksum(self) -> int:
        """Of text and facts."""
        return zlib.crc32(self.facts, zlib.crc32(self.text))


def pack(article: Article, part: int) -> Packed:
    """An article whose id is its name, as it is kept."""
    from iraqreader.likeness import sign  # noqa: PLC0415 - who only reads does not wait for it

    text = zlib.compress(article.text.encode("utf-8", "surrogatepass"))
    return Packed(article.id, article.path, text, zlib.compress(dump_facts(article)), part, sign(article))


class Catalogue:
    """The file of one library, open. Raises sqlite3.Error where the disk or the file is bad."""

    def __init__(self, path: Path) -> None:
        self.path = path
        # One thread uses it at a time, and not always the one that opened it.
        self.connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            self.connection.execute("PRAGMA synchronous = NORMAL")
        except sqlite3.Error:
            self.connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    # What it is.

    @property
    def ruleset(self) -> str | None:
        """The rules under which everything in it was found; None where it is of another form, or nothing yet."""
        if self._one("PRAGMA user_version") != SCHEMA:
            return None
        found: str | None = self._one("SELECT max(ruleset) FROM state")
        return found

    @property
    def checked(self) -> tuple[float, float]:
        """When all its files were looked at last, in seconds since 1970, and how many seconds that took; 0 for never."""
        when, took = self.connection.execute("SELECT checked, took FROM state").fetchone()
        return when, took

    @property
    def version(self) -> int:
        """A number that changes whenever another process has written."""
        return int(self._one("PRAGMA data_version"))

    def found_with(self, ruleset: str) -> None:
        """Say of an empty file which rules are to fill it."""
        from iraqreader.search.tables import create  # noqa: PLC0415 - rapidfuzz, for which who only reads does not wait

        self.connection.execute("PRAGMA journal_mode = WAL")
        with self.writing():
            for statement in _CREATE:
                self.connection.execute(statement)
            create(self.connection)
            copies.create(self.connection)
            self.connection.execute("INSERT INTO state VALUES (?, 0, 0, x'', 0)", (ruleset,))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All that is written within is there afterwards, or nothing of it is."""
        with self.connection:
            self.connection.execute("BEGIN IMMEDIATE")
            yield

    def _one(self, query: str, *values: object) -> Any:
        return self.connection.execute(query, values).fetchone()[0]

    # Articles, in the order of the list.

    @property
    def quotes(self) -> int:
        """How many quotes the articles have."""
        return int(self._one("SELECT max(quotes) FROM state"))

    @property
    def numbers(self) -> array[int]:
        """The numbers of all articles."""
        return array("I", self._one("SELECT max(listed) FROM state"))

    def __len__(self) -> int:
        return len(self.numbers)

    def number_of(self, article_id: str) -> int | None:
        """The number of the article of that id."""
        row = self.connection.execute("SELECT number FROM article WHERE id = ?", (article_id,)).fetchone()
        return row and int(*row)

    def id_of(self, number: int) -> str | None:
        """The id of an article by its number."""
        row = self.connection.execute("SELECT id FROM article WHERE number = ?", (number,)).fetchone()
        return row and str(*row)

    def order(self, number: int) -> tuple[int, int, str]:
        """What the list is in order of, of an article by its number. Raises LookupError where it is gone."""
        row = self.connection.execute("SELECT first, last, id FROM article WHERE number = ?", (number,)).fetchone()
        if row is None:
            raise LookupError(number)
        first, last, article_id = row
        return first, last, article_id

    def article(self, number: int) -> Article:
        """An article by its number. Raises DamagedError, and LookupError where it is gone."""
        row = self.connection.execute(
            "SELECT id, path, text, facts, part, checksum FROM article WHERE number = ?", (number,)
        ).fetchone()
        if row is None:
            raise LookupError(number)
        article_id, path, text, facts, part, checksum = row
        packed = Packed(article_id, path, text, facts, part)
        if packed.checksum != checksum:
            raise DamagedError(path)
        return packed.unpack(article_id)

    def family(self, number: int) -> int | None:
        """What an article by its number and all copies of it have in common; None where it has no words."""
        return copies.family_of(self.connection, number)

    def members(self, family: int) -> list[int]:
        """The numbers of a family's articles."""
        return copies.members(self.connection, family)

    # Files.

    def stamp(self, file: bytes) -> Stamp | None:
        """A file as it was when all its articles were taken in."""
        row = self.connection.execute("SELECT size, changed FROM file WHERE path = ?", (file,)).fetchone()
        return row and Stamp(*row)

    def files(self) -> set[bytes]:
        """Every file that anything is here from."""
        rows = self.connection.execute(
            "SELECT path FROM file UNION SELECT file FROM article UNION SELECT file FROM problem"
        )
        return {path for (path,) in rows if path is not None}

    def problems(self) -> list[Problem]:
        """What could not be read when the files were looked at last."""
        return [Problem(*row) for row in self.connection.execute("SELECT path, reason FROM problem")]

    def lacks(self, missing: Iterable[Problem]) -> None:
        """Say what there is no file for, in place of what was said before. To be called within `writing`."""
        self.connection.execute("DELETE FROM problem WHERE file IS NULL")
        self.connection.executemany("INSERT INTO problem VALUES (NULL, ?, ?)", missing)

    def was_looked_at(self, took: float) -> None:
        """Say that all its files were looked at just now, in so many seconds. To be called within `writing`."""
        self.connection.execute("UPDATE state SET checked = ?, took = ?", (time.time(), took))

    def doubt(self, number: int) -> None:
        """Have the file of an article read again when it is next looked at."""
        with self.writing():
            self.connection.execute(
                "DELETE FROM file WHERE path = (SELECT file FROM article WHERE number = ?)", (number,)
            )


def order_of(article: Article) -> tuple[int, int]:
    """First and last day that an article may be from, by which the list is in order: unknown ones at the end."""
    days = article.published.range
    first, last = days.earliest or days.latest, days.latest or days.earliest
    return (first or date.max).toordinal(), (last or date.max).toordinal()


def stamp_of(path: str) -> Stamp:
    """A file as it is. Raises OSError."""
    found = os.stat(path)  # noqa: PTH116 - a Path for each of a hundred thousand would double the time
    return Stamp(found.st_size, found.st_mtime_ns)
