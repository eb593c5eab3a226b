"""What stands beside the lines of a text: on the left who speaks, on the right which facts the line holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from iraqreader.tui.inks import initials, side_ink, side_letter, sign, speaker_ink
from iraqreader.tui.paint import Mark
from iraqreader.voices import speaker_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from iraqreader.model import Article, Quote, Span
    from iraqreader.tui.page import Page

LEFT = 4
"""Cells of the left margin: two initials, a bar, and air, or a sign of the user's."""

RIGHT = 6
"""Cells of the right margin: air, and signs for a figure and a stance."""

DIRECT, REPORTED = "▏", "┆"
"""The bar beside words in marks, and beside words without."""


class Beside(NamedTuple):
    """A sign in a margin and its ink."""

    sign: str
    ink: str


def left_margin(article: Article, page: Page) -> dict[int, Beside]:
    """By line: a bar along each quote, and its speaker's initials where it begins."""
    margin = dict[int, Beside]()
    for quote in article.quotes:
        ink, bar = quote_ink(quote), DIRECT if quote.kind == "direct" else REPORTED
        who = initials(quote.speaker.name if quote.speaker else "")
        lines = page.lines_of(quote.span)
        before = margin.get(lines[0])
        if before is None or before.sign[:2].isspace():
            margin[lines[0]] = Beside(who + bar, ink)
        for index in lines[1:]:
            margin[index] = Beside("  " + bar, ink)
    return margin


def right_margin(article: Article, page: Page) -> dict[int, tuple[Beside, ...]]:
    """By line: `#` for a troop figure (`⚑` where sources disagree), and sign and side for each stance it shows."""
    margin = dict[int, tuple[Beside, ...]]()
    for count in article.troops:
        beside = Beside("⚑", "conflict") if count.conflict else Beside("#", "troops")
        _add(margin, page.line_at(count.span.start), beside)
    for stance in article.stances:
        for piece in stance.evidence:
            beside = Beside(sign(piece.label) + side_letter(stance.side), side_ink(stance.side))
            _add(margin, page.line_at(piece.span.start), beside)
    return margin


def own_margin(signs: Mapping[Span, str], page: Page) -> dict[int, str]:
    """By line: the sign of what the user made of words that begin there."""
    return {page.line_at(span.start): sign for span, sign in sorted(signs.items(), reverse=True)}


def marks_of(article: Article) -> Iterator[Mark]:
    """The inks of an article's words: furniture, title, speakers' words and names, figures, evidence."""
    yield from (Mark(item.span, 0, "furniture") for item in article.furniture)
    if article.title:
        yield Mark(article.title, 0, "title")
    yield from (Mark(quote.span, 1, quote_ink(quote)) for quote in article.quotes)
    yield from _names(article)
    yield from (Mark(piece.span, 3, "evidence") for stance in article.stances for piece in stance.evidence)
    yield from (Mark(count.span, 4, "conflict" if count.conflict else "troops") for count in article.troops)


def quote_ink(quote: Quote) -> str:
    """The ink of the words of a quote: its speaker's own."""
    return speaker_ink(speaker_key(quote.speaker), quote.speaker.side) if quote.speaker else "other-0"


def _names(article: Article) -> Iterator[Mark]:
    """Words that name someone who is quoted here, in the ink of that person's words."""
    inks = {speaker_key(quote.speaker): quote_ink(quote) for quote in article.quotes if quote.speaker}
    for mention in article.mentions:
        if mention.person and (ink := inks.get(mention.person.id)):
            yield from _name(Mark(mention.span, 2, ink), bold=mention.kind != "pronoun")
    for quote in article.quotes:
        if quote.speaker:
            yield from _name(Mark(quote.speaker.span, 2, quote_ink(quote)), bold=True)


def _name(mark: Mark, *, bold: bool) -> Iterator[Mark]:
    yield mark
    if bold:
        yield Mark(mark.span, 2, "name")


def _add(margin: dict[int, tuple[Beside, ...]], line: int, beside: Beside) -> None:
    if beside not in (there := margin.get(line, ())):
        margin[line] = (*there, beside)
