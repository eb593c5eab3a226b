"""Paths to articles: find the files, decode each once, analyse it, and say of what cannot be read why."""

from __future__ import annotations

import codecs
import os
import re
import signal
import sys
from collections import deque
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.analyze import analyze
from iraqreader.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from concurrent.futures import Executor, Future

STDIN = "-"
"""The path that stands for standard input."""

SUFFIXES = (".txt", ".md")
"""Endings of the files that a folder is searched for; a file that is named outright may have any."""

POOL_FROM = 64
"""Articles from which on starting worker processes costs less than they save."""

_IN_FLIGHT = 8
"""Batches that each worker may be ahead of the reader of the results: bounds memory on endless corpora."""

_BATCH = 8
"""Files a worker is handed at a time."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINE_END = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class Problem:
    """A path that gave no article, and why, in words that finish the sentence "PATH: …"."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Library:
    """Articles in date order (unknown dates last), and what could not be read, in the order of the paths."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()

    def article(self, article_id: str) -> Article | None:
        """The article of that id, if it is here."""
        return next((article for article in self.articles if article.id == article_id), None)


class NotTextError(ValueError):
    """Bytes that are no text in an encoding that newspapers use."""


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


def read_articles(paths: Iterable[str]) -> Iterator[Article | Problem]:
    """The same, one by one as they are ready, in the order of `paths`, without keeping them."""
    sources = _name(_find_files(paths))
    head = list(islice(sources, POOL_FROM))
    if len(head) < POOL_FROM or (os.cpu_count() or 1) == 1:
        yield from _read_all(head)
        yield from _read_all(sources)
    else:
        yield from _read_in_pool(head, sources)


def decode(data: bytes) -> str:
    r"""Bytes to text with `\n` line ends: UTF-8, UTF-16 with its mark, else cp1252 if that looks like text.

    Raises NotTextError.
    """
    try:
        text = data.decode("utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig")
        allowed = len(text) // 3  # a text that says it is Unicode may carry stray controls; binary data is mostly that
    except UnicodeDecodeError:
        text = _decode_windows(data)
        allowed = 0 if "\0" in text else len(text) // 100
    if len(_CONTROL.findall(text)) > allowed:
        raise NotTextError("is not text")
    return _LINE_END.sub("\n", text)


def _decode_windows(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise NotTextError("is not text") from error


def _find_files(paths: Iterable[str]) -> Iterator[str | Problem]:
    """Each file once, however often and by whatever way it is reached."""
    seen = set[str]()
    for path in paths:
        for found in _find_under(path):
            if isinstance(found, Problem):
                yield found
            elif (real := found if found == STDIN else os.path.realpath(found)) not in seen:
                seen.add(real)
                yield found


def _find_under(path: str) -> Iterator[str | Problem]:
    if path == STDIN or Path(path).is_file():
        yield path
    elif Path(path).is_dir():
        yield from _walk(path)
    else:
        yield Problem(_shown(path), "is not a regular file" if Path(path).exists() else "no such file or folder")


def _walk(folder: str) -> Iterator[str | Problem]:
    problems = list[Problem]()
    empty = True
    for found in _texts_in(folder, problems):
        empty = False
        yield found
    yield from problems
    if empty and not problems:
        yield Problem(_shown(folder), "is a folder without articles (.txt or .md)")


def _texts_in(folder: str, problems: list[Problem]) -> Iterator[str]:
    """Text files of a folder and its folders, in order; hidden ones are someone's machinery, not articles."""

    def refuse(error: OSError) -> None:
        problems.append(Problem(_shown(str(error.filename)), f"cannot be read ({error.strerror})"))

    for base, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                yield str(Path(base, name))


def _name(found: Iterable[str | Problem]) -> Iterator[_Source | Problem]:
    """Give each file an id that no other has: its stem, with a number from the second of that stem on."""
    taken = set[str]()
    numbers = dict[str, int]()
    for item in found:
        if isinstance(item, Problem):
            yield item
            continue
        stem = article_id = "stdin" if item == STDIN else _shown(Path(item).stem)
        while article_id in taken:
            numbers[stem] = numbers.get(stem, 1) + 1
            article_id = f"{stem}-{numbers[stem]}"
        taken.add(article_id)
        yield _Source(item, article_id)


def _read_all(sources: Iterable[_Source | Problem]) -> Iterator[Article | Problem]:
    for source in sources:
        yield _read(source)


def _read(source: _Source | Problem) -> Article | Problem:
    if isinstance(source, Problem):
        return source
    path = _shown(source.path)
    try:
        return analyze(decode(_load(source.path)), source.article_id, path)
    except NotTextError as error:
        return Problem(path, str(error))
    except OSError as error:
        return Problem(path, f"cannot be read ({error.strerror or error})")


def _load(path: str) -> bytes:
    if path != STDIN:
        file = Path(path)
        if not file.is_file():
            raise OSError(0, "not a regular file")
        return file.read_bytes()
    if sys.stdin is None:
        raise OSError(0, "standard input is closed")
    return sys.stdin.buffer.read()


def _shown(path: str) -> str:
    """A path as text that can be encoded, also where the file's name is no Unicode."""
    return os.fsencode(path).decode("utf-8", "replace")


def _read_in_pool(head: list[_Source | Problem], rest: Iterator[_Source | Problem]) -> Iterator[Article | Problem]:
    """The same with a process for each core, in order, never more than a few batches ahead of who takes the results."""
    # Imported here, since few libraries are large and everyone would wait for it.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    workers = os.cpu_count() or 1
    # "spawn": a forked child would inherit the app's threads and terminal.
    with ProcessPoolExecutor(workers, get_context("spawn"), initializer=_ignore_interrupt) as pool:
        try:
            yield from _in_order(pool, _batches(chain(head, rest)), workers * _IN_FLIGHT)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _ignore_interrupt() -> None:
    """Ctrl+C is the parent's to answer; a worker would print a traceback for each core."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _batches(sources: Iterator[_Source | Problem]) -> Iterator[list[_Source | Problem]]:
    return iter(lambda: list(islice(sources, _BATCH)), [])


def _in_order(pool: Executor, batches: Iterator[list[_Source | Problem]], most: int) -> Iterator[Article | Problem]:
    """Results of the batches in their order, with at most `most` of them under way or waiting to be taken."""
    ahead: deque[Future[list[Article | Problem]]] = deque()
    for batch in batches:
        ahead.append(pool.submit(_read_batch, batch))
        if len(ahead) >= most:
            yield from ahead.popleft().result()
    while ahead:
        yield from ahead.popleft().result()


def _read_batch(batch: list[_Source | Problem]) -> list[Article | Problem]:
    return [_read(source) for source in batch]
