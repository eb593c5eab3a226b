"""How far the reading of many articles is, for a person who waits for it."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from iraqreader.console import remark, watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iraqreader.indexing import Progress

OFTEN = 0.1
"""Seconds between two pictures."""

BAR = 24
"""Columns of the bar."""


@contextmanager
def drawn(name: str) -> Iterator[Callable[[Progress], None]]:
    """Draw how far the reading is on standard error, where a person looks at that; the name says of what."""
    if not watched():
        yield lambda _: None
        return
    last = 0.0

    def draw(progress: Progress) -> None:
        nonlocal last
        if time.monotonic() - last > OFTEN:
            last = time.monotonic()
            remark(f"{name} {progress_line(progress)}")

    try:
        yield draw
    finally:
        remark("")


def progress_line(progress: Progress) -> str:
    """A bar, how many files of how many, articles in a second, and the time that is left as far as can be said."""
    share = progress.files / progress.of if progress.of else 1.0
    full = round(share * BAR)
    rate = progress.articles / progress.seconds if progress.seconds else 0.0
    left = progress.seconds * (1 - share) / share if share else 0.0
    time_left = f"{left // 60:.0f}:{left % 60:02.0f} left" if progress.files and progress.seconds > 1 else "…"
    bar = "#" * full + "." * (BAR - full)
    return f"[{bar}] {progress.files:,} of {progress.of:,} files · {rate:,.0f} articles/s · {time_left}"
