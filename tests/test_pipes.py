"""Commands stand in pipes: what ends before they do, what is closed, and lines of a million letters are no trouble."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from iraqreader import answers
from iraqreader.arguments import COMMANDS, READ
from iraqreader.cli import CUT_OFF, FOUND, NONE, USAGE
from iraqreader.report import heading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iraqreader.library import Library
    from iraqreader.listing import Listing
    from iraqreader.model import Article

PROGRAM = shlex.join([sys.executable, "-m", "iraqreader"])
OTHERS = (READ, "notes", "forget", "add", "remove", "index")
"""Commands that change something, or have nothing to say yet."""

TYPED = {
    **{command: command for command in COMMANDS if command not in OTHERS},
    "quotes": "quotes ground",
    "show": "show {id}",
    "explain": "explain {folder}",
    "export": "export --format jsonl",
    "completions": "completions ids",
}
"""What is typed for each command that has something to say."""


@pytest.fixture(scope="module")
def known(seeds: Library) -> dict[str, str]:
    """What stands for names in the lines that are typed."""
    return {"id": seeds.articles[0].id, "folder": str(Path(seeds.articles[0].path).parent)}


def shell(line: str, typed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run a line in which `IR` is the program."""
    return subprocess.run(
        ["sh", "-c", line.replace("IR", PROGRAM)], input=typed, capture_output=True, check=False, timeout=60
    )


@pytest.mark.parametrize("command", TYPED)
def test_whoever_reads_on_gets_all_and_whoever_has_enough_is_no_error(command: str, known: dict[str, str]) -> None:
    typed = TYPED[command].format(**known)
    whole = shell(f"IR {typed}")
    assert (whole.stderr, bool(whole.stdout)) == (b"", True)
    ended = shell(f"{{ IR {typed}; echo $? >&2; }} | true")
    assert ended.stderr.split() in ([b"%d" % whole.returncode], [b"%d" % CUT_OFF])
    first = shell(f"IR {typed} | head -n 1")
    assert (first.stdout, first.stderr) == (whole.stdout.partition(b"\n")[0] + b"\n", b"")


@pytest.mark.parametrize("command", TYPED)
def test_a_command_gives_the_same_twice(command: str, known: dict[str, str]) -> None:
    typed = TYPED[command].format(**known)
    assert shell(f"IR {typed}").stdout == shell(f"PYTHONHASHSEED=7 IR {typed}").stdout


@pytest.mark.parametrize("command", TYPED)
def test_a_command_that_reads_no_input_does_not_miss_it(command: str, known: dict[str, str]) -> None:
    typed = TYPED[command].format(**known)
    done = shell(f"IR {typed} <&-")
    assert (done.returncode, done.stderr) == (shell(f"IR {typed}").returncode, b"")


CLOSED = {
    "IR table - <&-": (USAGE, b"iraqreader: -: cannot be read (standard input is closed)\n"),
    "IR quotes --batch <&-": (NONE, b""),
    "IR table >&-": (USAGE, b"iraqreader: standard output is closed\n"),
    "IR --pick >&-": (USAGE, b"iraqreader: standard output is closed\n"),
    "IR table nowhere 2>&-": (USAGE, b""),
    "IR table <&- >&- 2>&-": (USAGE, b""),
}


@pytest.mark.parametrize("line", CLOSED)
def test_what_is_closed_is_one_line_at_most(line: str) -> None:
    done = shell(line)
    assert (done.returncode, done.stderr, done.stdout) == (*CLOSED[line], b"")


LONG = 1_000_000


def test_an_article_of_one_long_line_comes_through_a_pipe_whole() -> None:
    line = "“We go there today,” said Otto Zimmer. " + "x" * LONG
    done = shell("IR export --format jsonl - | cat", line.encode())
    article = json.loads(done.stdout)
    assert (article["text"], article["quotes"][0]["text"]) == (line, "We go there today,")


def test_a_query_of_a_million_letters_is_answered_and_so_is_the_next() -> None:
    done = shell("IR quotes --batch", b"x" * LONG + b"\nground\n")
    assert [bool(json.loads(line)["hits"]) for line in done.stdout.splitlines()] == [False, True]
    assert (done.returncode, done.stderr) == (FOUND, b"")


@pytest.mark.parametrize("listing", [answers.list_troops, answers.list_stances])
def test_what_rows_begin_with_is_made_once_an_article(
    listing: Callable[[Sequence[Article]], Listing], seeds: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Article] = []

    def counted(article: Article) -> str:
        made.append(article)
        return heading(article)

    monkeypatch.setattr("iraqreader.answers.heading", counted)
    rows = listing(seeds.articles).rows
    assert len(rows) > len(made) == len(seeds.articles), "twenty thousand counts on one long line took minutes"
