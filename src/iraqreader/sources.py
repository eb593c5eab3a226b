"""The articles that a command is about: from the paths that were typed, said aloud where one cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqreader.arguments import UsageError
from iraqreader.console import complain

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator, Sequence

    from iraqreader.model import Article


class NothingReadError(Exception):
    """No path gave an article; why has been said of each."""


def paths_of(arguments: Namespace) -> list[str]:
    """The paths that were typed, or that of the articles which come along."""
    from iraqreader.library import seeds_folder

    return arguments.paths or [str(seeds_folder())]


def articles_of(arguments: Namespace) -> Iterator[Article]:
    """The articles as they are ready. Raises NothingReadError."""
    return read_in(paths_of(arguments), as_read=arguments.as_read)


def read_in(paths: Sequence[str], *, as_read: bool = False) -> Iterator[Article]:
    """Articles as they are ready; what cannot be read is said, and the rest is read. Raises NothingReadError."""
    from iraqreader.library import Problem, read_articles

    nothing = True
    for item in read_articles(paths, as_read=as_read):
        if isinstance(item, Problem):
            complain(f"{item.path}: {item.reason}")
        else:
            nothing = False
            yield item
    if nothing:
        raise NothingReadError


def in_date_order(articles: Iterable[Article]) -> list[Article]:
    """The articles in the order of the reader's list."""
    from iraqreader.library import date_order

    return sorted(articles, key=date_order)


def filtered(articles: Sequence[Article], terms: str) -> Sequence[Article]:
    """The articles of which every term is true. Raises UsageError where one cannot be meant."""
    if not terms:
        return articles
    from iraqreader.conditions import read_condition, sides_of

    condition = read_condition(terms, sides_of(articles))
    if condition.unclear:
        raise UsageError("; ".join(condition.unclear))
    return [article for article in articles if condition.holds(article)]


def asked_for(arguments: Namespace) -> Sequence[Article]:
    """The articles in date order, those that the filter keeps."""
    return filtered(in_date_order(articles_of(arguments)), arguments.filter)
