"""Web pages to articles: the main text, with what the page tells of title, publisher, author and date above it.

With trafilatura, which the extra `web` installs, or with a plain reading of our own where that is not there or finds
nothing.
"""

from __future__ import annotations

import codecs
import logging
import re
from typing import TYPE_CHECKING
from warnings import catch_warnings, simplefilter

from iraqreader.intake.decoding import decode
from iraqreader.intake.details import compose
from iraqreader.intake.pieces import UnreadableError
from iraqreader.intake.plain_page import read_plainly

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST = 8 << 20
"""Bytes of the largest page that is read: more is data, and no parser of pages is made for it."""

MOST_TAGS = 100_000
"""Tags of a page that trafilatura reads: a report has hundreds, and a gigabyte and a minute go into a page of a million."""

HEAD = 4096
"""Bytes in which a page says how it is encoded."""

_CHARSET = re.compile(rb"<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_LATIN = {"iso8859-1", "ascii"}
"""Names under which browsers understand Windows-1252."""


_TALKERS = ("trafilatura", "htmldate", "courlan", "justext")
"""What would write its remarks on pages across the screen."""


def read_page(data: bytes) -> str:
    """The article of a page. Raises UnreadableError."""
    if len(data) > LARGEST:
        raise UnreadableError(f"is too large for a page (more than {LARGEST >> 20} MiB)")
    markup = decode_page(data)
    text = compose(_with_trafilatura(markup) or {}) or compose(read_plainly(markup))
    if text is None:
        raise UnreadableError("is a page without text")
    return text


def decode_page(data: bytes) -> str:
    """A page in the encoding that it names, if that fits it. Raises UnreadableError."""
    named = _CHARSET.search(data, 0, HEAD)
    if named and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            encoding = codecs.lookup(named[1].decode("ascii")).name
            return data.decode("cp1252" if encoding in _LATIN else encoding)
        except (LookupError, ValueError):
            pass  # an encoding that there is not, or not in this page: browsers guess then, and so do we
    return decode(data)


def _with_trafilatura(markup: str) -> Mapping[str, object] | None:
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    if markup.count("<") > MOST_TAGS:
        return None
    for name in _TALKERS:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        with catch_warnings():
            simplefilter("ignore")
            found = bare_extraction(markup, include_comments=False, with_metadata=True)
    except Exception:  # noqa: BLE001 - whatever a page does to it, the plain reading is there
        return None
    names = ("text", "title", "sitename", "author", "date", "url")
    return None if found is None else {name: getattr(found, name) for name in names}
