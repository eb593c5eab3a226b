"""The view of the speakers: everyone who speaks in the articles, and what each of them says over time."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from textual.widgets import Static

from iraqreader import report
from iraqreader.tui.filter import folded, holds
from iraqreader.tui.keys import SPEAKERS_KEYS
from iraqreader.tui.view import View
from iraqreader.tui.voice_lists import VoiceList, VoicePage, heads, sides, voice_name
from iraqreader.voices import ORDERS, find_voices, in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType
    from textual.events import Resize
    from textual.widget import Widget

    from iraqreader.model import Article
    from iraqreader.tui.rows import Rows
    from iraqreader.tui.sheet import Door
    from iraqreader.voices import Order, Voice

SAID_OF_ORDER: dict[Order, str] = {
    "words": "most words first",
    "name": "by name",
    "side": "by side",
    "date": "first to speak first",
}


class Speakers(View):
    """All speakers, or the page of one."""

    KEYS = SPEAKERS_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*SPEAKERS_KEYS]

    def __init__(self, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(articles, **options)
        self._order: Order = "words"
        self._words = ""
        self._heads = Static("", classes="heads", markup=False)
        self._list, self._page = VoiceList(), VoicePage(articles)
        self._page.display = False
        self._came_by_list = True

    @cached_property
    def _voices(self) -> list[tuple[Voice, str]]:
        """Everyone, with the folded words that a filter looks through."""
        return [(voice, _filtered_by(voice)) for voice in find_voices(self.articles)]

    def body(self) -> Iterator[Widget]:
        """The heads of the columns and the list, or the page in their place."""
        yield self._heads
        yield self._list
        yield self._page

    @property
    def rows(self) -> Rows:
        """The list, or the page."""
        return self._page if self._page.display else self._list

    def on_mount(self) -> None:
        """Everyone is there at once."""
        self._fill()

    def on_resize(self, event: Resize) -> None:
        """The heads of the columns move with them."""
        self._heads.update(heads(event.size.width - 2))

    def turn_to(self, door: Door) -> None:
        """The page of whoever says this, with the cursor on it."""
        if self._page.display and self._page.door == door:
            return
        voice = next((voice for voice, _ in self._voices if _says(voice, door)), None)
        if voice:
            self._came_by_list = False
            self._open_page(voice, door)

    def open(self, chosen: Any) -> None:
        """The page of a speaker."""
        self._came_by_list = True
        self._open_page(chosen)

    def action_leave(self) -> None:
        """From a page back to the list that it was opened from, else back to the desk."""
        if not (self._page.display and self._came_by_list):
            self.action_close()
        self._show_page(False)

    def action_order(self) -> None:
        """The next order."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self._fill()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A page is in date order, and whole."""
        if action in {"filter", "order"} and self._page.display:
            return False
        return super().check_action(action, parameters)

    def show_only(self, words: str) -> None:
        """The speakers whose name, role or side holds these words."""
        self._words = words
        self._fill()

    def _fill(self) -> None:
        self._list.show(in_order([voice for voice, text in self._voices if holds(text, self._words)], self._order))
        self._tell()

    def _open_page(self, voice: Voice, door: Door | None = None) -> None:
        self._page.show(voice, door)
        self._show_page(True)

    def _show_page(self, shown: bool) -> None:
        self._page.display, self._list.display, self._heads.display = shown, not shown, not shown
        self._tell()
        if self.is_current:
            self.set_focus(self.rows, scroll_visible=False)
            self.say("")

    def _tell(self) -> None:
        if self._page.display and self._page.voice:
            self.head(_title(self._page.voice))
            return
        only = f" · only “{words}”" if (words := self._words.strip()) else ""
        self.head(f"SPEAKERS · {self._list.tally}{only} · {SAID_OF_ORDER[self._order]}")


def _says(voice: Voice, door: Door) -> bool:
    return any(
        said.article == door.article and door.fact is not None and said.quote.span == door.fact.span
        for said in voice.said
    )


def _filtered_by(voice: Voice) -> str:
    roles = [role.title or "" for role in voice.roles]
    return folded(
        " ".join(
            [
                *{said.quote.speaker.name for said in voice.said if said.quote.speaker},
                *roles,
                *map(report.side_name, voice.sides),
            ]
        )
    )


def _title(voice: Voice) -> str:
    quotes, articles = voice.tally.quotes, len(voice.articles)
    return (
        f"{voice_name(voice).upper()} · {sides(voice)} · {quotes:,} quote{'s' * (quotes != 1)}, "
        f"{voice.tally.words:,} words in {articles:,} article{'s' * (articles != 1)}"
    )
