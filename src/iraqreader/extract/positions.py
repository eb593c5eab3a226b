"""Positions on the U.S. military presence in Iraq: clauses in which someone wants, refuses or leaves open a thing done.

A clause is read from its core outwards. The core is what is done and what it is done with ("send … troops"); the
words to its left turn it round ("refused to"), leave it open ("is considering whether to") or let it stand ("plans
to"), up to the one who holds the position. "Rejected Baghdad's request for airstrikes" holds two: the request is
Baghdad's, and read on to the left, its refusal is someone else's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.lexicon.stances import actor_words, owned_words, position_words
from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from iraqreader.model import StanceLabel

REACH = 70
"""Code points between the words of one core, at most."""

_SUBJECT = re.compile(r"troops|forces|presence|strikes|raids|military|mission|advisers|soldiers|boots", re.IGNORECASE)
_BALKED = re.compile(r"(?:balk|declin|refus|resist|object)\w*[.,;—]?", re.IGNORECASE)
_STANDING = re.compile(r"(?<!combat )(?:presence|mission|footprint|bases)$", re.IGNORECASE)
_MORE = re.compile(r"\b(?:more|additional|extra|another|new)\b", re.IGNORECASE)
_SOME = re.compile(
    r"\b(?:some|half|third|quarter|several|part|fewer)\b|(?<!the )(?<!all )(?<!its )(?<!remaining )(?<!last )\b\d[\d,]*(?= )",
    re.IGNORECASE,
)
_ADDRESSED = ("", "that", "the", "for", "on", "for the", "that the", "to", "with")
_BESIDE = re.compile(
    r"\b(?:to|with|against|about|at|on|toward|into|than|like|among|between|over|near|blamed|for)\s(?:the\s)?$",
    re.IGNORECASE,
)

_TURNED: dict[StanceLabel, StanceLabel] = {
    "expand": "limit",
    "limit": "keep",
    "keep": "withdraw",
    "withdraw": "keep",
    "noncommittal": "noncommittal",
}
_ACTS = ("expand", "keep", "limit", "withdraw")
_HOLDERS = ("holder", "first", "third")
_OBJECTS = ("force", "strike", "aid")
_GOVERNING = ("asked", "given", "refuse", "open", "mute")


class Token(NamedTuple):
    """A word of a position: its kind, and for a holder, whose side; for an act, its label."""

    kind: str
    side: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Core:
    """What is done: a label, the tokens from `first` to `last` that say so, and the rule that read them.

    `weight` is less for what is sold or given than for soldiers. `bare` is an object with no act: it says nothing
    unless something governs it. `subject` holds where the soldiers do it themselves.
    """

    label: StanceLabel
    first: int
    last: int
    rule: str
    weight: float = 1.0
    bare: bool = False
    subject: bool = False


@dataclass(frozen=True, slots=True)
class Position:
    """One side's position as one clause has it. `side` is empty where the clause does not say whose."""

    side: str
    label: StanceLabel
    span: Span
    weight: float
    rule: str
    holder: Span | None


def find_tokens(text: str, small: str, sentence: Span, named: Sequence[Token]) -> list[Token]:
    """The words of positions in one sentence; `small` is the text in small letters, `named` are people named in it."""
    holders = list(named)
    for match in actor_words().finditer(text, *sentence):
        holders.append(Token("holder", str(match.lastgroup), *match.span()))
    tokens = _merged(text, _longest(holders))
    taken = [Span(token.start, token.end) for token in tokens]
    for match in position_words().finditer(small, *sentence):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in taken):
            tokens.append(_word(str(match.lastgroup), span))
    return sorted(tokens, key=lambda token: token.start)


def _word(kind: str, span: Span) -> Token:
    label, _, alone = kind.partition("_")
    if alone or label in _ACTS:
        return Token(alone or "act", label, *span)
    return Token(kind, "", *span)


def _longest(holders: list[Token]) -> list[Token]:
    """The holders, the longer where two overlap; of two alike, the one whose side is known."""
    kept: list[Token] = []
    for token in sorted(holders, key=lambda token: (token.start, -token.end, token.side == "other")):
        if not kept or token.start >= kept[-1].end:
            kept.append(token)
    return kept


def _merged(text: str, holders: list[Token]) -> list[Token]:
    """The holders, a title and the name after it as one ("Iraqi Prime Minister" "Haider al-Abadi")."""
    merged: list[Token] = []
    for token in holders:
        last = merged[-1] if merged else None
        if last and text[last.end : token.start].strip() == "":
            side = last.side if last.side != "other" and token.side == "other" else token.side
            merged[-1] = Token("holder", side, last.start, token.end)
        else:
            merged.append(token)
    return merged


def find_positions(text: str, tokens: Sequence[Token]) -> Iterator[Position]:
    """Every position that the tokens of one sentence hold, in text order."""
    if any(token.kind == "past" for token in tokens):
        return
    used = -1
    for index in range(len(tokens)):
        if index <= used:
            continue
        core = next((core for rule in CORES if (core := rule(text, tokens, index))), None)
        if core is not None:
            used = core.last
            yield from _Reading(text, tokens, core).positions()


def said_outright(_text: str, tokens: Sequence[Token], index: int) -> Core | None:
    """As in "leave Iraq", "end the combat mission": words that need nothing beside them."""
    token = tokens[index]
    return Core(token.side, index, index, "said_outright") if token.kind == "alone" else None  # type: ignore[arg-type]


def done_with(text: str, tokens: Sequence[Token], index: int) -> Core | None:
    """As in "send more troops", "cut the force": an act, then what it is done with."""
    act = tokens[index]
    if act.kind != "act":
        return None
    if _SUBJECT.search(text, act.start, act.end):
        return Core(_partly(text, act.side, act.start, act.end), index, index, "done_with")
    last = _object_after(text, tokens, index)
    if last is None:
        return None
    more = act.side == "keep" and _MORE.search(text, act.end, tokens[last].end)
    label = "expand" if more else _partly(text, act.side, act.end, tokens[last].end)
    return Core(label, index, last, "done_with", _weight(tokens[last]))


def done_by(text: str, tokens: Sequence[Token], index: int) -> Core | None:
    """As in "U.S. troops would leave", "the raids will continue": what it is done with, then the act."""
    if tokens[index].kind not in _OBJECTS or not _ours(text, tokens[index]):
        return None
    for last in range(index + 1, len(tokens)):
        token = tokens[last]
        if token.start - tokens[index].end > REACH or token.kind in ("say", "stop", "join", "holder", "first", "third"):
            return None
        if token.kind == "act" or (token.kind == "alone" and token.side in ("withdraw", "keep")):
            label = _partly(text, token.side, max(0, tokens[index].start - 30), tokens[index].end)
            return Core(label, index, last, "done_by", _weight(tokens[index]), subject=True)
    return None


def _partly(text: str, label: str, start: int, end: int) -> StanceLabel:
    """The label of an act on the soldiers between two offsets: to withdraw some of them is to want fewer."""
    return "limit" if label == "withdraw" and _SOME.search(text, start, end) else label  # type: ignore[return-value]


def asked_for(text: str, tokens: Sequence[Token], index: int) -> Core | None:
    """As in "asked for airstrikes", "no need for foreign troops": an object and what governs it."""
    token = tokens[index]
    if token.kind not in _OBJECTS or not _ours(text, token):
        return None
    label: StanceLabel = "keep" if _STANDING.search(text, token.start, token.end) else "expand"
    return Core(label, index, index, "asked_for", _weight(token), bare=True)


def no_answer(text: str, tokens: Sequence[Token], index: int) -> Core | None:
    """As in "declined to comment on the request": an open question, where soldiers were just spoken of."""
    token = tokens[index]
    near = text[max(0, token.start - 300) : token.end + 100]
    if token.kind != "mute" or not _SUBJECT.search(near):
        return None
    return Core("noncommittal", index, index, "no_answer", 0.8)


def balked(text: str, tokens: Sequence[Token], index: int) -> Core | None:
    """As in "But the Iraqis have balked.": a refusal of what was just spoken of."""
    token = tokens[index]
    if token.kind != "refuse" or not _BALKED.fullmatch(text[token.start : token.end + 1]):
        return None
    return (
        Core("limit", index, index, "balked", 0.8)
        if _SUBJECT.search(text, max(0, token.start - 300), token.start)
        else None
    )


CORES: tuple[Callable[[str, Sequence[Token], int], Core | None], ...] = (
    said_outright,
    done_with,
    done_by,
    no_answer,
    balked,
    asked_for,
)


def _object_after(text: str, tokens: Sequence[Token], index: int) -> int | None:
    for last in range(index + 1, len(tokens)):
        token = tokens[last]
        between = text[tokens[index].end : token.start]
        if len(between) > REACH or token.kind in ("act", "alone", "say", "stop", "refuse", "open", "mute", "aside"):
            return None
        if token.kind in ("holder", "third") and "," in between:
            return None
        if token.kind in _OBJECTS:
            return last if _ours(text, token) else None
    return None


def _ours(text: str, token: Token) -> bool:
    """Whether soldiers may be American: no word before them says whose else they are."""
    if token.kind != "force":
        return True
    before = text[max(0, token.start - 40) : token.end]
    words = before.replace(",", " , ").replace(" and ", " , ").split(" ")
    near = " ".join(words[-4:]).rpartition(",")[2]
    return not owned_words().search(near)


def _weight(token: Token) -> float:
    return {"force": 1.0, "strike": 0.8, "aid": 0.6}[token.kind]


class _Reading:
    """One core, read outwards to the left."""

    def __init__(self, text: str, tokens: Sequence[Token], core: Core) -> None:
        self.text, self.tokens, self.core = text, tokens, core
        self.label: StanceLabel = core.label
        self.closed: StanceLabel = core.label
        self.weight = core.weight
        self.governed = not core.bare
        self.obliged = False
        self.joined = False
        self.start = tokens[core.first].start

    def positions(self) -> Iterator[Position]:
        """The positions from the inmost holder outwards."""
        for index in range(self.core.last - 1, self.core.first, -1):
            if self.core.subject:
                self._operate(self.tokens[index])
        self.start = self.tokens[self.core.first].start
        for index in range(self.core.first - 1, -1, -1):
            token = self.tokens[index]
            if token.kind == "aside":
                return
            if token.kind in ("stop", "alone") or (self.core.bare and not self.governed and self._far(index)):
                break
            if token.kind == "say":
                yield from self._beyond(index)
                return
            if token.kind in _HOLDERS:
                if self._addressed(index):
                    continue
                yield from self._held(index)
                if not self._outer(index):
                    return
            elif not self.joined:
                self._operate(token)
            self.joined = self.joined or token.kind == "join"
        yield from self._nobody()

    def _far(self, index: int) -> bool:
        return self.tokens[self.core.first].start - self.tokens[index].end > REACH

    def _operate(self, token: Token) -> None:
        """Let one word to the left of the core act on its label; "not considering" closes what "considering" opened."""
        if token.kind in ("not", "refuse"):
            self.label = self.closed = _TURNED[self.closed]
        elif token.kind in ("open", "mute"):
            self.label = "noncommittal"
        elif token.kind == "if":
            self.weight *= 0.4
        self.governed = self.governed or token.kind in _GOVERNING or (token.kind == "not" and self._combat())
        self.obliged = self.obliged or token.kind == "asked"
        if token.kind != "join":
            self.start = token.start

    def _combat(self) -> bool:
        """As in "no boots on the ground": the object needs no verb to be refused."""
        words = self.text[self.tokens[self.core.first].start : self.tokens[self.core.first].end].casefold()
        return words.startswith(("combat", "boots", "ground"))

    def _addressed(self, index: int) -> bool:
        """As in "asked the United States to send", "told Iraq about sending": named, but not as the one who wants it."""
        token = self.tokens[index]
        if token.kind == "third":
            return False
        if _BESIDE.search(self.text, max(0, token.start - 20), token.start):
            return True
        if index and self.tokens[index - 1].kind == "asked":
            gap = self.text[self.tokens[index - 1].end : token.start].strip().casefold()
            if gap in _ADDRESSED:
                return True
        return self.obliged and self.label == "withdraw" and token.side == "washington" and not self.core.bare

    def _held(self, index: int) -> Iterator[Position]:
        token, before = self.tokens[index], self.tokens[index - 1] if index else None
        gap = self.text[before.end : token.start].strip().casefold() if before else "-"
        if before and gap == "":
            if before.kind == "not":
                self.label = _TURNED[self.label]
            elif before.kind == "doubt":
                self.label = "noncommittal"
        self.governed = self.governed or (before is not None and before.kind == "asked" and gap in ("from", "by", "of"))
        self.start = token.start
        if not self.governed:
            return
        yield self._position(token.side if token.kind == "holder" else token.kind, Span(token.start, token.end))
        if index > 1 and before and before.kind == "join" and gap == "" and self.tokens[index - 2].kind == "holder":
            other = self.tokens[index - 2]
            if self.text[other.end : before.start] == " ":
                yield self._position(other.side, Span(other.start, other.end))

    def _outer(self, index: int) -> bool:
        """As in "rejected Baghdad's request": whether another's attitude takes this position as its object."""
        if not self.governed or index == 0 or self.tokens[index - 1].kind not in ("refuse", "open", "given"):
            return False
        gap = self.text[self.tokens[index - 1].end : self.tokens[index].start]
        self.joined = False
        return len(gap) < 15 and "," not in gap

    def _beyond(self, say: int) -> Iterator[Position]:
        """Left of "said": the one who said it holds what the clause gives to nobody."""
        if not self.governed:
            return
        holder = next((token for token in reversed(self.tokens[:say]) if token.kind in _HOLDERS), None)
        if holder is None:
            yield from self._nobody()
        else:
            yield self._position(
                holder.side if holder.kind == "holder" else holder.kind, Span(holder.start, holder.end)
            )

    def _nobody(self) -> Iterator[Position]:
        if self.governed:
            yield self._position("", None)

    def _position(self, side: str, holder: Span | None) -> Position:
        span = Span(self.start, self.tokens[self.core.last].end)
        return Position(side, self.label, span, self.weight, self.core.rule, holder)
