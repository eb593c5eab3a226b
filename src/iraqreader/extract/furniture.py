"""Text of the page that is not the report: notices, links, bylines, bios and the desk's notes on its own work.

Rules read one paragraph at a time. Form alone decides most of them; what only its place gives away (a run of headlines,
a bio) counts at the foot of the page, below the last paragraph that is plainly report. What is furniture here is lost to
quotes, troops and stances, so a rule that is unsure leaves the paragraph alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.lexicon import load_words
from iraqreader.lexicon.publishers import outlets
from iraqreader.model import Furniture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from iraqreader.extract.segment import Document
    from iraqreader.model import FurnitureKind, Span

_NAME = r"[A-Z][\w.’'-]*(?: (?:al-|de |van |von |bin |el-)?[A-Z][\w.’'-]*){1,3}"
_NAME_LINE = re.compile(rf"{_NAME}\.?")
_BYLINE = re.compile(
    rf"(?:BYLINE: ?|[Bb]y |BY )(?:the )?{_NAME}(?:(?:,| and|, and| for) (?:the )?{_NAME}| \| .{{0,60}}|, [A-Z ]+)*\.?"
)
_DASH_BYLINE = re.compile(rf"[—–-]{{1,2}} ?{_NAME}(?:(?:,| and|, and) {_NAME})*\.?")
_CREDITED = re.compile(
    r"(?:.{0,250}\bcontributed (?:reporting|research|to this (?:report|story|article|post|piece))\b.{0,60}"
    r"|\(?(?:Additional r|R)eporting by .{3,250}|\((?:Writing|Editing) by .{3,250}|Contributing: .{3,200})"
)
_FOLLOW = re.compile(
    r"(?:Follow|Reach|Contact|Email|E-mail|On Twitter)\b[^\n]{0,160}(?:@\w|[Tt]witter|[Ff]acebook|https?:|#\w)[^\n]{0,120}"
)
_DEBRIS = re.compile(r"[\W_]+|[.#]?[\w-]+\s*\{|\}?\s*[\w-]+:\s*[\w%#]+;|https?://\S+")
_DATED = re.compile(
    r"(?:First |Last )?(?:published|updated|posted|modified)\b:? (?:(?:on|at) )?"
    r"(?:\d|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b.{0,40}\d)",
    re.IGNORECASE,
)
_KICKER = re.compile(r"[^:.]{3,40}[\w’'”]:[A-Z‘“\"'][^:]{10,}")
_BIO = re.compile(
    rf"(?P<name>{_NAME}|[A-Z][a-z]+)(?:, [^,.]{{3,90}},)? (?:is|are|was|covers|writes|reports|edits|hosts|teaches|serves)\b"
)
_BEAT = re.compile(
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2} (?:covers|writes about|reports (?:on|from)|is an? [\w -]{0,30}(?:reporter|correspondent)) "
)
_WORD = re.compile(r"[^\W\d_][\w’']*")
_STOP = re.compile(r"[.!…][\"”’')\]]*$")
_MORE_IN = re.compile(r"More (?:[Ii]n|[Ff]rom|[Oo]n|[Ss]tories|[Nn]ews|[Cc]overage)\b[^.:]{0,40}[.…]{0,3}")
_ENDS_MARKS = " .:…!?\u00a0\ufeff"

LONGEST_NOTICE = 400
"""Code points: a longer paragraph is no button, and is read by nobody here but the notes and bios."""

LONGEST_HEAD = 6
"""Paragraphs above a report: titles, bylines, dates."""

LONGEST_FOOT = 40
"""Paragraphs at the foot of a page, furniture and all."""
LONGEST_RUN = 12
"""Headlines below a report; more lines without a full stop are a list, and the report's own."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph as the rules see it: its words as printed, in lower case, and less their last marks."""

    span: Span
    text: str
    lower: str
    bare: str
    document: Document

    @property
    def stopped(self) -> bool:
        """Whether it ends as a sentence does."""
        return _STOP.search(self.text) is not None

    @property
    def length(self) -> int:
        """Number of words."""
        return self.text.count(" ") + 1


class Rule(NamedTuple):
    """One way to know furniture; its name goes on the fact."""

    name: str
    kind: FurnitureKind
    fits: Callable[[Line], bool]


def find_furniture(document: Document) -> tuple[Furniture, ...]:
    """Site notices, bylines, author bios, related links and editors' notes, in text order."""
    spans = document.paragraphs
    found = {span: fact for span in spans if (fact := _first(FORM_RULES, _line(document, span)))}
    found |= {fact.span: fact for fact in _head([_line(document, span) for span in spans[:LONGEST_HEAD]], found)}
    found |= {
        fact.span: fact for fact in _foot([_line(document, span) for span in spans[-LONGEST_FOOT:]], found, len(spans))
    }
    return tuple(found[span] for span in spans if span in found)


def _line(document: Document, span: Span) -> Line:
    text = span.of(document.text).lstrip("\ufeff").replace("\u00a0", " ")
    lower = text[: LONGEST_NOTICE + 1].lower()
    return Line(span, text, lower, lower.strip(_ENDS_MARKS + '"“”'), document)


def _first(rules: Sequence[Rule], line: Line) -> Furniture | None:
    return next((Furniture(line.span, rule.kind, rule.name) for rule in rules if rule.fits(line)), None)


def _head(lines: Sequence[Line], found: dict[Span, Furniture]) -> Iterator[Furniture]:
    """A name alone above the name of its paper: the byline that lost its "By"."""
    top = [line for line in lines if line.span not in found]
    for line, below in pairwise(top):
        if _NAME_LINE.fullmatch(line.text) and below.bare in _outlet_lines():
            yield Furniture(line.span, "byline", "name_over_outlet")
            yield Furniture(below.span, "byline", "name_over_outlet")


def _foot(lines: Sequence[Line], found: dict[Span, Furniture], of: int) -> Iterator[Furniture]:
    """What follows the last paragraph of report, read from the last line upwards."""
    run: list[Line] = []
    for line in reversed(lines):
        if line.span in found:
            continue
        if fact := _first(FOOT_RULES, line):
            yield fact
        elif _like_headline(line):
            run.append(line)
        else:
            break
    yield from _headlines(run, of)


def _headlines(run: Sequence[Line], of: int) -> Iterator[Furniture]:
    """A run of headlines links to other reports; one alone may be the report's last words, cut off."""
    certain = len(run) > 1 or any(_KICKER.fullmatch(line.text) for line in run)
    if certain and len(run) <= LONGEST_RUN and of - len(run) >= 2:
        yield from (Furniture(line.span, "related", "headlines_at_foot") for line in run)


def _like_headline(line: Line) -> bool:
    return 4 <= line.length <= 25 and not line.stopped and not line.text.endswith((":", ",", ";", "—", "–"))


def _alone(line: Line) -> bool:
    return line.bare in _words("alone")


def _debris(line: Line) -> bool:
    return len(line.text) < 100 and _DEBRIS.fullmatch(line.text) is not None


def _asks(line: Line) -> bool:
    return line.length <= 35 and _asking().match(line.text) is not None


def _notice(line: Line) -> bool:
    return len(line.text) <= LONGEST_NOTICE and line.length <= 45 and _holds("notices").search(line.lower) is not None


def _more_in(line: Line) -> bool:
    return line.length <= 7 and _MORE_IN.fullmatch(line.text) is not None


def _credit(line: Line) -> bool:
    """A name and an agency, and no word of a sentence."""
    if line.length > 8 or line.text.endswith(":") or not line.bare.endswith(_words("credits")):
        return False
    return all(word[0].isupper() or word in _words("in_credits") for word in _WORD.findall(line.text))


def _dated(line: Line) -> bool:
    return line.length <= 14 and _DATED.match(line.text) is not None


def _link(line: Line) -> bool:
    return line.length <= 30 and _link_start().match(line.lower) is not None


def _note(line: Line) -> bool:
    return _note_start().match(line.lower) is not None


def _own_work(line: Line) -> bool:
    """As in "This story has been updated"."""
    return _own_work_start().match(line.lower) is not None


def _byline(line: Line) -> bool:
    return line.length <= 16 and _BYLINE.fullmatch(line.text) is not None


def _credited(line: Line) -> bool:
    return line.length <= 60 and _CREDITED.fullmatch(line.text) is not None


def _follow(line: Line) -> bool:
    return line.length <= 40 and _FOLLOW.fullmatch(line.text) is not None


def _dash_byline(line: Line) -> bool:
    return line.length <= 10 and _DASH_BYLINE.fullmatch(line.text) is not None


def _beat(line: Line) -> bool:
    """As in "Anna covers the Army for ...", with the outlet."""
    return line.length <= 90 and _BEAT.match(line.text) is not None and _outlet_named(line) and "said" not in line.lower


def _bio(line: Line) -> bool:
    """A writer presented at the foot, whom the report itself never names."""
    who = _BIO.match(line.text) if line.length <= 110 else None
    if not who or " said" in line.lower or not _holds("writers").search(line.lower):
        return False
    return who["name"].split()[-1] not in line.document.text[: line.span.start]


FORM_RULES = (
    Rule("stands_alone", "boilerplate", _alone),
    Rule("debris", "boilerplate", _debris),
    Rule("asks_reader", "boilerplate", _asks),
    Rule("site_notice", "boilerplate", _notice),
    Rule("more_in", "boilerplate", _more_in),
    Rule("photo_credit", "boilerplate", _credit),
    Rule("desk_note", "editors_note", _note),
    Rule("own_work", "editors_note", _own_work),
    Rule("dated_line", "editors_note", _dated),
    Rule("by_name", "byline", _byline),
    Rule("contributed", "byline", _credited),
    Rule("follow_writer", "bio", _follow),
    Rule("link_label", "related", _link),
)
"""What form alone gives away, anywhere on the page. First answer wins."""

FOOT_RULES = (
    Rule("dash_name", "byline", _dash_byline),
    Rule("covers_beat", "bio", _beat),
    Rule("presents_writer", "bio", _bio),
)
"""What counts only below the report."""


@cache
def _words(label: str) -> tuple[str, ...]:
    return load_words("furniture")[label]


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in words)


@cache
def _asking() -> re.Pattern[str]:
    """What follows may be glued to it ("Get more newsLive on")."""
    return re.compile(rf"(?i:{_any(_words('asks'))})(?![a-z])")


@cache
def _holds(label: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(_words(label))})(?!\w)")


@cache
def _link_start() -> re.Pattern[str]:
    site = r" [\w .]{2,20}"
    return re.compile(
        rf"[(\[\"“]? ?(?:(?:{_any(_words('links'))})(?: (?:on|from|about){site})?|(?:{_any(_words('links_with_site'))}){site}):(?!\d)"
    )


@cache
def _note_start() -> re.Pattern[str]:
    return re.compile(
        rf"[\[(*]? ?(?:{_any(_words('notes'))})(?:\s*[:.—–-]|$| (?:story|article|post|report)\b| and will be\b)"
    )


@cache
def _own_work_start() -> re.Pattern[str]:
    work, deed = _any(_words("works")), _any(_words("deeds"))
    return re.compile(
        rf"[\[(*]? ?(?:update[^:]{{0,20}}: ?)?(?:this|the) (?:{work}) (?:has been|was|is|has)\b[^.]{{0,30}}?\b(?:{deed})\b"
    )


@cache
def _outlet_lines() -> frozenset[str]:
    return frozenset(name.lower() for outlet in outlets() for name in outlet.names)


def _outlet_named(line: Line) -> bool:
    return any(name in line.text for outlet in outlets() for name in outlet.names)
