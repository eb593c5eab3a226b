"""The two lists beside the text: the articles, and the panel of comparison and facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from iraqreader import report
from iraqreader.tui.inks import side_ink, sign
from iraqreader.tui.rows import Cell, Entry, Rows, fit
from iraqreader.tui.sheet import Door, Sheet
from iraqreader.tui.titles import WHEN, headline, publisher, when

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iraqreader.articles import Articles
    from iraqreader.model import Article, Side
    from iraqreader.tui.yours import Yours

WIDE = 72
"""Cells of a list from which on it spells stances out."""


class ArticleList(Rows):
    """The articles in date order, two lines each: when and what; publisher, how many, and what each side wants."""

    HEIGHT = 2

    def __init__(self, articles: Yours, **options: Any) -> None:
        super().__init__(**options)
        self._articles = articles
        self.opened = 0

    def count(self) -> int:
        """How many articles there are."""
        return len(self._articles)

    def entry(self, index: int, width: int) -> Entry:
        """The two lines of an article."""
        article, door = self._articles[index], Door(index)
        figures = (*self._tally(index, door), *_figures(article, door, wide=width >= WIDE))
        mark = Cell("▸" if index == self.opened else " ", "sign", door)
        date = Cell(fit(when(article), WHEN) + " ", "title", door)
        return (
            (mark, date, Cell(fit(headline(article), width - 14), "title", door)),
            (
                Cell(fit(f" {publisher(article)}", width - sum(len(cell.text) for cell in figures)), "faint", door),
                *figures,
            ),
        )

    def _tally(self, index: int, door: Door) -> tuple[Cell, ...]:
        """What the user made of it, and how many other copies of it there are."""
        tally, copies = self._articles.tally(index), len(self._articles.copies(index))
        found = [tally] * bool(tally) + [f"{report.COPIES}{copies}"] * bool(copies)
        return tuple(Cell(f" {sign}", "sign", door) for sign in found)

    @property
    def _anchor(self) -> int:
        """The article that one looks at: under the cursor, or where that is out of sight, the first in view."""
        line = self.cursor * self.HEIGHT - self.scroll_offset.y
        return self.cursor if 0 <= line < self.size.height else self.scroll_offset.y // self.HEIGHT

    @property
    def numbers(self) -> set[int]:
        """The articles that are looked at."""
        return {self.opened, self.cursor, self._anchor}

    def renumber(self, numbers: Mapping[int, int]) -> None:
        """The articles have other numbers now, and there are more or fewer of them."""
        self.opened = numbers[self.opened]
        self.stay(self._anchor, numbers[self._anchor], numbers[self.cursor])

    def _doors(self, index: int) -> list[Any]:
        return [Door(index)] if 0 <= index < self.count() else []

    def mark_open(self, index: int) -> None:
        """Show which article is being read."""
        before, self.opened = self.opened, index
        self._redraw(before, index)
        self.point_at(index)


def _figures(article: Article, door: Door, *, wide: bool) -> tuple[Cell, ...]:
    count = article.headline_troops
    ink = "conflict" if count and count.conflict else "troops"
    wish = _wish_in_words if wide else _wish
    return (
        Cell(fit(report.troops(count), 8, right=True) + " ", ink, door),
        wish(article, "washington", door),
        wish(article, "baghdad", door),
    )


def _wish(article: Article, side: Side, door: Door) -> Cell:
    stance = article.stance(side)
    return Cell((sign(stance.label) if stance else "—") + side[0].upper() + " ", side_ink(side), door)


def _wish_in_words(article: Article, side: Side, door: Door) -> Cell:
    stance = article.stance(side)
    words = f" {side[:4].title()}. {report.stance(stance.label if stance else None)}"
    return Cell(fit(words, 22), side_ink(side), door)


class Panel(Rows):
    """The comparison, a row an article, and below it the facts of the open one."""

    def __init__(self, articles: Articles, **options: Any) -> None:
        super().__init__(**options)
        self._articles = articles
        self._sheet = Sheet(articles, 0, 0)
        self._entries: list[Entry] = []

    def count(self) -> int:
        """How many lines there are."""
        return len(self._entries)

    def entry(self, index: int, width: int) -> Entry:  # noqa: ARG002 - the lines were made for the panel's width
        """One line."""
        return self._entries[index]

    def show(self, opened: int) -> None:
        """Another article is open; the same one keeps the cursor where it is."""
        if self._entries and opened == self._sheet.opened:
            return
        self._lay_out(opened)
        self.scroll_to(y=0, animate=False)
        self.reload(self._sheet.row_of(opened))

    @property
    def numbers(self) -> set[int]:
        """The articles that are looked at."""
        row = self._sheet.article_at(self.cursor)
        return {self._sheet.opened, self._sheet.opened if row is None else row}

    def renumber(self, numbers: Mapping[int, int]) -> None:
        """The articles have other numbers now, and there are more or fewer of them."""
        row, below = self._sheet.article_at(self.cursor), self.count() - self.cursor
        self._lay_out(numbers[self._sheet.opened])
        cursor = self.count() - below if row is None else self._sheet.row_of(numbers[row])
        self.stay(self.cursor, cursor, cursor)

    def fit(self) -> None:
        """Another width."""
        self.renew()

    def renew(self) -> None:
        """The lines are made anew, and the cursor stays on its line."""
        self._lay_out(self._sheet.opened)
        self.reload()

    def _lay_out(self, opened: int) -> None:
        self._sheet = Sheet(self._articles, opened, max(24, self.size.width))
        self._entries = self._sheet.entries()
