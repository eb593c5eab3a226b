"""What the user has settled in one file: looks, link, mouse, cursor, keys. Whatever is wrong in it is said, and left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from iraqreader.folders import user_folder
from iraqreader.report import one_line
from iraqreader.surroundings import is_remote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

VARIABLE = "IRAQREADER_CONFIG"
"""Environment variable: the file to read instead of the usual one."""

FILE = "config.toml"

CHOICES: dict[str, tuple[str, ...]] = {
    "theme": ("auto", "night", "paper", "terminal-dark", "terminal-light"),
    "link": ("auto", "slow", "fast"),
    "mouse": ("auto", "on", "off"),
    "cursor": ("hidden", "follow"),
}
"""Settings that are one of some words; the first is what they are without a file."""

MEASURES = range(30, 121)
"""Cells that the longest line of text may have."""

EXAMPLE = """\
# Settings of iraqreader. A line that begins with # is left out; each of these is what is so without it.

# Colours: "auto" is "night" or "paper" where the terminal has 256 colours or more, and is dark or light;
# "terminal-dark" and "terminal-light" are the terminal's own sixteen.
#theme = "auto"

# Cells of the longest line of text, 30 to 120.
#measure = 70

# "slow" leaves the mouse to the terminal and paints in its own sixteen colours; "auto" is "slow" over SSH.
#link = "auto"

# Whether the reader takes the mouse: "on", "off", or "auto": unless the link is slow.
#mouse = "auto"

# "follow" shows the terminal's cursor at what is chosen or lit, for braille displays and screen magnifiers.
#cursor = "hidden"
"""

_KEY = re.compile(r"\s*((?:\"(?:[^\"\\]|\\.)*\"|'[^']*'|[\w.\s-])+?)\s*=")
_TABLE = re.compile(r"\s*\[([^\[\]]+)\]")
_AT_LINE = re.compile(r" ?\(at (?:line (\d+), column \d+|end of document)\)")


class Fault(NamedTuple):
    """Something wrong in the file: its line, 0 where none is to blame, and what it is."""

    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What was settled, as in CHOICES. `keys` are what is typed for bindings, by id; `lines` is where those stand."""

    theme: str = "auto"
    measure: int = 70
    link: str = "auto"
    mouse: str = "auto"
    cursor: str = "hidden"
    keys: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    def is_slow(self, environment: Mapping[str, str]) -> bool:
        """Whether few bytes count for more than colours."""
        return self.link == "slow" or (self.link == "auto" and is_remote(environment))

    def takes_mouse(self, environment: Mapping[str, str]) -> bool:
        """Whether the reader takes the mouse from the terminal."""
        return self.mouse == "on" or (self.mouse == "auto" and not self.is_slow(environment))


class Found(NamedTuple):
    """The settings of a file, and what is wrong in it, in the order of its lines."""

    path: Path
    settings: Settings
    faults: tuple[Fault, ...] = ()

    def told(self, faults: Iterable[Fault]) -> list[str]:
        """Each fault in words, with file and line."""
        where = {fault: f"{self.path}:{fault.line}" if fault.line else str(self.path) for fault in faults}
        return [one_line(f"{where[fault]}: {fault.words}") for fault in sorted(where)]


def config_path(environment: Mapping[str, str]) -> Path:
    """The file that is read: as the environment has it, else in this machine's place for settings."""
    if chosen := environment.get(VARIABLE):
        return Path(chosen)
    return user_folder("config", "XDG_CONFIG_HOME", ".config", environment) / FILE


def load_settings(path: Path, *, wanted: bool) -> Found:
    """Read a file. Where it is `wanted`, having been named, it is a fault that there is none."""
    if not wanted and not path.exists():
        return Found(path, Settings())
    try:
        return _read(path, path.read_text("utf-8"))
    except OSError as error:
        reason = error.strerror or str(error)
    except UnicodeDecodeError:
        reason = "is not in UTF-8"
    return Found(path, Settings(), (Fault(0, reason),))


def nearest(name: str, names: Iterable[str]) -> str:
    """What may be meant, as the end of a sentence; nothing where nothing is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - only where something is wrong

    close = get_close_matches(name, list(names), 1)
    return f"; is “{close[0]}” meant?" if close else ""


def _read(path: Path, text: str) -> Found:
    import tomllib  # noqa: PLC0415 - only where there is a file

    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = _AT_LINE.search(str(error))
        line = int(at[1] or len(text.splitlines())) if at else 0
        return Found(path, Settings(), (Fault(line, _AT_LINE.sub("", str(error))),))
    lines, settings, faults = find_lines(text), Settings(), list[Fault]()
    for name, value in values.items():
        if words := _fault(name, value):
            faults.append(Fault(lines.get((name,), 0), words))
        elif name != "keys":
            settings = replace(settings, **{name: value})
    keys, wrong = _keys(values.get("keys"), lines)
    settings = replace(settings, keys=keys, lines={name: lines.get(("keys", name), 0) for name in keys})
    return Found(path, settings, tuple(sorted([*faults, *wrong])))


def _fault(name: str, value: Any) -> str:
    """What is wrong with a setting; nothing where it can be honoured."""
    if name == "keys":
        return "" if isinstance(value, dict) else "[keys] is a table: a line for each key"
    if name == "measure":
        fits = type(value) is int and value in MEASURES
        return "" if fits else f"measure is a number from {MEASURES[0]} to {MEASURES[-1]}, not {value!r}"
    if name not in CHOICES:
        return f"there is no setting “{name}”{nearest(name, (*CHOICES, 'measure', 'keys'))}"
    if value in CHOICES[name]:
        return ""
    return f"{name} is {' or '.join(CHOICES[name])}, not {value!r}{nearest(str(value), CHOICES[name])}"


def _keys(table: Any, lines: Mapping[tuple[str, ...], int]) -> tuple[dict[str, str], list[Fault]]:
    """What is typed for bindings, by id; and what is no such thing."""
    pairs = _flat(table) if isinstance(table, dict) else ()
    keys, faults = dict[str, str](), list[Fault]()
    for name, value in pairs:
        if isinstance(value, str):
            keys[name] = value
        else:
            faults.append(
                Fault(lines.get(("keys", name), 0), f"keys of “{name}” are in quotation marks, not {value!r}")
            )
    return keys, faults


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """`next.quote = …` without quotation marks around the name is a table in a table; as good as with them."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield before + name, value


def find_lines(text: str) -> dict[tuple[str, ...], int]:
    """The line, from 1, of each setting; those of `keys` by binding id. TOML's own reader tells what a name is."""
    lines, table = dict[tuple[str, ...], int](), ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _TABLE.match(line):
            table = f"{header[1]}."
            lines.setdefault(_name(header[1]), number)
        elif named := _KEY.match(line):
            lines.setdefault(_name(table + named[1]), number)
    return lines


def _name(dotted: str) -> tuple[str, ...]:
    """A dotted name as its first part and the rest: `keys.next.quote` is `("keys", "next.quote")`."""
    import tomllib  # noqa: PLC0415 - only where there is a file

    try:
        node, parts = tomllib.loads(f"{dotted} = 0"), list[str]()
    except tomllib.TOMLDecodeError:
        return (dotted,)
    while isinstance(node, dict):
        part, node = next(iter(node.items()))
        parts.append(part)
    return tuple(filter(None, (parts[0], ".".join(parts[1:]))))
