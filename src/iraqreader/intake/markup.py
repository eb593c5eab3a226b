"""The markup of a web page as a row of tags and words, in time that grows with its length alone, whatever it is.

The standard library's parser takes minutes for a page of comments that are never closed, and raises errors at others.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<[!?][^>]*>?", re.DOTALL)
_TAG_START = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_ATTRIBUTES = re.compile(r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*+>")
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_RAW = re.compile(r"script|style|textarea", re.IGNORECASE)
"""Elements whose content is no markup."""


class Token(NamedTuple):
    """A tag, opening or closing, with its name in lower case and what stands in it; or words, where there is no name."""

    words: str
    tag: str = ""
    closing: bool = False

    def attributes(self) -> dict[str, str]:
        """The attributes of a tag, names in lower case."""
        return {name.lower(): readable("".join(values)) for name, *values in _ATTRIBUTE.findall(self.words)}


def tokens(markup: str) -> Iterator[Token]:
    """All tags and words in their order; comments and the content of scripts and styles left out."""
    position, balanced = 0, True
    while position < len(markup):
        if markup[position] != "<":
            end = _find(markup, "<", position)
            yield Token(readable(markup[position:end]))
        elif comment := _COMMENT.match(markup, position):
            end = comment.end()
        elif start := _TAG_START.match(markup, position):
            end, balanced = _end_of_tag(markup, start.end(), balanced=balanced)
            tag = Token(markup[start.end() : end], start[2].lower(), closing=bool(start[1]))
            yield tag
            end = end if tag.closing or not _RAW.fullmatch(tag.tag) else _end_of_raw(markup, tag.tag, end)
        else:
            end = position + 1
            yield Token("<")
        position = end


def _end_of_tag(markup: str, position: int, *, balanced: bool) -> tuple[int, bool]:
    """Where a tag ends, and whether its marks are balanced; once they were not, a page's marks mean nothing."""
    if balanced and (rest := _ATTRIBUTES.match(markup, position)):
        return rest.end(), True
    return min(_find(markup, ">", position) + 1, len(markup)), False


def _end_of_raw(markup: str, tag: str, position: int) -> int:
    end = re.compile(rf"</{tag}\b", re.IGNORECASE).search(markup, position)
    return end.start() if end else len(markup)


def _find(markup: str, sign: str, position: int) -> int:
    found = markup.find(sign, position)
    return len(markup) if found < 0 else found


def readable(words: str) -> str:
    """Words with their entities as letters."""
    try:
        return unescape(words)
    except ValueError:  # the number of a letter, with thousands of digits
        return words
