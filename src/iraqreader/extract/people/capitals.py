"""Runs of capitalised words, which may be names."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.extract.segment import in_pieces
from iraqreader.lexicon import load_words
from iraqreader.lexicon.names import given_names, listed, titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqreader.extract.segment import Document
    from iraqreader.model import Span


class Token(NamedTuple):
    """One capitalised word, with a stop where it is an abbreviation; or a title with "of" in it."""

    start: int
    end: int
    word: str


class Run(NamedTuple):
    """Capitalised words with nothing between them but what names have between theirs."""

    tokens: tuple[Token, ...]
    headline: bool


_PREFIX = re.compile(r"(?<![\w-])(?:al|el|as|ash|ad|an|ar|at|az|ul)[-‑]$")
_LOWER_WORD = re.compile(r"(?<![\w'’-])[a-z]+(?![\w'’-])")
_EDGE_MARKS = "\"'“”‘’()[],;:.!?–—-"
_OPENING_MARKS = frozenset(('"', "“", "‘", "'", "’", ""))
_HEADLINE_WORDS, _LONGEST_GAP, _LONGEST_RUN = 24, 20, 100


def lower_words(text: str) -> frozenset[str]:
    """Every word that the text prints small somewhere: a name is hardly one of them."""
    words = set[str]()
    for piece in in_pieces(text):
        words.update(_LOWER_WORD.findall(piece))
    return frozenset(words)


def find_runs(report: Document, lower: frozenset[str]) -> Iterator[Run]:
    """Every run of capitals, cut at words that are no part of a name, in text order."""
    for paragraph in report.paragraphs:
        headline = _is_headline(report.text, paragraph)
        for tokens in _runs(report.text, paragraph):
            first = tokens[0]
            begins = report.begins_sentence(first.start) or report.text[first.start - 1 : first.start] in _OPENING_MARKS
            only_begins = begins and len(tokens) > 1 and _may_be_any_word(first.word, lower)
            for part in _without_stops(tokens[only_begins:]):
                yield Run(tuple(part), headline)


def _is_headline(text: str, paragraph: Span) -> bool:
    """Whether a line is set in capitals: all of them, or each word that is not small."""
    words = text[paragraph.start : paragraph.end].split(None, _HEADLINE_WORDS)
    if len(words) > _HEADLINE_WORDS:
        return False
    bare = [word for word in (word.strip(_EDGE_MARKS) for word in words) if word]
    telling = [word for word in bare if word.casefold() not in listed("capitals", "small_in_headlines")]
    capitals = sum(word[0].isupper() for word in telling)
    return all(word.isupper() for word in bare) or (len(telling) > 3 and capitals > 0.9 * len(telling))


def _runs(text: str, paragraph: Span) -> Iterator[list[Token]]:
    run: list[Token] = []
    for match in _token().finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        if run and (len(run) == _LONGEST_RUN or not _joined(text, run[-1].end, start)):
            yield run
            run = []
        if prefix := _PREFIX.search(text, max(paragraph.start, start - 4), start):
            start = prefix.start()
        run.append(Token(start, end, match[0]))
    if run:
        yield run


def _joined(text: str, left: int, right: int) -> bool:
    gap = text[left:right]
    return gap == " " or (len(gap) < _LONGEST_GAP and bool(_join().fullmatch(_PREFIX.sub("", gap))))


def _without_stops(tokens: list[Token]) -> Iterator[list[Token]]:
    part: list[Token] = []
    for token in tokens:
        if token.word not in listed("capitals", "stops"):
            part.append(token)
        elif part:
            yield part
            part = []
    if part:
        yield part


def _may_be_any_word(word: str, lower: frozenset[str]) -> bool:
    small = word.casefold()
    return small in lower and word not in titles() and small not in given_names()


@cache
def _join() -> re.Pattern[str]:
    """What may stand between two words of a name: a blank, particles, a nickname in marks."""
    particles = "|".join(load_words("capitals")["particles"])
    return re.compile(
        rf"[ \u00a0]+(?:(?:{particles})[ \u00a0]+){{0,2}}|\n"
        r"|[ \u00a0][\"“‘'(][A-Z]\w+[\"”’')][ \u00a0]|, (?=[JS]r\.)"
    )


@cache
def _token() -> re.Pattern[str]:
    roles = load_words("roles")
    no_title = rf"(?!(?:{'|'.join(sorted(re.escape(word.rstrip('.')) for word in titles()))})\b)"
    object_word = rf"{no_title}[A-Z]\w+"
    heads = "|".join(load_words("organisations")["heads_of"])
    bodies = rf"(?:{heads}) (?:of|on|for) (?:the )?{object_word}(?: (?:and )?{object_word}){{0,4}}"
    offices = rf"(?:{'|'.join(roles['offices'])}) of (?:the )?(?:{'|'.join(roles['offices_of'])})\b"
    short = "|".join(sorted(re.escape(word) for words in roles.values() for word in words if word.endswith(".")))
    initials = r"(?<!\w)(?:[A-Z]\.[ \u00a0]?){2,3}(?![a-z])(?<![ \u00a0])|(?<![\w.])[A-Z]\.(?=[ \u00a0][A-Z])"
    word = r"(?<![\w'’])[A-ZÀ-ÖØ-Þ]\w*(?:['’](?!s\b)\w+)*(?:[-‑]\w+)*"
    return re.compile(rf"{offices}|{bodies}|{short}|[JS]r\.|{initials}|{word}")
