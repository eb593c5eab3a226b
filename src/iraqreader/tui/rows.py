"""A list that is drawn line by line: only what is in view costs anything, however long it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset, Size
from textual.message import Message
from textual.strip import Strip

from iraqreader.tui.fitted import FittedView
from iraqreader.tui.inks import INKS
from iraqreader.tui.keys import MOVES
from iraqreader.tui.page import lay_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.binding import BindingType


class Cell(NamedTuple):
    """Some words of a line. `door` is what Enter opens while the cursor is on them."""

    text: str
    ink: str = ""
    door: Any = None


Entry = tuple[tuple[Cell, ...], ...]
"""One thing in a list: its lines, each of cells."""


def fit(text: str, width: int, *, right: bool = False) -> str:
    """Printable words in exactly `width` cells: cut with an ellipsis, or filled with spaces."""
    size = cell_len(text)
    if size > width:
        return set_cell_size(set_cell_size(text, max(0, width - 1)).rstrip() + "…", width) if width > 0 else ""
    return " " * (width - size) + text if right else text + " " * (width - size)


def wrap(text: str, width: int, most: int | None = None) -> list[str]:
    """Printable words in lines of exactly `width` cells, at least one; what `most` lines do not hold is cut."""
    lines = [text[start:end].rstrip() for start, end, _ in lay_out(text, width).lines]
    if most and len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    return [fit(line, width) for line in lines]


class Rows(FittedView, can_focus=True):
    """Entries of equal height under a cursor that moves between those with doors.

    A child says how many entries there are and what each looks like; this one moves, draws and tells.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{ink}" for ink in INKS} | {"rows--cursor", "rows--resting"}
    BINDINGS: ClassVar[list[BindingType]] = [*MOVES]

    HEIGHT: ClassVar[int] = 1
    """Lines of an entry."""

    @dataclass
    class Clicked(Message):
        """A click on a door."""

        rows: Rows
        door: Any

        @property
        def control(self) -> Rows:
            """The list it happened in."""
            return self.rows

    @dataclass
    class Pointed(Message):
        """The cursor came to a door."""

        rows: Rows
        door: Any

        @property
        def control(self) -> Rows:
            """The list it happened in."""
            return self.rows

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.cursor = 0
        self.column = 0

    def count(self) -> int:
        """How many entries there are."""
        raise NotImplementedError

    def entry(self, index: int, width: int) -> Entry:
        """What an entry looks like, each line at most `width` cells."""
        raise NotImplementedError

    # What the screen asks for.

    @property
    def door(self) -> Any:
        """What Enter would open now; None where there is nothing."""
        doors = self._doors(self.cursor)
        return doors[min(self.column, len(doors) - 1)] if doors else None

    @property
    def spot(self) -> Offset:
        """The row under the cursor, and of a row with several doors, the one it is at."""
        lit, left = self._lit(self.cursor), 0
        for cell in self.entry(self.cursor, self.size.width)[0] if self.count() else ():
            if lit(cell):
                break
            left += cell_len(cell.text)
        return Offset(left, self.cursor * self.HEIGHT - self.scroll_offset.y)

    def reload(self, cursor: int | None = None) -> None:
        """The entries have changed; keep the cursor, or put it on `cursor` or the first door from there."""
        self.virtual_size = Size(self.size.width, self.count() * self.HEIGHT)
        wanted = self.cursor if cursor is None else cursor
        self.cursor = self._door_from(max(0, min(wanted, self.count() - 1)), 1)
        self._keep_in_view()
        self.refresh()

    def stay(self, before: int, after: int, cursor: int) -> None:
        """The entries have changed: that which was at `before` is at `after`, and stays on its line of the screen."""
        line = before * self.HEIGHT - self.scroll_offset.y
        self.virtual_size = Size(self.size.width, self.count() * self.HEIGHT)
        self.cursor = cursor
        self.scroll_to(y=after * self.HEIGHT - line, animate=False)
        self.refresh()

    def point_at(self, index: int) -> None:
        """Put the cursor on an entry that has a door."""
        if index == self.cursor or not 0 <= index < self.count():
            return
        before, self.cursor = self.cursor, index
        self._keep_in_view()
        self._redraw(before, index)
        self.post_message(self.Pointed(self, self.door))

    def point_to(self, door: Any) -> None:
        """Put the cursor on a door, where it is in the list."""
        lines = (index for index in range(self.count()) if door in self._doors(index))
        if door is not None and (index := next(lines, None)) is not None:
            self.point_at(index)

    # Moving.

    def action_move(self, step: int) -> None:
        """Go on by so many doors."""
        index = self.cursor
        for _ in range(abs(step)):
            index = self._door_from(index + (1 if step > 0 else -1), 1 if step > 0 else -1)
        self.point_at(index)

    def action_page(self, pages: float) -> None:
        """Go on by about so many screens."""
        step = int(pages * self.size.height / self.HEIGHT) or (1 if pages > 0 else -1)
        wanted = max(0, min(self.cursor + step, self.count() - 1))
        self.point_at(self._door_from(wanted, 1 if pages > 0 else -1))

    def action_edge(self, edge: str) -> None:
        """Go to the first or the last door."""
        self.point_at(self._door_from(0, 1) if edge == "first" else self._door_from(self.count() - 1, -1))

    def step_column(self, step: int) -> bool:
        """Move to the next door of the same entry; False where there is none on that side."""
        doors = len(self._doors(self.cursor))
        column = min(self.column, doors - 1) + step
        if not 0 <= column < doors:
            return False
        self.column = column
        self._redraw(self.cursor)
        self.post_message(self.Pointed(self, self.door))
        return True

    # Drawing.

    def render_line(self, y: int) -> Strip:
        """One line of the widget."""
        width = self.size.width
        index, line = divmod(self.scroll_offset.y + y, self.HEIGHT)
        base = self.rich_style
        if index >= self.count():
            return Strip.blank(width, base)
        cells = self.entry(index, width)[line]
        return Strip(self._segments(index, cells)).adjust_cell_length(width, base)

    def _segments(self, index: int, cells: Iterable[Cell]) -> list[Segment]:
        base, lit = self.rich_style, self._lit(index)
        under = self.get_component_rich_style("rows--cursor" if self.has_focus else "rows--resting", partial=True)
        segments = []
        for cell in cells:
            ink = self.get_component_rich_style(f"ink--{cell.ink}", partial=True) if cell.ink else Style.null()
            style = base + ink
            if lit(cell):  # hues turned inside out would be a row of coloured bricks; signs stay
                style = (style.without_color + base if self.has_focus else style) + under
            segments.append(Segment(cell.text, style))
        return segments

    def _lit(self, index: int) -> Any:
        """Which cells of an entry the cursor lies on: all of them where it has one door, else the one it is at."""
        if index != self.cursor:
            return lambda _: False
        if len(self._doors(index)) < 2:
            return lambda _: True
        return lambda cell: cell.door is not None and cell.door == self.door

    def fit(self) -> None:
        """Another width, the same entries."""
        self.reload()

    def on_click(self, event: events.Click) -> None:
        """A click is the cursor and, for who listens, Enter at once."""
        index = (self.scroll_offset.y + event.y) // self.HEIGHT
        if index < self.count() and self._doors(index):
            self.point_at(index)
            self.column = self._column_at(index, event.x)
            self.post_message(self.Clicked(self, self.door))

    def _column_at(self, index: int, x: int) -> int:
        """Which door of an entry is nearest to the left of cell `x`."""
        column, left = -1, 0
        for cell in self.entry(index, self.size.width)[0]:
            column += cell.door is not None and left <= x
            left += cell_len(cell.text)
        return max(0, column)

    def _doors(self, index: int) -> list[Any]:
        if not 0 <= index < self.count():
            return []
        lines = self.entry(index, max(1, self.size.width))
        return list(dict.fromkeys(cell.door for line in lines for cell in line if cell.door is not None))

    def _door_from(self, index: int, step: int) -> int:
        """The nearest entry with a door from `index` on; the present one where there is none."""
        while 0 <= index < self.count():
            if self._doors(index):
                return index
            index += step
        return max(0, min(self.cursor, self.count() - 1))

    def _keep_in_view(self) -> None:
        """Scroll as little as has the cursor in view, and what goes with it: a heading above the first, a rest below."""
        top, height = self.scroll_offset.y, self.size.height
        if not height:
            return  # a pane that waits for its turn
        first, last = self.cursor * self.HEIGHT, (self._rest(self.cursor) + 1) * self.HEIGHT
        if self._door_from(0, 1) == self.cursor and last <= height:
            first = 0
        if first < top:
            self.scroll_to(y=first, animate=False)
        elif last > top + height:
            self.scroll_to(y=min(first, last - height), animate=False)

    def _rest(self, index: int) -> int:
        """The last entry that goes on with the words of one with a door: those below it without, as far as is seen."""
        end = min(self.count(), index + max(1, self.size.height // self.HEIGHT))
        return next((below - 1 for below in range(index + 1, end) if self._doors(below)), end - 1)

    def _redraw(self, *indices: int) -> None:
        for index in indices:
            self.refresh_lines(index * self.HEIGHT, self.HEIGHT)
