"""The notebook: a file that holds anything, entries that say anything, and words that are looked for in any text."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from iraqreader import report
from iraqreader.analyze import analyze
from iraqreader.notebook import Ledger, Notebook, NotebookError
from iraqreader.notebook.anchors import find_place
from iraqreader.notebook.days import parse_days, render_days
from iraqreader.notebook.entry import Anchor, content_of, new_entry
from iraqreader.notes import export_note, find_notes, render_markdown

STORY = "“We have enough soldiers,” spokesman Sami Haddad said on Feb. 3, 2016. The U.S. has 3,700 troops in Iraq."
ARTICLE = analyze(STORY, "story", "/articles/story.txt")
_MEMORY = "/dev/shm"  # noqa: S108 - each change waits for the disk, where there is one
_FOLDER = TemporaryDirectory(prefix="iraqreader-fuzz-", dir=_MEMORY if Path(_MEMORY).is_dir() else None)
_PARTED = b"\xff"


def try_bytes(data: bytes) -> None:
    """The first byte says what the rest is: a file, the cells of a row, or words and a text to find them in."""
    how, content = sum(data[:1]) % 3, data[1:]
    (_try_file, _try_row, _try_words)[how](content)


def _try_file(content: bytes) -> None:
    """Bytes in the place of the first, of a notebook that holds a mark."""
    notebook = _notebook()
    whole = notebook.path.read_bytes()
    at, content = int.from_bytes(content[:2], "big") % len(whole), content[2:]
    notebook.path.write_bytes(whole[:at] + content + whole[at + len(content) :])
    _check(notebook)


def _try_row(content: bytes) -> None:
    """A row that is no entry's: text, numbers and bytes in any column."""
    notebook = _notebook()
    with closing(sqlite3.connect(notebook.path)) as connection, connection:
        columns = [name for _, name, *_ in connection.execute("PRAGMA table_info(entry)")]
        for column, cell in zip(columns, content.split(_PARTED), strict=False):
            if cell and column != "number":
                connection.execute(f"UPDATE entry SET {column} = ?", (_cell(cell),))  # noqa: S608 - its own columns
    _check(notebook)


def _cell(cell: bytes) -> object:
    """Bytes as they are, a number, or text."""
    if cell[:1] == b"\0":
        return cell[1:]
    return int(cell[:18]) if cell.isdigit() else cell.decode("utf-8", "replace")


def _try_words(content: bytes) -> None:
    words, before, after, text, typed = (*content.decode("utf-8", "replace").split("\ufffd"), *[""] * 5)[:5]
    place = find_place(Anchor("", "", "", words, 3, before, after), text)
    assert place is None or place.of(text).split() == words.split(), "it stands on other words"
    days = parse_days(typed)
    assert days is None or parse_days(render_days(days) or "/") in (days, None), "days are not what was typed"


def _notebook() -> Notebook:
    """One that holds a mark on the story."""
    shutil.rmtree(_FOLDER.name)
    Path(_FOLDER.name).mkdir()
    notebook = Notebook(Path(_FOLDER.name))
    notebook.add(new_entry("mark", ARTICLE, ARTICLE.quotes[0].span, "a note"))
    return notebook


def _check(notebook: Notebook) -> None:
    """It is read, mended or left as it is; and what is read can be shown, and corrects what it can."""
    before = notebook.path.read_bytes()
    try:
        ledger = Ledger(notebook.entries())
        kept = notebook.add(new_entry("mark", ARTICLE, ARTICLE.quotes[0].span, "another"))
        assert kept in notebook.entries(), "what was confirmed is lost"
    except NotebookError as error:
        if "is left as it is" not in str(error):
            raise
        return
    assert notebook.notice is None or before in [path.read_bytes() for path in notebook.path.parent.glob("*.damaged*")]
    _check_entries(ledger)


def _check_entries(ledger: Ledger) -> None:
    notes, _ = find_notes(ledger, [ledger.correct(ARTICLE)], [])
    lines = [*render_markdown(notes), *(json.dumps(export_note(note)) for note in notes)]
    assert not report.UNPRINTABLE.search("\n".join(lines)), "control characters are printed"
    assert content_of(ARTICLE.text) == content_of(STORY)
