"""Drives the real app on the five articles and takes its picture, as SVG and PNG. No network, no terminal."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from pathlib import Path
from typing import NamedTuple

import resvg_py

from iraqreader.library import Library, read_library, seeds_folder
from iraqreader.tui.app import IraqReader

HERE = Path(__file__).parent
FONT = "DejaVu Sans Mono"
SETTLED = 0.5
"""Seconds after the last key, in which a search is ranked and shown."""


class Shot(NamedTuple):
    """A picture: its file's name, the terminal's size, and the keys that lead to what it shows."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...]
    theme: str = "night"


SHOTS = (
    Shot("reader", (160, 42), ("j", "enter", "n", "n")),
    Shot("search", (120, 36), ("slash", *"boots grund")),
    Shot("why", (120, 36), ("3", "j", "j", "l", "enter", "w")),
    Shot("speakers", (120, 36), ("v", "j")),
    Shot("shares", (100, 36), ("v", "a")),
    Shot("compare", (120, 24), ("t", "j", "j", "l")),
    Shot("timeline", (120, 24), ("T", "l", "l")),
    Shot("paper", (120, 36), ("j", "j", "j", "enter", "n", "n", "n"), "paper"),
    Shot("80x24-list", (80, 24), ()),
    Shot("80x24", (80, 24), ("j", "enter", "n", "n")),
    Shot("80x24-panel", (80, 24), ("j", "j", "enter", "3")),
    Shot("no-color", (80, 24), ("j", "enter", "n", "n"), "terminal-dark"),
    Shot("help", (100, 36), ("question_mark",)),
)


async def take(shot: Shot, library: Library) -> str:
    """The picture as SVG."""
    app = IraqReader(library)
    app.theme = shot.theme
    async with app.run_test(size=shot.size) as pilot:
        await pilot.press(*(key.replace(" ", "space") for key in shot.keys))
        await pilot.pause(SETTLED)
        return own_font(app.export_screenshot(title="iraqreader"))


def own_font(svg: str) -> str:
    """The same with a font that machines have, instead of one that is fetched from the network."""
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL).replace("Fira Code", FONT)


def to_png(svg: str) -> bytes:
    """The same as PNG."""
    return bytes(
        resvg_py.svg_to_bytes(svg_string=svg, width=1600, monospace_family=FONT, sans_serif_family="DejaVu Sans")
    )


def main() -> None:
    """Make every picture anew."""
    library = read_library([str(seeds_folder())])
    for shot in SHOTS:
        os.environ.pop("NO_COLOR", None)
        if shot.name == "no-color":
            os.environ["NO_COLOR"] = "1"
        svg = asyncio.run(take(shot, library))
        (HERE / f"{shot.name}.svg").write_text(svg, encoding="utf-8")
        (HERE / f"{shot.name}.png").write_bytes(to_png(svg))
        sys.stdout.write(f"screenshots/{shot.name}.svg, .png\n")


main()
