"""Titles and nicknames are in marks, but nobody's words."""

from __future__ import annotations

import pytest

from iraqreader.extract.quotes.marks import find_stretches
from iraqreader.extract.quotes.titles import names_something
from iraqreader.extract.segment import segment

TITLES = (
    "Joseph “Fighting Joe” Dunford left.",
    "The so-called “surge” began.",
    "Lee spoke on “Good Morning.”",
    "Lee spoke on CNN's “Good Morning.”",
    "In the film “Heat” he ran.",
    "“Good Morning” host Ann Lee left.",
    "He spoke of “The Art of Going,” his book, and a copy of “War and Peace.”",
)
WORDS = (
    "Lee called it “a mess” for us.",
    "Lee said: “Never.”",
    "He was in a “combat” role.",
    "The “Stop. We Go Home” went on.",
)


@pytest.mark.parametrize("text", TITLES)
def test_titles(text: str) -> None:
    """A show's name among the quotations is noise in every search."""
    assert all(names_something(text, stretch) for stretch in find_stretches(segment(text)))


@pytest.mark.parametrize("text", WORDS)
def test_words_that_someone_said(text: str) -> None:
    assert not any(names_something(text, stretch) for stretch in find_stretches(segment(text)))
