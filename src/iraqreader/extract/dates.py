"""When an article came out: stated, corrected, bounded by what it names, or unknown; always with reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqreader.model import DateRange, Published

if TYPE_CHECKING:
    from iraqreader.extract.segment import Document
    from iraqreader.model import Furniture, Mention


def find_published(document: Document, furniture: tuple[Furniture, ...], mentions: tuple[Mention, ...]) -> Published:
    """The day or the window of publication, with the reasons in text order."""
    return Published(DateRange(None, None), "unknown")
