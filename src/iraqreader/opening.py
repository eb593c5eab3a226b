"""Opening the reader on a library: the app, or plain lines where the terminal can do no more, as the user settled it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from iraqreader.console import converse, put
from iraqreader.guest import is_guest
from iraqreader.settings import VARIABLE, Found, Settings, config_path, load_settings
from iraqreader.surroundings import only_prints

if TYPE_CHECKING:
    from argparse import Namespace

    from iraqreader.library import Library


def open_reader(library: Library, arguments: Namespace) -> int:
    """Read until the reader is left; the exit code. The library holds at least one article."""
    if arguments.plain or only_prints(os.environ):
        return _read_plainly(library, arguments)
    if not (sys.stdin and sys.stdin.isatty()):
        _take_keyboard()
    from iraqreader.tui import curtain, resume

    found, start = settle(arguments), resume.kept(library.articles)
    with curtain.raised(curtain.kept(library.articles, start, found.settings)) as up:
        from iraqreader.tui.app import run

        return run(library, found, start, up)


def settle(arguments: Namespace) -> Found:
    """The settings of the file, which is not a guest's, but for what was asked for on the command line."""
    named = arguments.config or os.environ.get(VARIABLE)
    path = Path(named) if named else config_path(os.environ)
    found = Found(path, Settings()) if is_guest() else load_settings(path, wanted=bool(named))
    asked = {name: getattr(arguments, name, None) for name in ("link", "cursor", "mouse")}
    given = {name: value for name, value in asked.items() if value is not None}
    return found._replace(settings=replace(found.settings, **given)) if given else found


def _read_plainly(library: Library, arguments: Namespace) -> int:
    from iraqreader.plain import Plain, Size

    if "-" in arguments.paths:
        _take_keyboard()
    why = "--plain asks for it" if arguments.plain else "this terminal can only print (TERM)"
    size = Size(*get_terminal_size())
    converse(lambda ask: Plain(library, size, ask, put).read(why))
    return 0


def _take_keyboard() -> None:
    """Standard input was an article, or is closed: let keys come from the terminal itself, if there is one."""
    with suppress(OSError):
        os.dup2(os.open("/dev/tty", os.O_RDWR), 0)
