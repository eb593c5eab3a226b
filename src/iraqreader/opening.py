"""Opening the reader on a library: the app, or plain lines where the terminal can do no more, as the user settled it."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from iraqreader.arguments import UsageError
from iraqreader.console import FOUND, NONE, converse, put
from iraqreader.guest import is_guest
from iraqreader.settings import VARIABLE, Found, Settings, config_path, load_settings
from iraqreader.surroundings import only_prints

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from iraqreader.library import Library
    from iraqreader.tui.chooser import Choice


def open_reader(library: Library, arguments: Namespace) -> int:
    """Read until the reader is left; the exit code. The library holds at least one article."""
    if arguments.pick:
        return _pick(library, arguments)
    if reads_plainly(arguments):
        return _read_plainly(library, arguments)
    _take_keyboard()
    from iraqreader.tui import curtain, resume

    found, start = settle(arguments), resume.kept(library.articles)
    with curtain.raised(curtain.kept(library.articles, start, found.settings)) as up:
        from iraqreader.tui.app import run

        return run(library, found, start, up)


def reads_plainly(arguments: Namespace) -> bool:
    """Whether articles are read in lines that are printed, not on a screen that is drawn."""
    return bool(arguments.plain or only_prints(os.environ))


def _pick(library: Library, arguments: Namespace) -> int:
    """Print the quote that is chosen, with its source. The app is drawn on the terminal, wherever output goes."""
    put([])  # where there is no output nobody need choose
    if only_prints(os.environ):
        raise UsageError("--pick draws, and this terminal can only print (TERM); see iraqreader quotes --help")
    _take_keyboard()
    from iraqreader.tui.chooser import pick

    with _screen():
        choice, code = pick(library, settle(arguments))
    if choice is None:
        return code or NONE
    put([_told(choice, arguments.format)])
    return FOUND


def _told(choice: Choice, form: str | None) -> str:
    from iraqreader.export import export_found, to_json
    from iraqreader.tui.clipboard import cited

    citation = cited(*choice)
    return to_json({**export_found(*choice), "citation": citation}) if form == "json" else citation


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
    """Where standard input is an article, or closed: let keys come from the terminal itself, if there is one."""
    if not (sys.stdin and sys.stdin.isatty()):
        with suppress(OSError):
            os.dup2(os.open("/dev/tty", os.O_RDWR), 0)


@contextmanager
def _screen() -> Iterator[None]:
    """Standard error is the terminal while this lasts, where it was sent elsewhere and there is one."""
    if os.isatty(2) or not sys.__stderr__:
        yield
        return
    kept = os.dup(2)
    try:
        with suppress(OSError):
            os.dup2(os.open("/dev/tty", os.O_RDWR), 2)
        yield
    finally:
        os.dup2(kept, 2)
