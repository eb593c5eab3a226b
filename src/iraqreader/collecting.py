"""Commands that look after libraries: what is in them, and their indexes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from iraqreader.arguments import UsageError
from iraqreader.console import FOUND, USAGE, columns, complain, put
from iraqreader.sources import library_paths

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from iraqreader.indexing import Progress


def add(arguments: Namespace) -> int:
    """Add files and folders to a library, and read them."""
    from iraqreader.libraries import MAIN, add_paths

    name = arguments.library or MAIN
    paths = [*_fetched(arguments.paths)]
    if not paths:
        return USAGE
    add_paths(name, paths)
    return _index(name, arguments)


def _fetched(paths: Sequence[str]) -> Iterator[str]:
    """The paths, with a file in the place of each address whose page can be had."""
    from iraqreader.fetching import FetchError, fetch, is_address

    for path in paths:
        try:
            yield str(fetch(path)) if is_address(path) else path
        except FetchError as error:
            complain(f"{path}: {error}")


def remove(arguments: Namespace) -> int:
    """Take files and folders out of a library, or the library itself."""
    from iraqreader.fetching import is_address, page_file
    from iraqreader.libraries import MAIN, catalogue_of, remove_paths

    name = arguments.library or MAIN

    if remove_paths(name, [str(page_file(path)) if is_address(path) else path for path in arguments.paths]):
        return _index(name, arguments)
    file = catalogue_of(name)
    for ending in ("", "-wal", "-shm", ".lock"):
        if file:
            file.with_name(file.name + ending).unlink(missing_ok=True)
    return FOUND


def index(arguments: Namespace) -> int:
    """Bring indexes up to date: of the paths, of a library, or of all libraries."""
    from iraqreader.libraries import MAIN, add_paths, catalogue_at, read_libraries

    if arguments.paths and not arguments.library:
        return _read_into(catalogue_at(arguments.paths), arguments.paths, arguments, "")
    if arguments.library and arguments.paths:
        add_paths(arguments.library, arguments.paths)
    names = [arguments.library] if arguments.library else sorted({MAIN, *read_libraries()})
    return max(_index(name, arguments) for name in names)


def _index(name: str, arguments: Namespace) -> int:
    from iraqreader.libraries import catalogue_of

    return _read_into(catalogue_of(name), library_paths(name), arguments, name)


def _read_into(file: Path | None, paths: Sequence[str], arguments: Namespace, name: str) -> int:
    import sqlite3

    from iraqreader.cluster import ClusterError
    from iraqreader.indexing import Busy, refresh
    from iraqreader.progress import drawn

    if file is None:
        raise UsageError("no index is kept here (IRAQREADER_CACHE=off)")
    try:
        with drawn(name or "index") as tell:
            done = refresh(file, paths, tell, jobs=arguments.jobs or 0, scheduler=arguments.scheduler)
    except ClusterError as error:
        raise UsageError(str(error)) from error
    except KeyboardInterrupt:
        complain("stopped; what was read is kept, and the next time goes on from there")
        raise
    except Busy:
        raise UsageError("another iraqreader reads these articles in just now") from None
    except sqlite3.Error as error:
        raise UsageError(f"{file}: cannot be written ({error})") from error
    return _report(file, done, name)


def _report(file: Path, done: Progress, name: str) -> int:
    """Say what there is now and what could not be read."""
    from iraqreader.catalogue import Catalogue

    with Catalogue(file) as catalogue:
        for problem in catalogue.problems():
            complain(f"{problem.path}: {problem.reason}")
        size = f"{len(catalogue):,} articles, {catalogue.quotes:,} quotes"
        read = f"{done.articles:,} read in {done.seconds:,.1f} s" if done.articles else "nothing new"
        put([f"{name}: {size}; {read}" if name else f"{size}; {read}"])
        return FOUND if len(catalogue) else USAGE


def list_libraries(arguments: Namespace) -> int:
    """A row for each library."""
    from iraqreader.libraries import MAIN, read_libraries
    from iraqreader.listing import Listing, render

    names = sorted({MAIN, *read_libraries()})
    sizes = [_size(name) for name in names]
    rows = [
        {"library": name, **size._asdict(), "paths": library_paths(name)}
        for name, size in zip(names, sizes, strict=True)
    ]
    flat = [{**row, "paths": " ".join(library_paths(str(row["library"])))} for row in rows]
    cells = [tuple("?" if value is None else _cell(value) for value in row.values()) for row in flat]
    listing = Listing(rows, ("library", "articles", "quotes", "checked", "paths"), cells, (4,), flat)
    put(render(listing, arguments.format, columns()))
    return FOUND


class _Size(NamedTuple):
    """How much is in a library, and when its files were looked at last; None where that is not known."""

    articles: int | None = None
    quotes: int | None = None
    checked: str | None = None


def _size(name: str) -> _Size:
    import sqlite3
    import time

    from iraqreader.catalogue import Catalogue
    from iraqreader.libraries import catalogue_of

    file = catalogue_of(name)
    if file is None or not file.exists():
        return _Size()
    try:
        with Catalogue(file) as catalogue:
            if catalogue.ruleset is None:
                return _Size()
            when, _ = catalogue.checked
            checked = time.strftime("%Y-%m-%d %H:%M", time.localtime(when)) if when else None
            return _Size(len(catalogue), catalogue.quotes, checked)
    except sqlite3.Error:
        return _Size()


def _cell(value: object) -> str:
    from iraqreader.report import one_line

    return f"{value:,}" if isinstance(value, int) else one_line(str(value))
