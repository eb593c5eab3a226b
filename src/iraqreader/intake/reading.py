"""Files to articles: each row and each member of an archive is one, and each is read as its kind asks for."""

from __future__ import annotations

import sys
from errno import EAGAIN
from typing import TYPE_CHECKING, TypeVar

from iraqreader.intake.decoding import decode
from iraqreader.intake.finding import find_files, open_at_once
from iraqreader.intake.pieces import (
    ARCHIVE,
    LARGEST,
    PAGES,
    ROWS,
    STDIN,
    Name,
    Piece,
    Problem,
    UnreadableError,
    name_of,
    shown,
    unreadable,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from io import BufferedReader

    from iraqreader.intake.packed import Member

Text = TypeVar("Text", str, bytes)

_MOST = 4 * LARGEST + 1
"""Bytes that are read of what is one article: as many as a page may have, and one more tells that there are more."""

_PAGE_STARTS = (b"<!doctype html", b"<html")


def find_pieces(paths: Iterable[str]) -> Iterator[Piece | Problem]:
    """Every article under `paths`, in their order, none of them read yet but for what has to be unpacked to be found."""
    for found in find_files(paths):
        if isinstance(found, Problem):
            yield found
        else:
            yield from pieces_of(found)


def pieces_of(path: str) -> Iterator[Piece | Problem]:
    """Every article of one file."""
    if path == STDIN:
        return iter([Piece(path, "stdin")])
    name = name_of(path)
    if name.suffix == ARCHIVE:
        return _numbered(path, _members_of(path))
    if name.suffix in ROWS:
        return _numbered(path, _table(path, name))
    return iter([Piece(path, name.stem, name.suffix)])


def _numbered(path: str, pieces: Iterator[Piece | Problem]) -> Iterator[Piece | Problem]:
    """Each with its place among those of the file; where that cannot be read on, why."""
    part = 0
    try:
        for piece in pieces:
            if isinstance(piece, Problem):
                yield piece
            else:
                yield piece._replace(part=part)
                part += 1
    except UnreadableError as error:
        yield Problem(shown(path), str(error))
    except OSError as error:
        yield unreadable(path, error)


def _table(path: str, name: Name) -> Iterator[Piece | Problem]:
    from iraqreader.intake.packed import open_file  # noqa: PLC0415 - few have any, and all would wait for it

    with open_file(path, packed=name.packed) as stream:
        yield from _rows_of(Piece(path, name.stem, name.suffix), stream)


def _rows_of(table: Piece, stream: BufferedReader) -> Iterator[Piece | Problem]:
    from iraqreader.intake.rows import read_rows  # noqa: PLC0415 - the same

    bad, first = 0, ""
    for row in read_rows(stream, table.suffix):
        if row.text is not None:
            yield table._replace(name=f"{table.name}-{row.number}", content=row.text)
            continue
        bad += 1
        first = first or f"row {row.number} {row.reason}"
    if bad:
        yield Problem(table.shown, first if bad == 1 else f"{first}; {bad - 1:,} more are not read")


def _members_of(path: str) -> Iterator[Piece | Problem]:
    from iraqreader.intake.packed import open_members  # noqa: PLC0415 - the same

    for member in open_members(path):
        name = name_of(member.path)
        piece = Piece(path, name.stem, name.suffix, member=member.path)
        try:
            yield from _within(piece, member)
        except UnreadableError as error:
            if member.left[0] < 0:
                raise
            yield Problem(piece.shown, str(error))


def _within(piece: Piece, member: Member) -> Iterator[Piece | Problem]:
    with member.open() as stream:
        if piece.suffix in ROWS:
            yield from _rows_of(piece, stream)
        else:
            yield piece._replace(content=stream.read(_MOST))


def load_piece(piece: Piece) -> Piece | Problem:
    """The piece with its bytes in it, to be read where its file is not."""
    try:
        return piece if piece.content is not None else piece._replace(content=_load(piece))
    except UnreadableError as error:
        return Problem(piece.shown, str(error))
    except OSError as error:
        return unreadable(piece.path, error)


def read_piece(piece: Piece) -> str | Problem:
    """The text of an article, of which none has more letters than LARGEST."""
    try:
        return _bounded(_read(piece), LARGEST)
    except UnreadableError as error:
        return Problem(piece.shown, str(error))
    except OSError as error:
        return unreadable(piece.path, error)


def _read(piece: Piece) -> str:
    content = _load(piece) if piece.content is None else piece.content
    if isinstance(content, str):
        return content
    if piece.suffix in PAGES or (not piece.suffix and _looks_like_page(content)):
        from iraqreader.intake.pages import read_page  # noqa: PLC0415 - the same

        return read_page(content)
    return decode(_bounded(content, _MOST - 1))


def _bounded(content: Text, most: int) -> Text:
    if len(content) > most:
        raise UnreadableError(f"is longer than {LARGEST // 1_000_000} million letters, which no article is")
    return content


def _looks_like_page(data: bytes) -> bool:
    return data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGE_STARTS)


def _load(piece: Piece) -> bytes:
    if piece.path == STDIN:
        if sys.stdin is None:
            raise OSError(0, "standard input is closed")
        return sys.stdin.buffer.read(_MOST)
    if name_of(piece.path).packed:
        from iraqreader.intake.packed import open_file  # noqa: PLC0415 - the same

        with open_file(piece.path, packed=True) as stream:
            return stream.read(_MOST)
    with open(piece.path, "rb", opener=open_at_once) as file:
        data = file.read(_MOST)
    if data is None:
        raise OSError(EAGAIN, "has nothing to say yet")
    return data
