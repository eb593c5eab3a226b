"""Text of the page that is not the report; and what the page says of itself: title and publisher."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iraqreader.extract.segment import Document
    from iraqreader.model import Furniture, Publisher, Span


def find_furniture(document: Document) -> tuple[Furniture, ...]:
    """Site notices, bylines, author bios, related links and editors' notes, in text order."""
    return ()


def find_title(report: Document) -> Span | None:
    """The headline that the text carries, if it carries one."""
    return None


def find_publisher(document: Document, furniture: tuple[Furniture, ...]) -> Publisher | None:
    """The outlet that the page names as its own, if it does."""
    return None
