"""The encoding of the terminal, and the nearest signs where it lacks ours."""

from __future__ import annotations

import codecs
import os
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from io import TextIOWrapper

_SIGNS = dict(zip("│─▏┆┊█░├┤━┄◂▸▲▼●✕†⚑⋯—–“”‘’«»‹›≥≤·↑↓⏎◆¶→", '|-|::#=||=.<>^v*x*!.--""\'\'""<>><-^v<+P>', strict=True))
"""Nearest signs for a terminal without Unicode."""


def charset(environment: Mapping[str, str]) -> str:
    """The terminal's encoding as the locale names it, which Python overrides where it takes LC_ALL=C for UTF-8."""
    locale = environment.get("LC_ALL") or environment.get("LC_CTYPE") or environment.get("LANG") or "UTF-8"
    name = "ascii" if locale in {"C", "POSIX"} else locale.partition(".")[2].partition("@")[0]
    try:
        return codecs.lookup(name or "utf-8").name
    except LookupError:
        return "ascii"


def nearest_signs() -> str:
    """What a stream is to do with a sign that its encoding lacks, by the name under which it is told so."""
    codecs.register_error("nearest-sign", _nearest)
    return "nearest-sign"


def use_nearest_signs(stream: TextIOWrapper) -> None:
    """Have a stream to the terminal write the nearest sign that the terminal's encoding has."""
    if (encoding := charset(os.environ)) != "utf-8":
        stream.reconfigure(encoding=encoding, errors=nearest_signs())


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_sign, error.object[error.start : error.end])), error.end


def _sign(letter: str) -> str:
    """In as many cells as the letter takes: our own signs, a letter without its accent, or question marks."""
    if unicodedata.combining(letter):
        return ""
    base = unicodedata.normalize("NFKD", letter)[0]
    width = 2 if unicodedata.east_asian_width(letter) in "WF" else 1
    return _SIGNS.get(letter) or (base if base.isascii() and base.isprintable() else "?") * width
