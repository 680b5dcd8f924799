"""What the store holds, for the start page, the list of documents and the choices of forms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from graph.stores.store import Store
from queries.sorting import swedish_key

COUNTED = ("Document", "Meeting", "Forum", "Topic", "Official", "Decision")
"""What the start page counts, in the order in which it shows it."""

FACT_TYPES = (
    "ATTENDANCE", "PRESENTED", "LED_TO", "CONCERNS", "CONSIDERS", "FOLLOWED_BY", "RECOMMENDS", "ASSIGNS", "PETITIONS",
    "REPORTS_BACK_TO", "REFERRED_TO", "RAISED_BY",
)  # fmt: skip
"""Relationships that say something of the world (the others only tie documents and meetings together)."""

_COUNT = "MATCH (n:{label}) RETURN count(n) AS number"
_BASIS = "MATCH ()-[r:{type}]->() RETURN r.basis AS basis, count(r) AS number"
_ATTENDANCE = "MATCH (:Municipality)-[a:ATTENDANCE]->(:Meeting) RETURN a.status AS status, count(a) AS number"
_CHOICES = "MATCH (n:{label}) RETURN n.id AS id, n.name AS name, n.abbreviation AS abbreviation"
_DOCUMENTS = """
MATCH (d:Document)
RETURN d.id AS id, d.file AS file, d.name AS name, d.title AS title, d.kind AS kind, d.date AS date, d.pages AS pages,
       d.unread AS unread
"""


@dataclass(frozen=True, slots=True)
class Choice:
    """An entity to choose in a form. `short` is what the address carries: the abbreviation, or else the name."""

    id: str
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class Quality:
    """How much is stated and how much concluded; how much attendance is known; how many passages were not understood."""

    stated: int
    inferred: int
    known: int
    unknown: int
    unread: int

    @property
    def stated_percent(self) -> int | None:
        total = self.stated + self.inferred
        return round(100 * self.stated / total) if total else None

    @property
    def known_percent(self) -> int | None:
        total = self.known + self.unknown
        return round(100 * self.known / total) if total else None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    id: str
    file: str
    name: str
    kind: str
    date: dt.date | None
    pages: int | None
    unread: int


def count_nodes(store: Store) -> dict[str, int]:
    return {label: store.read(_COUNT.format(label=label))[0]["number"] for label in COUNTED}


def measure_quality(store: Store) -> Quality:
    basis = {"stated": 0, "inferred": 0}
    for type_ in FACT_TYPES:
        for row in store.read(_BASIS.format(type=type_)):
            basis["inferred" if row["basis"] == "inferred" else "stated"] += row["number"]
    status = {row["status"]: row["number"] for row in store.read(_ATTENDANCE)}
    known = status.get("present", 0) + status.get("absent", 0)
    return Quality(
        stated=basis["stated"],
        inferred=basis["inferred"],
        known=known,
        unknown=sum(status.values()) - known,
        unread=sum(row.unread for row in list_documents(store)),
    )


def list_choices(store: Store, label: str) -> list[Choice]:
    """All entities of a label in Swedish order. `label` is one of ours, never a user's word."""
    rows = store.read(_CHOICES.format(label=label))
    choices = [Choice(row["id"], row["name"] or row["id"], row["abbreviation"] or row["name"] or row["id"]) for row in rows]
    return sorted(choices, key=lambda one: swedish_key(one.name))


def list_documents(store: Store) -> list[DocumentRow]:
    """Latest first; the undated last."""
    rows = [
        DocumentRow(
            id=row["id"],
            file=row["file"] or row["id"],
            name=row["title"] or row["name"] or row["file"] or row["id"],
            kind=row["kind"] or "other",
            date=row["date"] if isinstance(row["date"], dt.date) else None,
            pages=row["pages"],
            unread=row["unread"] or 0,
        )
        for row in store.read(_DOCUMENTS)
    ]
    return sorted(rows, key=_latest_first)


def _latest_first(row: DocumentRow) -> tuple[bool, int, Sequence[str]]:
    return row.date is None, -(row.date or dt.date.max).toordinal(), swedish_key(row.name)
