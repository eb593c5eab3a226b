"""What Python programs may rely on: `from iraqreader.api import read`. docs/api.md shows it at work.

All else in this package may change from one version to the next. The words of an article are its text at the spans of
its facts, as `model.py` has them: `quote.span.of(article.text)`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from iraqreader.articles import Held
from iraqreader.library import Library, Problem, date_order, read_articles
from iraqreader.model import (
    Article,
    DateRange,
    Evidence,
    Person,
    Published,
    Publisher,
    Quote,
    Span,
    Speaker,
    Stance,
    TroopCount,
)

if TYPE_CHECKING:
    from iraqreader.search import Hit

__all__ = [
    "Article",
    "DateRange",
    "Evidence",
    "Library",
    "Person",
    "Problem",
    "Published",
    "Publisher",
    "QueryError",
    "Quote",
    "ReadError",
    "Span",
    "Speaker",
    "Stance",
    "TroopCount",
    "read",
    "read_all",
    "read_text",
    "search",
    "to_dict",
]


class ReadError(ValueError):
    """A path gave no article, or more than the one that was asked for; the message says of which, and why."""


class QueryError(ValueError):
    """A query says what cannot be meant; the message says what."""


def read(path: str | os.PathLike[str], *, as_read: bool = False) -> Article:
    """The one article of a file, with the user's corrections, unless `as_read`. Raises ReadError.

    What is found is kept in the user's index, as by the program; `IRAQREADER_CACHE=off` in the environment prevents it.
    """
    library = read_all(path, as_read=as_read)
    if not library.articles:
        raise ReadError("; ".join(f"{problem.path}: {problem.reason}" for problem in library.problems))
    if len(library.articles) > 1:
        raise ReadError(f"{os.fspath(path)}: holds {len(library.articles)} articles, which read_all reads")
    return library.articles[0]


def read_all(*paths: str | os.PathLike[str], as_read: bool = False) -> Library:
    """Every article of files and of folders with all below them; what cannot be read is in `problems`."""
    found = list(read_articles([os.fspath(path) for path in paths], as_read=as_read))
    articles = sorted((item for item in found if isinstance(item, Article)), key=date_order)
    return Library(Held(articles), tuple(item for item in found if isinstance(item, Problem)))


def read_text(text: str, article_id: str = "text") -> Article:
    r"""The article of a text that is in memory, whose line ends are `\n`; nothing is kept of it."""
    from iraqreader.analyze import analyze  # noqa: PLC0415 - takes as long as all else here; who reads files may not need it

    return analyze(text, article_id, "")


def search(library: Library, query: str, limit: int = 10) -> tuple[Hit, ...]:
    """The quotes that answer a query as in the reader, the likeliest first; a hit has `article`, `quote` and `marks`.

    Raises QueryError. Who asks often makes one `iraqreader.search.QuoteIndex` of the articles instead.
    """
    from iraqreader.search import QuoteIndex  # noqa: PLC0415 - rapidfuzz, for which nobody else waits

    answer = QuoteIndex(library.articles).search(query, limit)
    if answer.misread:
        raise QueryError("; ".join(answer.misread))
    return tuple(answer.hits)


def to_dict(article: Article) -> dict[str, object]:
    """An article with every fact as plain data: one of the export's `articles`."""
    from iraqreader.export import export_article  # noqa: PLC0415 - few need it

    return export_article(article)
