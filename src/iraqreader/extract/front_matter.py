"""What a file says of itself above its text, between two lines of `---`: title, publisher, author, date.

It is the word of whoever keeps the file: it holds before anything that the report lets one infer, and the whole block
is no part of the report.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from iraqreader.extract.dates.calendar_days import resolve
from iraqreader.extract.dates.calendar_words import find_time_words
from iraqreader.lexicon.publishers import by_name
from iraqreader.model import DateRange, Furniture, Published, Publisher, Reason, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LONGEST = 4000
"""Code points of the longest block that is looked for."""

KEYS = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "outlet", "publication", "site"),
    "date": ("date", "published", "pubdate"),
}
"""What a line may be called, in any case; lines called otherwise are kept as they are, and mean nothing here."""

_BLOCK = re.compile(
    r"\ufeff?---[ \t]*\n"
    r"(?P<lines>(?:[^\W\d][\w .-]{0,40}:(?:[ \t][^\n]*)?\n|[ \t]+[^\n]*\n|-[ \t][^\n]*\n|#[^\n]*\n|\n)+?)"
    r"(?:---|\.\.\.)[ \t]*(?=\n|\Z)"
)
_LINE = re.compile(
    r"^(?P<key>[^\W\d][\w .-]*):[ \t]+(?P<mark>[\"']?)(?P<value>\S[^\n]*?)(?P=mark)[ \t]*$", re.MULTILINE
)
_MONTH = re.compile(r"(?P<year>(?:19|20)\d\d)(?:-(?P<month>\d\d))?")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The facts of the block, each on its words; all empty where there is none."""

    title: Span | None = None
    publisher: Publisher | None = None
    published: Published | None = None
    furniture: tuple[Furniture, ...] = ()


def find_front_matter(text: str) -> FrontMatter:
    """What the text says of itself at its very beginning."""
    block = _BLOCK.match(text, 0, LONGEST)
    if block is None:
        return FrontMatter()
    values = dict(_values(text, Span(*block.span("lines"))))
    return FrontMatter(
        title=values.get("title"),
        publisher=_publisher(text, values),
        published=_published(text, values),
        furniture=_furniture(block),
    )


def _furniture(block: re.Match[str]) -> tuple[Furniture, ...]:
    """The block, where a line of it says something; two rules with nothing between them are of the report."""
    says = _LINE.search(block["lines"])
    return (Furniture(Span(*block.span()), "front_matter", "front_matter"),) if says else ()


def _values(text: str, block: Span) -> Iterator[tuple[str, Span]]:
    """The places of the values that mean something here, the last line of a kind first: the first one holds."""
    names = {key: label for label, keys in KEYS.items() for key in keys}
    for line in reversed(list(_LINE.finditer(text, *block))):
        if label := names.get(line["key"].lower()):
            yield label, Span(*line.span("value"))


def _publisher(text: str, values: Mapping[str, Span]) -> Publisher | None:
    if not (span := values.get("publisher")):
        return None
    known = by_name().get(span.of(text))
    return Publisher(known.name if known else span.of(text), span)


def _published(text: str, values: Mapping[str, Span]) -> Published | None:
    span = values.get("date")
    days = span and (_long(span.of(text)) or _printed(text, span))
    return Published(days, "stated", (Reason("stated above the text", span),)) if span and days else None


def _long(value: str) -> DateRange | None:
    """A year, or a month as in `2016-02`, which reports do not print."""
    found = _MONTH.fullmatch(value)
    if not found or not 1 <= int(found["month"] or 1) <= 12:
        return None
    year, month = int(found["year"]), found["month"]
    first, last = (int(month), int(month)) if month else (1, 12)
    return DateRange(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _printed(text: str, span: Span) -> DateRange | None:
    words = next((words for words in find_time_words(text, *span) if words.year), None)
    return resolve(words, date.min) if words else None
