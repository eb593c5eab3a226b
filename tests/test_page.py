"""Wrapping: no letter is lost, moved or doubled, and every offset can be found on the page and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from iraqreader.model import Span
from iraqreader.report import printable
from iraqreader.tui.page import TAB, Fold, Page, columns, lay_out

LETTERS = "ab -\n\t“”é\u00a0漢字がe\u0301👩\u200d💻❤\ufe0f\u00ad\u200b…—١"
texts = st.text(st.sampled_from(LETTERS), max_size=120) | st.text(max_size=60)
widths = st.integers(4, 30)


def cells(page: Page, span: Span) -> str:
    """What stands in the cells of a span, line by line, as the reader draws it."""
    shown = ""
    for index in page.lines_of(span):
        line = page.lines[index]
        shown += page.text[max(line.start, span.start) : min(line.end, span.end)].replace("\t", " " * TAB)
    return shown


@given(texts, widths)
def test_every_letter_is_on_exactly_one_line(text: str, width: int) -> None:
    text = printable(text)
    page = lay_out(text, width)
    assert "".join(text[line.start : line.end] for line in page.lines) == text.replace("\n", "")
    assert [line.start for line in page.lines] == sorted(line.start for line in page.lines)


@given(texts, widths)
def test_no_line_is_wider_than_the_measure_but_for_white_space_at_its_end(text: str, width: int) -> None:
    text = printable(text)
    for line in lay_out(text, width).lines:
        words = text[line.start : line.end].rstrip(" \t")
        assert columns(words)[-1] <= width


@given(texts, widths, st.data())
def test_the_cells_of_a_span_show_its_words(text: str, width: int, data: st.DataObject) -> None:
    text = printable(text)
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    page = lay_out(text, width)
    assert cells(page, span) == span.of(text).replace("\n", "").replace("\t", " " * TAB)


@given(texts, widths)
def test_an_offset_is_found_on_the_line_that_shows_it(text: str, width: int) -> None:
    text = printable(text)
    page = lay_out(text, width)
    for offset in range(len(text)):
        line = page.lines[page.line_at(offset)]
        assert line.start <= offset < line.end or text[offset] == "\n"


@given(texts)
def test_columns_add_up_to_what_a_terminal_needs(text: str) -> None:
    text = printable(text).replace("\n", "")
    assert len(columns(text)) == len(text) + 1
    if not {"\t", "\u200d"} & set(text):  # rich counts no letter after a joiner with nothing to join
        assert columns(text)[-1] == cell_len(text)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 8, ["one two ", "three"]),
        ("one  two", 4, ["one  ", "two"]),  # white space hangs, and starts no line
        ("abcdefgh", 4, ["abcd", "efgh"]),  # a word that is too long is cut
        ("a\u00a0b c", 4, ["a\u00a0b ", "c"]),  # a no-break space does not break
        ("漢字漢字", 5, ["漢字", "漢字"]),  # two cells each
        ("漢字 字", 5, ["漢字 ", "字"]),
        ("e\u0301e\u0301e\u0301 x", 4, ["e\u0301e\u0301e\u0301 ", "x"]),  # an accent takes no cell
        (" a漢漢", 4, [" ", "a漢", "漢"]),  # what follows a space may be too long by itself
        ("a\tb", 4, ["a\t", "b"]),
        ("", 8, [""]),
        ("a\n\nb", 8, ["a", "", "b"]),
        ("a\nb", 8, ["a", "", "b"]),  # air between paragraphs that have none
        ("a\n", 8, ["a", ""]),
    ],
)
def test_lines_break_where_a_reader_expects(text: str, width: int, lines: list[str]) -> None:
    assert [text[line.start : line.end] for line in lay_out(text, width).lines] == lines


def test_folded_furniture_is_one_line_that_says_what_it_is() -> None:
    text = "Sign in.\n\nMore news.\n\nThe report."
    page = lay_out(text, 40, [Fold(Span(0, 8), "site notice"), Fold(Span(10, 20), "related")])
    assert [line.sign or text[line.start : line.end] for line in page.lines] == [
        "site notice, related",
        "",
        "The report.",
    ]
    assert page.line_at(12) == 0


def test_a_fold_at_the_end_of_the_text_is_shown() -> None:
    page = lay_out("The report.\n\nBy A. Writer", 40, [Fold(Span(13, 25), "byline")])
    assert page.lines[-1].sign == "byline"


def test_a_long_text_is_laid_out_in_time_that_grows_with_it() -> None:
    page = lay_out("word " * 200_000, 70)
    assert len(page.lines) == 200_000 // 14 + 1
