"""The words around a number of soldiers, as patterns."""

from __future__ import annotations

import re
from functools import cache

from iraqreader.lexicon import load_words


@cache
def forces(*labels: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Any word of these lists of forces.toml, whole."""
    return re.compile(rf"(?<![\w-])(?:{alternatives(*labels)})(?![\w])", flags)


@cache
def alternatives(*labels: str) -> str:
    """The entries of these lists of forces.toml, to stand inside a larger pattern."""
    lists = load_words("forces")
    return "|".join(entry.replace(" ", r"\s") for label in labels for entry in lists[label])
