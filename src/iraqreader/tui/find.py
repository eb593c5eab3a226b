"""The line in which one types what to find in the open article."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from iraqreader.tui.keys import FINDING
from iraqreader.tui.line import Line, TellingDrawer

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class FindLine(Line):
    """The line that is typed in."""

    BINDINGS: ClassVar[list[BindingType]] = [*FINDING]


class Find(TellingDrawer):
    """A line of words, and how many of them there are. Says what is typed."""

    def compose(self) -> ComposeResult:
        """The line, with a count beside it."""
        yield Static("find ", classes="prompt")
        yield FindLine()
        yield Static("", id="find-count", markup=False)

    def begin(self) -> None:
        """Open with nothing typed."""
        self.pull_out()
        self.tell("")

    def tell(self, count: str) -> None:
        """Show how many there are, and at which one one is."""
        self.query_one("#find-count", Static).update(count, layout=False)
