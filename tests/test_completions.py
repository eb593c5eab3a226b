"""What a shell offers is what can be typed, and every page of the manual is one that man shows without complaint."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

import pytest

from iraqreader.arguments import COMMANDS, FORMATS, READ, SHELLS, SORTED_BY
from iraqreader.completions import commands, render_completions
from iraqreader.library import seeds_folder
from iraqreader.manpages import page_name, render_page

if TYPE_CHECKING:
    from collections.abc import Mapping

ASK = """
source "$SCRIPT"
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_iraqreader
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A shell's environment in which `iraqreader` is this program, and its script is at $SCRIPT."""
    folder = tmp_path_factory.mktemp("shell")
    program = folder / "iraqreader"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m iraqreader "$@"\n')
    program.chmod(0o755)
    for shell in SHELLS:
        (folder / shell).write_text("\n".join(render_completions(shell)) + "\n")
    cache = str(folder / "cache")
    return {
        **os.environ,
        "PATH": f"{folder}:{os.environ['PATH']}",
        "SCRIPT": str(folder / "bash"),
        "IRAQREADER_CACHE": cache,
    }


def offered(typed: str, environment: Mapping[str, str]) -> set[str]:
    """What bash offers for the last word of what is typed."""
    asked = ["bash", "--norc", "-c", ASK, "bash", *typed.split(" ")]
    done = subprocess.run(asked, env=environment, capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""
    return set(done.stdout.split())


IDS = {path.stem for path in seeds_folder().glob("*.txt")}
OFFERED = {
    "iraqreader ta": {"table"},
    "iraqreader ": set(COMMANDS) - {READ},
    "iraqreader --pl": {"--plain"},
    "iraqreader story.txt --cursor ": {"hidden", "follow"},
    "iraqreader table --format ": set(FORMATS),
    "iraqreader table --format = j": {"json", "jsonl"},
    "iraqreader table --sort ": set(SORTED_BY),
    "iraqreader table --f": {"--format", "--filter"},
    "iraqreader export --format h": {"html"},
    "iraqreader completions ": set(SHELLS),
    "iraqreader show ": IDS,
    "iraqreader doctor --config ": set[str](),
    "iraqreader quotes --limit ": set[str](),
}


@pytest.mark.skipif(not which("bash"), reason="no bash here")
@pytest.mark.parametrize("typed", OFFERED)
def test_bash_offers_what_can_be_typed(typed: str, surroundings: dict[str, str]) -> None:
    assert offered(typed, surroundings) == OFFERED[typed]


@pytest.mark.skipif(not which("bash"), reason="no bash here")
def test_bash_offers_the_sides_of_the_articles(surroundings: dict[str, str]) -> None:
    assert offered("iraqreader speakers --side ", surroundings) >= {"washington", "baghdad"}


@pytest.mark.skipif(not which("bash"), reason="no bash here")
def test_an_interactive_bash_knows_the_command(surroundings: dict[str, str]) -> None:
    asked = ["bash", "--norc", "-i", "-c", 'source "$SCRIPT"; complete -p iraqreader']
    done = subprocess.run(asked, env=surroundings, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "complete -o default -F _iraqreader iraqreader\n"


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_takes_its_script_without_complaint(shell: str, surroundings: dict[str, str]) -> None:
    if not which(shell):
        pytest.skip(f"no {shell} here")
    script = Path(surroundings["SCRIPT"]).with_name(shell)
    done = subprocess.run([shell, "-n", script], env=surroundings, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not which("fish"), reason="no fish here")
def test_fish_offers_formats_and_commands(surroundings: dict[str, str]) -> None:
    def told(typed: str) -> set[str]:
        script = Path(surroundings["SCRIPT"]).with_name("fish")
        asked = ["fish", "--no-config", "-c", f'source "{script}"; complete -C "{typed}"']
        done = subprocess.run(asked, env=surroundings, capture_output=True, text=True, check=True, timeout=60)
        return {line.partition("\t")[0] for line in done.stdout.splitlines()}

    assert told("iraqreader table --format ") == set(FORMATS)
    assert told("iraqreader tabl") == {"table"}


@pytest.mark.parametrize("shell", SHELLS)
def test_every_script_has_every_command_and_every_option(shell: str) -> None:
    script = "\n".join(render_completions(shell))
    for command in commands():
        assert command.name in script or command.name == READ
        assert not [option for option in command.options if option.name.lstrip("-") not in script]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_page_of_the_manual_has_every_option_and_is_shown_without_complaint(command: str) -> None:
    page = "\n".join(render_page(command)) + "\n"
    assert page.isascii()
    if not which("groff"):
        pytest.skip("no groff here")
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-P-cbou"],
        input=page,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == ""
    shown = done.stdout.replace("‐", "-").replace("−", "-")
    options = {option for action in COMMANDS[command]()._actions for option in action.option_strings}
    assert not [option for option in options - {"--no-mouse"} if option not in shown]
    assert page_name(command).upper() in shown
