"""Work on every core, its results in order."""

from __future__ import annotations

import os
import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
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


HEAVY = 1_000_000
"""Letters or bytes of a heavy batch: of a table whose rows are shelves of books, no more are held than it takes to be busy."""


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
    """Results in order, with at most `most` batches under way or waiting to be taken; fewer, where they are heavy."""
    ahead: deque[tuple[Future[list[Result]], int]] = deque()
    carried = 0
    while batch := _batch(items):
        ahead.append((pool.submit(_work_through, work, batch), sum(map(_weight, batch))))
        carried += ahead[-1][1]
        while ahead and (len(ahead) >= most or carried > most * HEAVY):
            done, weight = ahead.popleft()
            carried -= weight
            yield from done.result()
    while ahead:
        yield from ahead.popleft()[0].result()


def _batch(items: Iterator[Item]) -> list[Item]:
    """The next items for one worker: as many as a batch has, or as make a heavy one."""
    batch, weight = list[Item](), 0
    for item in items:
        batch.append(item)
        weight += _weight(item)
        if len(batch) == BATCH or weight >= HEAVY:
            break
    return batch


def _weight(item: object) -> int:
    """The letters or bytes that an item carries as its `content`: a row of a table does, a file that is yet to be read does not."""
    return len(getattr(item, "content", None) or ())


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
