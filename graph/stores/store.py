"""The store: what the rest of the program needs of a graph database. Two implementations: KGLite (a path) and Neo4j (a URI).

The same Cypher text runs on both; what is portable is listed in docs/cypher.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Literal, Protocol

Scalar = str | int | float | bool | date | None
Value = Scalar | list[Any] | dict[str, Any]
CHECKPOINT: Final = "graph.kgl"
"""The file of an embedded store that its readers see; the names of the others begin with its name."""

Row = dict[str, Any]
"""One result row: column name to str, int, float, bool, `datetime.date`, None, or lists and maps of these."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Cypher text and its parameters. User values are parameters, never pasted into the text."""

    cypher: str
    parameters: Mapping[str, Any] = field(default_factory=dict)


class Transaction(Protocol):
    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Execute one statement inside the transaction; sees its earlier writes."""
        ...


class Store(Protocol):
    """`address` is the path or URI without any password."""

    address: str
    engine: Literal["kglite", "neo4j"]

    def read(self, cypher: str, parameters: Mapping[str, Any] | None = None, *, timeout_s: float | None = None) -> list[Row]:
        """Run a read-only statement on the last finished state.

        Raises WriteRefusedError if it writes, loads files or calls a procedure that is not on the short list; QueryError if the
        engine refuses it; StoreUnavailableError if the store is gone.
        """
        ...

    def write(self) -> AbstractContextManager[Transaction]:
        """One transaction: committed when the block ends, rolled back when it raises (KeyboardInterrupt included)."""
        ...

    def execute(self, statements: Sequence[Statement]) -> None:
        """Run the statements in one transaction, with retries on transient errors where the engine has them."""
        ...

    def ensure_schema(self) -> None:
        """Create unique constraints and indexes where they are missing."""
        ...

    def checkpoint(self) -> None:
        """Make everything committed so far visible to readers in other processes. Nothing to do on Neo4j."""
        ...

    def version(self) -> str:
        """A token that changes when readers would see another state."""
        ...

    def close(self) -> None: ...
