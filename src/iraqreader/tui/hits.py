"""The quotes that a search found, a line each, how many they are, and what they are without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from iraqreader import report
from iraqreader.model import Span
from iraqreader.tui.inks import speaker_ink
from iraqreader.tui.paint import Mark, flatten
from iraqreader.tui.rows import Cell, Entry, Rows, fit
from iraqreader.tui.titles import WHEN, when
from iraqreader.voices import speaker_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqreader.search import Answer, Hit

LEAD = 24
"""Letters before the first marked one that are shown with it."""

REPORTED = "reported: "
"""Before words that are not in marks."""


def tally(answer: Answer, cursor: int) -> str:
    """Which hit one is at, and how many there are: `3 of 12 quotes`, `3 of 12 nearest`, `3 of 1,204, 50 listed`."""
    if not answer.hits:
        return "no quote found" if answer.asked else ""
    if answer.total == 1:
        return "1 nearest" if answer.given_up else "1 quote"
    total = f"{cursor + 1} of {answer.total:,}{'+' if answer.more else ''}"
    if len(answer.hits) < answer.total or answer.more:
        return f"{total}, {len(answer.hits)} listed"
    return f"{total} {'nearest' if answer.given_up else 'quotes'}"


def remark(answer: Answer, hit: Hit | None) -> str:
    """What of the query was not understood, and what a hit does without; "" where it answers all of it."""
    lacks = " and ".join(f"“{word}”" for word in hit.lacks) if hit else ""
    nearest = report.render_given_up(answer)
    none = "" if answer.complete or nearest else "no quote has it all; "
    return "; ".join(filter(None, [*answer.misread, nearest, f"{none}this one lacks {lacks}" if lacks else ""]))


class Hits(Rows):
    """The quotes found, as they come: who, when, and the words with the matched letters marked."""

    can_focus = False

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.hits: Sequence[Hit] = ()

    def count(self) -> int:
        """How many hits there are."""
        return len(self.hits)

    def entry(self, index: int, width: int) -> Entry:
        """The line of a hit."""
        hit, room = self.hits[index], 18 if width < 100 else 26
        speaker = hit.quote.speaker
        ink = speaker_ink(speaker_key(speaker), speaker.side) if speaker else "faint"
        lead = "▸" if index == self.cursor else " "
        name = report.printable(speaker.name) if speaker else "nobody named"
        before = (
            Cell(lead, "sign", index),
            Cell(fit(name, room) + " ", ink, index),
            Cell(fit(when(hit.article), WHEN) + " ", "faint", index),
        )
        kind = (Cell(REPORTED, "faint", index),) if hit.quote.kind == "reported" else ()
        taken = room + WHEN + 3 + sum(len(cell.text) for cell in kind)
        return ((*before, *kind, *_excerpt(hit, index, width - taken)),)

    def show(self, hits: Sequence[Hit]) -> None:
        """Other hits; the cursor is on the first."""
        self.hits = hits
        self.reload(0)


def _excerpt(hit: Hit, door: int, width: int) -> Iterator[Cell]:
    """As much of a quote as fits, with its first marked letters in it, on one line."""
    text, quote = hit.article.text, hit.quote.span
    first = min((mark.start for mark in hit.marks), default=quote.start)
    start = (
        max(quote.start, min(first - LEAD, quote.end - width + 1))
        if first + LEAD > quote.start + width
        else quote.start
    )
    if start > quote.start:
        start += max(0, text.find(" ", start, first) + 1 - start)  # from a whole word on
        yield Cell("…", "faint", door)
    shown = Span(start, min(quote.end, start + width - 1))
    marks = [Mark(_clip(mark, shown), 1, "match") for mark in hit.marks if mark.overlaps(shown)]
    for run in flatten([Mark(shown, 0, ""), *marks]):
        words = report.printable(text[run.start : run.end]).replace("\n", " ").replace("\t", " ")
        yield Cell(words, run.inks[-1], door)


def _clip(mark: Span, shown: Span) -> Span:
    return Span(max(mark.start, shown.start), min(mark.end, shown.end))
