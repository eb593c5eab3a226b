"""What each side wants of the U.S. military presence in Iraq, as the report shows it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.extract.segment import in_small_letters
from iraqreader.extract.stances.cores import may_have_core
from iraqreader.extract.stances.counted import read_counts
from iraqreader.extract.stances.officeholders import SIDES, side_of, side_of_speaker
from iraqreader.extract.stances.positions import find_positions
from iraqreader.extract.stances.tokens import Token, find_tokens
from iraqreader.model import Evidence, Span, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqreader.extract.people import People
    from iraqreader.extract.places import Places
    from iraqreader.extract.stances.positions import Position
    from iraqreader.model import DateRange, Published, Quote, Side, StanceLabel, TroopCount

LEAD = 3
"""Sentences at the head of a report that count double: news says first what matters."""
NOBODYS = 0.7
"""What a plan weighs that the report tells of soldiers without saying whose plan it is ("U.S. troops will leave")."""
TAIL = 0.6
"""Share of a report after which positions count half: news tells the background last."""
SHORT = 10
"""Sentences that a report may have before it has a background: a short one is all news."""
COUNTED = 0.7
"""What a plan weighs that is known by its number alone ("another 600 troops by March")."""
ENOUGH = 0.6
"""Evidence that weighs less than this in all shows no stance: one clause in the background alone does not."""

_IRAQ = re.compile("Iraq|Baghdad|IRAQ|BAGHDAD")
_DATELINE = re.compile(r"^\W*(?:BAGHDAD|MOSUL|IRBIL|ERBIL|BASRA|FALLUJAH|KIRKUK|TIKRIT)\b", re.MULTILINE)
_PRONOUNS = ("first", "he", "it", "third")
_AMERICAN = re.compile(
    r"U\.?S\b|Americ|foreign|coalition|United States|allied|Western|Washington|Pentagon|White House|State Department|Obama|Bush|Trump|Biden"
)
_LAWMAKERS = re.compile(
    r"(?:Sen\.|Senators?|Sens\.|Rep\.|Reps\.|Representatives?|[Cc]andidates?|[Nn]ominee|[Cc]ontender|[Ff]ormer(?:\s[A-Z]\w+){0,2})\s(?:(?:[A-Z][\w.]+\s){1,3}and\s)?$"
)
_VOTE = re.compile(r"(?:votes?|vot(?:ed|ing)|resolution|bill|legislation|motion|law)\b", re.IGNORECASE)
_PARLIAMENT = re.compile(r"\b(?:[Pp]arliament|MPs)\b")
_CONGRESS = re.compile(r"\b(?:Congress|Senate|House of Representatives|Capitol)\b")
_BACK = 500
"""Code points before a sentence in which the Americans that it speaks of may be named."""
_PARTNERS = {
    "Turkey",
    "Russia",
    "United Kingdom",
    "Italy",
    "Australia",
    "France",
    "Germany",
    "Canada",
    "Spain",
    "Poland",
    "Ukraine",
    "Japan",
}
"""Countries whose own soldiers news puts in Iraq: with one of them named, soldiers of whom nothing is said are theirs."""


class Held(NamedTuple):
    """One side's position, with what it weighs beside the others."""

    side: Side
    weight: float
    piece: Evidence


def find_stances(
    places: Places, quotes: tuple[Quote, ...], people: People, published: Published, troops: tuple[TroopCount, ...]
) -> tuple[Stance, ...]:
    """One stance for each side that the report gives a position: Washington, Baghdad, then others by name."""
    if not _IRAQ.search(places.report.text):
        return ()
    held: dict[Side, list[Held]] = defaultdict(list)
    reading = _Report(places, quotes, people, published.range)
    for item in (*reading.held(), *reading.counted(troops)):
        held[item.side].append(item)
    return tuple(stance for side in SIDES if (stance := _stance(side, held[side])))


def _stance(side: Side, held: list[Held]) -> Stance | None:
    """The label that weighs most, the first to be met on a tie; an open question yields to anything as heavy."""
    totals: dict[StanceLabel, float] = defaultdict(float)
    for item in held:
        totals[item.piece.label] += item.weight
    if sum(totals.values()) < ENOUGH:
        return None
    label = max(totals, key=lambda label: (totals[label], label != "noncommittal"))
    return Stance(side, label, tuple(item.piece for item in held))


class _Report:
    """A report, and what helps to say whose a position is."""

    def __init__(self, places: Places, quotes: tuple[Quote, ...], people: People, published: DateRange) -> None:
        report = places.report
        self.report, self.text, self.published = report, report.text, published
        self.small = in_small_letters(report.text)
        self.quotes = sorted(quotes, key=lambda quote: quote.span)
        self.mentions = [mention for mention in people.mentions if mention.kind == "name"]
        self.lawmakers = set(self._lawmakers())
        self.places = places
        self.on_iraq = self.places.topic() == "Iraq" or _DATELINE.search(self.text) is not None
        self.of_partners = self._names_partners()

    def held(self) -> Iterator[Held]:
        """Every position that is a side's, in text order."""
        for number, sentence in enumerate(self.report.sentences):
            if may_have_core(self.small, sentence) and self._on_iraq(sentence):
                yield from self._in_sentence(number, sentence)

    def counted(self, troops: tuple[TroopCount, ...]) -> Iterator[Held]:
        """What the numbers show that Washington plans, said by itself or by nobody in particular."""
        for label, count in read_counts(self.text, troops):
            number = bisect_right(self.report.sentences, count.span.start, key=lambda sentence: sentence.start) - 1
            if not self._is_americans(self.report.sentences[number]):
                continue
            quote = self._quote(count.span)
            speaker = quote.speaker if quote else None
            if speaker is None or side_of_speaker(speaker, self.published) in ("washington", ""):
                weight = COUNTED * self._stress(number)
                name = speaker.name if speaker else None
                yield Held("washington", weight, Evidence(count.span, label, name, "by_numbers"))

    def _in_sentence(self, number: int, sentence: Span) -> Iterator[Held]:
        """The positions of one sentence, one of a kind for each side."""
        seen = set[tuple[str, str]]()
        for position, quote, side in self._outermost(number, sentence):
            if side and (side, position.label) not in seen and self._counts(position, side, sentence):
                seen.add((side, position.label))
                speaker = quote.speaker.name if quote and quote.speaker else None
                weight = position.weight * self._stress(number) * (1.0 if position.holder else NOBODYS)
                yield Held(side, weight, Evidence(position.span, position.label, speaker, position.rule))

    def _outermost(self, number: int, sentence: Span) -> Iterator[tuple[Position, Quote | None, Side]]:
        """Each position of a sentence and whose it is, but where one side takes up its own ("weighs its generals' request")."""
        found = {}
        for position in find_positions(self.text, self._tokens(sentence)):
            quote = self._quote(position.span)
            side = self._side(position, quote, number)
            found[position.span.end, side] = position, quote, side
        yield from found.values()

    def _lawmakers(self) -> Iterator[str]:
        """Whom the report calls senators or candidates, also two in a row ("Senators Clinton and Obama")."""
        for mention in self.mentions:
            start = max(0, mention.span.start - 50)
            if mention.person is not None and _LAWMAKERS.search(self.text, start, mention.span.start):
                yield mention.person.id

    def _stress(self, number: int) -> float:
        if number < LEAD:
            return 2.0
        return 1.0 if number <= max(SHORT, TAIL * len(self.report.sentences)) else 0.5

    def _tokens(self, sentence: Span) -> list[Token]:
        return find_tokens(self.text, self.small, sentence, list(self._named(sentence)))

    def _named_before(self, number: int) -> Side:
        """Whose side the sentence before begins with: whom "they" goes back to."""
        tokens = self._tokens(self.report.sentences[number - 1]) if number else []
        return next((token.label for token in tokens if token.kind == "holder"), "")

    def _named(self, sentence: Span) -> Iterator[Token]:
        first = bisect_right(self.mentions, sentence.start - 1, key=lambda mention: mention.span.start)
        last = bisect_right(self.mentions, sentence.end - 1, key=lambda mention: mention.span.start)
        for mention in self.mentions[first:last]:
            lawmaker = mention.person is not None and mention.person.id in self.lawmakers
            side = "other" if lawmaker else side_of(mention.person, self.published)
            yield Token("holder", side, *mention.span)

    def _on_iraq(self, sentence: Span) -> bool:
        """Whether a sentence is about Iraq: in a report about it, where no other place is; else where something is in it."""
        found = [place for place in self.places.between(*sentence) if place.country]
        named = [place for place in found if place.country == "Iraq"]
        if self.on_iraq:
            return bool(named) or not any(place.located for place in found)
        return any(place.located for place in named)

    def _counts(self, position: Position, side: Side, sentence: Span) -> bool:
        return (
            self._is_there(position, sentence)
            and not self._is_partners(sentence)
            and (side == "washington" or self._is_foreign(position, sentence))
        )

    def _is_there(self, position: Position, sentence: Span) -> bool:
        """Whether what is done is done in Iraq: the first place named after it says so.

        Where none is named after it, it is in a report about Iraq; in another, only where the clause itself names Iraq.
        """
        after = self.places.between(position.span.end - 10, min(sentence.end, position.span.end + 60))
        if (there := next((place.country for place in after if place.located), None)) is not None:
            return there == "Iraq"
        inside = [place.country for place in self.places.between(*position.span) if place.located]
        return "Iraq" in inside or (self.on_iraq and not inside)

    def _is_partners(self, sentence: Span) -> bool:
        """Whether the soldiers are another country's: it is named in the sentence or the most in all, and nothing in the sentence is American."""
        named = {place.country for place in self.places.between(*sentence)}
        of_partners = bool(named & _PARTNERS) or self.of_partners
        return of_partners and not _AMERICAN.search(self.text, *sentence)

    def _is_americans(self, sentence: Span) -> bool:
        """Whether a sentence of a report on Iraq speaks of American soldiers there."""
        return self.on_iraq and self._on_iraq(sentence) and not self._is_partners(sentence)

    def _is_of_parliament(self, position: Position) -> bool:
        """As in "The resolution to end the presence": a vote, in a report that knows of one parliament only, Iraq's."""
        return _VOTE.match(self.text, position.span.start) is not None and self._knows_one_parliament

    @cached_property
    def _knows_one_parliament(self) -> bool:
        """Whether a parliament is named, and no Congress."""
        return _PARLIAMENT.search(self.text) is not None and _CONGRESS.search(self.text) is None

    def _names_partners(self) -> bool:
        """Whether a report names another country with soldiers in Iraq more often than anything American."""
        named = Counter(place.country for place in self.places.found if place.country in _PARTNERS)
        most = max(named.values(), default=0)
        return most > sum(1 for _ in islice(_AMERICAN.finditer(self.text), most))

    def _is_foreign(self, position: Position, sentence: Span) -> bool:
        """Whether another side speaks of American soldiers: what it does itself, it does with its own.

        What it wants may name them a sentence before ("U.S. officials confirmed. Iraq asked for airstrikes.").
        """
        if not position.wanted and position.rule != "said_outright":
            return _AMERICAN.search(self.text, *position.span) is not None
        return _AMERICAN.search(self.text, max(0, sentence.start - _BACK), sentence.end) is not None

    def _quote(self, span: Span) -> Quote | None:
        """The shortest quote that holds the end of a position."""
        last = bisect_right(self.quotes, span.end - 1, key=lambda quote: quote.span.start)
        holding = [quote for quote in self.quotes[max(0, last - 8) : last] if quote.span.end >= span.end]
        return min(holding, key=lambda quote: quote.span.end - quote.span.start, default=None)

    def _side(self, position: Position, quote: Quote | None, number: int) -> Side:
        """Whose a position is: a named holder's, the speaker's, the one's whom a pronoun goes back to."""
        if position.holder not in ("", *_PRONOUNS):
            return position.holder if position.holder in SIDES else ""
        if quote and quote.speaker and position.holder not in ("he", "third"):
            return side_of_speaker(quote.speaker, self.published)
        if not position.holder and self._is_of_parliament(position):
            return "baghdad"
        if not position.holder:
            return "washington" if position.rule == "done_by" and not position.wanted else ""
        before = self._named_before(number)
        return before if before in SIDES else ""
