"""Gzip and zip: bytes that claim to be one, and archives of whatever names and files the bytes make."""

from __future__ import annotations

import gzip
from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from fuzz.files import check_file
from iraqreader.intake.pieces import SUFFIXES

_PARTED = b"\xff\xff"
"""Between the files of an archive, and between the name and the content of each."""


def try_bytes(data: bytes) -> None:
    """The first byte says whether the rest is packed already, or is to be, and as what."""
    how, content = sum(data[:1]), data[1:]
    suffix = SUFFIXES[how // 4 % len(SUFFIXES)].removesuffix(".gz")
    if how % 4 == 0:
        check_file("raw.zip", content)
    elif how % 4 == 1:
        check_file(f"raw{suffix}.gz", content)
    elif how % 4 == 2:
        check_file("made.zip", _archive(content))
    else:
        check_file(f"made{suffix}.gz", gzip.compress(content, 1))


def _archive(content: bytes) -> bytes:
    """An archive of names and files by turns; names that no archive may have are left out."""
    parts = content.split(_PARTED)
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, inside in dict(zip(parts[::2], parts[1::2], strict=False)).items():
            with suppress(ValueError, UnicodeError):
                archive.writestr(ZipInfo(name.decode("utf-8", "surrogateescape")), inside)
    return made.getvalue()
