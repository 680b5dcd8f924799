"""Forums, organisations and municipalities: by lexicon where it knows them, else as the documents write and introduce them.

Generic words ("regionen", "kommunerna") mean the region of the meeting and its municipalities.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from graph.identifiers import municipality_id, organisation_id
from graph.lexicon import Lexicon
from graph.resolution.clusters import Groups
from graph.resolution.forums import Forums
from graph.resolution.grouping import Grouping, Unit
from graph.resolution.introductions import introductions
from graph.resolution.judging import Judgements
from graph.resolution.known import SURE, Known, KnownBodies, Refs, keys_of, known_id, label_of, link_to, new_entity, surety
from graph.resolution.ledger import Ledger, Sighting, SightingKind, Where
from graph.resolution.model import DoubtfulPair, Entity, Link, Reason, unit_key
from graph.resolution.places import Place, find_owner, find_places
from graph.resolution.spellings import Spellings
from graph.resolution.words import (
    Generic,
    bare_noun,
    definite,
    generic,
    is_bare_group,
    is_office,
    is_passing_group,
    is_short_name,
    is_unit,
    level_of,
    looks_like_body,
    organ_name,
    person_in,
    plain,
)
from graph.schema import Label

_CONTEXT: Final = 0.9


class Bodies:
    """All bodies of a set of ledgers. `links` holds what each mention means; `entities` what came of it."""

    def __init__(self, ledgers: Sequence[Ledger], lexicon: Lexicon, judgements: Judgements) -> None:
        self._known = KnownBodies(lexicon, judgements)
        self._judgements = judgements
        self.links: dict[str, Refs] = {ledger.document: {} for ledger in ledgers}
        self.people: list[tuple[Ledger, Sighting, str]] = []
        """Targets that turned out to be people: the name to resolve."""
        self.places = {ledger.document: find_places(ledger, self._known) for ledger in ledgers}
        self.introduced = introductions(ledgers)
        self._forums = Forums(ledgers, self.places, self._known, self.introduced, judgements, self.links)
        self.doubtful: list[DoubtfulPair] = [*self._forums.doubtful]
        self.merged: list[DoubtfulPair] = [*self._forums.merged]
        self._joined = self._forums.joined
        self._resolve_organisations(ledgers)
        self.merged += self._known.finish()
        self._join_known()
        wanted = {link.entity for refs in self.links.values() for links in refs.values() for link in links}
        self.entities: dict[str, Entity] = {id_: e for id_, e in sorted(self._known.entities.items()) if id_ in wanted}
        self.captions = {id_: caption for id_, caption in sorted(self._known.captions.items()) if id_ in wanted}
        self.units = self._known.units

    def region_of(self, id_: str) -> str | None:
        """The region in which a body is, when that is known: of two bodies in two regions, one person is seldom in both."""
        return self._known.region_of(id_)

    # --- mentions ----------------------------------------------------------------------------------------------------

    def _resolve_organisations(self, ledgers: Sequence[Ledger]) -> None:
        units: dict[tuple[str, str, str], Unit] = {}
        pending: list[tuple[str, str, tuple[str, str, str], Reason]] = []
        for ledger in ledgers:
            topics = {(s.meeting, s.item): s.text for s in reversed(ledger.sightings) if s.kind is SightingKind.TOPIC}
            for s in ledger.sightings:
                if s.kind not in (SightingKind.BODY, SightingKind.TARGET) or s.meeting is None:
                    continue
                place = self.places[ledger.document][s.meeting]
                if self._link_by_name(ledger, s, place):
                    continue
                if s.kind is SightingKind.TARGET:
                    name = person_in(s.text)
                    if name and not looks_like_body(s.text.split(",")[0]):
                        self.people.append((ledger, s, name))
                        continue
                    if not (looks_like_body(s.text) or is_office(s.text) or (name is None and is_short_name(s.text))):
                        continue
                key, text, reason = self._organisation_key(s, place, topics.get((s.meeting, s.item)))
                units.setdefault(key, Unit(key)).see(text, ledger.document, ledger.meetings[s.meeting].date)
                pending.append((ledger.document, s.ref, key, reason))
        ordered = [units[key] for key in sorted(units)]
        grouping = Grouping(ordered, Label.ORGANISATION, self.introduced, self._judgements, self._known)
        ids = self._name_organisations(ordered, grouping.groups)
        doubtful, merged = grouping.tell(ids)
        self.doubtful += doubtful
        self.merged += merged
        self._joined = [*self._joined, *grouping.joined]
        for document, ref, key, reason in pending:
            number, parent = grouping.numbers[key], key[1]
            evidence = grouping.why.get(number, (reason,))
            self.links[document][ref] = (link_to(ids[number], surety(evidence), evidence),)
            if parent in self._known.entities and parent != ids[number]:
                score = _CONTEXT if reason is Reason.UNIT_OF_BODY else SURE
                self.links[document][f"{ref}.p"] = (link_to(parent, score, (reason,)),)

    def _link_by_name(self, ledger: Ledger, s: Sighting, place: Place) -> bool:
        """Lexicon, the document's own forum, forums of the corpus and generic words, in that order. False when none fits."""
        whole = self._by_name(ledger, s, s.text, place)
        if whole is None and s.kind is SightingKind.TARGET:
            whole = self._by_parts(ledger, s, place)
        elif whole is None:
            whole = self._municipalities_of(ledger, s.text)
        if whole:
            self.links[ledger.document][s.ref] = whole
        return whole is not None

    def _by_noun(self, noun: str, text: str, place: Place) -> tuple[Link, ...] | None:
        """What "nämnden" or "rådet" alone means: the forum whose minutes they are, if it is one; else nothing that could be told."""
        forum = self._forums.of(place) if self._forums.called(noun, place) else None
        if forum is not None:
            return (link_to(forum, _CONTEXT, (Reason.GENERIC_WORD,)),)
        return None if is_bare_group(text) or organ_name(text) == "fullmaktige" else ()

    def _by_name(self, ledger: Ledger, s: Sighting, text: str, place: Place) -> tuple[Link, ...] | None:
        known = self._known.find(text, place.region) or (
            self._known.find_near_municipality(text, place.region) if s.where in (Where.REPRESENTS, Where.MUNICIPALITY) else None
        )
        if known is not None:
            return (self._known.tell(ledger.document, known, text),)
        word = generic(text)
        if word is not None:
            return self._generic(word, place)
        noun = bare_noun(text)
        if noun is not None and (meant := self._by_noun(noun, text, place)) is not None:
            return meant
        forum = self._forums.named(ledger, self._whole(text, place), place)
        return None if forum is None else (link_to(forum, _CONTEXT, (Reason.SAME_NAME,)),)

    def _municipalities_of(self, ledger: Ledger, text: str) -> tuple[Link, ...] | None:
        """ "Arvika och Eda", for which one person speaks: both municipalities; None where a part is anything else."""
        parts = re.split(r"\s*,\s*|\s+(?:och|samt)\s+", text)
        known = [self._known.find(part) for part in parts if part]
        if len(parts) < 2 or not all(k is not None and k.label is Label.MUNICIPALITY for k in known):
            return None
        return tuple(self._known.tell(ledger.document, k, part) for k, part in zip(known, parts, strict=True) if k is not None)

    def _by_parts(self, ledger: Ledger, s: Sighting, place: Place) -> tuple[Link, ...] | None:
        """ "samtliga kommuner och Region Dalarna" is both; "deltagare i VFR" is the one body named in it."""
        parts = [part for part in re.split(r"\s*,\s*|\s+(?:och|samt)\s+", s.text) if part]
        if len(parts) > 1:
            each = [self._by_name(ledger, s, part, place) for part in parts]
            if all(each):
                return tuple(dict.fromkeys(link for links in each for link in links or ()))
        named = self._known.lexicon.find_bodies(s.text)
        ids = {known_id(m.entry) for m in named}
        if len(ids) == 1 and person_in(s.text) is None and not _names_a_part(s.text, named[0].start, named[0].end):
            known = Known(known_id(named[0].entry), label_of(named[0].entry), named[0].entry, named[0].exact)
            words = s.text[named[0].start : named[0].end]
            if self._known.is_split(known, words):
                return None
            rest = s.text[: named[0].start].strip()
            if known.label is Label.FORUM and s.where is not Where.ORIGIN and (word := generic(re.sub(r"\s+i$", "", rest))):
                return self._generic(word, Place(region=known.region or place.region, municipalities=place.municipalities))
            return (self._known.tell(ledger.document, known, words),)
        return None

    def _whole(self, text: str, place: Place) -> str:
        """ "fullmäktige" at a board of a municipality is "kommunfullmäktige", at one of a region "regionfullmäktige"."""
        owner = place.organisation or ""
        if organ_name(text) != "fullmaktige" or not owner:
            return text
        return "Kommunfullmäktige" if owner.startswith("municipality:") else "Regionfullmäktige"

    def _generic(self, word: Generic, place: Place) -> tuple[Link, ...] | None:
        evidence = (Reason.GENERIC_WORD,)
        owner = place.organisation or ""
        if word is Generic.MUNICIPALITY:
            return (
                (link_to(owner, _CONTEXT, evidence),) if owner.startswith("municipality:") and self._known.ensure(owner) else None
            )
        if word is Generic.REGION:
            region = self._known.find(place.region) if place.region else None
            if region is None or region.label is not Label.ORGANISATION:
                return None
            self._known.note(region, None)
            return (link_to(region.id, _CONTEXT, evidence),)
        entries = self._known.lexicon.municipalities_of(place.region)
        ids = [municipality_id(entry.code) for entry in entries] or list(place.municipalities)
        links = tuple(link_to(id_, _CONTEXT, evidence) for id_ in ids if self._known.ensure(id_))
        return links or None

    # --- organisations -----------------------------------------------------------------------------------------------

    def _organisation_key(self, s: Sighting, place: Place, topic: str | None) -> tuple[tuple[str, str, str], str, Reason]:
        """The unit of a body as written: its plain name and the body it is a part of; the name to show; and why."""
        text = s.text
        if is_passing_group(text) and topic:
            return (plain(text), "", f"topic {plain(topic)}"), f"{_capital(text)} ({topic})", Reason.AS_WRITTEN
        if is_bare_group(text) or is_office(text):
            # "Socialchefen" is another in another municipality, and where none is told, in another forum.
            office = is_office(text) and place.organisation and self._known.ensure(place.organisation)
            owner = place.organisation if office else self._forums.of(place)
            if owner:
                return (
                    (plain(text), owner, ""),
                    f"{_capital(text)}, {self._known.entities[owner].properties.get('abbreviation') or self._known.entities[owner].name}",
                    Reason.UNIT_OF_BODY,
                )
        named = self._known.split(text)
        if named is not None:
            self._known.note(named.whole, named.words)
            organ = organ_name(named.name)
            text = f"{_capital(definite(named.name))}, {self._known.name_of(named.whole.id) if organ else named.whole.entry.name}"
            return (organ or plain(named.name), named.whole.id, ""), text, Reason.AS_WRITTEN
        if organ_name(text):
            return self._organ_key(self._whole(text, place), place)
        if place.organisation and is_unit(text) and self._known.ensure(place.organisation):
            return (
                (plain(text), place.organisation, ""),
                f"{_capital(text)}, {self._known.name_of(place.organisation)}",
                Reason.UNIT_OF_BODY,
            )
        return (plain(text), "", place.region or ""), _capital(text), Reason.AS_WRITTEN

    def _organ_key(self, text: str, place: Place) -> tuple[tuple[str, str, str], str, Reason]:
        """The unit of what every municipality has: with its owner, or as it was spoken of in one forum of many."""
        name = organ_name(text) or plain(text)
        owner = find_owner(name, place, self._known)
        if owner and self._known.ensure(owner):
            return (name, owner, ""), f"{_capital(definite(text))}, {self._known.name_of(owner)}", Reason.UNIT_OF_BODY
        if place.owner and level_of(name) is None:
            return (name, "", f"owner {plain(place.owner)}"), f"{_capital(definite(text))}, {place.owner}", Reason.UNIT_OF_BODY
        forum = self._forums.of(place) or ""
        called = self._known.entities[forum].properties.get("abbreviation") or self._known.name_of(forum)
        return (name, "", f"forum {forum}"), f"{_capital(definite(text))} ({called})", Reason.AS_WRITTEN

    def _name_organisations(self, all_units: Sequence[Unit], groups: Groups) -> dict[int, str]:
        ids: dict[int, str] = {}
        chosen = []
        for members in groups.all():
            units = [all_units[m] for m in members]
            spellings = Spellings.union(unit.spellings for unit in units)
            with_owner = [unit for unit in units if unit.key[1]]
            name = (Spellings.union(unit.spellings for unit in with_owner) if with_owner else spellings).best()
            region = next((unit.region for unit in units if unit.region), None)
            chosen.append((members, name, spellings, region))
        namesakes = Counter(organisation_id(name) for _, name, _, _ in chosen)
        for members, name, spellings, region in chosen:
            full = f"{name}, {region}" if namesakes[organisation_id(name)] > 1 and region else name
            id_ = organisation_id(full)
            seen = {*spellings.all(), name, *_without_whole(name)}
            keys = {unit_key(all_units[m].key) for m in members}
            if id_ in self._known.entities:  # a namesake of the same region: nothing tells the two apart
                seen |= set(self._known.entities[id_].properties["aliases"])
                keys |= set(self._known.entities[id_].units)
            aliases = sorted(seen - {full})
            self._known.entities[id_] = new_entity(
                id_,
                Label.ORGANISATION,
                full,
                {"aliases": aliases, "keys": keys_of(full, *aliases), "region": region},
                sorted(keys),
            )
            ids.update(dict.fromkeys(members, id_))
        return ids

    def _join_known(self) -> None:
        """What somebody has called the same as a body of the lexicon becomes that body."""
        into: dict[str, str] = {}

        def final(id_: str) -> str:
            while id_ in into:
                id_ = into[id_]
            return id_

        for label, a, b in self._joined:
            ids = [self._known.units[label, key].entity if (label, key) in self._known.units else key for key in (a, b)]
            left, right = (final(id_) for id_ in ids)
            if left != right and self._known.has(left) and self._known.has(right):
                kept, gone = (
                    (left, right)
                    if (left not in self._known.by_id, left) < (right not in self._known.by_id, right)
                    else (right, left)
                )
                into[gone] = kept
        for gone in sorted(into):
            self._known.take_in(final(gone), gone)
        if into:
            for refs in self.links.values():
                refs.update({ref: tuple(_joined(link, final(link.entity)) for link in links) for ref, links in refs.items()})
            for place in (place for places in self.places.values() for place in places):
                place.organisation = final(place.organisation) if place.organisation else None


def _names_a_part(text: str, start: int, end: int) -> bool:
    """Whether the rest of the words names a body of its own, of which the known one is the owner: "VFR:s presidium"."""
    return looks_like_body(f"{text[:start]} {text[end:]}")


def _joined(link: Link, entity: str) -> Link:
    """The link, to the body that somebody has said its own to be."""
    return link if link.entity == entity else link_to(entity, SURE, (Reason.JUDGED, *(Reason(r) for r in link.evidence)))


def _without_whole(name: str) -> list[str]:
    """The name by which a body goes inside the one that it is a part of: "Socialförvaltningen, Norrby kommun", "… (SAM)"."""
    first = re.split(r", | \(", name)[0]
    if first != name and (organ_name(first) or is_bare_group(first)):
        return [first]
    return [name.rsplit(", ", 1)[0]] if ", " in name else []


def _capital(text: str) -> str:
    bare = re.sub(r"^(?:en|den)\s+", "", text)
    return bare[:1].upper() + bare[1:]
