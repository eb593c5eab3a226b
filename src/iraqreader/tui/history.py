"""Queries that led to a hit, kept for the next time: the last ones, each once."""

from __future__ import annotations

import asyncio

from iraqreader.tui import state

KEPT = 100
"""Queries that are kept."""

LONGEST = 500
"""Letters of a query that is kept: a longer one was pasted by mistake."""

_NAME = "queries"


def keep(query: str) -> None:
    """Keep a query as the last one."""
    query = query.strip()
    if _is_query(query):
        state.write(_NAME, [*(other for other in kept() if other != query), query][-KEPT:])


def kept() -> list[str]:
    """The queries that were kept, the last one last. Whatever else the file holds is passed over."""
    found = state.read(_NAME)
    return [item for item in found if _is_query(item)][-KEPT:] if isinstance(found, list) else []


def _is_query(item: object) -> bool:
    return isinstance(item, str) and 0 < len(item) <= LONGEST and item.isprintable()


class Earlier:
    """Walks through the kept queries, with what is being typed behind the last."""

    def __init__(self) -> None:
        self._queries: list[str] | None = None
        self._at = 0

    def begin(self) -> None:
        """Begin at what is being typed. Queries are read when the first is wanted: others may have been kept."""
        self._queries = None

    async def recall(self, step: int, typed: str) -> str | None:
        """The next query that way which is another than what is typed; None at the end."""
        if self._queries is None:
            self._queries = [*await asyncio.to_thread(kept), typed]
            self._at = len(self._queries) - 1
        self._queries[self._at] = typed
        on = range(self._at + step, len(self._queries) if step > 0 else -1, step)
        found = next((index for index in on if self._queries[index] != typed), None)
        if found is None:
            return None
        self._at = found
        return self._queries[found]
