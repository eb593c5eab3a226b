"""Libraries by name: which files and folders each has. The user's own, so they are kept beside the notebook."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any

from iraqreader.folders import LibraryError, data_folder
from iraqreader.store import blake2b, store_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

FILE = "libraries.json"

MAIN = "main"
"""The library that is meant where none is named: the five articles, until something is added to it."""

FOLDER = "libraries"
"""The folder of what is derived from libraries, in that of the index."""

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}", re.ASCII)


def read_libraries() -> dict[str, tuple[str, ...]]:
    """The paths of every library that has any. Raises LibraryError where the file is there and says something else."""
    path = data_folder() / FILE
    try:
        found = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise LibraryError(f"{path}: cannot be read ({error.strerror})") from error
    except ValueError:
        found = None
    if not _is_well(found):
        raise LibraryError(f"{path}: is not a list of libraries; mend it or move it away")
    return {name: tuple(paths) for name, paths in found.items()}


def _is_well(found: Any) -> bool:
    return isinstance(found, dict) and all(
        _NAME.fullmatch(name) and isinstance(paths, list) and all(isinstance(path, str) for path in paths)
        for name, paths in found.items()
    )


def add_paths(name: str, paths: Iterable[str]) -> tuple[str, ...]:
    """Add paths to a library; all that it has now. Raises LibraryError."""
    _check(name)
    libraries = read_libraries()
    libraries[name] = tuple(dict.fromkeys((*libraries.get(name, ()), *map(_whole, paths))))
    _write(libraries)
    return libraries[name]


def remove_paths(name: str, paths: Sequence[str]) -> tuple[str, ...]:
    """Take paths out of a library, or with none given the library itself; what is left. Raises LibraryError."""
    libraries = read_libraries()
    had = libraries.pop(_known(name, libraries), ())
    gone = {*map(_whole, paths)}
    if missing := gone - {*had}:
        raise LibraryError(f"the library {name} has no {', '.join(sorted(missing))}; it has {', '.join(had)}")
    left = tuple(path for path in had if path not in gone) if paths else ()
    _write({**libraries, name: left} if left else libraries)
    return left


def paths_of(name: str) -> tuple[str, ...]:
    """The paths of a library; none of the main one, to which nothing was added. Raises LibraryError."""
    libraries = read_libraries()
    return () if name == MAIN and MAIN not in libraries else libraries[_known(name, libraries)]


def catalogue_of(name: str) -> Path | None:
    """The file in which the catalogue of a library is, whether it is there or not; None where nothing derived is kept."""
    return _file(f"{name}.sqlite3")


def catalogue_at(paths: Sequence[str]) -> Path | None:
    """The same for a set of paths: that of a library which has just these, or one of their own."""
    wanted = {*map(_whole, paths)}
    for name, had in read_libraries().items():
        if {*had} == wanted:
            return catalogue_of(name)
    key = b"\0".join(sorted(map(os.fsencode, wanted)))
    return _file(f"at-{blake2b(key, digest_size=12).hexdigest()}.sqlite3")


def _file(name: str) -> Path | None:
    folder = store_folder()
    return folder and folder / FOLDER / name


def _whole(path: str) -> str:
    return os.path.abspath(os.path.expanduser(path))  # noqa: PTH100, PTH111 - a string


def _check(name: str) -> None:
    if not _NAME.fullmatch(name) or name.startswith("at-"):
        raise LibraryError(f"{name!r} names no library: small letters, digits, - and _, 40 at most")


def _known(name: str, libraries: Mapping[str, object]) -> str:
    if name not in libraries:
        known = f"there are: {', '.join(sorted(libraries))}" if libraries else "there is none yet"
        raise LibraryError(f"no library is called {name}; {known} (iraqreader add --library {name} PATH makes it)")
    return name


def _write(libraries: Mapping[str, Sequence[str]]) -> None:
    path = data_folder() / FILE
    draft = path.with_name(f"{FILE}.{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:  # noqa: PTH123
            json.dump(libraries, file, indent=1, ensure_ascii=True, sort_keys=True)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise LibraryError(f"{path}: cannot be written ({error.strerror})") from error
