"""All that the reader keeps on this machine, and how it is taken away: its own files by name, never a folder with others in it."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from iraqreader.fetching import FOLDER as PAGES
from iraqreader.folders import FILE as NOTEBOOK
from iraqreader.folders import data_folder, state_folder
from iraqreader.libraries import FILE as LIBRARIES
from iraqreader.libraries import FOLDER
from iraqreader.store import FILE as INDEX
from iraqreader.store import store_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STATE = ("*.json", "*.json.*", "copied.txt")


def kept() -> list[Path]:
    """Every file that is kept: notebook, its copies and what was damaged, libraries and pages, indexes, and what the next start knows."""
    stem, suffix = Path(NOTEBOOK).stem, Path(NOTEBOOK).suffix
    data, index, state = data_folder(), store_folder(), state_folder()
    found = chain(
        _like(data, (NOTEBOOK, f"{NOTEBOOK}-*", f"{NOTEBOOK}.*", f"{stem}.damaged-*")),
        _like(data, (LIBRARIES, f"{LIBRARIES}.*")),
        _like(data / PAGES, ("*.html", ".*.html.*")),
        _like(data / "backups", (f"{stem}-*{suffix}*",)),
        _like(index, (INDEX, f"{INDEX}-*", f"{INDEX}.*")) if index else (),
        _like(index / FOLDER, ("*.sqlite3", "*.sqlite3-*", "*.sqlite3.*")) if index else (),
        _like(state, _STATE),
    )
    return sorted(set(found))


def _like(folder: Path, patterns: Iterable[str]) -> Iterator[Path]:
    for pattern in patterns:
        yield from (path for path in folder.glob(pattern) if path.is_file() or path.is_symlink())


def forget(paths: Iterable[Path]) -> list[tuple[Path, str]]:
    """Remove the files, and their folders where nothing else is in them; what could not be removed, and why."""
    wrong, folders = list[tuple[Path, str]](), set[Path]()
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            wrong.append((path, error.strerror or str(error)))
        folders.add(path.parent)
    for folder in sorted(folders, reverse=True):  # backups before the folder that they are in
        if not any(folder.iterdir()):
            folder.rmdir()
    return wrong
