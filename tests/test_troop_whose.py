"""Whose soldiers a number counts."""

from __future__ import annotations

import pytest

from tests.troop_examples import check

WHOSE = [
    (
        "Turkey has refused to remove its {count:600 troops} from Bashiqa despite Iraqi protests.",
        "600 foreign Iraq current",
    ),
    ("Iraq has 14 army divisions and {count:about 280,000 soldiers}.", "280000 iraqi Iraq current"),
    ("El Salvador is bringing its {count:200 soldiers} home.", "200 foreign None withdrawn"),
    ("Poland commands a multinational {count:force of 9,000} in south-central Iraq.", "9000 coalition Iraq current"),
    (
        "Defence Secretary Geoff Hoon told MPs that {count:1,200 more British soldiers} would be sent.",
        "1200 foreign None planned",
    ),
]

LAST_FORCE = [
    (
        "The Turkish contingent has been at the camp near Mosul for months. Last week a convoy with {count:some 140 soldiers} rolled in.",
        "140 foreign Iraq current",
    ),
    (
        "What can Americans do that a Baghdad government with {count:190,000 soldiers} cannot?",
        "190000 iraqi Iraq current",
    ),
    ("France will not leave. Its {count:150 soldiers} stay in Iraq.", "150 foreign Iraq current"),
    ("Two Iraqi divisions, {count:30,000 soldiers}, fled the city.", "30000 iraqi Iraq current"),
]

EVERY = [*WHOSE, *LAST_FORCE]


@pytest.mark.parametrize(("example", "expected"), EVERY, ids=[example for example, _ in EVERY])
def test_a_count_says_whose_soldiers_it_counts(example: str, expected: str) -> None:
    """Turkish or Salvadoran soldiers would be shown as American."""
    check(example, expected)
