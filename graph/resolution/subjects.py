"""Topics and reports: what meetings are about, and what is laid before them."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from graph.identifiers import report_id, topic_id
from graph.lexicon import BodyKind, Lexicon
from graph.names import fold, slug, squash
from graph.resolution.clusters import Blocks, Groups
from graph.resolution.doubts import Candidate, doubtful_pairs
from graph.resolution.introductions import Introductions
from graph.resolution.judging import Judgements, Rulings
from graph.resolution.known import Refs, keys_of
from graph.resolution.ledger import Ledger, Sighting, SightingKind
from graph.resolution.model import CERTAIN, DecidedBy, DoubtfulPair, Entity, Link, Reason, UnitSeen, unit_key
from graph.resolution.slips import slip_score
from graph.resolution.spellings import Spellings
from graph.resolution.words import is_formality, plain
from graph.schema import Label


@dataclass(slots=True)
class _Unit:
    key: tuple[str, str]
    spellings: Spellings = field(default_factory=Spellings)
    weight: int = 0
    first: dt.date | None = None
    last: dt.date | None = None
    diary_number: str | None = None
    date: dt.date | None = None

    def see(self, text: str, document: str, date: dt.date | None) -> None:
        self.spellings.add(text, document, date)
        self.weight += 1
        if date is not None:
            self.first = date if self.first is None else min(self.first, date)
            self.last = date if self.last is None else max(self.last, date)


@dataclass
class Subjects:
    """The outcome for one label: links by document and ref, entities, and what was left open."""

    links: dict[str, Refs] = field(default_factory=lambda: defaultdict(dict))
    entities: dict[str, Entity] = field(default_factory=dict)
    doubtful: list[DoubtfulPair] = field(default_factory=list)
    merged: list[DoubtfulPair] = field(default_factory=list)
    units: dict[tuple[Label, str], UnitSeen] = field(default_factory=dict)


class _Merging:
    """Units of one label becoming entities: what somebody judged first, then what rules say, unless somebody said otherwise."""

    def __init__(self, label: Label, units: Sequence[_Unit], keys: Sequence[str], judgements: Judgements) -> None:
        self.groups = Groups(len(units))
        self._label, self._units, self._keys = label, units, keys
        self._documents = [unit.spellings.documents() for unit in units]
        self._rulings: Rulings = judgements.rulings(label, dict(zip(keys, self._documents, strict=True)))
        self._merged: list[Candidate] = []

    def merge(self, pairs: Sequence[tuple[int, int, float, tuple[Reason, ...]]]) -> dict[int, tuple[float, tuple[Reason, ...]]]:
        """Join the pairs in their order; by unit number, how sure it is that the unit belongs where it went, and why."""
        why: dict[int, tuple[float, tuple[Reason, ...]]] = {}
        for a, b in self._rulings.same:
            self.groups.union(a, b)
            why[self._minor(a, b)] = (1.0, (Reason.JUDGED,))
        for a, b, score, reasons in pairs:
            if self._rulings.forbid(self.groups, a, b) or self.groups.find(a) == self.groups.find(b):
                continue
            self.groups.union(a, b)
            why.setdefault(self._minor(a, b), (score, reasons))
            if score < CERTAIN:
                self._merged.append(Candidate(a, b, score, reasons, ()))
        for a, b in self._rulings.different:
            why.setdefault(self._minor(a, b), (1.0, (Reason.JUDGED,)))
        return why

    def _minor(self, a: int, b: int) -> int:
        return a if (self._units[a].weight, -a) < (self._units[b].weight, -b) else b

    def tell(self, out: Subjects, ids: Mapping[int, str], names: Sequence[str]) -> None:
        """The units, the merges that are not certain, and the pairs that are near."""
        for number, (unit, key) in enumerate(zip(self._units, self._keys, strict=True)):
            out.units[self._label, key] = UnitSeen(
                label=self._label,
                key=key,
                entity=ids[number],
                spelling=unit.spellings.best(),
                spellings=tuple(unit.spellings.all()),
                documents=tuple(sorted(self._documents[number])),
                weight=unit.weight,
                first=unit.first,
                last=unit.last,
            )
        near = [
            pair
            for pair in doubtful_pairs(names, self._documents)
            if self.groups.find(pair.a) != self.groups.find(pair.b) and not self._rulings.forbid(self.groups, pair.a, pair.b)
        ]
        out.doubtful += [self._pair(pair, ids) for pair in self._of_entities(near, ids)]
        out.merged += [self._pair(pair, ids) for pair in self._merged]

    def _of_entities(self, pairs: Sequence[Candidate], ids: Mapping[int, str]) -> list[Candidate]:
        """Of the pairs between two entities the nearest; of two reports of different years none."""
        kept: dict[frozenset[str], Candidate] = {}  # the first of them is the nearest
        for pair in pairs:
            years = {self._units[n].key[1] for n in (pair.a, pair.b)} if self._label is Label.REPORT else set()
            if len(years - {""}) < 2:
                kept.setdefault(frozenset((ids[pair.a], ids[pair.b])), pair)
        return list(kept.values())

    def _pair(self, pair: Candidate, ids: Mapping[int, str]) -> DoubtfulPair:
        a, b = pair.a, pair.b
        weight = min(self._units[a].weight, self._units[b].weight)
        score = round(pair.score, 3)
        return DoubtfulPair(self._label, ids[a], ids[b], self._keys[a], self._keys[b], score, pair.reasons, pair.against, weight)


# --- topics ------------------------------------------------------------------------------------------------------------


def resolve_topics(ledgers: Sequence[Ledger], introduced: Introductions, lexicon: Lexicon, judgements: Judgements) -> Subjects:
    """One topic for each matter: same plain name, a place after it dropped, an abbreviation and its long form, a slip."""
    places = _places(lexicon)
    sightings = [(ledger, s) for ledger in ledgers for s in ledger.sightings if s.kind is SightingKind.TOPIC]
    documents: dict[str, set[str]] = defaultdict(set)
    for ledger, s in sightings:
        documents[without_place(plain(s.text), places)].add(ledger.document)
    units: dict[tuple[str, str], _Unit] = {}
    seen: list[tuple[str, str, list[tuple[str, str]]]] = []
    for ledger, s in sightings:
        keys = []
        for text in _topics_named(s.text, places, documents):
            name = without_place(plain(text), places)
            if not name or _is_no_topic(text, lexicon):
                continue
            # A short form that documents define differently is told apart by what this one means with it.
            key = (name, "" if name in introduced.agreed else introduced.long(name, ledger.document) or "")
            unit = units.setdefault(key, _Unit(key))
            unit.see(text, ledger.document, _date(ledger, s))
            keys.append(key)
        if keys:
            seen.append((ledger.document, s.ref, keys))
    ordered = [units[key] for key in sorted(units)]
    numbers = {unit.key: i for i, unit in enumerate(ordered)}
    pairs = _topic_pairs(ordered, introduced)
    merging = _Merging(Label.TOPIC, ordered, [unit_key(unit.key) for unit in ordered], judgements)
    why = merging.merge([(a, b, score, (reason,)) for a, b, score, reason in pairs])
    out = Subjects()
    ids: dict[int, str] = {}
    for members in merging.groups.all():
        ids.update(dict.fromkeys(members, _add_topic(out, [ordered[m] for m in members], introduced)))
    merging.tell(out, ids, [unit.key[0] for unit in ordered])
    for document, ref, keys in seen:
        links: dict[str, Link] = {}
        for number in (numbers[key] for key in keys):
            score, reasons = why.get(number, (1.0, (Reason.SAME_NAME,)))
            links.setdefault(ids[number], Link(ids[number], score, _decided(reasons), reasons))
        out.links[document][ref] = tuple(links.values())
    return out


_AND: Final = re.compile(r"\s+(?:och|samt)\s+")


def _topics_named(text: str, places: frozenset[str], documents: Mapping[str, set[str]]) -> list[str]:
    """The topics of an item's name: both of "Trygg hemgång och anhörigstöd" where each comes up by itself in at least as many other
    documents as the two together; else the name as a whole. `documents` are those of each plain name."""
    whole = documents[without_place(plain(text), places)]
    for joint in _AND.finditer(text):
        parts = [text[: joint.start()], text[joint.end() :]]
        names = [without_place(plain(part), places) for part in parts]
        if all(len(documents.get(name, set()) - whole) >= len(whole) for name in names):
            return parts
    return [text]


def _is_no_topic(text: str, lexicon: Lexicon) -> bool:
    """The order of business, alone or with the name of a forum: "Mötets slut", "Ärenden från Länschefsnätverket"."""
    rest = text
    for mention in reversed(lexicon.find_bodies(text, (BodyKind.FORUM,))):
        rest = f"{rest[: mention.start]} {rest[mention.end :]}"
    return is_formality(rest)


def _topic_pairs(units: Sequence[_Unit], introduced: Introductions) -> list[tuple[int, int, float, Reason]]:
    found: list[tuple[int, int, float, Reason]] = []
    by_name: dict[str, list[int]] = defaultdict(list)
    by_meaning: dict[str, list[int]] = defaultdict(list)
    standard = {long: chosen for (short, long), chosen in introduced.standard.items() if short in introduced.agreed}
    blocks = Blocks(near=lambda i: units[i].key[0])
    for i, unit in enumerate(units):
        name, own_long = unit.key
        by_name[name].append(i)
        by_meaning[own_long or introduced.agreed.get(name) or standard.get(name, name)].append(i)
        joined = name.replace(" ", "")
        for word in {joined[:5], joined[-6:], name.split()[0], name.split()[-1]}:
            blocks.add((word,), i)
    for members in by_meaning.values():
        found += [(members[0], other, 0.98, Reason.ABBREVIATION) for other in members[1:]]
    for a, b in blocks.pairs():
        score = slip_score(units[a].key[0], units[b].key[0])
        if score and units[a].key[0] != units[b].key[0]:
            found.append((a, b, score, Reason.SLIP))
    return sorted(found, key=lambda c: (-c[2], c[0], c[1]))


def _add_topic(out: Subjects, units: list[_Unit], introduced: Introductions) -> str:
    spellings = Spellings.union(unit.spellings for unit in units)
    name = spellings.best()
    plains = sorted({unit.key[0] for unit in units})
    longs = sorted(
        {long for p in plains if p in introduced.agreed for long in introduced.variants(p)}
        | {unit.key[1] for unit in units if unit.key[1]}
    )
    shorts = sorted({short for long in (*longs, *plains) for short in introduced.shorts(long)})
    shorts += [name] if not shorts and _is_short(name) else []
    written_longs = [introduced.written[long] for long in longs if long in introduced.written]
    id_ = topic_id(name)
    if id_ in out.entities:  # an abbreviation that two documents define differently: told apart by what it stands for
        id_ = topic_id(f"{name} {longs[0] if longs else plains[0]}")
    aliases = sorted({*spellings.all(), *shorts, *written_longs} - {name})
    properties: dict[str, object] = {"id": id_, "name": name, "aliases": aliases, "keys": keys_of(name, *aliases)}
    if shorts:
        properties["abbreviation"] = shorts[0]
    out.entities[id_] = Entity(id_, Label.TOPIC, name, properties, tuple(sorted(unit_key(unit.key) for unit in units)))
    return id_


def _is_short(name: str) -> bool:
    return 2 <= len(name) <= 8 and name.isupper() and name.isalpha()


# --- reports -----------------------------------------------------------------------------------------------------------

SAME_REPORT_DAYS: Final = 400
"""A report without a year in its title that comes up again within this time is the same one; a yearly one is not."""

_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_DATE: Final = re.compile(r"\b((?:19|20)\d\d) (\d\d) (\d\d)\b")
_KINDS: Final = (
    ("minutes", r"minnesanteckning\w*|protokoll\w*|motesanteckning\w*"),
    ("annualReport", r"(?:ars)(?:rapport|berattelse|redovisning)\w*|verksamhetsberattelse\w*"),
    ("actionPlan", r"\w*handlingsplan\w*"),
    ("agreement", r"\w*(?:avtal|overenskommelse)\w*"),
    ("inquiry", r"\w*(?:utredning|kartlaggning|utvardering|granskning|forstudie)\w*"),
    ("assignment", r"\w*(?:uppdragsbeskrivning|direktiv)\w*"),
    ("routine", r"\w*(?:rutin|riktlinje|vardprogram)\w*"),
    ("film", r"film\w*"),
    ("plan", r"\w*(?:plan|strategi|budget)(?:en|er)?"),
    ("report", r"\w*(?:rapport|uppfoljning|redovisning|sammanstallning)\w*"),
)


def report_kind(title: str) -> str:
    """The kind of a report by the first word of its title that tells one ("Utvärdering av avtal" is an inquiry); `document` when
    none does. Of kinds that begin with the same word the first in the list."""
    folded = fold(title)
    found = [(match.start(), n) for n, (_, words) in enumerate(_KINDS) if (match := re.search(rf"\b(?:{words})\b", folded))]
    return _KINDS[min(found)[1]][0] if found else "document"


def resolve_reports(ledgers: Sequence[Ledger], lexicon: Lexicon, judgements: Judgements) -> Subjects:
    """One report for each title and year, whichever forums it was laid before; the words may stand in another order."""
    places = _places(lexicon)
    sightings: dict[tuple[str, str], list[tuple[dt.date, str, Sighting, Ledger]]] = defaultdict(list)
    for ledger in ledgers:
        for s in ledger.sightings:
            if s.kind is SightingKind.REPORT and plain(s.text):
                title, year = _title_key(s.text, places)
                sightings[(title, year)].append((_date(ledger, s) or dt.date.max, ledger.document, s, ledger))
    units: list[_Unit] = []
    of: dict[tuple[str, str], int] = {}
    for (title, year), seen in sorted(sightings.items()):
        seen.sort(key=lambda entry: (entry[0], entry[1], entry[2].ref))
        previous: dt.date | None = None
        for date, document, s, ledger in seen:
            apart = previous is not None and date != dt.date.max and (date - previous).days > SAME_REPORT_DAYS
            if previous is None or (not year and apart):
                # A title without a year takes the year in which it first came up.
                units.append(_Unit((title, year or (str(date.year) if date != dt.date.max else ""))))
            previous = date
            unit = units[-1]
            unit.see(s.text, document, None if date == dt.date.max else date)
            if s.ref == "d":
                unit.diary_number = unit.diary_number or s.role
                unit.date = unit.date or ledger.date
            of[(document, s.ref)] = len(units) - 1
    keys: list[str] = []
    for unit in units:
        key = unit_key(unit.key)
        keys.append(key if key not in keys[-2:] else f"{key}|{len(keys)}")
    merging = _Merging(Label.REPORT, units, keys, judgements)
    why = merging.merge([(a, b, score, (Reason.SLIP,)) for a, b, score in _report_pairs(units)])
    out = Subjects()
    ids: dict[int, str] = {}
    for members in merging.groups.all():
        ids.update(dict.fromkeys(members, _add_report(out, [units[m] for m in members])))
    merging.tell(out, ids, [unit.key[0] for unit in units])
    for (document, ref), number in of.items():
        score, reasons = why.get(number, (1.0, (Reason.SAME_TITLE,)))
        out.links[document][ref] = (Link(ids[number], score, _decided(reasons), reasons),)
    return out


def _title_key(text: str, places: frozenset[str]) -> tuple[str, str]:
    """The words of a title in alphabetical order without the year, and the year; minutes keep their whole date."""
    words = plain(text)
    if dated := _DATE.search(words):
        return words, dated.group(1)
    years = _YEAR.findall(words)
    bare = without_place(squash(_YEAR.sub(" ", words)), places).split()
    telling = [word for word in bare if word not in _LOOSE] or bare
    return " ".join(sorted(telling)), years[-1] if years else ""


_LOOSE: Final = frozenset(
    [
        "den",
        "det",
        "i",
        "om",
        "av",
        "for",
        "till",
        "regional",
        "regionala",
        "regionalt",
        "lansgemensam",
        "lansgemensamma",
        "ny",
        "nya",
        "nytt",
    ]
)
"""Words that a title has in one place and not in another, and that do not tell two reports apart."""


def _report_pairs(units: Sequence[_Unit]) -> list[tuple[int, int, float]]:
    blocks = Blocks(near=lambda i: units[i].key[0])
    for i, unit in enumerate(units):
        title, year = unit.key
        words = title.split()
        for word in {*words[:2], *words[-2:]}:
            blocks.add((year, word), i)
    found = []
    for a, b in blocks.pairs():
        if units[a].key[1] == units[b].key[1] and not _DATE.search(units[a].key[0]):
            score = slip_score(units[a].key[0], units[b].key[0])
            if score:
                found.append((a, b, score))
    return sorted(found, key=lambda c: (-c[2], c[0], c[1]))


def _add_report(out: Subjects, units: list[_Unit]) -> str:
    spellings = Spellings.union(unit.spellings for unit in units)
    name = spellings.best()
    years = sorted({unit.key[1] for unit in units if unit.key[1]})
    year = int(years[0]) if years else None
    plain_id = report_id(name, None if str(year) in slug(name).split("-") else year)
    id_, taken = plain_id, 2
    while id_ in out.entities:
        id_, taken = f"{plain_id}-{taken}", taken + 1
    aliases = sorted({*spellings.all()} - {name})
    properties: dict[str, object] = {
        "id": id_,
        "name": name,
        "kind": report_kind(name),
        "year": year,
        "date": next((unit.date for unit in units if unit.date), None),
        "diaryNumber": next((unit.diary_number for unit in units if unit.diary_number), None),
        "aliases": aliases,
        "keys": keys_of(name, *aliases),
    }
    kept = {key: value for key, value in properties.items() if value is not None}
    out.entities[id_] = Entity(id_, Label.REPORT, name, kept, tuple(sorted(unit_key(unit.key) for unit in units)))
    return id_


# --- helpers -----------------------------------------------------------------------------------------------------------


def _places(lexicon: Lexicon) -> frozenset[str]:
    """Words for the whole county that a title may carry or leave out: the second word of "Region Dalarna"."""
    return frozenset(fold(entry.region).removeprefix("region ") for entry in lexicon.content.municipalities)


def without_place(name: str, places: frozenset[str]) -> str:
    """ "demografisk utveckling i dalarna" -> "demografisk utveckling"; a name that is only a place stays."""
    words = name.split()
    if len(words) > 1 and words[-1] in places:
        words = words[:-1]
        if len(words) > 1 and words[-1] in ("i", "for", "region"):
            words = words[:-1]
    return " ".join(words)


def _date(ledger: Ledger, s: Sighting) -> dt.date | None:
    return ledger.meetings[s.meeting].date if s.meeting is not None else ledger.date


def _decided(reasons: tuple[Reason, ...]) -> DecidedBy:
    return DecidedBy.REVIEWER if Reason.JUDGED in reasons else DecidedBy.RULE
