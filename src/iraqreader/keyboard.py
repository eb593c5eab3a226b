"""What a person types at a terminal that can only print: one letter acts at once, a number or `/words` with Enter."""

from __future__ import annotations

import codecs
import os
import select
import signal
import sys
import termios
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self

from iraqreader.charset import charset
from iraqreader.guest import is_guest
from iraqreader.report import display_width, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_END = "\x04"
"""Ctrl+D: nothing more will be typed."""

_RUB, _CLEAR, _LEAVE = "\x7f\b", "\x15", "\x1b"
"""Keys that take back a letter, or all of them; the start of what a key without a letter sends."""


class Keyboard:
    """Standard input, letter by letter where it is a terminal, else a line at a time.

    `show` prints what is typed as it stands. The terminal is as it was once this is left, stopped or ended.
    """

    def __init__(self, show: Callable[[str], None], environment: Mapping[str, str]) -> None:
        self._show = show
        self._decoder = codecs.getincrementaldecoder(charset(environment))("replace")
        # Emacs's shell sends whole lines, and shows them itself.
        self._lines = "INSIDE_EMACS" in environment or not os.isatty(0)
        self._before: list[Any] = [] if self._lines else termios.tcgetattr(0)
        self._echo = bool(self._before) and bool(self._before[3] & termios.ECHO)
        self._ahead: str | None = None

    def __enter__(self) -> Self:
        if not self._lines:
            self._take()
            if not is_guest():
                signal.signal(signal.SIGTSTP, self._stop)
            for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
                signal.signal(number, self._end)
        return self

    def __exit__(self, *_: object) -> None:
        if not self._lines:
            self._give_back()

    def read(self) -> str | None:
        """What is typed next: a letter, a number, `/words`, "" for Enter alone; None when nothing more will come."""
        if self._lines:
            return self._line()
        while (first := self._letter()) == _LEAVE:
            self._drop_what_is_there()
        if first in (None, _END):
            return None
        if first == "/" or first.isdigit():
            return self._rest(first)
        self._tell(f"{first}\n" if first.isprintable() else "\n")
        if first != "\n" and self._waiting() and (after := self._letter()) != "\n":
            self._ahead = after  # but one who ends each line with Enter has said one thing, not two
        return first.strip()

    def _line(self) -> str | None:
        line = sys.stdin.readline() if sys.stdin else ""
        if not os.isatty(0):  # nobody has seen it typed
            self._show(printable(line) or "\n")
        return line.strip() if line else None

    def _rest(self, typed: str) -> str | None:
        """A number or words, up to Enter."""
        self._tell(typed)
        while (letter := self._letter()) != "\n":
            if letter in (None, _END):
                return None
            if letter in _RUB or letter == _CLEAR:
                kept = typed[:-1] if letter in _RUB else ""
                self._tell("\b \b" * display_width(typed[len(kept) :]))
                typed = kept
            elif letter.isprintable():
                self._tell(letter)
                typed += letter
        self._tell("\n")
        return typed.strip()

    def _letter(self) -> str | None:
        """The next letter; None at the end, and where the terminal has gone."""
        if self._ahead:
            letter, self._ahead = self._ahead, None
            return letter
        with suppress(OSError):
            while byte := os.read(0, 1):
                if letter := self._decoder.decode(byte):
                    return letter
        return None

    def _waiting(self) -> bool:
        return bool(select.select([0], [], [], 0)[0])

    def _drop_what_is_there(self) -> None:
        while self._waiting() and self._letter():
            pass

    def _tell(self, typed: str) -> None:
        if self._echo:
            self._show(typed)

    # The terminal.

    def _take(self) -> None:
        taken = [*self._before]
        taken[3] &= ~(termios.ICANON | termios.ECHO)
        termios.tcsetattr(0, termios.TCSADRAIN, taken)

    def _give_back(self) -> None:
        with suppress(termios.error):
            termios.tcsetattr(0, termios.TCSADRAIN, self._before)

    def _stop(self, *_: object) -> None:
        self._give_back()
        os.kill(os.getpid(), signal.SIGSTOP)
        self._take()

    def _end(self, number: int, _: object) -> None:
        raise SystemExit(128 + number)
