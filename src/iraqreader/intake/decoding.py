"""Bytes to text, in the encodings that newspapers use."""

from __future__ import annotations

import codecs
import re
from io import StringIO, TextIOWrapper
from typing import TYPE_CHECKING, AnyStr

from iraqreader.intake.pieces import LARGEST, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from io import BufferedReader

LONGEST_LINE = 2 * LARGEST
"""Bytes of the longest line of a table that is read: the longest text and its marks, and room for what stands beside it."""

_SKIPPED = 1 << 16
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINE_END = re.compile(r"\r\n?")


def decode(data: bytes) -> str:
    r"""Bytes to text with `\n` line ends: UTF-8, UTF-16 with its mark, else cp1252 if that looks like text.

    Raises UnreadableError.
    """
    try:
        text = data.decode("utf-16" if data.startswith(_WIDE) else "utf-8-sig")
        allowed = len(text) // 3  # a text that says it is Unicode may carry stray controls; binary data is mostly that
    except UnicodeDecodeError:
        text = _decode_windows(data)
        allowed = 0 if "\0" in text else len(text) // 100
    if len(_CONTROL.findall(text)) > allowed:
        raise UnreadableError("is not text")
    return unify(text)


def unify(text: str) -> str:
    r"""The text with `\n` line ends."""
    return _LINE_END.sub("\n", text)


def _decode_windows(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise UnreadableError("is not text") from error


def decode_lines(stream: BufferedReader) -> Iterator[str | None]:
    """The lines of a long file, one by one, ends and all; each in the encoding that fits it.

    None stands for one that is too long to be held. Raises UnreadableError.
    """
    if stream.peek(2).startswith(_WIDE):
        yield from _decode_wide_lines(TextIOWrapper(stream, "utf-16", newline=""))
        return
    encoding = "utf-8-sig"
    for line in _bounded_lines(stream.readline, b"\n"):
        yield from [None] if line is None else _at_returns(_decode_line(line, encoding))
        encoding = "utf-8"


def _at_returns(line: str) -> Iterable[str]:
    """What stands between carriage returns alone, with which Macs once ended lines."""
    return StringIO(line, newline="") if "\r" in line.rstrip("\r\n") else [line]


def _decode_line(line: bytes, encoding: str) -> str:
    try:
        return line.decode(encoding)
    except UnicodeDecodeError:
        return _decode_windows(line)


def _decode_wide_lines(stream: TextIOWrapper) -> Iterator[str | None]:
    try:
        yield from _bounded_lines(stream.readline, "\n")
    except UnicodeDecodeError as error:
        raise UnreadableError("is not text") from error
    finally:
        if not stream.closed:
            stream.detach()  # to close the file is for whoever opened it


def _bounded_lines(readline: Callable[[int], AnyStr], end: AnyStr) -> Iterator[AnyStr | None]:
    while line := readline(LONGEST_LINE):
        whole = line.endswith(end) or len(line) < LONGEST_LINE
        yield line if whole else None
        while not whole and (rest := readline(_SKIPPED)):
            whole = rest.endswith(end)
