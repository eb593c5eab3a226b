"""The terminal app: its themes, its screens, and how it starts and ends."""

from __future__ import annotations

import asyncio
import gc
import os
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from rich.cells import cell_len
from textual import events, on, work
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.geometry import Offset
from textual.widgets import Input

from iraqreader.guest import allows
from iraqreader.settings import Settings
from iraqreader.surroundings import wants_no_colour
from iraqreader.tui import clipboard, resume, terminal
from iraqreader.tui.courtesy import quiet
from iraqreader.tui.curtain import Picture, keep, picture_key
from iraqreader.tui.desk import Desk
from iraqreader.tui.fitted import FittedView
from iraqreader.tui.frames import Difference, Frame
from iraqreader.tui.keymap import key_shown, read_keymap, tell_faults
from iraqreader.tui.keys import PROGRAM, PROGRAM_KEYS
from iraqreader.tui.themes import ink_defaults, themes
from iraqreader.tui.welcome import is_known, welcome

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.console import RenderableType
    from textual.binding import Binding, BindingType
    from textual.command import Provider
    from textual.screen import Screen

    from iraqreader.library import Library
    from iraqreader.settings import Found
    from iraqreader.tui.curtain import Curtain
    from iraqreader.tui.places import Place

Shown = TypeVar("Shown", bound="IraqReader")

WATCH = 2.0
"""Seconds between looks at whether the terminal is still there."""


def _commands() -> type[Provider]:
    from iraqreader.tui.commands import Commands  # noqa: PLC0415 - the first screen does not wait for the palette

    return Commands


class IraqReader(App[None]):
    """Reads, searches and compares the articles of a library, of which there is at least one."""

    TITLE = "iraqreader"
    CSS_PATH = "iraqreader.tcss"
    COMMANDS = {_commands}  # noqa: RUF012 - Textual declares its type
    BINDINGS: ClassVar[list[BindingType]] = [*PROGRAM_KEYS]
    DESK: ClassVar[type[Desk]] = Desk
    KEEPS: ClassVar[bool] = True
    """Whether the next start goes on where this one ends."""

    def __init__(
        self,
        library: Library,
        start: Place | None = None,
        settings: Settings = Settings(),  # noqa: B008 - frozen
        wrong: Sequence[str] = (),
        curtain: Curtain | None = None,
    ) -> None:
        # With the terminal's own colours Textual's NO_COLOR drops them all; else it leaves greys.
        super().__init__(driver_class=terminal.Driver, ansi_color=True if wants_no_colour(os.environ) else None)
        self.animation_level = "none"
        self._desk = self.DESK(library, start)
        self.curtain = curtain
        self._frame = Frame(
            erases=terminal.erases(os.environ), painted=curtain.picture.paint if curtain and curtain.attributes else ""
        )
        for theme in themes():
            self.register_theme(theme)
        self.theme = terminal.choose_theme(settings, os.environ, self.console.color_system)
        self._desk.reader.widest = settings.measure
        self._wrong, self._settings = wrong, settings
        self._library, self._kept = library, start
        self.last: Picture | None = None
        self.follows = settings.cursor == "follow"
        self.set_keymap(read_keymap(settings)[0])

    @property
    def place(self) -> Place:
        """Where one reads."""
        return self._desk.place

    def get_default_screen(self) -> Desk:
        """The desk lies under everything."""
        return self._desk

    def get_key_display(self, binding: Binding) -> str:
        """A key as docs/keys.md has it."""
        return key_shown(binding.key)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our variables, for themes that do not have them."""
        return ink_defaults()

    async def on_event(self, event: events.Event) -> None:
        """Keys are answered here one after the other.

        Textual hands each to whoever has the focus when it comes in, and runs what it is bound to some messages later:
        of `/carter` typed at once, the letters would go to the list that `/` was pressed in.
        """
        if isinstance(event, events.Key):
            quiet.touch()
        if not (isinstance(event, events.Key) and not event.is_forwarded and await self._answer(event)):
            await super().on_event(event)

    async def _answer(self, key: events.Key) -> bool:
        await self._desk.laid.wait()  # what is typed ahead waits for what it is typed for
        if (
            key.key == "ctrl+j" and key.key not in self.screen.active_bindings
        ):  # Enter, typed before the terminal was ours
            key = events.Key("enter", "\r")
        if (line := self._line) and key.is_printable:
            line.insert_text_at_cursor(key.character or "")
            return True
        active = self.screen.active_bindings.get(key.key)
        if active is None or not active.enabled or self.screen.is_modal:
            return False
        if isinstance(self.focused, Input) and active.node is self._desk and active.binding.group is not PROGRAM:
            return True  # Tab or Ctrl+O would leave the line while it is open, and the next letters would be keys
        return await self.run_action(active.binding.action, active.node)

    def on_resize(self) -> None:
        """The terminal has moved its lines as it saw fit."""
        self._frame.forget()

    def on_mount(self) -> None:
        """Mind the terminal: its signals, its way back from the shell, its absence."""
        if not self.is_headless:
            terminal.on_signals(self.leave)
            self.app_resume_signal.subscribe(self, lambda _: self.action_repaint())
            self.set_interval(WATCH, self._watch)
        self._desk.call_after_refresh(self._greet)

    def _greet(self) -> None:
        """Say at the start what is wrong with the settings, and to a new user which keys lead to everything."""
        if self._wrong:
            more = f" (and {len(self._wrong) - 1} more: iraqreader doctor)" if len(self._wrong) > 1 else ""
            self._desk.say(self._wrong[0] + more)
        elif not (self.is_headless or self._kept or self._library.problems or is_known()):
            self._desk.say(welcome(self))

    def _watch(self) -> None:
        """Leave with the terminal; keep where one reads, for a start after this process was killed."""
        if terminal.is_gone():
            self.leave(129)
        elif self.KEEPS and (place := self.place) != self._kept:
            self._kept = place
            self._keep(place)

    @work(thread=True, exclusive=True, group="keep")
    def _keep(self, place: Place) -> None:
        resume.keep(self._library.articles, place)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Send of each picture only what the terminal does not show yet: Textual's own way, in Textual's own brackets.

        `_display` and the compositor are Textual's inside. A test in a real terminal compares what is seen.
        """
        if isinstance(renderable, CompositorUpdate) and not self.is_headless:
            if self.follows:
                self.cursor_position = self._spot
            renderable = Difference(self._frame, screen._compositor.render_strips())
        super()._display(screen, renderable)

    @property
    def _spot(self) -> Offset:
        """The cell of the screen that the eye is on."""
        match self.focused:
            case FittedView() as view:
                return view.content_region.offset + view.spot
            case Input() as line:  # which itself says one cell more at its end
                typed = cell_len(line.value[: line.cursor_position])
                return line.content_region.offset + Offset(typed - line.scroll_offset.x, 0)
        return self.cursor_position

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End, with the picture that the next start may begin with."""
        ready = self.KEEPS and self._desk.laid.is_set() and not (self.is_headless or self._wrong or self.last)
        if ready and self.screen is self._desk and self._desk.rest():
            strips = self._desk._compositor.render_strips()
            paint = Frame(erases=terminal.erases(os.environ)).turn_into(strips, self.console._color_system)
            self.last = Picture(picture_key(self._library.articles, self.place, self._settings), paint)
        super().exit(result, return_code, message)

    def leave(self, code: int) -> None:
        """End the program with an exit code, once the terminal is as it was."""
        self.exit(return_code=code)

    @on(Desk.Copied)
    @work(exclusive=True)
    async def _copy(self, event: Desk.Copied) -> None:
        """Copy in a thread, since tmux may take its time, and say which way it went."""
        send = partial(self.call_from_thread, self._send)
        self._desk.say(f"copied {await asyncio.to_thread(clipboard.copy, event.text, os.environ, send)}")

    def _send(self, sequence: str) -> None:
        """Send a control sequence to the terminal as it is."""
        if self._driver is not None and not self.is_headless:
            self._driver.write(sequence)
            self._driver.flush()

    @work(exclusive=True)
    async def action_show_aside(self) -> None:
        """Show what is read on the normal screen, for the terminal's own selection."""
        from iraqreader.tui.aside import show_aside, words_shown  # noqa: PLC0415 - seldom needed

        await show_aside(self, words_shown(self._desk.reader))

    def action_repaint(self) -> None:
        """Paint everything again, over whatever has spoilt the screen, with what was marked in another window."""
        self._frame.forget()
        self._desk.pen.look()
        self.refresh(layout=True)

    def on_app_focus(self) -> None:
        """Back at this window: what was marked in another is seen."""
        self._desk.pen.look()

    async def action_interrupt(self) -> None:
        """Ctrl+C: out of a line that is typed in, as Esc, else out of the program."""
        if not (self._line and await self._answer(events.Key("escape", None))):
            self.exit()

    @property
    def _line(self) -> Input | None:
        """The line that is typed in, if any."""
        return self.focused if isinstance(self.focused, Input) and not self.screen.is_modal else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Commands are the desk's; while words are typed, Ctrl+P goes to the previous hit. Guests stay inside."""
        if action == "command_palette" and (self.screen is not self._desk or self._line):
            return False
        return allows(action) and super().check_action(action, parameters)


def run(library: Library, found: Found, start: Place | None, curtain: Curtain) -> int:
    """Run the app with the settings that were found until it is left, behind a curtain; the exit code.

    The library holds at least one article. Exit code 2: there is no terminal here to show it on.
    """
    app = show(partial(IraqReader, library, start, curtain=curtain), found)
    if app is None:
        return 2
    resume.keep(library.articles, app.place)
    if app.last:
        keep(app.last)
    gc.freeze()  # else Python, before it ends, looks a last time through all that was read: a fifth of a second
    return app.return_code or 0


def show(make: Callable[[Settings, Sequence[str]], Shown], found: Found) -> Shown | None:
    """An app that was made with settings and what is wrong with them, once it is left; None where it cannot be shown."""
    if reason := terminal.refusal():
        terminal.tell(reason)
        return None
    terminal.prepare(slow=found.settings.is_slow(os.environ))
    gc.freeze()  # what was read stays to the end: Python need not look through all of it again and again
    settings, wrong = found.settings, tell_faults(found)
    app = make(settings, [words.removeprefix(f"{found.path.parent}{os.sep}") for words in wrong])
    with terminal.titled(app.TITLE or "", os.environ):
        app.run(mouse=settings.takes_mouse(os.environ))
    for words in wrong:
        terminal.tell(words)
    return app
