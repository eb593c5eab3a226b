"""Fuzzy search of quotations, as one types.

A query is cut into words (`words`), these are mended and weighed (`query`) and expanded over the vocabulary of the quotes
to what may have been meant (`vocabulary`), posting lists give the quotes that have most of it (`postings`), and these are
ranked by how near and in what order the words stand (`rank`); of the best, the matched letters are marked (`marks`).
Comparing a query with each whole quote would be slower by far, and rank worse.
"""

from iraqreader.search.index import Hit, QuoteIndex

__all__ = ["Hit", "QuoteIndex"]
