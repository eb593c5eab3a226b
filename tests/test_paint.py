"""Inks: overlapping marks are cut into runs, none of which is lost."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from iraqreader.model import Span
from iraqreader.tui.paint import Mark, Run, flatten

marks = st.builds(
    lambda start, size, layer, ink: Mark(Span(start, start + size), layer, ink),
    st.integers(0, 20),
    st.integers(0, 10),
    st.integers(0, 3),
    st.sampled_from("abc"),
)


@given(st.lists(marks, max_size=8))
def test_every_letter_has_the_inks_of_the_marks_that_lie_on_it(given_marks: list[Mark]) -> None:
    runs = flatten(given_marks)
    assert all(before.end <= after.start for before, after in pairwise(runs))
    for offset in range(32):
        wanted = {mark.ink for mark in given_marks if mark.span.start <= offset < mark.span.end}
        found = {ink for run in runs if run.start <= offset < run.end for ink in run.inks}
        assert found == wanted


def test_higher_layers_are_painted_last() -> None:
    assert flatten([Mark(Span(0, 4), 5, "lit"), Mark(Span(2, 6), 1, "name")]) == (
        Run(0, 2, ("lit",)),
        Run(2, 4, ("name", "lit")),
        Run(4, 6, ("name",)),
    )
