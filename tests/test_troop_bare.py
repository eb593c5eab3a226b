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

UNITS = [
    ("A Danish battalion of {count:480 men} guards the bridge.", "480 foreign None current"),
    ("Iraq's army, {count:900,000 strong} on paper, collapsed.", "900000 iraqi Iraq current"),
    ("One more division, {count:12,000 strong}, is on its way to Iraq.", "12000 us Iraq planned"),
]

NATIONALS = [
    ("With {count:120,000 Americans} on the ground in Iraq, the Army is stretched.", "120000 us Iraq current"),
    (
        "The {count:900 soldiers} in Basra include {count:200 Britons} and {count:70 Danes}.",
        "900 us Iraq current; 200 foreign Iraq current; 70 foreign Iraq current",
    ),
    (
        "The force in Iraq is {count:90,000 Americans}, {count:8,000 from Britain} and {count:2,000 from other coalition members}.",
        "90000 us Iraq current; 8000 foreign Iraq current; 2000 coalition Iraq current",
    ),
]

LOOSE = [
    ("The alliance will build up its training mission in Iraq to {count:some 3,500 people}.", "3500 nato Iraq planned"),
    ("The force in Iraq is down from a peak in 2007 of {count:about 168,000}.", "168000 us Iraq past"),
    (
        "Most of the Americans would go home. That would leave {count:about 3,000} to train the Iraqi army.",
        "3000 us Iraq planned",
    ),
    ("Commanders in Iraq wanted more troops; they had sought {count:25,000}.", "25000 us Iraq requested"),
    (
        "Combat troops are leaving Iraq. By spring {count:some 20,000} in all will be gone.",
        "20000 us Iraq withdrawn",
    ),
    (
        "Here is where U.S. troops are based. Bahrain: {count:9,000}, mostly sailors. Qatar: {count:10,000}.",
        "9000 us Bahrain current; 10000 us Qatar current",
    ),
    ("The general asked for {count:half a million soldiers} in Iraq.", "500000 us Iraq requested"),
]

EVERY = [*CARRIED, *UNITS, *NATIONALS, *LOOSE]


@pytest.mark.parametrize(("example", "expected"), EVERY, ids=[example for example, _ in EVERY])
def test_a_bare_number_counts_the_soldiers_named_before_it(example: str, expected: str) -> None:
    """A number whose noun stands in the sentence before would be lost."""
    check(example, expected)
