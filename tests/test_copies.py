"""Articles that are copies of one report are of one family, whatever came and went, and in whatever order."""

from __future__ import annotations

import random
import sqlite3
from collections import defaultdict
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iraqreader.copies import Families, create, family_of, members
from iraqreader.likeness import bands, families, sign
from tests.test_likeness import prose, report

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def version(story: int, first: int) -> bytes:
    """Ten paragraphs of a long story, from `first` on: those that overlap by more than half are alike."""
    return sign(report(*prose(story, 20)[first : first + 10]))


@pytest.fixture
def tables() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        create(connection)
        yield connection


def _groups(connection: sqlite3.Connection) -> set[frozenset[int]]:
    rows = connection.execute("SELECT DISTINCT family FROM wording").fetchall()
    return {frozenset(members(connection, family)) for (family,) in rows}


def _expected(articles: dict[int, bytes]) -> set[frozenset[int]]:
    return {frozenset(family) for family in families({number: one for number, one in articles.items() if one})}


def _holds(connection: sqlite3.Connection) -> None:
    """Every family is called by its least wording, and has the bands of its wordings and no others."""
    found = defaultdict[int, set[int]](set)
    for number, family, signature in connection.execute("SELECT number, family, signature FROM wording"):
        assert family <= number
        found[family].update(bands(signature))
    kept = defaultdict[int, set[int]](set)
    for key, family in connection.execute("SELECT key, family FROM band"):
        kept[family].add(key)
    assert kept == found
    unused = "SELECT count(*) FROM wording WHERE number NOT IN (SELECT wording FROM worded)"
    assert connection.execute(unused).fetchone() == (0,)


def test_copies_have_a_family_and_others_are_alone(tables: sqlite3.Connection) -> None:
    taking = Families(tables)
    for article, one in enumerate([version(1, 0), version(2, 0), version(1, 2), version(1, 0), b""]):
        taking.add(article, one)
    taking.settle()
    assert _groups(tables) == {frozenset({0, 2, 3}), frozenset({1})}
    assert family_of(tables, 4) is None


def test_when_the_link_between_two_goes_they_part(tables: sqlite3.Connection) -> None:
    taking = Families(tables)
    for article, first in enumerate((0, 3, 6, 3)):
        taking.add(article, version(1, first))
    taking.settle()
    assert _groups(tables) == {frozenset({0, 1, 2, 3})}
    taking.remove(1)
    taking.settle()
    assert _groups(tables) == {frozenset({0, 2, 3})}, "another says the same"
    taking.remove(3)
    taking.settle()
    assert _groups(tables) == {frozenset({0}), frozenset({2})}
    taking.add(4, version(1, 3))
    assert _groups(tables) == {frozenset({0, 2, 4})}
    _holds(tables)


choices = st.tuples(st.integers(1, 3), st.integers(0, 10))
steps = st.lists(st.one_of(choices, st.integers(0, 30), st.sampled_from(["settle", "again"])), max_size=40)


@settings(max_examples=60, deadline=None)
@given(steps)
def test_whatever_comes_and_goes_families_are_what_the_signatures_make_them(
    steps: list[tuple[int, int] | int | str],
) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        create(connection)
        taking, there = Families(connection), dict[int, bytes]()
        for number, step in enumerate(steps):
            if isinstance(step, tuple):
                there[number] = version(*step)
                taking.add(number, there[number])
            elif isinstance(step, int) and there:
                gone = sorted(there)[step % len(there)]
                del there[gone]
                taking.remove(gone)
            else:
                taking.settle()
                taking = Families(connection) if step == "again" else taking
        taking.settle()
        assert _groups(connection) == _expected(there)
        _holds(connection)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_in_which_articles_come_does_not_matter(seed: int, tables: sqlite3.Connection) -> None:
    articles = [version(story, first) for story in range(1, 6) for first in range(11)]
    order = [*range(len(articles))]
    random.Random(seed).shuffle(order)  # noqa: S311 - no secret
    taking = Families(tables)
    for article in order:
        taking.add(article, articles[article])
    assert _groups(tables) == _expected(dict(enumerate(articles)))
