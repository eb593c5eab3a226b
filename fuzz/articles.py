"""A file's bytes through analysis, table, explanation, timeline, page, export, CSV, index and search."""

from __future__ import annotations

import csv
import io
import json
from itertools import pairwise
from typing import TYPE_CHECKING

from iraqreader import report
from iraqreader.aloud import render_article
from iraqreader.analyze import analyze
from iraqreader.comparison import COLUMNS
from iraqreader.explain import render_explanation
from iraqreader.export import export_article, export_row, to_csv, to_json
from iraqreader.intake import UnreadableError
from iraqreader.intake.decoding import decode
from iraqreader.record import dump_facts, load_facts
from iraqreader.search import QuoteIndex
from iraqreader.timeline import render_timeline
from iraqreader.tui.page import lay_out

if TYPE_CHECKING:
    from iraqreader.model import Article


def try_bytes(data: bytes) -> None:
    """All that happens to a file, in the order in which it does."""
    try:
        text = decode(data)
    except UnreadableError:
        return
    article = analyze(text, "fuzzed", "fuzzed.txt")
    check_export(article)
    check_words(article)
    check_search(article)


def check_export(article: Article) -> None:
    """The export is JSON that nothing steers a terminal with, CSV keeps its cells, and the index gives back what it got."""
    line = to_json(export_article(article))
    assert not report.UNPRINTABLE.search(line), "the export has control characters"
    facts = json.loads(line)
    for kind in ("quotes", "troops"):
        assert all(article.text[fact["start"] : fact["end"]] == fact["text"] for fact in facts[kind]), (
            "an offset is wrong"
        )
    rows = list(csv.reader(io.StringIO("\n".join(to_csv([export_row(article)])), newline="")))
    assert len({len(row) for row in rows}) == 1, "a cell is broken"
    assert load_facts(dump_facts(article), article.text, article.id, article.path) == article, "the index lost a fact"


def check_words(article: Article) -> None:
    """What people are shown holds nothing that a terminal obeys, and the page every letter once."""
    printed = [*report.render_table([article], 80), *render_explanation(article), *render_timeline([article], 80)]
    printed += [*render_article(article, 79), *(column.told(article) for column in COLUMNS)]
    assert not report.UNPRINTABLE.search("\n".join(printed)), "control characters are printed"
    text = report.printable(article.text)
    lines = lay_out(text, 60).lines
    assert len(text) == len(article.text), "offsets do not hold"
    assert lines[-1].end >= len(text), "the page lost letters"
    assert all(one.end <= other.start or one.start == one.end for one, other in pairwise(lines))


def check_search(article: Article) -> None:
    """Any words can be searched, those of the article's beginning too."""
    index = QuoteIndex([article])
    for query in (article.text[:60], article.text[-40:], "side:washington 'troops"):
        index.search(query, 5)
