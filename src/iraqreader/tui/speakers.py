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


MOST = 1000
"""Articles whose speakers are shown, of more those around the open one."""

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
        self._places = range(0)
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

    def look_from(self, article: int) -> None:
        """Of many articles, those around this one are shown; as long as it is among them, the same."""
        if article not in self._places:
            start = max(0, min(article - MOST // 2, len(self.articles) - MOST))
            self._places = range(start, min(start + MOST, len(self.articles)))
            self._voices.look_at(self._places)
            self._shares.look_at(self._places)
            self._before, self._shown = None, self._voices

    def turn_to(self, door: Door) -> None:
        """The page of whoever says this, with the cursor on it."""
        self.look_from(door.article)
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
        self.look_from(place.door.article)
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
        self._head()

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
            self._head()

    def _show(self, wanted: Shown) -> None:
        self._shown = wanted
        if wanted is self._shares:
            self._shares.prepare()
        for part in (self._voices, self._page, self._shares):
            part.display = part is wanted
        self._head_columns()
        self._head()
        if self.is_current:
            self.set_focus(wanted, scroll_visible=False)
            self.say("")

    def _head(self) -> None:
        """What is shown, and of which articles where these are not all."""
        total, places = len(self.articles), self._places
        part = f" · {len(places):,} of {total:,} articles: those around the open one" if len(places) < total else ""
        self.head(self._shown.title + part)

    def _head_columns(self) -> None:
        self._heads.display = self._shown is not self._page
        if not isinstance(self._shown, VoicePage):
            self._heads.update(self._shown.heads(self.size.width - 2))
