"""Work on every core, its results in order."""

from __future__ import annotations

import os
import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import connection, get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor, Future

Item = TypeVar("Item")
Result = TypeVar("Result")

BATCH = 8
"""Items that a worker is handed at a time."""

AHEAD = 8
"""Batches that each worker may be ahead of whoever takes the results: bounds memory, however many items there are."""


def map_in_order(work: Callable[[Item], Result], items: Iterator[Item], workers: int = 0) -> Iterator[Result]:
    """Do `work`, a function of a module, on every item, in so many processes (0: one a core); results in the items' order."""
    workers = workers or os.cpu_count() or 1
    # A forked child would inherit the app's threads and terminal: workers are started afresh.
    with ProcessPoolExecutor(workers, get_context("spawn"), initializer=live_with_parent) as pool:
        try:
            yield from in_order(pool, work, items, workers * AHEAD)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def in_order(pool: Executor, work: Callable[[Item], Result], items: Iterator[Item], most: int) -> Iterator[Result]:
    """Results in order, with at most `most` batches under way or waiting to be taken."""
    ahead: deque[Future[list[Result]]] = deque()
    while batch := list(islice(items, BATCH)):
        ahead.append(pool.submit(_work_through, work, batch))
        if len(ahead) >= most:
            yield from ahead.popleft().result()
    while ahead:
        yield from ahead.popleft().result()


def _work_through(work: Callable[[Item], Result], batch: list[Item]) -> list[Result]:
    return [work(item) for item in batch]


def live_with_parent() -> None:
    """Ctrl+C is for the parent to answer; and a worker whose parent is gone, however it went, goes too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_die_with_parent, daemon=True).start()


def _die_with_parent() -> None:
    if parent := parent_process():
        connection.wait([parent.sentinel])
        os._exit(1)
