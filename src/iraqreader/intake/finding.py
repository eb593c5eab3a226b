"""Paths to files: folders are searched, patterns that no shell has expanded are, and each file is found once."""

from __future__ import annotations

import os
from errno import EINVAL
from functools import cache
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

from iraqreader.guest import is_guest, is_under
from iraqreader.intake.pieces import STDIN, SUFFIXES, Problem, shown, unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_MAGIC = frozenset("*?[")


def find_files(paths: Iterable[str]) -> Iterator[str | Problem]:
    """Each file once, however often and by whatever way it is reached; for guests none that links lead out to."""
    paths = list(paths)
    seen = set[str]()
    real_folder = cache(os.path.realpath)
    for path in paths:
        for found in _find_under(path):
            if isinstance(found, Problem):
                yield found
            elif (real := _real(found, real_folder)) not in seen:
                seen.add(real)
                outside = is_guest() and not is_under(real, paths)
                yield Problem(shown(found), "leads out of the library") if outside else found


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
        return _expand(path) if _MAGIC & {*path} else iter([Problem(shown(path), "no such file or folder")])
    except OSError as error:
        return iter([unreadable(path, error)])
    if S_ISDIR(mode):
        return _walk(path)
    return iter([path if S_ISREG(mode) else Problem(shown(path), "is not a regular file")])


def open_at_once(path: str, flags: int) -> int:
    """An opener that waits for nobody: what was a file when it was found may be a pipe by now. Raises OSError.

    Some files of `/proc` wait too, for the system to have something to say.
    """
    handle = os.open(path, flags | os.O_NONBLOCK | os.O_NOCTTY)
    if S_ISREG(os.fstat(handle).st_mode):
        return handle
    os.close(handle)
    raise OSError(EINVAL, "is not a regular file")


def _expand(pattern: str) -> Iterator[str | Problem]:
    """What a pattern in quotes stands for; `**` for folders at any depth."""
    from glob import glob  # noqa: PLC0415 - few type one, and all would wait for it

    nothing = True
    for path in sorted(glob(pattern, recursive=True)) if "\0" not in pattern else ():
        nothing = False
        yield from _find_under(path)
    if nothing:
        yield Problem(shown(pattern), "nothing has such a name")


def _walk(folder: str) -> Iterator[str | Problem]:
    """Articles of a folder and its folders, in order; hidden files are someone's machinery."""
    problems: list[Problem] = []
    empty = True
    for base, folders, names in os.walk(
        folder, onerror=lambda error: problems.append(unreadable(error.filename, error))
    ):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                empty = False
                yield from _find_under(os.path.join(base, name))
    yield from problems
    if empty and not problems:
        yield Problem(shown(folder), "is a folder without articles")
