"""Facts as a page has them: each with a name to lead to, a class for its looks, and words for what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from iraqreader.report import CONFLICT, FURNITURE, count_words, in_marks, one_line, side_name, stance, troops, who

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqreader.model import Article, Side, Span, TroopCount

HUES = ("washington", "baghdad")


class Fact(NamedTuple):
    """A fact on its span. `told` says what it is, `note` stands before its words; all but `id` and `kind` is unescaped."""

    id: str
    kind: str
    span: Span
    source: object
    hue: str
    told: str
    note: str
    words: str
    rule: str


def facts_of(article: Article, number: int) -> tuple[Fact, ...]:
    """Every fact that the page shows of its article of that number, in the order of the text."""
    facts = [*_furniture(article, number), *_quotes(article, number), *_troops(article, number)]
    return tuple(sorted([*facts, *_stances(article, number)], key=lambda fact: (fact.span.start, -fact.span.end)))


def _furniture(article: Article, number: int) -> Iterator[Fact]:
    for index, item in enumerate(article.furniture, 1):
        told = FURNITURE[item.kind]
        yield Fact(f"a{number}f{index}", "furniture", item.span, item, "other", told, f"[{told}]", "", item.rule)


def _quotes(article: Article, number: int) -> Iterator[Fact]:
    for index, quote in enumerate(article.quotes, 1):
        said_by, words = who(quote), in_marks(quote, one_line(quote.span.of(article.text)))
        note = f"{said_by}:" if quote.kind == "direct" else f"{said_by}, reported:"
        hue = _hue(quote.speaker.side if quote.speaker else None)
        yield Fact(f"a{number}q{index}", "quote", quote.span, quote, hue, said_by, note, words, quote.rule)


def _troops(article: Article, number: int) -> Iterator[Fact]:
    for index, count in enumerate(article.troops, 1):
        words = one_line(count.span.of(article.text))
        note = CONFLICT if count.conflict else ""
        yield Fact(f"a{number}t{index}", "troops", count.span, count, "other", _count(count), note, words, count.rule)


def _count(count: TroopCount) -> str:
    said = f", says {one_line(count.speaker)}" if count.speaker else ""
    return f"{troops(count)} {one_line(count_words(count))}{said}"


def _stances(article: Article, number: int) -> Iterator[Fact]:
    pieces = [(found.side, piece) for found in article.stances for piece in found.evidence]
    for index, (side, piece) in enumerate(pieces, 1):
        told = f"{one_line(side_name(side))} {stance(piece.label)}"
        said = f"{told}, says {one_line(piece.speaker)}" if piece.speaker else told
        words = one_line(piece.span.of(article.text))
        yield Fact(
            f"a{number}e{index}", "evidence", piece.span, piece, _hue(side), said, f"[{told}]", words, piece.rule
        )


def _hue(side: Side | None) -> str:
    return side if side in HUES else "other"
