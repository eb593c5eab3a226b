"""The measures of speed can be run, and say what they measured."""

from __future__ import annotations

import json

import pytest
from benchmarks import __main__ as benchmarks


def test_every_measure_is_a_line_of_json(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name, value in {
        "ROUNDS": 1,
        "LEAST_WORDS": 1,
        "LONGEST": 1600,
        "QUERIES": 2,
        "PAIRS": 1,
        "AGAIN": 6,
        "LIBRARY": 3,
    }.items():
        monkeypatch.setattr(benchmarks, name, value)
    benchmarks.main([])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["measure"] for row in rows] == ["reading", *["growth"] * 5, "start", "again", "library", "search"]
    assert rows[-1]["quotes"] > 0


def test_a_text_of_any_length_is_made_of_the_texts() -> None:
    assert benchmarks.endless(["abc", "de"], 12) == "abc\n\nde\n\nabc"


def test_no_texts_is_said() -> None:
    with pytest.raises(SystemExit, match="no texts there"):
        benchmarks.main(["/nowhere"])
