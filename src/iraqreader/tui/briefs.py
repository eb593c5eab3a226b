"""Every article in brief: what a row of a view shows, and what such rows are sorted and filtered by.

Of a hundred thousand articles that is some thirty megabytes, where the articles themselves would be gigabytes: equal
parts are one. It is gathered in steps, in a thread, and only while a view is open that needs it.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar, cast

from iraqreader import report
from iraqreader.model import Article, DateRange, Publisher, Quote, Side, Span, Speaker, Stance

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from iraqreader.model import TroopCount
    from iraqreader.tui.yours import Yours

AT_ONCE = 300
"""Articles that are looked through before a view is shown."""

STEP = 1000
"""Articles that are looked through in a thread before it is said how far one is."""

_Part = TypeVar("_Part", bound="Hashable")

_NOWHERE = Span(0, 0)


class Briefs:
    """Articles in brief, in the order of the list, as far as they are gathered. A brief has no more than its row shows."""

    def __init__(self, articles: Yours) -> None:
        self._articles = articles
        self._parts = dict[object, object]()
        self.gathered = list[Article]()
        self.sides = set[Side]()

    @property
    def total(self) -> int:
        """How many articles there are."""
        return len(self._articles)

    @property
    def complete(self) -> bool:
        """Whether all are gathered."""
        return len(self.gathered) >= self.total

    def begin(self) -> None:
        """Gather the first."""
        if not self.gathered:
            self._take(self._look_through(self._next(AT_ONCE)))

    async def go_on(self) -> None:
        """Gather some more."""
        self._take(await asyncio.to_thread(self._look_through, self._next(STEP)))

    def renew(self, ids: Iterable[str]) -> None:
        """The user corrected these articles. Of few, which may say the same, all are looked through again."""
        if self.total <= AT_ONCE:
            self.gathered.clear()
        known = (place for one in ids if (place := self._articles.position(one)) is not None)
        for place in known:
            if place < len(self.gathered):
                self.gathered[place] = self._brief(self._articles[place])

    def _next(self, count: int) -> range:
        done = len(self.gathered)
        return range(done, min(done + count, self.total))

    def _look_through(self, places: range) -> tuple[range, list[Article]]:
        return places, [self._brief(article) for article in self._articles.each(places)]

    def _take(self, found: tuple[range, list[Article]]) -> None:
        places, briefs = found
        if places.start == len(self.gathered):  # else another view was first
            self.gathered += briefs
            self.sides.update(stance.side for brief in briefs for stance in brief.stances)

    # One article.

    def _brief(self, article: Article) -> Article:
        heading = report.heading(article)
        known = heading != report.ABSENT
        publisher = article.publisher and self._once(Publisher(article.publisher.name, _NOWHERE))
        return Article(
            id="" if publisher else article.id,
            path="",
            text=heading if known else "",
            title=self._once(Span(0, len(heading))) if known else None,
            publisher=publisher,
            published=self._once(article.published._replace(reasons=())),
            furniture=(),
            paragraphs=(),
            people=(),
            mentions=(),
            quotes=self._quotes(article.quotes),
            troops=self._troops(article.troops),
            stances=self._once(tuple(Stance(stance.side, stance.label, ()) for stance in article.stances)),
        )

    def _quotes(self, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
        """Whose they are; in the order of sides, since where each stands is not shown."""
        sides = sorted(quote.speaker.side or "" if quote.speaker else "" for quote in quotes)
        return self._once(tuple(self._once(_quote_of(side)) for side in sides))

    def _troops(self, troops: Iterable[TroopCount]) -> tuple[TroopCount, ...]:
        """The figures that are shown: the headline, and what is disputed."""
        shown = (count for count in troops if count.headline or count.conflict)
        blank = (count._replace(span=_NOWHERE, where=None, as_of=DateRange(None, None), rule="") for count in shown)
        return self._once(tuple(map(self._once, blank)))

    def _once(self, part: _Part) -> _Part:
        return cast("_Part", self._parts.setdefault(part, part))


def _quote_of(side: Side) -> Quote:
    return Quote(_NOWHERE, "direct", Speaker(_NOWHERE, "", None, side) if side else None, None, "")
