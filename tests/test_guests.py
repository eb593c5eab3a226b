"""A guest reads and does nothing else: whatever is pressed, asked for, set or sent over SSH."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from iraqreader import guest
from iraqreader.cli import USAGE
from iraqreader.library import seeds_folder
from tests.terminals import PROGRAM, Terminal, environment
from tests.test_terminal_sessions import serving


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The five articles in a folder from which links lead out."""
    folder = tmp_path / "library"
    folder.mkdir()
    for path in seeds_folder().glob("*.txt"):
        (folder / path.name).write_bytes(path.read_bytes())
    (tmp_path / "secret.txt").write_text("Secrets\n\n“Nobody may read this,” a spokesman said.\n")
    (folder / "linked.txt").symlink_to(tmp_path / "secret.txt")
    return folder


def run(library: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[bytes]:
    env = environment(library.parent, **{guest.VARIABLE: str(library)} | changes)
    return subprocess.run(
        [*PROGRAM, *arguments], env=env, capture_output=True, check=False, timeout=60, stdin=subprocess.DEVNULL
    )


def written(home: Path) -> set[str]:
    """Every file and folder below a home."""
    return {str(path.relative_to(home)) for path in home.rglob("*")}


@pytest.mark.parametrize(
    "command",
    ["table", "export", "quotes boots", "explain /etc/passwd", "notes", "doctor", "doctor --example", "timeline", "speakers",
     "troops", "stances", "show boots", "man", "completions bash", "export --format html",
     "/etc/passwd", "..", "-", "--config /etc/passwd", "-- /etc"],
)  # fmt: skip
def test_a_guest_is_refused_all_but_the_reader_on_the_library(command: str, library: Path) -> None:
    done = run(library, *command.split())
    assert done.returncode == USAGE
    assert done.stdout == b""
    assert re.fullmatch(rb"iraqreader: .*\(--restricted\).*\n", done.stderr)


def test_no_argument_makes_a_guest_anything_else(library: Path) -> None:
    for setting in ("1", "0", "no", str(library)):
        assert run(library, "table", **{guest.VARIABLE: setting}).returncode == USAGE


def test_a_link_that_leads_out_of_the_library_is_not_followed(library: Path) -> None:
    done = run(library, "--plain")
    assert b"linked.txt: leads out of the library" in done.stdout
    assert b"5 articles" in done.stdout
    assert b"Secrets" not in done.stdout


def test_nothing_is_written_run_or_looked_at_whatever_is_pressed_or_chosen(library: Path, tmp_path: Path) -> None:
    (library / "linked.txt").unlink()
    home = tmp_path / "home"
    home.mkdir()
    changes = {
        "TMUX": "none,1,1",
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_LOG": str(home / "log"),
        "IRAQREADER_CACHE": str(home / "c"),
    }
    env = environment(home, IRAQREADER_DATA=str(home / "d"), XDG_CONFIG_HOME=str(home / "f"), **changes)
    env = {name: value for name, value in env.items() if not name.startswith("COVERAGE")}  # which looks about itself
    command = [sys.executable, "-B", "-m", "tests.audited", str(library)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    *acts, last = done.stdout.splitlines()
    assert acts == []
    assert int(last.split()[0]) > 150
    assert written(home) == set()


def use(terminal: Terminal) -> None:
    """Try to get out and to leave something behind."""
    terminal.see("ARTICLES")
    terminal.type("2n")
    terminal.see("quote · ")
    for key in ("m", "P", "\x1a", "y", "Mnote\r", "cspeaker: x\r"):
        terminal.type(key)
        terminal.read(0.3)
    terminal.type("\x1b")
    terminal.read(0.7)
    terminal.type("m")
    terminal.see("not kept: guests only read here")
    assert "alternate screen" in terminal.left(), "it was not left for the shell"


def children(pid: int) -> str:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")


@pytest.mark.parametrize("plain", [False, True])
def test_ctrl_z_leads_nowhere_and_nothing_is_left_behind(plain: bool, library: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    env = environment(home, IRAQREADER_CACHE=str(home / "cache"), IRAQREADER_DATA=str(home / "data"), TMUX="none,1,1")
    terminal = Terminal([*PROGRAM, "--restricted", *(["--plain"] if plain else []), str(library)], env, cwd=home)
    if plain:
        terminal.see("leave")
        terminal.type("\x1a2\n")
        terminal.see("article 2")
        terminal.type("qq")
    else:
        use(terminal)
        assert children(terminal.child.pid) == ""
        terminal.type("q")
    assert terminal.end() == 0
    assert not terminal.left()
    assert written(home) == set()


def test_a_forced_command_over_ssh_gives_the_reader_whatever_is_asked_for(library: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    source = Path("src").resolve()
    forced = f"{sys.executable} -B -m iraqreader --restricted {library}"
    own = f"{guest.VARIABLE}={library} PYTHONPATH={source} HOME={home} XDG_STATE_HOME={home}/state IRAQREADER_DATA={home}/data"
    before = written(library)
    with serving(tmp_path, ForceCommand=forced, SetEnv=own, DisableForwarding="yes", PermitUserRC="no") as login:
        for asked in ("", f"touch {tmp_path}/PWNED", "iraqreader table", "/bin/sh"):
            terminal = Terminal([*login, *([asked] if asked else [])], environment(tmp_path))
            use(terminal)
            terminal.type("q")
            assert terminal.end() == 0
        piped = [word for word in login if word != "-tt"]
        done = subprocess.run(
            [*piped, "cat /etc/passwd"], capture_output=True, check=False, timeout=60, stdin=subprocess.DEVNULL
        )
        assert b"in plain lines" in done.stdout
        assert b"root:" not in done.stdout + done.stderr
    assert written(home) == set()
    assert written(library) == before
    assert not (tmp_path / "PWNED").exists()
