"""The drawer that says why: the rule behind a fact, and the words it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.widgets import Static

from iraqreader import report
from iraqreader.tui.facts import facts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqreader.model import Article
    from iraqreader.notebook import Entry
    from iraqreader.tui.facts import Fact


class Why(Static):
    """Closed until it is asked."""

    def __init__(self, **options: Any) -> None:
        super().__init__("", markup=False, **options)
        self._shown: Fact | None = None

    def toggle(self, fact: Fact, article: Article, made: Sequence[Entry] = ()) -> None:
        """Explain a fact, with what the user made of its words; the one that is explained already is put away."""
        if fact == self._shown:
            self.put_away()
            return
        self._shown = fact
        self.update(reasons(fact, article, made))
        self.add_class("-open")

    def put_away(self) -> None:
        """Close the drawer."""
        self._shown = None
        self.remove_class("-open")


def reasons(fact: Fact, article: Article, made: Sequence[Entry] = ()) -> str:
    """What a fact says, which rule found it and where, what the user made of it, and its words."""
    words = " ".join(report.printable(fact.span.of(article.text)).split())
    rule = f"rule: {fact.rule}" if fact.rule else "read as it stands"
    where = f"{report.one_line(article.id)}, letters {fact.span.start}–{fact.span.end}"
    lines = (report.printable(fact.what), f"{rule} · {where}", *_made(fact, article, made), f"“{words}”")
    return "\n".join(lines)


def _made(fact: Fact, article: Article, made: Sequence[Entry]) -> Iterator[str]:
    """What the user wrote, and beneath a correction what the rules alone say."""
    for entry in made:
        day = f"{entry.day:%-d %b %Y}"
        if entry.kind != "mark":
            yield f"yours: {entry.kind} corrected by you on {day}; {report.printable(_read(fact, article))}"
        else:
            yield report.printable(f"yours: {entry.value}" if entry.value else "yours: marked") + f" ({day})"


def _read(fact: Fact, article: Article) -> str:
    """What the rules alone say of the words of a fact."""
    read = article.as_read or article
    if fact.kind == "date":
        return f"the rules said {report.days(read.published)} ({read.published.basis})"
    same = next((other for other in facts_of(read) if (other.span, other.kind) == (fact.span, fact.kind)), None)
    return f"rule {same.rule} said: {same.what}" if same else "the rules said nothing of these words"
