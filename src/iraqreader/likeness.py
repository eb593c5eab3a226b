"""How alike two reports are, told from a small signature of each: wire copy is the same report in several outlets.

A report is compared by its shingles, the runs of five words in it (Broder, "On the resemblance and containment of
documents", 1997): two are as alike as the share of shingles that both have among those that either has. A signature
keeps of each of sixty bins of hashes the least one, which are about as often equal as the reports are alike (Li, Owen and
Zhang, "One permutation hashing", 2012). It has bands, of which reports that are alike nearly always share one, so that
those are found without a look at all others.

Page furniture and the headline are the outlet's own and left out. Words are compared without case, accents and marks. A
report too short to be told by chances has a signature that is equal for the same words only.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import defaultdict
from itertools import accumulate, compress
from operator import eq
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from iraqreader.model import Article, Span

ALIKE = 0.4
"""How alike two reports are at least that are taken for copies of one: half of all they say is word by word the same."""

SHINGLE = 5
"""Words that are compared together: few runs of so many come twice by chance."""

FEWEST = 40
"""Different shingles from which on a report is long enough to be told by chances."""

BANDS, ROWS, FINE = 10, 2, 3
"""A band is of so many rows, and a row of so many bins: the finer bins tell more exactly, the rows are less often empty.

Of reports that are 0.5, 0.6 and 0.7 alike, 94, 99 and 99.9 of a hundred pairs share a band; of those that are 0.05 alike, 2.
"""

BINS = BANDS * ROWS * FINE
SIZE = 2 * BINS
"""Bytes of a signature at most."""

_EMPTY = 0xFFFF
"""In a bin to which no shingle came."""

_SPREAD = 0x9E3779B1
"""Odd, and its bits are even: what it multiplies is spread over all bins (Knuth's multiplicative hashing)."""

_WORD = re.compile(r"\w+")
_ACCENTS = re.compile("[\u0300-\u036f]+")


def sign(article: Article) -> bytes:
    """The signature of an article's report: SIZE bytes, 16 for a short one, none where it has no words."""
    hashes = _shingles(_body(article))
    if len(hashes) >= FEWEST:
        return _least(hashes)
    # The headline counts here: "More to follow." below two of them is two reports.
    return _digest(" ".join(_words(article.text, _furniture(article)))) if hashes else b""


def likeness(one: bytes, other: bytes) -> float:
    """How alike two reports are by their signatures, from 0 to 1; give or take 0.06."""
    if one == other:
        return 1.0 if one else 0.0
    if not len(one) == len(other) == SIZE:
        return 0.0
    firsts, seconds = array("H", one), array("H", other)
    equal = list(compress(firsts, map(eq, firsts, seconds)))
    empty = equal.count(_EMPTY)
    return (len(equal) - empty) / (BINS - empty)


def bands(signature: bytes) -> list[int]:
    """Numbers of 32 bits, of which two signatures share one where they are alike, but for few."""
    if len(signature) != SIZE:
        return [crc32(signature)] if signature else []
    bins = array("H", signature)
    each = (bins[start : start + ROWS * FINE] for start in range(0, BINS, ROWS * FINE))
    keys = ((band, *_rows(of)) for band, of in enumerate(each))
    return [crc32(repr(key).encode()) for key in keys if None not in key]


def shares(article: Article, others: Iterable[Article]) -> Iterator[float]:
    """How alike each of others is to an article, by all of their shingles, from 0 to 1."""
    firsts = _shingles(_body(article))
    for other in others:
        seconds = _shingles(_body(other))
        either = len(firsts | seconds)
        yield len(firsts & seconds) / either if either else 0.0


def _furniture(article: Article) -> list[Span]:
    return [item.span for item in article.furniture]


def _body(article: Article) -> list[str]:
    """The words of the report: without furniture, without the headline."""
    return _words(article.text, [*_furniture(article), *([article.title] if article.title else [])])


def _words(text: str, apart: Iterable[Span]) -> list[str]:
    return _WORD.findall(_fold(" ".join(_between(text, sorted(apart)))))


def _between(text: str, apart: Iterable[Span]) -> Iterator[str]:
    """What of a text is in none of these spans, which are in order and may overlap."""
    position = 0
    for span in apart:
        yield text[position : span.start]
        position = max(position, span.end)
    yield text[position:]


def _fold(text: str) -> str:
    text = text.casefold()
    return text if text.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFKD", text))


def _shingles(words: Sequence[str]) -> set[int]:
    """A number of 32 bits for each shingle; words that are fewer are one."""
    text = " ".join(words).encode("utf-8", "surrogatepass")
    starts = [0, *accumulate(len(word) + 1 for word in text.split(b" "))] if text else []
    ends = starts[SHINGLE:] or starts[-1:]
    return {crc32(text[start : end - 1]) * _SPREAD & 0xFFFFFFFF for start, end in zip(starts, ends, strict=False)}


def _digest(words: str) -> bytes:
    from hashlib import blake2b  # noqa: PLC0415 - which takes its time to load, and few reports are so short

    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _least(hashes: Iterable[int]) -> bytes:
    """Of each bin the least hash, in 16 bits."""
    least = {number * BINS >> 32: number for number in sorted(hashes, reverse=True)}
    bins = array("H", [_EMPTY]) * BINS
    for place, number in least.items():
        bins[place] = min(number * BINS >> 16 & 0xFFFF, _EMPTY - 1)
    return bins.tobytes()


def _rows(bins: Sequence[int]) -> Iterator[tuple[int, int] | None]:
    """Of each row of a band its least bin, and which one that is; None where all are empty."""
    for start in range(0, len(bins), FINE):
        least, fine = min((value, fine) for fine, value in enumerate(bins[start : start + FINE]))
        yield None if least == _EMPTY else (least, fine)


def families(signatures: Mapping[int, bytes]) -> list[list[int]]:
    """Signatures, which have numbers, by what they are copies of: those that are linked, be it over others, are together.

    Two are linked that share a band and are ALIKE.
    """
    linked = _Linked()
    buckets = defaultdict[int, dict[int, list[int]]](dict)
    for number in sorted(signatures):
        for band in bands(signatures[number]):
            bucket = buckets[band]
            for family, members in bucket.items():
                if not linked.are(family, number) and any(_alike(signatures, number, member) for member in members):
                    linked.link(family, number)
            bucket.setdefault(linked.first(number), []).append(number)
    found = defaultdict[int, list[int]](list)
    for number in sorted(signatures):
        found[linked.first(number)].append(number)
    return [*found.values()]


def _alike(signatures: Mapping[int, bytes], one: int, other: int) -> bool:
    return likeness(signatures[one], signatures[other]) >= ALIKE


class _Linked:
    """Numbers in families, each called by its least one (union-find)."""

    def __init__(self) -> None:
        self._up = dict[int, int]()

    def first(self, number: int) -> int:
        """The least number of the family."""
        while (up := self._up.get(number, number)) != number:
            self._up[number] = self._up.get(up, up)
            number = up
        return number

    def are(self, one: int, other: int) -> bool:
        """Whether two are of one family."""
        return self.first(one) == self.first(other)

    def link(self, one: int, other: int) -> None:
        """Make one family of two."""
        least, most = sorted((self.first(one), self.first(other)))
        self._up[most] = least
