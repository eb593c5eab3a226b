"""The line in which one types what to find in the open article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from iraqreader.tui.keys import FINDING

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class FindLine(Input):
    """The line that is typed in."""

    BINDINGS: ClassVar[list[BindingType]] = [*FINDING]


class Find(Horizontal):
    """A line of words, and how many of them there are. Says what is typed."""

    @dataclass
    class Typed(Message):
        """Other words are wanted."""

        words: str

    def compose(self) -> ComposeResult:
        """The line, with a count beside it."""
        yield Static("find ", id="find-prompt")
        yield FindLine(compact=True, select_on_focus=False, id="find-line")
        yield Static("", id="find-count", markup=False)

    def on_mount(self) -> None:
        """A cursor that blinks would send bytes for ever."""
        self.query_one(FindLine).cursor_blink = False

    @property
    def open(self) -> bool:
        """Whether it is seen."""
        return self.has_class("-open")

    @property
    def words(self) -> str:
        """What is typed."""
        return self.query_one(FindLine).value

    def begin(self) -> None:
        """Open with nothing typed."""
        self.add_class("-open")
        self.query_one(FindLine).value = ""
        self.tell("")
        self.screen.set_focus(self.query_one(FindLine), scroll_visible=False)

    def put_away(self) -> None:
        """Close."""
        self.remove_class("-open")

    def tell(self, count: str) -> None:
        """Show how many there are, and at which one one is."""
        self.query_one("#find-count", Static).update(count, layout=False)

    @on(FindLine.Changed)
    def _typed(self, event: FindLine.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))
