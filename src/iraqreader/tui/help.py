"""Every key, by group; Enter does what a line says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from iraqreader.tui.filter import Filter, folded, holds
from iraqreader.tui.keymap import keys_of
from iraqreader.tui.keys import GROUPS, KEYS
from iraqreader.tui.rows import Cell, Entry, Rows, fit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult

WIDTH = 28
"""Cells of the keys, left of what they do."""


class KeyList(Rows):
    """A line a binding, under the name of its group."""

    def __init__(self, keys: Iterable[Binding], **options: Any) -> None:
        super().__init__(**options)
        self._keys = tuple(keys)
        self._lines = [line for group in GROUPS for line in _section(group, self._keys)]

    def show_only(self, words: str) -> None:
        """Show the keys whose own name, group and words hold these words."""
        held = [key for key in self._keys if holds(self._told(key), words)]
        self._lines = [line for group in GROUPS for line in _section(group, held)] or ["no key does that"]
        self.reload(0)

    def _told(self, key: Binding) -> str:
        group = key.group.description if key.group else ""
        return folded(" ".join([group, key.tooltip, *keys_of(self.app, key)]))

    def count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def entry(self, index: int, width: int) -> Entry:
        """A group's name, or keys and what they do."""
        line = self._lines[index]
        if isinstance(line, str):
            return ((Cell(fit(line, width), "title"),),)
        keys = "  ".join(keys_of(self.app, line))
        return (
            (Cell(fit(f"  {keys}", WIDTH), "troops", line.id), Cell(fit(line.tooltip, width - WIDTH), "", line.id)),
        )

    def binding(self, name: str) -> Binding:
        """The binding of that id."""
        return next(line for line in self._lines if isinstance(line, Binding) and line.id == name)


def _section(group: Binding.Group, keys: Iterable[Binding]) -> list[Binding | str]:
    """The name of a group and its keys; nothing where none of these keys is in it."""
    inside = [key for key in keys if key.group is group]
    return [group.description.upper(), *inside, ""] if inside else []


class Help(Screen[Binding | None]):
    """All keys, or those of a view. Its result is the key that was chosen, if any."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "do it"),
        Binding("slash", "filter", "filter as one types"),
        Binding("q,escape,question_mark,ctrl+g", "leave", "back to the articles"),
    ]

    def __init__(self, keys: tuple[Binding, ...] = KEYS, **options: Any) -> None:
        super().__init__(**options)
        self._keys = keys

    def compose(self) -> ComposeResult:
        """A heading, the keys, and the line in which they are searched."""
        head = "KEYS · / searches them · Enter does what a line says · q goes back"
        yield Static(head, classes="heading -here", markup=False)
        yield KeyList(self._keys)
        yield Filter()

    @on(Rows.Clicked)
    def action_choose(self) -> None:
        """Do what the line under the cursor says."""
        if self._list.door:
            self.dismiss(self._list.binding(self._list.door))

    def action_leave(self) -> None:
        """Back to where one was."""
        self.dismiss(None)

    # The filter, with the same keys as in every view.

    @property
    def _list(self) -> KeyList:
        return self.query_one(KeyList)

    @on(Filter.Typed)
    def _filtered(self, event: Filter.Typed) -> None:
        self._list.show_only(event.words)

    def action_filter(self) -> None:
        """Open the line in which keys are searched."""
        self.query_one(Filter).pull_out("")

    def action_pass_on(self, step: int) -> None:
        """Move in the list while words are typed."""
        self._list.action_move(step)

    def action_end_filter(self, keep: bool) -> None:
        """Back to the list, of what the filter leaves or of everything."""
        self.query_one(Filter).put_away()
        if not keep:
            self._list.show_only("")
        self.set_focus(self._list, scroll_visible=False)
