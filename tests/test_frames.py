"""Frames: what is sent turns one picture into the next, cell for cell, and is no more than it has to be."""

from __future__ import annotations

from hashlib import sha256

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from iraqreader.tui.frames import Frame

WIDTH = 12
STYLES = [Style.null(), Style(bold=True), Style(color="red", underline=True), Style(reverse=True)]

segments = st.builds(Segment, st.text(st.sampled_from("ab é“漢"), max_size=8), st.sampled_from(STYLES))
strips = st.lists(segments, max_size=4).map(lambda parts: Strip(parts).adjust_cell_length(WIDTH, Style.null()))
pictures = st.lists(strips, min_size=3, max_size=3)


def show(*sequences: str, height: int = 3) -> list[list[object]]:
    """What a terminal shows after these."""
    screen = pyte.Screen(WIDTH, height)
    stream = pyte.Stream(screen)
    for sequence in sequences:
        stream.feed(sequence)
    return [[screen.buffer[y][x] for x in range(WIDTH)] for y in range(height)]


@given(st.lists(pictures, min_size=1, max_size=4))
def test_the_last_picture_stands_as_if_it_had_been_painted_alone(shots: list[list[Strip]]) -> None:
    frame = Frame()
    sent = [frame.turn_into(shot, ColorSystem.STANDARD) for shot in shots]
    assert show(*sent) == show(Frame().turn_into(shots[-1], ColorSystem.STANDARD))


@given(st.lists(strips, min_size=40, max_size=40), st.lists(st.integers(0, 20), min_size=1, max_size=4))
def test_scrolled_text_stands_as_if_it_had_been_painted_alone(text: list[Strip], tops: list[int]) -> None:
    frame, head = Frame(), Strip([Segment("head".ljust(WIDTH))])
    shots = [[head, *text[top : top + 18], head] for top in tops]
    sent = [frame.turn_into(shot, ColorSystem.STANDARD) for shot in shots]
    assert show(*sent, height=20) == show(Frame().turn_into(shots[-1], ColorSystem.STANDARD), height=20)


@pytest.mark.parametrize("step", [1, -1, 5])
def test_text_that_moves_is_moved_by_the_terminal(step: int) -> None:
    frame, lines = Frame(), [Strip([Segment(sha256(bytes([number])).hexdigest()[:WIDTH])]) for number in range(1, 60)]
    frame.turn_into(lines[20:40], None)
    assert len(frame.turn_into(lines[20 + step : 40 + step], None)) < 40 + 30 * abs(step)


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
