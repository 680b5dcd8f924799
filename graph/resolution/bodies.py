"""Forums, organisations and municipalities: by lexicon where it knows them, else as the documents write and introduce them.

An unknown forum becomes a new one, told apart by the organisation whose forum it is; it is never forced into a known one of
like name in another region. Generic words ("regionen", "kommunerna") mean the region of the meeting and its municipalities.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any, Final

from rapidfuzz.distance import DamerauLevenshtein

from graph.identifiers import forum_id, municipality_id, organisation_id
from graph.lexicon import BodyKind, Entry, ForumEntry, Lexicon, MunicipalityEntry, OrganisationEntry
from graph.names import fold, slug
from graph.resolution.clusters import Blocks, Groups
from graph.resolution.doubts import Candidate, doubtful_pairs
from graph.resolution.judging import Judgements, Rulings
from graph.resolution.ledger import Ledger, MeetingSeen, Sighting, SightingKind, Where
from graph.resolution.model import DecidedBy, DoubtfulPair, Entity, Link, Reason, UnitSeen
from graph.resolution.spellings import Spellings
from graph.resolution.words import (
    Generic,
    are_told_apart,
    generic,
    is_bare_group,
    is_passing_group,
    is_unit,
    looks_like_body,
    person_in,
    plain,
)
from graph.schema import Label

_PLACING: Final = (Where.REPRESENTS, Where.MUNICIPALITY, Where.ORGANISATION, Where.PRESENTER_BODY)
_SURE: Final = 1.0
_NEAR: Final = 0.9
_CONTEXT: Final = 0.9
_CERTAIN: Final = 0.98
"""Merges below this are told, for a person to look at."""
_MIN_SLIP_LENGTH: Final = 10
_LABELS: Final = {
    BodyKind.FORUM: Label.FORUM,
    BodyKind.ORGANISATION: Label.ORGANISATION,
    BodyKind.MUNICIPALITY: Label.MUNICIPALITY,
}

Refs = dict[str, tuple[Link, ...]]


@dataclass(frozen=True, slots=True)
class Known:
    """A body that the lexicon knows."""

    id: str
    label: Label
    entry: Entry
    exact: bool

    @property
    def region(self) -> str | None:
        return self.entry.region


@dataclass(slots=True)
class Place:
    """What is known of one meeting of one document: its forum (known, or the number of its unit), whose it is, and where."""

    known: Known | None = None
    unit: int | None = None
    organisation: str | None = None
    """Entity id of the organisation or municipality whose forum it is."""
    region: str | None = None
    municipalities: tuple[str, ...] = ()


@dataclass(slots=True)
class _Unit:
    """Mentions of a body that the lexicon does not know, with one plain name and one owner."""

    key: tuple[str, str, str]
    """Plain name; entity id of the owner or empty; region where no owner is known, or empty."""
    spellings: Spellings = field(default_factory=Spellings)
    documents: set[str] = field(default_factory=set)
    weight: int = 0


@dataclass(frozen=True)
class _Open:
    """What grouping the units of one label leaves to tell, once they have ids."""

    groups: Groups
    rulings: Rulings
    unsure: Sequence[Candidate]
    merged: Sequence[Candidate]


class Bodies:
    """All bodies of a set of ledgers. `links` holds what each mention means; `entities` what came of it."""

    def __init__(self, ledgers: Sequence[Ledger], lexicon: Lexicon, judgements: Judgements) -> None:
        self._lexicon = lexicon
        self._judgements = judgements
        self._ledgers = ledgers
        self._cache: dict[str, Known | None] = {}
        self._regions = {fold(entry.region): entry.region for entry in lexicon.content.municipalities}
        self._seen: dict[str, tuple[Known, Spellings]] = {}
        self.links: dict[str, Refs] = {ledger.document: {} for ledger in ledgers}
        self.entities: dict[str, Entity] = {}
        self.captions: dict[str, str] = {}
        self.doubtful: list[DoubtfulPair] = []
        self.merged: list[DoubtfulPair] = []
        self.units: dict[tuple[Label, str], UnitSeen] = {}
        self._near: dict[tuple[str, str], tuple[Known, Spellings]] = {}
        """Spellings near a name of the lexicon: (id, plain name) -> the body, and how it was spelled."""
        self._open: dict[Label, _Open] = {}
        self._joined: list[tuple[Label, str, str]] = []
        """Pairs (keys) that somebody called the same, one of which the lexicon knows."""
        self.people: list[tuple[Ledger, Sighting, str]] = []
        """Targets that turned out to be people: the name to resolve."""
        self.places = {ledger.document: self._places(ledger) for ledger in ledgers}
        self.introduced = introductions(ledgers)
        self._resolve_forums()
        self._resolve_bodies()
        self._finish()

    # --- the lexicon -------------------------------------------------------------------------------------------------

    def known(self, text: str, region: str | None = None) -> Known | None:
        """The body of the lexicon that `text` names; not a forum of another region than the one it is spoken of in."""
        if text not in self._cache:
            self._cache[text] = self._look_up(text)
        found = self._cache[text]
        if found is not None and found.label is Label.FORUM and found.region and region and fold(found.region) != fold(region):
            return None
        return None if found is not None and self._is_split(found, text) else found

    def _is_split(self, known: Known, text: str) -> bool:
        """Whether somebody has said that this spelling, near a name of the lexicon, is another body."""
        return not known.exact and self._judgements.verdict(known.label, known.id, _near_key(text, known.id)) is False

    def _look_up(self, text: str) -> Known | None:
        found = self._lexicon.body(text)
        if found is None:
            return None
        kind, entry = found
        return Known(_known_id(entry), _LABELS[kind], entry, exact=_is_exact(self._lexicon, text, entry))

    def _near_municipality(self, text: str, region: str | None) -> Known | None:
        """One slip in the name of a municipality of the meeting's own region."""
        folded = re.sub(r" kommuns?$", "", fold(text))
        if len(folded) < 5 or region is None:
            return None
        near = [
            entry
            for entry in self._lexicon.municipalities_of(region)
            if len(entry.name) > 4 and DamerauLevenshtein.distance(folded, fold(entry.name), score_cutoff=1) <= 1
        ]
        if len(near) != 1:
            return None
        known = Known(_known_id(near[0]), Label.MUNICIPALITY, near[0], exact=False)
        return None if self._is_split(known, text) else known

    # --- meetings ----------------------------------------------------------------------------------------------------

    def _places(self, ledger: Ledger) -> list[Place]:
        places = [Place() for _ in ledger.meetings]
        regions: list[Counter[str]] = [Counter() for _ in ledger.meetings]
        guests: list[Counter[str]] = [Counter() for _ in ledger.meetings]
        municipalities: list[dict[str, None]] = [{} for _ in ledger.meetings]
        for s in ledger.sightings:
            if s.meeting is None or s.where not in _PLACING:
                continue
            found = self.known(s.text)
            if s.where is Where.PRESENTER_BODY:  # a guest may come from elsewhere: counts only where nothing else tells
                if found and found.region:
                    guests[s.meeting][found.region] += 1
            elif s.where is Where.ORGANISATION:
                places[s.meeting].organisation = found.id if found else None
                if found and found.region:
                    regions[s.meeting][found.region] += 100
            elif found and isinstance(found.entry, MunicipalityEntry):
                regions[s.meeting][found.entry.region] += 1
                municipalities[s.meeting][found.id] = None
            elif found and fold(found.entry.name) in self._regions:
                regions[s.meeting][found.entry.name] += 2
        whole: Counter[str] = sum(regions, Counter())
        for place, own, invited, listed, meeting in zip(places, regions, guests, municipalities, ledger.meetings, strict=True):
            place.municipalities = tuple(sorted(listed))
            place.region = _most(own)
            place.known = self._known_forum(meeting, place, own)
            if place.known and place.known.region:
                place.region = place.known.region
            place.region = place.region or _most(whole) or _most(invited)
        return places

    def _known_forum(self, meeting: MeetingSeen, place: Place, regions: Counter[str]) -> Known | None:
        for text in (meeting.forum, meeting.as_written):
            entry = self._lexicon.forum(text) if text else None
            if entry is None:
                continue
            elsewhere = bool(entry.region and regions and fold(entry.region) not in {fold(r) for r in regions})
            other_owner = bool(entry.organisation and place.organisation and self._owner(entry) != place.organisation)
            if not elsewhere and not other_owner:
                written = meeting.as_written or text
                known = Known(_known_id(entry), Label.FORUM, entry, _is_exact(self._lexicon, written, entry))
                return None if self._is_split(known, written) else known
        return None

    def _owner(self, entry: ForumEntry) -> str | None:
        found = self.known(entry.organisation) if entry.organisation else None
        return found.id if found else None

    # --- forums that no lexicon knows --------------------------------------------------------------------------------

    def _resolve_forums(self) -> None:
        units: dict[tuple[str, str, str], _Unit] = {}
        heads: list[tuple[Ledger, Sighting, Place]] = []
        for ledger in self._ledgers:
            places = self.places[ledger.document]
            for s in ledger.sightings:
                if s.kind is not SightingKind.FORUM or s.meeting is None:
                    continue
                place = places[s.meeting]
                if place.known:
                    self._link_known(ledger.document, s.ref, place.known, s.text)
                    continue
                heads.append((ledger, s, place))
                key = (plain(s.text), place.organisation or "", "" if place.organisation else place.region or "")
                unit = units.setdefault(key, _Unit(key))
                unit.spellings.add(s.text, ledger.document, ledger.meetings[s.meeting].date)
                unit.documents.add(ledger.document)
                unit.weight += 1
        self._forum_units = [units[key] for key in sorted(units)]
        numbers = {unit.key: i for i, unit in enumerate(self._forum_units)}
        groups, why = self._group(self._forum_units, Label.FORUM)
        self._forum_ids = self._name_forums(groups)
        self._tell(self._forum_units, Label.FORUM, self._forum_ids)
        for ledger, s, place in heads:
            key = (plain(s.text), place.organisation or "", "" if place.organisation else place.region or "")
            place.unit = numbers[key]
            evidence = why.get(place.unit, (Reason.AS_WRITTEN,))
            self.links[ledger.document][s.ref] = (_link(self._forum_ids[place.unit], _surety(evidence), evidence),)
        self._forums_by_name: dict[str, set[int]] = defaultdict(set)
        for i, unit in enumerate(self._forum_units):
            self._forums_by_name[unit.key[0]].add(i)

    def _name_forums(self, groups: Groups) -> dict[int, str]:
        """Ids of the unit numbers: by the best spelling, with the owner or, among namesakes, the region."""
        chosen: list[tuple[list[int], str, str, str]] = []
        for members in groups.all():
            spellings = Spellings.union(self._forum_units[m].spellings for m in members)
            name = spellings.best()
            owner = next((self._forum_units[m].key[1] for m in members if self._forum_units[m].key[1]), "")
            region = next((self._forum_units[m].key[2] for m in members if self._forum_units[m].key[2]), "")
            chosen.append((members, name, owner, region))
        namesakes = Counter(slug(name) for _, name, owner, _ in chosen if not owner)
        ids: dict[int, str] = {}
        for members, name, owner, region in chosen:
            place = self._body_name(owner) if owner else region if namesakes[slug(name)] > 1 else ""
            full = name if not place or fold(place) in fold(name) else f"{name}, {place}"
            id_ = forum_id(full)
            spellings = Spellings.union(self._forum_units[m].spellings for m in members)
            self._add_forum(id_, full, name, spellings, owner, region or (self._region_of(owner) or ""), members)
            ids.update(dict.fromkeys(members, id_))
        return ids

    def _add_forum(
        self, id_: str, full: str, name: str, spellings: Spellings, owner: str, region: str, members: Sequence[int]
    ) -> None:
        shorts = sorted({short for m in members for short in self.introduced.shorts(self._forum_units[m].key[0])})
        abbreviation = shorts[0] if shorts else None
        if id_ in self.entities:
            return
        aliases = sorted({*spellings.all(), *shorts, name} - {full})
        self.entities[id_] = _entity(
            id_,
            Label.FORUM,
            full,
            {
                "abbreviation": abbreviation,
                "aliases": aliases,
                "keys": _keys(full, *aliases),
                "region": region or None,
                "organisation": self._body_name(owner) or None,
            },
            [_unit_key(self._forum_units[m].key) for m in members],
        )
        self.captions[id_] = abbreviation if abbreviation and not owner else full

    # --- organisations -----------------------------------------------------------------------------------------------

    def _resolve_bodies(self) -> None:
        units: dict[tuple[str, str, str], _Unit] = {}
        pending: list[tuple[str, str, tuple[str, str, str], Reason, str]] = []
        for ledger in self._ledgers:
            places = self.places[ledger.document]
            topics = {(s.meeting, s.item): s.text for s in reversed(ledger.sightings) if s.kind is SightingKind.TOPIC}
            for s in ledger.sightings:
                if s.kind not in (SightingKind.BODY, SightingKind.TARGET) or s.meeting is None:
                    continue
                place = places[s.meeting]
                if self._link_by_name(ledger, s, place):
                    continue
                if s.kind is SightingKind.TARGET:
                    name = person_in(s.text)
                    if name and not looks_like_body(s.text.split(",")[0]):
                        self.people.append((ledger, s, name))
                        continue
                    if not looks_like_body(s.text):
                        continue
                key, text, reason = self._organisation_key(ledger, s, place, topics.get((s.meeting, s.item)))
                unit = units.setdefault(key, _Unit(key))
                unit.spellings.add(text, ledger.document, ledger.meetings[s.meeting].date)
                unit.documents.add(ledger.document)
                unit.weight += 1
                pending.append((ledger.document, s.ref, key, reason, key[1]))
        self._organisation_units = [units[key] for key in sorted(units)]
        numbers = {unit.key: i for i, unit in enumerate(self._organisation_units)}
        groups, why = self._group(self._organisation_units, Label.ORGANISATION)
        ids = self._name_organisations(groups)
        self._tell(self._organisation_units, Label.ORGANISATION, ids)
        for document, ref, key, reason, parent in pending:
            number = numbers[key]
            evidence = why.get(number, (reason,))
            self.links[document][ref] = (_link(ids[number], _surety(evidence), evidence),)
            if parent in self.entities and parent != ids[number]:
                score = _CONTEXT if reason is Reason.UNIT_OF_BODY else _SURE
                self.links[document][f"{ref}.p"] = (_link(parent, score, (reason,)),)

    def _link_by_name(self, ledger: Ledger, s: Sighting, place: Place) -> bool:
        """Lexicon, the document's own forum, forums of the corpus and generic words, in that order. False when none fits."""
        whole = self._by_name(ledger, s, s.text, place)
        if whole is None and s.kind is SightingKind.TARGET:
            whole = self._by_parts(ledger, s, place)
        if whole is None:
            return False
        self.links[ledger.document][s.ref] = whole
        return True

    def _by_name(self, ledger: Ledger, s: Sighting, text: str, place: Place) -> tuple[Link, ...] | None:
        known = self.known(text, place.region) or (
            self._near_municipality(text, place.region) if s.where in (Where.REPRESENTS, Where.MUNICIPALITY) else None
        )
        if known is not None:
            return (self._told(ledger.document, known, text),)
        word = generic(text)
        if word is not None:
            return self._generic(word, place)
        unit = self._forum_of_corpus(ledger, text, place)
        if unit is not None:
            return (_link(self._forum_ids[unit], _CONTEXT, (Reason.SAME_NAME,)),)
        return None

    def _by_parts(self, ledger: Ledger, s: Sighting, place: Place) -> tuple[Link, ...] | None:
        """ "samtliga kommuner och Region Dalarna" is both; "deltagare i VFR" is the one body named in it."""
        parts = [part for part in re.split(r"\s*,\s*|\s+(?:och|samt)\s+", s.text) if part]
        if len(parts) > 1:
            each = [self._by_name(ledger, s, part, place) for part in parts]
            if all(each):
                return tuple(dict.fromkeys(link for links in each for link in links or ()))
        named = self._lexicon.find_bodies(s.text)
        ids = {_known_id(m.entry) for m in named}
        if len(ids) == 1 and person_in(s.text) is None and not self._names_a_part(s.text, named[0].start, named[0].end):
            known = Known(_known_id(named[0].entry), _LABELS[named[0].kind], named[0].entry, named[0].exact)
            words = s.text[named[0].start : named[0].end]
            if self._is_split(known, words):
                return None
            rest = s.text[: named[0].start].strip()
            if known.label is Label.FORUM and s.where is not Where.ORIGIN and (word := generic(re.sub(r"\s+i$", "", rest))):
                return self._generic(word, Place(region=known.region or place.region, municipalities=place.municipalities))
            return (self._told(ledger.document, known, words),)
        return None

    def _names_a_part(self, text: str, start: int, end: int) -> bool:
        """Whether the rest of the words names a body of its own, of which the known one is the owner: "VFR:s presidium"."""
        return looks_like_body(f"{text[:start]} {text[end:]}")

    def _generic(self, word: Generic, place: Place) -> tuple[Link, ...] | None:
        evidence = (Reason.GENERIC_WORD,)
        owner = place.organisation or ""
        if word is Generic.MUNICIPALITY:
            return (_link(owner, _CONTEXT, evidence),) if owner.startswith("municipality:") and self._ensure(owner) else None
        if word is Generic.REGION:
            region = self.known(place.region) if place.region else None
            if region is None or region.label is not Label.ORGANISATION:
                return None
            self._note(region, None)
            return (_link(region.id, _CONTEXT, evidence),)
        entries = self._lexicon.municipalities_of(place.region)
        ids = [municipality_id(entry.code) for entry in entries] or list(place.municipalities)
        links = tuple(_link(id_, _CONTEXT, evidence) for id_ in ids if self._ensure(id_))
        return links or None

    def _forum_of_corpus(self, ledger: Ledger, text: str, place: Place) -> int | None:
        """A forum that some document is the minutes of: the document's own, one of the same owner, or the only one so called."""
        name = plain(text)
        for candidate in (name, self.introduced.long(name, ledger.document) or name):
            units = self._forums_by_name.get(candidate)
            if not units and candidate.endswith("s"):
                units = self._forums_by_name.get(candidate[:-1])
            if not units:
                continue
            own = [u for u in units if u == place.unit]
            same_owner = [u for u in units if place.organisation and self._forum_units[u].key[1] == place.organisation]
            ids = {self._forum_ids[u] for u in units}
            if own or same_owner:
                return min(own or same_owner)
            if len(ids) == 1:
                unit = min(units)
                owner_region = self._forum_units[unit].key[2] or self._region_of(self._forum_units[unit].key[1])
                if (
                    not (owner_region and place.region and fold(owner_region) != fold(place.region))
                    and not self._forum_units[unit].key[1]
                ):
                    return unit
        return None

    def _organisation_key(
        self, ledger: Ledger, s: Sighting, place: Place, topic: str | None
    ) -> tuple[tuple[str, str, str], str, Reason]:
        """The unit of a body as written: its plain name and the body it is a part of; the name to show; and why."""
        text = s.text
        if is_passing_group(text) and topic:
            return (plain(text), "", f"topic {plain(topic)}"), f"{_capital(text)} ({topic})", Reason.AS_WRITTEN
        if is_bare_group(text):
            owner = self._forum_entity(place)
            if owner:
                return (
                    (plain(text), owner, ""),
                    f"{_capital(text)}, {self.entities[owner].properties.get('abbreviation') or self.entities[owner].name}",
                    Reason.UNIT_OF_BODY,
                )
        for match in reversed(list(re.finditer(r",\s*|\s+(?:i|vid|på|hos)\s+|\s+", text))):
            head, tail = text[: match.start()].strip(" ,"), text[match.end() :].strip()
            parent = self.known(tail) if tail and head else None
            if parent is not None and parent.exact and len(tail) > 2 and fold(head) not in ("", "lokal", "lokala"):
                self._note(parent, tail)
                return (plain(head), parent.id, ""), f"{head}, {parent.entry.name}", Reason.AS_WRITTEN
        if place.organisation and is_unit(text) and self._ensure(place.organisation):
            return (
                (plain(text), place.organisation, ""),
                f"{_capital(text)}, {self._body_name(place.organisation)}",
                Reason.UNIT_OF_BODY,
            )
        return (plain(text), "", place.region or ""), _capital(text), Reason.AS_WRITTEN

    def _forum_entity(self, place: Place) -> str | None:
        if place.known:
            self._note(place.known, None)
            self._add_known(place.known)
            return place.known.id
        return self._forum_ids[place.unit] if place.unit is not None else None

    def _name_organisations(self, groups: Groups) -> dict[int, str]:
        ids: dict[int, str] = {}
        chosen = []
        for members in groups.all():
            units = [self._organisation_units[m] for m in members]
            spellings = Spellings.union(unit.spellings for unit in units)
            with_owner = [unit for unit in units if unit.key[1]]
            name = (Spellings.union(unit.spellings for unit in with_owner) if with_owner else spellings).best()
            region = next((unit.key[2] for unit in units if unit.key[2] and not unit.key[2].startswith("topic ")), None)
            chosen.append((members, name, spellings, region))
        namesakes = Counter(organisation_id(name) for _, name, _, _ in chosen)
        for members, name, spellings, region in chosen:
            full = f"{name}, {region}" if namesakes[organisation_id(name)] > 1 and region else name
            id_ = organisation_id(full)
            seen = {*spellings.all(), name, *([name.rsplit(", ", 1)[0]] if ", " in name else [])}
            keys = {_unit_key(self._organisation_units[m].key) for m in members}
            if id_ in self.entities:  # a namesake of the same region: nothing tells the two apart
                seen |= set(self.entities[id_].properties["aliases"])
                keys |= set(self.entities[id_].units)
            aliases = sorted(seen - {full})
            self.entities[id_] = _entity(
                id_, Label.ORGANISATION, full, {"aliases": aliases, "keys": _keys(full, *aliases), "region": region}, sorted(keys)
            )
            ids.update(dict.fromkeys(members, id_))
        return ids

    # --- grouping ----------------------------------------------------------------------------------------------------

    def _group(self, units: list[_Unit], label: Label) -> tuple[Groups, dict[Any, tuple[Reason, ...]]]:
        """Units that are one body. The second value tells, by unit number, why a unit was taken into another."""
        groups = Groups(len(units))
        why: dict[Any, tuple[Reason, ...]] = {}
        known = {id_: () for id_, entry in self._by_id.items() if _label(entry) is label} if self._judgements else {}
        rulings = self._judgements.rulings(label, {_unit_key(unit.key): unit.documents for unit in units}, known)
        self._joined += [(label, a, b) for a, b in rulings.known]
        regions = {i: unit.key[2] for i, unit in enumerate(units)}

        def minor(a: int, b: int) -> int:
            return a if (units[a].weight, -a) < (units[b].weight, -b) else b

        def join(a: int, b: int) -> None:
            region = regions[groups.find(a)] or regions[groups.find(b)]
            regions[groups.union(a, b)] = region

        for a, b in rulings.same:
            join(a, b)
            why[minor(a, b)] = (Reason.JUDGED,)
        candidates = self._candidates(units, label)
        offered: dict[int, set[str]] = defaultdict(set)
        for a, b, _, _ in candidates:
            for one, other in ((a, b), (b, a)):
                if not regions[one] and regions[other]:
                    offered[one].add(regions[other])
        unsure: list[Candidate] = []
        merged: list[Candidate] = []
        for a, b, score, reasons in candidates:
            left, right = groups.find(a), groups.find(b)
            if left == right or rulings.forbid(groups, a, b):
                continue
            ours, theirs = regions[left], regions[right]
            if ours and theirs and ours != theirs:
                continue
            if any(len(offered[one]) > 1 for one in (a, b)):
                unsure.append(Candidate(a, b, score - 0.1, reasons, (Reason.SEVERAL_CANDIDATES,)))
                continue
            join(a, b)
            why.setdefault(minor(a, b), reasons)
            if score < _CERTAIN:
                merged.append(Candidate(a, b, score, reasons, ()))
        for a, b in rulings.different:
            why.setdefault(minor(a, b), (Reason.JUDGED,))
        self._open[label] = _Open(groups, rulings, unsure, merged)
        return groups, why

    def _tell(self, units: list[_Unit], label: Label, ids: Mapping[int, str]) -> None:
        """The units of one label, and what was unsure of them, with the ids that they got."""
        for number, unit in enumerate(units):
            key = _unit_key(unit.key)
            self.units[label, key] = UnitSeen(
                label,
                key,
                ids[number],
                unit.spellings.best(),
                tuple(unit.spellings.all()),
                tuple(sorted(unit.documents)),
                unit.weight,
                unit.key[1],
            )
        was = self._open[label]
        names = [unit.key[0] for unit in units]
        contexts = [(unit.key[1], unit.key[2]) for unit in units]
        fits = [
            pair
            for pair in doubtful_pairs(names, [unit.documents for unit in units], was.unsure, agenda=False)
            if _can_be_one(contexts[pair.a], contexts[pair.b])
            and not was.rulings.forbid(was.groups, pair.a, pair.b)
            and was.groups.find(pair.a) != was.groups.find(pair.b)
        ]
        fits = list({frozenset((ids[pair.a], ids[pair.b])): pair for pair in reversed(fits)}.values())[::-1]
        for found, out in ((fits, self.doubtful), (was.merged, self.merged)):
            for pair in found:
                a, b = units[pair.a], units[pair.b]
                out.append(
                    DoubtfulPair(
                        label,
                        ids[pair.a],
                        ids[pair.b],
                        _unit_key(a.key),
                        _unit_key(b.key),
                        round(pair.score, 3),
                        pair.reasons,
                        pair.against,
                        min(a.weight, b.weight),
                    )
                )

    def _candidates(self, units: list[_Unit], label: Label) -> list[tuple[int, int, float, tuple[Reason, ...]]]:
        blocks = Blocks(near=lambda i: units[i].key[0])
        by_name: dict[str, list[int]] = defaultdict(list)
        for i, unit in enumerate(units):
            name = unit.key[0]
            by_name[name].append(i)
            words = name.split()
            for word in {words[0][:4], words[-1][:5], name.replace(" ", "")[:6]}:
                blocks.add((unit.key[1], word), i)
            blocks.add((unit.key[1], name.replace(" ", "")[-6:]), i)
        found: list[tuple[int, int, float, tuple[Reason, ...]]] = []
        for name in sorted(by_name):
            found += self._same_name(units, by_name[name])
            if label is Label.ORGANISATION:
                found += self._owned_and_bare(units, by_name[name])
            for long in self.introduced.variants(name) if name in self.introduced.agreed else ():
                for a in by_name[name]:
                    others = [b for b in by_name.get(long, ()) if _compatible(units[a], units[b])]
                    found += [(a, b, 0.98, (Reason.ABBREVIATION,)) for b in others]
        for a, b in blocks.pairs():
            if units[a].key[0] != units[b].key[0] and _compatible(units[a], units[b]):
                score = slip_score(units[a].key[0], units[b].key[0])
                if score:
                    found.append((a, b, score, (Reason.SLIP,)))
        return sorted(found, key=lambda c: (-c[2], c[0], c[1]))

    def _same_name(self, units: list[_Unit], members: list[int]) -> list[tuple[int, int, float, tuple[Reason, ...]]]:
        """One name: one body when owner and region agree, or when one side does not say and only one other can be meant."""
        found: list[tuple[int, int, float, tuple[Reason, ...]]] = []
        owned = sorted({units[m].key[1] for m in members if units[m].key[1]})
        regions = sorted({units[m].key[2] for m in members if units[m].key[2] and not units[m].key[1]})
        for a in members:
            for b in members:
                if a < b and _compatible(units[a], units[b]):
                    same = units[a].key[1:] == units[b].key[1:]
                    alone = not owned and len(regions) == 1
                    if same or alone:
                        found.append((a, b, _SURE, (Reason.SAME_NAME,)))
        return found

    def _owned_and_bare(self, units: list[_Unit], members: list[int]) -> list[tuple[int, int, float, tuple[Reason, ...]]]:
        """A unit named without its organisation is the one of that name in the region, when there is one only."""
        found: list[tuple[int, int, float, tuple[Reason, ...]]] = []
        for bare in members:
            region = units[bare].key[2]
            if units[bare].key[1] or not region or region.startswith("topic "):
                continue
            owned = [m for m in members if units[m].key[1] and self._region_of(units[m].key[1]) == region]
            if len({units[m].key[1] for m in owned}) == 1:
                found += [(min(bare, m), max(bare, m), 0.93, (Reason.SAME_NAME,)) for m in owned]
        return found

    # --- entities of the lexicon -------------------------------------------------------------------------------------

    def _note(self, known: Known, text: str | None) -> None:
        entry = self._seen.setdefault(known.id, (known, Spellings()))
        if text:
            entry[1].add(text, "", None)
        if known.id not in self.entities:
            self._add_known(known)

    def _link_known(self, document: str, ref: str, known: Known, text: str) -> None:
        self.links[document][ref] = (self._told(document, known, text),)

    def _told(self, document: str, known: Known, text: str) -> Link:
        """The link of a mention to a body of the lexicon, by its own name or by one near it."""
        self._note(known, text)
        if known.exact:
            return _link(known.id, _SURE, (Reason.LEXICON,))
        self._near.setdefault((known.id, plain(text)), (known, Spellings()))[1].add(text, document, None)
        if self._judgements.verdict(known.label, known.id, _near_key(text, known.id)):
            return _link(known.id, _SURE, (Reason.JUDGED, Reason.LEXICON_NEAR))
        return _link(known.id, _NEAR, (Reason.LEXICON_NEAR,))

    def _ensure(self, id_: str) -> bool:
        """Take in a body of the lexicon by its id, when it is not among the entities yet."""
        if id_ in self.entities:
            return True
        entry = self._by_id.get(id_)
        if entry is not None:
            self._note(Known(id_, _label(entry), entry, exact=True), None)
        return entry is not None

    @cached_property
    def _by_id(self) -> Mapping[str, Entry]:
        content = self._lexicon.content
        entries: tuple[Entry, ...] = (*content.forums, *content.organisations, *content.municipalities)
        return {_known_id(entry): entry for entry in entries}

    def _body_name(self, id_: str) -> str:
        entry = self._by_id.get(id_)
        if isinstance(entry, MunicipalityEntry):
            return entry.formal_name
        return entry.name if entry else self.entities[id_].name if id_ in self.entities else ""

    def _region_of(self, id_: str) -> str | None:
        entry = self._by_id.get(id_)
        if entry is not None:
            return entry.region
        return self.entities[id_].properties.get("region") if id_ in self.entities else None

    def region_of(self, id_: str) -> str | None:
        """The region in which a body is, when that is known: of two bodies in two regions, one person is seldom in both."""
        return self._region_of(id_)

    def _add_known(self, known: Known) -> None:
        entry = known.entry
        properties: dict[str, Any] = {"region": entry.region}
        names: list[str]
        if isinstance(entry, MunicipalityEntry):
            names = [f"{entry.name} kommun", entry.formal_name, entry.formal_name.rsplit(" ", 1)[0]]
            properties |= {"county": entry.county, "code": entry.code}
        else:
            names = [*entry.aliases, *([entry.abbreviation] if entry.abbreviation else [])]
            properties["abbreviation"] = entry.abbreviation
        if isinstance(entry, ForumEntry):
            properties |= {"level": entry.level, "organisation": entry.organisation}
            self.captions[known.id] = entry.short
        spellings = self._seen[known.id][1].all() if known.id in self._seen else []
        aliases = sorted({*names, *spellings} - {entry.name})
        properties |= {"aliases": aliases, "keys": _keys(entry.name, *aliases)}
        self.entities[known.id] = _entity(known.id, known.label, entry.name, properties, [known.id])

    def _finish(self) -> None:
        for known, _ in self._seen.values():
            self._add_known(known)  # once more, now with every spelling seen
        self._tell_near()
        self._join_known()
        wanted = {link.entity for refs in self.links.values() for links in refs.values() for link in links}
        self.entities = {id_: entity for id_, entity in sorted(self.entities.items()) if id_ in wanted}
        self.captions = {id_: caption for id_, caption in sorted(self.captions.items()) if id_ in wanted}
        for known, _ in self._seen.values():
            self.units[known.label, known.id] = UnitSeen(known.label, known.id, known.id, known.entry.name, (), (), 0)

    def _tell_near(self) -> None:
        for (id_, _), (known, spellings) in sorted(self._near.items()):
            spelling, documents = spellings.best(), tuple(sorted(spellings.documents()))
            key = _near_key(spelling, id_)
            unit = UnitSeen(known.label, key, id_, spelling, tuple(spellings.all()), documents, len(documents))
            self.units[known.label, key] = unit
            if self._judgements.verdict(known.label, id_, key) is None:
                reasons = (Reason.LEXICON_NEAR,)
                self.merged.append(DoubtfulPair(known.label, id_, id_, id_, key, _NEAR, reasons, (), unit.weight))

    def _join_known(self) -> None:
        """What somebody has called the same as a body of the lexicon becomes that body."""
        into: dict[str, str] = {}

        def final(id_: str) -> str:
            while id_ in into:
                id_ = into[id_]
            return id_

        for label, a, b in self._joined:
            ids = [self.units[label, key].entity if (label, key) in self.units else key for key in (a, b)]
            left, right = (final(id_) for id_ in ids)
            if left != right and left in self.entities | dict(self._by_id) and right in self.entities | dict(self._by_id):
                kept, gone = (
                    (left, right) if (left not in self._by_id, left) < (right not in self._by_id, right) else (right, left)
                )
                into[gone] = kept
        for gone in sorted(into):
            self._take_in(final(gone), gone)
        if into:
            for refs in self.links.values():
                refs.update({ref: tuple(_joined(link, final(link.entity)) for link in links) for ref, links in refs.items()})
            for place in (place for places in self.places.values() for place in places):
                place.organisation = final(place.organisation) if place.organisation else None

    def _take_in(self, kept: str, gone: str) -> None:
        """The names of one entity as further names of another."""
        self._ensure(kept)
        if gone not in self.entities:
            return
        ours, theirs = self.entities[kept], self.entities[gone]
        aliases = sorted({*ours.properties["aliases"], theirs.name, *theirs.properties["aliases"]} - {ours.name})
        properties = {**ours.properties, "aliases": aliases, "keys": _keys(ours.name, *aliases)}
        self.entities[kept] = _entity(kept, ours.label, ours.name, properties, [*ours.units, *theirs.units])
        for place, unit in self.units.items():
            if unit.entity == gone:
                self.units[place] = replace(unit, entity=kept)


# --- abbreviations -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Introductions:
    """Abbreviations as the documents introduce them: "Länschefsnätverket (LCHNV)". Names are plain (words.plain)."""

    by_document: Mapping[str, Mapping[str, str]]
    agreed: Mapping[str, str]
    """Short -> long where all documents that define it mean the same."""
    shorts_of: Mapping[str, tuple[tuple[str, str], ...]]
    """Long -> the short forms as written, each with the document that says so."""
    written: Mapping[str, str]
    """Plain long form -> as written, the first in alphabetical order."""
    standard: Mapping[tuple[str, str], str]
    """(Short, long) -> the long form that stands for all those that mean the same."""

    def long(self, short: str, document: str) -> str | None:
        """What a short form means in a document: by its own definition, else by the one all others agree on."""
        own = self.by_document.get(document, {}).get(short)
        return self.standard.get((short, own)) if own else self.agreed.get(short)

    def shorts(self, long: str) -> list[str]:
        """The short forms of a long one, as written and sorted."""
        return sorted({short for short, _ in self.shorts_of.get(long, ())})

    def variants(self, short: str) -> list[str]:
        """All long forms of a short one, sorted."""
        return sorted(long for of, long in self.standard if of == short)


def introductions(ledgers: Sequence[Ledger]) -> Introductions:
    """The abbreviations that a set of documents introduces."""
    by_document: dict[str, dict[str, str]] = {}
    longs: dict[str, Counter[str]] = defaultdict(Counter)
    shorts: dict[str, set[tuple[str, str]]] = defaultdict(set)
    written: dict[str, str] = {}
    for ledger in ledgers:
        for short, long in ledger.abbreviations:
            key, name = plain(short), plain(long)
            if not key or not name or key == name:
                continue
            by_document.setdefault(ledger.document, {}).setdefault(key, name)
            longs[key][name] += 1
            shorts[name].add((short, ledger.document))
            written[name] = min(written.get(name, long), long)
    standard = {(key, long): chosen for key, names in longs.items() for long, chosen in _meanings(names).items()}
    agreed: dict[str, str] = {}
    for key, names in longs.items():
        meant = {standard[key, name] for name in names}
        if len(meant) == 1:
            agreed[key] = meant.pop()
    return Introductions(by_document, agreed, {name: tuple(sorted(pairs)) for name, pairs in shorts.items()}, written, standard)


def _meanings(names: Counter[str]) -> dict[str, str]:
    """Each long form -> the one that stands for it: near spellings and forms that share most words mean the same."""
    ordered = sorted(names, key=lambda name: (-names[name], len(name), name))
    meaning: dict[str, str] = {}
    for name in ordered:
        meaning[name] = next(
            (other for other in ordered if other in meaning and meaning[other] == other and _means(name, other)), name
        )
    return meaning


def _means(a: str, b: str) -> bool:
    if slip_score(a, b):
        return True
    ours, theirs = ({word[:6] for word in name.split() if len(word) > 3} for name in (a, b))
    smaller = min(len(ours), len(theirs))
    return smaller > 0 and len(ours & theirs) / smaller >= 0.6


# --- helpers -----------------------------------------------------------------------------------------------------------


def slip_score(a: str, b: str) -> float | None:
    """How near two plain names are when they differ by a slip: 0.85 to 0.98; None when they are two names."""
    x, y = a.replace(" ", ""), b.replace(" ", "")
    if x == y:
        return 0.98
    if min(len(x), len(y)) >= 6 and _definite(a) == _definite(b) and not are_told_apart(a, b):
        return 0.97
    longest = max(len(x), len(y))
    if min(len(x), len(y)) < _MIN_SLIP_LENGTH or are_told_apart(a, b):
        return None
    limit = 1 if longest < 16 else 2 if longest < 28 else 3
    distance = DamerauLevenshtein.distance(x, y, score_cutoff=limit)
    if distance > limit:  # text recognition takes "rn" for "m"
        distance = DamerauLevenshtein.distance(x.replace("rn", "m"), y.replace("rn", "m"), score_cutoff=limit)
    return None if distance > limit else 1.0 - 0.05 * distance


_DEFINITE: Final = re.compile(r"(?<=\w{5})(?:erna|arna|en|et|na|n|t)$")


def _definite(name: str) -> str:
    """The name without the article at its end: "styrgruppen" and "styrgrupp" are alike."""
    return _DEFINITE.sub("", name)


def _surety(evidence: tuple[Reason, ...]) -> float:
    sure = (Reason.AS_WRITTEN, Reason.JUDGED, Reason.UNIT_OF_BODY)
    return _SURE if evidence[0] in sure else _NEAR


def _can_be_one(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Whether owner and region, each where it is known of both, agree."""
    return all(not x or not y or x == y for x, y in zip(a, b, strict=True))


def _compatible(a: _Unit, b: _Unit) -> bool:
    """Whether owner and region let two units be one: nothing that is known of both differs."""
    (_, owner_a, region_a), (_, owner_b, region_b) = a.key, b.key
    return owner_a == owner_b and (not region_a or not region_b or region_a == region_b)


def _unit_key(key: tuple[str, str, str]) -> str:
    return "|".join(part for part in key if part)


def _known_id(entry: Entry) -> str:
    match entry:
        case ForumEntry():
            return forum_id(entry.short)
        case OrganisationEntry():
            return organisation_id(entry.name)
        case MunicipalityEntry():
            return municipality_id(entry.code)


def _label(entry: Entry) -> Label:
    match entry:
        case ForumEntry():
            return Label.FORUM
        case OrganisationEntry():
            return Label.ORGANISATION
        case MunicipalityEntry():
            return Label.MUNICIPALITY


def _is_exact(lexicon: Lexicon, text: str, entry: Entry) -> bool:
    if not isinstance(entry, ForumEntry):
        return True
    folded = fold(text)
    names = {fold(name) for name in (entry.short, entry.name, *entry.aliases)}
    return folded in names or folded.removesuffix("s") in names


def _near_key(text: str, id_: str) -> str:
    """The unit of a spelling that is near a name of the lexicon: what a judgement names to part the two."""
    return f"{plain(text)}|{id_}"


@lru_cache(maxsize=1 << 16)
def _link(entity: str, score: float, evidence: tuple[Reason, ...]) -> Link:
    decided = DecidedBy.REVIEWER if Reason.JUDGED in evidence else DecidedBy.RULE
    return Link(entity, score, decided, evidence)


def _joined(link: Link, entity: str) -> Link:
    """The link, to the body that somebody has said its own to be."""
    return link if link.entity == entity else _link(entity, _SURE, (Reason.JUDGED, *(Reason(r) for r in link.evidence)))


def _entity(id_: str, label: Label, name: str, properties: Mapping[str, Any], units: Sequence[str]) -> Entity:
    kept = {key: value for key, value in properties.items() if value is not None}
    return Entity(id_, label, name, {"id": id_, "name": name, **kept}, tuple(sorted(units)))


def _keys(*names: str) -> list[str]:
    return sorted({folded for name in names if (folded := fold(name))})


def _capital(text: str) -> str:
    bare = re.sub(r"^(?:en|den)\s+", "", text)
    return bare[:1].upper() + bare[1:]


def _most(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None
