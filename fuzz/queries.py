"""Anything typed: a search, and the filter of a table."""

from __future__ import annotations

from iraqreader.comparison import SIDES
from iraqreader.conditions import read_condition
from iraqreader.library import read_library, seeds_folder
from iraqreader.search import QuoteIndex

ARTICLES = read_library([str(seeds_folder())]).articles
INDEX = QuoteIndex(ARTICLES)


def try_bytes(data: bytes) -> None:
    """What answers lies in its article; a filter and its opposite share none, and lose none."""
    typed = data.decode("utf-8", "replace")
    for answer in (INDEX.search(typed, 5), INDEX.look_up(typed, 5)):
        assert len(answer.hits) <= min(5, answer.total), "more is found than there is"
        for hit in answer.hits:
            assert hit.quote in hit.article.quotes, "a quote is in no article"
            assert all(hit.quote.span.start <= mark.start < mark.end for mark in hit.marks), "a mark is elsewhere"
    condition = read_condition(typed, SIDES)
    for article in ARTICLES:
        condition.holds(article)
    assert all(condition.unclear), "nobody is told why"
