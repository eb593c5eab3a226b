"""What several test files stand on."""

from __future__ import annotations

import pytest
from hypothesis import settings

from iraqreader.library import Library, read_library, seeds_folder

settings.register_profile("iraqreader", deadline=None)  # a machine in use is slow now and then; that is no failure
settings.load_profile("iraqreader")


@pytest.fixture(scope="session")
def seeds() -> Library:
    """The five articles, read once."""
    return read_library([str(seeds_folder())])
