"""Numbers of items, as a grid: each way of writing them, in each form in which text comes. All content is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import Meeting, Record

Make = Callable[[str], Meeting]
_ROSTER = "Närvarande: Anna Ek, Mora; Bo Lind, Falun\n\n"
_MATTERS = [
    ("Mötets öppnande", ["Ordföranden Anna Ek hälsade alla välkomna."], []),
    ("Bryggor vid hamnen", ["Bo Lind gick igenom läget. Två bryggor lagas i vår."], ["att lägga rapporten till handlingarna"]),
    ("Överenskommelse om båtplatser", ["Taxan från 2013 har setts över av kontoret."], ["att anta taxan", "att följa upp den"]),
    ("Nästa möte", ["Anna Ek tackade alla för mötet."], []),
]


def _plain(number: str, title: str, told: list[str], decided: list[str]) -> str:
    """A line to a line, with spaces at their ends, and empty lines between."""
    body = "".join(f"{line} \n \n" for line in told) + ("Rådet beslutade \n" if decided else "")
    return f"{number}{title} \n \n{body}" + "".join(f"{line} \n" for line in decided) + "\n \n"


def _dense(number: str, title: str, told: list[str], decided: list[str]) -> str:
    lines = [*told, *(["Rådet beslutade"] if decided else []), *decided]
    return f"{number}{title}\n" + "".join(f"{line}\n" for line in lines)


def _bold(number: str, title: str, told: list[str], decided: list[str]) -> str:
    lines = [*told, *(["**Rådet beslutade**"] if decided else []), *decided]
    return f"**{number}{title}**\n\n" + "".join(f"{line}\n\n" for line in lines)


def _heading(number: str, title: str, told: list[str], decided: list[str]) -> str:
    return _bold(number, title, told, decided).replace(f"**{number}{title}**", f"## {number}{title}")


_FORMS = {"plain": _plain, "dense": _dense, "bold": _bold, "heading": _heading}
_OF_YEAR = ["{n}/2021 ", "{n}/2021. ", "{n}/2021 – ", "{n}/24 ", "{n}/24: ", "2021/{n} ", "2021:{n} ", "2021-{n} ", "{n}:2021 ", "{n} (2021) "]  # fmt: skip


def read(meeting: Make, form: str, number: str, first: int) -> Meeting:
    text = "".join(_FORMS[form](number.format(n=first + k), *matter) for k, matter in enumerate(_MATTERS))
    return meeting(_ROSTER + text)


def assert_read(found: Meeting, numbers: list[str | None]) -> None:
    assert [(i.number, i.title) for i in found.items] == list(zip(numbers, [m[0] for m in _MATTERS], strict=True))
    assert [[d.text for d in i.decisions] for i in found.items] == [m[2] for m in _MATTERS]


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("number", _OF_YEAR)
def test_numbers_of_a_year(meeting: Make, form: str, number: str) -> None:
    assert_read(read(meeting, form, number, 21), ["21", "22", "23", "24"])


_SIGNS = {
    "{n}.) ": "{n}", "{n}.- ": "{n}", "{n}.0 ": "{n}", "P {n} ": "{n}", "P{n}. ": "{n}", "Agendapunkt {n}: ": "{n}",
    "§ {n}:2021 ": "§ {n}", "§ {n} / 2021 ": "§ {n}", "§ {n} (2021) ": "§ {n}", "§ 2021 / {n} ": "§ {n}", "§. {n} ": "§ {n}",
    "Ks {n}. ": "{n}", "HRR 2021:{n} ": "{n}",
}  # fmt: skip
"""Numbers with their signs, and what they read as."""


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("number", _SIGNS)
def test_signs_of_numbers(meeting: Make, form: str, number: str) -> None:
    assert_read(read(meeting, form, number, 1), [_SIGNS[number].format(n=n) for n in (1, 2, 3, 4)])


_CELLS = ["{n}", "{n}.", "({n})", "{n}/2021", "2021:{n}", "Punkt {n}", "Ärende nr {n}", "P {n}", "2.{n}", "§ {n}", "§ {n}/24", "Ks § {n}", "KS {n}", "§ {n} –"]  # fmt: skip


@pytest.mark.parametrize("pipes", [False, True])
@pytest.mark.parametrize("cell", _CELLS)
def test_numbers_in_cells(meeting: Make, cell: str, pipes: bool) -> None:
    rows = [["Nr", "Ärende", "Anteckning"]]
    if pipes:
        rows.append(["---"] * 3)
    for n, (title, told, decided) in enumerate(_MATTERS, 1):
        rows.append([cell.format(n=n), title, " ".join([*told, *(["Rådet beslutade"] if decided else []), *decided])])
    text = "\n".join(f"| {' | '.join(row)} |" if pipes else "\t".join(row) + "\t" for row in rows)
    found = meeting(f"{_ROSTER}{text}\n")
    assert [i.title for i in found.items] == [m[0] for m in _MATTERS]
    assert all(i.number and i.number.endswith(str(n)) for n, i in enumerate(found.items, 1))


def test_numbers_in_headings_over_bold_titles(meeting: Make) -> None:
    text = "".join(
        _bold(number="", title=m[0], told=m[1], decided=m[2]).replace("**", f"## {n}.\n\n**", 1)
        for n, m in enumerate(_MATTERS, 1)
    )
    assert_read(meeting(_ROSTER + text), ["1", "2", "3", "4"])


_BELOW = ["{n}.{k} ", "{n}:{k} ", "{n}{a} ", "{n} {a} ", "{n}.{a} ", "{n} {a}) ", "{a}) ", "{a}. ", "{A}) ", "{A}. "]


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("below", _BELOW)
def test_numbers_below_a_number(meeting: Make, form: str, below: str) -> None:
    write = _FORMS[form]
    subs = [("Bryggan i Mora", ["Bryggan lagas i vår."], []), ("Kajen i Falun", ["Kajen är ny."], ["att mäta kajen"])]
    text = write("1. ", *_MATTERS[0]) + write("2. ", "Läget i hamnarna", ["Bo Lind gick igenom läget."], [])
    text += "".join(write(below.format(n=2, k=k, a="ab"[k - 1], A="AB"[k - 1]), *sub) for k, sub in enumerate(subs, 1))
    found = meeting(_ROSTER + text + write("3. ", *_MATTERS[3])).items
    assert [i.title for i in found] == ["Mötets öppnande", "Läget i hamnarna", "Bryggan i Mora", "Kajen i Falun", "Nästa möte"]
    assert [found[k].number for k in (0, 1, 4)] == ["1", "2", "3"]
    assert [i.number and i.number.lower() for i in found][2:4] in (["2a", "2b"], ["2.1", "2.2"])
    assert [d.text for i in found for d in i.decisions] == ["att mäta kajen"]


def test_numbers_of_a_year_come_again_below_the_agenda(meeting: Make) -> None:
    agenda = "Dagordning\n" + "".join(f"{n}/2021 {title}\n" for n, (title, _, _) in enumerate(_MATTERS, 21)) + "\n"
    text = "".join(_plain(f"{n}/2021 ", *matter) for n, matter in enumerate(_MATTERS, 21))
    assert_read(meeting(_ROSTER + agenda + text), ["21", "22", "23", "24"])


@pytest.mark.parametrize("form", ["plain", "bold", "heading"])
@pytest.mark.parametrize("number", ["{n}. ", "{n} ", "§ {n} ", "{n}/2021 ", "Punkt {n}: "])
def test_a_number_given_twice_and_one_left_out(meeting: Make, form: str, number: str) -> None:
    for numbers in ([21, 22, 22, 23], [21, 22, 23, 25]):
        text = "".join(_FORMS[form](number.format(n=n), *matter) for n, matter in zip(numbers, _MATTERS, strict=True))
        sign = "§ " if "§" in number else ""
        assert_read(meeting(_ROSTER + text), [f"{sign}{n}" for n in numbers])


_CLOSING = [
    ("Övrigt", ["Anna Ek påminde om hamndagen.", "Bo Lind visade bilder."], []),
    ("Kommande möten", ["Den 4 februari i Mora."], []),
]


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("number", ["{n}. ", "§ {n} ", "{n}/2021 "])
def test_titles_without_a_number_close_the_meeting(meeting: Make, form: str, number: str) -> None:
    text = "".join(_FORMS[form](number.format(n=n), *matter) for n, matter in enumerate(_MATTERS[:3], 1))
    found = meeting(_ROSTER + text + "".join(_FORMS[form]("", *matter) for matter in _CLOSING))
    if form == "dense":  # "att följa upp den" / "Övrigt": nothing parts them
        assert [i.title for i in found.items][:3] == [m[0] for m in _MATTERS[:3]]
        return
    assert [i.title for i in found.items] == [m[0] for m in (*_MATTERS[:3], *_CLOSING)]
    assert [i.number is None for i in found.items] == [False, False, False, True, True]


def test_the_title_below_the_last_number_is_its_own(meeting: Make) -> None:
    found = meeting(
        f"{_ROSTER}§ 51\n\nKf § 51\n\nBryggor\n\nBryggorna lagas.\n\n§ 52\n\nKf § 52\n\nMötets avslutande\n\nAnna Ek tackade alla.\n"
    )
    assert [(i.number, i.title) for i in found.items] == [("§ 51", "Bryggor"), ("§ 52", "Mötets avslutande")]


def test_parts_of_the_last_item_close_no_meeting(meeting: Make) -> None:
    parts = "**Hamnen**\n\nBryggorna lagas i vår.\n\n**Övrigt**\n\nBo Lind tackade.\n"
    found = meeting(f"{_ROSTER}**1. Öppnande**\n\nAnna Ek öppnade.\n\n**2. Bad**\n\nBadet är öppet.\n\n**3. Läget**\n\n{parts}")
    assert "Övrigt" not in [i.title for i in found.items]


@pytest.mark.parametrize("form", ["plain", "bold", "heading"])
def test_a_title_without_a_number_opens_the_meeting(meeting: Make, form: str) -> None:
    text = _FORMS[form]("", *_MATTERS[0]) + "".join(_FORMS[form](f"{n}. ", *matter) for n, matter in enumerate(_MATTERS[1:], 1))
    assert_read(meeting(_ROSTER + text), [None, "1", "2", "3"])


@pytest.mark.parametrize("header", ["", "Ärende\tAnteckning\t\n"])
@pytest.mark.parametrize("mark", ["", "**"])
def test_titles_in_the_first_column(read: Callable[[str], Record], header: str, mark: str) -> None:
    rows = [("Bryggor", "Carin Berg berättade om läget. Rådet beslutade att laga bryggan."), ("Bad i Orsa", "Dan Alm visade en ritning."), ("Nästa möte", "Den 4 februari i Mora.")]  # fmt: skip
    table = "".join(f"{mark}{title}{mark}\t{told}\t\n" for title, told in rows)
    roster = "**Närvarande:** Anna Ek, Bo Lind, Carin Berg\n\n**Frånvarande:** Dan Alm\n\n"
    found = read(f"# Minnesanteckningar Hamnrådet\n\nDatum: 2024-03-12\n\n{roster}{header}{table}").meetings[0]
    assert [i.title for i in found.items] == [title for title, _ in rows]
    assert [d.text for i in found.items for d in i.decisions] == ["att laga bryggan"]
    assert [p.name for p in found.attendance if p.status == "absent"] == ["Dan Alm"]


@pytest.mark.parametrize("lead", ["Rådet beslutade", "Gruppen enades om:", "Vi beslutar att"])
@pytest.mark.parametrize("form", [_bold, _heading, _plain])
def test_what_leads_in_a_decision_is_no_item(meeting: Make, form: Callable[..., str], lead: str) -> None:
    text = "".join(form("", *matter) for matter in _MATTERS).replace("Rådet beslutade", lead)
    assert_read(meeting(_ROSTER + text), [None] * 4)


_MARKED = {
    "heading": "## {t}\n\n",
    "bold": "**{t}**\n\n",
    "bold run in": "**{t}** ",
    "plain": "{t} \n \n",
    "colon": "{t}: ",
    "bullet": "• {t} \n",
}


@pytest.mark.parametrize("agenda", ["", "Dagordning\n{}\n", "Förslag till dagordning:\n\n{}\n\n"])
@pytest.mark.parametrize("mark", _MARKED)
def test_titles_without_numbers(meeting: Make, mark: str, agenda: str) -> None:
    matters = [
        ("Bryggor", "Bo Lind berättade om läget i hamnarna och visade bilder från i våras."),
        ("Nya båtplatser i Mora", "Anna Ek gick igenom kön. Den är lång och platserna räcker inte."),
        ("Övrigt", "Bo Lind påminde om hamndagen."),
        ("Nästa möte", "Den 4 februari i Mora."),
    ]
    text = "".join(_MARKED[mark].format(t=title) + f"{told} \n \n" for title, told in matters)
    found = meeting(_ROSTER + agenda.format("\n".join(f"- {title}" for title, _ in matters)) + text)
    assert [(i.number, i.title) for i in found.items] == [(None, title) for title, _ in matters]


def test_days_and_papers_are_no_numbers_of_a_year(meeting: Make) -> None:
    papers = "2021/34 Motion om bad\n2021/35 Motion om bryggor\n2021/36 Motion om vägar\n\n"
    found = meeting(
        f"{_ROSTER}1. Öppnande\n\nAnna Ek öppnade mötet.\n\n2. Anmälan\n\n{papers}3. Avslutning\n\nAnna Ek tackade alla.\n"
    )
    assert [i.number for i in found.items] == ["1", "2", "3"]
    days = "3/10 Möte i Mora\n\n4/10 Möte i Falun\n\n5/10 Möte i Orsa\n\n"
    found = meeting(
        f"{_ROSTER}## Öppnande\n\nAnna Ek öppnade mötet.\n\n## Kommande möten\n\n{days}## Avslutning\n\nAnna Ek tackade.\n"
    )
    assert [i.title for i in found.items] == ["Öppnande", "Kommande möten", "Avslutning"]
