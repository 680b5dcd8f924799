from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import DocumentKind, Record

Read = Callable[[str], Record]
BODY = (
    "\n\n1. Öppnande\n\nNärvarande: Anna Ek Mora, Bo Lind Orsa\n\nRådet beslutade\natt öppna mötet.\n\n2. Nya lokaler\n\nText.\n"
)


def test_meeting_and_document_date_are_two(read: Read) -> None:
    record = read(
        "Minnesanteckningar Välfärdsrådet\n\nDatum: 2024-03-20\n\nDnr: ABC 2024/77\n\nDatum: 240312\n\nTid: 09.00-12.00\n\nPlats: Salen"
        + BODY
    )
    meeting = record.meetings[0]
    assert str(record.document.date) == "2024-03-20"
    assert record.document.diary_number == "ABC 2024/77"
    assert (str(meeting.date), meeting.start, meeting.end) == ("2024-03-12", "09:00", "12:00")
    assert (meeting.place, meeting.online) == ("Salen", False)


def test_a_date_in_the_title_is_the_meetings(read: Read) -> None:
    record = read("Minnesanteckningar Välfärdsrådet 12 mars 2024" + BODY)
    assert str(record.meetings[0].date) == "2024-03-12"
    assert str(record.document.date) == "2024-03-12"
    assert record.meetings[0].place is None
    assert record.meetings[0].online is None, "a place that is not given says nothing of online"


def test_online_is_told_by_the_place(read: Read) -> None:
    record = read("Minnesanteckningar Välfärdsrådet 12 mars 2024\n\nPlats: Digitalt via Teams" + BODY)
    assert record.meetings[0].online is True


@pytest.mark.parametrize(
    ("written", "forum"),
    [
        ("Välfärdsrådet", "VFR"),
        ("Valfärdsrådet i Dalarna", "VFR"),
        ("länschefs nätverket", "LCHNV"),
        ("Socialchefsnätverket", "SCHNV"),
        ("Kulturnämnden", "Kulturnämnden"),
        ("Samverkansrådet", "Samverkansrådet"),
    ],
)
def test_forum_by_lexicon_or_as_it_stands(read: Read, written: str, forum: str) -> None:
    assert read(f"Minnesanteckningar {written} 12 mars 2024" + BODY).meetings[0].forum == forum


def test_protocol_with_organ_time_and_place_in_a_table(read: Read) -> None:
    record = read(
        "Östby kommun\n\nSammanträdesprotokoll\n\nKulturnämnden\n\nSammanträdesdatum\t2024-03-12\n\n"
        "Plats och tid\tBiblioteket, kl. 13.00–15.30\n" + BODY
    )
    meeting = record.meetings[0]
    assert (meeting.forum, str(meeting.date), meeting.start, meeting.end) == ("Kulturnämnden", "2024-03-12", "13:00", "15:30")
    assert meeting.place == "Biblioteket"


def test_the_municipality_whose_board_it_is(read: Read) -> None:
    record = read("Mora kommun\n\nSammanträdesprotokoll Kulturnämnden 2024-03-12" + BODY)
    assert record.meetings[0].organisation == "Mora kommun"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Minnesanteckningar Välfärdsrådet 12 mars 2024", DocumentKind.MINUTES),
        ("Årsrapport 2024 Trygg hemgång", DocumentKind.REPORT),
        ("Handlingsplan för rörelse 2024", DocumentKind.PLAN),
    ],
)
def test_kind_of_document(read: Read, title: str, kind: DocumentKind) -> None:
    assert read(title + BODY).document.kind is kind


def test_minutes_without_a_date_say_so(read: Read) -> None:
    record = read("Minnesanteckningar Välfärdsrådet" + BODY)
    assert record.meetings[0].date is None
    assert any("mötesdatum" in u.why for u in record.unread)


def test_text_that_is_no_minutes_gives_no_meeting(read: Read) -> None:
    record = read("En berättelse om ett hus.\n\nDet var en gång ett hus vid en sjö.\n")
    assert record.meetings == []
    assert record.document.kind is DocumentKind.OTHER


def test_a_forum_that_is_not_named_is_not_guessed(read: Read) -> None:
    record = read("Minnesanteckningar\n\nDatum: 12 mars 2024" + BODY)
    assert (record.meetings[0].forum, record.meetings[0].forum_as_written) == (None, None)
    assert "inget forum kunde läsas ut" in [unread.why for unread in record.unread]
