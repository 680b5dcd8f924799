"""Layouts of minutes in which the items are found: where numbers and titles stand in odd places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import Meeting, Record

Make = Callable[[str], Meeting]
_ROSTER = "Närvarande: Anna Ek, Mora; Bo Lind, Falun\n\n"


def titles(meeting: Meeting) -> list[tuple[str | None, str]]:
    return [(i.number, i.title) for i in meeting.items]


def test_titles_with_text_on_their_line(meeting: Make) -> None:
    found = meeting(
        "141. Val av justerare. Bo Lind utses.\n\n142. Bryggor vid hamnen Rådet talade om bryggorna och\nhamnen.\n\n"
        "143. Nytt regelverk för vägar i Mora\nkommun Förbundsdirektionen har fått i uppdrag att se över reglerna.\n\n"
        "144. Avtal Rådets beslut\nRådet beslutar att godkänna avtalet.\n"
    )
    assert titles(found) == [
        ("141", "Val av justerare"),
        ("142", "Bryggor vid hamnen"),
        ("143", "Nytt regelverk för vägar i Mora kommun"),
        ("144", "Avtal"),
    ]
    assert [d.text for d in found.items[3].decisions] == ["att godkänna avtalet"]
    assert found.items[0].decisions[0].kind == "appoint"


def test_titles_in_a_margin_above_the_numbers(meeting: Make) -> None:
    found = meeting(
        _ROSTER + "Öppnande\n\n§ 51\n\nOrdföranden öppnar mötet och hälsar alla välkomna.\n\nVal av justerare\n\n§ 52\n\n"
        "Bo Lind väljs att justera protokollet.\n\nBryggor\n\n§ 53\n\nRådet talade om bryggorna.\n"
    )
    assert titles(found) == [("§ 51", "Öppnande"), ("§ 52", "Val av justerare"), ("§ 53", "Bryggor")]
    assert [d.kind for d in found.items[1].decisions] == ["appoint"]


@pytest.mark.parametrize(
    "flat",
    [
        "Protokoll Hamnrådet Ks 250 Delegationsbeslut Förteckning över beslut i ärenden som ordföranden fattat. Rådet beslutar att lägga förteckningen till handlingarna. "
        "Ks 251 Bryggor vid hamnen Anna Ek redogjorde för läget i hamnen och för de bryggor som ska lagas under våren och sommaren.",
        "Protokoll Hamnrådet 250. Delegationsbeslut Anna Ek redogjorde för besluten. 251. Bryggor vid hamnen Bo Lind berättade om läget i hamnen och om de bryggor "
        "som ska lagas under våren och sommaren. 252. Avslutning Ordföranden avslutar mötet.",
        "Ärende Beslut 250 Delegationsbeslut Anna Ek redogjorde för besluten. 251 Bryggor vid hamnen Bo Lind berättade om läget i hamnen och om de bryggor "
        "som ska lagas under våren och sommaren. 252 Avslutning Ordföranden avslutar mötet.",
    ],
    ids=["after the body", "not from one", "bare"],
)
def test_run_together_numbers(meeting: Make, flat: str) -> None:
    found = titles(meeting(flat + "\n"))
    assert found[:2] == [("250", "Delegationsbeslut"), ("251", "Bryggor vid hamnen")]


def test_letters_in_a_run_together_page(meeting: Make) -> None:
    found = meeting(
        "Protokoll 1. Dagordning enligt stadgarna a) Årsmötets öppnande Anna Ek hälsade alla välkomna till årsmötet. b) Val av ordförande "
        "Till ordförande valdes Bo Lind. c) Föredragning av revisorernas berättelse Vid tidpunkten för mötet hade ingen berättelse inkommit.\n"
    )
    assert titles(found) == [
        ("1", "Dagordning enligt stadgarna"),
        ("1a", "Årsmötets öppnande"),
        ("1b", "Val av ordförande"),
        ("1c", "Föredragning av revisorernas berättelse"),
    ]


def test_letters_without_text_of_their_own_are_no_items(meeting: Make) -> None:
    found = meeting(
        "Protokoll § 7 Anmälan av delegationsbeslut a) Utskottet den 6 oktober b) Förvaltningschefen den 8 oktober Rådet beslutar att lägga besluten till "
        "handlingarna. § 8 Bryggor vid hamnen Anna Ek redogjorde för läget i hamnen och för de bryggor som ska lagas.\n"
    )
    assert [n for n, _ in titles(found)] == ["§ 7", "§ 8"]


def test_a_run_together_list_of_contents_is_no_list_of_items(meeting: Make) -> None:
    found = meeting(
        "Ärendelista 17. Föregående protokoll 18. Bryggor vid hamnen 19. Budget för året 20. Bilpool i hela kommunen 21. Ny lokal för rådet 22. Nästa möte 23. Övrigt "
        "24. Skrivelser till rådet 25. Remisser\nHamnrådet 17 Föregående protokoll att lägga informationen till handlingarna Våra ombud fick förhinder. "
        "Beslutsunderlag Protokoll från våren med tillägg och ändringar enligt det som sades vid senaste mötet i rådet i oktober\n"
        "Hamnrådet 18 Bryggor vid hamnen att bjuda in Anna Ek till nästa möte. Diskussion fördes om läget. Beslutsunderlag Skrivelse från föreningen om bryggorna i hamnen, karta över hamnen och en ritning "
        "och om det som behöver lagas\n"
    )
    assert titles(found) == [("17", "Föregående protokoll"), ("18", "Bryggor vid hamnen")]


def test_contents_of_more_than_what_follows(meeting: Make) -> None:
    contents = "".join(f"§ {n} {t}\n" for n, t in enumerate(("Öppnande", "Bryggor", "Budget", "Övrigt"), 1))
    found = meeting(contents + "\n§ 1 Öppnande\nOrdföranden öppnar mötet.\n\n§ 2 Bryggor\nLäget gicks igenom.\n")
    assert titles(found) == [("§ 1", "Öppnande"), ("§ 2", "Bryggor")]


def test_numbered_papers_of_the_only_paragraph(meeting: Make) -> None:
    found = meeting(
        "§ 77\n\nÖverenskommelse om bryggor\n\nBeslut\n\nUtskottet beslutar\natt teckna överenskommelsen\n\nBeslutsunderlag\n\n"
        "1. Överenskommelse om bryggor\n\n2. Bilaga, karta över hamnen\n\n3. Bilaga, ritning\n"
    )
    assert titles(found) == [("§ 77", "Överenskommelse om bryggor")]


def test_numbers_out_of_order(meeting: Make) -> None:
    found = meeting(
        "1. Öppnande\nText om det.\n\n3. Bryggor\nText om det.\n\n4. Budget\nText om det.\n\n2. Upphandling\n2.1. Kort\nText om det.\n\n2. 2.Transporter\nText om det.\n"
    )
    assert titles(found) == [
        ("1", "Öppnande"),
        ("3", "Bryggor"),
        ("4", "Budget"),
        ("2", "Upphandling"),
        ("2.1", "Kort"),
        ("2.2", "Transporter"),
    ]


def test_sentences_of_a_decision_are_no_items(meeting: Make) -> None:
    found = meeting(
        "1. Öppnande\n\nText.\n\n2. Anmärkning\n\nRådet beslutar följande:\n\n1. Rådet riktar anmärkning mot styrelsen.\n2. Rådet beviljar ansvarsfrihet.\n"
        "3. Rådet beslutar att skicka protokollet till styrelsen.\n"
    )
    assert [n for n, _ in titles(found)] == ["1", "2"]


def test_plain_titles_between_lines_that_come_again(meeting: Make) -> None:
    item = (
        "{}\n\nRådet beslutar att godkänna förslaget. Syftet är att {} ska bli bättre för alla.\n\nHandlingar i ärendet (pdf)\n\n"
    )
    found = meeting(_ROSTER + "".join(item.format(t, w) for t, w in (("Bryggor lagas", "hamnen"), ("Ny bilpool", "resandet"))))
    assert [t for _, t in titles(found)] == ["Bryggor lagas", "Ny bilpool"]


def test_titles_over_the_headings_of_decisions(meeting: Make) -> None:
    found = meeting(
        "Snabbprotokoll 26 oktober 2023\n\nRÅDETS BESLUT\n\nDelårsrapport för bilpoolen\n\nRådets beslut\n1. Rapporten godkänns.\n2. Kansliet får i uppdrag att "
        "redovisa en plan.\n\nBeskrivning av ärendet\nKansliet har skrivit en rapport\n\nBryggor vid hamnen\n\nRådets beslut\n1. Bryggorna lagas.\n"
    )
    assert [t for _, t in titles(found)] == ["Delårsrapport för bilpoolen", "Bryggor vid hamnen"]


def test_a_table_of_items_below_one_of_people(meeting: Make) -> None:
    found = meeting(
        "Namn\tKommun\tNärvaro\nAnna Ek\tMora\tJa\nBo Lind\tFalun\tNej\nEva Malm\tMora\tJa\nIda Sten\tOrsa\tJa\nOla Vik\tFalun\tJa\n\nNr\tÄrende\tAnteckning\n"
        "1\tÖppnande\tOrdföranden öppnar.\n2\tBryggor\tLäget gicks igenom. Beslut: att godkänna förslaget.\n3\tAvslutning\tOrdföranden tackar.\n"
    )
    assert titles(found) == [("1", "Öppnande"), ("2", "Bryggor"), ("3", "Avslutning")]
    assert [d.text for d in found.items[1].decisions] == ["att godkänna förslaget"]


def test_items_on_the_line_of_who_was_there(meeting: Make) -> None:
    found = meeting(
        "Minnesanteckningar, möte med styrgruppen Dag: Fredagen den 25 januari 2013 Plats: Höör Närvarande: Anna Ek, Mora, ordförande Bo Lind, Falun Ej närvarande: Eva Malm, Orsa "
        "1. Minnesanteckningar från föregående möte Minnesanteckningarna från föregående möte gicks igenom. 2. Ledamöter i styrgruppen Styrgruppen beslutar att välja in Ida Sten.\n"
    )
    assert titles(found) == [("1", "Minnesanteckningar från föregående möte"), ("2", "Ledamöter i styrgruppen")]


def test_a_registry_number_behind_the_paragraph_is_no_title(meeting: Make) -> None:
    found = meeting(
        "Kf § 47                99.627-232 Ks\n\nBryggor vid hamnen\n\nText om det.\n\nKf § 48                99.628-232 Ks\n\nBudget\n\nText om det.\n"
    )
    assert titles(found) == [("§ 47", "Bryggor vid hamnen"), ("§ 48", "Budget")]


def test_a_title_broken_within_a_name(meeting: Make) -> None:
    found = meeting(
        "§ 47 Svar på motion från Eva Malm (S) och Karin\nLarsson (S) om bryggor\n\nText om det.\n\n§ 48 Budget\n\nText om det.\n"
    )
    assert titles(found)[0] == ("§ 47", "Svar på motion från Eva Malm (S) och Karin Larsson (S) om bryggor")


def test_the_hour_of_a_matter_is_no_part_of_its_title(meeting: Make) -> None:
    found = meeting("1. Bryggor (kl 15:38)\n\nText om det.\n\n2. Budget (12 juni kl. 09.40)\n\nText om det.\n")
    assert titles(found) == [("1", "Bryggor"), ("2", "Budget")]


def test_a_decision_behind_its_label_is_no_item(meeting: Make) -> None:
    found = meeting(
        "1. Öppnande\n\nText.\n\n2. Bryggor\n\nBeslut: För att bryggorna ska hålla, lagar vi dem enligt följande:\n\nAnna lagar den första bryggan.\n\n3. Slut\n\nText.\n"
    )
    assert [n for n, _ in titles(found)] == ["1", "2", "3"]


def test_reports_in_a_list_of_matters_do_not_name_the_document(read: Callable[[str], Record]) -> None:
    contents = (
        "§§ Ärenden\n47 Laga ordning\n48 Svar på motion om bryggor\n49 Finansrapport för våren\n50 Slutrapport om hamnen\n\n"
    )
    record = read(
        "Mora kommun\n\nKommunfullmäktige 2000-06-26\n\n"
        + contents
        + "Kf § 47\n\nLaga ordning\n\nFullmäktige var i laga ordning sammankallade.\n\nKf § 48\n\nSvar på motion om bryggor\n\nAnna Ek har lämnat en motion.\n"
    )
    assert record.document.kind == "minutes"
    assert titles(record.meetings[0]) == [("§ 47", "Laga ordning"), ("§ 48", "Svar på motion om bryggor")]


def test_a_summary_of_what_was_decided_is_minutes(read: Callable[[str], Record]) -> None:
    item = "{}\n\nKommunstyrelsen beslutar att {}. Det blir bättre för alla i hela kommunen.\n\nHandlingar i ärendet (pdf)\n\n"
    record = read(
        "Beslut i korthet från Kommunstyrelsen i Mora\n\nHamn och vägar.\n\n"
        + item.format("Bryggor lagas", "laga bryggorna")
        + item.format("Ny bilpool", "köpa bilar")
    )
    assert [t for _, t in titles(record.meetings[0])] == ["Bryggor lagas", "Ny bilpool"]


def test_the_opening_ends_the_list_of_who_was_there(meeting: Make) -> None:
    found = meeting(
        "Närvarande\n\nHamnföreningen, Seglarna, Bryggbolaget\n\nFörhinder\n\nFiskarna, Roddarna, Paddlarna\n\nMötet öppnades\n\nDe nya ombuden Anna Ek (Seglarna) och Bo Lind "
        "(Bryggbolaget) hälsades välkomna.\n\nUppföljning av föregående minnesanteckningar\n\n- Bryggorna lagas i vår.\n- Bojarna målas till hösten.\n\nKort runda\n\nLäget gicks igenom av alla.\n"
    )
    assert [t for _, t in titles(found)] == ["Mötet öppnades", "Uppföljning av föregående minnesanteckningar", "Kort runda"]


def test_numbers_behind_those_of_their_pages(meeting: Make) -> None:
    found = meeting(
        "1 MORA KOMMUN Hamnrådet Plats och tid Rådhuset Beslutande Anna Ek, ordförande, Bo Lind, Eva Malm och Ida Sten, samtliga från Mora kommun, samt Ola Vik från Falun som var med på hela mötet och Per Ask från Orsa\n\n"
        "2 17 UPPROP Ordförande genomför upprop.\n\n3 18 FÖREGÅENDE PROTOKOLL Inga synpunkter på protokollet.\n\n4 19 BESÖK I HAMNEN En brygga i hamnen lagas i vår.\n"
    )
    assert titles(found) == [("17", "UPPROP"), ("18", "FÖREGÅENDE PROTOKOLL"), ("19", "BESÖK I HAMNEN")]


def test_letters_that_a_sentence_lists_are_no_items(meeting: Make) -> None:
    found = meeting(
        "§ 1 Ordföranden öppnade mötet.\n\n§ 2 Föredragningslistan fastställdes med följande tillägg:\n\na) Bryggor\n\nb) Bojar\n\n§ 3 Budget\n\nText om det.\n"
    )
    assert [n for n, _ in titles(found)] == ["§ 1", "§ 2", "§ 3"]


def test_a_paragraph_number_that_fell_apart(meeting: Make) -> None:
    assert titles(
        meeting("§ 2 1\n\nEkonomisk rapport för januari och februari Nämndens beslut\n\nNämnden tackar för rapporten.\n")
    )[0] == ("§ 21", "Ekonomisk rapport för januari och februari")


def test_a_title_over_what_the_body_decides(meeting: Make) -> None:
    found = meeting(
        "Snabbprotokoll 28 januari\n\nFULLMÄKTIGES BESLUT\n\nFastställande av taxor för hamnen\n\nKommunfullmäktige beslutar att fastställa taxorna. De gäller från i dag.\n"
    )
    assert [t for _, t in titles(found)] == ["Fastställande av taxor för hamnen"]


def test_decimals_behind_the_sign_of_a_paragraph(meeting: Make) -> None:
    found = meeting(
        "§ 1 Formalia\n\nOrdföranden öppnar mötet.\n\n§ 1.1 Val av justerare\n\nBo Lind utses.\n\n§1.2 Dagordning\n\nDagordningen fastställs.\n\n§ 2 Bryggor\n\nText.\n"
    )
    assert [n for n, _ in titles(found)] == ["§ 1", "§ 1.1", "§ 1.2", "§ 2"]


def test_signs_and_lines_around_the_number(meeting: Make) -> None:
    found = meeting(
        "§ 1 | Justering Rådet justerade protokollet. | |\n\n__________KS § 2 Dnr KS 03-291 009\n\nBryggor\n\nText om det.\n\n§ 3/ Bojar\n\nText om det.\n"
    )
    assert titles(found) == [("§ 1", "Justering"), ("§ 2", "Bryggor"), ("§ 3", "Bojar")]


def test_a_list_whose_numbers_are_all_one(meeting: Make) -> None:
    found = meeting("  1. Information\n\nText om det.\n\n  1. Bryggor\n\nUtgick.\n\n  1. Försäljning av bojar\n\nText om det.\n")
    assert titles(found) == [("1", "Information"), ("1", "Bryggor"), ("1", "Försäljning av bojar")]


def test_one_lost_number_among_five(meeting: Make) -> None:
    told = " Anna Ek berättade om läget och svarade på frågor från de andra i rådet."
    names = {50: "Val av sekreterare", 51: "Presentation", 52: "Bryggor", 53: "Bojar", 55: "Stegar"}
    found = titles(
        meeting(" ".join(f"{n} {t}{told}" for n, t in names.items()).replace("50 ", "Hamnrådet möttes. 50 ", 1) + "\n")
    )
    assert [n for n, _ in found] == ["50", "51", "52", "53", "55"]


def test_a_copy_with_marks_of_a_paged_document(read: Callable[[str], Record]) -> None:
    """Contents in a table, signs of paragraphs as headings and items of lists, and the head of the page before each."""
    matters = ("Meddelanden", "Bryggor vid hamnen", "Informationsärenden", "Övrigt")
    contents = "|**Innehåll**||**Sida**|\n|---|---|---|\n" + "".join(f"|§ {n}|{t}|{n + 2}|\n" for n, t in enumerate(matters, 1))
    bodies = (
        "## **Sammanfattning**\n\nKontoret har gjort en lista.\n\n## **Hamnnämndens beslut**\n\n- Listan godkänns.\n",
        "Ks/2023:49   600\n\nKontoret har gjort en plan.\n\n## **Hamnnämndens beslut**\n\n- Planen antas.\n",
        "## **Läget i hamnen**\n\nHamnchef Bo Lind berättar om läget.\n\n## **Nya bojar**\n\nHamnchef Bo Lind berättar om bojarna.\n",
        "Inget övrigt togs upp.\n",
    )
    signs = ("- § 1", "§ 2", "## § 3", "- § 4")
    pages = "".join(
        f"Justerandes sign\n\nNORRBY KOMMUN Hamnnämnden\n\nPROTOKOLL 2023-05-04\n\n{n + 2}\n\n{sign}\n\n## **{title}**\n\n{body}\n"
        for n, (sign, title, body) in enumerate(zip(signs, matters, bodies, strict=True), 1)
    )
    head = "NORRBY KOMMUN Hamnnämnden\n\nPROTOKOLL 2023-05-04\n\n1\n\n|Plats och tid|Hamnhuset kl. 09:00-12:00|\n|---|---|\n"
    record = read(f"{head}|Beslutande|Anna Ek (S), ordförande|\n||Bo Lind (M)|\n||Cia Strand (C)|\n\n{contents}\n{pages}")
    assert titles(record.meetings[0]) == [
        ("§ 1", "Meddelanden"),
        ("§ 2", "Bryggor vid hamnen"),
        ("§ 3", "Informationsärenden"),
        (None, "Läget i hamnen"),
        (None, "Nya bojar"),
        ("§ 4", "Övrigt"),
    ]
    assert [d.text for d in record.meetings[0].items[1].decisions] == ["Planen antas"]


def test_paragraphs_of_who_was_there_are_no_items(read: Callable[[str], Record]) -> None:
    record = read(
        "Hamnnämnden\nProtokoll 2023-05-04\n\nBeslutande Anna Ek (S) ordförande, Bo Lind (M), närvarande tom 16:10, §§ 60-61 Cia Strand (C) Dan Alm (S) närvarande "
        "tom 12:20, § 60 Eva Gran (S) Övriga närvarande Frida Sand, hamnchef, närvarande § 60 Gun Berg, ekonom, närvarande § 61 Hans Ek, sekreterare\n\n"
        "§ 60\n\nBryggor vid hamnen\n\nKontoret har gjort en plan.\n\n§ 61\n\nNya bojar\n\nKontoret har köpt bojar.\n"
    )
    assert titles(record.meetings[0]) == [("§ 60", "Bryggor vid hamnen"), ("§ 61", "Nya bojar")]


def test_titles_ruled_with_dashes(read: Callable[[str], Record]) -> None:
    record = read(
        "Anteckningar från möte\n======================\n\n2023-05-04, Hamnrådet\n\nNärvarande: Anna Ek, Bo Lind\n\nBryggor vid hamnen\n------------------\n\n"
        "Bo berättade om läget.\n\n**Väst**\nLagas i vår.\n\nNya bojar\n---------\n\nAnna berättade om bojarna.\n\n**Öst**\nKöps i höst.\n"
    )
    assert titles(record.meetings[0]) == [(None, "Bryggor vid hamnen"), (None, "Nya bojar")]


_PAGE_OF_MATTER = (
    "Anna Ek redogör för {what} som gjorts under våren och visar hur det har gått. Bo Lind frågar om kostnaden, som blev lägre än väntat. "
    "Rådet ser gärna att arbetet fortsätter under hösten. Kontoret återkommer."
)


def test_a_page_number_before_the_number_of_a_title(meeting: Make) -> None:
    found = meeting(
        f"{_ROSTER}1. Öppnande\n{_PAGE_OF_MATTER.format(what='allt')}\n\n2 2. Frågor om bryggorna\n{_PAGE_OF_MATTER.format(what='bryggorna')}\n\n"
        f"3. Bojar\n{_PAGE_OF_MATTER.format(what='bojarna')}\n\n3 4. Bussar till hamnen\n{_PAGE_OF_MATTER.format(what='bussarna')}\n"
    )
    assert titles(found) == [("1", "Öppnande"), ("2", "Frågor om bryggorna"), ("3", "Bojar"), ("4", "Bussar till hamnen")]


@pytest.mark.parametrize(("header", "first"), [("{0} HAMNRÅDET PROTOKOLL {0}", 20), ("{0} Hamnrådet Sida {0} (24)", 31)])
def test_bare_numbers_behind_the_headers_of_pages(meeting: Make, header: str, first: int) -> None:
    pages = [
        f"{header.format(page)} {first + n} {title} {_PAGE_OF_MATTER.format(what=title.lower())}"
        for n, (page, title) in enumerate([(2, "Bryggor vid hamnen"), (3, "Bojar och båtar")])
    ]
    for border in ("\n\n", " "):
        found = meeting(border.join(pages) + "\n")
        assert titles(found) == [(str(first), "Bryggor vid hamnen"), (str(first + 1), "Bojar och båtar")]


_TOLD = "{0} gicks igenom av kontoret, som visade bilder och svarade på frågor. Flera i rådet ville veta när allt är klart."
_INLINED = (
    "Mötets öppnande Ordföranden hälsade alla välkomna. Föregående anteckningar Anteckningarna gicks igenom och lades till handlingarna. "
    f"Bryggor vid hamnen Hamnchefen Bo Lind redogjorde för läget. {_TOLD.format('Bryggorna')} Enligt Region Dalarna är de bra. Kul! Skyltar Anna Ek visade ritningar. "
    f"{_TOLD.format('Skyltarna')} Övriga frågor Bo Lind frågade om bussarna. Nästa möte Nästa möte äger rum den 7 december i hamnen. "
    "Mötets avslutande Ordföranden tackade och avslutade mötet."
)


@pytest.mark.parametrize(
    "before",
    ["Minnesanteckningar Hamnrådet Närvarande Anna Ek, ordförande Bo Lind, hamnchef Cia Strand, sekreterare ", "2 2 (5) "],
)
def test_titles_without_numbers_in_text_that_ran_together(meeting: Make, before: str) -> None:
    found = meeting(f"{before}{_INLINED}\n")
    assert [title for _, title in titles(found)] == [
        "Mötets öppnande",
        "Föregående anteckningar",
        "Bryggor vid hamnen",
        "Skyltar",
        "Övriga frågor",
        "Nästa möte",
        "Mötets avslutande",
    ]
    assert [d.kind for d in found.items[1].decisions] == ["table"]


def test_sentences_that_ran_together_hold_no_titles_where_none_is_of_the_order_of_business(meeting: Make) -> None:
    text = " ".join(
        f"{title} Bo Lind redogjorde för läget. {_TOLD.format(title)}"
        for title in ("Bryggor", "Bojar", "Skyltar", "Bussar", "Broar")
    )
    assert meeting(f"{text}\n").items == []


def test_numbers_before_colons_in_text_that_ran_together(meeting: Make) -> None:
    found = meeting(
        f"Minnesanteckningar Hamnrådet 1:Öppnande Ordföranden öppnade mötet. 2:Bryggor vid hamnen {_TOLD.format('Bryggorna')} 3:Skyltar {_TOLD.format('Skyltarna')}\n"
    )
    assert titles(found) == [("1", "Öppnande"), ("2", "Bryggor vid hamnen"), ("3", "Skyltar")]


def test_bare_numbers_in_a_row_behind_clauses_without_a_point(meeting: Make) -> None:
    words = ["Bryggor", "Bojar", "Skyltar", "Bussar", "Broar", "Lyktor", "Stegar", "Båtar", "Räcken"]
    flat = " ".join(
        f"{n} {word} Hamnchefen redogör för läget. att godkänna rapporten om {word.lower()}" for n, word in enumerate(words, 48)
    )
    found = meeting(f"Närvarande Anna Ek, ordförande Bo Lind, hamnchef {flat}\n")
    assert titles(found) == [(str(n), word) for n, word in enumerate(words, 48)]


def test_bare_numbers_at_the_heads_of_paragraphs_that_ran_together(meeting: Make) -> None:
    words = ["Bryggor vid hamnen", "Bojar", "Skyltar", "Bussar"]
    paragraphs = [
        f"{n} {word} Ordföranden Anna Ek hälsade välkommen. {_TOLD.format(word)} {_TOLD.format(word)}"
        for n, word in enumerate(words, 14)
    ]
    headers = [f"{page} MORA KOMMUN PROTOKOLL {page}(4)" for page in (1, 2, 3, 4)]
    text = "\n\n".join(part for pair in zip(headers, paragraphs, strict=True) for part in pair)
    assert titles(meeting(text + "\n")) == [(str(n), word) for n, word in enumerate(words, 14)]


def test_a_matter_on_the_page_of_its_number(meeting: Make) -> None:
    told = _PAGE_OF_MATTER.format(what="allt")
    pages = [
        "Hamnrådet Sida 31 (65) Närvarande Anna Ek (S) ordförande, Bo Lind (M)",
        f"Hamnrådet Sida 32 (65) 1 Justerare {told} 2 Bryggor {told} 3 Bojar {told}",
    ]
    pages += [f"Hamnrådet Sida 33 (65) {told}", f"Hamnrådet Sida 34 (65) 4 Skyltar {told}"]
    found = meeting("\n\n".join(f"{n} {page}" for n, page in enumerate(pages, 1)) + "\n")
    assert titles(found) == [("1", "Justerare"), ("2", "Bryggor"), ("3", "Bojar"), ("4", "Skyltar")]


def test_a_matter_at_the_head_of_the_page_behind_who_was_there(meeting: Make) -> None:
    told = _PAGE_OF_MATTER.format(what="allt")
    found = meeting(
        "1 31 Närvarande Anna Ek (S) ordförande Bo Lind (M)\n\n"
        f"2 32 88 Upprop och val av justerare Att jämte ordföranden justera protokollet utses Bo Lind (M) {told} 89 Bryggor {told}\n\n"
        f"3 33 90 Bojar Bo Lind redogör för bojarna. Bilaga 90 {told} 91 Skyltar {told}\n"
    )
    assert titles(found) == [("88", "Upprop och val av justerare"), ("89", "Bryggor"), ("90", "Bojar"), ("91", "Skyltar")]
    assert [(a.name, a.role) for a in found.attendance[-2:]] == [("Anna Ek", "ordförande"), ("Bo Lind", None)]


def test_what_was_decided_in_a_column_beside_the_matter(meeting: Make) -> None:
    rows = (
        "1.1 Val av justerare                     Att utse Mia Storm\n1.2 Godkännande av dagordning            Att godkänna dagordningen\n"
        "1.3 Föregående protokoll                 Att lägga protokollet till handlingarna\n"
    )
    found = meeting(f"1 Formalia\nOrdförande Eva Krantz öppnade mötet.\n\n{rows}\n2 Ekonomi\nBo Lind redovisade halvåret.\n")
    decided = {i.number: [d.text for d in i.decisions] for i in found.items}
    assert decided["1.1"] == ["Att utse Mia Storm"]
    assert decided["1.3"] == ["Att lägga protokollet till handlingarna"]
    assert ("1.2", "Godkännande av dagordning") in titles(found)


def test_the_first_matter_stands_below_who_wrote_the_notes(meeting: Make) -> None:
    found = meeting(
        "Närvarande: Anna Ek, Bo Lind\nVid tangentbordet: Bo\n\nLaget runt\nMora har två nya tjänster och söker en tredje.\n\n"
        "Gemensam rutin\nAnna Ek visade utkastet till rutin för alla.\n\nNästa träff\nVi ses i Orsa den 7 december.\n"
    )
    assert [t for _, t in titles(found)] == ["Laget runt", "Gemensam rutin", "Nästa träff"]


def test_cases_below_a_title_in_a_run_together_page(meeting: Make) -> None:
    found = meeting(
        "1. Öppnande Ordföranden öppnar mötet. 2. Dispenser 11/ Nils Rask ansöker om dispens för att starta. Beslut: Ansökan avslås. "
        "12/ Sala klubb ansöker om att flytta. Beslut: Rådet beviljar flytten. 3. Skrivelser Skrivelse från Falu klubb om buller. "
        "Skrivelsen lades till handlingarna. 4. Avslutning Ordföranden tackade alla och avslutade mötet.\n"
    )
    assert [t for _, t in titles(found)] == ["Öppnande", "Dispenser", "Skrivelser", "Avslutning"]
