"""What files hold into a catalogue, and out of it again when they change or go."""

from __future__ import annotations

from array import array
from contextlib import suppress
from typing import TYPE_CHECKING

from iraqreader.catalogue import DamagedError, Packed, order_of
from iraqreader.families import Families
from iraqreader.search.tables import create
from iraqreader.search.writing import Writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqreader.catalogue import Catalogue, Stamp
    from iraqreader.intake import Problem

LOOSE = 10_000
"""Quotes that may be taken out before it is worth while to make anything anew."""

_PUT = "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class Keeper:
    """Takes files into a catalogue and out of it, within `Catalogue.writing`; `write` comes last there."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue, self._connection = catalogue, catalogue.connection
        self._writer = Writer(catalogue.connection)
        self._families = Families(catalogue.connection)
        (last,) = self._connection.execute("SELECT max(number) FROM article").fetchone()
        self._next = (last or 0) + 1
        self._named = dict[str, int]()
        self._open = dict[bytes, dict[int, str]]()
        self._whole = set[bytes]()

    def put(self, file: bytes, found: Packed | Problem) -> None:
        """Something that is in a file; before the first of it, all that was there from that file is taken out."""
        if file not in self._open:
            self._open[file] = self._drop(file)
            self._whole.add(file)
        if isinstance(found, Packed):
            self._add(file, found, self._open[file].get(found.part))
        else:
            self._connection.execute("INSERT INTO problem VALUES (?, ?, ?)", (file, *found))
            self._whole.discard(file)

    def finish(self, file: bytes, stamp: Stamp) -> None:
        """That was all there is in a file. One that could be read as a whole is not read again until its stamp is another."""
        if self._open.pop(file, None) is None:
            self._drop(file)
        elif file in self._whole and stamp.is_settled:
            self._connection.execute("INSERT INTO file VALUES (?, ?, ?)", (file, *stamp))
        self._whole.discard(file)

    def remove(self, files: Iterable[bytes]) -> None:
        """Take out all that is from these files."""
        for file in files:
            self._drop(file)

    def tighten(self) -> None:
        """Where more quotes were taken out than are left, make the tables that are searched anew."""
        if self._writer.lost <= max(LOOSE, self._writer.kept):
            return
        create(self._connection)
        self._writer = Writer(self._connection)
        for number in sorted(self._in_order()):
            with suppress(DamagedError):
                self._writer.add(number, self._catalogue.article(number))
            if self._writer.waiting >= LOOSE:
                self._writer.write()

    def write(self) -> None:
        """Write what all that was put is listed and found by."""
        self._writer.write()
        self._families.settle()
        listed = (array("I", self._in_order()).tobytes(), self._writer.kept)
        self._connection.execute("UPDATE state SET listed = ?, quotes = ?", listed)

    def _in_order(self) -> Iterator[int]:
        """The numbers of all articles in the order of the list."""
        rows = self._connection.execute("SELECT number FROM article ORDER BY first, last, id")
        return (number for (number,) in rows)

    def _drop(self, file: bytes) -> dict[int, str]:
        """Take out what is from a file; the ids that its articles had, by their part."""
        rows = self._connection.execute("SELECT number, part, id FROM article WHERE file = ?", (file,)).fetchall()
        for number, _, _ in rows:
            self._writer.remove(number)
            self._families.remove(number)
            self._connection.execute("DELETE FROM article WHERE number = ?", (number,))
        self._connection.execute("DELETE FROM file WHERE path = ?", (file,))
        self._connection.execute("DELETE FROM problem WHERE file = ?", (file,))
        return {part: article_id for _, part, article_id in rows}

    def _add(self, file: bytes, packed: Packed, article_id: str | None) -> None:
        article = packed.unpack(article_id or self._free_id(packed.name))
        number, self._next = self._next, self._next + 1
        place = (number, article.id, article.path, file, packed.part, *order_of(article), len(article.quotes))
        self._connection.execute(_PUT, (*place, packed.text, packed.facts, packed.checksum))
        self._writer.add(number, article)
        self._families.add(number, packed.signature)

    def _free_id(self, name: str) -> str:
        """The name, with a number from the second article of that name on."""
        article_id = name
        while self._connection.execute("SELECT 1 FROM article WHERE id = ?", (article_id,)).fetchone():
            self._named[name] = self._named.get(name, 1) + 1
            article_id = f"{name}-{self._named[name]}"
        return article_id
