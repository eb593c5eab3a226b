"""Positions on the U.S. military presence in Iraq: clauses in which someone wants, refuses or leaves open a thing done.

A clause is read from its core outwards. The core is what is done and what it is done with ("send … troops"); the
words to its left turn it round ("refused to"), leave it open ("is considering whether to") or let it stand ("plans
to"), up to the one who holds the position. "Rejected Baghdad's request for airstrikes" holds two: the request is
Baghdad's, and read on to the left, its refusal is someone else's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from iraqreader.extract.stances.cores import REACH, REQUESTS, Core, find_core
from iraqreader.extract.stances.holders import Sentence
from iraqreader.extract.stances.tokens import HOLDERS, OBJECTS, Token
from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqreader.model import StanceLabel

FAR = 400
"""Code points to the left of a core that are read, at most."""
CLAUSE = 12
"""Words of a position that a clause has on either side of its core, at most."""

_TURNED: dict[StanceLabel, StanceLabel] = {
    "expand": "limit",
    "limit": "keep",
    "keep": "withdraw",
    "withdraw": "keep",
    "noncommittal": "noncommittal",
}
_WANTING = ("asked", "refuse", "ill", "open", "mute")
_GOVERNING = (*_WANTING, "given")
_ADDRESSED = ("", "that", "the", "for", "on", "for the", "that the", "to", "with")
_CALLED_FOR = re.compile(
    r"\b(?:are|is|be|were|was|not|n[’']t|been|urgently|neither|nor|longer|necessary nor) (?:needed|wanted|welcomed?|required|expected|necessary)$"
)
_HAPPENS = re.compile(
    r"\s(?:be (?:completed?|finished|over|done|carried out)|take place|happen|begin|start|proceed|go ahead)\b"
)
_TOLD = ("told", "tells", "assured", "warned", "accused", "accuses")
_ASKERS = ("from", "by", "of")
_OWNER = re.compile(
    r"(?:\b(?:(?:U\.S\.|American|foreign|coalition|all|the|these|more|new|military|\d[\d,]*)\s)+)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Position:
    """One side's position as one clause has it.

    `holder` is who holds it: a side, the kind of a pronoun (`first`, `it`, `third`), empty where none is named. `wanted`
    positions ask or refuse; the others report what is done or planned.
    """

    holder: str
    label: StanceLabel
    span: Span
    weight: float
    rule: str
    wanted: bool


def find_positions(text: str, tokens: Sequence[Token]) -> Iterator[Position]:
    """Every position that the tokens of one sentence hold, in text order; none in a clause that tells of the past."""
    used = -1
    for index in range(len(tokens)):
        core = find_core(text, tokens, index) if index > used else None
        if core is not None:
            used = core.last
            if not _in_past(tokens, core):
                yield from _Reading(text, tokens, core).positions()


def _in_past(tokens: Sequence[Token], core: Core) -> bool:
    """Whether a word of the past stands in a core's clause: no "after", "but" or "said" comes between."""
    after = takewhile(_same_clause, tokens[core.last + 1 : core.last + CLAUSE])
    before = takewhile(_same_clause, reversed(tokens[max(0, core.first - CLAUSE) : core.first]))
    return any(token.kind == "past" for token in (*before, *after))


def _same_clause(token: Token) -> bool:
    return token.kind not in ("aside", "stop", "say", "join")


class _Reading:
    """One core, read outwards to the left."""

    def __init__(self, text: str, tokens: Sequence[Token], core: Core) -> None:
        self.text, self.tokens, self.core = text, tokens, core
        self.words = Sentence(text, tokens)
        self.label: StanceLabel = core.label
        self.closed: StanceLabel = core.label
        self.weight = core.weight
        self.governed = not core.bare
        self.wanted = core.rule in ("no_answer", "balked", *REQUESTS)
        self.joined = self.talked = False
        self.ill = text.endswith("sovereignty", 0, tokens[core.last].end)
        self.first = tokens[core.first].start
        self.start = self.first

    def positions(self) -> Iterator[Position]:
        """The positions from the inmost holder outwards."""
        if self.core.rule in REQUESTS:
            yield from self._position(next(token for token in self._of_core() if token.kind == "holder"))
            return
        self._read_inside()
        self._read_after()
        for index in range(self.core.first - 1, -1, -1):
            kind = self.tokens[index].kind
            if self._is_background(index):
                return
            if kind in ("say", "stop", "alone") or self.words.is_parted(index):
                yield from self._position(
                    self.words.said_before(index) if kind == "say" else self.words.said_after(self.core.last)
                )
                return
            if kind not in HOLDERS:
                self._operate(self.tokens[index])
            elif not self._addressed(index):
                yield from self._held(index)
                if not self._outer(index):
                    return
        yield from self._position(self.words.said_after(self.core.last))

    def _of_core(self) -> Sequence[Token]:
        return self.tokens[self.core.first : self.core.last + 1]

    def _is_background(self, index: int) -> bool:
        """As in "years after Obama brought them home": a clause that dates another tells what was done."""
        if self.tokens[index].kind == "aside" or self._too_far(index):
            return True
        passing = self.words.before(index) == "aside" and not self.words.gap(index)
        passing = passing and (not self.wanted or self.tokens[index].kind == "it")
        return self.tokens[index].kind in HOLDERS and passing

    def _read_inside(self) -> None:
        """As in "U.S. troops are not leaving": the words between the soldiers and what they do."""
        if self.core.subject:
            for index in range(self.core.last - 1, self.core.first, -1):
                self._operate(self.tokens[index])
            self.start = self.first

    def _read_after(self) -> None:
        """As in "leaving now would be a mistake", "more troops are not needed": what is said of the core behind it."""
        words = list(takewhile(self._is_predicate, self.tokens[self.core.last + 1 : self.core.last + CLAUSE]))
        said = next((word for word in words if word.kind in ("ill", "open") or self._is_called_for(word)), None)
        if said is None and any(map(self._will_happen, words)):
            self.governed = True
        if said is None:
            return
        self._operate(said)
        self.ill = said.kind == "ill"
        if any(word.kind == "not" for word in words[: words.index(said)]):
            self._operate(said._replace(kind="not"))
        self.start = self.first

    def _is_predicate(self, token: Token) -> bool:
        near = token.start - self.tokens[self.core.last].end < REACH
        return near and token.kind in ("ill", "open", "asked", "not", "meant", *OBJECTS)

    def _will_happen(self, token: Token) -> bool:
        """As in "the withdrawal will be completed by June": a thing that is said to come."""
        return token.kind == "meant" and _HAPPENS.match(self.text, token.end) is not None

    def _is_called_for(self, token: Token) -> bool:
        """As in "are needed", "is welcome"."""
        words = self.text[token.start - 12 : token.end]
        return token.kind == "asked" and _CALLED_FOR.search(words) is not None

    def _too_far(self, index: int) -> bool:
        reach = FAR if self.governed else REACH
        return self.first - self.tokens[index].end > reach

    def _operate(self, token: Token) -> None:
        """Let one word to the left of the core act on its label; "not considering" closes what "considering" opened.

        What stands left of an "and" governs the clause before it, and not this one.
        """
        if self.joined or token.kind == "join":
            self.joined = True
            return
        if self.ill and token.kind in ("refuse", "ill"):
            return
        if token.kind in ("not", "refuse", "ill"):
            self.label = self.closed = _TURNED[self.closed]
        elif token.kind in ("open", "mute", "talk", "doubt"):
            self.label = "noncommittal"
            self.talked = self.talked or token.kind == "talk"
        elif token.kind == "asked" and self.talked:
            self.label = self.closed
        elif token.kind == "if":
            self.weight *= 0.4
        self.governed = self.governed or token.kind in _GOVERNING or self._begun(token) or self._no_combat(token)
        self.wanted = self.wanted or token.kind in _WANTING
        self.start = token.start

    def _begun(self, token: Token) -> bool:
        """As in "has begun the withdrawal": a plan carries an act that is named, but no mere thing."""
        return token.kind in ("meant", "talk") and self.core.rule != "asked_for"

    def _no_combat(self, token: Token) -> bool:
        """As in "no boots on the ground": the thing needs no verb to be refused."""
        thing = self.text[self.first : self.first + 10].casefold()
        return token.kind == "not" and thing.startswith(("combat", "boots", "ground"))

    def _addressed(self, index: int) -> bool:
        """As in "asked the United States to send", "told Iraq about sending": named, but not as the one who wants it."""
        token = self.tokens[index]
        if token.kind in ("he", "it", "third") or self.text[token.end : token.end + 2] in ("'s", "’s"):
            return False
        if self.words.beside(token):
            return True
        if self.words.before(index) == "asked" and self.words.gap(index) in _ADDRESSED:
            return True
        if self.words.before(index) == "say" and not self.words.gap(index) and self.words.said(index - 1) in _TOLD:
            return True
        return self.wanted and self.label == "withdraw" and token.label == "washington" and not self.core.bare

    def _held(self, index: int) -> Iterator[Position]:
        token = self.tokens[index]
        before, gap = self.words.before(index), self.words.gap(index)
        if before == "not" and not gap:
            self.label = _TURNED[self.label]
        elif before == "doubt" and not gap:
            self.label = "noncommittal"
        elif before == "asked" and gap in _ASKERS:
            self.governed = self.wanted = True
        self.start = token.start
        yield from self._position(self.words.named(index))
        if before == "join" and not gap and self.words.before(index - 1) == "holder" and not self.words.gap(index - 1):
            yield from self._position(self.tokens[index - 2])

    def _outer(self, index: int) -> bool:
        """As in "rejected Baghdad's request": whether another's attitude takes this position as its object."""
        gap = self.words.gap(index)
        self.joined = False
        if self.words.before(index) == "asked" and gap in _ASKERS:
            return self.words.before(index - 1) in ("refuse", "open", "given")
        return (
            self.governed
            and self.words.before(index) in ("refuse", "open", "given")
            and len(gap) < 15
            and "," not in gap
        )

    def _position(self, holder: Token | None) -> Iterator[Position]:
        if not self.governed:
            return
        if self.start == self.first and self.core.subject:
            self.start = _with_owner(self.text, self.first)
        name = "" if holder is None else holder.label or holder.kind
        span = Span(self.start, self.tokens[self.core.last].end)
        yield Position(name, self.label, span, self.weight, self.core.rule, self.wanted)


def _with_owner(text: str, start: int) -> int:
    """Where soldiers begin with the words that say whose they are ("U.S. troops")."""
    owner = _OWNER.search(text, max(0, start - 40), start)
    return owner.start() if owner else start
