"""Lines that are typed in, and drawers of one line: what searching, finding, filtering and writing have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual import on
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input


class Line(Input):
    """One row in which every letter is a letter. Its cursor does not blink, which would send bytes for ever."""

    def __init__(self, **options: Any) -> None:
        super().__init__(compact=True, select_on_focus=False, **options)

    def on_mount(self) -> None:
        """The cursor stands still."""
        self.cursor_blink = False

    def begin(self, words: str = "") -> None:
        """Have the keys, with words to go on from."""
        self.value, self.cursor_position = words, len(words)
        self.screen.set_focus(self, scroll_visible=False)


class LineDrawer(Horizontal):
    """A drawer with a line in it, closed until it is asked for."""

    @property
    def line(self) -> Line:
        """What is typed in."""
        return self.query_one(Line)

    @property
    def words(self) -> str:
        """What is typed."""
        return self.line.value

    @property
    def open(self) -> bool:
        """Whether it is seen."""
        return self.has_class("-open")

    def pull_out(self, words: str = "") -> None:
        """Open, with words to go on from."""
        self.add_class("-open")
        self.line.begin(words)

    def put_away(self) -> None:
        """Close."""
        self.remove_class("-open")


class TellingDrawer(LineDrawer):
    """A drawer that says what is typed, as it is typed."""

    @dataclass
    class Typed(Message):
        """Other words are wanted."""

        words: str

    @on(Line.Changed)
    def _typed(self, event: Line.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))
