"""How long it takes to read a folder for the first time, again with nothing changed, and with one article changed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from iraqreader.store import VARIABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

ROUNDS = 3


def reading_again(texts: Sequence[str], count: int) -> dict[str, object]:
    """Seconds by the clock of `iraqreader table` on `count` articles made of the texts with their paragraphs shuffled.

    The first run has every core; `unchanged` and `one_changed` are the best of a few, and a part of the first.
    """
    with TemporaryDirectory() as folder:
        articles = Path(folder, "articles")
        write_variants(articles, texts, count)
        first = seconds_of_table(articles)
        unchanged = min(seconds_of_table(articles) for _ in range(ROUNDS))
        with (articles / "0.txt").open("a") as changed:
            changed.write("\n\nMore of it.\n")
        one_changed = seconds_of_table(articles)
    return {
        "measure": "again",
        "articles": count,
        "first_seconds": round(first, 2),
        "unchanged": round(unchanged / first, 4),
        "one_changed": round(one_changed / first, 4),
    }


def write_variants(folder: Path, texts: Sequence[str], count: int) -> None:
    """Articles that are all different, and the same whenever they are made."""
    folder.mkdir()
    random = Random(count)  # noqa: S311 - nothing is kept secret by it
    for number in range(count):
        paragraphs = [line for line in texts[number % len(texts)].split("\n") if line.strip()]
        random.shuffle(paragraphs)
        (folder / f"{number}.txt").write_text("\n\n".join([*paragraphs, f"Number {number}."]), "utf-8", "surrogatepass")


def seconds_of_table(folder: Path) -> float:
    """The clock's time for the whole command, start and all."""
    environment = {**os.environ, VARIABLE: str(folder.parent / "index")}
    begin = perf_counter()
    command = [sys.executable, "-m", "iraqreader", "table", str(folder)]
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)  # noqa: S603 - this program
    return perf_counter() - begin
