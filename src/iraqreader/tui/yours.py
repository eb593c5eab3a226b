"""The articles as the user has them: with their corrections, and beside them the marks and notes, and what was done last.

What a change answers is what the footer says. It is on the disk before it is shown; what cannot be kept is not shown.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, overload

from iraqreader.articles import Articles
from iraqreader.model import Span
from iraqreader.notebook import Ledger, NotebookError, Placed
from iraqreader.notebook.corrections import quote_at
from iraqreader.notebook.entry import new_entry
from iraqreader.tui.briefs import Briefs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iraqreader.model import Article
    from iraqreader.notebook import Entry, Kept, Kind, Notebook
    from iraqreader.search import QuoteIndex

AT_HAND = 128
"""Articles that are kept at hand, the last ones asked for: more than are seen at once."""

FEW = 1000
"""Articles that are looked through for entries whose own was renamed: of more, that takes too long."""

NOTE, CHANGED, MARK = "¶", "≠", "◆"
"""Signs of the user's: a note, a correction, a mark."""


class ElsewhereError(NotebookError):
    """Somebody else changed what is to be taken away."""


class Change(NamedTuple):
    """What was there before, what is there now, and its name."""

    before: Entry | None
    after: Entry | None
    name: str


class Yours(Articles):
    """The articles of the library, each as the user has it now."""

    def __init__(self, articles: Articles, notebook: Notebook) -> None:
        self._notebook = notebook
        self._articles = articles
        self._at_hand = lru_cache(AT_HAND)(self._correct)
        self._placed = lru_cache(AT_HAND)(self._place)
        self._copies = lru_cache(AT_HAND)(articles.copies)
        self._done, self._undone = list[Change](), list[Change]()
        self.corrected = 0
        self.briefs = Briefs(self)
        self._stamp: tuple[int, ...] | None = None
        self._corrections = Ledger()
        self._take(())
        self.look()

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Article]: ...
    def __getitem__(self, index: int | slice) -> Article | Sequence[Article]:
        if isinstance(index, slice):
            return [self[position] for position in range(*index.indices(len(self)))]
        return self._at_hand(index)

    def __len__(self) -> int:
        return len(self._articles)

    def __iter__(self) -> Iterator[Article]:
        return self.each(range(len(self)))

    def position(self, article_id: str) -> int | None:
        """Where the article of that id stands in the list."""
        return self._articles.position(article_id)

    @property
    def quotes(self) -> int:
        """How many quotes they have in all."""
        return self._articles.quotes

    @property
    def name(self) -> str:
        """What tells this library from others."""
        return self._articles.name

    @property
    def compared(self) -> bool:
        """Whether `copies` answers at once."""
        return self._articles.compared

    def copies(self, index: int) -> Sequence[int]:
        """Where the other copies of the same report stand in the list; none until they are `compared`."""
        return self._copies(index) if self.compared else ()

    def compare(self) -> bool:
        """Find out which articles are copies; whether any are. Takes its time where they are in memory: for a thread."""
        return any(self._articles.copies(index) for index in range(len(self)))

    def quote_index(self) -> QuoteIndex:
        """Their quotes, ready to be searched. Takes its time where they are in memory: for a thread to ask."""
        # Imported on first use: the first screen does not wait for what ranks.
        from iraqreader.collection import quote_index  # noqa: PLC0415

        return quote_index(self._articles, self._corrections.correct)

    def become(self, later: Articles) -> None:
        """Go on with the library as it is later."""
        self._articles = later
        self.briefs = Briefs(self)
        self._at_hand.cache_clear()
        self._placed.cache_clear()
        self._copies = lru_cache(AT_HAND)(later.copies)

    def each(self, places: Iterable[int]) -> Iterator[Article]:
        """The articles at these places, one after the other, of which none is kept at hand; in any thread."""
        return map(self._correct, places)

    def _correct(self, index: int) -> Article:
        return self._corrections.correct(self._articles[index])

    # What is there.

    def look(self) -> bool:
        """Read the notebook again if it has changed; whether it had. What cannot be read leaves all as it is."""
        if (stamp := self._notebook.stamp) == self._stamp:
            return False
        try:
            entries = self._notebook.entries()
        except NotebookError:
            return False  # was said when the library was read
        self._stamp = stamp
        self._take(entries)
        return True

    def _take(self, entries: Sequence[Entry]) -> None:
        corrections = [entry for entry in entries if entry.kind != "mark"]
        if changed := {*corrections} ^ {*self._corrections.entries}:
            self.corrected += 1
            self._corrections = Ledger(corrections)
            self._at_hand.cache_clear()
            self.briefs.renew({entry.anchor.article for entry in changed})
        self._ledger = Ledger(entries)
        self._placed.cache_clear()

    def placed(self, index: int) -> tuple[Placed, ...]:
        """The entries of an article, in the order in which they were made."""
        return self._placed(index) if self._ledger.entries else ()

    def _place(self, index: int) -> tuple[Placed, ...]:
        return self._ledger.of(self[index])

    def at(self, index: int, span: Span) -> tuple[Entry, ...]:
        """What the user made of these very words."""
        return tuple(placed.entry for placed in self.placed(index) if placed.span == span)

    def signs(self, index: int) -> dict[Span, str]:
        """The user's signs on an article, by the words that they stand on: a note before a correction before a mark."""
        signs = dict[Span, str]()
        for placed in self.placed(index):
            if placed.span:
                sign = sign_of(placed.entry)
                signs[placed.span] = min(sign, signs.get(placed.span, sign), key=(NOTE + CHANGED + MARK).index)
        return signs

    def tally(self, index: int) -> str:
        """How many marks and corrections an article has, each with their sign: `◆2≠1`; empty for none."""
        counts = Counter(MARK if placed.entry.kind == "mark" else CHANGED for placed in self.placed(index))
        return "".join(f"{sign}{counts[sign]}" for sign in MARK + CHANGED if counts[sign])

    def everything(self) -> list[Kept]:
        """Every entry, as `Ledger.everything` has them; of many articles, where those of the same names stand."""
        if len(self) <= FEW:
            return self._ledger.everything(self)
        names = {entry.anchor.article for entry in self._ledger.entries}
        return self._ledger.among(self, {place for name in names if (place := self.position(name)) is not None})

    def mark_at(self, index: int, span: Span) -> Entry | None:
        """The mark on these very words, with its note."""
        return next((entry for entry in reversed(self.at(index, span)) if entry.kind == "mark"), None)

    # What the user does.

    async def mark(self, index: int, span: Span) -> str:
        """Mark words, or take the mark from them, with its note."""
        if mark := self.mark_at(index, span):
            name = "mark and its note" if mark.value else "mark"
            return await self._do(Change(mark, None, name), f"{name} taken away · {{yours.undo}} brings it back")
        entry = new_entry("mark", self[index], span)
        return await self._do(Change(None, entry, "mark"), "marked · {yours.note} writes a note on it")

    async def write(self, index: int, span: Span, mark: Entry | None, note: str) -> str:
        """Put a note on words, on the mark that was there when it was begun; an empty one leaves the mark alone."""
        if note == (mark.value if mark else ""):
            return "nothing changed"
        after = mark.saying(note) if mark else new_entry("mark", self[index], span, note)
        return await self._do(
            Change(mark, after, "note"), "note kept" if note else "note taken away · {yours.undo} brings it back"
        )

    def correction(self, index: int, kind: Kind, about: str, span: Span) -> Entry | None:
        """The correction of a quote's speaker, of a side's stance, or of an article's date."""
        mine = [
            placed
            for placed in self.placed(index)
            if placed.span and (placed.entry.kind, placed.entry.about) == (kind, about)
        ]
        if kind == "speaker":
            quote = quote_at(self[index], span)
            mine = [placed for placed in mine if placed.span and quote_at(self[index], placed.span) is quote]
        return max((placed.entry for placed in mine), key=lambda entry: entry.changed, default=None)

    async def correct(self, index: int, kind: Kind, about: str, span: Span, value: str | None) -> str:
        """Correct a fact, or with no value at all take the user's correction of it back."""
        before = self.correction(index, kind, about, span)
        what = f"correction of the {kind}"
        if value is None:
            if before is None:
                return "nothing changed: this is as it was read"
            return await self._do(
                Change(before, None, what), f"{kind} as it was read · {{yours.undo}} brings the correction back"
            )
        after = new_entry(kind, self[index], span, value, about)
        if before:
            after = after._replace(made=before.made, number=before.number)
        later = "; the list keeps its order until the next start" if kind == "date" else ""
        return await self._do(
            Change(before, after, what), f"{kind} corrected, by you · {{yours.undo}} takes it back{later}"
        )

    async def remove(self, entry: Entry) -> str:
        """Take an entry out of the notebook."""
        name = "mark" if entry.kind == "mark" else f"correction of the {entry.kind}"
        return await self._do(Change(entry, None, name), f"{name} taken away · {{notes.undo}} brings it back")

    async def undo(self) -> str:
        """Take the last change back."""
        return await self._turn(self._done, self._undone, "undone", "nothing to undo since the start")

    async def redo(self) -> str:
        """Do again what was taken back last."""
        return await self._turn(self._undone, self._done, "done again", "nothing to do again")

    async def _do(self, change: Change, words: str) -> str:
        self._done.append(await self._keep(change))
        self._undone.clear()
        return words

    async def _turn(self, source: list[Change], target: list[Change], done: str, nothing: str) -> str:
        if not source:
            return nothing
        change = source[-1]
        try:
            target.append(await self._keep(Change(change.after, change.before, change.name)))
        except ElsewhereError:
            source.pop()  # else it would stand before what can still be taken back
            raise
        source.pop()
        return f"{done}: {change.name}"

    async def _keep(self, change: Change) -> Change:
        """Make a change and read the notebook again; the change as it came to be. Raises NotebookError."""
        after = await asyncio.to_thread(self._write, change)
        await asyncio.to_thread(self.look)
        return change._replace(after=after)

    def _write(self, change: Change) -> Entry | None:
        if change.before is None:
            return change.after and self._notebook.add(change.after)
        if change.after is None:
            if not self._notebook.remove(change.before):
                raise ElsewhereError("says something else of it since, from another window; that is left as it is")
            return None
        return self._notebook.change(change.before, change.after)


def sign_of(entry: Entry) -> str:
    """One sign for an entry, as in the margin."""
    if entry.kind != "mark":
        return CHANGED
    return NOTE if entry.value else MARK
