"""What is packed: gzip and zip, opened without ever unpacking more than an honest file would hold."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from gzip import GzipFile
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, BinaryIO
from zipfile import ZipFile

from iraqreader.intake.finding import open_at_once
from iraqreader.intake.pieces import ARTICLES, ROWS, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from zipfile import ZipInfo

    from _typeshed import WriteableBuffer

RATIO = 100
"""Bytes that one packed byte may hold: text packs to a third or a tenth, a bomb to a thousandth."""

FREE = 1 << 20
"""Bytes that anything may hold, whatever the ratio."""

LARGEST = 8 << 30
"""Bytes that one packed file may hold in all."""

_DAMAGE = Exception
"""What the readers of packed files raise, of a dozen kinds: for damage, for ways of packing that they do not know, for passwords."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive. `left` is one number, shared by all of them: bytes that may still come."""

    path: str
    archive: ZipFile
    left: list[int]

    def open(self) -> BufferedReader:
        """Its bytes. Raises UnreadableError, now or as it is read."""
        try:
            return BufferedReader(_Metered(self.archive.open(self.path).read, self.left))
        except _DAMAGE as error:
            raise UnreadableError(f"cannot be unpacked ({error})") from error


class _Metered(RawIOBase):
    """A stream that ends in an error where it goes on for longer than it may."""

    def __init__(self, read: Callable[[int], bytes], left: list[int]) -> None:
        self._read = read
        self._left = left

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        target = memoryview(buffer)
        try:
            data = self._read(len(target))
        except _DAMAGE as error:
            raise UnreadableError(f"cannot be unpacked ({error})") from error
        self._left[0] -= len(data)
        if self._left[0] < 0:
            raise UnreadableError("unpacks to far more than text does; it is left alone")
        target[: len(data)] = data
        return len(data)


def _allowed(path: str) -> list[int]:
    return [min(LARGEST, max(FREE, RATIO * os.stat(path).st_size))]


@contextmanager
def open_file(path: str, *, packed: bool) -> Iterator[BufferedReader]:
    """The bytes of a file, unpacked where it is packed. Raises OSError, and UnreadableError as it is read."""
    with open(path, "rb", opener=open_at_once) as plain:
        if not packed:
            yield plain
            return
        with GzipFile(fileobj=plain) as unpacked:
            yield BufferedReader(_Metered(unpacked.read, _allowed(path)))


def open_members(path: str) -> Iterator[Member]:
    """Every article and table in an archive, in order. Raises OSError and UnreadableError."""
    with open(path, "rb", opener=open_at_once) as plain, _archive(plain) as archive:
        left = _allowed(path)
        members = sorted(filter(_wanted, archive.infolist()), key=lambda member: member.filename)
        if not members:
            raise UnreadableError("is an archive without articles")
        for member in members:
            yield Member(member.filename, archive, left)


def _archive(plain: BinaryIO) -> ZipFile:
    try:
        return ZipFile(plain)
    except _DAMAGE as error:
        raise UnreadableError(f"is no archive, or a damaged one ({error})") from error


def _wanted(member: ZipInfo) -> bool:
    hidden = any(part.startswith((".", "__MACOSX")) for part in member.filename.split("/"))
    return not hidden and member.filename.lower().endswith((*ARTICLES, *ROWS))
