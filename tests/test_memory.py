"""A long text costs a small multiple of its length while its facts are found, whatever it is made of."""

from __future__ import annotations

import tracemalloc

import pytest

from iraqreader.analyze import analyze
from iraqreader.library import seeds_folder

LETTERS = 150_000

NEWS = "\n\n".join(path.read_text() for path in sorted(seeds_folder().glob("*.txt")))

TEXTS = {
    "news": (NEWS, 26),
    "news on one line": (NEWS.replace("\n", " "), 26),
    "a letter a line": ("a\n", 15),
    "capitals": ("AB ", 15),
    "full stops": ("A. ", 90),
    "quotation marks": ("“a” ", 120),
}
"""What a text is made of, and bytes for each of its letters at most, its facts included."""


@pytest.mark.parametrize("kind", TEXTS)
def test_a_long_text_takes_no_more_than_a_multiple_of_its_length(kind: str) -> None:
    """Whoever opens a shelf of books on a small machine would lose all that is open there."""
    words, most = TEXTS[kind]
    analyze(words, "warm", "")
    text = (words * (LETTERS // len(words) + 1))[:LETTERS]
    tracemalloc.start()
    try:
        analyze(text, "long", "")
        assert tracemalloc.get_traced_memory()[1] / LETTERS < most
    finally:
        tracemalloc.stop()
