"""Whatever breaks, the articles are read, it is said what is not kept, and what was confirmed as kept is there.

`KILLS=200 pytest tests/test_faults.py -k killed` kills as often as that.
"""

from __future__ import annotations

import os
import random
import shlex
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from iraqreader.notebook import Notebook
from iraqreader.store import FILE
from tests.terminals import PATIENCE, PROGRAM, Terminal, environment

if TYPE_CHECKING:
    from pathlib import Path

KILLS = int(os.environ.get("KILLS", "5"))

WORK = """
import sys
from itertools import count
from pathlib import Path
from iraqreader.library import read_library
from iraqreader.notebook import Notebook, data_folder
from iraqreader.notebook.entry import new_entry
story = Path(sys.argv[1])
for number in count():
    story.write_text(f"“We go to camp {sys.argv[2]}-{number},” spokesman Sami Haddad said on Monday.")
    article, = read_library([str(story)]).articles
    kept = Notebook(data_folder()).add(new_entry("mark", article, article.quotes[0].span, f"{sys.argv[2]}-{number}"))
    print(kept.value, flush=True)
"""
"""Reads, indexes and marks without end, and says what is kept."""


def test_nothing_confirmed_is_lost_and_the_index_opens_when_killed_at_any_moment(tmp_path: Path) -> None:
    env = environment(tmp_path, IRAQREADER_DATA=str(tmp_path / "data"), IRAQREADER_CACHE=str(tmp_path / "cache"))
    confirmed = list[str]()
    for run in range(KILLS):
        command = [sys.executable, "-c", WORK, str(tmp_path / "story.txt"), str(run)]
        with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as work:
            assert work.stdout
            confirmed.append(work.stdout.readline().strip())
            time.sleep(random.uniform(0, 0.3))  # noqa: S311 - no secret
            work.kill()
            confirmed += [line.strip() for line in work.stdout if line.endswith("\n")]
        notebook = Notebook(tmp_path / "data")
        assert {*confirmed} <= {entry.value for entry in notebook.entries()}
        assert notebook.notice is None, "it was not damaged"
        with closing(sqlite3.connect(tmp_path / "cache" / FILE)) as index:
            assert index.execute("PRAGMA quick_check").fetchone() == ("ok",)
    done = subprocess.run(
        [*PROGRAM, "notes", "--format", "jsonl"], env=env, capture_output=True, check=True, timeout=PATIENCE
    )
    assert len(done.stdout.splitlines()) >= len(confirmed)


def places(tmp_path: Path, fault: str) -> dict[str, str]:
    """An environment in which nothing can be written: nowhere is a place, or the disk is full."""
    home = "/proc/none" if fault == "nowhere" else str(tmp_path)
    names = ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")
    env = environment(tmp_path, HOME=home, **{name: f"{home}/{name.lower()}" for name in names})
    # What measures coverage writes files of its own.
    return {name: value for name, value in env.items() if not name.startswith(("IRAQREADER_", "COVERAGE"))}


def limited(fault: str, *arguments: str) -> list[str]:
    """The program, in a shell in which no file may grow if the disk is to be full."""
    full = "ulimit -f 0; " if fault == "full" else ""
    return ["/bin/sh", "-c", f"{full}exec {shlex.join([*PROGRAM, *arguments])}"]


@pytest.mark.parametrize("fault", ["nowhere", "full"])
def test_articles_are_read_where_nothing_can_be_written_and_it_is_said_what_is_not_kept(
    fault: str, tmp_path: Path
) -> None:
    done = subprocess.run(
        limited(fault, "table"), env=places(tmp_path, fault), capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 6
    assert b"cannot be used" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("fault", ["nowhere", "full"])
def test_the_reader_reads_on_where_nothing_can_be_written_and_says_so_of_a_mark(fault: str, tmp_path: Path) -> None:
    terminal = Terminal(limited(fault), places(tmp_path, fault))
    terminal.see("ARTICLES")
    terminal.type("2n")
    terminal.see("quote · ")
    terminal.type("m")
    terminal.see("not kept")
    terminal.type("y")
    terminal.see("copied .*to no file")
    terminal.type("nq")
    assert terminal.end() == 0
    assert b"Traceback" not in terminal.raw


def test_a_file_that_changes_while_it_is_read_costs_the_reader_nothing(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("“We have enough soldiers,” spokesman Sami Haddad said.\n\n" + "A line of it.\n\n" * 200)
    terminal = Terminal([*PROGRAM, str(tmp_path)], environment(tmp_path))
    terminal.see("Haddad")
    story.write_text("Gone.")
    terminal.type("2n")
    terminal.see("quote · ")
    terminal.type("G")
    terminal.see("100 %")
    story.unlink()
    terminal.type("gn")
    terminal.see("quote · ")
    terminal.type("q")
    assert terminal.end() == 0
