"""An article as it was read and what the user corrected in it -> the article as the user has it.

Facts that are the user's say so (`rule` is `yours`), and what was read stays beneath them, in `as_read`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast, get_args

from iraqreader.model import YOURS, Evidence, Published, Reason, Span, Speaker, Stance, StanceLabel, TroopCount
from iraqreader.notebook.days import UNKNOWN, parse_days

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from iraqreader.model import Article, Quote, Side
    from iraqreader.notebook.entry import Entry, Kind

Said = TypeVar("Said", TroopCount, Evidence)

_SIDES = ("washington", "baghdad")


def apply_corrections(article: Article, corrections: Iterable[tuple[Entry, Span]]) -> Article:
    """The article with corrections, each on the words at its span; of two for one fact the later counts.

    Whatever was applied to `article` before is not; entries that correct nothing (marks) are passed over.
    """
    read = article.as_read or article
    corrected = read
    for entry, span in sorted(corrections, key=lambda item: item[0].changed):
        if correct := _CORRECT.get(entry.kind):
            corrected = correct(corrected, entry, span)
    return read if corrected is read else corrected._replace(as_read=read)


def quote_at(article: Article, span: Span) -> Quote | None:
    """The quote of those words: its span is the same, or nearly so where other rules draw its ends."""
    return max(
        (quote for quote in article.quotes if 2 * _common(quote.span, span) > max(_length(quote.span), _length(span))),
        key=lambda quote: _common(quote.span, span),
        default=None,
    )


def _correct_speaker(article: Article, entry: Entry, span: Span) -> Article:
    quote = quote_at(article, span)
    if quote is None:
        return article
    speaker = _speaker(article, quote, entry.value) if entry.value else None
    mine = quote._replace(speaker=speaker, cue=quote.cue if speaker else None, rule=YOURS)
    article = article._replace(quotes=tuple(mine if other is quote else other for other in article.quotes))
    return _say_otherwise(article, quote, speaker.name if speaker else None)


def _say_otherwise(article: Article, quote: Quote, name: str | None) -> Article:
    """Figures and evidence in a quote that were given to its speaker are given to the one whom it has now."""
    before = quote.speaker.name if quote.speaker else None

    def mended(fact: Said) -> Said:
        return fact._replace(speaker=name) if fact.speaker == before and quote.span.holds(fact.span) else fact

    return article._replace(
        troops=tuple(mended(count) for count in article.troops),
        stances=tuple(stance._replace(evidence=tuple(map(mended, stance.evidence))) for stance in article.stances),
    )


def _speaker(article: Article, quote: Quote, name: str) -> Speaker:
    """Whoever has that name in the article, else the bare name, on the words nearest the quote that name them."""
    wanted = name.casefold()
    if person := next((person for person in article.people if person.name.casefold() == wanted), None):
        spans = [mention.span for mention in article.mentions if mention.person and mention.person.id == person.id]
        return Speaker(_nearest(spans, quote.span), person.name, person.role, person.side, person.id)
    alike = [other.speaker for other in article.quotes if other.speaker and other.speaker.name.casefold() == wanted]
    if alike:
        span = _nearest([speaker.span for speaker in alike], quote.span)
        return alike[0]._replace(span=span)
    return Speaker(_nearest(_words(article.text, name), quote.span), name)


def _words(text: str, name: str) -> list[Span]:
    starts, start = list[int](), text.find(name)
    while start >= 0:
        starts.append(start)
        start = text.find(name, start + len(name))
    return [Span(start, start + len(name)) for start in starts]


def _nearest(spans: Iterable[Span], quote: Span) -> Span:
    """The span nearest to a quote; where no words name the speaker, none: the empty span where the quote begins."""
    return min(
        spans,
        key=lambda span: max(quote.start - span.end, span.start - quote.end, 0),
        default=Span(quote.start, quote.start),
    )


def _correct_stance(article: Article, entry: Entry, span: Span) -> Article:
    side, label = entry.about, entry.value
    if label and label not in get_args(StanceLabel):
        return article  # of a later version, or of somebody's hand
    stances = [stance for stance in article.stances if stance.side != side]
    if label:
        stances.append(_stance(article, side, cast("StanceLabel", label), span))
    return article._replace(stances=tuple(sorted(stances, key=lambda stance: _order(stance.side))))


def _stance(article: Article, side: Side, label: StanceLabel, span: Span) -> Stance:
    """The user's evidence first, then what else was found for that side."""
    before = article.stance(side)
    found = before.evidence if before else ()
    same = next((piece.speaker for piece in found if piece.span == span), None)
    quoted = next((quote.speaker for quote in article.quotes if quote.span.holds(span)), None)
    mine = Evidence(span, label, same or (quoted.name if quoted else None), YOURS)
    return Stance(side, label, (mine, *(piece for piece in found if piece.span != span and piece.rule != YOURS)))


def _order(side: Side) -> tuple[int, str]:
    return (_SIDES.index(side) if side in _SIDES else len(_SIDES), side)


def _correct_date(article: Article, entry: Entry, span: Span) -> Article:
    days = parse_days(entry.value) if entry.value else UNKNOWN
    if days is None:
        return article  # of a later version, or of somebody's hand
    reason = Reason(f"yours: corrected by you on {entry.day:%-d %b %Y}", span)
    return article._replace(published=Published(days, "corrected" if entry.value else "unknown", (reason,)))


_CORRECT: dict[Kind, Callable[[Article, Entry, Span], Article]] = {
    "speaker": _correct_speaker,
    "stance": _correct_stance,
    "date": _correct_date,
}


def _length(span: Span) -> int:
    return span.end - span.start


def _common(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
