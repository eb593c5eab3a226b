"""Speakers as words, lines and rows: for people to read, and for programs to count."""

from __future__ import annotations

import csv
import json

import pytest

from iraqreader.listing import render
from iraqreader.roster import dates, list_voices, of_side, render_voices, roles_in_short, sides_of
from iraqreader.voices import Spell, find_voices, in_order
from tests.spoken import Line, spoken
from tests.test_voices import BOTH

VOICES = in_order(find_voices(BOTH), "words")


def lines(form: str, width: int | None = None) -> list[str]:
    return list(render(list_voices(VOICES, BOTH), form, width, render_voices(VOICES, width)))


def test_lines_name_everyone_and_keep_those_apart_whom_nobody_names() -> None:
    told = [line.split("  ") for line in lines("text")]
    assert [[cell.strip() for cell in line if cell.strip()] for line in told] == [
        ["speaker", "side", "role", "when", "words", "quotes", "articles"],
        ["Ana Reed", "Washington", "president (+1)", "2014 to 2021", "10", "3", "2"],
        ["Karim Said", "Baghdad", "Prime Minister", "2014", "4", "1", "1"],
        [],
        ["NOT NAMED · of one article each: in another the same words may mean others"],
        ["officials", "Washington", "—", "2014", "4", "1", "1"],
        ["officials", "Washington", "—", "2021", "1", "1", "1"],
    ]


@pytest.mark.parametrize("width", [70, 66])
def test_lines_fit_into_a_terminal(width: int) -> None:
    told = [line for line in lines("text", width) if "NOT NAMED" not in line]
    assert max(map(len, told)) <= width


def test_json_has_the_place_of_every_quote() -> None:
    (everyone,) = map(json.loads, lines("json"))
    assert everyone == [json.loads(line) for line in lines("jsonl")]
    reed = everyone[0]
    assert (reed["earliest"], reed["latest"]) == ("2014-01-01", "2021-12-31")
    assert [role["title"] for role in reed["roles"]] == ["Vice President", "President"]
    texts = {article.id: article.text for article in BOTH}
    assert [texts[said["article"]][said["start"] : said["end"]] for said in reed["said"]] == [
        "We will help",
        "The mission ends",
        "it will end soon",
    ]
    assert everyone[-1]["person"] is None


def test_csv_has_a_flat_row_each_and_nothing_that_a_spreadsheet_would_run() -> None:
    hostile = spoken("=a", None, Line("x", '=HYPERLINK("x")', "p", "@role", "+side"), Line("y", "-1\x1b[2J"))
    rows = list(csv.DictReader(render(list_voices(find_voices((hostile,)), (hostile,)), "csv", None)))
    assert [row["name"] for row in rows] == ['\'=HYPERLINK("x")', "'-1␛[2J"]
    assert (rows[0]["roles"], rows[0]["side"], rows[0]["articles"]) == ("'@role", "'+side", "'=a")
    assert (rows[0]["words"], rows[0]["earliest"], rows[1]["person"]) == ("1", "", "")


def test_nobody_is_an_empty_list_and_no_lines() -> None:
    assert {form: list(render(list_voices([], ()), form, None)) for form in ("text", "json", "jsonl", "csv")} == {
        "text": [],
        "json": ["[]"],
        "jsonl": [],
        "csv": [],
    }


@pytest.mark.parametrize(
    ("side", "names"),
    [("washington", ["Ana Reed", "officials", "officials"]), ("BAGHDAD", ["Karim Said"]), ("none", []), ("mars", [])],
)
def test_a_side_can_be_asked_for_in_any_case(side: str, names: list[str]) -> None:
    assert [voice.name for voice in of_side(VOICES, side)] == names


def test_those_without_a_side_can_be_asked_for_and_every_side_is_known() -> None:
    voices = find_voices((spoken("a", 2014, Line("x", "Xu", "x"), Line("x", "Yo", "y", None, "islamic_state")),))
    assert [voice.name for voice in of_side(voices, "none")] == ["Xu"]
    assert [voice.name for voice in of_side(voices, "Islamic State")] == ["Yo"]
    assert sides_of(voices) == ["islamic_state", "none"]


def test_dates_are_those_of_the_articles_and_never_more_certain() -> None:
    years = {name: spoken("a", year).published.range for name, year in (("2014", 2014), ("2021", 2021), ("", None))}
    assert dates(Spell(years["2014"], years["2014"])) == "2014"
    assert dates(Spell(years["2014"], years["2021"])) == "2014 to 2021"
    assert dates(Spell(years["2014"], years[""])) == "2014 to ?"
    assert dates(Spell(years[""], years[""])) == "unknown"


def test_one_role_in_two_cases_is_one() -> None:
    article = spoken("a", 2014, Line("x", "Ali", "ali", "Minister"), Line("y", "Ali", "ali", "minister"))
    assert roles_in_short(find_voices((article,))[0]) == "minister"
