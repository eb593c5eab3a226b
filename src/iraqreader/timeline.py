"""Troop counts over time, as lines of text: a line a figure, on an axis of days and beside it one of numbers.

A window of days is drawn from its first to its last, and what a qualifier leaves open is dotted: of "up to 500" the
whole bar, of a range all beyond its lower end. The bar ends in the qualifier's own sign. Every number is written out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from iraqreader import report
from iraqreader.comparison import column_named, disputed, says_who
from iraqreader.report import WHEN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from iraqreader.model import Article, DateRange, TroopCount

SOURCE = 24
"""Cells of the column that names who says so, where there is room for it."""

ROOMY = 96
"""Cells of a line from which on there is."""

PLAIN_WIDTH = 100
"""Cells of a line where nobody says how many there are."""

GRID = "┊"
"""Runs down the chart from each mark of the axis of days."""

_SOLID, _DOTTED, _POINT = "━", "┄", "●"
_ENDS = {
    "exact": _POINT,
    "range": _POINT,
    "about": "~",
    "more_than": ">",
    "at_least": "≥",
    "up_to": "≤",
    "fewer_than": "<",
}
_AT_MOST = ("up_to", "fewer_than")
_MONTHS_APART = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_DAY_CELLS, _NUMBER_CELLS = 80, 50
"""Cells of the axes at most: a longer one says no more."""


class Point(NamedTuple):
    """A figure of an article: how many U.S. troops there were in Iraq when it came out; None where it gives none."""

    article: Article
    figure: TroopCount | None


class Line(NamedTuple):
    """A line of the chart, each part as wide as its column."""

    when: str
    number: str
    days: str
    amount: str
    source: str

    def __str__(self) -> str:
        """The line as it is printed."""
        return " ".join(filter(None, self)).rstrip()


def find_points(articles: Iterable[Article]) -> list[Point]:
    """Every article's figure, and where its sources disagree, each of theirs; in the order of the articles."""
    return [Point(article, count) for article in articles for count in figures_of(article)]


def figures_of(article: Article) -> Sequence[TroopCount | None]:
    """The article's figure, or each of its sources' where they disagree; None where it gives none."""
    headline = article.headline_troops
    return disputed(article) if headline and headline.conflict else [headline]


def says(point: Point) -> str:
    """Who gives the figure: a name, or the outlet, or the file."""
    if point.figure and point.figure.speaker:
        return report.one_line(point.figure.speaker)
    return report.one_line(point.article.publisher.name if point.article.publisher else point.article.id)


def tell(point: Point) -> str:
    """The figure in words, and what else its sources say."""
    return column_named("troops").told(point.article) if point.figure is None else _tell_figure(point, point.figure)


def _tell_figure(point: Point, figure: TroopCount) -> str:
    words = f"{report.number_in_words(figure)} {report.count_words(figure)}{says_who(figure)}"
    others = [other for other in disputed(point.article) if figure.conflict and other is not figure]
    against = "; ".join(f"{report.number_in_words(other)}{says_who(other)}" for other in others)
    return f"{report.CONFLICT} {words} · disputed: {against}" if against else words


def render_timeline(articles: Sequence[Article], width: int) -> Iterator[str]:
    """The chart in lines of at most so many cells, beneath its axes."""
    points = find_points(articles)
    chart = Chart.of(points, width)
    yield str(chart.head())
    yield from (str(chart.line(point)) for point in points)


class Extent(NamedTuple):
    """What the axes must hold: the first and the last day, the largest number, and the cells of the widest one."""

    start: date
    end: date
    most: int
    number: int

    @classmethod
    def of(cls, points: Sequence[Point]) -> Extent:
        """What these points take."""
        return cls.holding({point.figure for point in points}, {point.article.published.range for point in points})

    @classmethod
    def holding(cls, figures: Collection[TroopCount | None], ranges: Collection[DateRange]) -> Extent:
        """What these figures and days take."""
        counts = [count for count in figures if count]
        number = max([len("troops"), *(report.display_width(report.troops(count)) for count in counts)])
        most = max((count.high or count.low for count in counts), default=1)
        return cls(*_years(ranges), _round_up(most), number)


@dataclass(frozen=True)
class Chart:
    """Axes that hold every point, and the cells that there are for each."""

    start: date
    end: date
    most: int
    number: int
    days: int
    amount: int
    source: int

    @classmethod
    def of(cls, points: Sequence[Point], width: int) -> Chart:
        """A chart for these points, in lines of so many cells."""
        return cls.over(Extent.of(points), width)

    @classmethod
    def over(cls, extent: Extent, width: int) -> Chart:
        """A chart for all that lies in there, in lines of so many cells."""
        start, end, most, number = extent
        source = SOURCE if width >= ROOMY else 0
        left = max(20, width - WHEN - number - source - 3 - bool(source))
        days = min(_DAY_CELLS, left * 5 // 9) if start <= end else 0
        return cls(start, end, most, number, days, min(_NUMBER_CELLS, left - days), source)

    def head(self) -> Line:
        """The names of the columns, and the marks of the axes."""
        days = _labelled({cell: _month(day, years=step >= 12) for day, cell, step in self._marks}, self.days)
        return Line(
            f"{'when':<{WHEN}}",
            f"{'troops':>{self.number}}",
            days,
            self._number_marks(),
            f"{'says':<{self.source}}" if self.source else "",
        )

    def line(self, point: Point) -> Line:
        """A point as a line."""
        published, count = point.article.published, point.figure
        return Line(
            report.fitted(report.short(report.days(published)), WHEN),
            f"{report.troops(count):>{self.number}}",
            self._window(published.range),
            self._amount(count),
            report.fitted(says(point), self.source) if self.source else "",
        )

    # Days.

    def _cell(self, day: date) -> int:
        return (day - self.start).days * self.days // ((self.end - self.start).days + 1)

    @cached_property
    def _marks(self) -> list[tuple[date, int, int]]:
        """Days with a mark on the axis, their cells, and how many months lie between them: as close as can be read."""
        for step in _MONTHS_APART:
            marks = [(day, self._cell(day), step) for day in _months(self.start, self.end, step)]
            cells = [cell for _, cell, _ in marks]
            room = len("2014 ") if step >= 12 else len("Jan 2014 ")
            if all(after - before >= room for before, after in pairwise(cells)):
                break
        return marks

    def _window(self, days: DateRange) -> str:
        """A day as a point, a window from end to end, an open end as an arrow; the marks of the axis run through."""
        cells = [" "] * self.days
        for _, cell, _ in self._marks:
            cells[cell] = GRID
        if days.earliest or days.latest:
            first = self._cell(days.earliest) if days.earliest else 0
            last = self._cell(days.latest) if days.latest else self.days - 1
            cells[first : last + 1] = _stroke(days, last - first + 1)
        return "".join(cells)

    # Numbers.

    def _place(self, number: int) -> int:
        return round(number / self.most * (self.amount - 1))

    def _number_marks(self) -> str:
        most, half = f"{self.most:,}", f"{self.most // 2:,}"
        labels = {0: "0", self.amount - len(most): most}
        middle = self._place(self.most // 2) - len(half) // 2
        return _labelled({**labels, middle: half} if self.amount >= 4 * len(most) else labels, self.amount)

    def _amount(self, count: TroopCount | None) -> str:
        """A bar as long as the number: solid as far as it is certain, dotted as far as it may go."""
        if count is None:
            return " " * self.amount
        low, high = self._place(count.low), self._place(count.high or count.low)
        bar = (
            (_DOTTED if count.qualifier in _AT_MOST else _SOLID) * low + _DOTTED * (high - low) + _ENDS[count.qualifier]
        )
        if high > low:
            bar = bar[:low] + _POINT + bar[low + 1 :]
        return bar.ljust(self.amount)


def _stroke(days: DateRange, length: int) -> str:
    """Days that are known at one end at least, in so many cells."""
    left, right = "├" if days.earliest else "◂", "┤" if days.latest else "▸"
    if length > 1:
        return left + "─" * (length - 2) + right
    return _POINT if days.earliest and days.latest else left if days.latest else right


def _years(ranges: Iterable[DateRange]) -> tuple[date, date]:
    """Whole years that hold every day that is known; no day where none is."""
    known = [day.year for days in ranges for day in (days.earliest, days.latest) if day]
    return (date(min(known), 1, 1), date(max(known), 12, 31)) if known else (date.max, date.min)


def _months(start: date, end: date, step: int) -> list[date]:
    """First days of months, so many months apart, of years that a reader would count by."""
    years = step // 12
    first = -(-start.year // years) * years if years else start.year
    months = range(first * 12, end.year * 12 + 12, step)
    return [date(month // 12, month % 12 + 1, 1) for month in months]


def _month(day: date, *, years: bool) -> str:
    return f"{day:%Y}" if years else f"{day:%b %Y}"


def _round_up(number: int) -> int:
    """The next number with which an axis may end: 1, 2, 2.5 or 5 and noughts; 10 at least."""
    power = int("1" + "0" * max(1, len(str(number)) - 1))
    return next(most for step in (10, 20, 25, 50, 100) if (most := step * power // 10) >= number)


def _labelled(labels: Mapping[int, str], width: int) -> str:
    """Labels, each from its cell on, as far as the line goes."""
    line = ""
    for cell, label in sorted(labels.items()):
        if cell >= len(line) + bool(line) and cell + len(label) <= width:
            line = line.ljust(cell) + label
    return line.ljust(width)
