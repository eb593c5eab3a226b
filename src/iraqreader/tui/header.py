"""The first line: what is open here, and the keys that lead to everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from iraqreader.library import Library


class Header(Horizontal):
    """One line, which never changes."""

    def __init__(self, library: Library, **options: Any) -> None:
        super().__init__(**options)
        self._library = library

    def compose(self) -> ComposeResult:
        """Numbers on the left, keys on the right."""
        yield Static(f"iraqreader · {_size(self._library)}", id="about", markup=False)
        yield Static("/ search   ? help   : commands", id="keys", markup=False)


def _size(library: Library) -> str:
    articles, problems = len(library.articles), len(library.problems)
    quotes = sum(len(article.quotes) for article in library.articles)
    parts = [f"{articles:,} article{'s' if articles != 1 else ''}", f"{quotes:,} quote{'s' if quotes != 1 else ''}"]
    return " · ".join(parts + ([f"{problems:,} could not be read"] if problems else []))
