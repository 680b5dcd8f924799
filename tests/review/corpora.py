"""Documents in which each kind of thing has two names that may be one, and people who were put together without certainty."""

from __future__ import annotations

import datetime as dt
from typing import Any

from graph.judgements import Kind, Said, load_entries
from graph.load import Incoming, settle
from graph.meta import Meta
from graph.stores import Store
from ingest import review
from ingest.review import Judged, Waiting
from tests.graph.factories import LEXICON_TEXT, Minutes, dump, lexicon

META = Meta(lexicon=(("test.yaml", LEXICON_TEXT),), reader_version="test")
NOW = dt.datetime(2026, 2, 3, 9, 12, 44, tzinfo=dt.UTC)


def corpus() -> list[Incoming]:
    first = Minutes("SAM", "2024-03-01").person("Brita Vretholm", "Almby").person("Nils Kvarnander", "Björkö", "ordförande")
    first.item("1", "Hemsjukvård", topics=["Hemsjukvård"], reports=["Delrapport hemsjukvård"])
    first.item("2", "Anhörigstöd", topics=["Anhörigstöd"], presenters=[("Siv Torparp", "utredare", "Stödenheten")])
    second = Minutes("SAM", "2024-05-10").person("Brita Vretholn", "Björkö").person("Nils Kvarnandr", "Björkö", "ordförande")
    second.item("1", "Samordnad hemsjukvård", topics=["Samordnad hemsjukvård"])
    second.item("2", "Demensvård", topics=["Demensvård"], presenters=[("Siv Torparp", "utredare", "Stödenheten för anhöriga")])
    third = Minutes("Närvårdsrådet", "2024-04-02").person("Olof Tallgren", "Almby")
    third.item("1", "Hemsjukvård", topics=["Hemsjukvård"], reports=["Fördjupad delrapport hemsjukvård"])
    fourth = Minutes("Gemensamma närvårdsrådet", "2024-09-03").person("Olof Tallgren", "Almby")
    fourth.item(
        "1", "Tillsyn", topics=["Tillsyn"], decisions=[("recommend", "att rekommendera kommunerna att pröva", ["kommunerna"])]
    )
    fifth = Minutes("Samverkansrodet", "2024-10-01").person("Eva Grönvik", "Almby")
    fifth.item("1", "Anhörigstöd", topics=["Anhörigstöd"])
    return [m.build() for m in (first, second, third, fourth, fifth)]


def fill(store: Store, documents: list[Incoming] | None = None) -> None:
    settle(store, lexicon(), incoming=documents if documents is not None else corpus(), meta=META)
    store.checkpoint()


def graph(store: Store) -> tuple[list[Any], list[Any]]:
    """The whole graph without the judgements, which Neo4j holds as nodes of their own."""
    nodes, edges = dump(store)
    return [node for node in nodes if "Judgement" not in node[0]], edges


def queue(store: Store, *, merged: bool = False) -> tuple[Waiting, ...]:
    return review.read_queue(store, load_entries(store), merged=merged)


def pair_of(store: Store, kind: Kind, *, merged: bool = False) -> Waiting:
    """The pair of one kind; there is one only."""
    (found,) = [waiting for waiting in queue(store, merged=merged) if waiting.kind is kind]
    return found


def say(store: Store, said: Said, waiting: Waiting, reason: str | None = None, author: str = "Eva") -> Judged:
    question = review.describe(store, waiting)
    left, right = (review.side_of(side.unit, side.body) for side in (question.left, question.right))
    return review.judge(store, said, waiting.kind, left, right, author=author, now=NOW, reason=reason)
