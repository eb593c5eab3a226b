"""The house stays as it was laid: imports point down, one file prints, words are read when they are needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from iraqreader.library import seeds_folder

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "iraqreader"
FILES = sorted(SOURCE.rglob("*.py"))
LONGEST_FILE = 320
"""Lines; a file that grows past this does two jobs."""


def test_imports_point_down() -> None:
    lint = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout


def test_the_package_itself_imports_nothing() -> None:
    tree = ast.parse((SOURCE / "__init__.py").read_text("utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))]


IMPORT_ALL = """
import builtins, importlib, pkgutil, sys
import iraqreader
opened = []
sys.addaudithook(lambda event, args: event == "open" and str(args[0]).endswith((".toml", ".txt")) and opened.append(args[0]))
for module in pkgutil.walk_packages(iraqreader.__path__, "iraqreader."):
    if module.name != "iraqreader.__main__":
        importlib.import_module(module.name)
assert not opened, opened
"""


def test_no_module_reads_words_or_articles_when_it_is_imported() -> None:
    subprocess.run([sys.executable, "-c", IMPORT_ALL], check=True, timeout=60)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_file_does_one_job_and_says_which(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    assert ast.get_docstring(ast.parse(text)), "a module begins with what it is for"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_only_the_command_line_prints_or_exits(path: Path) -> None:
    called = {
        ast.unparse(node.func) for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
    }
    allowed = {"console.py": {"print"}, "__main__.py": {"sys.exit"}}.get(path.name, set())
    assert not called & {"print", "input", "sys.exit", "exit", "quit"} - allowed


def test_no_name_of_the_five_articles_stands_in_code() -> None:
    stems = [path.stem for path in seeds_folder().glob("*.txt")]
    assert len(stems) == 5
    for path in FILES:
        text = path.read_text("utf-8")
        assert not [stem for stem in stems if stem in text]
