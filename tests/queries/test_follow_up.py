"""The ledger of what was sent on, on both engines."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from api.terminal_following import lines_of
from graph.errors import InputError
from graph.movement import DueBasis, Kind, Match, Reason, Sent, Status, find_answers
from graph.stores import Store
from queries import following, run
from queries.follow_up import FollowUpRow
from tests.queries.following import BUSES, SENT, TODAY, UNIT, sent_on
from tests.queries.graphs import CHR, NVN, TUT, VR, entities


def ask(store: Store, today: dt.date = TODAY, **parameters: str) -> Any:
    sent_on().write(store)
    return run(store, "follow-up", parameters, today)


def by_target(rows: list[FollowUpRow]) -> dict[tuple[str, str], FollowUpRow]:
    return {(row.kind.value, row.to.name): row for row in rows}


def test_one_row_for_each_thing_sent_on_most_urgent_first(store: Store) -> None:
    answer = ask(store)
    assert [(row.status.value, row.kind.value, row.to.name, row.to.count) for row in answer.rows] == [
        ("overdue", "INVITES", "Ivar Bergdal", 1),
        ("open", "RECOMMENDS", "kommunerna", 6),
        ("open", "RECOMMENDS", "Region Norrdal", 1),
        ("open", "REPORTS_BACK_TO", "VR", 1),
        ("silent", "REFERRED_TO", "NVN", 1),
        ("answered", "RECOMMENDS", "CHR", 1),
        ("answered", "ASSIGNS", "Utvecklingsenheten", 1),
    ]
    assert answer.finding == ("7 saker har skickats vidare: 1 försenad, 3 öppna, 1 går inte att veta och 2 besvarade.")
    assert answer.finding_en == "7 matters have been sent on: 1 overdue, 3 open, 1 cannot be known and 2 answered."
    assert all(row.sources for row in answer.rows)


def test_answers_are_looked_for_once_for_each_thing_sent_on(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_for = []

    def find(sent: Sent, *others: Any) -> list[Match]:
        looked_for.append(sent.id)
        return find_answers(sent, *others)

    monkeypatch.setattr(following, "find_answers", find)
    assert len(ask(store).rows) == len(looked_for) == len(set(looked_for))


def test_answer_with_its_reasons_and_words(store: Store) -> None:
    row = by_target(ask(store).rows)["ASSIGNS", "Utvecklingsenheten"]
    assert row.answer is not None
    assert (row.answer.item, row.answer.days, row.answer.meeting.name) == ("item:vr:2024-05-10:3", 70, "VR 2024-05-10")
    assert {reason.kind for reason in row.answer.reasons} == {"topic", "request", "sender", "next-meeting", "wording"}
    assert row.answer.score == round(min(0.99, sum(reason.weight for reason in row.answer.reasons)), 2)
    assert "samma ärende: TUT" in [reason.text for reason in row.answer.reasons]
    assert [source.words for source in row.answer.sources] == ["TUT – återrapport", "att lägga rapporten till handlingarna"]
    assert (row.waited_days, row.possible) == (None, [])
    assert row.text == "Besvarat av VR 2024-05-10 efter 70 dagar."


def test_text_that_tells_what_is_decided_is_not_a_second_row(store: Store) -> None:
    rows = [row for row in ask(store).rows if row.kind is Kind.ASSIGNS]
    assert len(rows) == 1
    assert rows[0].what == "kartlägga handledare"
    assert len(rows[0].sources) == 2


def test_report_back_promised_right_after_says_when_and_where(store: Store) -> None:
    rows = by_target(ask(store).rows)
    for row in (rows["RECOMMENDS", "kommunerna"], rows["RECOMMENDS", "Region Norrdal"], rows["REPORTS_BACK_TO", "VR"]):
        assert (row.due, row.due_basis, row.expected_in.short) == (dt.date(2024, 9, 12), DueBasis.STATED, "VR")
        assert (row.status, row.reason, [one.name for one in row.missing]) == (
            Status.OPEN, Reason.MINUTES_MISSING, ["VR 2024-09-12"],
        )  # fmt: skip
        assert row.overdue_days == 80
        assert "protokollet finns inte i lagret (VR 2024-09-12)" in row.text
    assert rows["RECOMMENDS", "CHR"].due is None


def test_next_meeting_is_worked_out_and_marked(store: Store) -> None:
    rows = by_target(ask(store).rows)
    invited = rows["INVITES", "Ivar Bergdal"]
    assert (invited.due, invited.due_basis, invited.due_words) == (dt.date(2024, 5, 10), DueBasis.INFERRED, "nästa möte")
    assert (invited.status, invited.waited_days, invited.overdue_days) == (Status.OVERDUE, 275, 205)
    assert [one.item for one in invited.possible] == ["item:vr:2024-05-10:4"]
    referred = rows["REFERRED_TO", "NVN"]
    assert (referred.due, referred.due_words, referred.reason) == (None, "nästa möte", Reason.NO_LATER_MINUTES)


def test_target_as_written_and_as_resolved(store: Store) -> None:
    rows = by_target(ask(store).rows)
    assert (rows["RECOMMENDS", "CHR"].written, rows["RECOMMENDS", "CHR"].to.members[0].id) == ("Chefsrådet", CHR)
    assert rows["RECOMMENDS", "kommunerna"].written == "kommunerna"
    assert [one.name for one in rows["RECOMMENDS", "kommunerna"].to.members][-1] == "Önne"


def test_filters(store: Store) -> None:
    sent_on().write(store)

    def items(**parameters: str) -> list[tuple[str, str]]:
        return [(row.kind.value, row.item) for row in run(store, "follow-up", parameters, TODAY).rows]

    assert items(who="Önne") == [("RECOMMENDS", SENT)]
    assert items(who=UNIT) == [("ASSIGNS", SENT)]
    assert items(who="Ivar Bergdal") == [("INVITES", BUSES)]
    assert items(status="silent") == [("REFERRED_TO", BUSES)]
    assert items(forum="CHR") == []
    assert len(items(forum="VR")) == 7
    answer = run(store, "follow-up", {"forum": "VR", "status": "answered"}, TODAY)
    assert answer.finding.startswith("7 saker har skickats vidare av VR: ")
    assert answer.finding.endswith("Visar: besvarade.")
    with pytest.raises(InputError):
        run(store, "follow-up", {"status": "late"}, TODAY)


def test_today_decides(store: Store) -> None:
    sent_on().write(store)
    rows = by_target(run(store, "follow-up", {}, dt.date(2024, 4, 1)).rows)
    assert rows["ASSIGNS", "Utvecklingsenheten"].status is Status.OPEN
    assert rows["RECOMMENDS", "CHR"].status is Status.SILENT
    assert rows["REPORTS_BACK_TO", "VR"].reason is Reason.NOT_YET_DUE
    assert rows["REPORTS_BACK_TO", "VR"].overdue_days is None


def test_same_statement_in_a_copy_is_one_row(store: Store) -> None:
    graph = sent_on()
    copy = graph.document("e5", "kopia.txt")
    words = graph.passage(copy, 10, "att rekommendera Chefsrådet att pröva en gemensam mottagning")
    graph.fact("decision:vr:2024-03-01:4:1", "RECOMMENDS", CHR, copy, words, what="pröva en gemensam mottagning", target="CHR")
    graph.write(store)
    rows = [row for row in run(store, "follow-up", {}, TODAY).rows if row.kind is Kind.RECOMMENDS and row.to.name == "CHR"]
    assert len(rows) == 1
    assert {source.file for source in rows[0].sources} == {"a1.txt", "kopia.txt"}


def test_nothing_sent_on(store: Store) -> None:
    entities().write(store)
    answer = run(store, "follow-up", {}, TODAY)
    assert (answer.rows, answer.finding) == ([], "Inget har skickats vidare.")


def test_json_is_camel_case(store: Store) -> None:
    row = ask(store).model_dump(mode="json", by_alias=True)["rows"][0]
    assert row["from"]["short"] == "VR"
    assert {"waitedDays", "dueBasis", "expectedIn", "laterMinutes", "overdueDays"} <= row.keys()


def test_sentences_say_how_long_it_is_late_and_what_is_not_in_the_store(store: Store) -> None:
    rows = by_target(ask(store).rows)
    assert rows["INVITES", "Ivar Bergdal"].text == (
        "Försenat 205 dagar (skickat för 275 dagar sedan), svar väntades 2024-05-10 (uträknat av ”nästa möte”): "
        "2 senare protokoll från VR ger inget säkert svar."
    )
    assert (
        rows["RECOMMENDS", "kommunerna"].text_en
        == "Open for 275 days, due 2024-09-12: the minutes are not in the store (VR 2024-09-12)."
    )
    assert rows["REFERRED_TO", "NVN"].text == (
        "Går inte att veta, 275 dagar efteråt, svar väntades nästa möte: lagret har inga senare protokoll från NVN."
    )


def test_one_later_set_of_minutes_does_not(store: Store) -> None:
    graph = sent_on()
    graph.meeting(NVN, "2024-06-01", graph.document("e5", "nvn.txt"))
    graph.write(store)
    row = by_target(run(store, "follow-up", {}, TODAY).rows)["REFERRED_TO", "NVN"]
    assert row.text_en.endswith(": 1 later set of minutes of NVN does not take it up.")


def test_assignment_told_of_as_given_before_is_reported_where_it_is_told(store: Store) -> None:
    graph = entities()
    document = graph.document("a1", "vr.txt")
    item = graph.item(graph.meeting(VR, "2024-03-01", document), "5", "Redovisning av TUT", document, 50, TUT)
    graph.entity(UNIT, "Utvecklingsenheten", "enheten")
    words = graph.passage(document, 90, "Enheten har haft i uppdrag att utvärdera platserna.")
    graph.fact(item, "ASSIGNS", UNIT, document, words, what="att utvärdera platserna", target="Enheten")
    graph.write(store)
    (row,) = run(store, "follow-up", {}, TODAY).rows
    assert (row.status, row.text) == (Status.ANSWERED, "Besvarat samma dag, VR 2024-03-01.")
    assert row.answer is not None
    assert [reason.kind for reason in row.answer.reasons] == ["reported-here"]
    assert row.given_before
    (line, *others) = lines_of(row)
    assert any(re.search(r"\(säkerhet 0,\d\d\)", other.text) for other in others)
    assert line.text == "[besvarat] VR berättar om uppdrag till Utvecklingsenheten: utvärdera platserna"
    assert run(store, "flows", {}, TODAY).rows == []
    assert [one.hop.given_before for one in run(store, "trace", {"topic": TUT}, TODAY).rows if one.hop] == [True]


def test_what_the_receiver_tells_of_is_what_the_sender_sent(store: Store) -> None:
    """CHR recommends VR; the minutes of VR say so, and decide. One row, answered by that item."""
    graph = entities()
    first, second, third = (graph.document(d, f"{d}.txt") for d in ("a1", "b2", "c3"))
    sent = graph.item(graph.meeting(CHR, "2024-03-01", first), "5", "TUT", first, 50, TUT)
    words = graph.passage(first, 90, "att rekommendera VR att ställa sig bakom en platslista")
    graph.fact(sent, "RECOMMENDS", VR, first, words, what="ställa sig bakom en platslista", target="VR")
    there = graph.item(graph.meeting(VR, "2024-04-01", second), "2", "Platslistan", second, 50)
    told = graph.passage(second, 90, "CHR rekommenderar rådet att ställa sig bakom en platslista.")
    graph.fact(
        there, "RECOMMENDS", VR, second, told, what="att ställa sig bakom en platslista", actor="CHR", actorId=CHR, target="rådet"
    )
    graph.meeting(VR, "2024-06-01", third)
    graph.write(store)
    (row,) = run(store, "follow-up", {}, TODAY).rows
    assert (row.item, row.from_.short, row.status) == (sent, "CHR", Status.ANSWERED)
    assert row.answer is not None
    assert row.answer.item == there
    assert "retold" in [reason.kind for reason in row.answer.reasons]
    assert run(store, "stalled", {}, TODAY).rows == []


def test_state_on_a_day_names_who_sent_it(store: Store) -> None:
    graph = entities()
    document = graph.document("a1", "vr.txt")
    item = graph.item(graph.meeting(VR, "2024-03-01", document), "5", "TUT", document, 50, TUT)
    words = graph.passage(document, 90, "CHR rekommenderar rådet att anställa en samordnare.")
    graph.fact(item, "RECOMMENDS", VR, document, words, what="att anställa en samordnare", actor="CHR", actorId=CHR, target="VR")
    graph.write(store)
    (sent,) = (row for row in run(store, "as-of", {"date": "2024-04-01", "topic": TUT}, TODAY).rows if row.aspect == "sent")
    assert sent.from_.id == CHR
    assert "CHR rekommenderar VR: anställa en samordnare" in next(lines_of(sent)).text


def test_what_the_forum_agrees_to_in_the_words_that_tell_of_it_is_answered(store: Store) -> None:
    graph = entities()
    document = graph.document("a1", "vr.txt")
    graph.entity(UNIT, "Utvecklingsenheten", "enheten")
    item = graph.item(graph.meeting(VR, "2024-03-01", document), "5", "Samordnaren", document, 50, TUT)
    words = graph.passage(document, 90, "Rådet ställer sig bakom enhetens förslag om att anställa en samordnare.")
    graph.fact(
        item, "RECOMMENDS", VR, document, words, what="att anställa en samordnare", actor="Enheten", actorId=UNIT, target="VR"
    )
    graph.write(store)
    (row,) = run(store, "follow-up", {}, TODAY).rows
    assert (row.status, row.answer and row.answer.item) == (Status.ANSWERED, item)


def test_what_came_to_a_forum_at_its_own_meeting_is_not_stalled(store: Store) -> None:
    graph = entities()
    first, second = graph.document("a1", "vr.txt"), graph.document("b2", "vr-2.txt")
    graph.entity(UNIT, "Utvecklingsenheten", "enheten")
    item = graph.item(graph.meeting(VR, "2024-03-01", first), "5", "Avtalet", first, 50, TUT)
    words = graph.passage(first, 90, "Enhetens förslag är att avtalet förlängs.")
    graph.fact(item, "RECOMMENDS", VR, first, words, what="att avtalet förlängs", actor="Enheten", actorId=UNIT, target="VR")
    graph.decision(item, 1, "approve", "att godkänna redovisningen", first, 200)
    graph.meeting(VR, "2024-06-01", second)
    graph.write(store)
    assert run(store, "stalled", {}, TODAY).rows == []
    (row,) = run(store, "follow-up", {}, TODAY).rows
    assert (row.from_.name, row.status, [one.item for one in row.possible]) == ("Utvecklingsenheten", Status.OPEN, [item])


def test_promise_of_the_assignment_made_before_it_is_decided(store: Store) -> None:
    """ "Uppdraget återrapporteras …" in the text above the att-sats that gives the assignment."""
    graph = entities()
    first, second = graph.document("a1", "vr.txt"), graph.document("b2", "vr-2.txt")
    graph.entity(UNIT, "Utvecklingsenheten", "enheten")
    item = graph.item(graph.meeting(VR, "2024-03-01", first), "5", "Jourboenden", first, 50, TUT)
    back = graph.passage(first, 90, "Uppdraget återrapporteras vid VR:s möte den 10 maj 2024.")
    graph.fact(item, "REPORTS_BACK_TO", VR, first, back, due=dt.date(2024, 5, 10), target="VR")
    words = graph.passage(first, 800, "att ge enheten i uppdrag att göra en lista över jourboendena")
    decision = graph.decision(item, 1, "assign", "att ge enheten i uppdrag att göra en lista över jourboendena", first, 800)
    graph.fact(decision, "ASSIGNS", UNIT, first, words, what="göra en lista över jourboendena", target="enheten")
    answer = graph.item(graph.meeting(VR, "2024-05-10", second), "2", "Lista över jourboenden", second, 50)
    graph.write(store)
    rows = run(store, "follow-up", {}, TODAY).rows
    assert {(row.kind, row.due, row.answer and row.answer.item) for row in rows} == {
        (Kind.ASSIGNS, dt.date(2024, 5, 10), answer),
        (Kind.REPORTS_BACK_TO, dt.date(2024, 5, 10), answer),
    }


def test_target_is_named_as_the_words_name_it(store: Store) -> None:
    graph = entities()
    document = graph.document("a1", "vr.txt")
    item = graph.item(graph.meeting(VR, "2024-03-01", document), "5", "TUT", document, 50, TUT)
    words = graph.passage(document, 90, "Frågan lyfts till Chefsrådets möte.")
    graph.fact(item, "REFERRED_TO", CHR, document, words, target="CHR")
    graph.write(store)
    (row,) = run(store, "follow-up", {}, TODAY).rows
    assert (row.to.name, row.written) == ("CHR", "Chefsrådets")


def test_status_of_which_there_is_none(store: Store) -> None:
    graph = entities()
    document = graph.document("a1", "vr.txt")
    item = graph.item(graph.meeting(VR, "2024-03-01", document), "5", "TUT", document, 50, TUT)
    graph.fact(item, "REFERRED_TO", CHR, document, graph.passage(document, 90, "Frågan lyfts till CHR."), target="CHR")
    graph.write(store)
    answer = run(store, "follow-up", {"status": "overdue"}, TODAY)
    assert (answer.rows, answer.finding) == ([], "1 sak har skickats vidare: 1 går inte att veta. Visar: försenade (inga).")


def test_minutes_dated_after_today_have_not_waited(store: Store) -> None:
    sent_on().write(store)
    answers = [run(store, name, {}, dt.date(2023, 6, 1)) for name in ("follow-up", "stalled")]
    assert all(answer.rows for answer in answers)
    for answer in answers:
        assert {row.waited_days for row in answer.rows} == {None}
        assert not any(" -" in text for row in answer.rows for text in (row.text, row.text_en))
        assert not any("Väntetiden" in note for note in answer.notes)
