"""The view of troop counts over time: a line a figure on axes of days and numbers, each a door to its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.widgets import Static

from iraqreader.comparison import column_named
from iraqreader.timeline import GRID, Chart, Point, find_points, tell
from iraqreader.tui.facts import troops_fact
from iraqreader.tui.keys import TIMELINE_KEYS
from iraqreader.tui.narrowed import Narrowed
from iraqreader.tui.rows import Cell, Entry, Rows
from iraqreader.tui.sheet import Door
from iraqreader.tui.told import Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from iraqreader.model import Article


class Figures(Rows):
    """The lines of the chart, under a cursor that goes from figure to figure."""

    def __init__(self, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(**options)
        self._places = {article.id: place for place, article in enumerate(articles)}
        self.points, self.doors = list[Point](), list[Door]()
        self._chart = Chart.of((), 0)

    def show(self, points: list[Point]) -> None:
        """Other figures; the cursor stays at its own where that is among them."""
        here: Door | None = self.door
        self.points = points
        self.doors = [
            Door(self._places[article.id], troops_fact(figure) if figure else None) for article, figure in points
        ]
        self._chart = Chart.of(points, self.size.width)
        self.reload(self.doors.index(here) if here in self.doors else 0)

    def count(self) -> int:
        """How many lines there are."""
        return len(self.points)

    def entry(self, index: int, width: int) -> Entry:  # noqa: ARG002 - the chart was made for the list's width
        """A figure's line."""
        figure, door = self.points[index].figure, self.doors[index]
        line = self._chart.line(self.points[index])
        ink = "conflict" if figure and figure.conflict else "troops"
        return (
            (
                Cell(f"{line.when} ", "title", door),
                Cell(f"{line.number} ", ink, door),
                *(Cell(part, "faint" if part == GRID else "", door) for part in re.split(f"({GRID})", line.days)),
                Cell(" ", "", door),
                Cell(f"{line.amount} ", ink, door),
                Cell(line.source, "faint", door),
            ),
        )

    @property
    def point(self) -> Point | None:
        """The figure under the cursor; None where there is none at all."""
        return self.points[self.cursor] if self.points else None

    @property
    def head(self) -> str:
        """The axes."""
        return str(self._chart.head())

    def step(self, step: int) -> None:
        """Go to the next figure, over articles that give none."""
        beyond = range(self.cursor + step, self.count() if step > 0 else -1, step)
        self.point_at(next((index for index in beyond if self.points[index].figure), self.cursor))

    def fit(self) -> None:
        """Other axes, the same figures."""
        self._chart = Chart.of(self.points, self.size.width)
        self.reload()


class Timeline(Narrowed):
    """Every figure of U.S. troops in Iraq, in the order of their articles."""

    KEYS = TIMELINE_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*TIMELINE_KEYS]

    def __init__(self, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(articles, **options)
        self._figures = Figures(articles)
        self._heads = Static("", classes="heads", markup=False)
        self._told = Told()

    def body(self) -> Iterator[Widget]:
        """The axes, the lines, and what the one under the cursor says."""
        yield self._heads
        yield self._figures
        yield self._told

    @property
    def rows(self) -> Rows:
        """The lines."""
        return self._figures

    def show(self, articles: Sequence[Article]) -> None:
        """Draw the figures of these articles."""
        self._figures.show(find_points(articles))
        speaking = sum(1 for article in articles if article.headline_troops)
        self.head(f"TIMELINE · U.S. troops in Iraq · {self.tally(len(articles))}, {speaking:,} with a figure")
        self._tell()

    def on_resize(self) -> None:
        """Other axes, once they are laid out."""
        self.call_after_refresh(self._tell)

    def turn_to(self, door: Door) -> None:
        """The line that leads there."""
        if door in self._figures.doors:
            self._figures.point_at(self._figures.doors.index(door))

    def action_step(self, step: int) -> None:
        """To the figure before or after in time."""
        self._figures.step(step)

    @on(Rows.Pointed)
    def _tell(self) -> None:
        """The axes as wide as the lines, and the figure under the cursor in words."""
        self._heads.update(self._figures.head)
        point = self._figures.point
        if point:
            self._told.tell(point.article, f"{tell(point)} · {column_named('date').told(point.article)}")
        else:
            self._told.tell_nothing("no article is so: {timeline.filter} and {filter.leave} show all")
