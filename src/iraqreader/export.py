"""Facts -> rows of plain data, and these -> JSON: the export format (schema 1), the table, answers to a search."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from iraqreader.report import UNPRINTABLE, printable, quotes_by_side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    from iraqreader.search import Hit

SCHEMA = 1
"""Number of the export format; a change that breaks a reader of it needs a new one."""

_SIDES = ("washington", "baghdad")
"""Sides that the table has a column for."""

Row = dict[str, Any]

_FORMULA = (*"=+-@\t\r\n＝＋－＠",)


def to_json(value: object) -> str:
    """One line of JSON, in which whatever could steer a terminal is escaped."""
    return UNPRINTABLE.sub(lambda match: json.dumps(match[0])[1:-1], json.dumps(value, ensure_ascii=False))


def render_export(articles: Iterable[Article]) -> Iterator[str]:
    """The whole export, one JSON object, in lines as the articles come; nothing at all where there is none."""
    lead = f'{{"schema": {SCHEMA}, "articles": ['
    for article in articles:
        yield lead + to_json(export_article(article))
        lead = ","
    if lead == ",":
        yield "]}"


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
        "troops": [export_troops(count, text) for count in article.troops],
        "stances": [export_stance(stance) for stance in article.stances],
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


def export_troops(count: TroopCount, text: str) -> Row:
    """One number of soldiers, with its words."""
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


def export_stance(stance: Stance) -> Row:
    """What one side wants, with all its evidence."""
    return {
        "side": stance.side,
        "label": stance.label,
        "evidence": [_evidence(piece) for piece in stance.evidence],
    }


def _evidence(piece: Evidence) -> Row:
    return {**_span(piece.span), "label": piece.label, "speaker": piece.speaker, "rule": piece.rule}


def export_row(article: Article) -> Row:
    """One article as a flat row of the table; every row has the same keys."""
    count, quotes = article.headline_troops, quotes_by_side(article)
    others = [stance for stance in article.stances if stance.side not in _SIDES]
    return {
        "id": article.id,
        "path": article.path,
        **_range(article.published.range),
        "basis": article.published.basis,
        "publisher": article.publisher.name if article.publisher else None,
        "title": article.title.of(article.text) if article.title else None,
        "troops_low": count.low if count else None,
        "troops_high": count.high if count else None,
        "troops_qualifier": count.qualifier if count else None,
        "troops_conflict": count.conflict if count else None,
        **{side: stance.label if (stance := article.stance(side)) else None for side in _SIDES},
        "other_sides": " ".join(f"{stance.side}:{stance.label}" for stance in others) or None,
        **{f"quotes_{side}": quotes.pop(side, 0) for side in _SIDES},
        "quotes_other": quotes.total(),
    }


def to_csv(rows: Iterable[Row]) -> Iterator[str]:
    """Rows of the same keys as lines of CSV, beneath a head, with nothing in them that a spreadsheet would run."""
    import csv  # noqa: PLC0415 - the other formats do not wait for it
    from io import StringIO  # noqa: PLC0415 - the same

    line = StringIO(newline="")
    writer = csv.writer(line, lineterminator="\n")  # by which it knows that a line end in a cell needs quotation marks
    for number, row in enumerate(rows):
        for cells in ([list(row)] if number == 0 else []) + [list(row.values())]:
            writer.writerow([_cell(cell) for cell in cells])
            yield line.getvalue().removesuffix("\n")
            line.seek(0)
            line.truncate()


def _cell(value: object) -> object:
    """Words as a cell: what a spreadsheet would take for a formula has a mark before it that makes it words."""
    if not isinstance(value, str):
        return value
    return f"'{printable(value)}" if value.startswith(_FORMULA) else printable(value)


def export_hit(hit: Hit) -> Row:
    """One answer to a search; `marks` are offsets in its own text."""
    start = hit.quote.span.start
    marks = [[mark.start - start, mark.end - start] for mark in hit.marks]
    return {**export_found(hit.article, hit.quote), "score": round(hit.score, 4), "marks": marks}


def export_found(article: Article, quote: Quote) -> Row:
    """One quote, as it is found or chosen among those of many articles."""
    return {
        "article": article.id,
        **_span(quote.span),
        "text": quote.span.of(article.text),
        "kind": quote.kind,
        "speaker": quote.speaker.name if quote.speaker else None,
    }
