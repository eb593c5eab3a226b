"""An article's facts as a record of the index: JSON without the text, and back.

The record is made to be read quickly, since every start reads one for each article: what there is much of (mentions,
quotes) stands in columns, and what several of them name (a person) stands once and is named by number, none by -1.
"""

from __future__ import annotations

import json
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_to_span: partial[Span] = partial(tuple.__new__, Span)


def dump_facts(article: Article) -> bytes:
    """The facts of an article without its text, id and path."""
    assert article.as_read is None, "what the user corrected is kept elsewhere"  # noqa: S101 - nobody's mistake but ours
    people, named = _pool((mention.person for mention in article.mentions), article.people)
    speakers, said_by = _pool(quote.speaker for quote in article.quotes)
    cues, cued = _pool(quote.cue for quote in article.quotes)
    facts = (
        article.title,
        article.publisher,
        article.published,
        article.furniture,
        _columns(article.paragraphs, ("start", "end")),
        (len(article.people), people),
        (_spans_of(article.mentions), *_columns(article.mentions, ("kind",)), named),
        speakers,
        (_spans_of(article.quotes), *_columns(article.quotes, ("kind", "rule")), said_by, cues, cued),
        article.troops,
        article.stances,
    )
    return json.dumps(facts, default=date.toordinal, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def _pool(facts: Iterable[Any], first: Sequence[Any] = ()) -> tuple[list[Any], list[int]]:
    """`first` and every other fact there is, once, and the number of each of `facts` among them."""
    pool = list(first)
    numbers = {None: -1} | {fact: number for number, fact in reversed(list(enumerate(first)))}
    named = []
    for fact in facts:
        if fact not in numbers:
            numbers[fact] = len(pool)
            pool.append(fact)
        named.append(numbers[fact])
    return pool, named


def _columns(facts: Sequence[Any], names: Sequence[str]) -> list[list[Any]]:
    return [[getattr(fact, name) for fact in facts] for name in names]


def _spans_of(facts: Sequence[Any]) -> list[list[int]]:
    return _columns([fact.span for fact in facts], ("start", "end"))


def load_facts(facts: bytes, text: str, article_id: str, path: str) -> Article:
    """The article whose facts `dump_facts` gave.

    Raises ValueError, TypeError, IndexError, OverflowError or RecursionError where they are not of that form.
    """
    row = json.loads(facts.decode("utf-8", "surrogatepass"))
    title, publisher, published, furniture, paragraphs, (own, pool), mentions, speakers, quotes, troops, stances = row
    people = [Person(*person) for person in pool]
    return Article(
        id=article_id,
        path=path,
        text=text,
        title=title and Span(*title),
        publisher=publisher and _publisher(*publisher),
        published=_published(*published),
        furniture=tuple(Furniture(Span(*span), *rest) for span, *rest in furniture),
        paragraphs=tuple(_spans(paragraphs)),
        people=tuple(people[:own]),
        mentions=_mentions(people, *mentions),
        quotes=_quotes([Speaker(Span(*span), *rest) for span, *rest in speakers], *quotes),
        troops=tuple(_troops(count) for count in troops),
        stances=tuple(_stance(*stance) for stance in stances),
    )


def _spans(columns: Any) -> Iterator[Span]:
    starts, ends = columns
    return map(_to_span, zip(starts, ends, strict=True))


def _among(pool: Sequence[Any], numbers: Any) -> Iterator[Any]:
    """Those of the pool that have the numbers, and None for -1."""
    return map([*pool, None].__getitem__, numbers)


def _mentions(people: Sequence[Person], spans: Any, kinds: Any, named: Any) -> tuple[Mention, ...]:
    return tuple(map(Mention, _spans(spans), kinds, _among(people, named)))


def _quotes(speakers: Sequence[Speaker], *columns: Any) -> tuple[Quote, ...]:
    spans, kinds, rules, said_by, cues, cued = columns
    found = _among([Span(*cue) for cue in cues], cued)
    return tuple(map(Quote, _spans(spans), kinds, _among(speakers, said_by), found, rules))


def _days(earliest: Any, latest: Any) -> DateRange:
    return DateRange(earliest and date.fromordinal(earliest), latest and date.fromordinal(latest))


def _publisher(name: Any, span: Any) -> Publisher:
    return Publisher(name, Span(*span))


def _published(days: Any, basis: Any, reasons: Any) -> Published:
    return Published(_days(*days), basis, tuple(Reason(note, Span(*span)) for note, span in reasons))


def _troops(row: Any) -> TroopCount:
    span, low, high, qualifier, whose, where, status, as_of, *rest = row
    return TroopCount(Span(*span), low, high, qualifier, whose, where, status, _days(*as_of), *rest)


def _stance(side: Any, label: Any, evidence: Any) -> Stance:
    return Stance(side, label, tuple(Evidence(Span(*span), *rest) for span, *rest in evidence))
