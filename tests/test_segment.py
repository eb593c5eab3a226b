"""Paragraphs and sentences: what every fact of the reader is cut by."""

from __future__ import annotations

from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.extract.segment import Document, in_pieces, in_small_letters, segment
from iraqreader.model import Span

SENTENCES = {
    "two plain sentences": "We will stay. | He left Friday.",
    "titles before names": "Army Lt. Gen. Ann Lee met Sen. Bo Dahl and Mr. Poe. | They agreed.",
    "initials are part of a name": "Then George W. Bush spoke. | J. K. Doe did not.",
    "a month before a day": "It began on Jan. 3 in Basra. | It ended in Feb. | Nobody knew.",
    "the country before a noun": "The U.S. Army came. | It left the U.S. | The Iraqis stayed.",
    "a company": "Acme Inc. Chairman Lou Grant spoke in Washington, D.C. | He left at 5 p.m. Monday.",
    "a mark after the full stop": "“We will go.” | “Now,” he said.",
    "an ellipsis inside": "We … should go. | And ... perhaps not.",
    "an ellipsis at the end": "We should go … | Perhaps not.",
    "a question": "Will they go? | “No!” he said.",
    "numbers are not ends": "It cost $3.5 million. | 2,500 troops stay.",
    "brackets": "They left. | (Some stayed.) | Others came.",
}


@pytest.mark.parametrize("example", SENTENCES.values(), ids=SENTENCES.keys())
def test_sentences_end_where_a_reader_ends_them(example: str) -> None:
    """A sentence cut at "Lt." or glued to the next gives a quote the wrong speaker."""
    pieces = example.split(" | ")
    document = segment(" ".join(pieces))
    assert [span.of(document.text) for span in document.sentences] == pieces


def test_lines_are_paragraphs() -> None:
    document = segment("  One line.\n\n\tAnother, longer than that. \nA third.")
    assert [span.of(document.text) for span in document.paragraphs] == [
        "One line.",
        "Another, longer than that.",
        "A third.",
    ]


def test_lines_broken_to_a_width_are_joined() -> None:
    """A quotation in a mailed article runs over its lines; each line by itself would be an unclosed one."""
    long = "The minister said that the soldiers would leave before the winter if nobody asked them to stay there."
    text = "Soldiers to leave\nBy A Writer\n\n" + fill(long, 40) + "\n\n" + fill(long[::-1].lower(), 40)
    shapes = [(span.of(text).split("\n")[0][:9], span.of(text).count("\n")) for span in segment(text).paragraphs]
    assert [lines for _, lines in shapes][:3] == [0, 0, 2]


def test_short_lines_that_end_sentences_stay_apart() -> None:
    """A list of short lines is not one paragraph."""
    assert len(segment("We came.\nWe saw all.\nWe left.\nIt was over.").paragraphs) == 4


def test_without_drops_what_the_spans_touch() -> None:
    document = segment("One. Two.\nThree.\nFour.")
    cut = document.without([Span(11, 12), Span(5, 6), Span(5, 7)])
    assert [span.of(cut.text) for span in cut.paragraphs] == ["Four."]
    assert [span.of(cut.text) for span in cut.sentences] == ["One.", "Four."]


def test_what_holds_an_offset() -> None:
    document = segment("One. Two.\nThree.")
    assert document.sentence_at(6) == Span(5, 9)
    assert document.sentence_at(9) is None
    assert document.sentence_at(99) is None


@given(st.text(alphabet='aB. \n"”?!1\u00a0U.S', max_size=80))
def test_every_word_is_in_one_sentence_of_one_paragraph(text: str) -> None:
    """Odd text loses no word: what stands in no sentence cannot be read for facts."""
    document = segment(text)
    covered = sum(len(span.of(text).replace(" ", "")) for span in document.sentences)
    assert covered <= len(text)
    for offset, character in enumerate(text):
        if not character.isspace():
            sentence = document.sentence_at(offset)
            assert sentence is not None
            assert any(paragraph.holds(sentence) for paragraph in document.paragraphs)


@given(st.text(alphabet="AΣİÀß \n😀", max_size=40), st.sampled_from([1, 20_000]))
def test_small_letters_stand_where_the_large_ones_did(text: str, times: int) -> None:
    """A date rests on words elsewhere in the text where one letter became two."""
    long = text * times if len(text) * times < 200_000 else text
    assert "".join(in_pieces(long)) == long
    assert in_small_letters(long) == long.replace("İ", "i").lower()


def test_no_text() -> None:
    assert segment("") == Document("", (), ())
