"""The speakers' view: who says what over time, from every name to every word and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import Static

from iraqreader.articles import Held
from iraqreader.library import Library
from iraqreader.model import Speaker
from iraqreader.tui.desk import Desk
from iraqreader.tui.help import KeyList
from iraqreader.tui.speakers import Speakers
from tests.tui_library import article_of
from tests.tui_pilot import MIDDLE, SMALL, WIDE, desk, lit, press, reading, said, shown

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from iraqreader.model import Article

SIZES = [(60, 20), SMALL, MIDDLE]


def view(pilot: Pilot[None]) -> Speakers:
    screen = pilot.app.screen
    assert isinstance(screen, Speakers)
    return screen


def heading(pilot: Pilot[None]) -> str:
    return str(view(pilot).query_one(".heading", Static).content)


def lines(pilot: Pilot[None]) -> list[str]:
    return [" ".join(line.split()) for line in shown(view(pilot).rows)]


@pytest.mark.parametrize("size", SIZES)
async def test_everyone_who_speaks_is_there_with_how_much(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await press(pilot, "v")
        assert heading(pilot) == "SPEAKERS · 2 named, 0 not · most words first"
        first, second, *_ = lines(pilot)
        assert first.startswith("LH Lena Holt Washington")
        assert first.endswith("13 3 2"), "words, quotes, articles"
        assert second.startswith("KA Karim al-Amin Baghdad")


@pytest.mark.parametrize("size", SIZES)
async def test_from_a_speaker_to_the_words_and_back_to_where_one_was(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        await press(pilot, "v", "j", "enter")
        assert heading(pilot) == "KARIM AL-AMIN · Baghdad · 2 quotes, 11 words in 2 articles"
        for _ in range(2):
            await press(pilot, "G", "enter")
            assert (desk(pilot).reader.article.id, lit(pilot)) == ("second", "We never said four,")
            await press(pilot, "ctrl+o")
        assert view(pilot).rows.door.article == 1
        await press(pilot, "ctrl+o", "q", "q")
        assert isinstance(pilot.app.screen, Desk)
        assert said(pilot).startswith("? help")


async def test_opened_again_the_view_is_as_it_was_left() -> None:
    async with reading() as pilot:
        await press(pilot, "v", "o", "slash", *"holt", "enter")
        before = (heading(pilot), lines(pilot))
        assert "only “holt” · by name" in before[0]
        await press(pilot, "v")
        assert isinstance(pilot.app.screen, Desk)
        await press(pilot, "v")
        assert (heading(pilot), lines(pilot)) == before


async def test_a_place_in_a_view_is_found_again_after_another_was_shown() -> None:
    async with reading(WIDE) as pilot:
        await press(pilot, "v", "enter", "enter")  # to Holt's words
        await press(pilot, "v", "q", "j", "enter", "enter", "ctrl+o")  # to al-Amin's and back
        assert heading(pilot).startswith("KARIM AL-AMIN")
        await press(pilot, "v", "ctrl+o")
        assert heading(pilot).startswith("LENA HOLT")


@pytest.mark.parametrize("keys", [("n", "n", "V"), ("3", "G", "V")])
async def test_a_quote_or_a_name_leads_to_all_that_its_speaker_says(keys: tuple[str, ...]) -> None:
    async with reading() as pilot:
        await press(pilot, *keys)
        assert heading(pilot).startswith("LENA HOLT")
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, Desk), "the list was not where one came from"


async def test_help_has_the_keys_of_the_view_and_does_what_is_chosen() -> None:
    async with reading((100, 60)) as pilot:
        await press(pilot, "v", "question_mark")
        keys = pilot.app.screen.query_one(KeyList)
        told = "\n".join(shown(keys))
        assert "filter as you type" in told
        assert "next quote" not in told
        keys.point_at(next(i for i in range(keys.count()) if keys._doors(i) == ["speakers.order"]))
        await press(pilot, "enter")
        assert heading(pilot).endswith("by name")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("holt", ["Lena Holt"]),
        ("KARIM", ["Karim al-Amin"]),
        ("alamin", ["Karim al-Amin"]),
        ("al-a", ["Karim al-Amin"]),
        ("secretary wash", ["Lena Holt"]),
        ("baghdád", ["Karim al-Amin"]),
        ("nobody", []),
        (" ", ["Lena Holt", "Karim al-Amin"]),
    ],
)
async def test_a_filter_finds_names_roles_and_sides_however_they_are_typed(typed: str, found: list[str]) -> None:
    async with reading() as pilot:
        await press(pilot, "v", "slash", *(key.replace(" ", "space") for key in typed), "enter")
        names = [name for line in lines(pilot) for name in ("Lena Holt", "Karim al-Amin") if name in line]
        assert names == found


async def test_a_filter_is_taken_back_by_esc_and_by_ctrl_c_and_letters_are_its_own() -> None:
    async with reading() as pilot:
        for key in ("escape", "ctrl+c"):
            await press(pilot, "v", "slash", *"vqo", key)
            assert heading(pilot) == "SPEAKERS · 2 named, 0 not · most words first"
            await press(pilot, "q")
        assert pilot.app.is_running


@pytest.mark.parametrize("key", ["enter", "tab"])
async def test_a_filter_that_is_kept_can_be_typed_on(key: str) -> None:
    async with reading() as pilot:
        await press(pilot, "v", "slash", *"wash", key, "slash", *"in", key)
        assert heading(pilot) == "SPEAKERS · 1 named, 0 not · only “washin” · most words first"
        await press(pilot, "o")
        assert heading(pilot).endswith("by name"), "keys are keys again"


async def test_orders_go_round_and_the_cursor_stays_at_whom_it_was() -> None:
    async with reading() as pilot:
        await press(pilot, "v", "j")
        told = []
        for _ in range(4):
            await press(pilot, "o")
            told.append((heading(pilot).rpartition(" · ")[2], lines(pilot)[0][:2]))
            assert view(pilot).rows.door.name == "Karim al-Amin"
        assert told == [
            ("by name", "KA"),
            ("by side", "LH"),
            ("first to speak first", "KA"),
            ("most words first", "LH"),
        ]


@pytest.mark.parametrize("size", SIZES)
async def test_each_article_tells_who_has_how_many_words_and_who_is_not_quoted(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        kinds = ["", "", ""] if size[0] < 80 else ["6 0 ", "7 0 ", "4 0 "]  # in narrow ones the bar alone tells these
        await press(pilot, "v", "a", "G", "g")
        told = lines(pilot)
        assert heading(pilot) == "QUOTED WORDS BY SIDE · 3 articles"
        assert told[0].startswith("Mar 2014 The Valley Post")
        assert told[1].startswith(f"Washington 6 46 % {kinds[0]}█")
        assert told[2].startswith(f"Baghdad 7 54 % {kinds[1]}█")
        await press(pilot, "slash", *"no", "space", *"iraqi", "enter")
        told = lines(pilot)
        assert heading(pilot) == "QUOTED WORDS BY SIDE · 1 article · only “no iraqi”"
        assert told[1].startswith(f"nobody named 4 100 % {kinds[2]}█")
        assert told[2:4] == ["no U.S. official quoted", "no Iraqi official quoted"]


async def test_a_share_leads_to_the_first_of_its_quotes_and_back() -> None:
    async with reading() as pilot:
        await press(pilot, "v", "a", "j", "enter")
        assert lit(pilot) == "Bridges come first,"
        await press(pilot, "v", "a", "q", "ctrl+o")
        assert heading(pilot).startswith("QUOTED WORDS")
        await press(pilot, "enter")
        assert lit(pilot) == "Bridges come first,"


async def test_whoever_nobody_names_is_of_one_article_and_it_says_so() -> None:
    async with reading((100, 30), Library(Held((unnamed("one"), unnamed("two"))))) as pilot:
        await press(pilot, "v")
        assert heading(pilot).startswith("SPEAKERS · 0 named, 2 not")
        told = lines(pilot)
        assert told[1].startswith("NOT NAMED · of one article each")
        assert [line.split()[:2] for line in told[2:4]] == [["Of", "officials"]] * 2
        await press(pilot, "enter")
        assert lines(pilot)[0].startswith("nobody in particular")


def unnamed(name: str) -> Article:
    article = article_of("“{q_holt:We wait,}” {by_holt:officials} said.", name)
    (quote,) = article.quotes
    speaker = Speaker(article.mentions[0].span, "officials")
    return article._replace(quotes=(quote._replace(speaker=speaker),))


HOSTILE = "\x1b]0;owned\x07 Lena [bold]Holt[/] \x9b31m\u202e"


async def test_nothing_in_a_name_or_a_role_steers_the_terminal() -> None:
    article = article_of("{title:A \x1b[2J}\n\n“{q_holt:Words \x1b[2J and \u202e back,}” said {by_holt:Holt}.")
    (quote,) = article.quotes
    speaker = Speaker(article.mentions[0].span, HOSTILE, HOSTILE, HOSTILE, "x\x1b")
    library = Library(Held((article._replace(quotes=(quote._replace(speaker=speaker),)),)))
    async with reading(MIDDLE, library) as pilot:
        for keys in (["v"], ["slash", "b", "enter"], ["enter"], ["q", "a"]):
            await press(pilot, *keys)
            screen = "".join(strip.text for strip in pilot.app.screen._compositor.render_strips())
            assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(screen)
            assert "[bold]holt[/]" in screen.casefold() or keys[-1] == "a"


async def test_a_page_is_laid_out_anew_at_another_width_with_its_cursor_where_it_was() -> None:
    async with reading(MIDDLE) as pilot:
        await press(pilot, "v", "enter", "G")
        before = view(pilot).rows.door
        for width, height in ((60, 20), (200, 60), (41, 12), MIDDLE):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            rows = view(pilot).rows
            assert rows.door == before
            assert any("we have 3,000 people" in line for line in shown(rows))


async def test_a_speaker_that_the_user_corrected_is_told_as_theirs() -> None:
    async with reading() as pilot:
        await press(pilot, "2", "n", "c", "ctrl+u", *"Lena", "space", *"Holt", "enter", "V")
        assert heading(pilot) == "LENA HOLT · Washington · 4 quotes, 20 words in 2 articles"
        assert any(line.startswith("direct ≠") and "We ask for engineers" in line for line in lines(pilot))


async def test_keys_that_come_all_at_once_are_answered_in_order() -> None:
    async with reading() as pilot:
        for key in ("v", "slash", *"amin", "enter", "enter"):
            pilot.app.post_message(events.Key(key, "/" if key == "slash" else key if len(key) == 1 else None))
        await pilot.pause(0.1)
        assert heading(pilot).startswith("KARIM AL-AMIN")
