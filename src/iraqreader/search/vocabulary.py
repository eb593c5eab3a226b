"""What a typed word may have meant: the words of the quotes that are like it, and how like."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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

REMEMBERED = 256
"""Words that need not be compared with all others again."""

_SHORTEST_STEM = 4
_LAST = "\U0010ffff"


class Vocabulary:
    """Different words, the shorter first and those of one length in alphabetical order, and the number of each.

    So words of one length are a range, and so are those among them that share a start: nothing else needs to be made when a
    hundred thousand words are read from the disk.
    """

    def __init__(self, words: Sequence[str], numbers: Sequence[int]) -> None:
        self._words, self._numbers = words, numbers
        self._longest = len(words[-1]) if words else 0
        self._of_length = cache(self._find_length)
        self._mistyped = lru_cache(maxsize=REMEMBERED)(lambda word: tuple(self._find_mistyped(word)))
        self._same = cache(lambda length: words[slice(*self._of_length(length))])

    def number(self, word: str) -> int | None:
        """The number of `word`, if some quote has it."""
        start, end = self._of_length(len(word))
        place = bisect_left(self._words, word, start, end)
        return self._numbers[place] if place < end and self._words[place] == word else None

    def knows(self, word: str) -> bool:
        """Whether some quote has it, or a word that is one slip or another ending away."""
        if self.number(word) is not None:
            return True
        return max(self.like(word, unfinished=False).values(), default=0.0) >= 1 - _EDIT

    def starting(self, start: str) -> list[int]:
        """The numbers of the words that begin so."""
        return [self._numbers[place] for place in self._starting(start, len(start))]

    def like(self, word: str, *, unfinished: bool) -> dict[int, float]:
        """Numbers of the words that `word` may have meant, each with its likeness in (0, 1], 1 for itself."""
        likeness = dict[int, float]()
        if unfinished:
            _keep_best(likeness, self._mistyped_starts(word))
            _keep_best(likeness, ((number, _UNFINISHED) for number in self.starting(word)))
        _keep_best(likeness, self._mistyped(word))
        _keep_best(likeness, ((number, _INFLECTED) for number in self._family(word)))
        if (number := self.number(word)) is not None:
            likeness[number] = 1.0
        return likeness

    def _find_length(self, length: int) -> tuple[int, int]:
        return bisect_left(self._words, length, key=len), bisect_left(self._words, length + 1, key=len)

    def _starting(self, start: str, shortest: int) -> Iterator[int]:
        """The places of the words of so many letters at least that begin so."""
        return chain.from_iterable(self._starting_of(length, start) for length in range(shortest, self._longest + 1))

    def _starting_of(self, length: int, start: str) -> range:
        first, end = self._of_length(length)
        return range(bisect_left(self._words, start, first, end), bisect_left(self._words, start + _LAST, first, end))

    def _family(self, word: str) -> Iterator[int]:
        """The words that differ from it in their endings only."""
        same = stem(word)
        places = self._starting(same, len(same)) if len(same) >= _SHORTEST_STEM else ()
        return (self._numbers[place] for place in places if stem(self._words[place]) == same)

    def _find_mistyped(self, word: str) -> Iterator[tuple[int, float]]:
        most = _edits_allowed(word)
        for length in range(len(word) - most, len(word) + most + 1) if most else ():
            first, _ = self._of_length(length)
            for other, edits, place in _near(word, self._same(length), most):
                yield self._numbers[first + place], _mistyped_likeness(word, other, edits)

    def _mistyped_starts(self, word: str) -> Iterator[tuple[int, float]]:
        most = min(_edits_allowed(word), 1)
        if not most:
            return
        places = list(self._starting(word[0], len(word) - most))
        for length in range(len(word) - most, len(word) + most + 1):
            starts = [self._words[place][:length] for place in places]
            for other, edits, index in _near(word, starts, most):
                yield self._numbers[places[index]], _UNFINISHED * _mistyped_likeness(word, other, edits)


def stem(word: str) -> str:
    """The word without its ending, where enough is left to tell it from others."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _near(word: str, others: Sequence[str], most: int) -> Iterable[tuple[str, float, int]]:
    """Those of the other words that are so many slips away at most, with their number and their place."""
    return extract(word, others, scorer=OSA.distance, score_cutoff=most, limit=None)


def _edits_allowed(word: str) -> int:
    return 0 if len(word) < 3 else 1 if len(word) < 6 else 2


def _mistyped_likeness(word: str, other: str, edits: float) -> float:
    return 1 - _EDIT * edits - (_OTHER_START if word[0] != other[0] else 0)


def _keep_best(likeness: dict[int, float], found: Iterable[tuple[int, float]]) -> None:
    for number, value in found:
        if value > likeness.get(number, 0):
            likeness[number] = value
