"""Bytes to text, in the encodings that newspapers use."""

from __future__ import annotations

import codecs
import re
from io import TextIOWrapper
from typing import TYPE_CHECKING

from iraqreader.intake.pieces import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

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


def _decode_wide_lines(stream: TextIOWrapper) -> Iterator[str]:
    try:
        yield from stream
    except UnicodeDecodeError as error:
        raise UnreadableError("is not text") from error
    finally:
        stream.detach()  # to close the file is for whoever opened it


def decode_lines(stream: BufferedReader) -> Iterator[str]:
    """The lines of a long file, one by one, ends and all; each in the encoding that fits it.

    Raises UnreadableError.
    """
    if stream.peek(2).startswith(_WIDE):
        yield from _decode_wide_lines(TextIOWrapper(stream, "utf-16", newline=""))
        return
    encoding = "utf-8-sig"
    for line in stream:
        try:
            yield line.decode(encoding)
        except UnicodeDecodeError:
            yield _decode_windows(line)
        encoding = "utf-8"
