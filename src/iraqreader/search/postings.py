"""Which quotes have which words, and at which places."""

from __future__ import annotations

from array import array
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from iraqreader.search.rank import REACH
from iraqreader.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SPEAKER_GAP = 2 * REACH
"""Places between the words of a quote and its speaker's name, so that they are not neighbours."""

_COMPARED = 300
"""Quotes that are looked through for two words side by side: if these have none, it is no phrase."""


class Postings:
    """The words of quotes and of their speakers' names, as numbers: places in the alphabet of the vocabulary.

    Quotes are numbers too, in the order in which they came. Those of quote `n` stand in `_numbers` from `_starts[n]`, and
    from `_names[n]` on those of its speaker's name.
    """

    def __init__(self, quotes: Iterable[tuple[Iterable[str], Iterable[str]]]) -> None:
        """Of each quote its words, and the words of its speaker's name."""
        first_seen: dict[str, int] = {}
        self._starts, self._names, numbers = array("I", [0]), array("I"), array("I")
        for said, name in quotes:
            numbers.extend(first_seen.setdefault(word, len(first_seen)) for word in said)
            self._names.append(len(numbers))
            numbers.extend(first_seen.setdefault(word, len(first_seen)) for word in name)
            self._starts.append(len(numbers))
        self.vocabulary = Vocabulary(sorted(first_seen))
        place = {first_seen[word]: number for number, word in enumerate(self.vocabulary.words)}
        self._numbers = array("I", map(place.__getitem__, numbers))
        self._quotes = self._post()

    def _post(self) -> list[array[int]]:
        quotes = [array("I") for _ in self.vocabulary.words]
        for quote, (start, end) in enumerate(pairwise(self._starts)):
            for number in set(self._numbers[start:end]):
                quotes[number].append(quote)
        return quotes

    def __len__(self) -> int:
        """How many quotes there are."""
        return len(self._names)

    def having(self, number: int) -> Sequence[int]:
        """The quotes that have a word, also in their speaker's name."""
        return self._quotes[number]

    def length(self, quote: int) -> int:
        """How many words were said."""
        return self._names[quote] - self._starts[quote]

    def places(self, quote: int) -> Iterator[tuple[int, int]]:
        """Each place of a quote with the word there; the speaker's name stands well apart."""
        start, name, end = self._starts[quote], self._names[quote], self._starts[quote + 1]
        return chain(
            enumerate(self._numbers[start:name]), enumerate(self._numbers[name:end], name - start + SPEAKER_GAP)
        )

    def side_by_side(self, word: str, after: str) -> bool:
        """Whether some quote has these two words next to one another."""
        one, two = self.vocabulary.number(word), self.vocabulary.number(after)
        if one is None or two is None:
            return False
        both = sorted(set(self._quotes[one]).intersection(self._quotes[two]))[:_COMPARED]
        return any((one, two) in pairwise(self._numbers[self._starts[quote] : self._names[quote]]) for quote in both)
