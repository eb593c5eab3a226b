"""Words and tables as Markdown that shows them as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SPECIAL = re.compile(r"[\\`*_\[\]<>~|]|&(?=#?\w+;)")
_LINE_START = re.compile(r"^(\s*)([#+-]|\d+(?=[.)]))")


def escaped(text: str) -> str:
    """Words that a reader of Markdown shows as they are, also at the start of a line."""
    return _LINE_START.sub(r"\1\\\2", _SPECIAL.sub(lambda found: f"\\{found[0]}", text))


def render_grid(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Cells of one printable line each as a table; nothing at all where there is no row."""
    for number, row in enumerate(rows):
        if number == 0:
            yield from (_line(head), _line(["---"] * len(head)))
        yield _line(map(escaped, row))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
