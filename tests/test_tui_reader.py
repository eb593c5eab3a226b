"""The text: its facts are marked on its own words, and one moves among them by meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iraqreader.articles import Held
from iraqreader.library import Library
from iraqreader.report import printable
from iraqreader.tui.margins import LEFT
from iraqreader.tui.reader import Reader
from tests.tui_library import article_of
from tests.tui_pilot import MIDDLE, SMALL, WIDE, desk, lit, press, reading, said, shown

if TYPE_CHECKING:
    from iraqreader.model import Span


def drawn(reader: Reader, span: Span) -> str:
    """What stands on the screen in the cells of a span."""
    words = ""
    for index in reader.page.lines_of(span):
        line, columns = reader.page.lines[index], reader.page.columns(index)
        strip = reader.render_line(index - reader.scroll_offset.y)
        first, last = (max(line.start, span.start) - line.start, min(line.end, span.end) - line.start)
        left = reader._indent + LEFT
        words += strip.crop(left + columns[first], left + columns[last]).text
    return words


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_every_fact_of_the_five_is_shown_in_its_own_words(size: tuple[int, int], seeds: Library) -> None:
    async with reading(size, seeds) as pilot:
        await press(pilot, "2")
        reader = desk(pilot).reader
        for article in seeds.articles:
            reader.show(article)
            spans = [fact.span for fact in reader.facts] + [item.span for item in article.furniture]
            for span in spans:
                assert drawn(reader, span) == printable(span.of(article.text)).replace("\n", "")
            await press(pilot, "right_square_bracket")


async def test_a_speakers_words_and_names_share_one_style_in_every_article() -> None:
    async with reading(WIDE) as pilot:
        reader, inks = desk(pilot).reader, []
        for article in desk(pilot).articles[:2]:
            reader.show(article)
            inks += [
                run.inks[0]
                for quote in article.quotes
                if quote.speaker and quote.speaker.person == "lena-holt"
                for span in (quote.span, quote.speaker.span)
                for run in reader._runs
                if span.start <= run.start < span.end
            ]
        assert len(set(inks)) == 1
        assert inks[0].startswith("washington-")


async def test_initials_and_a_bar_stand_beside_the_words_of_a_quote() -> None:
    async with reading(SMALL) as pilot:
        await press(pilot, "2")
        lines = shown(desk(pilot).reader)
        first = next(index for index, line in enumerate(lines) if "We ask for engineers" in line)
        assert lines[first].startswith("KA▏ ")


async def test_figures_and_stances_have_a_sign_beside_their_line() -> None:
    async with reading(SMALL) as pilot:
        await press(pilot, "2")
        lines = shown(desk(pilot).reader)
        assert next(line for line in lines if "1,200" in line).endswith("#")
        assert next(line for line in lines if "The government" in line).endswith("▲B")
        await press(pilot, "right_square_bracket")
        assert any(line.endswith("⚑") for line in shown(desk(pilot).reader))


async def test_quotes_follow_each_other_into_the_next_article_and_back() -> None:
    async with reading() as pilot:
        words = []
        for key in ("n", "n", "n", "n", "p", "N"):
            await press(pilot, key)
            words.append(lit(pilot))
        assert words == [
            "We ask for engineers and for time,",
            "Bridges come first,",
            "Roads come second.",
            "we have 3,000 people in the valley",
            "Roads come second.",
            "Bridges come first,",
        ]


async def test_going_on_into_another_article_is_said() -> None:
    async with reading() as pilot:
        await press(pilot, "right_curly_bracket", "right_curly_bracket")
        assert lit(pilot) == "3,000"
        assert said(pilot) == "on in another article: Two figures for one valley"


async def test_the_same_speaker_is_followed_and_others_are_passed_over() -> None:
    async with reading() as pilot:
        await press(pilot, "n", "s")
        assert lit(pilot) == "We never said four,"
        await press(pilot, "S")
        assert lit(pilot) == "We ask for engineers and for time,"
        await press(pilot, "S")
        assert said(pilot) == "no earlier quote by this speaker"


async def test_figures_and_evidence_are_stepped_through() -> None:
    async with reading() as pilot:
        await press(pilot, "right_curly_bracket")
        assert lit(pilot) == "1,200 U.S. troops"
        await press(pilot, "e")
        assert lit(pilot) == "The last engineers leave in May"
        await press(pilot, "E")
        assert lit(pilot) == "The government asks for engineers"


@pytest.mark.parametrize("size", [SMALL, MIDDLE])
async def test_disputed_figures_are_found_across_articles_and_undisputed_ones_passed_over(
    size: tuple[int, int],
) -> None:
    async with reading(size) as pilot:
        await press(pilot, "2", "x")
        assert lit(pilot) == "3,000"
        assert said(pilot) == "on in another article: Two figures for one valley"
        await press(pilot, "x")
        assert lit(pilot) == "more than 4,000"
        assert "another source in this article disagrees" in said(pilot)
        await press(pilot, "x")
        assert said(pilot) == "no further figure that sources dispute"
        await press(pilot, "X")
        assert lit(pilot) == "3,000"


async def test_moving_by_meaning_goes_on_from_what_is_in_view() -> None:
    async with reading(SMALL) as pilot:
        await press(pilot, "2", "n", "space", "space", "n")
        assert lit(pilot) == "Bridges come first,"


async def test_what_is_lit_is_in_view_and_told() -> None:
    async with reading(SMALL) as pilot:
        await press(pilot, "2", "n", "n")
        assert any("Bridges come first," in line for line in shown(desk(pilot).reader))
        assert said(pilot) == "direct quote · Lena Holt, Defense Secretary (Washington)"


async def test_furniture_folds_to_a_line_and_unfolds_in_place() -> None:
    async with reading(SMALL) as pilot:
        await press(pilot, "2", "f")
        assert shown(desk(pilot).reader)[0].strip() == "⋯ site notice"
        await press(pilot, "f")
        assert shown(desk(pilot).reader)[0].strip() == "Sign in to read more."


async def test_a_fact_inside_folded_furniture_unfolds_it() -> None:
    library = Library(Held((article_of("{bio:Written on {date:3 May 2016} by a friend.}\n\nThe report."),)))
    async with reading(WIDE, library) as pilot:
        await press(pilot, "f")
        reader = desk(pilot).reader
        reader.stand_on(reader.facts[0])
        await pilot.pause()
        assert "Written on 3 May 2016" in shown(reader)[0]


async def test_a_click_on_a_quote_lights_it() -> None:
    async with reading(WIDE) as pilot:
        reader = desk(pilot).reader
        y = next(y for y, line in enumerate(shown(reader)) if "We ask for" in line)
        x = shown(reader)[y].index("We ask for")
        await pilot.click(Reader, offset=(x + 2, y))
        await pilot.pause()
        assert lit(pilot) == "We ask for engineers and for time,"


async def test_keys_that_come_before_the_text_is_laid_out_each_go_on_by_one() -> None:
    async with reading(SMALL) as pilot:
        here = desk(pilot)
        here.action_pane("text")
        for _ in range(3):
            here.action_next("quote", 1)
        await pilot.pause()
        assert lit(pilot) == "Roads come second."
        assert any("Roads" in line for line in shown(here.reader))
