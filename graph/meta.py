"""What a store knows of itself, kept in a node of its own: the lexicon it was read with, its version, and what is open."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from graph.resolution.model import Judgement
from graph.stores.store import Store, Transaction


@dataclass(frozen=True, slots=True)
class Meta:
    """What a store knows of itself. `lexicon` are the user's lexicon files, (name, text), in the order they were given."""

    version: int = 0
    lexicon: tuple[tuple[str, str], ...] = ()
    reader_version: str = ""
    settled: bool = True
    asked: str = ""
    """Pairs of names that a person can judge (graph.asked), as JSON."""
    judged: str = ""
    """Digest of the judgements by people that are in effect."""
    doubtful: int = 0
    """Pairs of names that may be one and were left apart, when the store was last settled."""


def read_meta(store: Store) -> Meta:
    """The store's own node; of an empty store, the defaults."""
    rows = store.read(
        "MATCH (s:Store {id: 'store'}) RETURN s.version AS version, s.lexicon AS lexicon, s.readerVersion AS reader, s.settled AS settled, "
        "s.doubtful AS doubtful, s.asked AS asked, s.judged AS judged"
    )
    if not rows:
        return Meta()
    row = rows[0]
    lexicon = tuple((name, text) for name, text in json.loads(row["lexicon"] or "[]"))
    return Meta(
        version=row["version"] or 0,
        lexicon=lexicon,
        reader_version=row["reader"] or "",
        settled=row["settled"] is not False,
        asked=row["asked"] or "",
        judged=row["judged"] or "",
        doubtful=row["doubtful"] or 0,
    )


def judgements_digest(judgements: Sequence[Judgement]) -> str:
    """Tells one set of judgements from another; empty for none."""
    return hashlib.sha256(repr(list(judgements)).encode()).hexdigest()[:16] if judgements else ""


def remember(transaction: Transaction, meta: Meta) -> None:
    """Write the store's own node anew."""
    transaction.run(
        "MERGE (s:Store {id: 'store'}) SET s.name = 'store', s.version = $version, s.lexicon = $lexicon, s.readerVersion = $reader, "
        "s.settled = $settled, s.doubtful = $doubtful, s.asked = $asked, s.judged = $judged",
        {
            "version": meta.version,
            "lexicon": json.dumps([list(pair) for pair in meta.lexicon], ensure_ascii=False),
            "reader": meta.reader_version,
            "settled": meta.settled,
            "doubtful": meta.doubtful,
            "asked": meta.asked,
            "judged": meta.judged,
        },
    )
