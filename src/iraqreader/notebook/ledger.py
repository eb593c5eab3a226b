"""Which entries belong to an article, and where in it they stand now."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.notebook.anchors import find_place
from iraqreader.notebook.corrections import apply_corrections
from iraqreader.notebook.entry import Entry, content_of, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iraqreader.model import Article, Span
    from iraqreader.notebook.entry import Anchor


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
        self._by_name = dict[str, list[Entry]]()
        for path, inside in self._by_path.items():
            if path and not os.path.exists(path):  # noqa: PTH110 - raises nothing
                self._by_name.setdefault(_name(path), []).extend(inside)

    def of(self, article: Article) -> tuple[Placed, ...]:
        """The entries of an article, as they were made: by its text, whatever its file is called, or by its file.

        Of a file that is gone, a file of the same name elsewhere takes over what it has the words of.
        """
        if not self.entries:
            return ()
        content, path = content_of(article.text), place_of(article)
        same = [Placed(entry, _own_place(entry.anchor, article.text)) for entry in self._by_content.get(content, ())]
        changed = self._by_path.get(path, []) if path else []
        moved = [entry for entry in self._by_name.get(_name(path), ()) if entry.anchor.path != path]
        others = [entry for entry in [*changed, *moved] if entry.anchor.content != content]
        found = [Placed(entry, find_place(entry.anchor, article.text)) for entry in others]
        here = [placed for placed in found if placed.span or placed.entry.anchor.path == path]
        return tuple(sorted(same + here, key=lambda placed: placed.entry.number))

    def everything(self, articles: Sequence[Article]) -> list[Kept]:
        """Every entry once: in the order of the articles and their text, then those whose words or article are gone."""
        if not self.entries:
            return []
        places = [place_of(article) for article in articles]
        found = {entry.number: Kept(entry) for entry in self.entries}
        own = [index for index, place in enumerate(places) if place in self._by_path]
        for index in own:
            self._find(articles[index], index, found)
        if any(kept.span is None for kept in found.values()):  # elsewhere by the text, which takes longer to know
            for index in sorted({*range(len(articles))} - {*own}):
                self._find(articles[index], index, found)
        return sorted(found.values(), key=_order)

    def among(self, articles: Sequence[Article], places: Iterable[int]) -> list[Kept]:
        """The same where entries are looked for in the articles at these places alone."""
        found = {entry.number: Kept(entry) for entry in self.entries}
        for index in sorted(places):
            self._find(articles[index], index, found)
        return sorted(found.values(), key=_order)

    def _find(self, article: Article, index: int, found: dict[int, Kept]) -> None:
        for entry, span in self.of(article):
            if found[entry.number].span is None and (span or found[entry.number].article is None):
                found[entry.number] = Kept(entry, index, span)

    def correct(self, article: Article) -> Article:
        """The article as the user has it."""
        return apply_corrections(article, [(entry, span) for entry, span in self.of(article) if span])


def _own_place(anchor: Anchor, text: str) -> Span | None:
    """Where the words stood in the same text; found anew, where a damaged notebook says otherwise."""
    stands = anchor.start >= 0 and text.startswith(anchor.words, anchor.start)
    return anchor.span if stands else find_place(anchor, text)


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _order(kept: Kept) -> tuple[bool, bool, int, Span]:
    """As in the text; then those whose words are gone, then those whose article is."""
    return kept.article is None, kept.span is None, kept.article or 0, kept.span or kept.entry.anchor.span
