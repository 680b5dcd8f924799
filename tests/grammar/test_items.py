from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import Meeting
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
        ("Årsbokslut 2023 KS 2024/123", "Årsbokslut 2023", (), ()),
        ("God hemgång (information)", "God hemgång", ("information",), ()),
        ("Rapport från nämnden – Del 1", "Rapport från nämnden – Del 1", (), ()),
        ("Avtal om trygg-\nhetslarm", "Avtal om trygghetslarm", (), ()),
    ],
)
def test_titles(raw: str, title: str, labels: tuple[str, ...], attachments: tuple[str, ...]) -> None:
    assert parse_title(raw) == (title, labels, attachments)


@pytest.mark.parametrize(
    "title",
    ["Mötets öppnande", "Val av justerare", "Föregående minnesanteckningar 240101", "Dagordning", "Avslutning", "Övriga frågor"],
)
def test_formalia(title: str) -> None:
    assert is_formal(title)


@pytest.mark.parametrize(
    "title",
    [
        "Öppna förskolan",
        "Avslutade projekt i hemtjänsten 2024, uppföljning av resultat",
        "Valkretsindelning",
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
