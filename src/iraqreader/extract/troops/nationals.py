"""Soldiers counted as a country's people: "130,000 Americans on the ground", "11,000 from Britain"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from iraqreader.extract.troops.bare import soldiers_before
from iraqreader.extract.troops.found import phrase_of
from iraqreader.lexicon.forces import forces
from iraqreader.lexicon.places import any_of, countries, nationals

if TYPE_CHECKING:
    from iraqreader.extract.troops.found import Found, Phrase

_POLLED = re.compile(
    r"\b(?:poll|survey|percent|voters?|died|killed|lost|dead|deaths|citizens|evacuat\w+|hostages?|employ\w*)\b",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"\b(?:send|sent|sending|deploy|station|base|bring|brought|withdraw|expel|oust|invasion|war\b|on the ground)",
    re.IGNORECASE,
)


def counted_nationals(found: Found) -> Phrase | None:
    """As in "130,000 Americans on the ground", "46,000 Britons": a country's people, where soldiers are spoken of."""
    match = nationals_pattern().match(found.text, found.span.end, found.sentence.end)
    if match is None or _POLLED.search(found.text, *found.sentence):
        return None
    return phrase_of(found, match.end(), True, "counted_nationals") if _is_on_soldiers(found, match.end()) else None


def _is_on_soldiers(found: Found, end: int) -> bool:
    """Whether those who are counted may be soldiers: some are named, or what is done is done with soldiers."""
    if found.carries or forces("whole", "part", "body", "group").search(found.text, *found.sentence):
        return True
    return _SENT.search(found.text, max(found.sentence.start, found.span.start - 40), end + 40) is not None


@cache
def nationals_pattern() -> re.Pattern[str]:
    """As in "… Americans": a word for several of a country's people, after their number."""
    return re.compile(
        rf"[\s\u00a0](?:(?:more|other|additional|uniformed|armed)\s)?(?:Americans|{any_of(nationals())})(?![\w-])"
    )


def from_country(found: Found) -> Phrase | None:
    """As in "130,000 Americans, 11,000 from Britain and 900 from other members": a number, and whence its soldiers are."""
    match = _whence().match(found.text, found.span.end, found.sentence.end)
    return phrase_of(found, match.end(), True, "from_country") if match and soldiers_before(found) else None


@cache
def _whence() -> re.Pattern[str]:
    others = (
        r"(?:the\s|other\s|its\s|\w+\sother\s)*(?:coalition|NATO|allied|alliance|partner)"
        r"(?:\s(?:members|countries|nations|partners|allies))?"
    )
    return re.compile(
        rf"(?:,?\s(?:or\sso|drawn|more))*\sfrom\s(?:{any_of(countries())}|{others}|(?:\w+\s){{0,3}}(?:countries|nations|allies))\b"
    )
