"""The words of positions in a sentence: who holds one, what is done, with what, and what turns it round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.lexicon.actors import actor_words
from iraqreader.lexicon.stances import position_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iraqreader.model import Span

ACTS = ("expand", "keep", "limit", "withdraw")
HOLDERS = ("holder", "first", "he", "it", "third")
OBJECTS = ("force", "strike", "aid")


_TITLE = re.compile(r"\s+(?:(?:[a-z]+\s){0,2}(?:spokes\w+|secretary|official|adviser|commander|chief),?\s)?")
"""Between a body and the name of who speaks for it ("the White House" "spokesman," "Josh Earnest")."""


class Token(NamedTuple):
    """One word or fixed phrase: its kind, its label (an act's) or side (a holder's), and where it stands."""

    kind: str
    label: str
    start: int
    end: int


def find_tokens(text: str, small: str, sentence: Span, named: Sequence[Token]) -> list[Token]:
    """The words of positions in one sentence; `small` is the text in small letters, `named` are people named in it.

    A person of whom the report says whom they speak for goes before the words of a body, and these before a stranger.
    "Former Vice" "President Biden" is no president.
    """
    actors = [Token("holder", str(match.lastgroup), *match.span()) for match in actor_words().finditer(text, *sentence)]
    known = [token for token in named if token.label]
    nobodys = {token.end for token in known if token.label == "other"}
    actors = [token for token in actors if token.end not in nobodys]
    strangers = [token._replace(label="other") for token in named if not token.label]
    holders = _titled(text, _longest([*known, *actors, *strangers]))
    words = [
        _word(match) for match in position_words().finditer(small, *sentence) if text[slice(*match.span())] != "US"
    ]
    return _longest([*holders, *words])


def _word(match: re.Match[str]) -> Token:
    label, _, alone = str(match.lastgroup).partition("_")
    if alone or label in ACTS:
        return Token(alone or "act", label, *match.span())
    return Token(label, "", *match.span())


def _longest(tokens: list[Token]) -> list[Token]:
    """The tokens that overlap none before them: holders before words, then the longer, then the earlier given."""
    kept: list[Token] = []
    for token in sorted(tokens, key=lambda token: (token.start, token.kind != "holder", -token.end)):
        if not kept or token.start >= kept[-1].end:
            kept.append(token)
        elif token.kind == "holder" and kept[-1].kind != "holder":
            kept[-1] = token
    return kept


def _titled(text: str, holders: list[Token]) -> list[Token]:
    """The holders, a title and the name after it as one ("Iraqi Prime Minister" "Haider al-Abadi")."""
    merged: list[Token] = []
    for token in holders:
        last = merged[-1] if merged else None
        if last and _TITLE.fullmatch(text, last.end, token.start):
            label = last.label if last.label != "other" and token.label == "other" else token.label
            merged[-1] = Token("holder", label, last.start, token.end)
        else:
            merged.append(token)
    return merged
