"""A web page, in whatever encoding it names: its text, and what it tells of itself."""

from __future__ import annotations

from fuzz.files import check_text
from iraqreader.extract.front_matter import find_front_matter
from iraqreader.intake import UnreadableError
from iraqreader.intake.pages import decode_page, read_page
from iraqreader.intake.plain_page import read_plainly


def try_bytes(data: bytes) -> None:
    """Read as a page is, with all that it tells above its text."""
    try:
        text = read_page(data)
    except UnreadableError:
        return
    check_text(text)
    told = read_plainly(decode_page(data))
    if any(str(told[label]).strip() for label in told if label != "text"):
        assert find_front_matter(text).furniture, "what it tells is not above it"
