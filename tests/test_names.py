"""Runs of capitals: which of them are names, and how names are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.extract.people.names import find_names
from iraqreader.extract.segment import segment
from iraqreader.lexicon.names import fold_name, slug
from iraqreader.lexicon.people import gazetteer
from tests.marked import read_marked

NAMES = {
    "a title before": "Then Gen. {titled:Poe} spoke.",
    "titles in a row": "The word came from Army Lt. Gen. {full:Ann Doe} on Monday.",
    "an office in a title": "It fell to Secretary of State {full:John Poe} to tell {single:Doe}.",
    "a title that is a surname": "It was Rep. {full:Peter King} who asked.",
    "no name after a title": "The Vice President left, and the Secretary stayed.",
    "a party before": "Voters met Republican {full:Carl Poe} there.",
    "initials": "It was {full:George Q. Poe} and {full:J.D. Doe} again.",
    "particles": "Then {full:Haider al Poe} met {full:Bill de Doe} and {full:Abu Bakr al-Foe}.",
    "a particle that begins the name": "They heard {single:al-Poe} say so.",
    "an apostrophe inside": "There {full:Sa'ad al-Poe} and {full:Rory O'Doe} sat.",
    "a possessive outside": "That was {full:Ann Poe}'s word.",
    "a suffix": "It was {full:Donald Poe Jr.} who asked.",
    "a body by its last word": "It reached the {body:Poe Foundation} and {body:Poe Tower}.",
    "a body by its name": "The {body:Pentagon} told {body:NATO} so.",
    "a place": "Then {place:Baghdad} answered {place:Iraq}.",
    "two capitals of a thing with an article": "They read the {body:Daily Poe} there.",
    "the first word of a sentence": "Asked Poe? They asked {single:Poe}.",
    "a day before": "On Monday {full:Ann Poe} left.",
}


@pytest.mark.parametrize("example", NAMES.values(), ids=NAMES.keys())
def test_names_are_found_by_their_shape(example: str) -> None:
    """A title or a weekday inside a name splits one speaker in two; a tower as a person says things."""
    marked = read_marked(example)
    found = [(name.kind, name.span) for name in find_names(segment(marked.text)) if name.words != ("asked",)]
    assert [item for item in found if item in marked.spans] == list(marked.spans)


FOLDED = {
    "hyphen and particle": ("Haider al-Abadi", "Haider Al Abadi"),
    "initials": ("Donald J. Trump", "Donald Trump"),
    "joined initials": ("H.R. McMaster", "H. R. McMaster"),
    "apostrophes": ("Sa'ad Poe", "Saad Poe"),
    "accents": ("António Guterres", "Antonio Guterres"),
    "capitals": ("ANN POE", "Ann Poe"),
}


@pytest.mark.parametrize(("one", "other"), FOLDED.values(), ids=FOLDED.keys())
def test_spellings_of_one_name_are_equal(one: str, other: str) -> None:
    """A reader who follows one speaker through five articles finds every quote, however the paper spells the name."""
    assert fold_name(one) == fold_name(other)


def test_a_given_name_is_no_particle() -> None:
    assert fold_name("Ash Poe") == ("ash", "poe")


def test_father_and_son_differ() -> None:
    assert fold_name("Donald Poe Jr.") != fold_name("Donald Poe")


@given(st.text(max_size=80))
def test_any_text_has_names_inside_it(text: str) -> None:
    """Whatever the text, a name is a stretch of it: nothing is shown that it does not say."""
    for name in find_names(segment(text)):
        assert name.span.of(text).strip() == name.span.of(text) != ""
        assert name.words


@given(st.sampled_from(sorted(gazetteer())))
def test_slugs_are_stable(person: str) -> None:
    assert slug(slug(person).replace("-", " ")) == slug(person)
