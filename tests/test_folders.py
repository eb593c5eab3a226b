"""Where things are kept: in the same place wherever one starts, and nowhere at all for a user without a home."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from platformdirs import user_state_path

from iraqreader.doctor import examine
from iraqreader.folders import NOWHERE, VARIABLE, data_folder, state_folder
from iraqreader.notebook import Notebook, NotebookError
from iraqreader.settings import config_path, load_settings
from tests.test_notebook import mark

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs knows")


@pytest.fixture
def _homeless(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A user of whom the machine knows no home."""
    for name in (VARIABLE, "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", str)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("folder", ["/somewhere", "", None])
def test_the_state_is_where_this_machine_keeps_it(monkeypatch: pytest.MonkeyPatch, folder: str | None) -> None:
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    if folder is not None:
        monkeypatch.setenv("XDG_STATE_HOME", folder)
    assert state_folder() == user_state_path("iraqreader", appauthor=False)


def test_a_folder_that_depends_on_where_one_starts_counts_for_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Marks that were made in one folder would be gone in another."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, "not/from/the/root")
    assert data_folder() == tmp_path / ".local/share/iraqreader"
    assert state_folder() == tmp_path / ".local/state/iraqreader"


@pytest.mark.usefixtures("_homeless")
def test_who_has_no_home_is_told_what_is_not_kept_and_finds_nothing_left_behind(tmp_path: Path) -> None:
    assert (data_folder(), state_folder()) == (
        NOWHERE / ".local/share/iraqreader",
        NOWHERE / ".local/state/iraqreader",
    )
    assert Notebook(data_folder()).entries() == ()
    if os.getuid():
        with pytest.raises(NotebookError, match="cannot be used"):
            Notebook(data_folder()).add(mark("a note"))
        found = examine({}, load_settings(config_path({}), wanted=False))
        assert [finding.name for finding in found if not finding.well][:2] == ["marks and notes", "state"]
    assert not list(tmp_path.iterdir())
