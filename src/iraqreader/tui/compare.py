"""The view in which articles are compared: a table to sort and to filter, with the cell under the cursor in words."""

from __future__ import annotations

from array import array
from itertools import chain
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual import on
from textual.widgets import Static

from iraqreader.comparison import column_named, places_in_order
from iraqreader.tui.courtesy import AT_HAND, giving_way
from iraqreader.tui.keys import COMPARE_KEYS
from iraqreader.tui.narrowed import Narrowed
from iraqreader.tui.rows import Rows
from iraqreader.tui.sheet import Door
from iraqreader.tui.table import Needs, Table, cell_fact
from iraqreader.tui.told import Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType
    from textual.events import Click
    from textual.widget import Widget

    from iraqreader.comparison import Column
    from iraqreader.model import Article
    from iraqreader.tui.table import Spot


class Order(NamedTuple):
    """Articles by their places in the library, how many of them, at the end, say nothing of what they are sorted by."""

    places: Sequence[int]
    unknown: int
    needs: Needs


class Compare(Narrowed[Order]):
    """All articles, or those that the filter leaves, by one of their columns."""

    KEYS = COMPARE_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*COMPARE_KEYS]

    def __init__(self, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(articles, **options)
        self._by: Column = column_named("date")
        self._last_first = False
        self._unknown = 0
        self._table = Table(articles)
        self._heads = Static("", classes="heads", markup=False)
        self._told = Told()

    def body(self) -> Iterator[Widget]:
        """Heads of the columns, the table, and what the cell under the cursor says."""
        yield self._heads
        yield self._table
        yield self._told

    @property
    def rows(self) -> Rows:
        """The table."""
        return self._table

    def place_of(self, door: Door) -> Spot:  # noqa: ARG002 - two cells may lead to the same words
        """The cell under the cursor."""
        here: Spot = self._table.door
        return here

    def return_to(self, place: Spot) -> None:
        """The same cell, where its article is still shown."""
        self._table.turn_to(place)
        self._tell()

    def open(self, chosen: Spot) -> None:
        """To the words of a cell."""
        self.dismiss(self._door(chosen))

    def _door(self, spot: Spot) -> Door:
        return Door(spot.article, cell_fact(self._table.columns[spot.column], self.articles[spot.article]))

    # What keys do.

    def action_step(self, step: int) -> None:
        """To the next cell of the row."""
        self._table.step_column(step)

    def action_order(self, last_first: bool) -> None:
        """Sort by the cursor's column."""
        self._by, self._last_first = self._table.here, last_first
        self.fill()

    def on_click(self, event: Click) -> None:
        """A click on the head of a column sorts by it, another the other way."""
        if event.widget is self._heads:
            column = self._table.column_over(event.x - self._heads.gutter.left)
            self._by, self._last_first = column, column is self._by and not self._last_first
            self.fill()

    def prepare(self, briefs: Sequence[Article], places: Sequence[int]) -> Order:
        """Sort them."""
        known, unknown = places_in_order(
            (briefs[place] for place in giving_way(places, AT_HAND)), self._by, last_first=self._last_first
        )
        ordered = array("I", (places[at] for at in chain(known, unknown)))
        return Order(ordered, len(unknown), self._table.needs.met_by(briefs))

    def show(self, prepared: Order) -> None:
        """Show these articles, sorted."""
        self._unknown = prepared.unknown
        self._table.show(prepared.places, prepared.needs)
        self._tell()

    def tell_count(self) -> None:
        """How many there are, and in which order."""
        self.head(f"COMPARE · {self.tally()} · {self._order(self._unknown)}")

    # What is told.

    def _order(self, unknown: int) -> str:
        return f"by {self._by.name}, {self._by.ends[self._last_first]} first" + (
            f", {unknown:,} unknown at the end" if unknown else ""
        )

    @on(Rows.Pointed)
    def _tell(self) -> None:
        """Heads and foot say where the cursor is, and what is there."""
        self._heads.update(self._table.heads(self._by.name, self._last_first))
        spot: Spot | None = self._table.door
        if spot:
            self._told.tell(article := self.articles[spot.article], self._table.columns[spot.column].told(article))
        else:
            self._told.tell_nothing("no article is so: {compare.filter} and {filter.leave} show all")

    def on_resize(self) -> None:
        """Another width for all of it, once it is laid out."""
        self.call_after_refresh(self._tell)
