"""Words out of the app: to the terminal's clipboard by the way that works here, and always to a file."""

from __future__ import annotations

import base64
import os
import subprocess
from typing import TYPE_CHECKING

from iraqreader import report
from iraqreader.folders import state_folder
from iraqreader.guest import is_guest
from iraqreader.model import YOURS
from iraqreader.surroundings import multiplexer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from iraqreader.model import Article, Quote

SLICE = 240
"""Bytes of a device control string that GNU screen passes on whole."""


def quote_text(article: Article, quote: Quote) -> str:
    """The words of a quote, on one line."""
    return " ".join(report.printable(quote.span.of(article.text)).split())


def cited(article: Article, quote: Quote) -> str:
    """The same with who said it, where it was printed and when, and where it stands in the file."""
    speaker = quote.speaker
    who = ", ".join(filter(None, [speaker.name, speaker.role])) if speaker else "nobody named"
    who += " (corrected by the reader)" if quote.rule == YOURS else ""
    where = [article.publisher.name] if article.publisher else []
    where += [report.days(article.published), f"{article.path}, letters {quote.span.start}–{quote.span.end}"]
    words = quote_text(article, quote)
    shown = f"“{words}”" if quote.kind == "direct" else words
    return f"{shown} — {report.printable(who)}. {report.printable(', '.join(where))}"


def copy(text: str, environment: Mapping[str, str], write: Callable[[str], None]) -> str:
    """Copy by the way that works in this environment, and to a file; which way it went, in words.

    `write` sends control sequences to the terminal. Runs a program where that is the way: not for the event loop.
    """
    kept = keep(text)
    between = None if is_guest() else multiplexer(environment)
    if between == "tmux" and _to_tmux(text):
        return f"into tmux’s buffer and {kept}"
    sequence = f"\x1b]52;c;{base64.b64encode(text.encode('utf-8', 'replace')).decode()}\x07"
    if between == "screen":
        for piece in through_screen(sequence):
            write(piece)
        return f"to the terminal through screen, and {kept}"
    write(sequence)
    return f"to the terminal’s clipboard, and {kept}"


def keep(text: str) -> str:
    """Write the last copy to a file of the user's; where, in words. A file that cannot be written costs only itself."""
    if is_guest():
        return "to no file"
    path = state_folder() / "copied.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(text + "\n")
    except OSError:
        return "to no file, since none could be written"
    return f"to {path}"


def through_screen(sequence: str) -> Iterator[str]:
    """A control sequence in slices that GNU screen hands to the terminal around it."""
    for start in range(0, len(sequence), SLICE):
        yield f"\x1bP{sequence[start : start + SLICE]}\x1b\\"


def _to_tmux(text: str) -> bool:
    """Into tmux's buffer, which passes it to the terminal around it (`-w`) where that may be written."""
    command = ["tmux", "load-buffer", "-w", "-"]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, with the text on its standard input
            command, input=text.encode("utf-8", "replace"), timeout=2, check=False, capture_output=True, env=os.environ
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
