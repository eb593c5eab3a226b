"""`iraqreader speakers`: the same speakers in every format, for people and for programs."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from iraqreader.cli import FOUND, NONE, USAGE, main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> str:
    (tmp_path / "one.txt").write_text(
        "“We have enough soldiers on the ground,” Iraqi government spokesman Sami Haddad said on Monday.\n\n"
        "“We will see,” U.S. Defense Secretary Lena Holt said. Officials said that more would come.\n"
    )
    (tmp_path / "two.txt").write_text(
        "“We never asked for more than that,” Sami Haddad, a government spokesman, said.\n"
    )
    return str(tmp_path)


def names(form: str, out: str) -> list[str]:
    if form == "csv":
        return [row["name"] for row in csv.DictReader(io.StringIO(out))]
    rows = json.loads(out) if form == "json" else map(json.loads, out.splitlines())
    return [row["name"] for row in rows]


def test_the_speakers_are_the_same_in_every_format(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = dict[str, list[str]]()
    for form in ("csv", "json", "jsonl"):
        assert main(["speakers", folder, "--format", form]) == FOUND
        told[form] = names(form, capsys.readouterr().out)
    assert told["csv"] == told["json"] == told["jsonl"]
    assert told["csv"][:2] == ["Sami Haddad", "Lena Holt"]
    assert main(["speakers", folder]) == FOUND
    assert capsys.readouterr().out.splitlines()[1].startswith("Sami Haddad")


def test_they_are_sorted_and_only_of_a_side(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["speakers", folder, "--sort", "name", "--format", "csv"]) == FOUND
    assert names("csv", capsys.readouterr().out)[:2] == ["Lena Holt", "Sami Haddad"]
    assert main(["speakers", folder, "--side", "Washington", "--format", "csv"]) == FOUND
    assert names("csv", capsys.readouterr().out)[0] == "Lena Holt"


def test_a_side_for_which_nobody_speaks_is_told_with_those_there_are(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["speakers", folder, "--side", "ma\x1brs"]) == NONE
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("iraqreader: nobody speaks for ma␛rs; sides: ")
    assert "washington" in shown.err


def test_an_order_that_is_none_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["speakers", "--sort", "size"]) == USAGE
    assert capsys.readouterr().err.count("\n") == 1
