"""Articles into the families of what they are copies of, and out of them: the writing of the tables of `copies`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqreader.likeness import ALIKE, bands, families, likeness

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence


class Families:
    """Takes articles into their families and out of them; `settle` comes last in each transaction, which is the caller's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        (last,) = connection.execute("SELECT max(number) FROM wording").fetchone()
        self._next = (last or 0) + 1
        self._loose = dict[int, set[int]]()

    def add(self, article: int, signature: bytes) -> None:
        """Take in an article that has this signature."""
        keys = bands(signature)
        if not keys:
            return
        near = self._near(keys)
        wording = self._same(signature, near) or self._new(signature, keys, near)
        self._connection.execute("INSERT INTO worded VALUES (?, ?)", (article, wording))

    def remove(self, article: int) -> None:
        """Take an article out. If it was the last to say what it says, its family may fall apart."""
        row = self._connection.execute("SELECT wording FROM worded WHERE article = ?", (article,)).fetchone()
        if row is None:
            return
        self._connection.execute("DELETE FROM worded WHERE article = ?", (article,))
        if self._connection.execute("SELECT 1 FROM worded WHERE wording = ?", row).fetchone():
            return
        query = "SELECT family, signature FROM wording WHERE number = ?"
        family, signature = self._connection.execute(query, row).fetchone()
        self._connection.execute("DELETE FROM wording WHERE number = ?", row)
        self._loose.setdefault(family, set()).update(bands(signature))

    def settle(self) -> None:
        """Make anew the families that wordings were taken out of."""
        for family, keys in self._loose.items():
            left = dict(self._wordings(family))
            self._forget(family, keys.union(*map(bands, left.values())))
            for numbers in families(left):
                self._found(numbers, [left[number] for number in numbers])
        self._loose.clear()

    # Finding the family.

    def _near(self, keys: Sequence[int]) -> list[int]:
        """Families that share a band with a wording, most often none."""
        query = f"SELECT DISTINCT family FROM band WHERE key IN ({','.join('?' * len(keys))})"  # noqa: S608 - signs of ours
        return [family for (family,) in self._connection.execute(query, keys).fetchall()]

    def _same(self, signature: bytes, near: Iterable[int]) -> int | None:
        """The wording that has this very signature."""
        query = "SELECT number FROM wording WHERE family = ? AND signature = ?"
        found = (self._connection.execute(query, (family, signature)).fetchone() for family in near)
        return next((int(*row) for row in found if row), None)

    def _new(self, signature: bytes, keys: Sequence[int], near: Iterable[int]) -> int:
        """A new wording, which makes one family of all that it is linked with."""
        number, self._next = self._next, self._next + 1
        linked = [family for family in near if self._is_linked(family, signature, keys)]
        family = min([number, *linked])
        for other in linked:
            if other != family:
                self._merge(other, family)
        self._connection.execute("INSERT INTO wording VALUES (?, ?, ?)", (number, family, signature))
        self._put_bands(keys, family)
        return number

    def _is_linked(self, family: int, signature: bytes, keys: Sequence[int]) -> bool:
        return any(
            likeness(signature, other) >= ALIKE and not {*keys}.isdisjoint(bands(other))
            for _, other in self._wordings(family)
        )

    def _wordings(self, family: int) -> Iterable[tuple[int, bytes]]:
        return self._connection.execute("SELECT number, signature FROM wording WHERE family = ?", (family,))

    # Writing families.

    def _merge(self, family: int, into: int) -> None:
        keys = self._loose.pop(family, set[int]())
        if keys:
            self._loose.setdefault(into, set()).update(keys)
        keys = keys.union(*(bands(signature) for _, signature in self._wordings(family)))
        self._forget(family, keys)
        self._put_bands(keys, into)
        self._connection.execute("UPDATE wording SET family = ? WHERE family = ?", (into, family))

    def _found(self, numbers: Sequence[int], signatures: Iterable[bytes]) -> None:
        """Make a family of these wordings."""
        family = min(numbers)
        self._connection.executemany(
            "UPDATE wording SET family = ? WHERE number = ?", ((family, number) for number in numbers)
        )
        self._put_bands({key for signature in signatures for key in bands(signature)}, family)

    def _forget(self, family: int, keys: Iterable[int]) -> None:
        self._connection.executemany("DELETE FROM band WHERE key = ? AND family = ?", ((key, family) for key in keys))

    def _put_bands(self, keys: Iterable[int], family: int) -> None:
        self._connection.executemany("INSERT OR IGNORE INTO band VALUES (?, ?)", ((key, family) for key in keys))
