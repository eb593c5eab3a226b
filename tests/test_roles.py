"""What someone does, beside the name, and whom that speaks for."""

from __future__ import annotations

import pytest

from iraqreader.extract.people import find_people
from iraqreader.extract.people.sides import find_side
from iraqreader.extract.segment import segment

ROLES = {
    "a title": ("Defense Secretary Ann Poe said no.", "Defense Secretary"),
    "an office with of": ("Secretary of State Ann Poe said no.", "Secretary of State"),
    "an office with for": (
        "U.N. High Commissioner for Human Rights Ann Poe said no.",
        "U.N. High Commissioner for Human Rights",
    ),
    "small letters before": (
        "So said White House deputy press secretary Ann Poe.",
        "White House deputy press secretary",
    ),
    "after, with an article": (
        "Ann Poe, a Gulf expert at the Center for Strategy, said no.",
        "Gulf expert at the Center for Strategy",
    ),
    "after, with an age": ("Ann Poe, 45, a teacher in Mosul, said no.", "teacher in Mosul"),
    "before, set apart": ("The top U.S. commander in Iraq, Lt. Gen. Ann Poe, said no.", "top U.S. commander in Iraq"),
    "an office before a rank": ("Pentagon spokesman Col. Ann Poe said no.", "Pentagon spokesman"),
    "an office with of, and a rank": (
        "Chairman of the Joint Chiefs of Staff Gen. Ann Poe said no.",
        "Chairman of the Joint Chiefs of Staff",
    ),
    "a rank alone": ("Army Col. Ann Poe said no.", "Army Col."),
    "a seat": ("Ann Poe, R-Ariz., said no.", "R-Ariz."),
    "what one is before what one was": ("Former ambassador Ann Poe left. Gulf envoy Ann Poe said no.", "Gulf envoy"),
    "courtesy is no role": ("Mrs. Ann Poe said no.", None),
    "another's clause is no role": ("With a new adviser, Ann Poe left.", None),
}


@pytest.mark.parametrize(("text", "role"), ROLES.values(), ids=ROLES.keys())
def test_the_role_is_what_the_article_says(text: str, role: str | None) -> None:
    """The panel shows who speaks and in what capacity; a wrong one misleads about the weight of the words."""
    assert [person.role for person in find_people(segment(text)).persons] == [role]


SIDES = {
    "a nationality": ("Iraqi prime minister", "baghdad"),
    "an American office": ("Pentagon spokesman", "washington"),
    "a seat in Congress": ("Sen.", "washington"),
    "a party's seat": ("D-Mich.", "washington"),
    "a state's senate is no Congress": ("state Senate candidate", None),
    "the first word decides": ("U.S. ambassador to Iraq", "washington"),
    "where someone sits does not": ("spokesman for Iraq's embassy in Washington", "baghdad"),
    "a scholar of it is not of it": ("adjunct fellow with the Washington Institute", "analyst"),
    "a newspaper named after a town": ("Washington Post", None),
    "Kurds": ("Peshmerga commander", "erbil"),
    "Iran": ("Quds Force commander", "tehran"),
    "the alliance": ("NATO spokesman", "nato"),
    "part of a longer word": ("African-American actor", None),
    "backed by it is not of it": ("commander of U.S.-backed Syrian forces", "damascus"),
    "a cleric is no government": ("Iraq's top Shiite cleric", "clerics"),
    "a private person": ("Iraqi teacher", None),
    "nobody's": ("a trader", None),
}


@pytest.mark.parametrize(("words", "side"), SIDES.values(), ids=SIDES.keys())
def test_the_side_comes_from_the_words(words: str, side: str | None) -> None:
    """Stances are summed by side: an analyst counted for Washington would give it a position that it never took."""
    assert find_side(words) == side


CONTEXT = {
    "whose spokesman, said before": (
        "A spokesman for the Iraqi army said so. Later spokesman Ann Poe said no.",
        "baghdad",
    ),
    "whose spokesman, by its possessive": (
        "The Iraqi army's spokesman told them so. Later spokesman Ann Poe said no.",
        "baghdad",
    ),
    "what the sentence begins with": ("In a briefing at the White House, spokeswoman Ann Poe said no.", "washington"),
    "a president without a country": ("President Ann Poe said no.", "washington"),
    "a president with a country": ("Iraqi President Ann Poe said no.", "baghdad"),
    "whose minister, said before": ("Iraq's prime minister said so. Later Prime Minister Ann Poe said no.", "baghdad"),
    "nothing": ("Ann Poe said no.", None),
}


@pytest.mark.parametrize(("text", "side"), CONTEXT.values(), ids=CONTEXT.keys())
def test_a_bare_role_takes_its_side_from_the_text(text: str, side: str | None) -> None:
    """A spokesman is introduced once; where the paper leaves out whose he is, the reader still knows."""
    assert find_people(segment(text)).persons[-1].side == side
