"""What an article is called on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqreader import report

if TYPE_CHECKING:
    from iraqreader.model import Article

WHEN = report.WHEN
"""Cells of a column of dates."""

FIRST_WORDS = 120
"""Letters of an article without a title that stand in for it."""


def headline(article: Article) -> str:
    """The title of an article, or where it has none the first words of its report, on one line."""
    return report.printable(" ".join(_title(article).split()))


def publisher(article: Article) -> str:
    """Who published an article; where it does not say, the name of its file."""
    return report.one_line(article.publisher.name if article.publisher else article.id)


def when(article: Article) -> str:
    """When an article came out, in cells for a column: a long window loses its months."""
    return report.short(report.days(article.published))


def _title(article: Article) -> str:
    if article.title:
        return article.title.of(article.text)
    furniture = [item.span for item in article.furniture]
    report_only = (span for span in article.paragraphs if not any(span.overlaps(other) for other in furniture))
    first = next(report_only, None)
    return article.text[first.start : min(first.end, first.start + FIRST_WORDS)] if first else article.id
