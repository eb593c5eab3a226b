"""Quotations, direct and reported: their words, cue and speaker."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.extract.people import resolve_speaker
from iraqreader.extract.quotes.attribution import find_attributions
from iraqreader.extract.quotes.direct import Setting, Told, find_speaker
from iraqreader.extract.quotes.marks import find_stretches
from iraqreader.extract.quotes.noun_phrases import mention, signature, topic
from iraqreader.extract.quotes.reported import find_clauses
from iraqreader.extract.quotes.shapes import REACH, find_shapes
from iraqreader.extract.quotes.titles import names_something
from iraqreader.model import Quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqreader.extract.people import People
    from iraqreader.extract.quotes.attribution import Attribution
    from iraqreader.extract.quotes.shapes import Shape
    from iraqreader.extract.segment import Document
    from iraqreader.model import QuoteKind, Span, Speaker


class Draft(NamedTuple):
    """A quote before its speaker is resolved."""

    span: Span
    kind: QuoteKind
    told: Told | None
    rule: str


def find_quotes(report: Document, people: People) -> tuple[Quote, ...]:
    """Every quotation of the report, in text order: of two that begin together, the shorter first."""
    return tuple(sorted(_Reading(report, people).quotes(), key=lambda quote: quote.span))


class _Reading:
    """One pass over a report: what a paragraph takes over from the one before."""

    def __init__(self, report: Document, people: People) -> None:
        self.report = report
        self.people = people
        self.found: list[Quote] = []
        self.previous: Told | None = None
        self.before: Told | None = None
        self.signature: Span | None = None

    def quotes(self) -> list[Quote]:
        """Read the whole report."""
        text = self.report.text
        stretches = [stretch for stretch in find_stretches(self.report) if not names_something(text, stretch)]
        for shapes in _together(find_shapes(self.report, stretches)):
            for shape, self.signature in zip(shapes, _signatures(shapes), strict=True):
                self._read(shape)
        return self.found

    def _read(self, shape: Shape) -> None:
        attributions = find_attributions(shape)
        spoken = [one for one in attributions if one.speaker]
        direct = list(self._direct(shape, spoken))
        drafts = [*direct, *_reported(shape, attributions, direct)]
        around: list[Quote] = []
        for draft in sorted(drafts, key=lambda draft: (draft.span.start, -draft.span.end)):
            cue = draft.told.cue if draft.told else None
            quote = Quote(draft.span, draft.kind, self._speaker(draft), cue, draft.rule)
            around = [other for other in around if other.span.holds(quote.span)]
            if not any(_same_speaker(other, quote) for other in around):
                self.found.append(quote)
            if quote.kind == "reported":
                around.append(quote)
        self.before = self._sentence_before(shape, len(shape.letters), spoken)

    def _speaker(self, draft: Draft) -> Speaker | None:
        if draft.told is None or draft.told.speaker is None:
            return None
        return resolve_speaker(self.people, draft.told.speaker, draft.span, self.found)

    def _direct(self, shape: Shape, spoken: Sequence[Attribution]) -> Iterator[Draft]:
        self.quoted: dict[int, Told] = {}
        for letter, stretch in shape.stretches.items():
            begin, end = shape.sentence(letter)
            before = self._sentence_before(shape, begin, spoken) if begin else self.before
            near = _between(spoken, begin, letter + REACH)
            setting = Setting(shape, letter, begin, end, near, self.previous, self.signature, before)
            rule, told = find_speaker(setting) or ("nobody", None)
            if told or setting.whole:
                yield Draft(stretch.inner, "direct", told, rule)
            if told:
                self.previous = self.quoted[begin] = told

    def _sentence_before(self, shape: Shape, start: int, spoken: Sequence[Attribution]) -> Told | None:
        """Who speaks in the sentence that ends before letter `start`, or whom it is about."""
        begin, end = shape.sentence(max(start - 2, 0))
        if begin in self.quoted:
            return self.quoted[begin]
        colon = shape.letters[end - 1 : end] == ":"
        inside = [one for one in _between(spoken, begin, end) if colon or not (one.nested or one.subordinate)]
        phrase = inside[-1].speaker if inside else topic(shape, begin, end)
        return Told(mention(shape, phrase), shape.place(inside[-1].cue) if inside else None) if phrase else None


def _same_speaker(outer: Quote, inner: Quote) -> bool:
    """Whether a reported clause is listed already, as part of what the same words name the speaker of.

    "Lee said he opposes it" keeps both: another mention shows another act of speech.
    """
    if outer.speaker is None or inner.speaker is None or inner.kind != "reported":
        return False
    return outer.speaker.span == inner.speaker.span


def _between(attributions: Sequence[Attribution], begin: int, end: int) -> Sequence[Attribution]:
    """The attributions whose cue is one of letters `begin` to `end`."""
    first = bisect_left(attributions, begin, key=lambda one: one.cue)
    return attributions[first : bisect_left(attributions, end, key=lambda one: one.cue)]


def _together(shapes: Iterator[Shape]) -> Iterator[list[Shape]]:
    """Paragraphs that are nothing but a quotation with the one below them, whose name may stand under all of them."""
    run: list[Shape] = []
    for shape in shapes:
        run.append(shape)
        if not _is_quotation(shape):
            yield run
            run = []
    yield run


def _signatures(shapes: Sequence[Shape]) -> list[Span | None]:
    """For each paragraph that is nothing but a quotation, the name under it or under those that follow it."""
    found: list[Span | None] = []
    below: Span | None = None
    for shape in reversed(shapes):
        found.append(below if _is_quotation(shape) else None)
        below = signature(shape) or found[-1]
    return found[::-1]


def _is_quotation(shape: Shape) -> bool:
    return shape.letters in ("Q.", "Q..")


def _reported(shape: Shape, attributions: Sequence[Attribution], direct: Sequence[Draft]) -> Iterator[Draft]:
    quoted = {draft.told.cue for draft in direct if draft.told and draft.told.cue}
    for one, clause in find_clauses(shape, attributions, quoted):
        told = Told(mention(shape, one.speaker) if one.speaker else None, shape.place(one.cue))
        yield Draft(clause, "reported", told, one.rule)
