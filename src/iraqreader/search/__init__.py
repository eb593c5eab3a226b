"""Fuzzy search of quotations, as one types.

A query is cut into words (`words`), each word is expanded over the vocabulary of the quotes to what may have been meant
(`vocabulary`), posting lists weighted by rarity give candidates, and these are ranked by how near and in what order
the words stand (`index`). Comparing a query with each whole quote would be slower by far, and rank worse.
"""

from iraqreader.search.index import Hit, QuoteIndex

__all__ = ["Hit", "QuoteIndex"]
