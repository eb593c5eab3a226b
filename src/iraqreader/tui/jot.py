"""The line in which one writes a note or a correction."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from iraqreader import report
from iraqreader.tui.keys import JOTTING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType


class JotLine(Input):
    """The line that is typed in."""

    BINDINGS: ClassVar[list[BindingType]] = [*JOTTING, Binding("tab,shift+tab", "stay", show=False)]

    def action_stay(self) -> None:
        """A line is kept or left, and not just forgotten."""


class Jot(Horizontal):
    """A line, closed until it is asked for, with what it is for before it and what can be said after it."""

    def compose(self) -> ComposeResult:
        """The line after its prompt."""
        yield Static("", id="jot-prompt", markup=False)
        yield JotLine(compact=True, id="jot-line", select_on_focus=False)

    def on_mount(self) -> None:
        """A cursor that blinks would send bytes for ever."""
        self.query_one(JotLine).cursor_blink = False

    @property
    def open(self) -> bool:
        """Whether it is seen."""
        return self.has_class("-open")

    @property
    def words(self) -> str:
        """What is typed."""
        return self.query_one(JotLine).value

    def begin(self, prompt: str, words: str, completions: Sequence[str] = ()) -> None:
        """Open with what there is to change; the right arrow completes a line that one of `completions` begins with."""
        line = self.query_one(JotLine)
        self.query_one("#jot-prompt", Static).update(prompt)
        line.suggester = SuggestFromList(completions, case_sensitive=False) if completions else None
        line.value = report.one_line(words)
        line.cursor_position = len(line.value)
        self.add_class("-open")
        self.screen.set_focus(line, scroll_visible=False)

    def put_away(self) -> None:
        """Close."""
        self.remove_class("-open")
