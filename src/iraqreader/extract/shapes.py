"""A paragraph as a string of letters, one for each word, so that the grammar of news sentences can be read by regexes.

    "We go," Ann Lee, the minister, said Friday.   ->   QNN,Dh,vT.

What stands inside quotation marks is one `Q`. The letters are listed at `LETTERS`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.lexicon import load_words
from iraqreader.lexicon.cues import cue_forms
from iraqreader.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqreader.extract.marks import Stretch
    from iraqreader.extract.segment import Document

REACH = 150
"""Letters: no attribution stands farther from what it gives."""
LETTERS = {
    "determiner": "D",
    "alone": "S",
    "adjective": "J",
    "pronoun": "P",
    "preposition": "p",
    "of": "o",
    "to": "x",
    "and": "c",
    "subordinator": "s",
    "relative": "r",
    "be": "i",
    "auxiliary": "a",
    "adverb": "R",
    "time": "T",
    "verb": "V",
    "person": "h",
    "particle": "N",
}
"""Letters of the word lists in grammar.toml. Further letters:

`v` a reporting verb in the past, `b` in the present, where it may be a noun ("calls"), `g` its participle; `t`, `u`, `g`
and `w`, `f`, `y` the same for verbs that need an object and for verbs of wish and thought; `A` "according"; `N` a capitalised word, `G` a genitive, `n` another word, `e` another word
in -ed or -ing, `#` a number, `Q` a stretch in marks; `.` the end of a sentence, `-` a dash; `,` `;` `:` `(` `)` themselves.
"""

_WORD = r"[A-Z]\.(?=\s)|\w+(?:[.’'\-&/]+\w+)*(?:[’'](?=\s))?"
_OTHER = r"[,;:()\[\]—–―‒]|--| - |(?<=\s)-(?=[A-Z])"
_CUE_LETTERS = {
    ("speech", "past"): "v",
    ("speech", "plain"): "b",
    ("speech", "participle"): "g",
    ("address", "past"): "t",
    ("address", "plain"): "u",
    ("address", "participle"): "g",
    ("attitude", "past"): "w",
    ("attitude", "plain"): "f",
    ("attitude", "participle"): "y",
}
_NOUN_LETTERS = {"speech": "m", "address": "m", "attitude": "n"}
"""Forms that are nouns unless their neighbours show a verb; `_NOUNS` turns them into other letters."""
_PUNCTUATION = {"[": "(", "]": ")", "—": "-", "–": "-", "―": "-", "‒": "-", "--": "-", " - ": "-", "-": "-"}
_PERSON_ENDS = (
    "er",
    "or",
    "ist",
    "man",
    "woman",
    "men",
    "women",
    "ers",
    "ors",
    "ists",
    "ian",
    "ians",
    "person",
    "people",
)
_NOUNS = (
    (re.compile(r"(?<![^.Q])E(?=[pDxPRn])"), "e"),  # "Speaking on Monday, he", but "Boeing said"
    (re.compile(r"E"), "N"),
    (re.compile(r"(?<=[NPhS])m(?=s|:|,?Q)|(?<=P)m|(?<=x)m"), "b"),  # "the Post reports that", "they claim", "to report"
    (re.compile(r"m"), "n"),
    (re.compile(r"(?<=[DGJop#])[buf]"), "n"),  # "the calls", "his claims", "of support"
    (re.compile(r"(?<=n)[buf](?=[-)po])"), "n"),  # "military support for"
    (re.compile(r"[buf](?=[vtwai])"), "n"),  # "a new claim said", "claims were"
    (re.compile(r"(?<=D)e(?=[opvia.,])"), "n"),  # "the timing of"
    (re.compile(r"(?<=[DJ])[vtw](?=[nhNJ])"), "e"),  # "the proposed plan"
)


class Shape(NamedTuple):
    """One paragraph: its letters, and where each word stands in the text."""

    text: str
    letters: str
    spans: tuple[Span, ...]
    stretches: dict[int, Stretch]
    """Letter index of each `Q` -> the stretch."""

    def span(self, start: int, end: int) -> Span:
        """Where the words of letters `start` to `end` (excluded) stand."""
        return Span(self.spans[start].start, self.spans[end - 1].end)

    def word(self, index: int) -> str:
        """The word of one letter, in small letters."""
        return self.spans[index].of(self.text).lower()

    def sentence(self, index: int) -> tuple[int, int]:
        """The letters of the sentence that holds letter `index`: start, and end without the full stop.

        A sentence without end is cut at REACH letters on both sides, so that what is read for each word stays bounded.
        """
        first, last = max(0, index - REACH), min(len(self.letters), index + REACH)
        begin, end = self.letters.rfind(".", first, index), self.letters.find(".", index, last)
        return first if begin < 0 else begin + 1, last if end < 0 else end


def find_shapes(document: Document, stretches: Sequence[Stretch]) -> Iterator[Shape]:
    """The shape of each paragraph, in text order."""
    starts = [stretch.outer.start for stretch in stretches]
    sentence_starts = [sentence.start for sentence in document.sentences]
    for paragraph in document.paragraphs:
        inside = stretches[bisect_left(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
        ends = sentence_starts[
            bisect_right(sentence_starts, paragraph.start) : bisect_left(sentence_starts, paragraph.end)
        ]
        yield _shape(document.text, paragraph, inside, ends)


def _shape(text: str, paragraph: Span, stretches: Sequence[Stretch], sentence_starts: Sequence[int]) -> Shape:
    letters: list[str] = []
    spans: list[Span] = []
    quoted: dict[int, Stretch] = {}
    for span, stretch in _pieces(text, paragraph, stretches, sentence_starts):
        if stretch:
            quoted[len(letters)] = stretch
        letters.append("Q" if stretch else _letter(text[span.start : span.end]))
        spans.append(span)
    joined = "".join(letters)
    for pattern, letter in _NOUNS:
        joined = pattern.sub(letter, joined)
    return Shape(text, joined, tuple(spans), quoted)


def _pieces(
    text: str, paragraph: Span, stretches: Sequence[Stretch], sentence_starts: Sequence[int]
) -> Iterator[tuple[Span, Stretch | None]]:
    """Words, stretches and ends of sentences (empty spans) in text order."""
    starts = iter([*sentence_starts, paragraph.end + 1])
    next_start = next(starts)
    for span, stretch in _words(text, paragraph, stretches):
        if span.start >= next_start:
            yield Span(next_start, next_start), None
        while next_start <= span.start or (stretch and next_start < span.end):
            next_start = next(starts)
        yield span, stretch
    yield Span(paragraph.end, paragraph.end), None


def _words(text: str, paragraph: Span, stretches: Sequence[Stretch]) -> Iterator[tuple[Span, Stretch | None]]:
    position, find = paragraph.start, _token().finditer
    for stretch in stretches:
        for token in find(text, position, stretch.outer.start):
            yield Span(*token.span()), None
        yield stretch.outer, stretch
        position = stretch.outer.end
    for token in find(text, position, paragraph.end):
        yield Span(*token.span()), None


def is_role(word: str) -> bool:
    """Whether a word, in small letters, is in the list of what people are: "commissioner", "secretary"."""
    return _letters().get(word) == "h"


@cache
def _token() -> re.Pattern[str]:
    words = load_words("cues")
    phrases = "|".join(
        phrase.replace(" ", r"\s+")
        for phrase in sorted((*words["phrases"], *words["according"]), key=len, reverse=True)
    )
    return re.compile(rf"\b(?i:{phrases})\b|{_WORD}|{_OTHER}")


def _letter(word: str) -> str:
    if not word:
        return "."
    if word in _PUNCTUATION:
        return _PUNCTUATION[word]
    known = _letters().get(word)
    return known or _unknown(word)


@cache
def _unknown(word: str) -> str:
    """The letter of a word that stands in no list as it is printed."""
    lower = word.lower()
    if len(parts := lower.split()) > 1:
        return "A" if " ".join(parts) in load_words("cues")["according"] else "v"
    listed = _letters().get(lower)
    if word[0].isupper():
        return _capitalised(lower, listed)
    if word[0].isnumeric():
        return "#"
    if lower.endswith(("'s", "’s", "'", "’")):
        return "G"
    if not word[0].isalpha():
        return word[0]  # "_": each word has one letter
    return _by_ending(lower)


def _capitalised(lower: str, listed: str | None) -> str:
    if lower.endswith(("'s", "’s", "'", "’")) and not listed:
        return "G"
    if listed and listed in "bufmJhTVe" and not lower.endswith("day"):
        return "T" if listed == "T" else "N"
    if listed:
        return listed
    return "R" if lower.endswith("ly") else "E" if lower.endswith("ing") and len(lower) > 5 else "N"


def _by_ending(lower: str) -> str:
    if lower.endswith("ly"):
        return "R"
    if lower.endswith(("ed", "ing")) and len(lower) > 5:
        return "e"
    return "h" if lower.endswith(_PERSON_ENDS) or _letters().get(lower.rsplit("-", 1)[-1]) == "h" else "n"


@cache
def _letters() -> dict[str, str]:
    words = load_words("grammar")
    known = {
        word: _NOUN_LETTERS[cue.kind] if cue.noun else _CUE_LETTERS[cue.kind, cue.form]
        for word, cue in cue_forms().items()
    }
    known |= {word: letter for label, letter in LETTERS.items() for word in words[label]}
    plurals = {f"{word}s": "h" for word in words["person"] if f"{word}s" not in known}
    return {
        **known,
        **plurals,
        **dict.fromkeys(words["noun"], "n"),
        **dict.fromkeys(words["name"], "N"),
    }
