"""What is typed as a search -> the words to rank and what every answer must have or must not have.

    'word  "a phrase"      just so, among the words said or in the speaker's name
    !word  !"a phrase"     not there
    speaker: side: article: before: after: kind:      and not, with ! before it

A sign counts where a word begins, so that "don't" and "wow!" are words; what follows a colon may stand in marks.
What cannot be understood is no part of the query, and is said.
"""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from iraqreader.search.words import read_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from iraqreader.model import QuoteKind

Field = Literal["exact", "like", "speaker", "side", "article", "before", "after", "kind"]

LOOKED_AT = 100
"""Words among which one is looked for as it was typed: only the first are ranked."""

_SIGN = re.compile(
    r"""(?<!\S)(?=\S)                                       # where a word begins
    (?P<no>!?)
    (?:(?P<field>speaker|side|article|before|after|kind):)?
    (?: ["“„](?P<double>[^"“”]*)["“”]?                       # up to the second mark, or to the end until it is typed
      | ['‘](?P<single>(?=\S)(?:(?!\s['‘]).)+?)['’](?!\S)
      | (?P<bare>\S*)
    )""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_DAYS = re.compile(r"\d{4}(?:-\d{1,2}){0,2}", re.ASCII)
_OPENING = "'‘"
_KINDS: dict[str, frozenset[QuoteKind]] = {
    "direct": frozenset({"direct"}),
    "reported": frozenset({"reported"}),
    "any": frozenset({"direct", "reported"}),
}


class Part(NamedTuple):
    """One thing that is demanded of every quote, as it was typed and as it was meant.

    A date's value is the day that bounds it: the first of `before:2016`, the last of `after:2016-02`.
    """

    typed: str
    field: Field
    value: str
    negated: bool = False

    @property
    def is_spoken(self) -> bool:
        """Whether these words stand in every answer, so that they may be ranked and marked."""
        return self.field == "exact" and not self.negated


@dataclass(frozen=True, slots=True)
class Query:
    """`words` are to be ranked, `spoken` are the same with those that must stand just so; `misread` says what was not understood."""

    words: str
    spoken: str
    parts: tuple[Part, ...] = ()
    misread: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return not self.parts and not any(read_words(self.words))

    @property
    def ranked(self) -> str:
        """The words that order the answers: none where all are equally good."""
        return self.spoken if any(read_words(self.words)) else ""

    def as_typed(self, folded: str) -> str:
        """A word that is ranked as it was typed; one that was made of two, or of half of one, as it is compared."""
        first = islice(read_words(self.spoken), LOOKED_AT)
        return next((word.span.of(self.spoken) for word in first if word.folded == folded), folded)

    @property
    def kinds(self) -> frozenset[QuoteKind]:
        """Which quotes are looked through, unless it is said: the direct ones for words, all of them for filters alone."""
        asked = [part for part in self.parts if part.field == "kind"]
        kinds = _KINDS["direct" if self.ranked and not asked else "any"]
        for part in asked:
            kinds = kinds - _KINDS[part.value] if part.negated else kinds & _KINDS[part.value]
        return kinds

    def without(self, parts: Iterable[Part]) -> Query:
        """The same without some of its parts."""
        out = set(parts)
        return replace(self, parts=tuple(part for part in self.parts if part not in out))


def parse_query(typed: str) -> Query:
    """What is typed, understood as far as it can be. Without any sign in it, `words` is what is typed."""
    words, spoken, found, end = list[str](), list[str](), list[Part | str](), 0
    for match, part in _signs(typed):
        between, end = typed[end : match.start()], match.end()
        words += [between, " "]
        spoken += [between, match[0] if isinstance(part, Part) and part.is_spoken else " "]
        found.append(part)
    parts = dict.fromkeys(part for part in found if isinstance(part, Part))
    misread = dict.fromkeys(part for part in found if isinstance(part, str))
    return Query("".join(words) + typed[end:], "".join(spoken) + typed[end:], tuple(parts), tuple(misread))


def first_day(text: str) -> date | None:
    """The day on which a day, a month or a year begins: `2016-02-03`, `2016-02`, `2016`."""
    numbers = [int(number) for number in text.split("-")] if _DAYS.fullmatch(text) else [0]
    with suppress(ValueError):  # no day at all, or one that no month has
        return date(*[*numbers, 1, 1][:3])
    return None


def last_day(text: str) -> date | None:
    """The day on which it ends."""
    first = first_day(text)
    if first is None:
        return None
    month = first.month if "-" in text else 12
    return first if text.count("-") == 2 else first.replace(month=month, day=monthrange(first.year, month)[1])


def _signs(typed: str) -> Iterator[tuple[re.Match[str], Part | str]]:
    """Each sign with what it means, or what it lacks; plain words are passed over."""
    for match in _SIGN.finditer(typed):
        found = _filter(match, match["field"].lower()) if match["field"] else _exact(match)
        if found:
            yield match, found


def _exact(match: re.Match[str]) -> Part | None:
    value, negated = _value(match), bool(match["no"])
    signed = negated or match["bare"] is None or value.startswith(tuple(_OPENING))
    return Part(match[0], "exact", value.lstrip(_OPENING), negated) if signed and any(read_words(value)) else None


def _filter(match: re.Match[str], field: str) -> Part | str:
    wanted = _FILTERS[field]
    value = wanted.read(_value(match))
    return Part(match[0], cast("Field", field), value, bool(match["no"])) if value else f"{field}: wants {wanted.what}"


def _value(match: re.Match[str]) -> str:
    return next(value for name in ("double", "single", "bare") if (value := match[name]) is not None)


class _Wanted(NamedTuple):
    """What a filter wants, in words, and how its value is read: "" where it is none."""

    what: str
    read: Callable[[str], str]


def _name(value: str) -> str:
    return value if any(read_words(value)) else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _kind(value: str) -> str:
    return next((kind for kind in _KINDS if value and kind.startswith(value.lower())), "")


_FILTERS = {
    "speaker": _Wanted("a name or a role", _name),
    "side": _Wanted("a side, such as washington", _name),
    "article": _Wanted("words of a title, a publisher or a file’s name", _name),
    "before": _Wanted("a day, a month or a year", lambda value: _day(first_day(value))),
    "after": _Wanted("a day, a month or a year", lambda value: _day(last_day(value))),
    "kind": _Wanted("direct, reported or any", _kind),
}
