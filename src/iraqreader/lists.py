"""Commands that answer with a list: quotes, the comparison, counts, stances, speakers; each in every format."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from iraqreader.arguments import UsageError
from iraqreader.console import FOUND, NONE, USAGE, columns, complain, emphasis, put
from iraqreader.sources import articles_of, asked_for, filtered, in_date_order

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from iraqreader.listing import Listing
    from iraqreader.search import QuoteIndex


def quotes(arguments: Namespace) -> int:
    """Quotations by half-remembered words."""
    from iraqreader.answers import list_hits
    from iraqreader.collection import Collection
    from iraqreader.report import render_given_up, render_hits
    from iraqreader.search import QuoteIndex, parse_query

    if not arguments.batch and (misread := parse_query(arguments.query).misread):
        raise UsageError("; ".join(misread))
    articles = articles_of(arguments)
    index = articles.quote_index() if isinstance(articles, Collection) else QuoteIndex(in_date_order(articles))
    if arguments.batch:
        return _answer(index, arguments.limit)
    hits = index.search(arguments.query, arguments.limit).hits
    if not hits and (nearest := render_given_up(index.look_up(arguments.query, 1))):
        complain(nearest)
    return _put(list_hits(arguments.query, hits), arguments, render_hits(hits, emphasis(arguments.color)))


def _answer(index: QuoteIndex, limit: int) -> int:
    """One query a line on standard input, one JSON line each on standard output, at once."""
    from time import perf_counter

    from iraqreader.export import export_hit, to_json

    code = NONE
    for line in sys.stdin or ():
        query = line.rstrip("\n")
        start = perf_counter()
        answer = index.search(query, limit)
        spent = round((perf_counter() - start) * 1000, 3)
        error = {"error": "; ".join(answer.misread)} if answer.misread else {}
        hits = [] if error else [export_hit(hit) for hit in answer.hits]
        code = USAGE if error or code == USAGE else FOUND if hits else code
        put([to_json({"query": query, "ms": spent, "hits": hits, **error})])
    return code


def table(arguments: Namespace) -> int:
    """A row for each article."""
    from iraqreader.answers import list_table
    from iraqreader.articles import Articles, Held
    from iraqreader.comparison import column_named, in_order

    articles = in_date_order(articles_of(arguments))
    library = articles if isinstance(articles, Articles) else Held(articles)
    column = column_named(arguments.sort or "date")
    ordered = in_order(filtered(library, arguments.filter), column, last_first=arguments.reverse)
    return _put(list_table(ordered, lambda article: library.copies_of(article.id)), arguments)


def troops(arguments: Namespace) -> int:
    """A row for each number of soldiers."""
    from iraqreader.answers import list_troops

    return _put(list_troops(asked_for(arguments)), arguments)


def stances(arguments: Namespace) -> int:
    """A row for each piece of evidence of what a side wants."""
    from iraqreader.answers import list_stances

    return _put(list_stances(asked_for(arguments)), arguments)


def speakers(arguments: Namespace) -> int:
    """A row for each speaker."""
    from iraqreader.roster import list_voices, of_side, render_voices, sides_of
    from iraqreader.voices import find_voices, in_order

    articles = in_date_order(articles_of(arguments))
    voices = everyone = find_voices(articles)
    if arguments.side and not (voices := of_side(everyone, arguments.side)):
        complain(f"nobody speaks for {arguments.side}; sides: {', '.join(sides_of(everyone)) or 'none'}")
    ordered = in_order(voices, arguments.sort)
    return _put(list_voices(ordered, articles), arguments, render_voices(ordered, columns()))


def _put(listing: Listing, arguments: Namespace, text: Iterable[str] | None = None) -> int:
    """Print a listing in the format that was asked for; whether there was anything in it."""
    from iraqreader.listing import render

    put(render(listing, arguments.format, columns(), text))
    return FOUND if listing.rows else NONE
