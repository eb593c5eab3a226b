"""The report of marks and notes: every quote as it stands, with who said it, where, and what was written on it."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from iraqreader.cli import FOUND, NONE, USAGE, main
from iraqreader.export import to_csv
from iraqreader.folders import FILE
from iraqreader.library import read_library
from iraqreader.model import Span
from iraqreader.notebook import Ledger, Notebook, data_folder
from iraqreader.notebook.entry import new_entry
from iraqreader.notes import export_note, find_notes, render_markdown
from tests.tui_library import small_library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iraqreader.model import Article
    from iraqreader.notebook import Entry, Kind

ARTICLES = small_library().articles
FIRST, SECOND, THIRD = ARTICLES
STORY = "“We have enough soldiers on the ground,” spokesman Sami Haddad told The Paper on Monday.\n"


def entry_on(article: Article, words: str, value: str = "", kind: Kind = "mark", about: str = "") -> Entry:
    start = article.text.index(words)
    return new_entry(kind, article, Span(start, start + len(words)), value, about)


def kept(*entries: Entry) -> Ledger:
    return Ledger(entry._replace(number=number) for number, entry in enumerate(entries, 1))


def report(*entries: Entry, articles: Sequence[Article] = ARTICLES) -> str:
    notes, _ = find_notes(kept(*entries), articles, ())
    return "\n".join(render_markdown(notes))


def test_a_quote_stands_as_it_was_printed_with_who_said_it_where_and_the_note() -> None:
    text = report(entry_on(FIRST, "Bridges come first,", "Why first?"))
    day = new_entry("mark", FIRST, Span(0, 1)).day
    start = FIRST.text.index("Bridges come")
    assert text.splitlines() == [
        "# Marks and notes",
        "",
        "## Engineers asked for",
        "",
        "The Valley Post · Mar 2014 · first.txt",
        "",
        "> “Bridges come first,”",
        "",
        f"— Lena Holt, Defense Secretary (Washington); letters {start}–{start + 19}, marked {day:%-d %b %Y}",
        "",
        "Why first?",
    ]


def test_articles_come_in_date_order_and_their_quotes_in_the_order_of_the_text() -> None:
    text = report(
        entry_on(THIRD, "The valley will wait"),
        entry_on(FIRST, "Roads come second."),
        entry_on(FIRST, "Bridges come first,"),
    )
    places = [text.index(words) for words in ("Engineers", "Bridges", "Roads", "No one here", "The valley will")]
    assert places == sorted(places)


def test_figures_and_evidence_say_what_they_are() -> None:
    text = report(entry_on(FIRST, "1,200 U.S. troops"), entry_on(FIRST, "The government asks for engineers"))
    assert "— \\~1,200 U.S. troops in Iraq, current; letters" in text
    assert "— Baghdad ▲ expand; letters" in text


def test_corrections_are_told_as_the_users() -> None:
    text = report(
        entry_on(FIRST, "Bridges come first,", "", "speaker"),
        entry_on(FIRST, "Roads come second.", "limit", "stance", "baghdad"),
        entry_on(FIRST, "Engineers asked for", "2015", "date"),
    )
    for said in ("yours: speaker is nobody", "yours: Baghdad is limit", "yours: date is 2015"):
        assert said in text


def test_what_is_gone_is_told_in_its_own_words_and_nothing_is_left_out() -> None:
    changed = FIRST._replace(text=FIRST.text.replace("Bridges come first,", "Bridges came late,"))
    text = report(
        entry_on(FIRST, "Bridges come first,", "gone words"),
        entry_on(SECOND, "we have 3,000 people", "gone article"),
        articles=(changed,),
    )
    lines = text.splitlines()
    words, article = (
        lines.index("## Words that are no longer in their article"),
        lines.index("## Articles that are no longer where they were"),
    )
    assert words < lines.index("> Bridges come first,") < lines.index("gone words") < article
    assert article < lines.index("> we have 3,000 people") < lines.index("gone article")
    assert str(Path("second.txt").absolute()).replace("_", "\\_") in text


HOSTILE = {
    "<script>alert(1)</script>": r"> \<script\>alert(1)\</script\>",
    "![](http://x/y)": r"> !\[\](http://x/y)",
    "# not a heading": r"> \# not a heading",
    "1. not a list": r"> \1. not a list",
    "*a* _b_ `c`": r"> \*a\* \_b\_ \`c\`",
    "AT&amp;T": r"> AT\&amp;T",
    "red \x1b[31m": r"> red ␛\[31m",
    "two\nlines": "> two\n> lines",
    "two\n\nparagraphs": "> two\n>\n> paragraphs",
}


@pytest.mark.parametrize(("words", "shown"), HOSTILE.items())
def test_nothing_in_a_quote_is_taken_for_markup(words: str, shown: str) -> None:
    article = THIRD._replace(text=f"Before. {words} After.", quotes=(), stances=(), paragraphs=(Span(0, 7),))
    assert shown in report(entry_on(article, words, words), articles=(article,))


def test_rows_have_the_same_keys_whatever_is_left_of_an_entry() -> None:
    entries = [entry_on(FIRST, "Bridges come first,"), entry_on(SECOND, "we have 3,000 people")]
    notes, _ = find_notes(kept(*entries), (FIRST,), ())
    here, gone = map(export_note, notes)
    assert list(here) == list(gone)
    assert (here["state"], here["speaker"], here["publisher"]) == ("here", "Lena Holt", "The Valley Post")
    assert FIRST.text[here["start"] : here["end"]] == here["text"] == "Bridges come first,"
    assert (gone["state"], gone["start"], gone["text"]) == ("article_gone", None, "we have 3,000 people")


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@sum", "\tx", "\rx"])
def test_a_spreadsheet_runs_nothing_that_was_written(words: str) -> None:
    (row,) = csv.DictReader(io.StringIO("\n".join(to_csv([{"note": words, "start": 1}]))))
    assert row["note"].startswith("'")
    assert row["start"] == "1"


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return str(path)


def mark(path: str, kind: Kind = "mark", value: str = "", about: str = "") -> None:
    (article,) = read_library([path]).articles
    Notebook(data_folder()).add(new_entry(kind, article, article.quotes[0].span, value, about))


def test_without_a_path_all_that_is_marked_is_told_wherever_it_is(
    story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["notes"]) == NONE
    assert "nothing is marked yet" in capsys.readouterr().err
    mark(story, value="a note")
    assert main(["notes"]) == FOUND
    printed = capsys.readouterr()
    assert "> “We have enough soldiers on the ground,”" in printed.out
    assert "a note" in printed.out
    assert printed.err == ""


def test_with_a_path_others_are_counted_and_what_is_gone_under_it_is_told(
    story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mark(story)
    other = tmp_path / "other"
    other.mkdir()
    (other / "else.txt").write_text("Nothing is said here.\n")
    assert main(["notes", str(other)]) == NONE
    assert "1 more in other articles" in capsys.readouterr().err
    Path(story).unlink()
    assert main(["notes", str(tmp_path)]) == FOUND
    assert "Articles that are no longer where they were" in capsys.readouterr().out


def test_an_article_that_was_moved_is_known_by_its_text(
    story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mark(story)
    (tmp_path / "kept").mkdir()
    Path(story).rename(tmp_path / "kept" / "renamed.txt")
    assert main(["notes", "--format", "json", str(tmp_path)]) == FOUND
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["state"], row["article"]) == ("here", "renamed")


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "markdown"])
def test_nothing_marked_is_nothing_printed_but_an_empty_list(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notes", "--format", form]) == NONE
    assert capsys.readouterr().out.strip() == ("[]" if form == "json" else "")


def test_csv_and_jsonl_have_a_line_for_each(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    mark(story, value="=HYPERLINK(1)")
    main(["notes", "--format", "csv"])
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row["value"] == "'=HYPERLINK(1)"
    main(["notes", "--format", "jsonl"])
    assert json.loads(capsys.readouterr().out)["value"] == "=HYPERLINK(1)"


def test_a_notebook_that_cannot_be_read_is_an_error_here(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    mark(story)
    with closing(sqlite3.connect(data_folder() / FILE)) as connection, connection:
        connection.execute("PRAGMA user_version = 9")
    assert main(["notes"]) == USAGE
    assert "later iraqreader" in capsys.readouterr().err


def test_every_command_heeds_corrections_unless_it_is_asked_for_what_was_read(
    story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    mark(story, "speaker", "Zed Zul")
    mark(story, "date", "2015-10-07")
    mark(story, "stance", "withdraw", "baghdad")
    commands = (["quotes", "soldiers", story], ["table", story], ["export", story], ["explain", story])
    for command, yours in zip(commands, ("Zed Zul", "2015-10-07", "Zed Zul", "yours"), strict=True):
        assert main(command) == FOUND
        assert yours in capsys.readouterr().out
        assert main([*command, "--as-read"]) == FOUND
        assert yours not in capsys.readouterr().out


def test_the_export_says_what_is_the_users_within_its_form(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    mark(story, "speaker", "Zed Zul")
    mark(story, "date", "2015-10-07")
    mark(story, "stance", "withdraw", "baghdad")
    main(["export", story])
    (mine,) = json.loads(capsys.readouterr().out)["articles"]
    main(["export", "--as-read", story])
    (read,) = json.loads(capsys.readouterr().out)["articles"]
    assert list(mine) == list(read)
    (quote,), (stance,) = mine["quotes"], mine["stances"]
    assert list(quote) == list(read["quotes"][0])
    assert (quote["rule"], quote["speaker"]["name"]) == ("yours", "Zed Zul")
    assert quote["speaker"]["start"] == quote["speaker"]["end"], "no words name whom the text does not name"
    assert (stance["side"], stance["label"], stance["evidence"][0]["rule"]) == ("baghdad", "withdraw", "yours")
    published = mine["published"]
    assert (published["earliest"], published["latest"], published["basis"]) == ("2015-10-07", "2015-10-07", "corrected")
    assert published["note"].startswith("yours: corrected by you on")
