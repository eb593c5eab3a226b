"""An article sentence by sentence, each with the facts found in it, and of each fact the rule and the evidence."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.extract.segment import segment
from iraqreader.report import days, heading, one_line, stance, troops

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqreader.model import Article, Mention, Quote, Span, Speaker, Stance, TroopCount

_INDENT = "    "


class Fact(NamedTuple):
    """One line of the explanation: where the fact stands, its kind, and what there is to say of it."""

    span: Span
    kind: str
    words: str


def render_explanation(article: Article) -> Iterator[str]:
    """Lines: the article, its sentences as they stand in the text, and under each its facts."""
    yield f"{one_line(article.id)}  {days(article.published)}  {heading(article)}"
    facts = sorted(_facts(article, article.text), key=lambda fact: fact.span.start)
    sentences = segment(article.text).sentences
    starts = [sentence.start for sentence in sentences[1:]]
    homes: list[list[Fact]] = [[] for _ in sentences]
    for fact in facts:
        homes[bisect_right(starts, fact.span.start)].append(fact)
    for sentence, inside in zip(sentences, homes, strict=True):
        yield ""
        yield one_line(sentence.of(article.text))
        yield from (f"{_INDENT}{fact.kind:<10}{fact.words}" for fact in inside)


def _facts(article: Article, text: str) -> Iterator[Fact]:
    if article.title:
        yield Fact(article.title, "title", one_line(article.title.of(text)))
    if article.publisher:
        yield Fact(article.publisher.span, "publisher", one_line(article.publisher.name))
    for reason in article.published.reasons:
        yield Fact(reason.span, "date", f"{_quoted(reason.span, text)}: {one_line(reason.note)}")
    for item in article.furniture:
        yield Fact(item.span, "furniture", f"{item.kind}{_rule(item.rule)}")
    yield from (Fact(mention.span, "person", _mention(mention, article)) for mention in article.mentions)
    yield from (Fact(quote.span, "quote", _quote(quote, text)) for quote in article.quotes)
    yield from (Fact(count.span, "troops", _troops(count, text)) for count in article.troops)
    for found in article.stances:
        yield from _evidence(found, text)


def _mention(mention: Mention, article: Article) -> str:
    person = mention.person
    known = one_line(" · ".join(filter(None, (person.name, person.role, person.side)))) if person else "nobody known"
    return f"{_quoted(mention.span, article.text)} is {known} ({mention.kind})"


def _quote(quote: Quote, text: str) -> str:
    cue = f", by {_quoted(quote.cue, text)}" if quote.cue else ""
    return f"{quote.kind} {_quoted(quote.span, text)} {_speaker(quote.speaker, text)}{cue}{_rule(quote.rule)}"


def _speaker(speaker: Speaker | None, text: str) -> str:
    if speaker is None:
        return "of no speaker"
    known = one_line(" · ".join(filter(None, (speaker.name, speaker.role, speaker.side))))
    here = _quoted(speaker.span, text) if speaker.span.of(text) else "named by no words"
    return f"of {known}, here {here}"


def _troops(count: TroopCount, text: str) -> str:
    details = (
        troops(count),
        count.whose,
        f"in {count.where}" if count.where else None,
        count.status,
        "the headline count" if count.headline else None,
        f"says {count.speaker}" if count.speaker else None,
    )
    return f"{_quoted(count.span, text)} {one_line(', '.join(filter(None, details)))}{_rule(count.rule)}"


def _evidence(found: Stance, text: str) -> Iterator[Fact]:
    whole = f"{one_line(found.side)} {stance(found.label)}"
    for piece in found.evidence:
        speaker = f", says {one_line(piece.speaker)}" if piece.speaker else ""
        words = f"{whole}, here {piece.label}: {_quoted(piece.span, text)}{speaker}{_rule(piece.rule)}"
        yield Fact(piece.span, "stance", words)


def _quoted(span: Span, text: str) -> str:
    return f"‹{one_line(span.of(text))}›"


def _rule(rule: str) -> str:
    return f"  [{rule}]"
