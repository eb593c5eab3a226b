"""Speakers in short words, as lines for a terminal or a pipe, and as rows of plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqreader.listing import Listing
from iraqreader.report import ABSENT, one_line, render_rows, side_name, window

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from iraqreader.export import Row
    from iraqreader.model import Article, DateRange, Side
    from iraqreader.voices import Role, Spell, Voice

COLUMNS = ("speaker", "side", "role", "when", "words", "quotes", "articles")
_GIVE_WAY = (COLUMNS.index("role"), COLUMNS.index("speaker"))

UNNAMED = "NOT NAMED · of one article each: in another the same words may mean others"
"""Above speakers who are nobody in particular."""

NO_SIDE = "none"
"""What stands for no side where a side can be asked for."""


# A speaker in words.


def sides(voice: Voice) -> str:
    """Every side that the articles give: `Washington`, or `Baghdad, Erbil` where it changed."""
    return one_line(", ".join(map(side_name, voice.sides))) or ABSENT


def role_words(role: Role) -> str:
    """A role and its side: `Defense Secretary (Washington)`, `Washington`."""
    side = side_name(role.side)
    return one_line(f"{role.title} ({side})" if role.title and side else role.title or side)


def roles_in_short(voice: Voice) -> str:
    """The last role, and how many others there were: `President (+1)`."""
    others = len({(role.title or "").casefold() for role in voice.roles if role.title}) - 1
    return one_line(voice.role or "") + (f" (+{others})" if others > 0 else "")


def dates(spell: Spell) -> str:
    """From the first article to the last: `2014-03-05`, `2015–17`, `2014 to 2021`."""
    first, last = spell
    if first == last:
        return window(first)
    ends = [_year(first.earliest or first.latest), _year(last.latest or last.earliest)]
    return " to ".join(dict.fromkeys(ends))


def _year(day: date | None) -> str:
    return f"{day:%Y}" if day else "?"


# Lines.


def list_voices(voices: Sequence[Voice], articles: Sequence[Article]) -> Listing:
    """A row for each speaker."""
    rows = [export_voice(voice, articles) for voice in voices]
    flat = [export_flat(voice, articles) for voice in voices]
    return Listing(rows, COLUMNS, [_cells(voice) for voice in voices], _GIVE_WAY, flat)


def render_voices(voices: Sequence[Voice], width: int | None) -> Iterator[str]:
    """A head, those who are named, then those who are not; roles and names give way so that lines fit into `width`."""
    if not voices:
        return
    head, *lines = render_rows([COLUMNS, *map(_cells, voices)], width, _GIVE_WAY)
    named = sum(1 for voice in voices if voice.person)
    yield from [head, *lines[:named]]
    if named < len(voices):
        yield from ["", UNNAMED, *lines[named:]]


def _cells(voice: Voice) -> tuple[str, ...]:
    numbers = (voice.tally.words, voice.tally.quotes, len(voice.articles))
    counts = (f"{number:,}".rjust(len(head)) for number, head in zip(numbers, COLUMNS[-3:], strict=True))
    return one_line(voice.name), sides(voice), roles_in_short(voice) or ABSENT, dates(voice.spell), *counts


# Rows.


def of_side(voices: Sequence[Voice], side: str) -> tuple[Voice, ...]:
    """The speakers whom an article gives that side, whatever its case; `none` for those whom no article gives one."""
    wanted = side.casefold().replace(" ", "_")
    return tuple(voice for voice in voices if wanted in (voice.sides or (NO_SIDE,)))


def sides_of(voices: Sequence[Voice]) -> list[Side]:
    """Every side that there is to ask for."""
    return sorted({side for voice in voices for side in voice.sides or (NO_SIDE,)})


def export_voice(voice: Voice, articles: Sequence[Article]) -> Row:
    """One speaker with every role and the place of every quote; `person` is None for nobody in particular."""
    return {
        "name": voice.name,
        "person": voice.person,
        "side": voice.side,
        "roles": [_role(role) for role in voice.roles],
        **_counts(voice),
        **_days(voice.spell),
        "said": [
            {
                "article": articles[said.article].id,
                "start": said.quote.span.start,
                "end": said.quote.span.end,
                "kind": said.quote.kind,
                "words": said.words,
            }
            for said in voice.said
        ],
    }


def export_flat(voice: Voice, articles: Sequence[Article]) -> Row:
    """One speaker as a flat row; every row has the same keys."""
    return {
        "name": voice.name,
        "person": voice.person,
        "side": voice.side,
        "roles": "; ".join(dict.fromkeys(role.title for role in voice.roles if role.title)),
        **_counts(voice),
        **_days(voice.spell),
        "articles": "; ".join(articles[number].id for number in voice.articles),
    }


def _role(role: Role) -> Row:
    return {"title": role.title, "side": role.side, "quotes": role.quotes, **_days(role.spell)}


def _counts(voice: Voice) -> Row:
    counts = voice.tally
    return {
        "quotes": counts.quotes,
        "direct": counts.direct,
        "reported": counts.reported,
        "words": counts.words,
        "direct_words": counts.direct_words,
        "reported_words": counts.reported_words,
    }


def _days(spell: Spell) -> Row:
    """The first and the last day that the articles may be from."""
    return {"earliest": _iso(spell.first, "earliest"), "latest": _iso(spell.last, "latest")}


def _iso(days: DateRange, end: str) -> str | None:
    day: date | None = getattr(days, end)
    return day.isoformat() if day else None
