"""Which articles of a catalogue are copies of one report: the tables that say so, which `families` keeps right.

    wording     what one article says, or several that say the same: its signature, and which family it is of
    worded      which wording an article has
    band        which families have a wording with a band, by which one finds those that a new wording may belong to

A family is a wording with all those that are alike, and those that are alike to these; it is called by its least number.
Families are what `likeness.families` makes of all signatures, in whatever order articles came and went.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_CREATE = (
    "CREATE TABLE wording (number INTEGER PRIMARY KEY, family INTEGER, signature BLOB)",
    "CREATE INDEX of_family ON wording (family)",
    "CREATE TABLE worded (article INTEGER PRIMARY KEY, wording INTEGER)",
    "CREATE INDEX of_wording ON worded (wording)",
    "CREATE TABLE band (key INTEGER, family INTEGER, PRIMARY KEY (key, family)) WITHOUT ROWID",
)


def create(connection: sqlite3.Connection) -> None:
    """Make the tables, which are not there."""
    for statement in _CREATE:
        connection.execute(statement)


def family_of(connection: sqlite3.Connection, article: int) -> int | None:
    """The family of an article; None where it has no words."""
    query = "SELECT family FROM worded JOIN wording ON number = wording WHERE article = ?"
    row = connection.execute(query, (article,)).fetchone()
    return row and int(*row)


def members(connection: sqlite3.Connection, family: int) -> list[int]:
    """The articles of a family."""
    query = "SELECT article FROM wording JOIN worded ON wording = number WHERE family = ?"
    return [article for (article,) in connection.execute(query, (family,))]
