"""What leads decisions in, crossed with the forms in which they are told: labels, headings and lines, sentences and att-satser."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import Meeting

TOLD = "Bo Lind berättade om arbetet i kommunerna. Antalet kurser har ökat sedan 2019."
LABELS = (
    *("Beslut", "Nätverkets beslut", "Beslut på mötet", "Beslut och åtgärder", "Beslut/åtgärd", "Ställningstagande"),
    *(
        "Överenskommet",
        "Överens om",
        "Vi kom överens om",
        "Vi enades om",
        "Enades om",
        "Vi bestämde",
        "Bestämdes",
        "Det beslutades",
        "Beslutat",
    ),
)
ONLY_WITH_COLON = ("Överenskommelse", "Överenskommelser")
SENTENCES = (
    ["Cia bjuder in kansliet till nästa möte."],
    ["Materialet prövas i två kommuner under våren.", "De kommuner som saknar lokal får låna utan annan kostnad än resan."],
    ["Nätverket skriver till verket och begär ett möte på plats före snön."],
    ["En arbetsgrupp bildas med Cia, Bo och någon från polisen.", "Gruppen lämnar förslag till en modell på mötet i mars."],
    ["Åtgärd 17 om skyltar stryks.", "Information till jägare prioriteras och Bo tar kontakt med kretsarna."],
    ["Klubben beviljas 30 000 kronor för 2024.", "Utbetalning sker kvartalsvis efter rekvisition."],
    ["Lägesbilden godkänns.", "Nätverket prioriterar under 2025 bedrägerier mot äldre och otrygghet kring bryggan."],
    ["Två kommuner prövar modellen under hösten."],
    ["Godkänna rapporten.", "Skicka ut den till kommunerna."],
)
CLAUSES = (
    ["att godkänna rapporten"],
    ["att varje kommun utser två personer till halvdagarna", "att Bo Lind bjuds in på nytt i mars"],
    ["Att bjuda in chefen till mötet i maj", "Att Cia gör om sammanställningen för våren"],
    ["att ansökan avslås i sin nuvarande form och att de sökande hänvisas till kansliet", "att bevilja Mora 85 000 kronor"],
)


def _said(meeting: Callable[[str], Meeting], body: str) -> list[str]:
    text = f"1. Mötets öppnande\n\nAlla hälsades välkomna.\n\n2. Kurser\n\n{TOLD}\n\n{body}\n\n3. Övriga frågor\n\nInga övriga frågor anmäldes.\n"
    return [d.text.rstrip(".") for item in meeting(text).items for d in item.decisions]


def _bare(sentences: list[str]) -> list[str]:
    return [sentence.rstrip(".") for sentence in sentences]


@pytest.fixture
def network(read: Callable[[str], object]) -> Callable[[str], Meeting]:
    def _meeting(body: str) -> Meeting:
        head = "Minnesanteckningar Nätverket för kurser\n\nDatum: 12 mars 2024\n\nNärvarande: Cia Alm, Bo Lind\n\n"
        return read(head + body).meetings[0]  # type: ignore[attr-defined, no-any-return]

    return _meeting


@pytest.mark.parametrize("label", [*LABELS, *ONLY_WITH_COLON])
def test_each_sentence_behind_a_label_that_says_what_shall_be_done_is_one(network: Callable[[str], Meeting], label: str) -> None:
    for sentences in SENTENCES:
        assert _said(network, f"{label}: {' '.join(sentences)}") == _bare(sentences)


@pytest.mark.parametrize("label", LABELS)
def test_each_sentence_below_a_heading_that_says_what_shall_be_done_is_one(network: Callable[[str], Meeting], label: str) -> None:
    for sentences in SENTENCES:
        for form in ("{}\n{}", "{}:\n{}"):
            assert _said(network, form.format(label, "\n".join(sentences))) == _bare(sentences)
        assert _said(network, f"{label}\n\n" + "\n\n".join(sentences)) == _bare(sentences)


@pytest.mark.parametrize("label", [*LABELS, "Nätverket beslutade", "Mötet beslutade"])
def test_each_att_sats_of_a_list_is_one_with_the_och_att_within(network: Callable[[str], Meeting], label: str) -> None:
    for clauses in CLAUSES:
        assert _said(network, f"{label}\n" + "\n".join(clauses)) == clauses
        assert _said(network, f"{label}:\n" + "\n".join(f"- {clause}" for clause in clauses)) == clauses


def test_a_colon_is_needed_where_the_word_is_a_paper_too(network: Callable[[str], Meeting]) -> None:
    assert _said(network, "Överenskommelse\n\nBo visar utkastet på tavlan.") == []
    assert _said(network, "Överenskommelse: Samverkan om barn") == []


@pytest.mark.parametrize(
    "behind",
    [
        "Kommunen har fem boenden.",
        "Bo Lind anmäler en övrig fråga om bryggan.",
        "Antalet kurser var 214, vilket är en ökning.",
        "Deltagarna var överens om att samtalen är viktiga.",
        "Kurserna kostar mest i norr.",
        "Bo berättar om hur det gick.",
        "Cia undrar över lokalen.",
        "När snön faller stänger badet.",
        "Det händer varje vår.",
        "BC och KG skriver.",
        "Polisen beslutar att avsluta tillsynen.",
        "Ordföranden avslutar punkten.",
        "Bo deltar inte på grund av jäv.",
        "Efter § 7 lämnar Bo Lind mötet på grund av dålig uppkoppling.",
        "Cia Alm går in som tjänstgörande.",
        "12/ Klubben ansöker om att flytta tävlingen.",
    ],
)
def test_what_stands_behind_a_decision_and_says_how_things_are_is_none(network: Callable[[str], Meeting], behind: str) -> None:
    assert _said(network, f"Beslut: Planen antas. {behind}") == ["Planen antas"]
    assert _said(network, f"Beslut\n\nPlanen antas. {behind}") == ["Planen antas"]


@pytest.mark.parametrize(
    ("body", "decides"),
    [
        ("Åtgärd/beslut: Planen antas.", ["Planen antas"]),
        ("Diskussion/beslut: Planen antas. Cia skriver brevet.", ["Planen antas", "Cia skriver brevet"]),
        ("Beslut (nätverket): Planen antas.", ["Planen antas"]),
        ("=> Beslut: Planen antas.", ["Planen antas"]),
        ("Beslut är att planen antas.", ["att planen antas"]),
        ("Följande beslut togs:\n• Planen antas\n• Cia kontaktar skolan", ["Planen antas", "Cia kontaktar skolan"]),
        ("Beslut\nPlanen antas.\nTaket lagas.", ["Planen antas", "Taket lagas"]),
        ("Beslut:\nPlanen antas\nCia kontaktar skolan", ["Planen antas", "Cia kontaktar skolan"]),
        ("Avtalades att nästa möte hålls i Mora.", ["att nästa möte hålls i Mora"]),
        ("Nätverket ger klartecken till att starta kursen.", ["Nätverket ger klartecken till att starta kursen"]),
        ("Nätverket sade ja till erbjudandet.", ["Nätverket sade ja till erbjudandet"]),
        ("Nätverket tackar nej till erbjudandet.", ["Nätverket tackar nej till erbjudandet"]),
        ("Nätverket prioriterar under 2025 lokaler och resor.", ["Nätverket prioriterar under 2025 lokaler och resor"]),
        ("Polisen prioriterar under 2025 bedrägerier.", []),
        ("Det beslutades i Mora att stänga badet.", []),
        ("Beslutades att pröva modellen i två kommuner. Bo Lind tackade för visningen.", ["att pröva modellen i två kommuner"]),
    ],
)
def test_a_wording_of_deciding(network: Callable[[str], Meeting], body: str, decides: list[str]) -> None:
    assert _said(network, body) == decides


@pytest.mark.parametrize(
    ("body", "decides"),
    [
        (
            "Beslut\n1. Nätverket tillstyrker bygget under förutsättning att rampen byggs om och att kanten markeras.\n2. Nätverket begär ett möte.",
            [
                "Nätverket tillstyrker bygget under förutsättning att rampen byggs om och att kanten markeras",
                "Nätverket begär ett möte",
            ],
        ),
        (
            "Nätverket beslutade\natt ge Mora 18 000 kr på villkor att lokalen är öppen för alla\natt ge Boda 15 000 kr\natt avslå resan",
            [
                "att ge Mora 18 000 kr på villkor att lokalen är öppen för alla",
                "att ge Boda 15 000 kr",
                "att avslå resan",
            ],
        ),
        (
            "Beslut: Nätverket skriver ett yttrande till verket senast 1 mars. Annelie och Monica håller i pennan.",
            ["Nätverket skriver ett yttrande till verket senast 1 mars"],
        ),
    ],
)
def test_what_belongs_to_a_decision(network: Callable[[str], Meeting], body: str, decides: list[str]) -> None:
    assert _said(network, body) == decides


def test_who_is_responsible_stands_behind_what_was_agreed_upon(network: Callable[[str], Meeting]) -> None:
    for label in ("Beslut", "Överenskommet", "Vi kom överens om", "Ställningstagande"):
        assert _said(network, f"{label}: Materialet prövas i Mora. Ansvarig: Cia Alm.") == ["Materialet prövas i Mora"]


@pytest.mark.parametrize(
    "first",
    [
        "Bo Lind svarar för inbjudan.",
        "Norrviks Kommun anser motionen besvarad.",
        "2 anmälda motioner avslås.",
    ],
)
def test_a_decision_that_begins_as_a_remark_or_a_count_does_is_one(network: Callable[[str], Meeting], first: str) -> None:
    assert _said(network, f"Beslut: {first} Planen antas.") == [first.rstrip("."), "Planen antas"]


@pytest.mark.parametrize(
    "behind",
    [
        "Bo Lind (M) svarar på frågan.",
        "Nätverket reflekterar över året.",
        "Gruppen tittar på kartan.",
        "Cia Alm kommenterar taxan.",
        "Kurser: 14 beviljade och 3 avslag.",
    ],
)
def test_remarks_and_counts_below_a_decision_are_none(network: Callable[[str], Meeting], behind: str) -> None:
    assert _said(network, f"Beslut\nPlanen antas.\n{behind}") == ["Planen antas"]
    assert _said(network, f"Beslut: Planen antas. {behind}") == ["Planen antas"]
