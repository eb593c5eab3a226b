"""What the numbers themselves say that Washington wants: more soldiers in Iraq than are there, or fewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqreader.lexicon.forces import forces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqreader.model import StanceLabel, TroopCount

LEVELS = ("level_to", "left_there", "left_over")
"""Rules that read the size of the whole force, to be compared with what is there."""


def read_counts(text: str, troops: Sequence[TroopCount]) -> Iterator[tuple[StanceLabel, TroopCount]]:
    """The label of each American plan for Iraq that comes with a number ("another 600", "3,000 by March")."""
    ours = [count for count in troops if count.whose == "us" and count.where == "Iraq"]
    there = max((count.low for count in ours if count.status == "current"), default=None)
    for count in ours:
        if label := _label(text, count, there):
            yield label, count


def _label(text: str, count: TroopCount, there: int | None) -> StanceLabel | None:
    if count.status == "withdrawn":
        return "limit"
    if count.status != "planned":
        return None
    if forces("increment").search(text, *count.span):
        return "expand"
    if there is None or count.low == there or not count.rule.endswith(LEVELS):
        return None
    return "expand" if count.low > there else "limit"
