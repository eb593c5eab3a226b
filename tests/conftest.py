"""What several test files stand on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from iraqreader.library import Library, read_library, seeds_folder
from iraqreader.store import VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile("iraqreader", deadline=None)  # a machine in use is slow now and then; that is no failure
settings.load_profile("iraqreader")


@pytest.fixture(scope="session", autouse=True)
def _own_index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests, and the programs that they start, keep away from the index of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, VARIABLE, str(tmp_path_factory.mktemp("index")))
        yield


@pytest.fixture(scope="session")
def seeds(_own_index: None) -> Library:
    """The five articles, read once."""
    return read_library([str(seeds_folder())])
