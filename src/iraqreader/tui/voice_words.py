"""A speaker as the reader shows one: name, ink, and how much was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqreader import report, roster
from iraqreader.tui.inks import bare_name, speaker_ink

if TYPE_CHECKING:
    from iraqreader.voices import Spell, Voice


def voice_ink(voice: Voice) -> str:
    """The ink of a speaker's name, as in the text."""
    return speaker_ink(voice.person or voice.name.casefold(), voice.side)


def voice_name(voice: Voice) -> str:
    """The name as in a list of names."""
    return bare_name(report.one_line(voice.name))


def dates(spell: Spell) -> str:
    """From the first article to the last, in cells for a column."""
    return report.short(roster.dates(spell))


def much(voice: Voice) -> str:
    """How much was said: `3 quotes, 12 words in 2 articles`."""
    quotes, articles = voice.tally.quotes, len(voice.articles)
    return f"{several(quotes, 'quote')}, {several(voice.tally.words, 'word')} in {several(articles, 'article')}"


def several(number: int, thing: str) -> str:
    """`1 quote`, `1,200 quotes`."""
    return f"{number:,} {thing}{'s' if number != 1 else ''}"
