"""Styles and blanks are sent in the fewest bytes that any terminal takes for the same picture."""

from __future__ import annotations

import pytest
from rich.color import ColorSystem
from rich.style import Style

from iraqreader.tui.strokes import Brush, turn, worn_by

PLAIN, RED = Style.null(), Style(color="red")
ON_BLUE = Style(bgcolor="blue")


def turned(before: Style | None, after: Style, colours: ColorSystem | None = ColorSystem.TRUECOLOR) -> str:
    worn = None if before is None else worn_by(before, colours)
    return turn(worn, worn_by(after, colours)).replace("\x1b[", "").removesuffix("m")


@pytest.mark.parametrize(
    ("before", "after", "sequence"),
    [
        (None, PLAIN, "0"),
        (None, RED, "0;31"),
        (RED, RED, ""),
        (RED, PLAIN, "0"),
        (RED + ON_BLUE, ON_BLUE, "39"),
        (ON_BLUE, RED + ON_BLUE, "31"),
        (RED, RED + Style(bold=True), "1"),
        (RED + Style(bold=True), RED, "22"),
        (ON_BLUE + Style(bold=True, dim=True), ON_BLUE + Style(dim=True), "22;2"),
        (Style(color="#102030", bgcolor="#111111"), Style(color="#102031", bgcolor="#111111"), "38;2;16;32;49"),
        (Style(color="color(100)"), Style(color="default"), "0"),
        (Style(reverse=True, underline=True) + ON_BLUE, ON_BLUE, "0;44"),
    ],
)
def test_only_what_differs_is_put_on_or_off(before: Style | None, after: Style, sequence: str) -> None:
    assert turned(before, after) == sequence


def painted(*runs: tuple[str, Style], erases: bool = True, width: int = 40) -> str:
    cells = [(letter, style) for text, style in runs for letter in text]
    return Brush(ColorSystem.STANDARD, erases=erases).paint(0, 0, cells, width).removeprefix("\x1b[1;1H")


def test_blanks_take_no_style_that_cannot_be_seen_on_them() -> None:
    assert painted(("red", RED), (" ", PLAIN), ("red", RED)) == "\x1b[0;31mred red"
    assert painted(("red", RED), (" ", ON_BLUE), ("red", RED)) == "\x1b[0;31mred\x1b[0;44m \x1b[0;31mred"
    assert painted(("a", Style(reverse=True)), (" ", RED + Style(reverse=True))) == "\x1b[0;7ma\x1b[31m "


def test_many_blanks_are_erased() -> None:
    assert painted(("red" + " " * 20, RED), ("red", RED)) == "\x1b[0;31mred\x1b[20X\x1b[20Cred"
    assert painted(("red", RED), (" " * 20, PLAIN), ("x", PLAIN)) == "\x1b[0;31mred\x1b[20X\x1b[20C\x1b[0mx"
    assert painted(("red" + " " * 37, RED)) == "\x1b[0;31mred\x1b[K"


@pytest.mark.parametrize("style", [ON_BLUE, Style(underline=True), Style(reverse=True)])
def test_what_an_erased_cell_would_not_show_is_sent(style: Style) -> None:
    assert painted((" " * 40, style), erases=False).endswith("m" + " " * 40)


def test_lines_are_not_erased_even_where_colours_are() -> None:
    assert painted((" " * 40, Style(underline=True) + ON_BLUE)).endswith("m" + " " * 40)
