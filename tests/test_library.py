"""Articles of any folder stand in date order under ids of their own, however many there are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from iraqreader import library
from iraqreader.articles import Held
from iraqreader.intake import Problem
from iraqreader.library import Library, date_order, read_articles, read_library, seeds_folder
from iraqreader.model import DateRange, Published
from iraqreader.store import FILE, VARIABLE
from tests.marked import read_article

if TYPE_CHECKING:
    from pathlib import Path

DAY, LATER, LAST = date(2014, 6, 11), date(2016, 2, 3), date(2020, 1, 10)


def test_the_five_articles_come_along() -> None:
    assert len(read_library([str(seeds_folder())]).articles) == 5


def test_articles_stand_by_first_day_then_last_then_id_and_unknown_dates_at_the_end() -> None:
    windows = {
        "g": (None, None),
        "f": (LAST, LAST),
        "e": (None, LATER),
        "d": (DAY, LAST),
        "c": (DAY, LATER),
        "b": (DAY, DAY),
    }
    articles = [
        read_article("", name, published=Published(DateRange(*window), "inferred")) for name, window in windows.items()
    ]
    articles.append(read_article("", "a", published=articles[-1].published))
    assert "".join(article.id for article in sorted(articles, key=date_order)) == "abcdefg"


def test_files_of_one_name_have_ids_of_their_own(tmp_path: Path) -> None:
    for name in ("a/story.txt", "b/story.txt", "c/story.md", "d/story-2.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("He said.")
    found = list(read_articles([str(tmp_path)]))
    assert [item.id for item in found if not isinstance(item, Problem)] == ["story", "story-2", "story-3", "story-2-2"]


def test_bad_paths_are_listed_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("He said.")
    read = read_library([str(tmp_path / "bad.txt"), str(tmp_path)])
    assert [article.id for article in read.articles] == ["good"]
    assert read.problems == (Problem(str(tmp_path / "bad.txt"), "no such file or folder"),)


def test_an_article_is_found_by_its_id() -> None:
    one = read_article("", "one")
    assert Library(Held((one,))).article("one") is one
    assert Library(Held((one,))).article("two") is None


@pytest.mark.parametrize("files", [3, 20])
def test_every_core_reads_the_same_in_the_same_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: int
) -> None:
    for number in range(files):
        (tmp_path / f"{number:02}.txt").write_text(f"“Number {number} is here,” he said.")
    (tmp_path / "05-bad.txt").write_bytes(b"\x00\xff")
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    monkeypatch.setenv(VARIABLE, "off")
    alone = list(read_articles([str(tmp_path)]))
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(library, "POOL_AFTER", 1)
    assert list(read_articles([str(tmp_path)])) == alone
    monkeypatch.setenv(VARIABLE, str(tmp_path / ".index"))
    assert list(read_articles([str(tmp_path)])) == alone
    monkeypatch.setattr(library, "_analyze", None)
    assert list(read_articles([str(tmp_path)])) == alone, "what workers found is in the index"


def test_what_is_wrong_with_the_index_is_said_beside_the_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / FILE).write_bytes(b"no index" * 100)
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    read = read_library([str(seeds_folder())])
    assert len(read.articles) == 5
    assert [problem.path for problem in read.problems] == [str(tmp_path / FILE)]


def test_articles_tell_their_places_and_how_many_quotes_they_have() -> None:
    articles = Held(read_article("“{quote:We will go},” {speaker:Carter} said.", name) for name in ("one", "two"))
    assert [articles.position(name) for name in ("one", "two", "three")] == [0, 1, None]
    assert articles.quotes == 2


@pytest.mark.parametrize(
    ("paths", "name"), [(("/news/a/1.txt", "/news/b/2.txt"), "/news"), (("/news/a/1.txt",), "/news/a/1.txt")]
)
def test_a_library_is_named_for_what_holds_all_of_it(paths: tuple[str, ...], name: str) -> None:
    assert Held(read_article("", "one")._replace(path=path) for path in paths).name == name
