"""The examples for Python programs run as they stand, and to import them takes nothing that is not needed."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

from iraqreader import api, libraries
from iraqreader.store import VARIABLE

DOCUMENT = Path(__file__).parents[1] / "docs" / "api.md"
STORY = (
    "“We have enough soldiers on the ground,” Iraqi government spokesman Sami Haddad said on Monday. "
    "There are about 3,000 U.S. troops in Iraq, U.S. Defense Secretary Lena Holt said. "
    "The Iraqi government wants U.S. troops to leave Iraq.\n"
)
LIGHT = "import sys, iraqreader.api; print({'textual', 'rapidfuzz', 'iraqreader.analyze'} & sys.modules.keys())"


@pytest.fixture
def beside_a_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("beside_a_story")
def test_every_example_does_what_it_says() -> None:
    ran = doctest.testfile(str(DOCUMENT), module_relative=False, encoding="utf-8")
    assert ran.attempted > 15
    assert ran.failed == 0


@pytest.mark.usefixtures("beside_a_story")
def test_one_article_is_read_where_one_was_asked_for(tmp_path: Path) -> None:
    assert api.read(Path("story.txt")).text == STORY
    (tmp_path / "other.txt").write_text(STORY)
    with pytest.raises(api.ReadError, match="holds 2 articles"):
        api.read(tmp_path)


@pytest.mark.usefixtures("beside_a_story")
def test_a_library_is_read_by_name_and_what_cannot_be_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(api.ReadError, match="no library is called north"):
        api.open_library(name="north")
    libraries.add_paths("north", ["story.txt"])
    library = api.open_library(name="north")
    assert [hit.quote.kind for hit in api.search(library, "enogh soldiers")] == ["direct"]
    monkeypatch.setenv(VARIABLE, "off")
    with pytest.raises(api.ReadError, match="no index is kept"):
        api.open_library(name="north")


def test_every_function_that_is_promised_is_documented() -> None:
    assert all(hasattr(api, name) for name in api.__all__)
    functions = [name for name in api.__all__ if name.islower()]
    assert not [name for name in functions if name not in DOCUMENT.read_text("utf-8")]


def test_to_import_it_loads_no_reader_no_search_and_no_rules() -> None:
    done = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "set()\n"
