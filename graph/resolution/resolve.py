"""From ledgers to entities: the whole of resolution in one pure function."""

from __future__ import annotations

from collections.abc import Iterable

from graph.lexicon import Lexicon
from graph.resolution.bodies import Bodies
from graph.resolution.judging import Judgements
from graph.resolution.ledger import Ledger
from graph.resolution.model import Judgement, Link, Resolution
from graph.resolution.people import resolve_people
from graph.resolution.subjects import resolve_reports, resolve_topics


def resolve(ledgers: Iterable[Ledger], lexicon: Lexicon, judgements: Iterable[Judgement] = ()) -> Resolution:
    """What every mention of the documents means. The same set of ledgers gives the same resolution in any order."""
    ordered = sorted(ledgers, key=lambda ledger: ledger.document)
    judged = Judgements(judgements)
    bodies = Bodies(ordered, lexicon, judged)
    topics = resolve_topics(ordered, bodies.introduced, lexicon, judged)
    reports = resolve_reports(ordered, lexicon, judged)
    people = resolve_people(ordered, bodies, judged)
    links: dict[str, dict[str, tuple[Link, ...]]] = {ledger.document: {} for ledger in ordered}
    for part in (bodies.links, topics.links, reports.links, people.links):
        for document, refs in part.items():
            links[document].update(refs)
    entities = {**bodies.entities, **topics.entities, **reports.entities, **people.entities}
    doubtful = (*people.doubtful, *bodies.doubtful, *topics.doubtful, *reports.doubtful)
    return Resolution(entities, links, doubtful, bodies.captions)
