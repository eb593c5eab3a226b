"""What an article says, as places to stand on: each with its words, who says it, and why we think so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from iraqreader import report
from iraqreader.model import YOURS
from iraqreader.voices import speaker_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iraqreader.model import Article, Evidence, Publisher, Quote, Reason, Span, Stance, TroopCount

Kind = Literal["quote", "troops", "stance", "date", "publisher", "found"]


class Fact(NamedTuple):
    """Words that a reader can be led to. `speaker` is the key of who says them; `rule` found it.

    `disputed` is a figure that another source in the same article contradicts.
    """

    span: Span
    kind: Kind
    what: str
    speaker: str | None = None
    rule: str | None = None
    disputed: bool = False


def facts_of(article: Article) -> tuple[Fact, ...]:
    """Every fact of an article, in text order."""
    return tuple(sorted(_facts(article)))


def first_fact(article: Article, wanted: Callable[[Fact], bool], step: int) -> Fact | None:
    """The first wanted fact of an article, or the last one where `step` goes back."""
    facts = facts_of(article)
    return next(filter(wanted, facts if step > 0 else reversed(facts)), None)


def _facts(article: Article) -> Iterator[Fact]:
    yield from (quote_fact(quote) for quote in article.quotes)
    yield from (troops_fact(count) for count in article.troops)
    yield from (evidence_fact(stance, piece) for stance in article.stances for piece in stance.evidence)
    yield from (reason_fact(reason) for reason in article.published.reasons)
    if article.publisher:
        yield publisher_fact(article.publisher)


def quote_fact(quote: Quote) -> Fact:
    """A quote, and whose words it is."""
    if quote.speaker is None:
        return Fact(quote.span, "quote", f"{quote.kind} quote · nobody named{yours(quote.rule)}", None, quote.rule)
    role, side = quote.speaker.role, report.side_name(quote.speaker.side)
    who = ", ".join(filter(None, [quote.speaker.name, role])) + (f" ({side})" if side else "")
    what = f"{quote.kind} quote · {who}{yours(quote.rule)}"
    return Fact(quote.span, "quote", what, speaker_key(quote.speaker), quote.rule)


def troops_fact(count: TroopCount) -> Fact:
    """A troop count: how many of whom, who says so, and whether another source in the article disagrees."""
    parts = [report.troops(count), report.count_words(count)]
    parts += [f"says {count.speaker}"] if count.speaker else []
    parts += ["another source in this article disagrees"] if count.conflict else []
    return Fact(count.span, "troops", " · ".join(parts), count.speaker, count.rule, count.conflict)


def evidence_fact(stance: Stance, piece: Evidence) -> Fact:
    """A piece of evidence for what a side wants."""
    said = f" · says {piece.speaker}" if piece.speaker else ""
    what = f"{report.side_name(stance.side)} {report.stance(piece.label)}{said}{yours(piece.rule)}"
    return Fact(piece.span, "stance", what, piece.speaker, piece.rule)


def yours(rule: str) -> str:
    """What is said after a fact that the user corrected."""
    return " · yours" if rule == YOURS else ""


def publisher_fact(publisher: Publisher) -> Fact:
    """The words that name the outlet."""
    return Fact(publisher.span, "publisher", f"publisher: {publisher.name}")


def reason_fact(reason: Reason) -> Fact:
    """A reason for the date."""
    return Fact(reason.span, "date", reason.note)
