"""Forums that minutes are of and the lexicon does not know: as the documents write and introduce them.

An unknown forum becomes a new one, told apart by the organisation whose forum it is; it is never forced into a known one of
like name in another region.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from graph.identifiers import forum_id
from graph.names import fold, slug
from graph.resolution.clusters import Groups
from graph.resolution.grouping import Grouping, Unit, unit_key
from graph.resolution.introductions import Introductions
from graph.resolution.judging import Judgements
from graph.resolution.known import KnownBodies, Refs, keys_of, link_to, new_entity, surety
from graph.resolution.ledger import Ledger, Sighting, SightingKind
from graph.resolution.model import DoubtfulPair, Reason
from graph.resolution.places import Place
from graph.resolution.spellings import Spellings
from graph.resolution.words import plain
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
        heads: list[tuple[Ledger, Sighting, Place]] = []
        units: dict[tuple[str, str, str], Unit] = {}
        for ledger in ledgers:
            for s in ledger.sightings:
                if s.kind is not SightingKind.FORUM or s.meeting is None:
                    continue
                place = places[ledger.document][s.meeting]
                if place.known:
                    links[ledger.document][s.ref] = (bodies.tell(ledger.document, place.known, s.text),)
                    continue
                heads.append((ledger, s, place))
                key = _key(s, place)
                units.setdefault(key, Unit(key)).see(s.text, ledger.document, ledger.meetings[s.meeting].date)
        grouping = Grouping([units[key] for key in sorted(units)], Label.FORUM, introduced, judgements, bodies)
        self._units = grouping.units
        self.joined = grouping.joined
        self._ids = self._name(grouping.groups)
        self.doubtful: list[DoubtfulPair]
        self.merged: list[DoubtfulPair]
        self.doubtful, self.merged = grouping.tell(self._ids)
        for ledger, s, place in heads:
            place.unit = grouping.numbers[_key(s, place)]
            evidence = grouping.why.get(place.unit, (Reason.AS_WRITTEN,))
            links[ledger.document][s.ref] = (link_to(self._ids[place.unit], surety(evidence), evidence),)
        self._by_name: dict[str, set[int]] = defaultdict(set)
        for i, unit in enumerate(self._units):
            self._by_name[unit.key[0]].add(i)

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
            name = spellings.best()
            owner = next((self._units[m].key[1] for m in members if self._units[m].key[1]), "")
            region = next((self._units[m].key[2] for m in members if self._units[m].key[2]), "")
            chosen.append((members, name, owner, region))
        namesakes = Counter(slug(name) for _, name, owner, _ in chosen if not owner)
        ids: dict[int, str] = {}
        for members, name, owner, region in chosen:
            place = self._bodies.name_of(owner) if owner else region if namesakes[slug(name)] > 1 else ""
            full = name if not place or fold(place) in fold(name) else f"{name}, {place}"
            id_ = forum_id(full)
            spellings = Spellings.union(self._units[m].spellings for m in members)
            self._add(id_, full, name, spellings, owner, region or (self._bodies.region_of(owner) or ""), members)
            ids.update(dict.fromkeys(members, id_))
        return ids

    def _add(self, id_: str, full: str, name: str, spellings: Spellings, owner: str, region: str, members: Sequence[int]) -> None:
        shorts = sorted({short for m in members for short in self._introduced.shorts(self._units[m].key[0])})
        abbreviation = shorts[0] if shorts else None
        if id_ in self._bodies.entities:
            return
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
        name = plain(text)
        for candidate in (name, self._introduced.long(name, ledger.document) or name):
            units = self._by_name.get(candidate)
            if not units and candidate.endswith("s"):
                units = self._by_name.get(candidate[:-1])
            if not units:
                continue
            own = [u for u in units if u == place.unit]
            same_owner = [u for u in units if place.organisation and self._units[u].key[1] == place.organisation]
            ids = {self._ids[u] for u in units}
            if own or same_owner:
                return self._ids[min(own or same_owner)]
            if len(ids) == 1:
                unit = min(units)
                owner_region = self._units[unit].key[2] or self._bodies.region_of(self._units[unit].key[1])
                if (
                    not (owner_region and place.region and fold(owner_region) != fold(place.region))
                    and not self._units[unit].key[1]
                ):
                    return self._ids[unit]
        return None


def _key(s: Sighting, place: Place) -> tuple[str, str, str]:
    return plain(s.text), place.organisation or "", "" if place.organisation else place.region or ""
