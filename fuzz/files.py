"""A file of any name and content, read in as a user's would be."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from iraqreader import report
from iraqreader.intake import Problem, find_pieces, read_piece
from iraqreader.intake.pieces import LARGEST

_FOLDER = TemporaryDirectory(prefix="iraqreader-fuzz-")


def check_file(name: str, content: bytes) -> None:
    """Whatever is in it, each article is a text and everything else a line that says why."""
    path = Path(_FOLDER.name, name)
    path.write_bytes(content)
    for piece in find_pieces([str(path)]):
        text = piece if isinstance(piece, Problem) else read_piece(piece)
        if isinstance(text, Problem):
            assert text.reason, "nobody is told why"
            assert not report.UNPRINTABLE.search(report.one_line(f"{text.path}: {text.reason}"))
        else:
            check_text(text)


def check_text(text: str) -> None:
    r"""What is read in is bounded, with line ends of `\n`."""
    assert len(text) <= LARGEST, "a text is too long"
    assert "\r" not in text, "a line end is not one"
