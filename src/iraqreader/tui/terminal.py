"""What this terminal can do, and the manners it is owed."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_TRUE_COLOUR = ("alacritty", "foot", "ghostty", "kitty", "wezterm", "contour")
"""Terminals with all colours that do not always say so."""


def wants_no_colour(environment: Mapping[str, str]) -> bool:
    """Whether NO_COLOR is set and not empty, as no-color.org has it."""
    return bool(environment.get("NO_COLOR"))


def choose_theme(environment: Mapping[str, str], colours: str | None) -> str:
    """Our own colours where there are 256 or more, else the terminal's; light where the terminal says it is."""
    light = environment.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")
    if wants_no_colour(environment) or colours not in ("256", "truecolor"):
        return "terminal-light" if light else "terminal-dark"
    return "paper" if light else "night"


def is_remote(environment: Mapping[str, str]) -> bool:
    """Whether this is an SSH session."""
    return bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))


def refusal() -> str | None:
    """Why the app cannot be shown here, or None."""
    return None


def tell(words: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"iraqreader: {words}\n")


def prepare() -> None:
    """Set the environment right, before the app looks at it."""
    if not os.environ.get("NO_COLOR"):
        os.environ.pop("NO_COLOR", None)
    if not os.environ.get("COLORTERM") and os.environ.get("TERM", "").startswith(_TRUE_COLOUR):
        os.environ["COLORTERM"] = "truecolor"
