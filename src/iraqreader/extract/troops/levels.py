"""Levels: what a change of a force begins and ends at, what it is added to, and what is left of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iraqreader.extract.troops.clause import BODY_OF, ROUND, is_coming, is_open, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from iraqreader.extract.troops.clause import Setting
    from iraqreader.model import Status


_ADDED_TO = re.compile(
    r"\b(?:in addition to|on top of|to join|joins?|joining|alongside|augment(?:ing)?|supplement(?:ing)?|different \w+ from|add(?:ing)? to"
    rf"|besides|beyond|replac(?:es?|ing)|reliev(?:es?|ing)|bolster(?:ing)?|reinforc(?:e|ing))\s(?:(?:the|an?|its|our|their)\s)?(?:{BODY_OF})?(?:{ROUND})*$",
    re.IGNORECASE,
)

_FROM = re.compile(r"\bfrom\s(?:(?!to\b)[^\W\d]+\s){0,3}$", re.IGNORECASE)

_TO = re.compile(rf"\b(?:to|at)\s(?:(?:an?|the)\s(?:{BODY_OF})?|force levels of\s)?(?:{ROUND}){{0,3}}$", re.IGNORECASE)

_AFTER_FROM = re.compile(
    r"(?<!draw )(?<!drawing )(?<!draws )(?<!bring )(?<!go )\b(?:up|down)\sfrom\s(?:[^\W\d]+\s){0,3}$", re.IGNORECASE
)

_LEFT = re.compile(
    rf"\b(?:leav(?:e|es|ing)|all but|other than|except for)\s(?:(?:only|just|behind|the|an?|in place|in Iraq|there)\s)*(?:{BODY_OF})?(?:{ROUND})*$",
    re.IGNORECASE,
)

_OLD_LEVEL = re.compile(r"(?<=\d)\s(?:at present|now|currently|today)\b")

_PEAK = re.compile(r"\bpeak|\bhigh of|\btopped out", re.IGNORECASE)

_NOW_OF_SIZE = re.compile(r"\b(?<!at )(?:current|present|existing)\s(?:[^\W\d]+\s){0,4}$")

_CHANGE_TO = re.compile(
    rf"\b(?:drawdown|reduction|withdrawal|cutback|expansion|(?:a|the) (?:cut|increase|rise))\s(?:[^\W\d]+\s){{0,4}}?to\s(?:[^\W\d]+\s){{0,2}}?(?:{ROUND})*$"
)

_DONE = re.compile(
    r"\b(?:was|were|is|has|have|had) (?:been |now )?(?:complete|completed|finished|ended|reached|over|concluded)\b"
)

_TO_CHANGE = re.compile(
    r"^\s[^,;]{0,40}\b(?:(?:be|been|being)\s)?(?:cut|reduced|trimmed|slashed|drawn down|halved|increased|raised|shrink|drop|fall|grow|rise)\s(?:further\s)?(?:to|by|in half)\b"
)

_FRACTION = re.compile(
    r"\b(?:half|third|quarter|most|all|many|some|majority|bulk|rest|one|part|(?!(?:19|20)\d\d\b)[\d,]{2,7}|hundred|thousand|dozen) (?:of )?(?:the|its|those|our|their|of)\s$",
    re.IGNORECASE,
)


def now_of_size(setting: Setting) -> Status | None:
    """As in "More than the current force of 9,800": said to be there, whatever else is asked for."""
    return "current" if _NOW_OF_SIZE.search(setting.whole_before) else None


def level_from(setting: Setting) -> Status | None:
    """As in "Has increased from 3,100": what a change began at."""
    if not _FROM.search(setting.whole_before) or not words("change").search(setting.whole_before[-90:]):
        return None
    if words("now").search(setting.after[:25]):
        return "current"
    over = _AFTER_FROM.search(setting.whole_before) and not setting.after.startswith(" to ")
    return "past" if over or not is_coming(setting) else "current"


def level_to(setting: Setting) -> Status | None:
    """As in "Will raise the force to 3,550", "has fallen to 2,500": what a change ends at."""
    before = _OLD_LEVEL.sub("", setting.whole_before[-120:])
    if setting.phrase.increment or not _TO.search(before) or not words("change").search(before):
        return None
    if _PEAK.search(before):
        return "past"
    if setting.lead("now") > setting.lead("coming") and words("now").search(before):
        return "current"
    if is_open(setting):
        return "requested"
    if _CHANGE_TO.search(before) and not _DONE.search(setting.after):
        return "planned"
    return "planned" if is_coming(setting) else "current"


def added_to(setting: Setting) -> Status | None:
    """As in "To join the 3,100 already there": those who are joined are there."""
    return "current" if _ADDED_TO.search(setting.whole_before) else None


def to_change(setting: Setting) -> Status | None:
    """As in "Britain's 4,100 troops will be cut to 2,500": what a change begins at, said of the soldiers themselves."""
    return "current" if _TO_CHANGE.search(setting.after) else None


def part_of(setting: Setting) -> Status | None:
    """As in "Half of the 6,000 troops would go home": the whole is there."""
    return "current" if _FRACTION.search(setting.before) else None


def left_there(setting: Setting) -> Status | None:
    """As in "a cut that would leave 2,500 there", "withdraw all but 2,500": those who stay."""
    if not _LEFT.search(setting.whole_before):
        return None
    if is_open(setting):
        return "requested"
    return "planned" if is_coming(setting) else "current"


LEVELS: tuple[Callable[[Setting], Status | None], ...] = (
    added_to,
    now_of_size,
    to_change,
    part_of,
    level_from,
    level_to,
    left_there,
)
