"""The trace of an issue, on both engines."""

from __future__ import annotations

import datetime as dt
from typing import Any

from graph.arrivals import HopState
from graph.stores import Store
from queries import run
from queries.trace import HopKind, TraceHop, TraceStep
from tests.queries.following import sent_on
from tests.queries.graphs import CHR, NVN, TUT, VR, GraphBuilder, entities, journey

TODAY = dt.date(2024, 6, 1)


def trace(store: Store, graph: GraphBuilder, today: dt.date = TODAY, **parameters: str) -> Any:
    graph.write(store)
    return run(store, "trace", {"topic": "TUT", **parameters}, today)


def hops(rows: list[TraceStep]) -> list[TraceHop]:
    return [row.hop for row in rows if row.hop]


def test_items_in_time_order_with_their_hops(store: Store) -> None:
    answer = trace(store, journey())
    steps = [row.item.meeting.name + " " + (row.item.number or "") if row.item else row.hop.kind.value for row in answer.rows]
    assert steps == [
        "VR 2023-05-10 6",
        "FOLLOWED_BY",
        "CHR 2024-03-15 6c",
        "FOLLOWED_BY",
        "VR 2024-04-10 6a",
        "RECOMMENDS",
        "RECOMMENDS",
        "RECOMMENDS",
        "PETITIONS",
    ]
    assert [row.position for row in answer.rows] == list(range(1, 10))
    assert all(row.sources for row in answer.rows if row.item or row.hop.kind is not HopKind.FOLLOWED_BY)


def test_hop_without_words_is_inferred(store: Store) -> None:
    hop = hops(trace(store, journey()).rows)[1]
    assert (hop.kind, hop.basis, hop.from_.short, hop.to.name) == (HopKind.FOLLOWED_BY, "inferred", "CHR", "VR")
    assert hop.arrived is not None
    assert hop.arrived.days == 26
    assert not hop.open


def test_what_was_sent_on_is_open_with_days_waited(store: Store) -> None:
    open_hops = [hop for hop in hops(trace(store, journey()).rows) if hop.open]
    assert [(hop.kind.value, hop.to.name, hop.to.count) for hop in open_hops] == [
        ("RECOMMENDS", "CHR", 1),
        ("RECOMMENDS", "Region Norrdal", 1),
        ("RECOMMENDS", "kommunerna", 6),
        ("PETITIONS", "CHR", 1),
    ]
    assert {hop.basis for hop in open_hops} == {"stated"}
    assert {hop.waited_days for hop in open_hops} == {52}
    assert [hop.state for hop in open_hops] == [
        HopState.NO_LATER_MINUTES,
        HopState.NO_MINUTES_KEPT,
        HopState.NO_MINUTES_KEPT,
        HopState.NO_LATER_MINUTES,
    ]
    names = [member.name for member in open_hops[2].to.members]
    assert names == ["Alby", "Byske", "Zinkmo", "Ådal", "Ärlinge", "Önne"]


def test_every_statement_quotes_its_words(store: Store) -> None:
    rows = trace(store, journey()).rows
    recommendation = next(row for row in rows if row.hop and row.hop.kind is HopKind.RECOMMENDS)
    (source,) = recommendation.sources
    assert (source.file, source.page, source.words) == (
        "vr-2024.docx",
        3,
        "Avslutningsvis lämnar VR en rekommendation till CHR att gå vidare.",
    )


def test_meeting_told_of_by_two_documents_is_one_row_with_both_sources(store: Store) -> None:
    first = trace(store, journey()).rows[0]
    assert first.item.title == "TUT – läget"
    assert {source.file for source in first.sources} == {"vr-2023.txt", "arsrapport-2023.pdf"}
    assert [person.as_written for person in first.item.presenters] == ["Greta Ahl Berg"]
    assert [person.name for person in first.item.presenters] == ["Greta Åhl"]


def test_later_minutes_that_do_not_take_it_up_are_told_apart(store: Store) -> None:
    graph = journey()
    later = graph.document("e5", "chr-maj.txt")
    held = graph.meeting(CHR, "2024-05-20", later)
    graph.item(held, "1", "Annat", later, 60)
    answer = trace(store, graph)
    states = {(hop.kind.value, hop.to.name): (hop.state, hop.later_minutes) for hop in hops(answer.rows) if hop.open}
    assert states["RECOMMENDS", "CHR"] == (HopState.NOT_TAKEN_UP, 1)
    assert states["PETITIONS", "CHR"] == (HopState.NOT_TAKEN_UP, 1)
    assert not any("senare protokoll" in note for note in answer.notes)


def test_meeting_without_minutes_is_no_later_minutes(store: Store) -> None:
    graph = journey()
    graph.meeting(CHR, "2024-05-20", "document:c3", recorded=False)
    states = {hop.state for hop in hops(trace(store, graph).rows) if hop.open and hop.to.name == "CHR"}
    assert states == {HopState.NO_LATER_MINUTES}


def test_stated_hop_arrives_and_takes_the_place_of_the_inferred_one(store: Store) -> None:
    graph = journey()
    words = graph.passage("document:b2", 400, "Ärendet lyfts till VR.")
    graph.fact("item:chr:2024-03-15:6c", "REFERRED_TO", VR, "document:b2", words, target="VR")
    found = [hop for hop in hops(trace(store, graph).rows) if hop.from_.short == "CHR"]
    assert [(hop.kind, hop.basis, hop.state) for hop in found] == [(HopKind.REFERRED_TO, "stated", HopState.ARRIVED)]
    assert found[0].arrived is not None
    assert (found[0].arrived.item, found[0].arrived.days) == ("item:vr:2024-04-10:6a", 26)


def test_same_statement_from_two_documents_is_one_hop(store: Store) -> None:
    graph = journey()
    copy = graph.document("f6", "vr-2024-kopia.txt")
    words = graph.passage(copy, 10, "Avslutningsvis lämnar VR en rekommendation till CHR att gå vidare.")
    graph.fact("item:vr:2024-04-10:6a", "RECOMMENDS", CHR, copy, words, what="gå vidare", target="CHR")
    rows = [
        row for row in trace(store, graph).rows if row.hop and row.hop.kind is HopKind.RECOMMENDS and row.hop.to.name == "CHR"
    ]
    assert len(rows) == 1
    assert [source.file for source in rows[0].sources] == ["vr-2024-kopia.txt", "vr-2024.docx"]


def test_referral_to_a_meeting_whose_minutes_are_missing(store: Store) -> None:
    graph = entities()
    document = graph.document("a1", "vr-2020.txt")
    held = graph.meeting(VR, "2020-03-11", document)
    item = graph.item(held, "4", "TUT", document, 50, TUT)
    words = graph.passage(document, 90, "hänförs till VR:s möte den 17 juni")
    asked = graph.meeting(VR, "2020-06-17", document, recorded=False)
    graph.fact(item, "REFERRED_TO", asked, document, words, due=dt.date(2020, 6, 17))
    graph.fact(item, "REFERRED_TO", VR, document, words, due=dt.date(2020, 6, 17))
    other = graph.document("b2", "vr-2021.txt")
    held = graph.meeting(VR, "2021-04-10", other)
    late = graph.item(held, "1", "TUT igen", other, 50, TUT)
    answer = trace(store, graph)
    (hop,) = hops(answer.rows)
    assert (hop.state, hop.open, hop.due) == (HopState.MINUTES_MISSING, True, dt.date(2020, 6, 17))
    assert (hop.past_due, hop.overdue) == (True, False)
    assert hop.possible is not None
    assert hop.possible.item == late
    assert hop.to.meeting is not None
    assert hop.to.meeting.id == asked
    assert "Protokollet från VR 2020-06-17 finns inte i lagret." in answer.notes


def test_answer_at_the_meeting_it_was_referred_to(store: Store) -> None:
    graph = entities()
    document, other = graph.document("a1", "vr-mars.txt"), graph.document("b2", "vr-juni.txt")
    item = graph.item(graph.meeting(VR, "2020-03-11", document), "4", "TUT", document, 50, TUT)
    words = graph.passage(document, 90, "återrapporteras på nästa VR")
    graph.fact(item, "REPORTS_BACK_TO", VR, document, words, due=dt.date(2020, 6, 17))
    graph.item(graph.meeting(VR, "2020-06-17", other), "2", "TUT – återrapport", other, 50, TUT)
    (hop,) = hops(trace(store, graph).rows)
    assert (hop.state, hop.overdue) == (HopState.ARRIVED, False)
    assert hop.arrived is not None
    assert hop.arrived.days == 98


def test_another_body_than_the_items_forum_sends_it_on(store: Store) -> None:
    graph = entities()
    document = graph.document("a1", "vr.txt")
    item = graph.item(graph.meeting(VR, "2024-05-01", document), "4", "TUT", document, 50, TUT)
    words = graph.passage(document, 90, "CHR återrapporterar till VR")
    graph.fact(item, "REPORTS_BACK_TO", VR, document, words, actor="CHR", actorId=CHR, target="VR")
    (hop,) = hops(trace(store, graph).rows)
    assert (hop.from_.id, hop.from_.short, hop.to.name, hop.origin_item) == (CHR, "CHR", "VR", item)


def test_item_long_before_the_meeting_asked_for_is_no_answer(store: Store) -> None:
    graph = entities()
    first, second, third = (graph.document(d, f"vr-{d}.txt") for d in ("a1", "b2", "c3"))
    item = graph.item(graph.meeting(VR, "2023-06-08", first), "6", "TUT", first, 50, TUT)
    words = graph.passage(first, 90, "återrapporteras vid VR:s möte den 19 september 2024")
    graph.fact(item, "REPORTS_BACK_TO", VR, first, words, due=dt.date(2024, 9, 19))
    graph.item(graph.meeting(VR, "2023-10-19", second), "4", "TUT – annat", second, 50, TUT)
    answer = graph.item(graph.meeting(VR, "2024-09-26", third), "5", "TUT – återrapport", third, 50, TUT)
    graph.meeting(VR, "2024-09-19", first, recorded=False)
    (hop,) = hops(trace(store, graph, today=dt.date(2025, 1, 1)).rows)
    assert hop.arrived is not None
    assert hop.arrived.item == answer


def test_deadline_met_early_is_met(store: Store) -> None:
    graph = entities()
    first, second = (graph.document(d, f"vr-{d}.txt") for d in ("a1", "b2"))
    item = graph.item(graph.meeting(VR, "2023-06-08", first), "6", "TUT", first, 50, TUT)
    words = graph.passage(first, 90, "återrapporteras senast den 31 december 2024")
    graph.fact(item, "REPORTS_BACK_TO", VR, first, words, due=dt.date(2024, 12, 31))
    answer = graph.item(graph.meeting(VR, "2023-10-19", second), "4", "TUT – svar", second, 50, TUT)
    (hop,) = hops(trace(store, graph, today=dt.date(2025, 1, 1)).rows)
    assert hop.arrived is not None
    assert hop.arrived.item == answer


def test_deadline_that_has_not_come_is_open_but_not_overdue(store: Store) -> None:
    graph = entities()
    document = graph.document("a1", "vr.txt")
    item = graph.item(graph.meeting(VR, "2024-05-01", document), "4", "TUT", document, 50, TUT)
    graph.fact(item, "ASSIGNS", NVN, document, graph.passage(document, 90, "NVN får i uppdrag"), due=dt.date(2024, 12, 1))
    (hop,) = hops(trace(store, graph).rows)
    assert (hop.state, hop.open, hop.overdue) == (HopState.NO_LATER_MINUTES, True, False)


def test_what_the_minutes_of_its_day_do_not_tell_is_overdue(store: Store) -> None:
    graph = entities()
    document, other = graph.document("a1", "vr-mars.txt"), graph.document("b2", "vr-juni.txt")
    item = graph.item(graph.meeting(VR, "2024-03-11", document), "4", "TUT", document, 50, TUT)
    words = graph.passage(document, 90, "återrapporteras vid VR:s möte den 17 juni")
    graph.fact(item, "REPORTS_BACK_TO", VR, document, words, due=dt.date(2024, 6, 17))
    graph.meeting(VR, "2024-06-17", other)
    (hop,) = hops(trace(store, graph, today=dt.date(2024, 9, 1)).rows)
    assert (hop.state, hop.past_due, hop.overdue) == (HopState.NOT_TAKEN_UP, True, True)


def test_raised_by_leads_to_the_item_from_the_forums_last_one(store: Store) -> None:
    graph = journey()
    words = graph.passage("document:c3", 160, "Frågan väcktes av CHR.")
    graph.fact("item:vr:2024-04-10:6a", "RAISED_BY", CHR, "document:c3", words)
    rows = trace(store, graph).rows
    place = next(i for i, row in enumerate(rows) if row.hop and row.hop.kind is HopKind.RAISED_BY)
    hop = rows[place].hop
    assert (hop.from_.short, hop.to.name, hop.basis, hop.origin_item) == ("CHR", "VR", "stated", "item:chr:2024-03-15:6c")
    assert rows[place + 1].item.id == "item:vr:2024-04-10:6a"
    assert not any(row.hop and row.hop.kind is HopKind.FOLLOWED_BY and row.hop.from_.short == "CHR" for row in rows)


def test_part_between_two_forums_says_how_it_moved(store: Store) -> None:
    answer = trace(store, journey(), **{"from": "CHR", "to": "VR"})
    assert [row.item.id for row in answer.rows if row.item] == ["item:chr:2024-03-15:6c", "item:vr:2024-04-10:6a"]
    assert [hop.kind for hop in hops(answer.rows)] == [HopKind.FOLLOWED_BY]
    assert answer.finding == (
        "TUT gick från CHR 2024-03-15 till VR 2024-04-10 på 26 dagar: 1 steg är tolkat av att ärendet kommer upp igen."
    )
    assert answer.finding_en == (
        "TUT went from CHR 2024-03-15 to VR 2024-04-10 in 26 days: 1 hop is inferred from the topic coming up again."
    )
    assert answer.notes[0] == "1 ärendepunkt ligger utanför den valda delen av 3 i allt."


def test_part_from_a_forum_keeps_what_is_open(store: Store) -> None:
    answer = trace(store, journey(), **{"from": "CHR"})
    assert [hop.kind.value for hop in hops(answer.rows)] == ["FOLLOWED_BY", "RECOMMENDS", "RECOMMENDS", "RECOMMENDS", "PETITIONS"]


def test_forum_it_never_came_to(store: Store) -> None:
    answer = trace(store, journey(), **{"from": "VR", "to": "NVN"})
    assert answer.finding == "TUT har tagits upp i VR men inte därefter i NVN."
    assert {row.item.meeting.forum.short for row in answer.rows if row.item} == {"VR"}
    nowhere = run(store, "trace", {"topic": TUT, "from": "NVN"}, TODAY)
    assert (nowhere.rows, nowhere.finding) == ([], "TUT har ingen ärendepunkt i NVN.")


def test_period(store: Store) -> None:
    answer = trace(store, journey(), since="2024-01-01", until="2024-03-31")
    assert [row.item.id for row in answer.rows if row.item] == ["item:chr:2024-03-15:6c"]
    assert hops(answer.rows) == []


def test_finding_names_forums_dates_and_what_is_open(store: Store) -> None:
    answer = trace(store, journey())
    assert answer.finding == (
        "TUT har tagits upp i 3 ärendepunkter i VR och CHR, från 2023-05-10 till 2024-04-10. "
        "Öppet: rekommendation till CHR, Region Norrdal och kommunerna (6); skrivelse till CHR."
    )
    assert answer.parameters == {"topic": {"given": "TUT", "id": TUT, "name": "Trygg utskrivning"}}
    assert "Väntetiden är räknad till 2024-06-01." in answer.notes


def test_an_issue_asked_for_by_its_full_name_is_called_that(store: Store) -> None:
    journey().write(store)
    assert run(store, "trace", {"topic": "trygg UTSKRIVNING"}, TODAY).finding.startswith("Trygg utskrivning har tagits upp i 3")


def test_topic_without_items(store: Store) -> None:
    graph = entities()
    answer = trace(store, graph)
    assert answer.rows == []


def test_json_is_camel_case_with_from(store: Store) -> None:
    rows = trace(store, journey()).model_dump(mode="json", by_alias=True)["rows"]
    hop = next(row["hop"] for row in rows if row["hop"])
    assert hop["from"]["short"] == "VR"
    assert "originItem" in hop
    assert rows[0]["item"]["meeting"]["date"] == "2023-05-10"


def test_issue_that_comes_up_years_later_is_no_arrival(store: Store) -> None:
    graph = entities()
    first, second = graph.document("a1", "vr-2020.txt"), graph.document("b2", "chr-2025.txt")
    item = graph.item(graph.meeting(VR, "2020-03-11", first), "4", "TUT", first, 50, TUT)
    words = graph.passage(first, 90, "att rekommendera CHR att bilda en styrgrupp")
    graph.fact(item, "RECOMMENDS", CHR, first, words, what="bilda en styrgrupp", target="CHR")
    graph.item(graph.meeting(CHR, "2025-02-07", second), "1", "TUT – statsbidrag", second, 50, TUT)
    graph.meeting(CHR, "2020-04-03", first, recorded=False)
    (hop,) = hops(trace(store, graph, today=dt.date(2025, 6, 1)).rows)
    assert (hop.state, hop.open, hop.arrived, hop.possible) == (HopState.MINUTES_MISSING, True, None, None)
    assert [one.name for one in hop.missing] == ["CHR 2020-04-03"]


def test_day_that_is_worked_out_counts_as_one_that_is_said(store: Store) -> None:
    graph = entities()
    first, second = graph.document("a1", "vr-2020.txt"), graph.document("b2", "vr-2022.txt")
    item = graph.item(graph.meeting(VR, "2020-03-11", first), "4", "TUT", first, 50, TUT)
    words = graph.passage(first, 90, "Planen redovisas på nästkommande VR i juni.")
    graph.fact(item, "REFERRED_TO", VR, first, words, target="VR")
    graph.meeting(VR, "2020-06-17", first, recorded=False)
    later = graph.item(graph.meeting(VR, "2021-02-13", second), "1", "TUT", second, 50, TUT)
    (hop,) = hops(trace(store, graph, today=dt.date(2025, 6, 1)).rows)
    assert (hop.state, hop.due, hop.arrived) == (HopState.MINUTES_MISSING, dt.date(2020, 6, 17), None)
    assert hop.possible is not None
    assert hop.possible.item == later


def test_report_back_elsewhere_says_by_when_it_was_to_come_up(store: Store) -> None:
    """Recommended to CHR, to be reported back to VR on a day: until then CHR was to take it up."""
    graph = entities()
    first, second = graph.document("a1", "vr.txt"), graph.document("b2", "chr.txt")
    item = graph.item(graph.meeting(VR, "2024-01-10", first), "4", "TUT", first, 50, TUT)
    words = graph.passage(first, 90, "att rekommendera CHR att bilda en styrgrupp")
    graph.fact(item, "RECOMMENDS", CHR, first, words, what="bilda en styrgrupp", target="CHR")
    back = graph.passage(first, 140, "Arbetet återrapporteras på VR den 9 maj 2024.")
    graph.fact(item, "REPORTS_BACK_TO", VR, first, back, due=dt.date(2024, 5, 9), target="VR")
    there = graph.item(graph.meeting(CHR, "2024-02-07", second), "1", "TUT", second, 50, TUT)
    found = {hop.to.name: hop for hop in hops(trace(store, graph).rows) if hop.kind is not HopKind.FOLLOWED_BY}
    assert found["CHR"].arrived is not None
    assert found["CHR"].arrived.item == there
    assert (found["VR"].state, found["VR"].due) == (HopState.NO_LATER_MINUTES, dt.date(2024, 5, 9))


def test_what_is_answered_is_not_open_though_the_one_asked_keeps_no_minutes(store: Store) -> None:
    """As in the ledger: the assignment is reported to the forum that gave it."""
    answer = run(sent_on_in(store), "trace", {"topic": "TUT"}, dt.date(2024, 12, 1))
    found = {(hop.kind, hop.to.name): hop for hop in hops(answer.rows)}
    assigned = found[HopKind.ASSIGNS, "Utvecklingsenheten"]
    assert (assigned.state, assigned.open, assigned.arrived, assigned.waited_days) == (HopState.ANSWERED, False, None, None)
    assert assigned.answered is not None
    assert (assigned.answered.item, assigned.answered.days) == ("item:vr:2024-05-10:3", 70)
    assert found[HopKind.RECOMMENDS, "kommunerna"].open
    assert answer.finding.endswith("Öppet: rekommendation till Region Norrdal och kommunerna (6); återrapport till VR.")
    open_en = "Open: a recommendation to Region Norrdal and the municipalities (6); a report back to VR."
    assert answer.finding_en.endswith(open_en)


def sent_on_in(store: Store) -> Store:
    sent_on().write(store)
    return store


def test_minutes_dated_after_today_have_not_waited(store: Store) -> None:
    answer = trace(store, journey(), dt.date(2023, 6, 1))
    waiting = [hop for hop in hops(answer.rows) if hop.open]
    assert waiting
    assert {hop.waited_days for hop in waiting} == {None}
    assert not any("Väntetiden" in note for note in answer.notes)


def test_forum_with_a_comma_in_its_name_is_quoted_in_the_finding(store: Store) -> None:
    graph = journey()
    graph.entity("forum:styrgrupp", "Styrgrupp, Vård", "Styrgrupp, Vård")
    document = graph.document("f6", "styrgrupp.txt")
    graph.item(graph.meeting("forum:styrgrupp", "2024-05-02", document), "1", "TUT", document, 60, TUT)
    answer = trace(store, graph)
    assert "”Styrgrupp, Vård”" in answer.finding
    assert "“Styrgrupp, Vård”" in answer.finding_en
