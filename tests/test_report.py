"""Cells are short and true, lines fit, and no text can steer the terminal that it is printed on."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.model import (
    DateRange,
    Furniture,
    Published,
    Publisher,
    Qualifier,
    Span,
    Stance,
    StanceLabel,
    TroopCount,
)
from iraqreader.report import (
    COLUMNS,
    days,
    display_width,
    full_window,
    heading,
    one_line,
    printable,
    render_hits,
    render_table,
    stance,
    table_row,
    troops,
)
from iraqreader.search import Hit
from tests.marked import read_article, read_marked

SIGNS = {
    "colour": ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
    "bell and backspace": ("\a\b", "␇␈"),
    "delete": ("a\x7f", "a␡"),
    "C1 string": ("\x9d0;title\x9c", "�0;title�"),
    "right to left override": ("\u202eevil\u2066", "�evil�"),
    "line separators": ("a\x85b\u2028c\u2029", "a␤b␤c␤"),
    "lone surrogate": ("\ud83d", "�"),
    "line ends and tabs stay": ("a\n\tb", "a\n\tb"),
    "carriage return": ("a\rb", "a␍b"),
    "words that nobody sees": ("a\U000e0041\ufff9b\ufffb", "a��b�"),
    "letters without width, after another": ("a\u200bb\u200b\u200c\u200dc", "a\u200bb\u200b��c"),
    "marks on more than eight others": ("e" + "\u0301" * 10, "e" + "\u0301" * 8 + "��"),
    "letters of any script stay": ("“Café” — العراق 🇮🇶 e\u0301", "“Café” — العراق 🇮🇶 e\u0301"),
}


@pytest.mark.parametrize("name", SIGNS)
def test_what_could_steer_a_terminal_is_a_visible_sign(name: str) -> None:
    text, shown = SIGNS[name]
    assert printable(text) == shown


def test_a_word_without_end_takes_no_more_than_its_column_in_a_table() -> None:
    endless = read_article(f"{'a' * 200_000} goes on.", title=Span(0, 200_000))
    assert len(heading(endless)) == 201
    assert max(map(len, render_table([endless], 80))) <= 80


@given(st.text(st.characters()))
def test_offsets_hold_in_printable_text_and_it_can_be_encoded(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not any(ord(letter) < 32 and letter not in "\n\t" for letter in shown)
    shown.encode()


@given(st.text(st.characters()))
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


D = date
WINDOWS = {
    "2016-02-03": (D(2016, 2, 3), D(2016, 2, 3)),
    "Jan 2020": (D(2020, 1, 6), D(2020, 1, 17)),
    "Jan–Mar 2020": (D(2020, 1, 6), D(2020, 3, 1)),
    "2014": (D(2014, 1, 1), D(2014, 12, 31)),
    "Sep 2015–Jan 2016": (D(2015, 9, 30), D(2016, 1, 20)),
    "2015–17": (D(2015, 9, 30), D(2017, 1, 20)),
    "1999–2003": (D(1999, 5, 1), D(2003, 3, 20)),
    "from May 2020": (D(2020, 5, 7), None),
    "until Jan 2021": (None, D(2021, 1, 20)),
    "unknown": (None, None),
}


@pytest.mark.parametrize("shown", WINDOWS)
def test_a_window_shortens_to_what_is_certain(shown: str) -> None:
    assert days(Published(DateRange(*WINDOWS[shown]), "inferred")) == shown


def test_a_corrected_day_is_marked() -> None:
    assert days(Published(DateRange(D(2016, 2, 3), D(2016, 2, 3)), "corrected")) == "2016-02-03†"


FULL = {
    "3 Feb 2016": (D(2016, 2, 3), D(2016, 2, 3)),
    "28 Oct 2015 – 30 Oct 2015": (D(2015, 10, 28), D(2015, 10, 30)),
    "from 7 May 2020": (D(2020, 5, 7), None),
    "until 20 Jan 2021": (None, D(2021, 1, 20)),
    "unknown": (None, None),
}


@pytest.mark.parametrize("shown", FULL)
def test_a_window_in_full_says_which_end_is_open(shown: str) -> None:
    assert full_window(DateRange(*FULL[shown])) == shown


def count(low: int, qualifier: Qualifier, high: int | None = None, *, conflict: bool = False) -> TroopCount:
    nowhere, undated = Span(0, 0), DateRange(None, None)
    return TroopCount(nowhere, low, high, qualifier, "us", "Iraq", "current", undated, None, True, conflict, "marked")


COUNTS = {
    "3,700": count(3700, "exact"),
    "~3,300": count(3300, "about"),
    ">4,000": count(4000, "more_than"),
    "≥500": count(500, "at_least"),
    "≤500": count(500, "up_to"),
    "<9": count(9, "fewer_than"),
    "2,500–3,000": count(2500, "range", 3000),
    "3,700⚑": count(3700, "exact", conflict=True),
    "—": None,
}


@pytest.mark.parametrize("shown", COUNTS)
def test_a_count_keeps_its_qualifier(shown: str) -> None:
    assert troops(COUNTS[shown]) == shown


def test_each_stance_has_a_sign_of_its_own_and_none_is_no_neutral() -> None:
    labels: tuple[StanceLabel | None, ...] = ("expand", "keep", "noncommittal", "limit", "withdraw", None)
    assert [stance(label) for label in labels] == ["▲ expand", "● keep", "? noncommittal", "▼ limit", "✕ withdraw", "—"]


def test_an_article_without_a_title_goes_by_the_first_words_of_its_report() -> None:
    text, spans = read_marked(
        "{furniture:Site notice.}\n{line:Baghdad said on Monday that it would not wait for an answer any longer.}"
    )
    furniture, line = (span for _, span in spans)
    article = read_article(
        text, paragraphs=(furniture, line), furniture=(Furniture(furniture, "boilerplate", "marked"),)
    )
    assert heading(article) == "Baghdad said on Monday that it would not wait for an answer…"
    assert heading(read_article("")) == "—"


TITLED = read_article(
    "Baghdad\nasks",
    title=Span(0, 12),
    publisher=Publisher("The Paper", Span(0, 0)),
    troops=(count(3300, "about"),),
    stances=(Stance("washington", "keep", ()), Stance("tehran", "withdraw", ())),
)


def test_a_row_says_what_there_is_and_no_more() -> None:
    assert table_row(TITLED) == ("unknown", "The Paper", "Baghdad asks", "~3,300", "● keep", "—")


def test_every_line_of_a_table_fits_its_terminal() -> None:
    long = read_article(
        "A long headline with wide 漢字漢字漢字 letters " * 4,
        title=Span(0, 160),
        publisher=Publisher("The Paper of the Whole Wide World", Span(0, 0)),
        published=Published(DateRange(*WINDOWS["Sep 2015–Jan 2016"]), "inferred"),
        stances=(Stance("washington", "noncommittal", ()), Stance("baghdad", "noncommittal", ())),
    )
    for width in (200, 90, 80):
        assert max(map(display_width, render_table([TITLED, long], width))) <= width
    whole = list(render_table([TITLED, long], None))
    assert whole[0].split() == list(COLUMNS)
    assert one_line(long.text[:160]) in whole[2]


def test_an_answer_is_one_line_with_its_matched_letters_set_off() -> None:
    article = read_article("“{quote:We have\n\nenough soldiers}\x1b,” {speaker:Hadithi} said.")
    hit = Hit(article, article.quotes[0], 1.0, (Span(4, 8), Span(10, 16)))
    assert list(render_hits([hit], str.upper)) == ["story  Hadithi: “We HAVE ENOUGH soldiers”"]


def test_a_line_is_as_wide_as_its_letters() -> None:
    letters = [chr(number) for number in range(0x20, 0x3100)]
    assert display_width("".join(letters)) == sum(map(display_width, letters))
    assert [display_width(text) for text in ("", "“Café” —", "e\u0301", "漢字", "👍")] == [0, 8, 1, 4, 2]
