"""Every fact about an article, as frozen data.

A text is decoded once and never edited. Facts point into it with spans: 0-based, half-open, in Unicode code points,
so that `article.text[span.start:span.end]` is what the reader shows and what the export says. What the text does not
give is `None` or an empty tuple; it is never a default that looks like an answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date

Side = str
"""`washington`, `baghdad`, or another side by name (`tehran`, `erbil`, `nato`, …)."""

DateBasis = Literal["stated", "corrected", "inferred", "unknown"]
FurnitureKind = Literal["front_matter", "boilerplate", "editors_note", "byline", "bio", "related"]
MentionKind = Literal["name", "pronoun", "nominal"]
QuoteKind = Literal["direct", "reported"]
Qualifier = Literal["exact", "about", "more_than", "at_least", "up_to", "fewer_than", "range"]
Whose = Literal["us", "iraqi", "nato", "coalition", "foreign", "other"]
Status = Literal["current", "past", "planned", "requested", "withdrawn"]
StanceLabel = Literal["expand", "keep", "noncommittal", "limit", "withdraw"]

YOURS = "yours"
"""The `rule` of a fact that the user corrected."""


class Span(NamedTuple):
    """A half-open stretch of an article's text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


class DateRange(NamedTuple):
    """Days from `earliest` to `latest`, both included; None where that end is open."""

    earliest: date | None
    latest: date | None


class Reason(NamedTuple):
    """One reason for a date: what it says, in plain words, and the text it rests on."""

    note: str
    span: Span


class Published(NamedTuple):
    """When the article came out: one day, a window, or unknown, always with its reasons."""

    range: DateRange
    basis: DateBasis
    reasons: tuple[Reason, ...] = ()


class Publisher(NamedTuple):
    """The outlet, and the words that name it."""

    name: str
    span: Span


class Furniture(NamedTuple):
    """Text of the page that is not the report."""

    span: Span
    kind: FurnitureKind
    rule: str


class Person(NamedTuple):
    """Someone, or an office or body, that the article names; as this article gives them.

    `id` is the same in every article for someone the gazetteer knows, and else made from the full name.
    """

    id: str
    name: str
    role: str | None = None
    side: Side | None = None


class Mention(NamedTuple):
    """Words that name someone. `person` is None where the text leaves open whom."""

    span: Span
    kind: MentionKind
    person: Person | None = None


class Speaker(NamedTuple):
    """Whom a quote is given to: the mention nearest the quote, and who that is.

    `name` is the full name once resolved within the article, else the words of the mention. `person` is the id of a
    `Person`, or None where the mention resolves to nobody in particular ("officials").
    """

    span: Span
    name: str
    role: str | None = None
    side: Side | None = None
    person: str | None = None


class Quote(NamedTuple):
    """Words given to someone: `direct` in marks (marks excluded), or `reported` without.

    `rule` names the rule that found the speaker, or found that there is none.
    """

    span: Span
    kind: QuoteKind
    speaker: Speaker | None
    cue: Span | None
    rule: str


class TroopCount(NamedTuple):
    """A number of soldiers. `low` is the number stated; `high` is the other end of a range, else None."""

    span: Span
    low: int
    high: int | None
    qualifier: Qualifier
    whose: Whose
    where: str | None
    status: Status
    as_of: DateRange
    speaker: str | None
    headline: bool
    conflict: bool
    rule: str


class Evidence(NamedTuple):
    """One piece of text that shows what a side wants, read by itself."""

    span: Span
    label: StanceLabel
    speaker: str | None
    rule: str


class Stance(NamedTuple):
    """What a side wants of the U.S. military presence in Iraq, as the article reports it. Never without evidence."""

    side: Side
    label: StanceLabel
    evidence: tuple[Evidence, ...]


class Article(NamedTuple):
    """A text and every fact found in it, each kind in text order (stances: Washington, Baghdad, then by name).

    `as_read` is the article as the rules alone read it, where the user corrected something; else None.
    """

    id: str
    path: str
    text: str
    title: Span | None
    publisher: Publisher | None
    published: Published
    furniture: tuple[Furniture, ...]
    paragraphs: tuple[Span, ...]
    people: tuple[Person, ...]
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]
    troops: tuple[TroopCount, ...]
    stances: tuple[Stance, ...]
    as_read: Article | None = None

    @property
    def headline_troops(self) -> TroopCount | None:
        """The current number of U.S. troops in Iraq that a reader would put in a table."""
        return next((count for count in self.troops if count.headline), None)

    @property
    def own_date(self) -> bool:
        """Whether the date is the user's."""
        return self.as_read is not None and self.as_read.published != self.published

    def stance(self, side: Side) -> Stance | None:
        """What the article reports of that side, if anything."""
        return next((stance for stance in self.stances if stance.side == side), None)

    def person(self, person_id: str) -> Person | None:
        """The person of that id, if the article names them."""
        return next((person for person in self.people if person.id == person_id), None)
