"""Numbers that stand bare, of soldiers named before them: "a force of 800", "about 200 will remain", "30 of them"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from iraqreader.extract.troops.found import FEW, NEAR, phrase_of, qualified
from iraqreader.extract.troops.patterns import group, level_lead
from iraqreader.lexicon.forces import forces
from iraqreader.model import Span

if TYPE_CHECKING:
    from iraqreader.extract.troops.found import Found, Phrase

_ENDS = re.compile(
    r"[\s\u00a0]*(?:$|[.,;:!?)\]\"”’—–]|-?\s(?:americans|in|by|since|from|to|at|and|or|as|on|of|for|with|this|that|who|are|is|were|was|there|now|"
    r"more|additional|last|next|over|under|through|during|after|before|but|while|when|will|would|had|have|has|today|already|"
    r"currently|early|late|reported|announced|authori[sz]ed|approved|previously|officially|until|than|soon|deployed|stationed|serving|sent|strong|within|around|on top|if|because|"
    r"(?:a|one|two|three|several|\d+)\s(?:year|month|week|decade)s?)\b)",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:[:—–]|\b(?:join(?:s|ed|ing)?|beyond|alongside|above|to|from|at|by|than|then|reach(?:ed|es|ing)?|total(?:s|ed|ing|ling)?|is|was|were|are|be|been|numbers?|number(?:ed|ing)|sen[dt]|"
    r"sending|deploy(?:s|ed|ing)?|has|have|had|withdraw(?:n|ing)?|leav(?:e|es|ing)|left|keep(?:s|ing)?|kept|bring(?:s|ing)?|brought|"
    r"hosts?|houses|maintains?|retains?|add(?:s|ed|ing)?|pull(?:ed|ing)?|stood|stands?|remain(?:s|ed|ing)?|with|for|only|just|below|another|including|hit|us|now|roughly|"
    r"an|additional|another|extra|the|those|these|other|first|initial|last|remaining|and|or|,|some|whom|which|dropped|fell|fallen|rose|risen|grown|climbed|swelled))\s$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\s(?:more\s|others?\s)?(?:(?:will|would|could|may|might|should|must|are|were|have|had|to)\s(?:\w+\s){0,2}?)?(?:be\s|been\s)?"
    r"(?:remain|stay|leav(?:e|ing)|left|deploy|arriv|go\b|going|gone|head|sent|return|com(?:e|ing)\s|came|withdr[ae]w|pulled|based|stationed"
    r"|(?<=are\s)there\b|(?<=were\s)there\b|(?<=are\s)in\s(?-i:[A-Z])|(?<=were\s)in\s(?-i:[A-Z])|serv(?:e|ing)|depart|rotat|redeploy)",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\s(?:more\s|others\s)?(?:there\b|(?:in|to|at|inside)\s(?:(?:the|northern|southern|eastern|western|neighbou?ring)\s){0,2}(?-i:[A-Z]))",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:^|[.,;:—–“\"]\s?|\b(?:and|but|that|said|says|whom|which|where|while|only|just|though|then|the|other|last|all|remaining|first|initial|rest|with|leaving))\s?$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"\s(?:more\s)?of\s(?:them|whom|those|these|the\s(?:new\s)?(?:Americans|arrivals))\b", re.IGNORECASE
)
_OTHERS = re.compile(
    r"\b(?:militants?|fighters|insurgents|rebels|gunmen|civilians|people|residents|contractors|police|refugees|families|diplomats|prisoners"
    r"|detainees|lawmakers|protesters|killed|dead|died|wounded|injured|casualties|deaths|miles|percent|tanks|vehicles|aircraft|bases)\b",
    re.IGNORECASE,
)
_MOST = 1_000_000
_MILITARY = re.compile(
    r"troop|soldier|militar|U\.S\b|Americ|\barmy\b|NATO|coalition|marine|deploy|Iraq|Afghan|Syria", re.IGNORECASE
)


def group_of(found: Found) -> Phrase | None:
    """As in "A battalion of 800", "a first wave of 1,200": a unit, then its number, and nothing counted after it."""
    start, _ = qualified(found)
    match = group().search(found.text, max(found.sentence.start, start - 60), start)
    if match is None or not _ends_there(found) or not FEW <= found.low <= _MOST:
        return None
    phrase = phrase_of(found, found.span.end, True, "group_of")
    return replace(phrase, span=Span(match.start(), phrase.span.end))


def level_of(found: Found) -> Phrase | None:
    """As in "Raise the number of U.S. troops from 3,100 to 3,550": a bare number after the soldiers that it counts."""
    if not _ends_there(found) or not FEW <= found.low <= _MOST or found.bare_year:
        return None
    start, _ = qualified(found)
    lead = max(found.sentence.start, start - 30)
    if not (_LEADS.search(found.text, lead, start) or level_lead().search(found.text, lead, start)):
        return None
    before = found.text[max(found.sentence.start, start - NEAR) : start]
    around = before + found.text[found.span.end : min(found.span.end + NEAR, found.sentence.end)]
    here = forces("whole", "part").search(before) or (
        forces("body").search(before) and (found.carries or _MILITARY.search(around))
    )
    carried = found.carries and (forces("level", "group").search(before) or _PLACED.match(found.text, found.span.end))
    return phrase_of(found, found.span.end, True, "level_of") if here or carried else None


def some_of_them(found: Found) -> Phrase | None:
    """As in "30 of them": a part of the soldiers named last."""
    match = _OF_THEM.match(found.text, found.span.end, found.sentence.end)
    return phrase_of(found, match.end(), False, "some_of_them") if match and _soldiers_before(found) else None


def they_who(found: Found) -> Phrase | None:
    """As in "About 200 will remain": a number that acts, of the soldiers named last."""
    start, _ = qualified(found)
    acts = _VERB.match(found.text, found.span.end, found.sentence.end)
    if acts is None or found.low < FEW or found.bare_year or not _soldiers_before(found):
        return None
    opens = _OPENS.search(found.text[max(found.sentence.start, start - 12) : start])
    return phrase_of(found, found.span.end, False, "they_who") if opens else None


def _soldiers_before(found: Found) -> bool:
    """Whether soldiers are the last people named before a number, in its sentence or the one before."""
    start = max(found.sentence.start, found.span.start - NEAR)
    nouns = list(forces("whole", "part", "body").finditer(found.text, start, found.span.start))
    if not nouns and not found.carries:
        return False
    return not _OTHERS.search(found.text, nouns[-1].end() if nouns else found.context, found.span.start)


def _ends_there(found: Found) -> bool:
    return _ENDS.match(found.text, found.span.end, found.sentence.end) is not None
