"""The picture that the last run ended with, shown again at once, while the rest of the program is loaded behind it.

To load what draws takes three times as long as to read the articles. Where nothing has changed that the picture shows,
one reads on meanwhile, and what is then drawn needs not to be sent. Keys that are typed wait.
"""

from __future__ import annotations

import os
import signal
import sys
import termios
from contextlib import contextmanager, suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from iraqreader import __version__
from iraqreader.charset import charset
from iraqreader.tui import state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqreader.articles import Articles
    from iraqreader.settings import Settings
    from iraqreader.tui.places import Place

AROUND = 6
"""Articles on either side of the open one that the panel of a picture shows; its list shows one in two lines."""

_NAME = "picture"
_LOOKED_AT = (
    "TERM",
    "COLORTERM",
    "COLORFGBG",
    "NO_COLOR",
    "TMUX",
    "STY",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "SSH_CONNECTION",
)
"""What of the environment a picture depends on."""

_INPUT, _LOCAL = 0, 3
"""Where `termios` keeps the modes of input, and those of editing."""

_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l", "\x1b[?25h\x1b[?1049l"


class Picture(NamedTuple):
    """What all that a picture shows depends on, as a hash, and the sequences that paint it; empty where there is none."""

    key: str
    paint: str = ""


class Curtain:
    """A picture on a terminal that is ours already; `attributes` are how the terminal was before, once it is up."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self.attributes: list[Any] | None = None

    def raise_(self) -> None:
        """Show the picture, and let keys wait unseen."""
        with suppress(termios.error):
            before = termios.tcgetattr(0)
            silent = termios.tcgetattr(0)
            silent[_INPUT] &= ~(termios.ICRNL | termios.IXON)  # else Enter would come as Ctrl+J
            silent[_LOCAL] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(0, termios.TCSANOW, silent)
            self.attributes = before
            _send(_ENTER + self.picture.paint)

    def hand_over(self) -> list[Any] | None:
        """How the terminal was before, for whoever is to put it back; nothing where it was not touched."""
        before, self.attributes = self.attributes, None
        return before

    def lower(self) -> None:
        """Put the terminal back, unless somebody else has that to do by now."""
        if before := self.hand_over():
            _send(_LEAVE)
            termios.tcsetattr(0, termios.TCSANOW, before)


@contextmanager
def raised(picture: Picture) -> Iterator[Curtain]:
    """The picture is up where there is one, and the terminal as it was when all is over, also after a signal."""
    curtain = Curtain(picture)
    before = {number: signal.signal(number, _end) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        if picture.paint:
            curtain.raise_()
        yield curtain
    finally:
        curtain.lower()
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _: object) -> None:
    raise SystemExit(128 + number)


def kept(articles: Articles, place: Place | None, settings: Settings) -> Picture:
    """The picture to begin with: that of the last run, if it would look the same now."""
    key = picture_key(articles, place, settings)
    match state.read(_NAME):
        case [str(known), str(paint)] if known == key and charset(os.environ) == "utf-8":
            return Picture(key, paint)
    return Picture(key)


def keep(picture: Picture) -> None:
    """Keep a picture for the next start."""
    state.write(_NAME, picture)


def picture_key(articles: Articles, place: Place | None, settings: Settings) -> str:
    """A hash of the program, the terminal, the settings, the place and the facts of all articles near it."""
    terminal = [os.environ.get(name) for name in _LOOKED_AT]
    size = os.get_terminal_size(2) if os.isatty(2) else None
    opened = place.article if place else 0
    around = max(AROUND, size.lines // 2 if size else 0)
    near = articles[max(0, opened - around) : opened + around + 1]
    where = place and (place.pane, place.article, place.offset)
    parts = (__version__, terminal, size, settings, where, len(articles), near)
    return sha256(repr(parts).encode("utf-8", "replace")).hexdigest()


def _send(sequence: str) -> None:
    if sys.__stderr__:
        with suppress(OSError, ValueError):
            sys.__stderr__.write(sequence)
            sys.__stderr__.flush()
