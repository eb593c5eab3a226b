"""The index saves time and nothing else: facts come back as they were, and no fault of it costs an article."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING
from zlib import crc32

import pytest
from platformdirs import user_cache_path

from iraqreader import store as store_module
from iraqreader.cli import main
from iraqreader.library import read_articles, seeds_folder
from iraqreader.store import BATCH, FILE, SCHEMA, VARIABLE, Place, Store, store_folder
from tests.marked import read_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqreader.library import Library
    from iraqreader.model import Article

RULES = "rules"
STORY = read_article("“{quote:We go,}” said {speaker:Ann Lee}.")
MINUTE = 60
NOBODY = 65534
THERE = os.fsencode(__file__)
"""A file that is there, as long as these tests are."""


def known(store: Store, article: Article) -> Article | None:
    found = store.get(article.text, article.id, article.path, None)
    return found and found.article


def kept(folder: Path, article: Article = STORY, rules: str = RULES) -> Article | None:
    with Store(folder, rules) as store:
        return known(store, article)


def keep(folder: Path, *articles: Article, rules: str = RULES) -> str | None:
    with Store(folder, rules) as store:
        for number, article in enumerate(articles):
            store.put(article, Place(THERE, number))
    return store.notice


def execute(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def numbered(number: int) -> Article:
    return STORY._replace(text=f"{STORY.text} {number}")


def test_the_five_come_back_as_they_were(seeds: Library, tmp_path: Path) -> None:
    keep(tmp_path, *seeds.articles)
    for article in seeds.articles:
        assert kept(tmp_path, article) == article


def test_an_article_is_known_by_its_text_whatever_its_name_is_now(tmp_path: Path) -> None:
    keep(tmp_path, STORY)
    moved = STORY._replace(id="moved", path="moved.txt")
    assert kept(tmp_path, moved) == moved
    assert kept(tmp_path, numbered(1)) is None


def test_other_rules_find_other_facts_and_old_ones_make_room(tmp_path: Path) -> None:
    keep(tmp_path, STORY)
    assert kept(tmp_path, rules="newer") is None
    keep(tmp_path, numbered(1), rules="newer")
    assert kept(tmp_path) is None


def test_the_file_is_its_owners_alone_and_is_made_when_there_is_something_to_keep(tmp_path: Path) -> None:
    folder = tmp_path / "made" / "below"
    assert kept(folder) is None
    assert not folder.exists()
    keep(folder, STORY)
    assert (folder / FILE).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in folder.iterdir()] == [FILE]


def test_the_text_is_not_copied_into_it(tmp_path: Path) -> None:
    keep(tmp_path, STORY)
    assert b"We go" not in (tmp_path / FILE).read_bytes()


MALFORMED = {
    "another checksum": "checksum = checksum + 1",
    "no checksum": "checksum = NULL",
    "nothing": "facts = NULL",
    "text": "facts = 'facts'",
    "a letter changed": "facts = CAST(replace(CAST(facts AS TEXT), 'Ann', 'Bob') AS BLOB)",
}


@pytest.mark.parametrize("change", MALFORMED.values(), ids=MALFORMED)
def test_a_row_that_is_not_whole_is_as_good_as_absent(tmp_path: Path, change: str) -> None:
    keep(tmp_path, STORY)
    execute(tmp_path, f"UPDATE article SET {change}")  # noqa: S608 - a table of this file
    assert kept(tmp_path) is None
    assert keep(tmp_path, STORY) is None
    assert kept(tmp_path) == STORY


UNKNOWN = [b"", b"{", b"\xff", b"null", b"7", b"[]", b"{}", b"[1,2,3,4,5,6,7,8,9,10]", b"[" * 100_000]


@pytest.mark.parametrize("facts", UNKNOWN, ids=lambda facts: facts[:8])
def test_a_row_of_an_unknown_form_is_as_good_as_absent(tmp_path: Path, facts: bytes) -> None:
    keep(tmp_path, STORY)
    execute(tmp_path, f"UPDATE article SET facts = x'{facts.hex()}', checksum = {crc32(facts)}")  # noqa: S608 - the same
    assert kept(tmp_path) is None


@pytest.mark.parametrize("version", [0, SCHEMA - 1, SCHEMA + 1])
def test_an_index_of_another_form_is_made_anew(tmp_path: Path, version: int) -> None:
    keep(tmp_path, STORY)
    execute(
        tmp_path,
        "DROP TABLE article",
        "DROP TABLE place",
        "CREATE TABLE article (old)",
        f"PRAGMA user_version = {version}",
    )
    assert keep(tmp_path, STORY) is None
    assert kept(tmp_path) == STORY


def overwrite(path: Path, start: int) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:start] + b"\x55" * (len(data) - start))


@pytest.mark.parametrize("start", [0, 16, 100, 4096])
def test_a_damaged_index_is_set_aside_with_a_notice_and_made_anew(tmp_path: Path, start: int) -> None:
    keep(tmp_path, *map(numbered, range(40)), STORY)
    overwrite(tmp_path / FILE, start)
    with Store(tmp_path, RULES) as store:
        assert known(store, STORY) is None
        store.put(STORY, Place(THERE))
    assert "is damaged" in (store.notice or "")
    assert (tmp_path / f"{FILE}.damaged").exists()
    assert kept(tmp_path) == STORY


def test_an_index_without_its_table_is_damaged(tmp_path: Path) -> None:
    keep(tmp_path, STORY)
    execute(tmp_path, "DROP TABLE article")
    assert kept(tmp_path) is None
    keep(tmp_path, STORY)
    assert kept(tmp_path) == STORY


def test_what_another_process_made_anew_is_not_set_aside_again(tmp_path: Path) -> None:
    keep(tmp_path, STORY)
    with Store(tmp_path, RULES) as late:
        assert known(late, STORY) == STORY
        keep(tmp_path / "other", numbered(1))
        (tmp_path / "other" / FILE).replace(tmp_path / FILE)
        late._set_aside()
    assert not (tmp_path / f"{FILE}.damaged").exists()
    assert kept(tmp_path, numbered(1)) == numbered(1)


def test_where_there_can_be_no_folder_articles_are_read_and_it_is_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file" / "below"))
    assert main(["table"]) == 0
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) >= 5
    assert printed.err.count("cannot be used (Not a directory)") == 1


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder of somebody who, unlike root, can be kept from writing; that is who the test runs as."""
    folder, user = Path(mkdtemp()), os.geteuid()
    if user == 0:
        os.chown(folder, NOBODY, -1)
        os.seteuid(NOBODY)
    yield folder
    os.seteuid(user)
    folder.chmod(0o700)
    rmtree(folder)


def test_a_folder_that_cannot_be_written_to_costs_nothing_but_time(home: Path) -> None:
    home.chmod(0o500)
    assert "cannot be used" in (keep(home, STORY) or "")


@pytest.mark.parametrize("beside", [True, False])
def test_an_index_that_cannot_be_written_to_is_read(home: Path, beside: bool) -> None:
    """In a home on a read-only disk, with what SQLite keeps beside it while it is open, or without."""
    keep(home, STORY)
    with closing(sqlite3.connect(home / FILE)) as other:
        if beside:
            other.execute("SELECT * FROM article").fetchall()
        for path in home.iterdir():
            path.chmod(0o400)
        home.chmod(0o500)
        assert kept(home) == STORY
        with Store(home, RULES) as store:
            assert known(store, STORY) == STORY
            store.put(numbered(1), Place(THERE))
            store._flush()
            assert known(store, STORY) == STORY, "what it has is read on"
        assert "cannot be written to" in (store.notice or "")


def places(folder: Path) -> int:
    with closing(sqlite3.connect(folder / FILE)) as connection:
        count: int = connection.execute("SELECT count(*) FROM article").fetchone()[0]
        return count


def test_texts_that_are_in_no_file_any_more_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "index"))
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"Number {number}.")
    read = len(list(read_articles([str(folder)])))
    assert (read, places(tmp_path / "index")) == (5, 5)
    (folder / "0.txt").write_text("Number 0, changed.")
    (folder / "1.txt").unlink()
    (folder / "2.txt").rename(folder / "moved.txt")
    for _ in range(2):
        list(read_articles([str(folder)]))
        assert places(tmp_path / "index") == 4
    (folder / "3.txt").unlink()
    (folder / "moved.txt").write_text("Moved, changed.")
    list(read_articles([str(folder)]))
    assert places(tmp_path / "index") == 3


def test_what_was_moved_before_anything_else_changed_is_not_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = tmp_path / "articles" / "story.txt"
    story.parent.mkdir()
    story.write_text("He said.")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "index"))
    list(read_articles([str(story)]))
    story = story.rename(tmp_path / "articles" / "moved.txt")
    (tmp_path / "articles" / "new.txt").write_text("She said.")
    list(read_articles([str(tmp_path / "articles")]))
    monkeypatch.setattr("iraqreader.analyze.analyze", None)
    assert len(list(read_articles([str(tmp_path / "articles")]))) == 2


def test_a_full_disk_costs_nothing_but_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path, STORY)
    plain = store_module._open

    def open_full(path: Path) -> sqlite3.Connection:
        connection = plain(path)
        connection.execute("PRAGMA max_page_count = 1")
        return connection

    monkeypatch.setattr(store_module, "_open", open_full)
    notice = keep(tmp_path, *map(numbered, range(3 * BATCH)))
    assert "full" in (notice or "")
    monkeypatch.undo()
    assert kept(tmp_path) == STORY


def test_a_lock_that_nobody_lets_go_costs_nothing_but_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "PATIENCE", 0.01)
    keep(tmp_path, STORY)
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert kept(tmp_path) == STORY, "who reads does not wait for who writes"
        assert "cannot be used" in (keep(tmp_path, numbered(1)) or "")


def test_it_can_be_turned_off_and_sent_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "off")
    assert store_folder() is None
    with Store(None, RULES) as store:
        store.put(STORY, Place(THERE))
        assert known(store, STORY) is None
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert store_folder() == tmp_path


@pytest.mark.parametrize("folder", ["/somewhere", "", None])
def test_without_a_word_it_lives_where_this_machine_keeps_what_can_be_made_again(
    monkeypatch: pytest.MonkeyPatch, folder: str | None
) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    if folder is not None:
        monkeypatch.setenv("XDG_CACHE_HOME", folder)
    assert store_folder() == user_cache_path("iraqreader", appauthor=False)


def test_nobody_has_no_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", "not/from/the/root")
    assert store_folder() is None


WRITE = """
import sys
from pathlib import Path
from iraqreader.store import Place, Store
from tests.marked import read_article

story = read_article("“{quote:We go,}” said {speaker:Ann Lee}.")
first, last = int(sys.argv[2]), int(sys.argv[3])
print("ready", flush=True)
with Store(Path(sys.argv[1]), "rules") as store:
    for number in range(first, last):
        store.put(story._replace(text=f"{story.text} {number}"), Place(sys.executable.encode(), number))
assert store.notice is None, store.notice
"""


def writer(folder: Path, first: int, last: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", WRITE, str(folder), str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def test_several_processes_read_and_write_at_once_and_none_is_locked_out(tmp_path: Path) -> None:
    count = 4 * BATCH
    writers = [writer(tmp_path, first, first + count) for first in (0, count, count // 2)]
    while any(process.poll() is None for process in writers):
        assert kept(tmp_path) is None
    for process in writers:
        with process:
            assert process.wait(MINUTE) == 0
    with Store(tmp_path, RULES) as store:
        for number in range(2 * count):
            assert known(store, numbered(number)) == numbered(number)


@pytest.mark.parametrize("pause", [0.0, 0.03, 0.1])
def test_an_index_opens_whenever_its_writer_was_killed(tmp_path: Path, pause: float) -> None:
    with writer(tmp_path, 0, 10**9) as process:
        assert process.stdout
        process.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(pause)
        process.send_signal(signal.SIGKILL)
    assert keep(tmp_path, STORY) is None
    assert kept(tmp_path) == STORY


LOADED = """
import sys
from iraqreader.cli import main
assert main(["table"]) == 0
print(*[name for name in sys.modules if name.startswith(("iraqreader.extract", "iraqreader.analyze", "iraqreader.lexicon",
    "iraqreader.search", "rapidfuzz", "textual", "rich", "concurrent"))], file=sys.stderr)
"""


def test_a_start_on_known_articles_loads_nothing_that_finds_facts() -> None:
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True, timeout=MINUTE
        )
    assert done.stderr.strip() == ""


def test_articles_that_are_known_are_not_analysed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    first = list(read_articles([str(seeds_folder())]))
    monkeypatch.setattr("iraqreader.analyze.analyze", None)
    assert list(read_articles([str(seeds_folder())])) == first
