"""Quotation marks: every stretch inside outer marks is marked `q` in its example."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.extract.quotes.marks import find_stretches
from iraqreader.extract.segment import segment
from tests.marked import read_marked

EXAMPLES = {
    "curly": "“{q:We go,}” he said. “{q:Now.}”",
    "straight": '"{q:We go,}" he said. "{q:Now.}"',
    "doubled apostrophes": "''{q:We go,}'' he said. ''{q:Now.}''",
    "doubled backticks": "``{q:We go,}'' he said.",
    "mixed": '“{q:We go,}" he said. "{q:Now.}”',
    "two opening marks, one of them closing": "“{q:We go,}“ he said.",
    "a closing mark that opens": "”{q:We go,}” he said.",
    "no space between mark and word": 'He said,"{q:We go.}"Then he went.',
    "single marks inside": "“{q:He said ‘go’ to us,}” he said.",
    "marks of another kind inside": '“{q:He said "go" to us,}” he said.',
    "a quotation that goes on in the next paragraph": "“{q:We go.}\n“{q:We stay.}” He left.",
    "a mark left open at the end of a sentence": "“{q:We go.} “{q:We stay,}” he said.",
    "a stray mark before a quotation": "The “plan was off “{q:for good,}” he said.",
    "a stray mark after the attribution": '"{q:We go,}" he said." And "{q:now.}"',
    "nothing inside": "He said “ ” and “...” and left.",
    "measures and possessives": "The soldiers' 6-foot wall was theirs.",
    "a tag of an embedded post": '<tweet author="@poe" id="1">“{q:We go.}”</tweet>',
    "single marks only": "‘{q:We go,}’ he said. ‘{q:It’s time,}’ she said.",
    "single marks outside, double inside": "‘{q:They call it “home”,}’ he said. ‘{q:It’s time,}’ she said.",
    "single marks of emphasis": "The 'surge' and the 'pause' were words.",
}


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_what_stands_inside_marks(example: str) -> None:
    """A mark read the wrong way round turns the narration into someone's words."""
    marked = read_marked(example)
    assert [stretch.inner.of(marked.text) for stretch in find_stretches(segment(marked.text))] == marked.words("q")


@given(st.text(alphabet="“”\"'’‘a. ,\n", max_size=60))
def test_stretches_are_in_order_apart_and_within_paragraphs(text: str) -> None:
    document = segment(text)
    stretches = find_stretches(document)
    assert all(first.outer.end <= second.outer.start for first, second in pairwise(stretches))
    for stretch in stretches:
        assert any(paragraph.holds(stretch.outer) for paragraph in document.paragraphs)
        assert stretch.outer.holds(stretch.inner)
