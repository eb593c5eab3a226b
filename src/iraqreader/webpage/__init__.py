"""Articles as one page for a browser, with nothing to fetch: every fact on its words, and a comparison that leads there.

The page holds all that it needs and forbids itself everything else (a content security policy by hashes), so that it
can be kept, mailed and read for as long as there are browsers. It is whole without its script, which only searches.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from iraqreader.report import ABSENT, days, full_window, heading, one_line, stance, troops
from iraqreader.webpage.facts import Fact, facts_of
from iraqreader.webpage.text import mark_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqreader.model import Article, Side

HEAD = ("published", "publisher", "title", "troops", "Washington", "Baghdad")
_KINDS = {"quote": "Quotes", "troops": "Troop counts", "evidence": "Stances"}


def render_page(articles: Sequence[Article]) -> Iterator[str]:
    """The page, line by line."""
    style, script = _read("page.css"), _read("page.js")
    facts = [facts_of(article, number) for number, article in enumerate(articles, 1)]
    yield from _head(style, script)
    yield f"<header><h1>{len(articles)} article{'s' * (len(articles) != 1)}</h1>"
    yield '<form id="search" role="search" hidden><label>Search the facts <input type="search"></label>'
    yield ' <output aria-live="polite"></output><ol></ol></form></header>'
    yield from _comparison(articles, facts)
    yield "<main>"
    for number, (article, found) in enumerate(zip(articles, facts, strict=True), 1):
        yield from _article(article, number, found)
    yield f"</main><script>{script}</script></body></html>"


def _head(style: str, script: str) -> Iterator[str]:
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    yield '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer"><title>Coverage</title>'
    yield f"<style>{style}</style></head><body>"


def _read(name: str) -> str:
    return (Path(__file__).parent / name).read_text("utf-8")


def _hash(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


# The comparison.


def _comparison(articles: Sequence[Article], facts: Sequence[Sequence[Fact]]) -> Iterator[str]:
    yield '<nav aria-label="Comparison"><table><thead><tr>'
    yield from (f'<th scope="col">{name}</th>' for name in HEAD)
    yield "</tr></thead><tbody>"
    for number, (article, found) in enumerate(zip(articles, facts, strict=True), 1):
        yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in _cells(article, number, found))}</tr>"
    yield "</tbody></table></nav>"


def _cells(article: Article, number: int, facts: Sequence[Fact]) -> Iterator[str]:
    yield escape(days(article.published))
    yield escape(one_line(article.publisher.name)) if article.publisher else ABSENT
    yield _link(f"a{number}", heading(article))
    yield _to_words(troops(article.headline_troops), facts, article.headline_troops)
    for side in ("washington", "baghdad"):
        yield _stance_cell(article, side, facts)


def _stance_cell(article: Article, side: Side, facts: Sequence[Fact]) -> str:
    found = article.stance(side)
    return _to_words(stance(found.label), facts, found.evidence[0]) if found else ABSENT


def _to_words(shown: str, facts: Sequence[Fact], source: object) -> str:
    fact = next((fact for fact in facts if fact.source is source), None)
    return _link(fact.id, shown) if fact else escape(shown)


def _link(target: str, words: str) -> str:
    return f'<a href="#{target}">{escape(words)}</a>'


# An article.


def _article(article: Article, number: int, facts: Sequence[Fact]) -> Iterator[str]:
    outlet = f"{one_line(article.publisher.name)} · " if article.publisher else ""
    dated = f"{outlet}{full_window(article.published.range)} · {article.published.basis}"
    yield f'<article id="a{number}"><h2>{escape(heading(article))}</h2><p class="source">{escape(dated)}</p>'
    for reason in article.published.reasons:
        yield f'<p class="reason">{escape(one_line(reason.note))}</p>'
    for kind, title in _KINDS.items():
        yield from _list(title, [fact for fact in facts if fact.kind == kind])
    yield f'<div class="text">{"".join(mark_text(article, facts))}</div></article>'


def _list(title: str, facts: Sequence[Fact]) -> Iterator[str]:
    if not facts:
        return
    yield f"<details><summary>{title} ({len(facts)})</summary><ul>"
    for fact in facts:
        rule = f' <span class="rule">{escape(one_line(fact.rule))}</span>'
        yield f'<li class="{fact.hue}">{escape(fact.told)}: {_link(fact.id, fact.words)}{rule}</li>'
    yield "</ul></details>"
