"""Quotations of whole paragraphs: who speaks, in text order."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from iraqreader.extract.people import find_people
from iraqreader.extract.quotes import find_quotes
from iraqreader.extract.segment import segment

# Paragraphs, and who says the direct quotations in them.
EXAMPLES = {
    "a statement broken by its attribution": ("“We go,” Lee said. “We go now.”", ["Lee", "Lee"]),
    "broken in the middle of a sentence": ("“We go,” said Lee, “as planned.”", ["Lee", "Lee"]),
    "two speakers": ("“We go,” Lee said.\n“They stay,” Poe said. “For good.”", ["Lee", "Poe", "Poe"]),
    "fragments": ("Lee called it “a mess” and said the “endless” war was over.", ["Lee", "Lee"]),
    "a quotation over paragraphs": ("Lee said, “We go.\n“We go now.\n“And for good.” Poe left.", ["Lee", "Lee", "Lee"]),
    "a quotation after a colon and a break": ("Lee issued a statement:\n“We go in the spring.”", ["Lee"]),
    "a spokesman is not who he speaks for": ("“We go,” said a spokesman for Poe.", ["a spokesman for Poe"]),
    "a document": ("“The bases will close,” the statement said.", ["the statement"]),
    "the cue with another verb before it": ("Lee called Poe a friend, but said “that day is over.”", ["Lee"]),
    "second hand": ("Poe left, announcing that Lee's statement was “a new start for all.”", ["Poe"]),
    "unclosed": ("“We go,” Lee said. “We go now.", ["Lee", "Lee"]),
    "no speaker in reach": ("“We go in the spring of the year.”", [None]),
    "a hard-wrapped text": (
        "“We go in the spring of the\nyear and shall not come back\nfor a long time,” said Lee.",
        ["Lee"],
    ),
}


@pytest.mark.parametrize(("text", "speakers"), EXAMPLES.values(), ids=EXAMPLES.keys())
def test_who_says_what(text: str, speakers: list[str | None]) -> None:
    """What a reader of the panel sees: each quotation beside the words that name its speaker."""
    document = segment(text)
    quotes = [quote for quote in find_quotes(document, find_people(document)) if quote.kind == "direct"]
    assert [quote.speaker.span.of(text) if quote.speaker else None for quote in quotes] == speakers


def test_no_text() -> None:
    document = segment("")
    assert find_quotes(document, find_people(document)) == ()


@given(
    st.lists(
        st.sampled_from(
            [*"“”\"'’.,:;()-–\n", " Lee", " said", " he", " who", " the", " to", " by", " was", " “We go", "”"]
        ),
        max_size=40,
    )
)
@example([" was", " said", " was", " said"])
def test_odd_text_never_breaks_the_reading(words: list[str]) -> None:
    """An article of stray marks and torn sentences still opens, with every span inside it, in text order."""
    text = "".join(words)
    document = segment(text)
    quotes = find_quotes(document, find_people(document))
    assert list(quotes) == sorted(quotes, key=lambda quote: quote.span)
    for quote in quotes:
        assert 0 <= quote.span.start < quote.span.end <= len(text)
