"""The articles that a command is about: from the paths that were typed, said aloud where one cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqreader.arguments import UsageError
from iraqreader.console import complain

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator, Sequence
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from iraqreader.collection import Collection
    from iraqreader.model import Article


STREAMING = {"export", "explain"}
"""Commands that give each article as it is ready, and so make no index that they would have to wait for."""

MOMENT = 0.05
"""Seconds between two looks at whether there is something to read."""


class NothingReadError(Exception):
    """No path gave an article; why has been said of each."""


def paths_of(arguments: Namespace) -> list[str]:
    """The paths that were typed, or else those of the library that is meant. Raises LibraryError."""
    return arguments.paths or library_paths(arguments.library)


def library_paths(name: str | None) -> list[str]:
    """The paths of a library; of the main one, as long as nothing was added to it, that of the five articles."""
    from iraqreader.libraries import MAIN
    from iraqreader.libraries import paths_of as kept_paths
    from iraqreader.library import seeds_folder

    return [*kept_paths(name or MAIN)] or [str(seeds_folder())]


def articles_of(arguments: Namespace) -> Iterable[Article]:
    """The articles: as they are ready, or from their index where there is one. Raises NothingReadError."""
    found = collected(arguments)
    return read_in(paths_of(arguments), as_read=arguments.as_read) if found is None else found


def collected(arguments: Namespace) -> Collection | None:
    """What is meant, from its catalogue, brought up to date; None where it has none, and is to be read file by file.

    A named library has one, and so have paths that were indexed or under which there is much. Raises NothingReadError where there is no article in it.
    """
    file = _catalogue(arguments)
    if file is None:
        return None
    from iraqreader.collection import open_collection

    _bring_up_to_date(file, paths_of(arguments))
    found = open_collection(file, as_read=arguments.as_read)
    for problem in found.problems if found is not None else ():
        complain(f"{problem.path}: {problem.reason}")
    if found is not None and len(found) == 0:
        raise NothingReadError
    return found


def begun(arguments: Namespace) -> Collection | None:
    """The same for the reader, who need not wait: what is there so far, while the rest is read beside. It says what is later."""
    file = _catalogue(arguments)
    if file is None:
        return None
    from iraqreader.collection import open_collection
    from iraqreader.indexing import refresh_beside

    paths = paths_of(arguments)
    found = open_collection(file)
    if found:
        found.follow(lambda: refresh_beside(file, paths))
        return found
    found = _wait_for_some(file, refresh_beside(file, paths))
    if found is not None and len(found) == 0:
        for problem in found.problems:
            complain(f"{problem.path}: {problem.reason}")
        raise NothingReadError
    return found


def _wait_for_some(file: Path, reading: BaseProcess) -> Collection | None:
    """The first articles of a catalogue that is being made, or what there is when that has ended."""
    from time import sleep

    from iraqreader.collection import open_collection
    from iraqreader.console import remark, watched

    if watched():
        remark("reading the first articles …")
    while reading.is_alive() and not open_collection(file):
        sleep(MOMENT)
    if watched():
        remark("")
    return open_collection(file)


def _catalogue(arguments: Namespace) -> Path | None:
    """Where the catalogue of what is meant is; None where there is none, nor should be."""
    from iraqreader import libraries
    from iraqreader.intake.pieces import STDIN

    if not arguments.paths:
        name = arguments.library or libraries.MAIN
        return libraries.catalogue_of(name) if libraries.paths_of(name) else None
    file = None if STDIN in arguments.paths else libraries.catalogue_at(arguments.paths)
    if file is None or file.exists():
        return file
    if arguments.command in STREAMING:
        return None
    from iraqreader.indexing import is_large

    return file if is_large(arguments.paths) else None


def _bring_up_to_date(file: Path, paths: Sequence[str]) -> None:
    """Read what has changed, unless that was done just now; what cannot be kept is said, and what is there serves."""
    import sqlite3

    from iraqreader.indexing import Busy, is_fresh, refresh
    from iraqreader.progress import drawn

    if is_fresh(file):
        return
    try:
        with drawn("reading in") as tell:
            refresh(file, paths, tell)
    except Busy:
        complain("these articles are being read in just now: what is there so far is what is answered from")
    except (OSError, sqlite3.Error) as error:
        complain(f"{file}: cannot be brought up to date ({error}); it is used as it is")


def read_in(paths: Sequence[str], *, as_read: bool = False) -> Iterator[Article]:
    """Articles as they are ready; what cannot be read is said, and the rest is read. Raises NothingReadError."""
    from iraqreader.library import Problem, read_articles

    nothing = True
    for item in read_articles(paths, as_read=as_read):
        if isinstance(item, Problem):
            complain(f"{item.path}: {item.reason}")
        else:
            nothing = False
            yield item
    if nothing:
        raise NothingReadError


def in_date_order(articles: Iterable[Article]) -> Sequence[Article]:
    """The articles in the order of the reader's list."""
    from iraqreader.articles import Articles
    from iraqreader.library import date_order

    if isinstance(articles, Articles):
        return articles  # which are in order as they are
    return sorted(articles, key=date_order)


def filtered(articles: Sequence[Article], terms: str) -> Sequence[Article]:
    """The articles of which every term is true. Raises UsageError where one cannot be meant."""
    if not terms:
        return articles
    from iraqreader.conditions import read_condition, sides_of

    condition = read_condition(terms, sides_of(articles))
    if condition.unclear:
        raise UsageError("; ".join(condition.unclear))
    return [article for article in articles if condition.holds(article)]


def asked_for(arguments: Namespace) -> Sequence[Article]:
    """The articles in date order, those that the filter keeps."""
    return filtered(in_date_order(articles_of(arguments)), arguments.filter)
