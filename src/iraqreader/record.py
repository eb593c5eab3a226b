"""An article's facts as a record of the index: JSON without the text, and back."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from iraqreader.model import (
    Article,
    DateRange,
    Evidence,
    Furniture,
    Mention,
    Person,
    Published,
    Publisher,
    Quote,
    Reason,
    Span,
    Speaker,
    Stance,
    TroopCount,
)

_FACTS = tuple(name for name in Article.__slots__ if name not in {"id", "path", "text", "as_read"})


def dump_facts(article: Article) -> bytes:
    """The facts of an article without its text, id and path: a list in the order of the fields of `Article`."""
    assert article.as_read is None, "what the user corrected is kept elsewhere"  # noqa: S101 - nobody's mistake but ours
    facts = [getattr(article, name) for name in _FACTS]
    return json.dumps(facts, default=_plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _plain(fact: Any) -> Any:
    return fact.toordinal() if isinstance(fact, date) else [getattr(fact, name) for name in fact.__slots__]


def load_facts(facts: bytes, text: str, article_id: str, path: str) -> Article:
    """The article whose facts `dump_facts` gave.

    Raises ValueError, TypeError, OverflowError or RecursionError where they are not of that form.
    """
    row = json.loads(facts.decode("utf-8", "surrogatepass"))
    title, publisher, published, furniture, paragraphs, people, mentions, quotes, troops, stances = row
    return Article(
        id=article_id,
        path=path,
        text=text,
        title=_span(title),
        publisher=publisher and _publisher(*publisher),
        published=_published(*published),
        furniture=tuple(Furniture(Span(*span), *rest) for span, *rest in furniture),
        paragraphs=tuple(Span(*span) for span in paragraphs),
        people=tuple(Person(*person) for person in people),
        mentions=tuple(_mention(*mention) for mention in mentions),
        quotes=tuple(_quote(*quote) for quote in quotes),
        troops=tuple(_troops(count) for count in troops),
        stances=tuple(_stance(*stance) for stance in stances),
    )


def _span(pair: Any) -> Span | None:
    return None if pair is None else Span(*pair)


def _days(earliest: Any, latest: Any) -> DateRange:
    return DateRange(earliest and date.fromordinal(earliest), latest and date.fromordinal(latest))


def _publisher(name: Any, span: Any) -> Publisher:
    return Publisher(name, Span(*span))


def _published(days: Any, basis: Any, reasons: Any) -> Published:
    return Published(_days(*days), basis, tuple(Reason(note, Span(*span)) for note, span in reasons))


def _mention(span: Any, kind: Any, person: Any) -> Mention:
    return Mention(Span(*span), kind, person and Person(*person))


def _quote(span: Any, kind: Any, speaker: Any, cue: Any, rule: Any) -> Quote:
    return Quote(Span(*span), kind, speaker and _speaker(*speaker), _span(cue), rule)


def _speaker(span: Any, *rest: Any) -> Speaker:
    return Speaker(Span(*span), *rest)


def _troops(row: Any) -> TroopCount:
    span, low, high, qualifier, whose, where, status, as_of, *rest = row
    return TroopCount(Span(*span), low, high, qualifier, whose, where, status, _days(*as_of), *rest)


def _stance(side: Any, label: Any, evidence: Any) -> Stance:
    return Stance(side, label, tuple(Evidence(Span(*span), *rest) for span, *rest in evidence))
