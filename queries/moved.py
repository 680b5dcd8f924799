"""Where an id leads that nothing has any longer: to the entity that took its mentions in.

An id is old when somebody judged two entities to be one, or when new documents made a rule do so. The first kind stands on the
entity as `formerIds`; the second is told from the id itself, which is made of a spelling, and spellings are kept as `keys`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from graph.schema import Label
from graph.stores.store import Store

_LABELS: Final[Mapping[str, Label]] = {
    "forum": Label.FORUM,
    "organisation": Label.ORGANISATION,
    "official": Label.OFFICIAL,
    "topic": Label.TOPIC,
    "report": Label.REPORT,
}
_OF_FORUM: Final[Mapping[str, Label]] = {
    "meeting": Label.MEETING,
    "item": Label.AGENDA_ITEM,
    "decision": Label.DECISION,
}
"""Ids that begin with their forum's: they change with it."""


def moved(store: Store, id_: str) -> str | None:
    """The id under which the store now has what this one named; None when it names nothing, or may be several."""
    prefix, _, rest = id_.partition(":")
    if prefix in _OF_FORUM:
        forum, colon, tail = rest.partition(":")
        into = moved(store, f"forum:{forum}") if colon and forum else None
        return _existing(store, _OF_FORUM[prefix], f"{prefix}:{into.partition(':')[2]}:{tail}") if into else None
    label = _LABELS.get(prefix)
    if label is None or not rest:
        return None
    return _one(store.read(f"MATCH (n:{label}) WHERE $id IN n.formerIds RETURN n.id AS id", {"id": id_})) or _by_spelling(
        store, label, rest
    )


def _by_spelling(store: Store, label: Label, slug: str) -> str | None:
    """The only entity with a spelling of which the id was made; of namesakes the one for the body that stands after the name."""
    words = slug.split("-")
    key = " ".join(words)
    found = store.read(f"MATCH (n:{label}) WHERE $key IN n.keys RETURN n.id AS id", {"key": key})
    if found or label is not Label.OFFICIAL:
        return _one(found)
    for at in range(len(words) - 1, 1, -1):
        found = store.read(
            "MATCH (n:Official)-[:REPRESENTS]->(b) WHERE $name IN n.keys AND $body IN b.keys RETURN DISTINCT n.id AS id",
            {"name": " ".join(words[:at]), "body": " ".join(words[at:])},
        )
        if found:
            return _one(found)
    return None


def _existing(store: Store, label: Label, id_: str) -> str | None:
    return _one(store.read(f"MATCH (n:{label} {{id: $id}}) RETURN n.id AS id", {"id": id_}))


def _one(rows: list[dict[str, str]]) -> str | None:
    return rows[0]["id"] if len(rows) == 1 else None
