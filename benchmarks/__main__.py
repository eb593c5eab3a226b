"""How fast texts are read, whether time grows with length alone, how fast quotes are found, how long a command takes.

`python -m benchmarks [FOLDER...]` measures your own texts; without one, the five articles over and over. Every time is
of the processor, on one core, the best of a few rounds: what else the machine does can only add to it. Only a command
is timed by the clock on the wall: its start beside a Python that does nothing, its work on a folder first and again.
"""

from __future__ import annotations

import json
import sys
from itertools import cycle, islice
from statistics import median, quantiles
from time import process_time
from typing import TYPE_CHECKING

from benchmarks.library import reading_in
from benchmarks.start import command_start
from benchmarks.unchanged import reading_again
from iraqreader.analyze import analyze
from iraqreader.intake import Problem, find_pieces, read_piece
from iraqreader.library import seeds_folder
from iraqreader.search import QuoteIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iraqreader.model import Article

ROUNDS = 3
LEAST_WORDS = 200_000
"""Words read for the rate: a few seconds' worth."""

LONGEST = 4_000_000
"""Characters of the longest text of the growth check."""

QUERIES = 200

PAIRS = 40
"""Starts of a command, each beside one of a Python that does nothing."""


AGAIN = 900
"""Articles that are read once and again, few enough to have no index of their own."""

LIBRARY = 10_000
"""Articles of a library that is read in."""


def main(paths: Sequence[str]) -> None:
    """Print every figure, one JSON object a line."""
    texts = read_texts(paths or [str(seeds_folder())])
    show(reading_rate(texts))
    for row in growth(texts):
        show(row)
    show(command_start(PAIRS))
    show(reading_again(texts, AGAIN))
    show(reading_in(texts, LIBRARY))
    show(search_times([analyze(text, str(number), "") for number, text in enumerate(texts)]))


def read_texts(paths: Sequence[str]) -> list[str]:
    """The texts of files and folders; what cannot be read is left out."""
    read = [read_piece(piece) for piece in find_pieces(paths) if not isinstance(piece, Problem)]
    texts = [text for text in read if not isinstance(text, Problem)]
    return texts or sys.exit("no texts there")


def reading_rate(texts: Sequence[str]) -> dict[str, object]:
    """Words per second of `analyze`, once through the texts or, where these are few, often enough to tell."""
    words = sum(len(text.split()) for text in texts)
    times = max(1, -(-LEAST_WORDS // max(words, 1)))
    seconds = best_of(lambda: [analyze(text, "", "") for _ in range(times) for text in texts])
    return {"measure": "reading", "words": words * times, "words_per_second": round(words * times / seconds)}


def growth(texts: Sequence[str]) -> list[dict[str, object]]:
    """Seconds for one text of growing length; `ratio` is to the text of half the length, 2 where growth is linear."""
    rows: list[dict[str, object]] = []
    before = None
    length = LONGEST // 16
    while length <= LONGEST:
        text = endless(texts, length)
        seconds = best_of(lambda text=text: analyze(text, "", ""))  # type: ignore[misc]
        ratio = round(seconds / before, 2) if before else None
        rows.append({"measure": "growth", "characters": length, "seconds": round(seconds, 2), "ratio": ratio})
        before = seconds
        length *= 2
    return rows


def endless(texts: Sequence[str], length: int) -> str:
    """The texts one after another, over and over, cut at `length`."""
    whole = "\n\n".join(texts)
    return "\n\n".join(islice(cycle([whole]), length // len(whole) + 1))[:length]


def search_times(articles: Sequence[Article]) -> dict[str, object]:
    """Milliseconds per key as three words of some quotes are typed, the index warm."""
    start = process_time()
    index = QuoteIndex(articles)
    built = process_time() - start
    direct = [quote.span.of(article.text) for article in articles for quote in article.quotes if quote.kind == "direct"]
    typed = [" ".join(words.split()[:3]) for words in islice(cycle(direct), QUERIES)]
    spent = [time_of(lambda keys=keys: index.search(keys)) for query in typed for keys in prefixes(query)]  # type: ignore[misc]
    return {
        "measure": "search",
        "quotes": len(direct),
        "index_seconds": round(built, 3),
        "key_ms_median": round(median(spent) * 1000, 2),
        "key_ms_p95": round(quantiles(spent, n=20)[-1] * 1000, 2),
    }


def prefixes(query: str) -> list[str]:
    """What stands in the search line after each key."""
    return [query[:end] for end in range(1, len(query) + 1)]


def best_of(work: Callable[[], object]) -> float:
    """Seconds of the quickest of a few rounds."""
    return min(time_of(work) for _ in range(ROUNDS))


def time_of(work: Callable[[], object]) -> float:
    """Seconds that the processor spent on one round."""
    start = process_time()
    work()
    return process_time() - start


def show(row: dict[str, object]) -> None:
    """One figure, at once."""
    print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
