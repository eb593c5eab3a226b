"""Only what has changed on the screen is sent: over a slow link, that is what a key costs.

Textual repaints whole regions, most of whose cells already show what they are given. A frame remembers what the
terminal shows, and turns the next picture into the cells that differ from it.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import split_graphemes
from rich.style import Style
from textual._compositor import CompositorUpdate

from iraqreader.tui.page import is_plain
from iraqreader.tui.strokes import Brush, Cell, bare

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from rich.color import ColorSystem
    from rich.console import Console
    from textual.strip import Strip

GAP = 6
"""Cells that have not changed but are sent again between two that have: going round them takes as many bytes."""

SCROLLS = 24
"""Lines by which a picture may have moved up or down for that to be noticed."""

MANY = 6
"""Changed lines from which on it is worth looking whether they have only moved."""

SAMPLES = 24
"""Cells of a line that are looked at for that."""

_GAPS = re.compile("(  +)")

Cells = list[Cell]


class Stretch(NamedTuple):
    """Cells that are to be sent, and where the first of them stands."""

    y: int
    x: int
    cells: Cells


class Frame:
    """What the terminal shows, as far as we know: nothing at first.

    `erases` says whether the terminal gives what it erases the colour that is set behind letters; `painted` are the
    sequences of a picture that it shows already.
    """

    def __init__(self, *, erases: bool = False, painted: str = "") -> None:
        self._erases, self._painted = erases, painted
        self._strips: list[Strip | None] = []
        self._shown: list[Cells] = []

    def forget(self) -> None:
        """The terminal may show anything now: the next picture is sent whole."""
        self._strips, self._shown = [], []

    def turn_into(self, strips: Sequence[Strip], colours: ColorSystem | None) -> str:
        """The control sequences that turn what is shown into the strips."""
        brush = Brush(colours, erases=self._erases)
        if len(strips) != len(self._strips):
            self._strips = [None] * len(strips)
            wanted = dict(enumerate(map(_cells, strips)))
            before = self._clear(wanted.values(), brush)
        else:
            changed = (y for y, (old, new) in enumerate(zip(self._strips, strips, strict=True)) if old != new)
            wanted = {y: _cells(strips[y]) for y in changed}
            before = self._scroll(wanted)
            wanted |= {y: _cells(strips[y]) for y, old in enumerate(self._strips) if old is None and y not in wanted}
        stretches = self._stretches(wanted)
        paint = before + "".join(brush.paint(y, x, cells, len(wanted[y])) for y, x, cells in stretches)
        self._shown = [wanted.get(y, cells) for y, cells in enumerate(self._shown)]
        self._strips = list(strips)
        painted, self._painted = self._painted, ""
        sent = f"{paint}\x1b[0m" if paint else ""
        return "" if sent == painted else sent

    def _clear(self, wanted: Collection[Cells], brush: Brush) -> str:
        """Begin with a screen of what most blanks are, where the terminal can make it."""
        blanks = Counter(cell for cells in wanted for cell in cells if cell[0] == " ")
        (blank, _), *_ = blanks.most_common(1) or [((" ", Style.null()), 0)]
        clear = brush.clear(blank[1])
        self._shown = [[blank] * len(cells) if clear else Cells() for cells in wanted]
        return clear

    def _stretches(self, wanted: dict[int, Cells]) -> Iterator[Stretch]:
        for y, cells in wanted.items():
            yield from (Stretch(y, start, cells[start:end]) for start, end in differences(self._shown[y], cells))

    def _scroll(self, wanted: dict[int, Cells]) -> str:
        """Have the terminal move lines where that leaves less to send, and know that it did."""
        other = {y: cells for y, cells in wanted.items() if _alike(cells, self._shown[y]) < SAMPLES // 2}
        if len(other) < MANY or not (lines := self._moved(other)):
            return ""
        top, bottom = min(other), max(other) + 1
        block, gone = self._shown[top:bottom], [Cells() for _ in range(abs(lines))]
        self._shown[top:bottom] = [*block[lines:], *gone] if lines > 0 else [*gone, *block[:lines]]
        self._strips[top:bottom] = [None] * (bottom - top)
        kind = "M" if lines > 0 else "L"  # delete or insert lines: older terminals know these, and not how to scroll
        return f"\x1b[0m\x1b[{top + 1};{bottom}r\x1b[{top + 1};1H\x1b[{abs(lines)}{kind}\x1b[r"

    def _moved(self, wanted: dict[int, Cells]) -> int:
        """By how many lines most of what is wanted stands too low (or, negative, too high) on the screen; 0 if none."""
        moves = range(-min(SCROLLS, len(wanted) - 1), min(SCROLLS, len(wanted) - 1) + 1)
        likeness = {lines: self._likeness(wanted, lines) for lines in moves}
        best = max(likeness, key=lambda lines: (likeness[lines], -abs(lines)))
        return best if likeness[best] > likeness[0] + len(wanted) * SAMPLES // 8 else 0

    def _likeness(self, wanted: dict[int, Cells], lines: int) -> int:
        """How many of a sample of cells would be right after such a move."""
        there = {y: y + lines for y in wanted if min(wanted) <= y + lines <= max(wanted)}
        return sum(_alike(wanted[y], self._shown[at]) for y, at in there.items())


class Difference(CompositorUpdate):
    """In the place of one of Textual's updates: what the terminal lacks of a picture, when and if it is sent."""

    def __init__(self, frame: Frame, strips: Sequence[Strip]) -> None:
        self._frame, self._strips = frame, strips

    def render_segments(self, console: Console) -> str:
        """The control sequences."""
        return self._frame.turn_into(self._strips, console._color_system)


def _alike(cells: Cells, shown: Cells) -> int:
    """How many of a sample of cells are the same, of about `SAMPLES`."""
    if len(cells) != len(shown):
        return 0
    return sum(cells[x] == shown[x] for x in range(0, len(cells), max(1, len(cells) // SAMPLES)))


def differences(old: Cells, new: Cells) -> Iterator[tuple[int, int]]:
    """Stretches of cells that differ, those a small gap apart as one, and never half of a wide letter."""
    start = end = -1
    for x, cell in enumerate(new):
        if x < len(old) and old[x] == cell:
            continue
        if start >= 0 and x - end > GAP:
            yield start, _whole(new, end)
            start = -1
        if start < 0:
            start = x if cell[0] else x - 1
        end = x + 1
    if start >= 0:
        yield start, _whole(new, end)


def _whole(cells: Cells, end: int) -> int:
    return end + 1 if end < len(cells) and not cells[end][0] else end


def _cells(strip: Strip) -> Cells:
    return [cell for text, style, control in strip if not control for cell in _letters(text, style or Style.null())]


def _letters(text: str, style: Style) -> Iterable[Cell]:
    """Cells of some words; blanks between them, side by side, only have what shows on blanks."""
    if is_plain(text):
        pieces = _GAPS.split(text)
        return (cell for piece in pieces for cell in zip(piece, repeat(bare(style) if piece[:2] == "  " else style)))
    letters = [(text[start:end], width) for start, end, width in split_graphemes(text)[0] if width]
    return [(part, style) for letter, width in letters for part in (letter, *[""] * (width - 1))]
