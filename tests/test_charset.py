"""A terminal without our signs shows the nearest that it has, each in as many cells."""

from __future__ import annotations

import io

import pytest

from iraqreader.charset import charset, use_nearest_signs


@pytest.mark.parametrize(
    ("locale", "encoding"),
    [
        ({}, "utf-8"),
        ({"LANG": "C.UTF-8"}, "utf-8"),
        ({"LANG": "de_DE.ISO-8859-15@euro"}, "iso8859-15"),
        ({"LANG": "C.UTF-8", "LC_ALL": "C"}, "ascii"),
        ({"LANG": "en_US.ISO-8859-1", "LC_CTYPE": "POSIX"}, "ascii"),
        ({"LANG": "xx_XX.no-such-charset"}, "ascii"),
    ],
)
def test_the_locale_names_the_encoding(locale: dict[str, str], encoding: str) -> None:
    assert charset(locale) == encoding


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("C", 'e o "x" - | ^ ?? ? ...'),
        ("en_US.ISO-8859-1", 'é ö "x" - | ^ ?? ? ...'),
        ("C.UTF-8", "é ö “x” — │ ▲ 漢 Я ..."),
    ],
)
def test_each_sign_is_shown_as_well_as_the_terminal_can(
    locale: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    stream = io.TextIOWrapper(raw := io.BytesIO(), encoding="utf-8")
    use_nearest_signs(stream)
    stream.write("é ö “x” — │ ▲ 漢 Я ...")
    stream.flush()
    assert raw.getvalue().decode(charset({"LC_ALL": locale})) == shown


def test_an_accent_on_its_own_takes_no_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    stream = io.TextIOWrapper(raw := io.BytesIO(), encoding="utf-8")
    use_nearest_signs(stream)
    stream.write("e\u0301…")
    stream.flush()
    assert raw.getvalue() == b"e."
