"""Whom a person speaks for, in which role, and which body is a part of another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from graph.building.collector import Collector
from graph.building.model import Basis
from graph.names import fold
from graph.record import Span
from graph.resolution.model import Link, Reason
from graph.schema import Label, RelationshipType

R = RelationshipType


def add_represents(graph: Collector, official: str, ref: str, role: str | None, date: dt.date | None, passage: str) -> None:
    """Whom the person speaks for, in the words `ref` names, and on which days that was seen first and last."""
    for link in graph.links(ref):
        label = graph.entity(link.entity)
        add_part_of(graph, ref, link, passage)
        kind = (Label.OFFICIAL, R.REPRESENTS, label)
        known = graph.edges.get(kind, {}).get((official, link.entity))
        graph.fact(
            Label.OFFICIAL,
            official,
            R.REPRESENTS,
            label,
            link.entity,
            [passage],
            properties={"role": role, "firstSeen": date, "lastSeen": date},
            once=True,
        )
        if known is not None and date is not None:
            known.properties["firstSeen"] = min(date, known.properties.get("firstSeen") or date)
            known.properties["lastSeen"] = max(date, known.properties.get("lastSeen") or date)


def add_part_of(graph: Collector, ref: str, link: Link, passage: str) -> None:
    """The body is written as a part of another ("Enheten, Norrby kommun"), or is one by its place in the document."""
    for parent in graph.links(f"{ref}.p"):
        label, whole = graph.entity(link.entity), graph.entity(parent.entity)
        concluded = Reason.UNIT_OF_BODY in parent.evidence or not graph.says(parent.entity, passage)
        basis: Basis = "inferred" if concluded else "stated"
        graph.fact(label, link.entity, R.PART_OF, whole, parent.entity, [passage], basis, once=True)


def role_elsewhere(graph: Collector, role: str | None, passage: str, told: Iterable[tuple[str | None, Span]]) -> list[str]:
    """The passage that says a role which the words of the fact itself do not: the list of who was there, or who presented."""
    if role is None or fold(role) in fold(graph.nodes[Label.PASSAGE][passage]["text"]):
        return []
    span = next((span for other, span in told if other == role), None)
    return [graph.passage(graph.words.context(span), graph.words.section_of(span))] if span else []
