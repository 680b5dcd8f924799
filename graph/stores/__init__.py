"""Stores: one protocol, two engines. `open_store` picks the engine from the address."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

from graph.errors import StoreUnavailableError
from graph.stores.store import Row, Statement, Store, Transaction

__all__ = ["DEFAULT_ADDRESS", "Row", "Statement", "Store", "Transaction", "open_store"]

DEFAULT_ADDRESS: Final = "minutes.store"
NEO4J_SCHEMES: Final = frozenset({"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"})


def open_store(address: str, *, mode: Literal["read", "write"]) -> Store:
    """The store at `address`: a path is an embedded store, `neo4j://…` or `bolt://…` (also `+s`, `+ssc`) a Neo4j server.

    Close it when done. Raises StoreUnavailableError if it is not there, not a store, damaged or not to be signed in to, and
    StoreBusyError if another process writes to it (embedded, mode write).
    """
    scheme, colon, rest = address.partition(":")
    is_server = scheme.lower() in NEO4J_SCHEMES and bool(colon)
    if is_server and rest.startswith("//"):
        from graph.stores.neo4j import Neo4jStore

        return Neo4jStore(address, mode=mode)
    if is_server or rest.startswith("//"):
        raise StoreUnavailableError(
            f"Ett lagers adress börjar inte med {scheme}:.",
            "Ange en sökväg, eller en adress som börjar med neo4j:// eller bolt://.",
            message_en=f"{scheme}: is not how the address of a store begins.",
            remedy_en="Give a path, or an address that begins with neo4j:// or bolt://.",
        )
    from graph.stores.kglite import KgliteStore

    return KgliteStore(Path(address).expanduser(), mode=mode)
