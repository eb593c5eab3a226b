"""A doubted fact stands beneath its sentence, with its rule and the words that it rests on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from iraqreader.explain import render_explanation
from iraqreader.model import (
    DateRange,
    Evidence,
    Furniture,
    Mention,
    Person,
    Published,
    Publisher,
    Reason,
    Stance,
    TroopCount,
)
from tests.marked import read_article, read_marked

if TYPE_CHECKING:
    from iraqreader.library import Library

TEXT = """{title:Baghdad Waits}

By The Paper

{speaker:Carter} {cue:said} on {day:Tuesday} that “{quote:we will stay}.” He spoke of {troops:about 3,000 troops}.
"""
MARKED = read_marked(TEXT)
SPANS = dict(MARKED.spans)
CARTER = Person("ash-carter", "Ash Carter", "Defense Secretary", "washington")
DAY = date(2015, 10, 27)
ARTICLE = read_article(
    TEXT,
    title=SPANS["title"],
    publisher=Publisher("The Paper", SPANS["title"]),
    published=Published(DateRange(DAY, DAY), "inferred", (Reason("a Tuesday", SPANS["day"]),)),
    furniture=(Furniture(SPANS["title"], "byline", "by_line"),),
    mentions=(Mention(SPANS["speaker"], "name", CARTER), Mention(SPANS["cue"], "pronoun")),
    troops=(
        TroopCount(
            SPANS["troops"],
            3000,
            None,
            "about",
            "us",
            "Iraq",
            "current",
            DateRange(None, None),
            "Ash Carter",
            True,
            False,
            "counted",
        ),
    ),
    stances=(Stance("washington", "keep", (Evidence(SPANS["quote"], "keep", "Ash Carter", "will_stay"),)),),
)


def test_every_kind_of_fact_stands_under_its_sentence_in_text_order() -> None:
    assert list(render_explanation(ARTICLE)) == [
        "story  2015-10-27  Baghdad Waits",
        "",
        "Baghdad Waits",
        "    title     Baghdad Waits",
        "    publisher The Paper",
        "    furniture byline  [by_line]",
        "",
        "By The Paper",
        "",
        "Carter said on Tuesday that “we will stay.”",
        "    person    ‹Carter› is Ash Carter · Defense Secretary · washington (name)",
        "    person    ‹said› is nobody known (pronoun)",
        "    date      ‹Tuesday›: a Tuesday",
        "    quote     direct ‹we will stay› of Carter, here ‹Carter›  [marked]",
        "    stance    washington ● keep, here keep: ‹we will stay›, says Ash Carter  [will_stay]",
        "",
        "He spoke of about 3,000 troops.",
        "    troops    ‹about 3,000 troops› ~3,000, us, in Iraq, current, the headline count, says Ash Carter  [counted]",
    ]


def test_an_empty_text_has_nothing_to_explain() -> None:
    assert list(render_explanation(read_article(""))) == ["story  unknown  —"]


def test_every_sentence_of_the_five_is_there(seeds: Library) -> None:
    for article in seeds.articles:
        shown = "".join("".join(render_explanation(article)).split())
        assert all("".join(article.text[p.start : p.end].split()) for p in article.paragraphs)
        assert len(shown) > len("".join(article.text.split()))
