"""THIRD_PARTY.md names every package that an installation brings, and its licence, as these say themselves."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata, requires
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from packaging.licenses import canonicalize_license_expression
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NOTICES = (ROOT / "THIRD_PARTY.md").read_text("utf-8")
ROW = re.compile(r"^\| ([a-z][\w-]+) \| (.+?) \| (.+?) \| (https?://\S+) \|$", re.MULTILINE)
VERSIONS = [version for line in PROJECT["classifiers"] if "." in (version := line.rpartition(" :: ")[2])]
FOR_DEVELOPERS = {"dev", "fuzz"}

SPDX = {
    "Apache 2.0": "Apache-2.0",
    "BSD": "",
    "BSD License": "",
    "MIT License": "MIT",
    "The BSD 2-Clause License": "BSD-2-Clause",
}
"""What older metadata say in the place of an identifier; "" for what names no licence of a family."""


def listed(heading: str) -> dict[str, re.Match[str]]:
    """The rows of the table under a heading that holds these words."""
    part = next(part for part in re.split(r"^## ", NOTICES, flags=re.MULTILINE) if heading in part.partition("\n")[0])
    return {row[1]: row for row in ROW.finditer(part)}


def brought(wanted: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    """Every package that these requirements lead to, and which asks for it; one that is not installed here alone."""
    seen = set[tuple[str, frozenset[str]]]()
    waiting: list[tuple[Requirement, str | None]] = [(Requirement(line), None) for line in wanted]
    while waiting:
        requirement, whose = waiting.pop()
        name, extras = canonicalize_name(requirement.name), frozenset(requirement.extras)
        yield name, whose
        if (name, extras) not in seen:
            seen.add((name, extras))
            waiting += [(further, name) for further in _further(name, extras)]


def _further(name: str, extras: frozenset[str]) -> Iterator[Requirement]:
    try:
        lines = requires(name) or []
    except PackageNotFoundError:
        return
    for requirement in map(Requirement, lines):
        marker = requirement.marker
        if not marker or any(marker.evaluate(there) for there in _surroundings(extras)):
            yield requirement


def _surroundings(extras: frozenset[str]) -> Iterator[dict[str, str]]:
    """What markers ask for: here, but with every version of Python that the program is for."""
    for version in VERSIONS:
        for extra in ("", *extras):
            yield {"extra": extra, "python_version": version, "python_full_version": f"{version}.0"}


def licence(name: str) -> str:
    """What a package's metadata give as its licence, as SPDX has it."""
    known = metadata(name).json
    classes = [str(line).rpartition(" :: ")[2] for line in known.get("classifier", ()) if line.startswith("License")]
    found = [known.get("license_expression"), known.get("license"), *classes]
    return next(filter(None, (SPDX.get(str(words), str(words)) for words in found if words)), "")


GROUPS = {"needs": PROJECT["dependencies"]} | {
    f"extra `{extra}`": lines
    for extra, lines in PROJECT["optional-dependencies"].items()
    if extra not in FOR_DEVELOPERS
}


@pytest.mark.parametrize("heading", GROUPS)
def test_every_package_that_an_installation_brings_is_listed(heading: str) -> None:
    rows = listed(heading)
    others = listed("needs") if heading != "needs" else {}
    found = list(brought(GROUPS[heading]))
    names = {name for name, _ in found} - others.keys()
    assert names <= rows.keys()
    direct = {canonicalize_name(Requirement(line).name) for line in GROUPS[heading]}
    assert direct == {*list(rows)[: len(direct)]}, "what is asked for stands first"
    if all(_installed(name) for name, _ in found):
        assert names == rows.keys()
        assert not [
            row[0] for row in rows.values() for whose in row[3].split(", ")
            if row[1] not in direct and (row[1], whose) not in found
        ]  # fmt: skip


def _installed(name: str) -> bool:
    try:
        return bool(metadata(name))
    except PackageNotFoundError:
        return False


@pytest.mark.parametrize("row", [row for heading in GROUPS for row in listed(heading).values()], ids=lambda row: row[1])
def test_each_is_under_the_licence_that_is_listed(row: re.Match[str]) -> None:
    assert canonicalize_license_expression(row[2]) == row[2]
    if not _installed(row[1]):
        pytest.skip("not installed here")
    assert licence(row[1]) in {row[2], ""}, "where it names a family, its files say which it is"


def test_the_program_says_its_own_licence_so_that_tools_know_it() -> None:
    assert canonicalize_license_expression(PROJECT["license"]) == PROJECT["license"]
    assert set(PROJECT["license-files"]) == {"LICENSE", "THIRD_PARTY.md"}
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")
