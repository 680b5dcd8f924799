"""A small graph of what was sent on and what came back, for tests of the questions that follow it."""

from __future__ import annotations

import datetime as dt

from tests.queries.graphs import BUS, CHR, MUNICIPALITIES, NVN, REGION, TUT, VR, GraphBuilder, entities

TODAY = dt.date(2024, 12, 1)
UNIT = "organisation:enheten"
SENT = "item:vr:2024-03-01:4"
BUSES = "item:vr:2024-03-01:5"


def sent_on() -> GraphBuilder:
    """VR 2024-03-01 sends TUT on in several ways, and the buses to NVN. CHR answers 2024-04-10, the unit reports 2024-05-10. NVN has
    no later minutes; a report back was due at VR 2024-09-12, of which there are none, though there are of 2024-11-07."""
    graph = entities()
    graph.entity(UNIT, "Utvecklingsenheten", "enheten", region="Region Norrdal")
    march, april, may = (graph.document(d, f"{d}.txt") for d in ("a1", "b2", "c3"))
    november = graph.document("d4", "d4.txt")
    held = graph.meeting(VR, "2024-03-01", march)
    item = graph.item(held, "4", "TUT – läget", march, 100, TUT)

    words = graph.passage(march, 200, "att rekommendera Chefsrådet att pröva en gemensam mottagning")
    decision = graph.decision(item, 1, "recommend", "att rekommendera Chefsrådet att pröva en gemensam mottagning", march, 200)
    graph.fact(decision, "RECOMMENDS", CHR, march, words, what="pröva en gemensam mottagning", target="CHR")
    graph.mention(words, "Chefsrådet", "forum", CHR)

    words = graph.passage(march, 300, "att ge enheten i uppdrag att kartlägga handledare")
    decision = graph.decision(item, 2, "assign", "att ge enheten i uppdrag att kartlägga handledare", march, 300)
    graph.fact(decision, "ASSIGNS", UNIT, march, words, what="kartlägga handledare", target="enheten")
    told = graph.passage(march, 150, "VR beslutade att ge enheten i uppdrag att kartlägga handledare i länet.")
    graph.fact(
        item, "ASSIGNS", UNIT, march, told, what="att kartlägga handledare i länet", target="enheten", actor="VR", actorId=VR
    )

    words = graph.passage(march, 400, "att rekommendera regionen och kommunerna att avsätta tid")
    decision = graph.decision(item, 3, "recommend", "att rekommendera regionen och kommunerna att avsätta tid", march, 400)
    graph.fact(decision, "RECOMMENDS", REGION, march, words, what="avsätta tid", target="regionen")
    for code, _ in MUNICIPALITIES:
        graph.fact(decision, "RECOMMENDS", f"municipality:{code}", march, words, what="avsätta tid", target="kommunerna")
    back = graph.passage(march, 470, "Arbetet återrapporteras vid VR:s möte den 12 september.")
    graph.fact(item, "REPORTS_BACK_TO", VR, march, back, due=dt.date(2024, 9, 12), target="VR")
    graph.meeting(VR, "2024-09-12", march, recorded=False)

    buses = graph.item(held, "5", "Sjukresor", march, 600, BUS)
    words = graph.passage(march, 620, "Frågan lyfts till NVN och tas upp där vid nästa möte.")
    graph.fact(buses, "REFERRED_TO", NVN, march, words, target="NVN")
    invite = graph.decision(buses, 1, "invite", "att bjuda in Ivar Bergdal till nästa möte", march, 700)
    said = graph.passage(march, 700, "att bjuda in Ivar Bergdal till nästa möte")
    graph.fact(invite, "INVITES", "official:ivar-bergdal", march, said, target="Ivar Bergdal")

    held = graph.meeting(CHR, "2024-04-10", april)
    graph.item(held, "2", "TUT – rekommendation från VR", april, 100, TUT)
    held = graph.meeting(VR, "2024-05-10", may)
    graph.item(held, "3", "TUT – återrapport", may, 100, TUT, summary="Kartläggningen av handledare presenterades.")
    graph.decision("item:vr:2024-05-10:3", 1, "table", "att lägga rapporten till handlingarna", may, 200)
    graph.item(held, "4", "Sjukresor", may, 300, BUS)
    graph.meeting(VR, "2024-11-07", november)
    for earlier, later, document in (
        (item, "item:chr:2024-04-10:2", april),
        ("item:chr:2024-04-10:2", "item:vr:2024-05-10:3", may),
    ):
        words = graph.passage(document, 100, "TUT")
        graph.fact(earlier, "FOLLOWED_BY", later, document, words, basis="inferred", topic=TUT, days=30)
    return graph
