"""The line in which one types what a view is to show."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from iraqreader.tui.keys import FILTER
from iraqreader.tui.line import Line, TellingDrawer

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class FilterLine(Line):
    """The line that is typed in."""

    BINDINGS: ClassVar[list[BindingType]] = [*FILTER]


class Filter(TellingDrawer):
    """A line of words, closed until it is asked for. Says what is typed."""

    def compose(self) -> ComposeResult:
        """The line after its prompt."""
        yield Static("only ", classes="prompt")
        yield FilterLine()

    def suggest(self, words: str) -> None:
        """Show, where nothing is typed, what may be."""
        self.line.placeholder = words


def folded(text: str) -> str:
    """Words as they are compared: without case, accents and dashes, with their spaces."""
    # Imported on first use: a view that is not filtered does not wait for the search.
    from iraqreader.search.words import fold  # noqa: PLC0415

    return " ".join(fold(word.replace("-", "")) for word in text.split())


def holds(text: str, query: str) -> bool:
    """Whether a folded text holds every word of a query, each wherever it stands."""
    return all(word in text for word in folded(query).split())
