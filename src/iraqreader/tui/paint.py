"""Which words are shown how: marks that may overlap become runs that do not."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iraqreader.model import Span


class Mark(NamedTuple):
    """A stretch of text and the ink it is shown in. Higher layers are painted over lower ones."""

    span: Span
    layer: int
    ink: str


class Run(NamedTuple):
    """A stretch of text with the inks that lie on it, lowest first."""

    start: int
    end: int
    inks: tuple[str, ...]


def flatten(marks: Iterable[Mark]) -> tuple[Run, ...]:
    """Cut overlapping marks into runs, in text order; stretches without ink have none. One sort, one pass."""
    edges: dict[int, list[tuple[bool, Mark]]] = {}
    for mark in marks:
        if mark.span.start < mark.span.end:
            edges.setdefault(mark.span.start, []).append((True, mark))
            edges.setdefault(mark.span.end, []).append((False, mark))
    lying, runs = list[Mark](), list[Run]()
    for start, end in pairwise([*sorted(edges), -1]):
        for opens, mark in edges[start]:
            (lying.append if opens else lying.remove)(mark)
        if lying:
            inks = tuple(dict.fromkeys(mark.ink for mark in sorted(lying, key=lambda mark: mark.layer)))
            runs.append(Run(start, end, inks))
    return tuple(runs)
