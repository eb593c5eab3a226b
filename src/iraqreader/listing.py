"""What a command answers, in whichever format was asked for: made here alone, so that a format is the same everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from iraqreader.export import to_csv, to_json
from iraqreader.report import render_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iraqreader.export import Row


class Listing(NamedTuple):
    """Rows for programs, and the same as cells under a head for people; each cell is one printable line.

    `flat` has rows of the same keys without lists in them, for spreadsheets, where `rows` are not so already; columns
    that `give_way` are narrowed where a line would not fit; `query` is what the rows answer, if anything was asked.
    """

    rows: Sequence[Row]
    head: tuple[str, ...]
    cells: Sequence[tuple[str, ...]]
    give_way: tuple[int, ...] = ()
    flat: Sequence[Row] | None = None
    query: str | None = None


def render(listing: Listing, form: str, width: int | None, text: Iterable[str] | None = None) -> Iterator[str]:
    """The lines of a listing as `json`, `jsonl`, `csv`, `markdown` or `text`, which fits into `width` columns, if given.

    `text` takes the place of cells in columns. Where there are no rows there are no lines, but for an empty list in JSON.
    """
    if form == "json":
        return iter([to_json(_whole(listing))])
    if form == "jsonl":
        return map(to_json, listing.rows)
    if form == "csv":
        return to_csv(listing.rows if listing.flat is None else listing.flat)
    if form == "markdown":
        return _markdown(listing)
    return iter(text) if text is not None else _columns(listing, width)


def _whole(listing: Listing) -> object:
    return list(listing.rows) if listing.query is None else {"query": listing.query, "hits": list(listing.rows)}


def _markdown(listing: Listing) -> Iterator[str]:
    from iraqreader.markdown import render_grid  # noqa: PLC0415 - the other formats do not wait for it

    return render_grid(listing.head, listing.cells)


def _columns(listing: Listing, width: int | None) -> Iterator[str]:
    return render_rows([listing.head, *listing.cells], width, listing.give_way) if listing.cells else iter(())
