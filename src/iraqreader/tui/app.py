"""The terminal app: its themes, its screens, and how it starts and ends."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

from textual.app import App

from iraqreader.tui import terminal
from iraqreader.tui.desk import Desk
from iraqreader.tui.keys import PROGRAM_KEYS
from iraqreader.tui.themes import ink_defaults, themes

if TYPE_CHECKING:
    from textual.binding import BindingType

    from iraqreader.library import Library


class IraqReader(App[None]):
    """Reads, searches and compares the articles of a library, of which there is at least one."""

    TITLE = "iraqreader"
    CSS_PATH = "iraqreader.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*PROGRAM_KEYS]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (140, "-wide"), (180, "-broad")]  # noqa: RUF012 - Textual declares its type
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, library: Library) -> None:
        plain = terminal.wants_no_colour(os.environ)
        super().__init__(ansi_color=True if plain else None)
        self.animation_level = "none"
        self._desk = Desk(library)
        for theme in themes():
            self.register_theme(theme)
        self.theme = terminal.choose_theme(os.environ, self.console.color_system)

    def get_default_screen(self) -> Desk:
        """The desk lies under everything."""
        return self._desk

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our variables, for themes that do not have them."""
        return ink_defaults()

    def action_repaint(self) -> None:
        """Paint everything again, over whatever has spoilt the screen."""
        self.refresh(layout=True)

    def action_interrupt(self) -> None:
        """Ctrl+C: out of a search, else out of the program."""
        if self._desk.searching:
            self._desk.search.action_leave()
        else:
            self.exit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a query is typed, Ctrl+P goes to the previous hit."""
        if action == "command_palette" and self._desk.searching:
            return False
        return super().check_action(action, parameters)


def run(library: Library, *, mouse: bool | None = None) -> int:
    """Run the app until it is left; the exit code. Where `mouse` is None, it is off over SSH.

    There is at least one article. Exit code 2: this is no terminal to show it on.
    """
    if reason := terminal.refusal():
        terminal.tell(reason)
        return 2
    terminal.prepare()
    app = IraqReader(library)
    app.run(mouse=not terminal.is_remote(os.environ) if mouse is None else mouse)
    return app.return_code or 0
