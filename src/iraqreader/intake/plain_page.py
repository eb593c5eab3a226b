"""A web page read plainly: paragraphs of what is not script, style or navigation, and what its head tells."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LEFT_OUT = frozenset(
    "script style noscript template svg nav header footer aside form button select figure iframe object".split()  # noqa: SIM905 - words
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
    page = _Page(LEFT_OUT)
    page.feed(markup)
    page.close()
    text = page.text()
    if not text:  # an element that is never closed took it all
        page = _Page(frozenset(("script", "style")))
        page.feed(markup)
        page.close()
        text = page.text()
    return page.told | {"text": text}


class _Page(HTMLParser):
    """Collects paragraphs, each with whether it stands in the main part, and what meta elements tell."""

    def __init__(self, left_out: frozenset[str]) -> None:
        super().__init__()
        self.told: dict[str, str] = {}
        self._paragraphs: list[tuple[str, bool]] = []
        self._words: list[str] = []
        self._left_out = left_out
        self._skipped = ""
        self._depth = 0
        self._main = 0
        self._in_title = False

    def text(self) -> str:
        """The paragraphs of the main part, or all of them where that is no more than a teaser."""
        self._end_paragraph()
        main = _joined([words for words, inside in self._paragraphs if inside])
        return main if len(main) >= LEAST else _joined([words for words, _ in self._paragraphs])

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag == "meta":
            self._tell({name: value or "" for name, value in attrs})
        if tag == "title":
            self._in_title = not self._skipped
        if self._skipped:
            self._depth += tag == self._skipped
        elif tag in self._left_out:
            self._skipped, self._depth = tag, 1
        elif tag in BREAKS:
            self._end_paragraph()
            self._main += tag in MAIN

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        if self._skipped:
            self._depth -= tag == self._skipped
            if not self._depth:
                self._skipped = ""
        elif tag in BREAKS:
            self._end_paragraph()
            self._main = max(0, self._main - (tag in MAIN))

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag in self._left_out:
            return
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.told["title"] = self.told.get("title", "") + data
        elif not self._skipped:
            self._words.append(data)

    def _tell(self, meta: Mapping[str, str]) -> None:
        label = _META.get((meta.get("property") or meta.get("name") or "").lower())
        if label and meta.get("content"):
            self.told[label] = meta["content"]

    def _end_paragraph(self) -> None:
        if words := " ".join("".join(self._words).split()):
            self._paragraphs.append((words, self._main > 0))
        self._words.clear()


def _joined(paragraphs: Sequence[str]) -> str:
    return "\n\n".join(paragraphs)
