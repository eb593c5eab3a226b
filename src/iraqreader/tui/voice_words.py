"""A speaker in words: name, ink, sides, roles, dates, and how much was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqreader import report
from iraqreader.tui.inks import bare_name, speaker_ink
from iraqreader.tui.titles import short_window

if TYPE_CHECKING:
    from datetime import date

    from iraqreader.voices import Role, Spell, Voice


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
    others = len({(role.title or "").casefold() for role in voice.roles if role.title}) - 1
    return report.one_line(voice.role or "") + (f" (+{others})" if others > 0 else "")


def dates(spell: Spell) -> str:
    """From the first article to the last, in cells for a column: `2014-03-05`, `2015–17`, `2014 to 2021`."""
    first, last = spell
    if first == last:
        return short_window(first)
    ends = [_year(first.earliest or first.latest), _year(last.latest or last.earliest)]
    return " to ".join(dict.fromkeys(ends))


def _year(day: date | None) -> str:
    return f"{day:%Y}" if day else "?"


def much(voice: Voice) -> str:
    """How much was said: `3 quotes, 12 words in 2 articles`."""
    quotes, articles = voice.tally.quotes, len(voice.articles)
    return f"{several(quotes, 'quote')}, {several(voice.tally.words, 'word')} in {several(articles, 'article')}"


def several(number: int, thing: str) -> str:
    """`1 quote`, `1,200 quotes`."""
    return f"{number:,} {thing}{'s' if number != 1 else ''}"
