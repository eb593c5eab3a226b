"""What can be typed after `iraqreader`: commands, options, and the help on them."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from iraqreader import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

READ = "read"
"""The command that needs no name: opens the reader."""

SORTED_BY = ("date", "troops", "washington", "baghdad", "others", "quotes", "publisher", "title")
"""The columns of the comparison, which is not imported for them: help must not wait for it."""

VOICES_BY = ("words", "name", "side", "date")
"""The orders of speakers, which are not imported for them either."""

_HELP_WIDTH = 80
"""Columns of the help on options. To ask the terminal, argparse imports what takes a fifth of a command's start."""

_PATHS = "files, folders (.txt and .md inside) or - for standard input; the five articles that come along, if none"

_CONFIG = "settings to read instead of the usual file (iraqreader doctor says which that is)"

_READ_HELP = """\
commands:
  quotes QUERY [PATH...]   find quotations by half-remembered words
  table [PATH...]          a row per article: date, publisher, title, troops, what each side wanted
  timeline [PATH...]       troop counts over time, drawn in lines of text
  speakers [PATH...]       who speaks: roles over time, side, how many words, in how many articles
  export [PATH...]         every fact as JSON, for programs
  explain PATH...          the facts beside their sentences, each with its rule and evidence
  notes [PATH...]          your marks and notes: each quote with who said it, where, and what you wrote
  doctor                   the terminal, the folders and the settings as found here, and what to change

examples:
  iraqreader                             read the five articles that come along
  iraqreader ~/clippings story.txt       read your own
  iraqreader quotes "boots on teh gro"   typos and unfinished words are fine
  iraqreader quotes --help               more on a command; ./quotes is a file of that name

exit codes: 0 found, 1 nothing found, 2 something is wrong with what was asked"""

_QUOTES_HELP = """\
in a query:
  'word  "a phrase"       just so, but for case, accents and the shape of marks
  !word  !"a phrase"      not there; ! may also stand before each of the following
  speaker:carter          part of the name or the role; speaker:"al abadi"
  side:washington         or the beginning of it
  article:nbc             words of the title, the publisher or the file's name
  before:2016             from before that year; a month or a day works as well; an article with a window
  after:2016-02           for a date stays if it may be from then
  kind:reported           of reported speech; kind:direct in quotation marks, kind:any both
Words look through direct quotes unless a kind is given. Filters alone list all that they keep, in date order.

examples:
  iraqreader quotes "pompeo right structure"
  iraqreader quotes --limit 1 --format json "on the ground" ~/clippings
  iraqreader quotes "'soldiers side:baghdad after:2015 !speaker:hadithi"
  iraqreader quotes --batch ~/clippings < queries.txt    one query a line in, one JSON line out"""

_TABLE_HELP = """\
signs: ~ about  > more than  ≥ at least  ≤ up to  < fewer than  ⚑ another source disagrees  † date corrected
terms: words of title or publisher, "in quotation marks" too · title:pact · publisher:nbc · troops>=3000 · troops:none
  washington:withdraw · baghdad:none · after:2015 · before:2016-02 · date:2016 · quotes>5 · conflict · corrected · undated
examples:
  iraqreader table
  iraqreader table --format csv ~/clippings > coverage.csv
  iraqreader table --sort troops --reverse              the largest number first; unknown ones are last
  iraqreader table --filter "baghdad:none !corrected"   terms that are all true; ! turns one round"""

_TIMELINE_HELP = """\
A line per figure: the day, or the window in which the article came out (├──┤, ◂ and ▸ where an end is open), and a bar
as long as the number, which ends in ~ about, > more than, ≥ at least, ≤ up to, < fewer than, or ● that number; dotted
as far as it may go, of a range from ● to ●. ⚑ another source in the article disagrees, and has a line of its own.
Articles without a figure are listed too. As wide as the terminal, or as COLUMNS says.
examples:
  iraqreader timeline
  iraqreader timeline --filter "after:2015 !troops:none" ~/clippings > chart.txt"""

_SPEAKERS_HELP = """\
Someone whom articles name is one speaker in all of them; "officials" are a speaker of one article alone,
since elsewhere the same words may mean others.
examples:
  iraqreader speakers
  iraqreader speakers --side baghdad --sort date ~/clippings
  iraqreader speakers --format csv ~/clippings > speakers.csv
  iraqreader speakers --format jsonl | head -1          with the place of every quote"""

_EXPORT_HELP = """\
examples:
  iraqreader export --format json > facts.json
  iraqreader export --format jsonl ~/clippings | head -1"""

_EXPLAIN_HELP = """\
examples:
  iraqreader explain story.txt | less
  iraqreader explain --as-read story.txt      what the rules say, without your corrections"""

_NOTES_HELP = """\
Without PATH, everything that you marked, wherever its article is. An article that was moved is known again
by its text: name the folder it is in now.
examples:
  iraqreader notes > notes.md
  iraqreader notes --format csv ~/clippings > notes.csv"""


_DOCTOR_HELP = """\
examples:
  iraqreader doctor
  iraqreader doctor --example > ~/.config/iraqreader/config.toml

exit codes: 0 all is well, 1 something is to be put right"""


class UsageError(Exception):
    """What was asked cannot be done; the message is one line for the person who asked."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see {self.prog} --help)")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Arguments of one command, with its name as `command`; a first word that names a command is never a path.

    Raises UsageError, and SystemExit where help or the version was asked for and has been printed.
    """
    command, rest = (argv[0], argv[1:]) if argv and argv[0] in COMMANDS else (READ, argv)
    end = rest.index("--") if "--" in rest else len(rest)
    arguments = COMMANDS[command]().parse_intermixed_args(rest[:end])
    arguments.command = command
    arguments.paths += rest[end + 1 :]
    return _check(arguments)


def _check(arguments: argparse.Namespace) -> argparse.Namespace:
    """Settle what depends on two arguments at once."""
    if arguments.batch:
        if arguments.format not in (None, "jsonl"):
            raise UsageError("--batch answers with --format jsonl only")
        arguments.format = "jsonl"
    elif arguments.command == "quotes":
        if not arguments.paths:
            raise UsageError("a query is missing (see iraqreader quotes --help)")
        arguments.query = arguments.paths.pop(0)
    elif arguments.command == "explain" and not arguments.paths:
        raise UsageError("a path is missing (see iraqreader explain --help)")
    return arguments


def _read() -> _Parser:
    parser = _parser(
        "iraqreader", "Read news coverage: who said what, how many troops, what each side wanted.", _READ_HELP
    )
    parser.add_argument("paths", metavar="PATH", nargs="*", help=_PATHS)
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
    parser.add_argument("--version", action="version", version=f"iraqreader {__version__}")
    return parser


def _quotes() -> _Parser:
    parser = _parser("iraqreader quotes", "Find quotations by half-remembered words.", _QUOTES_HELP)
    parser.usage = "%(prog)s [OPTIONS] QUERY [PATH ...]\n       %(prog)s [OPTIONS] --batch [PATH ...]"
    parser.add_argument("paths", metavar="QUERY [PATH ...]", nargs="*", help=f"words, then {_PATHS}")
    parser.add_argument("--limit", type=_positive, default=10, metavar="N", help="at most N answers (10)")
    parser.add_argument("--format", choices=("text", "json", "jsonl"), help="text, or jsonl with --batch")
    parser.add_argument(
        "--batch", action="store_true", help="read queries from standard input, and answer each at once"
    )
    return parser


def _table() -> _Parser:
    parser = _parser("iraqreader table", "A row per article, in date order.", _TABLE_HELP)
    parser.add_argument("paths", metavar="PATH", nargs="*", help=_PATHS)
    parser.add_argument("--format", choices=("text", "json", "csv"), default="text")
    parser.add_argument("--sort", choices=SORTED_BY, help="order by a column (date)")
    parser.add_argument("--reverse", action="store_true", help="the last or largest first")
    parser.add_argument("--filter", metavar="TERMS", default="", help="only articles of which every term is true")
    return parser


def _timeline() -> _Parser:
    parser = _parser("iraqreader timeline", "U.S. troops in Iraq over time, as articles count them.", _TIMELINE_HELP)
    parser.add_argument("paths", metavar="PATH", nargs="*", help=_PATHS)
    parser.add_argument("--filter", metavar="TERMS", default="", help="as in iraqreader table --help")
    return parser


def _speakers() -> _Parser:
    parser = _parser("iraqreader speakers", "Who speaks, for which side, and how much of it.", _SPEAKERS_HELP)
    parser.add_argument("paths", metavar="PATH", nargs="*", help=_PATHS)
    parser.add_argument("--format", choices=("text", "json", "jsonl", "csv"), default="text")
    parser.add_argument("--sort", choices=VOICES_BY, default="words", help="order (words: the most first)")
    parser.add_argument("--side", metavar="SIDE", help="only of that side: washington, baghdad, another, or none")
    return parser


def _export() -> _Parser:
    parser = _parser("iraqreader export", "Every fact of every article, as spans on its text.", _EXPORT_HELP)
    parser.add_argument("paths", metavar="PATH", nargs="*", help=_PATHS)
    parser.add_argument(
        "--format", choices=("json", "jsonl"), default="json", help="jsonl: an article a line, as ready"
    )
    return parser


def _explain() -> _Parser:
    parser = _parser(
        "iraqreader explain", "Each sentence with its facts, their rules and their evidence.", _EXPLAIN_HELP
    )
    parser.add_argument("paths", metavar="PATH", nargs="*", help="files, folders, or - for standard input")
    return parser


def _notes() -> _Parser:
    parser = _parser("iraqreader notes", "Your marks, notes and corrections, by article in date order.", _NOTES_HELP)
    parser.add_argument("paths", metavar="PATH", nargs="*", help="files, folders, or - for standard input")
    parser.add_argument("--format", choices=("markdown", "json", "jsonl", "csv"), default="markdown")
    return parser


def _with_as_read(parser: _Parser) -> _Parser:
    parser.add_argument("--as-read", action="store_true", help="what the rules say, without your corrections")
    return parser


def _doctor() -> _Parser:
    parser = _parser("iraqreader doctor", "What the reader finds here, and what to change.", _DOCTOR_HELP)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--config", metavar="FILE", help=_CONFIG)
    parser.add_argument(
        "--example", action="store_true", help="print a file of settings with every line commented out, every key too"
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
    parser.set_defaults(batch=False, as_read=False, format=None)
    return parser


def _positive(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0")
    return int(text)


COMMANDS: dict[str, Callable[[], _Parser]] = {
    READ: _read,
    "quotes": lambda: _with_as_read(_quotes()),
    "table": lambda: _with_as_read(_table()),
    "timeline": lambda: _with_as_read(_timeline()),
    "speakers": lambda: _with_as_read(_speakers()),
    "export": lambda: _with_as_read(_export()),
    "explain": lambda: _with_as_read(_explain()),
    "notes": _notes,
    "doctor": _doctor,
}
