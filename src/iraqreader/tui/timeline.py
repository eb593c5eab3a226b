"""The view of troop counts over time: a line a figure on axes of days and numbers, each a door to its words."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual import on
from textual.widgets import Static

from iraqreader.comparison import column_named
from iraqreader.model import DateRange, TroopCount
from iraqreader.timeline import GRID, Chart, Extent, Point, figures_of, tell
from iraqreader.tui.courtesy import AT_HAND, giving_way
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


class Drawing(NamedTuple):
    """What is drawn: figures as they are in brief, the place of each one's article, what the axes hold.

    `speaking` is how many of the articles give a figure.
    """

    figures: Sequence[TroopCount | None]
    places: Sequence[int]
    extent: Extent
    speaking: int


NOTHING = Drawing((), (), Extent.of(()), 0)


class Figures(Rows):
    """The lines of the chart, under a cursor that goes from figure to figure."""

    def __init__(self, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(**options)
        self._articles = articles
        self._drawing = NOTHING
        self._chart = Chart.over(NOTHING.extent, 0)

    def show(self, drawing: Drawing) -> None:
        """Other figures; the cursor stays at its own where that is among them."""
        here: Door | None = self.door
        self._drawing = drawing
        self._chart = Chart.over(drawing.extent, self.size.width)
        self.reload(self.find(here) or 0)

    def count(self) -> int:
        """How many lines there are."""
        return len(self._drawing.figures)

    def find(self, door: Door | None) -> int | None:
        """The line of a door, if it has one."""
        places = self._drawing.places
        if door is None:
            return None
        lines = range(bisect_left(places, door.article), bisect_right(places, door.article))
        return next((line for line in lines if self._door(line) == door), None)

    def _door(self, index: int) -> Door:
        figure = self._point(index).figure
        return Door(self._drawing.places[index], troops_fact(figure) if figure else None)

    def _point(self, index: int) -> Point:
        """A figure as it is in its article."""
        place = self._drawing.places[index]
        article = self._articles[place]
        return Point(article, figures_of(article)[index - bisect_left(self._drawing.places, place)])

    def entry(self, index: int, width: int) -> Entry:  # noqa: ARG002 - the chart was made for the list's width
        """A figure's line."""
        figure, door = (point := self._point(index)).figure, self._door(index)
        line = self._chart.line(point)
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
        return self._point(self.cursor) if self._drawing.figures else None

    @property
    def head(self) -> str:
        """The axes."""
        return str(self._chart.head())

    def step(self, step: int) -> None:
        """Go to the next figure, over articles that give none."""
        beyond = range(self.cursor + step, self.count() if step > 0 else -1, step)
        self.point_at(next((index for index in beyond if self._drawing.figures[index]), self.cursor))

    def fit(self) -> None:
        """Other axes, the same figures."""
        self._chart = Chart.over(self._drawing.extent, self.size.width)
        self.reload()


class Timeline(Narrowed[Drawing]):
    """Every figure of U.S. troops in Iraq, in the order of their articles."""

    KEYS = TIMELINE_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*TIMELINE_KEYS]

    def __init__(self, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(articles, **options)
        self._figures = Figures(articles)
        self._speaking = 0
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

    def prepare(self, briefs: Sequence[Article], places: Sequence[int]) -> Drawing:
        """Find their figures."""
        figures, lines, ranges, speaking = list[TroopCount | None](), array("I"), set[DateRange](), 0
        for place in giving_way(places, AT_HAND):
            brief = briefs[place]
            found = figures_of(brief)
            figures += found
            lines.extend([place] * len(found))
            ranges.add(brief.published.range)
            speaking += brief.headline_troops is not None
        return Drawing(figures, lines, Extent.holding({*figures}, ranges), speaking)

    def show(self, prepared: Drawing) -> None:
        """Draw the figures of these articles."""
        self._speaking = prepared.speaking
        self._figures.show(prepared)
        self._tell()

    def tell_count(self) -> None:
        """How many there are, and how many of them have a figure."""
        self.head(f"TIMELINE · U.S. troops in Iraq · {self.tally()}, {self._speaking:,} with a figure")

    def on_resize(self) -> None:
        """Other axes, once they are laid out."""
        self.call_after_refresh(self._tell)

    def turn_to(self, door: Door) -> None:
        """The line that leads there."""
        if (line := self._figures.find(door)) is not None:
            self._figures.point_at(line)

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
