"""How a speaker looks: the hue of a side, a shade of one's own, and initials beside the words.

All of it follows from the person's id, so that someone looks the same in every article and on every day. A hue never
stands alone: initials and a bar in the margin say the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from iraqreader.model import Side, StanceLabel

HUES = ("washington", "baghdad", "other")
SHADES = 3

INKS = frozenset(
    {f"{hue}-{shade}" for hue in HUES for shade in range(SHADES)}
    | {"furniture", "name", "troops", "conflict", "evidence", "match", "current", "sign", "faint", "title"}
)
"""Every ink; a widget that paints has a component class for each."""

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_ARTICLE = re.compile(r"(?:[Tt]he|an?|An?(?= [a-z])) (?=\S)")
_SMALL = re.compile(r"(?:an?|the|of|for|from|in|on|at|to|and|or|with|by|his|her|its|their)", re.IGNORECASE)
"""Words that lend a name no initial."""


def speaker_ink(key: str, side: Side | None) -> str:
    """The ink of a speaker's words and names: the side's hue, and a shade by a hash that never changes."""
    return f"{hue_of(side)}-{crc32(key.encode('utf-8', 'replace')) % SHADES}"


def side_ink(side: Side | None) -> str:
    """The ink of a side itself."""
    return f"{hue_of(side)}-0"


def hue_of(side: Side | None) -> str:
    """The hue of a side; all sides but two share one."""
    return side if side in HUES else "other"


def bare_name(name: str) -> str:
    """A name without the article before it, as in a list of names."""
    return name[article.end() :] if (article := _ARTICLE.match(name)) else name


def initials(name: str) -> str:
    """Two letters for a speaker: `SH` for Sa'ad al-Hadithi, `GI` for the government of Iraq, `Pe` for the Pentagon.

    A short form in capitals stands for itself (`US` for U.S. officials); ` ?` is nobody.
    """
    words = [word for word in _WORD.findall(name) if not _SMALL.fullmatch(word)]
    if not words:
        return " ?"
    if len(short := "".join(filter(str.isalpha, words[0]))) > 1 and short.isupper():
        return short[:2]
    capitals = [letter for word in words if (letter := next(filter(str.isupper, word), ""))]
    letters = capitals if len(capitals) > 1 else [_initial(word) for word in words]
    return letters[0] + letters[-1] if len(letters) > 1 else short[:2].capitalize().ljust(2)


def _initial(word: str) -> str:
    """`Q` for al-Qaeda, `G` for government."""
    return next(filter(str.isupper, word), word[0].upper())


def side_letter(side: Side) -> str:
    """One letter for a side in a margin: W, B, or the first of its name."""
    return side[:1].upper() or "?"


def sign(label: StanceLabel) -> str:
    """One sign for a stance, as everywhere else."""
    return {"expand": "▲", "keep": "●", "noncommittal": "?", "limit": "▼", "withdraw": "✕"}[label]
