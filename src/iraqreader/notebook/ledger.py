"""Which entries belong to an article, and where in it they stand now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from iraqreader.notebook.anchors import find_place
from iraqreader.notebook.corrections import apply_corrections
from iraqreader.notebook.entry import Entry, content_of, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iraqreader.model import Article, Span


class Placed(NamedTuple):
    """An entry in an article; `span` is None where its words are no longer in the text."""

    entry: Entry
    span: Span | None


class Kept(NamedTuple):
    """An entry, the place of its article among those that are asked, and that of its words; None where it has none here."""

    entry: Entry
    article: int | None = None
    span: Span | None = None


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

    def everything(self, articles: Sequence[Article]) -> list[Kept]:
        """Every entry once: in the order of the articles and their text, then those whose words or article are gone."""
        if not self.entries:
            return []
        found = dict[int, Kept]()
        for index, article in enumerate(articles):
            for entry, span in self.of(article):
                before = found.get(entry.number)
                if before is None or before.span is None or entry.anchor.path == place_of(article):
                    found[entry.number] = Kept(entry, index, span)
        gone = [Kept(entry) for entry in self.entries if entry.number not in found]
        return sorted(found.values(), key=lambda kept: (kept.span is None, kept.article, kept.span or ())) + gone

    def correct(self, article: Article) -> Article:
        """The article as the user has it."""
        return apply_corrections(article, [(entry, span) for entry, span in self.of(article) if span])
