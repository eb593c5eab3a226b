"""What the page says of itself: its title, and the outlet it calls its own."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from iraqreader.lexicon import load_words
from iraqreader.lexicon.publishers import any_outlet, by_name
from iraqreader.model import Publisher, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from iraqreader.extract.segment import Document
    from iraqreader.model import Furniture

_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_STOP = re.compile(r"[.!…][\"”’')\]]*$")
_SENTENCE_BREAK = re.compile(r"[a-z]{2}[.!?][\"”’']? +[A-Z]")
_LEARNED = " has learned"


def find_title(report: Document) -> Span | None:
    """The headline that the text carries, if it carries one: a first line that is no sentence, above the report."""
    if len(report.paragraphs) < 2:
        return None
    first = report.paragraphs[0]
    line = first.of(report.text)
    fits = (
        "\n" not in line
        and not line.lower().startswith(load_words("furniture")["summaries"])
        and _in_headline_style(line)
        and not _reads_on(line, report.paragraphs[1].of(report.text))
    )
    return first if fits else None


def _in_headline_style(line: str) -> bool:
    words = _WORD.findall(line)
    if not 2 <= len(words) <= 25 or len(line) > 160 or line.endswith((":", ",", ";")) or _SENTENCE_BREAK.search(line):
        return False
    return not _STOP.search(line) or _capitalised(words)


def _capitalised(words: Sequence[str]) -> bool:
    """Title Case: all words that carry weight begin with a capital."""
    weighty = [word for word in words if word.lower() not in load_words("furniture")["small"]]
    return len(weighty) >= 2 and sum(word[0].isupper() for word in weighty) >= 0.85 * len(weighty)


def _reads_on(line: str, below: str) -> bool:
    """Whether the next line goes on with this one, or is no longer than it: verse, lists, tables."""
    return below[:1].islower() or len(below) < len(line) // 2


def find_publisher(document: Document, furniture: tuple[Furniture, ...]) -> Publisher | None:
    """The outlet that the page names as its own, if it does."""
    own = [item.span for item in furniture]
    return next((found for rule in PUBLISHER_RULES if (found := rule(document.text, own))), None)


def _in_dateline(text: str, _: Sequence[Span]) -> Publisher | None:
    """As in "BAGHDAD (Reuters) -": only agencies sign so, and only above the report."""
    return _named(_dateline().finditer(text, 0, 3000))


def _in_furniture(text: str, own: Sequence[Span]) -> Publisher | None:
    """Bios, notices and bylines speak of the paper as "ours"; the foot of the page is surer than its head."""
    found = (match for span in reversed(own) for match in _own_page().finditer(text, span.start, span.end))
    return _named(match for match in found if not by_name()[match[match.lastgroup or 0]].agency)


def _told_us(text: str, _: Sequence[Span]) -> Publisher | None:
    """As in "officials told NBC News", twice, and named in no other way: of another paper one says that it reports."""
    told = [match for match in _told().finditer(text) if not by_name()[match["outlet"]].agency]
    outlets = {by_name()[match["outlet"]].name for match in told}
    names = {match["outlet"] for match in told}
    alone = sum(text.count(name) for name in names) == len(told)
    return _named(told) if len(told) > 1 and len(outlets) == 1 and alone else None


def _has_learned(text: str, _: Sequence[Span]) -> Publisher | None:
    """As in "Fox News has learned"."""
    return _named(_learned().finditer(text)) if _LEARNED in text else None


PUBLISHER_RULES: tuple[Callable[[str, Sequence[Span]], Publisher | None], ...] = (
    _in_dateline,
    _in_furniture,
    _has_learned,
    _told_us,
)
"""Ways to learn the outlet, the surest first."""


def _named(matches: Iterable[re.Match[str]]) -> Publisher | None:
    return next((_publisher(match) for match in matches), None)


def _publisher(match: re.Match[str]) -> Publisher:
    group = match.lastgroup or ""
    return Publisher(by_name()[match[group]].name, Span(*match.span(group)))


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(rf"^[A-Z][\w .,'’/-]{{2,60}} ?\({any_outlet()}\) ?[-–—]", re.MULTILINE)


@cache
def _own_page() -> re.Pattern[str]:
    ours = r"\b(?:for|from|of|to|on|by|[Gg]et|[Ff]ollow|[Cc]opyright|[12]\d{3}|(?:[Ee]ditor|[Rr]eporter|[Ww]riter|-[Ll]arge) at|©) "
    return re.compile(rf"{ours}{any_outlet()}|^{any_outlet('line')}$", re.MULTILINE)


@cache
def _told() -> re.Pattern[str]:
    return re.compile(rf"\b(?:told|tells|telling|confirmed to) {any_outlet()}(?![’']s)")


@cache
def _learned() -> re.Pattern[str]:
    return re.compile(rf"{any_outlet()}{_LEARNED}\b")
