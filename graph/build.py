"""From one record to nodes and edges. Pure: what every mention means comes in with the resolution, nothing is looked up here.

The graph of a set of documents is the union of their DocumentGraphs: entities as the resolution gives them, meetings, items
and decisions merged from all documents that tell of them (`merge_tellings`), and every edge with the one document that says so.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from graph.identifiers import (
    decision_id,
    document_id,
    item_id,
    item_key,
    meeting_id,
    meeting_key,
    mention_id,
    passage_id,
)
from graph.names import fold, squash
from graph.record import (
    Decision,
    DecisionKind,
    DocumentKind,
    Item,
    Meeting,
    Movement,
    MovementType,
    Record,
    Span,
    Status,
)
from graph.references import iter_telling, references_of
from graph.resolution.ledger import Ledger, Sighting, Where, build_ledger
from graph.resolution.model import Link, Reason, Resolution
from graph.resolution.subjects import report_kind
from graph.schema import Label, RelationshipType

Properties = Mapping[str, Any]
EdgeKind = tuple[Label, RelationshipType, Label]
Basis = Literal["stated", "inferred"]

R = RelationshipType
_BODIES: Final = frozenset({Label.FORUM, Label.ORGANISATION, Label.MUNICIPALITY})
TARGETS: Final[Mapping[RelationshipType, frozenset[Label]]] = {
    R.RECOMMENDS: _BODIES | {Label.OFFICIAL},
    R.ASSIGNS: _BODIES | {Label.OFFICIAL},
    R.PETITIONS: _BODIES,
    R.REFERRED_TO: _BODIES | {Label.MEETING},
    R.REPORTS_BACK_TO: frozenset({Label.FORUM, Label.ORGANISATION}),
    R.RAISED_BY: _BODIES | {Label.OFFICIAL},
    R.APPOINTS: frozenset({Label.OFFICIAL}),
    R.INVITES: frozenset({Label.OFFICIAL}),
}
"""What a matter can be sent on to. Wider than it need be for PETITIONS, REFERRED_TO and RAISED_BY, where the sources name
municipalities, organisations and single members as well: leaving them out would lose what was said."""

_SENDING: Final = {
    DecisionKind.RECOMMEND: R.RECOMMENDS,
    DecisionKind.ASSIGN: R.ASSIGNS,
    DecisionKind.PETITION: R.PETITIONS,
    DecisionKind.APPOINT: R.APPOINTS,
    DecisionKind.INVITE: R.INVITES,
}
_SETTLING: Final = {
    DecisionKind.TABLE: R.TABLED,
    DecisionKind.APPROVE: R.APPROVED,
    DecisionKind.ADOPT: R.ADOPTED,
    DecisionKind.POSTPONE: R.POSTPONED,
    DecisionKind.REJECT: R.REJECTED,
}
_MOVING: Final = {kind: R(kind.value) for kind in MovementType}
_MENTION_KINDS: Final = {
    Label.OFFICIAL: "person",
    Label.FORUM: "forum",
    Label.MUNICIPALITY: "municipality",
    Label.ORGANISATION: "organisation",
    Label.TOPIC: "topic",
    Label.REPORT: "report",
}
SHARED: Final = (Label.MEETING, Label.AGENDA_ITEM, Label.DECISION)
"""Labels whose nodes several documents can tell of, each in its own words."""

_MAX_NAME: Final = 80
_MAX_CONTEXT: Final = 400
_MAX_TELLING: Final = 6
"""More sentences than this tell no more of what an item answers."""
_DEADLINE: Final = re.compile(r"\b(?:senast|innan|före|till och med|t\.?o\.?m\.?)\b", re.IGNORECASE)


class Told:
    """How a document tells of a meeting, best first: the rank by which several tellings are merged."""

    MINUTES = 0
    TABLE = 1
    REFERENCE = 2


@dataclass(frozen=True, slots=True)
class Edge:
    start: str
    end: str
    properties: dict[str, Any]


@dataclass(frozen=True)
class DocumentGraph:
    """Everything one document says. `nodes` by label, each with `id`; entities carry the resolution's properties."""

    document: str
    nodes: Mapping[Label, Sequence[Properties]]
    edges: Mapping[EdgeKind, Sequence[Edge]]
    ranks: Mapping[str, int]
    """Meetings, items and decisions -> how they are told of (`Told`)."""

    @property
    def own(self) -> Properties:
        """The Document node."""
        return self.nodes[Label.DOCUMENT][0]


def merge_tellings(tellings: Iterable[tuple[int, str, Properties]]) -> dict[str, Any]:
    """One node from what several documents tell of it, each with rank and document id: for each property the first that
    says something counts, minutes before tables before mere references."""
    merged: dict[str, Any] = {}
    for _, _, properties in sorted(tellings, key=lambda t: t[:2]):
        for key, value in properties.items():
            if merged.get(key) in (None, []):
                merged[key] = value
        if "recorded" in properties:
            merged["recorded"] = merged["recorded"] or properties["recorded"]
    return merged


def build_graph(
    record: Record,
    document_text: str,
    layout: Mapping[str, Any],
    path: str,
    resolution: Resolution,
    *,
    paths: Sequence[str] = (),
    read_with: str = "",
    ledger: Ledger | None = None,
) -> DocumentGraph:
    """The nodes and edges of one document.

    `layout` has the blocks, marks and page starts of the text; `path` says where the file was read from, `paths` where else
    the same content lies; `read_with` is the digest of the lexicon it was read with; `ledger` is that of the record, if it is at
    hand already.
    """
    return _Builder(record, document_text, layout, resolution, ledger or build_ledger(record, document_text)).build(
        path, paths or (path,), read_with
    )


def shorten(text: str, length: int = _MAX_NAME) -> str:
    """At most `length` characters, cut between words, with an ellipsis where something was cut."""
    bare = squash(text)
    if len(bare) <= length:
        return bare
    return f"{bare[: length - 1].rsplit(' ', 1)[0]}…"


@dataclass
class _Place:
    """A meeting while it is being built."""

    id: str
    key: str
    forum: str
    head: str
    """Passage id."""
    date: dt.date | None


@dataclass
class _Builder:
    record: Record
    text: str
    layout: Mapping[str, Any]
    resolution: Resolution
    ledger: Ledger
    document: str = field(init=False)
    nodes: dict[Label, dict[str, Properties]] = field(default_factory=dict)
    edges: dict[EdgeKind, dict[tuple[Any, ...], Edge]] = field(default_factory=dict)
    ranks: dict[str, int] = field(default_factory=dict)
    sightings: dict[str, Sighting] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.document = document_id(self.record.document.sha256)
        self.sightings = {s.ref: s for s in self.ledger.sightings}
        self._page_starts = list(self.layout.get("pageStarts") or [0])
        self._blocks = [(b["start"], b["end"], b["kind"]) for b in self.layout.get("blocks", ())]
        self._block_starts = [start for start, _, _ in self._blocks]
        self._is_minutes = self.record.document.kind is DocumentKind.MINUTES

    def build(self, path: str, paths: Sequence[str], read_with: str) -> DocumentGraph:
        if "d" in self.sightings:
            self._document_as_report()
        for j, meeting in enumerate(self.record.meetings):
            self._meeting(meeting, j)
        for a in self.record.abbreviations:
            self._passage(self._context(a.span), self._section_of(a.span))
        self._running_text()
        self._document(path, paths, read_with)
        nodes = {label: list(by_id.values()) for label, by_id in self.nodes.items()}
        edges = {kind: list(by_key.values()) for kind, by_key in self.edges.items()}
        return DocumentGraph(self.document, nodes, edges, self.ranks)

    # --- the document ------------------------------------------------------------------------------------------------

    def _document(self, path: str, paths: Sequence[str], read_with: str) -> None:
        facts = self.record.document
        domain = sorted(
            id_ for label, by_id in self.nodes.items() if label not in (Label.PASSAGE, Label.MENTION) for id_ in by_id
        )
        self._node(
            Label.DOCUMENT,
            {
                "id": self.document,
                "name": facts.title or facts.file,
                "file": facts.file,
                "path": path,
                "paths": sorted(paths),
                "sha256": facts.sha256,
                "mediaType": facts.media_type,
                "kind": facts.kind.value,
                "title": facts.title,
                "diaryNumber": facts.diary_number,
                "date": facts.date,
                "pages": facts.pages,
                "language": facts.language,
                "readerVersion": facts.reader_version,
                "readWith": read_with,
                "carriesStrikethrough": facts.carries_strikethrough,
                "text": self.text,
                "layout": json.dumps(self.layout, ensure_ascii=False, separators=(",", ":")),
                "record": self.record.model_dump_json(by_alias=True),
                "ledger": self.ledger.to_json(),
                "nodes": domain,
                "resolution": self.resolution.signature(self.document),
                "unread": len(self.record.unread),
            },
        )

    def _document_as_report(self) -> None:
        """A report's own title names a Report, so that the paper and the meetings it was laid before meet."""
        title = self.record.document.title or ""
        at = self._find(title, (0, min(len(self.text), 4000)))
        passage = self._passage(at or (0, min(len(self.text), len(title))), None)
        for link in self._links("d"):
            self._entity(link.entity)
        self._mention("d", passage, at)

    # --- meetings ----------------------------------------------------------------------------------------------------

    def _meeting(self, meeting: Meeting, j: int) -> None:
        forum = self._one(f"m{j}.f", Label.FORUM)
        if forum is None:
            return
        head = self._passage(self._table_row(meeting.span), self._section_of(meeting.span))
        place = self._place(forum, meeting.date, head)
        told = Told.MINUTES if self._is_minutes else Told.TABLE
        self._tell(
            Label.MEETING,
            told,
            self._meeting_properties(place, recorded=self._is_minutes)
            | {"start": meeting.start, "end": meeting.end, "place": meeting.place, "online": meeting.online},
        )
        whose = [self._passage(meeting.forum_span, None)] if meeting.forum_span else []
        told_of: Basis = "stated" if meeting.forum else "inferred"
        self._fact(Label.MEETING, place.id, R.MEETING_OF, Label.FORUM, forum, [*whose, head], told_of)
        if self._is_minutes:
            self._fact(Label.MEETING, place.id, R.RECORDED_IN, Label.DOCUMENT, self.document, [head])
        self._mention(f"m{j}.f", head, self._find(meeting.forum_as_written or "", meeting.span))
        if meeting.organisation:
            at = self._find(meeting.organisation, meeting.span)
            self._mention(f"m{j}.o", head, at)
            for link in self._links(f"m{j}.o"):
                label = self._entity(link.entity)
                basis: Basis = "stated" if at and self._says(link.entity, head) else "inferred"
                self._fact(Label.FORUM, forum, R.PART_OF, label, link.entity, [head], basis)
        self._attendance(meeting, j, place)
        self._municipalities(meeting, j, place)
        taken: dict[str, int] = {}
        for n, item in enumerate(meeting.items):
            number, title = self.resolution.place_on_agenda(self.document, f"m{j}.i{n}") or (item.number, item.title)
            key = item_key(place.key, number, title)
            taken[key] = taken.get(key, 0) + 1
            if taken[key] > 1:  # a number used twice in one agenda
                key = f"{key}+{taken[key]}"
            self._item(item, meeting, j, n, key, place)

    def _place(self, forum: str, date: dt.date | None, head: str) -> _Place:
        key = meeting_key(forum.removeprefix("forum:"), date, self.document)
        return _Place(meeting_id(key), key, forum, head, date)

    def _meeting_properties(self, place: _Place, *, recorded: bool) -> dict[str, Any]:
        caption = self.resolution.captions.get(place.forum) or self.resolution.entities[place.forum].name
        name = f"{caption} {place.date.isoformat()}" if place.date else caption
        return {"id": place.id, "name": name, "forum": place.forum, "date": place.date, "recorded": recorded}

    def _attendance(self, meeting: Meeting, j: int, place: _Place) -> None:
        for k, person in enumerate(meeting.attendance):
            official = self._one(f"m{j}.a{k}", Label.OFFICIAL)
            if official is None:
                continue
            passage = self._passage(self._context(person.span), self._section_of(person.span))
            self._mention(f"m{j}.a{k}", passage, person.span)
            self._mention(f"m{j}.a{k}.r", passage, self._find(person.represents or "", self._span_of(passage)))
            presented = ((p.role, p.span) for i in meeting.items for p in i.presenters if fold(p.name) == fold(person.name))
            self._fact(
                Label.OFFICIAL,
                official,
                R.ATTENDANCE,
                Label.MEETING,
                place.id,
                [passage, *self._role_elsewhere(person.role, passage, presented)],
                properties={
                    "status": person.status.value,
                    "role": person.role,
                    "represents": person.represents,
                    "paragraphs": person.paragraphs,
                    "replaces": person.replaces,
                },
                once=True,
            )
            self._represents(official, f"m{j}.a{k}.r", person.role, place.date, passage)

    def _represents(self, official: str, ref: str, role: str | None, date: dt.date | None, passage: str) -> None:
        for link in self._links(ref):
            label = self._entity(link.entity)
            self._part_of(ref, link, passage)
            kind = (Label.OFFICIAL, R.REPRESENTS, label)
            known = self.edges.get(kind, {}).get((official, link.entity))
            self._fact(
                Label.OFFICIAL,
                official,
                R.REPRESENTS,
                label,
                link.entity,
                [passage],
                properties={"role": role, "firstSeen": date, "lastSeen": date},
                once=True,
            )
            if known is not None and date is not None:
                known.properties["firstSeen"] = min(date, known.properties.get("firstSeen") or date)
                known.properties["lastSeen"] = max(date, known.properties.get("lastSeen") or date)

    def _part_of(self, ref: str, link: Link, passage: str) -> None:
        """The body is written as a part of another ("Enheten, Norrby kommun"), or is one by its place in the document."""
        for parent in self._links(f"{ref}.p"):
            label, whole = self._entity(link.entity), self._entity(parent.entity)
            concluded = Reason.UNIT_OF_BODY in parent.evidence or not self._says(parent.entity, passage)
            basis: Basis = "inferred" if concluded else "stated"
            self._fact(label, link.entity, R.PART_OF, whole, parent.entity, [passage], basis, once=True)

    def _says(self, entity: str, passage: str) -> bool:
        """Whether the words of a passage have one of the names of an entity, also in the genitive."""
        words = f" {fold(self.nodes[Label.PASSAGE][passage]['text'])} "
        found = self.resolution.entities[entity]
        names = [found.name, *found.properties.get("aliases", ())]
        return any(f" {fold(name)} " in words or f" {fold(name)}s " in words for name in names if fold(name))

    def _municipalities(self, meeting: Meeting, j: int, place: _Place) -> None:
        lines: dict[str, list[Span]] = {}
        for k, person in enumerate(meeting.attendance):
            for link in self._links(f"m{j}.a{k}.r"):
                lines.setdefault(link.entity, []).append(person.span)
        for k, municipality in enumerate(meeting.municipalities):
            found = self._one(f"m{j}.v{k}", Label.MUNICIPALITY)
            if found is None:
                continue
            of_people = lines.get(found, [])
            spans = list(municipality.spans) or of_people
            if not spans:
                continue  # not listed at all is no statement (MODEL.md)
            own_words = [span for span in spans if not any(_overlap(span, other) for other in of_people)]
            passages = [self._passage(self._context(span), self._section_of(span)) for span in spans]
            basis: Basis = "stated" if own_words else "inferred"
            self._fact(
                Label.MUNICIPALITY,
                found,
                R.ATTENDANCE,
                Label.MEETING,
                place.id,
                passages,
                basis,
                properties={"status": municipality.status.value, "reason": municipality.reason},
                once=True,
            )
            for span in own_words:
                passage = self._passage(self._context(span), self._section_of(span))
                self._mention(
                    f"m{j}.v{k}",
                    passage,
                    self._find(municipality.name, span) or self._find(municipality.name, self._span_of(passage)),
                )

    # --- items -------------------------------------------------------------------------------------------------------

    def _item(self, item: Item, meeting: Meeting, j: int, n: int, key: str, place: _Place) -> None:
        id_, ref = item_id(key), f"m{j}.i{n}"
        title = self._passage(item.title_span, item.title)
        told = Told.MINUTES if self._is_minutes else Told.TABLE
        self._tell(
            Label.AGENDA_ITEM,
            told,
            {
                "id": id_,
                "name": item.title,
                "number": item.number,
                "position": n + 1,
                "labels": item.labels,
                "attachments": item.attachments,
                "summary": item.summary,
                "note": item.note,
                "told": self._telling(item) or None,
                "meeting": place.id,
            },
        )
        self._fact(Label.AGENDA_ITEM, id_, R.ON_AGENDA_OF, Label.MEETING, place.id, [title])
        topics = self._topics(item, ref, id_, title)
        self._wholes(item, ref)
        reports = self._reports(item, ref, id_, title, topics)
        self._presenters(item, meeting, ref, id_, place)
        self._references(item, ref, id_, place)
        decisions = [self._decision(d, item, ref, k, key, id_, place, topics, reports) for k, d in enumerate(item.decisions)]
        for k, movement in enumerate(item.movements):
            self._movement(movement, item, f"{ref}.w{k}", id_, place, decisions)

    def _topics(self, item: Item, ref: str, id_: str, title: str) -> dict[str, str]:
        """Links the item to its topics. Returns topic id -> its name in this document."""
        topics: dict[str, str] = {}
        for k, name in enumerate(item.topics):
            at = self._find(name, item.title_span)
            passage = title
            if at is None and (at := self._find(name, item.span)):
                passage = self._passage(self._within(item, at), item.title)
            links = self._links(f"{ref}.t{k}")
            for link in links:
                if self._entity(link.entity) is not Label.TOPIC:
                    continue
                topics.setdefault(link.entity, name if len(links) == 1 else self.resolution.entities[link.entity].name)
                basis: Basis = "stated" if at else "inferred"
                self._fact(Label.AGENDA_ITEM, id_, R.CONCERNS, Label.TOPIC, link.entity, [passage], basis, once=True)
            self._mention(f"{ref}.t{k}", passage, at)
        return topics

    def _wholes(self, item: Item, ref: str) -> None:
        """What the document says that topics of the item are parts of."""
        numbers = {name: k for k, name in enumerate(item.topics)}
        for part in item.part_of:
            passage = self._passage(part.span, item.title)
            links = [self._links(f"{ref}.t{numbers[name]}") if name in numbers else () for name in (part.topic, part.whole)]
            for one, whole in itertools.product(*links):
                if one.entity != whole.entity:
                    self._fact(Label.TOPIC, one.entity, R.PART_OF, Label.TOPIC, whole.entity, [passage], once=True)

    def _reports(self, item: Item, ref: str, id_: str, title: str, topics: Mapping[str, str]) -> dict[str, str]:
        reports: dict[str, str] = {}
        for k, name in enumerate(item.reports):
            report = self._one(f"{ref}.s{k}", Label.REPORT)
            if report is None:
                continue
            at = self._find(name, item.title_span)
            reports.setdefault(report, name)
            self._fact(Label.AGENDA_ITEM, id_, R.CONSIDERS, Label.REPORT, report, [title], once=True)
            self._mention(f"{ref}.s{k}", title, at or item.title_span)
            for topic, called in topics.items():
                named = f" {fold(called)} " in f" {fold(name)} "
                if named or (len(topics) == 1 and report_kind(name) != "minutes"):
                    basis: Basis = "stated" if named else "inferred"
                    self._fact(Label.REPORT, report, R.CONCERNS, Label.TOPIC, topic, [title], basis, once=True)
        return reports

    def _telling(self, item: Item) -> list[str]:
        """Passages of the sentences that tell of something reported back or answered; of minutes only."""
        if not self._is_minutes:
            return []
        sending = [m.span for m in item.movements if m.type is not MovementType.RAISED_BY]
        apart = [item.title_span, *sending, *(d.span for d in item.decisions)]
        spans = list(iter_telling(self.text, item.span, apart))[:_MAX_TELLING]
        return [self._passage(span, item.title) for span in spans]

    def _references(self, item: Item, ref: str, id_: str, place: _Place) -> None:
        """Earlier meetings that the item names by date. They become nodes even if no minutes of them are known."""
        if not self._is_minutes:
            return
        for k, one in enumerate(references_of(item, self.text, place.date)):
            forum = place.forum if one.forum is None else self._one(f"{ref}.c{k}", Label.FORUM)
            if forum is None:
                continue
            in_title = item.title_span[0] <= one.span[0] and one.span[1] <= item.title_span[1]
            passage = self._passage(item.title_span if in_title else self._within(item, one.span), item.title)
            cited = self._place(forum, one.date, passage)
            if one.forum is not None:
                self._mention(f"{ref}.c{k}", passage, one.forum_span)
            self._tell(Label.MEETING, Told.REFERENCE, self._meeting_properties(cited, recorded=False))
            self._fact(Label.MEETING, cited.id, R.MEETING_OF, Label.FORUM, forum, [passage], once=True)
            properties = {"paragraph": one.paragraph}
            self._fact(Label.AGENDA_ITEM, id_, R.CITES, Label.MEETING, cited.id, [passage], properties=properties)

    def _presenters(self, item: Item, meeting: Meeting, ref: str, id_: str, place: _Place) -> None:
        for k, presenter in enumerate(item.presenters):
            official = self._one(f"{ref}.p{k}", Label.OFFICIAL)
            if official is None:
                continue
            within = (presenter.span[0], min(item.span[1], presenter.span[1] + _MAX_CONTEXT))
            body = self._find(presenter.organisation or "", within) or presenter.span
            words = (min(presenter.span[0], body[0]), max(presenter.span[1], body[1]))
            passage = self._passage(self._within(item, words), item.title)
            self._mention(f"{ref}.p{k}", passage, self._find(presenter.as_written, presenter.span) or presenter.span)
            self._mention(f"{ref}.p{k}.o", passage, self._find(presenter.organisation or "", self._span_of(passage)))
            properties = {"role": presenter.role, "organisation": presenter.organisation}
            listed = ((p.role, p.span) for p in meeting.attendance if fold(p.name) == fold(presenter.name))
            passages = [passage, *self._role_elsewhere(presenter.role, passage, listed)]
            self._fact(Label.OFFICIAL, official, R.PRESENTED, Label.AGENDA_ITEM, id_, passages, properties=properties, once=True)
            self._represents(official, f"{ref}.p{k}.o", presenter.role, place.date, passage)

    def _role_elsewhere(self, role: str | None, passage: str, told: Iterable[tuple[str | None, Span]]) -> list[str]:
        """The passage that says a role which the words of the fact itself do not: the list of who was there, or who presented."""
        if role is None or fold(role) in fold(self.nodes[Label.PASSAGE][passage]["text"]):
            return []
        span = next((span for other, span in told if other == role), None)
        return [self._passage(self._context(span), self._section_of(span))] if span else []

    # --- decisions and movements -------------------------------------------------------------------------------------

    def _decision(
        self,
        decision: Decision,
        item: Item,
        ref: str,
        k: int,
        key: str,
        item_node: str,
        place: _Place,
        topics: Mapping[str, str],
        reports: Mapping[str, str],
    ) -> tuple[Span, str, set[str]]:
        """One att-sats. Returns its span, its id, and whom it is addressed to."""
        id_ = decision_id(key, k + 1)
        passage = self._passage(decision.span, item.title)
        self._tell(
            Label.DECISION,
            Told.MINUTES if self._is_minutes else Told.TABLE,
            {
                "id": id_,
                "name": shorten(decision.text),
                "text": decision.text,
                "kind": decision.kind.value,
                "position": k + 1,
                "item": item_node,
            },
        )
        self._fact(Label.AGENDA_ITEM, item_node, R.LED_TO, Label.DECISION, id_, [passage])
        self._fact(Label.FORUM, place.forum, R.MADE, Label.DECISION, id_, [passage])
        addressed: set[str] = set()
        sending = _SENDING.get(decision.kind)
        for x, target in enumerate(decision.targets):
            where = f"{ref}.d{k}.t{x}"
            self._mention(where, passage, self._find(target, decision.span))
            if sending is None:
                continue
            properties = {"what": _what(decision), "due": decision.due, "target": target}
            addressed |= self._send(Label.DECISION, id_, sending, where, [passage], properties)
        settling = _SETTLING.get(decision.kind)
        if settling is not None:
            for label, end, basis in self._settled(decision, topics, reports):
                self._fact(Label.DECISION, id_, settling, label, end, [passage], basis)
        return decision.span, id_, addressed

    def _send(
        self,
        label: Label,
        start: str,
        type_: RelationshipType,
        ref: str,
        passages: Sequence[str],
        properties: Properties,
    ) -> set[str]:
        """One relationship to each body that the target means, as far as the type allows. Returns their ids."""
        reached: set[str] = set()
        for link in self._links(ref):
            if self.resolution.entities[link.entity].label not in TARGETS[type_]:
                continue
            end = self._entity(link.entity)
            self._part_of(ref, link, passages[0])
            self._fact(label, start, type_, end, link.entity, passages, properties=properties)
            reached.add(link.entity)
        return reached

    def _settled(
        self, decision: Decision, topics: Mapping[str, str], reports: Mapping[str, str]
    ) -> list[tuple[Label, str, Basis]]:
        """What was tabled, approved, adopted …: the item's report that the decision names, else the item's topics."""
        object_ = fold(decision.object or decision.text)
        words = fold(decision.text)
        named = [(id_, name) for id_, name in reports.items() if _names_report(object_, words, name, alone=len(reports) == 1)]
        if named:
            return [(Label.REPORT, id_, "stated") for id_, _ in named]
        return [(Label.TOPIC, id_, "stated" if f" {fold(name)} " in f" {words} " else "inferred") for id_, name in topics.items()]

    def _movement(
        self,
        movement: Movement,
        item: Item,
        ref: str,
        item_node: str,
        place: _Place,
        decisions: Sequence[tuple[Span, str, set[str]]],
    ) -> None:
        type_ = _MOVING[movement.type]
        passage = self._passage(movement.span, item.title)
        holder = next(
            ((id_, to) for span, id_, to in decisions if span[0] <= movement.span[0] and movement.span[1] <= span[1]), None
        )
        label, start = (Label.DECISION, holder[0]) if holder else (Label.AGENDA_ITEM, item_node)
        self._mention(f"{ref}.to", passage, self._find(movement.to or "", movement.span))
        self._mention(f"{ref}.from", passage, self._find(movement.from_ or "", movement.span))
        if type_ is R.RAISED_BY:
            properties = {"what": movement.what, "due": movement.due, "target": movement.from_}
            self._send(Label.AGENDA_ITEM, item_node, type_, f"{ref}.from", [passage], properties)
            return
        actor = self._links(f"{ref}.from")
        properties = {
            "what": movement.what,
            "due": movement.due,
            "target": movement.to,
            "actor": movement.from_,
            "actorId": actor[0].entity if len(actor) == 1 else None,
        }
        if holder and type_ is not R.REPORTS_BACK_TO and {link.entity for link in self._links(f"{ref}.to")} <= holder[1]:
            return  # the decision's own relationship says the same
        forum = self._one(f"{ref}.to", Label.FORUM)
        meeting = self._awaited(forum, movement, passage)
        if meeting and forum and type_ is R.REFERRED_TO:
            self._fact(label, start, type_, Label.MEETING, meeting, [passage], properties=properties)
        else:
            self._send(label, start, type_, f"{ref}.to", [passage], properties)

    def _awaited(self, forum: str | None, movement: Movement, passage: str) -> str | None:
        """The meeting that the words name by forum and day. It becomes a node even if no minutes of it are known."""
        wanted = movement.type in (MovementType.REFERRED_TO, MovementType.REPORTS_BACK_TO)
        if forum is None or movement.due is None or not wanted or _DEADLINE.search(movement.quote):
            return None
        place = self._place(forum, movement.due, passage)
        self._tell(Label.MEETING, Told.REFERENCE, self._meeting_properties(place, recorded=False))
        self._fact(Label.MEETING, place.id, R.MEETING_OF, Label.FORUM, forum, [passage], once=True)
        return place.id

    def _running_text(self) -> None:
        for ref, sighting in self.sightings.items():
            if sighting.where is not Where.TEXT or sighting.span is None or not self._links(ref):
                continue
            self._entity(self._links(ref)[0].entity)
            section = None
            if sighting.meeting is not None and sighting.item is not None:
                section = self.record.meetings[sighting.meeting].items[sighting.item].title
            self._mention(ref, self._passage(self._context(sighting.span), section), sighting.span)

    # --- passages and mentions ---------------------------------------------------------------------------------------

    def _passage(self, span: Span, section: str | None) -> str:
        start, end = self._trim(span)
        id_ = passage_id(self.document, start, end)
        text = self.text[start:end]
        self._node(
            Label.PASSAGE,
            {
                "id": id_,
                "name": shorten(text),
                "text": text,
                "page": max(1, bisect_right(self._page_starts, start)),
                "start": start,
                "end": end,
                "section": section,
                "document": self.document,
            },
        )
        self._link(Label.PASSAGE, id_, R.PASSAGE_OF, Label.DOCUMENT, self.document, {"document": self.document})
        return id_

    def _span_of(self, passage: str) -> Span:
        node = self.nodes[Label.PASSAGE][passage]
        return node["start"], node["end"]

    def _mention(self, ref: str, passage: str, span: Span | None) -> None:
        """The words of a sighting and what they mean; without words of its own the whole passage stands for it."""
        links = self._links(ref)
        if not links:
            return
        start, end = self._trim(span or self._span_of(passage))
        kind = _MENTION_KINDS[self.resolution.entities[links[0].entity].label]
        id_ = mention_id(passage, kind, start, end)
        if id_ in self.nodes.get(Label.MENTION, {}):
            return
        text = self.text[start:end] if span else self.sightings[ref].text
        self._node(Label.MENTION, {"id": id_, "name": squash(text), "text": text, "kind": kind, "document": self.document})
        self._link(Label.MENTION, id_, R.MENTIONED_IN, Label.PASSAGE, passage, {"document": self.document})
        for link in links:
            label = self._entity(link.entity)
            properties = {
                "document": self.document,
                "score": link.score,
                "decidedBy": link.decided_by.value,
                "evidence": [str(reason) for reason in link.evidence],
            }
            self._link(Label.MENTION, id_, R.REFERS_TO, label, link.entity, properties)

    def _trim(self, span: Span) -> Span:
        start, end = max(0, span[0]), min(len(self.text), span[1])
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def _find(self, words: str, span: Span) -> Span | None:
        """Where the words stand within the span, white space and case apart; None when they do not stand there as such."""
        tokens = words.split()
        if not tokens:
            return None
        pattern = r"(?<!\w)" + r"\s+".join(re.escape(token) for token in tokens)
        match = re.compile(pattern, re.IGNORECASE).search(self.text, span[0], span[1])
        return match.span() if match else None

    def _context(self, span: Span) -> Span:
        """The line, table row or short block around a name: words that can be read by themselves."""
        i = bisect_right(self._block_starts, span[0]) - 1
        if i >= 0:
            start, end, kind = self._blocks[i]
            if kind != "table" and span[1] <= end and end - start <= _MAX_CONTEXT:
                return start, end
        start = self.text.rfind("\n", 0, span[0]) + 1
        end = self.text.find("\n", span[1])
        end = len(self.text) if end < 0 else end
        return (start, end) if end - start <= 2 * _MAX_CONTEXT else self._sentence(span, start, end)

    def _within(self, item: Item, span: Span) -> Span:
        """The context of words in an item, without what the copy runs together with it from the items around."""
        start, end = self._context(span)
        return max(start, min(item.span[0], span[0])), min(end, max(item.span[1], span[1]))

    def _sentence(self, span: Span, start: int, end: int) -> Span:
        before = max((m.end() for m in re.finditer(r"[.;:!?]\s+", self.text[start : span[0]])), default=0)
        after = re.compile(r"[.;!?](?:\s|$)").search(self.text, span[1], end)
        return start + before, after.end() if after else end

    def _table_row(self, span: Span) -> Span:
        return span if span[1] - span[0] <= 4 * _MAX_CONTEXT else self._context((span[0], span[0]))

    def _section_of(self, span: Span) -> str | None:
        """The nearest heading before the words."""
        for start, end, kind in reversed(self._blocks[: bisect_right(self._block_starts, span[0])]):
            if kind == "heading":
                return shorten(self.text[start:end], 200)
        return None

    # --- nodes and edges ---------------------------------------------------------------------------------------------

    def _links(self, ref: str) -> tuple[Link, ...]:
        return self.resolution.of(self.document, ref)

    def _one(self, ref: str, label: Label) -> str | None:
        """The entity of a mention that means exactly one of that label; it becomes a node of this document."""
        links = self._links(ref)
        if len(links) != 1 or self.resolution.entities[links[0].entity].label is not label:
            return None
        self._entity(links[0].entity)
        return links[0].entity

    def _entity(self, id_: str) -> Label:
        entity = self.resolution.entities[id_]
        self.nodes.setdefault(entity.label, {}).setdefault(id_, entity.properties)
        return entity.label

    def _node(self, label: Label, properties: Properties) -> None:
        kept = {key: value for key, value in properties.items() if value is not None}
        self.nodes.setdefault(label, {}).setdefault(kept["id"], kept)

    def _tell(self, label: Label, rank: int, properties: Properties) -> None:
        kept = {key: value for key, value in properties.items() if value is not None}
        by_id = self.nodes.setdefault(label, {})
        id_: str = kept["id"]
        if id_ in by_id:
            tellings = [(self.ranks[id_], "", by_id[id_]), (rank, "x", kept)]
            by_id[id_] = merge_tellings(tellings)
        else:
            by_id[id_] = kept
        self.ranks[id_] = min(rank, self.ranks.get(id_, rank))

    def _link(self, label: Label, start: str, type_: RelationshipType, to: Label, end: str, properties: dict[str, Any]) -> None:
        self.edges.setdefault((label, type_, to), {}).setdefault((start, end), Edge(start, end, properties))

    def _fact(
        self,
        label: Label,
        start: str,
        type_: RelationshipType,
        to: Label,
        end: str,
        passages: Sequence[str],
        basis: Basis = "stated",
        *,
        properties: Properties | None = None,
        once: bool = False,
    ) -> None:
        """A relationship that states something. The same fact said twice is one, with all passages; `once` allows one for each
        pair of nodes whatever its properties are."""
        kept = {key: value for key, value in (properties or {}).items() if value is not None}
        key = (start, end) if once else (start, end, *sorted((k, str(v)) for k, v in kept.items()))
        group = self.edges.setdefault((label, type_, to), {})
        known = group.get(key)
        if known is None:
            group[key] = Edge(
                start,
                end,
                {**kept, "document": self.document, "passages": list(dict.fromkeys(passages)), "basis": basis},
            )
            return
        for name, value in kept.items():
            known.properties.setdefault(name, value)
        if kept.get("status") not in (None, known.properties.get("status")):
            known.properties["status"] = _both(known.properties["status"], kept["status"])
        known.properties["passages"] = list(dict.fromkeys([*known.properties["passages"], *passages]))
        if basis == "stated":
            known.properties["basis"] = basis


def _both(a: str, b: str) -> str:
    """Of two statuses for one: the one that says something; presence if they say both."""
    order = [Status.CONFLICTING.value, Status.PRESENT.value, Status.ABSENT.value, Status.UNKNOWN.value]
    return min(a, b, key=order.index)


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


_REPORT_WORD: Final = re.compile(
    r"\b\w*(?:rapport|plan|avtal|overenskommelse|utredning|beskrivning|rutin|strategi|anteckning|protokoll|berattelse|redovisning"
    r"|riktlinje|utvardering|kartlaggning|film|sammanstallning)(?:en|et|n|ar|er|arna|erna|s)?\b"
)


def _same_word(a: str, b: str) -> bool:
    """One word with another ending: "handlingsplan" and "handlingsplanen", "regional" and "regionala"."""
    short, long = sorted((a, b), key=len)
    return len(short) > 3 and len(long) - len(short) <= 4 and long.startswith(short)


def _names_report(object_: str, words: str, report: str, *, alone: bool) -> bool:
    """Whether a decision's object names the report: by most of its words, or, of an only report, by the word for its kind."""
    title = fold(report)
    if title in words or title in object_:
        return True
    ours = [word for word in object_.split() if len(word) > 3]
    theirs = [word for word in title.split() if len(word) > 3]
    shared = sum(any(_same_word(a, b) for a in ours) for b in theirs)
    if theirs and shared / len(theirs) >= 0.6:
        return True
    kinds = _REPORT_WORD.findall(title) or theirs
    named = _REPORT_WORD.findall(object_)
    same_kind = any(_same_word(a, b) or a.endswith(b) or b.endswith(a) for a in kinds for b in named)
    return same_kind and (alone or shared > 0)


_ATT: Final = re.compile(r"\batt\s+", re.IGNORECASE)


def _what(decision: Decision) -> str:
    """What is asked for: the first att-clause within the att-sats and all behind it ("redovisa åtgärder för att nå budget"), else its
    object, else all of it."""
    inner = [match for match in _ATT.finditer(decision.text) if match.start() > 0]
    if inner:
        return squash(decision.text[inner[0].end() :])
    return decision.object or decision.text
