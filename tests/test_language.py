"""What is typed as a search means what it says: a sign counts where a word begins, and nothing is guessed at."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.search.language import Part, first_day, last_day, parse_query

PARTS = {
    "a word just so": ("'ground", [("exact", "ground", False)]),
    "a word just so, closed": ("'ground'", [("exact", "ground", False)]),
    "a phrase in double marks": ('"on the ground"', [("exact", "on the ground", False)]),
    "a phrase in curly marks": ("“on the ground”", [("exact", "on the ground", False)]),
    "a phrase in single marks": ("'on the ground'", [("exact", "on the ground", False)]),
    "an apostrophe inside a phrase": ("'we don't go'", [("exact", "we don't go", False)]),
    "a phrase that is still typed": ('"on the gr', [("exact", "on the gr", False)]),
    "two words just so": ("'boots 'ground", [("exact", "boots", False), ("exact", "ground", False)]),
    "a word and a phrase": ("'on 'the ground'", [("exact", "on", False), ("exact", "the ground", False)]),
    "not a word": ("!ground", [("exact", "ground", True)]),
    "not a word, marked": ("!'ground", [("exact", "ground", True)]),
    "not a phrase": ('!"on the ground"', [("exact", "on the ground", True)]),
    "a speaker": ("speaker:carter", [("speaker", "carter", False)]),
    "a speaker of two words": ('speaker:"al abadi"', [("speaker", "al abadi", False)]),
    "a speaker in single marks": ("speaker:'al abadi'", [("speaker", "al abadi", False)]),
    "not a speaker": ("!speaker:carter", [("speaker", "carter", True)]),
    "capitals": ("Speaker:Carter", [("speaker", "Carter", False)]),
    "a side": ("side:w", [("side", "w", False)]),
    "an article": ("article:nbc", [("article", "nbc", False)]),
    "before a year": ("before:2016", [("before", "2016-01-01", False)]),
    "before a month": ("before:2016-02", [("before", "2016-02-01", False)]),
    "after a year": ("after:2015", [("after", "2015-12-31", False)]),
    "after a month": ("after:2016-02", [("after", "2016-02-29", False)]),
    "after a day": ("after:2016-02-03", [("after", "2016-02-03", False)]),
    "a kind": ("kind:reported", [("kind", "reported", False)]),
    "an unfinished kind": ("kind:d", [("kind", "direct", False)]),
    "a filter twice": ("side:w side:w", [("side", "w", False)]),
    "signs only": ("' ! '' !! \" “ '!' !'", []),
    "an apostrophe inside a word": ("don't", []),
    "a sign behind a word": ("wow! soldiers' pay", []),
    "a leading apostrophe of print": ("’tis", []),
    "a colon after another word": ("http://x note:this", []),
    "an inch mark": ('5" gun', []),
}


@pytest.mark.parametrize("how", PARTS)
def test_signs_are_read(how: str) -> None:
    typed, parts = PARTS[how]
    query = parse_query(typed)
    assert [(part.field, part.value, part.negated) for part in query.parts] == parts
    assert query.misread == ()


PLAIN = ["boots on the ground", "don't ask ", "Obama: we will", "soldiers' pay", "wow!", "l'art 5'6\"", "", "  "]


@pytest.mark.parametrize("typed", PLAIN)
def test_a_query_without_signs_is_left_as_it_is(typed: str) -> None:
    query = parse_query(typed)
    assert (query.words, query.spoken, query.parts) == (typed, typed, ())


WORDS = {
    "boots speaker:carter": ["boots"],
    "speaker:carter boo": ["boo"],
    "boots !iraq 'ground": ["boots", "ground"],
    "'ground": [],
    "side: boots": ["boots"],
    "before:20x boots": ["boots"],
}


@pytest.mark.parametrize("typed", WORDS)
def test_what_is_ranked_are_the_words_and_those_that_stand_just_so_beside_them(typed: str) -> None:
    assert parse_query(typed).ranked.replace("'", "").split() == WORDS[typed]


def test_a_word_is_finished_where_a_filter_follows_it() -> None:
    assert parse_query("boo speaker:x").words.startswith("boo ")
    assert parse_query("speaker:x boo").words.endswith("boo")


MISREAD = {
    "speaker:": "speaker: wants a name or a role",
    "speaker: carter": "speaker: wants a name or a role",
    'speaker:"': "speaker: wants a name or a role",
    "side:": "side: wants a side, such as washington",
    "article:...": "article: wants words of a title, a publisher or a file’s name",
    "before:20x": "before: wants a day, a month or a year",
    "before:201": "before: wants a day, a month or a year",
    "before:2016-": "before: wants a day, a month or a year",
    "before:0000": "before: wants a day, a month or a year",
    "after:2016-13": "after: wants a day, a month or a year",
    "after:2015-02-29": "after: wants a day, a month or a year",
    "after:٢٠١٦": "after: wants a day, a month or a year",
    "kind:": "kind: wants direct, reported or any",
    "!kind:spoken": "kind: wants direct, reported or any",
}


@pytest.mark.parametrize("typed", MISREAD)
def test_what_is_not_understood_is_said_and_is_no_part_of_the_query(typed: str) -> None:
    query = parse_query(typed)
    assert query.misread == (MISREAD[typed],)
    assert query.parts == ()


KINDS = {
    "boots": {"direct"},
    "boots 'ground": {"direct"},
    "boots kind:any": {"direct", "reported"},
    "speaker:carter": {"direct", "reported"},
    "'ground": {"direct", "reported"},
    "kind:direct": {"direct"},
    "kind:reported": {"reported"},
    "kind:any": {"direct", "reported"},
    "!kind:direct": {"reported"},
    "kind:direct kind:reported": set(),
}


@pytest.mark.parametrize("typed", KINDS)
def test_words_mean_direct_quotes_and_filters_alone_all_unless_it_is_said(typed: str) -> None:
    assert parse_query(typed).kinds == KINDS[typed]


def test_a_year_a_month_and_a_day_have_a_first_and_a_last_day() -> None:
    assert (first_day("2020"), last_day("2020")) == (date(2020, 1, 1), date(2020, 12, 31))
    assert (first_day("2020-2"), last_day("2020-2")) == (date(2020, 2, 1), date(2020, 2, 29))
    assert (first_day("2020-02-03"), last_day("2020-02-03")) == (date(2020, 2, 3), date(2020, 2, 3))


@given(st.text(max_size=60))
def test_what_stands_in_no_sign_is_kept_and_parts_were_typed(typed: str) -> None:
    query = parse_query(typed)
    assert all(isinstance(part, Part) and part.typed in typed for part in query.parts)
    if not query.parts and not query.misread:
        assert query.words == typed
