"""The desk: articles, text and panel side by side, and what every key does with them."""

from __future__ import annotations

from asyncio import Event, to_thread
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.message import Message

from iraqreader.notebook import Notebook, data_folder
from iraqreader.tui.clipboard import cited, quote_text
from iraqreader.tui.find import Find
from iraqreader.tui.fitted import FittedScreen
from iraqreader.tui.footer import Footer, greeting
from iraqreader.tui.growth import EVERY, Growth
from iraqreader.tui.header import Header
from iraqreader.tui.keys import MAIN, MOVES, PROGRAM_KEYS
from iraqreader.tui.panes import PaneName, Panes
from iraqreader.tui.pen import Pen
from iraqreader.tui.places import Place
from iraqreader.tui.quest import Quest
from iraqreader.tui.reader import Reader
from iraqreader.tui.rows import Rows
from iraqreader.tui.search import Search
from iraqreader.tui.sheet import Door
from iraqreader.tui.views import Visit, lay_over, revisit
from iraqreader.tui.walk import Walk
from iraqreader.tui.why import Why
from iraqreader.tui.yours import Yours

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import Binding, BindingType

    from iraqreader.library import Library
    from iraqreader.tui.facts import Fact

KINDS = {"quote": "quote", "troops": "troop figure", "stance": "evidence of a stance"}


class Desk(FittedScreen[None]):
    """The one screen that is always there. Widgets say what happened; this decides what follows."""

    BINDINGS: ClassVar[list[BindingType]] = [*MAIN]
    AUTO_FOCUS = "ArticleList"

    @dataclass
    class Copied(Message):
        """Words were asked for, out of the app."""

        text: str

    def __init__(self, library: Library, start: Place | None = None) -> None:
        super().__init__()
        self.laid = Event()  # set once all of it is there, so that keys can be answered
        self._start = start
        self._library, self.articles = library, Yours(library.articles, Notebook(data_folder()))
        self._panes = Panes(self.articles)
        self._walk = Walk(self.articles, self._panes, partial(revisit, self), self._tell)
        self.reader, self.panel = self._panes.reader, self._panes.panel
        self.search, self.find, self._why, self._footer = Search(self.articles), Find(), Why(), Footer()
        self.pen = Pen(self.articles, self._panes, self._walk, self.search)
        self._growth = Growth(self.articles, self._panes, self._walk, self.search)
        self._quest = Quest(self.articles, self._panes, self._walk, self.search, self.find)

    def compose(self) -> ComposeResult:
        """Header, panes, drawers, footer."""
        yield Header(self._library)
        yield self._panes
        yield self.search
        yield self.find
        yield self.pen.jot
        yield self._why
        yield self._footer

    def on_mount(self) -> None:
        """The first article is open, and the list has the keys; or all is as it was left."""
        for moved in ("scroll_y", "virtual_size"):  # at once, to be painted together with the text
            self.watch(self.reader, moved, lambda: self._footer.show_progress(self.reader.progress), init=False)
        self._walk.return_to(self._start or Place("list", 0, 0))
        self._greet(resumed=self._start is not None)
        self.laid.set()
        if self._library.articles.grows:
            self.set_interval(EVERY, lambda: self.run_worker(self.grow(), group="grow", exclusive=True))

    async def grow(self) -> None:
        """Take in the articles that have come to the library, while nothing is typed, sought or laid over the desk."""
        articles = self._library.articles
        if not (articles.grows and self._at_rest):
            return
        later = await to_thread(articles.later)
        if later and self._at_rest:
            self._library.articles = later
            self._growth.take_in(later)
            self.query_one(Header).count()

    @property
    def _at_rest(self) -> bool:
        return self.app.screen is self and not (self._quest.origin or self.pen.writing or self._walk.looking)

    def _greet(self, *, resumed: bool) -> None:
        self._tell(greeting(self._library.problems, resumed=resumed))

    def rest(self) -> bool:
        """Look as the next start will, with nothing lit or open over the text; False while words are typed."""
        if self._quest.origin or self.pen.jot.open:
            return False
        self.action_put_away()
        self._walk.return_to(self.place._replace(fact=None))
        self._greet(resumed=True)
        return True

    @property
    def place(self) -> Place:
        """Where one reads; while words are typed, where one did before."""
        return self._quest.origin or self._walk.place

    @property
    def searching(self) -> bool:
        """Whether quotes are searched."""
        return self._quest.searching

    @property
    def finding(self) -> bool:
        """Whether words are looked for in the text."""
        return self._quest.finding

    def go(self, door: Door, visit: Visit | None = None) -> None:
        """Through a door: to its words, with the way back kept, into the view it was chosen in if that was one."""
        self._walk.go(door, visit)
        self._tell()

    # What widgets say.

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """Through the door under the cursor."""
        rows = self.focused
        door: Door | None = rows.door if isinstance(rows, Rows) else None
        if door == Door(self._panes.opened):
            self.action_pane("text")
        elif door:
            self.go(door)

    @on(Reader.Picked)
    def _picked(self, event: Reader.Picked) -> None:
        self._walk.stand(Door(self._panes.opened, event.fact))
        self._tell()

    def on_descendant_focus(self) -> None:
        """A click may have moved the keys to another pane."""
        if self._panes.mark(self.focused):
            self._tell()

    @on(Search.Looked)
    def _looked(self, event: Search.Looked) -> None:
        if self.searching:
            self._quest.look_at(event.hit)
            self._tell(self.search.remark)

    @on(Search.Taken)
    async def _taken(self) -> None:
        await self.action_quest("stay")

    # What keys do.

    def action_next(self, kind: str, step: int) -> None:
        """To the next fact of a kind, on into the next article at the end of this one."""
        self._seek(lambda fact: fact.kind == kind, step, KINDS[kind])

    def action_next_disputed(self, step: int) -> None:
        """To the next figure that another source in its article disputes."""
        self._seek(lambda fact: fact.disputed, step, "figure that sources dispute")

    def action_same_speaker(self, step: int) -> None:
        """To the next quote by whoever speaks in the lit one."""
        current = self.reader.current
        if current is None or current.kind != "quote":
            self.action_next("quote", step)
        elif current.speaker is None:
            self.say("nobody is named for this quote")
        else:
            self._seek(
                lambda fact: fact.kind == "quote" and fact.speaker == current.speaker, step, "quote by this speaker"
            )

    def _seek(self, wanted: Callable[[Fact], bool], step: int, name: str) -> None:
        words = self._walk.seek(wanted, step, name)
        if self.has_class("-narrow"):
            self._panes.turn_to("text")
        self._tell(words)

    def action_article(self, step: int) -> None:
        """To the article before or after in time."""
        self._tell(self._walk.article(step))

    def action_pane(self, name: PaneName) -> None:
        """Give the keys to a pane."""
        self._panes.turn_to(name)
        self._tell()

    def action_turn(self, step: int) -> None:
        """Give the keys to the pane after or before this one."""
        self._panes.turn(step, around=True)
        self._tell()

    def action_sideways(self, step: int) -> None:
        """To the next cell of the comparison, else to the next pane; from the list into the article."""
        if self._panes.here == "list" and step > 0:
            self.action_open()
        elif self._panes.here != "panel" or not self.panel.step_column(step):
            self._panes.turn(step, around=False)
            self._tell()

    def action_back(self) -> None:
        """Back to the place before the last jump."""
        self._tell(self._walk.back())

    def action_forward(self) -> None:
        """Forward to the place gone back from."""
        self._tell(self._walk.forward())

    async def action_visit(self, name: str) -> None:
        """Lay a view over the desk."""
        await lay_over(self, name)

    async def action_speaker(self) -> None:
        """All that is said by the speaker under the cursor of the panel, or of the lit quote."""
        door = self._door
        if door and door.fact and door.fact.speaker and door.fact.kind == "quote":
            await lay_over(self, "speakers", door)
        else:
            self.say("no quote with a speaker is lit: {next.quote} goes to one")

    @property
    def _door(self) -> Door | None:
        """The door of the fact that keys are about: under the cursor of the panel, else lit in the text."""
        door: Door | None = self.panel.door if self._panes.here == "panel" else None
        current = self.reader.current
        chosen = door and (door.fact or door.article != self._panes.opened)
        return door if chosen else Door(self._panes.opened, current) if current else None

    async def action_quest(self, stroke: str, step: int = 0) -> None:
        """Search the quotes or find words in the text; go about what is found; stay there or come back."""
        self.action_put_away()
        if (words := await self._quest.do(stroke, step)) is not None:
            self._tell(words)

    @on(Find.Typed)
    def _find(self, event: Find.Typed) -> None:
        self._quest.find_words(event.words)

    def action_why(self) -> None:
        """Show the rule and the words behind the fact under the cursor, or the lit one; again to put them away."""
        door = self._door
        if door and door.fact:
            self._why.toggle(door.fact, self.articles[door.article], self.articles.at(door.article, door.fact.span))
        else:
            self.say("no fact is lit: {next.quote}, {next.troops} or {next.stance} goes to one")

    async def action_write(self, stroke: str) -> None:
        """Mark, note or correct the words that keys are about; end a note or a correction; undo, redo."""
        self.action_put_away()
        self._tell(await self.pen.do(stroke, self._door or Door(self._panes.opened)))

    def action_put_away(self) -> None:
        """Put away what was opened over the text; look no further for what is sought."""
        self._why.put_away()
        if self._walk.stop():
            self._tell("stopped")

    def action_fold(self) -> None:
        """Fold or unfold the furniture."""
        folding = not self.reader.folding
        self.reader.fold(folding=folding)
        self.say("furniture folded" if folding else "furniture shown")

    def action_copy(self, cite: bool) -> None:
        """Copy the lit quote, with its source if asked."""
        if quote := self.reader.lit_quote:
            article = self.articles[self._panes.opened]
            self.post_message(self.Copied(cited(article, quote) if cite else quote_text(article, quote)))
        else:
            self.say("no quote is lit: {next.quote} goes to one")

    def action_help(self) -> None:
        """Show all keys, and do what is chosen there."""
        from iraqreader.tui.help import Help  # noqa: PLC0415 - the first screen does not wait for it

        self.app.push_screen(Help(), self.do)

    async def do(self, key: Binding | None) -> None:
        """What a key does, on whatever it works on; nothing for no key."""
        if key:
            where = self.focused if key in MOVES else self.app if key in PROGRAM_KEYS else self
            if not await self.app.run_action(key.action, where):
                self.say(f"{key.tooltip}: not on this screen")

    # The footer.

    def say(self, words: str) -> None:
        """Show a message until there is another."""
        self._footer.say(words)

    def _tell(self, words: str = "") -> None:
        """What has happened, else what is lit, or which keys matter here."""
        current = self.reader.current
        lit = self.pen.told(current) if current and self._panes.here == "text" else ""
        self.say(words or self._quest.hint or lit)
