"""A store opened for as long as one command needs it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

from graph.stores import Store, open_store


@contextmanager
def reading(address: str) -> Iterator[Store]:
    with closing(open_store(address, mode="read")) as opened:
        yield opened


@contextmanager
def writing(address: str) -> Iterator[Store]:
    """Open for writing as briefly as can be. A store that is not there is told, not made."""
    with reading(address):
        pass
    with closing(open_store(address, mode="write")) as opened:
        yield opened
