"""Work on every core keeps its order, is never far ahead of who takes the results, and leaves no process behind."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.workers import AHEAD, BATCH, HEAVY, map_in_order

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def double(number: int) -> int:
    return 2 * number


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(map_in_order(double, iter(range(100)))) == list(range(0, 200, 2))


def test_an_endless_corpus_is_taken_a_little_at_a_time() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    results = map_in_order(double, items())
    assert list(islice(results, 3)) == [2, 4, 6]
    del results
    assert taken <= BATCH * AHEAD * (os.cpu_count() or 1)


class Row(NamedTuple):
    content: str


def length(row: Row) -> int:
    return len(row.content)


def test_rows_as_long_as_shelves_of_books_are_not_held_by_the_hundred() -> None:
    taken = 0

    def items() -> Iterator[Row]:
        nonlocal taken
        for _ in range(100):
            taken += 1
            yield Row("a" * HEAVY)

    results = map_in_order(length, items(), 1)
    assert next(results) == HEAVY
    assert taken <= AHEAD + 1
    assert sum(results) == 99 * HEAVY


KILLED_PARENT = """
import os, sys, time
from iraqreader.workers import map_in_order
if __name__ == "__main__":
    results = map_in_order(abs, iter(range(10**9)))
    next(results)
    os.kill(os.getpid(), 9)
"""


def test_workers_of_a_killed_parent_are_gone(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(KILLED_PARENT)
    parent = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE)
    # The workers hold the pipe open: it ends when the last of them does.
    rest, _ = parent.communicate(timeout=60)
    assert (rest, parent.returncode) == (b"", -9)
