"""The app on a hundred thousand articles: it touches those that are seen, and no key waits for the others."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static
from textual.worker import WorkerCancelled

from iraqreader.library import Library
from iraqreader.settings import Settings
from iraqreader.tui import resume
from iraqreader.tui.curtain import picture_key
from iraqreader.tui.places import Place
from tests.many import Many, many
from tests.tui_library import small_library
from tests.tui_pilot import MIDDLE, SMALL, desk, lit, press, reading, said, shown

if TYPE_CHECKING:
    from textual.pilot import Pilot

AROUND = 13
"""Rows of the comparison in the panel."""

NEAR = 4
"""Articles that a key may touch besides: the first and the last, the one before and the one after."""


def seen(size: tuple[int, int]) -> int:
    """Articles that a screen of that size shows at most, of two lines each in the list."""
    return size[1] // 2 + AROUND + NEAR


@pytest.mark.parametrize("size", [SMALL, MIDDLE])
@pytest.mark.parametrize("place", [None, Place("text", 54_321, 100)])
async def test_the_start_touches_no_more_than_is_seen(size: tuple[int, int], place: Place | None) -> None:
    library, articles = many()
    async with reading(size, library, place) as pilot:
        assert len(articles.loaded) <= seen(size)
        assert "".join(shown(desk(pilot)._panes.list) + shown(desk(pilot).reader)).count("valley")
        assert "100,000 articles · 200,001 quotes" in str(desk(pilot).query_one("#about").render())


KEYS = {
    "down": ["j"],
    "up": ["G", "k"],
    "to the end": ["G"],
    "to the beginning": ["G", "g"],
    "a screen down": ["pagedown"],
    "open": ["j", "enter"],
    "next quote": ["2", *["n"] * 5],
    "next figure": ["2", "right_curly_bracket", "right_curly_bracket"],
    "next article": ["right_square_bracket"],
    "back": ["G", "enter", "ctrl+o"],
    "the panel": ["3", "j", "j", "G"],
    "marks": ["2", "n", "m"],
}


@pytest.mark.parametrize("size", [SMALL, MIDDLE])
@pytest.mark.parametrize("keys", KEYS.values(), ids=KEYS)
async def test_no_key_touches_more_than_is_seen(keys: list[str], size: tuple[int, int]) -> None:
    library, articles = many()
    async with reading(size, library) as pilot:
        for key in keys:
            articles.loaded.clear()
            await press(pilot, key)
            assert len(articles.loaded) <= seen(size), key


@pytest.mark.parametrize("keys", [[], ["G"], ["G", "enter"]])
async def test_another_size_touches_no_more_than_is_seen(keys: list[str]) -> None:
    library, articles = many()
    async with reading(SMALL, library) as pilot:
        await press(pilot, *keys)
        for size in ((200, 60), (60, 20), MIDDLE):
            articles.loaded.clear()
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert len(articles.loaded) <= 2 * seen(size)


def test_the_place_and_the_picture_of_the_last_start_touch_what_is_near() -> None:
    _, articles = many()
    kept = Place("text", 99_999, 0)
    resume.keep(articles, kept)
    assert resume.kept(articles) == kept
    picture_key(articles, kept, Settings())
    assert len(articles.loaded) <= AROUND


async def test_what_is_far_away_is_found_while_keys_are_answered() -> None:
    library, articles = disputed_at(900, 2000)
    async with reading(MIDDLE, library) as pilot:
        articles.open.clear()
        await press(pilot, "2", "x")
        assert said(pilot) == "looking further: 30 of 1,999 articles   Esc stops"
        await finish(pilot, articles)
        assert (desk(pilot).place.article, lit(pilot)) == (900, "3,000")
        assert said(pilot).startswith("on in another article")
        await press(pilot, "x")
        assert lit(pilot) == "more than 4,000"


@pytest.mark.parametrize("key", ["escape", "j", "1", "slash", "t"])
async def test_whoever_goes_elsewhere_is_not_fetched_back(key: str) -> None:
    library, articles = disputed_at(100, 1000)
    async with reading(MIDDLE, library) as pilot:
        articles.open.clear()
        await press(pilot, "2", "x", key)
        await finish(pilot, articles)
        assert desk(pilot).place.article == 0


async def test_what_is_nowhere_is_looked_for_to_the_end() -> None:
    library, articles = disputed_at(1000, 1000)
    async with reading(MIDDLE, library) as pilot:
        await press(pilot, "2", "x")
        await finish(pilot, articles)
        assert said(pilot) == "no further figure that sources dispute"


async def test_words_are_found_in_an_article_far_away() -> None:
    library, articles = disputed_at(400, 500)
    async with reading(MIDDLE, library) as pilot:
        await press(pilot, "ctrl+f", *"never", "space", *"said", "down")
        await finish(pilot, articles)
        assert (desk(pilot).reader.article.id, lit(pilot)) == ("story-400", "never said")
        assert str(desk(pilot).query_one("#find-count").render()) == "1 of 1"


def disputed_at(place: int, count: int) -> tuple[Library, Many]:
    """Articles of which only the one at that place, if there is one, has figures that are disputed."""
    plain, disputed, _ = small_library().articles
    articles = Many(count, [disputed if index == place else plain for index in range(min(count, place + 1))])
    return Library(articles), articles


async def finish(pilot: Pilot[None], articles: Many) -> None:
    """Let what goes on in threads come to its end."""
    articles.open.set()
    with suppress(WorkerCancelled):
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def heading(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one(".heading", Static).content)


VIEWS = {"t": "COMPARE · 3,000 articles", "T": "TIMELINE · U.S. troops in Iraq · 3,000 articles, 2,000 with a figure"}


@pytest.mark.parametrize(("key", "told"), VIEWS.items())
async def test_a_view_of_all_articles_shows_those_that_are_gathered_and_gathers_on(key: str, told: str) -> None:
    library, articles = many(3000)
    async with reading(MIDDLE, library) as pilot:
        articles.open.clear()
        await press(pilot, key)
        assert " · 1,000 of 3,000 so far" in heading(pilot)
        await press(pilot, "G", "k", "slash", *"baghdad:none", "enter")
        assert "only “baghdad:none”: 666 of 1,000 · 1,000 of 3,000 so far" in heading(pilot)
        await press(pilot, "slash", "escape")
        await finish(pilot, articles)
        assert heading(pilot).startswith(told)


@pytest.mark.parametrize("key", VIEWS)
async def test_whoever_leaves_a_view_does_not_wait_and_it_goes_on_where_it_was(key: str) -> None:
    library, articles = many(3000)
    async with reading(MIDDLE, library) as pilot:
        articles.open.clear()
        await press(pilot, key, "escape")
        assert pilot.app.screen is desk(pilot)
        await finish(pilot, articles)
        articles.loaded.clear()
        await press(pilot, key)
        await finish(pilot, articles)
        gathered = [place for place in articles.loaded if place not in range(30)]
        assert sorted({*range(1000, 3000)} - {*gathered}) == []
        assert heading(pilot).startswith(VIEWS[key])


async def test_many_articles_are_sorted_and_filtered_and_lead_to_their_words() -> None:
    library, articles = many(3000)
    async with reading(MIDDLE, library) as pilot:
        await press(pilot, "t", "l", "O")
        await finish(pilot, articles)
        assert "by troops, most first, 1,000 unknown at the end" in heading(pilot)
        await press(pilot, "g", "enter")
        assert (desk(pilot).place.article % 3, lit(pilot)) == (1, "3,000")
        await press(pilot, "ctrl+o", "slash", *"before:2005", "enter")
        await finish(pilot, articles)
        assert "only “before:2005”: 183 of 3,000" in heading(pilot)
        await press(pilot, "G", "enter")
        assert desk(pilot).place.article < 183


async def test_the_next_figure_of_many_is_that_of_its_article() -> None:
    library, articles = many(3000)
    async with reading(MIDDLE, library) as pilot:
        await press(pilot, "T")
        await finish(pilot, articles)
        await press(pilot, "G", "h", "enter")
        assert (desk(pilot).place.article, lit(pilot)) == (2998, "more than 4,000")


async def test_what_the_user_corrects_in_many_is_so_in_the_table() -> None:
    library, articles = many(3000)
    async with reading(MIDDLE, library) as pilot:
        await press(pilot, "t")
        await finish(pilot, articles)
        await press(pilot, "q", "2", "n", "c", "ctrl+u", *"baghdad:", "space", *"limit", "enter")
        articles.loaded.clear()
        await press(pilot, "t", "slash", *"baghdad:limit", "enter")
        await finish(pilot, articles)
        assert "only “baghdad:limit”: 1 of 3,000" in heading(pilot)
        assert len(articles.loaded) < 100


async def test_who_speaks_is_told_of_the_articles_around_and_it_says_so() -> None:
    library, articles = many()
    async with reading(MIDDLE, library, Place("text", 54_321, 0)) as pilot:
        articles.loaded.clear()
        await press(pilot, "v")
        assert heading(pilot).endswith("most words first · 1,000 of 100,000 articles: those around the open one")
        assert {*articles.loaded} <= {*range(53_821, 54_821)}
        await press(pilot, "slash", *"holt", "enter", "enter")
        assert heading(pilot).startswith(
            "LENA HOLT · Washington · 1,000 quotes, 4,336 words in 667 articles · 1,000 of"
        )
        await press(pilot, "G", "enter")
        assert (desk(pilot).place.article, lit(pilot)) == (54_820, "we have 3,000 people in the valley")
        await press(pilot, "1", "g", "enter", "n", "V")
        assert heading(pilot).startswith("KARIM AL-AMIN")
        await press(pilot, "q", "v", "a")
        assert heading(pilot).startswith("QUOTED WORDS BY SIDE · 1,000 articles · 1,000 of 100,000")
        articles.loaded.clear()
        await press(pilot, "G", "k")
        assert len(articles.loaded) < seen(MIDDLE)


async def test_marks_in_many_articles_are_listed_and_lead_to_their_words() -> None:
    library, articles = many()
    async with reading(MIDDLE, library, Place("text", 54_321, 0)) as pilot:
        await press(pilot, "n", "m", "1", "G", "k", "enter", "n", "m")
        articles.loaded.clear()
        await press(pilot, "apostrophe")
        assert heading(pilot) == "MARKS AND NOTES · 2 marks"
        await press(pilot, "enter")
        assert (desk(pilot).place.article, lit(pilot)) == (54_321, "We ask for engineers and for time,")
        assert len(articles.loaded) < 2 * seen(MIDDLE)


async def test_the_palette_offers_the_articles_around() -> None:
    _, articles = many()
    async with reading(MIDDLE, Library(articles), Place("text", 54_321, 0)) as pilot:
        articles.loaded.clear()
        await press(pilot, "colon", *"engineers")
        await pilot.app.workers.wait_for_complete()
        assert {*articles.loaded} <= {*range(54_271, 54_372)}
