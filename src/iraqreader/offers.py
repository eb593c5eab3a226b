"""What shells offer that depends on the articles. Scripts for completion ask for it, and nobody should wait for them."""

from __future__ import annotations

import os
import re
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from iraqreader.model import Speaker

PATIENCE = 0.7
"""Seconds after which what was found until then is all that is offered."""

_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NOT_TYPED = str.maketrans("", "", "'’")

Item = TypeVar("Item")


def offered(kind: str, paths: Sequence[str]) -> list[str]:
    """What can be typed, in order: `ids` of articles, `speakers` as words of their names, or `sides` that they speak for.

    Articles are read from the index where that has them. Whatever cannot be shown on a line is not offered.
    """
    from iraqreader.report import one_line  # noqa: PLC0415 - the scripts themselves do not wait for it

    return sorted({words for words in _KINDS[kind](paths) if words and words == one_line(words)})


def existing(words: Iterable[str]) -> list[str]:
    """Those words of a command line that are paths: scripts hand on all of them. Standard input is the user's."""
    return [word for word in words if word != "-" and os.path.exists(word)]  # noqa: PTH110 - words may be no path at all


def _ids(paths: Sequence[str]) -> Iterator[str]:
    from iraqreader.intake import Piece, find_pieces  # noqa: PLC0415 - the same

    return (piece.name for piece in _for_a_while(find_pieces(paths)) if isinstance(piece, Piece))


def _names(paths: Sequence[str]) -> Iterator[str]:
    for speaker in _speakers(paths):
        for word in _WORD.findall(speaker.name):
            if len(word) >= _SHORTEST:
                yield word.translate(_NOT_TYPED).lower()


def _sides(paths: Sequence[str]) -> Iterator[str]:
    return (speaker.side or "" for speaker in _speakers(paths))


def _speakers(paths: Sequence[str]) -> Iterator[Speaker]:
    from iraqreader.library import Problem, read_articles  # noqa: PLC0415 - the same

    for article in _for_a_while(read_articles(paths)):
        if not isinstance(article, Problem):
            yield from (quote.speaker for quote in article.quotes if quote.speaker)


def _for_a_while(items: Iterable[Item]) -> Iterator[Item]:
    end = monotonic() + PATIENCE
    for item in items:
        yield item
        if monotonic() > end:
            return


_KINDS: dict[str, Callable[[Sequence[str]], Iterator[str]]] = {"ids": _ids, "speakers": _names, "sides": _sides}
