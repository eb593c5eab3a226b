"""What to give up of a query that finds nothing, so that something near to it is found: the least first."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from iraqreader.search.answer import Given
from iraqreader.search.language import Part, Query
from iraqreader.search.words import read_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

LONGEST = 40
"""Letters of what is given up that are said."""

_OTHER = {"direct": "reported", "reported": "direct"}


def attempts(query: Query, unlike: Collection[str]) -> Iterator[tuple[Given, Query]]:
    """Other queries, each with what it gives up. `unlike` are words that no quote has, nor anything like them."""
    yield from _of_the_other_kind(query)
    yield from _less_exact(query)
    yield from _without_words(query, unlike)
    yield from _without_parts(query)


def _of_the_other_kind(query: Query) -> Iterator[tuple[Given, Query]]:
    if len(query.kinds) == 1:
        (kind,) = query.kinds
        others = tuple(part for part in query.parts if part.field != "kind")
        parts = (*others, Part("", "kind", _OTHER[kind]))
        yield Given("kind", (kind, _OTHER[kind])), replace(query, parts=parts)


def _less_exact(query: Query) -> Iterator[tuple[Given, Query]]:
    """With words like those that should stand just so; then they are ranked as any others."""
    if exact := [part for part in query.parts if part.is_spoken]:
        parts = [part._replace(field="like") if part.is_spoken else part for part in query.parts]
        if len(query.kinds) > 1:
            parts.append(Part("", "kind", "any"))  # as words alone, they would be looked for in direct quotes only
        what = tuple(_quoted(part.value) for part in exact)
        yield Given("exact", what), replace(query, words=query.spoken, parts=tuple(parts))


def _without_words(query: Query, unlike: Collection[str]) -> Iterator[tuple[Given, Query]]:
    if unlike:
        words, spoken = _blank(query.words, unlike), _blank(query.spoken, unlike)
        yield (
            Given("parts", tuple(_quoted(query.as_typed(word)) for word in unlike)),
            replace(query, words=words, spoken=spoken),
        )


def _without_parts(query: Query) -> Iterator[tuple[Given, Query]]:
    """What was typed last is given up first, and the plain words last of all."""
    units: list[Part | None] = [*reversed(query.parts), *([None] if any(read_words(query.words)) else [])]
    for count in range(1, len(units) + 1):
        for out in combinations(units, count):
            left = query.without(part for part in out if part)
            what = [_short(part.typed) for part in query.parts if part in out]
            if None in out:
                left = replace(left, words="")
                what.append(_quoted(query.words))
            yield Given("parts", tuple(what)), left


def _quoted(words: str) -> str:
    return f"“{_short(' '.join(words.split()))}”"


def _short(typed: str) -> str:
    return typed if len(typed) <= LONGEST else f"{typed[: LONGEST - 1]}…"


def _blank(text: str, unlike: Collection[str]) -> str:
    """The text with spaces in the place of such words, so that those before them count as finished."""
    kept, end = list[str](), 0
    for word in read_words(text):
        if word.folded in unlike:
            kept += [text[end : word.span.start], " "]
            end = word.span.end
    return "".join([*kept, text[end:]])
