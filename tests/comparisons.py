"""Articles with just the facts that a comparison, a filter or a timeline looks at."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from iraqreader.model import (
    Article,
    DateRange,
    Evidence,
    Published,
    Publisher,
    Quote,
    Reason,
    Span,
    Speaker,
    Stance,
    StanceLabel,
    TroopCount,
)

if TYPE_CHECKING:
    from iraqreader.model import DateBasis, Qualifier, Side, Status

TEXT = "Pact of the valley\n\nThe Valley Post tells what was said of it, and by whom."
TITLE, WORDS = Span(0, 18), Span(42, 55)

SIGNS: dict[str, Qualifier] = {
    "~": "about",
    ">": "more_than",
    "≥": "at_least",
    "≤": "up_to",
    "<": "fewer_than",
    "–": "range",
}


def figure(
    shown: str, *, headline: bool = True, status: Status = "current", speaker: str | None = None, where: str = "Iraq"
) -> TroopCount:
    """A count as a table shows it: `~3,300`, `>4,000⚑`, `2,500–3,000`."""
    digits = shown.strip("".join(SIGNS) + "⚑").replace(",", "").split("–")
    qualifier: Qualifier = next((name for sign, name in SIGNS.items() if sign in shown), "exact")
    high = int(digits[1]) if len(digits) > 1 else None
    conflict, undated = "⚑" in shown, DateRange(None, None)
    return TroopCount(
        WORDS, int(digits[0]), high, qualifier, "us", where, status, undated, speaker, headline, conflict, "a_rule"
    )


def days(words: str) -> DateRange:
    """`2016-02-03`, `2016-02-03..2016-03-01`, `..2016-03-01`, `2016-02-03..`, and `` for nothing known."""
    first, between, last = words.partition("..")
    ends = [date.fromisoformat(end) if end else None for end in (first, last if between else first)]
    return DateRange(ends[0], ends[1])


def article(  # noqa: PLR0913 - each is a fact of its own
    name: str = "one",
    when: str = "",
    *,
    basis: DateBasis | None = None,
    reasons: tuple[str, ...] = (),
    troops: tuple[TroopCount, ...] = (),
    stances: dict[Side, StanceLabel] | None = None,
    quoted: tuple[Side | None, ...] = (),
    publisher: str | None = None,
    title: str | None = None,
) -> Article:
    """An article of these facts; `quoted` is the side of the speaker of each quote, `?` where nobody is named."""
    text = f"{title}\n\n{TEXT}" if title else TEXT
    return Article(
        id=name,
        path=f"{name}.txt",
        text=text,
        title=Span(0, len(title)) if title else None,
        publisher=Publisher(publisher, WORDS) if publisher else None,
        published=Published(
            days(when), basis or ("inferred" if when else "unknown"), tuple(Reason(note, WORDS) for note in reasons)
        ),
        furniture=(),
        paragraphs=(TITLE, Span(20, len(TEXT))),
        people=(),
        mentions=(),
        quotes=tuple(_quote(side) for side in quoted),
        troops=troops,
        stances=tuple(
            Stance(side, label, (Evidence(WORDS, label, None, "a_rule"),)) for side, label in (stances or {}).items()
        ),
    )


def _quote(side: Side | None) -> Quote:
    speaker = None if side == "?" else Speaker(WORDS, "Someone", None, side, None)
    return Quote(WORDS, "direct", speaker, None, "a_rule")


FIGURES = ("", "3,700", "~3,300", ">4,000", "≥500", "≤500", "<9", "2,500–3,000", "3,700⚑")
WHENS = ("", "2014-06-11", "2016-02-03..2016-03-01", "..2016-03-01", "2015-01-01..", "2014-01-01..2021-12-31")


@st.composite
def articles(draw: st.DrawFn) -> list[Article]:
    """Some articles, each with any of the facts or without."""
    labels: st.SearchStrategy[StanceLabel] = st.sampled_from(("expand", "keep", "noncommittal", "limit", "withdraw"))
    sides = st.sampled_from(("washington", "baghdad", "tehran", "erbil"))
    return [
        article(
            f"article-{number}",
            draw(st.sampled_from(WHENS)),
            troops=tuple(figure(shown) for shown in [draw(st.sampled_from(FIGURES))] if shown),
            stances=draw(st.dictionaries(sides, labels, max_size=3)),
            quoted=tuple(draw(st.lists(st.sampled_from(("washington", "baghdad", "rome", None, "?")), max_size=3))),
            publisher=draw(st.sampled_from((None, "The Post", "Übersee"))),
            title=draw(st.sampled_from((None, "A pact", "Zwei Zahlen"))),
        )
        for number in range(draw(st.integers(0, 6)))
    ]
