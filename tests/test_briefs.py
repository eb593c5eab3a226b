"""Articles in brief: a row, an order and a filter say of them what they say of the articles, and they take little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iraqreader.articles import Held
from iraqreader.comparison import COLUMNS
from iraqreader.conditions import read_condition
from iraqreader.notebook import Notebook
from iraqreader.timeline import Chart, find_points
from iraqreader.tui.briefs import AT_ONCE, Briefs
from iraqreader.tui.yours import Yours
from tests.comparisons import article as compared
from tests.many import Many
from tests.tui_library import article_of, small_library

if TYPE_CHECKING:
    from pathlib import Path

    from iraqreader.library import Library
    from iraqreader.model import Article

ODD = (
    article_of("", "empty"),
    article_of("No title {publisher:The Post}.", "untitled"),
    compared("bare", "2015-01-01"),
)

CONDITIONS = (
    "troops>2000",
    "troops:none",
    "quotes=0",
    "baghdad:expand",
    "washington:none",
    "conflict",
    "corrected",
    "undated",
    "before:2016",
    "valley",
    "publisher:post",
    "!title:figures",
)


@pytest.fixture
def pairs(seeds: Library, tmp_path: Path) -> list[tuple[Article, Article]]:
    """Articles, and what is kept of them."""
    articles = (*seeds.articles, *small_library().articles, *ODD)
    return list(zip(articles, gathered(Held(articles), tmp_path), strict=True))


def gathered(articles: Held | Many, folder: Path) -> Briefs:
    briefs = Yours(articles, Notebook(folder)).briefs
    briefs.begin()
    return briefs


def test_every_column_says_and_sorts_the_same(pairs: list[tuple[Article, Article]]) -> None:
    for article, brief in pairs:
        for column in COLUMNS:
            assert column.cell(brief) == column.cell(article)
            assert [column.key(brief, last) for last in (False, True)] == [
                column.key(article, last) for last in (False, True)
            ]


@pytest.mark.parametrize("typed", CONDITIONS)
def test_every_filter_lets_the_same_through(typed: str, pairs: list[tuple[Article, Article]]) -> None:
    condition = read_condition(typed)
    assert not condition.unclear
    assert [condition.holds(brief) for _, brief in pairs] == [condition.holds(article) for article, _ in pairs]


def test_the_chart_is_the_same(pairs: list[tuple[Article, Article]]) -> None:
    points = find_points(article for article, _ in pairs)
    in_brief = find_points(brief for _, brief in pairs)
    drawn, again = Chart.of(points, 120), Chart.of(in_brief, 120)
    assert [str(again.line(point)) for point in in_brief] == [str(drawn.line(point)) for point in points]
    assert str(again.head()) == str(drawn.head())


def test_no_text_is_kept_and_what_is_alike_is_one(tmp_path: Path) -> None:
    briefs = gathered(Many(AT_ONCE), tmp_path)
    assert max(len(brief.text) for brief in briefs) < 100
    for part in ("quotes", "troops", "stances", "publisher"):
        assert len({id(getattr(brief, part)) for brief in list(briefs)}) <= 3, part
