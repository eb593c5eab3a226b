"""A correction as a line of text: `speaker: Ann Lee`, `baghdad: limit`, `date: 2015-10`. Typed, read, and shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, get_args

from iraqreader.model import Span, StanceLabel
from iraqreader.notebook.corrections import quote_at
from iraqreader.notebook.days import parse_days, render_days

if TYPE_CHECKING:
    from iraqreader.model import Article, Side
    from iraqreader.notebook import Kind
    from iraqreader.tui.facts import Fact

NONE = frozenset({"-", "—", "none", "nobody", "absent", "unknown", "no one"})
"""Words for what is not there."""

LABELS: tuple[StanceLabel, ...] = get_args(StanceLabel)

_SIDE = re.compile(r"[a-z][a-z _-]{0,30}")
_WORDS = 120
"""Letters of a report that a correction of the date stands on where it has no title."""


class Amendment(NamedTuple):
    """What is to be true, of which fact; no value at all takes the user's correction of it back."""

    kind: Kind
    about: str
    value: str | None


class AmendError(ValueError):
    """A line that cannot be read, and what would be; for the user."""


def present(article: Article, fact: Fact | None) -> str:
    """The line that says what is true of a fact now; of the article, where none is lit."""
    if fact and fact.kind == "quote" and (quote := quote_at(article, fact.span)):
        return f"speaker: {quote.speaker.name if quote.speaker else 'nobody'}"
    if fact and fact.kind == "stance" and (side := _side_of(article, fact)):
        stance = article.stance(side)
        return f"{side}: {stance.label if stance else 'none'}"
    return f"date: {render_days(article.published.range) or 'unknown'}"


def completions(article: Article) -> list[str]:
    """Lines that can be meant by one that is half typed: everyone who is named, and every stance of either side."""
    sides = dict.fromkeys(["washington", "baghdad", *(stance.side for stance in article.stances)])
    speakers = [f"speaker: {name}" for name in [*_names(article), "nobody"]]
    return speakers + [f"{side}: {label}" for side in sides for label in [*LABELS, "none"]] + ["date: unknown"]


def _names(article: Article) -> list[str]:
    """Who is named in an article, or speaks there, each once."""
    speaking = (quote.speaker.name for quote in article.quotes if quote.speaker)
    return list(dict.fromkeys([*(person.name for person in article.people), *speaking]))


def _full_name(article: Article, typed: str) -> str:
    """The one name in the article that has all the words typed (`carter`); else what was typed."""
    words = set(typed.casefold().split())
    names = [name for name in _names(article) if words <= set(name.casefold().split())]
    same = [name for name in names if name.casefold() == typed.casefold()]
    return (same or (names if len(names) == 1 else [typed]))[0]


def hint(line: str) -> str:
    """What can be typed after the word that a line begins with."""
    kind = line.partition(":")[0]
    if kind == "speaker":
        return "→ completes a name; nobody; empty: as it was read"
    if kind == "date":
        return "2015, 2015-10, 2015-10-07, two with “to” between, or unknown; empty: as it was read"
    return f"{' '.join(LABELS)}, or none; empty: as it was read"


def read_amendment(line: str, article: Article, fact: Fact | None) -> Amendment:
    """What a line asks for; a line without a colon is about what `present` says. Raises AmendError."""
    head, colon, value = line.partition(":")
    if not colon:
        head, value = present(article, fact).partition(":")[0], line
    head, value = head.strip().casefold(), " ".join(value.split())
    if head == "speaker":
        return _speaker(value, article, fact)
    if head == "date":
        return _date(value)
    if not _SIDE.fullmatch(head):
        raise AmendError("it begins with speaker:, date:, or a side: washington:, baghdad:, …")
    return _stance(head.replace(" ", "_"), value, fact)


def _speaker(value: str, article: Article, fact: Fact | None) -> Amendment:
    if fact is None or quote_at(article, fact.span) is None:
        raise AmendError("no quote is lit: {next.quote} goes to one, and its speaker can be corrected there")
    said = _value(value)
    return Amendment("speaker", "", _full_name(article, said) if said else said)


def _date(value: str) -> Amendment:
    said = _value(value)
    if said:
        days = parse_days(said)
        if days is None:
            raise AmendError("a date is 2015, 2015-10, 2015-10-07, two of them with “to” between, or unknown")
        said = render_days(days)
    return Amendment("date", "", said)


def _stance(side: Side, value: str, fact: Fact | None) -> Amendment:
    if fact is None:
        raise AmendError("no words are lit: a stance stands on those that show it")
    said = _value(value.casefold())
    if said:
        said = next((label for label in LABELS if label.startswith(said)), None)
        if said is None:
            raise AmendError(f"a stance is {', '.join(LABELS)} or none")
    return Amendment("stance", side, said)


def _value(typed: str) -> str | None:
    """Nothing typed takes back; a word for nothing is nothing."""
    if not typed:
        return None
    return "" if typed.casefold() in NONE else typed


def _side_of(article: Article, fact: Fact) -> Side | None:
    held = (stance.side for stance in article.stances for piece in stance.evidence if piece.span == fact.span)
    return next(held, None)


def words_for(article: Article, amendment: Amendment, fact: Fact | None) -> Span:
    """The words that a correction stands on: the lit ones, and of a date the title, or what the report begins with.

    Raises AmendError.
    """
    if fact and amendment.kind != "date":
        return fact.span
    furniture = [item.span for item in article.furniture]
    report = (span for span in article.paragraphs if not any(span.overlaps(other) for other in furniture))
    first = article.title or next(report, None)
    if first is None:
        raise AmendError("there are no words in this article that a correction could stand on")
    return Span(first.start, min(first.end, first.start + _WORDS))
