"""Marks, notes and corrections as a report: Markdown for people, rows of plain data for programs."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from iraqreader.markdown import escaped
from iraqreader.notebook.corrections import quote_at
from iraqreader.report import count_words, days, heading, one_line, printable, side_name, stance, troops

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iraqreader.model import Article, Span, Speaker
    from iraqreader.notebook import Entry, Ledger

WORDS_GONE = "Words that are no longer in their article"
ARTICLE_GONE = "Articles that are no longer where they were"

_NOTHING = {"speaker": "nobody", "stance": "none", "date": "unknown"}


class Note(NamedTuple):
    """An entry with its article, if that was read, and its words' place in it, if they are still there."""

    entry: Entry
    article: Article | None
    span: Span | None

    @property
    def state(self) -> str:
        """`here`, `words_gone` or `article_gone`."""
        return "here" if self.span else "words_gone" if self.article else "article_gone"


def paths_of(ledger: Ledger) -> list[str]:
    """The files in which something is marked, of those that are there."""
    paths = dict.fromkeys(entry.anchor.path for entry in ledger.entries)
    return [path for path in paths if path and Path(path).is_file()]


def find_notes(ledger: Ledger, articles: Sequence[Article], paths: Sequence[str]) -> tuple[list[Note], int]:
    """The entries in the order of the articles and their text, last those whose words or article are gone; how many others.

    Others are those in articles elsewhere than under `paths`, the files and folders that were asked for, if any were.
    """
    kept = ledger.everything(articles)
    notes = [Note(entry, None if index is None else articles[index], span) for entry, index, span in kept]
    asked = [Path(path).absolute() for path in paths]
    wanted = [note for note in notes if note.article or not asked or _under(note.entry.anchor.path, asked)]
    return wanted, len(notes) - len(wanted)


def _under(path: str, folders: Sequence[Path]) -> bool:
    return any(Path(path).is_relative_to(folder) for folder in folders)


# Markdown.


def render_markdown(notes: Iterable[Note]) -> Iterator[str]:
    """A report by article: each quote as it stands, who said it, where it stands, and the note."""
    yield "# Marks and notes"
    for title, group in groupby(notes, key=_title):
        yield from ("", f"## {escaped(title)}")
        for number, note in enumerate(group):
            if number == 0 and note.article and note.span:
                yield from ("", _source(note.article))
            yield from ("", *_item(note))


def _title(note: Note) -> str:
    if note.article and note.span:
        return heading(note.article)
    return WORDS_GONE if note.article else ARTICLE_GONE


def _source(article: Article) -> str:
    outlet = [one_line(article.publisher.name)] if article.publisher else []
    return escaped(" · ".join([*outlet, days(article.published), printable(article.path)]))


def _item(note: Note) -> Iterator[str]:
    yield from _quoted(note)
    yield from ("", f"— {escaped(one_line(_citation(note)))}")
    if said := told(*note):
        yield from ("", escaped(said))


def _quoted(note: Note) -> Iterator[str]:
    """The words as a block quote, line by line as they stand; marks around them where they are a direct quote."""
    words = note.span.of(note.article.text) if note.article and note.span else note.entry.anchor.words
    quote = note.article and note.span and quote_at(note.article, note.span)
    if quote and quote.kind == "direct" and quote.span == note.span:
        words = f"“{words}”"
    yield from (f"> {escaped(printable(line.strip()))}".rstrip() for line in words.split("\n"))


def _citation(note: Note) -> str:
    at = note.entry.anchor
    if note.article is None:
        return f"{at.path or 'standard input'}, letters {at.start}–{at.span.end} when it was marked, {_day(note.entry)}"
    if note.span is None:
        return f"{note.article.path}, letters {at.start}–{at.span.end} before it changed; marked {_day(note.entry)}"
    what = _what(note.article, note.span)
    return f"{what}{'; ' if what else ''}letters {note.span.start}–{note.span.end}, marked {_day(note.entry)}"


def _what(article: Article, span: Span) -> str:
    """Who speaks, how many there are, or what a side wants, in these words; empty for none of it."""
    if quote := quote_at(article, span):
        return _who(quote.speaker) if quote.speaker else "nobody named"
    if count := next((count for count in article.troops if count.span == span), None):
        said = f", says {count.speaker}" if count.speaker else ""
        return f"{troops(count)} {count_words(count)}{said}"
    shown = (f"{side_name(found.side)} {stance(piece.label)}" for found in article.stances for piece in found.evidence if piece.span == span)  # fmt: skip
    return next(shown, "")


def _who(speaker: Speaker) -> str:
    return ", ".join(filter(None, [speaker.name, speaker.role])) + (
        f" ({side_name(speaker.side)})" if speaker.side else ""
    )


def told(entry: Entry, article: Article | None, span: Span | None) -> str:
    """A note, or a correction in words, on one line; where no fact is read there any more that it could hold of, so."""
    if entry.kind == "mark":
        return one_line(entry.value)
    what = side_name(entry.about) if entry.kind == "stance" else entry.kind
    idle = entry.kind == "speaker" and article and span and quote_at(article, span) is None
    words = f"yours: {what} is {entry.value or _NOTHING[entry.kind]}{' (no quote is read there now)' if idle else ''}"
    return one_line(words)


def _day(entry: Entry) -> str:
    return f"{entry.day:%-d %b %Y}"


# Data.


def export_note(note: Note) -> dict[str, Any]:
    """An entry as a flat row; every row has the same keys. Without its words, `start` and `end` are None."""
    entry, article, span = note
    quote = quote_at(article, span) if article and span else None
    speaker = quote.speaker if quote else None
    dates = article.published.range if article else None
    return {
        "kind": entry.kind,
        "side": entry.about or None,
        "value": entry.value,
        "state": note.state,
        "text": span.of(article.text) if article and span else entry.anchor.words,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "speaker": speaker.name if speaker else None,
        "role": speaker.role if speaker else None,
        "article": article.id if article else entry.anchor.article,
        "path": article.path if article else entry.anchor.path,
        "title": one_line(article.title.of(article.text)) if article and article.title else None,
        "publisher": article.publisher.name if article and article.publisher else None,
        "earliest": dates.earliest.isoformat() if dates and dates.earliest else None,
        "latest": dates.latest.isoformat() if dates and dates.latest else None,
        "made": entry.made,
        "changed": entry.changed,
    }
