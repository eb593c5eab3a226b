"""No text, file name, note or query acts: on a terminal, a clipboard, a spreadsheet, or the articles around it."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
import subprocess
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

import pytest

from iraqreader.analyze import analyze
from iraqreader.cli import main
from iraqreader.library import Problem, read_articles
from iraqreader.notebook import Notebook
from iraqreader.notebook.entry import new_entry
from iraqreader.report import printable
from iraqreader.tui import titles
from iraqreader.tui.facts import quote_fact
from iraqreader.tui.why import reasons
from tests.hostile import GOOD, HARMS, OBEYED, article, write_corpus
from tests.terminals import PROGRAM, Terminal, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 120
OUR_SEQUENCES = re.compile(
    r"\x1b\[[<>=?]?[\d;]*\$?[A-Za-z]|\x1b\]2;iraqreader\x1b\\|\x1b\]22;[a-z]*\x07|\x1b\]52;c;([A-Za-z0-9+/=]*)\x07"
)
"""All that the reader sends a terminal beside words."""


class Corpus(NamedTuple):
    """The hostile folder with the good articles in it, and an environment whose notebook is full of notes on it."""

    folder: Path
    env: dict[str, str]
    hostile: int


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    home = tmp_path_factory.mktemp("harm")
    folder = home / "corpus"
    hostile = write_corpus(folder)
    env = environment(home, IRAQREADER_DATA=str(home / "data"), IRAQREADER_CACHE=str(home / "index"))
    write_notes(Notebook(home / "data"), folder)
    return Corpus(folder, env, hostile)


def write_notes(notebook: Notebook, folder: Path) -> None:
    """A note on a quote of each hostile article, and names given to speakers, that are hostile themselves."""
    harms = iter(HARMS.values())
    for found in read_articles([str(folder)]):
        if not isinstance(found, Problem) and found.quotes and (harm := next(harms, None)):
            quote = found.quotes[0]
            notebook.add(new_entry("mark", found, quote.span, harm))
            if quote.kind == "direct" and quote.span.end - quote.span.start < 1000:
                notebook.add(new_entry("speaker", found, quote.span, f"{harm[:200]} Holt"))


def run(corpus: Corpus, *arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [*PROGRAM, *arguments],
        env=corpus.env,
        cwd=corpus.folder,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
        **options,
    )


def obeyed(data: bytes) -> list[str]:
    """What a terminal would obey, with what stands around it; no text is so encoded that it could not be shown."""
    text = data.decode("utf-8")
    return [ascii(text[max(0, found.start() - 20) : found.end() + 20]) for found in OBEYED.finditer(text)]


COMMANDS = {
    "table": 0,
    "table --format json": 0,
    "table --format csv": 0,
    "table --sort title --filter troops>1": 0,
    "export": 0,
    "export --format jsonl --as-read": 0,
    "export --format html": 0,
    "export --format markdown": 0,
    "troops --format csv": 0,
    "stances --format csv": 0,
    "stances": 0,
    "explain": 0,
    "speakers": 0,
    "speakers --format json": 0,
    "speakers --format csv": 0,
    "timeline": 0,
    "quotes soldiers": 0,
    "quotes soldiers --format json": 0,
    "notes": 0,
    "notes --format json": 0,
    "notes --format csv": 0,
}
"""Commands, each of which reads the whole folder, and how it ends."""


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_prints_what_a_terminal_obeys(corpus: Corpus, command: str) -> None:
    done = run(corpus, *command.split(), str(corpus.folder))
    assert done.returncode == COMMANDS[command], done.stderr.decode()
    assert not obeyed(done.stdout)
    assert not obeyed(done.stderr)
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") <= corpus.hostile, "what cannot be read is a line each"


def test_the_corpus_is_as_large_as_promised_and_no_good_article_is_lost(corpus: Corpus) -> None:
    assert corpus.hostile >= 60
    done = run(corpus, "export", "--as-read", "--format", "jsonl", str(corpus.folder))
    found = {item["id"]: item for item in map(json.loads, done.stdout.splitlines())}
    for name, text in GOOD.items():
        assert found[name]["text"] == text
        assert [quote["speaker"]["name"] for quote in found[name]["quotes"]] == ["Sami Haddad"]
    for item in found.values():
        for quote in item["quotes"]:
            assert item["text"][quote["start"] : quote["end"]] == quote["text"], "offsets hold"


@pytest.mark.parametrize("command", ["table", "speakers", "notes"])
def test_no_cell_of_a_csv_is_a_formula(corpus: Corpus, command: str) -> None:
    done = run(corpus, command, "--format", "csv", str(corpus.folder))
    rows = list(csv.reader(io.StringIO(done.stdout.decode(), newline="")))
    assert len({len(row) for row in rows}) == 1, "no text breaks out of its cell"
    assert not [cell for row in rows for cell in row if cell.startswith((*"=+-@\t\r\n＝＋－＠",))]


def test_markdown_of_notes_holds_no_html_and_no_link_of_a_text(corpus: Corpus) -> None:
    report = run(corpus, "notes", str(corpus.folder)).stdout.decode()
    assert "PWNED" in report
    assert not re.search(r"(?<!\\)<\w|(?<!\\)\]\(", report.replace("\\\\", ""))


class Acts(HTMLParser):
    """What of a page could act: its scripts, pictures, frames, forms, and attributes that run or lead somewhere odd."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "img", "iframe", "object", "embed", "form", "base"}:
            self.found.append(tag)
        self.found += [name for name, value in attrs if name.startswith("on") or "javascript:" in (value or "")[:20]]


def test_a_page_for_a_browser_runs_nothing_of_a_text(corpus: Corpus) -> None:
    page, plain = Acts(), Acts()
    page.feed(run(corpus, "export", "--format", "html", str(corpus.folder)).stdout.decode())
    plain.feed(run(corpus, "export", "--format", "html", str(corpus.folder / "good-anbar.txt")).stdout.decode())
    assert sorted(page.found) == sorted(plain.found), "there is no more in it than in that of a good article"


def test_a_hostile_line_does_not_make_every_line_of_a_table_long(corpus: Corpus) -> None:
    assert len(run(corpus, "table", str(corpus.folder)).stdout) < 200_000


@pytest.mark.parametrize("name", HARMS)
def test_a_hostile_query_path_filter_or_side_is_said_without_being_obeyed(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    harm = HARMS[name].replace("\0", "\1")
    (tmp_path / "story.txt").write_text(article(""))
    for command in (
        "quotes",
        "table --filter",
        "timeline --filter",
        "speakers --side",
        "table --sort",
        "export",
        "doctor --config",
    ):
        paths = [] if command.startswith(("doctor", "export")) else [str(tmp_path)]
        assert main([*command.split(), harm, *paths]) in (0, 1, 2)
        shown = "".join(capfd.readouterr())
        assert not OBEYED.findall(shown), (command, ascii(shown))


def test_plain_lines_hold_nothing_that_a_terminal_obeys(corpus: Corpus) -> None:
    typed = "".join(f"{number}\n\ne\n" for number in range(1, 130)) + "t\n/soldiers\n1\n/\x1b]0;PWNED\x07\nq\nq\n"
    done = run(corpus, "--plain", str(corpus.folder), input=typed.encode())
    assert done.returncode == 0
    assert not obeyed(done.stdout)
    assert not obeyed(done.stderr)
    assert done.stdout.count(b"\xe2\x90\x9b[31337m") > 20, "they are shown"


class Watched(Terminal):
    """A terminal that keeps account of what it was sent."""

    def harm(self) -> list[str]:
        """Whatever is neither words nor one of our own sequences, with what stands around it."""
        sent = self.raw.decode("utf-8", "surrogateescape")
        copied = [base64.b64decode(found[1]).decode() for found in OUR_SEQUENCES.finditer(sent) if found[1]]
        ours = [found[0] for found in OUR_SEQUENCES.finditer(sent)]
        words = OUR_SEQUENCES.sub("", sent).replace("\r", "")
        wrong = [ascii(words[max(0, found.start() - 30) : found.end() + 30]) for found in OBEYED.finditer(words)]
        return [*wrong, *(item for item in ours if "31337" in item), *(item for item in copied if OBEYED.search(item))]

    def keys(self, keys: str, each: float = 0.02) -> None:
        """Type keys, one after the other."""
        for key in keys:
            self.type(key)
            self.read(each)


@pytest.fixture
def terminal(corpus: Corpus) -> Iterator[Watched]:
    watched = Watched([*PROGRAM, "."], corpus.env | {"PWD": str(corpus.folder)}, (40, 120), cwd=corpus.folder)
    watched.see("is not text")
    yield watched
    watched.type("\x1b\x1bq\x03\x03")
    assert watched.end() == 0
    assert not watched.harm()
    assert b"Traceback" not in watched.raw


def test_every_article_is_read_in_a_terminal_and_none_steers_it(terminal: Watched, corpus: Corpus) -> None:
    for _ in range(corpus.hostile + len(GOOD)):
        terminal.type("]2nwy")
        terminal.read(0.05)
    terminal.settle()
    assert b"31337" in terminal.raw, "they are shown"


def test_every_view_of_hostile_articles_is_shown_and_none_steers_the_terminal(terminal: Watched) -> None:
    for keys in (
        "t" + "j" * 60 + "\x1b",
        "T" + "j" * 30 + "q",
        "v" + "j" * 60 + "aq",
        "'" + "j" * 80 + "q",
        "3" + "j" * 60,
    ):
        terminal.keys(keys)
    terminal.settle()


def test_hostile_words_typed_and_pasted_are_shown_and_not_obeyed(terminal: Watched) -> None:
    pasted = "\x1b[200~[@click=app.quit]PWNED \u202e\x9b31337m\x07\x1b]0;PWNED\x07\x1b[201~"
    for opened in ("/", "\x06", "2nM"):
        terminal.keys(f"{opened}")
        terminal.type(pasted)
        terminal.read(1)
        terminal.keys("\r")
    terminal.keys("t/")
    terminal.type(pasted)
    terminal.settle()


def test_what_is_copied_holds_nothing_that_a_terminal_obeys(terminal: Watched, corpus: Corpus) -> None:
    for _ in range(60):
        terminal.type("]2nY")
        terminal.read(0.1)
    terminal.settle()
    assert b"\x1b]52;c;" in terminal.raw
    kept = next((corpus.folder.parent / "state").rglob("copied.txt")).read_text("utf-8")
    assert not OBEYED.findall(kept)


@pytest.mark.parametrize("name", HARMS)
def test_offsets_hold_whatever_a_text_holds(name: str) -> None:
    text = article(HARMS[name])
    assert len(printable(text)) == len(text)
    assert not OBEYED.findall(printable(text))


def test_a_file_whose_name_is_two_lines_is_one_in_every_list() -> None:
    """A row of the list would lose its figures, and the next would stand beside another article's."""
    story = analyze("“We go,” he said.", "two\nlines", "two\nlines.txt")
    assert titles.publisher(story) == "two lines"
    assert "two lines, letters 1–7" in reasons(quote_fact(story.quotes[0]), story)
