"""Whether counted soldiers are there, were there, will be, are asked for or leave; or are dead, and no troop count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iraqreader.extract.troops.clause import BODY_OF, ROUND, is_coming, is_open, words
from iraqreader.extract.troops.levels import LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable

    from iraqreader.extract.troops.clause import Setting
    from iraqreader.model import Status


_YEAR = re.compile(
    r"\b(?:in|during|of|through|until|by|after|beyond|past|before|late|early|mid|(?:during|in|after|before|since) the|spring|summer|fall|autumn|winter|\w+ary|\w+ber|March|April|May|June|July|August)[\s-]((?:19|20)\d\d)\b(?!,\d)",
    re.IGNORECASE,
)

_WAR_OF = re.compile(r"\bthe (?:19|20)\d\d (?:invasion|surge|war|troop surge|buildup)\b[^.;]{0,40}$")

_NOW = re.compile(r"\b(?:now|today|currently)\b")

_PAST_TENSE = re.compile(r"\b(?:had|were|was|did|\w{3,}ed|left|sent|fought|led|went)\b")

_CARRY = re.compile(
    r"\b(?:bring|pull|send|get|fly|ship|move|take|order)(?:s|ing)?\s(?:[^\W\d]+\s){0,3}$|\b(?:brought|pulled|sent|got|flew|moved|took|ordered|called)\s(?:[\w’']+\s){0,3}$",
    re.IGNORECASE,
)

_MEANT = re.compile(
    r"^[^.;:]{0,60}?\b(?:will|would|(?=to (?:be|go|stay|remain|deploy)\b)|(?:are|is|were|was) to|could|may|might|(?P<owed>should|must|ought to|needs? to)|(?:are|is|were) (?:\w+ )?(?:expected|told|ordered|due|set|likely|supposed|meant|allowed|authorized|poised|scheduled|slated|headed|preparing|about|ready|going) (?:to|for))\b(?P<doing>.{0,40})",
    re.IGNORECASE,
)

_DEFINITE = re.compile(
    rf"\b(?:the|its|our|their|those|these)\s(?:(?:other|remaining|current|existing|entire|whole|full)\s)?(?:{BODY_OF})?(?:{ROUND})*$",
    re.IGNORECASE,
)

_KEEPS = re.compile(
    rf"\b(?:we|they|states|u\.s\.|us|america|washington|pentagon|army)\s(?:still\s|now\s)?keeps?\s(?:{ROUND})*$"
)

_DID = re.compile(
    r"^\s(?:(?:who|that)\s(?:were|had been)\s(?:there|in|stationed|deployed|sent)\b|(?:(?:who|that)\s)?(?:invaded|crossed|fought|toppled|oversaw|occupied|stormed|overthrew|took part)\b)"
)

_LEVEL_SHOULD = re.compile(
    r"\b(?:total|figure|number|force|level|strength|contingent) should (?:stand|fall|drop|shrink|rise|be|reach|come|go|grow)\b"
)

_LEFT_OVER = re.compile(
    rf"\b(?:drawdown|residual|follow-on|stay-behind|leave-behind)\s(?:\w+\s){{1,2}}of\s(?:{ROUND})*$"
)

_HANDLED = re.compile(
    rf"\b(?:keep|maintain|retain|cut|reduc|trim|shrink|slash|halv|doubl|extend)\w*\s(?:the|its|our|their)\s(?:{ROUND})*$",
    re.IGNORECASE,
)

_PLACED = re.compile(r"^\s(?:in|at|there|now|already|currently|stationed|based|deployed)\b")

_GOES_WITH = re.compile(r",\s(?:with|leaving)\s(?:\w+\s){0,2}$")

_FIRST = re.compile(r"\b(?:before|until|then|prior to|ahead of|when|after)\b")

_STAY = re.compile(r"^\W*(?:be staying|stay|remain|continue|keep)\b", re.IGNORECASE)

_PROPOSAL = re.compile(r"\b(?:request|recommendation|proposal)s?\b[^,;]{0,60}\b(?:would|could)\b", re.IGNORECASE)

_GOVERNING = ("planned", "possible", "undecided", "sending", "requested", "proposed", "withdrawn")

_HAVE = r"^\s(?:(?:(?:have|has|had|are|were|was|is)\s)(?:(?:already|all|now|since|being|been|also|so far)\s){0,2})"

_ARE_LEAVING = re.compile(
    rf"{_HAVE}(?:leaving|left|departed|departing|return(?:ed|ing) home|com(?:e|ing) home|gone home|going home|withdrawn|pulled out"
    r"|withdrawing|removed)\b(?! (?:in|there|behind|at)\b)|^\s(?:leaving|departing|withdrawing|pulling out|coming home|returning (?:home|from)|went home|left(?! (?:in|there|behind|at|on)\b)"
    r"|departed|came home|returned home|pulled out|withdrew)\b"
)

_HAVE_COME = re.compile(rf"{_HAVE}(?:arrived|landed|joined|begun arriving)\b")

_ARE_GRANTED = re.compile(rf"{_HAVE}(?:approved|authori[sz]ed|announced|pledged|promised)\b")

_CALLED_FOR = re.compile(r"\b(?:called|calling) for\b")

_ON_PAPER = re.compile(r"\b(?:plan|timetable|schedule|agreement|accord|deal|order|strategy)s?\b")

_FOR_ANOTHER = re.compile(r"\b(?:proposal|recommendation|request|draft|option|scenario)s?\b")


def is_harm(setting: Setting) -> bool:
    """As in "Killed 12 soldiers", "2,000 troops have died": casualties."""
    near = re.split(r"[,;]", setting.before[-70:])[-1]
    if words("harm").search(near) and not words("arrived").search(near):
        return True
    after = re.split(
        r",(?!\s(?:(?:were|have|had)\s)?(?:been\s)?(?:died|killed|wounded|injured))|\b(?:to|and|if|as|for)\b",
        setting.after,
    )[0][:50]
    return words("harm").search(after) is not None


def carried_home(setting: Setting) -> Status | None:
    """As in "Bring the 2,000 troops home": the verb closes after the soldiers."""
    home = re.match(
        r"\s(?:[^\W\d]+\s){0,2}(?:home|back|out)\b(?! (?:to|into) (?:relieve|replace|reinforce|help|fight|iraq|syria|afghanistan)\b)",
        setting.after,
    )
    return "withdrawn" if home and _CARRY.search(setting.before) else None


def has_moved(setting: Setting) -> Status | None:
    """As in "1,000 have left so far", "170 have arrived", "17,000 have been approved": what is done is said after."""
    if _ARE_LEAVING.search(setting.after) and setting.lead("refused") < 0:
        return "withdrawn"
    if _ARE_GRANTED.search(setting.after):
        return "planned"
    return "current" if _HAVE_COME.search(setting.after) and setting.lead("past") < 0 else None


def stays_or_leaves(setting: Setting) -> Status | None:
    """As in "2,500 troops will remain", "1,000 Marines are to leave", "500 would be needed": the verb after the soldiers."""
    meant = _MEANT.search(setting.after)
    if meant is None:
        return None
    if words("leaving").search(_FIRST.split(meant["doing"][:30])[0]):
        return "withdrawn"
    if not words("moves").search(meant["doing"]):
        return None
    if _STAY.search(meant["doing"]) and _DEFINITE.search(setting.before) and _PLACED.search(setting.after):
        return "current"
    asked = meant["owed"] or _is_asked_of_another(setting)
    return "requested" if asked or re.search(r"\b(?:needed|required)\b", setting.after[:40]) else "planned"


def _is_asked_of_another(setting: Setting) -> bool:
    """As in "The general has called for 2,000 to stay", but not "the plan called for 2,000 to stay"."""
    if _CALLED_FOR.search(setting.before) and not _ON_PAPER.search(setting.before):
        return True
    asked = max(setting.lead("requested"), setting.lead("undecided")) > setting.lead("planned")
    return asked or _FOR_ANOTHER.search(setting.before) is not None


def other_year(setting: Setting) -> Status | None:
    """As in "In 2007, 170,000 troops": a year that was over, or had not come, when the article was written."""
    if max(setting.lead(label) for label in _GOVERNING) >= 0:
        return None
    years = [int(year) for year in _YEAR.findall(_NOW.split(setting.before[-60:])[-1] + setting.after)]
    if _WAR_OF.search(setting.whole_before):
        return "past"
    if not years:
        return None
    first, last = setting.published.earliest, setting.published.latest
    if last and min(years) > last.year:
        return "planned"
    if first:
        return "past" if max(years) < first.year else None
    return "past" if _PAST_TENSE.search(setting.before + setting.after) else None


def stationed(setting: Setting) -> Status | None:
    """As in "2,900 soldiers already in Iraq", "there are now 5,200 troops"."""
    lead = max(setting.lead(label) for label in _GOVERNING)
    near = setting.after[:45]
    if words("now").search(near) or (lead < 0 and words("posted").search(near) and not words("heading").search(near)):
        return "current"
    if lead < 0 or setting.lead("sending") == lead:
        kept = _KEEPS.search(setting.before)
        return "current" if kept or setting.lead("now") > lead else None
    return "current" if setting.lead("now") > lead else None


def gone_before(setting: Setting) -> Status | None:
    """As in "At the peak, 170,000 troops were there"."""
    return (
        "past"
        if setting.lead("past") > max(setting.lead("arrived"), *(setting.lead(label) for label in _GOVERNING))
        else None
    )


def who_did(setting: Setting) -> Status | None:
    """As in "The 170,000 who were there", "46,000 Britons crossed the border": told of a time that is over."""
    return "past" if _DID.search(setting.after) else None


def granted(setting: Setting) -> Status | None:
    """As in "Approved the general's request for 450": what is asked for and granted is to come."""
    asked, granted_at = setting.first("requested"), setting.lead("granted")
    return "planned" if granted_at > setting.lead("withdrawn") and not 0 <= asked < granted_at else None


def left_over(setting: Setting) -> Status | None:
    """As in "The residual force of 8,400 will train": named for what it will be once others have left."""
    return "planned" if _LEFT_OVER.search(setting.before) and not is_open(setting) else None


def the_ones(setting: Setting) -> Status | None:
    """As in "attacks on the 5,200 troops", "a vote to expel the 5,000 troops": they are there, whoever wants them out."""
    if setting.lead("unwanted") >= 0 or _HANDLED.search(setting.before):
        return "current"
    if setting.phrase.increment or not _DEFINITE.search(setting.before) or setting.lead("sending") >= 0:
        return None
    return None if setting.lead("withdrawn") > max(setting.lead("requested"), setting.lead("proposed")) else "current"


def governed(setting: Setting) -> Status | None:
    """As in "Asked Obama to send 450", "withdrew 500": the last verb that governs the number, sending itself aside."""
    if setting.lead("withdrawn") >= max(0, setting.lead("sending")):
        return "current" if 0 <= setting.first("refused") < setting.lead("withdrawn") else "withdrawn"
    if setting.lead("owed") >= 0:
        return "planned" if _LEVEL_SHOULD.search(setting.before) else "requested"
    if is_open(setting) or _PROPOSAL.search(setting.before):
        return "requested"
    lead, status = max((setting.lead(label), status) for label, status in _GOVERNED.items())
    return status if lead >= 0 else None


def said_after(setting: Setting) -> Status | None:
    """As in "450 more troops were requested", "the 1,000 soldiers went home"."""
    near = _FIRST.split(setting.after[:50])[0]
    return next((status for label, status in _AFTER.items() if words(label).search(near)), None)


def by_main_clause(setting: Setting) -> Status | None:
    """As in "Plans to withdraw most troops, with 9,800 remaining": what goes with a plan is planned."""
    goes_with = _GOES_WITH.search(setting.whole_before) and not _PLACED.search(setting.after)
    return "planned" if goes_with and is_coming(setting) else None


def by_increase(setting: Setting) -> Status | None:
    """As in "Obama's 1,500 more advisers": an increment that nothing places in time is to come."""
    return "planned" if setting.phrase.increment else None


def there(_: Setting) -> Status:
    """Soldiers of whom nothing else is said are there."""
    return "current"


RULES: tuple[Callable[[Setting], Status | None], ...] = (
    *LEVELS,
    carried_home,
    has_moved,
    stays_or_leaves,
    other_year,
    stationed,
    who_did,
    gone_before,
    granted,
    left_over,
    the_ones,
    governed,
    said_after,
    by_main_clause,
    by_increase,
    there,
)

_AFTER: dict[str, Status] = {
    "leaving": "withdrawn",
    "requested": "requested",
    "heading": "planned",
    "arrived": "current",
    "planned": "planned",
}

_GOVERNED: dict[str, Status] = {"sending": "planned", "planned": "planned", "possible": "planned", "arrived": "current"}


def status_of(setting: Setting) -> tuple[Status, str]:
    """The status of a troop count, and the rule that says so."""
    return next((status, rule.__name__) for rule in RULES if (status := rule(setting)))
