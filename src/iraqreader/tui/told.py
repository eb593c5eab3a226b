"""The foot of a view: what the cursor is on, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.widgets import Static

from iraqreader import report
from iraqreader.tui.keymap import with_keys
from iraqreader.tui.rows import wrap
from iraqreader.tui.titles import headline, publisher

if TYPE_CHECKING:
    from iraqreader.model import Article


class Told(Static):
    """An article on one line, and what is told of it on those that are left; what they do not hold is cut."""

    def __init__(self, **options: Any) -> None:
        super().__init__("", markup=False, **options)
        self._about, self._words = "", ""

    def tell(self, article: Article, words: str) -> None:
        """Say this of an article."""
        self._say(f"{publisher(article)} · {headline(article)}", words)

    def tell_nothing(self, why: str) -> None:
        """Say why there is no article."""
        self._say(with_keys(self.app, why), "")

    def _say(self, about: str, words: str) -> None:
        self._about, self._words = about, report.printable(words)
        self.on_resize()

    def on_resize(self) -> None:
        """Wrap to the width that there is."""
        width, lines = max(20, self.size.width), max(1, self.size.height - 1)
        self.update("\n".join([*wrap(self._about, width, 1), *wrap(self._words, width, lines)]))
