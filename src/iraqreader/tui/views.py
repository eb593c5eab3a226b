"""Views of the articles that are laid over the desk: their names, and where each is found when it is opened."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from textual.app import App
    from textual.widget import AwaitMount

    from iraqreader.tui.desk import Desk
    from iraqreader.tui.sheet import Door
    from iraqreader.tui.view import View

VIEWS = {
    "speakers": "iraqreader.tui.speakers:Speakers",
    "compare": "iraqreader.tui.compare:Compare",
    "notes": "iraqreader.tui.notes:Notes",
    "timeline": "iraqreader.tui.timeline:Timeline",
}
"""By name: module and class. A view is imported when it is first opened; the first screen does not wait for it."""


class Visit(NamedTuple):
    """A view that one has left through a door, and the place in it, as it says itself: what back leads to."""

    view: str
    place: Any


def forget_views(app: App[object]) -> None:
    """Have views made anew when they are opened next: the articles say something else now."""
    for name in VIEWS:
        if app.is_screen_installed(name) and app.get_screen(name) not in app.screen_stack:
            app.uninstall_screen(name)


def lay_over(desk: Desk, name: str, door: Door | None = None) -> AwaitMount:
    """Lay a view over the desk, as it was left, or where a door stands in it; what is chosen there is gone through.

    To be awaited where keys may come before it is there.
    """
    view = _view(desk, name)
    view.look_from(door.article if door else desk.place.article)
    if door:
        view.turn_to(door)
    return desk.app.push_screen(view, partial(_come_back, desk, name, view))


def _come_back(desk: Desk, name: str, view: View, chosen: Door | None) -> None:
    desk.pen.show()
    if chosen:
        desk.go(chosen, Visit(name, view.place_of(chosen)))


def revisit(desk: Desk, visit: Visit) -> None:
    """Be in a view again where one left it."""
    _view(desk, visit.view).return_to(visit.place)
    lay_over(desk, visit.view)


def _view(desk: Desk, name: str) -> View:
    """The view of that name: the one that was opened before, as it was left, else a new one."""
    if not desk.app.is_screen_installed(name):
        module, _, kind = VIEWS[name].partition(":")
        desk.app.install_screen(getattr(import_module(module), kind)(desk.articles), name)
    return desk.app.get_screen(name)  # type: ignore[return-value] # what was installed under that name
