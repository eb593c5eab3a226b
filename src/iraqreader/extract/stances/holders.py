"""Who holds the positions of a sentence: whom a pronoun goes back to, who said it, who is only the other party."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iraqreader.extract.stances.tokens import HOLDERS, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

_BESIDE = re.compile(
    r"\b(?:to|with|against|about|at|on|toward|into|than|like|among|between|over|near|blamed|for|help(?:s|ed|ing)?|support(?:s|ed|ing)?|urg(?:e|es|ed|ing))\s(?:the\s)?$",
    re.IGNORECASE,
)

_SEVERAL = re.compile(r"(?:\b[a-z][\w-]*s|\b(?:\w+ans|Iraqis|Kurds|Democrats|Marines|States|Congress))$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence that matter to positions, each asked for by its index."""

    text: str
    tokens: Sequence[Token]

    def before(self, index: int) -> str:
        """The kind of the word before one; empty for the first."""
        return self.tokens[index - 1].kind if index else ""

    def gap(self, index: int) -> str:
        """What stands between a word and the one before it, in small letters; "-" for the first."""
        return self.text[self.tokens[index - 1].end : self.tokens[index].start].strip().casefold() if index else "-"

    def said(self, index: int) -> str:
        """A word as it stands."""
        return self.text[self.tokens[index].start : self.tokens[index].end]

    def is_parted(self, index: int) -> bool:
        """As in a headline of two: "Iraq seeks raids; Obama weighs them"."""
        return ";" in self.text[self.tokens[index].end : self.tokens[index + 1].start]

    def beside(self, token: Token) -> bool:
        """As in "with Iraq", "help Baghdad": whether a holder is only the other party."""
        return _BESIDE.search(self.text, max(0, token.start - 20), token.start) is not None

    def named(self, index: int) -> Token:
        """Whom a pronoun goes back to in its sentence, where someone was named there; else the pronoun itself."""
        token = self.tokens[index]
        if token.kind in ("holder", "first"):
            return token
        before = (self.tokens[i] for i in range(index - 1, max(-1, index - 12), -1) if self.tokens[i].kind == "holder")
        fits = self._is_one if token.kind == "he" else self._is_subject
        return next((other for other in before if fits(other)), token)

    def _is_one(self, token: Token) -> bool:
        """Whether a holder may be "he": "the officials", "the Iraqis" may not."""
        return _SEVERAL.search(self.text, token.start, token.end) is None

    def _is_subject(self, token: Token) -> bool:
        return not self.beside(token)

    def said_before(self, say: int) -> Token | None:
        """Left of "said": the one who said it holds what the clause gives to nobody."""
        nearby = range(say - 1, max(-1, say - 12), -1)
        holders = [index for index in nearby if self.tokens[index].kind in HOLDERS]
        subjects = (index for index in holders if not self._is_aside(self.tokens[index]))
        holder = next(subjects, holders[0] if holders else None)
        return None if holder is None else self.named(holder)

    def _is_aside(self, token: Token) -> bool:
        """As in "Abadi, under pressure from militias, said"."""
        return self.beside(token) or self.text.endswith("from ", 0, token.start)

    def said_after(self, last: int) -> Token | None:
        """As in "U.S. troops will stay, Carter said": the one who says it, at the end."""
        nearby = range(last + 1, min(len(self.tokens), last + 8))
        say = next((index for index in nearby if self._is_saying(index)), None)
        if say is None:
            return None
        beside = (index for index in (say - 1, say + 1) if last < index < len(self.tokens))
        holder = next((index for index in beside if self.tokens[index].kind in HOLDERS), None)
        return None if holder is None else self.named(holder)

    def _is_saying(self, index: int) -> bool:
        """As in "Carter said", "Carter announced" at the end of a sentence."""
        return self.tokens[index].kind == "say" or self.said(index) == "announced"
