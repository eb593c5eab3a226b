"""The last line: what is lit or has just happened, else the keys that matter here; and how far down the text is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widgets import Static

from iraqreader import report
from iraqreader.tui.keymap import with_keys
from iraqreader.tui.keys import FIND, PROGRAM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import Binding

    from iraqreader.intake import Problem


def greeting(problems: Sequence[Problem], *, resumed: bool) -> str:
    """The message to begin with: what could not be read, else that this is where one stopped; empty for the keys."""
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        return f"{problems[0].path}: {problems[0].reason}{more}"
    return "here you stopped reading   {program.help} help   {program.quit} quit" if resumed else ""


class Footer(Horizontal):
    """A message stands until there is another, or none."""

    def compose(self) -> ComposeResult:
        """Words on the left, a percentage on the right."""
        yield Static("", id="status", markup=False)
        yield Static("", id="progress", markup=False)

    def say(self, words: str) -> None:
        """Show a message, `{next.quote}` in it as what is typed for that; an empty one gives way to the keys."""
        status = self.query_one("#status", Static)
        status.set_class(bool(words), "-says")
        status.update(with_keys(self.app, report.printable(words)) or self._hints(), layout=False)

    def show_progress(self, percent: int) -> None:
        """Show how far down the text is."""
        self.query_one("#progress", Static).update(f"{percent} %", layout=False)

    def _hints(self) -> str:
        """Keys that are worth a word here, as the focused widget and the screen bind them; the way to the rest first."""
        shown: dict[str, Binding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show:
                shown.setdefault(active.binding.action, active.binding)  # of several keys for one thing, the first
        order = sorted(shown.values(), key=lambda binding: (binding.group is not PROGRAM, binding.group is not FIND))
        return "   ".join(f"{self.app.get_key_display(binding)} {binding.description}" for binding in order)
