"""A search, from where one read to what was found, or back: for quotes in the drawer, for words in the find line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqreader.tui.facts import quote_fact
from iraqreader.tui.sheet import Door

if TYPE_CHECKING:
    from iraqreader.search import Hit
    from iraqreader.tui.find import Find
    from iraqreader.tui.panes import Panes
    from iraqreader.tui.places import Place
    from iraqreader.tui.search import Search
    from iraqreader.tui.walk import Walk
    from iraqreader.tui.yours import Yours


SEARCHING = "{hit.stay} stay here   {hit.leave} go back   {hit.previous} {hit.next} other hits   {query.earlier} earlier queries"
FINDING = "{find.stay} stay here   {find.leave} go back   {find.previous} {find.next} other places"


class Quest:
    """One at a time; `origin` is where it began, None while nothing is searched."""

    def __init__(self, articles: Yours, panes: Panes, walk: Walk, search: Search, find: Find) -> None:
        self._articles, self._panes, self._walk, self._search, self._find = articles, panes, walk, search, find
        self.origin: Place | None = None

    @property
    def searching(self) -> bool:
        """Whether quotes are searched."""
        return self._search.open

    @property
    def finding(self) -> bool:
        """Whether words are looked for in the text."""
        return self._find.open

    @property
    def hint(self) -> str:
        """Which keys matter while words are typed."""
        return SEARCHING if self.searching else FINDING if self.finding else ""

    async def do(self, stroke: str, step: int) -> str | None:
        """What a key asks for; what to say then, None where that is said later."""
        match stroke:
            case "look":
                await self._search.look(step)
                return None
            case "recall":
                return await self._search.recall(step)
            case "find_on":
                return self._find_on(step)
            case "search" | "find":
                self._set_out()
                (self._search if stroke == "search" else self._find).begin()
            case _:
                await self._end(stay=stroke == "stay")
        return ""

    async def _end(self, *, stay: bool) -> None:
        self._walk.stop()
        if stay and self.searching:
            await self._search.finish()
        origin, self.origin = self.origin, None
        arrived = await self._end_search(origin, stay=stay) if self.searching else self._end_find(origin, stay=stay)
        if origin and not arrived:
            self._walk.return_to(origin)

    def _set_out(self) -> None:
        """Remember where one read, and have the text in view."""
        self._walk.stop()
        self.origin = self._walk.place
        if self._panes.screen.has_class("-narrow"):
            self._panes.turn_to("text")

    # For quotes.

    def look_at(self, hit: Hit | None) -> None:
        """Light a hit; without one, be where one read."""
        if self.origin:
            self._show(hit, self.origin)

    def _show(self, hit: Hit | None, origin: Place) -> None:
        article = self._articles.position(hit.article.id) if hit else None
        if hit is None or article is None:
            self._panes.open(origin.article, origin.offset)
        else:
            if article != self._panes.opened:
                self._panes.open(article, glance=True)  # what one does not search in does not move
            self._walk.stand(Door(article, quote_fact(hit.quote)), hit.marks)

    async def _end_search(self, origin: Place | None, *, stay: bool) -> bool:
        """Close the drawer; stay at the hit, where there is one and it is wanted."""
        self._search.put_away()
        if not (stay and origin and (hit := self._search.hit)):
            return False
        self._show(hit, origin)
        self._panes.list.mark_open(self._panes.opened)
        self._arrive(origin)
        await self._search.remember()
        return True

    # For words.

    def find_words(self, words: str) -> None:
        """Light the words as they are typed, from where one read on."""
        if self.finding and self.origin:
            self._walk.stop()
            self._panes.open(self.origin.article, self.origin.offset)
            self._find.tell(self._walk.find(words, self.origin.offset) if words.strip() else "")

    def _find_on(self, step: int) -> str:
        """To the same words further on, or before; what to say where that is in another article."""
        return self._walk.find_on(self._find.words, step, self._find.tell)

    def _end_find(self, origin: Place | None, *, stay: bool) -> bool:
        """Close the line; stay at the words, where some are lit and they are wanted."""
        self._find.put_away()
        current = self._panes.reader.current
        if not (stay and origin and current and current.kind == "found"):
            return False
        self._arrive(origin)
        return True

    def _arrive(self, origin: Place) -> None:
        self._walk.leave(origin)
        self._panes.turn_to("text")
