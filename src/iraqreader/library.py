"""Texts to articles: a library in date order, large ones read on every core."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.analyze import analyze
from iraqreader.files import STDIN, Problem, find_files, read_text, shown
from iraqreader.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Library", "Problem", "read_articles", "read_library", "seeds_folder"]

POOL_FROM = 200
"""Articles from which on worker processes save more than the second that it takes them to start (measured, 2 cores)."""


@dataclass(frozen=True, slots=True)
class Library:
    """Articles in date order (unknown dates last), and what could not be read, in the order of the paths."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()

    def article(self, article_id: str) -> Article | None:
        """The article of that id, if it is here."""
        return next((article for article in self.articles if article.id == article_id), None)


class _Source(NamedTuple):
    """A file to be read, under the id that its article will have."""

    path: str
    article_id: str


def seeds_folder() -> Path:
    """The folder of the five articles that come with the program: in the wheel, else in the checkout."""
    package = Path(__file__).parent
    inside = package / "seeds"
    return inside if inside.is_dir() else package.parents[1] / "seeds"


def read_library(paths: Sequence[str]) -> Library:
    """Every article under `paths`: files, folders (recursively, .txt and .md) and `-` for standard input."""
    found = list(read_articles(paths))
    articles = sorted((item for item in found if isinstance(item, Article)), key=date_order)
    return Library(tuple(articles), tuple(item for item in found if isinstance(item, Problem)))


def date_order(article: Article) -> tuple[bool, date, date, str]:
    """Sort key: first possible day, then last, unknown dates at the end, and the id where all else is equal."""
    days = article.published.range
    earliest, latest = days.earliest or days.latest, days.latest or days.earliest
    return (earliest is None, earliest or date.max, latest or date.max, article.id)


def read_articles(paths: Sequence[str]) -> Iterator[Article | Problem]:
    """The same, one by one as they are ready, in the order of `paths`, without keeping them."""
    sources = _name(find_files(paths))
    head = list(islice(sources, POOL_FROM))
    everything = chain(head, sources)
    # Standard input is this process's alone.
    alone = len(head) < POOL_FROM or (os.cpu_count() or 1) == 1 or STDIN in paths
    return map(_read, everything) if alone else _read_on_every_core(everything)


def _read_on_every_core(sources: Iterator[_Source | Problem]) -> Iterator[Article | Problem]:
    # Imported here, since few libraries are large and everyone would wait for it.
    from iraqreader.workers import map_in_order  # noqa: PLC0415

    return map_in_order(_read, sources)


def _name(found: Iterable[str | Problem]) -> Iterator[_Source | Problem]:
    """Give each file an id that no other has: its stem, with a number from the second of that stem on."""
    taken = set[str]()
    numbers = dict[str, int]()
    for item in found:
        if isinstance(item, Problem):
            yield item
            continue
        stem = article_id = "stdin" if item == STDIN else shown(Path(item).stem)
        while article_id in taken:
            numbers[stem] = numbers.get(stem, 1) + 1
            article_id = f"{stem}-{numbers[stem]}"
        taken.add(article_id)
        yield _Source(item, article_id)


def _read(source: _Source | Problem) -> Article | Problem:
    if isinstance(source, Problem):
        return source
    text = read_text(source.path)
    return text if isinstance(text, Problem) else analyze(text, source.article_id, shown(source.path))
