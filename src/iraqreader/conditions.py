"""What articles are filtered by, as it is typed: `troops>3000 washington:withdraw !corrected carter`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from operator import eq, ge, gt, le, lt
from typing import TYPE_CHECKING, NamedTuple, get_args

from iraqreader import report
from iraqreader.comparison import SIDES, disputed
from iraqreader.model import Article, DateRange, StanceLabel
from iraqreader.search.language import first_day, last_day
from iraqreader.search.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iraqreader.model import Side, TroopCount

Test = Callable[[Article], bool]
"""Whether an article is as one term asks."""

LABELS = (*get_args(StanceLabel), "none")
NONE = "none"
"""What is asked for where the article says nothing."""

_TERM = re.compile(
    r'(?P<no>!?)(?:(?P<field>[^\W\d_]+)(?P<sign>:|\s*(?:[<>]=?|=)(?:\s+(?=\d))?))?(?:["“„](?P<quoted>[^"“”]*)["“”]?|(?P<value>[^\s"“„]*))'
)
_NUMBER = re.compile(r"[\d,]{1,12}", re.ASCII)
_COMPARE = {"<": lt, "<=": le, "=": eq, ":": eq, ">=": ge, ">": gt}


class Term(NamedTuple):
    """One thing that is asked for. `field` and `sign` are empty where only words are typed."""

    field: str
    sign: str
    value: str
    quoted: bool


class UnclearError(Exception):
    """What was typed cannot be meant; the message says why, in words for the person who types."""


class Condition(NamedTuple):
    """What an article must be like, and what was typed that says nothing of that, in words."""

    tests: tuple[Test, ...]
    unclear: tuple[str, ...]

    def holds(self, article: Article) -> bool:
        """Whether the article is as is asked for."""
        return all(test(article) for test in self.tests)


def read_condition(typed: str, sides: Iterable[Side] = ()) -> Condition:
    """Every term must hold; `!` before one turns it round. `sides` are those that some article speaks of."""
    tests, unclear = list[Test](), list[str]()
    known = tuple(dict.fromkeys((*SIDES, *sides)))
    for match in _TERM.finditer(typed):
        try:
            tests += _read(match, known)
        except UnclearError as error:
            unclear.append(str(error))
    return Condition(tuple(tests), tuple(unclear))


def sides_of(articles: Iterable[Article]) -> list[Side]:
    """The sides whose stances some article reports, by name."""
    return sorted({stance.side for article in articles for stance in article.stances})


def _read(match: re.Match[str], sides: Sequence[Side]) -> list[Test]:
    quoted, field, sign = match["quoted"] is not None, match["field"] or "", (match["sign"] or "").strip()
    term = Term(field.casefold(), sign, match["quoted"] if quoted else match["value"], quoted)
    if not (term.field or term.value):
        return []
    if term.field and not term.value:
        raise UnclearError(f"“{field}{sign}” waits for what to compare with")
    test = next(test for rule in RULES if (test := rule(term, sides)))
    return [_not(test) if match["no"] else test]


def _not(test: Test) -> Test:
    return lambda article: not test(article)


# Kinds of terms: each reads its own, or leaves it to the next.


def _flag(term: Term, _: Sequence[Side]) -> Test | None:
    """`conflict`, `corrected`, `undated`; in quotation marks it is a word like any other."""
    return None if term.field or term.quoted else FLAGS.get(term.value.casefold())


def _words(term: Term, _: Sequence[Side]) -> Test | None:
    """Letters of a title or a publisher, whatever their case, accents and apostrophes."""
    if term.field not in ("", *PLACES):
        return None
    if term.sign not in ("", ":"):
        raise UnclearError(f"{term.field}: takes words")
    wanted = fold(term.value)
    places = PLACES if not term.field else {term.field: PLACES[term.field]}
    return lambda article: any(wanted in fold(place(article)) for place in places.values())


def _count(term: Term, _: Sequence[Side]) -> Test | None:
    """`troops>3000`, `quotes=0`: numbers as they are stated; of disputed ones, any."""
    if term.field not in ("troops", "quotes"):
        return None
    if term.field == "troops" and term.value.casefold() == NONE:
        return lambda article: article.headline_troops is None
    if not _NUMBER.fullmatch(term.value) or not (digits := term.value.replace(",", "")):
        raise UnclearError(f"“{term.value}” is no number")
    compare, number = _COMPARE[term.sign], int(digits)
    if term.field == "quotes":
        return lambda article: compare(len(article.quotes), number)
    return lambda article: any(_may_be(count, term.sign, number) for count in _figures(article))


def _stance(term: Term, sides: Sequence[Side]) -> Test | None:
    """`washington:withdraw`, `baghdad:none`, and the beginnings of both words."""
    side = next((side for side in sides if term.field and side.startswith(term.field)), None)
    if side is None:
        return None
    labels = [label for label in LABELS if label.startswith(term.value.casefold())]
    if term.sign != ":" or not labels:
        raise UnclearError(f"{side}: takes {', '.join(LABELS[:-1])} or {NONE}")
    return lambda article: (found.label if (found := article.stance(side)) else NONE) in labels


def _date(term: Term, _: Sequence[Side]) -> Test | None:
    """`date:2016`, `before:2016-02`, `after:2015`: windows that may lie there; an open end may be any day."""
    if term.field not in ("date", "before", "after"):
        return None
    days = DateRange(first_day(term.value), last_day(term.value))
    if term.sign != ":" or days.earliest is None:
        raise UnclearError(f"{term.field}: takes a date, like 2016, 2016-02 or 2016-02-03")
    place = {"before": _may_precede, "after": _may_follow, "date": _may_lie_in}[term.field]
    return lambda article: place(article.published.range, days)


def _nothing(term: Term, sides: Sequence[Side]) -> Test | None:
    fields = ", ".join(("troops", "quotes", "date", "before", "after", *PLACES, *sides))
    raise UnclearError(f"nothing is called “{term.field}”: there is {fields}")


RULES = (_flag, _count, _date, _words, _stance, _nothing)
"""The first that knows a term reads it."""

FLAGS: dict[str, Test] = {
    "conflict": lambda article: bool(disputed(article)),
    "corrected": lambda article: article.published.basis == "corrected",
    "undated": lambda article: article.published.range == DateRange(None, None),
}

PLACES: dict[str, Callable[[Article], str]] = {
    "title": report.heading,
    "publisher": lambda article: article.publisher.name if article.publisher else "",
}


# Numbers and days that are not known exactly.


def _figures(article: Article) -> list[TroopCount]:
    headline = article.headline_troops
    return disputed(article) if headline and headline.conflict else [headline] if headline else []


def _may_be(count: TroopCount, sign: str, number: int) -> bool:
    """Whether the number stated compares so: "more than 4,000" is above 4,000, and of a range either end counts."""
    low = count.low + (count.qualifier == "more_than") - (count.qualifier == "fewer_than")
    high = count.high or low
    if sign in (":", "="):
        return low <= number <= high
    return bool(_COMPARE[sign](high if sign[0] == ">" else low, number))


def _may_precede(window: DateRange, days: DateRange) -> bool:
    return (window.earliest or date.min) < (days.earliest or date.min)


def _may_follow(window: DateRange, days: DateRange) -> bool:
    return (window.latest or date.max) > (days.latest or date.max)


def _may_lie_in(window: DateRange, days: DateRange) -> bool:
    earliest, latest = window.earliest or date.min, window.latest or date.max
    return earliest <= (days.latest or date.max) and latest >= (days.earliest or date.min)
