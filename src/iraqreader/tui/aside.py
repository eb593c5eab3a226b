"""Words on the terminal's normal screen, where its own selection takes them; Enter comes back."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import TYPE_CHECKING

from iraqreader import report
from iraqreader.model import Span
from iraqreader.tui.clipboard import cited
from iraqreader.tui.terminal import Patient

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App

    from iraqreader.tui.reader import Reader


async def show_aside(app: App[None], words: str) -> None:
    """Leave the app for a moment with these words on the normal screen, until Enter is pressed there."""
    with app.batch_update(), app.suspend():
        stream = Patient(sys.__stderr__) if sys.__stderr__ else None
        if stream:
            stream.write(f"\n{words}\n\n[Enter goes back to the articles] ")
            stream.flush()
        await _enter()


async def _enter() -> None:
    """Wait for a line on standard input, in which signals are still answered."""
    loop, typed = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(0, typed.set)
    try:
        await typed.wait()
        os.read(0, 4096)
    finally:
        loop.remove_reader(0)


def words_shown(reader: Reader) -> str:
    """The paragraphs that hold what is lit, else those in view, each on one line; and the source of a lit quote."""
    return "\n\n".join(_shown(reader))


def _shown(reader: Reader) -> Iterator[str]:
    article, lit = reader.article, reader.current
    around = lit.span if lit else _in_view(reader)
    held = [span for span in article.paragraphs if span.overlaps(around)]
    for span in held or [around]:
        yield report.printable(span.of(article.text).strip("\n"))
    yield from (cited(article, quote) for quote in article.quotes if lit and quote.span == lit.span)


def _in_view(reader: Reader) -> Span:
    lines = reader.page.lines
    last = min(reader.scroll_offset.y + reader.size.height, len(lines)) - 1
    return Span(reader.top, max(lines[max(0, last)].end, reader.top + 1))
