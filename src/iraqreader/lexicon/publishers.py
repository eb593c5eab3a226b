"""Outlets: newspapers, broadcasters, agencies and sites, by every name that their pages print."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from iraqreader.lexicon import load_rows


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet. `agency` sells its reports to others, so that being quoted in one proves nothing."""

    name: str
    aliases: tuple[str, ...] = ()
    agency: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the one to show first."""
        return (self.name, *self.aliases)


@cache
def outlets() -> tuple[Outlet, ...]:
    """Every outlet known, in file order."""
    return load_rows("publishers", Outlet)


@cache
def by_name() -> dict[str, Outlet]:
    """Outlet by each of its names, as printed."""
    return {name: outlet for outlet in outlets() for name in outlet.names}


@cache
def any_outlet(group: str = "outlet") -> str:
    """A pattern for any outlet's name as `group`, the longest first, "the" in front of it or not."""
    names = sorted(by_name(), key=len, reverse=True)
    return rf"(?:[Tt]he )?(?P<{group}>{'|'.join(re.escape(name) for name in names)})(?!\w)"
