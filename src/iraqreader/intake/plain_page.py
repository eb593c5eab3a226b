"""A web page read plainly: paragraphs of what is not script, menu or the like, and what its head tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqreader.intake.markup import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iraqreader.intake.markup import Token

LEFT_OUT = frozenset(
    "script style textarea noscript template svg nav header footer aside form button select figure iframe".split()  # noqa: SIM905 - words
)
"""Elements that hold no report."""

BREAKS = frozenset(
    "p div article main section h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre table tr td th br hr body".split()  # noqa: SIM905 - words
)
"""Elements that begin and end a paragraph."""

MAIN = ("article", "main")
"""Elements that hold the report, where a page has them."""

LEAST = 200
"""Code points of a report: an `<article>` with less is a teaser."""

_META = {
    "og:title": "title",
    "og:site_name": "publisher",
    "author": "author",
    "article:author": "author",
    "article:published_time": "date",
    "date": "date",
    "pubdate": "date",
    "og:url": "url",
}


def read_plainly(markup: str) -> Mapping[str, object]:
    """What a page holds, under the names of a row: its text, and what it tells of itself."""
    page = _Page(LEFT_OUT).read(markup)
    # An element that is never closed may have taken all.
    text = page.text() or _Page(frozenset()).read(markup).text()
    return page.told | {"text": text}


class _Page:
    """Collects paragraphs, each with whether it stands in the main part, and what the head tells."""

    def __init__(self, left_out: frozenset[str]) -> None:
        self.told: dict[str, str] = {}
        self._paragraphs: list[tuple[str, bool]] = []
        self._words: list[str] = []
        self._title: list[str] = []
        self._left_out = left_out
        self._skipped = ""
        self._depth = 0
        self._main = 0
        self._in_title = False

    def read(self, markup: str) -> _Page:
        """Take in all of a page."""
        for token in tokens(markup):
            if not token.tag:
                self._take(token.words)
            elif token.tag in {"meta", "title"}:
                self._take_head(token)
            elif self._skipped:
                self._skip(token)
            elif token.tag in self._left_out:
                self._begin_skipping(token)
            elif token.tag in BREAKS:
                self._break(token)
        self._end_paragraph()
        if title := "".join(self._title).strip():
            self.told.setdefault("title", title)
        return self

    def text(self) -> str:
        """The paragraphs of the main part, or all of them where that is no more than a teaser."""
        main = _joined([words for words, inside in self._paragraphs if inside])
        return main if len(main) >= LEAST else _joined([words for words, _ in self._paragraphs])

    def _take(self, words: str) -> None:
        if self._in_title:
            self._title.append(words)
        elif not self._skipped:
            self._words.append(words)

    def _take_head(self, token: Token) -> None:
        if token.tag == "title":
            self._in_title = not token.closing and not self._skipped
            return
        meta = token.attributes()
        label = _META.get((meta.get("property") or meta.get("name") or "").lower())
        if label and meta.get("content"):
            self.told[label] = meta["content"]

    def _begin_skipping(self, token: Token) -> None:
        if not token.closing and not token.words.endswith("/>"):
            self._skipped, self._depth = token.tag, 1

    def _skip(self, token: Token) -> None:
        if token.tag == self._skipped:
            self._depth += -1 if token.closing else 1
            self._skipped = self._skipped if self._depth else ""

    def _break(self, token: Token) -> None:
        self._end_paragraph()
        if token.tag in MAIN:
            self._main = max(0, self._main + (-1 if token.closing else 1))

    def _end_paragraph(self) -> None:
        if words := " ".join("".join(self._words).split()):
            self._paragraphs.append((words, self._main > 0))
        self._words.clear()


def _joined(paragraphs: Sequence[str]) -> str:
    return "\n\n".join(paragraphs)
