"""The graph of one document as a value, and how what several documents tell of one node becomes one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from graph.names import squash
from graph.schema import Label, RelationshipType

Properties = Mapping[str, Any]
EdgeKind = tuple[Label, RelationshipType, Label]
Basis = Literal["stated", "inferred"]

SHARED: Final = (Label.MEETING, Label.AGENDA_ITEM, Label.DECISION)
"""Labels whose nodes several documents can tell of, each in its own words."""
_MAX_NAME: Final = 80


class Told:
    """How a document tells of a meeting, best first: the rank by which several tellings are merged."""

    MINUTES = 0
    TABLE = 1
    REFERENCE = 2


@dataclass(frozen=True, slots=True)
class Edge:
    start: str
    end: str
    properties: dict[str, Any]


@dataclass(frozen=True)
class DocumentGraph:
    """Everything one document says. `nodes` by label, each with `id`; entities carry the resolution's properties."""

    document: str
    nodes: Mapping[Label, Sequence[Properties]]
    edges: Mapping[EdgeKind, Sequence[Edge]]
    ranks: Mapping[str, int]
    """Meetings, items and decisions -> how they are told of (`Told`)."""

    @property
    def own(self) -> Properties:
        """The Document node."""
        return self.nodes[Label.DOCUMENT][0]


def merge_tellings(tellings: Iterable[tuple[int, str, Properties]]) -> dict[str, Any]:
    """One node from what several documents tell of it, each with rank and document id: for each property the first that
    says something counts, minutes before tables before mere references."""
    merged: dict[str, Any] = {}
    for _, _, properties in sorted(tellings, key=lambda t: t[:2]):
        for key, value in properties.items():
            if merged.get(key) in (None, []):
                merged[key] = value
        if "recorded" in properties:
            merged["recorded"] = merged["recorded"] or properties["recorded"]
    return merged


def shorten(text: str, length: int = _MAX_NAME) -> str:
    """At most `length` characters, cut between words, with an ellipsis where something was cut."""
    bare = squash(text)
    if len(bare) <= length:
        return bare
    return f"{bare[: length - 1].rsplit(' ', 1)[0]}…"
