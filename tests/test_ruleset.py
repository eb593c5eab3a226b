"""Facts found by other rules are never shown: whatever changes in the engine changes the name of its rules."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from iraqreader.ruleset import ENGINE, ruleset_version

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def package(tmp_path: Path) -> Path:
    for name in ENGINE:
        path = tmp_path / name if name.endswith(".py") else tmp_path / name / "deep" / "rules.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("old")
        os.utime(path, ns=(10**18, 10**18))
    return tmp_path


@pytest.mark.parametrize("name", ["analyze.py", "extract/deep/rules.toml", "lexicon/deep/rules.toml", "extract/new.py"])
def test_a_change_of_any_file_of_the_engine_is_another_ruleset(package: Path, name: str) -> None:
    before = ruleset_version(package)
    (package / name).write_text("new")
    assert ruleset_version(package) != before


def test_what_python_or_an_editor_leaves_there_is_no_rule(package: Path) -> None:
    before = ruleset_version(package)
    (package / "extract" / "__pycache__").mkdir()
    (package / "extract" / "__pycache__" / "rules.cpython.pyc").write_text("compiled")
    (package / "extract" / "rules.py~").write_text("older")
    assert ruleset_version(package) == before


def test_the_rules_that_are_installed_have_a_name() -> None:
    assert ruleset_version() == ruleset_version()
