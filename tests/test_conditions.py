"""What is typed to filter articles means what it says, and what it cannot mean is told rather than guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.conditions import read_condition, sides_of
from tests.comparisons import article, articles, figure

if TYPE_CHECKING:
    from iraqreader.model import Article

ARTICLES = [
    article("june", "2014-06-11..2014-06-13", publisher="NBC News", title="Iraq asks for help", quoted=("baghdad",)),
    article("about", "2015-10-28", troops=(figure("~3,300"),), title="Iraq: We Didn’t Ask"),
    article(
        "disputed",
        "2016-02-03",
        basis="corrected",
        troops=(figure("3,700⚑"), figure(">4,000⚑", headline=False)),
        stances={"washington": "expand", "tehran": "withdraw"},
    ),
    article("range", "..2019-01-01", troops=(figure("2,500–3,000"),), stances={"baghdad": "withdraw"}),
    article("undated", troops=(figure("<2,000"),), publisher="Télé Nord", title="A conflict of words"),
]

HOLDS = {
    "": "june about disputed range undated",
    "troops>3000": "about disputed",
    "troops >= 3,000": "about disputed range",
    "troops>4000": "disputed",
    "troops>4,001": "",
    "troops<2000": "undated",
    "troops<=2500": "range undated",
    "troops=2700": "range",
    "troops:3700": "disputed",
    "troops:none": "june",
    "!troops:none": "about disputed range undated",
    "quotes>0": "june",
    "washington:expand": "disputed",
    "wash:exp": "disputed",
    "Baghdad:WITHDRAW": "range",
    "tehran:withdraw": "disputed",
    "baghdad:none !troops:none": "about disputed undated",
    "conflict": "disputed",
    "!conflict troops>2000": "about range",
    '"conflict"': "undated",
    "corrected": "disputed",
    "undated": "undated",
    "date:2014": "june range undated",
    "date:2014-06-12 !undated": "june range",
    "before:2015 !undated": "june range",
    "after:2015-10 !undated": "disputed range",
    "date:2016-2-3 corrected": "disputed",
    "iraq": "june about",
    "iraq help": "june",
    '"iraq asks"': "june",
    "“iraq asks”": "june",
    '"asks iraq"': "",
    "didn't": "about",
    "tele": "undated",
    "publisher:nbc": "june",
    "title:nbc": "",
    'title:"of words"': "undated",
    "!title:iraq": "disputed range undated",
}


@pytest.mark.parametrize("typed", HOLDS)
def test_a_filter_keeps_what_is_as_it_says(typed: str) -> None:
    condition = read_condition(typed, sides_of(ARTICLES))
    assert not condition.unclear
    assert " ".join(item.id for item in ARTICLES if condition.holds(item)) == HOLDS[typed]


UNCLEAR = {
    "foo:bar": "nothing is called “foo”: there is troops, quotes, date, before, after, title, publisher, washington",
    "troops>": "“troops>” waits for what to compare with",
    "troops>many": "“many” is no number",
    "troops>,": "“,” is no number",
    "baghdad:happy": "baghdad: takes expand, keep, noncommittal, limit, withdraw or none",
    "baghdad>3": "baghdad: takes",
    "erbil:keep": "nothing is called “erbil”",
    "after:yesterday": "after: takes a date, like 2016, 2016-02 or 2016-02-03",
    "date:2015-02-30": "date: takes a date",
    "date>2015": "date: takes a date",
    "title>3": "title: takes words",
}


@pytest.mark.parametrize("typed", UNCLEAR)
def test_what_cannot_be_meant_is_said_and_keeps_everything(typed: str) -> None:
    condition = read_condition(f"{typed} !undated", sides_of(ARTICLES))
    assert len(condition.unclear) == 1
    assert UNCLEAR[typed] in condition.unclear[0]
    assert [item.id for item in ARTICLES if condition.holds(item)] == ["june", "about", "disputed", "range"]


PIECES = st.sampled_from(
    [
        "troops",
        "date",
        "after",
        "title",
        "baghdad",
        ":",
        ">",
        "<=",
        "=",
        "!",
        '"',
        " ",
        "2016",
        "-",
        "02",
        ",",
        "²",
        "none",
    ]
)
TYPED = st.one_of(st.text(), st.lists(PIECES, max_size=8).map("".join))


@given(TYPED, articles())
def test_nothing_that_is_typed_fails(typed: str, given_: list[Article]) -> None:
    condition = read_condition(typed, sides_of(given_))
    kept = [item for item in given_ if condition.holds(item)]
    assert len(kept) <= len(given_)
    assert all(condition.unclear)


@given(st.sampled_from([*HOLDS]), articles())
def test_a_mark_of_exclamation_turns_a_term_round(typed: str, given_: list[Article]) -> None:
    if typed and " " not in typed and typed[0] != "!":
        plain, turned = read_condition(typed, ["tehran"]), read_condition(f"!{typed}", ["tehran"])
        assert all(plain.holds(item) != turned.holds(item) for item in given_)
