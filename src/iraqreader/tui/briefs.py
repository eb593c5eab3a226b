"""Every article in brief: what a row of a view shows, and what such rows are sorted and filtered by.

Of a hundred thousand articles that is about ten megabytes, where the articles themselves would be gigabytes: equal parts
are kept once. It is gathered in steps, in a thread, and only while a view is open that needs it.
"""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, overload

from iraqreader import report
from iraqreader.model import Article, DateRange, Publisher, Quote, Side, Span, Speaker, Stance
from iraqreader.tui.courtesy import giving_way, quiet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iraqreader.model import TroopCount
    from iraqreader.tui.yours import Yours

AT_ONCE = 1000
"""Articles that are looked through before a view is shown."""

STEP = 100
"""Articles that are looked through in a thread before it looks whether somebody types."""

_PARTS = ("id", "publisher", "published", "quotes", "troops", "stances")
"""What is kept of an article beside its heading."""

_NOWHERE = Span(0, 0)


class Briefs(Sequence[Article]):
    """Articles in brief, in the order of the list, as far as they are gathered; each is made when it is asked for."""

    def __init__(self, articles: Yours) -> None:
        self._articles = articles
        self._clear()

    def _clear(self) -> None:
        self._parts = list[Any]()
        self._numbers = dict[object, int]()
        self._columns = [array("I") for _ in _PARTS]
        self._headings, self._ends = bytearray(), array("I", [0])
        self.sides = set[Side]()

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Article]: ...
    def __getitem__(self, index: int | slice) -> Article | Sequence[Article]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        heading = self._headings[self._ends[index] : self._ends[index + 1]].decode("utf-8", "surrogatepass")
        parts = {name: self._parts[column[index]] for name, column in zip(_PARTS, self._columns, strict=True)}
        return _bare(heading, **parts)

    @property
    def total(self) -> int:
        """How many articles there are."""
        return len(self._articles)

    @property
    def complete(self) -> bool:
        """Whether all are gathered."""
        return len(self) >= self.total

    def begin(self) -> None:
        """Gather the first."""
        if not len(self):
            self._take(*self._look_through(self._next(AT_ONCE)))

    async def go_on(self) -> None:
        """Gather some more, while nobody types."""
        await quiet.wait()
        self._take(*await asyncio.to_thread(self._look_through, self._next(STEP)))

    def renew(self, ids: Iterable[str]) -> None:
        """The user corrected these articles. Of few, which may say the same, all are looked through again."""
        if self.total <= AT_ONCE:
            self._clear()
        for place in (place for one in ids if (place := self._articles.position(one)) is not None):
            if place < len(self):
                for column, name in zip(self._columns, _PARTS, strict=True):
                    column[place] = self._number(getattr(brief_of(self._articles[place]), name))

    def _next(self, count: int) -> range:
        return range(len(self), min(len(self) + count, self.total))

    def _look_through(self, places: range) -> tuple[range, list[Article]]:
        return places, [brief_of(article) for article in giving_way(self._articles.each(places))]

    def _take(self, places: range, briefs: Iterable[Article]) -> None:
        if places.start != len(self):
            return  # another view was first
        for brief in briefs:
            for column, name in zip(self._columns, _PARTS, strict=True):
                column.append(self._number(getattr(brief, name)))
            self._headings += brief.text.encode("utf-8", "surrogatepass")
            self._ends.append(len(self._headings))
            self.sides.update(stance.side for stance in brief.stances)

    def _number(self, part: object) -> int:
        """The number of a part, which is the same for those that are equal."""
        number = self._numbers.setdefault(part, len(self._parts))
        if number == len(self._parts):
            self._parts.append(part)
        return number


def brief_of(article: Article) -> Article:
    """An article with no more than its row shows, in an order that makes those alike that say the same."""
    heading = report.heading(article)
    return _bare(
        heading if heading != report.ABSENT else "",
        id="" if article.publisher else article.id,
        publisher=Publisher(article.publisher.name, _NOWHERE) if article.publisher else None,
        published=article.published._replace(reasons=()),
        quotes=_quotes(article.quotes),
        troops=_troops(article.troops),
        stances=tuple(Stance(stance.side, stance.label, ()) for stance in article.stances),
    )


def _bare(heading: str, **parts: Any) -> Article:
    title = Span(0, len(heading)) if heading else None
    return Article(path="", text=heading, title=title, furniture=(), paragraphs=(), people=(), mentions=(), **parts)


def _quotes(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Whose they are."""
    return tuple(map(_quote_of, sorted(quote.speaker.side or "" if quote.speaker else "" for quote in quotes)))


def _quote_of(side: Side) -> Quote:
    return Quote(_NOWHERE, "direct", Speaker(_NOWHERE, "", None, side) if side else None, None, "")


def _troops(troops: Iterable[TroopCount]) -> tuple[TroopCount, ...]:
    """The figures that are shown: the headline, and what is disputed."""
    shown = (count for count in troops if count.headline or count.conflict)
    return tuple(count._replace(span=_NOWHERE, where=None, as_of=DateRange(None, None), rule="") for count in shown)
