"""From ledgers to entities: the whole of resolution in one pure function."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.lexicon import Lexicon
from graph.resolution.agendas import find_places
from graph.resolution.bodies import Bodies
from graph.resolution.judging import Judgements
from graph.resolution.ledger import Ledger
from graph.resolution.model import Judgement, Link, Resolution
from graph.resolution.people import resolve_people
from graph.resolution.subjects import resolve_reports, resolve_topics


def resolve(ledgers: Iterable[Ledger], lexicon: Lexicon, judgements: Iterable[Judgement] = ()) -> Resolution:
    """What every mention of the documents means. The same set of ledgers gives the same resolution in any order.

    Of judgements the order matters: where two cannot both hold, the later one counts. What an entity would be called without them
    is kept as its `formerIds`.
    """
    ordered = sorted(ledgers, key=lambda ledger: ledger.document)
    judged = Judgements(judgements)
    resolution = _resolve(ordered, lexicon, judged)
    return _with_former_ids(resolution, _resolve(ordered, lexicon, Judgements(()))) if judged else resolution


def _resolve(ordered: Sequence[Ledger], lexicon: Lexicon, judged: Judgements) -> Resolution:
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
    merged = (*people.merged, *bodies.merged, *topics.merged, *reports.merged)
    units = {**bodies.units, **topics.units, **reports.units, **people.units}
    return Resolution(entities, links, doubtful, bodies.captions, merged, units, find_places(ordered, links))


def _with_former_ids(resolution: Resolution, before: Resolution) -> Resolution:
    """The resolution with the ids on each entity that its units have without judgements and that nothing has any longer."""
    gone: dict[str, Counter[str]] = defaultdict(Counter)
    for place, unit in before.units.items():
        after = resolution.units.get(place)
        if after is not None and unit.entity not in resolution.entities and after.entity in resolution.entities:
            gone[unit.entity][after.entity] += unit.weight
    former: dict[str, list[str]] = defaultdict(list)
    for old, heirs in sorted(gone.items()):
        former[min(heirs, key=lambda id_: (-heirs[id_], id_))].append(old)
    entities = dict(resolution.entities)
    for id_, ids in former.items():
        entities[id_] = replace(entities[id_], properties={**entities[id_].properties, "formerIds": ids})
    return replace(resolution, entities=entities)
