"""The file of settings: each is honoured, whatever is wrong is said with its line, and the rest is honoured still."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest
from textual.keys import Keys
from textual.widgets import Static

from iraqreader.settings import CHOICES, EXAMPLE, MEASURES, Found, Settings, config_path, find_lines, load_settings
from iraqreader.tui.app import IraqReader
from iraqreader.tui.help import KeyList
from iraqreader.tui.keymap import key_name, read_keymap, tell_faults
from iraqreader.tui.keys import KEYS
from iraqreader.tui.reader import MEASURE
from iraqreader.tui.terminal import choose_theme
from iraqreader.tui.themes import themes
from tests.terminals import PROGRAM, Terminal, environment
from tests.tui_library import small_library
from tests.tui_pilot import MIDDLE, SMALL, WIDE, desk, lit, press, said, shown

SSH = {"SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"}


def written(tmp_path: Path, text: str | bytes) -> Found:
    path = tmp_path / "config.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_settings(path, wanted=True)


def told(found: Found) -> list[str]:
    return [words.removeprefix(str(found.path)) for words in tell_faults(found)]


def test_what_is_settled_is_honoured(tmp_path: Path) -> None:
    text = """
        theme = "paper"
        measure = 90  # wide
        link = 'slow'
        mouse = "on"
        cursor = "follow"
        [ keys ]
        "next.quote" = "ctrl+n"
        next.speaker = "F5, Ctrl+S"
    """
    found = written(tmp_path, text)
    keys = {"next.quote": "ctrl+n", "next.speaker": "F5, Ctrl+S"}
    assert found.settings == Settings("paper", 90, "slow", "on", "follow", keys, {"next.quote": 8, "next.speaker": 9})
    assert not tell_faults(found)
    assert read_keymap(found.settings)[0] == {"next.quote": "ctrl+n", "next.speaker": "f5,ctrl+s"}


WRONG = {
    'theme = "nigth"': ":1: theme is auto or night or paper or terminal-dark or terminal-light, not 'nigth'; is “night” meant?",
    "\n\nlinks = 1": ":3: there is no setting “links”; is “link” meant?",
    "measure = 4000": ":1: measure is a number from 30 to 120, not 4000",
    "measure = true": ":1: measure is a number from 30 to 120, not True",
    "mouse = [1]": ":1: mouse is auto or on or off, not [1]",
    "keys = 3": ":1: [keys] is a table: a line for each key",
    '[keys]\n"next.qoute" = "z"': ":2: there is no key “next.qoute”; is “next.quote” meant?",
    '[keys]\n"next.quote" = "pgdwn"': ":2: “pgdwn” is no key; is “pagedown” meant?",
    '[keys]\n"next.quote" = ""': ":2: “” is no key",
    '[keys]\n"next.quote" = 3': ":2: keys of “next.quote” are in quotation marks, not 3",
    '[keys]\n"next.quote" = "q"': ":2: q of “q” is the key of program.quit, where next.quote works too",
    '[keys]\n"next.quote" = "j"': ":2: j of “j” is the key of move.down, where next.quote works too",
    '[keys]\n"hit.next" = "n"': ":2: “n” is a letter that is typed where hit.next works; ctrl with it is not",
    '[keys]\n"jot.keep" = "space"': ":2: “space” is a letter that is typed where jot.keep works; ctrl with it is not",
    "theme = ": ":1: Invalid value",
    "a = 1\na = 2": ":2: Cannot overwrite a value",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_said_with_its_line_and_what_may_be_meant(text: str, tmp_path: Path) -> None:
    found = written(tmp_path, text)
    assert told(found) == [WRONG[text]]
    assert not read_keymap(found.settings)[0]


def test_the_rest_is_honoured(tmp_path: Path) -> None:
    found = written(tmp_path, 'theme = 3\nmeasure = 50\n[keys]\n"next.quote" = "m,ctrl+n"\n"place.back" = "zz"')
    assert found.settings.measure == 50
    assert found.settings.theme == "auto"
    assert read_keymap(found.settings)[0] == {"next.quote": "ctrl+n"}
    assert [words.split(":")[1] for words in told(found)] == ["1", "4", "5"]


@pytest.mark.parametrize(
    ("content", "words"), [(b"\xff\xfe", "is not in UTF-8"), (None, "No such file"), ("", None), ("# nothing", None)]
)
def test_a_file_that_cannot_be_read_is_said(content: bytes | str | None, words: str | None, tmp_path: Path) -> None:
    path = tmp_path / "none.toml"
    found = load_settings(path, wanted=True) if content is None else written(tmp_path, content)
    assert found.settings == Settings()
    assert bool(found.faults) == bool(words)
    assert not words or words in tell_faults(found)[0]


def test_nobody_has_to_have_a_file(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml", wanted=False) == Found(tmp_path / "none.toml", Settings())


def test_two_keys_can_change_places(tmp_path: Path) -> None:
    found = written(tmp_path, '[keys]\n"next.quote" = "s"\n"next.speaker" = "n"')
    assert read_keymap(found.settings) == ({"next.quote": "s", "next.speaker": "n"}, [])


def test_of_two_that_are_settled_alike_the_first_keeps_the_key(tmp_path: Path) -> None:
    found = written(tmp_path, '[keys]\n"next.speaker" = "f5"\n"next.quote" = "f5,f6"')
    keymap, (fault,) = read_keymap(found.settings)
    assert sorted(keymap.values()) in (["f5", "f6"], ["f5,f6"])
    assert fault.line in (2, 3)


def test_the_file_is_where_the_machine_keeps_settings_or_where_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert config_path({}) == platformdirs.user_config_path("iraqreader") / "config.toml"
    assert config_path({"XDG_CONFIG_HOME": str(tmp_path)}) == tmp_path / "iraqreader" / "config.toml"
    assert config_path({"IRAQREADER_CONFIG": "mine.toml"}) == Path("mine.toml")


def test_the_example_is_what_is_so_without_it(tmp_path: Path) -> None:
    assert not written(tmp_path, EXAMPLE).faults
    live = "\n".join(line[1:] for line in EXAMPLE.splitlines() if line.startswith("#") and line[1:2].isalpha())
    found = written(tmp_path, live)
    assert found.settings == Settings()
    assert not found.faults
    assert all(f"\n#{name} = " in EXAMPLE for name in (*CHOICES, "measure"))


def test_what_can_be_settled_is_what_there_is() -> None:
    assert {theme.name for theme in themes()} == set(CHOICES["theme"]) - {"auto"}
    assert Settings().measure == MEASURE
    assert MEASURE in MEASURES


def test_lines_are_found_in_any_way_of_writing() -> None:
    text = "a = 1\n'b' = 2\n[keys]\n\"x.y\" = 3\nx.z = 4\n[keys.v]\nw = 5 # = 6\n"
    assert find_lines(text) == {
        ("a",): 1, ("b",): 2, ("keys",): 3, ("keys", "x.y"): 4, ("keys", "x.z"): 5, ("keys", "v"): 6, ("keys", "v.w"): 7,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("n", "n"),
        ("N", "N"),
        ("?", "question_mark"),
        ("+", "plus"),
        ("PgDn", "pagedown"),
        ("Esc", "escape"),
        ("Ctrl+N", "ctrl+n"),
        ("shift+tab", "shift+tab"),
        ("Shift+a", "A"),
        ("F12", "f12"),
        ("é", "é"),
        ("↓", "down"),
        ("left_curly_bracket", "left_curly_bracket"),
        ("kontrol+n", None),
        ("ctrl+", None),
        ("", None),
        ("nn", None),
        ("\x1b", None),
    ],
)
def test_keys_are_called_as_people_call_them(typed: str, name: str | None) -> None:
    assert key_name(typed) == name


def test_every_key_that_is_bound_has_a_name_that_can_be_settled() -> None:
    assert all(key_name(key) == key for binding in KEYS for key in binding.key.split(","))
    assert key_name(Keys.Any.value) is None


async def test_the_users_keys_work_and_are_shown_in_help_footer_and_header() -> None:
    keys = {"next.quote": "f5", "search.open": "ctrl+s", "move.down": "n"}
    app = IraqReader(small_library(), settings=Settings(keys=keys))
    async with app.run_test(size=(150, 120)) as pilot:
        await press(pilot, "2", "f5")
        assert lit(pilot) == "We ask for engineers and for time,"
        assert "Ctrl+S search" in str(desk(pilot).query_one("#keys").render())
        await press(pilot, "1")
        assert "F5 quote" in said(pilot)
        await press(pilot, "question_mark")
        lines = shown(app.screen.query_one(KeyList))
        assert any(line.split() == ["F5", "next", "quote"] for line in lines)


NAMED = {
    "a search": ("hit.leave", ["slash"], "F9 go back"),
    "words to find": ("find.leave", ["ctrl+f"], "F9 go back"),
    "a note": ("jot.keep", ["2", "n", "M"], "F9 keep"),
    "a correction": ("jot.leave", ["2", "n", "c"], "F9 leave"),
    "a mark": ("yours.note", ["2", "n", "m"], "F9 writes a note on it"),
    "a filter": ("filter.leave", ["t", "slash"], "F9 show all"),
    "a filter that leaves nothing": ("filter.leave", ["t", "slash", *"zz", "enter"], "F9 show all"),
    "no marks": ("yours.mark", ["apostrophe"], "F9 marks what is lit"),
    "a mark that was taken away": ("notes.undo", ["2", "n", "m", "apostrophe", "d"], "F9 brings it back"),
}


@pytest.mark.parametrize(("name", "typed", "words"), NAMED.values(), ids=NAMED.keys())
async def test_messages_name_the_keys_that_were_settled(name: str, typed: list[str], words: str) -> None:
    """Who has moved a key would be told to press one that does something else."""
    app = IraqReader(small_library(), settings=Settings(keys={name: "f9"}))
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, *typed)
        assert words in "\n".join(str(part.render()) for part in app.screen.query(Static))


async def test_letters_that_are_keys_are_still_letters_in_a_search() -> None:
    app = IraqReader(small_library(), settings=Settings(keys={"next.quote": "r", "move.down": "o"}))
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "slash", *"roads")
        assert desk(pilot).query_one("#query").value == "roads"  # type: ignore[attr-defined]


async def test_text_is_as_wide_as_is_settled_and_what_is_wrong_is_said_at_the_start() -> None:
    app = IraqReader(small_library(), settings=Settings(measure=40), wrong=("config.toml:3: no", "config.toml:4: no"))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert desk(pilot).reader.measure == 40
        assert said(pilot) == "config.toml:3: no (and 1 more: iraqreader doctor)"


@pytest.mark.parametrize(
    ("settings", "around", "theme", "mouse"),
    [
        (Settings(), {}, "night", True),
        (Settings(), SSH, "terminal-dark", False),
        (Settings(), SSH | {"COLORFGBG": "0;15"}, "terminal-light", False),
        (Settings(link="fast"), SSH, "night", True),
        (Settings(link="slow"), {}, "terminal-dark", False),
        (Settings(theme="paper"), SSH, "paper", False),
        (Settings(theme="paper"), {"NO_COLOR": "1"}, "terminal-dark", True),
        (Settings(mouse="on"), SSH, "terminal-dark", True),
        (Settings(mouse="off"), {}, "night", False),
    ],
)
def test_a_slow_link_has_the_terminals_colours_and_no_mouse(
    settings: Settings, around: dict[str, str], theme: str, mouse: bool
) -> None:
    assert choose_theme(settings, around, "256") == theme
    assert settings.takes_mouse(around) == mouse


def test_a_slow_link_is_sent_less_and_what_is_wrong_is_said_in_the_footer_and_after(tmp_path: Path) -> None:
    sizes = dict[str, int]()
    (tmp_path / "config.toml").write_text("colour = 1\n")
    for link in ("fast", "slow"):
        terminal = Terminal(
            [*PROGRAM, "--link", link, "--config", str(tmp_path / "config.toml")], environment(tmp_path), (40, 120)
        )
        terminal.see("there is no setting .colour")
        terminal.settle()
        sizes[link] = len(terminal.raw)
        assert (b"\x1b[?1000h" in terminal.raw) == (link == "fast")
        terminal.type("q")
        assert terminal.end() == 0
        assert terminal.raw.rstrip().endswith("there is no setting “colour”".encode())
    assert sizes["slow"] < 4500
    assert sizes["slow"] < sizes["fast"]


async def test_what_is_said_names_the_users_keys() -> None:
    app = IraqReader(small_library(), settings=Settings(keys={"next.quote": "f5", "next.stance": "f6"}))
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "y")
        assert said(pilot) == "no quote is lit: F5 goes to one"
        await press(pilot, "w")
        assert said(pilot) == "no fact is lit: F5, } or F6 goes to one"
