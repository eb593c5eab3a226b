"""What Python programs may rely on: `from iraqreader.api import read`. docs/api.md shows it at work.

All else in this package may change from one version to the next. The words of an article are its text at the spans of
its facts, as `model.py` has them: `quote.span.of(article.text)`.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from iraqreader.articles import Held
from iraqreader.folders import LibraryError
from iraqreader.library import Library, Problem, date_order, read_articles, seeds_folder
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
    "open_library",
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


def open_library(
    *paths: str | os.PathLike[str], name: str | None = None, as_read: bool = False, jobs: int = 1
) -> Library:
    """The articles of some paths, or of the library of that name, from their index, which is brought up to date first.

    However many there are, one is read when it is asked for. With more `jobs` than one, so many processes read what is
    new; a script that asks for that needs `if __name__ == "__main__":`. Raises ReadError where no index can be had.
    """
    from sqlite3 import Error  # noqa: PLC0415 - who reads a file does not wait for what libraries need

    from iraqreader import libraries  # noqa: PLC0415 - the same
    from iraqreader.collection import open_collection  # noqa: PLC0415 - the same
    from iraqreader.indexing import Busy, refresh  # noqa: PLC0415 - the same

    try:
        wanted = [os.fspath(path) for path in paths] or [*libraries.paths_of(name or libraries.MAIN)]
        file = libraries.catalogue_at(wanted) if paths else libraries.catalogue_of(name or libraries.MAIN)
        if file is None:
            raise ReadError("no index is kept here (IRAQREADER_CACHE=off)")
        with suppress(Busy):  # another process reads these in; what is there so far is what is given
            refresh(file, wanted or [str(seeds_folder())], lambda _: None, jobs=jobs)
    except (LibraryError, Error, OSError) as error:
        raise ReadError(str(error)) from error
    found = open_collection(file, as_read=as_read)
    if found is None:
        raise ReadError(f"{file}: is being made by another process")
    return Library(found, found.problems)


def read_text(text: str, article_id: str = "text") -> Article:
    r"""The article of a text that is in memory, whose line ends are `\n`; nothing is kept of it."""
    from iraqreader.analyze import analyze  # noqa: PLC0415 - takes as long as all else here; who reads files may not need it

    return analyze(text, article_id, "")


def search(library: Library, query: str, limit: int = 10) -> tuple[Hit, ...]:
    """The quotes that answer a query as in the reader, the likeliest first; a hit has `article`, `quote` and `marks`.

    Raises QueryError. Who asks often keeps what `iraqreader.collection.quote_index` makes of the articles instead.
    """
    from iraqreader.collection import quote_index  # noqa: PLC0415 - rapidfuzz, for which nobody else waits

    answer = quote_index(library.articles).search(query, limit)
    if answer.misread:
        raise QueryError("; ".join(answer.misread))
    return tuple(answer.hits)


def to_dict(article: Article) -> dict[str, object]:
    """An article with every fact as plain data: one of the export's `articles`."""
    from iraqreader.export import export_article  # noqa: PLC0415 - few need it

    return export_article(article)
