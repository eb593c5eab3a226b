"""What the fuzzer starts from, and what it once found, holds for every target; `make fuzz` goes on from there."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

CORPUS = Path(__file__).parent.parent / "fuzz" / "corpus"
FILES = sorted(path for path in CORPUS.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", FILES, ids=[f"{path.parent.name}-{path.stem}" for path in FILES])
def test_no_input_crashes_the_reader(path: Path) -> None:
    import_module(f"fuzz.{path.parent.name}").try_bytes(path.read_bytes())
