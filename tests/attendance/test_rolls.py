"""Rolls of the whole body, with votes or with those who stood in, labels of groups that the lexicon does not know, and affiliations."""

from __future__ import annotations

import pytest

from ingest.readers import read_document
from tests.attendance.sheets import attendance, rows, statuses

STATUSES: dict[str, tuple[str, dict[str, str]]] = {
    "a group that the lexicon does not know behind an adjective": (
        "Närvarande ordinarie bryggråd:\nKarin Holm, socialchef Mora\nOlle Ting, rektor\nÖvriga närvarande:\nSara Vide, ekonom\n",
        {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "present"},
    ),
    "what is left of a label, with its group": (
        "1 Bryggnämnden Tid torsdagen den 22 mars 2018 kl. 09:00 14:35 Plats Hamnhuset, Storgatan 21, sal Udden ande ledamöter "
        "Karin Holm (S) (ordförande) Olle Ting (V) Sara Vide (M) Ej tjänstgörande ersättare Per Lind (S)",
        {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "present", "Per Lind": "present"},
    ),
    "members away and who served instead, in columns that ran together": (
        "1 PROTOKOLL 1 (17) Plats och tid Hamnhuset, måndagen den 26 oktober 2015 kl: Beslutande Enligt bil. förteckning Utses att "
        "justera Olle Ting (S)\n\n2 PROTOKOLL 2 (17) HAMNFULLMÄKTIGE NÄRVAROLISTA LEDAMÖTER ERS S Karin Holm S Olle Ting S Sara Vide "
        "ersätts av Per Lind M Lisa Norr V Eva Strand Ersättare saknas MP Bo Alm\n\n3 PROTOKOLL 3 (17) HF 93 Upprop Upprop förrättas.",
        {
            "Karin Holm": "present",
            "Olle Ting": "present",
            "Sara Vide": "absent",
            "Per Lind": "present",
            "Lisa Norr": "present",
            "Eva Strand": "absent",
            "Bo Alm": "present",
        },
    ),
    "one member away, of whom alone it is told who served instead": (
        "1 PROTOKOLL 1 (17) Plats och tid Hamnhuset, måndagen den 26 oktober 2015 kl: Beslutande Enligt bil. förteckning Utses att "
        "justera Olle Ting (S)\n\n2 PROTOKOLL 2 (17) HAMNFULLMÄKTIGE NÄRVAROLISTA LEDAMÖTER ERS S Karin Holm S Olle Ting S Sara Vide "
        "ersätts av Per Lind M Lisa Norr V Eva Strand MP Bo Alm\n\n3 PROTOKOLL 3 (17) HF 93 Upprop Upprop förrättas.",
        {
            "Karin Holm": "unknown",
            "Olle Ting": "present",
            "Sara Vide": "absent",
            "Per Lind": "present",
            "Lisa Norr": "unknown",
            "Eva Strand": "unknown",
            "Bo Alm": "unknown",
        },
    ),
    "crosses of presence and of a vote, and the one who served in the line of the member": (
        "NÄRVARO- OCH OMRÖSTNINGSLISTA Hamnfullmäktige 2017-10-16\n\nLedamot Parti Närv. Frånv. Ersättare § 107\n\nJa Nej Avst\n\n"
        "Karin Holm, ordf C x x\n\nOlle Ting M x x\n\nSara Vide S x Per Lind x\n\nLisa Norr S x\n\nSumma 3 1 3 0 0\n",
        {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent", "Per Lind": "present", "Lisa Norr": "unknown"},
    ),
    "yes and no of presence beside those of a vote, and for whom others served": (
        "NÄRVAROLISTA\n\nNärvaro Votering § 34\nLEDAMÖTER Ja Nej Tid Kl. 13.00-15.45 Ja Nej\nKarin Holm, ordf m x x\nOlle Ting c x x\n"
        "Sara Vide s   x\nEva Strand fp x x\n\nERSÄTTARE:\nPer Lind s x Tjg för Sara Vide x\nLisa Norr m   x\n",
        {
            "Karin Holm": "present",
            "Olle Ting": "present",
            "Sara Vide": "absent",
            "Eva Strand": "present",
            "Per Lind": "present",
            "Lisa Norr": "unknown",
        },
    ),
    "a short word for who serves instead": (
        "Närvarande:\nBeslutande:\nKarin Holm (M) ordförande\nOlle Ting (S) ers Sara Vide (S)\nPer Lind (KD)\n",
        {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "absent", "Per Lind": "present"},
    ),
    "a matter with a colon right behind the absent": (
        "1 Minnesanteckningar Bryggrådet Närvarande: Karin Holm (ordförande), Olle Ting, Sara Vide Förhinder: Per Lind, Lisa Norr 1:Mötet öppnas av "
        "ordföranden Ordförande öppnade mötet. Sara Vide, ny i rådet, presenterade sig. 2:Val av justerare Olle Ting utsågs.",
        {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "present", "Per Lind": "absent", "Lisa Norr": "absent"},
    ),
    "a roll of members and of those who served": (
        "Förteckning över närvarande ledamöter och tjänstgörande ersättare\nKarin Holm (s), ordf\nOlle Ting (m)\nSara Vide (c)\n",
        {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "present"},
    ),
    "a surname that is a municipality's name too, at the end of a parenthesis": (
        "Närvarande:\nKarin Holm (ers. för Olle Ting Berg), Mora\nSara Vide, Orsa\nPer Lind, Älvdalen\n",
        {"Karin Holm": "present", "Olle Ting Berg": "absent", "Sara Vide": "present", "Per Lind": "present"},
    ),
}


@pytest.mark.parametrize("words", STATUSES)
def test_what_rolls_and_labels_say(words: str) -> None:
    text, expected = STATUSES[words]
    assert statuses(attendance(text)) == expected


TABLE = """\
<table>
<tr><td rowspan=2>NAMN</td><td rowspan=2>KOMMUN</td><td colspan=2>NÄRVARO</td><td colspan=2>VOTERING</td></tr>
<tr><td>N</td><td>F</td><td>Ja</td><td>Nej</td></tr>
<tr><td colspan=6>LEDAMÖTER</td></tr>
<tr><td>Karin Holm</td><td>Mora</td><td>x</td><td></td><td></td><td></td></tr>
<tr><td>Olle Ting</td><td>Orsa</td><td></td><td>x</td><td></td><td></td></tr>
<tr><td>Sara Vide</td><td>Orsa</td><td>x</td><td></td><td></td><td></td></tr>
</table>
"""


def test_letters_for_presence_and_absence_in_a_second_row_of_heads() -> None:
    assert statuses(attendance(read_document(f"<p>NÄRVAROLISTA</p>{TABLE}".encode(), "a.html"))) == {
        "Karin Holm": "present",
        "Olle Ting": "absent",
        "Sara Vide": "present",
    }


def test_a_head_of_presence_broken_by_a_hyphen() -> None:
    text = (
        "Protokoll\n\n| Medlem | Namn | När-varo | Tjg. Ers | Ja | Nej |\n|---|---|---|---|---|---|\n| Mora | Karin Holm (S) | X | | | |\n"
        "| | Olle Ting (M) | | | | |\n| Orsa | Sara Vide (C) | X | X | | |\n"
    )
    assert statuses(attendance(read_document(text.encode(), "a.md"))) == {
        "Karin Holm": "present",
        "Olle Ting": "absent",
        "Sara Vide": "present",
    }


def test_whom_a_person_stands_for_is_nobody() -> None:
    text = (
        "1 Plats och tid Hamnhuset Beslutande Karin Holm (S) Olle Ting (M) Övriga deltagande Sara Vide, kansliet, t o m 24 Per Lind, "
        "Norrlands Bryggkontor, 24 Lisa Norr, Förenade Bojbyggen, 25 Utses att justera Olle Ting"
    )
    assert [row.partition(" |")[0] for row in rows(attendance(text))] == [
        "Karin Holm",
        "Olle Ting",
        "Sara Vide",
        "Per Lind",
        "Lisa Norr",
    ]


def test_that_a_member_has_no_substitute_tells_of_absence_only_where_others_tell_who_served() -> None:
    told = attendance(
        "| Ledamot | Ersättare |\n|---|---|\n| Karin Holm (S) | Ersättare saknas |\n| Olle Ting (M) | Sara Vide (M) |\n"
    )
    assert "absent" not in statuses(told).values()
    told = attendance(STATUSES["members away and who served instead, in columns that ran together"][0])
    assert {"Eva Strand | absent | - | - | (V)", "Bo Alm | present | - | - | (MP)"} <= set(rows(told))


def test_a_surname_closes_no_affiliation() -> None:
    told = attendance(
        "Närvarande: Karin Holm, Rimbra Dalström, 24, Olle Ting, Förenade Bojbyggen, 25\n\n§ 1 Dagordning\n\nGodkänns."
    )
    assert [row.partition(" |")[0] for row in rows(told)] == ["Karin Holm", "Rimbra Dalström", "Olle Ting"]


@pytest.mark.parametrize("heads", ["Närv. Frånv. Närv. Frånv. § 107", "Närv. Frånv. Ersättare Närv. Frånv. § 107"])
def test_crosses_tell_nothing_of_votes_where_two_columns_are_of_absence(heads: str) -> None:
    told = attendance(
        f"NÄRVARO- OCH OMRÖSTNINGSLISTA Hamnfullmäktige 2017-10-16\n\nLedamot Parti {heads}\n\nJa Nej Avst\n\n"
        "Karin Holm, ordf C x x\n\nOlle Ting M x x\n\nSara Vide S x Per Lind x\n\nLisa Norr S x\n"
    )
    assert set(statuses(told).values()) == {"unknown"}
    assert any("kolumnerna" in note.why for note in told.unread)


def test_a_sentence_tells_who_was_called_over_and_who_took_part_from_afar() -> None:
    text = (
        "§ 11 Mötet öppnas\n\nOrdföranden hälsar välkommen. Ett upprop genomförs.\n\nVid uppropet noteras följande närvarande: Karin Holm (M), "
        "Mora, Olle Ting (S), Orsa, och Sara Vide, förvaltningschef i Mora. På distans deltar Per Lind (KD), Älvdalen, samt Lisa Norr, "
        "socialchef i Orsa.\n\n§ 12 Val av justerare\n\nOlle Ting utses.\n"
    )
    assert rows(attendance(text)) == [
        "Karin Holm | present | Mora | - | (M)",
        "Olle Ting | present | Orsa | - | (S)",
        "Sara Vide | present | - | förvaltningschef i Mora",
        "Per Lind | present | Älvdalen | - | (KD)",
        "Lisa Norr | present | - | socialchef i Orsa",
    ]


def test_a_full_stop_parts_a_column_of_names_from_one_of_titles_before_names() -> None:
    text = (
        "1 HAMNNÄMNDEN Sidan 1(30) Plats och tid Hamnhuset, Storgatan 2, kl. 09:00-11:50 Beslutande Ledamöter Karin Holm (S), Olle Ting (M). "
        "Hamndirektör Sara Vide, hamnsekreterare Per Lind, ekonom Lisa Norr 226. Övriga Justering Justerande Plats och tid Olle Ting (M)"
    )
    assert [row for row in rows(attendance(text)) if "(" not in row] == [
        "Sara Vide | present | - | Hamndirektör",
        "Per Lind | present | - | hamnsekreterare",
        "Lisa Norr | present | - | ekonom",
    ]


@pytest.mark.parametrize(
    "came",
    [
        "Vid upprop befanns närvarande ordföranden Karin Holm (S) samt ledamöterna Olle Ting (S), Sara Vide (V) och Per Lind (M).",
        "Vid uppropet konstaterades följande ledamöter närvarande: Karin Holm (S), Olle Ting (S), Sara Vide (V) och Per Lind (M).",
        "Närvarande vid upprop var ordföranden Karin Holm (S), Olle Ting (S), Sara Vide (V) samt Per Lind (M).",
    ],
)
@pytest.mark.parametrize(
    "away",
    [
        "Förhindrade att närvara var Lisa Norr (S), för vilken inträdde Eva\nStrand (S), Bo Alm (M), för vilken tjänstgjorde Anna Ek (M), samt\n"
        "Dan Sund (C), för vilken ersättare saknades.",
        "Frånvarande: Lisa Norr (S), i vars ställe inträdde Eva Strand (S), Bo Alm (M), för vilken inkallats Anna Ek (M), samt Dan Sund (C).",
    ],
)
def test_the_roll_call_told_in_its_item_with_who_served_for_those_away(came: str, away: str) -> None:
    told = attendance(
        f"Ordförande: Karin Holm\nSekreterare: Ada Berg\n\n§ 1 Upprop\n{came}\n{away}\n\n§ 2 Fråga om buller\n"
        "Sara Vide (V) har lämnat in en fråga.\n\n§ 3 Avslutning\nMötet avslutas.\n"
    )
    assert [name for name, status in statuses(told).items() if status == "absent"] == ["Lisa Norr", "Bo Alm", "Dan Sund"]
    assert len(told.people) == 10
    assert [(p.name, p.replaces) for p in told.people if p.replaces] == [("Eva Strand", "Lisa Norr"), ("Anna Ek", "Bo Alm")]


def test_delegates_by_village_with_nobody_from_one() -> None:
    told = attendance(
        "Närvarande delegater\nMora: Karin Holm, Olle Ting\nOrsa: Sara Vide (i stället för Per Lind)\nLima: ingen (Lisa Norr hade fått förfall)\n\n"
        "Från styrelsen: Bo Alm, kassör\n\n1. Stämman öppnas\nKarin Holm öppnar stämman.\n"
    )
    assert [name for name, status in statuses(told).items() if status == "absent"] == ["Per Lind", "Lisa Norr"]
    assert len(told.people) == 6
