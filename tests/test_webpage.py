"""The page for a browser is well formed whatever the articles say, leads to every word, and asks nobody for anything."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.briefing import render_briefing
from iraqreader.cli import FOUND, main
from iraqreader.model import Furniture, Publisher, Quote, Span, Speaker
from iraqreader.webpage import render_page
from tests.marked import read_article

if TYPE_CHECKING:
    from pathlib import Path

    from iraqreader.library import Library
    from iraqreader.model import Article

EMPTY = {"meta", "input", "br"}
HOSTILE = (
    "</span><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<a id=a1 href=javascript:alert(1)>",
    "</style></script><!--",
    "&lt;b&gt; &amp;",
    "\x1b]0;owned\x07 \u202e",
    "'onmouseover='alert(1)",
)


class Page(HTMLParser):
    """What a browser would make of it: elements, their attributes, the text of articles; every element is closed."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open = list[str]()
        self.tags = list[tuple[str, dict[str, str | None]]]()
        self.words = list[str]()
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self.open:
            self.words.append(data)

    def values(self, name: str) -> list[str | None]:
        return [attributes[name] for _, attributes in self.tags if name in attributes]


def page_of(*articles: Article) -> Page:
    page = Page("\n".join(render_page(articles)))
    assert page.open == []
    return page


def hostile_article(words: str) -> Article:
    text = f"{words} said {words}."
    end, name = len(words), Span(len(words) + 6, len(text) - 1)
    speaker = Speaker(name, words, words, words, words)
    return read_article(text, words)._replace(
        title=Span(0, end),
        publisher=Publisher(words, name),
        quotes=(Quote(Span(0, end), "direct", speaker, None, words),),
        furniture=(Furniture(Span(1, len(text)), "byline", words),),
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_no_word_of_an_article_is_markup(words: str) -> None:
    page = page_of(hostile_article(words))
    tags = [tag for tag, _ in page.tags]
    assert (tags.count("script"), tags.count("style"), tags.count("img")) == (1, 1, 0)
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
    assert all(link and link.startswith("#a1") for link in page.values("href"))
    assert not re.search("[\\x00-\\x08\\x0b-\\x1f\\u202e]", "".join(page.words))


@given(st.text(st.sampled_from("<>&'\"a -!/\n“”"), max_size=40))
def test_the_text_comes_out_as_it_went_in(text: str) -> None:
    page = page_of(read_article(text))
    assert "".join(page.words).endswith(text)


def test_facts_that_overlap_are_all_marked() -> None:
    page = page_of(hostile_article("words of somebody"))
    classes = [attributes["class"] or "" for tag, attributes in page.tags if tag == "span" and "title" in attributes]
    assert any({"quote", "furniture"} <= set(found.split()) for found in classes)


def test_every_link_leads_to_a_place_and_every_place_has_one_name(seeds: Library) -> None:
    page = page_of(*seeds.articles)
    names = page.values("id")
    assert len(names) == len(set(names))
    links = page.values("href")
    facts = sum(len(article.quotes) + len(article.troops) for article in seeds.articles)
    assert len(links) > facts
    assert {f"#{name}" for name in names} >= set(links)


def test_nothing_is_asked_of_anybody(seeds: Library) -> None:
    source = "\n".join(render_page(seeds.articles))
    page = Page(source)
    assert not page.values("src")
    assert not {tag for tag, _ in page.tags} & {"link", "img", "iframe", "object", "embed", "base"}
    policy = next(attributes["content"] or "" for _, attributes in page.tags if "http-equiv" in attributes)
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        inside = source.partition(f"<{tag}>")[2].partition(f"</{tag}>")[0]
        assert f"{tag}-src 'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'" in policy


@pytest.mark.parametrize(("form", "start"), [("html", "<!DOCTYPE html>"), ("markdown", "# Coverage\n")])
def test_the_report_is_printed(form: str, start: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "story.txt").write_text("“We will go,” Lena Holt said.\n")
    assert main(["export", "--format", form, str(tmp_path)]) == FOUND
    printed = capsys.readouterr().out
    assert printed.startswith(start)
    assert "Lena Holt" in printed


@pytest.mark.parametrize("words", HOSTILE)
def test_no_word_of_an_article_is_markup_in_markdown(words: str) -> None:
    assert not re.search(r"(?<!\\)<", "\n".join(render_briefing([hostile_article(words)])))
