"""Who said what stands in marks: one example for each rule, with its answer inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iraqreader.extract.people import find_people
from iraqreader.extract.quotes import find_quotes
from iraqreader.extract.quotes.direct import RULES
from iraqreader.extract.segment import segment
from tests.marked import read_marked

if TYPE_CHECKING:
    from iraqreader.model import Quote, Span

# Name of the rule, then the text. The last quotation is the one that the rule decides.
EXAMPLES = (
    ("label-inside", "The show went on.\n“{quote:{speaker:CARTER}: We will go in the spring.}”"),
    ("label", "{speaker:Ann Lee}: “{quote:We will go in the spring.}”"),
    ("label", "The bases may close - {speaker:Ann Lee}: “{quote:We will go in the spring.}”"),
    ("cue-before", "{speaker:Ann Lee} {cue:said}: “{quote:We will go in the spring.}”"),
    ("called", "What {speaker:Lee} {cue:called} “{quote:a mess,}” the minister praised."),
    ("cue-before", "{speaker:Lee} called it off, but {cue:said} “{quote:we will be back.}”"),
    ("called", "{speaker:Ann Lee} went to Basra on Monday, {cue:saying} “{quote:we will be back.}”"),
    ("cue-before", "As {speaker:Lee} {cue:puts it}, “{quote:the door is open to them.}”"),
    ("cue-right-after", "“{quote:We will go in the spring,}” {cue:said} {speaker:Ann Lee}, the secretary."),
    (
        "cue-right-after",
        "“{quote:We will go in the spring,}” {speaker:Ann Lee}, the defense secretary, {cue:said} Monday.",
    ),
    (
        "cue-right-after",
        "“{quote:We will go in the spring,}” {speaker:a spokesman for the embassy} {cue:told} reporters.",
    ),
    ("cue-right-after", "“{quote:We will go in the spring,}” {cue:according to} {speaker:the report}."),
    ("cue-right-after", "''{quote:We will go in the spring,}'' {speaker:he} {cue:said}."),
    ("cue-right-after", "“{quote:We will go in the spring,}” [{cue:says} {speaker:Ann Lee}, the leader]."),
    ("cue-after-stop", "“{quote:Will we go in the spring?}” {speaker:Lee} {cue:asked} on Monday."),
    ("speaker-right-after", "“{quote:We will go in the spring,}” {speaker:Lee} {cue:}smirked."),
    ("by-whom", "They wanted no part of the “{quote:direct action}” {cue:promised} by {speaker:the Pentagon}."),
    ("cue-before", "{speaker:Lee} {cue:said} the plan was, in the end, “{quote:a mess}” for them."),
    ("cue-before", "{speaker:Ann Lee} {cue:said} she hoped to see “{quote:a better year.}”"),
    ("cue-before", "{speaker:Lee}, whom the Post praised in May, {cue:said} the plan was “{quote:a mess.}”"),
    (
        "cue-closing",
        "They want no bases that “{quote:serve as a second home}” for the fleet, {speaker:Lee} {cue:said}.",
    ),
    ("wish-before", "{speaker:Lee} {cue:hopes} for “{quote:a better year.}”"),
    ("cue-later", "The “{quote:mess}” was how {speaker:Lee} {cue:saw} it."),
    ("colon", "{speaker:Lee} was sure on Monday: “{quote:We will go in the spring.}”{cue:}"),
    ("signed", "“{quote:We will go in the spring.}” — {speaker:Ann Lee}, engineer{cue:}"),
    ("signed-below", "“{quote:We will go in the spring.}”\n{speaker:Ann Lee}, Daily Bugle{cue:}"),
    ("goes-on", "{speaker:Lee} {cue:said}, “We go.\n“{quote:We go in the spring.}”"),
    ("whose-words", "They were angry at {speaker:his} remark on Sunday that “{quote:they will never go.}”{cue:}"),
    ("goes-on", "“We go,” {speaker:Lee} {cue:said}. “{quote:We go in the spring.}”"),
    ("goes-on", "{speaker:Lee} was in Basra.\n“{quote:We go in the spring.}”{cue:}"),
    ("goes-on", "“We go,” {speaker:Lee} {cue:said}. Instead, “{quote:we go in the spring.}”"),
    ("goes-on-with-subject", "“We go,” {speaker:Lee} {cue:said}. The bases are “{quote:closed for good.}”"),
    ("subject", "{speaker:Lee} went to Basra with a plan for “{quote:a spring without any war.}”{cue:}"),
)


def last_quote(text: str) -> Quote:
    """The last direct quotation of a text."""
    document = segment(text)
    return [quote for quote in find_quotes(document, find_people(document)) if quote.kind == "direct"][-1]


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{number}-{rule}" for number, (rule, _) in enumerate(EXAMPLES)]
)
def test_each_rule_names_the_speaker(rule: str, example: str) -> None:
    """A wrong speaker is the worst that a reader of quotations can be told."""
    marked = read_marked(example)
    quote = last_quote(marked.text)
    assert quote.speaker is not None
    assert (quote.rule, quote.span, quote.speaker.span) == (
        rule,
        answer(marked.spans, "quote"),
        answer(marked.spans, "speaker"),
    )
    cue = answer(marked.spans, "cue")
    assert cue is None or cue.start == cue.end or quote.cue == cue


def test_every_rule_has_an_example() -> None:
    assert {name for name, _ in RULES} == {name for name, _ in EXAMPLES}


@pytest.mark.parametrize(
    "text",
    [
        "A so-called “surge” began.",
        "“We go in the spring of next year.”",
        "He slept on “The Art of Going” on the plane, on “Good Morning” and in the film “Heat.”",
    ],
)
def test_nobody_is_made_to_say_what_the_text_gives_to_nobody(text: str) -> None:
    """Scare quotes and titles are no quotations, and words without a speaker get none."""
    document = segment(text)
    assert all(
        quote.speaker is None for quote in find_quotes(document, find_people(document)) if quote.kind == "direct"
    )


def answer(spans: tuple[tuple[str, Span], ...], label: str) -> Span | None:
    """The span marked `label`, if there is one."""
    return next((span for name, span in spans if name == label), None)
