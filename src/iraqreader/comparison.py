"""The comparison of articles: what each column says of one, short and in words, and the order that it gives."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from iraqreader import report
from iraqreader.model import YOURS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from iraqreader.model import Article, Side, Stance, StanceLabel, TroopCount

SIDES: tuple[Side, ...] = ("washington", "baghdad")
"""Sides with a column of their own; all others share one."""

_WISHES: dict[StanceLabel, str] = {
    "expand": "asks for, offers or approves more forces, strikes or aid",
    "keep": "wants the present mission to go on",
    "noncommittal": "will not say, is undecided or split",
    "limit": "refuses more, or wants fewer forces or a narrower role",
    "withdraw": "wants the forces out",
}
"""Every label in words, from more forces to none, which is the order of their columns."""

_RANK = {label: rank for rank, label in enumerate(_WISHES)}
_QUALIFIERS = ("fewer_than", "up_to", "about", "exact", "range", "at_least", "more_than")
"""The order of counts that state the same number."""


class Column(NamedTuple):
    """What is compared. `cell` is short, `told` is in words; `key` is None where the article does not say.

    A window or a range has two ends: `key` begins with the last one where it is asked to. `ends` says what is first in
    either order.
    """

    name: str
    cell: Callable[[Article], str]
    told: Callable[[Article], str]
    key: Callable[[Article, bool], Any]
    ends: tuple[str, str] = ("a", "z")


def in_order(articles: Sequence[Article], column: Column, *, last_first: bool = False) -> list[Article]:
    """The articles by what a column says, alike ones as they came; those of which it says nothing are last.

    A window counts from its first day, or where the last come first, from its last.
    """
    known, unknown = places_in_order(articles, column, last_first=last_first)
    return [articles[place] for place in (*known, *unknown)]


def places_in_order(
    articles: Iterable[Article], column: Column, *, last_first: bool = False
) -> tuple[list[int], list[int]]:
    """The same by their places: those of which the column says something in their order, and the others."""
    alike = dict[Any, Any]()  # of many articles, few say something that no other does
    keys = [alike.setdefault(key, key) for key in (column.key(article, last_first) for article in articles)]
    known = [place for place, key in enumerate(keys) if key is not None]
    known.sort(key=keys.__getitem__, reverse=last_first)
    return known, [place for place, key in enumerate(keys) if key is None]


def column_named(name: str) -> Column:
    """The column of that name."""
    return next(column for column in COLUMNS if column.name == name)


def other_stances(article: Article) -> list[Stance]:
    """What the article reports of sides without a column of their own."""
    return [stance for stance in article.stances if stance.side not in SIDES]


def disputed(article: Article) -> list[TroopCount]:
    """The figures of the article that cannot all be right; empty where its sources agree."""
    return [count for count in article.troops if count.conflict]


# Dates.


def _date(article: Article) -> str:
    return report.days(article.published)


def _tell_date(article: Article) -> str:
    published = article.published
    reasons = "; ".join(report.one_line(reason.note) for reason in published.reasons)
    basis = YOURS if article.own_date else report.BASES[published.basis]
    parts = [report.full_window(published.range), basis, reasons]
    return " · ".join(filter(None, parts))


def _date_key(article: Article, last_first: bool) -> Any:
    """The days that bound it; a window with one end open counts from the end that is known."""
    days = article.published.range
    known = [day for day in (days.earliest, days.latest) if day]
    return (known[-1], known[0]) if last_first and known else (known[0], known[-1]) if known else None


# Troops.


def _troops(article: Article) -> str:
    return report.troops(article.headline_troops)


def _tell_troops(article: Article) -> str:
    count = article.headline_troops
    if count is None:
        return "no number of U.S. troops in Iraq now: unknown, not none"
    words = report.count_words(count)
    if not count.conflict:
        return f"{report.number_in_words(count)} {words}{says_who(count)}"
    said = "; ".join(f"{report.number_in_words(other)}{says_who(other)}" for other in disputed(article))
    return f"{report.CONFLICT} sources disagree: {said} · {words}"


def says_who(count: TroopCount) -> str:
    """Who gives a figure, after it in a sentence."""
    return f", says {report.one_line(count.speaker)}" if count.speaker else ", says the article"


def _troops_key(article: Article, last_first: bool) -> Any:
    count = article.headline_troops
    number = count and (count.low if not last_first else count.high or count.low)
    return count and (number, _QUALIFIERS.index(count.qualifier))


# Stances.


def _column_of(side: Side) -> Column:
    def cell(article: Article) -> str:
        stance = article.stance(side)
        return report.stance(stance.label if stance else None)

    def tell(article: Article) -> str:
        stance = article.stance(side)
        return (
            _tell_stance(stance, article)
            if stance
            else f"{report.side_name(side)}: no position is reported, which is unknown, not neutral"
        )

    def key(article: Article, _: bool) -> Any:
        stance = article.stance(side)
        return _RANK[stance.label] if stance else None

    return Column(side, cell, tell, key, ("expand", "withdraw"))


def _tell_stance(stance: Stance, article: Article) -> str:
    first, *more = stance.evidence
    said = f", says {report.one_line(first.speaker)}" if first.speaker else ""
    further = (f" · {len(more)} more" if more else "") + (f" · {YOURS}" if first.rule == YOURS else "")
    words = report.one_line(first.span.of(article.text))
    return f"{report.side_name(stance.side)} {report.stance(stance.label)}: {_WISHES[stance.label]} · “{words}”{said}{further}"


def _others(article: Article) -> str:
    stances = other_stances(article)
    return ", ".join(f"{report.side_name(stance.side)} {report.stance(stance.label)}" for stance in stances) or "—"


def _tell_others(article: Article) -> str:
    told = [_tell_stance(stance, article) for stance in other_stances(article)]
    return "; ".join(told) or "no position of any other side is reported"


def _others_key(article: Article, _: bool) -> Any:
    return tuple((stance.side, _RANK[stance.label]) for stance in other_stances(article)) or None


# Quotes.


def _quotes(article: Article) -> str:
    """`W10 B9 o3`: quotes of Washington, of Baghdad, of others and of nobody named."""
    sides = report.quotes_by_side(article)
    counts = [(side[0].upper(), sides.pop(side, 0)) for side in SIDES] + [("o", sum(sides.values()))]
    return " ".join(f"{letter}{count}" for letter, count in counts if count) or "0"


def _tell_quotes(article: Article) -> str:
    sides = Counter(quote.speaker.side or "no side" if quote.speaker else "nobody named" for quote in article.quotes)
    total = sum(sides.values())
    told = ", ".join(f"{count} {_quoted_side(side)}" for side, count in sides.most_common())
    silent = [
        f"no {whom} official quoted" for side, whom in zip(SIDES, ("U.S.", "Iraqi"), strict=True) if side not in sides
    ]
    return " · ".join(filter(None, [f"{total} quote{'s' * (total != 1)}", told, *silent]))


def _quoted_side(side: str) -> str:
    return f"of {side}" if " " in side else report.side_name(side)


def _quotes_key(article: Article, _: bool) -> Any:
    return len(article.quotes)


# Where it was published, and as what.


def _publisher(article: Article) -> str:
    return report.one_line(article.publisher.name) if article.publisher else report.ABSENT


def _tell_publisher(article: Article) -> str:
    said = f"published by {_publisher(article)}" if article.publisher else "no publisher is named"
    return f"{said} · file {report.one_line(article.path)}"


def _publisher_key(article: Article, _: bool) -> Any:
    return _publisher(article).casefold() if article.publisher else None


def _tell_title(article: Article) -> str:
    lead = "" if article.title else "no title; it begins: "
    return lead + report.heading(article)


def _title_key(article: Article, _: bool) -> Any:
    words = report.heading(article)
    return None if words == report.ABSENT else words.casefold()


COLUMNS = (
    Column("date", _date, _tell_date, _date_key, ("earliest", "latest")),
    Column("troops", _troops, _tell_troops, _troops_key, ("fewest", "most")),
    *map(_column_of, SIDES),
    Column("others", _others, _tell_others, _others_key),
    Column("quotes", _quotes, _tell_quotes, _quotes_key, ("fewest", "most")),
    Column("publisher", _publisher, _tell_publisher, _publisher_key),
    Column("title", report.heading, _tell_title, _title_key),
)
"""Every column: what tells articles apart first."""
