"""Bodies of the lexicon: which one a text names, and the entities of those that the documents name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any, Final, NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from graph.identifiers import forum_id, municipality_id, organisation_id
from graph.lexicon import BodyKind, Entry, ForumEntry, Lexicon, MunicipalityEntry, OrganisationEntry
from graph.names import fold
from graph.resolution.judging import Judgements
from graph.resolution.model import DecidedBy, DoubtfulPair, Entity, Link, Reason, UnitSeen
from graph.resolution.spellings import Spellings
from graph.resolution.words import is_bare_group, organ_name, plain
from graph.schema import Label

SURE: Final = 1.0
NEAR: Final = 0.9
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


class Part(NamedTuple):
    """A body named as part of a known one: what it is called, the whole, and the words for the whole."""

    name: str
    whole: Known
    words: str


class KnownBodies:
    """What the lexicon knows, and all bodies that came of a set of documents: `entities`, to which forums and organisations that
    the lexicon does not know are added as well."""

    def __init__(self, lexicon: Lexicon, judgements: Judgements) -> None:
        self.lexicon = lexicon
        self._judgements = judgements
        self._cache: dict[str, Known | None] = {}
        self._split_cache: dict[str, Part | None] = {}
        self._seen: dict[str, tuple[Known, Spellings]] = {}
        self._near: dict[tuple[str, str], tuple[Known, Spellings]] = {}
        """Spellings near a name of the lexicon: (id, plain name) -> the body, and how it was spelled."""
        self.entities: dict[str, Entity] = {}
        self.captions: dict[str, str] = {}
        self.units: dict[tuple[Label, str], UnitSeen] = {}

    # --- names -------------------------------------------------------------------------------------------------------

    def find(self, text: str, region: str | None = None) -> Known | None:
        """The body of the lexicon that `text` names; not a forum of another region than the one it is spoken of in."""
        if text not in self._cache:
            self._cache[text] = self._look_up(text)
        found = self._cache[text]
        if found is not None and found.label is Label.FORUM and found.region and region and fold(found.region) != fold(region):
            return None
        return None if found is not None and self.is_split(found, text) else found

    def is_split(self, known: Known, text: str) -> bool:
        """Whether somebody has said that this spelling, near a name of the lexicon, is another body."""
        return not known.exact and self._judgements.verdict(known.label, known.id, _near_key(text, known.id)) is False

    def _look_up(self, text: str) -> Known | None:
        found = self.lexicon.body(text)
        if found is None:
            return None
        kind, entry = found
        return Known(known_id(entry), _LABELS[kind], entry, exact=is_exact(text, entry))

    def find_near_municipality(self, text: str, region: str | None) -> Known | None:
        """One slip in the name of a municipality of the meeting's own region."""
        folded = re.sub(r" kommuns?$", "", fold(text))
        if len(folded) < 5 or region is None:
            return None
        near = [
            entry
            for entry in self.lexicon.municipalities_of(region)
            if len(entry.name) > 4 and DamerauLevenshtein.distance(folded, fold(entry.name), score_cutoff=1) <= 1
        ]
        if len(near) != 1:
            return None
        known = Known(known_id(near[0]), Label.MUNICIPALITY, near[0], exact=False)
        return None if self.is_split(known, text) else known

    def split(self, text: str) -> Part | None:
        """A body named with the one it is a part of: "Styrgruppen, Region Dalarna", "kommunstyrelsen i Mora", and "Mora
        kommunstyrelse", "Mora kommuns socialnämnd" for what every municipality has; None when no known body is named so."""
        if text not in self._split_cache:
            self._split_cache[text] = self._split(text)
        return self._split_cache[text]

    def _split(self, text: str) -> Part | None:
        gaps = list(re.finditer(r",\s*|\s+(?:i|vid|på|hos)\s+|\s+", text))
        for match in reversed(gaps):
            head, tail = text[: match.start()].strip(" ,"), text[match.end() :].strip()
            parent = self.find(tail) if len(tail) > 2 and head else None
            if parent is None or not parent.exact or fold(head) in ("", "lokal", "lokala") or _COORDINATED.search(head):
                continue
            if (
                _is_bare_place(parent, tail)
                and not match.group(0).strip()
                and organ_name(head) is None
                and not is_bare_group(head)
            ):
                continue  # "Pensionärerna Mora" are in the place and no part of the municipality
            return Part(head, parent, tail)
        for match in reversed(gaps):
            owner, rest = text[: match.start()].strip(" ,"), text[match.end() :].strip()
            parent = self.find(owner) if len(owner) > 2 and organ_name(rest) else None
            if parent is not None and parent.exact and (parent.label is Label.MUNICIPALITY or self.is_region(parent.entry.name)):
                return Part(rest, parent, owner)
        return None

    # --- entities ----------------------------------------------------------------------------------------------------

    def note(self, known: Known, text: str | None) -> None:
        entry = self._seen.setdefault(known.id, (known, Spellings()))
        if text:
            entry[1].add(text, "", None)
        if known.id not in self.entities:
            self._add(known)

    def tell(self, document: str, known: Known, text: str) -> Link:
        """The link of a mention to a body of the lexicon, by its own name or by one near it."""
        self.note(known, text)
        if known.exact:
            return link_to(known.id, SURE, (Reason.LEXICON,))
        self._near.setdefault((known.id, plain(text)), (known, Spellings()))[1].add(text, document, None)
        if self._judgements.verdict(known.label, known.id, _near_key(text, known.id)):
            return link_to(known.id, SURE, (Reason.JUDGED, Reason.LEXICON_NEAR))
        return link_to(known.id, NEAR, (Reason.LEXICON_NEAR,))

    def ensure(self, id_: str) -> bool:
        """Take in a body of the lexicon by its id, when it is not among the entities yet."""
        if id_ in self.entities:
            return True
        entry = self.by_id.get(id_)
        if entry is not None:
            self.note(Known(id_, label_of(entry), entry, exact=True), None)
        return entry is not None

    @cached_property
    def _regions(self) -> frozenset[str]:
        return frozenset(fold(entry.region) for entry in self.lexicon.content.municipalities)

    def is_region(self, name: str) -> bool:
        """Whether an organisation is itself a region: "Region Dalarna"."""
        return fold(name) in self._regions

    def has(self, id_: str) -> bool:
        """Whether it is a body of the lexicon or of the documents."""
        return id_ in self.entities or id_ in self.by_id

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        content = self.lexicon.content
        entries: tuple[Entry, ...] = (*content.forums, *content.organisations, *content.municipalities)
        return {known_id(entry): entry for entry in entries}

    def name_of(self, id_: str) -> str:
        entry = self.by_id.get(id_)
        if isinstance(entry, MunicipalityEntry):
            return entry.formal_name
        return entry.name if entry else self.entities[id_].name if id_ in self.entities else ""

    def region_of(self, id_: str) -> str | None:
        """The region in which a body is, when that is known: of two bodies in two regions, one person is seldom in both."""
        entry = self.by_id.get(id_)
        if entry is not None:
            return entry.region
        return self.entities[id_].properties.get("region") if id_ in self.entities else None

    def _add(self, known: Known) -> None:
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
        properties |= {"aliases": aliases, "keys": keys_of(entry.name, *aliases)}
        self.entities[known.id] = new_entity(known.id, known.label, entry.name, properties, [known.id])

    def finish(self) -> list[DoubtfulPair]:
        """Give each entity every spelling seen, and tell the spellings that are near a name: gives them as merges to look at."""
        for known, _ in self._seen.values():
            self._add(known)
        merged = self._tell_near()
        for known, _ in self._seen.values():
            self.units[known.label, known.id] = UnitSeen(known.label, known.id, known.id, known.entry.name, (), (), 0)
        return merged

    def _tell_near(self) -> list[DoubtfulPair]:
        merged = []
        for (id_, _), (known, spellings) in sorted(self._near.items()):
            spelling, documents = spellings.best(), tuple(sorted(spellings.documents()))
            key = _near_key(spelling, id_)
            unit = UnitSeen(known.label, key, id_, spelling, tuple(spellings.all()), documents, len(documents))
            self.units[known.label, key] = unit
            if self._judgements.verdict(known.label, id_, key) is None:
                reasons = (Reason.LEXICON_NEAR,)
                merged.append(DoubtfulPair(known.label, id_, id_, id_, key, NEAR, reasons, (), unit.weight))
        return merged

    def take_in(self, kept: str, gone: str) -> None:
        """The names of one entity as further names of another."""
        self.ensure(kept)
        if gone not in self.entities:
            return
        ours, theirs = self.entities[kept], self.entities[gone]
        aliases = sorted({*ours.properties["aliases"], theirs.name, *theirs.properties["aliases"]} - {ours.name})
        properties = {**ours.properties, "aliases": aliases, "keys": keys_of(ours.name, *aliases)}
        self.entities[kept] = new_entity(kept, ours.label, ours.name, properties, [*ours.units, *theirs.units])
        for place, unit in self.units.items():
            if unit.entity == gone:
                self.units[place] = replace(unit, entity=kept)


def known_id(entry: Entry) -> str:
    match entry:
        case ForumEntry():
            return forum_id(entry.short)
        case OrganisationEntry():
            return organisation_id(entry.name)
        case MunicipalityEntry():
            return municipality_id(entry.code)


def label_of(entry: Entry) -> Label:
    match entry:
        case ForumEntry():
            return Label.FORUM
        case OrganisationEntry():
            return Label.ORGANISATION
        case MunicipalityEntry():
            return Label.MUNICIPALITY


def is_exact(text: str, entry: Entry) -> bool:
    """Whether a text that names the body is one of its names, and not only near one."""
    if not isinstance(entry, ForumEntry):
        return True
    folded = fold(text)
    names = {fold(name) for name in (entry.short, entry.name, *entry.aliases)}
    return folded in names or folded.removesuffix("s") in names


def _is_bare_place(known: Known, words: str) -> bool:
    """Whether a municipality is named by its place alone, so that the words may mean the place."""
    return isinstance(known.entry, MunicipalityEntry) and fold(words) == fold(known.entry.name)


_COORDINATED = re.compile(r"(?:^|\s)(?:och|samt|&)$", re.IGNORECASE)


def _near_key(text: str, id_: str) -> str:
    """The unit of a spelling that is near a name of the lexicon: what a judgement names to part the two."""
    return f"{plain(text)}|{id_}"


@lru_cache(maxsize=1 << 16)
def link_to(entity: str, score: float, evidence: tuple[Reason, ...]) -> Link:
    decided = DecidedBy.REVIEWER if Reason.JUDGED in evidence else DecidedBy.RULE
    return Link(entity, score, decided, evidence)


def new_entity(id_: str, label: Label, name: str, properties: Mapping[str, Any], units: Sequence[str]) -> Entity:
    kept = {key: value for key, value in properties.items() if value is not None}
    return Entity(id_, label, name, {"id": id_, "name": name, **kept}, tuple(sorted(units)))


def keys_of(*names: str) -> list[str]:
    """The names as they are looked up by: folded, each once, sorted."""
    return sorted({folded for name in names if (folded := fold(name))})


def surety(evidence: tuple[Reason, ...]) -> float:
    sure = (Reason.AS_WRITTEN, Reason.JUDGED, Reason.UNIT_OF_BODY)
    return SURE if evidence[0] in sure else NEAR
