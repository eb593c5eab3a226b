"""Programs that read the export find every promised key, and a terminal that shows it stays as it was."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.export import export_article, export_hit, export_row, render_export, to_csv, to_json
from iraqreader.model import Span
from iraqreader.search import Hit
from tests import comparisons
from tests.marked import read_article

if TYPE_CHECKING:
    from iraqreader.library import Library

PROMISED = {
    "article": "id path title publisher text published furniture quotes troops stances",
    "published": "earliest latest basis note evidence",
    "furniture": "start end kind",
    "quotes": "start end text kind speaker cue rule",
    "speaker": "name start end role side person",
    "troops": "start end text low high qualifier whose where status as_of speaker headline",
    "stances": "side label evidence",
}


def keys(name: str) -> set[str]:
    return set(PROMISED[name].split())


def test_every_promised_key_is_there(seeds: Library) -> None:
    for article in map(export_article, seeds.articles):
        assert keys("article") <= article.keys()
        assert keys("published") <= article["published"].keys()
        for kind in ("furniture", "quotes", "troops", "stances"):
            assert all(keys(kind) <= fact.keys() for fact in article[kind])
        assert all(keys("speaker") <= quote["speaker"].keys() for quote in article["quotes"] if quote["speaker"])


def test_exported_text_is_what_stands_at_the_exported_offsets(seeds: Library) -> None:
    for article in map(export_article, seeds.articles):
        for fact in (*article["quotes"], *article["troops"]):
            assert article["text"][fact["start"] : fact["end"]] == fact["text"]


@pytest.mark.parametrize("many", [1, 2])
def test_the_export_is_one_object_however_many_articles(many: int) -> None:
    exported = json.loads("\n".join(render_export([read_article("He said.")] * many)))
    assert exported["schema"] == 1
    assert len(exported["articles"]) == many


def test_no_article_no_export() -> None:
    assert list(render_export([])) == []


@given(st.text(st.characters()))
def test_any_text_survives_and_none_steers_a_terminal(text: str) -> None:
    line = to_json({"text": text})
    assert json.loads(line) == {"text": text}
    assert len(line.encode().splitlines()) == 1
    assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 or letter in "\u202e\u2028" for letter in line)


def test_csv_has_a_head_and_a_row_of_the_same_keys_for_each_article() -> None:
    articles = [read_article('A "title", with marks', title=Span(0, 21)), read_article("", "other")]
    rows = list(csv.DictReader(to_csv(map(export_row, articles))))
    assert [row["title"] for row in rows] == ['A "title", with marks', ""]
    assert list(rows[0]) == list(export_row(articles[0]))


def test_a_row_has_what_other_sides_want_and_whose_quotes_there_are() -> None:
    row = export_row(
        comparisons.article(
            stances={"baghdad": "limit", "erbil": "keep", "tehran": "withdraw"},
            quoted=("washington", "washington", "tehran", None, "?"),
        )
    )
    assert (row["washington"], row["baghdad"], row["other_sides"]) == (None, "limit", "erbil:keep tehran:withdraw")
    assert [row[f"quotes_{side}"] for side in ("washington", "baghdad", "other")] == [2, 0, 3]
    assert export_row(comparisons.article())["other_sides"] is None


def test_marks_of_an_answer_are_offsets_in_its_own_text() -> None:
    article = read_article("“{quote:We have enough soldiers},” {speaker:Hadithi} said.")
    row = export_hit(Hit(article, article.quotes[0], 0.98765, (Span(4, 8),)))
    assert (row["speaker"], row["text"], row["score"]) == ("Hadithi", "We have enough soldiers", 0.9877)
    assert [row["text"][start:end] for start, end in row["marks"]] == ["have"]
