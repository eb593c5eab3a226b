"""The line in which one writes a note or a correction."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.suggester import SuggestFromList
from textual.widgets import Static

from iraqreader import report
from iraqreader.tui.keys import JOTTING
from iraqreader.tui.line import Line, LineDrawer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType


class JotLine(Line):
    """The line that is typed in."""

    BINDINGS: ClassVar[list[BindingType]] = [*JOTTING, Binding("tab,shift+tab", "stay", show=False)]

    def action_stay(self) -> None:
        """A line is kept or left, and not just forgotten."""


class Jot(LineDrawer):
    """A line, closed until it is asked for, with what it is for before it and what can be said after it."""

    def compose(self) -> ComposeResult:
        """The line after its prompt."""
        yield Static("", classes="prompt", markup=False)
        yield JotLine()

    def begin(self, prompt: str, words: str, completions: Sequence[str] = ()) -> None:
        """Open with what there is to change; the right arrow completes a line that one of `completions` begins with."""
        self.query_one(".prompt", Static).update(prompt)
        self.line.suggester = SuggestFromList(completions, case_sensitive=False) if completions else None
        self.pull_out(report.one_line(words))
