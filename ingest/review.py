"""Who is who, asked of a person: the queue of pairs, each with what speaks for and against, and judgements put into effect.

    resolution (doubtful, merged) -> kept on the store when it is settled -> read_queue -> describe -> a person -> judge -> settle

A judgement is kept first and then put into effect; should the second fail, the next ingest does it.
"""

from __future__ import annotations

import datetime as dt
import getpass
import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from graph.asked import Asked, read_asked
from graph.errors import InputError
from graph.judgements import (
    MAX_AUTHOR,
    MAX_REASON,
    Entry,
    Kind,
    Said,
    Side,
    in_force,
    judgements_of,
    keep_entries,
    kind_of,
    load_entries,
    merge_entries,
)
from graph.judgements import judge as new_judgement
from graph.judgements import undo as new_undoing
from graph.lexicon import load_lexicon
from graph.load import Settled, settle
from graph.meta import read_meta
from graph.names import fold, squash
from graph.resolution.ledger import Ledger
from graph.resolution.model import Resolution, UnitSeen
from graph.resolution.resolve import resolve
from graph.schema import Label
from graph.stores.store import Row, Store

PASSAGES_SHOWN: Final = 3
_DOCUMENTS_KEPT: Final = 5


@dataclass(frozen=True, slots=True)
class Waiting:
    """A pair in the queue. `key` is short and the same as long as the pair is; `facts` is how many relationships hang on it;
    `postponed` when somebody said later."""

    key: str
    kind: Kind
    asked: Asked
    facts: int
    postponed: bool

    @property
    def merged(self) -> bool:
        return self.asked.merged


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in which a spelling stands. `start` and `end` are offsets in the document's text."""

    document: str
    file: str
    page: int | None
    section: str | None
    words: str
    start: int
    end: int
    mention: str
    date: dt.date | None


@dataclass(frozen=True, slots=True)
class SideShown:
    """One of the two, with what is known of it. `first` and `last` are the days between which it is seen."""

    entity: str
    name: str
    unit: UnitSeen
    body: str | None
    passages: tuple[Passage, ...]

    @property
    def spelling(self) -> str:
        return self.unit.spelling


@dataclass(frozen=True, slots=True)
class Point:
    """What speaks for or against: a reason, and the values that its words need. `together` is no rule's: both at one meeting."""

    reason: str
    favours: bool
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """A pair as it is put to a person."""

    waiting: Waiting
    left: SideShown
    right: SideShown
    points: tuple[Point, ...]

    @property
    def in_favour(self) -> tuple[Point, ...]:
        return tuple(point for point in self.points if point.favours)

    @property
    def against(self) -> tuple[Point, ...]:
        return tuple(point for point in self.points if not point.favours)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """An entry with its place in the history, counted from 1; `undone` when it is not in force any longer."""

    number: int
    entry: Entry
    undone: bool
    target: int | None
    """Of an undoing, the number of what it took back."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of a judgement: the entry, how many documents were built again, and the entities that the two are now."""

    entry: Entry
    rebuilt: int
    left: str | None = None
    right: str | None = None


class NotFoundError(InputError):
    """What was to be judged is not there."""


def choose_author(given: str | None, environ: Mapping[str, str]) -> str:
    """Who judges: as given, else `ARENDEGANG_AUTHOR`, else the user of this machine. Raises InputError when nobody is known."""
    name = squash(given or environ.get("ARENDEGANG_AUTHOR") or "")
    if not name:
        try:
            name = squash(getpass.getuser())
        except (OSError, KeyError, ImportError) as error:
            raise InputError("Det går inte att se vem som bedömer.", "Ange --author eller ARENDEGANG_AUTHOR.") from error
    return name[:MAX_AUTHOR]


def clean_reason(text: str | None) -> str | None:
    return squash(text or "")[:MAX_REASON] or None


# --- the queue -----------------------------------------------------------------------------------------------------------


def read_queue(store: Store, entries: Iterable[Entry], *, merged: bool = False) -> tuple[Waiting, ...]:
    """The pairs to be judged, most consequential first, those put off last.

    With `merged`, instead the pairs that rules put together without being certain, least certain first.
    """
    said = {entry.pair: entry.judged for entry in in_force(entries)}
    asked = [one for one in read_asked(store) if one.merged is merged]
    facts = _facts(store, asked)
    waiting = []
    for one in asked:
        kind = kind_of(one.label)
        first, second = sorted((one.left.key, one.right.key))
        verdict = said.get((kind.value, first, second))
        if verdict in (Said.SAME, Said.DIFFERENT):
            continue
        hang = one.weight if merged else min(facts.get(one.left.entity, 0), facts.get(one.right.entity, 0))
        waiting.append(Waiting(pair_key(kind, one), kind, one, hang, verdict is Said.LATER))
    waiting.sort(key=lambda w: (w.postponed, w.asked.score if merged else 0, -w.facts, -w.asked.weight, -w.asked.score, w.key))
    return tuple(waiting)


def pair_key(kind: Kind, asked: Asked) -> str:
    """A short name of a pair, whichever side comes first."""
    text = "\n".join([kind.value, *sorted((asked.left.key, asked.right.key))])
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _facts(store: Store, asked: Sequence[Asked]) -> dict[str, int]:
    """Entity id -> how many relationships it has that state something."""
    by_label: dict[Label, set[str]] = defaultdict(set)
    for one in asked:
        by_label[one.label] |= {one.left.entity, one.right.entity}
    found: dict[str, int] = {}
    for label, ids in by_label.items():
        rows = store.read(
            f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) "
            "RETURN id, COUNT { (n)--() } AS whole, COUNT { (n)<-[:REFERS_TO]-(:Mention) } AS mentions",
            {"ids": sorted(ids)},
        )
        found |= {row["id"]: row["whole"] - row["mentions"] for row in rows}
    return found


# --- one pair ------------------------------------------------------------------------------------------------------------


def describe(store: Store, waiting: Waiting) -> Question:
    """A pair with its passages and with what speaks for and against."""
    asked = waiting.asked
    names = _names(store, asked)
    left, right = (_side(store, asked.label, unit, names) for unit in (asked.left, asked.right))
    values = {
        "body": left.body or right.body or "",
        "role": ", ".join(role for role in left.unit.roles if fold(role) in {fold(other) for other in right.unit.roles}),
        "left": left.spelling,
        "right": right.spelling,
        "leftBody": left.body or "",
        "rightBody": right.body or "",
        "leftRole": ", ".join(left.unit.roles),
        "rightRole": ", ".join(right.unit.roles),
        "leftDates": _span_of_days(left.unit),
        "rightDates": _span_of_days(right.unit),
    }
    points = [Point(reason, True, values) for reason in asked.reasons_for]
    points += [Point(reason, False, values) for reason in asked.reasons_against]
    meetings = _meetings_of_both(store, asked) if asked.label is Label.OFFICIAL and not waiting.merged else []
    if meetings:
        points.append(Point("together", False, {**values, "meetings": ", ".join(meetings)}))
    return Question(waiting, left, right, tuple(points))


def _names(store: Store, asked: Asked) -> dict[str, str]:
    found: dict[str, str] = {}
    wanted = {asked.label: {asked.left.entity, asked.right.entity}}
    for body in (asked.left.body, asked.right.body):
        label = _BODIES.get(body.partition(":")[0]) if body else None
        if label:
            wanted.setdefault(label, set()).add(body)
    for label, ids in wanted.items():
        rows = store.read(f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN id, n.name AS name", {"ids": sorted(ids)})
        found |= {row["id"]: row["name"] for row in rows}
    return found


_BODIES: Final = {
    "forum": Label.FORUM,
    "organisation": Label.ORGANISATION,
    "municipality": Label.MUNICIPALITY,
}


def _side(store: Store, label: Label, unit: UnitSeen, names: Mapping[str, str]) -> SideShown:
    return SideShown(
        entity=unit.entity,
        name=names.get(unit.entity, unit.spelling),
        unit=unit,
        body=names.get(unit.body) if unit.body else None,
        passages=_passages(store, label, unit),
    )


def _passages(store: Store, label: Label, unit: UnitSeen) -> tuple[Passage, ...]:
    rows: list[Row] = store.read(
        f"MATCH (e:{label} {{id: $id}})<-[:REFERS_TO]-(m:Mention)-[:MENTIONED_IN]->(p:Passage)-[:PASSAGE_OF]->(d:Document) "
        "WHERE size($documents) = 0 OR d.id IN $documents "
        "RETURN DISTINCT m.text AS mention, p.id AS id, p.text AS words, p.page AS page, p.section AS section, p.start AS start, "
        "p.`end` AS `end`, d.id AS document, d.file AS file, d.pages AS pages, d.date AS date ORDER BY document, start, id LIMIT 400",
        {"id": unit.entity, "documents": list(unit.documents)},
    )
    spellings = {fold(text) for text in unit.spellings}
    fitting = [row for row in rows if fold(row["mention"] or "") in spellings] or rows
    found: dict[str, Passage] = {}
    for row in fitting:
        found.setdefault(
            row["id"],
            Passage(
                row["document"],
                row["file"],
                row["page"] if row["pages"] else None,
                row["section"],
                row["words"],
                row["start"],
                row["end"],
                row["mention"],
                row["date"],
            ),
        )
    return _spread(found.values())


def _spread(passages: Collection[Passage]) -> tuple[Passage, ...]:
    """A few, from different documents first."""
    seen: dict[str, int] = defaultdict(int)
    ranked: list[tuple[int, int, Passage]] = []
    for passage in passages:
        ranked.append((seen[passage.document], len(ranked), passage))
        seen[passage.document] += 1
    return tuple(passage for _, _, passage in sorted(ranked, key=lambda r: r[:2])[:PASSAGES_SHOWN])


def _meetings_of_both(store: Store, asked: Asked) -> list[str]:
    rows = store.read(
        "MATCH (a:Official {id: $left})-[:ATTENDANCE]->(m:Meeting)<-[:ATTENDANCE]-(b:Official {id: $right}) RETURN DISTINCT m.name AS name "
        "UNION MATCH (a:Official {id: $left})-[:ATTENDANCE]->(m:Meeting)<-[:ON_AGENDA_OF]-(:AgendaItem)<-[:PRESENTED]-"
        "(b:Official {id: $right}) RETURN DISTINCT m.name AS name "
        "UNION MATCH (a:Official {id: $left})-[:PRESENTED]->(:AgendaItem)-[:ON_AGENDA_OF]->(m:Meeting)<-[:ATTENDANCE]-"
        "(b:Official {id: $right}) RETURN DISTINCT m.name AS name",
        {"left": asked.left.entity, "right": asked.right.entity},
    )
    return sorted({row["name"] for row in rows})[:3]


def _span_of_days(unit: UnitSeen) -> str:
    if unit.first is None or unit.last is None:
        return ""
    return unit.first.isoformat() if unit.first == unit.last else f"{unit.first.isoformat()} – {unit.last.isoformat()}"


# --- judging -------------------------------------------------------------------------------------------------------------


def side_of(unit: UnitSeen, body: str | None = None) -> Side:
    """What a judgement keeps of one of the two."""
    return Side(
        spelling=unit.spelling,
        unit=unit.key,
        entity=unit.entity,
        body=body or unit.body or None,
        documents=unit.documents[:_DOCUMENTS_KEPT],
    )


def judge(
    store: Store,
    said: Said,
    kind: Kind,
    left: Side,
    right: Side,
    *,
    author: str,
    now: dt.datetime,
    reason: str | None = None,
) -> Judged:
    """Keep a judgement and put it into effect. The store must be open for writing. Raises JudgementError, StoreError."""
    entries = load_entries(store)
    entry = new_judgement(said, kind, left, right, author=author, now=now, reason=clean_reason(reason), after=entries)
    whole = keep_entries(store, [entry])
    if said is Said.LATER:
        return Judged(entry, 0)
    settled = put_into_effect(store, whole)
    units = settled.resolution.units
    ours, theirs = (found.entity if (found := units.get((kind.label, side.unit))) else None for side in (left, right))
    return Judged(entry, settled.rebuilt, ours, theirs)


def undo(store: Store, number: int, *, author: str, now: dt.datetime, reason: str | None = None) -> Judged:
    """Take back the entry with this number in the history. Raises NotFoundError when there is none, or it is undone already."""
    entries = load_entries(store)
    line = next((line for line in history(entries) if line.number == number), None)
    if line is None:
        raise NotFoundError(f"Bedömning {number} finns inte.", "Se numren med arendegang review history.")
    if line.undone:
        raise NotFoundError(f"Bedömning {number} är redan tagen tillbaka.", "Se arendegang review history.")
    entry = new_undoing(line.entry, author=author, now=now, reason=clean_reason(reason), after=entries)
    whole = keep_entries(store, [entry])
    return Judged(entry, put_into_effect(store, whole).rebuilt)


def take_in(store: Store, entries: Iterable[Entry]) -> tuple[int, int]:
    """Add the entries of another history. Gives how many were new and how many documents were built again."""
    known = {entry.id for entry in load_entries(store)}
    new = [entry for entry in merge_entries(load_entries(store), entries) if entry.id not in known]
    if not new:
        return 0, 0
    return len(new), put_into_effect(store, keep_entries(store, new)).rebuilt


def put_into_effect(store: Store, entries: Iterable[Entry]) -> Settled:
    """Bring the store to what the entries in force say; only documents that this concerns are built again."""
    meta = read_meta(store)
    settled = settle(store, load_lexicon(meta.lexicon), judgements=judgements_of(entries), meta=meta)
    store.checkpoint()
    return settled


def history(entries: Iterable[Entry]) -> tuple[HistoryLine, ...]:
    """All entries, oldest first, numbered from 1."""
    ordered = sorted(entries, key=lambda entry: entry.order)
    standing: set[str] = set()
    undone: set[str] = set()
    for entry in reversed(ordered):
        if entry.id in undone:
            continue
        standing.add(entry.id)
        if entry.undoes:
            undone.add(entry.undoes)
    numbers = {entry.id: number for number, entry in enumerate(ordered, start=1)}
    return tuple(
        HistoryLine(numbers[entry.id], entry, entry.id not in standing, numbers.get(entry.undoes or "")) for entry in ordered
    )


# --- by id or spelling -----------------------------------------------------------------------------------------------------


def find_sides(store: Store, left: str, right: str) -> tuple[Kind, Side, Side]:
    """What a person means by two ids or spellings: two entities of one kind, or two spellings of one entity.

    An id stands for its most seen spelling; a spelling for the unit that has it. Raises NotFoundError.
    """
    entries = load_entries(store)
    meta = read_meta(store)
    rows = store.read("MATCH (d:Document) RETURN d.ledger AS ledger")
    resolution = resolve([Ledger.from_json(row["ledger"]) for row in rows], load_lexicon(meta.lexicon), judgements_of(entries))
    ours = _units_meant(resolution, left)
    theirs = [unit for unit in _units_meant(resolution, right) if any(unit.label is other.label for other in ours)]
    ours = [unit for unit in ours if any(unit.label is other.label for other in theirs)]
    if not ours or not theirs:
        raise NotFoundError(f"{left} och {right} är inte av samma slag.", "Ange två av samma slag: två personer, två forum …")
    pairs = [(a, b) for a in ours for b in theirs if a.label is b.label and a.key != b.key]
    if not pairs:
        raise NotFoundError(f"{left} och {right} är samma stavning.", "Ange två olika id eller stavningar.")
    a, b = max(pairs, key=lambda pair: (pair[0].weight + pair[1].weight, pair[0].key, pair[1].key))
    return kind_of(a.label), _side_seen(a, resolution), _side_seen(b, resolution)


def _units_meant(resolution: Resolution, text: str) -> list[UnitSeen]:
    entity = resolution.entities.get(text)
    former = [e for e in resolution.entities.values() if text in e.properties.get("formerIds", ())]
    if entity is None and former:
        entity = former[0]
    if entity is not None:
        own = [resolution.units[entity.label, key] for key in entity.units if (entity.label, key) in resolution.units]
        if not own:
            raise NotFoundError(
                f"{text} går inte att bedöma.", "Ange en person, ett forum, en organisation, ett ärende eller en rapport."
            )
        return [max(own, key=lambda unit: (unit.weight, unit.key))]
    if ":" in text and text.partition(":")[0] in _PREFIXES:
        raise NotFoundError(f"Inget har id {text}.", "Sök på namnet för att se dess id.")
    key = fold(text)
    found = [unit for unit in resolution.units.values() if key in {fold(spelling) for spelling in unit.spellings}]
    if not found:
        raise NotFoundError(
            f"Ingen stavning ”{text}” finns i lagret.", "Ange ett id, eller stavningen som den står i dokumentet."
        )
    return found


_PREFIXES: Final = frozenset(
    {"official", "forum", "organisation", "municipality", "topic", "report", "meeting", "item", "decision"}
)


def _side_seen(unit: UnitSeen, resolution: Resolution) -> Side:
    body = resolution.entities.get(unit.body)
    return Side(
        spelling=unit.spelling,
        unit=unit.key,
        entity=unit.entity,
        body=body.name if body else None,
        documents=unit.documents[:_DOCUMENTS_KEPT],
    )
