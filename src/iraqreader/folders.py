"""Where the notebook is, apart from what reads it: who has none does not wait for that."""

from __future__ import annotations

import os
import sys
from pathlib import Path

VARIABLE = "IRAQREADER_DATA"
"""Environment variable: the folder of the notebook."""

FILE = "notebook.sqlite3"


class LibraryError(Exception):
    """A library cannot be had or kept; the message is one line for the person who asked."""


def data_folder() -> Path:
    """Where the notebook lives: as the environment has it, else this machine's place for what a user makes."""
    if chosen := os.environ.get(VARIABLE):
        return Path(chosen)
    if sys.platform == "linux":  # as platformdirs has it, a test holds; to import that is a tenth of a start
        chosen = os.environ.get("XDG_DATA_HOME", "").strip() or os.path.expanduser("~/.local/share")  # noqa: PTH111 - raises nothing
        return Path(chosen) / "iraqreader"
    from platformdirs import user_data_dir  # noqa: PLC0415 - the same

    return Path(user_data_dir("iraqreader"))


def has_notebook() -> bool:
    """Whether there is a notebook, or something in its place that cannot be looked at."""
    try:
        return (data_folder() / FILE).exists()
    except OSError:
        return True
