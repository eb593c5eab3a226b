"""The side panel's lines: the comparison of articles, and every fact of the open one. Each is a door to its words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from iraqreader import report
from iraqreader.tui.facts import (
    Fact,
    evidence_fact,
    quote_fact,
    reason_fact,
    troops_fact,
    yours,
)
from iraqreader.tui.inks import bare_name, initials, side_ink, speaker_ink
from iraqreader.tui.rows import Cell, Entry, fit, wrap
from iraqreader.tui.titles import WHEN, headline, publisher, when
from iraqreader.voices import find_silences, speaker_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqreader.articles import Articles
    from iraqreader.model import Article, Evidence, Quote, Side, Stance, StanceLabel

AROUND = 6
"""Articles shown before and after the open one, where there are many."""

ROOM = 16
"""Cells from which on there is room for a headline beside the comparison."""

LINES = 2
"""Lines of a piece of evidence or a count; a reason for the date has as many as it needs."""

LISTED = 8
"""Copies that are listed one by one."""

_SHORT: dict[StanceLabel | None, str] = {"noncommittal": "? noncomm."}
"""Labels where a column is too narrow for the word."""


class Door(NamedTuple):
    """Where Enter leads: an article by its place in the library, and words in it."""

    article: int
    fact: Fact | None = None


@dataclass(frozen=True)
class Sheet:
    """What the panel is made of: the articles, which one is open, and the cells it has."""

    articles: Articles
    opened: int
    width: int

    def entries(self) -> list[Entry]:
        """All lines, top to bottom."""
        return [
            *self._comparison(),
            *self._section("DATE", self._date()),
            *self._copies(),
            *self._section("TROOPS", self._troops()),
            *self._section("STANCES", self._stances()),
            *self._section("SPEAKERS", self._speakers()),
        ]

    def row_of(self, index: int) -> int:
        """Entry of an article's row in the comparison; of the open one's, where that has none."""
        return 1 + (index if index in self._shown else self.opened) - self._shown.start

    def article_at(self, row: int) -> int | None:
        """The article whose row in the comparison an entry is; None where it is none."""
        return self._shown[row - 1] if 0 < row <= len(self._shown) else None

    @property
    def _article(self) -> Article:
        return self.articles[self.opened]

    @property
    def _shown(self) -> range:
        return range(max(0, self.opened - AROUND), min(len(self.articles), self.opened + AROUND + 1))

    @property
    def _wide(self) -> int:
        """Cells of a stance in the comparison."""
        return max(3, min(15, (self.width - 22) // 2))

    # The comparison.

    def _comparison(self) -> Iterator[Entry]:
        wide = self._wide
        heads = f"  {'when':<{WHEN}}{'troops':>7} {fit('Wash.', wide)}{fit('Bagh.', wide)}"
        yield self._line(Cell(fit(heads, self.width), "faint"))
        yield from (self._row(index) for index in self._shown)
        yield from (self._line(Cell("  " + note, "faint")) for note in self._legend())
        if len(self._shown) < len(self.articles):
            yield self._line(Cell(f"  {len(self.articles)} articles in all", "faint"))

    def _row(self, index: int) -> Entry:
        article, wide = self.articles[index], self._wide
        count, published = article.headline_troops, article.published
        reason = reason_fact(published.reasons[0]) if published.reasons else None
        ink = "conflict" if count and count.conflict else "troops"
        return self._line(
            Cell("▸ " if index == self.opened else "  ", "sign"),
            Cell(fit(when(article), WHEN), "title" if index == self.opened else "", Door(index, reason)),
            Cell(fit(report.troops(count), 7, right=True), ink, Door(index, troops_fact(count) if count else None)),
            Cell(" "),
            self._stance_cell(index, "washington", wide),
            self._stance_cell(index, "baghdad", wide),
            *self._what(index),
        )

    def _what(self, index: int) -> Iterator[Cell]:
        """The headline, where the panel is wide enough for it."""
        room = self.width - 22 - 2 * self._wide
        if room >= ROOM:
            yield Cell(fit(headline(self.articles[index]), room), "faint", Door(index))

    def _stance_cell(self, index: int, side: Side, wide: int) -> Cell:
        stance = self.articles[index].stance(side)
        label = stance.label if stance else None
        words = stance_in(wide - 1, label)
        # Doors of one row differ by their facts: where two sides have none, the second repeats the first.
        fact = evidence_fact(stance, stance.evidence[0]) if stance else None
        return Cell(fit(words, wide - 1) + " ", side_ink(side), Door(index, fact))

    def _legend(self) -> Iterator[str]:
        shown = [self.articles[index] for index in self._shown]
        if any(count.conflict for article in shown for count in article.troops if count.headline):
            yield f"{report.CONFLICT} sources disagree"
        if any(article.published.basis == "corrected" for article in shown):
            yield f"{report.CORRECTED} date corrected"

    # The open article.

    def _section(self, title: str, lines: Iterator[Entry]) -> Iterator[Entry]:
        yield self._line(Cell(""))
        rule = "─" * max(0, self.width - len(title) - 1)
        yield self._line(Cell(title + " ", "title"), Cell(rule, "faint"))
        yield from lines

    def _date(self) -> Iterator[Entry]:
        published = self._article.published
        yield self._line(Cell(fit(report.full_window(published.range), self.width)))
        basis = "yours" if self._article.own_date else report.BASES[published.basis]
        yield self._line(Cell(fit(basis, self.width), "faint"))
        for reason in published.reasons:
            bullet = Cell("· ", "", door := self._door(reason_fact(reason)))
            yield from self._told((bullet,), report.printable(reason.note), door)

    def _copies(self) -> Iterator[Entry]:
        places = self.articles.copies(self.opened)
        if not places:
            return
        from iraqreader.likeness import shares  # noqa: PLC0415 - the first screen does not wait for it

        listed = [self.articles[place] for place in places[:LISTED]]
        lines = map(self._copy, places, listed, shares(self._article, listed))
        yield from self._section(f"COPIES {report.COPIES}{len(places)}", lines)
        if len(places) > LISTED:
            yield self._none(f"and {len(places) - LISTED:,} more")

    def _copy(self, place: int, article: Article, share: float) -> Entry:
        """Who else printed it, when, and how much of what either says is the same."""
        same = f"{int(100 * share)} %"  # 100 for the same words only
        door = Door(place)
        return self._line(
            Cell(fit(publisher(article), max(4, self.width - WHEN - len(same) - 2)) + " ", "", door),
            Cell(fit(when(article), WHEN), "faint", door),
            Cell(f" {same}", "", door),
        )

    def _troops(self) -> Iterator[Entry]:
        for count in self._article.troops:
            fact = self._door(troops_fact(count))
            number = Cell(fit(report.troops(count), 9) + " ", "conflict" if count.conflict else "troops", fact)
            said = f", says {count.speaker}" if count.speaker else ""
            lead = "▸" if count.headline else " "
            words = report.printable(report.count_words(count) + said)
            yield from self._told((Cell(lead, "sign", fact), number), words, fact, LINES)
        if not self._article.troops:
            yield self._none("no troop count in this article")

    def _stances(self) -> Iterator[Entry]:
        for stance in self._article.stances:
            head = f"{report.side_name(stance.side)} {report.stance(stance.label)}{yours(stance.evidence[0].rule)}"
            yield self._line(
                Cell(
                    fit(head, self.width), side_ink(stance.side), self._door(evidence_fact(stance, stance.evidence[0]))
                )
            )
            for piece in stance.evidence:
                yield from self._evidence(stance, piece)
        if not self._article.stances:
            yield self._none("no side's position is reported")

    def _evidence(self, stance: Stance, piece: Evidence) -> Iterator[Entry]:
        words = " ".join(report.printable(piece.span.of(self._article.text)).split())
        sign = report.stance(piece.label)[0]
        fact = self._door(evidence_fact(stance, piece))
        yield from self._told((Cell(f"  {sign} ", side_ink(stance.side), fact),), words, fact, LINES)

    def _speakers(self) -> Iterator[Entry]:
        quotes: dict[str, list[Quote]] = {}
        for quote in self._article.quotes:
            if quote.speaker:
                quotes.setdefault(speaker_key(quote.speaker), []).append(quote)
        for key, said in quotes.items():
            yield from self._speaker(key, said)
        yield from (self._none(words) for words in find_silences(self._article))

    def _speaker(self, key: str, said: list[Quote]) -> Iterator[Entry]:
        fact = self._door(quote_fact(said[0]))
        speaker = next(quote.speaker for quote in said if quote.speaker)
        ink, name = speaker_ink(key, speaker.side), bare_name(report.printable(speaker.name))
        tally = _tally(said)
        yield self._line(
            Cell(fit(initials(name), 3), ink, fact),
            Cell(fit(name, self.width - 4 - len(tally)), ink, fact),
            Cell(" " + tally, "faint", fact),
        )
        about = ", ".join(filter(None, [report.side_name(speaker.side), report.printable(speaker.role or "")]))
        if about:
            yield self._line(Cell(fit(f"   {about}", self.width), "faint"))

    def _none(self, words: str) -> Entry:
        return self._line(Cell(fit(words, self.width), "faint"))

    def _told(self, lead: tuple[Cell, ...], words: str, door: Door, most: int | None = None) -> Iterator[Entry]:
        """Words beside what leads them, on as many lines as they take, `most` at most; the first is the door."""
        indent = sum(len(cell.text) for cell in lead)
        first, *rest = wrap(words, self.width - indent, most)
        yield self._line(*lead, Cell(first, "", door))
        yield from (self._line(Cell(" " * indent + line)) for line in rest)

    def _door(self, fact: Fact) -> Door:
        return Door(self.opened, fact)

    def _line(self, *cells: Cell) -> Entry:
        return (cells,)


def stance_in(width: int, label: StanceLabel | None) -> str:
    """A stance in so many cells: with its sign and its word, shortened where it must be."""
    words = report.stance(label)
    return words if len(words) <= width else _SHORT.get(label, words)


def _tally(said: list[Quote]) -> str:
    """`3 quotes`, `1 quote, 2 reported`; and whether the user had a hand in it."""
    kinds = Counter(quote.kind for quote in said)
    direct, reported = kinds["direct"], kinds["reported"]
    parts = [f"{direct} quote{'s' if direct > 1 else ''}"] if direct else []
    mine = "".join({yours(quote.rule) for quote in said})
    return ", ".join(parts + ([f"{reported} reported"] if reported else [])) + mine
