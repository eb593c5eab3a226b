"""What commands answer about articles, as listings: the comparison, quotes that were found, every count, every stance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqreader.export import Row, export_hit, export_row, export_stance, export_troops
from iraqreader.listing import Listing
from iraqreader.report import (
    ABSENT,
    COLUMNS,
    COPIES,
    count_words,
    days,
    heading,
    in_marks,
    one_line,
    short,
    side_name,
    stance,
    table_row,
    troops,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from iraqreader.model import Article, Evidence, Stance, TroopCount
    from iraqreader.search import Hit

    Copies = Callable[[Article], Sequence[str]]

TROOPS = ("published", "article", "number", "of", "says", "words")
STANCES = ("published", "article", "side", "stance", "says", "words")
QUOTES = ("article", "published", "speaker", "words")


def list_table(articles: Sequence[Article], copies: Copies = lambda _: ()) -> Listing:
    """A row for each article, with the ids of its copies; these have a column of their own only where there are any."""
    found = [copies(article) for article in articles]
    rows = [{**export_row(article), "copies": [*ids]} for article, ids in zip(articles, found, strict=True)]
    flat = [{**row, "copies": "; ".join(row["copies"]) or None} for row in rows]
    give_way = (COLUMNS.index("publisher"), COLUMNS.index("title"))
    cells = [table_row(article) for article in articles]
    if not any(found):
        return Listing(rows, COLUMNS, cells, give_way, flat)
    tallies = [f"{COPIES}{len(ids)}" if ids else ABSENT for ids in found]
    wider = [(*row, tally) for row, tally in zip(cells, tallies, strict=True)]
    return Listing(rows, (*COLUMNS, "copies"), wider, give_way, flat)


def list_hits(query: str, hits: Sequence[Hit]) -> Listing:
    """A row for each quote that answers a query, the likeliest first."""
    rows = [export_hit(hit) for hit in hits]
    flat = [{name: value for name, value in row.items() if name != "marks"} for row in rows]
    return Listing(rows, QUOTES, [_hit_cells(hit) for hit in hits], (3,), flat, query)


def _hit_cells(hit: Hit) -> tuple[str, ...]:
    speaker = hit.quote.speaker.name if hit.quote.speaker else ABSENT
    words = in_marks(hit.quote, one_line(hit.quote.span.of(hit.article.text)))
    return one_line(hit.article.id), short(days(hit.article.published)), one_line(speaker), words


def list_troops(articles: Sequence[Article]) -> Listing:
    """A row for each number of soldiers, in the order of the articles and their text."""
    counts = [(article, count) for article in articles for count in article.troops]
    rows = [{**_source(article), **_flat_count(article, count)} for article, count in counts]
    cells = [_count_cells(place, article, count) for article, place in _places(articles) for count in article.troops]
    return Listing(rows, TROOPS, cells, (5, 1))


def _flat_count(article: Article, count: TroopCount) -> Row:
    row = export_troops(count, article.text)
    as_of = row.pop("as_of")
    return {**row, "as_of_earliest": as_of["earliest"], "as_of_latest": as_of["latest"]}


def _count_cells(place: tuple[str, str], article: Article, count: TroopCount) -> tuple[str, ...]:
    words = one_line(count.span.of(article.text))
    return (*place, troops(count), one_line(count_words(count)), _says(count.speaker), words)


def list_stances(articles: Sequence[Article]) -> Listing:
    """A row for each piece of evidence of what a side wants, in the order of the articles and their sides."""
    found = [(article, *pair) for article in articles for pair in _evidence(article)]
    rows = [{**_source(article), **_flat_stance(article, whole, piece)} for article, whole, piece in found]
    cells = [
        _stance_cells(place, article, *pair) for article, place in _places(articles) for pair in _evidence(article)
    ]
    return Listing(rows, STANCES, cells, (5, 1))


def _evidence(article: Article) -> Iterator[tuple[Stance, Evidence]]:
    return ((whole, piece) for whole in article.stances for piece in whole.evidence)


def _flat_stance(article: Article, whole: Stance, piece: Evidence) -> Row:
    """The stance of the side in this article, and one piece of its evidence."""
    row = export_stance(whole._replace(evidence=(piece,)))
    (evidence,) = row.pop("evidence")
    evidence["evidence_label"] = evidence.pop("label")
    return {**row, **evidence, "text": piece.span.of(article.text)}


def _stance_cells(place: tuple[str, str], article: Article, whole: Stance, piece: Evidence) -> tuple[str, ...]:
    words = one_line(piece.span.of(article.text))
    return (*place, one_line(side_name(whole.side)), stance(piece.label), _says(piece.speaker), words)


def _source(article: Article) -> Row:
    known = article.published.range
    return {
        "article": article.id,
        "path": article.path,
        "published_earliest": known.earliest.isoformat() if known.earliest else None,
        "published_latest": known.latest.isoformat() if known.latest else None,
        "publisher": article.publisher.name if article.publisher else None,
    }


def _places(articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[str, str]]]:
    """Each article with when it came out and what it is called, which every row of it begins with."""
    return ((article, (short(days(article.published)), heading(article))) for article in articles)


def _says(speaker: str | None) -> str:
    return one_line(speaker) if speaker else ABSENT
