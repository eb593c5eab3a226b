"""Views of articles that can be narrowed by what is typed: `troops>3000 baghdad:none conflict`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from iraqreader.conditions import read_condition, sides_of
from iraqreader.tui.view import TYPING, View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iraqreader.model import Article

HINT = "troops>3000  washington:withdraw  baghdad:none  after:2015  conflict  corrected  !undated  words"


class Narrowed(View):
    """Shows the articles of which all that is typed is true; what cannot be understood is said, and passed over."""

    def __init__(self, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(articles, **options)
        self._sides = sides_of(articles)
        self._unclear = ""

    def show(self, articles: Sequence[Article]) -> None:
        """Show these articles alone."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Every article is there at once."""
        self.filter.suggest(HINT)
        self.fill()

    def fill(self) -> None:
        """Show what is left."""
        condition = read_condition(self.only, self._sides)
        self._unclear = "; ".join(condition.unclear)
        if self.filter.open:
            self.say(self._unclear or TYPING)
        self.show([article for article in self.articles if condition.holds(article)])

    def action_end_filter(self, keep: bool) -> None:
        """Back to what is shown; what was not understood is still to be seen."""
        super().action_end_filter(keep)
        self.say(self._unclear)

    def tally(self, count: int) -> str:
        """How many articles are shown, and by what they were narrowed."""
        total = len(self.articles)
        only = self.only.strip()
        return f"only “{only}”: {count:,} of {total:,}" if only else f"{total:,} article{'s' * (total != 1)}"
