"""Adds to the wheel what shells and `man` look for, made by the program itself from its own parsers."""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHELLS = {
    "bash": "share/bash-completion/completions/iraqreader",
    "zsh": "share/zsh/site-functions/_iraqreader",
    "fish": "share/fish/vendor_completions.d/iraqreader.fish",
}


class SharedFiles(BuildHookInterface):  # type: ignore[type-arg]
    """Completions and pages of the manual, in the places where an installed wheel has them."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's interface
        """Make the files in a folder of their own and have the wheel take them from there."""
        if self.target_name != "wheel":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from iraqreader.arguments import COMMANDS
        from iraqreader.completions import render_completions
        from iraqreader.manpages import page_name, render_page

        made = {SHELLS[shell]: render_completions(shell) for shell in SHELLS}
        made |= {f"share/man/man1/{page_name(command)}.1": render_page(command) for command in COMMANDS}
        self.folder = Path(mkdtemp())
        for number, (place, lines) in enumerate(made.items()):
            path = self.folder / str(number)
            path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
            build_data["shared_data"][str(path)] = place

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - the same
        """The wheel has them."""
        if self.target_name == "wheel":
            rmtree(self.folder)
