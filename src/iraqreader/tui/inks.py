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


def speaker_ink(key: str, side: Side | None) -> str:
    """The ink of a speaker's words and names: the side's hue, and a shade by a hash that never changes."""
    return f"{hue_of(side)}-{crc32(key.encode('utf-8', 'replace')) % SHADES}"


def side_ink(side: Side | None) -> str:
    """The ink of a side itself."""
    return f"{hue_of(side)}-0"


def hue_of(side: Side | None) -> str:
    """The hue of a side; all sides but two share one."""
    return side if side in HUES else "other"


def initials(name: str) -> str:
    """Two letters for a speaker: `SH` for Sa'ad al-Hadithi, `Pe` for Pentagon, `of` for officials, ` ?` for nobody."""
    words: list[str] = _WORD.findall(name)
    capitals = "".join(next(filter(str.isupper, word), "") for word in words)
    if len(capitals) > 1:
        return capitals[0] + capitals[-1]
    return "".join(filter(str.isalpha, words[0]))[:2].ljust(2) if words else " ?"


def side_letter(side: Side) -> str:
    """One letter for a side in a margin: W, B, or the first of its name."""
    return side[:1].upper() or "?"


def sign(label: StanceLabel) -> str:
    """One sign for a stance, as everywhere else."""
    return {"expand": "▲", "keep": "●", "noncommittal": "?", "limit": "▼", "withdraw": "✕"}[label]
