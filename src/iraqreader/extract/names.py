"""Runs of capitals, read as names of people and of bodies.

A name is found by its shape and its words alone: a title before it ("Gen. Allen"), a given name that newspapers know
("Jen Psaki"), the way the text treats it ("said Fadhil Omran", "Omran, a trader, ..."). Who it is comes later.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from iraqreader.lexicon import load_words
from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqreader.extract.segment import Document

NameKind = Literal["full", "titled", "likely", "single", "body", "place"]
"""How sure the shape is: a given name and a surname; a surname with a title; two or three capitals that may be anything;
one capital; a body; a place."""


@dataclass(frozen=True, slots=True)
class Name:
    """One run of capitals. `span` leaves out titles; `lead` are the titles and other capitals right before it."""

    span: Span
    words: tuple[str, ...]
    kind: NameKind
    lead: Span
    headline: bool = False


class Token(NamedTuple):
    """One capitalised word, with a stop where it is an abbreviation."""

    start: int
    end: int
    word: str


_JOIN = re.compile(
    r"[ \u00a0]+(?:(?:al|bin|ibn|bint|de|del|della|der|den|van|von|la|le|el|di|da|dos|du|abu|ul)[ \u00a0]+){0,2}"
    r"|\n|[ \u00a0][\"“‘'(][A-Z]\w+[\"”’')][ \u00a0]|, (?=[JS]r\.)"
)
_PREFIX = re.compile(r"(?<![\w-])(?:al|el|as|ash|ad|an|ar|at|az|ul)[-‑]$")
_LOWER_WORD = re.compile(r"(?<![\w'’-])[a-z]+(?![\w'’-])")
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "as",
        "ash",
        "bin",
        "ibn",
        "bint",
        "de",
        "del",
        "della",
        "der",
        "den",
        "van",
        "von",
        "la",
        "le",
        "di",
        "da",
        "dos",
        "du",
        "ul",
    ]
)
_ALWAYS_PARTICLES = frozenset(["al", "el", "bin", "ibn", "bint", "de", "del", "van", "von", "la", "le"])
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_INITIALS_APART = re.compile(r"(?<=[A-Z]\.)\s(?=[A-Z]\.)")
_NOT_LETTERS = re.compile(r"[^a-z]+")
_THE = re.compile(r"\b[Tt]he[ \u00a0]$")
_HEADLINE_WORDS = 24


@cache
def fold_word(word: str) -> tuple[str, ...]:
    """A word as names are compared: no case, accents, apostrophes, hyphens, particles, initials.

    Suffixes stay: a Jr. is not his father.
    """
    plain = unicodedata.normalize("NFKD", word).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter) and letter not in "'’‘`ʿʾ")
    parts = _NOT_LETTERS.split(plain)
    if word.isalpha() and word not in _PARTICLES and plain not in _ALWAYS_PARTICLES:
        return tuple(parts) if len(plain) > 1 else ()
    if len(parts) > 2 and all(len(part) < 2 for part in parts):
        return ("".join(parts),)
    return tuple(part for part in parts if len(part) > 1 and part not in _PARTICLES)


def fold_name(name: str) -> tuple[str, ...]:
    """Every word of a name, folded; all of them initials or particles: the name as it is."""
    words = _INITIALS_APART.sub("", name).split()
    return tuple(part for word in words for part in fold_word(word)) or (name.casefold(),)


def slug(name: str) -> str:
    """A name as an id: its words in small plain letters."""
    return "-".join(fold_name(name))


def is_suffix(word: str) -> bool:
    """Whether a folded word only tells father from son."""
    return word in _SUFFIXES


@cache
def given_names() -> dict[str, str]:
    """Folded given name -> "he", "she" or "either"."""
    return {
        part: label for label, words in load_words("given_names").items() for word in words for part in fold_word(word)
    }


@cache
def titles() -> frozenset[str]:
    """Words that stand before a name, as they are printed there: "Gen.", "Senator"."""
    words = load_words("roles")
    printed = {word.capitalize() for word in words["heads"]} | {title.split()[-1] for title in words["titles"]}
    printed |= {word for label, listed in words.items() if label not in _LOWER_LISTS for word in listed}
    return frozenset(word for word in printed if word.casefold() not in given_names())


_LOWER_LISTS = frozenset(
    ("heads", "modifiers", "titles", "she", "he", "epithets", "surnames", "services", "rank_parts")
)


@cache
def _listed(name: str, label: str) -> frozenset[str]:
    return frozenset(load_words(name)[label])


@cache
def _token() -> re.Pattern[str]:
    short = sorted(
        re.escape(word[:-1]) for words in load_words("roles").values() for word in words if word.endswith(".")
    )
    return re.compile(
        r"(?:Secretary|Under ?[Ss]ecretary|Director|Speaker|Chair(?:man|woman)?|Minister|Commander|Chief)"
        r" of (?:the |National |Homeland )?(?:State|Defen[cs]e|Interior|House|Treasury|Army|Navy|Air Force|Intelligence|Security"
        r"|Labor|Commerce|Energy|Education|Staff|Joint Chiefs(?: of Staff)?)\b"
        rf"|(?:{'|'.join(short)}|Jr|Sr|St)\."
        r"|(?<!\w)(?:[A-Z]\.[ \u00a0]?){2,3}(?![a-z])(?<![ \u00a0])|(?<![\w.])[A-Z]\.(?=[ \u00a0][A-Z])"
        r"|(?<![\w'’])[A-ZÀ-ÖØ-Þ]\w*(?:['’](?!s\b)\w+)*(?:[-‑]\w+)*"
    )


def find_names(report: Document) -> tuple[Name, ...]:
    """Every run of capitals that may name someone or something, in text order."""
    lower = frozenset(_LOWER_WORD.findall(report.text))
    starts = {sentence.start for sentence in report.sentences}
    found: list[Name] = []
    for paragraph in report.paragraphs:
        headline = _is_headline(report.text, paragraph)
        for run in _runs(report.text, paragraph):
            for part in _cut(report.text, run, starts, lower):
                found.extend(_read_headline(report.text, part) if headline else _read(report.text, part, lower))
    return tuple(found)


def _is_headline(text: str, paragraph: Span) -> bool:
    """Whether a line is set in capitals: all of them, or each word that is not small."""
    words = text[paragraph.start : paragraph.end].split(None, _HEADLINE_WORDS)
    if len(words) > _HEADLINE_WORDS:
        return False
    telling = [word for word in words if word.casefold() not in _listed("capitals", "small_in_headlines")]
    capitals = sum(word[0].isupper() for word in telling)
    return all(word.isupper() for word in words) or (len(telling) > 3 and capitals > 0.9 * len(telling))


def _runs(text: str, paragraph: Span) -> Iterator[list[Token]]:
    run: list[Token] = []
    for match in _token().finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        if run and not _joined(text, run[-1].end, start):
            yield run
            run = []
        if prefix := _PREFIX.search(text, max(paragraph.start, start - 4), start):
            start = prefix.start()
        run.append(Token(start, end, match[0]))
    if run:
        yield run


def _joined(text: str, left: int, right: int) -> bool:
    gap = text[left:right]
    return gap == " " or (len(gap) < 20 and bool(_JOIN.fullmatch(_PREFIX.sub("", gap))))


def _cut(text: str, run: list[Token], starts: set[int], lower: frozenset[str]) -> Iterator[list[Token]]:
    """Cut a run at words that are no part of a name; the first word of a sentence may be any word."""
    stops = _listed("capitals", "stops")
    part: list[Token] = []
    for index, token in enumerate(run):
        if token.word in stops or (index == 0 and len(run) > 1 and _only_begins(text, token, starts, lower)):
            if part:
                yield part
            part = []
        else:
            part.append(token)
    if part:
        yield part


def _only_begins(text: str, token: Token, starts: set[int], lower: frozenset[str]) -> bool:
    begins = token.start in starts or text[token.start - 1 : token.start] in {'"', "“", "‘", "'", "’", ""}
    return (
        begins
        and token.word.casefold() in lower
        and token.word not in titles()
        and not given_names().get(token.word.casefold())
    )


def _read_headline(text: str, part: list[Token]) -> Iterator[Name]:
    """Every word of a headline has its capital: a name is a given name with the word after it, or one word."""
    index = 0
    while index < len(part):
        size = 2 if index + 1 < len(part) and _starts_as_person(part[index].word) else 1
        yield _name(text, part[index : index + size], 0, "likely" if size > 1 else "single", headline=True)
        index += size


def _read(text: str, part: list[Token], lower: frozenset[str]) -> Iterator[Name]:
    """Titles, then a name; or a body."""
    if other := _other_kind(part):
        yield _name(text, part, 0, other)
        return
    first = _after_titles(part)
    if first == len(part):
        return
    first += _before_name(part[first:])
    kind = _kind(part[first:], titled=first > 0 and part[first - 1].word in titles())
    if kind == "likely" and part[first].word.casefold() in lower:
        first, kind = first + 1, _kind(part[first + 1 :], titled=False)
    if kind == "likely" and _THE.search(text, max(0, part[0].start - 4), part[0].start):
        kind = "body"
    yield _name(text, part, first, kind)


def _after_titles(part: list[Token]) -> int:
    """Index of the first word after the last title. A title at the very end may be a surname ("Rep. Peter King")."""
    known, last = titles(), len(part) - 1
    while last > 0 and is_suffix(part[last].word.rstrip(".").casefold()):
        last -= 1
    if (
        part[last].word in _listed("roles", "surnames")
        and last
        and (part[last - 1].word.endswith(".") or _starts_as_person(part[last - 1].word))
    ):
        last -= 1
    return next((i + 1 for i in range(last, -1, -1) if part[i].word in known or " of " in part[i].word), 0)


def _other_kind(part: list[Token]) -> NameKind | None:
    """Whether a run names a body or a place, and nobody."""
    last = part[-1].word
    if len(part) == 1 and _as_in_text(last) in _listed("capitals", "places"):
        return "place"
    if last in _listed("organisations", "names") or (len(part) == 1 and _is_acronym(last)):
        return "body"
    if len(part) == 1:
        return None
    return (
        "body"
        if last in _listed("organisations", "heads") or part[0].word in _listed("organisations", "firsts")
        else None
    )


def _as_in_text(word: str) -> str:
    """A word in capitals as running text has it: "BAGHDAD"."""
    return word.capitalize() if word.isupper() and len(word) > 3 else word


def _is_acronym(word: str) -> bool:
    return (word.isupper() and 1 < len(word) < 6) or (word.count(".") > 1)


def _before_name(rest: list[Token]) -> int:
    """How many words before the name are no part of it: "Republican Donald Trump"."""
    known = _listed("capitals", "before_name") | _listed("capitals", "places")
    bare = next((index for index, token in enumerate(rest) if token.word not in known), len(rest) - 1)
    given = [index for index, token in enumerate(rest[:-1]) if token.word.casefold() in given_names()]
    return given[0] if given and (given[0] < bare or len(rest) > 3) else bare


def _kind(words: Sequence[Token], *, titled: bool) -> NameKind:
    last = words[-1].word
    if len(words) == 1:
        if last in _listed("capitals", "before_name"):
            return "place"
        return "titled" if titled else "single"
    if _starts_as_person(words[0].word):
        return "full"
    if _as_in_text(last) in _listed("capitals", "places") or len(words) > 4:
        return "place"
    return "titled" if titled else "likely"


def _starts_as_person(word: str) -> bool:
    return (
        word.casefold() in given_names()
        or bool(re.fullmatch(r"(?:[A-Z]\.\s?)+", word))
        or any(part in given_names() for part in fold_word(word))
    )


def _name(text: str, part: list[Token], first: int, kind: NameKind, *, headline: bool = False) -> Name:
    span = Span(part[first].start, part[-1].end)
    lead = Span(part[0].start, part[first - 1].end if first else part[0].start)
    return Name(span, fold_name(span.of(text)), kind, lead, headline)
