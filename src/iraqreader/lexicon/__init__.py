"""Words and names as data: TOML files beside this loader, each entry with the sentence that earned it as a comment.

A file is an array of tables named `row`, one frozen dataclass each; a key that the dataclass does not have is refused,
so that a slip in a file is an error at load and not a rule that silently never fires.
"""

from __future__ import annotations

import tomllib
from dataclasses import fields
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

Row = TypeVar("Row")


class LexiconError(ValueError):
    """An entry of a lexicon file does not have the shape of its neighbours."""


@cache
def load_rows(name: str, row: type[Row]) -> tuple[Row, ...]:
    """Every entry of `name`.toml as a `row`, in file order; lists become tuples.

    Raises LexiconError where an entry has a key that `row` lacks, or lacks one that it needs.
    """
    known = {field.name for field in fields(row)}  # type: ignore[arg-type]  # a dataclass, by contract
    return tuple(_build(name, row, known, entry) for entry in _read(name).get("row", []))


@cache
def load_words(name: str) -> dict[str, tuple[str, ...]]:
    """The word lists of `name`.toml: label -> words, in file order."""
    return {label: tuple(words) for label, words in _read(name).items()}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))


def _build(name: str, row: type[Row], known: set[str], entry: dict[str, Any]) -> Row:
    if unknown := entry.keys() - known:
        raise LexiconError(f"{name}.toml: unknown key {sorted(unknown)} in {entry}")
    try:
        return row(**{key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()})
    except TypeError as error:
        raise LexiconError(f"{name}.toml: {error} in {entry}") from error
