"""A comparison says what articles say and where they disagree, and its order never puts the unknown before the known."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.comparison import COLUMNS, Column, column_named, in_order
from iraqreader.model import YOURS, Evidence, Stance
from tests.comparisons import WORDS, article, articles, figure

if TYPE_CHECKING:
    from iraqreader.model import Article

DISPUTED = article(
    troops=(figure("3,700⚑", speaker="Lena Holt"), figure(">4,000⚑", speaker="Karim al-Amin", headline=False))
)
CORRECTED = article(when="2016-02-03", basis="corrected", reasons=("the page states 2015", "2015-02-03 was a Tuesday"))
SAID = article(quoted=("washington", "washington", "tehran", None, "?"))

CELLS = {
    ("troops", "3,700⚑"): DISPUTED,
    ("troops", "—"): article(),
    ("date", "2016-02-03†"): CORRECTED,
    ("date", "unknown"): article(),
    ("washington", "▲ expand"): article(stances={"washington": "expand"}),
    ("washington", "—"): article(stances={"baghdad": "expand"}),
    ("others", "Erbil ● keep, Tehran ✕ withdraw"): article(stances={"erbil": "keep", "tehran": "withdraw"}),
    ("others", "—"): article(stances={"baghdad": "keep"}),
    ("quotes", "W2 o3"): SAID,
    ("quotes", "0"): article(),
    ("publisher", "—"): article(),
    ("title", "Pact of the valley…"): article(),
}


@pytest.mark.parametrize("case", CELLS, ids=" ".join)
def test_a_cell_is_short_and_true(case: tuple[str, str]) -> None:
    assert column_named(case[0]).cell(CELLS[case]) == case[1]


TOLD = {
    ("troops", "⚑ sources disagree: 3,700, says Lena Holt; more than 4,000, says Karim al-Amin"): DISPUTED,
    ("troops", "about 3,300 U.S. troops in Iraq, current, says the article"): article(troops=(figure("~3,300"),)),
    ("troops", "2,500 to 3,000 U.S. troops"): article(troops=(figure("2,500–3,000"),)),
    ("troops", "unknown, not none"): article(),
    ("date", "3 Feb 2016 · corrected"): CORRECTED,
    ("date", "the page states 2015; 2015-02-03 was a Tuesday"): CORRECTED,
    ("date", "the article gives nothing to go by"): article(),
    ("date", "until 1 Mar 2016"): article(when="..2016-03-01"),
    ("baghdad", "Baghdad ▼ limit: refuses more"): article(stances={"baghdad": "limit"}),
    ("baghdad", "unknown, not neutral"): article(),
    ("others", "Tehran ✕ withdraw: wants the forces out"): article(stances={"tehran": "withdraw"}),
    ("others", "no position of any other side"): article(),
    ("quotes", "5 quotes · 2 Washington, 1 Tehran, 1 of no side, 1 of nobody named · no Iraqi official"): SAID,
    ("quotes", "1 quote · 1 Baghdad · no U.S. official quoted"): article(quoted=("baghdad",)),
    ("publisher", "published by The Post · file one.txt"): article(publisher="The Post"),
    ("publisher", "no publisher is named"): article(),
    ("title", "no title; it begins: Pact of the valley"): article(),
}


@pytest.mark.parametrize("case", TOLD, ids=" ".join)
def test_a_cell_is_told_in_words(case: tuple[str, str]) -> None:
    assert case[1] in column_named(case[0]).told(TOLD[case])


def test_what_the_user_corrected_is_said_to_be_theirs() -> None:
    read = article(when="2014-01-01")
    own = Evidence(WORDS, "keep", None, YOURS)
    mine = read._replace(published=CORRECTED.published, stances=(Stance("baghdad", "keep", (own,)),), as_read=read)
    assert column_named("date").told(mine).startswith("3 Feb 2016 · yours · ")
    assert column_named("baghdad").told(mine).endswith("“what was said” · yours")


def test_what_an_article_says_cannot_steer_the_terminal() -> None:
    hostile = article(
        title="T\x1b[2J", publisher="P\x9b", reasons=("N\x07",), when="2016-02-03",
        troops=(figure("3,700⚑", speaker="S\x1b"),),
    )  # fmt: skip
    words = "".join(column.cell(hostile) + column.told(hostile) for column in COLUMNS)
    assert words.isprintable()


def names(ordered: list[Article]) -> str:
    return " ".join(item.id for item in ordered)


DATED = [
    article("wide", "2014-01-01..2021-12-31"),
    article("day", "2016-02-03"),
    article("unknown"),
    article("until", "..2015-05-05"),
    article("from", "2020-01-01.."),
]
COUNTED = [
    article("none"),
    article("more", troops=(figure(">3,000"),)),
    article("range", troops=(figure("2,500–4,000"),)),
    article("exact", troops=(figure("3,000"),)),
    article("fewer", troops=(figure("<3,000"),)),
]
WISHED = [
    article("withdraw", stances={"baghdad": "withdraw"}),
    article("none"),
    article("expand", stances={"baghdad": "expand"}),
    article("limit", stances={"baghdad": "limit"}),
]
ORDERS = {
    "date": (DATED, "wide until day from unknown", "wide from day until unknown"),
    "troops": (COUNTED, "range fewer exact more none", "range more exact fewer none"),
    "baghdad": (WISHED, "expand limit withdraw none", "withdraw limit expand none"),
}


@pytest.mark.parametrize("column", ORDERS)
def test_windows_and_ranges_count_from_the_end_that_is_asked_for_and_the_unknown_is_last(column: str) -> None:
    given_, first, last = ORDERS[column]
    assert names(in_order(given_, column_named(column))) == first
    assert names(in_order(given_, column_named(column), last_first=True)) == last


@given(articles(), st.sampled_from(COLUMNS), st.booleans())
def test_an_order_loses_nothing_and_leaves_alike_articles_as_they_came(
    given_: list[Article], column: Column, last_first: bool
) -> None:
    ordered = in_order(given_, column, last_first=last_first)
    assert sorted(map(id, ordered)) == sorted(map(id, given_))
    assert in_order(ordered, column, last_first=last_first) == ordered
    keys = [column.key(item, last_first) for item in ordered]
    known = [key for key in keys if key is not None]
    assert known == sorted(known, reverse=last_first)
    assert keys[len(known) :] == [None] * (len(keys) - len(known))
    for before, after in pairwise(ordered):
        if column.key(before, last_first) == column.key(after, last_first):
            assert given_.index(before) < given_.index(after)
