"""What is read: a file or a part of one that is an article, by its kind; or why there is none."""

from __future__ import annotations

import os
from typing import NamedTuple

STDIN = "-"
"""The path that stands for standard input."""

PAGES = (".html", ".htm")
ROWS = (".jsonl", ".csv")
ARTICLES = (".txt", ".md", ".text", *PAGES)
"""Endings of files that are one article each; of those of ROWS each row is one."""

ARCHIVE = ".zip"
PACKED = ".gz"

SUFFIXES = (*ARTICLES, *ROWS, *(f"{suffix}{PACKED}" for suffix in (*ARTICLES, *ROWS)), ARCHIVE)
"""Endings of the files that a folder is searched for; a file that is named outright may have any."""


LARGEST = 5_000_000
"""Letters of the largest text that is read: a shelf of books, in half a minute. The time for more would be minutes."""


class UnreadableError(ValueError):
    """There is no article in it; the message finishes the sentence "PATH: …"."""


class Problem(NamedTuple):
    """A path that gave no text, and why, in words that finish the sentence "PATH: …"."""

    path: str
    reason: str


class Name(NamedTuple):
    """A file's name: without its endings, the ending that tells the kind ("" where none does), and whether it is packed."""

    stem: str
    suffix: str
    packed: bool = False


class Piece(NamedTuple):
    """One article that is to be read.

    `part` is which of those in the file it is, from 0. `content` is what was found in the file: the text, or bytes that
    are yet to be made out as `suffix` tells; None where the file itself is the article.
    """

    path: str
    name: str
    suffix: str = ""
    part: int = 0
    content: bytes | str | None = None
    member: str = ""

    @property
    def shown(self) -> str:
        """Where it is, as one tells it."""
        return shown(self.path) + (f"/{self.member}" if self.member else "")


def name_of(path: str) -> Name:
    """The name of a file, taken apart."""
    base = shown(os.path.basename(path))
    packed = base.lower().endswith(PACKED)
    stem, suffix = os.path.splitext(base[: -len(PACKED)] if packed else base)
    known = suffix.lower() if suffix.lower() in (*ARTICLES, *ROWS, ARCHIVE) else ""
    return Name(stem, known, packed)


def shown(path: str) -> str:
    """A path as text that can be encoded, also where the file's name is no Unicode."""
    return os.fsencode(path).decode("utf-8", "replace")


def unreadable(path: str, error: OSError) -> Problem:
    """What the system has against a path."""
    return Problem(shown(path), f"cannot be read ({error.strerror or error})")
