"""Standard output, which is for data, and standard error, which is for remarks: the only file that prints."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING

from iraqreader.arguments import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from subprocess import Popen

FOUND, NONE, USAGE = 0, 1, 2
"""Exit codes: something was found, nothing was, or what was asked cannot be done."""

_complaints = {"json": False}
"""How to say what is wrong; set by each command line as it begins."""

_BOLD, _PLAIN = "\x1b[1m", "\x1b[22m"


def put(lines: Iterable[str]) -> None:
    """Print lines; each goes at once, since a pipe may be waiting for it. Raises UsageError where it is closed."""
    if sys.stdout is None:
        raise UsageError("standard output is closed")
    sys.stdout.flush()
    for line in lines:
        print(line, flush=True)


def complain_in_json(wanted: bool) -> None:
    """Whether a program reads what is wrong: then each is a line of JSON."""
    _complaints["json"] = wanted


def complain(message: str) -> None:
    """Say what is wrong, on one line: in words, or as `{"error": …}` for a program."""
    if not sys.stderr:
        return
    from iraqreader.report import one_line  # noqa: PLC0415 - seldom needed, and `--version` must not pay for it

    if _complaints["json"]:
        from iraqreader.export import to_json  # noqa: PLC0415 - the same

        print(to_json({"error": one_line(message)}), file=sys.stderr)
    else:
        print(f"iraqreader: {one_line(message)}", file=sys.stderr)


def watched() -> bool:
    """Whether a person looks at standard error."""
    return bool(sys.stderr) and sys.stderr.isatty()


def remark(words: str) -> None:
    """Show words on the last line of standard error, in place of those that were there; "" takes them away."""
    print(f"\r{words}\x1b[K", end="", file=sys.stderr, flush=True)


def page(lines: Iterable[str]) -> None:
    """Show lines to a person in a pager, $PAGER or less; print them where nobody looks, or nothing pages."""
    if not on_terminal():
        put(lines)
        return
    from shlex import split  # noqa: PLC0415 - a pipe must not wait for it
    from subprocess import PIPE, Popen  # noqa: PLC0415 - the same

    command = split(os.environ.get("PAGER") or "less")
    signs = {"LESS": "R", **os.environ}  # which shows bold letters as such
    try:
        pager = Popen(command, stdin=PIPE, text=True, encoding=sys.stdout.encoding, errors=sys.stdout.errors, env=signs)  # noqa: S603 - the user's own
    except OSError:
        put(lines)
        return
    _feed(pager, lines)


def _feed(pager: Popen[str], lines: Iterable[str]) -> None:
    """Write until the pager has all, or was left; Ctrl+C is the pager's until it ends."""
    while True:
        try:
            pager.communicate("".join(f"{line}\n" for line in lines))
        except KeyboardInterrupt:
            lines = ()
        else:
            return


def abandon_output() -> None:
    """Keep Python from trying once more, at its end, to write what nobody takes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def set_encoding(encoding: str | None) -> None:
    """Take what a stream cannot carry as a question mark and give it as the nearest sign, rather than fail at it."""
    from iraqreader.charset import nearest_signs  # noqa: PLC0415 - `--version` must not pay for it

    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, nearest_signs())):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors=errors)


def on_terminal() -> bool:
    """Whether a person looks at standard output."""
    return bool(sys.stdout) and sys.stdout.isatty()


def columns() -> int | None:
    """Columns of the terminal that a person looks at standard output on; None where nobody does."""
    if not on_terminal():
        return None
    from shutil import get_terminal_size  # noqa: PLC0415 - seldom needed, and a pipe must not wait for it

    return get_terminal_size().columns


def emphasis(wanted: str) -> Callable[[str], str]:
    """How words are stressed, in bold or not at all, as `--color` has it.

    `auto` is in bold where a person looks, at a terminal that can, and NO_COLOR is not set; `always` is said last, and
    so holds against all of these.
    """
    able = on_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return _bold if wanted == "always" or (wanted == "auto" and able) else str


def _bold(words: str) -> str:
    return f"{_BOLD}{words}{_PLAIN}"


def converse(read: Callable[[Callable[[str], str | None]], None]) -> None:
    """Have `read` ask with prompts what it likes, of a person who types what `keyboard` understands.

    What is printed is in the terminal's own encoding, with the nearest signs that it has.
    """
    from iraqreader.charset import use_nearest_signs  # noqa: PLC0415 - a conversation is seldom held
    from iraqreader.keyboard import Keyboard  # noqa: PLC0415 - the same

    if isinstance(sys.stdout, TextIOWrapper):
        use_nearest_signs(sys.stdout)
    with Keyboard(_show, os.environ) as keyboard:

        def ask(prompt: str) -> str | None:
            _show(prompt)
            return keyboard.read()

        read(ask)
    put([])


def _show(words: str) -> None:
    print(words, end="", flush=True)
