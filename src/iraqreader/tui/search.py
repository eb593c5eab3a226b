"""The drawer in which quotes are searched as one types."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from iraqreader.tui import history
from iraqreader.tui.hits import Hits, remark, tally
from iraqreader.tui.keys import SEARCH
from iraqreader.tui.line import Line
from iraqreader.tui.rows import Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from iraqreader.search import Answer, Hit, QuoteIndex
    from iraqreader.tui.yours import Yours

SETTLE = 0.03
"""Seconds without another letter before a query is ranked."""

LIMIT = 50
"""Hits that are listed."""


HINT = "words, a name;  'just-so  !not  speaker:  side:  before:"
"""What stands in the line until something is typed."""


class Query(Line):
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

    def __init__(self, articles: Yours, **options: Any) -> None:
        super().__init__(**options)
        self._articles = articles
        self._ranked = ""
        self._answer: Answer | None = None
        self._earlier = history.Earlier()

    @cached_property
    def _index(self) -> QuoteIndex:
        return self._articles.quote_index()

    def renew(self) -> None:
        """The articles say something else now: make the index anew when it is asked for."""
        self.__dict__.pop("_index", None)
        self._ranked = ""

    def compose(self) -> ComposeResult:
        """Hits above, the query below, with a count beside it."""
        yield Hits(id="hits")
        with Horizontal(id="query-line"):
            yield Static("/", classes="prompt")
            yield Query(placeholder=HINT, id="query")
            yield Static("", id="found", markup=False)

    def begin(self) -> None:
        """Open the drawer with an empty query."""
        self.add_class("-open")
        self._ranked = ""
        self._earlier.begin()
        self._show(None)
        self._query.begin()

    @property
    def open(self) -> bool:
        """Whether it is seen."""
        return self.has_class("-open")

    def put_away(self) -> None:
        """Close the drawer."""
        self.remove_class("-open")

    @property
    def _query(self) -> Query:
        return self.query_one(Query)

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
        query = self._query.value
        if query != self._ranked:
            answer = await asyncio.to_thread(self._find, query)
            self._ranked = query
            self._show(answer if query.strip() else None)

    def _find(self, query: str) -> Answer:
        from iraqreader.collection import look_up  # noqa: PLC0415 - the first screen does not wait for what ranks

        return look_up(self._index, query, LIMIT)

    def _show(self, answer: Answer | None) -> None:
        """Other hits, or none since nothing is asked for."""
        self._answer = answer
        self.query_one(Hits).show(answer.hits if answer else ())
        self._count()

    def _count(self) -> None:
        cursor = self.query_one(Hits).cursor
        self.query_one("#found", Static).update(tally(self._answer, cursor) if self._answer else "", layout=False)

    @on(Rows.Pointed)
    def _pointed(self, event: Rows.Pointed) -> None:
        event.stop()
        self._count()
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

    @property
    def remark(self) -> str:
        """What is to be said of the hit under the cursor, and of the query; "" where all is as asked for."""
        return remark(self._answer, self.hit) if self._answer else ""

    async def look(self, step: int) -> None:
        """Look at another hit."""
        await self.finish()
        self.query_one(Hits).action_move(step)

    async def recall(self, step: int) -> str:
        """An earlier query in the place of what is typed, or a later one; what to say where there is none."""
        query = await self._earlier.recall(step, self._query.value)
        if query is None:
            return "no earlier query" if step < 0 else "no later query"
        self._query.value = query
        self._query.cursor_position = len(query)
        return ""

    async def remember(self) -> None:
        """Keep the query that led to a hit."""
        await asyncio.to_thread(history.keep, self._ranked)
