"""Work on the machines of a Dask cluster, its results in order: https://distributed.dask.org."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from iraqreader import __version__
from iraqreader.workers import AHEAD, in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 10.0
"""Seconds to wait for a scheduler, and for its workers."""


class ClusterError(Exception):
    """The work cannot be spread; the message is one line for the person who asked."""


@contextmanager
def spread_over(address: str) -> Iterator[Callable[[Callable[[Any], Any], Iterator[Any]], Iterator[Any]]]:
    """What does work on every item at the workers of the scheduler at `address`, as `map_in_order` does here.

    Raises ClusterError where Dask is not installed, nothing answers, or the workers have another iraqreader, or none.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, and a second to import
    except ImportError as error:
        raise ClusterError("to spread the work needs Dask: pip install 'iraqreader[cluster]'") from error
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"no Dask scheduler answers at {address}") from error
    with client:
        workers = _workers(client, address)
        yield partial(_map, client.get_executor(pure=False), most=AHEAD * workers)


def _workers(client: Any, address: str) -> int:
    """How many there are, all of which are to find what would be found here."""
    try:
        versions = client.run(_version)
    except ModuleNotFoundError as error:
        raise ClusterError(f"the workers at {address} have no iraqreader; install {__version__} there") from error
    if not versions:
        raise ClusterError(f"the scheduler at {address} has no workers")
    if others := sorted({*versions.values()} - {__version__}):
        raise ClusterError(f"the workers at {address} have iraqreader {', '.join(others)}; here it is {__version__}")
    return len(versions)


def _version() -> str:
    return __version__


def _map(pool: Any, work: Callable[[Any], Any], items: Iterator[Any], most: int) -> Iterator[Any]:
    return in_order(pool, work, items, most)
