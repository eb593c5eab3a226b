"""Who is who in an article, and across articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.extract import people as people_module
from iraqreader.extract.people import find_people, register
from iraqreader.extract.segment import segment

if TYPE_CHECKING:
    from collections.abc import Iterator

PERSONS = {
    "a surname afterwards": ("Ann Poe came. Poe left.", [("Ann Poe", 2)]),
    "the longest form": ("Ann Poe came. Ann B. Poe left.", [("Ann B. Poe", 2)]),
    "a given name afterwards": ("Ann Poe came. Ann said no.", [("Ann Poe", 2)]),
    "a given name alone": ("“No,” Melanie said. Melanie left.", [("Melanie", 2)]),
    "a given name that is a particle": ("“No,” said Al Poe. Poe left.", [("Al Poe", 2)]),
    "a surname with a title alone": ("Then Sheriff Poe came. Poe left.", [("Poe", 2)]),
    "a name that nobody knows, treated as one": ("Fdil Omrn, a trader, came. Omrn left.", [("Fdil Omrn", 2)]),
    "two of one surname": ("Ann Poe met Bob Poe. Mr. Poe left. Mrs. Poe stayed.", [("Ann Poe", 2), ("Bob Poe", 2)]),
    "father and son": ("Donald Poe met Donald Poe Jr. there.", [("Donald Poe", 1), ("Donald Poe Jr.", 1)]),
    "a suffix left out afterwards": ("Samuel A. Poe Jr. came. Poe left.", [("Samuel A. Poe Jr.", 2)]),
    "a surname of two words": ("Adel Abdul Poe came. Abdul Poe left. Poe slept.", [("Adel Abdul Poe", 3)]),
    "capitals in a headline": ("ANN POE LEAVES\n\nAnn Poe left on Friday, and she did not return.", [("Ann Poe", 2)]),
    "a headline makes nobody": ("Big Poe Plan Shakes Small Town Again\n\nNothing came of it.", []),
    "a campaign is not its candidate": ("Ann Poe left. The Poe campaign stayed, and Poe Tower too.", [("Ann Poe", 1)]),
    "things with capitals": ("The Middle East and the Supreme Court met Wall Street and Planned Parenthood.", []),
    "no text": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), PERSONS.values(), ids=PERSONS.keys())
def test_every_mention_goes_to_its_person(text: str, expected: list[tuple[str, int]]) -> None:
    """The list of speakers has each person once, and each mention leads to it."""
    found = find_people(segment(text))
    counts = [(person.name, sum(m.person == person for m in found.mentions)) for person in found.persons]
    assert counts == expected


SAME = {
    "a short given name": ("Defense Secretary Ash Carter", "Ashton Carter", "ashton-carter"),
    "particles and hyphens": ("Haider al Abadi", "Prime Minister Haider al-Abadi", "haider-al-abadi"),
    "two offices": ("Vice President Joe Biden", "President Biden", "joe-biden"),
    "a middle initial": ("Donald J. Trump", "Donald Trump", "donald-trump"),
    "another spelling": ("Qasem Soleimani", "Qassem Soleimani", "qassem-soleimani"),
    "someone whom no list knows": ("Sa'ad al-Poe", "Saad Poe", "saad-poe"),
}


@pytest.mark.parametrize(("one", "other", "person"), SAME.values(), ids=SAME.keys())
def test_one_person_has_one_id_in_every_article(one: str, other: str, person: str) -> None:
    """Colours, the next quote by the same speaker, and search by name go by this id."""
    for name in (one, other):
        assert [p.id for p in find_people(segment(f"There {name} said no.")).persons] == [person]


def test_an_office_holder_by_surname_alone_has_the_full_name() -> None:
    assert find_people(segment("Then Obama said no.")).persons[0].name == "Barack Obama"


def test_an_everyday_surname_alone_is_nobody() -> None:
    assert not find_people(segment("Then Price said no.")).persons


@pytest.fixture
def _nobody_known(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A gazetteer without a single entry."""
    caches = (register._known_names, register._known_surnames)
    for cached in caches:
        cached.cache_clear()
    monkeypatch.setattr(register, "gazetteer", dict)
    monkeypatch.setattr(register, "terms", dict)
    monkeypatch.setattr(people_module, "terms", dict)
    yield
    for cached in caches:
        cached.cache_clear()


UNLISTED = {
    "Defense Secretary Ash Carter said no. Carter left.": ("Ash Carter", "Defense Secretary", "washington"),
    "Iraqi Prime Minister Haider al-Abadi said no.": ("Haider al-Abadi", "Iraqi Prime Minister", "baghdad"),
    "Sen. John McCain, R-Ariz., said no.": ("John McCain", "Sen.", "washington"),
    "White House spokeswoman Jen Psaki said no.": ("Jen Psaki", "White House spokeswoman", "washington"),
    "Iranian Foreign Minister Javad Zarif said no.": ("Javad Zarif", "Iranian Foreign Minister", "tehran"),
}


@pytest.mark.usefixtures("_nobody_known")
@pytest.mark.parametrize(("text", "expected"), UNLISTED.items(), ids=UNLISTED.keys())
def test_the_words_suffice_without_the_gazetteer(text: str, expected: tuple[str, str, str]) -> None:
    """Tomorrow's minister is in no list today, and gets the same care."""
    assert [(p.name, p.role, p.side) for p in find_people(segment(text)).persons] == [expected]


@given(st.text(alphabet="AbC dé.,'’“”\"\n-JoePPoe", max_size=120))
def test_any_text_has_people_inside_it(text: str) -> None:
    """Odd text costs a fact at most, never the article."""
    found = find_people(segment(text))
    assert [mention.span for mention in found.mentions] == sorted(mention.span for mention in found.mentions)
    assert {mention.person for mention in found.mentions} == set(found.persons)
