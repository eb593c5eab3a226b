"""What was typed after `iraqreader`, understood: which command, with which arguments, and whether that can be meant."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING

from iraqreader.arguments import COMMANDS, READ, UsageError
from iraqreader.guest import beyond, is_guest, library, restrict

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

_NEEDED = {"add": "a path", "quotes": "a query", "show": "the id of an article", "explain": "a path"}
"""Commands that do not go without a word after them."""

_BEFORE_PATHS = {"quotes": "query", "show": "id"}
"""What the first word after a command is, where it is no path."""

_COLLECTING = {"add", "remove", "index"}
"""Commands that put paths into a library, rather than read one or the other."""

_JSON = {("--format", "json"), ("--format", "jsonl"), "--format=json", "--format=jsonl"}


def parse(argv: Sequence[str]) -> Namespace:
    """Arguments of one command, with its name as `command`; a first word that names a command is never a path.

    Raises UsageError, and SystemExit where help or the version was asked for and has been printed.
    """
    command, rest = (argv[0], argv[1:]) if argv and argv[0] in COMMANDS else (READ, argv)
    end = rest.index("--") if "--" in rest else len(rest)
    arguments = COMMANDS[command]().parse_intermixed_args(rest[:end])
    arguments.command = command
    arguments.paths += rest[end + 1 :]
    return _check(arguments)


def asks_for_json(argv: Sequence[str]) -> bool:
    """Whether a program reads the answer, and what is wrong as well, even where it is the arguments that are."""
    return any(typed in _JSON for typed in chain(argv, pairwise(argv)))


def _check(arguments: Namespace) -> Namespace:
    """Settle what depends on two arguments at once, and what guests may ask for."""
    if arguments.restricted or is_guest():
        _receive_guest(arguments)
    if arguments.batch:
        if arguments.format not in (None, "jsonl"):
            raise UsageError("--batch answers with --format jsonl only")
        arguments.format = "jsonl"
    elif (missing := _NEEDED.get(arguments.command)) and not (arguments.paths or arguments.library):
        raise UsageError(f"{missing} is missing (see iraqreader {arguments.command} --help)")
    elif arguments.command == READ and (arguments.plain if arguments.pick else arguments.format):
        raise UsageError("--pick draws; --plain does not" if arguments.pick else "--format is of what --pick prints")
    elif name := _BEFORE_PATHS.get(arguments.command):
        setattr(arguments, name, _first(arguments, _NEEDED[arguments.command]))
    if arguments.library and arguments.paths and arguments.command not in _COLLECTING:
        raise UsageError(f"either a library or paths: {arguments.paths[0]} is not in {arguments.library}")
    return arguments


def _first(arguments: Namespace, missing: str) -> str:
    """The first word, which is no path."""
    if not arguments.paths:
        raise UsageError(f"{missing} is missing (see iraqreader {arguments.command} --help)")
    word: str = arguments.paths.pop(0)
    return word


def _receive_guest(arguments: Namespace) -> None:
    """From here on this process is a guest's. Raises UsageError where more is asked for than to read the library."""
    restrict()
    if arguments.command != READ:
        raise UsageError(f"guests only read here (--restricted): there is no {arguments.command}")
    if arguments.config or arguments.library or "-" in arguments.paths:
        raise UsageError("guests only read the articles here (--restricted)")
    if outside := beyond(arguments.paths):
        raise UsageError(f"{outside[0]} is not in the library (--restricted)")
    arguments.paths = library(arguments.paths)
