"""Reported speech: the clause, its cue and its speaker are marked in each example."""

from __future__ import annotations

import pytest

from iraqreader.extract.people import find_people
from iraqreader.extract.quotes import find_quotes
from iraqreader.extract.segment import segment
from tests.marked import read_marked

EXAMPLES = {
    "that": "{speaker:Lee} {cue:said} that {clause:the troops would leave}.",
    "no that": "{speaker:Lee} {cue:said} {clause:the troops would leave}.",
    "who was told": "{speaker:Lee} {cue:told} reporters on Monday that {clause:the troops would leave}.",
    "the speaker last": "{clause:The troops would leave}, {speaker:officials} {cue:told} the paper on Monday.",
    "inverted": "{clause:The troops would leave}, {cue:said} {speaker:Lee}, who was in Basra.",
    "according to": "{cue:According to} {speaker:the report}, {clause:the troops would leave}.",
    "according to, last": "{clause:The troops would leave}, {cue:according to} {speaker:the report}.",
    "a wish": "{speaker:Lee} {cue:wants} {clause:the troops out}.",
    "between name and cue": "{speaker:Lee}, the defense secretary, {cue:said} {clause:the troops would leave}.",
    "a relative clause between": "{speaker:Lee}, who was in Basra, {cue:said} {clause:the troops would leave}.",
    "beside a quotation": "“We go,” {speaker:Lee} said, {cue:adding} that {clause:the troops would leave}.",
    "a headline": "{speaker:Lee}{cue::} {clause:We go in the spring}",
    "said on a day, with an adverb": "{speaker:Officials} {cue:stated} publicly Monday {clause:they would leave Basra}.",
    "said somewhere": "{speaker:Lee} {cue:said} in an interview {clause:they would leave Basra}.",
    "a denial": "{speaker:Officials} on Monday {clause:did not want to discuss the plan}.",
    "a refusal": "{speaker:Lee} {clause:declined to say how many would stay}.",
    "the subject after but": "It has planes to use, but {speaker:Basra} {cue:said} {clause:they are too few}.",
    "a country with points": "{speaker:The U.S.} also {cue:said} {clause:the bases would close}.",
    "a clause in a clause": "{speaker:Lee} {cue:said} that {clause:he is asking Basra about new bases}.",
    "a passive": "The plan was {cue:praised} by {speaker:Lee} {clause:as a start}.",
}


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_the_clause_that_was_said(example: str) -> None:
    """A clause cut wrong puts the reporter's words into the speaker's mouth."""
    marked = read_marked(example)
    document = segment(marked.text)
    found = [quote for quote in find_quotes(document, find_people(document)) if quote.kind == "reported"]
    assert len(found) == 1
    assert found[0].speaker is not None
    assert [found[0].span.of(marked.text)] == marked.words("clause")
    if marked.words("cue"):  # a denial stands inside the clause with its cue
        assert found[0].cue is not None
        assert [found[0].cue.of(marked.text)] == marked.words("cue")
    assert [found[0].speaker.span.of(marked.text)] == marked.words("speaker")


@pytest.mark.parametrize(
    "text",
    [
        "The troops left Basra on Monday.",
        "They voted to support the bill.",
        "Lee said the troops would “leave for good.”",
        "The calls for the new state rules went on.",
        "The soldiers are there to train and advise Iraqi forces.",
        "They will train, advise and assist.",
        "He met fighters of the Front, also known as the Band.",
        "The marches were held on Friday to criticize the army.",
        "But the people of Basra want them.",
        "Lee confirmed Monday in a meeting with the minister.",
        "The embassy gave no answer to further inquires.",
        "Update: The bases in Basra are closed.",
        "Editor's Note: The bases in Basra are closed.",
    ],
)
def test_nothing_is_reported(text: str) -> None:
    """Deeds, wishes by the way, and clauses with marks in them are not reported speech."""
    document = segment(text)
    assert [quote for quote in find_quotes(document, find_people(document)) if quote.kind == "reported"] == []
