"""Examples that carry their answers: `"{quote:We will go,}" {cue:said} {speaker:Carter}.`"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from iraqreader.model import Article, DateRange, Published, Quote, Span, Speaker

UNDATED = Published(DateRange(None, None), "unknown")

_MARK = re.compile(r"\{(\w+):|\}")


class Marked(NamedTuple):
    """A text without its marks, and the spans that the marks named, in the order in which they open."""

    text: str
    spans: tuple[tuple[str, Span], ...]

    def words(self, label: str) -> list[str]:
        """The words marked `label`."""
        return [span.of(self.text) for name, span in self.spans if name == label]


def read_marked(example: str) -> Marked:
    """Take the marks out of an example; they may nest."""
    text, spans, opened = "", list[tuple[str, Span]](), list[int]()
    position = 0
    for mark in _MARK.finditer(example):
        text += example[position : mark.start()]
        position = mark.end()
        if mark[1]:
            opened.append(len(spans))
            spans.append((mark[1], Span(len(text), len(text))))
        else:
            label, span = spans[index := opened.pop()]
            spans[index] = (label, Span(span.start, len(text)))
    return Marked(text + example[position:], tuple(spans))


def read_article(example: str, article_id: str = "story", **facts: Any) -> Article:
    """An article without analysis: each {quote:…} is a direct quote of the {speaker:Name} nearest its end."""
    text, spans = read_marked(example)
    speakers = [Speaker(span, span.of(text)) for label, span in spans if label == "speaker"]
    quotes = tuple(_quote(span, speakers) for label, span in spans if label == "quote")
    blank = Article(article_id, f"{article_id}.txt", text, None, None, UNDATED, (), (), (), (), quotes, (), ())
    return blank._replace(**facts)


def _quote(span: Span, speakers: list[Speaker]) -> Quote:
    nearest = min(speakers, key=lambda speaker: abs(speaker.span.start - span.end), default=None)
    return Quote(span, "direct", nearest, None, "marked")
