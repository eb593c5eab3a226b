"""How long a whole command takes from its start to its end, beside the least that Python itself takes."""

from __future__ import annotations

import subprocess
import sys
from statistics import median
from time import perf_counter

NOTHING = ("-c", "pass")
TABLE = ("-m", "iraqreader", "table")


def command_start(pairs: int) -> dict[str, object]:
    """Milliseconds of `iraqreader table` on the five articles, indexed, and how many times those of doing nothing.

    By turns, in pairs: what else the machine does slows both.
    """
    time_of(TABLE)
    runs = [(time_of(TABLE), time_of(NOTHING)) for _ in range(pairs)]
    return {
        "measure": "start",
        "table_ms": round(median(table for table, _ in runs), 1),
        "nothing_ms": round(median(nothing for _, nothing in runs), 1),
        "times": round(median(table / nothing for table, nothing in runs), 2),
    }


def time_of(arguments: tuple[str, ...]) -> float:
    """Milliseconds of a Python that does this, as a clock on the wall has them."""
    start = perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - ourselves
    return (perf_counter() - start) * 1000
