"""Fuzzy search of quotations, as one types.

What is typed is read as plain words, and signs and filters (`language`). Words are mended and weighed (`query`) and
expanded over the vocabulary of the quotes to what may have been meant (`vocabulary`); `postings` says which quotes have
each, and `candidates` which quotes have most of it, among those that pass the `filters`. These are ranked by how near and
in what order the words stand (`rank`), and of the best, the matched letters are marked (`marks`). Where nothing is found,
the same is tried with something given up (`nearest`). Comparing a query with each whole quote would be slower by far, and
rank worse.

All of it is read from `tables` in SQLite, which a `writing.Writer` fills: in memory, or on the disk for a library.
"""

from iraqreader.search.answer import Answer, Given, Hit
from iraqreader.search.index import QuoteIndex
from iraqreader.search.language import parse_query

__all__ = ["Answer", "Given", "Hit", "QuoteIndex", "parse_query"]
