"""Articles that mean harm, among good ones: made afresh by the tests, into a folder of theirs.

Whatever a sequence would do shows `31337` or `PWNED`, so that a test can tell a sequence of a text from one of ours.
"""

from __future__ import annotations

import contextlib
import os
import re
import socket
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GOOD = {
    f"good-{place.lower()}": f"Soldiers at work in {place}\n\nBy A Reporter\n\n“We have enough soldiers in {place},” spokesman Sami "
    f"Haddad told The Valley Post on Monday, Feb. 1, 2016. About 3,{number}00 U.S. troops are in Iraq.\n"
    for number, place in enumerate(("Anbar", "Basra", "Erbil", "Kirkuk", "Mosul"), 1)
}
"""Articles by id that nothing may hide."""

SEQUENCES = {
    "colour": "\x1b[31337m",
    "colours-of-mine": "\x1b[38;2;255;0;31337m",
    "place": "\x1b[31337;31337H",
    "clear": "\x1b[2J\x1b[31337J",
    "reset": "\x1bcPWNED",
    "fill": "\x1b#8PWNED",
    "normal-screen": "\x1b[?1049l\x1b[?31337l",
    "mouse": "\x1b[?1000;31337h",
    "asks-where": "\x1b[6n\x1b[31337n",
    "asks-title": "\x1b[21t\x1b[31337t",
    "paste": "\x1b[200~q:PWNED\x1b[201~",
    "title": "\x1b]0;PWNED\x07",
    "title-2": "\x1b]2;PWNED\x1b\\",
    "clipboard": "\x1b]52;c;UFdORUQ=PWNED\x07",
    "link": "\x1b]8;;http://PWNED.example\x1b\\here\x1b]8;;\x1b\\",
    "file": "\x1b]1337;File=name=PWNED:AAAA\x07",
    "notify": "\x1b]9;PWNED\x07\x1b]777;notify;PWNED\x07",
    "device": "\x1bP$qPWNED\x1b\\",
    "program": "\x1b_Gf=24,PWNED;AAAA\x1b\\",
    "privacy": "\x1b^PWNED\x1b\\\x1bXPWNED\x1b\\",
    "unfinished": "\x1b]52;c;PWNED",
    "alone": "\x1b",
    "tmux": "\x1bPtmux;\x1b\x1b]52;c;PWNED\x07\x1b\\",
    "csi-1": "\x9b31337m",
    "osc-1": "\x9d0;PWNED\x9c",
    "dcs-1": "\x90PWNED\x9c",
    "c0": "".join(map(chr, range(0x20))).replace("\n", ""),
    "c1": "".join(map(chr, range(0x80, 0xA0))),
    "delete": "PWNED\x7f\x7f\x7f",
    "nul": "\0PWNED\0",
    "bell": "\a" * 50,
    "overstrike": "PWNED\b\b\b\b\b     ",
    "shift": "\x0ePWNED\x0f",
    "feed": "\x0b\x0c",
    "return": "PWNED\rgone",
}
"""What a terminal may obey."""

SIGNS = {
    "override": "\u202eDENWP\u202c",
    "embedding": "\u202a\u202bPWNED\u202c",
    "isolate": "\u2066\u2067\u2068PWNED\u2069",
    "direction": "\u200e\u200f\u061cPWNED",
    "separators": "\u2028\u2029\x85",
    "no-width": "\u200b\u200c\u200d\u2060\ufeff" * 200,
    "tags": "".join(chr(0xE0000 + ord(letter)) for letter in "PWNED"),
    "combining": "e" + "\u0301" * 3000,
    "stacked": "".join(f"{letter}\u0300\u0316\u0334\u20dd\u0489" for letter in "troops" * 50),
    "variants": "☎" + "\ufe0f" * 500,
    "family": "👨‍👩‍👧‍👦" * 40,
    "wide": "漢字" * 400,
    "right-to-left": "قال المتحدث " * 40,
    "none-such": "\ufffe\uffff\U0010ffff",
    "interlinear": "\ufff9PWNED\ufffa\ufffb",
    "private": "\ue000\U000f0000",
    "hangul": "\u1100\u1161\u115f\u1160\u3164" * 100,
}
"""What hides, reverses or stacks letters."""

WORDS = {
    "markup": "[@click=app.quit]PWNED[/] [bold red]x[/bold red] [link=http://PWNED]",
    "markup-open": "[bold [/ [] [[/]] [@ \\[ [$primary]",
    "click": "[@click='app.suspend_process']PWNED[/@click=]",
    "html": "<script>alert('PWNED')</script><img src=x onerror=PWNED>&lt;&#27;",
    "markdown": "# PWNED [x](javascript:PWNED) `code` ![i](http://PWNED)\n\n---\n",
    "formula": '=HYPERLINK("http://PWNED","x")',
    "formula-plus": "+cmd|' /C PWNED'!A0",
    "formula-minus": "-2+3+cmd|' /C PWNED'!A0",
    "formula-at": "@SUM(1+9)*cmd|' PWNED'!A0",
    "formula-tab": "\t=1+1",
    "formula-wide": "＝1+1",
    "csv": '","PWNED\n"=1+1',
    "json": '"}],"PWNED":[{"\\u001b[31337m',
    "shell": "$(touch PWNED); `touch PWNED` | touch PWNED && touch PWNED",
    "percent": "%s%n%d%(PWNED)s {0} {PWNED} {self.__class__}",
    "sql": "'; DROP TABLE article; --",
    "path": "../../../../etc/passwd",
    "number": "9" * 5000 + " U.S. troops",
    "numbers": " ".join(f"{number:,} U.S. troops in Iraq" for number in range(1000, 1060)),
    "infinity": "1e999 U.S. troops, " + "9" * 18 + " soldiers, ٣٥٠٠ troops, ² troops, Ⅻ troops",
    "date": "Feb. 31, 99999; 00/00/0000; Monday, February 1, 10000; in the year " + "2" * 400,
    "years": "0001-01-01 9999-12-31 December 31, 9999",
    "brackets": "(" * 1000 + ")" * 1000,
    "dots": ". " * 5000,
    "dashes": "—" * 5000,
}
"""What another program may obey, and what rules may stumble over."""

HARMS = {**SEQUENCES, **SIGNS, **WORDS}
"""All of them, by name."""

RAW = {
    "empty": b"",
    "blank": b" \n\t\n \n",
    "binary": bytes(range(256)) * 40,
    "zeros": bytes(5000),
    "not-utf-8": b"\xff\xfe\xff \xc3\x28 \xe2\x82 troops",
    "surrogate-bytes": b"\xed\xa0\x80 said \xed\xbf\xbf \xf4\x90\x80\x80",
    "overlong": b"\xc0\xaf\xe0\x80\xaf said \x9b31337m",
    "half-utf-16": "“We go,” he said.".encode("utf-16")[:-1],
    "utf-16-controls": "“We go \x1b[31337m,” spokesman Al\x9b31337m Hadi said.".encode("utf-16"),
    "windows": "“We go,” spokesman Al Hadi said.\x81".encode("cp1252", "ignore") + b"\x81\x8d",
    "boms": b"\xef\xbb\xbf" * 500 + b"He said so.",
    "line-ends": b"One\rTwo\r\nThree\n\rFour\r\r\n\nFive said so.\r",
    "long-word": b"a" * 300_000,
    "long-line": b"The troops said so, " * 5_000,
    "many-lines": b"\n" * 100_000,
    "many-quotes": "“".encode() * 20_000,
    "many-pairs": "“a” ".encode() * 10_000,
    "nested-quotes": ("“".encode() + b"we said ") * 3000 + "”".encode() * 3000,
    "straight-quotes": b'"' * 20_000,
    "apostrophes": b"'" * 20_000,
    "unclosed": ("“We have enough soldiers, spokesman Sami Haddad said. " * 500).encode(),
    "said": b"said " * 3_000,
    "names": b"Sami Haddad Karim al-Amin " * 2_000,
    "capitals": b"IRAQ TROOPS SAID " * 1_000,
}
"""Whole files, as bytes."""

NAMES = (
    "new\nline",
    "escape\x1b[31337m",
    "title\x1b]0;PWNED\x07",
    "csi\udc9b31337m",
    "not-utf-8-\udcff\udcfe",
    "override\u202e",
    "c1\x9b31337m",
    "[@click=app.quit]PWNED",
    "=cmd()",
    "-rf",
    "`PWNED`",
    "tab\tname",
    "quote'\"",
    "no\u200b\u200b\u200bwidth",
    "é" * 100,
)
"""Stems of files; some are no Unicode."""

OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f\ufff9-\ufffb]"
)
"""What must never be printed because a text has it."""


def article(harm: str) -> str:
    """A report with harm in its title, its byline, its publisher, its quotes, its speakers, its numbers and its dates."""
    return (
        f"{harm} Troops {harm} stay\n\nBy Jane {harm} Doe\n\nBAGHDAD, Feb. 1, 2016 (Valley {harm} Post) — “We have {harm} enough "
        f"soldiers{harm},” spokesman Sami {harm} Haddad said. {harm}“More would {harm} not help,” he {harm} said.\n\nAbout "
        f"3,500{harm} U.S. {harm}troops are in Iraq, {harm} Pentagon spokesman John {harm} Kirby said. The Iraqi government {harm} "
        f"wants U.S. troops to leave.\n"
    )


def texts() -> Iterator[tuple[str, bytes]]:
    """Every file by its stem, in an order that puts good ones between the others."""
    good = iter(GOOD.items())
    for number, (name, harm) in enumerate(HARMS.items()):
        yield f"harm-{name}", article(harm).encode("utf-8", "surrogatepass")
        if number % 15 == 7 and (found := next(good, None)):
            yield found[0], found[1].encode()
    yield from RAW.items()
    yield from ((stem, article("\x1b[31337m").encode()) for stem in NAMES)
    yield from ((stem, text.encode()) for stem, text in good)


def write_corpus(folder: Path) -> int:
    """Fill a folder with all of it, and with things that are no files; how many hostile ones there are."""
    folder.mkdir()
    count = 0
    for stem, data in texts():
        (folder / f"{stem}.txt").write_bytes(data)
        count += stem not in GOOD
    return count + _no_files(folder)


def _no_files(folder: Path) -> int:
    """A pipe, a socket, links to devices, to nothing, to themselves and to the folder, and folders that are odd."""
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as door, contextlib.chdir(folder):  # a socket's path must be short
        door.bind("socket.txt")
    links = {
        "zero.txt": "/dev/zero",
        "tty.txt": "/dev/tty",
        "gone.txt": "nowhere",
        "self.txt": "self.txt",
        "around": ".",
    }
    for name, target in links.items():
        (folder / name).symlink_to(target)
    (folder / "folder.txt").mkdir()
    closed = folder / "closed"
    closed.mkdir(mode=0)
    return 2 + len(links) + 2
