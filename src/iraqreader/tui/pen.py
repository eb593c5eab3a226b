"""What the user makes of the words they stand on: marks, notes, corrections, and taking them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqreader import report
from iraqreader.guest import KEPT_BACK, is_guest
from iraqreader.notebook import NotebookError
from iraqreader.tui.amend import AmendError, completions, hint, present, read_amendment, words_for
from iraqreader.tui.facts import facts_of
from iraqreader.tui.jot import Jot
from iraqreader.tui.views import forget_views
from iraqreader.tui.yours import NOTE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from iraqreader.model import Article
    from iraqreader.tui.facts import Fact
    from iraqreader.tui.panes import Panes
    from iraqreader.tui.search import Search
    from iraqreader.tui.sheet import Door
    from iraqreader.tui.walk import Walk
    from iraqreader.tui.yours import Yours

UNLIT = "no fact is lit: {next.quote}, {next.troops} or {next.stance} goes to one"


class Pen:
    """Does what is asked of the words at a door, and shows what has come of it. Answers what the footer says."""

    def __init__(self, yours: Yours, panes: Panes, walk: Walk, search: Search) -> None:
        self._yours, self._panes, self._walk, self._search = yours, panes, walk, search
        self.jot = Jot()
        self._seen = yours.corrected
        self._keep: Callable[[str], Awaitable[str]] | None = None
        self._strokes: dict[str, Callable[[Door], Awaitable[str]]] = {
            "mark": self._mark,
            "note": self._note,
            "correct": self._correct,
            "keep": lambda _: self._end(keep=True),
            "leave": lambda _: self._end(keep=False),
            "undo": lambda _: self._yours.undo(),
            "redo": lambda _: self._yours.redo(),
        }

    @property
    def writing(self) -> bool:
        """Whether a line is being written."""
        return self.jot.open

    async def do(self, stroke: str, door: Door) -> str:
        """A mark, a note, a correction on a door's words, and the end of writing one; undo, redo."""
        if is_guest():
            return KEPT_BACK
        self._yours.look()
        try:
            words = await self._strokes[stroke](door)
        except NotebookError as error:
            words = f"not kept: the notebook {error}"
        self.show()
        return words

    # Strokes.

    async def _mark(self, door: Door) -> str:
        return await self._yours.mark(door.article, door.fact.span) if door.fact else UNLIT

    async def _note(self, door: Door) -> str:
        fact = door.fact
        if fact is None:
            return UNLIT
        mark = self._yours.mark_at(door.article, fact.span)
        self._keep = lambda note: self._yours.write(door.article, fact.span, mark, " ".join(note.split()))
        self.jot.begin("note ", mark.value if mark else "")
        return "{jot.keep} keep   {jot.leave} leave as it is"

    async def _correct(self, door: Door) -> str:
        article = self._yours[door.article]
        line = present(article, door.fact)
        self._keep = lambda typed: self._amend(door, line, typed)
        self.jot.begin("correct ", line, list(map(report.printable, completions(article))))
        return hint(line) + "   {jot.keep} keep   {jot.leave} leave"

    async def _amend(self, door: Door, line: str, typed: str) -> str:
        if typed.strip() == line:
            return "nothing changed"
        article = self._yours[door.article]
        amendment = read_amendment(typed, article, door.fact)
        span = words_for(article, amendment, door.fact)
        return await self._yours.correct(door.article, amendment.kind, amendment.about, span, amendment.value)

    async def _end(self, *, keep: bool) -> str:
        """Keep what was written, or do not. A line that cannot be read or kept stays open, and it is said why."""
        try:
            words = await self._keep(self.jot.words) if keep and self._keep else ""
        except AmendError as error:
            return str(error)
        self.jot.put_away()
        self._panes.turn_to(self._panes.here)
        return words

    # What is seen.

    def told(self, fact: Fact) -> str:
        """What is said of a fact in the open text, with the note on its words."""
        mark = self._yours.mark_at(self._panes.opened, fact.span)
        return f"{fact.what} · {NOTE} {mark.value}" if mark and mark.value else fact.what

    def look(self) -> None:
        """See what was made in another window."""
        if not self.writing and self._yours.look():
            self.show()

    def show(self) -> None:
        """Show the articles as the user has them now, and the open one without moving it."""
        panes, reader = self._panes, self._panes.reader
        if self._seen != self._yours.corrected:
            self._seen = self._yours.corrected
            self._search.renew()
            panes.panel.renew()
            forget_views(panes.app)
        if (article := self._yours[panes.opened]) != reader.article:
            self._walk.return_to(self._walk.place._replace(fact=_same(reader.current, article)))
        reader.sign(self._yours.signs(panes.opened))
        panes.list.refresh()


def _same(fact: Fact | None, article: Article) -> Fact | None:
    """What is read now in the words of a fact."""
    if fact is None or fact.kind == "found":
        return fact
    return next((other for other in facts_of(article) if (other.span, other.kind) == (fact.span, fact.kind)), None)
