"""The three panes: list, text, panel. One has the keys; how many are seen depends on the terminal's width."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, Any, Literal

from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from iraqreader import report
from iraqreader.tui.lists import ArticleList, Panel
from iraqreader.tui.reader import Reader
from iraqreader.tui.titles import headline, publisher

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.widget import Widget

    from iraqreader.tui.yours import Yours

PaneName = Literal["list", "text", "panel"]
NAMES: tuple[PaneName, ...] = ("list", "text", "panel")


class Pane(Vertical):
    """A heading, and the widget under it that has the keys when the pane has."""

    def __init__(self, heading: str, widget: Widget, **options: Any) -> None:
        super().__init__(classes="pane", **options)
        self._heading = Static(heading, classes="heading", markup=False)
        self.widget = widget

    def compose(self) -> ComposeResult:
        """The heading above the widget."""
        yield self._heading
        yield self.widget

    def head(self, words: str) -> None:
        """Another heading."""
        self._heading.update(words, layout=False)

    def mark(self, *, here: bool) -> bool:
        """Show in the heading whether this pane has the keys; whether it has."""
        self._heading.set_class(here, "-here")
        return here


class Panes(Horizontal):
    """The articles, the open one's text, and what it says; `here` is the pane that has the keys."""

    def __init__(self, articles: Yours, **options: Any) -> None:
        super().__init__(**options)
        self._articles = articles
        self.opened = 0
        self.here: PaneName = "list"
        self.list, self.reader, self.panel = ArticleList(articles), Reader(articles[0]), Panel(articles)
        self._panes: dict[PaneName, Pane] = {
            "list": Pane("ARTICLES", self.list, id="list-pane"),
            "text": Pane("", self.reader, id="text-pane"),
            "panel": Pane("COMPARE", self.panel, id="panel-pane"),
        }
        self.set_classes("at-list beside-list")

    def compose(self) -> ComposeResult:
        """Side by side."""
        yield from self._panes.values()

    def on_mount(self) -> None:
        """Once all is seen, find out which articles are copies, where that is not known."""
        if not self._articles.compared:
            self.call_after_refresh(lambda: self.run_worker(self.compare()))

    async def compare(self) -> None:
        """Find out which articles are copies, and say so of them."""
        if await to_thread(self._articles.compare):
            self.list.refresh()
            self.panel.renumber({number: number for number in self.panel.numbers})

    def open(self, index: int, offset: int = 0, *, glance: bool = False) -> None:
        """Open an article with the line that holds `offset` on top. At a glance, the list stays where it is."""
        article = self._articles[index]
        self.opened = index
        self.reader.show(article, offset)
        self.reader.sign(self._articles.signs(index))
        if not glance:
            self.list.mark_open(index)
        self.panel.show(index)
        outlet = [publisher(article)] if article.publisher else []
        self._panes["text"].head(" · ".join([*outlet, report.days(article.published), headline(article)]))

    @property
    def numbers(self) -> set[int]:
        """The articles that are looked at."""
        return {self.opened, *self.list.numbers, *self.panel.numbers}

    def renumber(self, numbers: Mapping[int, int]) -> None:
        """The articles have other numbers now; the text stays as it is, unless its article is gone."""
        self.opened = numbers[self.opened]
        self.list.renumber(numbers)
        self.panel.renumber(numbers)
        if self._articles[self.opened] != self.reader.article:
            self.open(self.opened)

    def turn_to(self, name: PaneName) -> None:
        """Give the keys to a pane, and show it where panes take turns."""
        beside = name if name != "text" else "panel" if self.has_class("beside-panel") else "list"
        self.here = name
        if (classes := {f"at-{name}", f"beside-{beside}"}) != self.classes:
            self.set_classes(classes)
        self.screen.set_focus(self._panes[name].widget, scroll_visible=False)

    def turn(self, step: int, *, around: bool) -> None:
        """Give the keys to the pane on that side; at the last one, `around` to the first."""
        index = NAMES.index(self.here) + step
        if around or 0 <= index < len(NAMES):
            self.turn_to(NAMES[index % len(NAMES)])

    def mark(self, focused: Widget | None) -> bool:
        """Show which pane has the keys, which a click may have moved; whether it is another than before."""
        before = self.here
        for name, pane in self._panes.items():
            if pane.mark(here=focused is pane.widget):
                self.here = name
        return before != self.here
