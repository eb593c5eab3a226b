"""Where soldiers are, where a sentence names many countries."""

from __future__ import annotations

import pytest

from tests.troop_examples import check

WHERE = [
    ("The U.S. has troops in Turkey, and {count:about 3,000 troops} in Jordan.", "3000 us Jordan current"),
    (
        "Washington will cut its force in Iraq to {count:3,000 troops} from {count:5,200}, the commander for the Middle East said.",
        "3000 us Iraq planned; 5200 us Iraq current",
    ),
    (
        "U.S. soldiers guard bases in Turkey and Niger, in Egypt (since 1981) and Kuwait (where {count:some 13,000 U.S. troops} wait).",
        "13000 us Kuwait current",
    ),
    ("Unlike Turkey, which hosts a large base, Jordan has {count:about 3,000 U.S. troops}.", "3000 us Jordan current"),
    (
        "The United States keeps {count:about 2,500 troops} in Turkey, mostly at Incirlik, while Jordan, which borders Iraq, hosts {count:nearly 3,000}.",
        "2500 us Turkey current; 3000 us Jordan current",
    ),
    ("U.S. troops are also in Syria, Turkey and Jordan, where {count:3,000} are based.", "3000 us Jordan current"),
    ("He said {count:1,000 U.S. troops} would move from Syria to western Iraq.", "1000 us Iraq planned"),
    (
        "The Pentagon is sending {count:750 soldiers} to the Middle East after the embassy attack in Baghdad.",
        "750 us None planned",
    ),
    (
        "Unlike in Iraq, where talks on immunity failed, {count:some 10,000 U.S. troops} could stay past 2014 if Kabul signs.",
        "10000 us Afghanistan planned",
    ),
    (
        "The forces in Kuwait number {count:13,000}; those in Saudi Arabia, {count:3,000}.",
        "13000 us Kuwait current; 3000 us Saudi Arabia current",
    ),
    ("Jordan, a close ally, is home to {count:about 3,000 American troops}.", "3000 us Jordan current"),
    ("American forces left Iraq in 2011. In Afghanistan, {count:9,800} remain.", "9800 us Afghanistan current"),
]

EVERY = WHERE


@pytest.mark.parametrize(("example", "expected"), EVERY, ids=[example for example, _ in EVERY])
def test_a_count_is_in_the_place_of_its_own_clause(example: str, expected: str) -> None:
    """Soldiers in Jordan would be shown in Turkey."""
    check(example, expected)
