from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import DecisionKind, Item, Record

Make = Callable[[str], Item]


def texts(item: Item) -> list[str]:
    return [d.text for d in item.decisions]


@pytest.mark.parametrize(
    "block",
    [
        "Välfärdsrådet beslutade\natt godkänna förslaget samt\natt skicka det till regionen.",
        "Välfärdsrådet beslutade:\n\natt godkänna förslaget\n\natt skicka det till regionen",
        "Välfrädrådet beslutade **att godkänna förslaget samt**\n**att skicka det till regionen**",
        "Välfärdsrådets beslut\n1. att godkänna förslaget\n2. att skicka det till regionen",
        "Beslut\n\n- att godkänna förslaget\n- att skicka det till regionen",
        "Rådet beslutar att godkänna förslaget samt att skicka det till regionen.",
        "Rådet beslutade enhälligt\n\natt godkänna förslaget,\natt skicka det till regionen.",
        "Beslutas\natt godkänna förslaget\natt skicka det till regionen",
    ],
)
def test_wordings_of_one_decision(item: Make, block: str) -> None:
    assert texts(item(f"Lokaler\n\nEn dialog fördes om lokalerna.\n\n{block}\n")) == [
        "att godkänna förslaget",
        "att skicka det till regionen",
    ]


def test_a_clause_goes_on_over_line_ends_and_stops_at_the_sentence(item: Make) -> None:
    found = item(
        "Plan\n\nRådet beslutade:\natt rekommendera Länschefsnätverket att ta fram\nen plan för hela länet med mål och\ntider. Arbetet återrapporteras på nästa möte.\n"
    )
    assert texts(found) == ["att rekommendera Länschefsnätverket att ta fram en plan för hela länet med mål och tider"]


def test_running_text_is_telling_where_a_block_decides(item: Make) -> None:
    found = item(
        "Plan\n\nRådet beslutade att ge RSS i uppdrag att fördjupa bilden. Vidare behövs stöd.\n\nRådet beslutade\natt ge RSS i uppdrag att skicka frågor\n"
    )
    assert texts(found) == ["att ge RSS i uppdrag att skicka frågor"]
    assert [(m.type, m.to) for m in found.movements] == [("ASSIGNS", "RSS Dalarna")]


@pytest.mark.parametrize(
    "text",
    [
        "Förslag till beslut\natt godkänna budgeten",
        "Arbetsutskottet föreslår att rådet beslutar att godkänna budgeten.",
        "Länschefsnätverket beslutade den 2 mars att godkänna budgeten.",
        "Rådet kommer att besluta att godkänna budgeten vid ett senare möte.",
        "Yrkanden\n\nAnna Ek yrkar att budgeten godkänns.",
    ],
)
def test_what_is_not_this_meetings_decision(item: Make, text: str) -> None:
    assert texts(item(f"Budget\n\n{text}\n")) == []


def test_decisions_of_others_are_kept_as_prior(item: Make) -> None:
    found = item(
        "Budget\n\nLänschefsnätverket beslutade den 2 mars 2024 att avslå förslaget.\n\nRådet beslutade\natt lägga informationen till handlingarna\n"
    )
    assert [(p.forum, str(p.date), p.kind) for p in found.prior_decisions] == [("LCHNV", "2024-03-02", DecisionKind.REJECT)]
    assert texts(found) == ["att lägga informationen till handlingarna"]


def test_decided_as_proposed(item: Make) -> None:
    assert texts(item("Budget\n\nFörslag till beslut: att godkänna budgeten.\n\nRådet beslutar enligt förslaget.\n")) == [
        "att godkänna budgeten"
    ]


def test_minutes_without_att_satser(item: Make) -> None:
    found = item("Dagordning\n\nDagordningen godkändes.\n")
    assert [(d.text, d.kind) for d in found.decisions] == [("Dagordningen godkändes", DecisionKind.APPROVE)]


def test_sentences_below_a_heading(item: Make) -> None:
    found = item(
        "Budget\n\nRådets beslut\n\nBudgeten för 2025 fastställs.\n\nEkonomichefen får i uppdrag att återkomma.\n\nBakgrund\n\nBudgeten beslutades tidigare.\n"
    )
    assert [d.kind for d in found.decisions] == [DecisionKind.ADOPT, DecisionKind.ASSIGN]


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("att öppna mötet", "open"),
        ("att avsluta mötet", "close"),
        ("att godkänna dagordningen", "approve"),
        ("att med tillägget godkänna planen", "approve"),
        ("att anta planen och lägga den till handlingarna", "adopt"),
        ("att utse Anna Ek till justerare", "appoint"),
        ("att i övrigt lägga informationen till handlingarna", "table"),
        ("att rekommendera kommunerna att godkänna avtalet", "recommend"),
        ("att RSS får i uppdrag att rekrytera en ledare", "assign"),
        ("att uppdra åt presidiet att skriva ett svar", "assign"),
        ("att tillskriva regionen om kostnaderna", "petition"),
        ("att bjuda in Anna Ek till nästa möte", "invite"),
        ("att notera informationen", "note"),
        ("att bordlägga ärendet", "postpone"),
        ("att återremittera ärendet till presidiet", "postpone"),
        ("att avslå förslaget", "reject"),
        ("att följa gällande rutin", "direct"),
    ],
)
def test_kinds(item: Make, clause: str, kind: str) -> None:
    (decision,) = item(f"Sak\n\nRådet beslutade\n{clause}\n").decisions
    assert (decision.text, decision.kind) == (clause, kind)


@pytest.mark.parametrize(
    ("clause", "targets"),
    [
        ("att rekommendera regionen och kommunerna att prioritera arbetet", ["Region Dalarna", "kommunerna"]),
        ("att rekommendera samtliga kommuner att delta", ["kommunerna"]),
        ("att ge RSS i uppdrag att komplettera", ["RSS Dalarna"]),
        ("att uppdra åt Socialchefsnätverket att bereda frågan", ["SCHNV"]),
        ("att tillskriva länschefs nätverket att resurser avsätts", ["LCHNV"]),
        ("att bjuda in Anna Ek och Bo Lind för att berätta", ["Anna Ek", "Bo Lind"]),
        ("att utse Karin Holm till justerare", ["Karin Holm"]),
        ("att rekommendera samtliga deltagare i VFR att se filmen", ["deltagare i VFR"]),
        ("att ge förvaltningen i uppdrag att återkomma", ["förvaltningen"]),
        ("att utse Bo Lind, rektor vid Norrby högskola, till ledamot", ["Bo Lind"]),
        ("att utse Bo Lind och Xhemajl Uvdal att justera protokollet", ["Bo Lind", "Xhemajl Uvdal"]),
    ],
)
def test_targets(item: Make, clause: str, targets: list[str]) -> None:
    assert item(f"Sak\n\nRådet beslutade\n{clause}\n").decisions[0].targets == targets


def test_spans_give_back_the_words(read: Callable[[str], object]) -> None:
    text = "Minnesanteckningar Välfärdsrådet 12 mars 2024\n\n1. Sak\n\nRådet beslutade\natt godkänna\nplanen samt\natt skicka den.\n\n2. Annat\n\nText.\n"
    record = read(text)
    for decision in record.meetings[0].items[0].decisions:  # type: ignore[attr-defined]
        start, end = decision.span
        assert " ".join(text[start:end].split()) == decision.text


@pytest.mark.parametrize(
    "text",
    [
        "Beslut: att godkänna förslaget.",
        "Rådet beslutade dels att godkänna förslaget, dels att skicka det vidare.",
        "Förslag till beslut\nRådet beslutar\natt avslå förslaget\n\nVälfärdsrådet beslutade:\n\n1. att godkänna förslaget",
        "Rådet har beslutat\natt godkänna förslaget",
        "Rådet beslutar\n1. Godkänna förslaget.",
        "Arbetsutskottets förslag till beslut\nRådet beslutar\natt avslå förslaget\n\nVälfärdsrådet beslutar att godkänna förslaget.",
    ],
)
def test_more_wordings(item: Make, text: str) -> None:
    first = texts(item(f"Lokaler\n\n{text}\n"))[0].lower()
    assert first.removeprefix("att ") == "godkänna förslaget"


@pytest.mark.parametrize(
    "text", ["Vid föregående möte beslutades att samla in synpunkter.", "Arbetsgruppen har tidigare beslutat att se över saken."]
)
def test_what_was_decided_before(item: Make, text: str) -> None:
    found = item(f"Lokaler\n\n{text}\n")
    assert found.decisions == []
    assert [p.quote for p in found.prior_decisions] == [text]


def test_statements_beside_sentences(item: Make) -> None:
    found = item(
        "Lokaler\n\nRådet noterade informationen.\n\nRådet beslutade att skicka planen vidare.\n\nÄrendet bordlades till nästa möte.\n"
    )
    assert texts(found) == ["Rådet noterade informationen", "att skicka planen vidare", "Ärendet bordlades till nästa möte"]


def test_a_clause_broken_before_its_own_att(item: Make) -> None:
    found = item("Lokaler\n\nRådet beslutade\natt tillskriva regionen med begäran om\natt frågan prioriteras\natt anta planen\n")
    assert texts(found) == ["att tillskriva regionen med begäran om att frågan prioriteras", "att anta planen"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dagordningen godkänns.", ["Dagordningen godkänns"]),
        ("Till justeringsperson valdes Anna Ek.", ["Till justeringsperson valdes Anna Ek"]),
        (
            "Att jämte ordföranden justera dagens protokoll utsågs Anna Ek.",
            ["Att jämte ordföranden justera dagens protokoll utsågs Anna Ek"],
        ),
        ("Anna Ek valdes.", ["Anna Ek valdes"]),
        ("Beslut: Godkändes och lades till handlingarna", ["Godkändes och lades till handlingarna"]),
        (
            "Protokollet från 2024-01-12 lades med godkännande till handlingarna.",
            ["Protokollet från 2024-01-12 lades med godkännande till handlingarna"],
        ),
        ("Planen för 2023 godkändes av direktionen den 10 december 2022.", []),
        ("Rådet beslutar\na t t godkänna dagordningen.", ["a t t godkänna dagordningen"]),
        (
            "Rådet beslutar:\nFastställa budgeten för 2025,\nUppdra åt kansliet att ta fram en plan.",
            ["Fastställa budgeten för 2025", "Uppdra åt kansliet att ta fram en plan"],
        ),
        ("Rådet beslutar\nanta förslaget\növerlämna svaret till regionen", ["anta förslaget", "överlämna svaret till regionen"]),
        (
            "Beslut\nEnligt förvaltningens förslag:\n1. Rådet godkänner rapporten.\n2. Rådet översänder den till regionen.",
            ["Rådet godkänner rapporten", "Rådet översänder den till regionen"],
        ),
        (
            "Beslut\nRådet godkänner rapporten. Rådet ger kansliet i uppdrag att sprida den.",
            ["Rådet godkänner rapporten", "Rådet ger kansliet i uppdrag att sprida den"],
        ),
        ("Beslut\nKontoret håller stängt vecka 28.\n\nBakgrund\nBesöken är få.", ["Kontoret håller stängt vecka 28"]),
        ("Rådets beslut i korthet diskuterades.\nBeslutas att godkänna de nya tiderna.", ["att godkänna de nya tiderna"]),
        (
            "Förslag till beslut\nArbetsutskottets förslag: att avsätta 4 mnkr.\n\nRådet beslutar\natt avsätta 3 mnkr.",
            ["att avsätta 3 mnkr"],
        ),
    ],
)
def test_wordings_of_minutes_from_elsewhere(item: Make, text: str, expected: list[str]) -> None:
    assert texts(item(f"Plan\n\n{text}\n")) == expected


def test_what_another_body_is_asked_to_decide(item: Make) -> None:
    found = item(
        "Plan\n\nRådets beslut\nRådet föreslår regionfullmäktige besluta att\n1. anta planen\n2. upphäva den tidigare planen\n"
    )
    assert [(d.kind, d.targets, d.text) for d in found.decisions] == [
        (DecisionKind.RECOMMEND, ["regionfullmäktige"], "anta planen"),
        (DecisionKind.RECOMMEND, ["regionfullmäktige"], "upphäva den tidigare planen"),
    ]


def test_who_decides_throughout_is_the_forum_when_the_head_names_no_body(read: Callable[[str], Record]) -> None:
    body = "".join(
        f"§ {n} {t}\nHandikapprådet beslutar\natt godkänna {t.lower()}.\n\n" for n, t in ((4, "Planen"), (5, "Budgeten"))
    )
    record = read(f"SKOGSKÖPINGS KOMMUN\nPROTOKOLL 2024-03-12\n\n{body}")
    assert [texts(i) for i in record.meetings[0].items] == [["att godkänna planen"], ["att godkänna budgeten"]]


def test_a_title_that_is_a_sentence_may_be_the_decision(read: Callable[[str], Record]) -> None:
    head = "Protokoll Strandrådet\n\nDatum: 12 mars 2024\n\nNärvarande: Anna Ek, Bo Lind\n\n"
    found = read(
        head
        + "§ 1. Mötet öppnades.\n\n§ 2. Dagordningen fastställdes.\n\n§ 3. Till sekreterare valdes Anna Ek.\n\n"
        + "§ 4. Rådet beslöt att inte ändra stadgarna.\n\n§ 5. Begäran om att planen godkänns\n\nSaken gicks igenom.\n"
    )
    assert [texts(i) for i in found.meetings[0].items] == [
        [],
        ["Dagordningen fastställdes"],
        ["Till sekreterare valdes Anna Ek"],
        ["att inte ändra stadgarna"],
        [],
    ]


def test_what_this_body_proposes_under_the_heading_is_its_decision(item: Make) -> None:
    own = item("Remiss\n\nSaken gicks igenom.\n\nBESLUT\n\nRådet föreslår att förbundsstyrelsen antar yttrandet.\n")
    assert [(d.kind, d.text) for d in own.decisions] == [
        (DecisionKind.RECOMMEND, "Rådet föreslår att förbundsstyrelsen antar yttrandet")
    ]
    assert not item("Remiss\n\nSaken gicks igenom.\n\nBESLUT\n\nFörvaltningen föreslår att planen antas.\n").decisions


def test_a_bare_name_is_the_forum_whose_name_tells_no_kind(read: Callable[[str], Record]) -> None:
    found = read(
        "Protokoll\n\nStyrgrupp Sociala området\n\n2024-03-12\n\nNärvarande:\n\nAnna Ek\n\nBo Lind\n\n1. Val av ordförande\n\n"
        "Styrgruppen utser Anna Ek.\n\n2. Budget\n\nKommunstyrelsen antar budgeten.\n"
    )
    assert [texts(i) for i in found.meetings[0].items] == [["Styrgruppen utser Anna Ek"], []]


def test_when_the_minutes_are_approved_is_decided_with_by_whom(item: Make) -> None:
    found = item("Justerare\n\nRådet beslutar:\n\nUtse Anna Ek till justerare.\n\nJustering äger rum på rådhuset\n")
    assert texts(found) == ["Utse Anna Ek till justerare", "Justering äger rum på rådhuset"]


def test_a_decision_that_names_its_kind_leads_in_a_list(item: Make) -> None:
    found = item(
        "Brygga\n\nBeslut\n\nRådet beslutar om inriktningsbeslut enligt följande:\n\n• Uppdra åt RSS att bygga en brygga.\n\n• Ärendet sänds till RSS.\n"
    )
    assert texts(found) == ["Uppdra åt RSS att bygga en brygga", "Ärendet sänds till RSS"]


def test_signatures_over_the_heading_of_a_decision_do_not_end_the_item(read: Callable[[str], Record]) -> None:
    found = read(
        "PROTOKOLL UTDRAG\n\nRegionstyrelsen\n\nTid: 2024-03-12, kl 13:00-16:00\n\n§ 5\n\nMotion: Bygg en bro\n\nVid protokollet\n\n"
        "Beslut\n\nRegionstyrelsen föreslår regionfullmäktige besluta\n\nAvslå motionen med hänvisning till budgeten.\n"
    )
    assert [texts(i) for i in found.meetings[0].items] == [["Avslå motionen med hänvisning till budgeten"]]


@pytest.mark.parametrize("mark", ["-", "•", "●", "▪", "o", "➢", "\uf0b7", "→"])
def test_bullets_of_all_kinds_begin_a_decision(item: Make, mark: str) -> None:
    listed = item(f"Plan\n\nBeslut\n\n{mark} Planen godkänns.\n\n{mark} Planen sprids till kommunerna.\n")
    assert texts(listed) == ["Planen godkänns", "Planen sprids till kommunerna"]
    clauses = item(f"Plan\n\nRådet beslutade\n{mark} att godkänna planen\n{mark} att sprida den\n")
    assert texts(clauses) == ["att godkänna planen", "att sprida den"]


def test_what_was_put_off_at_the_last_meeting_is_prior(item: Make) -> None:
    found = item("Lokaler\n\nPunkten bordlades vid förra mötet. Vi gick igenom läget.\n")
    assert found.decisions == []
    assert [(p.quote, p.kind) for p in found.prior_decisions] == [
        ("Punkten bordlades vid förra mötet.", DecisionKind.POSTPONE),
    ]


def test_a_title_that_decides_outright_stands_beside_what_else_is_decided(read: Callable[[str], Record]) -> None:
    record = read(
        "Protokoll Byrådet\n\nDatum: 2024-03-12\n\nNärvarande: Anna Ek, Bo Lind\n\n1. Dagordningen godkändes.\n\n"
        "2. Beslöts att Anna Ek får teckna firma.\n\nBeslöts att flytta mötet till den 4 maj.\n\n3. Nästa möte\n\nDen 4 maj.\n"
    )
    item = next(i for i in record.meetings[0].items if i.number == "2")
    assert [d.text for d in item.decisions] == ["att Anna Ek får teckna firma", "att flytta mötet till den 4 maj"]


def test_what_is_decided_behind_a_proposal_in_text_that_ran_together(read: Callable[[str], Record]) -> None:
    page = "Hamnnämnden SAMMANTRÄDESPROTOKOLL 2021-09-22 Sida"
    text = (
        f"1 {page} 1(9) Närvarande Anna Ek (S), ordförande Bo Lind (M)\n\n2 {page} 2(9) § 92 Norrvik 3:77, brygga Dnr 2021-214 Anna Ek föredrar. "
        "En granne motsätter sig. Förslag till beslut: att bevilja lov, att behålla häcken. Hamnnämnden beslutar att bevilja lov, att fastställa "
        "avgiften till 950 kr. § 93 Meddelanden Länsstyrelsens beslut att avslå överklagande, Udden 6:12. Hamnnämnden beslutar att lägga "
        "meddelandena till handlingarna. § 94 Fråga om skyltar Bo Lind (M) frågar vad som gäller.\n"
    )
    record = read(text)
    assert {item.number: [d.text for d in item.decisions] for item in record.meetings[0].items} == {
        "§ 92": ["att bevilja lov", "att fastställa avgiften till 950 kr"],
        "§ 93": ["att lägga meddelandena till handlingarna"],
        "§ 94": [],
    }


def test_a_body_in_capitals_stands_before_what_it_decides_in_text_that_ran_together(read: Callable[[str], Record]) -> None:
    page = "NORRVIKS KOMMUN PROTOKOLL"
    text = (
        f"1 {page} 1(9) Plats och tid Kajen, 9 juni 2016 Närvarande Anna Ek (S), ordförande Bo Lind (M)\n\n2 {page} 2 Hamnnämnden § 50 Bryggor "
        "Bo Lind föredrar ärendet och redovisar kostnaderna för årets tre första månader. Styrelsen har begärt att kostnaderna redovisas per "
        "gren och år HAMNUTSKOTTET BESLUTAR att notera redovisningen. Hn HAMNNÄMNDEN BESLUTAR att godkänna redovisningen. § 51 Bojar "
        f"HAMNNÄMNDEN BESLUTAR att uppdra till kontoret att köpa bojar.\n\n3 {page} 3 Hamnnämnden § 52 Skyltar Skyltarna gicks igenom.\n"
    )
    record = read(text)
    assert {item.number: [d.text for d in item.decisions] for item in record.meetings[0].items} == {
        "§ 50": ["att godkänna redovisningen"],
        "§ 51": ["att uppdra till kontoret att köpa bojar"],
        "§ 52": [],
    }


def test_a_title_that_ends_in_the_word_for_decisions_leads_in_none_in_text_that_ran_together(
    read: Callable[[str], Record],
) -> None:
    text = (
        "1 Protokoll Hamnrådet 7 maj 2012 Närvarande Anna Ek, Bo Lind, Cia Strand och Dan Berg från kansliet, som förde protokollet vid mötet i "
        "hamnens lokaler på Storgatan\n\n2 7. RAPPORT OM LÄGET: Läget gicks igenom. 8. INKOMNA ANSÖKNINGAR FÖR BESLUT: a) Bryggor i byn, sökande "
        "Båtklubben, 412 000 kr. Rådet beslutade att bevilja ansökan. b) Gemensam slåtter, sökande Hembygdsföreningen, 188 500 kr. Rådet "
        "beslutade att avslå ansökan. 9. NÄSTA MÖTE: Måndagen den 4 juni i hamnens lokaler.\n"
    )
    record = read(text)
    decided = {item.number: [d.text for d in item.decisions] for item in record.meetings[0].items}
    assert [text for number, texts in decided.items() if number and number.startswith("8") for text in texts] == [
        "att bevilja ansökan",
        "att avslå ansökan",
    ]


def test_bare_deeds_in_a_copy_that_lost_what_stands_on_every_page(read: Callable[[str], Record]) -> None:
    text = (
        "1 Hamnstyrelsen Plats och tid Kajen, 9 juni 2016 Beslutande Anna Ek (S), ordförande Bo Lind (M)\n\n"
        "2 Hamnstyrelsen § 50 Bryggor Bo Lind föredrar ärendet. Hamnutskottets förslag till hamnstyrelsen: Rapporten läggs till handlingarna. "
        "lägga rapporten till handlingarna uppmana kontoret att till den 11 maj redovisa vad bryggorna kostar Skickas till Kontoret\n\n"
        "3 Hamnstyrelsen § 51 Val av justerare Upprop förrättas. 20 ledamöter är närvarande. utse Anna Ek (S) och Bo Lind (M) att jämte "
        "ordföranden justera protokollet.\n\n"
        "4 Hamnstyrelsen § 52 Bojar Kontoret har talat med grannarna om hur många bojar de vill ha. fortsätta samtalen med grannarna, "
        "uppdra till kontoret att återkomma med en kalkyl i juni, rekommendera föreningarna att inte köpa bojar under tiden.\n\n"
        "5 Hamnstyrelsen § 53 Mark Föreningen vill köpa mark vid kajen. sälja 200 kvm av Kajen 1:4 för 31 000 kronor föreningen ska svara "
        "för kostnaderna\n\n"
        "6 Hamnstyrelsen § 54 Anmälan av beslut Följande beslut redovisas: Chefens beslut om lån, nr 22 redovisningen av besluten läggs till "
        "handlingarna\n\n"
        "7 Hamnstyrelsen § 55 Fastställande av listan fastställa listan med nedan ändringar Tillägg: Information om bojar "
        "och lyktor vid de norra bryggorna. Utgår: Fråga om skyltar vid infarten till den södra hamnen, som kontoret utreder till hösten.\n\n"
        "8 Hamnstyrelsen § 56 Lyktor Kontorets förslag: avslå motionen. köpa lyktor. Lyktorna gicks igenom och Bo Lind berättade om "
        "dem i en timme utan att någon hade frågor. Beslut lägga informationen till handlingarna, uppdra åt kontoret att köpa lyktor\n\n"
        "9 Hamnstyrelsen § 57 Anmälan av skrivelser Bo Lind redogör för vad som har kommit in sedan i våras. Skrivelse från Norra hamnens "
        "vänner (bilaga) Skrivelse från länsrådet om bojar och bryggor vid kusten lägga skrivelserna till handlingarna\n"
    )
    items = read(text).meetings[0].items
    assert {item.number: (item.title, [d.text for d in item.decisions]) for item in items} == {
        "§ 50": (
            "Bryggor",
            [
                "lägga rapporten till handlingarna",
                "uppmana kontoret att till den 11 maj redovisa vad bryggorna kostar",
            ],
        ),
        "§ 51": ("Val av justerare", ["utse Anna Ek (S) och Bo Lind (M) att jämte ordföranden justera protokollet"]),
        "§ 52": (
            "Bojar",
            [
                "fortsätta samtalen med grannarna",
                "uppdra till kontoret att återkomma med en kalkyl i juni",
                "rekommendera föreningarna att inte köpa bojar under tiden",
            ],
        ),
        "§ 53": ("Mark", ["sälja 200 kvm av Kajen 1:4 för 31 000 kronor", "föreningen ska svara för kostnaderna"]),
        "§ 54": ("Anmälan av beslut", ["redovisningen av besluten läggs till handlingarna"]),
        "§ 55": ("Fastställande av listan", ["fastställa listan med nedan ändringar"]),
        "§ 56": ("Lyktor", ["lägga informationen till handlingarna", "uppdra åt kontoret att köpa lyktor"]),
        "§ 57": ("Anmälan av skrivelser", ["lägga skrivelserna till handlingarna"]),
    }


def test_an_officer_is_given_a_task_in_minutes_of_nobody_knows_whom(read: Callable[[str], Record]) -> None:
    text = (
        "Protokoll\n\n14 maj 2019\n\nNärvarande: Anna Ek, Bo Lind\n\n§ 1 Lokaler\n\nLokalerna gicks igenom.\n\n§ 2 Övrigt\n\n"
        "Anna Ek tar upp att bryggan ofta är stängd. Hamnchefen får i uppdrag att ta fram uppgifter till mötet i juni.\n\n§ 3 Avslut\n\n"
        "Anna Ek tackar för i dag.\n"
    )
    items = read(text).meetings[0].items
    assert [d.text for d in items[1].decisions] == ["Hamnchefen får i uppdrag att ta fram uppgifter till mötet i juni"]


def test_each_page_is_a_matter_in_a_copy_that_lost_the_numbers(read: Callable[[str], Record]) -> None:
    page = "Hamnstyrelsens arbetsutskott Dnr"
    text = (
        "1 Hamnstyrelsens arbetsutskott Blad 1 (7) Plats och tid Kajen, Norrvik, tisdagen den 10 maj 2011, klockan Beslutande Anna Ek (s), "
        "ordförande Bo Lind (m) Utses att justera Bo Lind\n\n"
        f"2 {page} Studie om bryggans hus Styrelsen har fått in önskemål om att bryggans hus ska kunna användas hela året av skolor. Arbetsutskottets "
        "beslut 1 En studie görs till en kostnad av högst 60 000 kronor. 2 Medel anvisas ur kontot för oförutsedda behov. Justering (sign)\n\n"
        f"3 {page} Arrende av mark för bojar Hamnklubben har i maj anhållit om att få arrendera mark för sina bojar vid den norra kajen. "
        "Arbetsutskottets förslag till hamnstyrelsen 1 Marken arrenderas ut till Hamnklubben. 2 Avgiften ska vara 1 krona per år. Justering (sign)\n\n"
        f"4 {page} Remiss om slam Hamnverket har sänt ut förslag till nya föreskrifter om slam i hamnar, kanaler och sjöar. "
        "Arbetsutskottets beslut Arbetsutskottet avstår från att yttra sig. Justering (sign)\n\n"
        f"5 {page} Skyltar vid bryggorna Anna Ek informerar om hur skyltar sätts upp i andra hamnar och vad de kostar att sköta om. "
        "Arbetsutskottets beslut Rapporten godkänns. Justering (sign)\n\n"
        f"6 {page} Ansökan om bidrag Föreningen ansöker om 30 000 kronor för byte av tak på bastun vid den södra kajen i Norrvik. "
        "Arbetsutskottets beslut Ansökan avslås. Justering (sign)\n\n"
        "7 Hamnstyrelsens arbetsutskott Delgivningar 1 Länsrådet, beslut om bidrag 2 Skrivelse från klubben om bänkar längs Storgatan "
        "Arbetsutskottets beslut Delgivningarna läggs till handlingarna. Justering (sign)\n"
    )
    items = read(text).meetings[0].items
    assert [(item.number, item.title, [d.text for d in item.decisions]) for item in items] == [
        (
            None,
            "Studie om bryggans hus",
            ["En studie görs till en kostnad av högst 60 000 kronor", "Medel anvisas ur kontot för oförutsedda behov"],
        ),
        (None, "Arrende av mark för bojar", ["Marken arrenderas ut till Hamnklubben", "Avgiften ska vara 1 krona per år"]),
        (None, "Remiss om slam", ["Arbetsutskottet avstår från att yttra sig"]),
        (None, "Skyltar vid bryggorna", ["Rapporten godkänns"]),
        (None, "Ansökan om bidrag", ["Ansökan avslås"]),
        (None, "Delgivningar", ["Delgivningarna läggs till handlingarna"]),
    ]


def test_what_another_body_has_decided_on_a_day_and_in_a_paragraph_is_of_that_body(item: Callable[[str], Item]) -> None:
    told = item("Meddelanden\n\nKommunfullmäktige har den 27 februari 2024 § 31 beslutat att fastställa nya arvoden.")
    assert [(d.forum, d.kind) for d in told.prior_decisions] == [("Kommunfullmäktige", "adopt")]
    assert told.decisions == []
