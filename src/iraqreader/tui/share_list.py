"""Who has how many of the words quoted in each article, and who of the two sides is not quoted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from iraqreader import report
from iraqreader.tui.facts import quote_fact
from iraqreader.tui.filter import folded, holds
from iraqreader.tui.inks import side_ink
from iraqreader.tui.rows import Cell, Entry, Rows, fit
from iraqreader.tui.sheet import Door
from iraqreader.tui.titles import WHEN, headline, publisher, when
from iraqreader.tui.voice_words import several
from iraqreader.voices import find_shares, find_silences, tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iraqreader.model import Article
    from iraqreader.voices import Share

DIRECT, REPORTED = "█", "░"
"""A bar's cells for words in quotation marks, and for words without."""

SIDE, WORDS, PERCENT, KIND = 14, 6, 7, 9
"""Cells of the columns whose width never changes."""

ROOMY = 70
"""Cells from which on there is room for the words of either kind beside the bar."""


class Balance(NamedTuple):
    """An article by its place in the library, what each side has of its quotes, who is not quoted, and all words."""

    number: int
    shares: tuple[Share, ...]
    silences: tuple[str, ...]
    words: int


Line = tuple[Balance, "Share | str | None"]
"""A line of an article: a side's share, plain words, or None for the line above them."""


class ShareList(Rows):
    """The articles in date order, each with a line a side. The line of a side leads to the first of its quotes."""

    def __init__(self, articles: Sequence[Article], **options: Any) -> None:
        super().__init__(**options)
        self._articles = articles
        self._places = range(0)
        self._shown = 0
        self._lines: list[Line] = []
        self.only = ""

    def look_at(self, places: range) -> None:
        """Be of the articles at these places."""
        self._places, self._lines = places, []
        for made in ("_balances", "_searched"):
            self.__dict__.pop(made, None)

    @cached_property
    def _balances(self) -> list[Balance]:
        return [_balance(self._articles[place], place) for place in self._places]

    @cached_property
    def _searched(self) -> list[str]:
        """What a filter looks through, for each article."""
        return [
            folded(" ".join([headline(article), publisher(article), *balance.silences]))
            for article, balance in zip(map(self._articles.__getitem__, self._places), self._balances, strict=True)
        ]

    def prepare(self) -> None:
        """Look through the articles, the first time that this is shown: whoever never asks does not wait."""
        if not self._lines:
            self.show_only(self.only)

    @property
    def title(self) -> str:
        """How many articles there are, and which of them are shown."""
        only = f" · only “{words}”" if (words := self.only.strip()) else ""
        return f"QUOTED WORDS BY SIDE · {several(self._shown, 'article')}{only}"

    def heads(self, width: int) -> str:
        """What stands above the columns."""
        kinds = f"{'direct':>{KIND}}{'reported':>{KIND}}" if width >= ROOMY else ""
        words = f"{'  side':<{SIDE}}{'words':>{WORDS}}{'share':>{PERCENT}}{kinds}"
        return fit(f"{words}  {DIRECT} direct {REPORTED} reported", width)

    def count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def entry(self, index: int, width: int) -> Entry:
        """An article's first line, a side's share, or who is not quoted."""
        balance, what = self._lines[index]
        if what is None:
            return (tuple(_over(self._articles[balance.number], balance, width)),)
        if isinstance(what, str):
            return ((Cell(fit(f"  {what}", width)),),)
        return (tuple(_share(what, balance.words, width)),)

    def _doors(self, index: int) -> list[Any]:
        """An article's, or a side's, without drawing the line: all are looked through for one."""
        if not 0 <= index < self.count():
            return []
        balance, what = self._lines[index]
        return [] if isinstance(what, str) else [Door(balance.number) if what is None else _door(what)]

    def show_only(self, words: str) -> None:
        """The articles whose headline, publisher or silence holds these words."""
        here, self.only = self.door, words
        self._fill()
        self.reload(0)
        self.point_to(here)

    def _fill(self) -> None:
        shown = self._balances
        if self.only.strip():
            shown = [one for one, words in zip(shown, self._searched, strict=True) if holds(words, self.only)]
        self._shown = len(shown)
        self._lines = [line for balance in shown for line in _lines(balance)]


def _balance(article: Article, number: int) -> Balance:
    shares, silences = find_shares(article, number), find_silences(article)
    return Balance(number, shares, silences, sum(tally(share.said).words for share in shares))


def _lines(balance: Balance) -> Iterable[Line]:
    return [(balance, what) for what in (None, *balance.shares, *balance.silences, "")]


def _over(article: Article, balance: Balance, width: int) -> Iterator[Cell]:
    door, words = Door(balance.number), several(balance.words, "word")
    yield Cell(fit(when(article), WHEN) + " ", "title", door)
    yield Cell(fit(f"{publisher(article)} · {headline(article)}", width - WHEN - 2 - len(words)), "title", door)
    yield Cell(f" {words}", "faint", door)


def _share(share: Share, words: int, width: int) -> Iterator[Cell]:
    """A side, its words, their part of all, how many are in quotation marks, and a bar of both kinds."""
    count = tally(share.said)
    direct, reported = count.direct_words, count.reported_words
    door, ink = _door(share), side_ink(share.side)
    yield Cell(fit(f"  {_whose(share)}", SIDE), ink, door)
    yield Cell(f"{count.words:>{WORDS},}{_percent(count.words, words):>{PERCENT}}", "", door)
    kinds = f"{direct:>{KIND},}{reported:>{KIND},}" if width >= ROOMY else ""
    yield Cell(f"{kinds}  ", "faint", door)
    yield Cell(_bar(direct, reported, words, width - SIDE - WORDS - PERCENT - len(kinds) - 2), ink, door)


def _door(share: Share) -> Door:
    """To the first of its quotes."""
    return Door(share.said[0].article, quote_fact(share.said[0].quote))


def _whose(share: Share) -> str:
    if not share.named:
        return "nobody named"
    return report.one_line(report.side_name(share.side)) or "no side"


def _percent(part: int, whole: int) -> str:
    if not whole:
        return report.ABSENT
    return "<1 %" if 0 < part < whole / 200 else f"{round(100 * part / whole)} %"


def _bar(direct: int, reported: int, whole: int, width: int) -> str:
    """A bar whose two parts together are as long as all that is said; of a part that there is, one cell at least."""
    cells = [max(1, round(width * part / whole)) if part else 0 for part in (direct, reported)]
    return (DIRECT * cells[0] + REPORTED * cells[1])[:width].ljust(width)
