"""What is read back from the index is what was found."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.model import (
    Article,
    DateRange,
    Evidence,
    Furniture,
    Mention,
    Person,
    Published,
    Publisher,
    Quote,
    Reason,
    Span,
    Speaker,
    Stance,
    TroopCount,
)
from iraqreader.record import dump_facts, load_facts
from tests.marked import read_article

WORDS = st.text(max_size=8)
MAYBE = st.none() | WORDS
SPANS = st.builds(Span, st.integers(0, 10**9), st.integers(0, 10**9))
DAYS = st.builds(DateRange, st.none() | st.dates(), st.none() | st.dates())
PEOPLE = st.builds(Person, WORDS, WORDS, MAYBE, MAYBE)
SPEAKERS = st.builds(Speaker, SPANS, WORDS, MAYBE, MAYBE, MAYBE)
COUNTS = st.integers(0, 10**12)


def tuples(facts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(facts, max_size=3).map(tuple)


ARTICLES = st.builds(
    Article,
    id=WORDS,
    path=WORDS,
    text=WORDS,
    title=st.none() | SPANS,
    publisher=st.none() | st.builds(Publisher, WORDS, SPANS),
    published=st.builds(Published, DAYS, st.just("inferred"), tuples(st.builds(Reason, WORDS, SPANS))),
    furniture=tuples(st.builds(Furniture, SPANS, st.just("byline"), WORDS)),
    paragraphs=tuples(SPANS),
    people=tuples(PEOPLE),
    mentions=tuples(st.builds(Mention, SPANS, st.just("name"), st.none() | PEOPLE)),
    quotes=tuples(st.builds(Quote, SPANS, st.just("direct"), st.none() | SPEAKERS, st.none() | SPANS, WORDS)),
    troops=tuples(
        st.builds(
            TroopCount,
            *(SPANS, COUNTS, st.none() | COUNTS, st.just("about"), st.just("us"), MAYBE, st.just("current")),
            *(DAYS, MAYBE, st.booleans(), st.booleans(), WORDS),
        )
    ),
    stances=tuples(
        st.builds(Stance, WORDS, st.just("keep"), tuples(st.builds(Evidence, SPANS, st.just("keep"), MAYBE, WORDS)))
    ),
    as_read=st.none(),
)


@given(ARTICLES)
def test_facts_come_back_as_they_were(article: Article) -> None:
    assert load_facts(dump_facts(article), article.text, article.id, article.path) == article


def test_days_far_away_are_days() -> None:
    days = Published(DateRange(date.min, date.max), "inferred")
    article = read_article("")._replace(published=days)
    assert load_facts(dump_facts(article), article.text, article.id, article.path) == article


def test_the_text_is_not_in_a_record() -> None:
    assert b"soldiers" not in dump_facts(read_article("The soldiers stay."))


@pytest.mark.parametrize("facts", [b"", b"\xff", b"null", b"[]", b"{}", b"[1,2,3,4,5,6,7,8,9,10]"])
def test_what_is_no_record_is_refused(facts: bytes) -> None:
    with pytest.raises((ValueError, TypeError)):
        load_facts(facts, "", "story", "story.txt")
