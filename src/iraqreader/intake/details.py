"""What a page or a row tells beside its text, and the one text that is made of both.

Where the text that is shown is not the file's own, what is known of it stands above it as front matter, so that every
fact has words to stand on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqreader.intake.decoding import unify

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT = ("text", "body", "content", "article")
"""Names of the column that holds the article, the surest first; in any case."""

DETAILS = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "outlet", "publication", "site", "sitename"),
    "author": ("author", "authors", "byline"),
    "date": ("date", "published", "publication_date", "published_at", "pubdate"),
    "url": ("url", "link"),
}
"""What else is read, under the name that it has in front matter, and the names that columns may have."""

LONGEST = 500
"""Code points of what is told of one of them; the rest of more is left out, so that it stays a head and no text."""


def compose(values: Mapping[str, object]) -> str | None:
    """The text of a row or a page with what is told of it above; None where it has no text."""
    named = {name.strip().lower(): words for name, value in values.items() if (words := _words(value))}
    text = next((named[name] for name in TEXT if name in named), None)
    if text is None:
        return None
    found = {label: next((named[name] for name in names if name in named), None) for label, names in DETAILS.items()}
    lines = [f"{label}: {' '.join(value.split())[:LONGEST]}\n" for label, value in found.items() if value]
    return unify("".join(["---\n", *lines, "---\n\n", text]) if lines else text)


def _words(value: object) -> str:
    """A value as words; several as one list of them."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value)))
    words = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return words if words.strip() else ""
