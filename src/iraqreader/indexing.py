"""Files into a catalogue: what has changed is read, on every core where there is much of it, and nothing else is."""

from __future__ import annotations

import fcntl
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext, redirect_stderr, suppress
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from iraqreader.catalogue import Catalogue, Packed, Stamp, pack, stamp_of
from iraqreader.intake import Problem, find_files, load_piece, pieces_of, read_piece, shown
from iraqreader.intake.pieces import Piece, unreadable
from iraqreader.ruleset import ruleset_version

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from multiprocessing.process import BaseProcess

    from iraqreader.keeping import Keeper

LOT = 3.0
"""Seconds of work that are written at a time and lost where it is killed, unless to write them takes long."""

FIRST_LOT = 0.5
"""The same at the start, when somebody waits for the first articles."""

POOL_AFTER = 100
"""Articles that are read before worker processes take over: to start those takes a second."""

_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


FRESH = 50.0
"""How many times longer than a look at all files took they are taken as they were then: some thousand files for less than
a second, a hundred thousand for about a minute."""

MANY, MUCH = 1000, 10_000_000
"""Files, and bytes of files, from which on an index is kept that is made for them alone."""


class Progress(NamedTuple):
    """How far it is: changed files that were read, of how many; the articles in them; seconds since the start."""

    files: int
    of: int
    articles: int
    seconds: float


Tell = Callable[[Progress], None]
"""What is told how far it is, often."""


class Changed(NamedTuple):
    """A file that is to be read, as it was before that."""

    path: str
    stamp: Stamp


class Busy(Exception):  # noqa: N818 - a state of affairs
    """Another process takes files into this catalogue."""


Found = Packed | Problem | None
"""What comes of a file, one after the other; None where that is all."""

Spread = Callable[[Callable[[Any], Any], Iterator[Any]], Iterator[Any]]
"""What does work on items elsewhere, and gives the results in the order of the items."""


def refresh(path: Path, paths: Sequence[str], tell: Tell, *, jobs: int = 0, scheduler: str | None = None) -> Progress:
    """Bring the catalogue in the file `path` up to date with the articles under `paths`, in so many processes (0: one a core).

    With the address of a Dask `scheduler`, texts are read here, and their facts are found by its workers.

    Raises Busy where another process does, OSError and sqlite3.Error where the disk fails, ClusterError where no cluster
    helps. What was done until then is kept. A damaged catalogue is put aside and made anew.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _alone(path), _cluster(scheduler) as cluster:
        refreshing = partial(_refresh, path, paths, tell, jobs or os.cpu_count() or 1, cluster)
        try:
            return refreshing()
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _DAMAGE:
                raise
            path.replace(f"{path}.damaged")
            return refreshing()


def _cluster(scheduler: str | None) -> AbstractContextManager[Spread | None]:
    if scheduler is None:
        return nullcontext()
    from iraqreader.cluster import spread_over  # noqa: PLC0415 - few have one

    return spread_over(scheduler)


def is_large(paths: Sequence[str]) -> bool:
    """Whether these are more articles than anybody would want to wait for more than once."""
    size = 0
    for number, path in enumerate(find_files(paths), 1):
        with suppress(OSError):
            size += 0 if isinstance(path, Problem) else stamp_of(path).size
        if number >= MANY or size >= MUCH:
            return True
    return False


def is_fresh(path: Path) -> bool:
    """Whether the files of a catalogue were looked at just now, under the rules of today."""
    try:
        with Catalogue(path) as catalogue:
            if catalogue.ruleset != ruleset_version():
                return False
            when, took = catalogue.checked
            return 0 <= time.time() - when < FRESH * took
    except sqlite3.Error:
        return False


def refresh_beside(path: Path, paths: Sequence[str]) -> BaseProcess:
    """Bring a catalogue up to date in another process, with less right to the machine; it goes when this one does."""
    import atexit  # noqa: PLC0415 - for large libraries only
    from multiprocessing import get_context  # noqa: PLC0415 - the same

    process = get_context("spawn").Process(target=_refresh_quietly, args=(path, paths))
    with redirect_stderr(sys.__stderr__):  # Textual's is no file, and a new process is given that of this one
        process.start()
    atexit.register(process.terminate)
    return process


def _refresh_quietly(path: Path, paths: Sequence[str]) -> None:
    from iraqreader.workers import live_with_parent  # noqa: PLC0415 - the same

    live_with_parent()
    os.nice(10)
    with suppress(Busy, OSError, sqlite3.Error):
        refresh(path, paths, lambda _: None)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let no other process write the catalogue meanwhile; the lock goes with this process, however it ends."""
    lock = os.open(f"{path}.lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        _lock(lock)
        yield
    finally:
        os.close(lock)


def _lock(file: int) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Busy from None


def _refresh(path: Path, paths: Sequence[str], tell: Tell, jobs: int, cluster: Spread | None) -> Progress:
    _make_current(path)
    with Catalogue(path) as catalogue:
        return _Refreshing(catalogue, tell, jobs, cluster).run(paths)


def _make_current(path: Path) -> None:
    """Make the file anew where it is not there, of other rules or of another form; whoever finds it finds it whole."""
    rules = ruleset_version()
    if path.exists():
        with Catalogue(path) as catalogue:
            if catalogue.ruleset == rules:
                return
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with Catalogue(draft) as catalogue:
        catalogue.found_with(rules)
    for ending in ("-wal", "-shm"):
        Path(f"{path}{ending}").unlink(missing_ok=True)
    draft.replace(path)


class _Refreshing:
    """One look at all files of a catalogue."""

    def __init__(self, catalogue: Catalogue, tell: Tell, jobs: int, cluster: Spread | None) -> None:
        self._catalogue, self._tell, self._jobs, self._cluster = catalogue, tell, jobs, cluster
        self._start = self._written = time.monotonic()
        self._articles, self._cost = 0, 0.0

    @cached_property
    def _keeper(self) -> Keeper:
        """What writes; made where there is something to write, since it knows every word that there is."""
        from iraqreader.keeping import Keeper  # noqa: PLC0415 - the same

        return Keeper(self._catalogue)

    def run(self, paths: Sequence[str]) -> Progress:
        """Read what has changed, take out what is gone."""
        changed, missing, seen = self._look(paths)
        gone, looked = self._catalogue.files() - seen, time.monotonic() - self._start
        with ExitStack() as lots:
            lots.enter_context(self._catalogue.writing())
            self._catalogue.lacks(missing)
            for number, found in self._read(changed):
                self._take(changed[number], found)
                if self._is_time:
                    self._write(lots)
                self._tell(self._progress(number + (found is None), len(changed)))
            if changed or gone:
                self._keeper.remove(gone)
                self._keeper.tighten()
                self._keeper.write()
            self._catalogue.was_looked_at(looked)
        return self._progress(len(changed), len(changed))

    def _write(self, lots: ExitStack) -> None:
        start = time.monotonic()
        self._keeper.write()
        lots.close()
        lots.enter_context(self._catalogue.writing())
        self._written = time.monotonic()
        self._cost = self._written - start

    @property
    def _is_time(self) -> bool:
        """Whether there is enough to be written: seldom enough that writing takes a tenth of the time at most."""
        now = time.monotonic()
        return now - self._written > max(min(LOT, FIRST_LOT + (now - self._start) / 10), 9 * self._cost)

    def _progress(self, files: int, of: int) -> Progress:
        return Progress(files, of, self._articles, time.monotonic() - self._start)

    def _look(self, paths: Sequence[str]) -> tuple[list[Changed], list[Problem], set[bytes]]:
        """The files that have changed, what there is no file for, and every file."""
        changed, missing, seen = list[Changed](), list[Problem](), set[bytes]()
        for path in find_files(paths):
            if isinstance(path, Problem):
                missing.append(path)
                continue
            seen.add(file := _file(path))
            try:
                stamp = stamp_of(path)
            except OSError as error:
                missing.append(unreadable(path, error))
                continue
            if stamp != self._catalogue.stamp(file):
                changed.append(Changed(path, stamp))
        return changed, missing, seen

    def _take(self, changed: Changed, found: Found) -> None:
        if found is None:
            self._keeper.finish(_file(changed.path), changed.stamp)
        else:
            self._keeper.put(_file(changed.path), found)
            self._articles += isinstance(found, Packed)

    def _read(self, changed: Sequence[Changed]) -> Iterator[tuple[int, Found]]:
        """What is in each of the files, with the number of that; on every core once there was much."""
        pieces = _pieces(changed)
        if self._cluster:
            yield from self._cluster(_pack, map(_load, pieces))
            return
        for done, piece in enumerate(pieces):
            if done >= POOL_AFTER and self._jobs > 1:
                # Imported here, since few libraries change much, and everyone would wait for it.
                from iraqreader.workers import map_in_order  # noqa: PLC0415

                yield from map_in_order(_pack, chain([piece], pieces), self._jobs)
                return
            yield _pack(piece)


def _file(path: str) -> bytes:
    return os.fsencode(os.path.abspath(path))  # noqa: PTH100 - a third of the time


def _pieces(changed: Sequence[Changed]) -> Iterator[tuple[int, Piece | Problem | None]]:
    for number, file in enumerate(changed):
        yield from ((number, piece) for piece in pieces_of(file.path))
        yield number, None


def _load(numbered: tuple[int, Piece | Problem | None]) -> tuple[int, Piece | Problem | None]:
    number, piece = numbered
    return number, load_piece(piece) if isinstance(piece, Piece) else piece


def _pack(numbered: tuple[int, Piece | Problem | None]) -> tuple[int, Found]:
    number, piece = numbered
    return number, _pack_piece(piece) if isinstance(piece, Piece) else piece


def _pack_piece(piece: Piece) -> Packed | Problem:
    # Imported here, since to compile every rule takes longer than to see that nothing has changed.
    from iraqreader.analyze import analyze  # noqa: PLC0415

    text = read_piece(piece)
    return text if isinstance(text, Problem) else pack(analyze(text, piece.name, shown(piece.path)), piece.part)
