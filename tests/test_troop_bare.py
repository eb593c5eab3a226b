"""Numbers that stand bare, of soldiers who are named before or after them."""

from __future__ import annotations

import pytest

from tests.troop_examples import check

CARRIED = [
    (
        "The United States has withdrawn most of its troops from Syria. {count:About 200} will remain.",
        "200 us Syria planned",
    ),
    (
        "Prime Minister Abbott sent {count:300 Australian} and {count:143 New Zealand troops} to Iraq.",
        "300 foreign Iraq current; 143 foreign Iraq current",
    ),
    (
        "The brigade has {count:400 American} and {count:1,200 Iraqi soldiers} at the base.",
        "400 us Iraq current; 1200 iraqi Iraq current",
    ),
    (
        "There are {count:300 U.S. advisers} in Baghdad, {count:90 of them} special forces.",
        "300 us Iraq current; 90 us Iraq current",
    ),
    (
        "The president has authorized {count:275 troops} for Baghdad, of whom {count:170} have arrived.",
        "275 us Iraq planned; 170 us Iraq current",
    ),
    (
        "Germany pulled {count:35} of its {count:120 soldiers} out of Iraq.",
        "35 foreign Iraq withdrawn; 120 foreign Iraq current",
    ),
    (
        "LONDON — Britain will pull out {count:500} of its {count:5,500 troops} from Basra, the defence ministry said. The remaining {count:5,000} will be based at the airport.",
        "500 foreign Iraq withdrawn; 5500 foreign Iraq current; 5000 foreign Iraq planned",
    ),
    (
        "KABUL, Afghanistan — The top American general in Afghanistan has asked the White House to keep more troops here than planned. The general, John Campbell, wants to hold on to {count:at least 8,000} of the current {count:force of 9,800}. Obama wants to avoid a repeat of Iraq, which collapsed after American troops left in 2011.",
        "8000 us Afghanistan requested; 9800 us Afghanistan current",
    ),
    (
        "BAGHDAD — The United States will cut its troop presence in Iraq to {count:3,000} from {count:about 5,200}, the top commander said Wednesday. Most of those leaving arrived after 2014. {count:About 150,000} were there in 2007.",
        "3000 us Iraq planned; 5200 us Iraq current; 150000 us Iraq past",
    ),
    (
        "Trump said he would keep {count:400 troops} in Syria, {count:200 of them} at al-Tanf.",
        "400 us Syria planned; 200 us Syria planned",
    ),
]

EVERY = CARRIED


@pytest.mark.parametrize(("example", "expected"), EVERY, ids=[example for example, _ in EVERY])
def test_a_bare_number_counts_the_soldiers_named_before_it(example: str, expected: str) -> None:
    """A number whose noun stands in the sentence before would be lost."""
    check(example, expected)
