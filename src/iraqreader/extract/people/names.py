"""Runs of capitals, read as names of people, bodies and places.

A name is found by its shape and its words alone: a title before it ("Gen. Allen"), a given name that newspapers know
("Karen Omran"), the way the text treats it ("said Fadhil Omran", "Omran, a trader, ..."). Who it is comes later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from iraqreader.extract.people.capitals import find_runs, lower_words
from iraqreader.lexicon.names import fold_name, fold_word, given_names, is_suffix, listed, titles
from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqreader.extract.people.capitals import Token
    from iraqreader.extract.segment import Document

NameKind = Literal["full", "titled", "likely", "single", "body", "place"]
"""How sure the shape is: a given name and a surname; a surname with a title; two or three capitals that may be anything;
one capital; a body; a place."""


@dataclass(frozen=True, slots=True)
class Name:
    """One run of capitals. `span` leaves out titles; `lead` are the titles and other capitals right before it.

    `words` are folded, as names are compared.
    """

    span: Span
    words: tuple[str, ...]
    kind: NameKind
    lead: Span
    headline: bool = False


_THE = re.compile(r"\b[Tt]he[ \u00a0]$")
_INITIALS = re.compile(r"(?:[A-Z]\.\s?)+")
_HYPHEN = re.compile(r"-(?:area|based|born|backed|led)$")
_MOST_WORDS = 4


def find_names(report: Document) -> tuple[Name, ...]:
    """Every run of capitals that may name someone or something, in text order."""
    lower = lower_words(report.text)
    found: list[Name] = []
    for run in find_runs(report, lower):
        found.extend(_read_headline(report.text, run.tokens) if run.headline else _read(report.text, run.tokens, lower))
    return tuple(found)


def _read_headline(text: str, part: Sequence[Token]) -> Iterator[Name]:
    """Every word of a headline has its capital: a name is a given name with the word after it, or one word."""
    index = 0
    while index < len(part):
        size = 2 if index + 1 < len(part) and _is_given(part[index].word) else 1
        yield _name(text, part[index : index + size], 0, "likely" if size > 1 else "single", headline=True)
        index += size


def _read(text: str, part: Sequence[Token], lower: frozenset[str]) -> Iterator[Name]:
    """Titles, then a name; or a body or place."""
    other = _other_kind(part)
    first = 0 if other else _after_titles(part)
    if first == len(part):
        return
    titled = first > 0
    first += 0 if other else _before_name(part[first:])
    kind = other or _kind(part[first:], titled=titled)
    if kind == "likely" and part[first].word.casefold() in lower:
        first, kind = first + 1, _kind(part[first + 1 :], titled=False)
    if kind == "likely" and _THE.search(text, max(0, part[0].start - 4), part[0].start):
        kind = "body"
    yield _name(text, part, first, kind)


def _other_kind(part: Sequence[Token]) -> NameKind | None:
    """Whether a run names a body or a place, and nobody."""
    last = part[-1].word
    if len(part) == 1:
        body = (
            last in listed("organisations", "names")
            or _is_acronym(last)
            or last.split()[0] in listed("organisations", "heads_of")
        )
        return "place" if _as_in_text(last) in listed("capitals", "places") else "body" if body else None
    body = (
        last in _body_ends() or _as_in_text(last) in _body_ends() or part[0].word in listed("organisations", "firsts")
    )
    return "body" if body else None


@cache
def _body_ends() -> frozenset[str]:
    return listed("organisations", "names") | listed("organisations", "heads")


@cache
def _before_names() -> frozenset[str]:
    return listed("capitals", "before_name") | listed("capitals", "places")


def _after_titles(part: Sequence[Token]) -> int:
    """Index of the first word after the last title. A title at the very end may be a surname ("Rep. Peter King")."""
    last = len(part) - 1
    while last > 0 and is_suffix(part[last].word):
        last -= 1
    if last and part[last].word in listed("roles", "surnames") and _calls_for_name(part[last - 1].word):
        last -= 1
    return next((i + 1 for i in range(last, -1, -1) if part[i].word in titles() or " of " in part[i].word), 0)


def _calls_for_name(word: str) -> bool:
    return word.endswith(".") or _is_given(word)


def _before_name(rest: Sequence[Token]) -> int:
    """How many words before the name are no part of it: "Republican Donald Trump", "CEO Roger Ailes"."""
    bare = next(
        (i for i, token in enumerate(rest) if not (token.word in _before_names() or _HYPHEN.search(token.word))),
        len(rest) - 1,
    )
    given = next((index for index, token in enumerate(rest[:-1]) if token.word.casefold() in given_names()), None)
    if given is None:
        return bare
    return (
        given
        if given < bare or len(rest) > _MOST_WORDS - 1 or all(_is_acronym(token.word) for token in rest[:given])
        else bare
    )


def _kind(words: Sequence[Token], *, titled: bool) -> NameKind:
    last = words[-1].word
    if len(words) == 1:
        return "place" if last in listed("capitals", "before_name") else "titled" if titled else "single"
    if _is_given(words[0].word):
        return "full"
    if _as_in_text(last) in listed("capitals", "places") or len(words) > _MOST_WORDS:
        return "place"
    return "titled" if titled else "likely"


def _is_given(word: str) -> bool:
    """Whether a word begins a full name: a given name or initials."""
    return bool(_INITIALS.fullmatch(word)) or any(part in given_names() for part in fold_word(word))


def _as_in_text(word: str) -> str:
    """A word in capitals as running text has it: "BAGHDAD"."""
    return word.capitalize() if word.isupper() and len(word) > 3 else word


def _is_acronym(word: str) -> bool:
    return (word.isupper() and 1 < len(word) < 6) or word.count(".") > 1


def _name(text: str, part: Sequence[Token], first: int, kind: NameKind, *, headline: bool = False) -> Name:
    span = Span(part[first].start, part[-1].end)
    lead = Span(part[0].start, part[first - 1].end if first else part[0].start)
    return Name(span, fold_name(span.of(text)), kind, lead, headline)
