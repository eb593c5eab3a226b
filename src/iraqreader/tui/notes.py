"""The view of all that the user made: marks, notes and corrections in every article, each a door to its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from iraqreader import report
from iraqreader.notebook import NotebookError
from iraqreader.notebook.corrections import quote_at
from iraqreader.notes import told
from iraqreader.tui.facts import Fact, facts_of
from iraqreader.tui.filter import folded, holds
from iraqreader.tui.inks import speaker_ink
from iraqreader.tui.keymap import with_keys
from iraqreader.tui.keys import NOTES_KEYS
from iraqreader.tui.rows import Cell, Entry, Rows, fit
from iraqreader.tui.sheet import Door
from iraqreader.tui.titles import WHEN, headline, when
from iraqreader.tui.view import View
from iraqreader.tui.yours import Yours, sign_of
from iraqreader.voices import speaker_key

if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterator, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from iraqreader.model import Article, Quote
    from iraqreader.notebook import Kept


class NoteList(Rows):
    """Two lines an entry: when, who and the words; beneath them the note, what was corrected, or else the headline."""

    HEIGHT = 2

    def __init__(self, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(**options)
        self._articles = articles
        self._kept: Sequence[Kept] = ()

    def count(self) -> int:
        """How many entries there are."""
        return len(self._kept)

    def entry(self, index: int, width: int) -> Entry:
        """Its two lines."""
        kept, room = self._kept[index], 18 if width < 100 else 26
        article = None if kept.article is None else self._articles[kept.article]
        lead = (
            Cell("▸" if index == self.cursor else " ", "sign", kept),
            Cell(f"{sign_of(kept.entry)} ", "sign", kept),
            Cell(fit(when(article) if article else report.ABSENT, WHEN) + " ", "faint", kept),
            _who(kept, article, room),
        )
        words = fit(f"“{report.one_line(kept.entry.anchor.words)}”", max(0, width - WHEN - room - 5))
        beneath = said(kept, article) or (headline(article) if article else "")
        written = kept.span and kept.entry.value
        return (
            (*lead, Cell(words, "" if kept.span else "faint", kept)),
            (Cell(fit(f"   {beneath}", width), "" if written else "faint", kept),),
        )

    def show(self, kept: Sequence[Kept]) -> None:
        """Other entries; the cursor stays where it was."""
        self._kept = kept
        self.reload()


def _who(kept: Kept, article: Article | None, room: int) -> Cell:
    """Who speaks in the words; what else they are, where nobody does."""
    quote = _quote(kept, article)
    if quote and quote.speaker:
        ink = speaker_ink(speaker_key(quote.speaker), quote.speaker.side)
        return Cell(fit(report.printable(quote.speaker.name), room) + " ", ink, kept)
    words = "nobody named" if quote else _kind(kept, article)
    return Cell(fit(words, room) + " ", "faint", kept)


def _quote(kept: Kept, article: Article | None) -> Quote | None:
    return quote_at(article, kept.span) if article and kept.span else None


def _kind(kept: Kept, article: Article | None) -> str:
    if article and kept.span and any(count.span == kept.span for count in article.troops):
        return "troop figure"
    if article and kept.span and any(p.span == kept.span for stance in article.stances for p in stance.evidence):
        return "evidence"
    return report.one_line(article.id if article else kept.entry.anchor.article)


def said(kept: Kept, article: Article | None) -> str:
    """The note, or the correction in words; before it, whether the words or their article are gone."""
    what = told(kept.entry, article, kept.span)
    if kept.span:
        return what
    path = _path(kept.entry.anchor.path)
    gone = "its words are no longer in the text" if article else f"its article is not here: {path}"
    return f"{gone}{' · ' if what else ''}{what}"


def _path(path: str) -> str:
    return report.one_line(path) or "it came from standard input"


class Notes(View):
    """Every entry of the notebook: those of these articles in the order of their text, then the others."""

    KEYS = NOTES_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*NOTES_KEYS]

    def __init__(self, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(articles, **options)
        self._yours = cast("Yours", articles)
        self._list = NoteList(articles)

    def body(self) -> Iterator[Widget]:
        """The list."""
        yield self._list

    @property
    def rows(self) -> Rows:
        """The list."""
        return self._list

    def on_screen_resume(self) -> None:
        """What was made since it was last open is in it."""
        super().on_screen_resume()
        self.fill()

    def fill(self) -> None:
        """Show the entries whose words, note or speaker hold what is typed."""
        kept = self._yours.everything()
        shown = [one for one in kept if holds(self._searched(one), self.only)] if self.only.strip() else kept
        self._list.show(shown)
        self.head(
            f"MARKS AND NOTES · {with_keys(self.app, _tally(kept))}"
            + (f" · {len(shown):,} shown" if len(shown) < len(kept) else "")
        )

    def _searched(self, kept: Kept) -> str:
        article = None if kept.article is None else self.articles[kept.article]
        quote = _quote(kept, article)
        speaker = quote.speaker.name if quote and quote.speaker else ""
        return folded(f"{kept.entry.anchor.words} {said(kept, article)} {speaker} {kept.entry.anchor.article}")

    def open(self, chosen: Kept) -> None:
        """To the words of an entry; where these are gone, to its article."""
        if chosen.article is None:
            self.say(f"its article is not among these: {_path(chosen.entry.anchor.path)}")
        else:
            self.dismiss(Door(chosen.article, _fact(chosen, self.articles[chosen.article])))

    async def action_remove(self) -> None:
        """Take the entry under the cursor away."""
        if kept := self._list.door:
            await self._change(self._yours.remove(kept.entry))

    async def action_undo(self) -> None:
        """Take the last change back."""
        await self._change(self._yours.undo())

    async def action_redo(self) -> None:
        """Do it again."""
        await self._change(self._yours.redo())

    async def _change(self, change: Awaitable[str]) -> None:
        try:
            words = await change
        except NotebookError as error:
            words = f"not kept: the notebook {error}"
        self.fill()
        self.say(words)


def _fact(kept: Kept, article: Article) -> Fact | None:
    """What is read in an entry's words; else the words themselves."""
    if kept.span is None:
        return None
    read = (fact for fact in facts_of(article) if fact.span == kept.span)
    return next(read, Fact(kept.span, "found", "marked by you"))


def _tally(kept: Sequence[Kept]) -> str:
    if not kept:
        return "none yet: {yours.mark} marks what is lit, {yours.note} writes a note on it"
    notes = sum(bool(one.entry.value) for one in kept if one.entry.kind == "mark")
    marks = sum(one.entry.kind == "mark" for one in kept) - notes
    numbers = {"mark": marks, "note": notes, "correction": len(kept) - marks - notes}
    parts = [f"{count:,} {name}{'s' if count > 1 else ''}" for name, count in numbers.items() if count]
    gone = sum(one.span is None for one in kept)
    return ", ".join(parts) + (f" · {gone:,} not found here" if gone else "")
