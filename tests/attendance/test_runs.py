"""Lists in text that ran together, and what stands beside names in it: bare letters, bodies, dangling words, columns that were lost."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, document, rows, statuses

HEAD = "Tallnämnden Sammanträdesprotokoll Sida 1 (12) Plats och tid Stora salen, Tallby stadshus, kl 13.00–16.10 "


def test_bare_party_letters_behind_names() -> None:
    result = attendance(
        HEAD + "Närvarolista Förnamn Efternamn Partibeteckning Anna Ek M Bo Alm S Cilla Björk KD Ann S Pilgren M David Asp MP "
        "Eva Gran C Frida Hed V Gun Ivarsson S"
    )
    assert [(p.name, p.party) for p in result.people] == [
        ("Anna Ek", "M"), ("Bo Alm", "S"), ("Cilla Björk", "KD"), ("Ann S Pilgren", "M"), ("David Asp", "MP"), ("Eva Gran", "C"),
        ("Frida Hed", "V"), ("Gun Ivarsson", "S"),
    ]  # fmt: skip


def test_small_party_letters_before_a_sentence() -> None:
    result = attendance(
        HEAD
        + "Närvarande Anna Ek s Bo Alm m Cilla Björk kd David Asp s Eva Gran c Frida Hed s Vid uppropet var samtliga närvarande utom Bo Alm."
    )
    assert [(p.name, p.party, p.status.value) for p in result.people][-1] == ("Frida Hed", "S", "present")
    assert statuses(result)["Bo Alm"] == "absent"


def test_a_denial_whose_paragraphs_are_lost() -> None:
    result = attendance(HEAD + "Beslutande Anna Ek (M) ej Bo Alm (S) Cilla Björk (C) ej 14 David Asp (S)")
    assert set(statuses(result).values()) == {"present"}


def test_others_among_the_summoned() -> None:
    result = attendance(
        "Kallade\nMora kommun\nOrdinarie\n\nAnna Ek (S)\nBo Alm (M)\n\nErsättare\n\nOrsa kommun\nOrdinarie\nCilla Björk (C)\n\nÖvriga\nDavid Asp, chef"
    )
    assert rows(result) == [
        "Anna Ek | unknown | Mora | ledamot | (S)",
        "Bo Alm | unknown | Mora | ledamot | (M)",
        "Cilla Björk | unknown | Orsa | ledamot | (C)",
        "David Asp | unknown | - | chef",
    ]


def test_a_substitute_in_parentheses_before_the_body() -> None:
    result = attendance("Närvarande: Anna Ek (ers. Bo Alm), Mora, Cilla Björk, Orsa, David Asp (ers. Eva Gran), Rättvik")
    assert [(p.name, p.represents) for p in result.people] == [
        ("Anna Ek", "Mora"),
        ("Cilla Björk", "Orsa"),
        ("David Asp", "Rättvik"),
    ]


def test_words_in_parentheses_are_bodies_where_no_party_is() -> None:
    text = "Närvarande\nAnna Ek (Dalarådet), ordförande\nBo Alm (Norrbygden)\nCilla Björk (Norrbygden)\n\nÖvriga närvarande\nDavid Asp (m)\nEva Gran (s)"
    assert [(p.party, p.represents) for p in attendance(text).people] == [
        (None, "Dalarådet"), (None, "Norrbygden"), (None, "Norrbygden"), ("M", None), ("S", None),
    ]  # fmt: skip


def test_an_association_behind_a_name() -> None:
    result = attendance(
        "Närvarande: Anna Ek Tallåns vattenråd, Bo Alm Ideella naturvården, Cilla Björk Mora kommun Enskilda näringar"
    )
    assert [p.name for p in result.people] == ["Anna Ek", "Bo Alm", "Cilla Björk"]
    assert result.people[2].represents == "Mora"


@pytest.mark.parametrize(
    "label",
    ["Övriga deltagande", "Deltagare från kansliet", "ÖVRIGA DELTAGANDE"],
)
def test_a_label_before_a_title_or_a_source(label: str) -> None:
    result = attendance(
        HEAD + f"Beslutande Anna Ek (S) Bo Alm (M) Frånvarande ledamöter Cilla Björk {label} Kajsa Norling, kanslist"
    )
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "absent", "Kajsa Norling": "present"}


def test_a_label_in_capitals_over_groups_with_nobody_in_them() -> None:
    result = attendance(
        "Styrelsen Protokoll 2012:1 Sammanträde NÄRVARANDE Lärare (med rösträtt) Studerande Anna Ek, professor, ordf. Bo Alm, docent Cilla Björk, OFR "
        "FRÅNVARANDE Studerande Adjungerade Tjänstemän David Asp Eva Gran, enhetschef"
    )
    assert statuses(result) == {
        "Anna Ek": "present",
        "Bo Alm": "present",
        "Cilla Björk": "present",
        "David Asp": "absent",
        "Eva Gran": "absent",
    }


def test_first_names_that_nobody_knows() -> None:
    result = attendance(
        HEAD
        + "Närvarande Tjänstemän Kommundirektör Anna Ek Kostchef Xylia Sandgren, 126 Kulturchef Bo Alm Utredare Zorbax Flink (S), vice ordf "
        "David Asp, OFR Qvimby Rask, SACO"
    )
    assert list(statuses(result)) == ["Anna Ek", "Xylia Sandgren", "Bo Alm", "Zorbax Flink", "David Asp", "Qvimby Rask"]


def test_half_a_label_behind_a_field() -> None:
    result = attendance(
        "Tallrådet Dag 2013-02-22 Tid 13.30 16.40 Plats ande Tallby, Stora hotellet Anna Ek, Mora kommun Bo Alm, Orsa kommun, ordförande Övriga deltagande Cilla Björk, Mora kommun"
    )
    assert [(p.name, p.represents) for p in result.people] == [("Anna Ek", "Mora"), ("Bo Alm", "Orsa"), ("Cilla Björk", "Mora")]


def test_columns_of_members_and_substitutes_that_ran_together() -> None:
    result = attendance(
        "2 PROTOKOLL 2 (27) TALLFULLMÄKTIGE NÄRVAROLISTA LEDAMÖTER ERS S Anna Ek Bo Alm S Cilla Björk S David Asp Eva Gran S Frida Hed M Gun Ivarsson"
    )
    assert set(statuses(result).values()) == {"unknown"}


def test_dashes_where_others_have_crosses() -> None:
    result = attendance(
        "Närvaro- och omröstningslista\nOrdinarie ledamöter\nAnna Ek X\nBo Alm -\nCilla Björk X\nDavid Asp X\n\n1. Öppnande"
    )
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "absent", "Cilla Björk": "present", "David Asp": "present"}


def test_a_sentence_with_a_name_ends_the_list() -> None:
    text = "Närvarande:\nAnna Ek, ordförande\nBo Alm\n\nFrånvarande:\nCilla Björk\n\nFöredragande:\n\nOm inte annat anges har Anna Ek varit föredragande.\n\n§ 53 Sammanträdet öppnas"
    result = attendance(text)
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "absent"}
    assert all("varit föredragande" not in document(text).words(span) for span in result.consumed)


def test_officials_below_a_pointer_to_the_members_list() -> None:
    result = attendance(
        "Beslutande\tEnl förteckning\n\nAnna Ek, ekonomichef\nBo Alm, utredare\n\nCilla Björk, planerare § 189\t\nDavid Asp, chef § 190\t"
    )
    assert set(statuses(result).values()) == {"present"}


def test_a_label_glued_to_a_date() -> None:
    result = attendance(
        "Minnesanteckningar från möte i Tallrådet 2007-02-04Närvarande: Anna Ek, Bo Alm, Lars-Erik \nRosenalm och Cilla Björk.\n\n1. Öppnande"
    )
    assert list(statuses(result)) == ["Anna Ek", "Bo Alm", "Lars-Erik Rosenalm", "Cilla Björk"]


@pytest.mark.parametrize("label", ["Ledamöter", "Övriga"])
def test_those_whom_a_summons_lists(label: str) -> None:
    result = attendance(
        f"Kallelse/föredragningslista TALLRÅDET\n\n{label}\n\nAnna Ek (M), vice ordförande\nBo Alm (S)\n\n1. Information"
    )
    assert statuses(result) == {"Anna Ek": "unknown", "Bo Alm": "unknown"}


def test_a_summons_that_became_minutes() -> None:
    result = attendance("KALLELSE Tallrådet\n\nNärvarande:\nAnna Ek (M)\nBo Alm (S)\n\n1. Information")
    assert set(statuses(result).values()) == {"present"}


def test_groups_and_titles_in_columns_between_names() -> None:
    result = attendance(
        """
        Tallhögskolan
        PROTOKOLL
        Närvarande
        Lärarrepresentanter
        Anna Ek
        Bo Alm
        professor, dekanus
        universitetslektor
        ordförande
        justeringsperson
        Representanter för övrig personal
        Cilla Björk
        David Asp
        forskningsingenjör
        Allmänrepresentanter
        Studeranderepresentanter
        Eva Gran
        Corpus medicum
        Corpus medicum
        Corpus medicum
        Övriga med närvaro- och yttranderätt
        Företrädare för de anställda
        Frida Hed
        Frånvarande
        Gun Ivarsson

        § 73 Beslut om närvaro
        """
    )
    assert statuses(result) == {
        "Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "present", "David Asp": "present", "Eva Gran": "present", "Frida Hed": "present",
        "Gun Ivarsson": "absent",
    }  # fmt: skip


def test_the_same_groups_below_the_absent() -> None:
    result = attendance(
        "Närvarande\n\nOrdförande Anna Ek\n\nFackliga företrädare\n\nBo Alm, SACO\n\nÖvriga:\n\nCilla Björk, chef\n\nFrånvarande:\n\nFöreträdare för verksamheten\n\n"
        "David Asp\n\nFackliga företrädare\n\nEva Gran, OFR\n\n§ 45 Sammanträdet öppnas"
    )
    assert statuses(result) == {
        "Anna Ek": "present",
        "Bo Alm": "present",
        "Cilla Björk": "present",
        "David Asp": "absent",
        "Eva Gran": "absent",
    }


def test_letters_made_of_those_in_the_legend() -> None:
    result = attendance(
        HEAD
        + "Närvarolista Namn Närvarande = N Frånvarande = F Tjänstgörande = Tj LEDAMÖTER Anna Ek M N Ja Bo Alm M F - Cilla Björk KD N Ja ERSÄTTARE David Asp S NT Ja Eva Gran S N"
    )
    assert statuses(result) == {
        "Anna Ek": "present",
        "Bo Alm": "absent",
        "Cilla Björk": "present",
        "David Asp": "present",
        "Eva Gran": "present",
    }


def test_ones_and_dashes() -> None:
    result = attendance(
        HEAD
        + "Närvarolista Namn Parti N ä r v a r o Reservation Ledamöter (7) Anna Ek S 1 Ordförande Bo Alm M 1 Cilla Björk S 1 David Asp L 1 Eva Gran S - Frida Hed S - "
        "Gun Ivarsson KD - Övriga närvarande Hans Ås, nämndsekreterare, 106"
    )
    assert statuses(result) == {
        "Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "present", "David Asp": "present", "Eva Gran": "absent", "Frida Hed": "absent",
        "Gun Ivarsson": "absent", "Hans Ås": "present",
    }  # fmt: skip


def test_the_company_behind_a_title() -> None:
    result = attendance(
        HEAD
        + "ÖVRIGA DELTAGARE Anna Ek, Direktör Bo Alm, VD, Nordic Pine, 39 Cilla Björk, utvecklingsdirektör, Region Dalarna, 40"
    )
    assert list(statuses(result)) == ["Anna Ek", "Bo Alm", "Cilla Björk"]


UNKNOWN = {
    "before a known name": "Frånvarande ledamöter Qvirla Peilot Bo Alm",
    "in a row of names": "Närvarande Anna Ek Bo Alm Cilla Björk Qvirla Myllyharju David Asp Eva Gran",
    "behind an abbreviated title": "Närvarande Anna Ek, adj Qvirla Bergdal, kansliet, Bo Alm",
    "between organisations": "Närvarande Anna Ek, omsorgskontoret Qvirla Sandgren Sjukvårds- och omsorgskontoret Bo Alm",
    "before party letters": "Närvarande Anna Ek (s), inte jävig Qvirla Filipson (s) Bo Alm (m)",
    "with a surname that is a town": "Närvarande Anna Ek (s), Qvirla Lund (m), Bo Alm (m)",
    "behind a vote": "Närvarolista N = närvarande F = frånvarande Anna Ek M N Ja Qvirla Sandgren S N Ja Bo Alm KD N Nej",
    "before an abbreviation": "Närvarande: Anna Ek Qvirla Sandgren bitr direktör Bo Alm",
    "behind another, with a title": "Närvarande Anna Ek Qvirla Ygge, professor, Bo Alm",
}


@pytest.mark.parametrize("place", UNKNOWN)
def test_a_first_name_that_nobody_knows(place: str) -> None:
    found = list(statuses(attendance(HEAD + UNKNOWN[place])))
    assert [name for name in found if name.startswith("Qvirla")]
    assert {"Anna Ek", "Bo Alm"} - set(found) <= {"Anna Ek"}


def test_a_first_name_that_nobody_knows_on_a_line_of_its_own() -> None:
    result = attendance("Närvarande\nAnna Jarl\nWendil Hallström\nBo Alm\nFrånvarande Qvirla Ek, ledamot\n\n1. Öppnande")
    assert statuses(result) == {"Anna Jarl": "present", "Wendil Hallström": "present", "Bo Alm": "present", "Qvirla Ek": "absent"}


@pytest.mark.parametrize(
    "words",
    [
        "Övre Norrbygdens Kreditförening, 15",
        "Blidby Frötorps Skärgårdsförening",
        "Nordbygds Trafik styrelse",
        "International Director, 4",
    ],
)
def test_words_of_organisations_are_nobody(words: str) -> None:
    assert list(statuses(attendance(HEAD + f"Närvarande Anna Ek, kansliet, 15 Bo Alm, {words} Cilla Björk, kansliet"))) == [
        "Anna Ek",
        "Bo Alm",
        "Cilla Björk",
    ]


def test_labels_with_their_owner_and_initials_in_parentheses() -> None:
    result = attendance(
        "Minnesanteckningar för Näringslivsrådet Onsdag Tallby Pensionat Kl. 17:00-20:00 Näringslivsrådet representanter Anna Ek (AE), Tallvin (ordf.) Bo-Erik Alm (BEA2), "
        "Grankraft Frånvarande Cilla Björk (CB), Solskog Kommunens representanter David Asp (DA), Kommunalråd Eva Gran (EG), Utvecklingschef"
    )
    assert [(p.name, p.status.value, p.represents) for p in result.people] == [
        ("Anna Ek", "present", "Tallvin"), ("Bo-Erik Alm", "present", "Grankraft"), ("Cilla Björk", "absent", "Solskog"), ("David Asp", "present", None),
        ("Eva Gran", "present", None),
    ]  # fmt: skip


def test_labels_with_a_word_behind_a_comma() -> None:
    result = attendance(
        "Referensgruppen 18 november 2010 Närvarande, referensgruppen: Anna Ek, Bo Alm, Libris (adj) Anmält förhinder: Cilla Björk Närvarande, övriga: David Asp (p5) 1. Mötet öppnas"
    )
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "absent", "David Asp": "present"}


def test_sentences_that_list_who_came_from_where() -> None:
    result = attendance(
        "Möte om utbyten\n\nFrån konsortiet deltog Anna Ek, chef för konsortiet, Bo Alm, utredare och Cilla Björk, expert.\n\nFrån kommunerna deltog David Asp, Mora kommun, Eva Gran, Orsa kommun.\n\n"
        "Anna Ek hälsade alla välkomna."
    )
    assert statuses(result) == {
        "Anna Ek": "present",
        "Bo Alm": "present",
        "Cilla Björk": "present",
        "David Asp": "present",
        "Eva Gran": "present",
    }


def test_titles_in_the_definite_form_before_names() -> None:
    result = attendance(
        HEAD + "Ledamöter: Professorn Anna Ek Docenten Bo Alm Specialisten i allmänmedicin Cilla Björk Överläkaren David Asp"
    )
    assert list(statuses(result)) == ["Anna Ek", "Bo Alm", "Cilla Björk", "David Asp"]


def test_affiliations_between_a_comma_and_the_next_name() -> None:
    result = attendance(
        HEAD
        + "Närvarande Anna Ek, Länsbibliotek Granland Bo Alm, Norrbygds Handelskammare Cilla Björk, Wexlers Xylo David Asp, Region Dalarna"
    )
    assert list(statuses(result)) == ["Anna Ek", "Bo Alm", "Cilla Björk", "David Asp"]


def test_marks_on_the_lines_below_a_name() -> None:
    result = attendance(
        "Beslutande\n\n Ordinarie ledamöter\n Närvaro\n § 4\n Tjg\n JA\n NEJ\n Anna Ek (KD)\n ordförande\n X\n X\n Bo Alm (C)\n -\n -\n Cilla Björk (M)\n X\n X\n David Asp (S)\n X\n X\n"
    )
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "absent", "Cilla Björk": "present", "David Asp": "present"}


def test_words_over_those_to_come_say_nothing_of_the_one_before() -> None:
    result = attendance("Närvarande\n\nAnna Ek (MP) Bo Alm (M) Ej närvarande ersättare,\n\nÖvriga närvarande\nCilla Björk, chef")
    assert statuses(result) == {"Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "present"}


def test_a_party_whose_letters_are_the_person_s_initials() -> None:
    assert [p.party for p in attendance("Närvarande\nKarin Dahl (KD)\nAnna Ek (S)\nSara Dahl (SD)").people] == ["KD", "S", "SD"]


def test_the_name_of_a_farm_before_the_first_name() -> None:
    result = attendance("Närvarande\nKnubb Anna Ek (MP), ordförande\nBo Alm (S) Gropp Cilla Björk (FI)\nDavid Asp (S)")
    assert list(statuses(result)) == ["Knubb Anna Ek", "Bo Alm", "Gropp Cilla Björk", "David Asp"]


def test_half_a_label_and_a_sign() -> None:
    result = attendance(
        "1 Tallrådet Plats och tid Kommunhuset 21 februari 2013 kl ande ) Anna Ek (C), BIN, ordförande Bo Alm (M), HSN Övriga deltagande Cilla Björk, planerare Justerare Bo Alm"
    )
    assert list(statuses(result)) == ["Anna Ek", "Bo Alm", "Cilla Björk"]


def test_surnames_first() -> None:
    result = attendance(
        "Styrelsen PROTOKOLL 1(6) Tid: 2012-04-26 Plats: Stora hotellet, Tallby Närvarande ledamöter: Ek, Anna ordförande Alm, Bo rektor Holm Jansen, Cilla Asp, David Gran, Eva "
        "Hed, Frida 6-20 Frånvarande: Ivarsson, Gun Ås, Hans Björk, Lena Tall, Ivar Övriga: Norling, Karin högskoledirektör"
    )
    assert [(p.name, p.status.value, p.role) for p in result.people][:6] == [
        ("Anna Ek", "present", "ordförande"), ("Bo Alm", "present", "rektor"), ("Cilla Holm Jansen", "present", "ledamot"),
        ("David Asp", "present", "ledamot"), ("Eva Gran", "present", "ledamot"), ("Frida Hed", "present", "ledamot"),
    ]  # fmt: skip
    assert [p.name for p in result.people if p.status.value == "absent"] == ["Gun Ivarsson", "Hans Ås", "Lena Björk", "Ivar Tall"]
    assert result.people[0].as_written == "Ek, Anna"


_TICKED = "Beslutande\nNärvaro§§\nOrdinarie ledamöterTjgEj tjgJANEJJANEJ\nAnna Ek (C)X\nBo Alm (S)X\n§§ 2-3\nCilla Björk (M)X\n\nErsättare\nNärvaro§§\nTjgEj tjgJANEJJANEJ\nDavid Asp (C)X\nEva Gran (S)\nFilip Rönn (M)X\n§§\n2-3\nX\nGun Hassel (V)\nHanna Lind (S)X\n\nÖvriga närvarande\nIvar Tall, nämndsekreterare\n"


def test_no_cross_in_a_column_of_presence() -> None:
    found = statuses(attendance(_TICKED))
    assert [name for name, status in found.items() if status == "absent"] == ["Eva Gran", "Gun Hassel"]
    assert set(found.values()) == {"present", "absent"}
    assert found["Ivar Tall"] == "present"


def test_no_cross_where_the_crosses_stand_apart_or_tell_of_something_else() -> None:
    parted = _TICKED.replace("Eva Gran (S)\n", "Eva Gran (S)\nX\n")
    assert statuses(attendance(parted))["Gun Hassel"] == "present"
    votes = _TICKED.replace("Närvaro§§\n", "Omröstning§§\n")
    assert statuses(attendance(votes))["Gun Hassel"] == "present"
