"""Minutes of which a copy made each page one line, and lost signs of paragraphs and what stands on every page."""

from __future__ import annotations

from collections.abc import Callable

from graph.record import Record

Read = Callable[[str], Record]

FRONT = (
    "1 1 (22) Plats och tid Bryggsalen, Norrby, den 12 mars 2024 kl 9-11 Beslutande Anna Ek (S), ordförande Bo Alm (C) Cilla Dahl (M) "
    "Dan Berg (L) Övriga deltagande Eva Gran, hamnchef Utses att justera Bo Alm Underskrifter Sekreterare Eva Gran Paragrafer 41-44"
)
TOLD = "Hamnchefen har gjort en lista över det som behöver lagas under våren och sommaren."


def _items(record: Record) -> list[tuple[str | None, str, list[str]]]:
    return [(item.number, item.title, [d.text for d in item.decisions]) for item in record.meetings[0].items]


def test_numbers_without_signs_at_the_heads_of_pages(read: Read) -> None:
    record = read(
        f"Bryggnämnden\n\n{FRONT}\n\n"
        "2 2 (22) Ärendelista 41 Val av justerare 2 42 Bryggornas skick 3 43 Bojar och båtar 4\n\n"
        f"3 3 (22) 41 Val av justerare Nämndens beslut 1. Bo Alm utses att justera. 2. Justeringen sker den 15 mars. Sammanfattning {TOLD}\n\n"
        f"4 4 (22) 42 Bryggornas skick Nämndens beslut Rapporten godkänns. Sammanfattning {TOLD} 43 Bojar och båtar Nämndens beslut Planen antas. Sammanfattning {TOLD}\n"
    )
    assert _items(record) == [
        ("41", "Val av justerare", ["Bo Alm utses att justera", "Justeringen sker den 15 mars"]),
        ("42", "Bryggornas skick", ["Rapporten godkänns"]),
        ("43", "Bojar och båtar", ["Planen antas"]),
    ]
    assert record.document.pages == 4


def test_headings_and_sentences_that_lost_the_name_of_the_forum(read: Read) -> None:
    record = read(
        f"Bryggnämnden\n\n{FRONT}\n\n"
        f"2 2 (22) 41 Val av justerare s beslut beslutar utse Bo Alm att justera protokollet. Sammanfattning {TOLD}\n\n"
        f"3 3 (22) 42 Bryggornas skick s beslut beslutar anta planen med tillägg om räcken. Sammanfattning {TOLD}\n\n"
        f"4 4 (22) 43 Bojar och båtar s beslut beslutar att 1. godkänna rapporten 2. ge hamnchefen i uppdrag att köpa bojar\n"
    )
    assert _items(record) == [
        ("41", "Val av justerare", ["beslutar utse Bo Alm att justera protokollet"]),
        ("42", "Bryggornas skick", ["beslutar anta planen med tillägg om räcken"]),
        ("43", "Bojar och båtar", ["godkänna rapporten", "ge hamnchefen i uppdrag att köpa bojar"]),
    ]


def test_headings_in_capitals_within_a_line(read: Read) -> None:
    record = read(
        f"Bryggnämnden\n\n{FRONT}\n\n2 2 (22) 41 Val av justerare BESLUT Till justerare utses Bo Alm. 42 Bryggornas skick BESLUT Rapporten godkänns.\n\n"
        f"3 3 (22) 43 Bojar och båtar {TOLD} BESLUT Planen antas.\n"
    )
    assert _items(record) == [
        ("41", "Val av justerare", ["Till justerare utses Bo Alm"]),
        ("42", "Bryggornas skick", ["Rapporten godkänns"]),
        ("43", "Bojar och båtar", ["Planen antas"]),
    ]


def test_paragraphs_that_lost_their_sign_at_the_head_of_a_page(read: Read) -> None:
    record = read(
        f"Bryggnämnden\n\n{FRONT} § 41 Val av justerare Bo Alm utses att justera protokollet.\n\n"
        f"2 § 42 Bryggornas skick Nämnden godkänner rapporten. § 43 Bojar och båtar Nämnden antar planen. {TOLD}\n\n"
        f"3 § 44 Hamnens belysning Nämnden godkänner rapporten. {TOLD}\n"
    )
    assert [item.number for item in record.meetings[0].items] == ["§ 41", "§ 42", "§ 43", "§ 44"]


def test_what_is_left_of_a_diary_number_before_that_of_a_matter(read: Read) -> None:
    record = read(
        f"Bryggnämnden\n\n{FRONT}\n\n2 Bryggnämnden /041 41 Bryggornas skick {TOLD} 1. Rapporten godkänns.\n\n"
        f"3 Bryggnämnden /044 42 Bojar och båtar {TOLD} 1. Planen antas. 2. Hamnchefen får i uppdrag att köpa bojar.\n\n"
        f"4 Bryggnämnden 43 Meddelanden {TOLD}\n"
    )
    assert [(number, title) for number, title, _ in _items(record)] == [
        ("41", "Bryggornas skick"),
        ("42", "Bojar och båtar"),
        ("43", "Meddelanden"),
    ]


def test_the_number_of_the_minutes_is_not_that_of_a_matter(read: Read) -> None:
    record = read(
        f"1 Nr 4/2024 Protokoll vid Bryggrådets sammanträde i Norrby den 12 mars 2024 Deltagare: Anna Ek, ordförande, Bo Alm 38. Mötets öppnande "
        f"Ordföranden öppnade mötet. {TOLD} Beslut: Mötet förklarades öppnat. 39. Bryggornas skick {TOLD} Beslut: Rapporten godkändes.\n\n"
        f"2 40. Bojar och båtar {TOLD} Beslut: Planen antogs. 41. Nästa möte {TOLD}\n"
    )
    assert [(item.number, item.title) for item in record.meetings[0].items] == [
        ("38", "Mötets öppnande"),
        ("39", "Bryggornas skick"),
        ("40", "Bojar och båtar"),
        ("41", "Nästa möte"),
    ]


def test_bare_numbers_stand_though_clauses_and_lists_have_points(read: Read) -> None:
    record = read(
        f"Bryggnämnden\n\n{FRONT}\n\n"
        f"2 2 (22) 41 Dnr BN 2024/77 Bryggornas skick 1. Läget {TOLD} 2. Kostnader {TOLD} Beslut beslutar att 1. godkänna rapporten\n\n"
        f"3 3 (22) 42 Dnr BN 2024/78 Bojar och båtar {TOLD} BESLUT 1. Planen antas. 2. Kostnaden tas ur hamnens medel.\n\n"
        f"4 4 (22) 43 Dnr BN 2024/79 Hamnens belysning {TOLD} BESLUT Ärendet bordläggs.\n"
    )
    assert [(number, title) for number, title, _ in _items(record)] == [
        ("41", "Bryggornas skick"),
        ("42", "Bojar och båtar"),
        ("43", "Hamnens belysning"),
    ]
    assert [len(decisions) for _, _, decisions in _items(record)] == [1, 2, 1]


def test_numbers_before_short_words_at_the_heads_of_pages(read: Read) -> None:
    record = read(
        f"Bryggnämnden\n\n{FRONT}\n\n2 2 (22) 41 Bryggornas skick Bo Alm berättar om läget. {TOLD}\n\n"
        f"3 3 (22) 42 Ny båtlinje till Norrby Eva Gran visar kartan. {TOLD}\n\n"
        f"4 4 (22) 43 Övriga frågor Cilla Dahl tar upp belysningen. {TOLD}\n"
    )
    assert _items(record) == [("41", "Bryggornas skick", []), ("42", "Ny båtlinje till Norrby", []), ("43", "Övriga frågor", [])]


def test_what_is_left_of_diary_numbers_is_no_title(read: Read) -> None:
    record = read(
        f"Bryggnämnden\n\n{FRONT}\n\n2 2 (22) 41 Dnr BN Val av justerare Nämndens beslut Bo Alm utses att justera.\n\n"
        f"3 3 (22) 42 Dnr Bryggornas skick Nämndens beslut Rapporten godkänns. Sammanfattning {TOLD}\n\n"
        f"4 4 (22) 43 Dnr12/Bn Bojar och båtar Nämndens beslut Planen antas. Sammanfattning {TOLD}\n"
    )
    assert [(item.number, item.title) for item in record.meetings[0].items] == [
        ("41", "Val av justerare"),
        ("42", "Bryggornas skick"),
        ("43", "Bojar och båtar"),
    ]


def test_where_a_matter_was_handled_before_without_signs_is_no_title(read: Read) -> None:
    record = read(
        f"Bryggnämnden\n\n{FRONT}\n\n2 NORRBY KOMMUN 2 Bn 41 Bn 12 Au 30 Dnr09/Bn Bryggornas skick Nämndens beslut Rapporten godkänns. {TOLD}\n\n"
        f"3 NORRBY KOMMUN 3 Bn 42 Au 31 Bojar och båtar Nämndens beslut Planen antas. Sammanfattning {TOLD}\n\n"
        f"4 NORRBY KOMMUN 4 Bn 43 Meddelanden Nämndens beslut Meddelandena läggs till handlingarna.\n"
    )
    assert [(item.number, item.title) for item in record.meetings[0].items] == [
        ("41", "Bryggornas skick"),
        ("42", "Bojar och båtar"),
        ("43", "Meddelanden"),
    ]


def test_labels_that_begin_titles_are_no_headings(read: Read) -> None:
    record = read(
        f"Bryggnämnden\n\n{FRONT}\n\n2 2 (22) 41. Info Bryggornas skick Föredragande: Bo Alm {TOLD} 42. Diskussion Båtlinjer Föredragande: Eva Gran {TOLD}\n\n"
        f"3 3 (22) 43. Beslut Bojar och båtar Föredragande: Bo Alm {TOLD} Nämnden beslutade att anta planen.\n"
    )
    assert [(item.title, item.labels) for item in record.meetings[0].items] == [
        ("Info Bryggornas skick", ["information"]),
        ("Diskussion Båtlinjer", ["dialog"]),
        ("Beslut Bojar och båtar", ["beslut"]),
    ]


def test_a_list_of_a_body_whose_name_is_lost_follows_its_title(read: Read) -> None:
    record = read(
        f"Bryggnämnden\n\n{FRONT}\n\n2 2 (22) 41 Information 1) s ordförande Bo Alm informerade om mötet. 2) Eva Gran presenterade sig. 42 Bojar och båtar s beslut Planen antas.\n\n"
        f"3 3 (22) 43 Meddelanden s beslut Meddelandena läggs till handlingarna. Sammanfattning {TOLD}\n"
    )
    assert [item.title for item in record.meetings[0].items] == ["Information", "Bojar och båtar", "Meddelanden"]


def test_the_first_matter_with_a_colon_ends_the_list_of_those_who_came(read: Read) -> None:
    record = read(
        f"Bryggnämnden\n\n{FRONT} Förhinder: Fia Holm, Gun Berg 1: Mötet öppnas av ordföranden Ordföranden förklarade mötet öppnat. 2: Bryggornas skick {TOLD}\n\n"
        f"2 3: Bojar och båtar {TOLD} 4: Nästa möte Den 3 juni.\n"
    )
    assert [item.number for item in record.meetings[0].items] == ["1", "2", "3", "4"]


def test_a_diary_number_in_capitals_stands_behind_the_number_of_a_matter(read: Read) -> None:
    record = read(
        f"Bryggnämnden\n\n{FRONT}\n\n2 NORRBY KOMMUN 2 BN 41 BN/2013:88 Bryggornas skick Nämndens beslut Rapporten godkänns. {TOLD}\n\n"
        f"3 NORRBY KOMMUN 3 BN 42 BN/2012:203 Bojar och båtar Nämndens beslut Planen antas. BN 43 BN/2013:7 Anmälningar a) Brev från hamnen, dnr BN 12/24 b) Avtal om bojar Nämndens beslut Anmälningarna läggs till handlingarna.\n"
    )
    assert [(item.number, item.title) for item in record.meetings[0].items] == [
        ("41", "Bryggornas skick"),
        ("42", "Bojar och båtar"),
        ("43", "Anmälningar"),
    ]


def test_numbers_with_a_colon_stand_though_a_list_within_has_points(read: Read) -> None:
    record = read(
        "Bryggrådet 2024-03-12\n\n1: Öppnande\nOrdföranden öppnade mötet.\n\n2: Bryggornas skick\nLäget gicks igenom.\n\n"
        "3: Strategi för hamnen\nInnehållet är:\n1. Bryggor\n2. Bojar\n3. Båtar\n\n4: Nästa möte\nTisdag den 2 april.\n"
    )
    assert [(item.number, item.title) for item in record.meetings[0].items] == [
        ("1", "Öppnande"),
        ("2", "Bryggornas skick"),
        ("3", "Strategi för hamnen"),
        ("4", "Nästa möte"),
    ]


def test_register_numbers_before_the_titles_of_lettered_matters(read: Read) -> None:
    record = read(
        "Bryggrådet 2024-03-12\n\n1. Öppnande\nMötet öppnas.\n\n2. Projektbeslut\n\na) 2012-I-052/011 Bryggan i Norrby\nRådet beslutar\natt bevilja "
        "projektet 285 000 kr.\n\nb) 2012-I-055/012 Båtlandet\nRådet beslutar\natt avslå ansökan.\n\n3. Nästa möte\nTisdag den 2 april.\n"
    )
    assert [(number, len(decisions)) for number, _, decisions in _items(record)] == [
        ("1", 0),
        ("2", 0),
        ("2a", 1),
        ("2b", 1),
        ("3", 0),
    ]
    assert "Bryggan i Norrby" in _items(record)[2][1]


def test_the_page_and_the_diary_number_before_that_of_a_matter(read: Read) -> None:
    record = read(
        f"Bryggnämnden\n\n{FRONT.removeprefix('1 ')}\n\nÄrendelista 41 Val av justerare 42 Bryggornas skick 43 Bojar och båtar 44 Övrigt\n\n"
        f"Sida 1/4 Dnr: - 41 Val av justerare Beslut 1. Bo Alm utses. Sammanfattning {TOLD} {TOLD} {TOLD}\n"
        f"Sida 2/4 Dnr: 88-2024 42 Bryggornas skick Beslut 1. Rapporten godkänns. 2. Planen antas. Sammanfattning {TOLD} {TOLD}\n"
        f"Sida 3/4 Dnr: 91-2024 43 Bojar och båtar Beslut 1. Planen antas. Sammanfattning {TOLD} {TOLD} {TOLD}\n"
        f"Sida 4/4 Dnr: - 44 Övrigt {TOLD} {TOLD} {TOLD}\n"
    )
    assert [(number, title) for number, title, _ in _items(record)] == [
        ("41", "Val av justerare"),
        ("42", "Bryggornas skick"),
        ("43", "Bojar och båtar"),
        ("44", "Övrigt"),
    ]


def test_a_proposal_to_the_council_within_a_line(read: Read) -> None:
    record = read(
        f"Bryggstyrelsen\n\n{FRONT}\n\n2 2 (22) 41 Motion om bryggor {TOLD} Förslag till kommunfullmäktige 1. Motionen avslås. "
        f"Protokollet ska skickas till: Hamnchefen\n\n3 3 (22) 42 Bojar {TOLD} Bryggstyrelsens beslut 1. Planen antas.\n"
    )
    assert [d.text for d in record.meetings[0].items[0].decisions] == ["Motionen avslås"]


def test_what_was_listed_is_filed_though_it_is_of_others(read: Read) -> None:
    record = read(
        "Bryggnämnden 2024-03-12\n\n§ 1 Anmälningar\n\nProtokoll från hamnutskottet den 28 februari.\nCirkulär nr 40.\n\n"
        "Anmälningarna läggs till handlingarna.\n\n§ 2 Avslutning\n\nMötet avslutas.\n"
    )
    assert [d.text for d in record.meetings[0].items[0].decisions] == ["Anmälningarna läggs till handlingarna"]


def test_a_list_of_contents_under_the_first_title_leaves_it_whole(read: Read) -> None:
    record = read(
        f"Bryggnämnden\n\n{FRONT}\n\n"
        f"2 2 (22) 41 Föredragningslista och jäv s beslut beslutar godkänna listan. Föredragningslista Sida 41 Föredragningslista och jäv 2 42 Bryggornas skick 3 43 Bojar och båtar 4 {TOLD}\n\n"
        f"3 3 (22) 42 Bryggornas skick s beslut beslutar anta planen. Sammanfattning {TOLD}\n\n"
        f"4 4 (22) 43 Bojar och båtar s beslut beslutar godkänna rapporten. Sammanfattning {TOLD}\n"
    )
    assert [(item.number, item.title) for item in record.meetings[0].items] == [
        ("41", "Föredragningslista och jäv"),
        ("42", "Bryggornas skick"),
        ("43", "Bojar och båtar"),
    ]


def test_a_title_that_begins_as_a_list_of_people_does_is_an_item(read: Read) -> None:
    record = read(
        f"Bryggnämnden\n\n{FRONT}\n\n"
        f"2 2 (22) 41 Upprop och val av justerare Att jämte ordföranden justera dagens protokoll utsågs Bo Alm (M). 42 Bryggornas skick s beslut beslutar anta planen. Sammanfattning {TOLD}\n\n"
        f"3 3 (22) 43 Bojar och båtar s beslut beslutar godkänna rapporten. Sammanfattning {TOLD}\n"
    )
    assert [(item.number, item.title, len(item.decisions)) for item in record.meetings[0].items] == [
        ("41", "Upprop och val av justerare", 1),
        ("42", "Bryggornas skick", 1),
        ("43", "Bojar och båtar", 1),
    ]


def test_pages_of_how_many_in_brackets(read: Read) -> None:
    record = read(
        "Bryggnämnden\n\n1 PROTOKOLL 1[4] Plats och tid Bryggsalen, Norrby, den 12 mars 2024 kl 9-11 Beslutande Anna Ek (S), ordförande Bo Alm (C) Utses att justera Bo Alm\n\n"
        f"2 PROTOKOLL 2[4] 41 Val av justerare Beslut Bo Alm utses. Sammanfattning {TOLD}\n\n"
        f"3 PROTOKOLL 3[4] 42 Bryggornas skick Beslut Rapporten godkänns. Sammanfattning {TOLD} {TOLD} {TOLD}\n\n"
        f"4 PROTOKOLL 4[4] 43 Bojar Beslut Planen antas. Sammanfattning {TOLD}\n"
    )
    assert [item[:2] for item in _items(record)] == [("41", "Val av justerare"), ("42", "Bryggornas skick"), ("43", "Bojar")]


def test_the_number_of_a_page_twice_before_that_of_a_matter(read: Read) -> None:
    record = read(
        "Bryggnämnden\n\n1 Bryggnämnden 29-31\n\n2 2 Ärenden Internkontroll... 5 Bryggor... 6 Bojar... 7 Protokollets innehåll visas här med sidor, och de som vill kan läsa mer på kontoret under dagtid eller skriva till hamnen.\n\n"
        "3 3 Plats och tid Bryggsalen, Norrby, den 12 mars 2024 kl 9-11 Beslutande Anna Ek (S), ordförande Bo Alm (C) Cilla Dahl (M) Dan Berg (L) Övriga deltagande Eva Gran, hamnchef Utses att justera Bo Alm Underskrifter Sekreterare Eva Gran\n\n"
        "4 4 Anslag Justeringen har tillkännagivits. Organ Bryggnämnden\n\n"
        f"5 5 29 Internkontroll 2014.101 BN Ärendebeskrivning {TOLD} Bryggnämndens beslut: Uppföljningen godkänns. {TOLD} {TOLD}\n\n"
        f"6 6 30 Bryggor 2014.102 BN Ärendebeskrivning {TOLD} Bryggnämndens beslut: Fem bryggor lagas. {TOLD} {TOLD}\n\n"
        f"7 7 31 Bojar 2014.103 BN Ärendebeskrivning {TOLD} Bryggnämndens beslut: Bojarna läggs ut. {TOLD} {TOLD}\n"
    )
    assert [item[:2] for item in _items(record)] == [("29", "Internkontroll"), ("30", "Bryggor"), ("31", "Bojar")]


def test_the_same_header_before_the_numbers_of_matters(read: Read) -> None:
    told = f"Nämnden noterar informationen. Ärendet {TOLD} {TOLD} {TOLD} Utdragsbestyrkande"
    record = read(
        "1(5) Plats och tid Bryggsalen, Norrby, den 12 mars 2024 kl 9-11 Beslutande Anna Ek (S), ordförande Bo Alm (C) Cilla Dahl (M) Dan Berg (L) Övriga deltagande Eva Gran, hamnchef Utses att justera Bo Alm Organ Bryggnämnden\n"
        "2(5) Bryggnämnden Ärendelista 41 Dnr BN 2018/14 Bryggor... 3 42 Dnr BN 2018/15 Bojar... 4 43 Dnr BN 2018/16 Båtar... 5 Utdragsbestyrkande\n"
        f"3(5) Bryggnämnden 41 Dnr BN 2018/14 Bryggor Nämndens beslut {told}\n"
        f"4(5) Bryggnämnden 42 Dnr BN 2018/15 Bojar Nämndens beslut {told}\n"
        f"5(5) Bryggnämnden 43 Dnr BN 2018/16 Båtar Nämndens beslut {told}\n"
    )
    assert [item[:2] for item in _items(record)] == [("41", "Bryggor"), ("42", "Bojar"), ("43", "Båtar")]


def test_a_matter_of_the_number_of_its_page_between_others(read: Read) -> None:
    record = read(
        "1 1 (4) Protokoll Hamnrådet den 12 september 2018 Plats: Aulan, Norrby Närvarande: Anna Ek, Mora, Bo Lind, Falun, Cilla Dahl, Mora, Dan Berg, Falun, Eva Gran, Mora, och Stina Hage, som skrev anteckningarna\n\n"
        "2 2 (4) Underskrifter Sekreterare: Eva Gran Ordförande: Anna Ek\n\n"
        f"3 3 (4) 1 Val av justerare Bo Lind utses att justera. 2 Hamnens budget Anna Ek berättar om budgeten. {TOLD} 3 Frågor om bryggor Bo Lind frågar om bryggorna. {TOLD}\n\n"
        "4 4 (4) 4 Information från hamnen Anna Ek informerar om hamnen. 5 Kommande möten Nästa möte hålls den 5 december. 6 Mötet avslutas Anna Ek tackar och avslutar mötet. Alla tackar Anna Ek för året som gått och för gott samarbete.\n"
    )
    assert [item[0] for item in _items(record)] == ["1", "2", "3", "4", "5", "6"]


def test_numbers_keep_being_those_of_matters_where_fields_of_pages_are_left_out(read: Read) -> None:
    told = f"Sammanfattning {TOLD} {TOLD} Justerandes sign Utdragsbestyrkande"
    record = read(
        f"Bryggnämnden\n\n{FRONT}\n\n2 2 (22) Anslag Justeringen har tillkännagivits. Organ Bryggnämnden\n\n"
        f"3 3 (22) Bn 39 2016/0012 Information om bryggor Beslut Bryggnämnden noterar informationen. {told}\n\n"
        f"4 4 (22) Bn 40 2016/0033 Bokslut 2015 Beslut Bryggnämnden godkänner bokslutet. {told}\n\n"
        f"5 5 (22) Bn 41 16/BN 0041 Läsår 2017/2018 Beslut Bryggnämnden fastställer läsåret. {told}\n"
    )
    assert [item[:2] for item in _items(record)] == [
        ("39", "Information om bryggor"),
        ("40", "Bokslut 2015"),
        ("41", "Läsår 2017/2018"),
    ]


def test_pages_that_begin_and_end_with_their_number(read: Read) -> None:
    record = read(
        "Bryggnämnden\n\n1 Protokoll Bryggnämnden Plats och tid Bryggsalen, Norrby, den 12 mars 2024 kl 9-11 Beslutande Anna Ek (S), ordförande Bo Alm (C) Cilla Dahl (M) Dan Berg (L) Övriga deltagande Eva Gran, hamnchef Utses att justera Bo Alm Underskrifter Sekreterare Eva Gran 1\n\n"
        f"2 41 Val av justerare 2019/12 Beslut Bryggnämnden utser Bo Alm att justera protokollet. Beskrivning av ärendet {TOLD} {TOLD} 2\n\n"
        f"3 42 Bojar 2019/ Beslut Bryggnämnden tackar för informationen. 3\n\n4 43 Båtar Beslut Bryggnämnden antar planen. 4\n"
    )
    assert _items(record) == [
        ("41", "Val av justerare", ["Bryggnämnden utser Bo Alm att justera protokollet"]),
        ("42", "Bojar", ["Bryggnämnden tackar för informationen"]),
        ("43", "Båtar", ["Bryggnämnden antar planen"]),
    ]


def test_the_page_of_the_year_before_a_number_without_a_sign(read: Read) -> None:
    record = read(
        f"Bryggnämnden\n\n1 34 {FRONT.removeprefix('1 1 (22) ')}\n\n2 35 31 Tema: bryggor {TOLD} 1. Fler bryggor behövs. 2. Hur ska de betalas? 3. Vem sköter dem? {TOLD} {TOLD}\n\n"
        f"3 36 32 Föregående protokoll Protokollet läggs till handlingarna. 33 Bojar {TOLD} {TOLD}\n\n4 37 34 Övriga frågor Inga övriga frågor anmäldes. {TOLD}\n"
    )
    assert [item[0] for item in _items(record)] == ["31", "32", "33", "34"]


def test_the_first_words_of_the_name_at_the_top_are_no_header(read: Read) -> None:
    record = read(
        "Susanne Åker (L), ordförande Ella Ros (KD)\n\n1 Kommunala bryggrådet Plats och tid: Kungsvägen 12, Norrby, den 12 mars 2024 kl 17:00-20:00 Beslutande: Susanne Åker (L), ordförande Ella Ros (KD) Bo Alm (S) Övriga deltagande: Eva Gran, hamnchef Utses att justera: Bo Alm Paragrafer 1-3\n\n"
        f"2 Kommunala Bryggrådet (9) KBR 1 Mötets öppnande Susanne Åker öppnar mötet.\n\n3 Kommunala Bryggrådet (9) KBR 2 Val av justerare Bo Alm valdes.\n\n4 Kommunala Bryggrådet (9) KBR 3 Bojar {TOLD}\n"
    )
    assert record.meetings[0].forum_as_written == "Kommunala bryggrådet"
    assert [item[0] for item in _items(record)] == ["1", "2", "3"]


def test_numbers_with_a_colon_and_a_list_with_points_over_a_page(read: Read) -> None:
    record = read(
        "1 PROTOKOLL 1 (3) PROTOKOLL FRÅN MÖTE MED BRYGGRÅDET Tisdag den 3 juni 2008, kl. 13 Rådhuset, Norrby Närvarande: Anna Ek, Bo Alm, Cilla Dahl och Eva Gran 1:Mötet öppnas av ordföranden Anna Ek öppnade mötet. 2:Val av justerare Bo Alm utsågs. "
        f"3: Strategi för bryggor {TOLD} Strategin har två delar: del 1: Beslut. Mål och medel, och del 2: Underlag. Innehållet: 1. Syfte\n\n"
        f"2 PROTOKOLL 2 (3) 2. Bakgrund 3. Bryggor idag 4. Framtid Rådet tar del av strategin nästa gång. 4: Ekonomi {TOLD} 5: Solenergi {TOLD}\n\n3 PROTOKOLL 3 (3) 6: Nästa möte Nästa möte är den 16 september. 7: Mötet avslutas Anna Ek avslutade mötet.\n"
    )
    assert [item[0] for item in _items(record)] == ["1", "2", "3", "4", "5", "6", "7"]


def test_numbers_of_a_body_with_the_year_and_diary_numbers_of_which_the_year_is_left(read: Read) -> None:
    record = read(
        f"Bryggnämnden\n\n{FRONT} Organ Bryggnämnden\n\n"
        f"2 Protokoll 2 (12) Kommunfullmäktige BN 75/2013 Dnr BN 05/ Hamnens budget Bryggnämndens beslut Bryggnämnden antar budgeten. Sammanfattning {TOLD} {TOLD}\n\n"
        f"3 Protokoll 3 (12) BN 76/2013 Dnr 2013/ Bidragsansökan: Norrby båtklubb Bryggnämndens beslut Bryggnämnden beviljar bidraget. Sammanfattning {TOLD}\n\n"
        f"4 Protokoll 4 (12) BN 77/2013 Bojar Bryggnämndens beslut Bryggnämnden godkänner rapporten. Sammanfattning {TOLD}\n"
    )
    assert [item[:2] for item in _items(record)] == [
        ("75", "Hamnens budget"),
        ("76", "Bidragsansökan: Norrby båtklubb"),
        ("77", "Bojar"),
    ]


def test_pages_that_end_with_their_number_and_how_many_there_are(read: Read) -> None:
    record = read(
        f"Bryggnämnden\n\n{FRONT.removeprefix('1 1 (22) ').replace('Plats', '1 Plats', 1)} 1 (4)\n\n"
        f"2 41 Val av justerare Bryggnämndens beslut Bryggnämnden utser Bo Alm. 2 (4)\n\n3 42 Dnr BN/2018:12 Bojar Bryggnämndens beslut Bryggnämnden noterar rapporten. 3 (4)\n\n"
        f"4 43 Båtar Bryggnämndens beslut 1. Båtarna säljs. 2. Bojarna behålls. Bakgrund {TOLD} {TOLD} 4 (4)\n"
    )
    assert [item[:2] for item in _items(record)] == [("41", "Val av justerare"), ("42", "Bojar"), ("43", "Båtar")]
    assert [d for item in _items(record) for d in item[2]][:2] == ["Bryggnämnden utser Bo Alm", "Bryggnämnden noterar rapporten"]
