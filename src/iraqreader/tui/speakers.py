"""The view of the speakers: everyone who speaks, what each of them says over time, and each article by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual.widgets import Static

from iraqreader.tui.keys import SPEAKERS_KEYS
from iraqreader.tui.share_list import ShareList
from iraqreader.tui.view import View
from iraqreader.tui.voice_list import VoiceList
from iraqreader.tui.voice_page import VoicePage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from iraqreader.model import Article
    from iraqreader.tui.rows import Rows
    from iraqreader.tui.sheet import Door
    from iraqreader.voices import Voice


Shown = VoiceList | VoicePage | ShareList


class Place(NamedTuple):
    """A place in this view: which list, the door under the cursor, and on a speaker's page a quote of theirs."""

    kind: type[Shown]
    door: Door
    quote: Door | None = None


class Speakers(View):
    """All speakers, the page of one, or the articles by side: one of them is shown."""

    KEYS = SPEAKERS_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*SPEAKERS_KEYS]

    def __init__(self, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(articles, **options)
        self._heads = Static("", classes="heads", markup=False)
        self._voices, self._page, self._shares = VoiceList(articles), VoicePage(articles), ShareList(articles)
        self._shown: Shown = self._voices
        self._before: VoiceList | ShareList | None = None

    def body(self) -> Iterator[Widget]:
        """The heads of the columns above the list of speakers; the others take their place."""
        yield self._heads
        yield self._voices
        yield self._page
        yield self._shares

    @property
    def rows(self) -> Rows:
        """What is shown."""
        return self._shown

    def on_mount(self) -> None:
        """Everyone, unless one came for someone."""
        self._show(self._shown)

    def on_resize(self) -> None:
        """The heads of the columns move with them."""
        self._head_columns()

    def turn_to(self, door: Door) -> None:
        """The page of whoever says this, with the cursor on it."""
        if voice := self._voices.voice_at(door):
            self._before = None
            self._page.show(voice, door)
            self._show(self._page)

    def place_of(self, door: Door) -> Place:
        """What is shown, of whom, and the door."""
        return Place(type(self._shown), door, self._page.quote if self._shown is self._page else None)

    def return_to(self, place: Place) -> None:
        """Be at a place that one has left, where one is not there still."""
        if place == self.place_of(self._shown.door):
            return
        if place.quote:
            self.turn_to(place.quote)
        else:
            self._show(self._shares if place.kind is ShareList else self._voices)
        self._shown.point_to(place.door)

    def open(self, chosen: Voice) -> None:
        """The page of a speaker."""
        self._before = self._voices
        self._page.show(chosen)
        self._show(self._page)

    def action_leave(self) -> None:
        """From a page back to the list that it was opened from, else back to the desk."""
        if self._shown is not self._page or not self._before:
            self.action_close()
        if self._shown is self._page:
            self._show(self._voices)

    def action_shares(self) -> None:
        """The articles by side, and again everyone who speaks."""
        self._show(self._voices if self._shown is self._shares else self._shares)

    def action_order(self) -> None:
        """The next order of the speakers."""
        self._voices.show_order()
        self.head(self._voices.title)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A page is whole, and it and the articles are in date order."""
        if (action == "order" and self._shown is not self._voices) or (
            action == "filter" and self._shown is self._page
        ):
            return False
        return super().check_action(action, parameters)

    @property
    def only(self) -> str:
        """The words that what is shown holds."""
        return "" if isinstance(self._shown, VoicePage) else self._shown.only

    def show_only(self, words: str) -> None:
        """Show what holds these words."""
        if not isinstance(self._shown, VoicePage):
            self._shown.show_only(words)
            self.head(self._shown.title)

    def _show(self, wanted: Shown) -> None:
        self._shown = wanted
        if wanted is self._shares:
            self._shares.prepare()
        for part in (self._voices, self._page, self._shares):
            part.display = part is wanted
        self._head_columns()
        self.head(wanted.title)
        if self.is_current:
            self.set_focus(wanted, scroll_visible=False)
            self.say("")

    def _head_columns(self) -> None:
        self._heads.display = self._shown is not self._page
        if not isinstance(self._shown, VoicePage):
            self._heads.update(self._shown.heads(self.size.width - 2))
