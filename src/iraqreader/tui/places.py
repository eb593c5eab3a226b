"""Where one has been: back and forward, as in a browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iraqreader.tui.facts import Fact
    from iraqreader.tui.views import Visit

KEPT = 200
"""Places that are remembered."""


class Place(NamedTuple):
    """A pane, an article, the offset of the first letter in view, the fact that is lit, and the view over it all."""

    pane: str
    article: int
    offset: int
    fact: Fact | None = None
    visit: Visit | None = None


@dataclass
class Places:
    """Places left behind, and places gone back from."""

    behind: list[Place] = field(default_factory=list)
    ahead: list[Place] = field(default_factory=list)

    def leave(self, place: Place) -> None:
        """Remember a place that is being left for another; what was ahead is no longer."""
        if self.behind[-1:] != [place]:
            self.behind = [*self.behind[1 - KEPT :], place]
        self.ahead.clear()

    def back(self, here: Place) -> Place | None:
        """The place before, or None; `here` is where forward leads from there."""
        return _turn(self.behind, self.ahead, here)

    def forward(self, here: Place) -> Place | None:
        """The place that was gone back from last, or None."""
        return _turn(self.ahead, self.behind, here)

    @property
    def numbers(self) -> set[int]:
        """The articles of all these places."""
        return {place.article for place in (*self.behind, *self.ahead)}

    def renumber(self, numbers: Mapping[int, int]) -> None:
        """The articles have other numbers now; views, whose places are their own, are not come back to."""
        for places in (self.behind, self.ahead):
            places[:] = [place._replace(article=numbers[place.article], visit=None) for place in places]


def _turn(source: list[Place], target: list[Place], here: Place) -> Place | None:
    if not source:
        return None
    target.append(here)
    return source.pop()
