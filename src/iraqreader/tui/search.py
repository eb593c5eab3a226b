"""The drawer in which quotes are searched as one types."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from iraqreader import report
from iraqreader.model import Span
from iraqreader.tui.inks import speaker_ink
from iraqreader.tui.keys import SEARCH
from iraqreader.tui.paint import Mark, flatten
from iraqreader.tui.rows import Cell, Entry, Rows, fit
from iraqreader.tui.titles import WHEN, when
from iraqreader.voices import speaker_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from iraqreader.model import Article
    from iraqreader.search import Hit, QuoteIndex

SETTLE = 0.03
"""Seconds without another letter before a query is ranked."""

LIMIT = 50
"""Hits that are listed."""

LEAD = 24
"""Letters before the first marked one that are shown with it."""


class Hits(Rows):
    """The quotes found, best first: who, when, and the words with the matched letters marked."""

    can_focus = False

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.hits: Sequence[Hit] = ()

    def count(self) -> int:
        """How many hits there are."""
        return len(self.hits)

    def entry(self, index: int, width: int) -> Entry:
        """The line of a hit."""
        hit, room = self.hits[index], 18 if width < 100 else 26
        speaker = hit.quote.speaker
        ink = speaker_ink(speaker_key(speaker), speaker.side) if speaker else "faint"
        lead = "▸" if index == self.cursor else " "
        name = report.printable(speaker.name) if speaker else "nobody named"
        before = (
            Cell(lead, "sign", index),
            Cell(fit(name, room) + " ", ink, index),
            Cell(fit(when(hit.article), WHEN) + " ", "faint", index),
        )
        return ((*before, *_excerpt(hit, index, width - room - WHEN - 3)),)

    def show(self, hits: Sequence[Hit]) -> None:
        """Other hits; the cursor is on the best."""
        self.hits = hits
        self.reload(0)


class Query(Input):
    """The line that is typed in. Its keys are the search's; every letter is a letter."""

    BINDINGS: ClassVar[list[BindingType]] = [*SEARCH]


class Search(Vertical):
    """A query, and the quotes that answer it. Says which is looked at."""

    @dataclass
    class Looked(Message):
        """A hit is under the cursor; None where nothing is found."""

        hit: Hit | None

    @dataclass
    class Taken(Message):
        """A hit was clicked."""

    def __init__(self, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(**options)
        self._articles = articles
        self._ranked = ""

    @cached_property
    def _index(self) -> QuoteIndex:
        # Imported on first use: the first screen does not wait for what ranks.
        from iraqreader.search import QuoteIndex  # noqa: PLC0415

        return QuoteIndex(self._articles)

    def renew(self) -> None:
        """The articles say something else now: make the index anew when it is asked for."""
        self.__dict__.pop("_index", None)
        self._ranked = ""

    def compose(self) -> ComposeResult:
        """Hits above, the query below, with a count beside it."""
        yield Hits(id="hits")
        with Horizontal(id="query-line"):
            yield Static("/", id="prompt")
            yield Query(placeholder="words of a quote, a speaker’s name", compact=True, id="query")
            yield Static("", id="found", markup=False)

    def on_mount(self) -> None:
        """A cursor that blinks would send bytes for ever."""
        self.query_one(Query).cursor_blink = False

    def begin(self) -> None:
        """Open the drawer with an empty query."""
        self.query_one(Query).value = self._ranked = ""
        self.query_one(Hits).show(())
        self.query_one("#found", Static).update("")
        self.screen.set_focus(self.query_one(Query), scroll_visible=False)

    @on(Query.Changed)
    def _typed(self) -> None:
        self._rank()

    @work(exclusive=True)
    async def _rank(self) -> None:
        """Rank in a thread once the typing pauses; a newer query takes the place of an older one."""
        await asyncio.sleep(SETTLE)
        await self.finish()
        self.post_message(self.Looked(self.hit))

    async def finish(self) -> None:
        """Have the hits of the query as it stands."""
        query = self.query_one(Query).value
        if query != self._ranked:
            hits = await asyncio.to_thread(self._find, query)
            self._ranked = query
            self.query_one(Hits).show(hits)
            self.query_one("#found", Static).update(_tally(query, len(hits)))

    def _find(self, query: str) -> list[Hit]:
        return list(self._index.search(query, LIMIT).hits)

    @on(Rows.Pointed)
    def _pointed(self, event: Rows.Pointed) -> None:
        event.stop()
        self.post_message(self.Looked(self.query_one(Hits).hits[event.door]))

    @on(Rows.Clicked)
    def _clicked(self, event: Rows.Clicked) -> None:
        event.stop()
        self.post_message(self.Taken())

    @property
    def hit(self) -> Hit | None:
        """The hit under the cursor."""
        hits = self.query_one(Hits)
        return hits.hits[hits.cursor] if hits.hits else None

    async def look(self, step: int) -> None:
        """Look at another hit."""
        await self.finish()
        self.query_one(Hits).action_move(step)


def _tally(query: str, count: int) -> str:
    if not query.strip():
        return ""
    return (
        f"{LIMIT} or more"
        if count >= LIMIT
        else "no quote found"
        if not count
        else "1 quote"
        if count == 1
        else f"{count} quotes"
    )


def _excerpt(hit: Hit, door: int, width: int) -> Iterator[Cell]:
    """As much of a quote as fits, with its first marked letters in it, on one line."""
    text, quote = hit.article.text, hit.quote.span
    first = min((mark.start for mark in hit.marks), default=quote.start)
    start = (
        max(quote.start, min(first - LEAD, quote.end - width + 1))
        if first + LEAD > quote.start + width
        else quote.start
    )
    if start > quote.start:
        start += max(0, text.find(" ", start, first) + 1 - start)  # from a whole word on
        yield Cell("…", "faint", door)
    shown = Span(start, min(quote.end, start + width - 1))
    marks = [Mark(_clip(mark, shown), 1, "match") for mark in hit.marks if mark.overlaps(shown)]
    for run in flatten([Mark(shown, 0, ""), *marks]):
        words = report.printable(text[run.start : run.end]).replace("\n", " ").replace("\t", " ")
        yield Cell(words, run.inks[-1], door)


def _clip(mark: Span, shown: Span) -> Span:
    return Span(max(mark.start, shown.start), min(mark.end, shown.end))
