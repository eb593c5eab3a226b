"""What is built holds all that the program needs, and works where its sources are not."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from iraqreader.arguments import COMMANDS
from iraqreader.manpages import page_name, render_page

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-build-isolation", "--no-deps", "--no-index"]
    subprocess.run([*build, "--wheel-dir", folder, ROOT], check=True, capture_output=True, timeout=120)
    return next(folder.glob("iraqreader-*.whl"))


def test_the_wheel_holds_every_file_of_the_package_and_the_articles(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    inside = {name for name in names if ".dist-info/" not in name and ".data/" not in name}
    source = ROOT / "src"
    package = (
        path for path in (source / "iraqreader").rglob("*") if path.is_file() and "__pycache__" not in path.parts
    )
    needed = {str(path.relative_to(source)) for path in package}
    needed |= {f"iraqreader/seeds/{path.name}" for path in (ROOT / "seeds").glob("*.txt")}
    assert inside == needed


def test_the_wheel_holds_completions_and_the_manual(wheel: Path) -> None:
    packed = zipfile.ZipFile(wheel)
    shared = {name.partition(".data/data/share/")[2]: name for name in packed.namelist() if ".data/" in name}
    pages = {f"man/man1/{page_name(command)}.1" for command in COMMANDS}
    places = {"bash-completion/completions/iraqreader", "zsh/site-functions/_iraqreader"}
    assert shared.keys() == pages | places | {"fish/vendor_completions.d/iraqreader.fish"}
    page = packed.read(shared["man/man1/iraqreader-table.1"]).decode()
    assert page.splitlines() == list(render_page("table"))


def test_the_wheel_holds_its_licence_and_what_belongs_to_others(wheel: Path) -> None:
    packed = zipfile.ZipFile(wheel)
    known = {name.partition(".dist-info/")[2]: name for name in packed.namelist() if ".dist-info/" in name}
    told = packed.read(known["METADATA"]).decode().splitlines()
    assert {"License-Expression: MIT", "License-File: LICENSE", "License-File: THIRD_PARTY.md"} <= set(told)
    for name in ("LICENSE", "THIRD_PARTY.md"):
        assert packed.read(known[f"licenses/{name}"]) == (ROOT / name).read_bytes()


def test_the_articles_in_the_wheel_are_the_seeds_byte_for_byte(wheel: Path) -> None:
    packed = zipfile.ZipFile(wheel)
    for path in (ROOT / "seeds").glob("*.txt"):
        assert packed.read(f"iraqreader/seeds/{path.name}") == path.read_bytes()


def test_the_installed_program_works_without_its_sources(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    alone = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    alone["PYTHONPATH"] = str(tmp_path / "site")
    table = subprocess.run(
        [sys.executable, "-m", "iraqreader", "table"],
        cwd=tmp_path,
        env=alone,
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert len(table.stdout.decode().splitlines()) == 1 + 5
    where = subprocess.run(
        [sys.executable, "-c", "import iraqreader; print(iraqreader.__file__)"],
        cwd=tmp_path, env=alone, capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    assert where.stdout.decode().startswith(str(tmp_path))


def test_tested_versions_are_exact_and_name_no_host() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("#"))
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = [*wanted["dependencies"], *wanted["optional-dependencies"]["dev"]]
    names = {line.partition(">")[0].lower().replace("_", "-") for line in named}
    assert names <= {name.lower().replace("_", "-") for name in pins}
    assert not [line for line in lines if "://" in line or "@" in line]
