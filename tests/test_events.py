"""A slip in the table of events would stop the reader on the one article that tells of the event."""

from __future__ import annotations

import pytest

from iraqreader.lexicon.events import Election, Event, campaigns, elections, events, told_in

TOLD = [*events(), *elections()]

SENTENCES = {
    "the fall of Mosul": (
        "The city of Mosul fell to the militants within hours.",
        "Officers captured a bomb maker in Mosul on patrol.",
    ),
    "the killing of Qassem Soleimani": (
        "The drone strike that killed Gen. Soleimani angered lawmakers.",
        "Soleimani flew to Baghdad and met militia leaders.",
    ),
    "the name Islamic State, taken in June 2014": (
        "Fighters of the Islamic State held the town.",
        "They want to found an Islamic state with its own courts.",
    ),
    "Russia's first strikes in Syria": (
        "Russian warplanes struck rebels in Syria again.",
        "Russia opposes strikes on Syria, its envoy said.",
    ),
    "the death of Osama bin Laden": (
        "It was the first such video since the death of Osama bin Laden.",
        "An aide of Osama bin Laden was caught near the border.",
    ),
}


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.name)
def test_every_row_can_be_looked_for(told: Event | Election) -> None:
    """Anchors are compared with lower case; patterns must compile, and an event cannot end before it begins."""
    assert told.anchors
    assert all(anchor == anchor.lower() for anchor in told.anchors)
    told_in(told, " ".join(told.anchors))
    if isinstance(told, Event) and told.until:
        assert told.day <= told.until


@pytest.mark.parametrize(("name", "sentences"), SENTENCES.items(), ids=SENTENCES)
def test_an_event_is_told_from_its_likes(name: str, sentences: tuple[str, str]) -> None:
    """The same place or person in another story must not date the article."""
    event = next(event for event in events() if event.name == name)
    assert [told_in(event, sentence) for sentence in sentences] == [True, False]


def test_runs_for_office_are_in_order() -> None:
    """A run that ends before it begins would make every window empty."""
    assert all(run.end and run.start < run.end for runs in campaigns().values() for run in runs)
