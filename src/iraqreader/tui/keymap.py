"""Keys as the user wants them: what is typed for each binding, checked where it works."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.keys import Keys, _character_to_key, format_key, key_to_character

from iraqreader.settings import Fault, Found, Settings, nearest
from iraqreader.tui.keys import KEYS, PLACES, TYPED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.app import App

_MODIFIERS = ("ctrl", "alt", "shift", "super", "hyper", "meta")

_NAMED = re.compile(r"\{([a-z.-]+)\}")

_ALIASES = {
    "esc": "escape",
    "pgdn": "pagedown",
    "pgup": "pageup",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "←": "left",
    "→": "right",
    "↑": "up",
    "↓": "down",
}
"""Names that README, help and keyboards have for keys."""

_SPELT = {"enter": "Enter", "escape": "Esc", "pagedown": "PgDn", "pageup": "PgUp"}
"""Keys that are shown by what stands on them."""


def read_keymap(settings: Settings) -> tuple[dict[str, str], list[Fault]]:
    """What is typed for each binding that the user settled, as Textual takes it; and what cannot be honoured."""
    keymap, faults = dict[str, str](), list[Fault]()
    known = {binding.id for binding in KEYS if binding.id}
    for name, typed in settings.keys.items():
        line = settings.lines.get(name, 0)
        if name not in known:
            faults.append(Fault(line, f"there is no key “{name}”{nearest(name, known)}"))
            continue
        keys, wrong = _read_keys(name, typed)
        faults += [Fault(line, words) for words in wrong]
        if keys:
            keymap[name] = ",".join(keys)
    return _without_clashes(keymap, faults, settings)


def tell_faults(found: Found) -> list[str]:
    """What is wrong in a file of settings, keys and all, each with file and line."""
    return found.told([*found.faults, *read_keymap(found.settings)[1]])


def keys_of(app: App[Any], binding: Binding) -> list[str]:
    """What is typed for a binding, as it is shown."""
    keys = app._keymap.get(binding.id or "", binding.key)  # Textual has no other way to ask what was set
    return [app.get_key_display(Binding(key, "")) for key in keys.split(",")]


def key_shown(key: str) -> str:
    """A key as docs/keys.md, the help and every message show it: `n`, `↑`, `Ctrl+D`, `PgDn`."""
    signs = [_SPELT.get(part) or format_key(part) for part in key.split("+")]
    return signs[0] if len(signs[0]) == 1 else "+".join(sign[:1].upper() + sign[1:] for sign in signs)


def with_keys(app: App[Any], words: str) -> str:
    """A message in which `{next.quote}` is what is typed for it."""
    known = {binding.id: binding for binding in KEYS}
    return _NAMED.sub(lambda found: keys_of(app, known[found[1]])[0] if found[1] in known else found[0], words)


def render_keys() -> Iterator[str]:
    """Every binding as a line of settings that is commented out, with what it does."""
    for binding in KEYS:
        keys = ",".join(_plain(key) for key in binding.key.split(","))
        yield f"#{json.dumps(binding.id)} = {json.dumps(keys)}  # {binding.tooltip}"


def key_name(typed: str) -> str | None:
    """A key as Textual calls it: `question_mark` for `?`, `ctrl+n` for `Ctrl+N`; None for what is no key."""
    *before, base = [typed] if len(typed) == 1 else typed.split("+")
    modifiers = [word.strip().lower() for word in before]
    base = base.strip()
    if base in _ALIASES or len(base) > 1:
        base = _ALIASES.get(base.lower(), base.lower())
    elif base:
        base = _character_to_key(base.lower() if "ctrl" in modifiers else base)
    if modifiers == ["shift"] and len(base) == 1:
        modifiers, base = [], base.upper()
    if not set(modifiers) <= set(_MODIFIERS) or base not in _names():
        return None
    return "+".join([*sorted(modifiers), base])


def _letter(key: str) -> str | None:
    """What a key types, where it types something."""
    letter = key_to_character(key)
    return letter if letter and letter.isprintable() else None


def _plain(key: str) -> str:
    """A key as one would write it in a list with commas between."""
    letter = _letter(key)
    return letter if letter and letter not in " ," else key


@cache
def _names() -> frozenset[str]:
    letters = (_character_to_key(chr(code)) for code in (*range(33, 127), *range(161, 0x250)))
    return frozenset({*letters, *(key.value.rpartition("+")[2] for key in Keys if "<" not in key.value)})


def _read_keys(name: str, typed: str) -> tuple[list[str], list[str]]:
    """The keys in a list with commas, and what is wrong in it."""
    keys, wrong = list[str](), list[str]()
    types = any(binding.id == name for place in TYPED for binding in place)
    for word in typed.split(",") if typed.strip() else [""]:
        key = key_name(word.strip())
        if key is None:
            wrong.append(f"“{word.strip()}” is no key{nearest(word.strip().lower(), _names())}")
        elif types and _letter(key):
            wrong.append(f"“{word.strip()}” is a letter that is typed where {name} works; ctrl with it is not")
        else:
            keys.append(key)
    return keys, wrong


def _without_clashes(
    keymap: dict[str, str], faults: list[Fault], settings: Settings
) -> tuple[dict[str, str], list[Fault]]:
    """Take back what was settled for a key that another binding has where both work."""
    while clash := next(_clashes(keymap), None):
        name, key, other = clash
        shown = settings.keys[name]
        faults.append(
            Fault(settings.lines.get(name, 0), f"{key} of “{shown}” is the key of {other}, where {name} works too")
        )
        left = [each for each in keymap.pop(name).split(",") if each != key]
        if left:
            keymap[name] = ",".join(left)
    return keymap, sorted(faults)


def _clashes(keymap: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Of two bindings with one key in one place: the one that was settled, the key, and the other one."""
    for place in (*PLACES, *TYPED):
        owners = dict[str, str]()
        for binding in place:
            name = binding.id or ""
            for key in keymap.get(name, binding.key).split(","):
                other = owners.setdefault(key, name)
                if other != name:
                    yield (name, key, other) if name in keymap else (other, key, name)
