"""The two lists beside the text: the articles, and the panel of comparison and facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from iraqreader import report
from iraqreader.tui.inks import side_ink, sign
from iraqreader.tui.rows import Cell, Entry, Rows, fit
from iraqreader.tui.sheet import Door, Sheet
from iraqreader.tui.titles import headline, publisher

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iraqreader.model import Article, Side


class ArticleList(Rows):
    """The articles in date order, two lines each: when and what; publisher, how many, and what each side wants."""

    HEIGHT = 2

    def __init__(self, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(**options)
        self._articles = articles
        self.opened = 0

    def count(self) -> int:
        """How many articles there are."""
        return len(self._articles)

    def entry(self, index: int, width: int) -> Entry:
        """The two lines of an article."""
        article, door = self._articles[index], Door(index)
        mark = Cell("▸" if index == self.opened else " ", "sign", door)
        when = Cell(fit(report.days(article.published), 12) + " ", "title", door)
        return (
            (mark, when, Cell(fit(headline(article), width - 14), "title", door)),
            (Cell(fit(f" {publisher(article)}", width - 15), "faint", door), *_figures(article, door)),
        )

    def mark_open(self, index: int) -> None:
        """Show which article is being read."""
        before, self.opened = self.opened, index
        self._redraw(before, index)
        self.point_at(index)


def _figures(article: Article, door: Door) -> tuple[Cell, ...]:
    count = article.headline_troops
    ink = "conflict" if count and count.conflict else "troops"
    return (
        Cell(fit(report.troops(count), 8, right=True) + " ", ink, door),
        _wish(article, "washington", door),
        _wish(article, "baghdad", door),
    )


def _wish(article: Article, side: Side, door: Door) -> Cell:
    stance = article.stance(side)
    return Cell((sign(stance.label) if stance else "—") + side[0].upper() + " ", side_ink(side), door)


class Panel(Rows):
    """The comparison, a row an article, and below it the facts of the open one."""

    def __init__(self, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(**options)
        self._articles = articles
        self._opened = 0
        self._entries: list[Entry] = []

    def count(self) -> int:
        """How many lines there are."""
        return len(self._entries)

    def entry(self, index: int, width: int) -> Entry:  # noqa: ARG002 - the lines were made for the panel's width
        """One line."""
        return self._entries[index]

    def show(self, opened: int) -> None:
        """Another article is open; the same one keeps the cursor where it is."""
        if self._entries and opened == self._opened:
            return
        self._opened = opened
        sheet = Sheet(self._articles, opened, max(24, self.size.width))
        self._entries = sheet.entries()
        self.reload(sheet.first_row)

    def on_resize(self) -> None:
        """Another width: the lines are made anew, and the cursor stays on its line."""
        self._entries = Sheet(self._articles, self._opened, max(24, self.size.width)).entries()
        self.reload()
