"""Three small articles with every kind of fact, for the tests of the app; their answers are marked in them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from iraqreader.articles import Held
from iraqreader.library import Library
from iraqreader.model import (
    Article,
    DateRange,
    Evidence,
    Furniture,
    Mention,
    Person,
    Published,
    Publisher,
    Quote,
    Reason,
    Span,
    Speaker,
    Stance,
    TroopCount,
)
from tests.marked import Marked, read_marked

if TYPE_CHECKING:
    from iraqreader.model import DateBasis

PERSONS = {
    "holt": Person("lena-holt", "Lena Holt", "Defense Secretary", "washington"),
    "amin": Person("karim-al-amin", "Karim al-Amin", "government spokesman", "baghdad"),
}

FILLER = "\n\n".join(
    f"Paragraph {number} tells of roads, rivers and bridges, and of a harvest that came late in the valley; it runs on "
    "for some lines so that a page of text is longer than any screen it may be shown on."
    for number in range(1, 15)
)

_IN_OTHER_WORDS = {
    "tells": "talks", "harvest": "wedding", "late": "soon", "runs": "goes", "lines": "pages", "longer": "larger",
    "screen": "window", "shown": "drawn",
}  # fmt: skip
OTHER_FILLER = re.sub("|".join(_IN_OTHER_WORDS), lambda word: _IN_OTHER_WORDS[word[0]], FILLER)
"""The same in other words, since articles of the same words are copies of one."""

FIRST = (
    "{boilerplate:Sign in to read more.}\n\n{title:Engineers asked for}\n\n"
    "{publisher:The Valley Post} reports: “{q_amin:We ask for engineers and for time,}” {by_amin:Karim al-Amin} said. "
    "{baghdad_expand:The government asks for engineers} and waits.\n\n"
    "About {headline_1200:1,200 U.S. troops} are there.\n\n"
    f"{FILLER}\n\n"
    "“{q_holt:Bridges come first,}” said {by_holt:Lena Holt}, the Defense Secretary. “{q_holt:Roads come second.}”\n"
)
SECOND = (
    "{title:Two figures for one valley}\n\n"
    "In {date:the spring of 2016}, {by_holt:Holt} said “{q_holt:we have {headline_3000:3,000} people in the valley}”, "
    "and {by_amin:al-Amin} spoke of {conflict_4000:more than 4,000}.\n\n"
    f"{OTHER_FILLER}\n\n“{{q_amin:We never said four,}}” {{by_amin:al-Amin}} said. {{bio:The author lives in the valley.}}\n"
)
THIRD = (
    "No one here is named. “{q_:The valley will wait}”, someone wrote on a wall.\n\n"
    "{washington_withdraw:The last engineers leave in May}.\n"
)


NO_DATE = DateRange(None, None)


def small_library() -> Library:
    """The three, in date order: 2014 (a window), 2016 (corrected) and 2020 to 2021."""
    return Library(
        Held(
            (
                article_of(FIRST, "first", DateRange(date(2014, 3, 1), date(2014, 3, 31)), "inferred"),
                article_of(SECOND, "second", DateRange(date(2016, 4, 5), date(2016, 4, 5)), "corrected"),
                article_of(THIRD, "third", DateRange(date(2020, 1, 1), date(2021, 6, 30)), "inferred"),
            )
        )
    )


def article_of(example: str, name: str = "one", days: DateRange = NO_DATE, basis: DateBasis = "unknown") -> Article:
    """An article of a marked text.

    Marks: title, publisher, date, boilerplate, bio; `by_holt` a mention, `q_holt` a quote by that person, `q_` by
    nobody named; `headline_1200` and `conflict_4000` troop counts; `baghdad_expand` evidence of a stance.
    """
    marked = read_marked(example)
    return Article(
        id=name,
        path=f"{name}.txt",
        text=marked.text,
        title=_first(marked, "title"),
        publisher=Publisher(span.of(marked.text), span) if (span := _first(marked, "publisher")) else None,
        published=Published(days, basis, tuple(Reason("said in the text", span) for _, span in _all(marked, "date"))),
        furniture=tuple(
            [Furniture(span, "boilerplate", "test") for _, span in _all(marked, "boilerplate")]
            + [Furniture(span, "bio", "test") for _, span in _all(marked, "bio")]
        ),
        paragraphs=_paragraphs(marked.text),
        people=tuple(PERSONS.values()),
        mentions=tuple(Mention(span, "name", PERSONS[who]) for who, span in _all(marked, "by")),
        quotes=tuple(_quote(marked, who, span) for who, span in _all(marked, "q")),
        troops=tuple(_counts(marked)),
        stances=tuple(
            Stance(side, label, (Evidence(span, label, None, "a_test_rule"),))  # type: ignore[arg-type] # from the mark
            for side in ("washington", "baghdad")
            for label, span in _all(marked, side)
        ),
    )


def _all(marked: Marked, kind: str) -> list[tuple[str, Span]]:
    """What follows the kind in each label of that kind, and its span."""
    parts = [(label.partition("_"), span) for label, span in marked.spans]
    return [(rest, span) for (head, _, rest), span in parts if head == kind]


def _first(marked: Marked, kind: str) -> Span | None:
    return next((span for _, span in _all(marked, kind)), None)


def _paragraphs(text: str) -> tuple[Span, ...]:
    starts = [(text.index(line), line) for line in text.split("\n") if line.strip()]
    return tuple(Span(start, start + len(line)) for start, line in starts)


def _quote(marked: Marked, who: str, span: Span) -> Quote:
    if not who:
        return Quote(span, "direct", None, None, "no_speaker_test_rule")
    named = min((by for name, by in _all(marked, "by") if name == who), key=lambda by: abs(by.start - span.end))
    person = PERSONS[who]
    speaker = Speaker(named, person.name, person.role, person.side, person.id)
    return Quote(span, "direct", speaker, None, "a_test_rule")


def _counts(marked: Marked) -> list[TroopCount]:
    conflict = bool(_all(marked, "conflict"))
    kinds = [
        (number, span, headline) for headline in ("headline", "conflict") for number, span in _all(marked, headline)
    ]
    return [
        TroopCount(
            span=span,
            low=int(number),
            high=None,
            qualifier="about" if kind == "headline" else "more_than",
            whose="us",
            where="Iraq",
            status="current",
            as_of=DateRange(None, None),
            speaker=None,
            headline=kind == "headline",
            conflict=conflict,
            rule="a_test_rule",
        )
        for number, span, kind in kinds
    ]
