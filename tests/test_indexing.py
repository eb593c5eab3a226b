"""A catalogue is what its files say: whatever comes, changes, goes or breaks, the next look makes it so, and reads no more."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from iraqreader.catalogue import Catalogue
from iraqreader.collection import Collection, look_up, open_collection
from iraqreader.indexing import Busy, Progress, is_fresh, is_large, refresh, refresh_beside
from iraqreader.library import as_it_is, read_library
from tests.terminals import PATIENCE, environment

if TYPE_CHECKING:
    from pathlib import Path

KILLS = int(os.environ.get("KILLS", "3"))
READERS = int(os.environ.get("READERS", "4"))

READ = """
import sys
from pathlib import Path
from iraqreader.collection import open_collection
done = found = 0
while done < 100:
    articles = open_collection(Path(sys.argv[1]))
    done = max(done, len(articles))
    for hit in articles.quote_index().search("take the post", 5).hits:
        words = hit.quote.span.of(hit.article.text)
        assert words.startswith("We will take the "), words  # a post, once there is one
        found += 1
    assert all("We will take the" in articles[place].text for place in range(0, len(articles), 17))
print(found)
"""
"""Opens, searches and reads until a hundred articles are there; fails at the first wrong answer."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles, each settled: last written a while ago."""
    folder = tmp_path / "clippings"
    folder.mkdir()
    for name in ("camp", "tower", "bridge"):
        _write(folder / f"{name}.txt", _story(name))
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the catalogue is to be."""
    return tmp_path / "index" / "of-clippings.sqlite3"


def _story(what: str) -> str:
    return f"“We will take the {what},” Gen. Sami Haddad said on Monday. “They hold it still,” he added."


def _write(path: Path, text: str, ago: float = 60.0) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, (time.time() - ago,) * 2)


def _refresh(file: Path, *paths: Path, jobs: int = 1) -> Progress:
    return refresh(file, [*map(str, paths)], lambda _: None, jobs=jobs)


def _content(file: Path) -> list[tuple[str, str]]:
    found = Collection(file, as_it_is)
    return [(article.id, article.text) for article in found]


def _said(file: Path, query: str) -> list[str]:
    answer = Collection(file, as_it_is).quote_index().search(query)
    return [hit.quote.span.of(hit.article.text) for hit in answer.hits]


def test_what_is_catalogued_is_what_is_read(file: Path, folder: Path) -> None:
    assert _refresh(file, folder).articles == 3
    found, read = Collection(file, as_it_is), read_library([str(folder)])
    assert [*found] == [*read.articles]
    assert found.quotes == 6
    assert [found.position(article.id) for article in found] == [0, 1, 2]
    assert found.position("nowhere") is None


def test_what_has_not_changed_is_not_read_again(file: Path, folder: Path) -> None:
    _refresh(file, folder)
    assert _refresh(file, folder).of == 0
    _write(folder / "tower.txt", _story("tower, and then the gate"), ago=30)
    assert _refresh(file, folder).articles == 1
    assert _said(file, "and then the gate") == ["We will take the tower, and then the gate,"]
    assert _said(file, "'tower") == ["We will take the tower, and then the gate,"]


def test_what_was_written_a_moment_ago_is_looked_at_again_since_its_time_may_not_tell(file: Path, folder: Path) -> None:
    _write(folder / "tower.txt", _story("tower"), ago=0)
    assert _refresh(file, folder).articles == 3
    assert _refresh(file, folder).articles == 1


def test_what_is_gone_is_let_go_and_what_moved_is_found_under_its_new_name(file: Path, folder: Path) -> None:
    _refresh(file, folder)
    (folder / "camp.txt").rename(folder / "barracks.txt")
    (folder / "tower.txt").unlink()
    _refresh(file, folder)
    assert {article_id for article_id, _ in _content(file)} == {"barracks", "bridge"}
    assert _said(file, "tower") == []
    assert _said(file, "camp") == ["We will take the camp,"]


def test_an_article_that_changes_keeps_its_id(file: Path, folder: Path) -> None:
    (folder / "more").mkdir()
    _write(folder / "more" / "camp.txt", _story("other camp"))
    _refresh(file, folder)
    ids = {text: article_id for article_id, text in _content(file)}
    assert sorted(ids.values()) == ["bridge", "camp", "camp-2", "tower"]
    _write(folder / "camp.txt", _story("camp again"), ago=30)
    _refresh(file, folder)
    again = {text: article_id for article_id, text in _content(file)}
    assert again[_story("other camp")] == ids[_story("other camp")]
    assert again[_story("camp again")] == ids[_story("camp")]


def test_rows_of_a_table_and_packed_files_are_articles_and_are_not_opened_again(file: Path, folder: Path) -> None:
    rows = "".join(json.dumps({"text": _story(f"hill {number}")}) + "\n" for number in range(5))
    (folder / "rows.jsonl.gz").write_bytes(gzip.compress(rows.encode()))
    os.utime(folder / "rows.jsonl.gz", (time.time() - 60,) * 2)
    assert _refresh(file, folder).articles == 8
    assert _refresh(file, folder).of == 0
    assert _said(file, "'hill '3") == ["We will take the hill 3,"]


def test_odd_text_is_kept_as_it_is(file: Path, folder: Path) -> None:
    odd = "\ud800" + _story("caf\u0301e") + "\x00\u202e \U0001f600"
    (folder / "rows.jsonl").write_text(json.dumps({"text": odd, "title": "\udfff"}) + "\n")
    _refresh(file, folder)
    assert [*Collection(file, as_it_is)] == [*read_library([str(folder)]).articles]
    assert _said(file, "cafe") == ["We will take the caf\u0301e,"]


def test_what_cannot_be_read_is_listed_until_it_can_be(file: Path, folder: Path) -> None:
    (folder / "bad.zip").write_bytes(b"no archive")
    for _ in range(2):
        _refresh(file, folder, folder / "missing.txt")
        problems = Collection(file, as_it_is).problems
        assert sorted(os.path.basename(problem.path) for problem in problems) == ["bad.zip", "missing.txt"]  # noqa: PTH119
        assert len(_content(file)) == 3
    (folder / "bad.zip").unlink()
    _refresh(file, folder)
    assert Collection(file, as_it_is).problems == ()


def test_many_processes_find_the_same_as_one(file: Path, folder: Path) -> None:
    for number in range(130):
        _write(folder / f"story-{number:03}.txt", _story(f"post {number}"))
    _refresh(file, folder, jobs=2)
    alone = file.with_name("alone.sqlite3")
    _refresh(alone, folder, jobs=1)
    assert _content(file) == _content(alone)
    assert _said(file, "take the post") == _said(alone, "take the post")


def test_what_is_damaged_is_put_aside_and_made_anew(file: Path, folder: Path) -> None:
    _refresh(file, folder)
    file.write_bytes(b"no database at all, but long enough to be looked at as if it were one" * 50)
    assert open_collection(file) is None
    _refresh(file, folder)
    assert len(_content(file)) == 3
    assert file.with_name(f"{file.name}.damaged").exists()


def test_an_article_that_is_damaged_says_so_and_is_read_again(file: Path, folder: Path) -> None:
    _refresh(file, folder)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE article SET facts = x'00' WHERE id = 'camp'")
    lost = [text for _, text in _content(file) if "damaged" in text]
    assert len(lost) == 1
    assert _refresh(file, folder).articles == 1
    assert _story("camp") in [text for _, text in _content(file)]


def test_other_rules_read_everything_anew(file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _refresh(file, folder)
    monkeypatch.setattr("iraqreader.indexing.ruleset_version", lambda: "other")
    assert not is_fresh(file)
    assert _refresh(file, folder).articles == 3
    with Catalogue(file) as catalogue:
        assert catalogue.ruleset == "other"


def test_one_writes_at_a_time_and_others_read_meanwhile(file: Path, folder: Path) -> None:
    _refresh(file, folder)
    _write(folder / "gate.txt", _story("gate"))

    def meanwhile(_: Progress) -> None:
        assert len(_content(file)) == 3
        assert _said(file, "tower") == ["We will take the tower,"]
        with pytest.raises(Busy):
            _refresh(file, folder)

    refresh(file, [str(folder)], meanwhile)
    assert len(_content(file)) == 4


def test_a_view_stays_as_it_was_and_says_what_is_later(file: Path, folder: Path) -> None:
    _refresh(file, folder)
    view = Collection(file, as_it_is)
    assert view.later() is None
    _refresh(file, folder)
    assert view.later() is None, "that all was looked at changes nothing"
    (folder / "camp.txt").unlink()
    _write(folder / "aqueduct.txt", _story("aqueduct"))
    _refresh(file, folder)
    assert len(view) == 3
    assert any("taken out" in article.text for article in view)
    later = view.later()
    assert later is not None
    assert sorted(article.id for article in later) == ["aqueduct", "bridge", "tower"]
    assert later.later() is None


def test_who_asks_what_is_later_has_the_files_looked_at_once(file: Path, folder: Path) -> None:
    _refresh(file, folder)
    asked = list[int]()
    view = Collection(file, as_it_is)
    view.follow(lambda: asked.append(1))
    assert [view.later(), view.later(), asked] == [None, None, [1]]


def test_what_another_process_reads_beside_is_there_later(file: Path, folder: Path) -> None:
    _refresh(file, folder)
    view = Collection(file, as_it_is)
    _write(folder / "gate.txt", _story("gate"))
    refresh_beside(file, [str(folder)]).join(60)
    later = view.later()
    assert later is not None
    assert len(later) == 4


def test_what_was_taken_out_often_leaves_nothing_behind(
    file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("iraqreader.keeping.LOOSE", 2)
    for number in range(5):
        for path in folder.iterdir():
            _write(path, _story(f"{path.stem} and the wall {number}"), ago=100 - number)
        _refresh(file, folder)
        said = {f"We will take the {path.stem} and the wall {number}," for path in folder.iterdir()}
        assert set(_said(file, "'wall")) == said
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT max(number) FROM quote").fetchone()[0] < 3 * 6


def test_an_index_that_cannot_be_read_is_said_and_nothing_fails(file: Path, folder: Path) -> None:
    _refresh(file, folder)
    view = Collection(file, as_it_is)
    index = view.quote_index()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DROP TABLE posting")
        connection.execute("ALTER TABLE article RENAME TO lost")
    assert "cannot be searched" in look_up(index, "tower", 10).misread[0]
    assert "cannot be read" in view[0].text


def test_many_read_and_search_while_one_writes(
    file: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _refresh(file, folder)
    for number in range(100):
        _write(folder / f"story-{number:03}.txt", _story(f"post {number}"))
    env, command = environment(tmp_path), [sys.executable, "-c", READ, str(file)]
    readers = [
        subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(READERS)
    ]
    monkeypatch.setattr("iraqreader.indexing.LOT", 0.02)
    monkeypatch.setattr("iraqreader.indexing.FIRST_LOT", 0.02)
    _refresh(file, folder)
    for reader in readers:
        out, wrong = reader.communicate(timeout=PATIENCE)
        assert (reader.returncode, wrong) == (0, "")
        assert int(out) > 0


def test_killed_at_any_moment_it_goes_on_and_comes_to_the_same(file: Path, folder: Path, tmp_path: Path) -> None:
    for number in range(60):
        _write(folder / f"story-{number:03}.txt", _story(f"post {number}"))
    work = "import sys; from pathlib import Path; from iraqreader import indexing; indexing.LOT = 0.01; "
    work += "indexing.refresh(Path(sys.argv[1]), sys.argv[2:], lambda done: None, jobs=1)"
    command = [sys.executable, "-c", work, str(file), str(folder)]
    for _ in range(KILLS):
        with subprocess.Popen(command, env=environment(tmp_path)) as running:
            time.sleep(random.uniform(0.1, 1.0))  # noqa: S311 - no secret
            running.send_signal(signal.SIGKILL)
    _refresh(file, folder)
    whole = file.with_name("whole.sqlite3")
    _refresh(whole, folder)
    assert _content(file) == _content(whole)
    assert _said(file, "take the post") == _said(whole, "take the post")
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_it_is_large_from_many_files_or_many_bytes_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_large([str(folder)])
    monkeypatch.setattr("iraqreader.indexing.MANY", 3)
    assert is_large([str(folder)])
    monkeypatch.setattr("iraqreader.indexing.MANY", 100)
    monkeypatch.setattr("iraqreader.indexing.MUCH", 100)
    assert is_large([str(folder)])
