"""Copying: by the way that works where one is, and always to a file."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest

from iraqreader.model import YOURS
from iraqreader.tui.clipboard import SLICE, cited, copy, quote_text
from tests.tui_library import article_of

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "“Bridges come first,” — a quote with é and 漢"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for the file, and no tmux to find."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path / "iraqreader" / "copied.txt"


def sent(environment: dict[str, str], text: str = WORDS) -> tuple[list[str], str]:
    """What goes to the terminal, and what is said about it."""
    pieces = list[str]()
    return pieces, copy(text, environment, pieces.append)


def test_a_terminal_is_sent_the_words_for_its_clipboard_and_a_file_keeps_them(state: Path) -> None:
    (sequence,), said = sent({})
    assert base64.b64decode(sequence.removeprefix("\x1b]52;c;").removesuffix("\x07")).decode() == WORDS
    assert state.read_text("utf-8") == WORDS + "\n"
    assert str(state) in said


def test_screen_gets_slices_that_it_passes_on() -> None:
    pieces, said = sent({"STY": "1.tty"}, WORDS * 30)
    inner = "".join(piece.removeprefix("\x1bP").removesuffix("\x1b\\") for piece in pieces)
    assert base64.b64decode(inner.removeprefix("\x1b]52;c;").removesuffix("\x07")).decode() == WORDS * 30
    assert all(len(piece) <= SLICE + 4 for piece in pieces)
    assert "screen" in said


def test_where_tmux_cannot_be_asked_the_terminal_is() -> None:
    pieces, said = sent({"TMUX": "gone"})
    assert pieces[0].startswith("\x1b]52;c;")
    assert "clipboard" in said


def test_a_file_that_cannot_be_written_is_said_and_costs_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    pieces, said = sent({})
    assert pieces
    assert said.endswith("to no file, since none could be written")


def test_what_is_copied_cannot_steer_the_terminal_it_is_pasted_into() -> None:
    article = article_of("“{q_holt:Run \x1b[2J this\nnow,}” said {by_holt:Holt}.", "na\x1bme")
    assert quote_text(article, article.quotes[0]) == "Run ␛[2J this now,"
    assert "\x1b" not in cited(article, article.quotes[0])


def test_a_quote_by_nobody_named_says_so() -> None:
    article = article_of("“{q_:Wait,}” it said.")
    assert cited(article, article.quotes[0]) == "“Wait,” — nobody named. unknown, one.txt, letters 1–6"


def test_a_speaker_that_is_not_the_articles_is_cited_as_such() -> None:
    article = article_of("“{q_holt:Wait,}” said {by_holt:Holt}.")
    quote = article.quotes[0]._replace(rule=YOURS)
    assert "Lena Holt, Defense Secretary (corrected by the reader)." in cited(article, quote)
