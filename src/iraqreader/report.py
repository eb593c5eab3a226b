"""Facts as plain text: short forms for cells, lines for a terminal or a pipe, and text that is safe to print."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from iraqreader.model import Article, DateRange, FurnitureKind, Published, Quote, Side, StanceLabel, TroopCount
    from iraqreader.search import Answer, Hit

CORRECTED = "†"
"""Beside a date that the text states wrongly."""

CONFLICT = "⚑"
"""Beside a number that another source in the same article disputes."""

COPIES = "≈"
"""Before how many other copies of an article there are."""

WHEN = 12
"""Columns of a terminal that a short date takes."""

ABSENT = "—"
"""Where the text gives nothing."""

_STEERING = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u2028-\u202e"  # line and paragraph separator, bidi embeddings and overrides
    "\u2066-\u206f"  # bidi isolates, and controls that nobody should use any more
    "\ufff9-\ufffb\U000e0000-\U000e0fff"  # interlinear text, tags: words that nobody sees
    "\ud800-\udfff"  # lone surrogates
)
_NO_WIDTH = "\u200b-\u200f\u2060-\u2064\ufeff"
_STACKED = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"

UNPRINTABLE = re.compile(
    f"[{_STEERING}{_NO_WIDTH}{_STACKED}](?:(?<=[{_STEERING}])|(?<=[{_NO_WIDTH}][{_NO_WIDTH}])|(?<=[{_STACKED}]{{9}}))"
)
"""What could steer a terminal, or cannot be encoded; letters without width after another such, marks stacked on eight."""

COLUMNS = ("published", "publisher", "title", "troops", "Washington", "Baghdad")
_GIVE_WAY = (COLUMNS.index("publisher"), COLUMNS.index("title"))
_NARROWEST = 6
_FIRST_WORDS = 12
_LONGEST_HEADING = 200
_WIDEST = 240
_GAP = "  "
_MONTH = re.compile(r"[A-Z][a-z]{2} (?=\d{4})")
_BREAKS = re.compile(r"\s+")
_UNEVEN = re.compile("[^\x00-\u02ff\u2010-\u2027]")
"""Letters that may take more columns than one, or none: all but those of Europe and their marks."""

_SIGNS = {"\x7f": "␡", "\x85": "␤", "\u2028": "␤", "\u2029": "␤"}
_STANCES: dict[StanceLabel, str] = {
    "expand": "▲ expand",
    "keep": "● keep",
    "noncommittal": "? noncommittal",
    "limit": "▼ limit",
    "withdraw": "✕ withdraw",
}
BASES = {
    "stated": "as the article states it",
    "corrected": "corrected: the stated date cannot be right",
    "inferred": "a window: the article states no date",
    "unknown": "the article gives nothing to go by",
}
"""What a date rests on, in words."""

FURNITURE: dict[FurnitureKind, str] = {
    "front_matter": "said of the text above it",
    "boilerplate": "site notice",
    "editors_note": "editor's note",
    "byline": "byline",
    "bio": "about the author",
    "related": "related stories",
}
"""Text of the page that is not the report, by kind, in words."""

_GIVEN_UP = {
    "kind": "no {0} quote has it all; {1}",
    "exact": "nothing has it all; with words like {all}",
    "parts": "nothing has it all; without {all}",
}
_QUALIFIERS = {"about": "~", "more_than": ">", "at_least": "≥", "up_to": "≤", "fewer_than": "<"}
_NUMBERS = {
    "exact": "{}",
    "about": "about {}",
    "more_than": "more than {}",
    "at_least": "at least {}",
    "up_to": "up to {}",
    "fewer_than": "fewer than {}",
    "range": "{} to {}",
}
_WHOSE = {"us": "U.S. troops", "iraqi": "Iraqi troops", "nato": "NATO troops", "coalition": "coalition troops"}


def printable(text: str) -> str:
    """The text with everything that could steer a terminal swapped, one for one, for a visible sign.

    Offsets hold: the length does not change.
    """
    return UNPRINTABLE.sub(lambda match: _sign(match[0]), text)


def _sign(character: str) -> str:
    if character < " ":
        return chr(0x2400 + ord(character))
    return _SIGNS.get(character, "\ufffd")


def one_line(text: str) -> str:
    """The text as one printable line: every run of white space is a space."""
    return printable(" ".join(text.split()))


def days(published: Published) -> str:
    """When the article came out, as short as is certain: `2016-02-03`, `Jan 2020`, `2015–17`, `unknown`."""
    return window(published.range) + (CORRECTED if published.basis == "corrected" else "")


def short(days: str) -> str:
    """Days as above in WHEN columns: a long window loses its months."""
    return days if len(days) <= WHEN else _MONTH.sub("", days)


def window(span: DateRange) -> str:
    """Days as short as is certain, as in `days`."""
    if span.earliest and span.latest:
        return _between(span.earliest, span.latest)
    if span.earliest:
        return f"from {span.earliest:%b %Y}"
    return f"until {span.latest:%b %Y}" if span.latest else "unknown"


def _between(earliest: date, latest: date) -> str:
    if earliest == latest:
        return earliest.isoformat()
    months = (latest.year - earliest.year) * 12 + latest.month - earliest.month
    if months == 0:
        return f"{latest:%b %Y}"
    if earliest.year == latest.year:
        return f"{latest:%Y}" if months == 11 else f"{earliest:%b}–{latest:%b %Y}"
    if months < 12:
        return f"{earliest:%b %Y}–{latest:%b %Y}"
    return f"{earliest:%Y}–{latest:%y}" if earliest.year // 100 == latest.year // 100 else f"{earliest:%Y}–{latest:%Y}"


def troops(count: TroopCount | None) -> str:
    """A count as its article qualifies it: `~3,300`, `>4,000`, `≤500`, `2,500–3,000`, `3,700⚑`, `—`."""
    if count is None:
        return ABSENT
    number = f"{count.low:,}" if count.high is None else f"{count.low:,}–{count.high:,}"
    return _QUALIFIERS.get(count.qualifier, "") + number + (CONFLICT if count.conflict else "")


def full_window(span: DateRange) -> str:
    """The same days in full: `3 Feb 2016`, `28 Oct 2015 – 30 Oct 2015`, `from 7 May 2020`, `unknown`."""
    if span.earliest and span.latest:
        return " – ".join(f"{day:%-d %b %Y}" for day in dict.fromkeys((span.earliest, span.latest)))
    if span.earliest:
        return f"from {span.earliest:%-d %b %Y}"
    return f"until {span.latest:%-d %b %Y}" if span.latest else "unknown"


def number_in_words(count: TroopCount) -> str:
    """A number with its qualifier as words: `more than 4,000`, `2,500 to 3,000`."""
    return _NUMBERS[count.qualifier].format(f"{count.low:,}", f"{count.high or count.low:,}")


def count_words(count: TroopCount) -> str:
    """What a number counts: `U.S. troops in Iraq, current`, or `U.S. troops, past (Nov 2014)`."""
    whose = _WHOSE.get(count.whose, f"{count.whose} troops")
    dated = count.status != "current" and (count.as_of.earliest or count.as_of.latest)
    when = f" ({window(count.as_of)})" if dated else ""
    return f"{whose}{f' in {count.where}' if count.where else ''}, {count.status}{when}"


def quotes_by_side(article: Article) -> Counter[Side | None]:
    """How many quotes each side has; None has those of nobody named and of speakers of no side."""
    return Counter(quote.speaker.side if quote.speaker else None for quote in article.quotes)


def side_name(side: str | None) -> str:
    """A side as a word in a sentence; empty where there is none."""
    return (side or "").replace("_", " ").title().replace("Nato", "NATO")


def stance(label: StanceLabel | None) -> str:
    """A stance with its sign: `▲ expand`, `● keep`, `? noncommittal`, `▼ limit`, `✕ withdraw`, `—`."""
    return _STANCES[label] if label else ABSENT


def heading(article: Article) -> str:
    """The title in one line, or else the words that the report begins with, and an ellipsis; not without end."""
    words = _heading(article)
    return words if len(words) <= _LONGEST_HEADING else f"{words[:_LONGEST_HEADING]}…"


def _heading(article: Article) -> str:
    if article.title:
        return one_line(article.title.of(article.text))
    apart = [item.span for item in article.furniture]
    report = (span for span in article.paragraphs if not any(span.overlaps(other) for other in apart))
    first = next(report, None)
    words = first.of(article.text).split(maxsplit=_FIRST_WORDS)[:_FIRST_WORDS] if first else []
    return one_line(" ".join(words)) + "…" if words else ABSENT


def table_row(article: Article) -> tuple[str, ...]:
    """One article as the cells of COLUMNS."""
    sides = (article.stance(side) for side in ("washington", "baghdad"))
    return (
        days(article.published),
        one_line(article.publisher.name) if article.publisher else ABSENT,
        heading(article),
        troops(article.headline_troops),
        *(stance(found.label if found else None) for found in sides),
    )


def render_table(articles: Iterable[Article], width: int | None) -> Iterator[str]:
    """A row for each article beneath a head; titles and publishers give way so that lines fit into `width` columns, if given."""
    return render_rows([COLUMNS, *(table_row(article) for article in articles)], width, _GIVE_WAY)


def render_rows(rows: Sequence[Sequence[str]], width: int | None, give_way: Sequence[int]) -> Iterator[str]:
    """Cells in columns as wide as they need, within reason; some give way so that lines fit into `width` columns, if given."""
    widths = [min(max(map(display_width, column)), _WIDEST) for column in zip(*rows, strict=True)]
    while width and sum(widths) + len(_GAP) * (len(widths) - 1) > width:
        widest = max(give_way, key=lambda column: widths[column])
        if widths[widest] <= _NARROWEST:
            break
        widths[widest] -= 1
    for row in rows:
        yield _GAP.join(fitted(cell, size) for cell, size in zip(row, widths, strict=True)).rstrip()


def render_hits(hits: Iterable[Hit], emphasise: Callable[[str], str]) -> Iterator[str]:
    """A line for each answer: article, speaker, and the quote with its matched letters emphasised, in marks if direct."""
    for hit in hits:
        speaker = one_line(hit.quote.speaker.name) if hit.quote.speaker else ABSENT
        yield f"{one_line(hit.article.id)}{_GAP}{speaker}: {in_marks(hit.quote, ''.join(_marked(hit, emphasise)))}"


def who(quote: Quote) -> str:
    """Who says it and for which side: `Ash Carter, Washington`, or `nobody named`."""
    if quote.speaker is None:
        return "nobody named"
    return one_line(", ".join(filter(None, [quote.speaker.name, side_name(quote.speaker.side)])))


def in_marks(quote: Quote, words: str) -> str:
    """The words of a quote as one prints them: in marks only where they were said so."""
    return f"“{words}”" if quote.kind == "direct" else f"(reported) {words}"


def count_quotes(answer: Answer) -> str:
    """How many quotes answer: `no quote`, `1 quote`, `1,204 quotes`, `at least 812 quotes` where not all were ranked."""
    count = f"at least {answer.total:,}" if answer.more else f"{answer.total:,}" if answer.total else "no"
    return f"{count} {'quote' if answer.total < 2 else 'quotes'}"


def render_given_up(answer: Answer) -> str:
    """What the hits do without, where nothing answers the query as it stands; "" where they answer it."""
    if answer.given_up is None:
        return ""
    how, what = answer.given_up
    return one_line(f"{_GIVEN_UP[how].format(*what, all=' and '.join(what))}: {count_quotes(answer)}")


def _marked(hit: Hit, emphasise: Callable[[str], str]) -> Iterator[str]:
    text, position = hit.article.text, hit.quote.span.start
    for mark in hit.marks:
        yield _flat(text[position : mark.start])
        yield emphasise(_flat(text[mark.start : mark.end]))
        position = mark.end
    yield _flat(text[position : hit.quote.span.end])


def _flat(part: str) -> str:
    return printable(_BREAKS.sub(" ", part))


def display_width(text: str) -> int:
    """Columns of a terminal that a printable line takes."""
    return len(text) + sum(_letter_width(letter) - 1 for letter in _UNEVEN.findall(text))


def _letter_width(letter: str) -> int:
    return 0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def fitted(text: str, width: int) -> str:
    """A printable line in exactly `width` columns: cut with an ellipsis, or filled with spaces."""
    size = display_width(text)
    if size <= width:
        return text + " " * (width - size)
    cells = accumulate(map(_letter_width, text))
    kept = sum(1 for _ in takewhile(lambda cell: cell < width, cells))
    return fitted(text[:kept].rstrip() + "…", width)
