"""The command palette: every key's action by name, the articles around the open one, every theme."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from iraqreader.guest import allows
from iraqreader.tui.desk import Desk
from iraqreader.tui.keymap import keys_of
from iraqreader.tui.keys import MAIN, PROGRAM_KEYS
from iraqreader.tui.sheet import Door
from iraqreader.tui.themes import themes
from iraqreader.tui.titles import headline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LIMIT = 20
"""Commands that are offered for a query."""

AROUND = 50
"""Articles on either side of the open one that are offered. Of more, the search and the table find the others."""

CLOSE_ENOUGH = 60
"""Likeness, of 100, from which on a command is offered."""


class Command(NamedTuple):
    """Something that can be asked for by name."""

    name: str
    run: Callable[[], object]
    help: str


class Commands(Provider):
    """Ranked by rapidfuzz: Textual's own matcher takes seconds on long names."""

    async def discover(self) -> Hits:
        """What is offered before anything is typed."""
        for command in self._commands():
            yield DiscoveryHit(Content(command.name), command.run, command.name, help=command.help)

    async def search(self, query: str) -> Hits:
        """What is offered for a query."""
        # Imported on first use: the first screen does not wait for it.
        from rapidfuzz import fuzz, process, utils  # noqa: PLC0415

        commands = list(self._commands())
        names = [command.name for command in commands]
        found = process.extract(
            query,
            names,
            scorer=fuzz.partial_token_sort_ratio,
            processor=utils.default_process,
            limit=LIMIT,
            score_cutoff=CLOSE_ENOUGH,
        )
        for name, score, index in found:
            yield Hit(score / 100, Content(name), commands[index].run, name, help=commands[index].help)

    def _commands(self) -> Iterator[Command]:
        app, desk = self.app, self.screen
        if not isinstance(desk, Desk):
            return
        for key in filter(lambda key: allows(key.action), (*MAIN, *PROGRAM_KEYS)):
            yield Command(key.tooltip, partial(desk.do, key), "  ".join(keys_of(app, key)))
        here = desk.place.article
        for index in range(max(0, here - AROUND), min(len(desk.articles), here + AROUND + 1)):
            yield Command(f"open: {headline(desk.articles[index])}", partial(desk.go, Door(index)), "article")
        for theme in themes():
            yield Command(f"theme: {theme.name}", partial(setattr, app, "theme", theme.name), "colours")
