"""Articles that are copies of one report are of one family, whatever came and went, and in whatever order."""

from __future__ import annotations

import csv
import json
import os
import random
import sqlite3
import time
from array import array
from collections import defaultdict
from contextlib import closing, suppress
from functools import cache, partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iraqreader.articles import Held
from iraqreader.cli import main
from iraqreader.collection import Collection
from iraqreader.copies import create, family_of, members
from iraqreader.families import Families
from iraqreader.indexing import refresh
from iraqreader.library import as_it_is
from iraqreader.likeness import ALIKE, BINS, FINE, ROWS, bands, families, likeness, sign
from iraqreader.store import VARIABLE
from tests.test_likeness import prose, report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from iraqreader.articles import Articles
    from iraqreader.indexing import Progress


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


def test_families_that_are_made_one_while_one_of_them_is_loose_come_right(tables: sqlite3.Connection) -> None:
    taking = Families(tables)
    for article, first in enumerate((0, 6, 9)):
        taking.add(article, version(1, first))
    taking.remove(2)
    taking.add(3, version(1, 3))
    taking.settle()
    assert _groups(tables) == {frozenset({0, 1, 3})}
    _holds(tables)


def test_what_is_alike_but_shares_no_band_is_not_linked_however_it_was_found(tables: sqlite3.Connection) -> None:
    band, row = ROWS * FINE, FINE
    first = array("H", range(1000, 1000 + BINS))
    second, third = array("H", first), array("H", first)
    for start in range(
        0, BINS, band
    ):  # the third has one row of each band of the first, and the last band of the second
        third[start + row : start + band] = array("H", range(start, start + row))
    second[-band:] = third[-band:] = array("H", range(2000, 2000 + band))
    second[: band * 4] = array("H", range(3000, 3000 + band * 4))
    signatures = {0: first.tobytes(), 1: second.tobytes(), 2: third.tobytes()}
    assert likeness(signatures[0], signatures[2]) >= ALIKE > likeness(signatures[1], signatures[2])
    assert families(signatures) == [[0, 1], [2]]
    taking = Families(tables)
    for article, signature in signatures.items():
        taking.add(article, signature)
    assert _groups(tables) == _expected(signatures)


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


# In a library.


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three printings of one report, of which the middle one links the others; another report, twice; and a third."""
    folder = tmp_path / "clippings"
    folder.mkdir()
    long = prose(1, 20)
    texts = {"a": long[:10], "b": long[3:13], "c": long[6:16], "d": prose(2), "e": prose(2), "f": prose(3)}
    for name, paragraphs in texts.items():
        _write(folder / f"{name}.txt", paragraphs)
    return folder


def _write(path: Path, paragraphs: list[str]) -> None:
    path.write_text("\n\n".join(paragraphs), encoding="utf-8")
    os.utime(path, (time.time() - 60,) * 2)


def _refresh(file: Path, folder: Path, tell: Callable[[Progress], None] = lambda _: None) -> None:
    refresh(file, [str(folder)], tell, jobs=1)


def _copies(articles: Articles) -> dict[str, str]:
    """The ids of the copies of each article that has any."""
    found = {articles[place].id: articles.copies(place) for place in range(len(articles))}
    return {name: "".join(sorted(articles[place].id for place in places)) for name, places in found.items() if places}


BEFORE = {"a": "bc", "b": "ac", "c": "ab", "d": "e", "e": "d"}


def test_a_library_knows_which_articles_are_copies(folder: Path, tmp_path: Path) -> None:
    _refresh(tmp_path / "of", folder)
    view = Collection(tmp_path / "of", as_it_is)
    assert _copies(view) == BEFORE
    assert _copies(Held(view)) == BEFORE, "in memory it is the same"
    (folder / "b.txt").unlink()
    _write(folder / "e.txt", prose(3))
    _refresh(tmp_path / "of", folder)
    later = view.later()
    assert later is not None
    assert _copies(later) == {"e": "f", "f": "e"}


def test_a_view_has_the_copies_that_were_there_when_it_was_opened(folder: Path, tmp_path: Path) -> None:
    _refresh(tmp_path / "of", folder)
    view = Collection(tmp_path / "of", as_it_is)
    ids = [article.id for article in view]
    (folder / "d.txt").unlink()
    _write(folder / "g.txt", prose(1, 20)[6:16])
    _refresh(tmp_path / "of", folder)
    assert [[ids[place] for place in view.copies(at)] for at in range(3)] == [["b", "c"], ["a", "c"], ["a", "b"]]
    assert [view.position(name) for name in ("a", "d", "f", "g")] == [0, None, 5, None]


def test_many_copies_are_found_as_few_are(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iraqreader.collection.FEW", 2)
    _refresh(tmp_path / "of", folder)
    assert _copies(Collection(tmp_path / "of", as_it_is)) == BEFORE


class _Stopped(Exception):  # noqa: N818 - no error
    pass


def _stop(after: int, done: Progress) -> None:
    if done.articles == after:
        raise _Stopped


def test_stopped_at_any_moment_it_comes_to_the_same(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("iraqreader.indexing.FIRST_LOT", 0.0)
    monkeypatch.setattr("iraqreader.indexing.LOT", 0.0)
    for stop_at in range(1, 7):
        with suppress(_Stopped):
            _refresh(tmp_path / "of", folder, partial(_stop, stop_at))
    _refresh(tmp_path / "of", folder)
    assert _copies(Collection(tmp_path / "of", as_it_is)) == BEFORE


def test_of_many_in_memory_those_of_the_same_text_are_copies(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _refresh(tmp_path / "of", folder)
    monkeypatch.setattr("iraqreader.articles.COMPARED", 5)
    assert _copies(Held(Collection(tmp_path / "of", as_it_is))) == {"d": "e", "e": "d"}


def test_where_the_index_cannot_be_read_nothing_is_a_copy(folder: Path, tmp_path: Path) -> None:
    _refresh(tmp_path / "of", folder)
    view = Collection(tmp_path / "of", as_it_is)
    with closing(sqlite3.connect(tmp_path / "of")) as connection:
        connection.execute("DROP TABLE worded")
    assert view.copies(0) == ()


def _table(folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    assert main(["table", *options, str(folder)]) == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("indexed", [False, True])
def test_the_table_counts_copies_and_names_them(
    indexed: bool, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "index"))
    if indexed:
        main(["index", str(folder)])
        capsys.readouterr()
    head, *rows = _table(folder, capsys)
    assert head.endswith("copies")
    assert [row.split()[-1] for row in rows] == ["≈2", "≈2", "≈2", "≈1", "≈1", "—"]
    (rows_in_json,) = _table(folder, capsys, "--format", "json", "--sort", "title")
    assert {row["id"]: "".join(row["copies"]) for row in json.loads(rows_in_json)} == {**BEFORE, "f": ""}
    found = {row["id"]: row["copies"] for row in csv.DictReader(_table(folder, capsys, "--format", "csv"))}
    assert (found["a"], found["d"], found["f"]) == ("b; c", "e", "")


def test_where_nothing_is_a_copy_the_table_is_as_wide_as_ever(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "index"))
    for name in "abd":
        (folder / f"{name}.txt").unlink()
    head, *_ = _table(folder, capsys)
    assert "copies" not in head
