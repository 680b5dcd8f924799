from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from graph.lexicon import Lexicon
from graph.record import Abbreviation, Item, Meeting, Movement, MovementType
from ingest.abbreviations import find_abbreviations
from ingest.topics import find_topics

KNOWN = [
    Abbreviation(short="TRYGG", long="Trygg hemgång för äldre", span=(0, 0)),
    Abbreviation(short="GH", long="God hemgång", span=(0, 0)),
]


@pytest.mark.parametrize(
    ("title", "topics"),
    [
        ("TRYGG – Delrapport", ["TRYGG"]),
        ("TRYGG – Omställningen, arbetsgruppens nuläge och plan framåt", ["TRYGG"]),
        ("God hemgång – regional handlingsplan och årsrapport 2025", ["God hemgång"]),
        ("Årsrapport Bilpoolen 2025", ["Bilpoolen"]),
        ("Regional handlingsplan rörelse och hälsa – dialog och inriktning", ["Rörelse och hälsa"]),
        ("Fortsatt hantering av frågan om båtplatser", ["Båtplatser"]),
        ("Redovisning av kartläggning utifrån överenskommelsen ”Kvinnors väg 2019”", ["Kvinnors väg"]),
        ("Nytt avtal ang. Samverkan för hemgång (SAM)", ["SAM"]),
        ("Årsrapport 2024", []),
        ("Delrapport", []),
        ("Budget 2025", ["Budget"]),
        ("Gemensam larmmottagning", ["Gemensam larmmottagning"]),
        ("Val av justerare", []),
        ("Mötets öppnande", []),
        ("Föregående minnesanteckningar 240101", []),
    ],
)
def test_topic_of_a_title(title: str, topics: list[str], lexicon: Lexicon) -> None:
    assert find_topics(title, title, KNOWN, (), lexicon)[:1] == topics


TITLES: dict[str, str | None] = yaml.safe_load((Path(__file__).parent / "titles.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("title", "topic"), TITLES.items())
def test_matter_of_a_title(title: str, topic: str | None, lexicon: Lexicon) -> None:
    assert find_topics(title, title, (), (), lexicon)[:1] == ([topic] if topic else [])


def test_an_abbreviation_of_a_body_is_no_topic_but_one_of_a_work_on_bodies_is(lexicon: Lexicon) -> None:
    known = [
        Abbreviation(short="KPR", long="Kommunala pensionärsrådet", span=(0, 0)),
        Abbreviation(short="LRS", long="Ledningsgrupp för regionens sjukhus", span=(0, 0)),
        Abbreviation(short="SARK", long="Samverkan mellan apotek, region och kommun", span=(0, 0)),
    ]
    topics = [find_topics(title, title, known, (), lexicon) for title in ("KPR", "LRS – rapport", "SARK – rapport")]
    assert topics == [[], [], ["SARK"]]


def test_an_abbreviation_and_its_long_form_are_one_topic(lexicon: Lexicon) -> None:
    title = "Avtal om God hemgång (GH)"
    assert find_topics(title, title, KNOWN, (), lexicon) == ["GH"]


def test_what_is_introduced_under_other_matters_is_a_topic_of_theirs(lexicon: Lexicon) -> None:
    text = "Övriga frågor\n\nFrågan om God hemgång (GH) togs upp, liksom TRYGG."
    assert find_topics("Övriga frågor", text, KNOWN, (), lexicon) == ["God hemgång"]


def test_what_another_forum_raised_under_a_formal_title_is_a_topic_even_where_it_is_a_body(lexicon: Lexicon) -> None:
    title = "Föregående minnesanteckningar 240101"
    raised = Movement(type=MovementType.RAISED_BY, from_="Borlänge", what="patientråd", quote=title, span=(0, 0))
    assert find_topics(title, title, (), [raised], lexicon) == ["Patientråd"]


def test_a_part_without_a_matter_of_its_own_concerns_what_the_item_above_it_does(meeting: Callable[[str], Meeting]) -> None:
    body = "1. Mötets öppnande\n\nRådet öppnade mötet.\n\n2. Trygg hemgång\n\na) Delrapport\n\nEva informerade.\n\nb) Larm i hemmet\n\nBo informerade.\n\n3. Rapporter\n\na) Delrapport\n\nIngen hade något.\n"
    assert [(i.title, i.topics) for i in meeting(body).items] == [
        ("Mötets öppnande", []),
        ("Trygg hemgång", ["Trygg hemgång"]),
        ("Delrapport", ["Trygg hemgång"]),
        ("Larm i hemmet", ["Larm i hemmet"]),
        ("Rapporter", []),
        ("Delrapport", []),
    ]


@pytest.mark.parametrize(
    ("title", "text", "topics"),
    [
        (
            "Bidraget till Personliga vägvisare",
            "Stödet till personlig vägvisare (PV) fasas ut.",
            ["Bidraget till Personliga vägvisare", "Personlig vägvisare"],
        ),
        (
            "Kunskapscentrum – Dalens kommun",
            "Hon visade Kunskapscentrumet för trygga bryggor (TB) i länet.",
            ["Kunskapscentrum", "Trygga bryggor"],
        ),
        ("Båthus – Dalens kommun", "Hon nämnde Kunskapscentrumet för trygga bryggor (TB) i länet.", ["Båthus"]),
    ],
)
def test_what_the_text_introduces_for_the_matter_of_the_title(title: str, text: str, topics: list[str], lexicon: Lexicon) -> None:
    assert find_topics(title, f"{title}\n{text}", find_abbreviations(text), (), lexicon) == topics


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Larm i hemmet – en del i handlingsplanen för Trygg hemgång\n\nEva informerade.", [("Larm i hemmet", "Trygg hemgång")]),
        ("Larm i hemmet som en del av Trygg hemgång\n\nEva informerade.", [("Larm i hemmet", "Trygg hemgång")]),
        (
            "Larm i hemmet\n\nLarm i hemmet är en viktig del av omställningen till God hemgång (GH) och leds av Eva.",
            [("Larm i hemmet", "God hemgång")],
        ),
        ("Larm i hemmet\n\nLarm i hemmet ingår i God hemgång (GH).", [("Larm i hemmet", "God hemgång")]),
        ("Larm i hemmet\n\nLarm i hemmet är en del av vardagen för många.", []),
        ("Larm i hemmet – en del av Larm i hemmet\n\nEva informerade.", []),
        ("Larm i hemmet\n\nEva ingår i arbetsgruppen för God hemgång (GH).", []),
    ],
)
def test_what_a_topic_is_a_part_of(item: Callable[[str], Item], text: str, parts: list[tuple[str, str]]) -> None:
    found = item(text)
    assert [(p.topic, p.whole) for p in found.part_of] == parts
    assert all(p.whole in found.topics for p in found.part_of)
