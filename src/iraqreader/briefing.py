"""Articles as one report in Markdown: the comparison, every count, every stance, and who is quoted with what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqreader.answers import list_stances, list_table, list_troops
from iraqreader.listing import render
from iraqreader.markdown import escaped
from iraqreader.report import days, heading, in_marks, one_line, who

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqreader.model import Article, Quote


def render_briefing(articles: Sequence[Article]) -> Iterator[str]:
    """The report, line by line; nothing at all where there is no article."""
    if not articles:
        return
    lists = {"Comparison": list_table, "Troop counts": list_troops, "Stances": list_stances}
    yield "# Coverage"
    for title, listed in lists.items():
        if (listing := listed(articles)).rows:
            yield from ("", f"## {title}", "", *render(listing, "markdown", None))
    for article in articles:
        yield from ("", f"## {escaped(heading(article))}", "", _source(article))
        for quote in article.quotes:
            yield from ("", *_quote(quote, article))


def _source(article: Article) -> str:
    outlet = [one_line(article.publisher.name)] if article.publisher else []
    return escaped(" · ".join([*outlet, days(article.published), one_line(article.path)]))


def _quote(quote: Quote, article: Article) -> Iterator[str]:
    yield f"> {escaped(in_marks(quote, one_line(quote.span.of(article.text))))}"
    yield from (">", f"> — {escaped(who(quote))}")
