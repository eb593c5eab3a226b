"""The command line: what each command prints, and how it ends."""

from __future__ import annotations

import gc
import os
import sys
from itertools import chain
from typing import TYPE_CHECKING

from iraqreader.arguments import READ, UsageError, parse
from iraqreader.console import (
    abandon_output,
    bold,
    columns,
    complain,
    on_terminal,
    put,
    set_encoding,
    wants_colour,
)

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from iraqreader.model import Article
    from iraqreader.notebook import Ledger
    from iraqreader.notes import Note
    from iraqreader.search import Hit, QuoteIndex

FOUND, NONE, USAGE = 0, 1, 2
"""Exit codes: something was found, nothing was, or what was asked cannot be done."""

INTERRUPTED = 130
"""After Ctrl+C, as the shell counts."""

CUT_OFF = 141
"""After `| head` had enough, as the shell counts."""

_DATA_FORMATS = ("json", "jsonl", "csv")
"""What programs read is UTF-8 wherever it goes; what people read is in their terminal's encoding."""


class _NothingReadError(Exception):
    """No path gave an article; why has been said of each."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code. Without `argv` it is that of this process, which is to end then."""
    if argv is not None:
        return _run_guarded(argv)
    code = _run_guarded(sys.argv[1:])
    gc.freeze()  # nobody looks for garbage in what goes as a whole: that took a tenth of a command's time
    return code


def _run_guarded(argv: Sequence[str]) -> int:
    try:
        code = _run(argv)
    except _NothingReadError:
        return USAGE
    except UsageError as error:
        complain(str(error))
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        abandon_output()
        return CUT_OFF
    except OSError as error:  # a full disk
        abandon_output()
        complain(error.strerror or str(error))
        return USAGE
    return code


def _run(argv: Sequence[str]) -> int:
    try:
        arguments = parse(argv)
    except SystemExit:  # help or the version has been printed
        put([])
        return FOUND
    set_encoding("utf-8" if arguments.format in _DATA_FORMATS else None)
    return _COMMANDS[arguments.command](arguments)


def _read(arguments: Namespace) -> int:
    from iraqreader.library import read_library
    from iraqreader.opening import open_reader

    library = read_library(_paths(arguments))
    if library.articles:
        return open_reader(library, arguments)
    for problem in library.problems:
        complain(f"{problem.path}: {problem.reason}")
    return USAGE


def _quotes(arguments: Namespace) -> int:
    from iraqreader.report import render_given_up
    from iraqreader.search import QuoteIndex, parse_query

    if not arguments.batch and (misread := parse_query(arguments.query).misread):
        raise UsageError("; ".join(misread))
    index = QuoteIndex(_in_date_order(_articles(arguments)))
    if arguments.batch:
        return _answer(index, arguments.limit)
    hits = index.search(arguments.query, arguments.limit).hits
    if not hits and (nearest := render_given_up(index.look_up(arguments.query, 1))):
        complain(nearest)
    _print_hits(arguments.query, hits, arguments.format)
    return FOUND if hits else NONE


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


def _print_hits(query: str, hits: Sequence[Hit], form: str | None) -> None:
    from iraqreader.export import export_hit, to_json
    from iraqreader.report import render_hits

    if form == "json":
        put([to_json({"query": query, "hits": [export_hit(hit) for hit in hits]})])
    elif form == "jsonl":
        put(to_json(export_hit(hit)) for hit in hits)
    else:
        put(render_hits(hits, bold if on_terminal() and wants_colour() else str))


def _table(arguments: Namespace) -> int:
    from iraqreader.export import export_row, render_csv, to_json
    from iraqreader.report import render_table

    articles = _sorted(_filtered(_in_date_order(_articles(arguments)), arguments.filter), arguments)
    if arguments.format == "json":
        put([to_json([export_row(article) for article in articles])])
    elif arguments.format == "csv":
        put(render_csv(articles))
    elif articles:
        put(render_table(articles, columns()))
    return FOUND if articles else NONE


def _filtered(articles: Sequence[Article], terms: str) -> Sequence[Article]:
    """The articles of which every term is true. Raises UsageError where one cannot be meant."""
    if not terms:
        return articles
    from iraqreader.conditions import read_condition, sides_of

    condition = read_condition(terms, sides_of(articles))
    if condition.unclear:
        raise UsageError("; ".join(condition.unclear))
    return [article for article in articles if condition.holds(article)]


def _sorted(articles: Sequence[Article], arguments: Namespace) -> Sequence[Article]:
    from iraqreader.comparison import column_named, in_order

    return in_order(articles, column_named(arguments.sort or "date"), last_first=arguments.reverse)


def _timeline(arguments: Namespace) -> int:
    from shutil import get_terminal_size

    from iraqreader.timeline import PLAIN_WIDTH, render_timeline

    articles = _filtered(_in_date_order(_articles(arguments)), arguments.filter)
    if articles:
        put(render_timeline(articles, get_terminal_size((PLAIN_WIDTH, 0)).columns))
    return FOUND if articles else NONE


def _speakers(arguments: Namespace) -> int:
    from iraqreader.roster import of_side, render, sides_of
    from iraqreader.voices import find_voices, in_order

    articles = _in_date_order(_articles(arguments))
    voices = everyone = find_voices(articles)
    if arguments.side and not (voices := of_side(everyone, arguments.side)):
        complain(f"nobody speaks for {arguments.side}; sides: {', '.join(sides_of(everyone)) or 'none'}")
    put(render(in_order(voices, arguments.sort), articles, arguments.format, columns()))
    return FOUND if voices else NONE


def _export(arguments: Namespace) -> int:
    from iraqreader.export import export_article, render_export, to_json

    articles = _articles(arguments)
    if arguments.format == "json":
        put(render_export(articles))
    else:
        put(to_json(export_article(article)) for article in articles)
    return FOUND


def _explain(arguments: Namespace) -> int:
    from iraqreader.explain import render_explanation

    for number, article in enumerate(_articles(arguments)):
        put(chain([""] if number else [], render_explanation(article)))
    return FOUND


def _notes(arguments: Namespace) -> int:
    from iraqreader.notes import find_notes, paths_of

    ledger = _ledger()
    paths = arguments.paths or paths_of(ledger)
    articles = _in_date_order(_read_in(paths)) if paths else []
    notes, others = find_notes(ledger, articles, arguments.paths)
    _print_notes(notes, arguments.format)
    if others:
        complain(f"{others} more in other articles: iraqreader notes")
    elif not notes:
        complain("nothing is marked yet: m does that in the reader")
    return FOUND if notes else NONE


def _print_notes(notes: Sequence[Note], form: str) -> None:
    from iraqreader.export import to_csv, to_json
    from iraqreader.notes import export_note, render_markdown

    if form == "json":
        put([to_json([export_note(note) for note in notes])])
    elif form == "jsonl":
        put(to_json(export_note(note)) for note in notes)
    elif form == "csv":
        put(to_csv(map(export_note, notes)))
    elif notes:
        put(render_markdown(notes))


def _ledger() -> Ledger:
    from iraqreader.library import read_ledger

    ledger, problems = read_ledger()
    if problems and not ledger.entries:
        raise UsageError(f"{problems[0].path}: {problems[0].reason}")
    return ledger


def _doctor(arguments: Namespace) -> int:
    from iraqreader.doctor import examine, export_findings, render_example, render_findings
    from iraqreader.export import to_json
    from iraqreader.opening import settle

    if arguments.example:
        put(render_example())
        return FOUND
    findings = examine(os.environ, settle(arguments))
    put([to_json(export_findings(findings))] if arguments.format == "json" else render_findings(findings))
    return FOUND if all(finding.well for finding in findings) else NONE


_COMMANDS: dict[str, Callable[[Namespace], int]] = {
    READ: _read,
    "quotes": _quotes,
    "table": _table,
    "timeline": _timeline,
    "speakers": _speakers,
    "export": _export,
    "explain": _explain,
    "notes": _notes,
    "doctor": _doctor,
}


def _paths(arguments: Namespace) -> list[str]:
    from iraqreader.library import seeds_folder

    return arguments.paths or [str(seeds_folder())]


def _articles(arguments: Namespace) -> Iterator[Article]:
    return _read_in(_paths(arguments), as_read=arguments.as_read)


def _read_in(paths: Sequence[str], *, as_read: bool = False) -> Iterator[Article]:
    """Articles as they are ready; what cannot be read is said, and the rest is read."""
    from iraqreader.library import Problem, read_articles

    nothing = True
    for item in read_articles(paths, as_read=as_read):
        if isinstance(item, Problem):
            complain(f"{item.path}: {item.reason}")
        else:
            nothing = False
            yield item
    if nothing:
        raise _NothingReadError


def _in_date_order(articles: Iterable[Article]) -> list[Article]:
    from iraqreader.library import date_order

    return sorted(articles, key=date_order)
