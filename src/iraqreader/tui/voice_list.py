"""Everyone who speaks, a line each: name, side, role, dates, and how much was said."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from iraqreader import report
from iraqreader.roster import UNNAMED, roles_in_short, sides
from iraqreader.tui.filter import folded, holds
from iraqreader.tui.inks import initials, side_ink
from iraqreader.tui.rows import Cell, Entry, Rows, fit
from iraqreader.tui.voice_words import dates, voice_ink, voice_name
from iraqreader.voices import ORDERS, find_voices, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iraqreader.model import Article
    from iraqreader.tui.sheet import Door
    from iraqreader.voices import Order, Voice

INITIALS, SIDE, DATES, WORDS, QUOTES, ARTICLES = 3, 11, 13, 6, 7, 5
"""Cells of the columns whose width never changes."""

NARROWEST = 12
"""Cells below which a role says nothing."""

_IN_WORDS: dict[Order, str] = {
    "words": "most words first",
    "name": "by name",
    "side": "by side",
    "date": "first to speak first",
}


class VoiceList(Rows):
    """A line a speaker; those who are not named come last, under a line that says so."""

    def __init__(self, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(**options)
        self._articles = articles
        self._voices: tuple[Voice, ...] = ()
        self._order: Order = "words"
        self.only = ""
        self._fill()

    def look_at(self, places: range) -> None:
        """List those who speak in the articles at these places."""
        self._voices = find_voices(map(self._articles.__getitem__, places), places.start)
        self.__dict__.pop("_searched", None)
        self._show()

    @cached_property
    def _searched(self) -> list[str]:
        """What a filter looks through, for each speaker."""
        return [_searched(voice) for voice in self._voices]

    @property
    def title(self) -> str:
        """How many there are, which of them are shown, and in which order."""
        named = sum(1 for line in self._lines if not isinstance(line, str) and line.person)
        only = f" · only “{words}”" if (words := self.only.strip()) else ""
        return f"SPEAKERS · {named:,} named, {self._unnamed:,} not{only} · {_IN_WORDS[self._order]}"

    def heads(self, width: int) -> str:
        """What stands above the columns."""
        name, role, dates = _wide(width)
        columns = {"": INITIALS, "name": name, "side": SIDE, "role": role, "when": dates}
        numbers = f"{'words':>{WORDS}}{'quotes':>{QUOTES}}{'art.':>{ARTICLES}}"
        return "".join(fit(head, size) for head, size in columns.items() if size) + numbers

    def count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def entry(self, index: int, width: int) -> Entry:
        """Initials, name, side, role, dates, and how much was said."""
        line = self._lines[index]
        if isinstance(line, str):
            return ((Cell(fit(line, width), "faint"),),)
        return (tuple(Cell(words, ink, line) for words, ink in _columns(line, width)),)

    def show_only(self, words: str) -> None:
        """The speakers whose name, role or side holds these words."""
        self.only = words
        self._show()

    def show_order(self) -> None:
        """The next order."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self._show()

    def voice_at(self, door: Door) -> Voice | None:
        """Who says what a door leads to."""
        return next((voice for voice in self._voices if _says(voice, door)), None)

    def _show(self) -> None:
        """The cursor stays at whom it was at, while they are shown."""
        here = self.door
        self._fill()
        self.reload(self._lines.index(here) if here in self._lines else 0)

    def _fill(self) -> None:
        voices = in_order(self._held(), self._order)
        named = [voice for voice in voices if voice.person]
        unnamed = voices[len(named) :]
        self._unnamed = len(unnamed)
        self._lines: list[Voice | str] = [*named, *(["", UNNAMED] if unnamed else []), *unnamed]

    def _held(self) -> Iterable[Voice]:
        """The speakers that the filter lets through."""
        if not self.only.strip():
            return self._voices
        return (voice for voice, words in zip(self._voices, self._searched, strict=True) if holds(words, self.only))


def _searched(voice: Voice) -> str:
    """What a filter looks through: every name, role and side that an article gives."""
    names = {said.quote.speaker.name: None for said in voice.said if said.quote.speaker}
    roles = [role.title or "" for role in voice.roles]
    return folded(" ".join([*names, *roles, *map(report.side_name, voice.sides)]))


def _says(voice: Voice, door: Door) -> bool:
    place = (door.article, door.fact.span if door.fact else None)
    return any((said.article, said.quote.span) == place for said in voice.said)


def _wide(width: int) -> tuple[int, int, int]:
    """Cells for name, role and dates; where there are too few, the role goes first and then the dates."""
    left = width - INITIALS - SIDE - WORDS - QUOTES - ARTICLES
    name = max(20, min(26, left // 3))
    if left - name < DATES:
        return max(0, left), 0, 0
    role = left - name - DATES
    return (name, role, DATES) if role >= NARROWEST else (name + role, 0, DATES)


def _columns(voice: Voice, width: int) -> Iterator[tuple[str, str]]:
    name, role, when = _wide(width)
    ink, called = voice_ink(voice), voice_name(voice)
    yield fit(initials(called), INITIALS), ink
    yield fit(called, name - 1) + " ", ink
    yield fit(sides(voice), SIDE - 1) + " ", side_ink(voice.side)
    if role:
        yield fit(roles_in_short(voice), role - 1) + " ", ""
    yield fit(dates(voice.spell), when), "faint"
    yield f"{voice.tally.words:>{WORDS},}", ""
    yield f"{voice.tally.quotes:>{QUOTES},}", "faint"
    yield f"{len(voice.articles):>{ARTICLES},}", "faint"
