"""Matching what was sent on with what answers it, on values alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from graph.movement import Due, DueBasis, EvidenceKind, Kind, content_words, find_answers, matches_until, weigh_claims
from tests.graph.movement.cases import CHR, UNIT, VR, archive, item, kinds, sent


def test_issue_taken_up_where_it_was_sent_is_the_answer() -> None:
    (match,) = find_answers(sent(), archive(item(CHR, "2024-04-10")))
    assert match.is_answer
    assert kinds(match) == {EvidenceKind.TOPIC, EvidenceKind.FORUM, EvidenceKind.NEXT_MEETING}
    assert match.score == round(sum(one.weight for one in match.evidence), 2)


def test_another_forum_is_no_answer_without_a_word_of_it() -> None:
    assert find_answers(sent(), archive(item("forum:nvn", "2024-04-10"))) == []
    assert find_answers(sent(), archive(item(VR, "2024-04-10"))) == []
    assert find_answers(sent(what="pröva bussar"), archive(item(VR, "2024-04-10", "TUT – återkoppling från CHR")))[0].is_answer


def test_earlier_items_and_other_matters_answer_nothing() -> None:
    earlier = item(CHR, "2024-02-01")
    other = item(CHR, "2024-04-10", "Sommarbemanning", topics=frozenset({"topic:sommar"}))
    assert find_answers(sent(), archive(earlier, other)) == []


def test_assignment_needs_more_than_that_the_issue_comes_up_again() -> None:
    asked = sent(Kind.ASSIGNS, UNIT, what="kartlägga tillgången på handledare")
    (possible,) = find_answers(asked, archive(item(VR, "2024-05-10")))
    assert not possible.is_answer
    reported = item(VR, "2024-05-10", "TUT – återrapport")
    assert find_answers(asked, archive(reported))[0].is_answer
    in_words = item(VR, "2024-05-10", text="Kartläggningen av handledare presenterades.")
    (match,) = find_answers(asked, archive(in_words))
    assert match.is_answer
    assert EvidenceKind.REQUEST in kinds(match)


def test_report_back_still_to_come_is_no_answer() -> None:
    asked = sent(Kind.ASSIGNS, UNIT, what="kartlägga tillgången på handledare")
    (match,) = find_answers(asked, archive(item(VR, "2024-05-10", text="Frågan återrapporteras vid nästa möte.")))
    assert not match.is_answer
    assert EvidenceKind.WORDING not in kinds(match)


def test_of_two_requests_in_an_item_the_words_tell_which_is_answered() -> None:
    one = sent(Kind.ASSIGNS, UNIT, id="a", what="kartlägga tillgången på handledare")
    two = sent(Kind.ASSIGNS, UNIT, id="b", what="översätta informationsbladet")
    later = archive(item(VR, "2024-05-10", "TUT – återrapport", text="Kartläggningen av handledare presenterades."))
    assert find_answers(one, later, [one, two])[0].is_answer
    assert not any(match.is_answer for match in find_answers(two, later, [one, two]))


def test_report_of_another_thing_is_no_answer() -> None:
    """Whatever asked for it: its minutes may be missing."""
    asked = sent(Kind.ASSIGNS, UNIT, what="kartlägga tillgången på handledare")
    for other in (
        item(VR, "2024-05-10", text="Återkoppling gavs om upphandlingen av journalstödet."),
        item(VR, "2024-05-10", "TUT – redovisning av uppdrag", text="Upphandlingen av journalstödet presenterades."),
    ):
        assert not any(match.is_answer for match in find_answers(asked, archive(other)))
    unsaid = item(VR, "2024-05-10", text="Enheten redovisade uppdraget.")
    assert find_answers(replace(asked, names=frozenset(content_words("enheten"))), archive(unsaid))[0].is_answer


@pytest.mark.parametrize(
    "text",
    [
        "En första del av kartläggningen av handledare presenterades.",
        "Arbetet med kartläggningen av handledare pågår och är ännu inte klart.",
        "Kartläggningen av handledare delredovisades.",
    ],
)
def test_what_is_told_of_in_part_is_a_possible_answer_at_most(text: str) -> None:
    due = Due(dt.date(2024, 5, 10), DueBasis.STATED, meeting=True)
    asked = sent(Kind.ASSIGNS, UNIT, what="kartlägga tillgången på handledare", back_to=VR, due=due)
    (match,) = find_answers(asked, archive(item(VR, "2024-05-10", text=text)))
    assert (match.is_answer, match.score) == (False, 0.55)
    assert EvidenceKind.IN_PART in kinds(match)


def test_item_that_reports_comes_before_one_that_only_has_the_issue() -> None:
    due = Due(dt.date(2024, 5, 10), DueBasis.STATED, meeting=True)
    asked = sent(Kind.ASSIGNS, UNIT, what="kartlägga tillgången på handledare", back_to=VR, due=due)
    silent, reported = (
        item(VR, "2024-05-10"),
        item(VR, "2024-06-20", text="Enheten redovisade uppdraget att kartlägga handledare."),
    )
    assert find_answers(asked, archive(silent, reported))[0].item is reported
    assert find_answers(asked, archive(silent))[0].is_answer


def test_invitation_is_answered_when_the_invited_presents() -> None:
    person = "official:greta-ahl"
    asked = sent(Kind.INVITES, person, due=Due(dt.date(2024, 5, 10), DueBasis.INFERRED, "nästa möte", meeting=True))
    came = item(VR, "2024-05-10", presenters=frozenset({person}))
    assert find_answers(asked, archive(came))[0].is_answer
    (match,) = find_answers(asked, archive(item(VR, "2024-05-10", presenters=frozenset({"official:ivar-bergdal"}))))
    assert not match.is_answer
    assert EvidenceKind.NOT_INVITED in kinds(match)


def test_referral_to_a_day_is_answered_near_it() -> None:
    asked = sent(Kind.REFERRED_TO, due=Due(dt.date(2024, 9, 10), DueBasis.STATED, meeting=True))
    early, on_time, late = item(CHR, "2024-04-10"), item(CHR, "2024-09-10"), item(CHR, "2024-11-20")
    matches = find_answers(asked, archive(early, on_time, late))
    assert matches[0].item is on_time
    assert EvidenceKind.ON_THE_DAY in kinds(matches[0])
    assert not any(match.is_answer for match in matches if match.item is early)


def test_broad_field_and_long_time_count_against() -> None:
    many = [item(CHR, f"2024-{month:02}-{day:02}", number=str(day)) for month in (4, 5) for day in range(1, 9)]
    match = find_answers(sent(), archive(*many))[0]
    assert EvidenceKind.BROAD_TOPIC in kinds(match)
    assert not match.is_answer
    assert find_answers(sent(date=dt.date(2019, 3, 1)), archive(*many)) == []


def test_citation_of_the_meeting_and_paragraph_is_evidence() -> None:
    asked = sent(Kind.ASSIGNS, UNIT, what="kartlägga handledare")
    cited = item(VR, "2024-05-10", cites=frozenset({("meeting:vr:2024-03-01", "4")}))
    (match,) = find_answers(asked, archive(cited))
    assert match.is_answer
    other = item(VR, "2024-05-10", cites=frozenset({("meeting:vr:2024-03-01", "9")}))
    assert not find_answers(asked, archive(other))[0].is_answer


def test_answer_to_another_kind_is_told_by_its_words() -> None:
    asked = sent(Kind.ASSIGNS, UNIT, what="kartlägga handledare")
    assert not find_answers(asked, archive(item(VR, "2024-05-10", "TUT – svar på rekommendation")))[0].is_answer
    recommended = sent(Kind.RECOMMENDS, "municipality:9001", what="kartlägga handledare")
    assert find_answers(recommended, archive(item(VR, "2024-05-10", "TUT – svar på rekommendation")))[0].is_answer


def test_report_back_promised_for_a_meeting_is_not_claimed_by_others() -> None:
    promised = sent(
        Kind.REPORTS_BACK_TO,
        VR,
        id="p",
        item="item:chr:2024-04-01:2",
        forum=CHR,
        due=Due(dt.date(2024, 5, 10), DueBasis.STATED, meeting=True),
    )
    asked = sent(Kind.ASSIGNS, UNIT, what="kartlägga handledare")
    there = archive(item(VR, "2024-05-10", "TUT – återrapport"))
    found = weigh_claims([(one, find_answers(one, there)) for one in (promised, asked)])
    assert [matches[0].is_answer for _, matches in found] == [True, False]
    assert EvidenceKind.AWAITED_ELSEWHERE in kinds(found[1][1][0])


def test_of_answers_nearly_alike_the_earliest_counts() -> None:
    first, second = item(CHR, "2024-04-10"), item(CHR, "2024-06-10", "TUT – lägesrapport")
    assert find_answers(sent(), archive(first, second))[0].item is first


def test_what_another_body_asked_for_is_answered_by_what_the_item_decides() -> None:
    here = item(VR, "2024-03-01", number="4", decided="att ställa sig bakom en gemensam platslista", topics=frozenset())
    asked = sent(to=VR, item=here.id, here=EvidenceKind.RECEIVED, what="ställa sig bakom en platslista")
    (match,) = find_answers(asked, archive(here))
    assert match.is_answer
    assert kinds(match) == {EvidenceKind.RECEIVED, EvidenceKind.REQUEST}
    noted = replace(here, decided="att godkänna redovisningen")
    (possible,) = find_answers(asked, archive(noted))
    assert not possible.is_answer


def test_what_the_forum_stands_behind_in_the_very_item_is_answered() -> None:
    here = item(VR, "2024-03-01", number="4", topics=frozenset())
    asked = sent(to=VR, item=here.id, here=EvidenceKind.RECEIVED, what="anställa en samordnare")
    assert not find_answers(asked, archive(here))[0].is_answer
    (match,) = find_answers(replace(asked, agreed="ställer sig bakom"), archive(here))
    assert match.is_answer
    assert kinds(match) == {EvidenceKind.RECEIVED, EvidenceKind.WORDING}


def test_assignment_told_of_as_given_before_is_reported_by_the_item() -> None:
    here = item(VR, "2024-03-01", number="4")
    told = sent(Kind.ASSIGNS, UNIT, item=here.id, here=EvidenceKind.REPORTED_HERE, what="utvärdera platserna")
    (match,) = find_answers(told, archive(here))
    assert match.is_answer


def test_promised_report_back_is_answered_by_the_words_of_what_it_is_of() -> None:
    due = Due(dt.date(2024, 5, 10), DueBasis.STATED, meeting=True)
    asked = sent(Kind.ASSIGNS, UNIT, id="a", what="göra en lista över länets jourboenden", back_to=VR, due=due)
    promised = sent(Kind.REPORTS_BACK_TO, VR, id="p", about=asked.what, due=due)
    there = archive(item(VR, "2024-05-10", "Lista över länets jourboenden", topics=frozenset({"topic:lista"})))
    for one in (asked, promised):
        assert find_answers(one, there, [asked, promised])[0].is_answer


def test_promise_kept_on_its_day_by_an_item_on_what_was_asked_for() -> None:
    """A promise without words of its own is not weighed down by the request that it is a promise of; but it is at another time."""
    due = Due(dt.date(2024, 5, 10), DueBasis.STATED, meeting=True)
    asked = sent(Kind.ASSIGNS, UNIT, id="a", what="kartlägga tillgången på handledare")
    promised = sent(Kind.REPORTS_BACK_TO, VR, id="p", due=due)
    text = "Kartläggningen av handledare presenterades."
    assert find_answers(promised, archive(item(VR, "2024-05-10", text=text)), [asked, promised])[0].is_answer
    early = find_answers(promised, archive(item(VR, "2024-03-20", text=text)), [asked, promised])
    assert not any(match.is_answer for match in early)


def test_item_that_tells_that_it_was_sent_there_is_evidence() -> None:
    later = item(CHR, "2024-04-10", topics=frozenset({"topic:annat"}))
    asked = sent(what="pröva bussar", retold_in=frozenset({later.id}))
    (match,) = find_answers(asked, archive(later))
    assert EvidenceKind.RETOLD in kinds(match)


def test_of_one_meeting_the_item_of_the_agenda_comes_before_what_another_document_tells() -> None:
    told = replace(item(CHR, "2024-04-10"), id="item:chr:2024-04-10:~tut", number=None)
    agenda = item(CHR, "2024-04-10", position=7)
    assert find_answers(sent(), archive(told, agenda))[0].item is agenda


def test_on_a_day_only_what_has_come_by_then_is_known() -> None:
    asked = sent(what="pröva bussar")
    early, best = item(CHR, "2024-04-10"), item(CHR, "2024-09-10", "TUT – återrapport om att pröva bussar")
    both = find_answers(asked, archive(early, best))
    assert [match.item for match in both] == [best, early]
    for day in (dt.date(2024, 3, 31), dt.date(2024, 4, 10), dt.date(2024, 9, 10)):
        alone = [one for one in (early, best) if one.date is not None and one.date <= day]
        assert [m.item for m in matches_until(asked, both, day)] == [m.item for m in find_answers(asked, archive(*alone))]
