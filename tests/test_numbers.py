"""Numbers in digits and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.extract.numbers import find_numbers, parse_number
from tests.marked import read_marked

WHOLE = [
    ("{n:5,200} troops", 5200),
    ("some {n:5000} men", 5000),
    ("{n:two thousand} Marines", 2000),
    ("{n:twenty-five hundred} Marines", 2500),
    ("{n:a thousand} men", 1000),
    ("{n:one hundred and fifty thousand} men", 150_000),
    ("{n:5.5 thousand} men", 5500),
    ("{n:10K} troops", 10_000),
    ("{n:three} soldiers", 3),
    ("an {n:800}-man battalion", 800),
    ("the {n:5,200}-strong force", 5200),
    ("{n:2,351}.", 2351),
    ("{n:5,200}\u00a0troops", 5200),
]

NONE = [
    "$5,000",
    "20%",
    "2.5",
    "the 82nd Airborne",
    "a few hundred",
    "several thousand",
    "B-52s",
    "3,3000",
    "9" * 5000,
    "",
]


@pytest.mark.parametrize(("example", "value"), WHOLE, ids=[example for example, _ in WHOLE])
def test_a_number_is_read_with_its_words(example: str, value: int) -> None:
    """A count in words would be missed, or its span would not be the words that say it."""
    text, spans = read_marked(example)
    assert [(number.span, number.value) for number in find_numbers(text, 0, len(text))] == [(spans[0][1], value)]


@pytest.mark.parametrize("text", NONE)
def test_what_states_no_whole_number_is_passed_by(text: str) -> None:
    """Sums of money, shares, ordinals and vague numbers would become counts."""
    assert list(find_numbers(text, 0, len(text))) == []


def test_two_ends_of_a_range_are_two_numbers() -> None:
    """A range would lose one of its ends."""
    for text in ("2,500 to 3,000", "2,500-3,000", "between 2,500 and 3,000", "twenty-five hundred to three thousand"):
        assert [number.value for number in find_numbers(text, 0, len(text))] == [2500, 3000]


@given(st.integers(min_value=1, max_value=999_999_999))
def test_digits_mean_themselves_with_commas_or_without(value: int) -> None:
    """A count would be shown with another value than the text states."""
    assert parse_number(f"{value:,}") == value
    assert parse_number(str(value)) == value


@given(st.text(alphabet="0123456789,.-–$ kthousandhundred \u0663one", max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    """A garbled figure would cost the whole article."""
    for number in find_numbers(text, 0, len(text)):
        assert number.span.of(text).strip()
        assert number.value >= 0
