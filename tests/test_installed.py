"""What is built is installed into an environment of its own, where nothing of the checkout is, and works there."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.terminals import Terminal, environment

ROOT = Path(__file__).parents[1]
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]


def build(kind: str, source: Path, folder: Path) -> Path:
    """An `sdist` or a `wheel` of a source tree, without a network."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(folder)]
    subprocess.run(command, cwd=source, check=True, capture_output=True, timeout=120)
    return next(folder.iterdir())


SAFELY: Any = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
"""How to unpack what was built here: Python 3.11 knows the filter that 3.12 asks for from its fourth patch on."""


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it is built from the sdist alone."""
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as packed:
        packed.extractall(folder, **SAFELY)  # noqa: S202 - made here a moment ago
    return build("wheel", next(folder.iterdir()), tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def home(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel; what it depends on is borrowed from this one, since there is no network."""
    home = tmp_path_factory.mktemp("home") / "venv"
    venv.create(home, with_pip=False)
    python = ["--python", str(home / "bin" / "python")]
    subprocess.run([*PIP, *python, "install", "--no-deps", "--no-index", wheel], check=True, timeout=120)
    site = next(home.glob("lib/python*/site-packages"))
    (site / "borrowed.pth").write_text(f"{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n")
    return home


def alone(home: Path) -> dict[str, str]:
    """An environment in which nothing leads to the checkout."""
    known = environment(home.parent, IRAQREADER_CACHE=str(home.parent / "cache"))
    return {name: value for name, value in known.items() if not name.startswith(("COV", "PYTHON"))}


def run(home: Path, *command: str) -> str:
    """What a program of the environment prints."""
    program = [str(home / "bin" / command[0]), *command[1:]]
    done = subprocess.run(program, cwd=home, env=alone(home), capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""
    return done.stdout


def test_the_wheel_of_the_sdist_is_that_of_the_checkout(wheel: Path, tmp_path: Path) -> None:
    names = [sorted(zipfile.ZipFile(path).namelist()) for path in (wheel, build("wheel", ROOT, tmp_path))]
    assert names[0] == names[1]


def test_the_sdist_has_all_that_is_needed_and_no_leftovers(sdist: Path) -> None:
    with tarfile.open(sdist) as packed:
        parts = {part for name in packed.getnames() for part in Path(name).parts[1:2]}
    assert {
        "src",
        "seeds",
        "tests",
        "pyproject.toml",
        "LICENSE",
        "THIRD_PARTY.md",
        "README.md",
        "hatch_build.py",
    } <= parts
    assert not parts & {".venv", "dist", ".coverage", ".git"}


def test_commands_work_where_they_were_installed(home: Path) -> None:
    where = run(home, "python", "-c", "import iraqreader; print(iraqreader.__file__)")
    assert Path(where.strip()).is_relative_to(home)
    assert len(run(home, "iraqreader", "table").splitlines()) == 1 + 5
    assert "soldiers on the ground" in run(home, "iraqreader", "quotes", "soldiers on the ground")


def test_shells_and_man_find_what_is_theirs(home: Path) -> None:
    share = home / "share"
    assert (share / "man" / "man1" / "iraqreader-table.1").read_text("utf-8") == run(home, "iraqreader", "man", "table")
    script = (share / "bash-completion" / "completions" / "iraqreader").read_text("utf-8")
    assert script == run(home, "iraqreader", "completions", "bash")


def test_the_reader_opens_and_leaves_where_it_was_installed(home: Path) -> None:
    terminal = Terminal([str(home / "bin" / "iraqreader")], alone(home), cwd=home)
    terminal.see("(?s)Iraq.*quit")
    terminal.type("q")
    assert terminal.end() == 0
    assert not terminal.left()
