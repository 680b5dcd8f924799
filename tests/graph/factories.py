"""Records made in a line or two, with the text they were read from: every span gives back its words."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from graph.lexicon import Lexicon, load_lexicon
from graph.load import Incoming
from graph.record import (
    Abbreviation,
    Attendance,
    Decision,
    DecisionKind,
    DocumentFacts,
    DocumentKind,
    Item,
    Meeting,
    Movement,
    MovementType,
    MunicipalityAttendance,
    PartOf,
    Presenter,
    Record,
    Span,
    Status,
)
from graph.resolution.ledger import Ledger, build_ledger
from graph.stores.store import Store

LEXICON_TEXT = """
forums:
  - {abbreviation: SAM, name: Samverkansrådet, aliases: [Samverkansrådet i Norrdal], level: political, region: Region Norrdal}
  - {abbreviation: CHN, name: Chefsnätverket Norrdal, level: officials, region: Region Norrdal}
organisations:
  - {name: Stödkontoret, abbreviation: STK, region: Region Norrdal}
municipalities:
  - {code: "9901", name: Almby, formalName: Almby kommun, county: Norrdals län, region: Region Norrdal}
  - {code: "9902", name: Björkö, formalName: Björkö kommun, county: Norrdals län, region: Region Norrdal}
  - {code: "9903", name: Cedervik, formalName: Cederviks kommun, county: Norrdals län, region: Region Norrdal}
  - {code: "9911", name: Dalstad, formalName: Dalstads kommun, county: Söderdals län, region: Region Söderdal}
"""


def lexicon() -> Lexicon:
    return load_lexicon([("test.yaml", LEXICON_TEXT)])


class Minutes:
    """One document in the making. Methods write its text and note what a reader would find there; `build` gives both."""

    def __init__(
        self,
        forum: str | None = "SAM",
        date: str | None = "2024-03-01",
        *,
        as_written: str | None = None,
        organisation: str | None = None,
        kind: DocumentKind = DocumentKind.MINUTES,
        title: str | None = None,
        file: str | None = None,
    ) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._kind = kind
        self._file = file
        self._title = title or f"Minnesanteckningar {as_written or forum or ''} {date or ''}".strip()
        self._abbreviations: list[Abbreviation] = []
        self._meetings: list[dict[str, Any]] = []
        self._date = dt.date.fromisoformat(date) if date else None
        self.write(self._title)
        if kind is DocumentKind.MINUTES:
            self.meeting(forum, date, as_written=as_written, organisation=organisation)

    # --- writing -----------------------------------------------------------------------------------------------------

    def write(self, words: str, end: str = "\n") -> Span:
        start = self._length
        self._parts.append(words + end)
        self._length += len(words) + len(end)
        return start, start + len(words)

    def meeting(
        self, forum: str | None, date: str | None, *, as_written: str | None = None, organisation: str | None = None
    ) -> Minutes:
        written = as_written or forum
        head = self.write(" ".join(part for part in (written, organisation, date) if part))
        self._meetings.append(
            {
                "forum": forum,
                "forum_as_written": written,
                "organisation": organisation,
                "date": dt.date.fromisoformat(date) if date else None,
                "attendance": [],
                "municipalities": [],
                "items": [],
                "span": head,
            }
        )
        return self

    def person(
        self, name: str, represents: str | None = None, role: str | None = None, status: Status = Status.PRESENT
    ) -> Minutes:
        span = self.write(name, " ")
        self.write(" ".join(part for part in (represents, role) if part))
        entry = Attendance(as_written=name, name=name, represents=represents, role=role, status=status, span=span)
        self._meetings[-1]["attendance"].append(entry)
        return self

    def municipality(self, name: str, status: Status, words: str | None = None) -> Minutes:
        spans = [self.write(words)] if words else [a.span for a in self._meetings[-1]["attendance"] if a.represents == name]
        self._meetings[-1]["municipalities"].append(MunicipalityAttendance(name=name, status=status, reason=words, spans=spans))
        return self

    def item(
        self,
        number: str | None,
        title: str,
        *,
        topics: Sequence[str] = (),
        reports: Sequence[str] = (),
        presenters: Sequence[tuple[str, str | None, str | None]] = (),
        text: str = "",
        decisions: Sequence[tuple[Any, ...]] = (),
        movements: Sequence[tuple[Any, ...]] = (),
        part_of: Sequence[tuple[str, str]] = (),
    ) -> Minutes:
        """`presenters`: (name, role, organisation). `decisions`: (kind, text, targets, object, due), shorter ones allowed.
        `movements`: (type, quote, to, from, due). `text` may hold names; movements' quotes are written after it. `part_of`: (topic, whole), said by the title."""
        start = self._length
        title_span = self.write(title)
        found = []
        for name, role, organisation in presenters:
            span = self.write(name, ", ")
            self.write(", ".join(part for part in (role, organisation) if part))
            found.append(Presenter(as_written=name, name=name, role=role, organisation=organisation, span=span))
        if text:
            self.write(text)
        sent = []
        for type_, quote, *rest in movements:
            to, from_, due = (*rest, *(None, None, None)[len(rest) :])
            span = self.write(quote)
            day = dt.date.fromisoformat(due) if due else None
            sent.append(Movement(type=MovementType(type_), quote=quote, to=to, from_=from_, due=day, span=span))
        decided = []
        for kind, words, *rest in decisions:
            targets, object_, due = (*rest, *((), None, None)[len(rest) :])
            span = self.write(words)
            day = dt.date.fromisoformat(due) if due else None
            decided.append(
                Decision(text=words, kind=DecisionKind(kind), targets=list(targets or ()), object=object_, due=day, span=span)
            )
        self._meetings[-1]["items"].append(
            Item(
                number=number,
                title=title,
                topics=list(topics),
                part_of=[PartOf(topic=topic, whole=whole, quote=title, span=title_span) for topic, whole in part_of],
                reports=list(reports),
                presenters=found,
                decisions=decided,
                movements=sent,
                title_span=title_span,
                span=(start, self._length),
            )
        )
        return self

    def abbreviation(self, short: str, long: str) -> Minutes:
        self._abbreviations.append(Abbreviation(short=short, long=long, span=self.write(f"{long} ({short})")))
        return self

    # --- out ---------------------------------------------------------------------------------------------------------

    def build(self) -> Incoming:
        text = "".join(self._parts)
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        file = self._file or f"{sha256[:6]}.txt"
        facts = DocumentFacts(
            file=file,
            sha256=sha256,
            media_type="text/plain",
            kind=self._kind,
            title=self._title,
            date=self._date,
            carries_strikethrough=False,
            reader_version="test",
        )
        meetings = [Meeting.model_validate(m) for m in self._meetings]
        record = Record(document=facts, meetings=meetings, abbreviations=self._abbreviations)
        return Incoming(record, text, {"blocks": [], "marks": [], "pageStarts": [0]}, f"/files/{file}", (f"/files/{file}",))

    def ledger(self) -> Ledger:
        document = self.build()
        return build_ledger(document.record, document.text)


def ledgers(documents: Iterable[Minutes]) -> list[Ledger]:
    return [document.ledger() for document in documents]


def dump(store: Store) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """The whole graph but for the store's own node, in one order: nodes (labels, properties), relationships (ends, type,
    properties)."""
    nodes = store.read("MATCH (n) WHERE NOT n:Store RETURN labels(n) AS labels, n {.*} AS node")
    edges = store.read("MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS edge")
    plain_nodes = [(tuple(row["labels"]), _plain(row["node"])) for row in nodes]
    plain_edges = [(row["a"], row["type"], row["b"], _plain(row["edge"])) for row in edges]
    return sorted(plain_nodes, key=repr), sorted(plain_edges, key=repr)


def _plain(properties: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((key, repr(value)) for key, value in properties.items() if value is not None and key != "type"))
