"""Examples of troop counts: the words of each count marked, its answer beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqreader.extract.places import Places
from iraqreader.extract.segment import segment
from iraqreader.extract.troops import find_troops
from iraqreader.model import DateRange, Published
from tests.marked import read_marked

if TYPE_CHECKING:
    from iraqreader.model import Quote, TroopCount

UNDATED = Published(DateRange(None, None), "unknown")


def counts(text: str, quotes: tuple[Quote, ...] = (), published: Published = UNDATED) -> tuple[TroopCount, ...]:
    """The counts of a text that is all report."""
    report = segment(text)
    return find_troops(report, quotes, published, Places(report))


def said(count: TroopCount) -> str:
    """A count as the tables write it: number, whose, where, status."""
    number = f"{count.low}-{count.high}" if count.high else str(count.low)
    return f"{number} {count.whose} {count.where} {count.status}"


def check(example: str, expected: str) -> None:
    """Hold that the marked words, and no others, are counts, and say what is expected."""
    text, spans = read_marked(example)
    found = counts(text)
    assert [count.span for count in found] == [span for _, span in spans]
    assert "; ".join(said(count) for count in found) == expected
