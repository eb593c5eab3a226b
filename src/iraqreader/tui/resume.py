"""Where one stopped reading, kept for the next start: for each library the open article and the letter on top."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_state_dir

from iraqreader.tui.places import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iraqreader.model import Article

KEPT = 100
"""Libraries whose places are kept, the last ones read."""

_PANES = ("list", "text", "panel")


def keep(articles: Sequence[Article], place: Place) -> None:
    """Keep a place for the next start. What cannot be written costs only that."""
    places = _read()
    places.pop(library := _library(articles), None)
    places[library] = [articles[place.article].id, place.offset, place.pane]
    with suppress(OSError):
        _write(dict(list(places.items())[-KEPT:]))


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


def _file() -> Path:
    return Path(user_state_dir("iraqreader")) / "places.json"


def _read() -> dict[str, Any]:
    with suppress(OSError, ValueError, RecursionError):
        if isinstance(places := json.loads(_file().read_text("utf-8")), dict):
            return places
    return {}


def _write(places: dict[str, Any]) -> None:
    """All or nothing, and for nobody else's eyes."""
    path = _file()
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump(places, file)
    fresh.replace(path)
