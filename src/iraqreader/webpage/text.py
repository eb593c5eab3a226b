"""A text with its facts marked: stretches of HTML, cut wherever a fact begins or ends, so that facts may overlap."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from iraqreader.report import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqreader.model import Article
    from iraqreader.webpage.facts import Fact


def mark_text(article: Article, facts: Sequence[Fact]) -> Iterator[str]:
    """The whole text, escaped, with an anchor and a note where each of the facts begins; these are in text order."""
    text = printable(article.text)
    edges = sorted({0, len(text), *(edge for fact in facts for edge in fact.span)})
    waiting = list(reversed(facts))
    open_facts: list[Fact] = []
    for start, end in pairwise([*edges, len(text)]):
        open_facts = [fact for fact in open_facts if fact.span.end > start]
        while waiting and waiting[-1].span.start == start:
            open_facts.append(fact := waiting.pop())
            yield f'<a id="{fact.id}" class="note {fact.kind} {fact.hue}">{escape(fact.note)}</a>'
        yield _stretch(escape(text[start:end]), open_facts)


def _stretch(words: str, facts: Sequence[Fact]) -> str:
    if not facts or not words:
        return words
    kinds = dict.fromkeys(name for fact in facts for name in (fact.kind, fact.hue))
    told = escape(" · ".join(dict.fromkeys(fact.told for fact in facts)))
    return f'<span class="{" ".join(kinds)}" title="{told}">{words}</span>'
