"""Matching what was sent on with what answers it, on values alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from graph.movement import (
    Archive,
    Due,
    DueBasis,
    EvidenceKind,
    Held,
    Item,
    Kind,
    Match,
    Reason,
    Sent,
    Status,
    content_words,
    find_answers,
    is_same_request,
    judge,
    matches_until,
    tells_of_answer,
    weigh_claims,
    work_out_due,
)

VR, CHR, UNIT = "forum:vr", "forum:chr", "organisation:enheten"
TUT = frozenset({"topic:tut"})
ON = dt.date(2024, 3, 1)
TODAY = dt.date(2024, 12, 1)


def sent(kind: Kind = Kind.RECOMMENDS, to: str = CHR, **values: object) -> Sent:
    base = Sent(
        id="s1", kind=kind, item="item:vr:2024-03-01:4", forum=VR, date=ON, targets=frozenset({to}),
        to_forum=to if to.startswith("forum:") else None, title="TUT – läget", meeting="meeting:vr:2024-03-01", number="4", topics=TUT,
    )  # fmt: skip
    return replace(base, **values)  # type: ignore[arg-type]


def item(forum: str, date: str, title: str = "TUT", number: str = "5", **values: object) -> Item:
    short = forum.removeprefix("forum:")
    base = Item(
        f"item:{short}:{date}:{number}", forum, f"meeting:{short}:{date}", dt.date.fromisoformat(date), title, number, topics=TUT
    )
    return replace(base, **values)  # type: ignore[arg-type]


def held(forum: str, date: str, recorded: bool = True) -> Held:
    return Held(f"meeting:{forum.removeprefix('forum:')}:{date}", forum, dt.date.fromisoformat(date), recorded)


def archive(*items: Item, meetings: tuple[Held, ...] = ()) -> Archive:
    own = {one.meeting: Held(one.meeting, one.forum, one.date or ON, True) for one in items}
    return Archive(items, [*own.values(), *(m for m in meetings if m.id not in own)])


def kinds(match: Match) -> set[EvidenceKind]:
    return {one.kind for one in match.evidence}


# --- answers -------------------------------------------------------------------------------------------------------------


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


# --- words ---------------------------------------------------------------------------------------------------------------


def test_content_words_are_without_endings_and_common_words() -> None:
    assert content_words("Kartläggningen av handledarna").keys() == content_words("kartlägga handledare").keys()
    assert content_words("att återkomma med en rapport till nästa möte 2024") == {}
    assert [*content_words("Hälso- och sjukvården\nträna\u0308r").values()] == ["hälso", "sjukvården", "tränär"]


@pytest.mark.parametrize(
    ("a", "b", "told", "same"),
    [
        ("genomföra en fördjupad kartläggning", "komplettera befintlig kartläggning genom utskick", True, True),
        ("kartlägga handledare", "översätta informationsbladet", True, False),
        ("kartlägga handledare i norr", "kartlägga handledarna i söder", False, True),
        (None, None, True, True),
        (None, None, False, False),
    ],
)
def test_same_request(a: str | None, b: str | None, told: bool, same: bool) -> None:
    assert is_same_request(a, b, told=told) is same


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("Enheten redovisade uppdraget att kartlägga handledare.", True),
        ("Återkoppling gavs om checklistan.", True),
        ("Uppdraget är slutfört.", True),
        ("Svar på skrivelsen har kommit in.", True),
        ("Frågan ska återrapporteras vid nästa möte.", False),
        ("Behov av återrapportering lyftes.", False),
        ("Arbetet fortsätter under våren.", False),
    ],
)
def test_sentences_that_tell_of_an_answer(sentence: str, tells: bool) -> None:
    assert tells_of_answer(sentence) is tells


# --- when ----------------------------------------------------------------------------------------------------------------

MEETINGS = (held(VR, "2024-02-01"), held(VR, "2024-04-20", recorded=False), held(VR, "2024-06-14"), held(VR, "2024-10-01"))


@pytest.mark.parametrize(
    ("words", "date", "said"),
    [
        ("återrapporteras vid nästa möte", dt.date(2024, 4, 20), "nästa möte"),
        ("redovisas på nästkommande VR i juni", dt.date(2024, 6, 14), "nästkommande VR i juni"),
        ("återkoppling planeras till hösten", dt.date(2024, 11, 30), "till hösten"),
        ("återkoppling sker i maj", dt.date(2024, 5, 31), "i maj"),
        ("återkoppling sker i februari", dt.date(2025, 2, 28), "i februari"),
        ("redovisas före sommaren", dt.date(2024, 6, 30), "före sommaren"),
        ("redovisas vid rådets möte i juni", dt.date(2024, 6, 14), "möte i juni"),
        ("tas upp vid nästa möte i Chefsrådet, och därefter i juni", dt.date(2024, 4, 20), "nästa möte"),
    ],
)
def test_day_that_is_worked_out(words: str, date: dt.date, said: str) -> None:
    due = work_out_due(Kind.REPORTS_BACK_TO, words, None, ON, MEETINGS)
    assert due is not None
    assert (due.date, due.basis, due.words) == (date, DueBasis.INFERRED, said)


def test_of_several_times_the_one_nearest_to_the_body_counts() -> None:
    words = (
        "Förslaget behandlas på nästa möte i Chefsrådet den 3 april, för att därefter hänföras till Välmåenderådets möte i juni."
    )
    due = work_out_due(Kind.REFERRED_TO, words, None, ON, MEETINGS, targets=["VR", "Välmåenderådet"])
    assert due == Due(dt.date(2024, 6, 14), DueBasis.INFERRED, "möte i juni", meeting=True)
    other = work_out_due(Kind.REFERRED_TO, words, None, ON, MEETINGS, targets=["Chefsrådet"])
    assert other is not None
    assert other.words == "nästa möte"


def test_day_that_is_said_counts_as_said() -> None:
    due = work_out_due(Kind.REFERRED_TO, "hänförs till mötet den 3 juni", dt.date(2024, 6, 3), ON, MEETINGS)
    assert due == Due(dt.date(2024, 6, 3), DueBasis.STATED, meeting=True)
    deadline = work_out_due(Kind.ASSIGNS, "senast den 3 juni", dt.date(2024, 6, 3), ON, MEETINGS)
    assert deadline is not None
    assert not deadline.meeting


def test_next_meeting_that_is_not_known_stays_words() -> None:
    far = (held(VR, "2025-06-01"),)
    assert work_out_due(Kind.INVITES, "bjuda in A till nästa möte", None, ON, far) == Due(
        None, DueBasis.INFERRED, "nästa möte", meeting=True
    )
    assert work_out_due(Kind.ASSIGNS, "kartlägga behovet nästa år", None, ON, MEETINGS) is None
    assert work_out_due(Kind.RECOMMENDS, "prioritera arbetet under hösten", None, ON, MEETINGS) is None


# --- where it stands -------------------------------------------------------------------------------------------------------


def standing(one: Sent, *meetings: Held, items: tuple[Item, ...] = ()) -> tuple[Status, Reason | None]:
    there = archive(*items, meetings=meetings)
    found = judge(one, find_answers(one, there), there, TODAY)
    return found.status, found.reason


def test_no_later_minutes_cannot_be_known() -> None:
    assert standing(sent(), held(CHR, "2024-02-01")) == (Status.SILENT, Reason.NO_LATER_MINUTES)
    assert standing(sent(), held(CHR, "2024-04-01", recorded=False)) == (Status.SILENT, Reason.NO_LATER_MINUTES)


def test_later_minutes_that_do_not_take_it_up() -> None:
    assert standing(sent(), held(CHR, "2024-04-01")) == (Status.OPEN, Reason.NOT_TAKEN_UP)


def test_minutes_after_today_do_not_count() -> None:
    assert standing(sent(), held(CHR, "2025-04-01")) == (Status.SILENT, Reason.NO_LATER_MINUTES)


def test_missing_minutes_of_the_day_are_no_silence() -> None:
    asked = sent(Kind.REFERRED_TO, due=Due(dt.date(2024, 5, 2), DueBasis.STATED, meeting=True))
    both = (held(CHR, "2024-05-02", recorded=False), held(CHR, "2024-09-01"))
    assert standing(asked, *both) == (Status.OPEN, Reason.MINUTES_MISSING)
    assert standing(asked, held(CHR, "2024-05-02")) == (Status.OVERDUE, Reason.NOT_TAKEN_UP)
    assert standing(asked, held(CHR, "2024-09-01")) == (Status.OVERDUE, Reason.NOT_TAKEN_UP)
    assert standing(asked) == (Status.SILENT, Reason.NO_LATER_MINUTES)


def test_day_that_has_not_come_is_open() -> None:
    asked = sent(Kind.REFERRED_TO, due=Due(dt.date(2025, 1, 2), DueBasis.STATED, meeting=True))
    assert standing(asked, held(CHR, "2024-09-01")) == (Status.OPEN, Reason.NOT_YET_DUE)


def test_body_without_minutes_is_open_not_silent() -> None:
    asked = sent(Kind.ASSIGNS, UNIT, what="kartlägga handledare")
    assert standing(asked) == (Status.OPEN, Reason.NO_MINUTES_KEPT)
    assert standing(asked, held(VR, "2024-05-01")) == (Status.OPEN, Reason.NOT_TAKEN_UP)
    late = sent(Kind.ASSIGNS, UNIT, what="kartlägga handledare", due=Due(dt.date(2024, 5, 10), DueBasis.STATED))
    assert standing(late, held(VR, "2024-05-01")) == (Status.OVERDUE, Reason.NOT_TAKEN_UP)


def test_last_day_is_passed_only_when_no_minutes_until_then_are_missing() -> None:
    asked = sent(Kind.ASSIGNS, UNIT, what="kartlägga handledare", due=Due(dt.date(2024, 6, 30), DueBasis.STATED))
    assert standing(asked, held(VR, "2024-05-01"), held(VR, "2024-09-01")) == (Status.OVERDUE, Reason.NOT_TAKEN_UP)
    lost = (held(VR, "2024-05-01"), held(VR, "2024-06-10", recorded=False), held(VR, "2024-09-01"))
    assert standing(asked, *lost) == (Status.OPEN, Reason.MINUTES_MISSING)
    first_after = (held(VR, "2024-05-01"), held(VR, "2024-07-10", recorded=False), held(VR, "2024-09-01"))
    assert standing(asked, *first_after) == (Status.OPEN, Reason.MINUTES_MISSING)


def test_advice_to_a_body_without_minutes_is_never_late() -> None:
    due = Due(dt.date(2024, 6, 30), DueBasis.STATED)
    advised = sent(Kind.RECOMMENDS, "municipality:9001", what="teckna avtalet", due=due)
    assert standing(advised, held(VR, "2024-09-01")) == (Status.OPEN, Reason.NOT_TAKEN_UP)
    assert standing(replace(advised, back_to=VR), held(VR, "2024-09-01")) == (Status.OVERDUE, Reason.NOT_TAKEN_UP)


def test_whether_the_invited_came_shows_in_the_minutes_of_the_forum() -> None:
    asked = sent(Kind.INVITES, "official:greta-ahl")
    assert standing(asked) == (Status.SILENT, Reason.NO_LATER_MINUTES)
    assert standing(asked, held(VR, "2024-05-01")) == (Status.OPEN, Reason.NOT_TAKEN_UP)


def test_on_its_due_day_or_before_nothing_is_late() -> None:
    asked = sent(Kind.REFERRED_TO, due=Due(TODAY, DueBasis.STATED, meeting=True))
    assert standing(asked, held(CHR, "2024-12-01")) == (Status.OPEN, Reason.NOT_YET_DUE)
    early = sent(Kind.ASSIGNS, UNIT, what="kartlägga handledare", due=Due(dt.date(2024, 6, 30), DueBasis.STATED))
    reported = item(VR, "2024-05-10", "TUT – återrapport")
    assert standing(early, held(VR, "2024-09-01"), items=(reported,)) == (Status.ANSWERED, None)


def test_on_a_day_only_what_has_come_by_then_is_known() -> None:
    asked = sent(what="pröva bussar")
    early, best = item(CHR, "2024-04-10"), item(CHR, "2024-09-10", "TUT – återrapport om att pröva bussar")
    both = find_answers(asked, archive(early, best))
    assert [match.item for match in both] == [best, early]
    for day in (dt.date(2024, 3, 31), dt.date(2024, 4, 10), dt.date(2024, 9, 10)):
        alone = [one for one in (early, best) if one.date is not None and one.date <= day]
        assert [m.item for m in matches_until(asked, both, day)] == [m.item for m in find_answers(asked, archive(*alone))]


def test_answered() -> None:
    assert standing(sent(), items=(item(CHR, "2024-04-10"),)) == (Status.ANSWERED, None)
