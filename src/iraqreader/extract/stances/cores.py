"""The core of a position: what is done, and what it is done with ("send … more troops")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iraqreader.extract.stances.tokens import HOLDERS, OBJECTS
from iraqreader.lexicon.stances import core_words, owned_words, request_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iraqreader.extract.stances.tokens import Token
    from iraqreader.model import Span, StanceLabel

REACH = 70
"""Code points between the words of one core, at most."""

_SOLDIERS = re.compile(r"troops|forces|presence|strikes|raids|military|mission|advisers|soldiers|boots", re.IGNORECASE)
_NEAR = 300
"""Code points around a bare "declined" in which soldiers must have been spoken of."""
_BALKED = re.compile(r"(?:balk|declin|refus|resist|object)\w*[.,;—]?", re.IGNORECASE)
_STANDING = re.compile(r"(?<!combat )(?:presence|mission|footprint)$", re.IGNORECASE)
_IS_THERE = re.compile(
    r"(?:forces|troops|soldiers|personnel) (?:(?:in Iraq|in the country|there) |to (?:be|stay|remain)\b)"
)
"""Soldiers who are there, and are not asked for."""
_ATTRIBUTE = re.compile(r"(?:troop|force|air)\s", re.IGNORECASE)
"""Before an act that is named, as in "the troop increase"."""
_MORE = re.compile(r"\b(?:more|additional|extra|another|new)\b", re.IGNORECASE)
_SOME = re.compile(
    r"\b(?:some|half|third|quarter|several|part|fewer)\b"
    r"|(?<!the )(?<!all )(?<!its )(?<!remaining )(?<!last )\b\d[\d,]*(?= )",
    re.IGNORECASE,
)
_ONE_UNIT = re.compile(
    r"(?<!last )(?<!final )(?<!remaining )\b(?:brigade|battalion|unit|contingent|detachment)\b", re.IGNORECASE
)
_OTHER_CLAUSE = re.compile(r"\b(?:how|that|whether|delegations?|envoys?|letters?)\b")
_CITIES = re.compile(
    r"(?:(?:of|from) )?(?:the |its |some |several |all )?(?:Iraqi |major |Iraq[’']s )?(?:cities|towns|bases|posts|urban)"
    r"|(?:on \w+ )?(?:(?:of|from) )?(?:\S+ ){0,3}(?:base|camp|airfield|outpost)s?\b"
)
_NOUN = re.compile(
    r"(?:\w+ )*(?:withdrawals?|pull-?outs?|departure|removal|expulsion|drawdowns?|reductions?|exit|ouster|eviction"
    r"|deployments?|intervention|escalation|build-?up|expansion|delivery|extension|addition)(?: (?:of|from|in)\b.*)?",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"(?:withdrew|left|pulled|departed|exited|went home|came home|brought|ended|removed)\b", re.IGNORECASE
)
_BETWEEN = {
    "request_of": re.compile(
        r"\s(?:of|from|by)\s(?:the\s)?(?:(?:office|government|cabinet)\sof\s)?(?:(?:Iraqi\s)?Prime Minister\s)?"
    ),
    "own_request": re.compile(r"[’']s?\s(?:\w+\s){0,2}"),
}
"""What stands between a request and who makes it, by the rule that reads the two."""
REQUESTS = ("request_of", "own_request", "asked_by")
"""Rules whose cores name their own holder."""
_BEEN = re.compile(r"(?:\s\w+){0,2}\s(?:was|were|been|being|is|are)\s(?:\w+ly\s)?")
_LACKING = re.compile(r"\b(?:need\w*|require\w*|without|await\w*|absent|unless|until|if|no|will be)\s[^,;.]{0,25}$")
_MADE_TO = re.compile(r"\b(?:to have|be|being|get)\b(?: [\w.]+){0,4} $")
"""As in "voted to have foreign troops removed": not done yet."""
_JUST_NOW = re.compile(r"\b(?:\w+day|this week|overnight|today|announced|ordered|last \d|final)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Core:
    """What is done: a label, the tokens from `first` to `last` that say so, and the rule that read them.

    `weight` is less for what is sold or given than for soldiers. `bare` cores name a thing ("airstrikes", "the
    withdrawal"): they say nothing unless something governs them. `subject` holds where the soldiers act themselves.
    """

    label: StanceLabel
    first: int
    last: int
    rule: str
    weight: float = 1.0
    bare: bool = False
    subject: bool = False


def may_have_core(small: str, sentence: Span) -> bool:
    """Whether a core may begin anywhere in a sentence, given in small letters: most sentences can be passed over."""
    return bool(core_words().search(small, *sentence) or _SOLDIERS.search(small, *sentence))


def find_core(text: str, tokens: Sequence[Token], index: int) -> Core | None:
    """The core that begins at a token, by the first rule that reads one there."""
    return next((core for rule in RULES if (core := rule(text, tokens, index))), None)


def said_outright(text: str, tokens: Sequence[Token], index: int) -> Core | None:
    """As in "leave Iraq", "end the combat mission": words that need nothing beside them."""
    token = tokens[index]
    if token.kind != "alone" or _is_over(text, token):
        return None
    return Core(_label(token), index, index, "said_outright", bare=_is_noun(text, token))


def done_with(text: str, tokens: Sequence[Token], index: int) -> Core | None:
    """As in "send more troops", "cut the force": an act, then what it is done with."""
    act = tokens[index]
    if act.kind != "act" or _is_over(text, act):
        return None
    if _SOLDIERS.search(text, act.start, act.end):
        return Core(_partly(text, act, act.start, act.end), index, index, "done_with")
    last = _object_after(text, tokens, index)
    if last is None:
        return None
    label = _partly(text, act, act.end, tokens[last].end)
    if label == "keep" and _MORE.search(text, act.end, tokens[last].end):
        label = "expand"
    return Core(label, index, last, "done_with", _weight(tokens[last]), bare=_is_noun(text, act))


def done_by(text: str, tokens: Sequence[Token], index: int) -> Core | None:
    """As in "U.S. troops would leave", "the raids will continue": what it is done with, then the act."""
    thing = tokens[index]
    if thing.kind not in OBJECTS or not _is_ours(text, thing):
        return None
    begin = index + 1 + _has_relative(text, tokens, index)
    reach = REACH if begin == index + 1 else 2 * REACH
    for last in range(begin, len(tokens)):
        token = tokens[last]
        if (
            token.start - thing.end > reach
            or ";" in text[thing.end : token.start]
            or token.kind in ("say", "stop", "aside", "join", *HOLDERS)
        ):
            return None
        if _is_noun(text, token):
            continue
        if token.kind == "act" and _ATTRIBUTE.fullmatch(text, thing.start, token.start):
            return Core(_label(token), index, last, "done_by", _weight(thing), bare=True)
        if token.kind == "act" or (token.kind == "alone" and token.label in ("withdraw", "keep", "expand")):
            if _is_over(text, token):
                return None
            label = _partly(text, token, max(0, thing.start - 30), thing.end)
            return Core(label, index, last, "done_by", _weight(thing), subject=True)
    return None


def _has_relative(text: str, tokens: Sequence[Token], index: int) -> bool:
    """As in "U.S. troops who crossed into Iraq may stay": whether a clause stands between them and what they do."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is not None and after.kind == "stop" and text[tokens[index].end : after.end].strip() == "who"


def no_answer(text: str, tokens: Sequence[Token], index: int) -> Core | None:
    """As in "declined to comment on the request": an open question, where soldiers were just spoken of."""
    token = tokens[index]
    if token.kind != "mute" or not _SOLDIERS.search(text, max(0, token.start - _NEAR), token.end + 100):
        return None
    return Core("noncommittal", index, index, "no_answer", 0.8)


def balked(text: str, tokens: Sequence[Token], index: int) -> Core | None:
    """As in "But the Iraqis have balked.": a refusal of what was just spoken of."""
    token = tokens[index]
    if token.kind != "refuse" or not _BALKED.fullmatch(text[token.start : token.end + 1]):
        return None
    spoken_of = _SOLDIERS.search(text, max(0, token.start - _NEAR), token.start)
    return Core("limit", index, index, "balked", 0.8) if spoken_of else None


def asked_for(text: str, tokens: Sequence[Token], index: int) -> Core | None:
    """As in "asked for airstrikes", "no need for foreign troops": a thing, and what governs it."""
    token = tokens[index]
    if token.kind not in OBJECTS or not _is_ours(text, token) or _does_something(text, tokens, index):
        return None
    standing = _STANDING.search(text, token.start, token.end) or _IS_THERE.match(text, token.start)
    label: StanceLabel = "keep" if standing else "expand"
    return Core(label, index, index, "asked_for", _weight(token), bare=True)


def request_of(text: str, tokens: Sequence[Token], index: int) -> Core | None:
    """As in "at the request of the Iraqi government": whoever asks wants what is done."""
    return _requested(text, tokens, index, "request_of") if _asks(text, tokens[index]) else None


def own_request(text: str, tokens: Sequence[Token], index: int) -> Core | None:
    """As in "on Baghdad's invitation"."""
    after = tokens[index + 1 : index + 2]
    return _requested(text, tokens, index, "own_request") if after and _asks(text, after[0]) else None


def _asks(text: str, token: Token) -> bool:
    return request_words().fullmatch(text, token.start, token.end) is not None


def _requested(text: str, tokens: Sequence[Token], first: int, rule: str) -> Core | None:
    """A request and who made it, side by side, where soldiers are spoken of and it was not only needed."""
    pair = tokens[first : first + 2]
    if {token.kind for token in pair} != {"asked", "holder"} or not _BETWEEN[rule].fullmatch(
        text, pair[0].end, pair[1].start
    ):
        return None
    spoken_of = _SOLDIERS.search(text, max(0, pair[0].start - _NEAR), pair[1].end + 100)
    if spoken_of is None or _is_lacking(text, pair[0]):
        return None
    return Core(_done(tokens, pair[0]), first, first + 1, rule, 0.7)


def asked_by(text: str, tokens: Sequence[Token], index: int) -> Core | None:
    """As in "the trainers had been requested by the Iraqi government": the thing first, and who wants it last."""
    if tokens[index].kind not in OBJECTS or len(tokens) < index + 3 or not _is_ours(text, tokens[index]):
        return None
    asked, holder = tokens[index + 1 : index + 3]
    passive = asked.kind == "asked" and _BEEN.fullmatch(text, tokens[index].end, asked.start)
    if not passive or holder.kind != "holder" or text[asked.end : holder.start].split() not in (["by"], ["by", "the"]):
        return None
    return Core("expand", index, index + 2, "asked_by", 0.7)


def _is_lacking(text: str, request: Token) -> bool:
    """As in "we needed the invitation of the government", "without a request from Baghdad"."""
    return _LACKING.search(text, max(0, request.start - 40), request.start) is not None


def _done(tokens: Sequence[Token], request: Token) -> StanceLabel:
    """What is done at someone's request: the act that is named before it, else more than was done."""
    acts = [token for token in tokens if token.kind == "act" and token.end <= request.start]
    return "limit" if acts and acts[-1].label in ("limit", "withdraw") else "expand"


RULES: tuple[Callable[[str, Sequence[Token], int], Core | None], ...] = (
    request_of, own_request, asked_by, said_outright, done_with, done_by, no_answer, balked, asked_for,
)  # fmt: skip


def _does_something(text: str, tokens: Sequence[Token], index: int) -> bool:
    """As in "hoped that the soldiers could be home": the thing is not what is hoped for."""
    after, before = tokens[index + 1 : index + 2], tokens[index - 1].kind if index else ""
    follows = bool(after) and after[0].kind == "meant" and text[tokens[index].end : after[0].start].isspace()
    return follows and before not in ("not", "refuse")


def _object_after(text: str, tokens: Sequence[Token], index: int) -> int | None:
    for last in range(index + 1, len(tokens)):
        token = tokens[last]
        between = text[tokens[index].end : token.start]
        if len(between) > REACH or token.kind in ("act", "alone", "say", "stop", "refuse", "open", "mute", "aside"):
            return None
        if (token.kind in HOLDERS and "," in between) or _OTHER_CLAUSE.search(between):
            return None
        if token.kind in OBJECTS:
            return last if _is_ours(text, token) else None
    return None


def _label(token: Token) -> StanceLabel:
    return token.label  # type: ignore[return-value]  # a token of an act has one of the four


def _partly(text: str, act: Token, start: int, end: int) -> StanceLabel:
    """The label of an act on the soldiers between two offsets: to withdraw some of them is to want fewer."""
    some = _SOME.search(text, start, end) or _CITIES.match(text, act.end + 1)
    return "limit" if act.label == "withdraw" and (some or _ONE_UNIT.search(text, start, end)) else _label(act)


def _is_ours(text: str, token: Token) -> bool:
    """Whether soldiers may be American: no word before them says whose else they are."""
    if token.kind == "aid":
        return True
    words = text[max(0, token.start - 40) : token.end].replace(",", " , ").replace(" and ", " , ").split(" ")
    return not owned_words().search(" ".join(words[-4:]).rpartition(",")[2])


def _is_noun(text: str, act: Token) -> bool:
    return _NOUN.fullmatch(text, act.start, act.end) is not None


def _is_over(text: str, act: Token) -> bool:
    """As in "a decade after American troops left Iraq": what was done long ago is no position now."""
    if act.label != "withdraw" or not _OVER.match(text, act.start, act.end):
        return False
    if _MADE_TO.search(text, max(0, act.start - 50), act.start):
        return False
    return not _JUST_NOW.search(text, max(0, act.start - 40), act.end + 60)


def _weight(token: Token) -> float:
    return {"force": 1.0, "strike": 0.6, "aid": 0.6}[token.kind]
