"""Views of articles that can be narrowed by what is typed: `troops>3000 baghdad:none conflict`."""

from __future__ import annotations

import asyncio
from array import array
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from iraqreader.conditions import Condition, read_condition
from iraqreader.tui.briefs import AT_ONCE
from iraqreader.tui.courtesy import AT_HAND, giving_way
from iraqreader.tui.view import TYPING, View

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iraqreader.model import Article
    from iraqreader.tui.yours import Yours

HINT = "troops>3000  washington:withdraw  baghdad:none  after:2015  conflict  corrected  !undated  words"

TOLD = 1000
"""Articles after which it is said how far one is."""

Prepared = TypeVar("Prepared")


class Narrowed(View, Generic[Prepared]):
    """Shows the articles of which all that is typed is true; what cannot be understood is said, and passed over.

    It works on articles in brief. Of many it shows those that are gathered so far, and prepares them in a thread.
    """

    def __init__(self, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(articles, **options)
        self.briefs = cast("Yours", articles).briefs
        self._unclear = ""
        self._fillings = 0
        self._left = self._looked_at = 0

    def prepare(self, briefs: Sequence[Article], places: Sequence[int]) -> Prepared:
        """What is to be shown of the articles at these places; in any thread."""
        raise NotImplementedError

    def show(self, prepared: Prepared) -> None:
        """Show it."""
        raise NotImplementedError

    def tell_count(self) -> None:
        """Say in the heading how many articles are shown."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """The first articles are there at once."""
        self.filter.suggest(HINT)
        self.briefs.begin()
        self.fill()

    def on_screen_resume(self) -> None:
        """Go on gathering where that was left."""
        super().on_screen_resume()
        if not self.briefs.complete:
            self.run_worker(self._gather(), group="gather", exclusive=True)

    def on_screen_suspend(self) -> None:
        """Whoever leaves does not wait for more."""
        self.workers.cancel_group(self, "gather")

    async def _gather(self) -> None:
        """Gather the rest, and show it whenever there is twice as much."""
        filled = len(self.briefs)
        while not self.briefs.complete:
            await self.briefs.go_on()
            if len(self.briefs) % TOLD == 0:
                self.tell_count()
            if self.briefs.complete or len(self.briefs) >= 2 * filled:
                filled = len(self.briefs)
                await self._fill(self._condition())

    def fill(self) -> None:
        """Show what is left."""
        condition = self._condition()
        if self.filter.open:
            self.say(self._unclear or TYPING)
        if len(self.briefs) <= AT_ONCE:
            self._show(self._prepared(condition, lambda: True))
        else:
            self.run_worker(self._fill(condition), group="fill", exclusive=True)

    def _condition(self) -> Condition:
        condition = read_condition(self.only, sorted(self.briefs.sides))
        self._unclear = "; ".join(condition.unclear)
        return condition

    async def _fill(self, condition: Condition) -> None:
        """The same, of many, in a thread; whatever is asked for later takes its place."""
        self._fillings += 1
        mine = self._fillings
        self._show(await asyncio.to_thread(self._prepared, condition, lambda: mine == self._fillings))

    def _prepared(self, condition: Condition, wanted: Callable[[], bool]) -> tuple[int, int, Prepared] | None:
        """How many articles are left of how many, and what is to be shown of them; None where that is not wanted any more."""
        places, count = array("I"), len(self.briefs)
        for place in giving_way(range(count), AT_HAND):
            if condition.holds(self.briefs[place]):
                places.append(place)
            if not wanted():
                return None
        return len(places), count, self.prepare(self.briefs, places)

    def _show(self, found: tuple[int, int, Prepared] | None) -> None:
        if found:
            self._left, self._looked_at, prepared = found
            self.show(prepared)
            self.tell_count()

    def action_end_filter(self, keep: bool) -> None:
        """Back to what is shown; what was not understood is still to be seen."""
        super().action_end_filter(keep)
        self.say(self._unclear)

    def tally(self) -> str:
        """How many articles are shown, by what they were narrowed; and how many there are so far, where these are not all."""
        total, only = self.briefs.total, self.only.strip()
        so_far = "" if self.briefs.complete else f"{len(self.briefs):,} of {total:,} so far"
        if only:
            return " · ".join(filter(None, [f"only “{only}”: {self._left:,} of {self._looked_at:,}", so_far]))
        return so_far or f"{total:,} article{'s' * (total != 1)}"
