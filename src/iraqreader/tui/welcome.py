"""What is said once to each user, at the first start: the few keys that lead to everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqreader.tui import state
from iraqreader.tui.keymap import keys_of
from iraqreader.tui.keys import MAIN

if TYPE_CHECKING:
    from textual.app import App

_NAME = "welcomed"

_NAMED = {
    "move.open": "opens",
    "next.quote": "next quote",
    "search.open": "search",
    "program.help": "every key",
    "program.quit": "quit",
}


def is_known() -> bool:
    """Whether this user was welcomed before."""
    return bool(state.read(_NAME))


def welcome(app: App[None]) -> str:
    """The words, which will not be said again."""
    state.write(_NAME, value=True)
    keys = {binding.id: keys_of(app, binding)[0] for binding in MAIN if binding.id in _NAMED}
    return "new here?   " + "   ".join(f"{keys[name]} {words}" for name, words in _NAMED.items())
