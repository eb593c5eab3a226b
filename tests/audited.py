"""The app of a guest with every key pressed and every command run, and all that Python does for it written down.

Run as a program, since what listens to Python cannot be taken away again: `python -B -m tests.audited LIBRARY`. Prints
a line for each write, process, connection, and look at a path outside the library that no program could do without.
"""

from __future__ import annotations

import asyncio
import os
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import Binding

    from iraqreader.tui.app import IraqReader

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
ACTS = (
    "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.kill", "os.remove", "os.rename",
    "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.utime", "os.setxattr",
    "pty.", "shutil.", "sqlite3.connect", "socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo",
    "urllib.", "webbrowser.", "tempfile.", "fcntl.flock", "mmap.",
)  # fmt: skip
LOOKS = ("os.listdir", "os.scandir")

seen: list[str] = []


def listen(folder: str) -> None:
    """Write down what happens from here on."""
    code = [sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    own = [str(Path(__file__).parents[1] / part) for part in ("src", "tests")]
    roots = tuple(
        map(
            os.path.realpath,
            (folder, *code, *own, sys.prefix, sys.base_prefix, "/usr/share/zoneinfo", "/etc/localtime"),
        )
    )

    def outside(path: object) -> bool:
        return isinstance(path, str | bytes | os.PathLike) and not os.path.realpath(os.fsdecode(path)).startswith(roots)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, mode, flags = arguments
            writes = bool(isinstance(flags, int) and flags & WRITES) or bool(
                isinstance(mode, str) and set(mode) & set("wax+")
            )
            if (writes and path != os.devnull) or outside(path):
                seen.append(f"open {path!r} {mode} {flags}")
        elif event.startswith(ACTS) or (event in LOOKS and outside(arguments[0])):
            seen.append(f"{event} {arguments!r}")

    sys.addaudithook(hook)


async def use(folder: str) -> int:
    """Every key in its places, every command of the palette; how many there were."""
    from iraqreader.library import read_library
    from iraqreader.tui import curtain, resume
    from iraqreader.tui.app import IraqReader

    count = 0
    library = read_library([folder])
    start = resume.kept(library.articles)
    for way, keys in places().items():
        app = IraqReader(library, start)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("2", "n", *way)
            for key in keys:
                for name in key.key.split(","):
                    await pilot.press(name)
                    while len(app.screen_stack) > 1:
                        app.pop_screen()
                    await pilot.press("escape", *way)
                    count += 1
            count += 0 if way else await run_commands(app)
            app.exit()
        resume.keep(library.articles, app.place)
        if app.last:
            curtain.keep(app.last)
    return count


def places() -> dict[tuple[str, ...], list[Binding]]:
    """What is typed to get somewhere, and the keys that work there, but for those that leave the program."""
    from iraqreader.tui import keys

    shown = {"v": keys.SPEAKERS_KEYS, "t": keys.COMPARE_KEYS, "T": keys.TIMELINE_KEYS, "apostrophe": keys.NOTES_KEYS}
    typed: dict[tuple[str, ...], tuple[Binding, ...]] = {
        ("slash",): keys.SEARCH,
        ("ctrl+f",): keys.FINDING,
        ("M",): keys.JOTTING,
        ("c",): keys.JOTTING,
        ("v", "slash"): keys.FILTER,
    }
    found: dict[tuple[str, ...], tuple[Binding, ...]] = {
        (): (*keys.MOVES, *keys.MAIN, *keys.PROGRAM_KEYS),
        **{(key,): (*keys.VIEW, *more) for key, more in shown.items()},
        **typed,
    }
    leaving = {"program.quit", "program.interrupt"}
    return {way: [key for key in there if key.id not in leaving] for way, there in found.items()}


async def run_commands(app: IraqReader) -> int:
    """Run every command of the palette, but the one that quits; how many there were."""
    from iraqreader.tui.commands import Commands

    while len(app.screen_stack) > 1:
        app.pop_screen()
    commands = [command for command in Commands(app.screen)._commands() if not command.name.startswith("quit")]
    for command in commands:
        result = command.run()
        if asyncio.iscoroutine(result):
            await result
        while len(app.screen_stack) > 1:
            app.pop_screen()
    return len(commands)


def main() -> None:
    """As a guest, listened to from before the program is imported."""
    folder = sys.argv[1]
    sys.path.pop(0)  # where `-m` found this: Python would look through it again whenever another test writes there
    listen(folder)
    from iraqreader.guest import restrict

    restrict()
    count = asyncio.run(use(folder))
    for line in dict.fromkeys(seen):
        print(line)
    print(f"{count} tried")


if __name__ == "__main__":
    main()
