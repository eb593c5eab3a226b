"""The two lists of the speakers' view: everyone who speaks, and one speaker's roles and quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from iraqreader import report
from iraqreader.tui.facts import quote_fact
from iraqreader.tui.inks import bare_name, initials, side_ink, speaker_ink
from iraqreader.tui.margins import DIRECT, REPORTED
from iraqreader.tui.rows import Cell, Entry, Rows, fit, wrap
from iraqreader.tui.sheet import Door
from iraqreader.tui.titles import WHEN, headline, publisher, short_window, when

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from iraqreader.model import Article
    from iraqreader.voices import Role, Said, Spell, Voice

INITIALS, SIDE, DATES, WORDS, QUOTES, ARTICLES = 3, 11, 13, 6, 7, 4
"""Cells of the columns of a speaker's line whose width never changes."""

KIND = 9
"""Cells that say whether a quote is direct or reported."""

UNNAMED = "NOT NAMED · each in one article alone: the same words elsewhere may mean others"


class VoiceList(Rows):
    """A line a speaker, those whom nobody names last, under a line that says so."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._lines: list[Voice | str] = []
        self.tally = ""

    def count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def entry(self, index: int, width: int) -> Entry:
        """Initials, name, side, role, dates, and how much was said."""
        line = self._lines[index]
        if isinstance(line, str):
            return ((Cell(fit(line, width), "faint"),),)
        return (tuple(Cell(words, ink, line) for words, ink in _columns(line, width)),)

    def show(self, voices: Sequence[Voice]) -> None:
        """Other speakers, those who are named first; the cursor stays at whom it was, where they are still there."""
        here = self.door
        named, unnamed = [one for one in voices if one.person], [one for one in voices if not one.person]
        self.tally = f"{len(named):,} named, {len(unnamed):,} not"
        self._lines = [*named, *(["", UNNAMED] if unnamed else []), *unnamed]
        self.reload(self._lines.index(here) if here in self._lines else 0)


def heads(width: int) -> str:
    """What stands above the columns."""
    name, role = _wide(width)
    words = (fit("", INITIALS), fit("name", name), fit("side", SIDE), fit("role", role), fit("when", DATES))
    return (
        "".join(words if role else (*words[:3], words[4])) + f"{'words':>{WORDS}}{'quotes':>{QUOTES}}{'in':>{ARTICLES}}"
    )


def _wide(width: int) -> tuple[int, int]:
    """Cells for the name and for the role; where there are too few, a speaker's line has no role."""
    left = width - INITIALS - SIDE - DATES - WORDS - QUOTES - ARTICLES
    name = max(20, min(26, left // 3))
    return (name, left - name) if left - name >= 12 else (left, 0)


def _columns(voice: Voice, width: int) -> Iterator[tuple[str, str]]:
    name, role = _wide(width)
    ink, called = voice_ink(voice), voice_name(voice)
    yield fit(initials(called), INITIALS), ink
    yield fit(called, name - 1) + " ", ink
    yield fit(sides(voice), SIDE - 1) + " ", side_ink(voice.side)
    if role:
        yield fit(roles_in_short(voice), role - 1) + " ", ""
    yield fit(dates(voice.spell), DATES), "faint"
    yield f"{voice.tally.words:>{WORDS},}", ""
    yield f"{voice.tally.quotes:>{QUOTES},}", "faint"
    yield f"{len(voice.articles):>{ARTICLES},}", "faint"


class VoicePage(Rows):
    """One speaker: the roles that the articles give, then every quote in date order under its article."""

    def __init__(self, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(**options)
        self._articles = articles
        self._entries: list[Entry] = []
        self.voice: Voice | None = None

    def count(self) -> int:
        """How many lines there are."""
        return len(self._entries)

    def entry(self, index: int, width: int) -> Entry:  # noqa: ARG002 - the lines were made for the page's width
        """One line."""
        return self._entries[index]

    def show(self, voice: Voice, door: Door | None = None) -> None:
        """Another speaker, with the cursor on a quote of theirs, by default on the first."""
        self.voice = voice
        self._lay_out(door)

    def fit(self) -> None:
        """Another width: the lines are made anew, and the cursor stays on its quote."""
        self._lay_out(self.door)

    def _lay_out(self, door: Door | None) -> None:
        self._entries = list(_page(self._articles, self.voice, max(24, self.size.width))) if self.voice else []
        lines = (index for index in range(self.count()) if door in self._doors(index))
        self.reload(next(lines, 0))


def _page(articles: Sequence[Article], voice: Voice, width: int) -> Iterator[Entry]:
    for role in voice.roles:
        yield ((Cell(fit(dates(role.spell), DATES), "faint"), Cell(role_words(role), side_ink(role.side))),)
    if not voice.person:
        yield ((Cell(fit("nobody in particular: in another article the same words may mean others", width), "faint"),),)
    opened = None
    for said in voice.said:
        if said.article != opened:
            yield ((Cell(""),),)
            yield (_over(articles[said.article], width),)
            opened = said.article
        yield from _quote(articles[said.article], said, width)


def _over(article: Article, width: int) -> tuple[Cell, ...]:
    """The article that the quotes below it stand in."""
    return (
        Cell(fit(when(article), WHEN) + " ", "title"),
        Cell(fit(f"{publisher(article)} · {headline(article)}", width - WHEN - 1), "title"),
    )


def _quote(article: Article, said: Said, width: int) -> Iterator[Entry]:
    """A quote in full; its first line is the door to it."""
    direct = said.quote.kind == "direct"
    door, words = Door(said.article, quote_fact(said.quote)), report.one_line(said.quote.span.of(article.text))
    ink, bar = side_ink(said.quote.speaker.side if said.quote.speaker else None), DIRECT if direct else REPORTED
    first, *rest = wrap(f"“{words}”" if direct else words, width - KIND - 2)
    yield ((Cell(fit(said.quote.kind, KIND), "faint", door), Cell(bar + " ", ink, door), Cell(first, "", door)),)
    for line in rest:
        yield ((Cell(" " * KIND), Cell(bar + " ", ink), Cell(line)),)


# A speaker in words.


def voice_ink(voice: Voice) -> str:
    """The ink of a speaker's name, as in the text."""
    return speaker_ink(voice.person or voice.name.casefold(), voice.side)


def voice_name(voice: Voice) -> str:
    """The name as in a list of names."""
    return bare_name(report.one_line(voice.name))


def sides(voice: Voice) -> str:
    """Every side that the articles give: `Washington`, or `Baghdad, Erbil` where it changed."""
    return report.one_line(", ".join(map(report.side_name, voice.sides))) or report.ABSENT


def role_words(role: Role) -> str:
    """A role and its side: `Defense Secretary (Washington)`."""
    return report.one_line(
        " ".join(filter(None, [role.title, f"({report.side_name(role.side)})" if role.side else ""]))
    )


def roles_in_short(voice: Voice) -> str:
    """The last role, and how many others there were before: `President (+1)`."""
    titles = list(dict.fromkeys(role.title for role in voice.roles if role.title))
    return report.one_line(titles[-1]) + (f" (+{len(titles) - 1})" if titles[1:] else "") if titles else ""


def dates(spell: Spell) -> str:
    """From the first article to the last, in cells for a column: `2014-03-05`, `2015–17`, `2014 to 2021`."""
    first, last = spell
    if first == last:
        return short_window(first)
    ends = [_year(first.earliest or first.latest), _year(last.latest or last.earliest)]
    return " to ".join(dict.fromkeys(ends))


def _year(day: date | None) -> str:
    return f"{day:%Y}" if day else "?"
