"""Article -> the export format, schema 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iraqreader.model import (
        Article,
        DateRange,
        Evidence,
        Furniture,
        Published,
        Quote,
        Span,
        Speaker,
        Stance,
        TroopCount,
    )

SCHEMA = 1
"""Number of the export format; a change that breaks a reader of it needs a new one."""

Row = dict[str, Any]


def export_articles(articles: Iterable[Article]) -> Row:
    """The whole export as one JSON object."""
    return {"schema": SCHEMA, "articles": [export_article(article) for article in articles]}


def export_article(article: Article) -> Row:
    """One article with every fact; spans as `start` and `end`."""
    text = article.text
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title.of(text) if article.title else None,
        "publisher": article.publisher.name if article.publisher else None,
        "text": text,
        "published": _published(article.published),
        "furniture": [_furniture(item) for item in article.furniture],
        "quotes": [_quote(quote, text) for quote in article.quotes],
        "troops": [_troops(count, text) for count in article.troops],
        "stances": [_stance(stance) for stance in article.stances],
    }


def _span(span: Span) -> Row:
    return {"start": span.start, "end": span.end}


def _range(days: DateRange) -> Row:
    return {
        "earliest": days.earliest.isoformat() if days.earliest else None,
        "latest": days.latest.isoformat() if days.latest else None,
    }


def _published(published: Published) -> Row:
    return {
        **_range(published.range),
        "basis": published.basis,
        "note": "; ".join(reason.note for reason in published.reasons) or None,
        "evidence": [_span(reason.span) for reason in published.reasons],
    }


def _furniture(item: Furniture) -> Row:
    return {**_span(item.span), "kind": item.kind, "rule": item.rule}


def _quote(quote: Quote, text: str) -> Row:
    return {
        **_span(quote.span),
        "text": quote.span.of(text),
        "kind": quote.kind,
        "speaker": _speaker(quote.speaker) if quote.speaker else None,
        "cue": _span(quote.cue) if quote.cue else None,
        "rule": quote.rule,
    }


def _speaker(speaker: Speaker) -> Row:
    return {
        **_span(speaker.span),
        "name": speaker.name,
        "role": speaker.role,
        "side": speaker.side,
        "person": speaker.person,
    }


def _troops(count: TroopCount, text: str) -> Row:
    return {
        **_span(count.span),
        "text": count.span.of(text),
        "low": count.low,
        "high": count.high,
        "qualifier": count.qualifier,
        "whose": count.whose,
        "where": count.where,
        "status": count.status,
        "as_of": _range(count.as_of),
        "speaker": count.speaker,
        "headline": count.headline,
        "conflict": count.conflict,
        "rule": count.rule,
    }


def _stance(stance: Stance) -> Row:
    return {
        "side": stance.side,
        "label": stance.label,
        "evidence": [_evidence(piece) for piece in stance.evidence],
    }


def _evidence(piece: Evidence) -> Row:
    return {**_span(piece.span), "label": piece.label, "speaker": piece.speaker, "rule": piece.rule}
