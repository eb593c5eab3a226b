"""What several test files stand on."""

from __future__ import annotations

import os
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from iraqreader import folders
from iraqreader.library import Library, read_library, seeds_folder
from iraqreader.store import VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile("iraqreader", deadline=None)  # a machine in use is slow now and then; that is no failure
settings.load_profile("iraqreader")

NUMBERS = count()


@pytest.fixture(scope="session", autouse=True)
def _own_index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests, and the programs that they start, keep away from the index of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, VARIABLE, str(tmp_path_factory.mktemp("index")))
        patch.setitem(os.environ, "XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        patch.setitem(os.environ, folders.VARIABLE, str(tmp_path_factory.mktemp("notebooks") / "none"))
        yield


@pytest.fixture(autouse=True)
def _own_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test marks, no other sees; the folder is made when there is something to keep."""
    monkeypatch.setenv(folders.VARIABLE, f"{os.environ[folders.VARIABLE]}-{next(NUMBERS)}")


@pytest.fixture(scope="session")
def seeds(_own_index: None) -> Library:
    """The five articles, read once."""
    return read_library([str(seeds_folder())])
