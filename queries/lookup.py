"""Finding what a person means: entities by name, abbreviation, alias or id, without regard to case or lost accents.

`find(store, text, kind)` gives the one entity that fits, and otherwise says which several fit or which are near.
`search(store, text)` is for a search box: everything that fits, best first.

Both work in tiers, and the first tier that has anything decides:

1. the id itself, or a name, abbreviation or alias that folds to the same (`graph.names.fold`),
2. the same without spaces, or with a genitive s ("länschefs nätverket", "Välfärdsrådets"),
3. all its words among the words of a name ("Berglund", "nära vård").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from graph.errors import InputError
from graph.names import fold
from graph.schema import Label
from graph.stores.store import Row, Store
from queries.catalogue import AnswerModel, ParameterKind
from queries.moved import moved
from queries.sorting import swedish_key

LABELS: Mapping[ParameterKind, tuple[Label, ...]] = {
    ParameterKind.FORUM: (Label.FORUM,),
    ParameterKind.TOPIC: (Label.TOPIC,),
    ParameterKind.OFFICIAL: (Label.OFFICIAL,),
    ParameterKind.MUNICIPALITY: (Label.MUNICIPALITY,),
    ParameterKind.BODY: (Label.FORUM, Label.ORGANISATION, Label.MUNICIPALITY),
    ParameterKind.ACTOR: (Label.FORUM, Label.ORGANISATION, Label.MUNICIPALITY, Label.OFFICIAL),
}
"""Which labels a parameter of each kind may name. The other kinds (date, text, choice) name no entity."""

ENTITY_LABELS = (Label.FORUM, Label.MUNICIPALITY, Label.ORGANISATION, Label.OFFICIAL, Label.TOPIC, Label.REPORT)
"""The labels whose nodes carry `keys`, the folded names they go by."""

_NOUNS = {
    ParameterKind.FORUM: ("forum", "forum", "forum"),
    ParameterKind.TOPIC: ("ärende", "topic", "ärenden"),
    ParameterKind.OFFICIAL: ("person", "person", "personer"),
    ParameterKind.MUNICIPALITY: ("kommun", "municipality", "kommuner"),
    ParameterKind.BODY: ("forum, organisation eller kommun", "forum, organisation or municipality", "sådana"),
    ParameterKind.ACTOR: ("forum, organisation, kommun eller person", "forum, organisation, municipality or person", "sådana"),
}
_MAX_SUGGESTIONS = 3
_MIN_SCORE = 55.0
"""Below this a name is so far off that naming it would only confuse."""
_MAX_LISTED = 12
"""Of so few, all are named when none is near: then a wrong guess shows what there is to choose from."""
_MAX_TEXT = 120


@dataclass(frozen=True, slots=True)
class Found:
    """An entity that a text names. `hint` tells it from others of that name (its organisation or region), None if nothing does."""

    id: str
    label: Label
    name: str
    short: str
    hint: str | None = None

    def __str__(self) -> str:
        hint = f", {self.hint}" if self.hint else ""
        return f"{self.name}{hint} ({self.id})"


class LookupFailedError(InputError):
    """A name that does not lead to one entity."""

    def __init__(self, swedish: tuple[str, str], english: tuple[str, str]) -> None:
        super().__init__(*swedish, message_en=english[0], remedy_en=english[1])


class AmbiguousNameError(LookupFailedError):
    """Several entities fit. `candidates` are all of them, in Swedish order; name one by its id to choose it."""

    def __init__(self, kind: ParameterKind, text: str, candidates: Sequence[Found]) -> None:
        self.kind, self.text, self.candidates = kind, text, tuple(candidates)
        which = "; ".join(str(found) for found in candidates[:10])
        more = len(candidates) - 10
        super().__init__(
            (
                f"”{text}” kan vara flera: {which}{f' och {more} till' if more > 0 else ''}.",
                f"Ange hela namnet eller id, till exempel {candidates[0].id}.",
            ),
            (
                f"“{text}” may be several: {which}{f' and {more} more' if more > 0 else ''}.",
                f"Give the whole name or the id, for instance {candidates[0].id}.",
            ),
        )


class UnknownNameError(LookupFailedError):
    """Nothing fits. `suggestions` are the nearest names, best first; empty when the store has nothing near. `listed` are all there
    are, where they are few: then they are named instead."""

    def __init__(
        self, kind: ParameterKind, text: str, suggestions: Sequence[Found], *, empty: bool, listed: Sequence[Found] = ()
    ) -> None:
        self.kind, self.text, self.suggestions = kind, text, tuple(suggestions)
        noun, noun_en, plural = _NOUNS[kind]
        nearest = _listing(suggestions)
        if suggestions:
            remedy, remedy_en = f"Närmast: {nearest}.", f"Nearest: {nearest}."
        elif empty:
            remedy = f"Lagret har inga {plural} ännu: läs in dokument med arendegang ingest."
            remedy_en = "The store has none yet: read documents with arendegang ingest."
        elif listed:
            remedy, remedy_en = f"Det finns: {_listing(listed)}.", f"There are: {_listing(listed)}."
        else:
            remedy, remedy_en = "Inget namn i lagret ligger nära.", "No name in the store is near."
        super().__init__((f"Hittar ingen träff på ”{text}” ({noun}).", remedy), (f"No {noun_en} is called “{text}”.", remedy_en))


def _listing(entities: Sequence[Found]) -> str:
    return ", ".join(found.name if found.short == found.name else f"{found.short} ({found.name})" for found in entities)


class Hit(AnswerModel):
    """One line of a search result. `detail` says where it belongs: a meeting's forum, an item's meeting, a person's body."""

    id: str
    label: str
    name: str
    detail: str | None = None
    date: dt.date | None = None


def find(store: Store, text: str, kind: ParameterKind) -> Found:
    """The one entity of this kind that `text` names. Raises AmbiguousNameError or UnknownNameError."""
    labels = LABELS[kind]
    text = text.strip()[:_MAX_TEXT]
    key = fold(text)
    exact = store.read(_EXACT.format(labels="|".join(labels)), {"key": key, "id": text})
    if exact:
        return _one(store, kind, text, [row for row in exact if row["id"] == text] or exact)
    known = store.read(_ALL.format(labels="|".join(labels)))
    current = moved(store, text) if ":" in text else None
    fitting = [row for row in known if row["id"] == current] or _near_exact(known, key) or _by_words(known, key)
    if fitting:
        return _one(store, kind, text, fitting)
    suggestions = [_found(row) for row in nearest(known, key)]
    listed = sorted(known, key=lambda row: swedish_key(row["name"])) if len(known) <= _MAX_LISTED else []
    raise UnknownNameError(kind, text, suggestions, empty=not known, listed=[_found(row) for row in listed])


def search(store: Store, text: str, limit: int = 20) -> list[Hit]:
    """Everything that `text` may mean, best first: entities of all labels, then meetings, then agenda items (newest first).

    Names are compared without case and accents; every word must occur. When nothing fits, the nearest names by spelling.
    An empty text gives an empty list.
    """
    words = fold(text[:_MAX_TEXT]).split()[:8]
    if not words:
        return []
    known = store.read(_ALL.format(labels="|".join(ENTITY_LABELS)))
    key = " ".join(words)
    ranked = sorted(
        ((rank, row) for row in known if (rank := _rank(row, key, words)) is not None),
        key=lambda pair: (pair[0], _LABEL_ORDER[pair[1]["label"]], swedish_key(pair[1]["name"] or "")),
    )
    hits = [_entity_hit(row) for _, row in ranked[:limit]]
    pattern = "(?is).*" + ".*".join("".join(_LETTERS.get(letter, letter) for letter in word) for word in words) + ".*"
    for statement in (_MEETINGS, _ITEMS):
        if len(hits) < limit:
            hits += [Hit(**row) for row in store.read(statement, {"pattern": pattern, "limit": limit - len(hits)})]
    return hits or [_entity_hit(row) for row in nearest(known, key)[:limit]]


def nearest(known: Sequence[Row], key: str, limit: int = _MAX_SUGGESTIONS) -> list[Row]:
    """The rows (with `id` and `keys`) whose names are nearest to a folded text, best first, each once."""
    names = [(name, row) for row in known for name in row["keys"] or ()]
    scored = process.extract(key, [name for name, _ in names], scorer=fuzz.WRatio, limit=limit * 8, score_cutoff=_MIN_SCORE)
    # WRatio rates any piece of a long name highly; plain likeness decides among the best.
    scored.sort(key=lambda hit: (-fuzz.ratio(key, hit[0]), -hit[1], hit[0]))
    best: dict[str, Row] = {}
    for _, _, place in scored:
        best.setdefault(names[place][1]["id"], names[place][1])
    return list(best.values())[:limit]


_COLUMNS = """RETURN DISTINCT n.id AS id, labels(n)[0] AS label, n.name AS name, n.abbreviation AS abbreviation, n.keys AS keys,
       n.organisation AS organisation, n.region AS region"""
_EXACT = "MATCH (n:{labels})\nWHERE $key IN n.keys OR n.id = $id\n" + _COLUMNS
_ALL = "MATCH (n:{labels})\n" + _COLUMNS
_REPRESENTED = """
MATCH (o:Official)-[:REPRESENTS]->(b)
WHERE o.id IN $ids
RETURN DISTINCT o.id AS id, b.name AS body
"""
_MEETINGS = """
MATCH (m:Meeting)-[:MEETING_OF]->(f:Forum)
WHERE m.name =~ $pattern OR f.name + ' ' + toString(m.date) =~ $pattern
RETURN DISTINCT m.id AS id, 'Meeting' AS label, m.name AS name, f.name AS detail, m.date AS date
ORDER BY date DESC, id
LIMIT $limit
"""
_ITEMS = """
MATCH (i:AgendaItem)
WHERE i.name =~ $pattern
MATCH (i)-[:ON_AGENDA_OF]->(m:Meeting)
RETURN DISTINCT i.id AS id, 'AgendaItem' AS label, i.name AS name, m.name AS detail, m.date AS date
ORDER BY date DESC, id
LIMIT $limit
"""
_LETTERS = {"a": "[aåäàáâãæ]", "o": "[oöøòóôõ]", "e": "[eéèêë]", "u": "[uüùúû]", "c": "[cç]", "n": "[nñ]", "i": "[iíìîï]"}
"""Letters whose accents the comparison overlooks; a folded word has nothing else that means something in a pattern."""
_LABEL_ORDER = {
    Label.TOPIC: 0,
    Label.FORUM: 1,
    Label.OFFICIAL: 2,
    Label.MUNICIPALITY: 3,
    Label.ORGANISATION: 4,
    Label.REPORT: 5,
}


def _one(store: Store, kind: ParameterKind, text: str, rows: Sequence[Row]) -> Found:
    if len(rows) == 1:
        return _found(rows[0])
    ids = [row["id"] for row in rows]
    represented: dict[str, list[str]] = {}
    for row in store.read(_REPRESENTED, {"ids": ids}) if kind is ParameterKind.OFFICIAL else ():
        represented.setdefault(row["id"], []).append(row["body"])
    candidates = [_found(row, ", ".join(sorted(represented.get(row["id"], ()), key=swedish_key)) or None) for row in rows]
    raise AmbiguousNameError(kind, text, sorted(candidates, key=lambda found: (swedish_key(found.name), found.id)))


def _found(row: Row, hint: str | None = None) -> Found:
    name = row["name"] or row["id"]
    label = Label(row["label"])
    if hint is None and label is Label.FORUM:
        hint = row["organisation"] or row["region"]
    return Found(row["id"], label, name, row["abbreviation"] or name, hint)


def _near_exact(known: Iterable[Row], key: str) -> list[Row]:
    joined = key.replace(" ", "")
    forms = {joined, joined.removesuffix("s")} if len(joined) > 4 else {joined}
    return [row for row in known if forms & {name.replace(" ", "") for name in row["keys"] or ()}] if joined else []


def _by_words(known: Iterable[Row], key: str) -> list[Row]:
    words = set(key.split())
    return [row for row in known if any(words <= set(name.split()) for name in row["keys"] or ())] if words else []


def _rank(row: Row, key: str, words: Sequence[str]) -> int | None:
    """How well an entity fits: 0 exactly, 1 from the beginning, 2 at word beginnings, 3 somewhere; None not at all."""
    ranks = []
    for name in row["keys"] or ():
        if name == key:
            ranks.append(0)
        elif name.startswith(key):
            ranks.append(1)
        elif all(f" {word}" in f" {name}" for word in words):
            ranks.append(2)
        elif all(word in name for word in words):
            ranks.append(3)
    return min(ranks, default=None)


def _entity_hit(row: Row) -> Hit:
    detail = row["abbreviation"] if row["abbreviation"] != row["name"] else None
    return Hit(id=row["id"], label=row["label"], name=row["name"], detail=detail or row["organisation"] or row["region"])
