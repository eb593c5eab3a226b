"""Who speaks across the articles of a library: each speaker's quotes, roles and sides, over time.

Someone whom the articles name is one speaker in all of them, by the person's id. Words that name nobody in particular
("officials") are a speaker of one article only: in another one they may mean other people.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from iraqreader.model import Article, DateRange, Quote, Side, Speaker

Order = Literal["words", "name", "side", "date"]


class Said(NamedTuple):
    """A quote, the article that it stands in by its place in the library and its days, and how many words it has."""

    article: int
    days: DateRange
    quote: Quote
    words: int


class Tally(NamedTuple):
    """How many quotes and how many words in them, in quotation marks (`direct`) and without (`reported`)."""

    direct: int = 0
    reported: int = 0
    direct_words: int = 0
    reported_words: int = 0

    @property
    def quotes(self) -> int:
        """All quotes."""
        return self.direct + self.reported

    @property
    def words(self) -> int:
        """All words."""
        return self.direct_words + self.reported_words


class Spell(NamedTuple):
    """When something is found in articles: the days of the first that has it, and of the last."""

    first: DateRange
    last: DateRange


class Role(NamedTuple):
    """What someone is, in the words of the articles, for which side, and when and how often they say so.

    `title` is None where they give a side alone.
    """

    title: str | None
    side: Side | None
    spell: Spell
    quotes: int


@dataclass(frozen=True, eq=False)
class Voice:
    """A speaker: all that is given to them, in date order, which is one quote at least, and what follows from it."""

    said: tuple[Said, ...]

    @cached_property
    def name(self) -> str:
        """The name that stands most often, of equals the longest."""
        counts = Counter(speaker.name for _, speaker in self._speakers)
        return max(counts, key=lambda name: (counts[name], len(name), name))

    @cached_property
    def person(self) -> str | None:
        """The id; None where nobody in particular is meant."""
        return self._speakers[0][1].person

    @cached_property
    def spell(self) -> Spell:
        """From the first article to the last."""
        return Spell(self.said[0].days, self.said[-1].days)

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """Each role once, as it is first written, in the order in which they are first given."""
        given: dict[tuple[str, Side | None], list[tuple[Said, Speaker]]] = {}
        for said, speaker in self._speakers:
            if speaker.role or speaker.side:
                given.setdefault(((speaker.role or "").casefold(), speaker.side), []).append((said, speaker))
        return tuple(_role(run) for run in given.values())

    @cached_property
    def tally(self) -> Tally:
        """How much it is."""
        return tally(self.said)

    @cached_property
    def articles(self) -> tuple[int, ...]:
        """Which articles it is in."""
        return tuple(dict.fromkeys(said.article for said in self.said))

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """The sides that the articles give, in the order in which they first do; most often one or none."""
        return tuple(dict.fromkeys(role.side for role in self.roles if role.side))

    @cached_property
    def side(self) -> Side | None:
        """The side that was given last."""
        return next((speaker.side for _, speaker in reversed(self._speakers) if speaker.side), None)

    @cached_property
    def role(self) -> str | None:
        """The role that was given last."""
        return next((speaker.role for _, speaker in reversed(self._speakers) if speaker.role), None)

    @property
    def _speakers(self) -> list[tuple[Said, Speaker]]:
        return [(said, speaker) for said in self.said if (speaker := said.quote.speaker)]


class Share(NamedTuple):
    """What one side has of the quotes in an article, in text order.

    `side` is None where the article gives the speakers none; `named` is False where it does not say whose quotes
    they are.
    """

    side: Side | None
    named: bool
    said: tuple[Said, ...]


def speaker_key(speaker: Speaker) -> str:
    """The same for one person in every article, and for one set of words where nobody in particular speaks."""
    return speaker.person or speaker.name.casefold()


def find_voices(articles: Iterable[Article], first: int = 0) -> tuple[Voice, ...]:
    """Everyone who speaks, in the order in which they first do; `articles` in date order, from place `first` on."""
    found: dict[tuple[str, int | None], list[Said]] = {}
    for number, article in enumerate(articles, first):
        for quote in article.quotes:
            if quote.speaker:
                alone = None if quote.speaker.person else number
                found.setdefault((speaker_key(quote.speaker), alone), []).append(_said(number, article, quote))
    return tuple(Voice(tuple(said)) for said in found.values())


def tally(said: Iterable[Said]) -> Tally:
    """How many quotes and words these are."""
    direct = reported = direct_words = reported_words = 0
    for _, _, quote, words in said:
        if quote.kind == "direct":
            direct, direct_words = direct + 1, direct_words + words
        else:
            reported, reported_words = reported + 1, reported_words + words
    return Tally(direct, reported, direct_words, reported_words)


def find_shares(article: Article, number: int = 0) -> tuple[Share, ...]:
    """What each side has of the quotes: Washington, Baghdad, the others by name, then no side, then nobody named.

    `number` is the article's place in the library.
    """
    found: dict[tuple[Side | None, bool], list[Said]] = {}
    for quote in article.quotes:
        whose = (quote.speaker.side if quote.speaker else None, quote.speaker is not None)
        found.setdefault(whose, []).append(_said(number, article, quote))
    return tuple(sorted((Share(*whose, tuple(said)) for whose, said in found.items()), key=_share_order))


def find_silences(article: Article) -> tuple[str, ...]:
    """Who of the two sides is not quoted, in plain words: `no Iraqi official quoted`."""
    return tuple(filter(None, (_silence(article, side, whom) for side, whom in _OFFICIALS)))


_OFFICIALS = (("washington", "U.S."), ("baghdad", "Iraqi"))


def _silence(article: Article, side: Side, whom: str) -> str:
    kinds = {quote.kind for quote in article.quotes if quote.speaker and quote.speaker.side == side}
    if not kinds:
        return f"no {whom} official quoted"
    return "" if "direct" in kinds else f"{whom} officials in reported speech only"


def _share_order(share: Share) -> tuple[bool, int, str]:
    return (not share.named, *side_order(share.side))


def _said(number: int, article: Article, quote: Quote) -> Said:
    return Said(number, article.published.range, quote, len(quote.span.of(article.text).split()))


def _role(run: Sequence[tuple[Said, Speaker]]) -> Role:
    (first, speaker), (last, _) = run[0], run[-1]
    return Role(speaker.role, speaker.side, Spell(first.days, last.days), len(run))


# Orders.

ORDERS: tuple[Order, ...] = ("words", "name", "side", "date")
"""Most words first; by name; Washington, Baghdad, the other sides by name; first to speak first."""


def in_order(voices: Iterable[Voice], order: Order) -> list[Voice]:
    """Speakers who are named, then those who are not, both in that order; `voices` as `find_voices` gives them."""
    return sorted(voices, key=lambda voice: (voice.person is None, *_ORDER_KEYS[order](voice)))


def side_order(side: Side | None) -> tuple[int, str]:
    """Sort key: Washington, Baghdad, the others by name, then none."""
    known = [name for name, _ in _OFFICIALS]
    if side in known:
        return known.index(side), ""
    return (2, side) if side else (3, "")


_ORDER_KEYS: dict[Order, Callable[[Voice], tuple[Any, ...]]] = {
    "words": lambda voice: (-voice.tally.words,),
    "name": lambda voice: (voice.name.casefold(),),
    "side": lambda voice: (*side_order(voice.side), -voice.tally.words),
    "date": lambda _: (),
}
