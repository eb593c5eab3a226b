"""The tables of quotes: written in one go or in many, with some taken out, they answer alike; sets give the best first."""

from __future__ import annotations

import itertools
import sqlite3
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from iraqreader.search import Answer, QuoteIndex
from iraqreader.search.candidates import Mark, best_first
from iraqreader.search.tables import create, letter_of, read_words_of, side_by_side, spell_words
from iraqreader.search.writing import Writer
from tests.marked import read_article

if TYPE_CHECKING:
    from iraqreader.model import Article

numbers = st.integers(1, 0x10FFFF)
sets = st.sets(st.integers(0, 200)).map(BitMap)


def _article(number: int, words: str) -> Article:
    return read_article(f"“{{quote:{words}}},” {{speaker:Carter}} said.")._replace(id=f"article-{number}")


ARTICLES = [
    _article(0, "Boots on the ground"),
    _article(1, "No boots were asked for"),
    _article(2, "It is what it is"),
    _article(3, "Is it what is it"),
    _article(4, "The ground under our boots"),
]
QUERIES = (
    "boots",
    "boots on the ground",
    "groun",
    "it is what it",
    "cartr boots",
    "'boots",
    "article:3",
    "speaker:carter",
    "b",
)


def _connection() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    create(connection)
    return connection


def _found(answer: Answer) -> list[tuple[str, int, int]]:
    return [(hit.article.id, *hit.quote.span) for hit in answer.hits]


def _answers(index: QuoteIndex) -> list[list[tuple[str, int, int]]]:
    return [_found(index.search(query)) for query in QUERIES]


def test_articles_that_come_one_by_one_are_found_like_those_that_came_at_once() -> None:
    connection = _connection()
    for number, article in enumerate(ARTICLES):
        writer = Writer(connection)  # as each start of the program has its own
        writer.add(number, article)
        writer.write()
    assert _answers(QuoteIndex.of(connection, ARTICLES.__getitem__)) == _answers(QuoteIndex(ARTICLES))


def test_what_is_taken_out_is_not_found_and_what_comes_again_is() -> None:
    connection = _connection()
    writer = Writer(connection)
    for number, article in enumerate(ARTICLES):
        writer.add(number, article)
    writer.write()
    writer.remove(0)
    writer.write()
    index = QuoteIndex.of(connection, ARTICLES.__getitem__)
    assert {hit.article.id for hit in index.search("boots").hits} == {"article-1", "article-4"}
    assert index.search("kind:direct").total == len(ARTICLES) - 1
    writer.add(9, ARTICLES[0])
    writer.write()
    again = QuoteIndex.of(connection, {9: ARTICLES[0], **dict(enumerate(ARTICLES))}.__getitem__)
    assert _found(again.search("boots on the ground"))[0][0] == "article-0"


def test_words_that_stand_everywhere_are_told_apart_by_what_stands_beside_them() -> None:
    many = [_article(number, "is it so that what it was is") for number in range(400)]
    index = QuoteIndex([*many, ARTICLES[2]])
    assert index.search("it is what it is").hits[0].article.id == "article-2"


@given(st.lists(numbers), st.lists(numbers))
def test_words_come_back_as_they_were_kept(said: list[int], name: list[int]) -> None:
    kept = spell_words(said, name)
    assert read_words_of(kept) == ("".join(map(letter_of, said)), "".join(map(letter_of, name)))
    assert all(side_by_side(*pair) in kept for pair in itertools.pairwise(said))


@given(st.lists(st.tuples(st.floats(0.1, 9), sets), max_size=6), sets)
def test_the_best_come_first_with_what_they_come_to_and_none_is_lost(
    asked: list[tuple[float, BitMap]], quotes: BitMap
) -> None:
    marks = sorted((Mark(((value, having),)) for value, having in asked), key=lambda mark: -mark.most)
    parts = [part for part in best_first(marks, quotes) if part.whole]
    score = {quote: sum(mark.value(quote) for mark in marks) for quote in quotes}
    assert all(abs(part.score - score[quote]) < 1e-9 for part in parts for quote in part.quotes)
    given = [quote for part in parts for quote in part.quotes]
    assert sorted(given) == [quote for quote in quotes if score[quote] > 0]
    assert all(one.score >= two.score - 1e-9 for one, two in itertools.pairwise(parts))
