"""The chains of topics in a store (FOLLOWED_BY): read back, built by `graph.chains`, and brought up to date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from graph.chains import Hop, Sending, Step, build_chain
from graph.record import DocumentKind
from graph.schema import Label
from graph.statements import chunks, run_each
from graph.stores.store import Transaction

_SENDING: Final = "RECOMMENDS|ASSIGNS|PETITIONS|REFERRED_TO|REPORTS_BACK_TO"


def write_chains(transaction: Transaction, topics: Sequence[str], kinds: Mapping[str, DocumentKind]) -> None:
    """FOLLOWED_BY of these topics as it should be: only what differs is deleted or created. `kinds` are those of the documents by
    their ids: minutes tell of an item before reports do."""
    steps = _steps(transaction, topics, kinds)
    items = sorted({step.item for of_topic in steps.values() for step in of_topic})
    sendings: dict[str, list[Sending]] = defaultdict(list)
    for sending in _sendings(transaction, items):
        sendings[sending.item].append(sending)
    wanted: set[Hop] = set()
    for topic in topics:
        said = [s for step in steps.get(topic, ()) for s in sendings.get(step.item, ())]
        wanted |= set(build_chain(topic, steps.get(topic, ()), set(said)))
    present = _hops(transaction, items, topics)
    gone = [{"earlier": h.earlier, "later": h.later, "topic": h.topic} for h in sorted(present - wanted, key=_hop_order)]
    for chunk in chunks(gone):
        transaction.run(
            "UNWIND $rows AS row MATCH (a:AgendaItem {id: row.earlier})-[r:FOLLOWED_BY]->(b:AgendaItem {id: row.later}) "
            "WHERE r.topic = row.topic DELETE r",
            {"rows": chunk},
        )
    fresh = [
        {
            "earlier": h.earlier,
            "later": h.later,
            "properties": {
                "topic": h.topic,
                "days": h.days,
                "basis": h.basis,
                "document": h.document,
                "passages": list(h.passages),
            },
        }
        for h in sorted(wanted - present, key=_hop_order)
    ]
    for chunk in chunks(fresh):
        transaction.run(
            "UNWIND $rows AS row MATCH (a:AgendaItem {id: row.earlier}) MATCH (b:AgendaItem {id: row.later}) "
            "CREATE (a)-[r:FOLLOWED_BY]->(b) SET r = row.properties",
            {"rows": chunk},
        )


def _steps(transaction: Transaction, topics: Sequence[str], kinds: Mapping[str, DocumentKind]) -> dict[str, list[Step]]:
    rows = run_each(
        transaction,
        "UNWIND $ids AS id MATCH (t:Topic {id: id})<-[c:CONCERNS]-(i:AgendaItem)-[:ON_AGENDA_OF]->(m:Meeting) "
        "RETURN t.id AS topic, i.id AS item, i.name AS title, i.position AS position, m.id AS meeting, m.date AS date, m.forum AS forum, "
        "c.document AS document, c.passages AS passages",
        topics,
    )
    steps: dict[str, list[Step]] = defaultdict(list)
    for row in rows:
        rank = 0 if kinds.get(row["document"]) is DocumentKind.MINUTES else 1
        step = Step(
            row["item"],
            row["position"] or 0,
            row["meeting"],
            row["forum"],
            row["date"],
            row["document"],
            rank,
            tuple(row["passages"]),
            row["title"] or "",
        )
        steps[row["topic"]].append(step)
    return steps


def _sendings(transaction: Transaction, items: Sequence[str]) -> Iterator[Sending]:
    returned = (
        "RETURN i.id AS item, labels(f) AS labels, f.id AS id, f.forum AS forum, f.date AS date, r.due AS due, "
        "r.passages AS passages, r.actorId AS actor"
    )
    for pattern, back in (
        (f"(i:AgendaItem {{id: id}})-[r:{_SENDING}]->(f)", False),
        (f"(i:AgendaItem {{id: id}})-[:LED_TO]->(:Decision)-[r:{_SENDING}]->(f)", False),
        ("(i:AgendaItem {id: id})-[r:RAISED_BY]->(f)", True),
    ):
        for row in run_each(transaction, f"UNWIND $ids AS id MATCH {pattern} {returned}", items):
            if Label.MEETING in row["labels"]:
                yield Sending(row["item"], row["forum"], row["date"], tuple(row["passages"]), back, row["actor"])
            elif Label.FORUM in row["labels"]:
                yield Sending(row["item"], row["id"], row["due"], tuple(row["passages"]), back, row["actor"])


def _hops(transaction: Transaction, items: Sequence[str], topics: Sequence[str]) -> set[Hop]:
    wanted = set(topics)
    rows = run_each(
        transaction,
        "UNWIND $ids AS id MATCH (a:AgendaItem {id: id})-[r:FOLLOWED_BY]->(b:AgendaItem) RETURN a.id AS earlier, b.id AS later, "
        "r.topic AS topic, r.days AS days, r.basis AS basis, r.document AS document, r.passages AS passages",
        items,
    )
    return {
        Hop(r["earlier"], r["later"], r["topic"], r["days"], r["basis"], r["document"], tuple(r["passages"]))
        for r in rows
        if r["topic"] in wanted
    }


def _hop_order(hop: Hop) -> tuple[str, str, str]:
    return hop.topic, hop.earlier, hop.later
