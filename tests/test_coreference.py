"""Whom the words beside a reporting word stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.extract.people import find_people, resolve_speaker
from iraqreader.extract.segment import segment
from iraqreader.model import Quote, Span, Speaker
from tests.marked import read_marked

SPEAKERS = {
    "a surname": ("Ann Poe came. “{quote:No},” {said:Poe} said.", "Ann Poe"),
    "a name with its title": ("“{quote:No},” {said:Army Col. Ann Poe} said.", "Ann Poe"),
    "a title that runs on": ("“{quote:No},” {said:Commissioner for Human Rights Ann Poe} said.", "Ann Poe"),
    "a possessive": ("In {said:Ann Poe's} view it was “{quote:no}.”", "Ann Poe"),
    "a name beside a role": ("“{quote:No},” said {said:a spokesman for Bob Doe, Ann Poe}.", "Ann Poe"),
    "a spokesman is not his chief": (
        "Bob Doe left. “{quote:No},” said {said:a spokesman for Doe}.",
        "a spokesman for Doe",
    ),
    "he, who spoke last": ("Bob Doe said no. “{quote:Never},” {said:he} said.", "Bob Doe"),
    "he, not her": ("Bob Doe said no. Ann Poe agreed. “{quote:Never},” {said:he} said.", "Bob Doe"),
    "she, the subject before": ("Ann Poe spoke after Sue Doe. “{quote:Never},” {said:she} said.", "Ann Poe"),
    "he, through another he": ("Bob Doe left. He told Tim Poe so. “{quote:Never},” {said:he} said.", "Bob Doe"),
    "he, over names inside the quote": ("Bob Doe said: “Tim Poe lies.” “{quote:Never},” {said:he} said.", "Bob Doe"),
    "he, whom the quote does not name": (
        "Bob Doe met Tim Poe. Tim Poe left. “{quote:Poe lies},” {said:he} said.",
        "Bob Doe",
    ),
    "he, just introduced": ("This worries Bob Doe, head of a bank. “{quote:Never},” {said:he} said.", "Bob Doe"),
    "nobody before": ("“{quote:Never},” {said:he} said.", "he"),
    "the general, by rank": ("Lt. Gen. Bob Doe met Sen. Tim Poe. “{quote:No},” {said:the general} said.", "Bob Doe"),
    "the senator, by a short title": (
        "Lt. Gen. Bob Doe met Sen. Tim Poe. “{quote:No},” {said:the senator} said.",
        "Tim Poe",
    ),
    "the prime minister": (
        "Iraqi Prime Minister Ali Poe met Gen. Tim Doe. “{quote:No},” {said:the prime minister} said.",
        "Ali Poe",
    ),
    "the governor of another state": (
        "Bob Doe met Ohio Gov. Tim Poe. “{quote:No},” {said:the Indiana governor} said.",
        "Bob Doe",
    ),
    "an epithet": ("Bob Doe spoke in Ohio. “{quote:No},” {said:the New York businessman} said.", "Bob Doe"),
    "a spokesman who is named later": (
        "“{quote:No},” {said:a spokesman for the embassy} said. So said Ali Poe, the spokesman.",
        "Ali Poe",
    ),
    "a spokesman in other words": (
        "A spokesman for Iraq's embassy said so. So said Ali Poe, the spokesman. “{quote:No},” said {said:a spokesman for the Iraqi embassy}.",
        "Ali Poe",
    ),
    "a spokesman for others": (
        "A spokesman for Iraq's embassy said so. So said Ali Poe, the spokesman. “{quote:No},” said {said:a spokesman for the Iraqi army}.",
        "a spokesman for the Iraqi army",
    ),
    "a name beside the words": (
        "“{quote:No},” said {said:the firm's chief executive}, Ann Poe, to Bob Doe.",
        "Ann Poe",
    ),
    "the former president": (
        "Former president Bob Poe met President Tim Doe. “{quote:No},” {said:the former president} said.",
        "Bob Poe",
    ),
    "the commission": (
        "It asked the Commission on Odd Poems. “{quote:No},” {said:the commission} said.",
        "Commission on Odd Poems",
    ),
    "officials": ("“{quote:No},” {said:U.S. officials} said.", "U.S. officials"),
    "a body": ("“{quote:No},” {said:the Pentagon} said.", "Pentagon"),
    "a body in small letters": ("“{quote:No},” {said:the Poe campaign} said.", "Poe campaign"),
    "a group is no body": ("“{quote:No},” {said:Some Democrats} said.", "Some Democrats"),
    "a statement of a body": (
        "The White House issued a statement. “{quote:No},” {said:the statement} said.",
        "White House",
    ),
    "a statement of a person": ("Ann Poe answered with {said:a statement} saying “{quote:no}.”", "Ann Poe"),
    "a survey is nobody's": ("A survey came after Ann Poe left. “{quote:No},” {said:the survey} said.", "the survey"),
    "a body by its kind": ("The Poe Times asked. “{quote:No},” {said:the newspaper} said.", "Poe Times"),
    "which": ("They asked the Poe Institute, {said:which} said “{quote:no}.”", "Poe Institute"),
    "who": ("They asked Ann Poe, {said:who} said “{quote:no}.”", "Ann Poe"),
    "his office": ("Bob Doe came. “{quote:No},” {said:his office} said.", "Bob Doe"),
}


@pytest.mark.parametrize(("example", "name"), SPEAKERS.values(), ids=SPEAKERS.keys())
def test_the_words_stand_for_the_right_one(example: str, name: str) -> None:
    """Words given to the wrong person are the worst thing that a reader of quotes can show."""
    marked = read_marked(example)
    spans = dict(marked.spans)
    speaker = resolve_speaker(find_people(segment(marked.text)), spans["said"], spans["quote"], ())
    assert (speaker.name, speaker.span) == (name, spans["said"])


def _after(example: str, speaker: Speaker) -> Speaker:
    marked = read_marked(example)
    spans = dict(marked.spans)
    before = Quote(spans["before"], "direct", speaker, None, "test")
    return resolve_speaker(find_people(segment(marked.text)), spans["said"], spans["quote"], (before,))


def test_a_body_goes_on_as_it() -> None:
    pentagon = Speaker(Span(0, 3), "Pentagon", None, "washington", "pentagon")
    assert _after("The Pentagon said “{before:no}.” “{quote:Never},” {said:it} added.", pentagon).name == "Pentagon"


def test_someone_unnamed_is_known_again() -> None:
    """ "The spokesman" goes on as "a spokesman for the ministry", with whose he is."""
    unnamed = Speaker(Span(0, 3), "an Iraqi spokesman", None, "baghdad", None)
    again = _after("An Iraqi spokesman said “{before:no}.” “{quote:Never},” {said:the spokesman} added.", unnamed)
    assert (again.name, again.side) == ("an Iraqi spokesman", "baghdad")


def test_bare_officials_are_those_named_before() -> None:
    marked = read_marked("U.S. officials met. “{quote:No},” {said:officials} said.")
    spans = dict(marked.spans)
    speaker = resolve_speaker(find_people(segment(marked.text)), spans["said"], spans["quote"], ())
    assert (speaker.side, speaker.person) == ("washington", None)


@given(st.text(alphabet="abAP .,'“”\"\nhesit", max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_any_words_have_a_speaker(text: str, one: int, other: int) -> None:
    """Garbled text gives a name that is in it, and no error."""
    mention = Span(min(one, other, len(text)), min(max(one, other), len(text)))
    assert resolve_speaker(find_people(segment(text)), mention, Span(0, 0), ()).span == mention
