"""Each word as one letter that tells what it does in a sentence."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from iraqreader.lexicon import load_words
from iraqreader.lexicon.cues import cue_forms

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
and `w`, `f`, `y` the same for verbs that need an object and for verbs of wish and thought; `A` "according to"; `N` a
capitalised word, `G` a genitive, `n` another word, `e` another word in -ed or -ing, `#` a number, `Q` a stretch in
marks; `.` the end of a sentence, `-` a dash; `,` `;` `:` `(` `)` themselves.
"""

_WORD = r"(?:[A-Z]\.){2,}(?![\w’'&/-])|[JS]r\.|[A-Z]\.(?=\s)|\w+(?:[.’'\-&/]+\w+)*(?:[’'](?=\s))?"
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
"""Forms that are nouns unless their neighbours show a verb; `_IN_CONTEXT` turns them into other letters."""
_PUNCTUATION = {"[": "(", "]": ")", "—": "-", "–": "-", "―": "-", "‒": "-", "--": "-", " - ": "-", "-": "-"}
_CACHED_WORDS = 1 << 16
_IN_CONTEXT = (
    (re.compile(r"(?<![^.Q])E(?=[pDxPRn])"), "e"),  # "Speaking on Monday, he", but "Boeing said"
    (re.compile(r"E"), "N"),
    (
        re.compile(r"(?<=[NPhS])m(?=s|:|,?Q)|(?<=n)m(?=x)|(?<=[Px])m"),
        "b",
    ),  # "the Post reports that", "they claim", "to report"
    (re.compile(r"m"), "n"),
    (re.compile(r"(?<=[DGJop#])[buf]"), "n"),  # "the calls", "his claims", "of support"
    (re.compile(r"(?<=[xpo]n)[buf](?=[.,;)])"), "n"),  # "respond to further requests."
    (re.compile(r"(?<=n)[buf](?=[-)po])"), "n"),  # "military support for"
    (re.compile(r"[buf](?=[vtwai])"), "n"),  # "a new claim said", "claims were"
    (re.compile(r"(?<=[Nnh])S(?=[buftvw])"), "R"),  # "Lee and Poe both said"
    (re.compile(r"(?<=D)e(?=[opvia.,])"), "n"),  # "the timing of"
    (re.compile(r"(?<=[DJ])[vtw](?=[nhNJ])"), "e"),  # "the proposed plan"
)


def is_role(word: str) -> bool:
    """Whether a word, in small letters, is in the list of what people are: "commissioner", "secretary"."""
    return _letters().get(word) == "h"


@cache
def tokens() -> re.Pattern[str]:
    """What matches one token: a word, a set phrase ("according to") or a mark of punctuation that parts clauses."""
    words = load_words("cues")
    phrases = "|".join(
        phrase.replace(" ", r"\s+")
        for phrase in sorted((*words["phrases"], *words["according"]), key=len, reverse=True)
    )
    return re.compile(rf"\b(?i:{phrases})\b|{_WORD}|{_OTHER}")


def in_context(letters: str) -> str:
    """The letters of a paragraph after each that may be a verb or a noun is settled by its neighbours."""
    for pattern, letter in _IN_CONTEXT:
        letters = pattern.sub(letter, letters)
    return letters


def letter_of(word: str) -> str:
    """The letter of one token, before its neighbours are looked at; the end of a sentence is an empty one."""
    if not word:
        return "."
    if word in _PUNCTUATION:
        return _PUNCTUATION[word]
    known = _letters().get(word)
    return known or _unknown(word)


@lru_cache(_CACHED_WORDS)
def _unknown(word: str) -> str:
    """The letter of a word that stands in no list as it is printed."""
    lower = " ".join(word.lower().replace("’", "'").split())
    listed = _letters().get(lower)
    if word[0].isupper():
        return _capitalised(lower, listed)
    if listed:
        return listed
    if word[0].isnumeric():
        return "#"
    if lower.endswith(("'s", "'")):
        return "G"
    if not word[0].isalpha():
        return word[0]  # "_": each word has one letter
    return _by_ending(lower)


def _capitalised(lower: str, listed: str | None) -> str:
    if lower.endswith(("'s", "'")) and not listed:
        return "G"
    if listed and listed in "bufmJhTVe" and not lower.endswith("day"):
        return "T" if listed == "T" else "N"
    if listed:
        return listed
    return "R" if lower.endswith("ly") else "E" if lower.endswith("ing") and len(lower) > 5 else "N"


def _by_ending(lower: str) -> str:
    if lower.endswith("ly"):
        return "R"
    if len(lower) > (5 if lower.endswith("ing") else 4) and lower.endswith(("ed", "ing")):
        return "e"
    return (
        "h"
        if lower.endswith(load_words("grammar")["person_end"]) or _letters().get(lower.rsplit("-", 1)[-1]) == "h"
        else "n"
    )


@cache
def _letters() -> dict[str, str]:
    words = load_words("grammar")
    known = {
        word: _NOUN_LETTERS[cue.kind] if cue.noun else _CUE_LETTERS[cue.kind, cue.form]
        for word, cue in cue_forms().items()
    }
    known |= {word: letter for label, letter in LETTERS.items() for word in words[label]}
    plurals = {f"{word}s": "h" for word in words["person"] if f"{word}s" not in known}
    cues = load_words("cues")
    return {
        **known,
        **plurals,
        **dict.fromkeys(cues["phrases"], "v"),
        **dict.fromkeys(cues["according"], "A"),
        **dict.fromkeys(words["noun"], "n"),
        **dict.fromkeys(words["name"], "N"),
    }
