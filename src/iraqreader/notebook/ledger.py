"""Which entries belong to an article, and where in it they stand now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iraqreader.notebook.anchors import find_place
from iraqreader.notebook.corrections import apply_corrections
from iraqreader.notebook.entry import Entry, content_of, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iraqreader.model import Article, Span


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry in an article; `span` is None where its words are no longer in the text."""

    entry: Entry
    span: Span | None


class Ledger:
    """All entries, to be asked article by article."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries = tuple(entries)
        self._by_content = dict[str, list[Entry]]()
        self._by_path = dict[str, list[Entry]]()
        for entry in self.entries:
            self._by_content.setdefault(entry.anchor.content, []).append(entry)
            self._by_path.setdefault(entry.anchor.path, []).append(entry)

    def of(self, article: Article) -> tuple[Placed, ...]:
        """The entries of an article, as they were made: by its text, whatever its file is called, or by its file."""
        if not self.entries:
            return ()
        content, path = content_of(article.text), place_of(article)
        same = [Placed(entry, entry.anchor.span) for entry in self._by_content.get(content, ())]
        changed = [entry for entry in self._by_path.get(path, ()) if path and entry.anchor.content != content]
        found = [Placed(entry, find_place(entry.anchor, article.text)) for entry in changed]
        return tuple(sorted(same + found, key=lambda placed: placed.entry.number))

    def correct(self, article: Article) -> Article:
        """The article as the user has it."""
        return apply_corrections(article, [(placed.entry, placed.span) for placed in self.of(article) if placed.span])
