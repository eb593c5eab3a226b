"""The looks: `night`, `paper`, and the terminal's own colours on dark and on light."""

from __future__ import annotations

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

from iraqreader.tui.inks import HUES, SHADES


def themes() -> tuple[Theme, ...]:
    """Every theme of ours, the default first."""
    return (
        Theme(
            name="night",
            dark=True,
            primary="#7fb2ff",
            foreground="#d9d6ce",
            background="#15171b",
            surface="#15171b",
            panel="#1d2026",
            accent="#f0c674",
            variables=_inks(
                "#7fb2ff #5fd0e0 #b0b8ff",
                "#8fd694 #c5d46c #5fcfa8",
                "#e3a6e8 #dca586 #c7a7ff",
                "#f0c674 #ff8f70 #8a909c #3b404b",
            ),
        ),
        Theme(
            name="paper",
            dark=False,
            primary="#1f4fa3",
            foreground="#26262a",
            background="#faf8f3",
            surface="#faf8f3",
            panel="#efece4",
            accent="#7a5200",
            variables=_inks(
                "#1f4fa3 #006580 #4b3fb0",
                "#1d6b2f #5a5f00 #00665a",
                "#8a2a86 #86481d #5f3a9e",
                "#7a5200 #b3261e #6a6a6a #c9c4b8",
            ),
        ),
        _terminal("terminal-dark", "ansi-dark", bright=True),
        _terminal("terminal-light", "ansi-light", bright=False),
    )


def ink_defaults() -> dict[str, str]:
    """Values of our variables under a theme that is not ours: its foreground, since signs carry the meaning too."""
    names = [f"{hue}-{shade}" for hue in HUES for shade in range(SHADES)]
    return dict.fromkeys([*names, "troops", "conflict", "faint", "rule"], "ansi_default")


def _terminal(name: str, base: str, *, bright: bool) -> Theme:
    """Sixteen colours, whatever the user's terminal makes of them; nothing is painted behind the text."""
    blue, green, magenta = (
        f"ansi_bright_{word}" if bright else f"ansi_{word}" for word in ("blue", "green", "magenta")
    )
    inks = _inks(
        f"{blue} ansi_cyan {blue}",
        f"ansi_green {green} ansi_green",
        f"ansi_magenta {magenta} ansi_magenta",
        "ansi_yellow ansi_red ansi_default ansi_default",
    )
    theme = BUILTIN_THEMES[base]
    return replace(theme, name=name, variables=theme.variables | inks)


def _inks(washington: str, baghdad: str, other: str, rest: str) -> dict[str, str]:
    hues = {
        f"{hue}-{shade}": colour
        for hue, row in zip(HUES, (washington, baghdad, other), strict=True)
        for shade, colour in enumerate(row.split())
    }
    return hues | dict(zip(("troops", "conflict", "faint", "rule"), rest.split(), strict=True))
