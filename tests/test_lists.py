"""Every list of answers is the same in every format, and what is wrong is said to whoever reads it."""

from __future__ import annotations

import csv
import io
import json
import os
from typing import TYPE_CHECKING

import pytest

from iraqreader import console
from iraqreader.arguments import FORMATS
from iraqreader.cli import FOUND, NONE, USAGE, main
from iraqreader.console import page

if TYPE_CHECKING:
    from pathlib import Path

STORY = (
    "By A Reporter\n\n“We have enough soldiers on the ground,” Iraqi government spokesman Sami Haddad said on Monday. "
    "There are about 3,000 U.S. troops in Iraq, U.S. Defense Secretary Lena Holt said. "
    "The Iraqi government wants U.S. troops to leave Iraq.\n"
)
LISTS = ("quotes soldiers", "table", "troops", "stances", "speakers")


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "my|story.txt"
    path.write_text(STORY)
    return str(path)


def printed(typed: str, path: str, form: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main([*typed.split(), path, "--format", form]) == FOUND
    return capsys.readouterr().out


@pytest.mark.parametrize("typed", LISTS)
def test_a_list_has_the_same_rows_in_every_format(typed: str, story: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = {form: printed(typed, story, form, capsys) for form in FORMATS}
    whole = json.loads(out["json"])
    rows = whole["hits"] if isinstance(whole, dict) else whole
    assert rows == [json.loads(line) for line in out["jsonl"].splitlines()]
    flat = list(csv.DictReader(io.StringIO(out["csv"])))
    assert len(flat) == len(rows) == len(out["markdown"].splitlines()) - 2 > 0
    assert not [cell for row in flat for cell in row.values() if cell.startswith(("[", "{"))]
    assert len(out["text"].splitlines()) >= len(rows)


@pytest.mark.parametrize("typed", LISTS)
def test_a_list_as_markdown_is_one_table(typed: str, story: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(typed, story, "markdown", capsys).splitlines()
    assert len({line.replace("\\|", "").count("|") for line in lines}) == 1
    assert set(lines[1]) == set("| -")


@pytest.mark.parametrize("typed", ["troops", "stances"])
def test_a_fact_in_a_list_stands_on_its_words(typed: str, story: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(printed(typed, story, "json", capsys))
    assert all(STORY[row["start"] : row["end"]] == row["text"] and row["rule"] for row in rows)


def test_a_number_says_what_it_counts_and_who_says_so(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = json.loads(printed("troops", story, "json", capsys))
    assert (row["low"], row["qualifier"], row["whose"], row["where"]) == (3000, "about", "us", "Iraq")
    assert "~3,000" in printed("troops", story, "text", capsys)


def test_a_stance_has_its_side_and_its_evidence(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(printed("stances", story, "json", capsys))
    assert ("baghdad", "withdraw") in {(row["side"], row["evidence_label"]) for row in rows}
    assert "✕ withdraw" in printed("stances", story, "text", capsys)


@pytest.mark.parametrize(("form", "out"), [("text", ""), ("json", "[]"), ("csv", ""), ("markdown", "")])
def test_nothing_found_is_nothing_printed_but_an_empty_list(
    form: str, out: str, story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["troops", story, "--filter", "conflict", "--format", form]) == NONE
    assert capsys.readouterr().out.strip() == out


WRONG = (["table", "--sort", "size"], ["troops", "--filter", "troops>many"], ["stances", "/nowhere"])


@pytest.mark.parametrize("typed", WRONG, ids=" ".join)
@pytest.mark.parametrize("option", [["--format", "json"], ["--format=jsonl"]], ids=" ".join)
def test_a_program_reads_what_is_wrong_as_json(
    typed: list[str], option: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*typed, *option]) == USAGE
    shown = capsys.readouterr()
    assert [list(json.loads(line)) for line in shown.err.splitlines()] == [["error"]]
    assert main(typed) == USAGE
    assert capsys.readouterr().err.startswith("iraqreader: ")


def test_an_article_is_shown_with_its_speakers_by_its_id(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "my|story", story]) == FOUND
    assert "[Sami Haddad, Baghdad] “We have enough" in " ".join(capsys.readouterr().out.split())


def test_an_id_that_nobody_has_is_answered_with_those_there_are(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "other", story]) == NONE
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "my|story" in shown.err


def test_on_a_terminal_the_pager_that_was_chosen_shows_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = tmp_path / "taken"
    monkeypatch.setattr(console, "on_terminal", lambda: True)
    monkeypatch.setenv("PAGER", f"tee '{taken}'")
    page(["one", "two"])
    assert taken.read_text() == "one\ntwo\n"


@pytest.mark.parametrize("pager", ["/nowhere/less", os.devnull])
def test_without_a_pager_it_is_printed(
    pager: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(console, "on_terminal", lambda: True)
    monkeypatch.setenv("PAGER", pager)
    page(["one"])
    assert capsys.readouterr().out == "one\n"
