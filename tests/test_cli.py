"""Scripts can rely on the commands: what is printed where, how they end, and that they stay quiet in pipes."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from iraqreader import __version__, console
from iraqreader.arguments import COMMANDS, READ
from iraqreader.cli import CUT_OFF, FOUND, INTERRUPTED, NONE, USAGE, main
from iraqreader.library import seeds_folder

STORY = "By A Reporter\n\n“We have enough soldiers on the ground,” spokesman Sami Haddad told The Paper on Monday.\n"
PROGRAM = [sys.executable, "-m", "iraqreader"]


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    return str(path)


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, check=False, timeout=60, **options)  # type: ignore[call-overload, no-any-return]


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == FOUND
    assert capsys.readouterr().out == f"iraqreader {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*([] if command == READ else [command]), "--help"]) == FOUND
    assert "examples:\n  iraqreader" in capsys.readouterr().out


def test_a_quote_is_found_or_not(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes", "enogh soldi", story]) == FOUND
    assert "enough soldiers" in capsys.readouterr().out
    assert main(["quotes", "xqzvkj", story]) == NONE
    assert capsys.readouterr().out == ""


def test_quotes_as_json_are_one_object_and_as_jsonl_a_line_each(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["quotes", "soldiers", "--format", "json", story])
    answer = json.loads(capsys.readouterr().out)
    main(["quotes", "soldiers", "--format", "jsonl", story])
    hits = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert answer["hits"] == hits
    assert STORY[hits[0]["start"] : hits[0]["end"]] == hits[0]["text"]


@pytest.mark.parametrize("query", ["before:20x", "soldiers side:", "kind:spoken"])
def test_a_filter_that_is_not_understood_is_one_line_and_nothing_is_searched(
    query: str, story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["quotes", query, story]) == USAGE
    shown = capsys.readouterr()
    assert shown.out == ""
    assert re.fullmatch(r"iraqreader: \w+: wants .+\n", shown.err)


def test_a_query_is_narrowed_as_in_the_reader_and_what_is_nearest_is_only_told(
    story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["quotes", "'soldiers speaker:haddad", story]) == FOUND
    assert "enough soldiers" in capsys.readouterr().out
    assert main(["quotes", "soldiers !speaker:haddad", story]) == NONE
    told = "iraqreader: nothing has it all; without !speaker:haddad: 1 quote\n"
    assert capsys.readouterr() == ("", told)


def test_a_batch_goes_on_after_a_filter_that_is_not_understood(story: str) -> None:
    done = run("quotes", "--batch", story, input=b"before:20x\nsoldiers\n")
    wrong, right = map(json.loads, done.stdout.splitlines())
    assert (wrong["error"], wrong["hits"]) == ("before: wants a day, a month or a year", [])
    assert right["hits"]
    assert "error" not in right
    assert done.returncode == USAGE


def test_batch_answers_each_query_at_once(story: str) -> None:
    with subprocess.Popen(
        [*PROGRAM, "quotes", "--batch", story], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as batch:
        assert batch.stdin
        assert batch.stdout
        for query in ("enough soldiers", "", "xqzvkj", "caf\u00e9 \u2028"):
            batch.stdin.write(f"{query}\n".encode())
            batch.stdin.flush()
            answer = json.loads(batch.stdout.readline())
            assert answer["query"] == query
            assert bool(answer["hits"]) == (query == "enough soldiers")
            assert answer["ms"] >= 0
        batch.stdin.close()
    assert batch.returncode == FOUND


def test_the_table_is_the_same_articles_in_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    shown = []
    for form in ("text", "json", "csv"):
        assert main(["table", "--format", form]) == FOUND
        shown.append(capsys.readouterr().out)
    text, rows, cells = shown[0].splitlines(), json.loads(shown[1]), list(csv.DictReader(io.StringIO(shown[2])))
    assert len(text) - 1 == len(rows) == len(cells) == 5
    assert [row["id"] for row in rows] == [row["id"] for row in cells]


def troops_in(capsys: pytest.CaptureFixture[str], *options: str) -> list[int | None]:
    assert main(["table", "--format", "json", *options]) == FOUND
    return [row["troops_low"] for row in json.loads(capsys.readouterr().out)]


def test_the_table_is_sorted_and_filtered(capsys: pytest.CaptureFixture[str]) -> None:
    assert troops_in(capsys, "--sort", "troops") == [2500, 3300, 3700, 5000, None]
    assert troops_in(capsys, "--sort", "troops", "--reverse") == [5000, 3700, 3300, 2500, None]
    assert troops_in(capsys, "--filter", "troops>3000 !conflict", "--reverse") == [5000, 3300]


def test_the_timeline_draws_every_figure_in_the_signs_that_the_terminal_has(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["timeline", "--filter", "after:2014"]) == FOUND
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.split()[:2] == ["when", "troops"]
    assert [line[12:].split()[0] for line in lines] == ["~3,300", "3,700⚑", ">4,000⚑", "~5,000", "~2,500"]
    assert main(["timeline", "--filter", "xqzvkj"]) == NONE
    assert capsys.readouterr().out == ""
    plain = run("timeline", env={**os.environ, "PYTHONIOENCODING": "ascii", "COLUMNS": "60"}).stdout
    assert b"3,700!" in plain
    assert b"====*" in plain
    assert b"?" not in plain
    assert max(map(len, plain.splitlines())) <= 60


@pytest.mark.parametrize(("form", "nothing"), [("text", ""), ("json", "[]\n"), ("csv", "")])
def test_a_table_of_nothing_is_nothing(form: str, nothing: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["table", "--filter", "xqzvkj", "--format", form]) == NONE
    assert capsys.readouterr() == (nothing, "")


def test_a_filter_that_cannot_be_meant_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["table", "--filter", "troops>many baghdad:happy"]) == USAGE
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("iraqreader: “many” is no number; baghdad: takes expand")
    assert len(shown.err.splitlines()) == 1


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_the_export_is_every_article(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", form]) == FOUND
    out = capsys.readouterr().out
    articles = json.loads(out)["articles"] if form == "json" else list(map(json.loads, out.splitlines()))
    assert len(articles) == 5


def test_an_explanation_has_the_sentences(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", story]) == FOUND
    assert "‹We have enough soldiers on the ground,›" in capsys.readouterr().out


def test_standard_input_is_an_article() -> None:
    done = run("export", "-", input=STORY.encode())
    assert json.loads(done.stdout)["articles"][0]["id"] == "stdin"


def test_some_bad_paths_are_said_and_the_rest_is_read(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["table", "nowhere.txt", story]) == FOUND
    shown = capsys.readouterr()
    assert shown.err == "iraqreader: nowhere.txt: no such file or folder\n"
    assert len(shown.out.splitlines()) == 2


@pytest.mark.parametrize("command", ["table", "export", "troops", "quotes boots", "explain"])
def test_only_bad_paths_are_one_line_each_and_nothing_else(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command.split(), "nowhere\x1b.txt"]) == USAGE
    assert capsys.readouterr() == ("", "iraqreader: nowhere␛.txt: no such file or folder\n")


def test_a_slip_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes"]) == USAGE
    assert capsys.readouterr() == ("", "iraqreader: a query is missing (see iraqreader quotes --help)\n")


def test_the_reader_needs_a_terminal() -> None:
    done = run(stdin=subprocess.DEVNULL, env={**os.environ, "TERM": "xterm"})
    assert (done.returncode, done.stdout) == (USAGE, b"")
    assert done.stderr.startswith(b"iraqreader: the reader needs a terminal")


LOADED = """
import sys
before = set(sys.modules)
from iraqreader.cli import main
code = main(sys.argv[1:])
loaded = {name.partition(".")[0] for name in sys.modules.keys() - before}
print(*sorted(loaded & {"textual", "rich", "rapidfuzz", "dateutil", "asyncio", "concurrent", "multiprocessing"}), file=sys.stderr)
"""

SPARED = """
import sys
from iraqreader.cli import main
main(["table"])
print(*sorted({"csv", "dataclasses", "dateutil", "hashlib", "platformdirs", "shutil", "iraqreader.analyze", "iraqreader.collecting", "iraqreader.notebook"} & sys.modules.keys()), file=sys.stderr)
"""


def test_a_table_of_known_articles_does_not_wait_for_what_it_does_not_use(tmp_path: Path) -> None:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    indexed = {**plain, "IRAQREADER_CACHE": str(tmp_path)}
    first, second = (
        subprocess.run([sys.executable, "-c", SPARED], env=indexed, capture_output=True, check=True, timeout=60)
        for _ in range(2)
    )
    assert b"iraqreader.analyze" in first.stderr
    assert second.stderr == b"\n"
    assert second.stdout == first.stdout


LOADS = {
    "--version": "",
    "--help": "",
    "quotes --help": "",
    "quotes boots": "dateutil rapidfuzz",
    "table": "dateutil",
    "table --format csv": "dateutil",
    "export": "dateutil",
    "explain -": "dateutil",
    "completions ids": "",
    "completions speakers": "dateutil",
}


@pytest.mark.parametrize("command", LOADS)
def test_a_command_loads_only_what_it_needs(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *command.split()], capture_output=True, check=True, input=b"", timeout=60
    )
    assert set(done.stderr.decode().split()) <= set(LOADS[command].split())


def test_a_pipe_that_has_had_enough_is_no_error(story: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([*PROGRAM, "export", story], stdout=writer, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(writer)
    assert (done.returncode, done.stderr) == (CUT_OFF, b"")


def test_help_into_a_pipe_that_has_had_enough_is_no_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([*PROGRAM, "--help"], stdout=writer, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(writer)
    assert done.returncode in (FOUND, CUT_OFF)  # argparse keeps to itself what an unbuffered stream tells it
    assert done.stderr == b""


@pytest.mark.parametrize("command", ["table", "--help"])
def test_closed_standard_output_is_one_line(command: str, story: str) -> None:
    closed = ["sh", "-c", 'exec "$@" >&-', "sh", *PROGRAM, command, story]
    done = subprocess.run(closed, stderr=subprocess.PIPE, check=False, timeout=60)
    assert done.returncode == USAGE
    assert done.stderr.endswith(b"iraqreader: standard output is closed\n")


def test_a_full_disk_is_one_line(story: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*PROGRAM, "table", story], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (USAGE, b"iraqreader: No space left on device\n")


def test_an_interrupt_ends_quietly(story: str) -> None:
    with subprocess.Popen(
        [*PROGRAM, "quotes", "--batch", story], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as batch:
        assert batch.stdin
        assert batch.stdout
        batch.stdin.write(b"soldiers\n")
        batch.stdin.flush()
        batch.stdout.readline()
        batch.send_signal(signal.SIGINT)
        _, complaint = batch.communicate(timeout=60)
    assert (batch.returncode, complaint) == (INTERRUPTED, b"")


BOLD = {
    "quotes soldiers": "\x1b[1msoldiers\x1b[22m",
    "show story": "\x1b[1m[Sami Haddad]\x1b[22m",
}


@pytest.mark.parametrize("command", BOLD)
def test_words_are_stressed_where_a_person_looks_or_says_so(
    command: str, story: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stressed(color: str = "auto", no_color: str = "", term: str = "xterm") -> bool:
        monkeypatch.setenv("NO_COLOR", no_color)
        monkeypatch.setenv("TERM", term)
        assert main([*command.split(), "--color", color, story]) == FOUND
        out = capsys.readouterr().out
        assert (BOLD[command] in out) == ("\x1b" in out)
        return "\x1b" in out

    assert [stressed(), stressed("always"), stressed("always", "1")] == [False, True, True]
    monkeypatch.setattr(console, "on_terminal", lambda: True)
    monkeypatch.setenv("PAGER", "no-such-pager")
    assert [stressed(), stressed("never")] == [True, False]
    assert [stressed(no_color="1"), stressed(term="dumb")] == [False, False]


def test_stressed_words_break_lines_where_plain_ones_do(capsys: pytest.CaptureFixture[str]) -> None:
    for article in seeds_folder().glob("*.txt"):
        shown = []
        for color in ("always", "never"):
            main(["show", article.stem, "--color", color])
            shown.append(capsys.readouterr().out)
        assert re.sub(r"\x1b\[\d+m", "", shown[0]) == shown[1] != shown[0]
        assert all(line.count("\x1b[1m") == line.count("\x1b[22m") for line in shown[0].splitlines())


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_people_get_what_their_terminal_can_show_and_programs_always_utf_8(story: str, encoding: str) -> None:
    spoken = {**os.environ, "PYTHONIOENCODING": encoding}
    text = run("quotes", "soldiers", story, env=spoken)
    data = run("quotes", "soldiers", "--format", "json", story, env=spoken)
    assert (text.returncode, data.returncode) == (FOUND, FOUND)
    assert "soldiers" in text.stdout.decode(encoding)
    assert json.loads(data.stdout.decode("utf-8"))["hits"]
