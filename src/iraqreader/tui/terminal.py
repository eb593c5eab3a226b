"""What this terminal can do, and the manners it is owed.

Textual leaves some of these to its apps: signals, a terminal that has gone, bytes that are no text, a title.
"""

from __future__ import annotations

import asyncio
import codecs
import contextlib
import os
import selectors
import signal
import sys
import termios
from functools import partial
from io import TextIOWrapper
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, TextIO, cast

from textual import constants
from textual.drivers import linux_driver

from iraqreader.charset import charset, use_nearest_signs
from iraqreader.surroundings import TRUE_COLOUR, is_light, is_remote, wants_no_colour

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from iraqreader.settings import Settings

_TITLED = ("xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "wezterm", "contour", "st-")
"""Starts of TERM for terminals that have a title and can put the old one back."""


_ALTERNATE = "\x1b[?1049h"
"""The sequence by which an app gets a screen of its own, cleared."""

_ERASING = ("xterm-256color", "xterm-16color", "xterm-color", "alacritty", "linux", "rxvt", "st-", "konsole", "mintty")
"""Starts of TERM for terminals that give what they erase the colour that is set behind letters (terminfo's `bce`)."""


def choose_theme(settings: Settings, environment: Mapping[str, str], colours: str | None) -> str:
    """As settled; else our own colours where there are 256 or more, and the link is fast. Light where the terminal is."""
    light = is_light(environment)
    if wants_no_colour(environment):
        return "terminal-light" if light else "terminal-dark"
    if settings.theme != "auto":
        return settings.theme
    if settings.is_slow(environment) or colours not in ("256", "truecolor"):
        return "terminal-light" if light else "terminal-dark"
    return "paper" if light else "night"


def erases(environment: Mapping[str, str]) -> bool:
    """Whether what the terminal erases takes the colour that is set behind letters. Where in doubt, it does not."""
    return environment.get("TERM", "").startswith(_ERASING) and not environment.get("STY")


def refusal() -> str | None:
    """Why the app cannot be shown here, or None. It is drawn on standard error, so that output can be piped."""
    if not (sys.__stderr__ and sys.__stderr__.isatty()):
        return "the reader needs a terminal on standard error; `iraqreader table` prints without one"
    if not (sys.__stdin__ and sys.__stdin__.isatty()):
        return "the reader needs a terminal to take keys from; `iraqreader table` prints without one"
    return None


def tell(words: str) -> None:
    """One line on standard error."""
    if sys.__stderr__:
        sys.__stderr__.write(f"iraqreader: {words}\n")


def prepare(*, slow: bool) -> None:
    """Set right what Textual looks at when an app is made, for a slow link or a fast one."""
    if not os.environ.get("NO_COLOR"):
        os.environ.pop("NO_COLOR", None)
    for name in ("COLUMNS", "LINES"):  # a size from the environment would outlast every resize
        os.environ.pop(name, None)
    if not os.environ.get("COLORTERM") and os.environ.get("TERM", "").startswith(TRUE_COLOUR):
        os.environ["COLORTERM"] = "truecolor"
    if (slow or is_remote(os.environ)) and not os.environ.get("ESCDELAY"):
        constants.ESCAPE_DELAY = 0.3  # type: ignore[misc] # a slow link splits an arrow key into Esc and letters
    _forgive_bytes()
    if isinstance(sys.__stderr__, TextIOWrapper):
        use_nearest_signs(sys.__stderr__)


class Driver(linux_driver.LinuxDriver):
    """Textual's own, for terminals that go away, and for people who want their prompt back at once.

    Its writer is a thread that dies of the first error, after which whoever has something to write waits for ever. Its
    reader is one that looks up only every tenth of a second, twice before it ends.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._file = Patient(cast("TextIO", self._file))  # type: ignore[assignment] # it writes and flushes: enough
        self._behind_curtain = False
        self._bell, self._cord = os.pipe()
        linux_driver.selectors = SimpleNamespace(  # type: ignore[assignment,attr-defined]
            EVENT_READ=selectors.EVENT_READ, SelectSelector=partial(Wakeable, self._bell)
        )

    def start_application_mode(self) -> None:
        """Textual hides the cursor; where it follows what is chosen it is to be seen. A picture that is up stays."""
        curtain = getattr(self._app, "curtain", None)
        before = curtain.hand_over() if curtain else None
        self._behind_curtain = before is not None
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if before:
            self.attrs_before = before
        if getattr(self._app, "follows", False):
            self.write("\x1b[?25h")
            self.flush()

    def _get_terminal_size(self) -> tuple[int, int]:
        """Cells of the terminal that is drawn on; Textual asks standard output, which may be a pipe."""
        with contextlib.suppress(OSError):
            return os.get_terminal_size(self.fileno)
        return super()._get_terminal_size()

    def write(self, data: str) -> None:
        """Send a sequence, but for the one that would clear the picture that is up."""
        if self._behind_curtain and data == _ALTERNATE:
            self._behind_curtain = False
        else:
            super().write(data)

    def disable_input(self) -> None:
        """Stop reading keys, without waiting for one."""
        os.write(self._cord, b"!")
        super().disable_input()
        os.read(self._bell, 1)

    def _sigcont_application(self, *_: object) -> None:
        """Go on after a stop; one who hangs up sends the same signal, and a second start would never end."""
        if self._must_signal_resume:
            super()._sigcont_application()


class Wakeable(selectors.SelectSelector):
    """Waits for what it is told to, and not at all while there is something to read from `bell`."""

    def __init__(self, bell: int) -> None:
        super().__init__()
        self._bell = self.register(bell, selectors.EVENT_READ)

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """What is ready, but for the bell."""
        return [(key, events) for key, events in super().select(timeout) if key is not self._bell]


class Patient:
    """A stream whose reader may have gone: then what is written is dropped."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        """Write, if anyone is there."""
        with contextlib.suppress(OSError, ValueError):
            self._stream.write(text)

    def flush(self) -> None:
        """Flush, if anyone is there."""
        with contextlib.suppress(OSError, ValueError):
            self._stream.flush()


def _forgive_bytes() -> None:
    """A byte that is no text must not end the program: Textual's driver decodes strictly, in a thread of its own.

    A terminal that is not in UTF-8 sends letters as it shows them.
    """
    encoding = charset(os.environ).replace("ascii", "utf-8")
    forgiving = partial(codecs.getincrementaldecoder(encoding), errors="replace")
    linux_driver.getincrementaldecoder = lambda _encoding: forgiving  # type: ignore[attr-defined,assignment]


@contextlib.contextmanager
def titled(words: str, environment: Mapping[str, str]) -> Iterator[None]:
    """The terminal's title while the app runs; the old one comes back."""
    able = environment.get("TERM", "").startswith(_TITLED)
    _send(f"\x1b[22;2t\x1b]2;{words}\x1b\\" if able else "")
    try:
        yield
    finally:
        _send("\x1b[23;2t" if able else "")


def _send(sequence: str) -> None:
    if sequence and sys.__stderr__:
        stream = Patient(sys.__stderr__)
        stream.write(sequence)
        stream.flush()


def on_signals(leave: Callable[[int], None]) -> None:
    """Have `leave` called with 128+n for the signals that end a program, so that the terminal is put right first."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        loop.add_signal_handler(number, leave, 128 + number)


def is_gone() -> bool:
    """Whether the terminal has gone away without a signal, as when SIGHUP is ignored."""
    try:
        termios.tcgetattr(0)
    except termios.error:
        return True
    return False
