"""The lexicon's loader, and what must hold of the people in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from iraqreader import lexicon
from iraqreader.lexicon import LexiconError, load_rows
from iraqreader.lexicon.actors import SIDES, Actor, actor_words
from iraqreader.lexicon.names import fold_name, given_names
from iraqreader.lexicon.people import KnownPerson, Term, gazetteer, terms

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class _Thing:
    name: str
    words: tuple[str, ...] = ()


@pytest.fixture
def _fresh() -> Iterator[None]:
    yield
    load_rows.cache_clear()


def _load(monkeypatch: pytest.MonkeyPatch, **entry: object) -> tuple[_Thing, ...]:
    monkeypatch.setattr(lexicon, "_read", lambda _: {"row": [entry]})
    load_rows.cache_clear()
    return load_rows("things", _Thing)


@pytest.mark.usefixtures("_fresh")
def test_lists_become_tuples(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _load(monkeypatch, name="a", words=["b"]) == (_Thing("a", ("b",)),)


BAD = {
    "a key that the row lacks": {"name": "a", "wrods": []},
    "a key that the row needs": {"words": []},
}


@pytest.mark.usefixtures("_fresh")
@pytest.mark.parametrize("entry", BAD.values(), ids=BAD.keys())
def test_a_slip_is_refused_with_file_and_entry(monkeypatch: pytest.MonkeyPatch, entry: dict[str, object]) -> None:
    """A misspelt key would be a rule that silently never fires; whoever edits the file is told where it is."""
    with pytest.raises(LexiconError, match=r"things\.toml.*\{"):
        _load(monkeypatch, **entry)


def test_ids_are_unique_slugs_of_names() -> None:
    """Two people under one id would share their quotes and their colour."""
    rows = load_rows("people", KnownPerson)
    assert len({row.id for row in rows}) == len(rows)
    for row in rows:
        assert set(fold_name(row.name)) <= set(fold_name(row.id.replace("-", " "))) | {"hr"}


def test_every_name_leads_to_one_person() -> None:
    owners: dict[tuple[str, ...], str] = {}
    for person in gazetteer().values():
        for name in (person.name, *person.aliases):
            assert owners.setdefault(fold_name(name), person.id) == person.id, name


def test_pronouns_and_sides_are_known_words() -> None:
    assert {person.pronoun for person in gazetteer().values()} == {"he", "she"}
    assert all(person.side == person.side.lower().strip() for person in gazetteer().values())


def test_every_term_is_somebody_s_and_runs_forward() -> None:
    """A term that ends before it starts would bound an article's date by nothing at all."""
    for term in load_rows("terms", Term):
        assert term.person in gazetteer()
        assert term.start <= (term.end or date.max)


ONE_AT_A_TIME = [
    "President",
    "Vice President",
    "Secretary of Defense",
    "Secretary of State",
    "Prime Minister of Iraq",
    "President of Iraq",
    "Prime Minister of Britain",
    "Secretary General of NATO",
]


@pytest.mark.parametrize("title", ONE_AT_A_TIME)
def test_one_holds_an_office_at_a_time(title: str) -> None:
    """Two presidents at once would let a date be bounded by the wrong one. A day of handover belongs to both."""
    held = sorted(
        (term for row in terms().values() for term in row if term.title == title), key=lambda term: term.start
    )
    assert held
    for before, after in pairwise(held):
        assert (before.end or date.max) <= after.start


def test_given_names_have_one_label() -> None:
    """A name listed twice would be whichever came last."""
    labels = lexicon.load_words("given_names")
    listed = [(name, label) for label, names in labels.items() for name in names]
    twice = {name for name, label in listed if any(name == other and label != elsewhere for other, elsewhere in listed)}
    assert not twice
    assert given_names()["ann"] == "she"


GOVERNMENTS = [
    ("Baghdad said no", "baghdad"),
    ("a blast in Baghdad said to be", ""),
    ("Baghdad airport", ""),
    ("Baghdad’s airport", ""),
    ("Baghdad's request", "baghdad"),
    ("for Iraq's new request", "baghdad"),
    ("Iraq has asked", "baghdad"),
    ("invaded Iraq has", ""),
    ("Iraq hasty", ""),
    ("the United States and Iraq", "washington baghdad"),
    ("Iraq: no raids", "baghdad"),
    ("Washington agreed", "washington"),
    ("Washington’s plan", "washington"),
    ("Washington’s streets", ""),
    ("Washington Post", ""),
    ("the U.S. agreed", "washington"),
    ("the U.S. Army troops", ""),
    ("the U.S.-led coalition", ""),
    ("U.S. military", "washington"),
    ("U.S. military bases", ""),
    ("Lawmakers in Baghdad", "baghdad"),
    ("Lawmakers in Ohio", "other"),
]


@pytest.mark.parametrize(("words", "sides"), GOVERNMENTS)
def test_a_name_means_a_government_only_between_words_that_let_it(words: str, sides: str) -> None:
    """Whatever happens in Baghdad would else be what Baghdad wants."""
    assert [found.lastgroup for found in actor_words().finditer(words)] == sides.split()


def test_every_actor_is_of_a_side_that_is_looked_for() -> None:
    assert {actor.side for actor in load_rows("actors", Actor)} == set(SIDES)
