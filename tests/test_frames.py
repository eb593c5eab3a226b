"""Frames: what is sent turns one picture into the next, cell for cell, and is no more than it has to be."""

from __future__ import annotations

from hashlib import sha256

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from iraqreader.tui.frames import Frame
from tests.tui_pilot import SMALL, WIDE, press, reading

WIDTH = 12
STYLES = [
    Style.null(),
    Style(bold=True),
    Style(color="red", underline=True),
    Style(reverse=True),
    Style(bgcolor="blue"),
]

segments = st.builds(Segment, st.text(st.sampled_from("ab é“漢"), max_size=8), st.sampled_from(STYLES))
strips = st.lists(segments, max_size=4).map(lambda parts: Strip(parts).adjust_cell_length(WIDTH, Style.null()))
pictures = st.lists(strips, min_size=3, max_size=3)


class Shown:
    """What a terminal shows, after what has been sent to it."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._screen = pyte.Screen(*size)
        self._stream = pyte.Stream(self._screen)
        for y in range(size[1]):  # pyte erases cells only where something has been
            self._screen.buffer[y].update(dict.fromkeys(range(size[0]), self._screen.default_char))

    def after(self, sequence: str) -> list[list[object]]:
        """Its cells, as they are seen: of a blank, only the colour behind it and lines through it."""
        self._stream.feed(sequence)
        rows = (self._screen.buffer[y] for y in range(self._screen.lines))
        return [[seen(row[x]) for x in range(self._screen.columns)] for row in rows]


def seen(cell: pyte.screens.Char) -> pyte.screens.Char:
    """A cell without what cannot be seen of it."""
    if cell.data != " ":
        return cell
    return cell._replace(fg=cell.fg if cell.reverse else "default", bold=False, italics=False)


def show(*sequences: str, size: tuple[int, int] = (WIDTH, 3)) -> list[list[object]]:
    """What a terminal shows after these."""
    return Shown(size).after("".join(sequences))


@given(st.lists(pictures, min_size=1, max_size=4), st.booleans())
def test_the_last_picture_stands_as_if_it_had_been_painted_alone(shots: list[list[Strip]], erases: bool) -> None:
    frame = Frame(erases=erases)
    sent = [frame.turn_into(shot, ColorSystem.STANDARD) for shot in shots]
    assert show(*sent) == show(Frame().turn_into(shots[-1], ColorSystem.STANDARD))


@settings(max_examples=30)  # emulating a terminal takes its time
@given(st.lists(strips, min_size=40, max_size=40), st.lists(st.integers(0, 20), min_size=1, max_size=4))
def test_scrolled_text_stands_as_if_it_had_been_painted_alone(text: list[Strip], tops: list[int]) -> None:
    frame, head = Frame(), Strip([Segment("head".ljust(WIDTH))])
    shots = [[head, *text[top : top + 18], head] for top in tops]
    sent = [frame.turn_into(shot, ColorSystem.STANDARD) for shot in shots]
    assert show(*sent, size=(WIDTH, 20)) == show(Frame().turn_into(shots[-1], ColorSystem.STANDARD), size=(WIDTH, 20))


@pytest.mark.parametrize("step", [1, -1, 5])
def test_text_that_moves_is_moved_by_the_terminal(step: int) -> None:
    frame, lines = Frame(), [Strip([Segment(sha256(bytes([number])).hexdigest()[:WIDTH])]) for number in range(1, 60)]
    frame.turn_into(lines[20:40], None)
    assert len(frame.turn_into(lines[20 + step : 40 + step], None)) < 40 + 30 * abs(step)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_every_screen_of_the_app_stands_as_if_it_had_been_painted_alone(size: tuple[int, int]) -> None:
    async with reading(size) as pilot:
        frame, shown = Frame(erases=True), Shown(size)
        for key in [
            "j",
            "enter",
            *"jj k",
            "ctrl+d",
            *"n}}3jl1k",
            "slash",
            *"roads",
            "enter",
            "w",
            "question_mark",
            "q",
        ]:
            await press(pilot, {" ": "space", "}": "right_curly_bracket"}.get(key, key))
            strips = pilot.app.screen._compositor.render_strips()
            now = shown.after(frame.turn_into(strips, ColorSystem.TRUECOLOR))
            alone = show(Frame().turn_into(strips, ColorSystem.TRUECOLOR), size=size)
            assert now == alone, key


@given(pictures)
def test_nothing_is_sent_for_what_is_already_there(shot: list[Strip]) -> None:
    frame = Frame()
    frame.turn_into(shot, ColorSystem.TRUECOLOR)
    assert not frame.turn_into(shot, ColorSystem.TRUECOLOR)
    frame.forget()
    assert frame.turn_into(shot, ColorSystem.TRUECOLOR)


def test_one_letter_costs_a_move_and_the_letter() -> None:
    frame = Frame()
    frame.turn_into([Strip([Segment("roads and tolls")])], None)
    assert frame.turn_into([Strip([Segment("roads and polls")])], None) == "\x1b[1;11H\x1b[0mp\x1b[0m"
