"""Copies of one report are known however an outlet dresses them, and two reports are never taken for one."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.likeness import ALIKE, FEWEST, SHINGLE, SIZE, bands, families, likeness, shares, sign
from tests.tui_library import article_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from iraqreader.model import Article

WORDS = [
    "road",
    "river",
    "bridge",
    "harvest",
    "valley",
    "camp",
    "tower",
    "gate",
    "winter",
    "market",
    "people",
    "soldier",
    "minister",
    "council",
    "water",
    "school",
    "doctor",
    "engine",
    "letter",
    "border",
    "mountain",
    "village",
    "morning",
    "question",
    "answer",
    "number",
    "garden",
    "window",
    "station",
    "road",
]


def prose(seed: int, paragraphs: int = 12) -> list[str]:
    """Paragraphs of some forty words, others for each seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    return [" ".join(chance.choices(WORDS, k=40)).capitalize() + "." for _ in range(paragraphs)]


WIRE = prose(1)
QUOTED = "“We ask for engineers and for time, and for nothing else that anybody could call an army,” the minister said."


def report(*paragraphs: str) -> Article:
    return article_of("\n\n".join(paragraphs))


def share(one: Article, other: Article) -> float:
    (found,) = shares(one, [other])
    return found


def wire(*, title: str = "{title:Valley asks for engineers}") -> Article:
    return report(title, *WIRE)


COPIES = {
    "the same text": wire(),
    "in other marks, case and accents": report(*WIRE[:6], *(part.upper().replace(" ", "  ") for part in WIRE[6:])),
    "another headline": wire(title="{title:In the valley, a plea for help with bridges and roads before the winter}"),
    "another lead": report("A harvest is late, our reporter hears from five people who were there.", *WIRE[1:]),
    "cut at the end": report(*WIRE[:8]),
    "two paragraphs left out": report(*WIRE[:3], *WIRE[4:9], *WIRE[10:]),
    "furniture above, between and below": report(
        "{boilerplate:Sign in to read more of this and of everything else that we have for you.}",
        *WIRE[:6],
        "{boilerplate:Related: ten bridges that you must see before the winter. Five roads to take.}",
        *WIRE[6:],
        "{bio:The author lives in the valley and has written of it for all of thirty years.}",
    ),
    "a correction added": report(
        *WIRE, "A former version of this article gave a wrong number of bridges in the valley."
    ),
}
OTHERS = {
    "another report": report(*prose(2)),
    "another report under the same headline": report("{title:Valley asks for engineers}", *prose(3)),
    "a statement quoted in both": report(*prose(4)[:6], QUOTED, *prose(4)[6:]),
    "a paragraph taken over": report(*prose(5), WIRE[3]),
    "a few words of it": report(" ".join(WIRE[0].split()[:20])),
    "the same furniture": report("{bio:" + " ".join(WIRE[:4]) + "}", *prose(6)),
    "no words": report("* * *"),
}


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_a_copy_is_known(copy: Article) -> None:
    assert likeness(sign(wire()), sign(copy)) >= ALIKE
    assert families({1: sign(wire()), 2: sign(copy)}) == [[1, 2]]


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_another_report_is_told_apart(other: Article) -> None:
    whole = report(*WIRE, QUOTED)
    assert likeness(sign(whole), sign(other)) < ALIKE / 2
    assert families({1: sign(whole), 2: sign(other)}) == [[1], [2]]


SHORT = "“We will take the tower,” Gen. Sami Haddad said on Monday."


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (SHORT, SHORT, True),
        (SHORT, "“We will take the TOWER”, Gen. Sami Haddad said on Monday", True),
        (SHORT, SHORT.replace("tower", "camp"), False),
        ("{title:Three killed}\n\nMore to follow.", "{title:Talks end}\n\nMore to follow.", False),
        ("{boilerplate:Sign in.}\n\n" + SHORT, SHORT, True),
        ("", "", False),
        ("***", "***", False),
        ("{boilerplate:Subscribe to read.}", "{boilerplate:Subscribe to read.}", False),
    ],
)
def test_short_ones_are_copies_only_word_for_word(one: str, other: str, same: bool) -> None:
    assert families({1: sign(report(one)), 2: sign(report(other))}) == ([[1, 2]] if same else [[1], [2]])


def test_a_long_headline_of_their_own_does_not_part_two_brief_reports() -> None:
    one, other, body = (" ".join(prose(seed, 2)) for seed in (11, 12, 13))
    titled = (report(f"{{title:{title}}}\n\n{body}") for title in (one, other))
    assert likeness(*map(sign, titled)) == 1.0


def test_a_link_over_others_is_enough() -> None:
    versions = [report(*prose(7, 20)[start : start + 10]) for start in (0, 3, 6)]
    signatures = dict(enumerate(map(sign, versions)))
    assert likeness(signatures[0], signatures[2]) < ALIKE
    assert families(signatures) == [[0, 1, 2]]
    del signatures[1]
    assert families(signatures) == [[0], [2]]


texts = st.lists(st.sampled_from(WORDS), max_size=400).map(" ".join)


@given(texts, texts)
def test_likeness_is_mutual_and_full_for_the_same(one: str, other: str) -> None:
    first, second = sign(report(one)), sign(report(other))
    assert len(first) in {0, 16, SIZE}
    assert likeness(first, second) == likeness(second, first)
    assert 0.0 <= likeness(first, second) <= 1.0
    assert likeness(first, first) == bool(one)
    assert all(0 <= key < 1 << 32 for key in bands(first))


@given(st.text(max_size=3000))
def test_any_text_has_a_signature(text: str) -> None:
    article = report(text.replace("{", "(").replace("}", ")"))
    assert sign(article) == sign(article._replace(id="other", path="elsewhere"))
    assert share(article, article) in {0.0, 1.0}


@given(st.integers(0, 10_000), st.integers(0, 40))
def test_the_estimate_is_near_what_is_so(seed: int, kept: int) -> None:
    whole = prose(seed, 40)
    one, other = report(*whole), report(*whole[:kept], *prose(seed + 20_000, 40 - kept))
    assert abs(likeness(sign(one), sign(other)) - share(one, other)) < 0.35


def test_the_estimate_is_right_in_the_mean() -> None:
    def error(seed: int) -> float:
        one, other = report(*prose(seed, 20)), report(*prose(seed, 20)[:14], *prose(seed + 500, 6))
        return likeness(sign(one), sign(other)) - share(one, other)

    errors = [error(seed) for seed in range(100)]
    assert abs(sum(errors) / len(errors)) < 0.02
    assert sum(map(abs, errors)) / len(errors) < 0.07


def test_copies_share_a_band_nearly_always() -> None:
    def shares(cut: Callable[[list[str]], list[str]]) -> int:
        signed = ((sign(report(*whole)), sign(report(*cut(whole)))) for whole in map(prose, range(100)))
        return sum(not {*bands(one)}.isdisjoint(bands(other)) for one, other in signed)

    assert shares(lambda whole: whole[:8]) >= 98
    assert shares(lambda whole: whole[1:]) == 100


@pytest.mark.parametrize("count", [FEWEST + SHINGLE - 2, FEWEST + SHINGLE - 1])
def test_from_how_many_words_on_a_report_is_long_enough(count: int) -> None:
    text = " ".join(f"word{number}" for number in range(count))
    assert len(sign(report(text))) == (SIZE if count >= FEWEST + SHINGLE - 1 else 16)
