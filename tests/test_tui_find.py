"""Finding words in the open text: as one types, on into the next article, and back."""

from __future__ import annotations

import pytest

from iraqreader.tui.occurrences import occurrences
from tests.tui_pilot import MIDDLE, SMALL, WIDE, desk, lit, press, reading, said


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Bridges and bridges", "bridges", ["Bridges", "bridges"]),
        ("the café’s “roof”", 'cafe\'s "roof"', ["café’s “roof”"]),
        ("a cafe\u0301 here", "café h", ["cafe\u0301 h"]),
        ("two\nlines", "two lines", ["two\nlines"]),
        ("Straße", "STRASSE", ["Straße"]),
        ("anything", "  ", []),
        ("", "x", []),
        ("aaa", "aa", ["aa"]),
    ],
)
def test_words_are_found_as_they_are_typed(text: str, query: str, found: list[str]) -> None:
    assert [span.of(text) for span in occurrences(text, query)] == found


@pytest.mark.parametrize("size", [SMALL, MIDDLE, WIDE, (60, 20)])
async def test_find_lights_the_words_and_counts_them(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await press(pilot, "ctrl+f", *"ENGINEERS")
        assert lit(pilot) == "Engineers"
        assert str(desk(pilot).query_one("#find-count").render()) == "1 of 3"
        await press(pilot, "down")
        assert lit(pilot) == "engineers"
        await press(pilot, "up", "enter")
        assert lit(pilot) == "Engineers"
        assert pilot.app.focused is desk(pilot).reader
        assert said(pilot) == "found “ENGINEERS” · 1 of 3"


async def test_find_goes_on_into_the_next_article_and_says_so() -> None:
    async with reading() as pilot:
        await press(pilot, "ctrl+f", *"engineers", "down", "down", "down")
        assert (desk(pilot).reader.article.id, lit(pilot)) == ("third", "engineers")
        assert said(pilot).startswith("on in another article")
        await press(pilot, "down")
        assert str(desk(pilot).query_one("#find-count").render()) == "no further place"
        await press(pilot, "up")
        assert desk(pilot).reader.article.id == "first"


@pytest.mark.parametrize("key", ["escape", "ctrl+g", "ctrl+c"])
async def test_leaving_the_find_goes_back_to_where_one_read(key: str) -> None:
    async with reading(SMALL) as pilot:
        await press(pilot, "2", "j", "j")
        top = desk(pilot).reader.top
        await press(pilot, "ctrl+f", *"qjn/second", key)
        assert desk(pilot).reader.top == top
        assert not desk(pilot).find.open
        assert pilot.app.focused is desk(pilot).reader


async def test_what_is_not_there_is_said() -> None:
    async with reading() as pilot:
        await press(pilot, "ctrl+f", *"zzz")
        assert str(desk(pilot).query_one("#find-count").render()) == "not in this article"
        await press(pilot, "enter")
        assert desk(pilot).reader.article.id == "first"
