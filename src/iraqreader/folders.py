"""Where the notebook is, apart from what reads it: who has none does not wait for that."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "IRAQREADER_DATA"
"""Environment variable: the folder of the notebook."""

FILE = "notebook.sqlite3"

NOWHERE = Path("/nonexistent")
"""In the place of a home, for users who have none: what is never there, as Debian has it."""


class LibraryError(Exception):
    """A library cannot be had or kept; the message is one line for the person who asked."""


def data_folder() -> Path:
    """Where the notebook lives: as the environment has it, else this machine's place for what a user makes."""
    if chosen := os.environ.get(VARIABLE):
        return Path(chosen)
    return user_folder("data", "XDG_DATA_HOME", ".local/share")


def state_folder() -> Path:
    """Where small things are that the next start should know."""
    return user_folder("state", "XDG_STATE_HOME", ".local/state")


def user_folder(kind: str, variable: str, home: str, environment: Mapping[str, str] = os.environ) -> Path:
    """This program's folder of a kind: in the one that a variable names, else below the user's home.

    A variable that is not absolute counts for nothing, as its specification has it: what is kept would be another thing
    wherever one starts.
    """
    if sys.platform == "linux":  # as platformdirs has it, a test holds; to import that is a tenth of a start
        chosen = environment.get(variable, "").strip()
        folder = Path(chosen if os.path.isabs(chosen) else os.path.expanduser(f"~/{home}"))  # noqa: PTH111, PTH117 - raise nothing
        return (folder if folder.is_absolute() else NOWHERE / home) / "iraqreader"
    import platformdirs  # noqa: PLC0415 - the same

    found: Path = getattr(platformdirs, f"user_{kind}_path")("iraqreader")
    return found


def has_notebook() -> bool:
    """Whether there is a notebook, or something in its place that cannot be looked at."""
    try:
        return (data_folder() / FILE).exists()
    except OSError:
        return True
