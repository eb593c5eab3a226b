"""Every fact is words of its text, whatever the text is; and people need not be known to be quoted."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.analyze import analyze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqreader.library import Library
    from iraqreader.model import Article, Span

PIECES = st.sampled_from(
    [
        *"“”‘’\"'«»`—–-()[],.;:?!…\t\n\x00\x1b\x85\u00a0\u200b\u2028\u202e",
        *(
            "\n\n",
            "''",
            "``",
            "“‘",
            "’”",
            '."',
            '" ',
            "? ",
            ". ",
            ", ",
            "\n\n“",
            "U.S. ",
            "Sept. 3, ",
            "Feb. 30, 2015",
            "on Monday ",
        ),
        *(
            "Prime Minister Sami Haddad ",
            "Haddad",
            "he ",
            "the general ",
            "The Pentagon ",
            "a spokesman for ",
            "officials ",
            "Jr. ",
        ),
        *(
            "said ",
            "told The Paper ",
            "according to ",
            "said that ",
            "adding ",
            "asked for ",
            "won’t withdraw ",
            "wants ",
        ),
        *(
            "about 3,000 U.S. troops ",
            "between 5 and 10 ",
            "two thousand soldiers ",
            "1,500 more trainers ",
            "in Iraq ",
            "Baghdad ",
        ),
        *(
            "Related: ",
            "By Ann Reporter\n",
            "Editor’s note: ",
            "Get more news",
            "العراق ",
            "漢字",
            "💥",
            "e\u0301",
            "0",
            "last year ",
        ),
    ]
)
NEWS = st.lists(PIECES, max_size=60).map("".join)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


def spans(article: Article) -> Iterator[Span]:
    """Every span of every fact."""
    yield from filter(None, (article.title, article.publisher and article.publisher.span))
    yield from (*article.paragraphs, *(item.span for item in article.furniture))
    yield from (reason.span for reason in article.published.reasons)
    yield from (mention.span for mention in article.mentions)
    yield from (count.span for count in article.troops)
    yield from (piece.span for stance in article.stances for piece in stance.evidence)
    for quote in article.quotes:
        yield from filter(None, (quote.span, quote.cue, quote.speaker and quote.speaker.span))


def check(article: Article, text: str) -> None:
    assert article.text is text
    for span in spans(article):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip()
    for facts in (article.quotes, article.troops, article.mentions, article.furniture):
        starts = [fact.span.start for fact in facts]
        assert starts == sorted(starts)
    assert all(stance.evidence for stance in article.stances)
    assert sum(count.headline for count in article.troops) <= 1
    earliest, latest = article.published.range.earliest, article.published.range.latest
    assert not (earliest and latest and earliest > latest)
    assert article.published.reasons or article.published.basis == "unknown"


def test_every_fact_of_the_five_is_words_of_its_text(seeds: Library) -> None:
    for article in seeds.articles:
        check(article, article.text)


@given(NEWS)
def test_every_fact_of_garbled_news_is_words_of_its_text(text: str) -> None:
    check(analyze(text, "any", "any"), text)


@given(ANYTHING)
def test_any_text_at_all_can_be_read(text: str) -> None:
    check(analyze(text, "any", "any"), text)


@pytest.mark.parametrize("text", ["", " ", "\n", "“", "”", "“”", '"' * 9, "““““““", "\x00", "—", ".", "¼Et", "_x said"])
def test_hardly_any_text_can_be_read(text: str) -> None:
    check(analyze(text, "any", "any"), text)


def test_the_same_text_has_the_same_facts(seeds: Library) -> None:
    for article in seeds.articles:
        assert analyze(article.text, article.id, article.path) == article


def forget() -> None:
    """Empty every cache of the program: what was learned from the gazetteer must not outlive it."""
    for name, module in list(sys.modules.items()):
        for thing in vars(module).values() if name.startswith("iraqreader.") else ():
            if clear := getattr(thing, "cache_clear", None):
                clear()


@pytest.fixture
def _no_known_people(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name, module in list(sys.modules.items()):
        if name.startswith("iraqreader."):
            for known in ("gazetteer", "terms"):
                if hasattr(module, known):
                    monkeypatch.setattr(module, known, dict)
    forget()
    yield
    monkeypatch.undo()
    forget()


@pytest.mark.usefixtures("_no_known_people")
def test_quotes_and_speakers_are_found_by_their_words_alone(seeds: Library) -> None:
    for known in seeds.articles:
        assert direct(analyze(known.text, known.id, known.path)) == direct(known)


def direct(article: Article) -> list[tuple[Span, Span | None]]:
    return [
        (quote.span, quote.speaker.span if quote.speaker else None)
        for quote in article.quotes
        if quote.kind == "direct"
    ]
