"""What shells offer that depends on the articles. Scripts for completion ask for it, and nobody should wait for them."""

from __future__ import annotations

import os
import re
from itertools import chain, pairwise
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from iraqreader.sources import library_paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from iraqreader.model import Speaker

PATIENCE = 0.7
"""Seconds after which what was found until then is all that is offered."""

_NAMED = "--library"
_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NOT_TYPED = str.maketrans("", "", "'’")

Item = TypeVar("Item")


class Meant(NamedTuple):
    """The articles that a line is about as far as it is typed: their paths, and their catalogue, if they have one."""

    paths: Sequence[str]
    catalogue: Path | None


def offered(kind: str, words: Sequence[str]) -> list[str]:
    """What can be typed, in order, in a line of these words.

    `ids` are those of articles, `speakers` the words of their names, `sides` those that they speak for, and `libraries`
    the names of these. Whatever cannot be shown on a line is not offered. Raises LibraryError.
    """
    from iraqreader.report import one_line  # noqa: PLC0415 - the scripts themselves do not wait for it

    return sorted({name for name in _KINDS[kind](_meant(words)) if name and name == one_line(name)})


def _meant(words: Sequence[str]) -> Meant:
    """The library that is named, or whatever is the path of something, as scripts hand on all words; else what is read."""
    from iraqreader.libraries import MAIN, catalogue_at, catalogue_of  # noqa: PLC0415 - the same

    name = _library([word for word in words if word not in ("=", ":")])
    paths = [] if name else [word for word in words if word != "-" and os.path.exists(word)]  # noqa: PTH110 - maybe no path at all
    return Meant(paths, catalogue_at(paths)) if paths else Meant(library_paths(name), catalogue_of(name or MAIN))


def _library(words: Sequence[str]) -> str | None:
    after = (word for option, word in pairwise(words) if option == _NAMED)
    return next(chain(after, (word.partition("=")[2] for word in words if word.startswith(f"{_NAMED}="))), None)


def _ids(meant: Meant) -> Iterator[str]:
    from iraqreader.intake import Piece, find_pieces  # noqa: PLC0415 - the same

    return (piece.name for piece in _for_a_while(find_pieces(meant.paths)) if isinstance(piece, Piece))


def _names(meant: Meant) -> Iterator[str]:
    for speaker in _speakers(meant):
        for word in _WORD.findall(speaker.name):
            if len(word) >= _SHORTEST:
                yield word.translate(_NOT_TYPED).lower()


def _sides(meant: Meant) -> Iterator[str]:
    return (speaker.side or "" for speaker in _speakers(meant))


def _libraries(_: Meant) -> Iterable[str]:
    from iraqreader.libraries import read_libraries  # noqa: PLC0415 - the same

    return read_libraries()


def _speakers(meant: Meant) -> Iterator[Speaker]:
    from iraqreader.collection import open_collection  # noqa: PLC0415 - the same
    from iraqreader.library import Problem, read_articles  # noqa: PLC0415 - the same

    known = open_collection(meant.catalogue, as_read=True) if meant.catalogue and meant.catalogue.exists() else None
    for article in _for_a_while(read_articles(meant.paths, as_read=True) if known is None else known):
        if not isinstance(article, Problem):
            yield from (quote.speaker for quote in article.quotes if quote.speaker)


def _for_a_while(items: Iterable[Item]) -> Iterator[Item]:
    end = monotonic() + PATIENCE
    for item in items:
        yield item
        if monotonic() > end:
            return


_KINDS: dict[str, Callable[[Meant], Iterable[str]]] = {
    "ids": _ids,
    "speakers": _names,
    "sides": _sides,
    "libraries": _libraries,
}
