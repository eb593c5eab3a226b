"""Going about the articles: through doors, by meaning, and back. What it answers is what the footer says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, cast

from iraqreader.model import Span
from iraqreader.tui.facts import Fact, fact_beyond
from iraqreader.tui.occurrences import occurrences
from iraqreader.tui.places import Place, Places
from iraqreader.tui.sheet import Door
from iraqreader.tui.titles import headline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iraqreader.model import Article
    from iraqreader.tui.panes import PaneName, Panes
    from iraqreader.tui.views import Visit


class Walk:
    """Where one is, how one gets elsewhere, and the way back."""

    def __init__(self, articles: Sequence[Article], panes: Panes, revisit: Callable[[Visit], None]) -> None:
        self._articles, self._panes, self._reader, self._revisit = articles, panes, panes.reader, revisit
        self._places = Places()

    @property
    def place(self) -> Place:
        """What to come back to."""
        return Place(self._panes.here, self._panes.opened, self._reader.top, self._reader.current)

    def leave(self, place: Place | None = None) -> None:
        """Keep a place, or this one, as what back leads to."""
        self._places.leave(place or self.place)

    def go(self, door: Door, visit: Visit | None = None) -> None:
        """Through a door: to its words, with the way back kept, into the view it was chosen in if that was one."""
        self.leave(self.place._replace(visit=visit))
        self._panes.turn_to("text")
        self.stand(door)

    def stand(self, door: Door, matches: tuple[Span, ...] = ()) -> None:
        """Light the words of a door, in its article; nothing is kept."""
        if door.article != self._panes.opened:
            self._panes.open(door.article)
        if door.fact:
            self._reader.stand_on(door.fact, matches)

    def return_to(self, place: Place) -> None:
        """Be where one was, with what was lit there."""
        self._panes.open(place.article, place.offset)
        if place.fact:
            self._reader.stand_on(place.fact)
            self._reader.show_from(place.offset)
        self._panes.turn_to(cast("PaneName", place.pane))
        if place.visit:
            self._revisit(place.visit)

    def back(self) -> str:
        """To the place before the last jump."""
        return self._turned(self._places.back(self.place), "this is where you began")

    def forward(self) -> str:
        """To the place gone back from."""
        return self._turned(self._places.forward(self.place), "nothing further forward")

    def _turned(self, place: Place | None, nowhere: str) -> str:
        if place is None:
            return nowhere
        self.return_to(place)
        return ""

    def seek(self, wanted: Callable[[Fact], bool], step: int, name: str) -> str:
        """To the next such fact, on into the next article at the end of this one."""
        if fact := self._reader.next_fact(wanted, step):
            self.stand(Door(self._panes.opened, fact))
            return ""
        if beyond := fact_beyond(self._articles, self._panes.opened, wanted, step):
            self.leave()
            self.stand(Door(*beyond))
            return self.elsewhere()
        return f"no {'further' if step > 0 else 'earlier'} {name}"

    # Finding words.

    def find(self, words: str, start: int) -> str:
        """To the first place of the words in the open article from an offset on, or of all; how many there are."""
        spans = occurrences(self._reader.article.text, words)
        after = bisect_left(spans, Span(start, start))
        return self._light(self._panes.opened, words, spans, after % len(spans)) if spans else "not in this article"

    def find_on(self, words: str, step: int) -> str:
        """To the next place of the words, in the next article that has them; how many there are, "" for no other."""
        opened, here = self._panes.opened, self._reader.position[0]
        spans = occurrences(self._reader.article.text, words)
        index = bisect_right(spans, here) if step > 0 else bisect_left(spans, here) - 1
        if 0 <= index < len(spans):
            return self._light(opened, words, spans, index)
        for other in range(opened + 1, len(self._articles)) if step > 0 else range(opened - 1, -1, -1):
            if spans := occurrences(self._articles[other].text, words):
                return self._light(other, words, spans, 0 if step > 0 else len(spans) - 1)
        return ""

    def _light(self, article: int, words: str, spans: tuple[Span, ...], index: int) -> str:
        count = f"{index + 1} of {len(spans)}"
        self.stand(Door(article, Fact(spans[index], "found", f"found “{words.strip()}” · {count}")), spans)
        return count

    def elsewhere(self) -> str:
        """Said where one has come into another article without asking for it."""
        return f"on in another article: {headline(self._articles[self._panes.opened])}"

    def article(self, step: int) -> str:
        """To the article before or after in time."""
        if not 0 <= self._panes.opened + step < len(self._articles):
            return "this is the last article" if step > 0 else "this is the first article"
        self.leave()
        self._panes.open(self._panes.opened + step)
        return ""
