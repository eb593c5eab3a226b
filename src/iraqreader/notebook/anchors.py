"""Where an entry's words stand now, in a text that has changed since: at their own place, or at none.

Words are the same when their letters are, however lines are broken. Short ones ("3,700") stand in more than one place
by chance, so what stood beside them must be there too. An entry never goes to other words: to say that its own are gone
is the better answer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqreader.notebook.entry import Anchor

SURE = 24
"""Letters from which on words are known by themselves."""

NEIGHBOURS = 8
"""Letters on one side that must be as they were for shorter words to be known."""

_SPACE = re.compile(r"\s+")
_NOT_AFTER = r"(?<!\w)(?<!\d[.,])"
_NOT_BEFORE = r"(?!\w)(?![.,]\d)"
_IN_WORD = re.compile(r"(?:\w|\d[.,])$")
_ON_WORD = re.compile(r"\w|[.,]\d")


def find_place(anchor: Anchor, text: str) -> Span | None:
    """The span of the words in a text: of several, the one in most of their old company, then the nearest to where they were."""
    places = [(_company(anchor, span, text), span) for span in _occurrences(anchor, text)]
    known = [place for place in places if len(anchor.words) >= SURE or max(place[0]) >= NEIGHBOURS]
    best = max(known, key=lambda place: (sum(place[0]), -abs(place[1].start - anchor.start)), default=None)
    return best and best[1]


def _occurrences(anchor: Anchor, text: str) -> Iterator[Span]:
    """Every place of the words; where they were not part of a longer word or number, they are not now."""
    words = anchor.words.split()
    if not words:
        return
    pattern = r"\s+".join(map(re.escape, words))
    if anchor.words[0].isalnum() and not _IN_WORD.search(anchor.before):
        pattern = _NOT_AFTER + pattern
    if anchor.words[-1].isalnum() and not _ON_WORD.match(anchor.after):
        pattern += _NOT_BEFORE
    yield from (Span(*match.span()) for match in re.finditer(pattern, text))


def _company(anchor: Anchor, span: Span, text: str) -> tuple[int, int]:
    """How many letters before and after a place are as they were, however white space is set."""
    reach = 2 * max(len(anchor.before), len(anchor.after))
    before = _flat(text[max(0, span.start - reach) : span.start]), _flat(anchor.before)
    after = _flat(text[span.end : span.end + reach]), _flat(anchor.after)
    return _alike(before[0][::-1], before[1][::-1]), _alike(*after)


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text)


def _alike(one: str, other: str) -> int:
    """Letters that two texts begin with alike."""
    return next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
