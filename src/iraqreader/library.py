"""Texts to articles: a library in date order, large ones read on every core."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.articles import Articles, Held
from iraqreader.folders import data_folder, has_notebook
from iraqreader.guest import is_guest
from iraqreader.intake import Piece, Problem, find_pieces, read_piece, shown
from iraqreader.intake.pieces import STDIN
from iraqreader.model import Article
from iraqreader.ruleset import ruleset_version
from iraqreader.store import Place, Store, store_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from iraqreader.notebook import Ledger

__all__ = ["Library", "Problem", "read_articles", "read_ledger", "read_library", "seeds_folder"]

POOL_AFTER = 100
"""New articles after which worker processes take over: to analyse so many takes the second that workers need to start,
so that it is never much more than was needed, however many are yet to come."""


class Library:
    """Articles in date order (unknown dates last), and what could not be read, in the order of the paths."""

    def __init__(self, articles: Articles, problems: tuple[Problem, ...] = ()) -> None:
        self.articles = articles
        self.problems = problems

    def article(self, article_id: str) -> Article | None:
        """The article of that id, if it is here."""
        position = self.articles.position(article_id)
        return None if position is None else self.articles[position]


class _Found(NamedTuple):
    """What a path gave, whether the index did not know it, and the place where the index does not know it."""

    item: Article | Problem
    new: bool = False
    place: Place | None = None


def seeds_folder() -> Path:
    """The folder of the five articles that come with the program: in the wheel, else in the checkout."""
    package = Path(__file__).parent
    inside = package / "seeds"
    return inside if inside.is_dir() else package.parents[1] / "seeds"


def read_library(paths: Sequence[str]) -> Library:
    """Every article under `paths`: files, folders (with all below them), quoted patterns and `-` for standard input."""
    found = list(read_articles(paths))
    articles = sorted((item for item in found if isinstance(item, Article)), key=date_order)
    return Library(Held(articles), tuple(item for item in found if isinstance(item, Problem)))


def date_order(article: Article) -> tuple[bool, date, date, str]:
    """Sort key: first possible day, then last, unknown dates at the end, and the id where all else is equal."""
    days = article.published.range
    earliest, latest = days.earliest or days.latest, days.latest or days.earliest
    return (earliest is None, earliest or date.max, latest or date.max, article.id)


def read_articles(paths: Sequence[str], *, as_read: bool = False) -> Iterator[Article | Problem]:
    """The same, one by one as they are ready, in the order of `paths`, without keeping them.

    What the index knows is not analysed again, and what it does not know is put there, as it was read; it is given out
    with the user's corrections, unless `as_read`.
    """
    correct, problems = (as_it_is, []) if as_read else corrections()
    yield from problems
    with Store(store_folder(), ruleset_version()) as store, _sparing_the_collector():
        for found in _read_all(paths, store):
            if found.place and isinstance(found.item, Article):
                (store.put if found.new else store.put_known)(found.item, found.place)
            yield correct(found.item) if isinstance(found.item, Article) else found.item
        store.close()
        if store.notice:
            yield Problem(shown(str(store.path)), store.notice)


def as_it_is(article: Article) -> Article:
    """The article as the rules read it."""
    return article


def corrections() -> tuple[Callable[[Article], Article], list[Problem]]:
    """What makes of an article, as it was read, that of the user, and what is wrong with the notebook."""
    if not has_notebook():
        return as_it_is, []
    from iraqreader.notebook import Ledger  # noqa: PLC0415 - who has no notebook does not wait for it

    ledger, problems = read_ledger()
    return Ledger(entry for entry in ledger.entries if entry.kind != "mark").correct, problems


@contextmanager
def _sparing_the_collector() -> Iterator[None]:
    """Let Python's collector of cycles look at new objects only, and seldom.

    Facts are frozen and hold no cycles. As it is set, it looks through all of them again for every quarter that they
    grow by, which is half the time of a start on articles that are known; and again while they are read, which is a
    pause where they are a hundred thousand: so it does not look at them later either.
    """
    before = gc.get_threshold()
    gc.set_threshold(50_000, 20, 1000)
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*before)


def read_ledger() -> tuple[Ledger, list[Problem]]:
    """What the user made, and what is wrong with the file that keeps it; articles are read without it then."""
    from iraqreader.notebook import Ledger, Notebook, NotebookError  # noqa: PLC0415 - the same

    notebook = Notebook(data_folder())
    try:
        ledger, notice = Ledger(notebook.entries()), notebook.notice
    except NotebookError as error:
        ledger, notice = Ledger(), f"{error}; marks, notes and corrections are not shown"
    return ledger, [Problem(shown(str(notebook.path)), notice)] if notice else []


def _read_all(paths: Sequence[str], store: Store) -> Iterator[_Found]:
    """Every article under an id that no other has: its name, with a number from the second of that name on."""
    taken = set[str]()
    numbers = dict[str, int]()
    for found in _read_each(paths, store):
        if isinstance(found.item, Problem):
            yield found
            continue
        name = article_id = found.item.id
        while article_id in taken:
            numbers[name] = numbers.get(name, 1) + 1
            article_id = f"{name}-{numbers[name]}"
        taken.add(article_id)
        yield found if article_id == name else found._replace(item=found.item._replace(id=article_id))


def _read_each(paths: Sequence[str], store: Store) -> Iterator[_Found]:
    pieces = find_pieces(paths)
    # Standard input is this process's alone, and a guest starts no other.
    left = None if (os.cpu_count() or 1) == 1 or STDIN in paths or is_guest() else POOL_AFTER
    for piece in pieces:
        found = _read(piece, store)
        yield found
        if left is not None and (left := left - found.new) <= 0:
            yield from _read_on_every_core(pieces)


def _read_on_every_core(pieces: Iterator[Piece | Problem]) -> Iterator[_Found]:
    # Imported here, since few libraries are large and everyone would wait for it.
    from iraqreader.workers import map_in_order  # noqa: PLC0415

    return map_in_order(_read_in_worker, pieces)


def _read(piece: Piece | Problem, store: Store) -> _Found:
    if isinstance(piece, Problem):
        return _Found(piece)
    text = read_piece(piece)
    if isinstance(text, Problem):
        return _Found(text)
    known = store.get(text, piece.name, shown(piece.path), place := _place(piece))
    if known:
        return _Found(known.article, place=None if known.placed else place)
    return _Found(_analyze(text, piece), new=True, place=place)


def _place(piece: Piece) -> Place | None:
    """Where the index has it; what came through standard input is nowhere."""
    path = os.path.abspath(piece.path)  # noqa: PTH100 - a third of the time
    return None if piece.path == STDIN else Place(os.fsencode(path), piece.part)


def _analyze(text: str, piece: Piece) -> Article:
    # Imported here, since to compile every rule takes longer than to start on articles that are known.
    from iraqreader.analyze import analyze  # noqa: PLC0415

    return analyze(text, piece.name, shown(piece.path))


def _read_in_worker(piece: Piece | Problem) -> _Found:
    return _read(piece, _worker_store())


@cache
def _worker_store() -> Store:
    """A worker's view of the index, which it only reads; SQLite lets go of it when the worker ends."""
    return Store(store_folder(), ruleset_version())
