"""Screens and views that are laid out for their size before they are painted.

Textual paints first, and then tells what was resized and gives the classes of a width: a text would be seen wrapped for
a width that it no longer has, panes that there is no room for, and all would be sent twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.geometry import Offset
from textual.screen import Screen, ScreenResultType
from textual.scroll_view import ScrollView

if TYPE_CHECKING:
    from textual.geometry import Size


class FittedScreen(Screen[ScreenResultType]):
    """A screen with the class of its width from the start: `-narrow`, `-medium`, `-wide` or `-broad`."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (140, "-wide"), (180, "-broad")]  # noqa: RUF012 - Textual declares its type

    @on(events.ScreenResume)
    @on(events.Resize)
    def _suit(self) -> None:
        """Before Textual's own answer to these, which is the layout."""
        size = self.app.size
        names = [(name, size.width >= least) for least, name in self.HORIZONTAL_BREAKPOINTS]
        last = [name for name, reached in names if reached][-1]
        self.update_classes({name: name == last for name, _ in names}, animate=False)


class FittedView(ScrollView):
    """Lines that depend on the view's size; `fit` makes them anew."""

    @property
    def spot(self) -> Offset:
        """The cell that the eye is on, from the view's corner: where a cursor that follows stands."""
        return Offset(0, 0)

    def fit(self) -> None:
        """Lay out for the size as it is now."""

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Textual's word, within its layout, that the size is another."""
        before = self._size
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if size != before:
            self.fit()
        return changed
