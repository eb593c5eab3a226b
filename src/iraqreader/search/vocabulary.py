"""What a typed word may have meant: the words of the quotes that are like it, and how like."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_EDIT = 0.2
"""What one slip of the fingers costs."""

_INFLECTED = 0.85
_UNFINISHED = 0.92
_OTHER_START = 0.1
"""What a wrong first letter costs on top: people mistype it less than any other."""

_ENDINGS = (
    *("ations", "ation", "ating", "ments", "ated", "ates", "ment", "ness", "ings", "ions"),
    *("ate", "ing", "ies", "ied", "ion", "ers", "er", "ed", "es", "ly", "s", "e", "y"),
)
"""What words of one family differ in, the longest first."""

_SHORTEST_STEM = 4
_LAST = "\U0010ffff"


class Vocabulary:
    """Different words in alphabetical order; a word's number is its place, so words that share a start are a range."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self._by_length = _by_length(words)
        self._by_stem = _by_stem(words)
        self.like = lru_cache(maxsize=1024)(self._like)

    def number(self, word: str) -> int | None:
        """The place of `word`, if some quote has it."""
        place = bisect_left(self.words, word)
        return place if place < len(self.words) and self.words[place] == word else None

    def knows(self, word: str) -> bool:
        """Whether some quote has it, or a word that is one slip or another ending away."""
        return max(self.like(word, unfinished=False).values(), default=0.0) >= 1 - _EDIT

    def starting(self, start: str) -> range:
        """The words that begin so."""
        return range(bisect_left(self.words, start), bisect_left(self.words, start + _LAST))

    def _like(self, word: str, *, unfinished: bool) -> dict[int, float]:
        """Numbers of the words that `word` may have meant, each with its likeness in (0, 1], 1 for itself."""
        likeness = dict[int, float]()
        if unfinished:
            _keep_best(likeness, self._mistyped_starts(word))
            _keep_best(likeness, self._completions(word))
        _keep_best(likeness, self._mistyped(word))
        _keep_best(likeness, ((number, _INFLECTED) for number in self._by_stem.get(stem(word), ())))
        if (number := self.number(word)) is not None:
            likeness[number] = 1.0
        return likeness

    def _completions(self, start: str) -> Iterator[tuple[int, float]]:
        return ((number, _UNFINISHED) for number in self.starting(start))

    def _mistyped(self, word: str) -> Iterator[tuple[int, float]]:
        most = _edits_allowed(word)
        for length in range(len(word) - most, len(word) + most + 1) if most else ():
            words, numbers = self._by_length.get(length, ((), ()))
            for other, edits, place in extract(word, words, scorer=OSA.distance, score_cutoff=most, limit=None):
                yield numbers[place], _mistyped_likeness(word, other, edits)

    def _mistyped_starts(self, word: str) -> Iterator[tuple[int, float]]:
        most = min(_edits_allowed(word), 1)
        if not most:
            return
        same_letter = self.starting(word[0])
        words = self.words[same_letter.start : same_letter.stop]
        for length in range(len(word) - most, len(word) + most + 1):
            starts = [other[:length] for other in words]
            for other, edits, place in extract(word, starts, scorer=OSA.distance, score_cutoff=most, limit=None):
                yield same_letter[place], _UNFINISHED * _mistyped_likeness(word, other, edits)


def stem(word: str) -> str:
    """The word without its ending, where enough is left to tell it from others."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _edits_allowed(word: str) -> int:
    return 0 if len(word) < 3 else 1 if len(word) < 6 else 2


def _mistyped_likeness(word: str, other: str, edits: float) -> float:
    return 1 - _EDIT * edits - (_OTHER_START if word[0] != other[0] else 0)


def _keep_best(likeness: dict[int, float], found: Iterator[tuple[int, float]]) -> None:
    for number, value in found:
        if value > likeness.get(number, 0):
            likeness[number] = value


def _by_length(words: Sequence[str]) -> dict[int, tuple[list[str], list[int]]]:
    groups = dict[int, tuple[list[str], list[int]]]()
    for number, word in enumerate(words):
        same, numbers = groups.setdefault(len(word), ([], []))
        same.append(word)
        numbers.append(number)
    return groups


def _by_stem(words: Sequence[str]) -> dict[str, list[int]]:
    groups = dict[str, list[int]]()
    for number, word in enumerate(words):
        groups.setdefault(stem(word), []).append(number)
    return groups
