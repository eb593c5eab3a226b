"""An entry of the notebook: what the user made, and the words that it was made on."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from iraqreader.model import Span

if TYPE_CHECKING:
    from datetime import date
    from typing import Self

    from iraqreader.model import Article

Kind = Literal["mark", "speaker", "stance", "date"]
"""A mark, with or without a note; or a correction: of a quote's speaker, of what a side wants, of an article's date."""

CONTEXT = 80
"""Code points that are kept of what stands before and after the words."""


class Anchor(NamedTuple):
    """The words that an entry stands on, and where they were.

    `content` is the SHA-256 of the text they stood in, as hex digits; `path` the absolute path of its file, empty for
    standard input; `start` is in code points, as everywhere.
    """

    content: str
    path: str
    article: str
    words: str
    start: int
    before: str
    after: str

    @property
    def span(self) -> Span:
        """Where the words stood in the text that they were marked in."""
        return Span(self.start, self.start + len(self.words))


class Entry(NamedTuple):
    """One thing that the user made. `number` is its own in the notebook; 0 for one that is not kept yet.

    What `value` says depends on the kind: a mark's note, empty for none; a speaker's name, empty for nobody; a stance's
    label, empty for none (the side is in `about`); days as `days.render_days` writes them, empty for unknown. `made`
    and `changed` are moments in UTC, as ISO 8601.
    """

    kind: Kind
    about: str
    value: str
    anchor: Anchor
    made: str
    changed: str
    number: int = 0

    @property
    def day(self) -> date:
        """The day on which it was changed last, as this machine counts days."""
        return datetime.fromisoformat(self.changed).astimezone().date()

    def saying(self, value: str) -> Self:
        """The same with another value, from now on."""
        return self._replace(value=value, changed=_now())


def new_entry(kind: Kind, article: Article, span: Span, value: str = "", about: str = "") -> Entry:
    """An entry on words of an article, made now."""
    now = _now()
    return Entry(kind, about, value, _anchor(article, span), now, now)


def content_of(text: str) -> str:
    """By what a text is known, whatever its file is called."""
    from hashlib import sha256  # noqa: PLC0415 - it loads OpenSSL, for which nobody without entries should wait

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def place_of(article: Article) -> str:
    """The absolute path of an article's file; empty where it has none."""
    return "" if article.path in ("", "-") else os.path.abspath(article.path)  # noqa: PTH100 - of a hundred thousand, if need be


def _anchor(article: Article, span: Span) -> Anchor:
    text = article.text
    return Anchor(
        content=content_of(text),
        path=place_of(article),
        article=article.id,
        words=span.of(text),
        start=span.start,
        before=text[max(0, span.start - CONTEXT) : span.start],
        after=text[span.end : span.end + CONTEXT],
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
