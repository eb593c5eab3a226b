"""Where one stopped reading, kept for the next start: for each library the open article and the letter on top."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from iraqreader.tui import state
from iraqreader.tui.places import Place

if TYPE_CHECKING:
    from iraqreader.articles import Articles

KEPT = 100
"""Libraries whose places are kept, the last ones read."""

_NAME = "places"
_PANES = ("list", "text", "panel")


def keep(articles: Articles, place: Place) -> None:
    """Keep a place for the next start. What cannot be written costs only that."""
    places = _read()
    places.pop(articles.name, None)
    places[articles.name] = [articles[place.article].id, place.offset, place.pane]
    state.write(_NAME, dict(list(places.items())[-KEPT:]))


def kept(articles: Articles) -> Place | None:
    """The place that was kept for these articles; None where there is none, or its article is gone."""
    match _read().get(articles.name):
        case [str(name), int(offset), str(pane)] if pane in _PANES and offset >= 0:
            index = articles.position(name)
            return None if index is None else Place(pane, index, min(offset, len(articles[index].text)))
    return None


def _read() -> dict[str, Any]:
    return places if isinstance(places := state.read(_NAME), dict) else {}
