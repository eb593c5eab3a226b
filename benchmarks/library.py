"""How long it takes to read a library in: in one process, on every core, and again with nothing changed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.unchanged import write_variants
from iraqreader.store import VARIABLE

if TYPE_CHECKING:
    from collections.abc import Sequence


def reading_in(texts: Sequence[str], count: int) -> dict[str, object]:
    """Seconds by the clock of `iraqreader index` on `count` articles made of the texts with their paragraphs shuffled.

    `speedup` is that of every core against one process; `unchanged` is a part of the first time on every core.
    `largest_process_mb` is the peak of resident memory of the largest process of the run on every core.
    """
    with TemporaryDirectory() as folder:
        articles = Path(folder, "articles")
        write_variants(articles, texts, count)
        alone, _ = _index(articles, Path(folder, "alone"), "1")
        first, peak = _index(articles, Path(folder, "every"), str(os.cpu_count() or 1))
        again, _ = _index(articles, Path(folder, "every"), "1")
        size = sum(file.stat().st_size for file in Path(folder, "every", "libraries").iterdir())
    return {
        "measure": "library",
        "articles": count,
        "one_process_seconds": round(alone, 2),
        "speedup": round(alone / first, 2),
        "unchanged": round(again / first, 4),
        "largest_process_mb": round(peak),
        "index_mb": round(size / 1e6, 1),
    }


def _index(articles: Path, cache: Path, jobs: str) -> tuple[float, float]:
    """Seconds, and megabytes of the largest process."""
    begin = perf_counter()
    command = [sys.executable, "-m", "iraqreader", "index", "--jobs", jobs, str(articles)]
    with subprocess.Popen(command, env={**os.environ, VARIABLE: str(cache)}, stdout=subprocess.DEVNULL) as running:  # noqa: S603 - this program
        _, _, used = os.wait4(running.pid, 0)
        running.returncode = 0
    return perf_counter() - begin, used.ru_maxrss / 1024
