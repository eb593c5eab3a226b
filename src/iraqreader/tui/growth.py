"""A library to which articles come while one reads: they are taken in, and all that one looks at stays where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqreader.tui.views import forget_views

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iraqreader.articles import Articles
    from iraqreader.tui.panes import Panes
    from iraqreader.tui.search import Search
    from iraqreader.tui.walk import Walk
    from iraqreader.tui.yours import Yours

EVERY = 1.0
"""Seconds between looks at whether articles have come."""


class Growth:
    """Gives every place that is remembered its article's new number."""

    def __init__(self, yours: Yours, panes: Panes, walk: Walk, search: Search) -> None:
        self._yours, self._panes, self._walk, self._search = yours, panes, walk, search
        self._ids = dict[int, str]()

    def take_in(self, later: Articles) -> None:
        """Go on in the library as it is later; of articles that are gone, those that stand in their place are shown."""
        if not later:
            return
        numbers = self._numbers({*self._panes.numbers, *self._walk.numbers}, later)
        self._yours.become(later)
        self._panes.renumber(numbers)
        self._walk.renumber(numbers)
        self._search.renew()
        forget_views(self._panes.app)

    def _numbers(self, places: Iterable[int], later: Articles) -> dict[int, int]:
        """Where the articles at these places will stand."""
        ids = {place: self._ids.get(place) or self._yours[place].id for place in places}
        found = {place: later.position(article_id) for place, article_id in ids.items()}
        self._ids = {number: ids[place] for place, number in found.items() if number is not None}
        return {place: min(place, len(later) - 1) if number is None else number for place, number in found.items()}
