"""Articles in which people speak, made from a line for each quote: for the tests of who speaks."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from iraqreader.model import Article, DateRange, Published, Quote, QuoteKind, Span, Speaker


class Line(NamedTuple):
    """Words, and who says them; `person` is None for nobody in particular, `name` for nobody named."""

    words: str
    name: str | None
    person: str | None = None
    role: str | None = None
    side: str | None = None
    kind: QuoteKind = "direct"


def spoken(name: str, year: int | None, *lines: Line) -> Article:
    """An article of that year, in which these lines follow one another."""
    days = DateRange(date(year, 1, 1), date(year, 12, 31)) if year else DateRange(None, None)
    text, quotes = "", list[Quote]()
    for line in lines:
        who = line.name or "someone"
        speaker = Speaker(Span(len(text), len(text) + len(who)), who, line.role, line.side, line.person)
        text += f"{who}: "
        span = Span(len(text), len(text) + len(line.words))
        text += f"{line.words}\n"
        quotes.append(Quote(span, line.kind, speaker if line.name else None, None, "a_test_rule"))
    return Article(
        id=name,
        path=f"{name}.txt",
        text=text,
        title=None,
        publisher=None,
        published=Published(days, "inferred" if year else "unknown"),
        furniture=(),
        paragraphs=(Span(0, len(text)),),
        people=(),
        mentions=(),
        quotes=tuple(quotes),
        troops=(),
        stances=(),
    )
