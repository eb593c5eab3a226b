"""What the reader finds here: the terminal, the way to it, the folders, the settings, and what to change."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from importlib.metadata import version
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, NamedTuple

from iraqreader import __version__
from iraqreader.charset import charset
from iraqreader.folders import data_folder, state_folder
from iraqreader.report import one_line
from iraqreader.settings import EXAMPLE
from iraqreader.store import store_folder
from iraqreader.surroundings import colours, is_remote, multiplexer, only_prints, wants_no_colour

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from iraqreader.settings import Found

SLOW_ESCAPE = 50
"""Milliseconds of tmux's `escape-time` from which on Esc feels slow."""

_COLOURS = {
    "none": "none: reverse video, bold and underline alone",
    "16": "the terminal's own sixteen",
    "256": "256",
    "all": "all of them",
}
_CLIPBOARDS = {
    "tmux": "into tmux's buffer, and by it to the terminal around it (set-clipboard)",
    "screen": "to the terminal through screen (OSC 52, in slices)",
    "zellij": "to the terminal through zellij (OSC 52)",
    None: "to the terminal (OSC 52), which may have to be told to allow it",
}


class Finding(NamedTuple):
    """One thing that was looked at. `advice` is what to change; `well` is False where something does not work."""

    name: str
    value: str
    advice: str = ""
    well: bool = True


def examine(environment: Mapping[str, str], found: Found) -> list[Finding]:
    """Look at everything."""
    return [
        *_versions(),
        *_terminal(environment),
        *_way(environment, found),
        *_folders(),
        *_settings(found),
    ]


def render_findings(findings: Sequence[Finding]) -> Iterator[str]:
    """A line for each, with `!` where something does not work, and what to change below it."""
    for finding in findings:
        yield (
            one_line(f"{finding.name}: {finding.value}")
            if finding.well
            else one_line(f"! {finding.name}: {finding.value}")
        )
        if finding.advice:
            yield f"    {one_line(finding.advice)}"
    wrong = sum(not finding.well for finding in findings)
    yield f"{wrong} thing{'s' if wrong > 1 else ''} to put right" if wrong else "all is well"


def export_findings(findings: Sequence[Finding]) -> dict[str, Any]:
    """The same for programs."""
    return {"well": all(finding.well for finding in findings), "findings": [item._asdict() for item in findings]}


def render_example() -> Iterator[str]:
    """A file of settings with every line commented out, every key among them."""
    from iraqreader.tui.keymap import render_keys  # noqa: PLC0415 - knows Textual, which nothing else here waits for

    yield from EXAMPLE.splitlines()
    yield from ("", "# Keys, by what they do: commas between several. iraqreader doctor says which are not possible.")
    yield from ("#[keys]", *render_keys())


def _versions() -> Iterator[Finding]:
    python = ".".join(map(str, sys.version_info[:3]))
    yield Finding("iraqreader", f"{__version__}, Python {python}, Textual {version('textual')}")
    yield Finding("SQLite", sqlite3.sqlite_version)


def _terminal(environment: Mapping[str, str]) -> Iterator[Finding]:
    term, more = environment.get("TERM", ""), environment.get("COLORTERM")
    columns, lines = get_terminal_size()
    plain = (
        "the reader is in plain lines here; TERM names a terminal that can do more" if only_prints(environment) else ""
    )
    named = f"TERM={term}" + (f", COLORTERM={more}" if more else "")
    yield Finding("terminal", f"{named}, {columns}x{lines}", plain)
    yield Finding("colours", _COLOURS[colours(environment)], _colour_advice(environment))
    encoding = charset(environment)
    advice = "" if encoding == "utf-8" else "signs are shown by the nearest ones; LANG=C.UTF-8 shows them all"
    yield Finding("letters", encoding, advice)


def _colour_advice(environment: Mapping[str, str]) -> str:
    if wants_no_colour(environment):
        return "NO_COLOR is set"
    if colours(environment) == "16" and not only_prints(environment):
        return "if the terminal has more, TERM=xterm-256color or COLORTERM=truecolor say so"
    return ""


def _way(environment: Mapping[str, str], found: Found) -> Iterator[Finding]:
    """What lies between here and the person."""
    settings, between = found.settings, multiplexer(environment)
    yield Finding("multiplexer", between or "none", _tmux_advice() if between == "tmux" else "")
    yield Finding("copying", f"{_CLIPBOARDS[between]}; always also to {state_folder() / 'copied.txt'}")
    link = "slow" if settings.is_slow(environment) else "fast"
    yield Finding("link", f"{link} ({settings.link}; {'over SSH' if is_remote(environment) else 'not over SSH'})")
    yield Finding("mouse", "taken" if settings.takes_mouse(environment) else "left to the terminal")
    yield Finding("cursor", "follows what is chosen" if settings.cursor == "follow" else "hidden")


def _tmux_advice() -> str:
    """What tmux could do better, asked of itself."""
    delay = _of_tmux("escape-time")
    told = [f"Esc waits {delay} ms: set -s escape-time 10"] if delay.isdecimal() and int(delay) > SLOW_ESCAPE else []
    if _of_tmux("set-clipboard") == "off":
        told.append("what is copied stays in tmux: set -s set-clipboard on")
    return "; ".join(told)


def _of_tmux(option: str) -> str:
    command = ["tmux", "show-options", "-sv", option]
    try:
        done = subprocess.run(command, timeout=2, check=False, capture_output=True, text=True)  # noqa: S603 - fixed
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()


def _folders() -> Iterator[Finding]:
    yield _folder("marks and notes", data_folder(), "they cannot be kept")
    yield _folder("state", state_folder(), "the next start does not know where one stopped")
    index = store_folder()
    yield _folder("index", index, "articles are analysed each time") if index else Finding("index", "off")


def _folder(name: str, folder: Path, otherwise: str) -> Finding:
    there = next(parent for parent in (folder.absolute(), *folder.absolute().parents) if parent.exists())
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return Finding(name, str(folder))
    return Finding(name, f"{folder} cannot be written: {otherwise}", f"{there} is in the way", well=False)


def _settings(found: Found) -> Iterator[Finding]:
    if not found.faults and not found.path.exists():
        yield Finding("settings", f"none in {found.path}", "iraqreader doctor --example prints what can be settled")
        return
    faults = _faults(found)
    yield Finding("settings", str(found.path), well=not faults)
    yield from (Finding("settings", words, well=False) for words in faults)


def _faults(found: Found) -> list[str]:
    if not found.settings.keys:
        return found.told(found.faults)
    from iraqreader.tui.keymap import tell_faults  # noqa: PLC0415 - as above

    return tell_faults(found)
