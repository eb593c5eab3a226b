"""The first line: what is open here, and the keys that lead to everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal
from textual.widgets import Static

from iraqreader.tui.keymap import keys_of
from iraqreader.tui.keys import MAIN

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from iraqreader.library import Library


_NAMED = {"search.open": "search", "program.help": "help", "program.commands": "commands"}
"""Keys that lead to everything else."""


class Header(Horizontal):
    """One line, which changes only where articles come to the library."""

    def __init__(self, library: Library, **options: Any) -> None:
        super().__init__(**options)
        self._library = library

    def count(self) -> None:
        """Say again how many articles there are."""
        self.query_one("#about", Static).update(_about(self._library), layout=False)

    def compose(self) -> ComposeResult:
        """Numbers on the left, keys on the right."""
        yield Static(_about(self._library), id="about", markup=False)
        keys = {binding.id: keys_of(self.app, binding)[0] for binding in MAIN if binding.id in _NAMED}
        yield Static("   ".join(f"{keys[name]} {words}" for name, words in _NAMED.items()), id="keys", markup=False)


def _about(library: Library) -> str:
    articles, problems = len(library.articles), len(library.problems)
    quotes = library.articles.quotes
    parts = [f"{articles:,} article{'s' if articles != 1 else ''}", f"{quotes:,} quote{'s' if quotes != 1 else ''}"]
    return " · ".join(["iraqreader", *parts] + ([f"{problems:,} could not be read"] if problems else []))
