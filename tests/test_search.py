"""A half-remembered quote is found first, whatever is wrong with the words typed, and its letters are marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.model import Span
from iraqreader.search import QuoteIndex
from iraqreader.search.vocabulary import Vocabulary, stem
from iraqreader.search.words import fold, fold_offsets, read_words
from tests.marked import read_article

ARTICLE = read_article(
    """
    “{quote:This is an Iraqi affair and nobody was asked for direct action on the ground},” {speaker:Hadithi} said.

    “{quote:We have enough soldiers, and they don’t need boots from abroad},” {speaker:Kadhimi} said.

    “{quote:Our mission there is to train, to advise, and not to stay for ever},” {speaker:Pompeo} said.

    “{quote:The café was full of soldiers who had walked from the operation},” {speaker:Al-Mawlawi} said.

    “{quote:Advise and stay: there is the mission},” {speaker:Carter} said.
    """
)
INDEX = QuoteIndex([ARTICLE])

FINDS = {
    "words of it": ("enough soldiers", "Kadhimi"),
    "words in another order": ("action direct affair", "Hadithi"),
    "letters left out, doubled, changed and swapped": ("enogh soldierrs aboad", "Kadhimi"),
    "the last word unfinished": ("nobody was as", "Hadithi"),
    "the last word unfinished and mistyped": ("direct action on the gruo", "Hadithi"),
    "two words as one": ("directaction affair", "Hadithi"),
    "one word as two": ("sold iers abroad", "Kadhimi"),
    "another ending": ("operations walking", "Al-Mawlawi"),
    "a wrong word": ("enough troops from abroad", "Kadhimi"),
    "no accents": ("cafe full", "Al-Mawlawi"),
    "capitals": ("IRAQI AFFAIR", "Hadithi"),
    "straight marks for curly ones": ("don't need", "Kadhimi"),
    "no marks at all": ("dont need", "Kadhimi"),
    "the speaker's name": ("kadhimi soldiers", "Kadhimi"),
    "the speaker's name alone, mistyped": ("Pompoe", "Pompeo"),
    "half of the speaker's name": ("mawlawi", "Al-Mawlawi"),
    "order decides between the same words": ("mission there is to", "Pompeo"),
    "order decides, the other way round": ("there is the mission", "Carter"),
}


@pytest.mark.parametrize("how", FINDS)
def test_the_right_quote_is_first(how: str) -> None:
    query, speaker = FINDS[how]
    best = INDEX.search(query).hits[0].quote
    assert best.speaker
    assert best.speaker.name == speaker


@pytest.mark.parametrize("query", ["", " ", '"', "'*:^()", "xqzvkj", "💥", "\x00", "zzzz yyyy"])
def test_nonsense_finds_nothing(query: str) -> None:
    assert INDEX.search(query).hits == ()


def test_nothing_is_found_where_there_is_nothing() -> None:
    assert QuoteIndex([]).search("boots").hits == ()
    assert QuoteIndex([read_article("No quotes.")]).search("quotes").hits == ()


def marked(query: str) -> list[str]:
    hit = INDEX.search(query).hits[0]
    return [mark.of(hit.article.text) for mark in hit.marks]


MARKS = {
    "enough soldiers": ["enough", "soldiers"],
    "enough sold": ["enough", "sold"],
    "soldirs abrooad": ["soldi", "rs", "abroad"],
    "cafe walk": ["café", "walk"],
    "dont need": ["don’t", "need"],
    "kadhimi boots": ["boots"],
}


@pytest.mark.parametrize("query", MARKS)
def test_the_matched_letters_are_marked_in_the_text_as_it_stands(query: str) -> None:
    assert marked(query) == MARKS[query]


@given(st.text(st.characters(), max_size=200))
def test_any_query_has_an_answer_whose_marks_lie_in_order_inside_its_quote(query: str) -> None:
    for hit in INDEX.search(query, limit=3).hits:
        places = [hit.quote.span.start, *(place for mark in hit.marks for place in mark), hit.quote.span.end]
        assert places == sorted(places)
        assert 0 < hit.score <= 1


def test_a_megabyte_of_query_is_a_query() -> None:
    assert INDEX.search("x" * 1_000_000).hits == ()
    assert INDEX.search("soldiers " * 100_000).hits


def test_the_best_come_first_and_no_more_than_asked_for() -> None:
    hits = INDEX.search("the mission of soldiers", limit=2).hits
    assert len(hits) == 2
    assert hits[0].score >= hits[1].score


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_each_folded_letter_knows_where_it_came_from(text: str) -> None:
    for word in read_words(text):
        letters = fold_offsets(word.span.of(text))
        assert len(letters) == len(word.folded)
        assert letters == sorted(letters)


FOLDS = {"Don’t": "dont", "U.S": "us", "CAFÉ": "cafe", "Cafe\u0301": "cafe", "ﬁne": "fine", "Straße": "strasse"}


@pytest.mark.parametrize("word", FOLDS)
def test_words_are_compared_without_case_accents_and_marks(word: str) -> None:
    assert fold(word) == FOLDS[word]


def test_dashes_end_words_and_spans_are_of_the_text() -> None:
    text = "al-Abadi’s “U.S.” e-mail"
    assert [word.span.of(text) for word in read_words(text)] == ["al", "Abadi’s", "U.S", "e", "mail"]
    assert [word.folded for word in read_words(text, Span(3, 10))] == ["abadis"]


def test_a_typed_word_is_itself_first_and_short_ones_are_nothing_else() -> None:
    words = Vocabulary(["is", "it", "mission", "missions", "omission"], range(5))
    like = words.like("mission", unfinished=False)
    assert max(like, key=lambda number: like[number]) == words.number("mission")
    assert set(like) == {2, 3, 4}
    assert words.like("is", unfinished=False) == {0: 1.0}
    assert set(words.like("i", unfinished=True)) == {0, 1}


def test_words_of_one_family_have_one_stem() -> None:
    assert len({stem(word) for word in ("operation", "operations", "operating", "operated")}) == 1
    assert stem("is") == "is"
