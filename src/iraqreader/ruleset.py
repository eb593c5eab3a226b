"""Which rules a fact was found by: a name that changes whenever code or words of the engine do.

Apart from analyze.py, whose rules it names, because to import that is to compile every rule; a start on articles that
are known must not.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from iraqreader import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGINE = ("extract", "lexicon", "analyze.py", "model.py", "record.py")
"""What decides which facts an article has, and in what form they are stored."""


def ruleset_version(package: Path = Path(__file__).parent) -> str:
    """Name of the rules that are installed in `package`, the folder of this program.

    Made from the size and the time of change of every file of the engine, so that nobody has to remember to raise a
    number; that is right in an editable install too, where the version stands still while rules change. To read the
    files instead would cost a start more than it saves; a hundred looks at the folder cost under a millisecond.
    """
    from zlib import crc32  # noqa: PLC0415 - beside its only use

    stamps = sorted(stamp for name in ENGINE for stamp in _stamps(str(package / name)))
    return f"{__version__}-{len(stamps)}-{crc32(repr(stamps).encode()):08x}"


def _stamps(path: str) -> Iterator[tuple[str, int, int]]:
    """Name, bytes and nanoseconds of a file, or of all that a folder holds; not of what Python compiled them to."""
    if path.endswith((".py", ".toml")):
        found = os.stat(path)  # noqa: PTH116 - a Path for each would double the cost
        yield (os.path.basename(path), found.st_size, found.st_mtime_ns)  # noqa: PTH119 - the same
    elif os.path.isdir(path) and not path.endswith("__pycache__"):  # noqa: PTH112 - the same
        for entry in os.scandir(path):
            yield from _stamps(entry.path)
