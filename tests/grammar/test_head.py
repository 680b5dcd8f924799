from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from graph.record import DocumentKind, Record
from ingest.head.days import find_told_day
from ingest.lines import iter_lines
from ingest.readers.text import read_text

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


LIST = (
    "Beslutande Anna Ek (S), ordförande Bo Alm (M) Cilla Björk (C) Övriga deltagande David Asp, kommunchef Eva Gran, sekreterare "
)
SIGNED = (
    "Utses att justera Bo Alm Justeringens plats och tid Kommunhuset den 18 mars 2024 klockan 16.00 Underskrifter Paragrafer 1-9 "
    "Sekreterare Eva Gran Ordförande Anna Ek Justerande Bo Alm ANSLAG/BEVIS Protokollet är justerat. "
)


def test_a_front_page_that_ran_together(read: Read) -> None:
    record = read(
        "Sammanträdesprotokoll 1(9) Plats och tid Kommunhuset, sal Eken, tisdagen den 12 mars 2024 kl 13.00 15.30, ajournering kl 14.10-14.20 "
        f"{LIST}{SIGNED}Organ Tallnämnden Sammanträdesdatum Datum för anslags uppsättande\n\n§ 1 Val av justerare\nBo Alm utses."
    )
    meeting = record.meetings[0]
    assert (meeting.forum, str(meeting.date), meeting.start, meeting.end) == ("Tallnämnden", "2024-03-12", "13:00", "15:30")
    assert meeting.place == "Kommunhuset, sal Eken"


def test_labels_on_top_of_each_other_keep_the_place_before_the_hours(read: Read) -> None:
    record = read(
        "Tallby kommun 1(9) Plats och tid Beslutande Övriga deltagande Utses att justera Stora salen, onsdag 20 mars 2024 kl 13.00 Anna Ek (S), "
        "ordförande Bo Alm (M) Cilla Björk (C) Justeringens plats och tid Rådhuset 2024-03-28, kl 16.00 Underskrifter Tallnämndens protokoll är justerat"
    )
    meeting = record.meetings[0]
    assert (meeting.forum, str(meeting.date), meeting.start, meeting.place) == (
        "Tallnämnden",
        "2024-03-20",
        "13:00",
        "Stora salen",
    )


def test_fields_behind_the_list(read: Read) -> None:
    record = read(
        "Tallnämnden\nProtokoll\n\nNärvarande\nAnna Ek (S)\nBo Alm (M)\n\nTid: 2024-03-12, kl. 13.00-14.30\nPlats: Biblioteket\n\n"
        "Justeringens plats och tid: Rådhuset 2024-03-20, kl. 09.00\n\n§ 1 Mötets öppnande\nOrdföranden öppnar mötet."
    )
    meeting = record.meetings[0]
    assert (str(meeting.date), meeting.start, meeting.end, meeting.place) == ("2024-03-12", "13:00", "14:30", "Biblioteket")


def test_a_title_over_two_lines(read: Read) -> None:
    record = read("Minnesanteckningar från möte med Tallnätverket den 6\noktober 2024\n\n2024-10-14" + BODY)
    assert str(record.meetings[0].date) == "2024-10-06"
    assert record.document.title == "Minnesanteckningar från möte med Tallnätverket den 6 oktober 2024"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Möfesdag: måndagen den 17 maj 2021", "2021-05-17"),
        ("Mötesdatum: måndagen den 7 sepfember 2026", "2026-09-07"),
        ("Tid ech plats: 2020-03-05 klockan 09.00-12.30, Teams", "2020-03-05"),
    ],
)
def test_slips_of_text_recognition_in_labels_and_months(read: Read, line: str, date: str) -> None:
    record = read(f"Minnesanteckningar Tallnätverket\n\nDokumentdatum: 2027-01-02\n\n{line}{BODY}")
    assert str(record.meetings[0].date) == date


@pytest.mark.parametrize(("municipality", "formal"), [("Habo kommun", "Habo kommun"), ("Håbo kommun", "Håbo kommun")])
def test_municipalities_that_differ_by_accents_alone(read: Read, municipality: str, formal: str) -> None:
    assert read(f"{municipality}\n\nProtokoll Kulturnämnden 2024-03-12{BODY}").meetings[0].organisation == formal


@pytest.mark.parametrize("behind", ["Omfattning 1-17", "Vissa uppgifter kan vara borttagna"])
def test_a_place_ends_at_the_next_field_or_sentence(read: Read, behind: str) -> None:
    record = read(f"Protokoll Tallnämnden 2024-03-12\n\nPlats och tid: Kommunhuset, Eksalen, kl {behind}{BODY}")
    assert record.meetings[0].place == "Kommunhuset, Eksalen"


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("Tid: 7 maj 2024", (None, None)),
        ("Tid: 7 maj 2024, 9.00-12.00", ("09:00", "12:00")),
        ("Tid: 9-12", ("09:00", "12:00")),
    ],
)
def test_the_day_of_a_date_is_no_hour(read: Read, words: str, times: tuple[str | None, str | None]) -> None:
    meeting = read(f"Minnesanteckningar Välfärdsrådet\n\nDatum: 7 maj 2024\n\n{words}\n\nPlats: Salen" + BODY).meetings[0]
    assert (meeting.start, meeting.end) == times


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [("kl. 0900-1600", "09:00", "16:00"), ("klockan 1315 – 1600", "13:15", "16:00"), ("kl 0900", None, None)],
)
def test_times_without_a_sign_between_hour_and_minute(read: Read, written: str, start: str | None, end: str | None) -> None:
    meeting = read(f"Minnesanteckningar Kulturnämnden\n\nTid: 2007-03-28, {written}\n\nPlats: Tallsalen" + BODY).meetings[0]
    assert (meeting.start, meeting.end) == (start, end)


@pytest.mark.parametrize(
    ("value", "place", "start"),
    [
        ("Kommunhuset i Orsa, Tallsalen, kl.13:00-15.30", "Kommunhuset i Orsa, Tallsalen", "13:00"),
        ("Gröna rummet, Rådhuset, kl. 09:00-13:40", "Gröna rummet, Rådhuset", "09:00"),
        ("17:30, Tallsalen, Folkets hus", "Tallsalen, Folkets hus", "17:30"),
    ],
)
def test_the_place_behind_labels_on_top_of_each_other(read: Read, value: str, place: str, start: str) -> None:
    meeting = read(
        f"Kulturnämnden 1(13) Plats och tid Beslutande {value} Ledamöter Anna Ek (C), ordförande Bo Alm (M), Cilla Björk (S), David Asp (KD), Eva Gran (L) "
        "Övriga närvarande Frida Hed, sekreterare Justerare Bo Alm Underskrifter Sekreterare Frida Hed"
    ).meetings[0]
    assert (meeting.place, meeting.start) == (place, start)


@pytest.mark.parametrize(
    ("title", "forum"),
    [
        ("Minnesanteckningar Planeringsorganet 12 mars 2024", "Planeringsorganet"),
        ("MINNESANTECKNINGAR\n\nKommunchefsgrupp\n\n2024-03-12", "Kommunchefsgrupp"),
        ("Protokoll från möte med styrelsen för Tallåns vattenråd 12 mars 2024", "styrelsen för Tallåns vattenråd"),
        ("Protokoll för Direktionen för Tallbygdens gymnasieförbund 12 mars 2024", "Direktionen för Tallbygdens gymnasieförbund"),
        ("Protokoll STYRELSEN FÖR TALLÅNS VATTENRÅD 12 mars 2024", "STYRELSEN FÖR TALLÅNS VATTENRÅD"),
        ("Protokoll 12 mars 2024 i Forum\nBryggnämnden", "Bryggnämnden"),
        ("PROTOKOLL 1(6)\nKommunens råd för hamnar 2024-03-12", "Kommunens råd för hamnar"),
        ("Protokoll 1 (6)\nRegionens revisorer REV-AB12-0099\n2024-03-12", "Regionens revisorer"),
        ("Minnesanteckningar Bryggorganet/Hamngruppen för bryggor och båtar", "Bryggorganet/Hamngruppen för bryggor och båtar"),
        (
            "REGION NORRVIK                    ANTECKNINGAR\nSAMRÅDSGRUPPEN FÖR                  Sammanträde\nHAMNAR                              2024-03-12",
            "SAMRÅDSGRUPPEN FÖR HAMNAR",
        ),
        (
            "Nätverksträff för hamnplanerare i Norrvik\n\nAnteckningar förda vid nätverksträff 12 mars 2024",
            "Nätverksträff för hamnplanerare i Norrvik",
        ),
    ],
)
def test_groups_organs_and_boards_of_others(read: Read, title: str, forum: str) -> None:
    assert read(title + BODY).meetings[0].forum_as_written == forum


@pytest.mark.parametrize(
    ("title", "forum"),
    [
        ("Protokoll Hyresgästföreningen 12 mars 2024", "Hyresgästföreningen"),
        ("Protokoll för Tallby Väg- och Samhällsförening 12 mars 2024", "Tallby Väg- och Samhällsförening"),
        ("Minnesanteckningar Statens estetiska råd 12 mars 2024", "Statens estetiska råd"),
        ("Protokoll Läkemedelskommitté 12 mars 2024", "Läkemedelskommitté"),
    ],
)
def test_associations_and_councils_of_the_state(read: Read, title: str, forum: str) -> None:
    assert read(title + BODY).meetings[0].forum_as_written == forum


@pytest.mark.parametrize(
    ("title", "forum"),
    [
        ("Minnesanteckningar Sjöstadens LAG tisdagen den 12 mars 2024 kl 16", "Sjöstadens LAG"),
        ("Protokoll extra styrelsemöte i Tallby byalag 12 mars 2024", "Tallby byalag"),
        ("Protokoll fört vid styrelsesammanträdet 12 mars 2024", "styrelsen"),
        ("Minnesanteckningar nätverksträff 12 mars 2024", "nätverket"),
        ("Anteckningar förda vid Bryggrådets dialogmöte i Mora 12 mars 2024", "Bryggrådet"),
        ("Minnesanteckningar från Ortsmötet i Tallby", "Ortsmötet i Tallby"),
        ("MINNESANTECKNINGAR 1(7)\nBymöte: Tallby\nDatum och tid 2024-03-12", "Bymöte Tallby"),
        ("Minnesanteckningar\n2024-03-12\nAnna Ek, ordförande nämnden för hamnar\nBo Alm", None),
        ("Minnesanteckningar möte om bryggor 12 mars 2024", None),
        ("SKÄRNÄS UNIVERSITET PROTOKOLL 1(4) 12 mars 2024", None),
        ("Minnesanteckningar förda då uppropet var klart 12 mars 2024", None),
    ],
)
def test_titles_without_a_word_for_a_body(read: Read, title: str, forum: str | None) -> None:
    assert read(title + BODY).meetings[0].forum_as_written == forum


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("Protokoll fört vid möte med Bryggrådet 12 mars 2024 i konferensrum Kajen, Norrby", "konferensrum Kajen, Norrby"),
        ("Protokoll fört vid möte med Bryggrådet 12 mars 2024 kl. 9-11 på Rådhuset", "Rådhuset"),
        ("Protokoll Bryggrådet 12 mars 2024", None),
        (
            "Protokoll Bryggrådet\n\nPlats, datum och tid: Kajsalen, Norrby. Tisdagen den 12 mars 2024, kl. 9-11",
            "Kajsalen, Norrby",
        ),
        ("Protokoll Bryggrådet 12 mars 2024\n\nSammanträdeslokal: Kajsalen", "Kajsalen"),
    ],
)
def test_places_in_titles_and_behind_labels_of_three_words(read: Read, head: str, place: str | None) -> None:
    meeting = read(head + BODY).meetings[0]
    assert (meeting.place, str(meeting.date)) == (place, "2024-03-12")


@pytest.mark.parametrize(
    ("head", "forum"),
    [
        (
            "SAMORDNINGSFÖRBUNDET TALLÅSEN\nProtokoll nr 4/2024\nStyrelsen\nSammanträdesdatum\n2024-03-12",
            "SAMORDNINGSFÖRBUNDET TALLÅSEN",
        ),
        ("# Norrby Bryggor AB\n## Styrelseprotokoll nr 6-2024\n\nOrg.nr 123456-7890\n\nDatum: 12 mars 2024", "Norrby Bryggor AB"),
        ("Norrby Bryggor AB\n\nProtokoll 2024-03-12\nStyrelsen", "Norrby Bryggor AB"),
        ("Norrby Bryggor AB\n\nProtokoll 2024-03-12\nBryggnämnden", "Bryggnämnden"),
        ("# MAS/MAR-nätverket i Värmland\n\n## Mötesanteckningar 12 mars 2024", "MAS/MAR-nätverket i Värmland"),
        ("Ledamöter Stina Norrby (C)\n\nBo Alm (S) Cilla Ek (M)\n\nSammanträdesdatum 2024-03-12", None),
    ],
)
def test_whose_board_met_and_what_is_no_forum(read: Read, head: str, forum: str | None) -> None:
    assert read(head + BODY).meetings[0].forum_as_written == forum


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("Torsdagen den 14 mars 2024 träffades det nybildade bryggrådet för första gången.", dt.date(2024, 3, 14)),
        ("Bryggrådet samlades för första gången den 14 mars 2024.", dt.date(2024, 3, 14)),
        ("Rådet har arbetat sedan den 14 mars 2024.", None),
        ("Torsdagen den 14 mars träffades bryggrådet.", None),
    ],
)
def test_a_day_on_which_a_text_tells_that_they_met(told: str, date: dt.date | None) -> None:
    assert find_told_day(iter_lines(read_text(told.encode(), "prov.txt")))[0] == date


def test_the_place_of_labels_over_their_values(read: Read) -> None:
    meeting = read(
        "SAMORDNINGSFÖRBUNDET TALLÅSEN \nProtokoll nr 4/2024 \nStyrelsen \nSammanträdesdatum \n2024-03-12 \n1(5) \nPlats \nTid \nOrdförande \n"
        "Sekreterare \nJusterare \nKajen Norrby, sal B3 \nkl. 09.15-11.50 \nAnna Ek \nBo Lind \nCilla Alm \nNärvarande \nLedamöter \nAnna Ek \nCilla Alm \n"
        " \n§ 1 \nMötets öppnande \nAnna Ek öppnar mötet. \n"
    ).meetings[0]
    assert (meeting.place, meeting.start, meeting.end) == ("Kajen Norrby, sal B3", "09:15", "11:50")


def test_what_the_first_page_lacks_is_read_in_page_headers(read: Read) -> None:
    header = "\fBryggnämnden\nSammanträdesdatum 2024-03-12\nDnr BN 2024/17\n\n"
    text = (
        "PROTOKOLL\n\nPlats: Kajsalen\n\nNärvarande: Anna Ek, Bo Lind\n\n"
        f"{header}§ 1 Val av justerare\n\nBo Lind utses.\n\n{header}§ 2 Rapport\n\nRapporten godkänns.\n\n{header}§ 3 Övrigt\n\nInget.\n"
    )
    record = read(text)
    meeting = record.meetings[0]
    assert (meeting.forum_as_written, str(meeting.date), record.document.diary_number) == (
        "Bryggnämnden",
        "2024-03-12",
        "BN 2024/17",
    )
    assert meeting.forum_span is not None
    assert meeting.forum_span != meeting.span


@pytest.mark.parametrize(
    ("head", "forum"),
    [
        ("Norrbygdens sjukhus\nLänsdelsnämnden i Norrby\nProtokoll 2024-03-12", "Länsdelsnämnden i Norrby"),
        ("Överförmyndarnämnden i Övre Dalen          Protokoll\n2024-03-12", "Överförmyndarnämnden i Övre Dalen"),
        ("FOLKHÄLSORÅDET I NORRA VIKENS LÄN\nMINNESANTECKNINGAR\n2024-03-12", "FOLKHÄLSORÅDET I NORRA VIKENS LÄN"),
        ("Trafikrådet Östra Viken                   Protokoll\n2024-03-12", "Trafikrådet Östra Viken"),
        ("Minnesanteckningar Lokala brottsförebyggande rådet i Norrby 12 mars 2024", "Lokala brottsförebyggande rådet i Norrby"),
        ("Minnesanteckningar från möte med Trafikrådet i Norrby 12 mars 2024", "Trafikrådet"),
        ("Trafikrådet i Folkets hus i Norrby\nMinnesanteckningar 12 mars 2024", "Trafikrådet"),
        ("Trafikrådet i Kommunhuset\nMinnesanteckningar 12 mars 2024", "Trafikrådet"),
        ("Trafikrådet Stora salen\nMinnesanteckningar 12 mars 2024", "Trafikrådet"),
        (
            "Norrby kommun           PROTOKOLL\n\nBrygg- och miljö-       Sammanträdesdatum\nnämnden                 2024-03-12",
            "Brygg- och miljönämnden",
        ),
        ("Brygg- och\nmiljönämnden\nProtokoll 2024-03-12", "Brygg- och miljönämnden"),
        ("Gemensam hamnsamverkan Norra Viken\nAnteckningar styrgruppsmöte 2024-03-12", "Gemensam hamnsamverkan Norra Viken"),
        ("MINNESANTECKNINGAR\n\n2024-03-12\n\nHamnsamverkan Viken-Dalen\n\nPolitisk samrådsgrupp", "Hamnsamverkan Viken-Dalen"),
        ("Hamnsamverkan Viken-Dalen\nProtokoll Hamnnämnden 2024-03-12", "Hamnnämnden"),
    ],
)
def test_a_place_or_a_cooperation_that_a_name_is_not_whole_without(read: Read, head: str, forum: str) -> None:
    assert read(head + BODY).meetings[0].forum_as_written == forum


@pytest.mark.parametrize(
    ("head", "addressed"),
    [
        ("Västerås stad\nProtokoll Socialnämnden 2024-03-12\n\nNärvarande: Anna Ek (S), Bo Alm (M)", "socialchefsnätverket"),
        (
            "Protokoll Bryggrådet 2024-03-12\n\nNärvarande: Anna Ek, Arvika; Bo Alm, Torsby; Cilla Björk, Säffle",
            "socialchefsnätverket",
        ),
        ("Protokoll Bryggrådet 2024-03-12\n\nNärvarande: Anna Ek, Orsa; Bo Alm, Leksand; Cilla Björk, Säter", "SCHNV"),
        ("Mora kommun\nProtokoll Socialnämnden 2024-03-12\n\nNärvarande: Anna Ek (S), Bo Alm (M)", "SCHNV"),
    ],
)
def test_a_name_of_a_known_forum_is_another_in_another_county(read: Read, head: str, addressed: str) -> None:
    text = f"{head}\n\n§ 1 Öppnande\n\nMötet öppnas.\n\n§ 2 Bryggor\n\nBeslut\natt ge socialchefsnätverket i uppdrag att ta fram en plan\n"
    assert read(text).meetings[0].items[1].decisions[0].targets == [addressed]
