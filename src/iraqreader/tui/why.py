"""The drawer that says why: the rule behind a fact, and the words it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.widgets import Static

from iraqreader import report

if TYPE_CHECKING:
    from iraqreader.model import Article
    from iraqreader.tui.facts import Fact


class Why(Static):
    """Closed until it is asked."""

    def __init__(self, **options: Any) -> None:
        super().__init__("", markup=False, **options)
        self._shown: Fact | None = None

    def toggle(self, fact: Fact, article: Article) -> None:
        """Explain a fact; the one that is explained already is put away."""
        if fact == self._shown:
            self.put_away()
            return
        self._shown = fact
        self.update(reasons(fact, article))
        self.add_class("-open")

    def put_away(self) -> None:
        """Close the drawer."""
        self._shown = None
        self.remove_class("-open")


def reasons(fact: Fact, article: Article) -> str:
    """What a fact says, which rule found it and where, and its words."""
    words = " ".join(report.printable(fact.span.of(article.text)).split())
    rule = f"rule: {fact.rule}" if fact.rule else "read as it stands"
    where = f"{report.printable(article.id)}, letters {fact.span.start}–{fact.span.end}"
    return f"{report.printable(fact.what)}\n{rule} · {where}\n“{words}”"
