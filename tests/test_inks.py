"""How speakers look: initials that tell them apart, one look for one person, colours that can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.color import Color

from iraqreader.tui.inks import HUES, SHADES, bare_name, initials, speaker_ink
from iraqreader.tui.themes import themes
from tests.tui_pilot import press, reading

if TYPE_CHECKING:
    from textual.theme import Theme


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Lena Holt", "LH"),
        ("Karim al-Amin", "KA"),
        ("Amina van der Berg", "AB"),
        ("Ministry", "Mi"),
        ("officials", "Of"),
        ("the government of Ruritania", "GR"),
        ("The Foundry", "Fo"),
        ("an affiliate of al-Qamar", "AQ"),
        ("senior diplomats", "SD"),
        ("U.S. officials", "US"),
        ("a spokesman for the Governor of Ruritania", "GR"),
        ("李", "李"),
        ("", " ?"),
        ("— ! —", " ?"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name).strip() == letters.strip()


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("the government", "government"),
        ("The Hague", "Hague"),
        ("Theo Ann", "Theo Ann"),
        ("a", "a"),
        ("An Na", "An Na"),
        ("An aide", "aide"),
    ],
)
def test_a_list_of_names_drops_the_article_before_them(name: str, bare: str) -> None:
    assert bare_name(name) == bare


def test_a_person_looks_the_same_on_every_run_and_sides_look_different() -> None:
    assert speaker_ink("lena-holt", "washington") == "washington-0"
    assert {speaker_ink("x", side).partition("-")[0] for side in ("washington", "baghdad", "tehran", None)} == set(HUES)


@pytest.mark.parametrize("theme", [theme for theme in themes() if not theme.ansi], ids=lambda theme: theme.name)
def test_every_ink_can_be_read_on_its_background(theme: Theme) -> None:
    paper = Color.parse(theme.background or "black")
    names = [f"{hue}-{shade}" for hue in HUES for shade in range(SHADES)] + ["troops", "conflict", "faint"]
    assert not [name for name in names if _contrast(Color.parse(theme.variables[name]), paper) < 4.5]


def _contrast(ink: Color, paper: Color) -> float:
    """The ratio of the Web Content Accessibility Guidelines, of which 4.5 is enough for text."""
    dark, light = sorted((_luminance(ink), _luminance(paper)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("theme", ["night", "paper", "terminal-dark"])
@pytest.mark.parametrize("key", ["slash", "ctrl+f"])
async def test_a_line_that_is_typed_in_has_the_ground_of_the_screen(theme: str, key: str) -> None:
    """A bar of another grey would be a box around words, and a colour that no theme of ours chose."""
    async with reading() as pilot:
        pilot.app.theme = theme
        await press(pilot, key, "x")
        assert pilot.app.focused is not None
        assert set(pilot.app.focused.background_colors) == set(pilot.app.screen.background_colors)
