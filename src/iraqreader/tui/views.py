"""Views of the articles that are laid over the desk: their names, and where each is found when it is opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import App

    from iraqreader.model import Article
    from iraqreader.tui.sheet import Door
    from iraqreader.tui.view import View

VIEWS = {
    "speakers": "iraqreader.tui.speakers:Speakers",
    "compare": "iraqreader.tui.compare:Compare",
    "notes": "iraqreader.tui.notes:Notes",
}
"""By name: module and class. A view is imported when it is first opened; the first screen does not wait for it."""


class Visit(NamedTuple):
    """A view that one has left through a door, to be found again as it was left."""

    view: str
    door: Door


def forget_views(app: App[object]) -> None:
    """Have views made anew when they are opened next: the articles say something else now."""
    for name in VIEWS:
        if app.is_screen_installed(name) and app.get_screen(name) not in app.screen_stack:
            app.uninstall_screen(name)


def view_named(name: str, app: App[object], articles: Sequence[Article]) -> View:
    """The view of that name: the one that was opened before, as it was left, else a new one."""
    if not app.is_screen_installed(name):
        module, _, kind = VIEWS[name].partition(":")
        app.install_screen(getattr(import_module(module), kind)(articles), name)
    view: View = app.get_screen(name)  # type: ignore[assignment] # what was installed under that name
    return view
