"""The table of the comparison: a row an article, a column a fact, as many of them as there is room for."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from iraqreader import report
from iraqreader.comparison import COLUMNS, SIDES, Column, other_stances
from iraqreader.tui.courtesy import AT_HAND, giving_way
from iraqreader.tui.facts import Fact, evidence_fact, publisher_fact, quote_fact, reason_fact, troops_fact
from iraqreader.tui.inks import side_ink
from iraqreader.tui.rows import Cell, Entry, Rows, fit
from iraqreader.tui.sheet import stance_in
from iraqreader.tui.titles import WHEN, when

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iraqreader.model import Article, Stance

ROOM = {
    "date": (WHEN, 18),
    "troops": (8, 15),
    "washington": (10, 15),
    "baghdad": (10, 15),
    "others": (12, 30),
    "quotes": (9, 15),
    "publisher": (10, 24),
    "title": (13, 13),
}
"""Cells of each column: the fewest in which it can be read, and the most that it may need; the title takes the rest."""

HEADS = {"date": "when", "washington": "Wash.", "baghdad": "Bagh."}
"""What stands above a column, where it is not its name."""

HEAD = 7
"""Cells that the name of a column takes, with an arrow."""


class Spot(NamedTuple):
    """A cell of the table: an article by its place in the library, and a column by its place in the table."""

    article: int
    column: int


class Needs(NamedTuple):
    """What the rows need: the cells that each column's widest words take, after so many articles."""

    articles: int = 0
    cells: tuple[int, ...] = (0,) * len(COLUMNS)

    def met_by(self, articles: Sequence[Article]) -> Needs:
        """The same, after more articles."""
        cells, count = list(self.cells), len(articles)
        for article in map(articles.__getitem__, giving_way(range(self.articles, count), AT_HAND)):
            cells = [max(needed, wide(article)) for needed, wide in zip(cells, _WIDTHS, strict=True)]
        return Needs(count, tuple(cells))

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that are shown: that of other sides where one of them wants something."""
        return tuple(column for column in self._needed if column.name != "others" or self._needed[column] > len("—"))

    @property
    def room(self) -> list[tuple[int, int]]:
        """For each column that is shown the fewest cells, and as many as it needs."""
        return [_room(column, self._needed[column]) for column in self.columns]

    @property
    def _needed(self) -> dict[Column, int]:
        return dict(zip(COLUMNS, self.cells, strict=True))


def _wide(column: Column) -> Callable[[Article], int]:
    """How many cells the words of an article take in a column, as far as that matters."""
    least, most = ROOM[column.name]
    return (lambda _: least) if least == most else lambda article: report.display_width(column.cell(article))


def _room(column: Column, needed: int) -> tuple[int, int]:
    """The fewest cells of a column, and as many as it needs."""
    least, most = ROOM[column.name]
    if least == most:
        return least, most
    least = min(least, max(needed, HEAD))
    return least, max(least, min(most, needed + 1))


_WIDTHS = tuple(map(_wide, COLUMNS))


class Table(Rows):
    """Articles under a cursor that stands on one cell. The first column always shows; others make room for the cursor."""

    def __init__(self, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(**options)
        self._articles = articles
        self.needs = Needs()
        self.columns = self.needs.columns
        self.places: Sequence[int] = ()
        self._first, self._widths = 1, (0,) * len(self.columns)

    def count(self) -> int:
        """How many articles are shown."""
        return len(self.places)

    def entry(self, index: int, width: int) -> Entry:  # noqa: ARG002 - columns were laid out for the table's width
        """The cells of an article; a column that has no room is a cell of no width, so that the cursor comes there."""
        place = self.places[index]
        cells = list[Cell]()
        for number, (column, wide) in enumerate(zip(self.columns, self._widths, strict=True)):
            words, ink = _drawn(column, self._articles[place], wide)
            cells += [Cell(words, ink, Spot(place, number)), Cell(" " if wide else "")]
        return (tuple(cells),)

    # What the screen asks for.

    @property
    def here(self) -> Column:
        """The column that the cursor is in."""
        return self.columns[min(self.column, len(self.columns) - 1)]

    def show(self, places: Sequence[int], needs: Needs) -> None:
        """Show these articles in this order; the cursor stays on its article where that is among them."""
        here = self.door.article if self.places and self.door else None
        if needs != self.needs:
            column = self.here
            self.needs, self.columns = needs, needs.columns
            self.column = self.columns.index(column)
            self._make_room()
        self.places = places
        self.reload(places.index(here) if here in places else 0)

    def turn_to(self, spot: Spot) -> None:
        """Put the cursor on a cell, where its article is shown."""
        if spot.article in self.places:
            self.column = spot.column
            self._make_room()
            self.reload(self.places.index(spot.article))

    def step_column(self, step: int) -> bool:
        """Move to the next cell, and bring its column into view."""
        moved = super().step_column(step)
        if moved and self._make_room():
            self.refresh()
        return moved

    def heads(self, ordered: str, last_first: bool) -> str:
        """What stands above the columns: the order's arrow at its column, and at the edges which way more are."""
        heads = list[str]()
        for column, wide in zip(self.columns, self._widths, strict=True):
            arrow = ("↓" if last_first else "↑") if column.name == ordered else ""
            name = column.name.title() if column.name in SIDES and wide > len(column.name) else HEADS.get(column.name)
            heads.append(fit((name or column.name) + arrow, wide, right=column.name == "troops"))
        line = ("‹" if self._first > 1 else " ").join([heads[0], " ".join(filter(None, heads[1:]))])
        return line if self._widths[-1] else fit(line, self.size.width - 2) + " ›"

    def column_over(self, x: int) -> Column:
        """The column that cell `x` of a line is in."""
        ends = accumulate(wide + bool(wide) for wide in self._widths)
        return next((column for column, end in zip(self.columns, ends, strict=True) if x < end), self.columns[-1])

    # Room.

    def fit(self) -> None:
        """Another width: columns come or go, and the cursor stays on its cell."""
        self._make_room()
        self.reload()

    def _make_room(self) -> bool:
        """Lay the columns out so that the cursor's is among them; whether that changed anything."""
        before, here = self._widths, min(self.column, len(self.columns) - 1)
        self._first, self._widths = lay_out(self.needs.room, self.size.width, here, self._first)
        return before != self._widths


def lay_out(room: Sequence[tuple[int, int]], width: int, here: int, first: int) -> tuple[int, tuple[int, ...]]:
    """Cells for each column, 0 where it does not show, and the first that shows after the one that always does.

    Columns take their fewest cells, then in turn what they need, and the last that shows takes the rest. `first` is
    where the view began before: it moves no further than it must for column `here` to show.
    """
    first = max(1, min(first, here))
    while here > (last := _last_that_fits(room, width, first)) and first < here:
        first += 1
    while first > 1 and _last_that_fits(room, width, first - 1) >= max(here, last):
        first -= 1
    shown = [0, *range(first, last + 1)]
    widths = {number: room[number][0] for number in shown}
    left = max(0, width - sum(widths.values()) - len(shown) + 1)
    for number in shown:
        more = min(left, room[number][1] - room[number][0])
        widths[number], left = widths[number] + more, left - more
    widths[shown[-1]] += left
    return first, tuple(widths.get(number, 0) for number in range(len(room)))


def _last_that_fits(room: Sequence[tuple[int, int]], width: int, first: int) -> int:
    """The last column that has its fewest cells beside column 0 and those from `first` on; at least that one."""
    left, last = width - room[0][0], first
    for number in range(first, len(room)):
        left -= room[number][0] + 1
        if left < 0:
            break
        last = number
    return last


def _drawn(column: Column, article: Article, width: int) -> tuple[str, str]:
    """A cell's words in its width, and their ink."""
    if not width:
        return "", ""
    words = column.cell(article)
    if column.name == "date":
        return fit(words if len(words) <= width else when(article), width), "title"
    if column.name == "troops":
        return fit(words, width, right=True), "conflict" if report.CONFLICT in words else "troops"
    if column.name in SIDES:
        stance = article.stance(column.name)
        return fit(stance_in(width, stance.label if stance else None), width), side_ink(column.name)
    return fit(words, width), "faint" if column.name in ("publisher", "quotes") else ""


def cell_fact(column: Column, article: Article) -> Fact | None:
    """The words that a cell was found in; None where it leads to the article as a whole."""
    return _FACTS[column.name](article)


def _of_side(side: str) -> Callable[[Article], Fact | None]:
    return lambda article: _first_evidence([stance] if (stance := article.stance(side)) else [])


def _first_evidence(stances: Sequence[Stance]) -> Fact | None:
    return evidence_fact(stances[0], stances[0].evidence[0]) if stances else None


_FACTS: dict[str, Callable[[Article], Fact | None]] = {
    "date": lambda article: reason_fact(article.published.reasons[0]) if article.published.reasons else None,
    "troops": lambda article: troops_fact(count) if (count := article.headline_troops) else None,
    **{side: _of_side(side) for side in SIDES},
    "others": lambda article: _first_evidence(other_stances(article)),
    "quotes": lambda article: quote_fact(article.quotes[0]) if article.quotes else None,
    "publisher": lambda article: publisher_fact(article.publisher) if article.publisher else None,
    "title": lambda _: None,
}
