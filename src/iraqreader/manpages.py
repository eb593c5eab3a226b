"""Pages of the manual in roff, made from what the parsers of the commands know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iraqreader import __version__
from iraqreader.arguments import COMMANDS, READ

if TYPE_CHECKING:
    from argparse import Action, ArgumentParser
    from collections.abc import Iterator

_EXITS = "0 where something was found, 1 where nothing was, 2 where something is wrong with what was asked."
_HEADING = re.compile(r"^(\w[\w ]*):\n", re.MULTILINE)


def page_name(command: str) -> str:
    """The name of a command's page: `iraqreader`, `iraqreader-table`."""
    return "iraqreader" if command == READ else f"iraqreader-{command}"


def render_page(command: str) -> Iterator[str]:
    """The lines of a command's page."""
    parser = COMMANDS[command]()
    yield f'.TH {page_name(command).upper()} 1 "" "iraqreader {__version__}" "iraqreader"'
    yield from (".SH NAME", f"{_roff(page_name(command))} \\- {_roff((parser.description or '').rstrip('.'))}")
    yield ".SH SYNOPSIS"
    for usage in (parser.usage or "").split("\n"):
        yield from (_roff(usage.strip() % {"prog": parser.prog}), ".br")
    yield ".SH OPTIONS"
    for action in parser._actions:
        if action.help != "==SUPPRESS==":
            yield from (".TP", _roff(_option(action)), _roff(action.help or ""))
    yield from _notes(parser)
    yield from (".SH EXIT STATUS", _EXITS)
    others = (f".BR {_roff(page_name(other))} (1)" for other in COMMANDS if other != command)
    yield from (".SH SEE ALSO", *others)


def _option(action: Action) -> str:
    value = action.metavar or ("|".join(action.choices) if action.choices else "")
    return " ".join(filter(None, [", ".join(action.option_strings), str(value)]))


def _notes(parser: ArgumentParser) -> Iterator[str]:
    """What the help says after the options, as it stands there; each of its headings is one of the page's."""
    before, *parts = _HEADING.split(parser.epilog or "")
    for heading, text in zip(["notes", *parts[::2]], [before, *parts[1::2]], strict=True):
        if text.strip() and not heading.startswith("exit codes"):
            yield from (f".SH {heading.upper()}", ".nf", *(_roff(line) for line in text.strip("\n").split("\n")), ".fi")


def _roff(words: str) -> str:
    """Words that roff prints as they are: its own signs are escaped, and letters outside ASCII named by number."""
    safe = words.replace("\\", "\\e").replace("-", "\\-")
    shown = "".join(sign if sign.isascii() else f"\\[u{ord(sign):04X}]" for sign in safe)
    return f"\\&{shown}" if shown.startswith((".", "'")) else shown
