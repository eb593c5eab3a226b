"""The clause that a troop count stands in, and the words of it that say what becomes of the soldiers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from iraqreader.lexicon import load_words

if TYPE_CHECKING:
    from iraqreader.extract.troops.found import Phrase
    from iraqreader.model import DateRange

BODY_OF = (
    r"(?:[“\"]?[\w-]+\s){0,3}(?:force|contingent|presence|level|total|number|group|team|garrison|unit)[”\"]?\sof\s"
)
"""As in "a force of", before a number: a pattern."""
ROUND = r"(?:about|around|roughly|some|nearly|more than|just|only|as few as|as many as|approximately|almost|over|under|below|estimated)\s"
"""Words that round the number after them: a pattern."""
_BREAK = re.compile(
    r"[;:—–“”\"]\s?|\s-+\s|,\s(?:but|while|whereas|although|though|including|which|where|who|as|when|plus|with|after)\b"
    r"|\b(?:but|while|whereas|although|compared (?:with|to)|up from|down from|since the|in addition to|on top of|on the heels of)\b",
    re.IGNORECASE,
)
_AFTER_BREAK = re.compile(
    rf"{_BREAK.pattern}|\b(?:(?:the|its|another|and|beyond|above)\s)?\d{{1,3}},\d{{3}}\b", re.IGNORECASE
)
_ASIDE = re.compile(r"^,[^,]{0,80},")


@dataclass(frozen=True, slots=True)
class Setting:
    """A troop count in its clause: the words before it, the words after it, and the year in which it was written."""

    phrase: Phrase
    before: str
    after: str
    whole_before: str
    published: DateRange
    _leads: dict[str, int] = field(default_factory=dict, compare=False, repr=False)

    def lead(self, label: str) -> int:
        """How near before the number the last word of the list stands: its offset, or -1."""
        if label not in self._leads:
            self._leads[label] = max((match.start() for match in words(label).finditer(self.before)), default=-1)
        return self._leads[label]

    def first(self, label: str) -> int:
        """Where the first word of the list stands before the number, or -1."""
        match = words(label).search(self.before)
        return match.start() if match else -1


def setting_of(phrase: Phrase, text: str, published: DateRange) -> Setting:
    """The clause around a troop count, in small letters."""
    whole_before = text[max(phrase.sentence.start, phrase.start - 200) : phrase.start].lower()
    breaks = [
        match.end() for match in _BREAK.finditer(whole_before) if not _names_what_goes_before(match, whole_before)
    ]
    after = _ASIDE.sub("", text[phrase.tail : min(phrase.sentence.end, phrase.tail + 160)].lower())
    cut = _AFTER_BREAK.search(after)
    return Setting(
        phrase,
        whole_before[breaks[-1] if breaks else 0 :],
        after[: cut.start() if cut else None],
        whole_before,
        published,
    )


def _names_what_goes_before(mark: re.Match[str], before: str) -> bool:
    """As in "a small force: 9,800 troops": a mark right before a number, which gives the size of what was said."""
    return mark[0].strip() in (":", "—", "–") and not before[mark.end() :].strip()


@cache
def words(label: str) -> re.Pattern[str]:
    """Any entry of one list of troop_status.toml, whole, in small letters."""
    entries = "|".join(entry.replace(" ", r"\s") for entry in load_words("troop_status")[label])
    return re.compile(rf"(?<!\w)(?:{entries})(?!\w)")


def is_open(setting: Setting) -> bool:
    """Whether somebody asks for it or thinks of it, and nobody has decided."""
    return is_asked(setting) or setting.lead("undecided") > setting.lead("planned")


def is_asked(setting: Setting) -> bool:
    """Whether the last word on it asks, and none who decides does: what they ask for is planned."""
    asked = max(setting.lead("requested"), setting.lead("proposed"))
    return asked > setting.lead("planned") and not _decides().search(setting.before[:asked])


@cache
def _decides() -> re.Pattern[str]:
    return re.compile(rf"(?:{words('decider').pattern})\s(?:(?:has|had|also|now|still|would|is|was|\w+ly)\s){{0,2}}$")


def is_coming(setting: Setting) -> bool:
    """Whether the last change that is named before the number has yet to happen."""
    before = setting.whole_before
    coming = max((match.start() for match in words("coming").finditer(before)), default=-1)
    changed = max((match.start() for match in words("changed").finditer(before)), default=-1)
    return coming > changed or (coming >= 0 and changed < 0)
