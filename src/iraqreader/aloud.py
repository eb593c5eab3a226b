"""An article for someone who hears it, or sees letters only: what the reader shows beside the text, in brackets in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.report import (
    FURNITURE,
    days,
    display_width,
    heading,
    in_marks,
    one_line,
    printable,
    side_name,
    stance,
    troops,
    who,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from iraqreader.model import Article, Quote
    from iraqreader.search import Hit

WIDEST = 80
"""Columns of the longest line that is easily read."""

_MARKS = "“\"‘'«"
"""Signs that open a direct quote, which stand before its words."""

_OPEN, _CLOSE = "\x0e", "\x0f"
"""Stand around each word that is to be emphasised: no printable text has them, and they take no columns."""

_WORD, _NOTED = re.compile(r"\S+"), re.compile(f"{_OPEN}(.*?){_CLOSE}")


class Note(NamedTuple):
    """Words that go into the text before the letter at an offset."""

    offset: int
    words: str


def render_article(
    article: Article, width: int, start: int = 0, emphasise: Callable[[str], str] | None = None
) -> Iterator[str]:
    """Lines of at most `width` columns, from the line that holds the offset `start` on.

    `[Name, Side]` stands before words in marks, `[reported: Name, Side] … [end]` around words without: these are what
    `emphasise` makes of them.
    """
    text, start = printable(article.text), article.text.rfind("\n", 0, start) + 1
    notes = sorted(note for note in _notes(article) if note.offset >= start)
    if emphasise:
        notes = [note._replace(words=_WORD.sub(f"{_OPEN}\\g<0>{_CLOSE}", note.words)) for note in notes]
    for line in _noted(text, start, notes).split("\n"):
        for part in wrap(line, width):
            yield _emphasised(part, emphasise) if emphasise else part


def _emphasised(line: str, emphasise: Callable[[str], str]) -> str:
    """A line in which words that were marked as such are emphasised."""
    together = line.replace(f"{_CLOSE} {_OPEN}", " ")
    return _NOTED.sub(lambda found: emphasise(found[1]), together)


def render_line(article: Article) -> str:
    """What the list of articles says of one: when, who published it, its heading, how many, what each side wants."""
    wants = (f"{side_name(found.side)} {stance(found.label)}" for found in article.stances)
    outlet = [one_line(article.publisher.name)] if article.publisher else []
    count = [f"{troops(article.headline_troops)} troops"] if article.headline_troops else []
    about = "; ".join([*count, *wants])
    return f"{', '.join([days(article.published), *outlet])}: {heading(article)}" + (f" ({about})" if about else "")


def render_hit(hit: Hit) -> str:
    """A quote that was found, on one line: its speaker, when and where it was printed, and its words."""
    quote, article = hit.quote, hit.article
    words = in_marks(quote, one_line(quote.span.of(article.text)))
    return f"{who(quote)}, {days(article.published)}, {heading(article)}: {words}"


def wrap(text: str, width: int) -> Iterator[str]:
    """A line as lines of at most `width` columns, but for a word that is wider; at least one."""
    line = ""
    for word in text.split():
        if line and _columns(line) + 1 + _columns(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _columns(words: str) -> int:
    return display_width(words) - words.count(_OPEN) - words.count(_CLOSE)


def _notes(article: Article) -> Iterator[Note]:
    yield from (Note(item.span.start, f"[{FURNITURE[item.kind]}] ") for item in article.furniture)
    for quote in article.quotes:
        yield from _around(quote, article.text)


def _around(quote: Quote, text: str) -> Iterator[Note]:
    start, end = quote.span
    if quote.kind == "reported":
        yield Note(start, f"[reported: {who(quote)}] ")
        yield Note(end, " [end]")
    else:
        marked = text[max(0, start - 1) : start] in tuple(_MARKS)
        yield Note(start - marked, f"[{who(quote)}] ")


def _noted(text: str, start: int, notes: Iterable[Note]) -> str:
    parts = list[str]()
    for note in notes:
        parts += [text[start : note.offset], note.words]
        start = note.offset
    return "".join([*parts, text[start:]])
