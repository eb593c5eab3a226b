"""Going about the articles: through doors, by meaning, and back. What it answers is what the footer says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import partial
from typing import TYPE_CHECKING, cast

from iraqreader.model import Span
from iraqreader.tui.beyond import Beyond, Wish
from iraqreader.tui.facts import Fact, first_fact
from iraqreader.tui.occurrences import occurrences
from iraqreader.tui.places import Place, Places
from iraqreader.tui.sheet import Door
from iraqreader.tui.titles import headline

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from iraqreader.tui.panes import PaneName, Panes
    from iraqreader.tui.views import Visit
    from iraqreader.tui.yours import Yours


class Walk:
    """Where one is, how one gets elsewhere, and the way back. What takes its time to find is told with `tell`."""

    def __init__(
        self, articles: Yours, panes: Panes, revisit: Callable[[Visit], None], tell: Callable[[str], None]
    ) -> None:
        self._articles, self._panes, self._reader, self._revisit = articles, panes, panes.reader, revisit
        self._places = Places()
        self._beyond = Beyond(articles, panes, lambda: self.place, tell)

    @property
    def place(self) -> Place:
        """What to come back to."""
        return Place(self._panes.here, self._panes.opened, self._reader.top, self._reader.current)

    @property
    def numbers(self) -> set[int]:
        """The articles of all places that are kept."""
        return self._places.numbers

    def renumber(self, numbers: Mapping[int, int]) -> None:
        """The articles have other numbers now."""
        self._places.renumber(numbers)

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
        none = f"no {'further' if step > 0 else 'earlier'} {name}"
        return self._beyond.look(Wish(partial(first_fact, wanted=wanted, step=step), self._arrive, lambda: none), step)

    def _arrive(self, article: int, fact: Fact) -> str:
        self.leave()
        self.stand(Door(article, fact))
        return self.elsewhere()

    @property
    def looking(self) -> bool:
        """Whether something is sought in other articles."""
        return self._beyond.looking

    def stop(self) -> bool:
        """Look no further for what is sought in other articles; whether that was going on."""
        return self._beyond.stop()

    # Finding words.

    def find(self, words: str, start: int) -> str:
        """To the first place of the words in the open article from an offset on, or of all; how many there are."""
        spans = occurrences(self._reader.article.text, words)
        after = bisect_left(spans, Span(start, start))
        return self._light(self._panes.opened, words, spans, after % len(spans)) if spans else "not in this article"

    def find_on(self, words: str, step: int, count: Callable[[str], None]) -> str:
        """To the next place of the words, in the next article that has them, whose `count` is told; what else to say."""
        opened, here = self._panes.opened, self._reader.position[0]
        spans = occurrences(self._reader.article.text, words)
        index = bisect_right(spans, here) if step > 0 else bisect_left(spans, here) - 1
        if 0 <= index < len(spans):
            count(self._light(opened, words, spans, index))
            return ""

        def arrive(other: int, spans: tuple[Span, ...]) -> str:
            count(self._light(other, words, spans, 0 if step > 0 else len(spans) - 1))
            return self.elsewhere()

        def give_up() -> str:
            count(f"no {'further' if step > 0 else 'earlier'} place")
            return ""

        return self._beyond.look(Wish(lambda article: occurrences(article.text, words), arrive, give_up), step)

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
