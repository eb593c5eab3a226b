"""The doctor says what is found here, what does not work, and what to change; without waiting for the app."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from iraqreader import doctor
from iraqreader.cli import FOUND, NONE, main
from iraqreader.doctor import Finding, examine, render_findings
from iraqreader.settings import Found, Settings, load_settings
from iraqreader.tui.keymap import tell_faults

if TYPE_CHECKING:
    from pathlib import Path

TERM = {"TERM": "xterm-256color", "LANG": "C.UTF-8"}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of its own, and no session around it."""
    for name in ("XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "IRAQREADER_CACHE"):
        monkeypatch.setenv(name, str(tmp_path / name))
    for name in ("IRAQREADER_CONFIG", "IRAQREADER_DATA", "TMUX", "STY", "SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def found(tmp_path: Path, text: str = "") -> Found:
    path = tmp_path / "config.toml"
    path.write_text(text)
    return load_settings(path, wanted=True)


def look(name: str, around: dict[str, str], tmp_path: Path, text: str = "") -> Finding:
    return next(item for item in examine(TERM | around, found(tmp_path, text)) if item.name == name)


@pytest.mark.parametrize(
    ("name", "around", "value", "advice"),
    [
        ("terminal", {}, "TERM=xterm-256color", ""),
        ("terminal", {"COLORTERM": "truecolor"}, "COLORTERM=truecolor", ""),
        ("terminal", {"TERM": "dumb"}, "TERM=dumb", "plain lines"),
        ("colours", {}, "256", ""),
        ("colours", {"COLORTERM": "24bit"}, "all of them", ""),
        ("colours", {"TERM": "xterm-kitty"}, "all of them", ""),
        ("colours", {"TERM": "screen"}, "sixteen", "TERM=xterm-256color"),
        ("colours", {"NO_COLOR": "1"}, "none", "NO_COLOR is set"),
        ("letters", {}, "utf-8", ""),
        ("letters", {"LC_ALL": "C"}, "ascii", "LANG=C.UTF-8"),
        ("multiplexer", {"STY": "1"}, "screen", ""),
        ("multiplexer", {}, "none", ""),
        ("copying", {}, "OSC 52", ""),
        ("copying", {"STY": "1"}, "in slices", ""),
        ("copying", {"TMUX": "x"}, "tmux's buffer", ""),
        ("link", {}, "fast (auto; not over SSH)", ""),
        ("link", {"SSH_CONNECTION": "x"}, "slow (auto; over SSH)", ""),
        ("mouse", {"SSH_TTY": "x"}, "left to the terminal", ""),
    ],
)
def test_what_the_environment_says_is_told(
    name: str, around: dict[str, str], value: str, advice: str, tmp_path: Path
) -> None:
    finding = look(name, around, tmp_path)
    assert value in finding.value
    assert advice in finding.advice if advice else not finding.advice
    assert finding.well


def test_settings_are_told_and_what_is_wrong_in_them_is_to_be_put_right(home: Path) -> None:
    assert look("cursor", {}, home, 'cursor = "follow"').value == "follows what is chosen"
    wrong = found(home, 'colour = 1\n[keys]\n"next.qoute" = "z"')
    told = [item.value for item in examine(TERM, wrong) if not item.well]
    assert told == [str(wrong.path), *tell_faults(wrong)]


def test_a_folder_that_cannot_be_written_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "file"))
    finding = look("state", {}, home)
    assert not finding.well
    assert finding.advice == f"{home / 'file'} is in the way"


@pytest.mark.parametrize(
    ("escape", "clipboard", "advice"),
    [("500", "external", "Esc waits 500 ms"), ("10", "off", "set-clipboard on"), ("10", "external", "")],
)
def test_tmux_is_asked(escape: str, clipboard: str, advice: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_of_tmux", {"escape-time": escape, "set-clipboard": clipboard}.__getitem__)
    told = look("multiplexer", {"TMUX": "x"}, home).advice
    assert advice in told if advice else not told


def test_it_ends_with_what_is_to_be_put_right() -> None:
    assert list(render_findings([Finding("a", "b", "do c"), Finding("d", "e\x1b", well=False)])) == [
        "a: b", "    do c", "! d: e␛", "1 thing to put right",
    ]  # fmt: skip


def test_the_command_ends_with_0_where_all_is_well_and_1_where_not(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["doctor"]) == FOUND
    assert capsys.readouterr().out.endswith("all is well\n")
    (home / "wrong.toml").write_text("measure = 1")
    assert main(["doctor", "--format", "json", "--config", str(home / "wrong.toml")]) == NONE
    answer = json.loads(capsys.readouterr().out)
    assert not answer["well"]
    assert answer["findings"][-1]["value"].endswith("wrong.toml:1: measure is a number from 30 to 120, not 1")


def test_the_example_can_be_used_as_it_is_and_with_every_line_live(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["doctor", "--example"]) == FOUND
    example = capsys.readouterr().out
    assert found(home, example).settings == Settings()
    live = "\n".join(line.removeprefix("#") for line in example.splitlines() if line[1:2] in '"[tmlc')
    assert not tell_faults(found(home, live))


def test_it_does_not_wait_for_the_app() -> None:
    code = "import sys; from iraqreader.cli import main; main(['doctor']); sys.exit('textual' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
