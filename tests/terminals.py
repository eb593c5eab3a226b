"""A real pseudo-terminal around the real program, for tests of what Pilot cannot see."""

from __future__ import annotations

import os
import re
import sys
import time
from typing import TYPE_CHECKING, Any

import pexpect
import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

PROGRAM = [sys.executable, "-m", "iraqreader"]
PATIENCE = 20
"""Seconds that a test waits for what must come, on a machine that may be busy."""

QUIET = 0.5
"""Seconds without output after which a key has been answered."""

LEFT_ON = {1000: "mouse", 1003: "mouse", 1006: "mouse", 1004: "focus reports", 1049: "alternate screen", 2004: "paste"}
"""Terminal modes that must be off when the program has gone."""


def environment(home: Path, **changes: str) -> dict[str, str]:
    """This process's environment with a plain terminal, a home of its own, and no session around it."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("SSH_", "TMUX", "STY", "LC_", "LANG"))
    }
    plain = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": str(home), "XDG_STATE_HOME": str(home / "state")}
    for name in ("NO_COLOR", "COLORTERM", "COLORFGBG"):
        kept.pop(name, None)
    return kept | plain | changes


class Terminal:
    """Cells, 80x24 where nothing else is asked for, with a program in them. `size` is lines, then columns."""

    def __init__(
        self, command: list[str], env: Mapping[str, str], size: tuple[int, int] = (24, 80), cwd: Path | None = None
    ) -> None:
        self.raw = b""
        self._screen = pyte.Screen(size[1], size[0])
        self._stream = pyte.ByteStream(self._screen)
        self.child: Any = pexpect.spawn(
            command[0], command[1:], env=dict(env), dimensions=size, timeout=PATIENCE, cwd=cwd
        )

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self._screen.display)

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and line of the cursor, from 0."""
        return self._screen.cursor.x, self._screen.cursor.y

    @property
    def cursor_hidden(self) -> bool:
        """Whether the cursor cannot be seen."""
        return bool(self._screen.cursor.hidden)

    def see(self, words: str) -> None:
        """Wait until the words are on the screen."""
        end = time.monotonic() + PATIENCE
        while not re.search(words, self.text):
            assert time.monotonic() < end, f"{words!r} is not on the screen:\n{self.text}"
            self.read(0.1)

    def wait(self, what: Callable[[], bool]) -> None:
        """Wait until something is so on the screen."""
        end = time.monotonic() + PATIENCE
        while not what():
            assert time.monotonic() < end, f"that is not so of:\n{self.text}"
            self.read(0.1)

    def read(self, seconds: float) -> bytes:
        """Take what comes within some seconds; what it was."""
        end, before = time.monotonic() + seconds, len(self.raw)
        while (left := end - time.monotonic()) > 0:
            try:
                data = self.child.read_nonblocking(65536, timeout=left)
            except (pexpect.TIMEOUT, pexpect.EOF):
                break
            self.raw += data
            self._stream.feed(
                re.sub(rb"\x1b\[[<>=][\d;]*u|\x1b\[\?\d+\$p|\x1b\[2[23];2t", b"", data)
            )  # strange to pyte
        return self.raw[before:]

    def settle(self) -> None:
        """Take what comes until nothing comes any more."""
        while self.read(QUIET):
            pass

    def type(self, keys: str | bytes) -> None:
        """Type keys."""
        self.child.send(keys)

    def end(self) -> int:
        """Wait until the program has gone; its exit code."""
        end = time.monotonic() + PATIENCE
        while self.child.isalive():
            assert time.monotonic() < end, f"still running:\n{self.text}"
            self.read(0.1)
        self.read(0.2)
        self.child.close()
        return int(self.child.exitstatus if self.child.exitstatus is not None else -self.child.signalstatus)

    def resize(self, columns: int, lines: int) -> None:
        """The terminal has another size."""
        self._screen.resize(lines, columns)
        self.child.setwinsize(lines, columns)

    def hang_up(self) -> None:
        """The terminal goes away."""
        self.child.ptyproc.fileobj.close()
        # pexpect must not close the descriptor's number again: by then it may be another file's.
        self.child.ptyproc.closed = self.child.closed = True
        self.child.ptyproc.fd = self.child.child_fd = -1

    def left(self) -> set[str]:
        """What the program has left on."""
        modes = {int(number): state == b"h" for number, state in re.findall(rb"\x1b\[\?(\d+)([hl])", self.raw)}
        left = {name for mode, name in LEFT_ON.items() if modes.get(mode)}
        return left if modes.get(25, True) else left | {"hidden cursor"}
