"""What resolution gives: entities, the link of each mention to its entity with reasons, and the pairs it was unsure of."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, Final

from graph.schema import Label

RESOLUTION_VERSION = 5
"""Raised when the same ledgers would be built into other nodes and edges, so that documents in a store are built again."""

CERTAIN: Final = 0.98
"""Merges below this are told, for a person to look at."""
DOUBTFUL: Final = 0.62
"""Of names that are left apart, those that are less likely one are not told."""

AgendaPlace = tuple[str | None, str]
"""The number and the title of an item on an agenda."""


def unit_key(parts: Iterable[str]) -> str:
    """The key of a unit (one spelling in one context) as judgements and `UnitSeen` write it; empty parts say nothing."""
    return "|".join(part for part in parts if part)


class DecidedBy(StrEnum):
    RULE = "rule"
    REVIEWER = "reviewer"


class Verdict(StrEnum):
    SAME = "same"
    DIFFERENT = "different"


class Reason(StrEnum):
    """What speaks for or against two mentions being one. Stored as evidence on each link; pages put them in words."""

    LEXICON = "lexicon"
    LEXICON_NEAR = "lexiconNear"
    GENERIC_WORD = "genericWord"
    AS_WRITTEN = "asWritten"
    SAME_NAME = "sameName"
    TOKEN_ORDER = "tokenOrder"
    JOINED = "joined"
    SLIP = "slip"
    SHORTENED = "shortened"
    ABBREVIATION = "abbreviation"
    SAME_BODY = "sameBody"
    SAME_FORUM = "sameForum"
    SAME_DOCUMENT = "sameDocument"
    SAME_ROLE = "sameRole"
    MOVED = "moved"
    UNIT_OF_BODY = "unitOfBody"
    SAME_TITLE = "sameTitle"
    CONTAINED = "contained"
    SHARED_WORDS = "sharedWords"
    SAME_PEOPLE = "samePeople"
    JUDGED = "judged"
    # against
    SAME_LIST = "sameList"
    SAME_DAY_ELSEWHERE = "sameDayElsewhere"
    OTHER_BODY = "otherBody"
    OTHER_REGION = "otherRegion"
    OVERLAPPING = "overlapping"
    COMMON_NAME = "commonName"
    ROLE_CONFLICT = "roleConflict"
    BOTH_OFTEN = "bothOften"
    BOTH_REAL_NAMES = "bothRealNames"
    SHORT_NAME = "shortName"
    INITIAL_DIFFERS = "initialDiffers"
    SEVERAL_CANDIDATES = "severalCandidates"
    NO_BODY = "noBody"
    NO_OWNER = "noOwner"
    OTHER_WORDS = "otherWords"
    SAME_AGENDA = "sameAgenda"
    MANY_LETTERS = "manyLetters"


@dataclass(frozen=True, slots=True)
class Link:
    """One mention points at one entity. `score` is 0.0 to 1.0: how sure."""

    entity: str
    score: float
    decided_by: DecidedBy
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """`properties` are the node's, `id` and `name` among them, without nulls. `spellings` are the keys of its units."""

    id: str
    label: Label
    name: str
    properties: Mapping[str, Any]
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DoubtfulPair:
    """Two entities that may be one. `left` and `right` are entity ids, the unit keys are what a judgement names."""

    label: Label
    left: str
    right: str
    left_unit: str
    right_unit: str
    score: float
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]
    weight: int
    """How many mentions a merge would move."""


@dataclass(frozen=True, slots=True)
class UnitSeen:
    """What a judgement may name: mentions that resolution never parts, of one spelling (or nearly) in one context.

    `spelling` is the one seen most, `body` the entity id of whom a person spoke for or what a body is a part of, or empty.
    `documents` are the ids of those that have it, sorted.
    """

    label: Label
    key: str
    entity: str
    spelling: str
    spellings: tuple[str, ...]
    documents: tuple[str, ...]
    weight: int
    body: str = ""
    roles: tuple[str, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on two units of one label: they are the same, or different. It outranks every rule.

    A unit that is no longer there by its key is looked for among those of the same spelling, in these `documents` first.
    """

    label: Label
    left: str
    right: str
    verdict: Verdict
    left_documents: tuple[str, ...] = ()
    right_documents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Resolution:
    """`links[document][ref]` are the entities that a mention means: one, or several for "kommunerna"; absent when none."""

    entities: Mapping[str, Entity]
    links: Mapping[str, Mapping[str, tuple[Link, ...]]]
    doubtful: tuple[DoubtfulPair, ...]
    captions: Mapping[str, str]
    """Forum id -> the short name by which its meetings are called."""
    merged: tuple[DoubtfulPair, ...] = ()
    """Units that rules put together though not every sign is sure: `left` and `right` are the same entity."""
    units: Mapping[tuple[Label, str], UnitSeen] = field(default_factory=dict)
    """All units by label and key."""
    agendas: Mapping[str, Mapping[str, AgendaPlace]] = field(default_factory=dict)
    """`agendas[document][ref]` is the item of the minutes that a row of another document tells of."""

    def of(self, document: str, ref: str) -> tuple[Link, ...]:
        """The links of one mention, empty when it was not resolved."""
        return self.links.get(document, {}).get(ref, ())

    def entity(self, document: str, ref: str) -> Entity | None:
        """The entity of a mention that means exactly one."""
        found = self.of(document, ref)
        return self.entities[found[0].entity] if len(found) == 1 else None

    def place_on_agenda(self, document: str, ref: str) -> AgendaPlace | None:
        """The item of minutes that a row tells of, None when it is none of them."""
        return self.agendas.get(document, {}).get(ref)

    def signature(self, document: str) -> str:
        """Changes exactly when the document would be built into other nodes of its own or other edges."""
        digest = hashlib.sha256(f"{RESOLUTION_VERSION}\n".encode())
        for ref, links in sorted(self.links.get(document, {}).items()):
            digest.update(ref.encode())
            for link in links:
                digest.update(self._fingerprints[link.entity])
                digest.update(f"{link.score:.3f}{link.decided_by}{','.join(link.evidence)}".encode())
        for ref, place in sorted(self.agendas.get(document, {}).items()):
            digest.update(f"{ref}={place}\n".encode())
        return digest.hexdigest()[:16]

    @cached_property
    def _fingerprints(self) -> dict[str, bytes]:
        """What of an entity shows in the nodes and edges of a document: its id, and of a forum the name of its meetings."""
        return {id_: f"\t{id_}\t{self.captions.get(id_, '')}\t".encode() for id_ in self.entities}
