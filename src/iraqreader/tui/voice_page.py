"""One speaker: the roles that the articles give, and every quote in date order, each a door to its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from iraqreader import report
from iraqreader.model import YOURS
from iraqreader.roster import role_words, sides
from iraqreader.tui.facts import quote_fact
from iraqreader.tui.inks import side_ink
from iraqreader.tui.margins import DIRECT, REPORTED
from iraqreader.tui.rows import Cell, Entry, Rows, fit, wrap
from iraqreader.tui.sheet import Door
from iraqreader.tui.titles import WHEN, headline, publisher, when
from iraqreader.tui.voice_words import dates, much, several, voice_name
from iraqreader.tui.yours import CHANGED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqreader.model import Article
    from iraqreader.voices import Said, Voice

KIND = 11
"""Cells that say whether a quote is direct or reported, and whether its speaker is the user's correction."""

ROLES = 6
"""Roles that are listed."""

PADDING = 2
"""Cells of the screen left and right of the lines."""

DATES = 13
"""Cells of the dates of a role."""


class VoicePage(Rows):
    """One speaker: the roles that the articles give, then every quote in date order under its article."""

    def __init__(self, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(**options)
        self._articles = articles
        self._entries: list[Entry] = []
        self._width = 0
        self.voice: Voice | None = None

    @property
    def title(self) -> str:
        """Who it is, for which side, and how much was said."""
        return f"{voice_name(self.voice).upper()} · {sides(self.voice)} · {much(self.voice)}" if self.voice else ""

    def count(self) -> int:
        """How many lines there are."""
        return len(self._entries)

    def entry(self, index: int, width: int) -> Entry:  # noqa: ARG002 - the lines were made for the page's width
        """One line."""
        return self._entries[index]

    @property
    def quote(self) -> Door | None:
        """The door to the first quote."""
        return _door(self.voice.said[0]) if self.voice else None

    def show(self, voice: Voice, door: Door | None = None) -> None:
        """Another speaker, with the cursor on a quote of theirs, by default on the first line."""
        self.voice, self._entries = voice, []
        self._lay_out(door)

    def fit(self) -> None:
        """Another size: for another width the lines are made anew, and the cursor stays on its quote."""
        if self.size.width == self._width:
            self.reload()
        else:
            self._lay_out(self.door)

    def _lay_out(self, door: Door | None) -> None:
        """A page that was never seen has no width of its own yet, but keys that were typed ahead want its lines."""
        self._width = self.size.width or self.app.size.width - PADDING
        self._entries = list(_page(self._articles, self.voice, self._width)) if self.voice else []
        self.reload(0)
        self.point_to(door)


def _page(articles: Sequence[Article], voice: Voice, width: int) -> Iterator[Entry]:
    yield from _roles(voice, width)
    if not voice.person:
        yield _line(
            Cell(fit("nobody in particular: in another article the same words may mean others", width), "faint")
        )
    opened = None
    for said in voice.said:
        if said.article != opened:
            yield _line(Cell(""))
            yield _over(articles[said.article], said.article, width)
            opened = said.article
        yield from _quote(articles[said.article], said, width)


def _roles(voice: Voice, width: int) -> Iterator[Entry]:
    """When which role is given; of many wordings, those that are given most."""
    often = sorted(voice.roles, key=lambda role: -role.quotes)[:ROLES]
    for role in sorted(often, key=voice.roles.index):
        words = fit(role_words(role), width - DATES)
        yield _line(Cell(fit(dates(role.spell), DATES), "faint"), Cell(words, side_ink(role.side)))
    if rest := len(voice.roles) - len(often):
        yield _line(Cell(fit(f"{'':{DATES}}and {several(rest, 'other wording')}", width), "faint"))


def _over(article: Article, number: int, width: int) -> Entry:
    """The article that the quotes below it stand in."""
    door = Door(number)
    return _line(
        Cell(fit(when(article), WHEN) + " ", "title", door),
        Cell(fit(f"{publisher(article)} · {headline(article)}", width - WHEN - 1), "title", door),
    )


def _quote(article: Article, said: Said, width: int) -> Iterator[Entry]:
    """A quote in full; its first line is the door to it."""
    direct = said.quote.kind == "direct"
    door, words = _door(said), report.one_line(said.quote.span.of(article.text))
    ink, bar = side_ink(said.quote.speaker.side if said.quote.speaker else None), DIRECT if direct else REPORTED
    first, *rest = wrap(f"“{words}”" if direct else words, width - KIND - 2)
    kind = f"{said.quote.kind} {CHANGED}" if said.quote.rule == YOURS else said.quote.kind
    yield _line(Cell(fit(kind, KIND), "faint", door), Cell(bar + " ", ink, door), Cell(first, "", door))
    for line in rest:
        yield _line(Cell(" " * KIND), Cell(bar + " ", ink), Cell(line))


def _door(said: Said) -> Door:
    return Door(said.article, quote_fact(said.quote))


def _line(*cells: Cell) -> Entry:
    return (cells,)
