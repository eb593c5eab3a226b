"""The reader in plain lines, for a terminal that can only print, and for screen readers: no escape sequence at all."""

from __future__ import annotations

from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from iraqreader.aloud import WIDEST, render_article, render_hit, render_line, wrap
from iraqreader.report import count_quotes, one_line, render_given_up, render_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from iraqreader.library import Library
    from iraqreader.search import QuoteIndex

_HELP = (
    "what can be typed; numbers and words end with Enter, letters act at once:",
    "  Enter     the next page; j and Space do the same",
    "  2         opens number 2 of the list that was printed last: an article, or a quote that was found",
    "  /words    finds quotes by half-remembered words, typing errors and all; a speaker's name helps",
    "            'word is that word just so, !word not that, speaker:carter side:baghdad before:2016 narrow it",
    "  n p       the next article, the one before",
    "  t         the comparison: when, how many troops, what Washington and Baghdad wanted",
    "  e         the open article sentence by sentence, with its facts, their rules and evidence",
    "  a         the list of articles",
    "  q         back to the list of articles; from there, out",
)


TABLE = 500
"""Articles of one table of the comparison; of more, another follows when one has read as far."""


class Size(NamedTuple):
    """Columns and lines of the terminal."""

    columns: int
    lines: int


class Door(NamedTuple):
    """Where a number leads: an article by its place in the library, and a letter in it."""

    article: int
    offset: int = 0


class Plain:
    """A conversation: `ask` prints a prompt and gives what is typed, None at the end; `say` prints lines."""

    def __init__(
        self, library: Library, size: Size, ask: Callable[[str], str | None], say: Callable[[Iterable[str]], None]
    ) -> None:
        self._library, self._articles = library, library.articles
        self._width, self._height = min(WIDEST, size.columns - 1), max(1, size.lines - 2)
        self._columns = size.columns - 1
        self._ask, self._say = ask, say
        self._opened: int | None = None
        self._place = "articles"
        self._rest: Iterator[str] = iter(())
        self._doors: Sequence[Door] | None = None

    def read(self, why: str) -> None:
        """Talk until all is said; `why` this is plain comes first."""
        self._say(wrap(f"iraqreader in plain lines, since {why}. ? and Enter tell what can be typed.", self._columns))
        self._say(f"{problem.path}: {problem.reason}" for problem in self._library.problems)
        self._list()
        while (typed := self._ask(self._prompt)) is not None and self._answer(typed):
            pass

    @property
    def _prompt(self) -> str:
        back = "leave" if self._place == "articles" else "articles"
        return f"[{self._place}; Enter: on, q: {back}, ?: help] "

    def _answer(self, typed: str) -> bool:
        """Do what was asked; whether to go on."""
        if typed in ("q", "Q", "quit") and self._place == "articles":
            return False
        if typed.startswith("/"):
            self._search(typed[1:])
        elif typed.isdecimal():
            self._choose(int(typed))
        elif action := self._actions.get(typed):
            action()
        else:
            self._say([f"“{one_line(typed)}” means nothing here; ? tells what does"])
        return True

    @cached_property
    def _actions(self) -> dict[str, Callable[[], None]]:
        return {
            **dict.fromkeys(("", "j"), self._go_on),
            **dict.fromkeys(("a", "q", "Q", "quit"), self._list),
            **dict.fromkeys(("?", "h", "help"), lambda: self._say(_HELP)),
            "n": lambda: self._step(1),
            "p": lambda: self._step(-1),
            "t": self._compare,
            "e": self._explain,
        }

    # What is shown, a page at a time.

    def _show(self, place: str, lines: Iterable[str]) -> None:
        self._place, self._rest = place, iter(lines)
        self._go_on()

    def _go_on(self) -> None:
        page = list(islice(self._rest, self._height))
        self._say(page or ["that was all"])

    def _list(self) -> None:
        count = len(self._articles)
        self._doors = None
        lines = (f"{number}. {render_line(article)}" for number, article in enumerate(self._articles, 1))
        self._show("articles", chain([f"{count} article{'s' if count > 1 else ''}"], self._wrapped(lines)))

    def _choose(self, number: int) -> None:
        count = len(self._articles if self._doors is None else self._doors)
        if 1 <= number <= count:
            self._open(Door(number - 1) if self._doors is None else self._doors[number - 1])
        else:
            self._say([f"there is no number {number} here: 1 to {count}, or a for the articles"])

    def _open(self, door: Door) -> None:
        article, number = self._articles[door.article], door.article + 1
        self._opened = door.article
        head, end = f"Article {number}. {render_line(article)}", f"end of article {number} of {len(self._articles)}"
        text = render_article(article, self._width, door.offset)
        self._show(f"article {number}", chain(wrap(head, self._width), [""], text, [end]))

    def _step(self, step: int) -> None:
        wanted = 0 if self._opened is None else self._opened + step
        if 0 <= wanted < len(self._articles):
            self._open(Door(wanted))
        else:
            self._say(["this is the last article" if step > 0 else "this is the first article"])

    # Quotes, the comparison, the evidence.

    @cached_property
    def _index(self) -> QuoteIndex:
        # Imported on first use: the list of articles does not wait for what ranks.
        from iraqreader.collection import quote_index  # noqa: PLC0415

        return quote_index(self._articles)

    def _search(self, words: str) -> None:
        answer = self._index.look_up(words)
        self._say(answer.misread)
        if not (hits := answer.hits):
            self._say(["no quote is found"])
            return
        places = [self._articles.position(hit.article.id) for hit in hits]
        self._doors = [
            Door(place, hit.quote.span.start) for hit, place in zip(hits, places, strict=True) if place is not None
        ]
        lines = (f"{number}. {line}" for number, line in enumerate(map(render_hit, hits), 1))
        count = render_given_up(answer) or count_quotes(answer)
        listed = f", of which {len(hits)} are listed" if len(hits) < answer.total else ""
        order = ", the likeliest first" if answer.ranked else ""
        head = f"{count}{listed}{order}; a number opens the article there"
        self._show("quotes found", chain([head], self._wrapped(lines)))

    def _compare(self) -> None:
        tables = (self._articles[start : start + TABLE] for start in range(0, len(self._articles), TABLE))
        self._show("comparison", chain.from_iterable(render_table(part, self._columns) for part in tables))

    def _explain(self) -> None:
        # Imported on first use, as above.
        from iraqreader.explain import render_explanation  # noqa: PLC0415

        if self._opened is None:
            self._say(["no article is open: its number opens one"])
        else:
            lines = render_explanation(self._articles[self._opened])
            self._show(f"evidence in article {self._opened + 1}", self._wrapped(lines))

    def _wrapped(self, lines: Iterable[str]) -> Iterator[str]:
        for line in lines:
            indent = line[: len(line) - len(line.lstrip())]
            yield from (indent + part for part in wrap(line, self._width - len(indent)))
