"""Where: the countries that a text names, and the one that a word in it is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.lexicon.places import any_of, countries, peoples
from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqreader.extract.segment import Document

_LOCATING = re.compile(
    r"\b(?:[Ii]n|into|to|[Ff]rom|of|[Aa]cross|inside|within|near|at|around|outside|throughout|over|leave|leaving|left|enter"
    r"|entering|entered|exit|quit|for|on)\s(?:(?:the|(?:north|south|east|west)(?:ern)?(?:[-\s](?:central|eastern|western))?|(?:north|south)(?:east|west)(?:ern)?|central|neighbou?ring|nearby|both|all)\s){0,2}$"
)
THEATRES = ("Iraq", "Syria", "Afghanistan", "Iran", "Yemen", "Libya", "Somalia")
_GROUP = (
    r"(?P<group>Islamic\sState\s(?:of|in)\sIraq(?:\sand\s(?:the\sLevant|Syria|al-Sham))?|Al[-\s]Qa(?:e|i)da\sin\sIraq)"
)
_BACK = r"(?P<back>there|in[-\s]country|(?:the|that|this|their|his|her|its)\s(?:war-torn\s)?country|here)"


_BORDER = re.compile(r"(?:['’]s)?\s(?:border|frontier)")
_LISTED = re.compile(r",\s(?:and\s)?|\s(?:and|or)\s(?:in\s)?")
_COMPARED = re.compile(
    r"\b(?:unlike|(?<!such )as|like|than|did|done|happened|mistakes?|lessons?|experience|model|learned|repeat)(?:\s(?:it|we|they|happened|did|made|was|has))?\s(?:in|from|of|with)\s$",
    re.IGNORECASE,
)


class Place(NamedTuple):
    """One naming of a country, by a place in it. `located`: something is said to be in, to or from it."""

    span: Span
    country: str
    located: bool


@dataclass(frozen=True)
class Places:
    """Every place that a report names, in text order; looked for when first asked, and then once for every stage."""

    report: Document

    @cached_property
    def found(self) -> tuple[Place, ...]:
        """All of them."""
        return _find(self.report)

    @cached_property
    def _topic(self) -> str | None:
        counts = Counter[str]()
        for place in self.found:
            if place.country in THEATRES or (place.country and place.located):
                counts[place.country] += 1 + place.located
        return counts.most_common(1)[0][0] if counts else None

    def between(self, start: int, end: int) -> tuple[Place, ...]:
        """The places that begin between two offsets."""
        low = bisect_left(self.found, start, key=lambda place: place.span.start)
        high = bisect_left(self.found, end, lo=low, key=lambda place: place.span.start)
        return self.found[low:high]

    def topic(self) -> str | None:
        """The country that is named most, what is said to be in it counting double; the first named on a tie.

        A country that only acts ("Italian officials") is no place that soldiers are in, unless it is at war.
        """
        return self._topic


def _find(report: Document) -> tuple[Place, ...]:
    """The places that a report names; "there" and "the country" name the last one before them."""
    found: list[Place] = []
    for sentence in report.sentences:
        for match in _places().finditer(report.text, *sentence):
            if not (match["group"] or _is_compared(report.text, match.start(), sentence.start)):
                found += _place(report.text, match, sentence.start, found)
    return tuple(found)


def _is_compared(text: str, offset: int, start: int) -> bool:
    return _COMPARED.search(text, max(start, offset - 40), offset) is not None


def _place(text: str, match: re.Match[str], start: int, earlier: list[Place]) -> Iterator[Place]:
    """The place that words name; none where "there" goes back to nothing."""
    span = Span(*match.span())
    if match["back"]:
        if last := _own_country(match["back"], start, earlier) or _last_named(earlier[-20:]):
            yield Place(span, last, located=True)
    elif match["people"]:
        yield Place(span, peoples()[match["people"]], located=False)
    else:
        country = countries()[re.sub(r"\s", " ", match["place"])]
        yield Place(span, country, not country or _is_located(text, span, start, earlier))


def _is_located(text: str, span: Span, start: int, earlier: list[Place]) -> bool:
    """Whether something is said to be in, to or from a place: by a word before it, or by the list that it stands in."""
    if _BORDER.match(text, span.end):
        return False
    if _LOCATING.search(text, max(start, span.start - 40), span.start):
        return True
    last = earlier[-1] if earlier else None
    return bool(last and last.located and _LISTED.fullmatch(text, last.span.end, span.start))


def _own_country(words: str, start: int, earlier: list[Place]) -> str:
    """As in "The Iraqi president said in Paris that his country": the country of whoever is spoken of, if any is."""
    if not words.casefold().startswith(("his", "her", "their", "its")):
        return ""
    return next((place.country for place in reversed(earlier) if place.span.start >= start and not place.located), "")


def _last_named(earlier: list[Place]) -> str:
    """The last country that something was said to be in, else the last one named at all."""
    located = [place.country for place in earlier if place.country and place.located]
    return (located or [place.country for place in earlier if place.country] or [""])[-1]


@cache
def _places() -> re.Pattern[str]:
    named = f"(?P<place>{any_of(countries())})"
    people = f"(?P<people>{any_of(peoples())})"
    return re.compile(rf"(?<![\w-])(?:{_GROUP}|{named}|{people}|{_BACK})(?![\w])")
