"""Who speaks: one person is one speaker in every article, and nobody in particular is nobody else's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iraqreader.voices import Order, Tally, find_shares, find_silences, find_voices, in_order, tally
from tests.spoken import Line, spoken

if TYPE_CHECKING:
    from iraqreader.model import Article

EARLY = spoken(
    "early",
    2014,
    Line("We will help", "Ana Reed", "ana-reed", "Vice President", "washington"),
    Line("they asked for planes", "officials", None, None, "washington", "reported"),
    Line("We need planes now", "Karim Said", "karim-said", "Prime Minister", "baghdad"),
)
LATE = spoken(
    "late",
    2021,
    Line("The mission ends", "Reed", "ana-reed", "President", "washington"),
    Line("it will end soon", "Ana Reed", "ana-reed", "president", "washington", "reported"),
    Line("perhaps", "officials", None, None, "washington"),
    Line("Who knows", None),
)
BOTH = (EARLY, LATE)


def told(articles: tuple[Article, ...], order: Order = "date") -> list[tuple[str, str | None, list[int]]]:
    return [(voice.name, voice.person, list(voice.articles)) for voice in in_order(find_voices(articles), order)]


def test_a_person_is_one_speaker_in_every_article_and_nobody_in_particular_is_not() -> None:
    assert told(BOTH) == [
        ("Ana Reed", "ana-reed", [0, 1]),
        ("Karim Said", "karim-said", [0]),
        ("officials", None, [0]),
        ("officials", None, [1]),
    ]


def test_words_that_name_nobody_are_not_a_person_whose_id_is_the_same() -> None:
    article = spoken("one", 2014, Line("a", "officials"), Line("b", "The Officials", "officials"))
    assert [(voice.name, voice.person) for voice in find_voices((article,))] == [
        ("officials", None),
        ("The Officials", "officials"),
    ]


def test_quotes_are_in_date_order_and_counted_by_kind() -> None:
    reed = find_voices(BOTH)[0]
    words = [BOTH[said.article].text[said.quote.span.start : said.quote.span.end] for said in reed.said]
    assert words == ["We will help", "The mission ends", "it will end soon"]
    assert reed.tally == Tally(direct=2, reported=1, direct_words=6, reported_words=4)
    assert (reed.tally.quotes, reed.tally.words) == (3, 10)


def test_a_role_is_told_once_with_when_it_is_given_and_the_last_one_is_the_role() -> None:
    reed = find_voices(BOTH)[0]
    assert [(role.title, role.quotes, role.spell.first.earliest) for role in reed.roles] == [
        ("Vice President", 1, EARLY.published.range.earliest),
        ("President", 2, LATE.published.range.earliest),
    ]
    assert (reed.role, reed.side, reed.sides) == ("president", "washington", ("washington",))
    assert (reed.spell.first, reed.spell.last) == (EARLY.published.range, LATE.published.range)


def test_someone_who_changes_sides_has_both_and_is_of_the_last() -> None:
    first = spoken("a", 2014, Line("x", "Ali", "ali", None, "erbil"))
    then = spoken("b", 2016, Line("y", "Ali", "ali", None, "baghdad"), Line("z", "Ali", "ali"))
    (ali,) = find_voices((first, then))
    assert (ali.sides, ali.side, ali.role) == (("erbil", "baghdad"), "baghdad", None)


NAMES = [
    (["Ash Carter", "Ashton Carter", "Ash Carter"], "Ash Carter"),
    (["Carter", "Ashton Carter"], "Ashton Carter"),
    (["B. Reed", "A. Reed"], "B. Reed"),
]


@pytest.mark.parametrize(("names", "name"), NAMES)
def test_the_name_is_the_one_that_stands_most_often_or_is_longest(names: list[str], name: str) -> None:
    for turned in (names, names[::-1]):
        (voice,) = find_voices((spoken("a", 2014, *(Line("x", one, "someone") for one in turned)),))
        assert voice.name == name


ORDERED: list[tuple[Order, list[str]]] = [
    ("words", ["Ana Reed", "Karim Said", "officials", "officials"]),
    ("name", ["Ana Reed", "Karim Said", "officials", "officials"]),
    ("side", ["Ana Reed", "Zoe", "Karim Said", "Yusuf", "Xu", "officials", "officials"]),
    ("date", ["Ana Reed", "Karim Said", "Yusuf", "Xu", "Zoe", "officials", "officials"]),
]


@pytest.mark.parametrize(("order", "names"), ORDERED)
def test_those_who_are_named_come_first_in_every_order(order: Order, names: list[str]) -> None:
    others = [
        Line("a b", "Yusuf", "y", None, "erbil"),
        Line("a b", "Xu", "x"),
        Line("a", "Zoe", "z", None, "washington"),
    ]
    last = spoken("last", None, *others)
    found = [name for name, *_ in told((*BOTH, last), order) if name in names]
    assert found == names


def test_shares_are_washington_baghdad_the_others_those_without_a_side_and_nobody() -> None:
    article = spoken(
        "a",
        2014,
        Line("one two three", None),
        Line("one", "Xu", "x"),
        Line("one two", "Yusuf", "y", None, "erbil", "reported"),
        Line("one", "Karim", "k", None, "baghdad"),
        Line("one two", "officials", None, None, "washington", "reported"),
        Line("one two", "Reed", "r", None, "washington"),
    )
    shares = [(share.side, share.named, *tally(share.said)[2:]) for share in find_shares(article)]
    assert shares == [
        ("washington", True, 2, 2),
        ("baghdad", True, 1, 0),
        ("erbil", True, 0, 2),
        (None, True, 1, 0),
        (None, False, 3, 0),
    ]


US, IRAQI = Line("x", "Reed", "r", None, "washington"), Line("x", "Karim", "k", None, "baghdad")
SILENCES: list[tuple[list[Line], tuple[str, ...]]] = [
    ([US, IRAQI], ()),
    ([US], ("no Iraqi official quoted",)),
    ([IRAQI], ("no U.S. official quoted",)),
    ([], ("no U.S. official quoted", "no Iraqi official quoted")),
    ([US, IRAQI._replace(kind="reported")], ("Iraqi officials in reported speech only",)),
    ([US, Line("x", "Karim", "k", None, "erbil")], ("no Iraqi official quoted",)),
    ([Line("x", None)], ("no U.S. official quoted", "no Iraqi official quoted")),
]


@pytest.mark.parametrize(("lines", "silences"), SILENCES)
def test_who_is_not_quoted_is_said(lines: list[Line], silences: tuple[str, ...]) -> None:
    assert find_silences(spoken("a", 2014, *lines)) == silences


def test_no_articles_and_no_quotes_are_nobody() -> None:
    assert find_voices(()) == ()
    assert find_voices((spoken("a", 2014),)) == ()
    assert find_shares(spoken("a", 2014)) == ()
