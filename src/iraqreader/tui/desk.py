"""The desk: articles, text and panel side by side, and what every key does with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal, cast

from textual import on
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Static

from iraqreader import report
from iraqreader.tui.facts import Fact, facts_of, quote_fact
from iraqreader.tui.footer import Footer
from iraqreader.tui.keys import MAIN
from iraqreader.tui.panes import ArticleList, Panel, headline, publisher
from iraqreader.tui.places import Place, Places
from iraqreader.tui.reader import Reader
from iraqreader.tui.rows import Rows
from iraqreader.tui.search import Search
from iraqreader.tui.sheet import Door

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from iraqreader.library import Library
    from iraqreader.model import Span

Pane = Literal["list", "text", "panel"]
PANES: tuple[Pane, ...] = ("list", "text", "panel")

NAMES = {"quote": "quote", "troops": "troop figure", "stance": "evidence of a stance"}


class Desk(Screen[None]):
    """The one screen that is always there. Widgets say what happened; this decides what follows."""

    BINDINGS: ClassVar[list[BindingType]] = [*MAIN]
    AUTO_FOCUS = "ArticleList"

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.articles = library.articles
        self._problems = library.problems
        self._numbers = {article.id: index for index, article in enumerate(self.articles)}
        self._places = Places()
        self._origin: Place | None = None
        self.opened = 0
        self.pane: Pane = "list"
        self.set_classes("at-list beside-list")

    def compose(self) -> ComposeResult:
        """Header, panes, drawers, footer."""
        with Horizontal(id="header"):
            yield Static(self._about(), id="about", markup=False)
            yield Static("/ search   ? help   : commands", id="keys", markup=False)
        with Horizontal(id="panes"):
            with Vertical(id="list-pane", classes="pane"):
                yield Static("ARTICLES", classes="heading", markup=False)
                yield ArticleList(self.articles)
            with Vertical(id="text-pane", classes="pane"):
                yield Static("", classes="heading", id="title", markup=False)
                yield Reader(self.articles[0])
            with Vertical(id="panel-pane", classes="pane"):
                yield Static("COMPARE", classes="heading", markup=False)
                yield Panel(self.articles)
        yield Search(self.articles)
        yield Static("", id="why", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """The first article is open, and the list has the keys."""
        self._open(0)
        if self._problems:
            first = self._problems[0]
            more = f" (and {len(self._problems) - 1} more)" if len(self._problems) > 1 else ""
            self._say(f"{first.path}: {first.reason}{more}")

    def _about(self) -> str:
        quotes = sum(len(article.quotes) for article in self.articles)
        count = len(self.articles)
        unread = f" · {len(self._problems)} could not be read" if self._problems else ""
        return f"iraqreader · {count} article{'s' if count != 1 else ''} · {quotes:,} quotes{unread}"

    # The parts.

    @property
    def reader(self) -> Reader:
        """The text."""
        return self.query_one(Reader)

    @property
    def panel(self) -> Panel:
        """Comparison and facts."""
        return self.query_one(Panel)

    @property
    def list(self) -> ArticleList:
        """The articles."""
        return self.query_one(ArticleList)

    @property
    def search(self) -> Search:
        """The search drawer."""
        return self.query_one(Search)

    @property
    def searching(self) -> bool:
        """Whether the search drawer is open."""
        return self.search.has_class("-open")

    # Where one is.

    @property
    def place(self) -> Place:
        """What to come back to."""
        return Place(self.pane, self.opened, self.reader.top, self.reader.current)

    def go(self, door: Door) -> None:
        """Through a door: to its words, with the way back kept."""
        self._places.leave(self.place)
        self._stand(door)
        self.turn_to("text")

    def _return_to(self, place: Place | None, nowhere: str) -> None:
        if place is None:
            self._say(nowhere)
            return
        self._open(place.article, place.offset)
        if place.fact:
            self.reader.stand_on(place.fact)
            self.reader.show_from(place.offset)
        self.turn_to(cast("Pane", place.pane))
        self._tell()

    def _stand(self, door: Door, matches: tuple[Span, ...] = ()) -> None:
        if door.article != self.opened:
            self._open(door.article)
        if door.fact:
            self.reader.stand_on(door.fact, matches)
        self._tell()

    def _open(self, index: int, offset: int = 0) -> None:
        article = self.articles[index]
        self.opened = index
        self.reader.show(article, offset)
        self.list.mark_open(index)
        self.panel.show(index)
        published = report.days(article.published)
        self.query_one("#title", Static).update(f"{publisher(article)} · {published} · {headline(article)}")
        self._tell()

    def turn_to(self, pane: Pane) -> None:
        """Give the keys to a pane, and show it where panes take turns."""
        beside = pane if pane != "text" else "panel" if self.has_class("beside-panel") else "list"
        self.pane = pane
        self.set_classes({name for name in self.classes if name.startswith("-")} | {f"at-{pane}", f"beside-{beside}"})
        self._widget(pane).focus()

    def _widget(self, pane: Pane) -> Widget:
        return {"list": self.list, "text": self.reader, "panel": self.panel}[pane]

    # What widgets say.

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        door: Door = event.door
        if door == Door(self.opened):
            self.turn_to("text")
        else:
            self.go(door)

    @on(Reader.Picked)
    def _picked(self, event: Reader.Picked) -> None:
        self._stand(Door(self.opened, event.fact))

    @on(Reader.Scrolled)
    def _scrolled(self) -> None:
        self.query_one(Footer).show_progress(self.reader.progress)

    def on_descendant_focus(self) -> None:
        """A click may have moved the keys to another pane."""
        for pane in PANES:
            here = self.focused is self._widget(pane)
            self.query_one(f"#{pane}-pane .heading").set_class(here, "-here")
            if here:
                self.pane = pane
        self._tell()

    @on(Search.Looked)
    def _looked(self, event: Search.Looked) -> None:
        if not self.searching or self._origin is None:
            return
        if event.hit is None:
            self._open(self._origin.article, self._origin.offset)
        else:
            self._stand(Door(self._numbers[event.hit.article.id], quote_fact(event.hit.quote)), event.hit.marks)

    @on(Search.Ended)
    def _ended(self, event: Search.Ended) -> None:
        origin, self._origin = self._origin, None
        self.search.remove_class("-open")
        if event.stay and origin:
            self._places.leave(origin)
            self.turn_to("text")
        else:
            self._return_to(origin, "")

    # What keys do.

    def action_next(self, kind: str, step: int) -> None:
        """To the next fact of a kind, on into the next article at the end of this one."""
        self._seek(lambda fact: fact.kind == kind, step, NAMES[kind])

    def action_same_speaker(self, step: int) -> None:
        """To the next quote by whoever speaks in the lit one."""
        current = self.reader.current
        if current is None or current.kind != "quote":
            self.action_next("quote", step)
        elif current.speaker is None:
            self._say("nobody is named for this quote")
        else:
            self._seek(
                lambda fact: fact.kind == "quote" and fact.speaker == current.speaker, step, "quote by this speaker"
            )

    def _seek(self, wanted: Callable[[Fact], bool], step: int, name: str) -> None:
        if fact := self.reader.next_fact(wanted, step):
            self._stand(Door(self.opened, fact))
        elif door := self._beyond(wanted, step):
            self._places.leave(self.place)
            self._stand(door)
            self._say(f"on in another article: {headline(self.articles[door.article])}")
        else:
            self._say(f"no {'further' if step > 0 else 'earlier'} {name}")
        if self.has_class("-narrow"):
            self.turn_to("text")

    def _beyond(self, wanted: Callable[[Fact], bool], step: int) -> Door | None:
        ends = range(self.opened + 1, len(self.articles)) if step > 0 else range(self.opened - 1, -1, -1)
        for index in ends:
            if facts := [fact for fact in facts_of(self.articles[index]) if wanted(fact)]:
                return Door(index, facts[0 if step > 0 else -1])
        return None

    def action_article(self, step: int) -> None:
        """To the article before or after in time."""
        if 0 <= self.opened + step < len(self.articles):
            self._places.leave(self.place)
            self._open(self.opened + step)
        else:
            self._say("this is the last article" if step > 0 else "this is the first article")

    def action_pane(self, pane: Pane) -> None:
        """Give the keys to a pane."""
        self.turn_to(pane)

    def action_turn(self, step: int) -> None:
        """Give the keys to the pane after or before this one."""
        self.turn_to(PANES[(PANES.index(self.pane) + step) % len(PANES)])

    def action_sideways(self, step: int) -> None:
        """To the next cell of the comparison, else to the next pane; from the list into the article."""
        if self.pane == "panel" and self.panel.step_column(step):
            return
        if self.pane == "list" and step > 0:
            self.list.action_open()
        elif 0 <= (index := PANES.index(self.pane) + step) < len(PANES):
            self.turn_to(PANES[index])

    def action_back(self) -> None:
        """Back to the place before the last jump."""
        self._return_to(self._places.back(self.place), "this is where you began")

    def action_forward(self) -> None:
        """Forward to the place gone back from."""
        self._return_to(self._places.forward(self.place), "nothing further forward")

    def action_search(self) -> None:
        """Open the search."""
        self._origin = self.place
        self.action_put_away()
        if self.has_class("-narrow"):
            self.turn_to("text")
        self.search.add_class("-open")
        self.search.begin()

    def action_why(self) -> None:
        """Show the rule and the words behind the fact under the cursor, or the lit one."""
        box, fact = self.query_one("#why", Static), self._fact()
        if box.has_class("-open") or fact is None:
            self.action_put_away()
            if fact is None:
                self._say("no fact is lit: n, } or e goes to one")
            return
        box.update(self._reasons(fact))
        box.add_class("-open")

    def _fact(self) -> Fact | None:
        door: Any = self.panel.door if self.pane == "panel" else None
        return door.fact if door and door.fact else self.reader.current

    def _reasons(self, fact: Fact) -> str:
        text = self.articles[self.opened].text
        words = " ".join(report.printable(fact.span.of(text)).split())
        rule = f"rule: {fact.rule}" if fact.rule else "read as it stands"
        return f"{report.printable(fact.what)}\n{rule} · letters {fact.span.start}–{fact.span.end}\n“{words}”"

    def action_put_away(self) -> None:
        """Put away what was opened over the text."""
        self.query_one("#why", Static).remove_class("-open")

    def action_fold(self) -> None:
        """Fold or unfold the furniture."""
        folding = not self.reader.folding
        self.reader.fold(folding=folding)
        self._say("furniture folded" if folding else "furniture shown")

    # The footer.

    def _say(self, words: str) -> None:
        self.query_one(Footer).say(report.printable(words))

    def _tell(self) -> None:
        """What is lit, or which keys matter here."""
        if self.searching:
            self._say("Enter stay here   Esc go back   ↑ ↓ other hits")
        else:
            current = self.reader.current
            self._say(current.what if current and self.pane == "text" else "")
