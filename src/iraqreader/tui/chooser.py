"""The app as a chooser: `iraqreader --pick` ends with a quote, which whoever started it is given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.message import Message

from iraqreader.tui import resume
from iraqreader.tui.app import IraqReader, show
from iraqreader.tui.desk import Desk

if TYPE_CHECKING:
    from iraqreader.library import Library
    from iraqreader.model import Article, Quote
    from iraqreader.settings import Found

OFFER = "choose a quote   {search.open} search   {next.quote} next   {move.open} takes it   {program.quit} none"
SEARCHING = "{hit.stay} takes it   {hit.leave} go back   ↑ ↓ other hits"


class Choice(NamedTuple):
    """The quote that was chosen, and the article that it stands in."""

    article: Article
    quote: Quote


class Chooser(Desk):
    """The desk on which a quote is taken: by Enter on the one that is lit or found, or by the key that copies it."""

    @dataclass
    class Taken(Message):
        """A quote was taken."""

        choice: Choice

    def action_open(self) -> None:
        """Take the lit quote in the text; elsewhere through the door under the cursor."""
        if self._panes.here == "text":
            self._take()
        else:
            super().action_open()

    async def action_quest(self, stroke: str, step: int = 0) -> None:
        """Search as ever, but to stay at a hit is to take it."""
        taking = stroke == "stay" and self.searching
        await super().action_quest(stroke, step)
        if taking and self.search.hit:
            self._take()

    def action_copy(self, cite: bool) -> None:  # noqa: ARG002 - one gets it with its source in either case
        """Take the lit quote."""
        self._take()

    def _take(self) -> None:
        if quote := self.reader.lit_quote:
            self.post_message(self.Taken(Choice(self.articles[self._panes.opened], quote)))
        else:
            self.say("no quote is lit: {next.quote} goes to one")

    def _greet(self, *, resumed: bool) -> None:  # noqa: ARG002 - what is to be chosen matters more
        super()._greet(resumed=False)

    def _tell(self, words: str = "") -> None:
        super()._tell(words or self._offer)

    @property
    def _offer(self) -> str:
        """What can be taken, and how."""
        current = self.reader.current
        if self.searching or self.finding:
            return SEARCHING if self.searching else ""
        if current and self.reader.lit_quote:
            return f"{{move.open}} takes it: {self.pen.told(current)}"
        return OFFER


class Picker(IraqReader):
    """The app that is left with a quote. It begins where one stopped reading, and leaves that as it was."""

    DESK = Chooser
    KEEPS = False
    choice: Choice | None = None

    @on(Chooser.Taken)
    def _taken(self, event: Chooser.Taken) -> None:
        self.choice = event.choice
        self.exit()

    def _greet(self) -> None:
        if self._wrong:
            super()._greet()


def pick(library: Library, found: Found) -> tuple[Choice | None, int]:
    """The quote that is chosen, if one is, and the exit code of the app: above 0 where it could not be shown, or failed.

    The library holds at least one article.
    """
    app = show(partial(Picker, library, resume.kept(library.articles)), found)
    return (app.choice, app.return_code or 0) if app else (None, 2)
