"""What the documents name exists, and what exists is in them."""

from __future__ import annotations

import argparse
import re
import shlex
from pathlib import Path

import pytest

from iraqreader import __version__
from iraqreader.arguments import COMMANDS, READ
from iraqreader.invocation import parse
from iraqreader.tui.keymap import key_shown
from iraqreader.tui.keys import GROUPS, KEYS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
MANUAL = README + "".join(path.read_text("utf-8") for path in ROOT.glob("docs/*.md"))
"""What users are told, all in all."""

WORDS = 1600
"""Words of README that a person reads in five minutes or so, with a look at the pictures."""
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
CODE = re.compile(r"^```(?:sh|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)[^)]*\)")
MADE = re.compile(r"`make ([a-z]+)|^make ([a-z]+)", re.MULTILINE)


def key_table() -> str:
    """The keys of the reader as docs/keys.md has them."""
    lines = []
    for group in GROUPS:
        lines += [f"| **{group.description}** | |"]
        for binding in KEYS:
            if binding.group is group:
                keys = " ".join(f"`{key_shown(key)}`" for key in binding.key.split(","))
                lines.append(f"| {keys} | {binding.tooltip} |")
    return "\n".join(lines)


def test_the_keys_are_told_and_no_other() -> None:
    told = (ROOT / "docs" / "keys.md").read_text("utf-8")
    assert f"| key | does |\n|---|---|\n{key_table()}\n\n" in told, (
        f"the table of docs/keys.md should be:\n{key_table()}"
    )


def test_readme_is_read_in_five_minutes() -> None:
    assert len(README.split()) <= WORDS, "what not everyone needs belongs into docs/"
    for path in ROOT.glob("docs/*.md"):
        assert f"(docs/{path.name})" in README, "README leads to every document"


@pytest.mark.parametrize("command", COMMANDS)
def test_the_documents_name_every_command_and_every_option(command: str) -> None:
    options = {option for action in COMMANDS[command]()._actions for option in action.option_strings}
    options -= {"-h", "--no-mouse"}
    assert command == READ or f"iraqreader {command}" in MANUAL
    assert not [option for option in options if option not in MANUAL]


def commands_in(text: str) -> list[list[str]]:
    lines = (line.split("  #")[0] for block in CODE.findall(text) for line in block.splitlines())
    typed = [shlex.split(line.partition("|")[0].partition(">")[0].partition("<")[0]) for line in lines]
    return [words[1:] for words in typed if words and words[0] == "iraqreader"]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_in_a_document_can_be_typed(path: Path) -> None:
    for words in commands_in(path.read_text("utf-8")):
        if not {"--help", "--version"} & set(words):
            assert isinstance(parse(words), argparse.Namespace)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_example_of_the_help_can_be_typed(command: str) -> None:
    examples = (COMMANDS[command]().epilog or "").partition("examples:\n")[2]
    for example in re.findall(r"^  iraqreader *(.*?)(?:   .*|[|<>].*)?$", examples, re.MULTILINE):
        if "--help" not in example:
            assert isinstance(parse(shlex.split(example)), argparse.Namespace)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    links = LINK.findall(path.read_text("utf-8"))
    assert not [link for link in links if not (path.parent / link).exists()]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_that_a_document_names_is_there(path: Path) -> None:
    named = re.findall(r"`(?:[\w/]+/)?(\w+\.(?:py|toml|txt))`", path.read_text("utf-8"))
    assert not [
        name
        for name in named
        if not (ROOT / name).exists() and not [*(ROOT / "src").rglob(name), *(ROOT / "tests").glob(name)]
    ]


def test_every_target_that_is_named_can_be_made_and_every_one_is_named() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = {"".join(found) for path in DOCUMENTS for found in MADE.findall(path.read_text("utf-8"))}
    assert named <= targets
    assert targets - {"help"} <= named


def test_the_changes_of_this_version_are_listed() -> None:
    assert re.search(rf"^## {re.escape(__version__)}\b", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
