"""Small things that the next start should know, each in a file of its own, for nobody else's eyes."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from iraqreader.folders import state_folder
from iraqreader.guest import is_guest

if TYPE_CHECKING:
    from pathlib import Path


def read(name: str) -> Any:
    """What was kept under a name; None where nothing was, or what is there cannot be read, and for guests."""
    if is_guest():
        return None
    with suppress(OSError, ValueError, RecursionError):
        return json.loads(_file(name).read_text("utf-8"))
    return None


def write(name: str, value: Any) -> None:
    """Keep a value for the next start, all of it or nothing. What cannot be written costs only that."""
    if is_guest():
        return
    with suppress(OSError):
        path = _file(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            json.dump(value, file)
        fresh.replace(path)


def _file(name: str) -> Path:
    return state_folder() / f"{name}.json"
