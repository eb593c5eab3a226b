"""Where counted soldiers are: in the place of their clause, of their sentence, or of the text so far."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iraqreader.extract.places import THEATRES
from iraqreader.extract.troops.context import Context, is_heading, is_host, places_before

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iraqreader.extract.places import Place

_APART = re.compile(
    r"[;:—)]|,\s(?:but|while|as|where|which|whereas|unlike|after|when|beginning with|starting with)\b|\s(?:and\s(?:in|to|from)|after|following|amid|because|while|whereas|before|unlike|like|than)\s",
    re.IGNORECASE,
)

_WHERE = re.compile(r"[\s,(—–-]+where\b[^.;:)]*", re.IGNORECASE)

_FROM_TO = re.compile(r"\bfrom\s[^.,;]{0,60}\s(?:to|into)\s(?:[\w-]+\s)?$", re.IGNORECASE)


def where_bound(context: Context) -> str | None:
    """As in "1,000 troops from Syria to Iraq": where they go, unless they are withdrawn to there."""
    found = context.places_after()[:2]
    if len(found) < 2 or context.status == "withdrawn" or not all(place.located for place in found):
        return None
    return found[1].country if _FROM_TO.search(context.text, context.phrase.tail, found[1].span.start) else None


def where_relative(context: Context) -> str | None:
    """As in "Kuwait (where 13,000 troops are based)": the place right before the clause that the number stands in."""
    found = places_before(context)[-1:]
    return next(
        (place.country for place in found if _WHERE.fullmatch(context.text, place.span.end, context.phrase.start)), None
    )


def where_listed(context: Context) -> str | None:
    """As in "Bahrain: 7,000", "Jordan, 3,000": a line of a list, which begins with its place."""
    found = places_before(context)[:1]
    return next((place.country for place in found if is_heading(place, context)), None)


def where_after(context: Context) -> str | None:
    """As in "5,200 troops in Iraq": the first place after the soldiers, in their clause and before the next number."""
    start = context.phrase.tail
    apart = _APART.search(context.text, start, context.next_start)
    end = apart.start() if apart else context.next_start
    found = [place for place in context.places_after() if place.span.start < end]
    return _nearest([place for place in found if not (_is_home(place, context) or _is_aside(place, context))])


def _is_aside(place: Place, context: Context) -> bool:
    """As in "5,200, the commander for the Middle East said": a region that is named behind a comma."""
    return not place.country and "," in context.text[context.phrase.tail : place.span.start]


def _is_home(place: Place, context: Context) -> bool:
    """As in "11,000 from Britain": where soldiers are from."""
    return place.country not in THEATRES and context.text.endswith("from ", 0, place.span.start)


def where_host(context: Context) -> str | None:
    """As in "Jordan has about 3,000 U.S. troops", "Kuwait hosts 13,000": a country that has another's soldiers."""
    return next((place.country for place in places_before(context)[::-1] if is_host(place, context)), None)


def where_before(context: Context) -> str | None:
    """As in "In Syria, about 900 troops": the last place before the number, in its sentence."""
    found = context.places.between(context.phrase.sentence.start, context.phrase.number.end)
    return _nearest([place for place in found[::-1] if not _is_home(place, context)])


def _nearest(found: Sequence[Place]) -> str | None:
    """The first of the places that something is in; a region answers only where no country does."""
    located = [place.country for place in found if place.located]
    return next((country for country in located if country), located[0] if located else None)


def where_named(context: Context) -> str | None:
    """As in "The Iraq force of 5,200": a country at war that the sentence names, in whatever way."""
    found = context.places.between(context.phrase.sentence.start, context.phrase.sentence.end)
    return next((place.country for place in found if place.country in THEATRES), None)


def where_by_topic(context: Context) -> str | None:
    """The country that the text is mostly on."""
    return context.places.topic()


WHERE: tuple[Callable[[Context], str | None], ...] = (
    where_bound,
    where_relative,
    where_listed,
    where_after,
    where_host,
    where_before,
    where_named,
    where_by_topic,
)
