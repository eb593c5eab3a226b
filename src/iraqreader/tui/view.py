"""What every view of the articles shares: a heading, lists whose doors lead to words, a footer, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.widgets import Static

from iraqreader import report
from iraqreader.tui.filter import Filter
from iraqreader.tui.fitted import FittedScreen
from iraqreader.tui.footer import Footer
from iraqreader.tui.keys import MOVES, PROGRAM_KEYS, VIEW
from iraqreader.tui.rows import Rows
from iraqreader.tui.sheet import Door

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult
    from textual.binding import Binding, BindingType
    from textual.widget import Widget

    from iraqreader.model import Article


TYPING = "{filter.keep} keep   {filter.leave} show all   {filter.up} {filter.down} move"
"""Said while a filter is typed."""


class View(FittedScreen["Door | None"]):
    """A screen over the desk. Its result is the door that was chosen, None where one goes back without.

    The desk keeps a view once it is opened, so that it is found as it was left.
    """

    KEYS: ClassVar[tuple[Binding, ...]] = ()
    """The keys of this view alone, which it binds; they are in its help with those of every view."""

    BINDINGS: ClassVar[list[BindingType]] = [*VIEW]

    def __init__(self, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(**options)
        self.articles = articles
        self._heading = Static("", classes="heading -here", markup=False)
        self.filter, self._footer = Filter(), Footer()
        self._only = ""

    def body(self) -> Iterable[Widget]:
        """What stands between heading and footer."""
        raise NotImplementedError

    @property
    def rows(self) -> Rows:
        """The list that has the keys."""
        raise NotImplementedError

    def look_from(self, article: int) -> None:
        """Show what lies around an article, where not all articles are shown."""

    def turn_to(self, door: Door) -> None:
        """Show where a door stands in this view; by default all stays as it was left."""

    def place_of(self, door: Door) -> Any:
        """What there is to come back to after going through a door; by default the door."""
        return door

    def return_to(self, place: Any) -> None:
        """Be at a place that one has left."""
        self.turn_to(place)

    def compose(self) -> ComposeResult:
        """Heading, body, footer."""
        yield self._heading
        yield from self.body()
        yield self.filter
        yield self._footer

    def on_screen_resume(self) -> None:
        """The list has the keys; which of them matter is known once one is here."""
        self.filter.put_away()
        self.set_focus(self.rows, scroll_visible=False)
        self.call_after_refresh(self.say, "")

    def head(self, words: str) -> None:
        """Another heading."""
        self._heading.update(report.printable(words), layout=False)

    def say(self, words: str) -> None:
        """Show a message until there is another; an empty one gives way to the keys that matter here."""
        self._footer.say(words)

    @on(Rows.Clicked)
    def action_choose(self) -> None:
        """Through the door under the cursor; what is none is for the view to open."""
        chosen = self.rows.door
        if isinstance(chosen, Door):
            self.dismiss(chosen)
        elif chosen is not None:
            self.open(chosen)

    def open(self, chosen: Any) -> None:
        """Open what stands under the cursor in this view itself."""

    def action_leave(self) -> None:
        """Back to where one came from; where a view has places of its own, to the one before."""
        self.action_close()

    def action_close(self) -> None:
        """Back to the desk, as it was."""
        self.dismiss(None)

    # A filter, for views that have a key for it.

    @property
    def only(self) -> str:
        """The words that what is shown holds."""
        return self._only

    def show_only(self, words: str) -> None:
        """Show what holds these words."""
        self._only = words
        self.fill()

    def fill(self) -> None:
        """Show what the words leave."""

    @on(Filter.Typed)
    def _filtered(self, event: Filter.Typed) -> None:
        if self.filter.open:
            self.show_only(event.words)

    def action_filter(self) -> None:
        """Open the line of the filter."""
        self.filter.pull_out(self.only)
        self.say(TYPING)

    def action_pass_on(self, step: int) -> None:
        """Move in the list while words are typed."""
        self._catch_up()
        self.rows.action_move(step)

    def action_end_filter(self, keep: bool) -> None:
        """Back to the list, of what the filter leaves or of everything."""
        if keep:
            self._catch_up()
        else:
            self.show_only("")
        self.filter.put_away()
        self.set_focus(self.rows, scroll_visible=False)
        self.say("")

    def _catch_up(self) -> None:
        """A key may come before the word that something was typed."""
        if self.only != self.filter.words:
            self.show_only(self.filter.words)

    # Help.

    def action_help(self) -> None:
        """Show the keys that work here, and do what is chosen there."""
        from iraqreader.tui.help import Help  # noqa: PLC0415 - seldom needed

        self.app.push_screen(Help((*MOVES, *VIEW, *self.KEYS, *PROGRAM_KEYS)), self._do)

    async def _do(self, key: Binding | None) -> None:
        if key:
            where = self.focused if key in MOVES else self.app if key in PROGRAM_KEYS else self
            await self.app.run_action(key.action, where)
