"""What a shell offers is what can be typed, and every page of the manual is one that man shows without complaint."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

import pytest

from iraqreader import folders, offers
from iraqreader.arguments import COMMANDS, FORMATS, OFFERS, READ, SHELLS, SORTED_BY
from iraqreader.cli import FOUND, NONE, main
from iraqreader.completions import commands, render_completions
from iraqreader.library import seeds_folder
from iraqreader.manpages import page_name, render_page
from tests.terminals import Terminal, environment

if TYPE_CHECKING:
    from collections.abc import Mapping

ASK = """
source "$SCRIPT"
COMP_CWORD=$1; shift
COMP_WORDS=("$@")
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
    return offered_at(typed.split(" "), -1, environment)


def offered_at(words: list[str], at: int, environment: Mapping[str, str]) -> set[str]:
    """What bash offers for one of these words, which are as it would take them apart."""
    asked = ["bash", "--norc", "-c", ASK, "bash", str(at % len(words)), *words]
    done = subprocess.run(asked, env=environment, capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""
    return set(filter(None, done.stdout.split("\n")))


IDS = {path.stem for path in seeds_folder().glob("*.txt")}
SEED = next(name for name in IDS if name.startswith("003"))
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
    "iraqreader completions ": {*SHELLS, *OFFERS},
    "iraqreader show ": IDS,
    "iraqreader show 003": {found for found in IDS if found.startswith("003")},
    "iraqreader quotes speaker : hadi": {"hadithi"},
    "iraqreader quotes 'soldiers side : b": {"baghdad"},
    'iraqreader quotes "speaker:hadi': {"speaker:hadithi"},
    "iraqreader show speaker : hadi": set[str](),
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


HOSTILE = {
    "two words": r"two\ words",
    "it's": r"it\'s",
    "$(touch PWNED)": r"\$\(touch\ PWNED\)",
    "`touch PWNED`; ls": r"\`touch\ PWNED\`\;\ ls",
    "*": r"\*",
}
"""Names of files, and how they are typed."""

TOLD = "“We will go there today,” said Otto Zimmer, the mayor."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a blank in its name, of articles whose names a shell could take for its own words."""
    folder = tmp_path / "my folder"
    folder.mkdir()
    for name in [*HOSTILE, "\x1b[2J", "two\nlines"]:
        (folder / f"{name}.txt").write_text(TOLD, "utf-8")
    return folder


@pytest.mark.skipif(not which("bash"), reason="no bash here")
def test_bash_offers_what_is_in_the_folder_that_is_typed_and_runs_none_of_it(
    folder: Path, surroundings: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    there = f"'{folder}'"
    assert offered_at(["iraqreader", "show", "", there], 2, surroundings) == set(HOSTILE.values())
    assert offered_at(["iraqreader", "show", "two", str(folder).replace(" ", "\\ ")], 2, surroundings) == {
        r"two\ words"
    }
    assert offered_at(["iraqreader", "show", '"it', there], 2, surroundings) == {"it's"}
    assert offered_at(["iraqreader", "quotes", "speaker", ":", "z", there], 4, surroundings) == {"zimmer"}
    assert not (folder / "PWNED").exists()


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_that_is_typed_in_asks_for_what_is_in_the_articles(
    shell: str, surroundings: dict[str, str], tmp_path: Path
) -> None:
    if not which(shell):
        pytest.skip(f"no {shell} here")
    bare = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    terminal = Terminal([shell, *bare], environment(tmp_path, **surroundings), (24, 100), cwd=tmp_path)
    ready = "autoload -U compinit; compinit -u -d ./dump; " if shell == "zsh" else ""
    terminal.settle()
    terminal.type(f"{ready}. {Path(surroundings['SCRIPT']).with_name(shell)}; printf 're%s\\n' ady\r")
    terminal.see("ready")
    for typed, whole in (("quotes speaker:hadi", "speaker:hadithi"), ("show 003", f"show {SEED}"), ("tab", "r table")):
        terminal.type(f"\x15iraqreader {typed}\t")
        terminal.see(whole)


def test_what_scripts_ask_for_comes_from_files_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completions", "ids", str(folder), "no such file", "-", "--"]) == FOUND
    assert set(capsys.readouterr().out.splitlines()) == set(HOSTILE)
    assert main(["completions", "speakers", str(folder)]) == FOUND
    assert capsys.readouterr() == ("otto\nzimmer\n", "")
    (folder / "empty").mkdir()
    assert main(["completions", "sides", str(folder / "empty")]) == NONE
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(not which("bash"), reason="no bash here")
def test_bash_offers_libraries_and_what_is_in_the_one_that_is_named(
    folder: Path, surroundings: dict[str, str], tmp_path: Path
) -> None:
    own = surroundings | {folders.VARIABLE: str(tmp_path / "data"), "IRAQREADER_CACHE": str(tmp_path / "cache")}
    added = ["iraqreader", "add", "--library", "towns", str(folder)]
    subprocess.run(added, env=own, capture_output=True, check=True, timeout=60)
    assert offered("iraqreader table --library t", own) == {"towns"}
    assert offered("iraqreader quotes --library towns speaker : z", own) == {"zimmer"}
    assert offered("iraqreader speakers --library = towns --side ", own) == set()
    assert offered_at(["iraqreader", "show", "", "--library", "towns"], 2, own) == set(HOSTILE.values())


def test_nobody_waits_for_a_large_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(TOLD.replace("Otto", name.upper() * 3), "utf-8")
    monkeypatch.setattr(offers, "PATIENCE", -1)
    for kind in ("ids", "speakers"):
        assert main(["completions", kind, str(tmp_path)]) == FOUND
    assert capsys.readouterr().out.split() == ["a", "aaa", "zimmer"]


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
