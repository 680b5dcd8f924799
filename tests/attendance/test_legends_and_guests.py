"""Whom a legend rules, letters for those on screen, members replaced from beginning to end, and substitutes who were only summoned."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, rows, statuses


@pytest.mark.parametrize("said", ["digitalt", "på distans", "via Teams", "på plats"])
def test_a_letter_of_the_legend_tells_how_somebody_took_part(said: str) -> None:
    result = attendance(f"""
        Deltagare (x = närvarande, d = {said}, f = frånvarande)

        Mora Karin Holm d
        Orsa Olle Ting f
        """)
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "absent"}


def test_a_legend_of_letters_behind_the_label_is_no_heading_of_two_columns() -> None:
    result = attendance("""
        Närvaro: x = på plats, d = digitalt, - = frånvarande

        Mora
        Karin Holm x
        Olle Ting -
        Orsa
        Sara Vide d
        Per Lind x
        """)
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present", "Per Lind": "present"}
    assert not result.unread


def test_a_style_that_tells_how_somebody_took_part_says_nothing_of_the_others() -> None:
    assert statuses(attendance("Närvarande (kursiv = digitalt): Karin Holm, Olle Ting\n")) == {
        "Karin Holm": "present",
        "Olle Ting": "present",
    }


def test_a_legend_behind_a_label_with_a_genitive() -> None:
    result = attendance("""
        **Rådets ledamöter** *(överstrukna deltog inte)*

        - Mora: Karin Holm, ~~Olle Ting~~
        - Orsa: ~~Sara Vide~~, ersätts av Per Lind
        """)
    assert rows(result) == [
        "Karin Holm | present | Mora | ledamot", "Olle Ting | absent | Mora | ledamot", "Sara Vide | absent | Orsa | ledamot",
        "Per Lind | present | Orsa | tjänstgörande ersättare | för Sara Vide",
    ]  # fmt: skip


@pytest.mark.parametrize("label", ["Övriga deltagare", "Närvarande tjänstemän", "Gäster"])
def test_guests_and_officials_are_not_ruled_by_the_legend_of_another_list(label: str) -> None:
    result = attendance(f"""
        Deltagare (överstruken = frånvarande)
        Karin Holm, Mora
        Olle Ting, Orsa

        {label}
        Sara Vide, samordnare
        """)
    assert statuses(result) == {"Karin Holm": "unknown", "Olle Ting": "unknown", "Sara Vide": "present"}


def test_lists_under_the_one_with_the_legend_are_ruled_by_it() -> None:
    result = attendance("""
        Direktionens ledamöter (överstruken = deltog ej)

        Ordinarie
        Karin Holm (S)

        Ersättare
        Olle Ting (M)

        Närvarande tjänstemän
        Sara Vide, sekreterare
        """)
    assert statuses(result) == {"Karin Holm": "unknown", "Olle Ting": "unknown", "Sara Vide": "present"}
    result = attendance("""
        Närvaro (överstruken = frånvarande)
        Ledamöter
        Karin Holm (S)
        Tjänstepersoner
        Sara Vide, sekreterare
        """)
    assert statuses(result) == {"Karin Holm": "unknown", "Sara Vide": "unknown"}


def test_a_legend_behind_the_last_name_says_nothing_of_that_person() -> None:
    result = attendance("""
        **Närvarande:**
        *Mora:* Karin Holm, ~~Olle Ting~~
        *Orsa:* Sara Vide

        *(Genomstruket namn = ej närvarande)*
        """)
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present"}


def test_a_member_replaced_from_beginning_to_end_was_not_there() -> None:
    result = attendance("""
        Ledamöter
        Karin Holm (S), ordförande
        Olle Ting (M)
        Per Lind (C)

        Tjänstgörande ersättare
        Sara Vide (M) för Olle Ting
        Eva Berg (C) för Per Lind, kl. 13:00–13:40, §§ 15–18
        """)
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "absent", "Per Lind": "present", "Sara Vide": "present", "Eva Berg": "present",
    }  # fmt: skip


def test_a_cell_that_tells_for_whom_somebody_stands_in() -> None:
    result = attendance("""
        **Beslutande**

        | Namn | Parti | |
        |---|---|---|
        | Karin Holm | (S) | Ordförande |
        | Sara Vide | (M) | Tjänstgörande ersättare för Olle Ting |
        """)
    assert rows(result) == [
        "Karin Holm | present | - | ordförande | (S)",
        "Sara Vide | present | - | tjänstgörande ersättare | (M) | för Olle Ting",
        "Olle Ting | absent | - | -",
    ]


def test_a_substitute_for_somebody_of_a_body_speaks_for_it() -> None:
    result = attendance("På mötet: Karin Holm (Mora), Sara Vide för Olle Ting (Orsa)\n")
    assert rows(result) == [
        "Karin Holm | present | Mora | -",
        "Sara Vide | present | Orsa | tjänstgörande ersättare | för Olle Ting",
        "Olle Ting | absent | Orsa | -",
    ]


def test_substitutes_who_were_only_summoned() -> None:
    result = attendance("""
        Ledamöter
        Karin Holm (S)

        Ersättare
        Sara Vide (M)
        Olle Ting (S)
        Per Lind (C)

        Tjänstgörande ersättare
        Sara Vide (M)

        Närvarande ersättare
        Olle Ting (S)
        """)
    assert statuses(result) == {"Karin Holm": "present", "Sara Vide": "present", "Olle Ting": "present", "Per Lind": "unknown"}


def test_substitutes_beside_those_who_stood_in_came() -> None:
    result = attendance("Ledamöter\nKarin Holm (S)\n\nTjänstgörande ersättare\nSara Vide (M)\n\nErsättare\nOlle Ting (S)\n")
    assert statuses(result)["Olle Ting"] == "present"


def test_lists_behind_summoned_substitutes() -> None:
    result = attendance("""
        Närvarande
        Karin Holm (S)

        Kallade ersättare, SPF: Olle Ting, Per Lind

        Övriga
        Sara Vide, kanslichef

        Kallelsen har även gått till
        Eva Berg, Mora

        Inbjudna gäster
        Bo Alm, Orsa
        """)
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "unknown", "Per Lind": "unknown", "Sara Vide": "present", "Eva Berg": "unknown", "Bo Alm": "present",
    }  # fmt: skip


def test_one_who_spoke_for_a_town_for_a_while_has_no_letter() -> None:
    result = attendance("""
        Deltagare (x = på plats, d = digitalt, - = frånvarande)

        Mora Karin Holm x
        Orsa Olle Ting d
        Falun Sara Vide x

        Mora företräddes efter lunch av Per Lind eftersom Karin Holm var
        tvungen att gå.
        """)
    assert statuses(result)["Per Lind"] == "present"


def test_absent_without_a_substitute_and_not_answering() -> None:
    result = attendance("""
        Ledamöter
        Karin Holm (S)
        Olle Ting, frånvarande utan ersättare

        Inget svar
        Sara Vide, Orsa
        """)
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "unknown"}


@pytest.mark.parametrize("legend", ["x = närvarande", "närvarande markerade med x", "närvarande är markerade med kryss"])
def test_where_the_copy_lost_every_mark_of_the_present_it_is_unknown_who_came(legend: str) -> None:
    result = attendance(f"""
        Ledamöter ({legend})
        Karin Holm (S)
        Olle Ting (M)
        """)
    assert statuses(result) == {"Karin Holm": "unknown", "Olle Ting": "unknown"}


def test_where_no_mark_of_the_absent_is_seen_all_were_there() -> None:
    result = attendance("""
        Ledamöter (f = frånvarande)
        Karin Holm (S)
        Olle Ting (M)
        """)
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "present"}


@pytest.mark.parametrize("marked", [1, 2, 3])
def test_where_those_who_came_are_marked_nobody_without_a_mark_is_said_to_have_come(marked: int) -> None:
    names = ["Karin Holm (S)", "Olle Ting (M)", "Sara Vide (C)", "Per Lind (V)"]
    lines = [f"{name}{' x' if number < marked else ''}" for number, name in enumerate(names)]
    result = attendance("Ledamöter (x = närvarande)\n" + "\n".join(lines) + "\n")
    assert list(statuses(result).values()) == ["present"] * marked + ["unknown"] * (4 - marked)


def test_substitutes_below_members_of_whom_those_who_came_are_marked() -> None:
    result = attendance("""
        x = närvarande

        Ledamöter
        Karin Holm (S) x
        Olle Ting (M) x

        Ersättare
        Sara Vide (C)
        Per Lind (V)

        Tjänstepersoner
        Eva Berg, kanslichef
        """)
    assert statuses(result) == {
        "Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "unknown", "Per Lind": "unknown", "Eva Berg": "present",
    }  # fmt: skip


@pytest.mark.parametrize("legend", ["d = digitalt", "D = deltog på distans", "T = deltar via Teams"])
@pytest.mark.parametrize("letter", ["", " (d)"])
def test_a_letter_for_those_who_took_part_online_says_nothing_of_the_others(legend: str, letter: str) -> None:
    letter = letter.replace("d", "T") if "Teams" in legend else letter
    result = attendance(f"""
        Närvarande ({legend})
        Karin Holm (S){letter}
        Olle Ting (M)
        """)
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "present"}


@pytest.mark.parametrize("words", ["Närvarande med x", "Närvande med x", "Närvaro markeras med x"])
def test_a_bare_list_under_words_on_its_marks_is_read_or_listed(words: str) -> None:
    result = attendance(f"{words}\nKarin Holm x\nOlle Ting x\nSara Vide\n")
    assert statuses(result) == {"Karin Holm": "present", "Olle Ting": "present", "Sara Vide": "unknown"}


def test_a_legend_tells_who_of_those_summoned_came() -> None:
    sheet = """
        Kallade (överstruken = frånvarande)

        För arbetsgivaren: Karin Holm, chef, {0}Olle Ting{0}
        Skyddsombud: Sara Vide

        1. Öppnande
        """
    assert statuses(attendance(sheet.format("~~"))) == {"Karin Holm": "present", "Olle Ting": "absent", "Sara Vide": "present"}
    assert set(statuses(attendance(sheet.format(""))).values()) == {"unknown"}


def test_fields_for_signatures_below_those_who_could_not_come() -> None:
    result = attendance(
        """
        Beslutande ledamöter       Karin Holm (S), ordförande, Mora
                                   Sara Vide (C), Orsa


        Förhinder                  Olle Ting (SD), Falun
                                   Per Lind (S), Orsa



        Ordförande                 ______________________________
                                   Karin Holm

        Justerare                  ______________________________
                                   Sara Vide

        Nämndsekreterare           ______________________________
                                   Eva Berg


        § 1 Öppnande
        """
    )
    assert statuses(result) == {"Karin Holm": "present", "Sara Vide": "present", "Olle Ting": "absent", "Per Lind": "absent"}
