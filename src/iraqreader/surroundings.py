"""What the environment says of the terminal and of the way to it. Nothing here asks the terminal itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

TRUE_COLOUR = ("alacritty", "foot", "xterm-ghostty", "xterm-kitty", "wezterm", "contour")
"""Starts of TERM for terminals with all colours that do not always say so."""


def wants_no_colour(environment: Mapping[str, str]) -> bool:
    """Whether NO_COLOR is set and not empty, as no-color.org has it."""
    return bool(environment.get("NO_COLOR"))


def is_light(environment: Mapping[str, str]) -> bool:
    """Whether the terminal says that its background is light."""
    return environment.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")


def is_remote(environment: Mapping[str, str]) -> bool:
    """Whether this is an SSH session."""
    return bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))


def only_prints(environment: Mapping[str, str]) -> bool:
    """Whether the terminal can do nothing but print."""
    return environment.get("TERM") in (None, "", "dumb")


def colours(environment: Mapping[str, str]) -> str:
    """How many colours the terminal has, as Textual will count them: `none`, `16`, `256` or `all`."""
    term = environment.get("TERM", "")
    if wants_no_colour(environment) or only_prints(environment):
        return "none"
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return "all"
    if not environment.get("COLORTERM") and term.startswith(TRUE_COLOUR):
        return "all"
    return "256" if term.lower().rpartition("-")[2] in ("256color", "kitty") else "16"


def multiplexer(environment: Mapping[str, str]) -> str | None:
    """The program between us and the terminal, if one says that it is."""
    if environment.get("TMUX"):
        return "tmux"
    if environment.get("ZELLIJ"):
        return "zellij"
    return "screen" if environment.get("STY") else None
