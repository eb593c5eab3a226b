"""A mark finds its own words again when the file has changed, or says that they are gone; it never goes to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from iraqreader.model import Span
from iraqreader.notebook.anchors import find_place
from iraqreader.notebook.entry import Anchor, content_of, new_entry
from tests.marked import read_article, read_marked

if TYPE_CHECKING:
    from iraqreader.notebook.entry import Kind

MARK: Kind = "mark"


def anchor_in(example: str) -> tuple[str, Anchor]:
    """The text of an example, and an anchor on what it marks as `here`."""
    text, spans = read_marked(example)
    return text, new_entry(MARK, read_article(text), spans[0][1]).anchor


FOUND = {
    "nothing changed": ("He said: “{here:We go}” on Monday.", "He said: “{here:We go}” on Monday."),
    "a line above it": ("He said: “{here:We go}” on Monday.", "News\n\nHe said: “{here:We go}” on Monday."),
    "a line above it gone": ("News\n\nHe said: “{here:We go}” on Monday.", "He said: “{here:We go}” on Monday."),
    "what leads to it is other": ("He said: “{here:We go}” on Monday.", "She wrote: “{here:We go}” on Monday."),
    "what follows is other": ("He said: “{here:We go}” on Monday.", "He said: “{here:We go}” and left."),
    "lines broken elsewhere": (
        "He said: “{here:We go\nhome now}” and left.",
        "He said:\n“{here:We go home\n now}” and left.",
    ),
    "the one of two in its company": (
        "First {here:3,700} were there. Later came more.",
        "They say 3,700 left. First {here:3,700} were there. Later came more.",
    ),
    "the one of two that is nearest": (
        "{here:It is a matter of trust and of time.} It is a matter of trust and of time.",
        "{here:It is a matter of trust and of time.}\nIt is a matter of trust and of time.",
    ),
    "long words in other company": (
        "He said “{here:we did not ask for ground operations}” on Monday.",
        "Ground operations: “{here:we did not ask for ground operations}”, says Baghdad.",
    ),
    "at the very end": ("It was the end, said {here:Ann Lee}", "So. It was the end, said {here:Ann Lee}"),
}


@pytest.mark.parametrize(("before", "after"), FOUND.values(), ids=FOUND)
def test_words_are_found_where_they_are_now(before: str, after: str) -> None:
    _, anchor = anchor_in(before)
    text, spans = read_marked(after)
    assert find_place(anchor, text) == spans[0][1]


GONE = {
    "all of it": ("He said: “{here:We go}” on Monday.", "Nothing of it is left."),
    "one letter": ("He said: “{here:We go}” on Monday.", "He said: “We do” on Monday."),
    "another case": ("He said: “{here:We go}” on Monday.", "He said: “we go” on Monday."),
    "a longer number": ("The U.S. has {here:3,000} soldiers there.", "The U.S. has 13,000 soldiers there."),
    "a number with more after it": (
        "The U.S. has {here:3,000} soldiers there.",
        "The U.S. has 3,000,000 soldiers there.",
    ),
    "part of another word": ("There were {here:art} fairs everywhere.", "There were article fairs everywhere."),
    "the same number of others": (
        "There are {here:3,000} soldiers in the valley now.",
        "A new bridge for 3,000 cars a day was opened in May.",
    ),
    "an empty text": ("He said: “{here:We go}” on Monday.", ""),
}


@pytest.mark.parametrize(("before", "after"), GONE.values(), ids=GONE)
def test_words_that_are_gone_are_not_looked_for_in_others(before: str, after: str) -> None:
    _, anchor = anchor_in(before)
    assert find_place(anchor, after) is None


WORDS = st.text("ab ,3\n”", max_size=60)


@given(WORDS, st.text("ab ,3\n", min_size=1, max_size=40), WORDS, WORDS)
def test_whatever_happens_to_a_text_an_anchor_stands_on_its_own_words_or_on_none(
    before: str, words: str, after: str, changed: str
) -> None:
    text = before + words + after
    anchor = new_entry(MARK, read_article(text), Span(len(before), len(before + words))).anchor
    for other in (changed, changed + text, text + changed, before + changed + words + after, text[::-1]):
        span = find_place(anchor, other)
        assert span is None or span.of(other).split() == words.split()


LETTERS = st.text("abcdefgh ,.\n", max_size=200)


@given(LETTERS, LETTERS, LETTERS, LETTERS)
def test_what_is_put_in_elsewhere_does_not_part_a_mark_from_its_words(
    front: str, before: str, after: str, back: str
) -> None:
    words = "“we did not ask for ground operations”"
    assume(words not in front + before + after + back)
    text = before + words + after
    anchor = new_entry(MARK, read_article(text), Span(len(before), len(before) + len(words))).anchor
    changed = front + text + back
    assert find_place(anchor, changed) == Span(len(front + before), len(front + before + words))


def test_a_text_is_known_by_all_its_letters() -> None:
    assert content_of("a") != content_of("a ")
    assert content_of("\ud800")
