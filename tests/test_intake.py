"""A file that cannot be read costs one line that says why, and never the files beside it."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
import tracemalloc
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.intake import Piece, Problem, UnreadableError, find_pieces, read_piece, shown
from iraqreader.intake.decoding import decode
from iraqreader.intake.finding import find_files
from iraqreader.intake.pieces import LARGEST

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "utf-8": ("“Café,” he said.".encode(), "“Café,” he said."),
    "utf-8 with a mark": (b"\xef\xbb\xbfHe said.", "He said."),
    "utf-16 little end first": ("“Café”".encode("utf-16"), "“Café”"),
    "utf-16 big end first": (b"\xfe\xff" + "“Café”".encode("utf-16-be"), "“Café”"),
    "windows": (b"\x93Caf\xe9,\x94 he said.", "“Café,” he said."),
    "windows line ends": (b"one\r\ntwo\rthree\n\r\n", "one\ntwo\nthree\n\n"),
    "stray controls in unicode": (b"He said \x1b[31mno\x1b[0m.\x00", "He said \x1b[31mno\x1b[0m.\x00"),
    "empty": (b"", ""),
}

NOT_TEXTS = {
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x90",
    "a program": b"\x7fELF\x02\x01\x01" + bytes(40) + b"\xff\xfe\xfd",
    "utf-16 without a mark": "He said.".encode("utf-16-le"),
    "all controls": bytes(range(1, 9)) * 4,
    "undefined in windows too": b"\x81\x8d\x8f\x90",
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_decoded_whole(name: str) -> None:
    data, text = TEXTS[name]
    assert decode(data) == text


@pytest.mark.parametrize("name", NOT_TEXTS)
def test_what_is_not_text_is_refused(name: str) -> None:
    with pytest.raises(UnreadableError):
        decode(NOT_TEXTS[name])


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_unicode_text_comes_through_unchanged(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with contextlib.suppress(UnreadableError):
        assert "\r" not in decode(data)


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("He said.")


def test_a_folder_is_searched_through_in_order_without_hidden_files(tmp_path: Path) -> None:
    write(
        tmp_path,
        "b.txt",
        "a.md",
        "C.TXT",
        "p.html",
        "t.csv.gz",
        "z.ZIP",
        "notes.pdf",
        "notes.pdf.gz",
        ".hidden.txt",
        "in/deep/d.txt",
        ".git/e.txt",
    )
    found = [os.path.relpath(str(path), tmp_path) for path in find_files([str(tmp_path)])]
    assert found == ["C.TXT", "a.md", "b.txt", "p.html", "t.csv.gz", "z.ZIP", "in/deep/d.txt"]


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert list(find_files([str(tmp_path / "a.txt"), str(tmp_path), "-", "-"])) == [str(tmp_path / "a.txt"), "-"]


def test_a_pattern_that_no_shell_has_expanded_is(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "in/b.txt", "in/c.md", "what?.txt")
    assert [os.path.relpath(str(path), tmp_path) for path in find_files([f"{tmp_path}/**/*.txt"])] == [
        "a.txt",
        "in/b.txt",
        "what?.txt",
    ]
    assert list(find_files([f"{tmp_path}/what?.txt"])) == [f"{tmp_path}/what?.txt"], (
        "a name that is there is no pattern"
    )
    assert reasons(f"{tmp_path}/*.pdf") == ["nothing has such a name"]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert str(tmp_path / "a.txt") in list(find_files([str(tmp_path)]))


def texts(*paths: str) -> list[str]:
    found = (read_piece(item) for item in find_pieces(paths) if isinstance(item, Piece))
    return [item for item in found if isinstance(item, str)]


def reasons(*paths: str) -> list[str]:
    found = (read_piece(item) if isinstance(item, Piece) else item for item in find_pieces(paths))
    return [item.reason for item in found if isinstance(item, Problem)]


def test_each_kind_of_bad_path_has_its_own_reason(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "picture.txt").write_bytes(NOT_TEXTS["a picture"])
    os.mkfifo(tmp_path / "pipe")
    bad = [str(tmp_path / name) for name in ("nowhere", "empty", "picture.txt", "pipe", "x" * 300)]
    assert reasons(*bad, "/dev/null") == [
        "no such file or folder",
        "is a folder without articles",
        "is not text",
        "is not a regular file",
        "cannot be read (File name too long)",
        "is not a regular file",
    ]


def test_a_pipe_in_a_folder_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert reasons(str(tmp_path)) == ["is not a regular file"]


@pytest.mark.parametrize("name", ["a.txt", "a.txt.gz", "a.html", "a.csv", "a.zip"])
def test_a_pipe_that_takes_the_place_of_a_file_is_not_waited_for(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look at a folder and the reading of it anything may happen; one pipe would hold all the rest up."""
    os.mkfifo(tmp_path / name)
    monkeypatch.setattr("iraqreader.intake.reading.find_files", iter)  # it was a file when it was found
    assert reasons(str(tmp_path / name)) == ["cannot be read (is not a regular file)"]


def test_a_folder_that_vanishes_while_it_is_read_costs_a_line_for_what_was_to_come(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt", "in/b.txt", "in/c/d.txt")
    pieces = find_pieces([str(tmp_path / "in")])
    first = next(pieces)
    assert isinstance(first, Piece)
    assert isinstance(read_piece(first), str)
    shutil.rmtree(tmp_path / "in")
    assert [item.reason for item in pieces if isinstance(item, Problem)] == [
        "no such file or folder",
        "cannot be read (No such file or directory)",
    ], "the file beside it, and the folder below"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_says_so(tmp_path: Path) -> None:
    write(tmp_path, "secret.txt", "closed/a.txt")
    (tmp_path / "secret.txt").chmod(0)
    (tmp_path / "closed").chmod(0)
    try:
        assert reasons(str(tmp_path)) == ["cannot be read (Permission denied)"] * 2
    finally:
        (tmp_path / "closed").chmod(0o700)


def test_standard_input_is_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\x93He said.\x94")))
    assert texts("-") == ["“He said.”"]


def test_closed_standard_input_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert reasons("-") == ["cannot be read (standard input is closed)"]


def test_a_file_name_that_is_no_unicode_can_be_shown() -> None:
    assert shown(os.fsdecode(b"caf\xe9.txt")) == "caf\ufffd.txt"


def test_a_file_of_200_mb_is_refused_with_a_line_and_little_memory(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(200_000_000)
    tracemalloc.start()
    refused = read_piece(Piece(str(large), "large", ".txt"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert refused == Problem(str(large), f"is longer than {LARGEST // 1_000_000} million letters, which no article is")
    assert peak < 3 * 4 * LARGEST


@pytest.mark.parametrize(("letters", "read"), [(LARGEST, True), (LARGEST + 1, False)])
def test_a_text_of_the_most_letters_is_read_and_a_longer_one_refused_wherever_it_is(
    letters: int, read: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "most.txt").write_bytes(b"a" * letters)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a" * letters)))
    for piece in (
        Piece(str(tmp_path / "most.txt"), "most", ".txt"),
        Piece("-", "stdin"),
        Piece("rows", "row", content="a" * letters),
    ):
        assert isinstance(read_piece(piece), str) == read
