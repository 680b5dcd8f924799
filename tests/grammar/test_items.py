from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import Meeting, Record
from ingest.items import is_formal, parse_title

Make = Callable[[str], Meeting]


def titles(meeting: Meeting) -> list[tuple[str | None, str]]:
    return [(i.number, i.title) for i in meeting.items]


@pytest.mark.parametrize(
    ("style", "numbers"),
    [
        ("{n}. {t}", ["1", "2", "3"]),
        ("{n}) {t}", ["1", "2", "3"]),
        ("## {n}. {t}", ["1", "2", "3"]),
        ("**{n}. {t}**", ["1", "2", "3"]),
        ("{n}: {t}", ["1", "2", "3"]),
        ("Punkt {n}. {t}", ["1", "2", "3"]),
        ("§ 4{n} {t}", ["§ 41", "§ 42", "§ 43"]),
        ("4{n} § {t}", ["§ 41", "§ 42", "§ 43"]),
        ("§ 4{n}\n{t}", ["§ 41", "§ 42", "§ 43"]),
        ("§ 4{n}\tDnr KS 2024/1{n}\n\n{t}", ["§ 41", "§ 42", "§ 43"]),
        ("{n} {t}", ["1", "2", "3"]),
    ],
)
def test_numbering_styles(meeting: Make, style: str, numbers: list[str]) -> None:
    names = ["Öppnande", "Nya lokaler för musikskolan", "Budget för bilpoolen"]
    body = "".join(
        style.format(n=i + 1, t=t) + "\n\nSaken gicks igenom av de närvarande i god ordning.\n\n" for i, t in enumerate(names)
    )
    assert titles(meeting(body)) == list(zip(numbers, names, strict=True))


def test_contents_are_not_the_items(meeting: Make) -> None:
    contents = "§ 1 Öppnande ........ 2\n§ 2 Nya lokaler ........ 3\n§ 3 Budget ........ 4\n\n"
    body = "§ 1 Öppnande\n\nOrdföranden öppnar.\n\n§ 2 Nya lokaler\n\nRådet beslutade\natt godkänna förslaget.\n\n§ 3 Budget\n\nSaken gicks igenom.\n"
    found = meeting(contents + body)
    assert titles(found) == [("§ 1", "Öppnande"), ("§ 2", "Nya lokaler"), ("§ 3", "Budget")]
    assert [d.text for d in found.items[1].decisions] == ["att godkänna förslaget"]


def test_numbered_att_satser_are_no_items(meeting: Make) -> None:
    body = "1. Öppnande\n\nText om det.\n\n2. Lokaler\n\nRådet beslutade\n1. att godkänna förslaget\n2. att skicka det vidare\n\n3. Budget\n\nText.\n"
    found = meeting(body)
    assert [n for n, _ in titles(found)] == ["1", "2", "3"]
    assert [d.text for d in found.items[1].decisions] == ["att godkänna förslaget", "att skicka det vidare"]


def test_sub_items_and_letters_that_go_on(meeting: Make) -> None:
    body = (
        "1. Öppnande\n\nText.\n\n2. Aktuellt – Del 1\n\na) Information: Färdtjänst\n\nText.\n\nb) Beslut: Sjukresor (Bilaga 3 B)\n\nText.\n\n"
        "3. Rapporter\n\nText.\n\n4. Aktuellt – Del 2\n\nc) Dialog: Ledsagning\n\nText.\n"
    )
    found = meeting(body)
    assert titles(found) == [
        ("1", "Öppnande"),
        ("2", "Aktuellt – Del 1"),
        ("2a", "Färdtjänst"),
        ("2b", "Sjukresor"),
        ("3", "Rapporter"),
        ("4", "Aktuellt – Del 2"),
        ("4c", "Ledsagning"),
    ]
    assert found.items[3].labels == ["beslut"]
    assert found.items[3].attachments == ["3 B"]


def test_combined_number_and_letter(meeting: Make) -> None:
    body = "1. Öppnande\n\nText.\n\n2. a) Färdtjänst\n\nText.\n\nb) Sjukresor\n\nText.\n\n3. Avslutning\n\nText.\n"
    assert titles(meeting(body))[1:3] == [("2a", "Färdtjänst"), ("2b", "Sjukresor")]


def test_title_over_several_lines(meeting: Make) -> None:
    body = "1. Öppnande\n\nText.\n\n2. Nytt avtal om trygg hemgång från sluten vård och\n\nutskrivning (TH)  \nFöredragande: Anna Ek, utredare\n\nText.\n\n3. Slut\n\nText.\n"
    assert titles(meeting(body))[1] == ("2", "Nytt avtal om trygg hemgång från sluten vård och utskrivning (TH)")


def test_labelled_matter_without_a_number(meeting: Make) -> None:
    body = "1. Öppnande\n\nText.\n\n2. Rapporter från regional nivå\n\nInformation: Fixartjänst – nuläge\n\nFöredragande: Anna Ek, utredare\n\nText.\n\n3. Slut\n\nText.\n"
    found = meeting(body)
    assert titles(found)[1:3] == [("2", "Rapporter från regional nivå"), (None, "Fixartjänst – nuläge")]
    assert found.items[2].labels == ["information"]


def test_bullets_under_a_gathering_title_are_matters(meeting: Make) -> None:
    body = "1. Öppnande\n\nText.\n\n2. Rapporter, inbjudningar m.m.\n\n- Redovisning av kartläggning\n- Inbjudan till mässan\n\nRådets beslut\natt lägga informationen till handlingarna\n\n3. Slut\n\nText.\n"
    found = meeting(body)
    assert [t for _, t in titles(found)[1:4]] == [
        "Rapporter, inbjudningar m.m.",
        "Redovisning av kartläggning",
        "Inbjudan till mässan",
    ]
    assert [d.kind for d in found.items[1].decisions] == ["table"], "the decision after the bullets belongs to the gathering item"


def test_cancelled_item_is_noted(meeting: Make) -> None:
    body = "1. Öppnande\n\nText.\n\n2. Lokaler\n\nÄrendet utgår.\n\n3. Slut\n\nText.\n"
    assert meeting(body).items[1].note == "Ärendet utgår."


def test_unnumbered_headings(meeting: Make) -> None:
    body = "## Öppnande\n\nText.\n\n## Lokaler\n\nRådet beslutade att godkänna förslaget.\n\n## Budget\n\nText.\n"
    assert [t for _, t in titles(meeting(body))] == ["Öppnande", "Lokaler", "Budget"]


def test_signatures_end_the_last_item(meeting: Make) -> None:
    found = meeting("1. Öppnande\n\nText.\n\n2. Lokaler\n\nText.\n\nVid protokollet\n\nAnna Ek\n\nRådet beslutade att inget.\n")
    assert found.items[-1].decisions == []


@pytest.mark.parametrize(
    ("raw", "title", "labels", "attachments"),
    [
        ("Information/Dialog: Sol – Delrapport (Bilaga 11)", "Sol – Delrapport", ("dialog", "information"), ("11",)),
        ("Information: Fall – läget (Bilaga 6 A-B)", "Fall – läget", ("information",), ("6 A-B",)),
        ("Rapport: nya bryggor", "Rapport: nya bryggor", ("rapport",), ()),
        ("Information – bojar i hamnen", "bojar i hamnen", ("information",), ()),
        ("Årsbokslut 2023 KS 2024/123", "Årsbokslut 2023", (), ()),
        ("God hemgång (information)", "God hemgång", ("information",), ()),
        ("Rapport från nämnden – Del 1", "Rapport från nämnden – Del 1", (), ()),
        ("Avtal om trygg-\nhetslarm", "Avtal om trygghetslarm", (), ()),
        ("Bryggplan för Norra hamnen. Beslutsärende", "Bryggplan för Norra hamnen", ("beslut",), ()),
        ("Bryggplan för Norra hamnen Beslutsärende", "Bryggplan för Norra hamnen", ("beslut",), ()),
        ("Läget i hamnen, informationspunkt", "Läget i hamnen", ("information",), ()),
        ("Läget i hamnen [Information]", "Läget i hamnen", ("information",), ()),
        ("Läget i hamnen, information", "Läget i hamnen, information", ("information",), ()),
        ("Bryggor, bojar och information", "Bryggor, bojar och information", (), ()),
        ("Info Bryggan i hamnen", "Info Bryggan i hamnen", ("information",), ()),
        ("Diskussion Bojar", "Diskussion Bojar", ("dialog",), ()),
        ("Beslut om bojar", "Beslut om bojar", (), ()),
        ("Handläggning av större beslutsärende", "Handläggning av större beslutsärende", (), ()),
        ("Bojar 2019/", "Bojar", (), ()),
        ("Bojar 2018/301", "Bojar", (), ()),
        ("Bojar 2014.102 TN", "Bojar", (), ()),
        ("Bojar (17/KS/41)", "Bojar", (), ()),
        ("Bojar 17/KS/41", "Bojar", (), ()),
        ("Läsår 2018/19", "Läsår 2018/19", (), ()),
        ("Läsår 2018/2019", "Läsår 2018/2019", (), ()),
    ],
)
def test_titles(raw: str, title: str, labels: tuple[str, ...], attachments: tuple[str, ...]) -> None:
    assert parse_title(raw) == (title, labels, attachments)


@pytest.mark.parametrize(
    "title",
    [
        "Mötets öppnande",
        "Val av justerare",
        "Föregående minnesanteckningar 240101",
        "Dagordning",
        "Avslutning",
        "Övriga frågor",
        "Mötets inledning",
        "Mötets slut",
    ],
)
def test_formalia(title: str) -> None:
    assert is_formal(title)


@pytest.mark.parametrize(
    "title",
    [
        "Öppna förskolan",
        "Avslutade projekt i hemtjänsten 2024, uppföljning av resultat",
        "Valkretsindelning",
        "Mötets slutsatser om larm",
        "Nästa generations larm",
    ],
)
def test_matters_that_look_like_formalia(title: str) -> None:
    assert not is_formal(title)


def test_minutes_kept_as_a_table(meeting: Make) -> None:
    found = meeting(
        "Nr\tÄrende\tAnteckning\n1\tÖppnande\tOrdföranden öppnar.\n2\tNya lokaler\tAnna Ek informerade om läget. Beslut: att godkänna förslaget.\n"
        "3\tAvslutning\tOrdföranden tackar.\n"
    )
    assert titles(found) == [("1", "Öppnande"), ("2", "Nya lokaler"), ("3", "Avslutning")]
    assert [d.text for d in found.items[1].decisions] == ["att godkänna förslaget"]


@pytest.mark.parametrize(
    ("style", "numbers"),
    [
        ("KS § 4{n} {t}", ["§ 41", "§ 42"]),
        ("Paragraf 4{n} {t}", ["§ 41", "§ 42"]),
        ("§ 4{n}/24 {t}", ["§ 41", "§ 42"]),
        ("§ 4{n}. {t}", ["§ 41", "§ 42"]),
    ],
)
def test_paragraphs_with_prefix_or_year(meeting: Make, style: str, numbers: list[str]) -> None:
    names = ["Nya lokaler", "Budget"]
    body = "".join(style.format(n=i + 1, t=t) + "\n\nSaken gicks igenom i god ordning.\n\n" for i, t in enumerate(names))
    assert titles(meeting(body)) == list(zip(numbers, names, strict=True))


def test_headings_are_the_items_where_only_decisions_are_numbered(meeting: Make) -> None:
    body = "".join(
        f"## {t}\n\nText.\n\nRådet beslutar\n\n1. Godkänna förslaget.\n2. Skicka det vidare.\n\n"
        for t in ("Lokaler", "Budget", "Larm")
    )
    assert [t for _, t in titles(meeting(body))] == ["Lokaler", "Budget", "Larm"]


def test_the_title_stands_below_references_and_a_diary_number(meeting: Make) -> None:
    body = "".join(
        f"Kf § {n}\nAu § 12, Ks § 34\nSON/2024/{n}\n{title}\nRådet beslutar\natt godkänna förslaget.\n\n"
        for n, title in ((41, "Nya lokaler"), (42, "Budget"))
    )
    assert titles(meeting(body)) == [("§ 41", "Nya lokaler"), ("§ 42", "Budget")]


def test_a_number_on_a_line_of_its_own(meeting: Make) -> None:
    body = "1.\nInledning\nOrdföranden hälsar välkommen.\n\n2.\nNya lokaler\nLäget gicks igenom.\n\n3.\nAvslutning\nMötet avslutas.\n"
    assert titles(meeting(body)) == [("1", "Inledning"), ("2", "Nya lokaler"), ("3", "Avslutning")]


def test_titles_without_number_or_mark(meeting: Make) -> None:
    body = (
        "Närvarande: Anna Ek, Mora; Bo Lind, Falun\n\nInledning\nOrdföranden hälsar välkommen.\n\nNya lokaler\nLäget gicks igenom i god ordning, och synpunkter lämnades.\n\n"
        "Beslut: Rådet ställer sig bakom förslaget.\n\nNästa möte\n14 mars kl 13.00\n"
    )
    assert [t for _, t in titles(meeting(body))] == ["Inledning", "Nya lokaler", "Nästa möte"]


@pytest.mark.parametrize(
    "flat",
    [
        "§ 41 Nya lokaler Dnr 2024-000041 Rådets beslut Rådet beslutar att godkänna förslaget. Sammanfattning Förvaltningen redovisar ett överskott om 2,3 miljoner "
        "kronor. Beslutet skickas till Kommunstyrelsen § 42 Budget för året Dnr 2024-000077 Rådets beslut Rådet beslutar att lägga rapporten till handlingarna.",
        "1. Nya lokaler Förvaltningen berättade om hyresläget i hela länet och om hur kommunerna ser på frågan om lokaler framöver. Rådet beslutade att godkänna förslaget. "
        "2. Budget för året Ekonomen redogjorde för utfallet. Rådet beslutade att lägga rapporten till handlingarna.",
    ],
)
def test_pages_run_together_into_one_line(meeting: Make, flat: str) -> None:
    found = meeting(flat + "\n")
    assert [t for _, t in titles(found)] == ["Nya lokaler", "Budget för året"]
    assert [[d.text for d in i.decisions] for i in found.items] == [
        ["att godkänna förslaget"],
        ["att lägga rapporten till handlingarna"],
    ]


def test_page_headers_between_the_lines_belong_to_no_item(meeting: Make) -> None:
    page = "Justerandes signatur Utdragsbestyrkande\nSkogsköpings kommun SAMMANTRÄDESPROTOKOLL {n} (9)\nValfärdsrådet Sammanträdesdatum\n"
    body = "".join(
        f"§ {40 + n} {title}\nDagordningen godkändes med tillägg av 1 ärende, § 64.\n{page.format(n=n)}"
        for n, title in ((1, "Dagordning"), (2, "Ny dagordning"))
    )
    assert [[d.text for d in i.decisions] for i in meeting(body).items] == [
        ["Dagordningen godkändes med tillägg av 1 ärende, § 64"]
    ] * 2


def test_contents_whose_last_entry_stands_over_the_text(meeting: Make) -> None:
    contents = "Innehåll\n§ 41 Dagordning\n§ 42 Nya lokaler i hela\nlänet\n§ 43 Nästa möte\nNärmare uppgifter om tid, plats och handlingar finns på webbplatsen.\n\n"
    body = "§ 41 Dagordning\nDagordningen godkänns.\n\n§ 42 Nya lokaler i hela\nlänet\nLäget gicks igenom.\n\n§ 43 Nästa möte\nDen 1 december.\n"
    found = meeting(contents + body)
    assert titles(found) == [("§ 41", "Dagordning"), ("§ 42", "Nya lokaler i hela länet"), ("§ 43", "Nästa möte")]
    assert [d.text for d in found.items[0].decisions] == ["Dagordningen godkänns"]


def test_bold_words_of_decisions_are_no_headings(meeting: Make) -> None:
    decided = "**Rådet beslutade**\n\n**att {}**\n\n"
    body = "".join(
        f"{i + 1}. {title}\n\n" + decided.format(what)
        for i, (title, what) in enumerate(
            [
                ("Öppnande", "öppna mötet"),
                ("Dagordning", "godkänna dagordningen"),
                ("Bilpoolen", "lägga informationen till handlingarna"),
                ("Avslutning", "avsluta mötet"),
            ]
        )
    )
    assert titles(meeting(body)) == [("1", "Öppnande"), ("2", "Dagordning"), ("3", "Bilpoolen"), ("4", "Avslutning")]


_BARE = (
    "Rådet samlades på rådhuset. 8 Öppnande och dagordning Ordföranden hälsade alla välkomna och gick igenom dagordningen med alla. "
    "9 Bryggor vid hamnen Anna Ek informerar om läget vid hamnen och svarar på frågor från ledamöterna. "
)


def test_bare_numbers_in_a_run_together_page(meeting: Make) -> None:
    found = meeting(_BARE + "10 Budget för bilpoolen Rådet beslutar att godkänna budgeten.\n")
    assert titles(found) == [("8", "Öppnande och dagordning"), ("9", "Bryggor vid hamnen"), ("10", "Budget för bilpoolen")]
    assert [d.text for d in found.items[-1].decisions] == ["att godkänna budgeten"]


@pytest.mark.parametrize(
    "text",
    [
        _BARE + "Rådet tackade för informationen.\n",
        _BARE + "12 Budget för bilpoolen Rådet beslutar att godkänna budgeten.\n",
        "\n\n".join(f"{n} Strandrådet sammanträdde och " + "talade om hamnen " * 14 + "." for n in (1, 2, 3)) + "\n",
    ],
    ids=["two numbers", "a leap", "numbers of pages"],
)
def test_fewer_or_other_numbers_cut_nothing(meeting: Make, text: str) -> None:
    assert not any(i.title.startswith(("Öppnande", "Bryggor", "Budget")) for i in meeting(text).items)
    assert len(meeting(text).items) <= 1


def test_a_label_alone_below_its_title(read: Callable[[str], Record]) -> None:
    record = read(
        "Hamnnämnden\n\nDatum: 2016-03-08\n\n§ 23 Bryggplan\n\nBeslutsärende\n\nAnna Ek föredrar.\n\n§ 24 Månadsrapport\n\n"
        "Bo Alm redovisar utfallet.\n\n§ 25 Läget\n\nInformationsärende:\n\nInget nytt.\n"
    )
    assert [item.labels for item in record.meetings[0].items] == [["beslut"], [], ["information"]]


def test_a_body_over_its_verb_is_no_item_that_lost_its_number(read: Callable[[str], Record]) -> None:
    record = read(
        "Hamnnämnden\n\nDatum: 2016-03-08\n\n§ 23 Bryggplan\n\nAnna Ek föredrar.\n\n§ 24 Månadsrapport\n\nBo Alm redovisar utfallet.\n\n"
        "Nämnden\n\ngodkänner rapporten.\n\n§ 26 Bidrag till Bryggföreningen\n\nAnsökan har kommit in.\n"
    )
    assert [item.title for item in record.meetings[0].items] == ["Bryggplan", "Månadsrapport", "Bidrag till Bryggföreningen"]


def test_a_repeated_line_that_ends_with_a_number_sign_is_no_number_of_a_page(meeting: Make) -> None:
    body = "".join(
        f"§ {n} {t}\n\nSaken gicks igenom.\n\nRing oss sedan på #\n\n" for n, t in enumerate(("Val", "Budget", "Lokaler"), 1)
    )
    assert titles(meeting(body)) == [("§ 1", "Val"), ("§ 2", "Budget"), ("§ 3", "Lokaler")]


def test_signs_that_stand_together_above_their_titles(meeting: Make) -> None:
    body = (
        "§ 7\n\n§ 8\n\n§ 9\n\nUpprop\n\nUppropet förrättas.\n\nBorgen för bryggbolaget\n\nBolaget har ansökt om borgen.\n\nRådet beslutar\n\n"
        "att bevilja borgen.\n\nNya motioner\n\nInga motioner har lämnats in.\n\n§ 10\n\n§ 11\n\nTaxa för båtplatser\n\nRådet beslutar\n\n"
        "att anta taxan.\n\nAvslutning\n\nOrdföranden tackar för visat intresse.\n"
    )
    found = meeting(body)
    assert titles(found) == [
        ("§ 7", "Upprop"),
        ("§ 8", "Borgen för bryggbolaget"),
        ("§ 9", "Nya motioner"),
        ("§ 10", "Taxa för båtplatser"),
        ("§ 11", "Avslutning"),
    ]
    assert [[d.text for d in i.decisions] for i in found.items] == [[], ["att bevilja borgen"], [], ["att anta taxan"], []]


def test_signs_above_another_number_of_titles_stay_where_they_stand(meeting: Make) -> None:
    body = "§ 7\n\n§ 8\n\nUpprop\n\nUppropet förrättas.\n\nBorgen\n\nBolaget har ansökt.\n\nTaxor\n\nTaxan gicks igenom.\n\n§ 9 Avslutning\n\nTack.\n"
    assert [n for n, _ in titles(meeting(body))] == ["§ 7", "§ 8", "§ 9"]


def test_previous_minutes_in_a_list_of_contents_too_are_a_title(meeting: Make) -> None:
    contents = "§ 1\n§ 2\n§ 3\n\nUpprop\nFöregående protokoll\nBudget\n\n"
    body = "§ 1\n\nUpprop\n\nUppropet förrättas.\n\n§ 2\n\nFöregående protokoll\n\nBeslut\n\nProtokollet läggs till handlingarna.\n\n§ 3\n\nBudget\n\nSaken gicks igenom.\n"
    assert titles(meeting(contents + body)) == [("§ 1", "Upprop"), ("§ 2", "Föregående protokoll"), ("§ 3", "Budget")]


def test_who_speaks_in_a_round_is_no_matter(meeting: Make) -> None:
    body = (
        "## 1. Budget\n\nSaken gicks igenom.\n\n## 2. Laget runt\n\n**Hälsocentralen:** Bo Lind berättar att två läkare börjar i maj.\n\n"
        "**Fritid:** Eva Gran informerar om att simhallen stänger.\n\n## 3. Avslutning\n\nTack.\n"
    )
    assert titles(meeting(body)) == [("1", "Budget"), ("2", "Laget runt"), ("3", "Avslutning")]


def test_matters_with_numbers_of_their_own_under_a_gathering_title(meeting: Make) -> None:
    body = (
        "§ 5\n\nBudget\n\nSaken gicks igenom.\n\n§ 6\n\nRapporter\n\n1. Bryggor\n\nBo Lind går igenom läget.\n\n2. Bojar – läget\n\n"
        "Frågan har väckts av kommunen.\n\n§ 7\n\nÖvriga frågor\n\nInga frågor anmäldes.\n"
    )
    assert titles(meeting(body)) == [
        ("§ 5", "Budget"),
        ("§ 6", "Rapporter"),
        ("§ 6.1", "Bryggor"),
        ("§ 6.2", "Bojar – läget"),
        ("§ 7", "Övriga frågor"),
    ]


def test_a_numbered_list_of_reports_without_text_is_no_list_of_matters(meeting: Make) -> None:
    body = "§ 5\n\nBudget\n\nSaken gicks igenom.\n\n§ 6\n\nRapporter\n\n1. Bryggor\n\n2. Bojar\n\n§ 7\n\nÖvriga frågor\n\nInga frågor anmäldes.\n"
    assert [n for n, _ in titles(meeting(body))] == ["§ 5", "§ 6", "§ 7"]


def test_titles_over_bullets_without_empty_lines(read: Callable[[str], Record]) -> None:
    record = read(
        "Minnesanteckningar från Hamnrådet\n2024-05-23\nNärvarande:\nAnna Ek, Bo Alm\nFöregående anteckningar\nGicks igenom.\nDagordning\n"
        "Godkändes.\nBryggor\n• Anna Ek berättade om bryggorna i Norra\nhamnen. De är slitna.\n• Bo Alm frågade om tiden. Det blir\nvåren.\n"
        "Båtar\n• Bo Alm visade bilder. Alla var nöjda.\nNästa möte\n• 12 september.\n"
    )
    titles = [item.title for item in record.meetings[0].items]
    assert titles == ["Föregående anteckningar", "Dagordning", "Bryggor", "Båtar", "Nästa möte"]


def test_bare_numbers_behind_those_of_the_pages(read: Callable[[str], Record]) -> None:
    told = "Anna Ek gick igenom vad som har hänt sedan förra mötet och vad som återstår av arbetet i hamnarna. " * 3
    record = read(
        f"Minnesanteckningar Hamnrådet\n\n2023-05-04\n\nNärvarande: Anna Ek, Bo Alm\n\n1 Bryggornas skick {told}\n\n2 Bojar i hamnen {told}\n\n"
        f"2 3 Båtar på land {told}\n\n4 Rep och tågvirke {told}\n\n3 3 5 Ankare för alla {told}\n\n6 Övriga frågor {told}\n"
    )
    found = [(item.number, item.title) for item in record.meetings[0].items]
    assert found == [
        ("1", "Bryggornas skick"),
        ("2", "Bojar i hamnen"),
        ("3", "Båtar på land"),
        ("4", "Rep och tågvirke"),
        ("5", "Ankare för alla"),
        ("6", "Övriga frågor"),
    ]


def test_titles_before_diary_numbers_heads_of_pages_and_with_properties(read: Callable[[str], Record]) -> None:
    page = "Hamnnämnden SAMMANTRÄDESPROTOKOLL 2021-09-22 Sida"
    flat = read(
        f"1 {page} 1(9) Närvarande Anna Ek (S), ordförande\n\n2 {page} 2(9) § 107 NORRVIK 14:3. Ansökan om bygglov för brygga Dnr BL 2021-388 Ansökan "
        "avser en brygga. Hamnnämnden beslutar att bevilja bygglov. § 108 Udden 2. Olovlig brygga Dnr BL 2021-201 Vid tillsyn konstaterades en "
        "brygga. Hamnnämnden beslutar att ta ut en avgift.\n"
    )
    assert [item.title for item in flat.meetings[0].items] == [
        "NORRVIK 14:3. Ansökan om bygglov för brygga",
        "Udden 2. Olovlig brygga",
    ]
    headed = read(
        "Hamnförbundet\nProtokoll 2023-04-19\n\nNärvarande: Anna Ek\n\n1. Upprop och val av justerare för dagens sammanträde\nDIREKTIONSMÖTE 2023-04-19\n\n"
        "Upprop görs.\n\n2. Nya bojar        Dnr HF 2017/401, 2017/455\nDIREKTIONSMÖTE 2023-04-19\n\nBojarna gicks igenom.\n"
    )
    assert [item.title for item in headed.meetings[0].items] == [
        "Upprop och val av justerare för dagens sammanträde",
        "Nya bojar",
    ]


def test_a_diary_number_with_points_stands_beside_the_number_of_its_item(meeting: Make) -> None:
    found = meeting("HN § 41 HN.2021.61\n\nNya bojar\n\nBojarna köps in.\n\nHN § 42 HN.2021.7\n\nBryggor\n\nBryggan lagas.\n")
    assert [item.title for item in found.items] == ["Nya bojar", "Bryggor"]


def test_what_a_body_decides_whose_name_a_copy_lost_stands_in_the_present(meeting: Make) -> None:
    found = meeting(
        "§ 46 Information Hamnchefen informerade om klagomål på bryggan i Norrvik. ger hamnkontoret i uppdrag att mäta bullret vid bryggan. "
        "§ 47 Ekonomisk prognos Dnr 2024-000041 Intäkterna ligger under budget. Beslut godkänner prognosen. § 48 Meddelanden Mark- och "
        "miljödomstolens dom om bryggan. Beslut lägger meddelandena till handlingarna. § 49 Rapport om bojarna s beslut tackar för rapporten. "
        "Sammanfattning Bojarna har gåtts igenom av hamnkontoret, och det har tagits fram en plan för hur de ska skötas under åren som kommer.\n"
    )
    assert [(item.title, [d.text for d in item.decisions]) for item in found.items] == [
        ("Information", ["ger hamnkontoret i uppdrag att mäta bullret vid bryggan"]),
        ("Ekonomisk prognos", ["godkänner prognosen"]),
        ("Meddelanden", ["lägger meddelandena till handlingarna"]),
        ("Rapport om bojarna", ["tackar för rapporten"]),
    ]


def test_paragraphs_of_a_body_whose_committee_handled_them_first(read: Callable[[str], Record]) -> None:
    found = read(
        "Hamnnämnden\nProtokoll 2024-03-04\n\nNärvarande: Anna Ek, Bo Lind\n\n"
        "4 NORRVIKS KOMMUN PROTOKOLL 4 Hn 11 Au 7 Särsk.bilaga Dnr 09/Hn Nya bojar. Beskrivning Au Bojarna från 1981 måste bytas. "
        "Arbetsutskottet beslutar Att föreslå hamnnämnden Att bojar köps in. Hamnnämnden beslutar Att bojar köps in under våren.\n\n"
        "5 NORRVIKS KOMMUN PROTOKOLL 5 Bo Lind Särsk.bilaga Hn 12 Au Hn 8 Dnr 09/Hn Riktlinjer för bryggor Hn Under överläggning går hamnchef "
        "Bo Lind igenom riktlinjerna. Hamnnämnden beslutar Att anta riktlinjerna.\n\n"
        "6 NORRVIKS KOMMUN PROTOKOLL 6 Hn 13 Dnr 09/Hn Belysning vid bryggan. Ärendebeskrivning Hamnkontoret beräknar kostnaden till 85 tkr. "
        "Hamnnämnden föreslår kommunfullmäktige Att förslaget avslås, Att belysningen prövas i samband med ombyggnaden.\n\n"
        "7 NORRVIKS KOMMUN PROTOKOLL 7 Hn 14 Dnr 09/Hn Turlista. Färjan går tomt. Hamnnämnden beslutar turlistan ska gälla från den 7 januari.\n"
    )
    assert [(item.title, [d.text for d in item.decisions]) for item in found.meetings[0].items] == [
        ("Nya bojar", ["Att bojar köps in under våren"]),
        ("Riktlinjer för bryggor", ["Att anta riktlinjerna"]),
        (
            "Belysning vid bryggan",
            ["Att förslaget avslås", "Att belysningen prövas i samband med ombyggnaden"],
        ),
        ("Turlista", ["Hamnnämnden beslutar turlistan ska gälla från den 7 januari"]),
    ]


def test_titles_and_headings_of_a_copy_that_lost_the_bodys_name_and_numbers(meeting: Make) -> None:
    found = meeting(
        "§ 51 Avgifter: Bryggor, bojar och båtplatser Dnr HN 2013/ s förslag till kommunfullmäktige Avgiften för bryggor höjs till 650 kr. "
        "Sammanfattning Avgifterna har varit desamma. § 52 Bojar Dnr 287/2009 Rådets beslut 1. Bojarna köps in. 2. Ramen fastställs. "
        "Arbetsutskottets behandling Arbetsutskottet beslutade att föreslå rådet att köpa in bojarna. Arbetsutskottet har sammanträtt tre "
        "gånger och sett på bojarna. Räntan är 4 procent.\n"
    )
    assert [(item.title, [d.text for d in item.decisions]) for item in found.items] == [
        ("Avgifter: Bryggor, bojar och båtplatser", ["Avgiften för bryggor höjs till 650 kr"]),
        ("Bojar", ["Bojarna köps in", "Ramen fastställs"]),
    ]


def test_a_heading_in_capitals_right_behind_a_title_keeps_whose_decision_it_is(read: Callable[[str], Record]) -> None:
    found = read(
        "Hamnnämnden\nProtokoll 2024-03-04\n\nNärvarande: Anna Ek, Bo Lind\n\n"
        "4 NORRVIKS KOMMUN PROTOKOLL 4 Hn 14 Au 9 Dnr 2015/ Riktlinjer för bryggor. Au ARBETSUTSKOTTET BESLUTAR att föreslå nämnden att anta "
        "riktlinjerna. Hn Bo Lind föreslår att punkten om bojar förtydligas. HAMNNÄMNDEN BESLUTAR att återremittera ärendet.\n\n"
        "5 NORRVIKS KOMMUN PROTOKOLL 5 Hn 15 Verkställda åtgärder. Rapporten gås igenom av hamnchef Bo Lind. HAMNNÄMNDEN BESLUTAR att lägga "
        "rapporten till handlingarna.\n"
    )
    assert [(item.title, [d.text for d in item.decisions]) for item in found.meetings[0].items] == [
        ("Riktlinjer för bryggor", ["att återremittera ärendet"]),
        ("Verkställda åtgärder", ["att lägga rapporten till handlingarna"]),
    ]
