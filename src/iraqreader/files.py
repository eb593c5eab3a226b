"""Paths to texts: find the files, decode each once, and say of what cannot be read why."""

from __future__ import annotations

import codecs
import os
import re
import sys
from functools import cache
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

STDIN = "-"
"""The path that stands for standard input."""

SUFFIXES = (".txt", ".md")
"""Endings of the files that a folder is searched for; a file that is named outright may have any."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINE_END = re.compile(r"\r\n?")


class Problem(NamedTuple):
    """A path that gave no text, and why, in words that finish the sentence "PATH: …"."""

    path: str
    reason: str


class NotTextError(ValueError):
    """Bytes that are no text in an encoding that newspapers use."""


def find_files(paths: Iterable[str]) -> Iterator[str | Problem]:
    """Each file once, however often and by whatever way it is reached."""
    seen = set[str]()
    real_folder = cache(os.path.realpath)
    for path in paths:
        for found in _find_under(path):
            if isinstance(found, Problem):
                yield found
            elif (real := _real(found, real_folder)) not in seen:
                seen.add(real)
                yield found


def _real(path: str, real_folder: Callable[[str], str]) -> str:
    """The path without links; those above a file are looked at once for all files of its folder."""
    if path == STDIN or os.path.islink(path):
        return path if path == STDIN else os.path.realpath(path)
    folder, name = os.path.split(path)
    return os.path.join(real_folder(folder), name)


def _find_under(path: str) -> Iterator[str | Problem]:
    if path == STDIN:
        return iter([path])
    try:
        mode = os.stat(path).st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return iter([Problem(shown(path), "no such file or folder")])
    except OSError as error:
        return iter([_unreadable(path, error)])
    if S_ISDIR(mode):
        return _walk(path)
    return iter([path if S_ISREG(mode) else Problem(shown(path), "is not a regular file")])


def _unreadable(path: str, error: OSError) -> Problem:
    return Problem(shown(path), f"cannot be read ({error.strerror})")


def _walk(folder: str) -> Iterator[str | Problem]:
    """Text files of a folder and its folders, in order; hidden ones are someone's machinery, not articles."""
    problems: list[Problem] = []
    empty = True
    for base, folders, names in os.walk(
        folder, onerror=lambda error: problems.append(_unreadable(error.filename, error))
    ):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                empty = False
                yield from _find_under(os.path.join(base, name))
    yield from problems
    if empty and not problems:
        yield Problem(shown(folder), "is a folder without articles (.txt or .md)")


def read_text(path: str) -> str | Problem:
    """The text of a file, or of standard input."""
    try:
        return decode(_load(path))
    except NotTextError as error:
        return Problem(shown(path), str(error))
    except OSError as error:
        return _unreadable(path, error)


def decode(data: bytes) -> str:
    r"""Bytes to text with `\n` line ends: UTF-8, UTF-16 with its mark, else cp1252 if that looks like text.

    Raises NotTextError.
    """
    try:
        text = data.decode("utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig")
        allowed = len(text) // 3  # a text that says it is Unicode may carry stray controls; binary data is mostly that
    except UnicodeDecodeError:
        text = _decode_windows(data)
        allowed = 0 if "\0" in text else len(text) // 100
    if len(_CONTROL.findall(text)) > allowed:
        raise NotTextError("is not text")
    return _LINE_END.sub("\n", text)


def _decode_windows(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise NotTextError("is not text") from error


def _load(path: str) -> bytes:
    if path != STDIN:
        return Path(path).read_bytes()
    if sys.stdin is None:
        raise OSError(0, "standard input is closed")
    return sys.stdin.buffer.read()


def shown(path: str) -> str:
    """A path as text that can be encoded, also where the file's name is no Unicode."""
    return os.fsencode(path).decode("utf-8", "replace")
