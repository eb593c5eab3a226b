"""A guest reads, and does nothing else here: `iraqreader --restricted`, for kiosks and for accounts over SSH.

Nothing is written, no program is run, no file outside the library is read. Whoever writes, runs or reads beyond the
articles asks here first. Once a process is a guest's it stays so, and so do those that it starts.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

VARIABLE = "IRAQREADER_RESTRICTED"
"""Environment variable: not empty for a guest. An absolute path is the library, beyond which nothing is read."""

KEPT_BACK = "not kept: guests only read here (--restricted)"
"""What is said where a guest asks to keep something."""

_BARRED = frozenset({"suspend_process", "show_aside", "screenshot", "write"})
"""Actions that lead out of the program, or keep something."""


def is_guest() -> bool:
    """Whether this process is a guest's."""
    return bool(os.environ.get(VARIABLE))


def restrict() -> None:
    """Make this process a guest's: nothing of Textual's own that can be asked for by environment, and no way to a shell."""
    import signal  # noqa: PLC0415 - every command asks here whether it is a guest's, and few are

    os.environ.setdefault(VARIABLE, "1")
    if not is_guest():
        os.environ[VARIABLE] = "1"
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
    sys.dont_write_bytecode = True
    signal.signal(signal.SIGTSTP, signal.SIG_IGN)


def beyond(paths: list[str]) -> list[str]:
    """Those of the paths that are not in the library that the environment gives; none where it gives none."""
    given = os.environ.get(VARIABLE, "")
    return [path for path in paths if not is_under(path, [given])] if os.path.isabs(given) else []  # noqa: PTH117 - a string


def library(paths: list[str]) -> list[str]:
    """What is read: the paths, else the library that the environment gives."""
    given = os.environ.get(VARIABLE, "")
    return paths or ([given] if os.path.isabs(given) else [])  # noqa: PTH117 - the same


def is_under(path: str, folders: Sequence[str]) -> bool:
    """Whether a path, wherever its links lead, is one of the folders or in one."""
    from pathlib import Path  # noqa: PLC0415 - the same

    real = Path(os.path.realpath(path))
    return any(real.is_relative_to(os.path.realpath(folder)) for folder in folders)


def allows(action: str) -> bool:
    """Whether an action, as a key has it, neither keeps anything nor leads out of the program."""
    name = action.rpartition(".")[2].partition("(")[0]
    return not (is_guest() and name in _BARRED)
