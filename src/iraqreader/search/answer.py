"""What a search gives back: the quotes found, how many there are, and what they lack of what was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from iraqreader.model import Article, Quote, Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A quote that answers a query; `marks` are its letters that matched, as spans in the article's text.

    `lacks` are the words of the query that nothing in it answers.
    """

    article: Article
    quote: Quote
    score: float
    marks: tuple[Span, ...]
    lacks: tuple[str, ...] = ()


class Given(NamedTuple):
    """What had to be given up where a query finds nothing, so that something nearest to it is found.

    `kind`: the kind of quote; `exact`: that words stand just so; `parts`: those parts of the query altogether.
    """

    how: Literal["kind", "exact", "parts"]
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The first `hits`, of `total` quotes that answer; where `more`, others may, that it would take too long to rank.

    Where `ranked`, the likeliest come first, else they come in the order of the articles. `complete`: some quote answers
    every word. `asked`: the query asks for something at all; `misread`: what of it was not understood. `given_up` is None
    where the hits answer the query as it stands.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    more: bool = False
    ranked: bool = False
    complete: bool = True
    asked: bool = True
    misread: tuple[str, ...] = ()
    given_up: Given | None = None
