"""What is typed means what the help says, and a slip of the fingers gets one line that helps."""

from __future__ import annotations

import pytest

from iraqreader.arguments import READ, SORTED_BY, VOICES_BY, UsageError
from iraqreader.comparison import COLUMNS
from iraqreader.invocation import parse
from iraqreader.voices import ORDERS


def test_a_first_word_that_names_a_command_is_never_a_path() -> None:
    assert parse(["table"]).command == "table"
    assert parse(["./table"]).command == READ
    assert parse(["./table"]).paths == ["./table"]
    assert parse(["story.txt", "table"]).paths == ["story.txt", "table"]


def test_options_stand_anywhere() -> None:
    arguments = parse(["quotes", "boots on", "--limit", "3", "clippings", "--format", "json", "-"])
    assert (arguments.query, arguments.limit, arguments.format) == ("boots on", 3, "json")
    assert arguments.paths == ["clippings", "-"]


def test_a_query_may_begin_with_a_dash() -> None:
    assert parse(["quotes", "--", "-ish"]).query == "-ish"
    assert parse(["explain", "a.txt", "--", "--", "-b.txt"]).paths == ["a.txt", "--", "-b.txt"]


def test_in_batch_every_word_is_a_path_and_answers_are_json_lines() -> None:
    arguments = parse(["quotes", "--batch", "clippings"])
    assert (arguments.paths, arguments.format) == (["clippings"], "jsonl")


def test_a_table_can_be_sorted_by_every_column() -> None:
    assert [column.name for column in COLUMNS] == list(SORTED_BY)


def test_speakers_can_be_sorted_by_every_order() -> None:
    assert ORDERS == VOICES_BY


WRONG = {
    "quotes": "a query is missing",
    "quotes --limit 0 x": "'0' is not a number above 0",
    "quotes --limit ten x": "'ten' is not a number above 0",
    "quotes --batch --format text": "--batch answers with --format jsonl only",
    "table --format yaml": "invalid choice: 'yaml'",
    "table --sort size": "invalid choice: 'size'",
    "explain": "a path is missing",
    "--frmat": "unrecognized arguments: --frmat",
    "export --form json": "unrecognized arguments: --form",
}


@pytest.mark.parametrize("typed", WRONG)
def test_what_cannot_be_meant_is_said_in_one_line(typed: str) -> None:
    with pytest.raises(UsageError, match=WRONG[typed]) as caught:
        parse(typed.split())
    assert len(str(caught.value).splitlines()) == 1
