"""The text of an article, drawn line by line, with its facts marked and one of them lit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset, Size
from textual.message import Message
from textual.strip import Strip

from iraqreader.model import Span
from iraqreader.report import FURNITURE, printable
from iraqreader.tui.facts import Fact, facts_of
from iraqreader.tui.fitted import FittedView
from iraqreader.tui.inks import INKS
from iraqreader.tui.keys import MOVES
from iraqreader.tui.margins import LEFT, RIGHT, left_margin, marks_of, own_margin, right_margin
from iraqreader.tui.page import TAB, Fold, Page, lay_out
from iraqreader.tui.paint import Mark, Run, flatten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from textual import events
    from textual.binding import BindingType

    from iraqreader.model import Article, Quote

MEASURE = 70
"""Cells of the longest line of text, where nothing else is settled."""


class Reader(FittedView, can_focus=True):
    """One article. Keeps its place by offset, so that neither resizing nor folding loses it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{ink}" for ink in INKS}
    BINDINGS: ClassVar[list[BindingType]] = [key for key in MOVES if key.id != "move.open"]

    @dataclass
    class Picked(Message):
        """A click on words that a fact was found in."""

        fact: Fact

    def __init__(self, article: Article, **options: Any) -> None:
        super().__init__(**options)
        self.folding = False
        self.widest = MEASURE
        self.kept = 0
        self._settled_at: Size | None = None
        self._unseen: Span | None = None
        self._styles = dict[tuple[str, ...], Style]()
        self._open(article)

    def _open(self, article: Article) -> None:
        self.article = article
        self.facts = facts_of(article)
        self.current: Fact | None = None
        self.matches: tuple[Span, ...] = ()
        self._signs: Mapping[Span, str] = {}
        self._text = printable(article.text)
        self._runs = flatten(marks_of(article))
        self._lay_out()

    # What the screen asks for.

    def show(self, article: Article, offset: int = 0) -> None:
        """Open an article with the line that holds `offset` on top."""
        if article is not self.article:
            self._open(article)
        self.current, self.matches = None, ()
        self._drawn.clear()
        self._go_to(offset)

    def stand_on(self, fact: Fact, matches: tuple[Span, ...] = ()) -> None:
        """Light the words of a fact, and bring them into view; `matches` are letters to mark in them."""
        if self.folding and any(self.page.lines[index].sign for index in self.page.lines_of(fact.span)):
            self.fold(folding=False)
        lit = [self.current.span if self.current else fact.span, fact.span, *self.matches, *matches]
        self.current, self.matches = fact, matches
        self._unseen = None if self.size else fact.span
        if not self._bring_into_view(fact.span):
            self._redraw(lit)

    def sign(self, signs: Mapping[Span, str]) -> None:
        """Put the user's signs beside the words that they stand on."""
        changed, self._signs = {*self._signs.items()} ^ {*signs.items()}, signs
        self._own = own_margin(signs, self.page)
        self._redraw(span for span, _ in changed)

    def show_from(self, offset: int) -> None:
        """Put the line that holds `offset` on top, whatever is lit."""
        self._go_to(offset)

    def fold(self, *, folding: bool) -> None:
        """Show furniture as one line that says what it is, or as it came."""
        self.folding = folding
        self._lay_out()
        self._settle()

    def next_fact(self, wanted: Callable[[Fact], bool], step: int) -> Fact | None:
        """The nearest fact after (or before) the lit one, or where none is lit in view, the top of the view."""
        here = self.position
        if step > 0:
            return next((fact for fact in self.facts if (fact.span, fact.kind) > here and wanted(fact)), None)
        return next((fact for fact in reversed(self.facts) if (fact.span, fact.kind) < here and wanted(fact)), None)

    @property
    def lit_quote(self) -> Quote | None:
        """The quote that is lit, if one is."""
        return next((quote for quote in self.article.quotes if self.current and quote.span == self.current.span), None)

    @property
    def position(self) -> tuple[Span, str]:
        """Where moving by meaning goes on from."""
        if self.current and (not self.size or self._in_view(self.page.line_at(self.current.span.start))):
            return self.current.span, self.current.kind
        return Span(self.top, -1), ""

    @property
    def top(self) -> int:
        """Offset of the first letter in view."""
        lines = self.page.lines
        return lines[min(self.scroll_offset.y, len(lines) - 1)].start

    @property
    def progress(self) -> int:
        """How far down the text the view has come, in percent."""
        return 100 if self.max_scroll_y <= 0 else round(100 * self.scroll_offset.y / self.max_scroll_y)

    @property
    def spot(self) -> Offset:
        """The first letter that is lit, if that is in view, else the first in view."""
        offset = max(self.position[0].start, self.top)
        index = self.page.line_at(offset)
        column = self.page.columns(index)[offset - self.page.lines[index].start]
        return Offset(self._indent + LEFT + column, index - self.scroll_offset.y)

    # Moving.

    def action_move(self, step: int) -> None:
        """Scroll by lines."""
        self._scroll(self.scroll_offset.y + step)

    def action_page(self, pages: float) -> None:
        """Scroll by screens, two lines of which stay in view."""
        step = int(pages * (self.size.height - 2 if abs(pages) == 1 else self.size.height))
        self._scroll(self.scroll_offset.y + (step or (1 if pages > 0 else -1)))

    def action_edge(self, edge: str) -> None:
        """Scroll to the first or the last line."""
        self._scroll(0 if edge == "first" else len(self.page.lines))

    def on_click(self, event: events.Click) -> None:
        """A click on a fact's words picks it."""
        offset = self._offset_at(event.x, event.y)
        under = [fact for fact in self.facts if fact.span.start <= offset < fact.span.end]
        if under:
            self.post_message(self.Picked(min(under, key=lambda fact: fact.span.end - fact.span.start)))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember where the reader is, unless it was we who moved the text under them."""
        super().watch_scroll_y(old_value, new_value)
        if self._settled_at == self.size:  # else the text was pushed by the terminal's new size
            self.kept = self.top

    def fit(self) -> None:
        """Wrap again, with the same words on top."""
        self._lay_out()
        self._settle()

    def _lay_out(self) -> None:
        self._settled_at = None
        folds = [Fold(item.span, FURNITURE[item.kind]) for item in self.article.furniture] if self.folding else []
        self.page: Page = lay_out(self._text, self.measure, folds)
        self._left, self._right = left_margin(self.article, self.page), right_margin(self.article, self.page)
        self._own = own_margin(self._signs, self.page)
        self._drawn = dict[int, Strip]()

    def _settle(self) -> None:
        """Put the line of the anchor back on top."""
        self._settled_at = None
        self.virtual_size = Size(self.size.width, len(self.page.lines))
        self.scroll_to(y=self.page.line_at(self.kept) if self.kept else 0, animate=False)
        self._settled_at = self.size
        if self._unseen and self.size:  # lit while the pane waited for its turn: keys may come faster than the layout
            self._bring_into_view(self._unseen)
            self._unseen = None
        self.refresh()

    def _go_to(self, offset: int) -> None:
        self.kept, self._unseen = offset, None
        self._settle()

    def _scroll(self, y: int) -> None:
        self.scroll_to(y=max(0, min(y, self.max_scroll_y)), animate=False)

    def _bring_into_view(self, span: Span) -> bool:
        """Scroll so that a span is in view, a third down where it was not; False where nothing had to move."""
        lines, height = self.page.lines_of(span), max(1, self.size.height)
        if self._in_view(lines[0]) and self._in_view(lines[-1]):
            return False
        before = self.scroll_offset.y
        self._scroll(lines[0] - min(height // 3, max(0, height - len(lines))))
        self._drawn.clear()
        self.refresh()
        return before != self.scroll_offset.y

    def _in_view(self, line: int) -> bool:
        return self.scroll_offset.y <= line < self.scroll_offset.y + self.size.height

    # Drawing.

    @property
    def measure(self) -> int:
        """Cells of a line of text."""
        return max(10, min(self.widest, self.size.width - LEFT - RIGHT)) if self.size.width else self.widest

    @property
    def _indent(self) -> int:
        return max(0, self.size.width - self.measure - LEFT - RIGHT) // 2

    def notify_style_update(self) -> None:
        """Another theme: every line looks different now."""
        super().notify_style_update()
        self._drawn.clear()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """One line of the widget."""
        index = self.scroll_offset.y + y
        if index >= len(self.page.lines):
            return Strip.blank(self.size.width, self.rich_style)
        if index not in self._drawn:
            self._drawn[index] = Strip(self._segments(index)).adjust_cell_length(self.size.width, self.rich_style)
        return self._drawn[index]

    def _segments(self, index: int) -> Iterator[Segment]:
        line, beside = self.page.lines[index], self._left.get(index)
        yield Segment(" " * self._indent, self.rich_style)
        if line.sign:
            yield Segment(" " * LEFT + f"⋯ {line.sign}", self._style(("furniture",)))
            return
        own = self._own.get(index, " ")
        margin = set_cell_size(beside.sign if beside else "", LEFT - 1)
        yield Segment(margin, self._style((beside.ink,) if beside else ()))
        yield Segment(own, self._style(("sign",)))
        width = 0
        for run in self._runs_of(line.start, line.end):
            words = self.page.text[run.start : run.end].replace("\t", " " * TAB)
            width += cell_len(words)
            yield Segment(words, self._style(run.inks))
        yield from self._beside(index, width)

    def _beside(self, index: int, width: int) -> Iterator[Segment]:
        if signs := self._right.get(index):
            yield Segment(" " * max(0, self.measure + 1 - width), self.rich_style)
            for beside in signs[:2]:
                yield Segment(set_cell_size(beside.sign, len(beside.sign) + 1), self._style((beside.ink,)))

    def _runs_of(self, start: int, end: int) -> Iterator[Run]:
        """A line's words, cut where the inks change; what is lit now lies on top of what is always there."""
        lit = [Mark(self.current.span, 8, "current")] if self.current else []
        lit += [Mark(span, 9, "match") for span in self.matches]
        marks = [
            Mark(Span(run.start, run.end), layer, ink)
            for run in self._under(start, end)
            for layer, ink in enumerate(run.inks)
        ]
        marks += [mark for mark in lit if mark.span.overlaps(Span(start, end))]
        words = start + len(self.page.text[start:end].rstrip())  # white space at a line's end is not underlined
        yield from _gapless(flatten(_clip(marks, start, words)), start, end)

    def _under(self, start: int, end: int) -> tuple[Run, ...]:
        first = bisect_right(self._runs, start, key=lambda run: run.end)
        return self._runs[first : bisect_left(self._runs, end, key=lambda run: run.start)]

    def _style(self, inks: tuple[str, ...]) -> Style:
        if inks not in self._styles:
            styles = (self.get_component_rich_style(f"ink--{ink}", partial=True) for ink in inks)
            self._styles[inks] = Style.combine([self.rich_style, *styles])
        return self._styles[inks]

    def _redraw(self, spans: Iterable[Span]) -> None:
        for span in spans:
            for index in self.page.lines_of(span):
                self._drawn.pop(index, None)
                self.refresh_line(index)

    def _offset_at(self, x: int, y: int) -> int:
        """The offset of the letter in a cell of the widget."""
        index = min(self.scroll_offset.y + y, len(self.page.lines) - 1)
        column = max(0, x - self._indent - LEFT)
        return self.page.lines[index].start + max(0, bisect_right(self.page.columns(index), column) - 1)


def _gapless(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    """The runs of a line, and the plain words between them."""
    for run in runs:
        if run.start > start:
            yield Run(start, run.start, ())
        yield run
        start = run.end
    if start < end:
        yield Run(start, end, ())


def _clip(marks: Iterable[Mark], start: int, end: int) -> Iterator[Mark]:
    for span, layer, ink in marks:
        yield Mark(Span(max(start, span.start), min(end, span.end)), layer, ink)
