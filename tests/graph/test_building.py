from __future__ import annotations

from typing import Any

import pytest

from graph.building import TARGETS, DocumentGraph, merge_tellings
from graph.record import DocumentKind, Presenter, Status
from graph.resolution.resolve import resolve
from graph.schema import Label, RelationshipType
from tests.graph.factories import Minutes, ledgers, lexicon


def built(minutes: Minutes, *others: Minutes) -> DocumentGraph:
    resolution = resolve(ledgers([minutes, *others]), lexicon())
    return minutes.build().build(resolution)


def edges(graph: DocumentGraph, type_: str) -> list[tuple[str, str, dict[str, Any]]]:
    return sorted(
        ((e.start, e.end, e.properties) for (_, t, _), of in graph.edges.items() if t == type_ for e in of), key=lambda e: e[:2]
    )


def ends(graph: DocumentGraph, type_: str) -> list[tuple[str, str]]:
    return [(start, end) for start, end, _ in edges(graph, type_)]


def words(graph: DocumentGraph, passages: list[str]) -> list[str]:
    by_id = {p["id"]: p["text"] for p in graph.nodes[Label.PASSAGE]}
    return [by_id[id_] for id_ in passages]


def node(graph: DocumentGraph, label: Label, id_: str) -> dict[str, Any]:
    return next(n for n in graph.nodes[label] if n["id"] == id_)


SPX = ("recommend", "att rekommendera regionen och kommunerna att pröva förslagen", ["regionen", "kommunerna"], "förslagen")
ITEM = "item:sam:2024-03-01:6a"


@pytest.fixture
def graph() -> DocumentGraph:
    minutes = Minutes("SAM", "2024-03-01", as_written="Samverkansrådet").person("Eva Grönvik", "Almby", "ordförande")
    minutes.person("Nils Vretholm", "Björkö", status=Status.ABSENT)
    minutes.municipality("Almby", Status.PRESENT).municipality("Cedervik", Status.ABSENT, "Cedervik var inte representerad")
    minutes.item("1", "Öppnande", decisions=[("open", "att öppna mötet")])
    minutes.item(
        "6a",
        "SPX – Delrapport",
        topics=["SPX"],
        reports=["SPX – Delrapport"],
        presenters=[("Siv Ekvall", "projektledare", "Stödkontoret")],
        decisions=[
            SPX,
            ("petition", "att tillskriva CHN att utse en ledare", ["CHN"]),
            ("table", "att i övrigt lägga informationen till handlingarna", [], "informationen"),
        ],
        movements=[
            ("REFERRED_TO", "Frågan behandlas på CHN den 3 april.", "CHN", "SAM", "2024-04-03"),
            ("REPORTS_BACK_TO", "Arbetet återrapporteras i juni.", "SAM", None, "2024-06-17"),
            ("RAISED_BY", "CHN har väckt frågan.", "SAM", "CHN"),
            ("REFERRED_TO", "Svar lämnas till CHN senast den 1 maj.", "CHN", "SAM", "2024-05-01"),
        ],
    )
    minutes.abbreviation("SPX", "Specialistvård, primärvård")
    return built(minutes)


def test_meeting_and_item(graph: DocumentGraph) -> None:
    meeting = node(graph, Label.MEETING, "meeting:sam:2024-03-01")
    assert meeting["name"] == "SAM 2024-03-01"
    assert meeting["recorded"] is True
    assert meeting["forum"] == "forum:sam"
    item = node(graph, Label.AGENDA_ITEM, ITEM)
    assert (item["number"], item["position"], item["name"], item["meeting"]) == ("6a", 2, "SPX – Delrapport", meeting["id"])
    assert (ITEM, meeting["id"]) in ends(graph, "ON_AGENDA_OF")
    assert ends(graph, "RECORDED_IN") == [(meeting["id"], graph.document)]


def test_every_fact_has_document_passages_and_basis(graph: DocumentGraph) -> None:
    structural = {"PASSAGE_OF", "MENTIONED_IN", "REFERS_TO"}
    known = {p["id"] for p in graph.nodes[Label.PASSAGE]}
    facts = [(type_, e) for (_, type_, _), of in graph.edges.items() for e in of]
    assert {type_ for type_, _ in facts} > structural
    for type_, edge in facts:
        assert edge.properties["document"] == graph.document
        if type_ not in structural:
            assert edge.properties["basis"] in ("stated", "inferred")
            assert edge.properties["passages"]
            assert set(edge.properties["passages"]) <= known


def test_edges_end_in_nodes_of_the_same_document(graph: DocumentGraph) -> None:
    ids = {label: {n["id"] for n in nodes} for label, nodes in graph.nodes.items()}
    for (start, _, end), of in graph.edges.items():
        for edge in of:
            assert edge.start in ids[start]
            assert edge.end in ids[end]
    assert set(graph.own["nodes"]) == {
        id_ for label, of_label in ids.items() if label not in (Label.PASSAGE, Label.MENTION, Label.DOCUMENT) for id_ in of_label
    }


def test_passages_are_verbatim_and_mentions_stand_in_them(graph: DocumentGraph) -> None:
    text = graph.own["text"]
    for passage in graph.nodes[Label.PASSAGE]:
        assert text[passage["start"] : passage["end"]] == passage["text"]
    assert len({m["id"] for m in graph.nodes[Label.MENTION]}) == len(graph.nodes[Label.MENTION])
    assert {m["kind"] for m in graph.nodes[Label.MENTION]} == {
        "person",
        "forum",
        "municipality",
        "organisation",
        "topic",
        "report",
    }


def test_a_decision_is_made_by_the_forum_and_sent_to_each_body(graph: DocumentGraph) -> None:
    first = "decision:sam:2024-03-01:6a:1"
    assert ("forum:sam", first) in ends(graph, "MADE")
    assert (ITEM, first) in ends(graph, "LED_TO")
    sent = [(end, p["target"], p["what"]) for start, end, p in edges(graph, "RECOMMENDS") if start == first]
    assert sent == [
        ("municipality:9901", "kommunerna", "pröva förslagen"),
        ("municipality:9902", "kommunerna", "pröva förslagen"),
        ("municipality:9903", "kommunerna", "pröva förslagen"),
        ("organisation:region-norrdal", "regionen", "pröva förslagen"),
    ]
    assert ends(graph, "PETITIONS") == [("decision:sam:2024-03-01:6a:2", "forum:chn")]


def test_what_is_tabled(graph: DocumentGraph) -> None:
    assert ends(graph, "TABLED") == [("decision:sam:2024-03-01:6a:3", "topic:spx")]
    assert ends(graph, "CONSIDERS") == [(ITEM, "report:spx-delrapport-2024")]
    assert ends(graph, "CONCERNS") == [(ITEM, "topic:spx"), ("report:spx-delrapport-2024", "topic:spx")]


def test_a_referral_to_a_day_points_at_the_meeting_and_one_with_a_deadline_at_the_forum(graph: DocumentGraph) -> None:
    assert ends(graph, "REFERRED_TO") == [(ITEM, "forum:chn"), (ITEM, "meeting:chn:2024-04-03")]
    awaited = node(graph, Label.MEETING, "meeting:chn:2024-04-03")
    assert awaited["recorded"] is False
    ((_, _, back),) = edges(graph, "REPORTS_BACK_TO")
    assert str(back["due"]) == "2024-06-17"
    assert node(graph, Label.MEETING, "meeting:sam:2024-06-17")["recorded"] is False
    assert ends(graph, "RAISED_BY") == [(ITEM, "forum:chn")]


def test_attendance(graph: DocumentGraph) -> None:
    found = {(s, e): (p["status"], p["basis"], words(graph, p["passages"])) for s, e, p in edges(graph, "ATTENDANCE")}
    meeting = "meeting:sam:2024-03-01"
    assert found["official:eva-gronvik", meeting] == ("present", "stated", ["Eva Grönvik Almby ordförande"])
    assert found["municipality:9901", meeting] == ("present", "inferred", ["Eva Grönvik Almby ordförande"])
    assert found["municipality:9903", meeting] == ("absent", "stated", ["Cedervik var inte representerad"])
    represents = {(s, e): p for s, e, p in edges(graph, "REPRESENTS")}
    assert represents["official:eva-gronvik", "municipality:9901"]["role"] == "ordförande"
    assert ("official:siv-ekvall", "organisation:stodkontoret") in represents


def test_presenters(graph: DocumentGraph) -> None:
    ((start, end, properties),) = edges(graph, "PRESENTED")
    assert (start, end) == ("official:siv-ekvall", ITEM)
    assert (properties["role"], properties["organisation"]) == ("projektledare", "Stödkontoret")


def test_a_role_that_the_list_gives_is_quoted_from_the_list() -> None:
    """The presenter is named without a role; the record took it from the list of who was there."""
    minutes = Minutes().person("Eva Grönvik", "Almby", "planchef").item("1", "Jour", text="Eva Grönvik informerade.")
    item = minutes._meetings[-1]["items"][0]
    at = "".join(minutes._parts).index("Eva Grönvik informerade")
    presenter = Presenter(as_written="Eva Grönvik", name="Eva Grönvik", role="planchef", span=(at, at + len("Eva Grönvik")))
    minutes._meetings[-1]["items"][0] = item.model_copy(update={"presenters": [presenter]})
    graph = built(minutes)
    ((_, _, properties),) = edges(graph, "PRESENTED")
    assert properties["role"] == "planchef"
    assert any("planchef" in quoted for quoted in words(graph, properties["passages"]))


def test_both_statements_of_a_conflict_are_kept() -> None:
    minutes = Minutes().person("Eva Grönvik", "Almby")
    line = minutes.write("Följande var inte representerade: Almby")
    meeting = minutes._meetings[-1]
    minutes.municipality("Almby", Status.CONFLICTING)
    meeting["municipalities"][0] = meeting["municipalities"][0].model_copy(
        update={"spans": [meeting["attendance"][0].span, line]}
    )
    graph = built(minutes)
    ((_, _, found),) = [e for e in edges(graph, "ATTENDANCE") if e[0] == "municipality:9901"]
    assert found["status"] == "conflicting"
    assert words(graph, found["passages"]) == ["Eva Grönvik Almby", "Följande var inte representerade: Almby"]


def test_a_municipality_of_which_nothing_is_said_has_no_relationship() -> None:
    graph = built(Minutes().person("Eva Grönvik", "Almby").municipality("Björkö", Status.UNKNOWN))
    assert [e for e in edges(graph, "ATTENDANCE") if e[0] == "municipality:9902"] == []


@pytest.mark.parametrize(
    ("kind", "words_", "object_", "type_", "end"),
    [
        (
            "adopt",
            "att anta den regionala handlingsplanen",
            "den regionala handlingsplanen",
            "ADOPTED",
            "report:regional-handlingsplan-hemgang-2024",
        ),
        ("table", "att lägga årsrapporten till handlingarna", "årsrapporten", "TABLED", "report:arsrapport-hemgang-2023"),
        ("approve", "att godkänna redovisningen", "redovisningen", "APPROVED", "topic:hemgang"),
        ("postpone", "att bordlägga frågan", "frågan", "POSTPONED", "topic:hemgang"),
        ("reject", "att avslå förslaget", "förslaget", "REJECTED", "topic:hemgang"),
    ],
)
def test_the_object_of_a_decision(kind: str, words_: str, object_: str, type_: str, end: str) -> None:
    minutes = Minutes().item(
        "4",
        "Hemgång – Regional handlingsplan och årsrapport 2023",
        topics=["Hemgång"],
        reports=["Regional handlingsplan hemgång", "Årsrapport hemgång 2023"],
        decisions=[(kind, words_, [], object_)],
    )
    assert [e for _, e in ends(built(minutes), type_)] == [end]


def test_formalia_settle_nothing() -> None:
    minutes = Minutes().item("2", "Dagordning", decisions=[("approve", "att godkänna dagordningen", [], "dagordningen")])
    graph = built(minutes)
    assert ends(graph, "APPROVED") == []
    assert ends(graph, "CONCERNS") == []


def test_appointments_and_invitations_reach_people_only() -> None:
    minutes = Minutes().person("Eva Grönvik Hjelm", "Almby")
    minutes.item("3", "Justerare", decisions=[("appoint", "att utse Eva Grönvik till justerare", ["Eva Grönvik"], "justerare")])
    minutes.item("4", "Gäster", decisions=[("invite", "att bjuda in Siv Ekvall och CHN", ["Siv Ekvall", "CHN"])])
    graph = built(minutes)
    ((_, end, properties),) = edges(graph, "APPOINTS")
    assert (end, properties["what"]) == ("official:eva-gronvik-hjelm", "justerare")
    assert [e for _, e in ends(graph, "INVITES")] == ["official:siv-ekvall"]


def test_a_movement_within_a_decision_starts_there_and_does_not_repeat_it() -> None:
    text = "att ge STK i uppdrag att se över rutinen och att återrapportera till SAM"
    minutes = Minutes().item("4", "Rutin", topics=["Rutin"], decisions=[("assign", text, ["STK"])])
    item = minutes._meetings[-1]["items"][0]
    span = item.decisions[0].span
    from graph.record import Movement, MovementType

    inside = [
        Movement(type=MovementType.ASSIGNS, to="STK", quote="ge STK i uppdrag", span=(span[0] + 4, span[0] + 20)),
        Movement(type=MovementType.REPORTS_BACK_TO, to="SAM", quote="återrapportera till SAM", span=(span[1] - 23, span[1])),
    ]
    minutes._meetings[-1]["items"][0] = item.model_copy(update={"movements": inside})
    graph = built(minutes)
    decision = "decision:sam:2024-03-01:4:1"
    assert ends(graph, "ASSIGNS") == [(decision, "organisation:stodkontoret")]
    assert ends(graph, "REPORTS_BACK_TO") == [(decision, "forum:sam")]


def test_a_report_tells_of_meetings_without_recording_them() -> None:
    paper = Minutes("SAM", "2025-02-01", kind=DocumentKind.REPORT, title="Årsrapport hemgång 2024")
    paper.meeting("SAM", "2024-03-01").item(None, "Hemgång", topics=["Hemgång"]).meeting("CHN", "2024-04-03").item(
        None, "Hemgång", topics=["Hemgång"]
    )
    graph = built(paper)
    assert [m["recorded"] for m in graph.nodes[Label.MEETING]] == [False, False]
    assert ends(graph, "RECORDED_IN") == []
    assert "item:sam:2024-03-01:~hemgang" in graph.own["nodes"]
    assert "report:arsrapport-hemgang-2024" in graph.own["nodes"]


def test_a_number_used_twice_gives_two_items() -> None:
    graph = built(Minutes().item("4", "Ett").item("4", "Två"))
    assert [i["id"] for i in graph.nodes[Label.AGENDA_ITEM]] == ["item:sam:2024-03-01:4", "item:sam:2024-03-01:4+2"]


def test_a_meeting_without_date_is_the_documents_own() -> None:
    graph = built(Minutes("SAM", None))
    (meeting,) = graph.nodes[Label.MEETING]
    assert meeting["id"].startswith("meeting:sam:odaterat-")
    assert meeting["name"] == "SAM"


def test_merging_tellings() -> None:
    minutes = (0, "document:b", {"id": "m", "place": "Almby", "recorded": True})
    table = (1, "document:a", {"id": "m", "place": "Björkö", "start": "09:00", "recorded": False})
    expected = {"id": "m", "place": "Almby", "start": "09:00", "recorded": True}
    assert merge_tellings([minutes, table]) == merge_tellings([table, minutes]) == expected


def test_targets_cover_all_sending_types() -> None:
    assert set(TARGETS) == {
        RelationshipType(t)
        for t in ("RECOMMENDS", "ASSIGNS", "PETITIONS", "REFERRED_TO", "REPORTS_BACK_TO", "RAISED_BY", "APPOINTS", "INVITES")
    }


def test_a_forum_that_no_document_names_is_one_of_its_own_and_inferred() -> None:
    first = Minutes(None, "2024-03-01", title="Minnesanteckningar", file="anteckningar-mars-1.txt")
    second = Minutes(None, "2024-03-01", title="Minnesanteckningar", file="anteckningar-mars-2.txt").person(
        "Eva Grönvik", "Almby"
    )
    graphs = [built(first, second), built(second, first)]
    (start, end, properties), (_, other, _) = (edges(graph, "MEETING_OF")[0] for graph in graphs)
    assert end != other
    assert node(graphs[0], Label.FORUM, end)["name"] == "Okänt forum (anteckningar-mars-1.txt)"
    assert properties["basis"] == "inferred"
    assert start.startswith("meeting:")


def parts(minutes: Minutes) -> list[tuple[str, str, str, list[str]]]:
    graph = built(minutes)
    return [(a, b, p["basis"], words(graph, p["passages"])) for a, b, p in edges(graph, "PART_OF")]


def test_a_topic_is_a_part_of_another_where_the_document_says_so() -> None:
    minutes = Minutes("SAM").item(
        "4", "Larm – en del i handlingsplanen för hemgång", topics=["Larm", "Hemgång"], part_of=[("Larm", "Hemgång")]
    )
    assert parts(minutes) == [("topic:larm", "topic:hemgang", "stated", ["Larm – en del i handlingsplanen för hemgång"])]


def test_a_body_is_a_part_of_the_one_that_it_is_written_with_and_the_quote_has_both() -> None:
    minutes = Minutes("SAM").item("4", "Larm", presenters=[("Eva Ek", "chef", "Jourenheten,\nAlmby kommun")])
    assert parts(minutes) == [
        ("organisation:jourenheten-almby", "municipality:9901", "stated", ["Eva Ek, chef, Jourenheten,\nAlmby kommun"])
    ]


@pytest.mark.parametrize("body", ["Pensionärerna Almby", "Arbetslivscentrum Almby"])
def test_who_is_in_a_place_is_no_part_of_its_municipality(body: str) -> None:
    assert parts(Minutes("SAM").person("Eva Ek", body)) == []


def test_who_speaks_for_two_municipalities_represents_both() -> None:
    graph = built(Minutes("SAM").person("Eva Ek", "Almby och Björkö"))
    assert ends(graph, "REPRESENTS") == [("official:eva-ek", "municipality:9901"), ("official:eva-ek", "municipality:9902")]


def test_what_is_assigned_is_told_whole() -> None:
    words = "Rådet ger Stödkontoret i uppdrag att till mötet i maj redovisa åtgärder för att nå målet"
    graph = built(Minutes().item("1", "Jour", decisions=[("assign", words, ("Stödkontoret",))]))
    ((_, _, properties),) = edges(graph, "ASSIGNS")
    assert properties["what"] == "till mötet i maj redovisa åtgärder för att nå målet"
