"""Small graphs written by hand in the shape that the loader gives them, for tests of the questions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.identifiers import label_of
from graph.names import fold
from graph.schema import Label
from graph.stores import Store

PREFIX = {"passage": Label.PASSAGE, "mention": Label.MENTION}


@dataclass
class GraphBuilder:
    """Collects nodes and relationships, and writes them in one transaction."""

    nodes: dict[Label, list[dict[str, Any]]] = field(default_factory=dict)
    edges: list[tuple[str, str, str, dict[str, Any]]] = field(default_factory=list)

    def node(self, id_: str, name: str, **properties: Any) -> str:
        label = label_of(id_) or PREFIX[id_.partition(":")[0]]
        self.nodes.setdefault(label, []).append({"id": id_, "name": name, **properties})
        return id_

    def entity(self, id_: str, name: str, *aliases: str, abbreviation: str | None = None, **properties: Any) -> str:
        names = [one for one in (name, abbreviation, *aliases) if one]
        keys = list(dict.fromkeys(fold(one) for one in names))
        return self.node(id_, name, abbreviation=abbreviation, aliases=list(aliases), keys=keys, **properties)

    def document(self, digits: str, file: str, kind: str = "minutes", *, pages: int | None = 9, **properties: Any) -> str:
        return self.node(f"document:{digits}", file, file=file, kind=kind, pages=pages, **properties)

    def passage(self, document: str, start: int, text: str, *, page: int = 1, section: str | None = None) -> str:
        end = start + len(text)
        id_ = f"passage:{document.removeprefix('document:')}:{start}-{end}"
        passages = self.nodes.setdefault(Label.PASSAGE, [])
        if all(one["id"] != id_ for one in passages):
            passages.append(
                {"id": id_, "text": text, "page": page, "start": start, "end": end, "section": section, "document": document}
            )
            self.edge(id_, "PASSAGE_OF", document)
        return id_

    def mention(self, passage: str, text: str, kind: str, entity: str) -> None:
        id_ = self.node(f"mention:{passage.removeprefix('passage:')}:{kind}:{len(self.edges)}", text, text=text, kind=kind)
        self.edge(id_, "MENTIONED_IN", passage)
        self.edge(id_, "REFERS_TO", entity, score=1.0, decidedBy="rule")

    def meeting(self, forum: str, date: str, document: str | None, *, recorded: bool = True, **properties: Any) -> str:
        short = forum.removeprefix("forum:")
        id_ = f"meeting:{short}:{date}"
        known = self.nodes.get(Label.MEETING, [])
        if all(one["id"] != id_ for one in known):
            self.node(
                id_,
                f"{short.upper()} {date}",
                date=dt.date.fromisoformat(date),
                forum=forum,
                recorded=recorded,
                **properties,
            )
        if document is not None:
            head = self.passage(document, 0, f"Minnesanteckningar {short.upper()} {date}")
            self.fact(id_, "MEETING_OF", forum, document, head)
            if recorded:
                self.fact(id_, "RECORDED_IN", document, document, head)
        else:
            self.edge(id_, "MEETING_OF", forum)
        return id_

    def item(
        self, meeting: str, number: str, title: str, document: str, start: int, topic: str | None = None, **properties: Any
    ) -> str:
        id_ = f"item:{meeting.removeprefix('meeting:')}:{number}"
        if all(one["id"] != id_ for one in self.nodes.get(Label.AGENDA_ITEM, [])):
            self.node(id_, title, number=number, position=start, meeting=meeting, **properties)
        words = self.passage(document, start, title, section=title)
        self.fact(id_, "ON_AGENDA_OF", meeting, document, words)
        if topic is not None:
            self.fact(id_, "CONCERNS", topic, document, words)
        return id_

    def decision(self, item: str, ordinal: int, kind: str, text: str, document: str, start: int) -> str:
        id_ = self.node(
            f"decision:{item.removeprefix('item:')}:{ordinal}", text[:80], text=text, kind=kind, position=ordinal, item=item
        )
        self.fact(item, "LED_TO", id_, document, self.passage(document, start, text))
        return id_

    def fact(
        self, start: str, kind: str, end: str, document: str, *passages: str, basis: str = "stated", **properties: Any
    ) -> None:
        self.edge(start, kind, end, document=document, passages=list(passages), basis=basis, **properties)

    def edge(self, start: str, kind: str, end: str, **properties: Any) -> None:
        self.edges.append((start, kind, end, properties))

    def write(self, store: Store) -> None:
        with store.write() as transaction:
            for label, rows in self.nodes.items():
                transaction.run(
                    f"UNWIND $rows AS row CREATE (n:{label} {{id: row.id}}) SET n += row.properties",
                    {"rows": [{"id": row["id"], "properties": _said(row)} for row in rows]},
                )
            groups: dict[tuple[Label, str, Label], list[dict[str, Any]]] = {}
            for start, kind, end, properties in self.edges:
                row = {"start": start, "end": end, "properties": _said(properties)}
                groups.setdefault((_label(start), kind, _label(end)), []).append(row)
            for (start_label, kind, end_label), rows in groups.items():
                transaction.run(
                    f"UNWIND $rows AS row MATCH (a:{start_label} {{id: row.start}}) MATCH (b:{end_label} {{id: row.`end`}}) "
                    f"CREATE (a)-[r:{kind}]->(b) SET r += row.properties",
                    {"rows": rows},
                )


def _label(id_: str) -> Label:
    return label_of(id_) or PREFIX[id_.partition(":")[0]]


def _said(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}


CHR, VR, NVN = "forum:chr", "forum:vr", "forum:nvn"
TUT, BUS, HEM = "topic:tut", "topic:bussar", "topic:hemtagning"
REGION = "organisation:region-norrdal"
MUNICIPALITIES: Sequence[tuple[str, str]] = (
    ("9001", "Ådal"), ("9002", "Alby"), ("9003", "Önne"), ("9004", "Ärlinge"), ("9005", "Zinkmo"), ("9006", "Byske"),
)  # fmt: skip


def municipality(name: str) -> str:
    return next(f"municipality:{code}" for code, known in MUNICIPALITIES if known == name)


def entities() -> GraphBuilder:
    """Forums, municipalities, people and topics of a county that does not exist."""
    graph = GraphBuilder()
    graph.entity(CHR, "Chefsrådet", "Chefsrådet i Norrdal", abbreviation="CHR", level="officials", region="Region Norrdal")
    graph.entity(VR, "Välmåenderådet", "Vällmåenderådet", abbreviation="VR", level="political", region="Region Norrdal")
    graph.entity(NVN, "Nätverket för närvård", abbreviation="NVN", region="Region Norrdal")
    graph.entity("forum:kommunstyrelsen-alby", "Kommunstyrelsen", organisation="Alby kommun")
    graph.entity("forum:kommunstyrelsen-onne", "Kommunstyrelsen", organisation="Önne kommun")
    for code, name in MUNICIPALITIES:
        graph.entity(f"municipality:{code}", name, f"{name} kommun", county="Norrdals län", region="Region Norrdal")
    graph.entity(REGION, "Region Norrdal", "regionen", region="Region Norrdal")
    graph.entity("official:greta-ahl", "Greta Åhl", "Greta Ahl Berg")
    graph.entity("official:ivar-bergdal", "Ivar Bergdal")
    graph.entity("official:sixten-bergdal", "Sixten Bergdal")
    graph.fact("official:sixten-bergdal", "REPRESENTS", municipality("Önne"), "document:a1")
    graph.entity(TUT, "Trygg utskrivning", "trygg utskrivning till hemmet", abbreviation="TUT")
    graph.entity(BUS, "Sjukresor med buss")
    graph.entity(HEM, "Hemtagning i norra länsdelen")
    graph.entity("report:delrapport-tut-2024", "Delrapport TUT 2024", year=2024)
    return graph


def journey() -> GraphBuilder:
    """An issue that goes VR 2023 (told by a yearly report as well) -> CHR 2024 -> VR 2024, where it is sent on in four ways."""
    graph = entities()
    first = graph.document("a1", "vr-2023.txt")
    chiefs = graph.document("b2", "chr-2024.pdf")
    last = graph.document("c3", "vr-2024.docx")
    report = graph.document("d4", "arsrapport-2023.pdf", kind="report")

    held = graph.meeting(VR, "2023-05-10", first)
    graph.meeting(VR, "2023-05-10", report, recorded=False)
    one = graph.item(held, "6", "TUT – läget", first, 100, TUT, labels=["information"])
    graph.item(held, "6", "Trygg utskrivning", report, 300, TUT)
    line = graph.passage(first, 120, "Föredragande: Greta Ahl Berg, utredare, Region Norrdal")
    graph.fact("official:greta-ahl", "PRESENTED", one, first, line, role="utredare", organisation="Region Norrdal")
    graph.mention(line, "Greta Ahl Berg", "person", "official:greta-ahl")
    graph.decision(one, 1, "table", "att lägga informationen till handlingarna", first, 200)

    held = graph.meeting(CHR, "2024-03-15", chiefs)
    two = graph.item(held, "6c", "TUT – delrapport", chiefs, 150, TUT, labels=["information", "dialog"])
    people = graph.passage(chiefs, 170, "Föredragande: Ivar Bergdal, projektledare; Greta Åhl, utredare")
    graph.fact("official:ivar-bergdal", "PRESENTED", two, chiefs, people, role="projektledare")
    graph.fact("official:greta-ahl", "PRESENTED", two, chiefs, people, role="utredare")
    graph.fact(two, "CONSIDERS", "report:delrapport-tut-2024", chiefs, graph.passage(chiefs, 150, "TUT – delrapport"))

    held = graph.meeting(VR, "2024-04-10", last)
    three = graph.item(held, "6a", "TUT – delrapport", last, 150, TUT, labels=["beslut"])
    words = graph.passage(last, 180, "Avslutningsvis lämnar VR en rekommendation till CHR att gå vidare.", page=3)
    graph.fact(three, "RECOMMENDS", CHR, last, words, what="gå vidare", target="CHR")
    recommend = graph.decision(
        three, 1, "recommend", "att rekommendera regionen och kommunerna att prioritera arbetet", last, 300
    )
    said = graph.passage(last, 300, "att rekommendera regionen och kommunerna att prioritera arbetet")
    graph.fact(recommend, "RECOMMENDS", REGION, last, said, what="prioritera arbetet", target="regionen")
    for code, _ in MUNICIPALITIES:
        graph.fact(recommend, "RECOMMENDS", f"municipality:{code}", last, said, what="prioritera arbetet", target="kommunerna")
    petition = graph.decision(three, 2, "petition", "att tillskriva CHR att arbetet får en ledare", last, 400)
    asked = graph.passage(last, 400, "att tillskriva CHR att arbetet får en ledare")
    graph.fact(petition, "PETITIONS", CHR, last, asked, what="arbetet får en ledare", target="CHR")

    for earlier, later, document, days in ((one, two, chiefs, 310), (two, three, last, 26)):
        graph.fact(earlier, "FOLLOWED_BY", later, document, basis="inferred", topic=TUT, days=days)
    return graph
