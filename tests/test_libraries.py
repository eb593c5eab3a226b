"""Libraries: what is added is what is read, by name or where nothing is named, and what is wrong is said."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

import pytest
from distributed import LocalCluster

from iraqreader import libraries
from iraqreader.cli import FOUND, INTERRUPTED, NONE, USAGE, main
from iraqreader.folders import LibraryError, data_folder
from iraqreader.indexing import Progress
from iraqreader.invocation import parse
from iraqreader.progress import progress_line
from iraqreader.sources import begun
from iraqreader.store import VARIABLE

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _own_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "index"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    for name in ("camp", "tower"):
        path = folder / f"{name}.txt"
        path.write_text(f"“We will take the {name},” Gen. Sami Haddad said on Monday.")
        os.utime(path, (time.time() - 60,) * 2)
    return folder


def _run(*typed: object) -> int:
    return main([*map(str, typed)])


def test_what_is_added_is_read_in_place_of_the_five(folder: Path, capsys: Capture) -> None:
    assert _run("add", folder) == FOUND
    assert capsys.readouterr().out.startswith("main: 2 articles, 2 quotes; 2 read in ")
    assert _run("quotes", "take teh tower") == FOUND
    assert capsys.readouterr().out.startswith("tower  Sami Haddad: “We will take the tower,”\n")
    assert _run("remove") == FOUND
    assert _run("quotes", "direct operations side:baghdad") == FOUND, "the five are there again"


def test_a_library_has_a_name_and_others_are_left_alone(folder: Path, capsys: Capture) -> None:
    assert _run("add", "--library", "north", folder / "camp.txt") == FOUND
    assert _run("add", "--library", "south", folder / "tower.txt") == FOUND
    capsys.readouterr()
    assert _run("export", "--library", "north", "--format", "jsonl") == FOUND
    assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == ["camp"]
    assert _run("quotes", "--library", "south", "camp") == NONE
    assert _run("remove", "--library", "north") == FOUND
    capsys.readouterr()
    assert _run("table", "--library", "north") == USAGE
    assert "no library is called north; there are: south" in capsys.readouterr().err


def test_a_library_follows_its_folder(folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    _run("add", "--library", "north", folder)
    (folder / "gate.txt").write_text("“We will take the gate,” Gen. Sami Haddad said on Monday.")
    assert _run("index", "--library", "north") == FOUND
    capsys.readouterr()
    assert _run("quotes", "--library", "north", "gate") == FOUND
    (folder / "gate.txt").unlink()
    monkeypatch.setattr("iraqreader.indexing.FRESH", 1e6)
    assert _run("quotes", "--library", "north", "gate") == FOUND, "it was looked at just now"
    monkeypatch.setattr("iraqreader.indexing.FRESH", 0.0)
    assert _run("quotes", "--library", "north", "gate") == NONE


def test_paths_that_were_indexed_are_read_from_their_index(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("iraqreader.indexing.FRESH", 1e6)
    assert _run("index", folder) == FOUND
    assert capsys.readouterr().out.startswith("2 articles, 2 quotes; ")
    (folder / "tower.txt").unlink()
    assert _run("quotes", "tower", folder) == FOUND, "it was looked at just now"
    assert _run("quotes", "tower", folder / "camp.txt") == NONE, "other paths have another"


def test_paths_that_a_library_has_are_read_from_its_index(folder: Path) -> None:
    _run("add", "--library", "north", folder)
    assert libraries.catalogue_at([str(folder)]) == libraries.catalogue_of("north")
    assert libraries.catalogue_at([str(folder), "other"]) != libraries.catalogue_of("north")


def test_articles_are_exported_as_they_are_ready_however_many_there_are(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("iraqreader.indexing.MANY", 2)
    assert _run("export", "--format", "jsonl", folder) == FOUND
    assert len(capsys.readouterr().out.splitlines()) == 2
    file = libraries.catalogue_at([str(folder)])
    assert file is not None
    assert not file.exists()
    assert _run("table", folder) == FOUND
    assert file.exists()


def test_where_the_index_cannot_be_kept_much_is_read_all_the_same(
    folder: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file" / "index"))
    monkeypatch.setattr("iraqreader.indexing.MANY", 2)
    assert _run("quotes", "tower", folder) == FOUND
    assert "cannot be brought up to date" in capsys.readouterr().err
    assert begun(parse([str(folder)])) is None, "the reader reads file by file then"


def test_who_stops_the_reading_is_told_what_is_kept(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> Progress:
        raise KeyboardInterrupt

    monkeypatch.setattr("iraqreader.indexing.refresh", interrupted)
    assert _run("index", folder) == INTERRUPTED
    assert "what was read is kept" in capsys.readouterr().err


def test_libraries_are_listed_with_what_is_in_them(folder: Path, capsys: Capture) -> None:
    _run("add", "--library", "north", folder)
    capsys.readouterr()
    assert _run("list", "--format", "json") == FOUND
    rows = {row["library"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["north"]["articles"] == rows["north"]["quotes"] == 2
    assert rows["north"]["paths"] == [str(folder)]
    assert set(rows) == {"main", "north"}
    assert rows["main"]["articles"] is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("add", "a path is missing"),
        ("add --library No! story.txt", "names no library"),
        ("add --library at-home story.txt", "names no library"),
        ("remove --library nowhere", "no library is called nowhere; there is none yet"),
        ("table --library nowhere", "no library is called nowhere"),
        ("table --library main story.txt", "either a library or paths"),
    ],
)
def test_what_cannot_be_meant_is_said(typed: str, said: str, capsys: Capture) -> None:
    assert _run(*typed.split()) == USAGE
    assert said in capsys.readouterr().err


def test_a_path_that_is_not_there_is_said_and_nothing_else_is_lost(folder: Path, capsys: Capture) -> None:
    assert _run("add", folder, folder / "missing.txt") == FOUND
    assert "missing.txt: no such file or folder" in capsys.readouterr().err
    assert _run("remove", folder / "gate.txt") == USAGE
    assert "the library main has no " in capsys.readouterr().err
    assert _run("remove", folder / "missing.txt") == FOUND
    assert libraries.read_libraries() == {"main": (str(folder),)}


def test_where_no_index_is_kept_a_library_is_read_all_the_same(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    _run("add", "--library", "north", folder)
    monkeypatch.setenv(VARIABLE, "off")
    assert _run("quotes", "--library", "north", "tower") == FOUND
    assert _run("index", "--library", "north") == USAGE
    assert "no index is kept here" in capsys.readouterr().err


def test_a_cluster_finds_what_is_found_here(folder: Path, capsys: Capture) -> None:
    (folder / "bad.txt").write_bytes(b"\xff\xfe\x00\xd8")
    _run("export", folder, "--format", "jsonl")
    here = capsys.readouterr().out
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        assert _run("index", "--scheduler", cluster.scheduler_address, folder) == FOUND
    capsys.readouterr()
    assert _run("export", folder, "--format", "jsonl") == FOUND
    assert sorted(capsys.readouterr().out.splitlines()) == sorted(here.splitlines())


def test_a_cluster_that_is_not_there_is_said(folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iraqreader.cluster.PATIENCE", 0.2)
    assert _run("index", "--scheduler", "tcp://127.0.0.1:1", folder) == USAGE
    assert "no Dask scheduler answers at tcp://127.0.0.1:1" in capsys.readouterr().err
    assert _run("index", "--scheduler", "nonsense://", folder) == USAGE


@pytest.mark.parametrize("content", [b"", b"[1]", b'{"a": 1}', b'{"A b": []}', b"\xff"])
def test_a_file_of_libraries_that_says_something_else_is_left_alone(content: bytes, folder: Path) -> None:
    data_folder().mkdir(parents=True)
    (data_folder() / libraries.FILE).write_bytes(content)
    with pytest.raises(LibraryError, match="is not a list of libraries"):
        libraries.add_paths("north", [str(folder)])
    assert (data_folder() / libraries.FILE).read_bytes() == content


def test_names_that_are_no_unicode_come_back(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9")
    libraries.add_paths("north", [path])
    assert libraries.paths_of("north") == (path,)


def test_progress_says_how_far_it_is_and_how_long_it_takes() -> None:
    assert progress_line(Progress(0, 10, 0, 0.0)) == "[........................] 0 of 10 files · 0 articles/s · …"
    assert progress_line(Progress(5, 10, 50, 65.0)) == (
        "[############............] 5 of 10 files · 1 articles/s · 1:05 left"
    )
    assert progress_line(Progress(0, 0, 0, 0.0)).startswith("[########################] 0 of 0")
