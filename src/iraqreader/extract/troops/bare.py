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
    r"(?:-plus|\+)?(?:\sin\s(?:all|total))?[\s\u00a0]*(?:$|[.,;:!?)\]\"”’—–]|-?\s(?:americans|in|by|since|from|to|at|and|or|as|on|of|for|with|this|that|who|are|is|were|was|there|now|"
    r"more|additional|last|next|over|under|through|during|after|before|but|while|when|will|would|had|have|has|today|already|"
    r"there|it ha[sd]|they ha[sd]|currently|early|late|reported|announced|authori[sz]ed|approved|previously|officially|until|than|soon|deployed|stationed|serving|sent|strong|within|around|on top|if|because|"
    r"(?:a|one|two|three|four|five|six|seven|eight|nine|ten|several|\d+)\s(?:year|month|week|decade)s?)\b)",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:[:—–]|\b(?:join(?:s|ed|ing)?|beyond|alongside|above|to|from|at|by|than|then|reach(?:ed|es|ing)?|total(?:s|ed|ing|ling)?|is|was|were|are|be|been|numbers?|number(?:ed|ing)|sen[dt]|"
    r"sending|deploy(?:s|ed|ing)?|has|have|had|withdraw(?:n|ing)?|leav(?:e|es|ing)|left|keep(?:s|ing)?|kept|bring(?:s|ing)?|brought|"
    r"hosts?|houses|maintains?|retains?|add(?:s|ed|ing)?|pull(?:ed|ing)?|stood|stands?|remain(?:s|ed|ing)?|with|for|only|just|below|another|including|hit|us|now|roughly|"
    r"sought|seek(?:s|ing)?|want(?:s|ed)?|need(?:s|ed)?|request(?:s|ed)?|retain(?:ing)?|furnish(?:ing)?|provid(?:e|es|ed|ing)|suppl(?:y|ies|ied|ying)|already|still|out\sof|contribut(?:e|es|ed|ing)|"
    r"offer(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|hold(?:ing)?|held|authori[sz](?:e|es|ed|ing)|approved|say|says|said|it[’']s|that[’']s|;|"
    r"between|an|additional|another|extra|the|those|these|other|first|initial|last|remaining|and|or|,|some|whom|which|dropped|fell|fallen|rose|risen|grown|climbed|swelled))\s$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r",?\s(?:in\s(?:all|total)\s|more\s|others?\s|who\s)?(?:(?:will|would|could|may|might|should|must|are|were|have|had|to)\s(?:\w+\s){0,2}?)?(?:be\s|been\s)?"
    r"(?:remain|stay|leav(?:e|ing)|left|deploy|arriv|go\b|going|gone|head|sent|return|com(?:e|ing)\s|came|withdr[ae]w|pulled|based|stationed"
    r"|(?<=be\s)gone\b|(?<=are\s)there\b|(?<=were\s)there\b|(?<=are\s)in\s(?-i:[A-Z])|(?<=were\s)in\s(?-i:[A-Z])|serv(?:e|ing)|depart|rotat|redeploy|wait|bound\sfor|head(?:ed|ing)?\s|train|advise|guard|protect)",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\s(?:more\s|others\s)?(?:there\b|(?:in|to|at|inside)\s(?:(?:the|northern|southern|eastern|western|neighbou?ring)\s){0,2}(?-i:[A-Z]))",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:^|[.,;:—–“\"]\s?|\b(?:and|but|that|said|says|whom|which|where|while|only|just|though|then|the|other|last|all|remaining|first|initial|rest|with|leaving)|\w[’']s|(?:^|[.;:,]\s)(?:by|in|until|since|within)\s(?:\w+\s){0,2}\w+)\s?$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"\s(?:more\s)?of\s(?:them|whom|those(?!\s(?!who|are|were|in|at|on|have|had|will|would|now|there|pledged|sent|left)\w)|these(?!\s\w)|the\s(?:new\s)?(?:Americans|arrivals))\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:islamic state|isi[sl]|taliban|militants?|fighters|insurgents|rebels|gunmen|civilians?|people|residents|contractors|police|refugees|families|diplomats|prisoners"
    r"|detainees|lawmakers|protesters|killed|dead|died|wounded|injured|casualties|deaths|miles|percent|tanks|vehicles|aircraft|bases)\b",
    re.IGNORECASE,
)
_ACTS = re.compile(r"\s(?:\w+ed|works?|serves?|trains?|took)\b")
_SIZE = re.compile(r"[\s-]strong\b|\s(?:men(?:\sand\swomen)?|people)\b")
_COMMANDERS_ASK = re.compile(
    r"\b(?:generals?|commanders?|Pentagon|Joint Chiefs|They|He)\b[^.;]{0,40}\b(?:asked for|had sought|sought|requested|recommended)\s(?:[^.;]*,\s)?(?:\w+\s){0,3}$"
)
_SEATS = re.compile(
    r"\sof\s(?:the\s|its\s)?(?:\d+\s)?(?:seats|members|lawmakers|votes|ministers|states|countries|provinces)\b"
)
_MOST = 1_000_000
_OLDEST = 110
_AGE = re.compile(r"[A-Z][\w.-]+,\s\d{2,3},$|\b(?:aged?|under|over|those)\s\d{2,3}.?$")
_TALLY = re.compile(r"\b(?:votes?|voted|tally|passed|approved)\b[^.;]{0,40}?\b\d{1,3}(?:\sto\s|-|–)\d{1,3}\b")
_MILITARY = re.compile(
    r"troop|soldier|militar|U\.S\b|(?-i:\bUS\b)|Americ|\barmy\b|NATO|coalition|marine|deploy|Iraq|Afghan|Syria",
    re.IGNORECASE,
)


def group_of(found: Found) -> Phrase | None:
    """As in "A battalion of 800", "a first wave of 1,200": a unit, then its number, and nothing counted after it."""
    start, _ = qualified(found)
    match = group().search(found.text, max(found.sentence.start, start - 60), start)
    acts = _ACTS.match(found.text, found.span.end, found.sentence.end)
    if match is None or found.bare_year or not (acts or _ends_there(found)) or not FEW <= found.low <= _MOST:
        return None
    phrase = phrase_of(found, found.span.end, True, "group_of")
    return replace(phrase, span=Span(match.start(), phrase.span.end))


def level_of(found: Found) -> Phrase | None:
    """As in "Raise the number of U.S. troops from 3,100 to 3,550": a bare number after the soldiers that it counts."""
    if not _ends_there(found) or not FEW <= found.low <= _MOST or found.bare_year or _is_other(found):
        return None
    start, _ = qualified(found)
    lead = max(found.sentence.start, start - 30)
    if not (_LEADS.search(found.text, lead, start) or level_lead().search(found.text, lead, start)):
        return None
    return phrase_of(found, found.span.end, True, "level_of") if _is_spoken_of(found, start) else None


def _is_spoken_of(found: Found, start: int) -> bool:
    """Whether soldiers are spoken of near before a bare number, in its sentence or in the one before."""
    before = found.text[max(found.sentence.start, start - NEAR) : start]
    if forces("whole", "part").search(before) or _COMMANDERS_ASK.search(before):
        return True
    if found.carries and _OTHERS.search(before):
        return False
    around = before + found.text[found.span.end : min(found.span.end + NEAR, found.sentence.end)]
    if forces("body").search(before) and (found.carries or _MILITARY.search(around)):
        return True
    measured = forces("level", "group").search(before) or _PLACED.match(found.text, found.span.end)
    return found.carries and bool(measured or soldiers_before(found))


def _is_other(found: Found) -> bool:
    """As in "Abadi, 62, said", "a vote of 218 to 212": an age, a tally."""
    start = max(found.sentence.start, found.span.start - 60)
    if _SEATS.match(found.text, found.span.end):
        return True
    if found.low < _OLDEST and _AGE.search(found.text, start, found.span.end + 1):
        return True
    return any(match.end() >= found.span.end for match in _TALLY.finditer(found.text, start, found.span.end + 8))


def unit_sized(found: Found) -> Phrase | None:
    """As in "A battalion of 735 men", "a division, 10,000 to 15,000 strong": a unit, then its size."""
    match = _SIZE.match(found.text, found.span.end, found.sentence.end)
    near = max(found.sentence.start, found.span.start - 60)
    unit = forces("group", "body").search(found.text, near, found.span.start)
    return phrase_of(found, match.end(), True, "unit_sized") if match and unit else None


def some_of_them(found: Found) -> Phrase | None:
    """As in "30 of them": a part of the soldiers named last."""
    match = _OF_THEM.match(found.text, found.span.end, found.sentence.end)
    return phrase_of(found, match.end(), False, "some_of_them") if match and soldiers_before(found) else None


def they_who(found: Found) -> Phrase | None:
    """As in "About 200 will remain": a number that acts, of the soldiers named last."""
    start, _ = qualified(found)
    acts = _VERB.match(found.text, found.span.end, found.sentence.end)
    if acts is None or found.low < FEW or found.bare_year or not soldiers_before(found):
        return None
    opens = _OPENS.search(found.text[max(found.sentence.start, start - 30) : start])
    return phrase_of(found, found.span.end, False, "they_who") if opens else None


def soldiers_before(found: Found) -> bool:
    """Whether soldiers are the last people named before a number, in its sentence or the one before."""
    start = max(found.sentence.start, found.span.start - NEAR)
    nouns = list(forces("whole", "part", "body").finditer(found.text, start, found.span.start))
    if not nouns and not found.carries:
        return False
    return not _OTHERS.search(found.text, nouns[-1].end() if nouns else found.context, found.span.start)


def _ends_there(found: Found) -> bool:
    return _ENDS.match(found.text, found.span.end, found.sentence.end) is not None
