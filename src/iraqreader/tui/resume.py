"""Where one stopped reading, kept for the next start: for each library the open article and the letter on top."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from iraqreader.tui import state
from iraqreader.tui.places import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iraqreader.model import Article

KEPT = 100
"""Libraries whose places are kept, the last ones read."""

_NAME = "places"
_PANES = ("list", "text", "panel")


def keep(articles: Sequence[Article], place: Place) -> None:
    """Keep a place for the next start. What cannot be written costs only that."""
    places = _read()
    places.pop(library := _library(articles), None)
    places[library] = [articles[place.article].id, place.offset, place.pane]
    state.write(_NAME, dict(list(places.items())[-KEPT:]))


def kept(articles: Sequence[Article]) -> Place | None:
    """The place that was kept for these articles; None where there is none, or its article is gone."""
    match _read().get(_library(articles)):
        case [str(name), int(offset), str(pane)] if pane in _PANES and offset >= 0:
            index = next((index for index, article in enumerate(articles) if article.id == name), None)
            return None if index is None else Place(pane, index, min(offset, len(articles[index].text)))
    return None


def _library(articles: Sequence[Article]) -> str:
    """The file or the folder that holds all articles: the same when some come or go."""
    return os.path.commonpath([str(Path(article.path).absolute()) for article in articles])


def _read() -> dict[str, Any]:
    return places if isinstance(places := state.read(_NAME), dict) else {}
