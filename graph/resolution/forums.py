"""Forums that minutes are of and the lexicon does not know: as the documents write and introduce them.

An unknown forum becomes a new one, told apart by the organisation whose forum it is; it is never forced into a known one of
like name in another region.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from graph.identifiers import forum_id
from graph.names import as_title, fold, slug
from graph.resolution.clusters import Groups
from graph.resolution.grouping import Grouping, Unit
from graph.resolution.introductions import Introductions
from graph.resolution.judging import Judgements
from graph.resolution.known import KnownBodies, Refs, keys_of, link_to, new_entity, surety
from graph.resolution.ledger import Ledger, Sighting, SightingKind, Where
from graph.resolution.model import DoubtfulPair, Reason, unit_key
from graph.resolution.person_names import PersonName, parse_name
from graph.resolution.places import Place, find_owner
from graph.resolution.spellings import Spellings
from graph.resolution.words import Level, is_called, level_of, organ_name, plain
from graph.schema import Label


class Forums:
    """The forums of a set of ledgers. `links` gets what each head means; a place gets the number of its forum's unit."""

    def __init__(
        self,
        ledgers: Sequence[Ledger],
        places: Mapping[str, list[Place]],
        bodies: KnownBodies,
        introduced: Introductions,
        judgements: Judgements,
        links: Mapping[str, Refs],
    ) -> None:
        self._bodies = bodies
        self._introduced = introduced
        self._owner_names: dict[str, str] = {}
        heads: list[tuple[str, Sighting, Place, tuple[str, str, str]]] = []
        units: dict[tuple[str, str, str], Unit] = {}
        for ledger in ledgers:
            members: dict[int | None, set[PersonName]] = defaultdict(set)
            for s in ledger.sightings:
                if s.kind is SightingKind.PERSON and s.where is Where.ATTENDANCE and (name := parse_name(s.text)).is_full:
                    members[s.meeting].add(name)
            for s in ledger.sightings:
                if s.kind is not SightingKind.FORUM or s.meeting is None:
                    continue
                place = places[ledger.document][s.meeting]
                if place.known:
                    links[ledger.document][s.ref] = (bodies.tell(ledger.document, place.known, s.text),)
                    continue
                text, key = self._key(s, place, ledger.document)
                heads.append((ledger.document, s, place, key))
                unit = units.setdefault(key, Unit(key))
                unit.see(text, ledger.document, ledger.meetings[s.meeting].date)
                if organ_name(text):
                    unit.people |= members[s.meeting]
        grouping = Grouping([units[key] for key in sorted(units)], Label.FORUM, introduced, judgements, bodies)
        self._units = grouping.units
        self.joined = grouping.joined
        self._ids = self._name(grouping.groups)
        self.doubtful: list[DoubtfulPair]
        self.merged: list[DoubtfulPair]
        self.doubtful, self.merged = grouping.tell(self._ids)
        for document, s, place, key in heads:
            place.unit = grouping.numbers[key]
            evidence = grouping.why.get(place.unit, (Reason.AS_WRITTEN,))
            links[document][s.ref] = (link_to(self._ids[place.unit], surety(evidence), evidence),)
        self._by_name: dict[str, set[int]] = defaultdict(set)
        for i, unit in enumerate(self._units):
            self._by_name[unit.key[0]].add(i)

    def _key(self, s: Sighting, place: Place, document: str) -> tuple[str, tuple[str, str, str]]:
        """The forum's name without its owner's, and its unit: where nothing says whose board it is, that of the document."""
        organ = organ_name(s.text)
        named = self._bodies.split(s.text) if organ else None
        text = named.name if named and named.whole.id == place.organisation else s.text
        name = organ_name(text) or plain(text)
        if place.organisation:
            return text, (name, place.organisation, "")
        if place.owner:
            self._owner_names[plain(place.owner)] = min(self._owner_names.get(plain(place.owner), place.owner), place.owner)
            return text, (name, "", f"owner {plain(place.owner)}")
        return text, (name, "", document if organ and not place.municipalities else place.region or "")

    def called(self, noun: str, place: Place) -> bool:
        """Whether the forum whose meeting it is may be called by the noun alone: "nämnden" in the minutes of a board."""
        if place.known is not None:
            entry = place.known.entry
            return is_called(noun, (entry.name, *getattr(entry, "aliases", ())))
        return place.unit is not None and is_called(noun, self._units[place.unit].spellings.all())

    def of(self, place: Place) -> str | None:
        """The entity id of the forum whose meeting it is."""
        if place.known:
            self._bodies.note(place.known, None)
            return place.known.id
        return self._ids[place.unit] if place.unit is not None else None

    def _name(self, groups: Groups) -> dict[int, str]:
        """Ids of the unit numbers: by the best spelling, with the owner or, among namesakes, the region."""
        chosen: list[tuple[list[int], str, str, str]] = []
        for members in groups.all():
            spellings = Spellings.union(self._units[m].spellings for m in members)
            name = as_title(spellings.best())
            owner = next((self._units[m].key[1] for m in members if self._units[m].key[1]), "")
            region = next((self._units[m].region for m in members if self._units[m].region), "")
            chosen.append((members, name, owner, region))
        chosen.sort(key=lambda c: (min(self._units[m].first or dt.date.max for m in c[0]), c[0]))
        namesakes = Counter(slug(name) for _, name, owner, _ in chosen if not owner)
        ids: dict[int, str] = {}
        taken: set[str] = set()
        for members, name, owner, region in chosen:
            other = next((c.removeprefix("owner ") for m in members if (c := self._units[m].key[2]).startswith("owner ")), None)
            place = self._bodies.name_of(owner) if owner else region if namesakes[slug(name)] > 1 else ""
            place = self._owner_names[other] if other else place
            plain_name = full = name if not place or fold(place) in fold(name) else f"{name}, {place}"
            number = 2
            while forum_id(full) in taken:  # nobody says whose they are: the one seen first has the name alone
                full, number = f"{plain_name} ({number})", number + 1
            id_ = forum_id(full)
            taken.add(id_)
            spellings = Spellings.union(self._units[m].spellings for m in members)
            self._add(id_, full, name, spellings, owner, region or (self._bodies.region_of(owner) or ""), members)
            ids.update(dict.fromkeys(members, id_))
        return ids

    def _add(self, id_: str, full: str, name: str, spellings: Spellings, owner: str, region: str, members: Sequence[int]) -> None:
        shorts = sorted({short for m in members for short in self._introduced.shorts(self._units[m].key[0])})
        abbreviation = shorts[0] if shorts else None
        aliases = sorted({*spellings.all(), *shorts, name} - {full})
        self._bodies.entities[id_] = new_entity(
            id_,
            Label.FORUM,
            full,
            {
                "abbreviation": abbreviation,
                "aliases": aliases,
                "keys": keys_of(full, *aliases),
                "region": region or None,
                "organisation": self._bodies.name_of(owner) or None,
            },
            [unit_key(self._units[m].key) for m in members],
        )
        self._bodies.captions[id_] = abbreviation if abbreviation and not owner else full

    def named(self, ledger: Ledger, text: str, place: Place) -> str | None:
        """The id of a forum that some document is the minutes of: the document's own, one of the same owner, or the only one so
        called."""
        named = self._bodies.split(text)
        if named is not None:
            parts = self._by_name.get(organ_name(named.name) or plain(named.name), ())
            owned = [u for u in parts if self._units[u].key[1] == named.whole.id]
            return self._ids[min(owned)] if owned else None
        organ = organ_name(text)
        name = organ or plain(text)
        owner = find_owner(name, place, self._bodies) if organ else place.organisation
        region = self._bodies.find(place.region) if place.region else None
        for candidate in (name, self._introduced.long(name, ledger.document) or name):
            units = self._by_name.get(candidate)
            if not units and candidate.endswith("s"):
                units = self._by_name.get(candidate[:-1])
            if not units:
                continue
            own = [u for u in units if u == place.unit]
            same_owner = [u for u in units if owner and self._units[u].key[1] == owner]
            ids = {self._ids[u] for u in units}
            if own or same_owner:
                return self._ids[min(own or same_owner)]
            of_region = {self._ids[u] for u in units if organ and region and self._units[u].key[1] == region.id}
            if len(of_region) == 1 and level_of(name) is not Level.MUNICIPALITY:
                return of_region.pop()
            if len(ids) == 1 and not organ:
                unit = min(units)
                owner_region = self._units[unit].region or self._bodies.region_of(self._units[unit].key[1])
                if (
                    not (owner_region and place.region and fold(owner_region) != fold(place.region))
                    and not self._units[unit].key[1]
                ):
                    return self._ids[unit]
        return None
