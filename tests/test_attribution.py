"""Each cue with the words that name its speaker: one example at least for each rule."""

from __future__ import annotations

import pytest

from iraqreader.extract.quotes.attribution import RULES, find_attributions
from iraqreader.extract.quotes.marks import find_stretches
from iraqreader.extract.quotes.noun_phrases import mention
from iraqreader.extract.quotes.shapes import find_shapes
from iraqreader.extract.segment import segment
from tests.marked import read_marked

# Name of the rule, then the text; the cue and the speaker that the rule finds for it are marked.
EXAMPLES = (
    ("according-to", "{cue:According to} {speaker:the report}, they go."),
    ("said-by", "He was {cue:called} a hero by {speaker:the minister}."),
    ("cue-then-speaker", "“We go,” {cue:said} {speaker:longtime radio voice Ann Lee}."),
    ("cue-then-speaker", "They will go, {cue:said} {speaker:Lee}, who was in Basra."),
    ("speaker-then-cue", "{speaker:Army Col. Ann Lee} {cue:said} they go."),
    ("speaker-then-cue", "{speaker:Rep. Ann Lee} (D-Ohio) has also {cue:said} they go."),
    ("speaker-then-cue", "{speaker:Bill de Blasio}, the mayor of New York, {cue:said} they go."),
    ("speaker-then-cue", "{speaker:Lee}, who was in Basra on Monday, {cue:said} they go."),
    ("speaker-then-cue", "{speaker:Lee}, whom the paper calls “a hawk,” {cue:argued} for it."),
    ("speaker-then-cue", "The top commander in Iraq, {speaker:Gen. Ann Lee}, {cue:told} the paper."),
    ("speaker-then-cue", "{speaker:The Clinton campaign's press secretary} {cue:said} they go."),
    ("speaker-then-cue", "{speaker:A spokesman for the embassy in Basra} {cue:said} they go."),
    ("speaker-then-cue", "{speaker:A poll} released Tuesday {cue:found} them gone."),
    ("speaker-then-cue", "In a statement {speaker:Lee} {cue:said} they go."),
    ("speaker-then-cue", "He met {speaker:the woman} who {cue:said} they go."),
    ("speaker-then-cue", "{speaker:Many} {cue:say} they go."),
    ("with-speaker", "The vote failed, with {speaker:Lee} {cue:calling} it a mess."),
    ("same-subject", "{speaker:Lee} went to Basra, {cue:adding} that they go."),
    ("same-subject", "{speaker:Lee} praised the plan but {cue:said} they go."),
    ("same-subject", "Speaking on Monday, {speaker:Lee} went on, {cue:saying} that they go."),
)


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{number}-{rule}" for number, (rule, _) in enumerate(EXAMPLES)]
)
def test_the_words_that_name_the_speaker(rule: str, example: str) -> None:
    """The wrong noun phrase before a cue gives a whole statement to the wrong side."""
    marked = read_marked(example)
    document = segment(marked.text)
    (shape,) = find_shapes(document, find_stretches(document))
    found = [
        (one.rule, shape.place(one.cue).of(marked.text), mention(shape, one.speaker).of(marked.text))
        for one in find_attributions(shape)
        if one.speaker
    ]
    assert (rule, *marked.words("cue"), *marked.words("speaker")) in found


def test_every_rule_has_an_example() -> None:
    assert {name for name, _ in RULES} == {name for name, _ in EXAMPLES}


def test_what_is_said_of_someone_is_not_said_by_him() -> None:
    """A passive has no speaker unless it names one: "Lee was told to go" are not Lee's words."""
    document = segment("Lee was told to go.")
    (shape,) = find_shapes(document, ())
    assert [(one.rule, one.speaker) for one in find_attributions(shape)] == [("passive", None)]


def test_words_within_words() -> None:
    """ "Lee said he hoped to go": what he hopes is part of what Lee says."""
    document = segment("Lee said he hoped to go.")
    (shape,) = find_shapes(document, ())
    assert [one.nested for one in find_attributions(shape)] == [False, True]
