"""What a file says of itself above its text holds, on the words that say it, and is no part of the report."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.analyze import analyze
from iraqreader.extract.front_matter import find_front_matter
from iraqreader.model import DateRange, Publisher, Span

STORY = "\nThe minister arrived on Monday.\n\n“We will go,” said Ann Lee, a spokeswoman.\n"
DAY = date(2016, 2, 3)

STATED: dict[str, tuple[str, Any]] = {
    "title": ("title: Troops leave: a first look", "Troops leave: a first look"),
    "headline, in marks": ('Headline: "Troops leave"', "Troops leave"),
    "the first of two": ("title: One\nheadline: Two", "One"),
    "among others": ("tags:\n  - iraq\n- war\n# note\n\nTitle: One\nslug: x", "One"),
    "one mark only": ("title: 'Tis the season", "'Tis the season"),
    "none": ("slug: x", None),
    "empty": ("title:\nslug: x", None),
}
DATES: dict[str, tuple[str, DateRange | None]] = {
    "iso": ("date: 2016-02-03", DateRange(DAY, DAY)),
    "with a time": ("published: 2016-02-03T10:00:00Z", DateRange(DAY, DAY)),
    "as printed": ("date: Wednesday, Feb. 3, 2016", DateRange(DAY, DAY)),
    "day first": ("date: 3 February 2016", DateRange(DAY, DAY)),
    "a month": ("date: 2016-02", DateRange(date(2016, 2, 1), date(2016, 2, 29))),
    "the last month": ("date: 2016-12", DateRange(date(2016, 12, 1), date(2016, 12, 31))),
    "a year": ("date: 2016", DateRange(date(2016, 1, 1), date(2016, 12, 31))),
    "no month": ("date: 2016-13", None),
    "no date": ("date: soon", None),
}
NONE = {
    "not closed": "---\ntitle: One\n",
    "not above": "\n---\ntitle: One\n---\n",
    "a rule and prose": "---\nThe minister said: we go\nand went.\n---\n",
    "nothing in it": "---\n---\n",
    "far too long": "---\n" + "title: One\n" * 1000 + "---\n",
}


def placed(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def above(lines: str) -> str:
    return f"---\n{lines}\n---\n{STORY}"


@pytest.mark.parametrize("lines", STATED)
def test_a_title_is_the_words_that_stand_there(lines: str) -> None:
    text, title = above(STATED[lines][0]), STATED[lines][1]
    found = find_front_matter(text).title
    assert (found and found.of(text)) == title


@pytest.mark.parametrize("lines", DATES)
def test_a_date_is_stated_on_its_words(lines: str) -> None:
    text, days = above(DATES[lines][0]), DATES[lines][1]
    found = find_front_matter(text).published
    assert (found and found.range) == days
    assert found is None or (found.basis, found.reasons[0].span.of(text)) == (
        "stated",
        DATES[lines][0].partition(": ")[2],
    )


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_no_such_block_is_left_to_the_report(text: str) -> None:
    assert find_front_matter(text + STORY) == find_front_matter("")


def test_it_holds_before_what_the_report_says_and_is_no_part_of_it() -> None:
    text = above(
        "title: Troops leave\npublisher: The Daily Zephyr\nauthor: Bo Ek\ndate: 2016-02-03\nnote: “Stay,” said Jo Orr"
    )
    article = analyze(text, "story", "story.txt")
    assert article.text == text
    assert article.title == placed(text, "Troops leave")
    assert article.publisher == Publisher("The Daily Zephyr", placed(text, "The Daily Zephyr"))
    assert (article.published.range, article.published.basis) == (DateRange(DAY, DAY), "stated")
    assert [quote.span.of(text) for quote in article.quotes] == ["We will go,"]
    assert [(item.kind, item.span.start) for item in article.furniture] == [("front_matter", 0)]
    assert "Bo Ek" in article.furniture[0].span.of(text)
    assert "Zephyr" not in {person.name for person in article.people}


def test_an_outlet_is_known_by_any_of_its_names() -> None:
    text = above("source: AFP")
    assert find_front_matter(text).publisher == Publisher("Agence France-Presse", placed(text, "AFP"))


@given(
    st.lists(
        st.sampled_from(
            ["---\n", "title: x\n", "date: 2016-02-31\n", "title:\n", " \n", "a: b: c\n", "...", "\ufeff", "é: “x\n"]
        )
    )
)
def test_whatever_stands_there_every_fact_is_within_the_block(parts: list[str]) -> None:
    text = "".join(parts)
    found = find_front_matter(text)
    spans = [found.title, found.publisher and found.publisher.span, found.published and found.published.reasons[0].span]
    assert all(found.furniture[0].span.holds(span) for span in spans if span)
