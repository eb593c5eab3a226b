"""The command line: what each command prints, and how it ends."""

from __future__ import annotations

import gc
import os
import sys
from itertools import chain
from typing import TYPE_CHECKING

from iraqreader import lists
from iraqreader.arguments import OFFERS, READ, UsageError
from iraqreader.console import (
    FOUND,
    NONE,
    USAGE,
    abandon_output,
    columns,
    complain,
    complain_in_json,
    emphasis,
    on_terminal,
    page,
    put,
    set_encoding,
)
from iraqreader.folders import LibraryError
from iraqreader.invocation import asks_for_json, parse
from iraqreader.sources import (
    NothingReadError,
    articles_of,
    asked_for,
    begun,
    collected,
    in_date_order,
    paths_of,
    read_in,
)

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

    from iraqreader.notebook import Ledger
    from iraqreader.notes import Note

__all__ = ["FOUND", "NONE", "USAGE", "main"]

INTERRUPTED = 130
"""After Ctrl+C, as the shell counts."""

CUT_OFF = 141
"""After `| head` had enough, as the shell counts."""

_DATA_FORMATS = ("json", "jsonl", "csv", "html")
"""What programs read is UTF-8 wherever it goes; what people read is in their terminal's encoding."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code. Without `argv` it is that of this process, which is to end then."""
    if argv is not None:
        return _run_guarded(argv)
    code = _run_guarded(sys.argv[1:])
    gc.freeze()  # nobody looks for garbage in what goes as a whole: that took a tenth of a command's time
    return code


def _run_guarded(argv: Sequence[str]) -> int:
    complain_in_json(asks_for_json(argv))
    try:
        code = _run(argv)
    except NothingReadError:
        return USAGE
    except (UsageError, LibraryError) as error:
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
    from iraqreader.library import Library, read_library
    from iraqreader.opening import open_reader, reads_plainly

    found = collected(arguments) if reads_plainly(arguments) else begun(arguments)
    library = read_library(paths_of(arguments)) if found is None else Library(found, found.problems)
    if library.articles:
        return open_reader(library, arguments)
    for problem in library.problems:
        complain(f"{problem.path}: {problem.reason}")
    return USAGE


def _timeline(arguments: Namespace) -> int:
    from shutil import get_terminal_size

    from iraqreader.timeline import PLAIN_WIDTH, render_timeline

    articles = asked_for(arguments)
    if articles:
        put(render_timeline(articles, get_terminal_size((PLAIN_WIDTH, 0)).columns))
    return FOUND if articles else NONE


def _show(arguments: Namespace) -> int:
    from iraqreader.aloud import WIDEST, render_article, render_line

    articles = in_date_order(articles_of(arguments))
    article = next((article for article in articles if article.id == arguments.id), None)
    if article is None:
        complain(f"no article is called {arguments.id}; there are: {', '.join(article.id for article in articles)}")
        return NONE
    width = min(columns() or WIDEST, WIDEST)
    page(chain([render_line(article), ""], render_article(article, width, emphasise=emphasis(arguments.color))))
    return FOUND


def _export(arguments: Namespace) -> int:
    if arguments.format in ("html", "markdown"):
        return _report(arguments)
    from iraqreader.export import export_article, render_export, to_json

    articles = articles_of(arguments)
    if arguments.format == "json":
        put(render_export(articles))
    else:
        put(to_json(export_article(article)) for article in articles)
    return FOUND


def _report(arguments: Namespace) -> int:
    from iraqreader.briefing import render_briefing
    from iraqreader.webpage import render_page

    render = render_page if arguments.format == "html" else render_briefing
    put(render(in_date_order(articles_of(arguments))))
    return FOUND


def _explain(arguments: Namespace) -> int:
    from iraqreader.explain import render_explanation

    for number, article in enumerate(articles_of(arguments)):
        put(chain([""] if number else [], render_explanation(article)))
    return FOUND


def _notes(arguments: Namespace) -> int:
    from iraqreader import notes as report

    ledger = _ledger()
    paths = arguments.paths or report.paths_of(ledger)
    articles = in_date_order(read_in(paths)) if paths else []
    notes, others = report.find_notes(ledger, articles, arguments.paths)
    _print_notes(notes, arguments.format)
    if others:
        complain(f"{others} more in other articles: iraqreader notes")
    elif not notes:
        complain("nothing is marked yet: m does that in the reader")
    return FOUND if notes else NONE


def _print_notes(notes: Sequence[Note], form: str) -> None:
    from iraqreader.listing import Listing, render
    from iraqreader.notes import export_note, render_markdown

    if form == "markdown":
        put(render_markdown(notes) if notes else [])
    else:
        put(render(Listing([export_note(note) for note in notes], (), ()), form, None))


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


def _forget(arguments: Namespace) -> int:
    from iraqreader.forget import forget, kept
    from iraqreader.report import one_line

    paths = kept()
    put(one_line(str(path)) for path in paths)
    if not paths:
        complain("nothing is kept")
    elif not (arguments.yes or _is_sure()):
        complain("nothing was removed (--yes removes them)")
        return NONE
    wrong = forget(paths)
    for path, reason in wrong:
        complain(f"{path}: {reason}")
    return USAGE if wrong else FOUND if paths else NONE


def _is_sure() -> bool:
    """Whether a person at the terminal types `yes`."""
    if not (on_terminal() and sys.stdin and sys.stdin.isatty()):
        return False
    put(["remove all of these, your marks and notes among them? yes removes them:"])
    return sys.stdin.readline().strip() == "yes"


def _collect(arguments: Namespace) -> int:
    from iraqreader.collecting import add, index, list_libraries, remove

    return {"add": add, "remove": remove, "list": list_libraries, "index": index}[arguments.command](arguments)


def _completions(arguments: Namespace) -> int:
    if arguments.shell in OFFERS:
        return _offer(arguments)
    from iraqreader.completions import render_completions

    put(render_completions(arguments.shell))
    return FOUND


def _offer(arguments: Namespace) -> int:
    from iraqreader.offers import offered

    words = offered(arguments.shell, arguments.paths)
    put(words)
    return FOUND if words else NONE


def _man(arguments: Namespace) -> int:
    from iraqreader.manpages import render_page

    put(render_page(arguments.page))
    return FOUND


_COMMANDS: dict[str, Callable[[Namespace], int]] = {
    READ: _read,
    "quotes": lists.quotes,
    "table": lists.table,
    "troops": lists.troops,
    "stances": lists.stances,
    "show": _show,
    "timeline": _timeline,
    "speakers": lists.speakers,
    "export": _export,
    "explain": _explain,
    "add": _collect,
    "remove": _collect,
    "list": _collect,
    "index": _collect,
    "notes": _notes,
    "doctor": _doctor,
    "forget": _forget,
    "completions": _completions,
    "man": _man,
}
