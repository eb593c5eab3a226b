"""What can be typed after `iraqreader`: commands, options, and the help on them."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from iraqreader import __version__, manual

if TYPE_CHECKING:
    from collections.abc import Callable

READ = "read"
"""The command that needs no name: opens the reader."""

SORTED_BY = ("date", "troops", "washington", "baghdad", "others", "quotes", "publisher", "title")
"""The columns of the comparison, which is not imported for them: help must not wait for it."""

FORMATS = ("text", "json", "jsonl", "csv", "markdown")
"""The formats of a list of answers, whichever command gives it."""

SHELLS = ("bash", "zsh", "fish")
"""Shells that can be taught to complete the command."""

OFFERS = ("ids", "speakers", "sides", "libraries")
"""What these ask the program for, since it depends on the articles."""

VOICES_BY = ("words", "name", "side", "date")
"""The orders of speakers, which are not imported for them either."""

_HELP_WIDTH = 80
"""Columns of the help on options. To ask the terminal, argparse imports what takes a fifth of a command's start."""

_PATHS = "files, folders, patterns in quotes, or - for standard input; the five articles that come along, if none"

_CONFIG = "settings to read instead of the usual file (iraqreader doctor says which that is)"


class UsageError(Exception):
    """What was asked cannot be done; the message is one line for the person who asked."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see {self.prog} --help)")


def _read() -> _Parser:
    parser = _parser(
        "iraqreader", "Read news coverage: who said what, how many troops, what each side wanted.", manual.READ
    )
    parser.add_argument("paths", metavar="PATH", nargs="*", help=_PATHS)
    _add_library(parser, "the articles of a library in place of paths (iraqreader list)")
    mouse = "take the mouse from the terminal, or leave it; without this, taken unless the link is slow"
    parser.add_argument("--mouse", dest="mouse", action="store_const", const="on", help=mouse)
    parser.add_argument("--no-mouse", dest="mouse", action="store_const", const="off", help=argparse.SUPPRESS)
    link = "slow sends as little as it can: sixteen colours, no mouse; auto is slow over SSH"
    parser.add_argument("--link", choices=("auto", "slow", "fast"), help=link)
    cursor = "follow shows the terminal's cursor where one is, for braille displays and magnifiers"
    parser.add_argument("--cursor", choices=("hidden", "follow"), help=cursor)
    parser.add_argument("--config", metavar="FILE", help=_CONFIG)
    plain = "read in plain lines: for screen readers, and by itself where TERM is dumb"
    parser.add_argument("--plain", action="store_true", help=plain)
    pick = "choose a quote, which is printed with its source; the reader is drawn on the terminal, as in $(…)"
    parser.add_argument("--pick", action="store_true", help=pick)
    parser.add_argument("--format", choices=("text", "json"), help="of the quote that --pick prints")
    restricted = "for guests: nothing is written or run, nothing else is read, and there is no way to a shell"
    parser.add_argument("--restricted", action="store_true", help=f"{restricted} (docs/trust.md)")
    parser.add_argument("--version", action="version", version=f"iraqreader {__version__}")
    return parser


def _quotes() -> _Parser:
    parser = _parser("iraqreader quotes", "Find quotations by half-remembered words.", manual.QUOTES)
    parser.usage = "%(prog)s [OPTIONS] QUERY [PATH ...]\n       %(prog)s [OPTIONS] --batch [PATH ...]"
    parser.add_argument("paths", metavar="QUERY [PATH ...]", nargs="*", help=f"words, then {_PATHS}")
    parser.add_argument("--limit", type=_positive, default=10, metavar="N", help="at most N answers (10)")
    parser.add_argument(
        "--format", choices=FORMATS, help="text for people, jsonl with --batch; the others for programs"
    )
    parser.add_argument(
        "--batch", action="store_true", help="read queries from standard input, and answer each at once"
    )
    _add_color(parser)
    return parser


def _table() -> _Parser:
    parser = _parser("iraqreader table", "A row per article, in date order.", manual.TABLE)
    parser.add_argument("paths", metavar="PATH", nargs="*", help=_PATHS)
    _add_format(parser)
    parser.add_argument("--sort", choices=SORTED_BY, help="order by a column (date)")
    parser.add_argument("--reverse", action="store_true", help="the last or largest first")
    _add_filter(parser)
    return parser


def _add_filter(parser: _Parser) -> None:
    parser.add_argument("--filter", metavar="TERMS", default="", help="only articles of which every term is true")


def _add_format(parser: _Parser) -> None:
    parser.add_argument("--format", choices=FORMATS, default="text", help="text for people; the others for programs")


def _add_color(parser: _Parser) -> None:
    color = "bold letters: auto is on a terminal, unless NO_COLOR is set; always holds against both"
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help=color)


def _troops() -> _Parser:
    parser = _parser("iraqreader troops", "Every number of soldiers, as its article gives it.", manual.TROOPS)
    parser.add_argument("paths", metavar="PATH", nargs="*", help=_PATHS)
    _add_format(parser)
    _add_filter(parser)
    return parser


def _stances() -> _Parser:
    parser = _parser("iraqreader stances", "What each side wants, and the words that show it.", manual.STANCES)
    parser.add_argument("paths", metavar="PATH", nargs="*", help=_PATHS)
    _add_format(parser)
    _add_filter(parser)
    return parser


def _show() -> _Parser:
    parser = _parser("iraqreader show", "One article, with the speaker named before each quote.", manual.SHOW)
    parser.usage = "%(prog)s [OPTIONS] ID [PATH ...]"
    parser.add_argument("paths", metavar="ID [PATH ...]", nargs="*", help=f"the article's id, then {_PATHS}")
    _add_color(parser)
    return parser


def _timeline() -> _Parser:
    parser = _parser("iraqreader timeline", "U.S. troops in Iraq over time, as articles count them.", manual.TIMELINE)
    parser.add_argument("paths", metavar="PATH", nargs="*", help=_PATHS)
    parser.add_argument("--filter", metavar="TERMS", default="", help="as in iraqreader table --help")
    return parser


def _speakers() -> _Parser:
    parser = _parser("iraqreader speakers", "Who speaks, for which side, and how much of it.", manual.SPEAKERS)
    parser.add_argument("paths", metavar="PATH", nargs="*", help=_PATHS)
    _add_format(parser)
    parser.add_argument("--sort", choices=VOICES_BY, default="words", help="order (words: the most first)")
    parser.add_argument("--side", metavar="SIDE", help="only of that side: washington, baghdad, another, or none")
    return parser


def _export() -> _Parser:
    parser = _parser("iraqreader export", "Every fact of every article, as spans on its text.", manual.EXPORT)
    parser.add_argument("paths", metavar="PATH", nargs="*", help=_PATHS)
    formats = "json and jsonl (an article a line, as ready) for programs; html: one page for a browser, with all in it"
    parser.add_argument("--format", choices=("json", "jsonl", "html", "markdown"), default="json", help=formats)
    return parser


def _explain() -> _Parser:
    parser = _parser(
        "iraqreader explain", "Each sentence with its facts, their rules and their evidence.", manual.EXPLAIN
    )
    parser.add_argument("paths", metavar="PATH", nargs="*", help="files, folders, or - for standard input")
    return parser


def _notes() -> _Parser:
    parser = _parser("iraqreader notes", "Your marks, notes and corrections, by article in date order.", manual.NOTES)
    parser.add_argument("paths", metavar="PATH", nargs="*", help="files, folders, or - for standard input")
    parser.add_argument("--format", choices=("markdown", "json", "jsonl", "csv"), default="markdown")
    return parser


def _with_as_read(parser: _Parser) -> _Parser:
    _add_library(parser, "articles of a library in place of paths (iraqreader list says which there are)")
    parser.add_argument("--as-read", action="store_true", help="what the rules say, without your corrections")
    return parser


def _add_library(parser: _Parser, words: str) -> None:
    parser.add_argument("--library", metavar="NAME", help=words)


def _add() -> _Parser:
    parser = _parser("iraqreader add", "Add files, folders and pages to a library, and read them.", manual.ADD)
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", help="files, folders, patterns in quotes, addresses of pages"
    )
    _add_library(parser, "the library; the one that is meant where none is named, if not given")
    _add_jobs(parser)
    return parser


def _remove() -> _Parser:
    parser = _parser("iraqreader remove", "Take files and folders out of a library, or it as a whole.", manual.REMOVE)
    parser.add_argument("paths", metavar="PATH", nargs="*", help="as they were added; the library itself, if none")
    _add_library(parser, "the library; the one that is meant where none is named, if not given")
    _add_jobs(parser)
    return parser


def _list() -> _Parser:
    parser = _parser("iraqreader list", "Your libraries: how much is in each, and where it is.", manual.LIST)
    parser.usage = "%(prog)s [OPTIONS]"
    _add_format(parser)
    parser.set_defaults(paths=[])
    return parser


def _index() -> _Parser:
    parser = _parser("iraqreader index", "Read what has changed, and make it ready to be searched.", manual.INDEX)
    parser.add_argument("paths", metavar="PATH", nargs="*", help="files, folders, or patterns in quotes")
    _add_library(parser, "the library, to which the paths are added; every library, if neither is given")
    _add_jobs(parser)
    return parser


def _add_jobs(parser: _Parser) -> None:
    parser.add_argument("--jobs", type=_positive, metavar="N", help="processes that read (as many as there are cores)")
    spread = "have the workers of a Dask cluster find the facts: tcp://HOST:8786 (pip install 'iraqreader[cluster]')"
    parser.add_argument("--scheduler", metavar="ADDRESS", help=spread)


def _doctor() -> _Parser:
    parser = _parser("iraqreader doctor", "What the reader finds here, and what to change.", manual.DOCTOR)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--config", metavar="FILE", help=_CONFIG)
    parser.add_argument(
        "--example", action="store_true", help="print a file of settings with every line commented out, every key too"
    )
    parser.set_defaults(paths=[])
    return parser


def _forget() -> _Parser:
    parser = _parser("iraqreader forget", "Remove all that the reader keeps on this machine.", manual.FORGET)
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.set_defaults(paths=[])
    return parser


def _completions() -> _Parser:
    parser = _parser(
        "iraqreader completions", "A script that teaches a shell to complete the command.", manual.COMPLETIONS
    )
    parser.usage = "%(prog)s SHELL\n       %(prog)s ids|speakers|sides|libraries [PATH ...]"
    shells = "the shell to complete in; or what its script asks for, a line each: ids, speakers, sides, libraries"
    parser.add_argument("shell", metavar="SHELL", choices=(*SHELLS, *OFFERS), help=shells)
    parser.add_argument("paths", metavar="PATH", nargs="*", help=_PATHS)
    return parser


def _man() -> _Parser:
    parser = _parser("iraqreader man", "A page of the manual, for man to show.", manual.MAN)
    parser.usage = "%(prog)s [COMMAND]"
    parser.add_argument(
        "page",
        metavar="COMMAND",
        nargs="?",
        choices=COMMANDS,
        default=READ,
        help="a command; the program itself, if none",
    )
    parser.set_defaults(paths=[])
    return parser


def _parser(prog: str, description: str, epilog: str) -> _Parser:
    parser = _Parser(
        prog=prog,
        usage="%(prog)s [OPTIONS] [PATH ...]",
        description=description,
        epilog=epilog,
        formatter_class=partial(argparse.RawDescriptionHelpFormatter, width=_HELP_WIDTH),
        allow_abbrev=False,
    )
    parser.set_defaults(batch=False, restricted=False, as_read=False, format=None, config=None, library=None)
    return parser


def _positive(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0")
    return int(text)


COMMANDS: dict[str, Callable[[], _Parser]] = {
    READ: _read,
    "quotes": lambda: _with_as_read(_quotes()),
    "table": lambda: _with_as_read(_table()),
    "troops": lambda: _with_as_read(_troops()),
    "stances": lambda: _with_as_read(_stances()),
    "show": lambda: _with_as_read(_show()),
    "timeline": lambda: _with_as_read(_timeline()),
    "speakers": lambda: _with_as_read(_speakers()),
    "export": lambda: _with_as_read(_export()),
    "explain": lambda: _with_as_read(_explain()),
    "add": _add,
    "remove": _remove,
    "list": _list,
    "index": _index,
    "notes": _notes,
    "doctor": _doctor,
    "forget": _forget,
    "completions": _completions,
    "man": _man,
}
