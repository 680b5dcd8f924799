"""Elected members with party letters: sections, officers, tables and matrices."""

from __future__ import annotations

from graph.record import Status
from ingest.synthetic.attendance.parts import (
    ABSENT,
    ABSENT_WORDS,
    PRESENT,
    chair_words,
    keep,
    label_of,
    party_members,
    statuses_of,
    towns_of,
    vice_words,
    with_party,
)
from ingest.synthetic.desk import Desk
from ingest.synthetic.pools import (
    OFFICE_TITLES,
    Person,
)
from ingest.synthetic.sheet import Piece, Runs, flat, joined


def sections(desk: Desk) -> None:
    """Beslutande, Ersättare, Övriga: one person a line, party letters behind."""
    members = party_members(desk)
    desk.para(
        desk.rng.choice(("Beslutande", "Beslutande:", "Beslutande ledamöter", "Ledamöter:", "Närvarande ledamöter")),
        bold=desk.rng.random() < 0.5,
    )
    for i, person in enumerate(members):
        words, role = chair_words(desk) if i == 0 else vice_words(desk) if i == 1 else ("", None)
        keep(desk, person, PRESENT)
        desk.line(with_party(desk, person, desk.attend(person, PRESENT, role=role)), words)
    if desk.rng.random() < 0.7:
        desk.para(
            desk.rng.choice(
                (
                    "Ej tjänstgörande ersättare",
                    "Närvarande ej tjänstgörande ersättare:",
                    "Närvarande ersättare",
                    "Ej tjänstgörande:",
                )
            )
        )
        for person in party_members(desk, 1, 3):
            desk.line(with_party(desk, person, desk.attend(person, PRESENT, role="ersättare")))
    desk.para(desk.rng.choice(("Övriga närvarande", "Övriga deltagare:", "Övriga deltagande", "Tjänstepersoner")))
    for _ in range(desk.rng.randint(1, 3)):
        person = desk.people.member(title=desk.rng.choice(OFFICE_TITLES))
        desk.line(desk.attend(person, PRESENT, role=person.title, party=False), f", {person.title}")


def party_and_municipality(desk: Desk) -> None:
    """Boards of several municipalities: name, party and municipality, in several orders."""
    form = desk.rng.choice(("{} ({}), {}", "{}, ({}), {}", "{} ({}) {}", "{}, {}, {}"))

    def entry(person: Person, status: Status, words: str = "", role: str | None = None) -> Runs:
        head, tail = form.split("{}", 1)
        return flat([head, desk.attend(person, status, role=role), tail.format(person.party, person.represents), words])

    desk.para(label_of(desk, ("Beslutande", "Närvarande", "Ledamöter", "Beslutande ledamöter")))
    for i, town in enumerate(towns_of(desk, 5, 9)):
        person = desk.people.member(town, party=True)
        keep(desk, person, PRESENT)
        words, role = chair_words(desk) if i == 0 else vice_words(desk) if i == 1 else ("", None)
        desk.line(entry(person, PRESENT, words, role))
    if desk.rng.random() < 0.6:
        desk.para(label_of(desk, ("Ersättare", "Ej tjänstgörande ersättare", "Närvarande ersättare")))
        for town in towns_of(desk, 1, 3):
            desk.line(entry(desk.people.member(town, party=True), PRESENT, role="ersättare"))
    if desk.rng.random() < 0.6:
        desk.para(label_of(desk, ABSENT_WORDS))
        for town in towns_of(desk, 1, 3):
            desk.line(entry(desk.people.member(town, party=True), ABSENT))


def role_before_party(desk: Desk) -> None:
    """Name, role, party at the end; the substitutes who served among the members."""
    desk.para(label_of(desk, ("Beslutande", "Närvarande")))
    for i, person in enumerate(party_members(desk, 6, 9)):
        keep(desk, person, PRESENT)
        titles = ("Ordförande", "1:e vice ordförande", "2:e vice ordförande")
        if i < 3:
            desk.line(desk.attend(person, PRESENT, role=titles[i].lower()), f", {titles[i]} ({person.party})")
        elif desk.rng.random() < 0.3:
            words = desk.rng.choice(("tjg ersättare", "tjänstgörande ersättare", "tjg ers"))
            desk.line(desk.attend(person, PRESENT, role="tjänstgörande ersättare"), f" ({person.party}), {words}")
        else:
            desk.line(with_party(desk, person, desk.attend(person, PRESENT)))
    desk.para(label_of(desk, ("Övriga", "Övriga deltagare")))
    for _ in range(desk.rng.randint(1, 3)):
        person = desk.people.member(title=desk.rng.choice(OFFICE_TITLES))
        desk.line(desk.attend(person, PRESENT, role=person.title, party=False), f", {person.title}")


def all_but(desk: Desk) -> None:
    """A small board in one run, and a sentence on who was not there."""
    members = [desk.people.member() for _ in range(desk.rng.randint(5, 8))]
    away = members[desk.rng.randrange(1, len(members))]
    entries: list[Piece] = []
    for i, person in enumerate(members):
        if person is not away:
            keep(desk, person, PRESENT)
            entries.append(
                [desk.attend(person, PRESENT, role="ordförande" if i == 0 else None), ", ordförande" if i == 0 else ""]
            )
    desk.para(desk.rng.choice(("Deltagare: ", "Närvarande: ", "Deltagande: ")), joined(entries, ", "))
    desk.para(
        desk.rng.choice(("Icke deltagande: ", "Ej deltagande: ", "Förhinder hade anmälts av ", "Frånvarande var ", "Inte med: ")),
        desk.attend(away, ABSENT),
        ".",
    )


def sections_inline(desk: Desk) -> None:
    """The same, each section one run of text: "Beslutande: A (S), B (M) …"."""
    members = party_members(desk)
    entries: list[Piece] = []
    for i, person in enumerate(members):
        keep(desk, person, PRESENT)
        role = "ordförande" if i == 0 else None
        entries.append(
            [
                with_party(desk, person, desk.attend(person, PRESENT, role=role)),
                desk.rng.choice((" ordförande", ", ordförande")) if i == 0 else "",
            ]
        )
    desk.para(
        desk.rng.choice(("Beslutande: ", "Ledamöter: ", "Närvarande ledamöter: ")),
        joined(entries, ", ", " och " if desk.rng.random() < 0.4 else ", "),
    )
    if desk.rng.random() < 0.6:
        extras = party_members(desk, 2, 3)
        desk.para("Ersättare: ", joined([with_party(desk, p, desk.attend(p, PRESENT, role="ersättare")) for p in extras], ", "))
    officials = [desk.people.member(title=desk.rng.choice(OFFICE_TITLES)) for _ in range(desk.rng.randint(1, 3))]
    desk.para(
        desk.rng.choice(("Tjänstepersoner: ", "Övriga: ", "Övriga närvarande: ", "Tjänstemän: ")),
        joined([[f"{p.title} ", desk.attend(p, PRESENT, role=p.title, party=False)] for p in officials], ", "),
    )
    if desk.rng.random() < 0.5:
        away = party_members(desk, 1, 2)
        desk.para(desk.rng.choice(ABSENT_WORDS), ": ", joined([with_party(desk, p, desk.attend(p, ABSENT)) for p in away], ", "))


def front_table(desk: Desk) -> None:
    """The front page's table: section in the first column, people in the second, one row each."""
    rows: list[list[Piece]] = []
    for i, person in enumerate(party_members(desk)):
        keep(desk, person, PRESENT)
        words, role = chair_words(desk) if i == 0 else ("", None)
        rows.append(["Beslutande" if i == 0 else "", [with_party(desk, person, desk.attend(person, PRESENT, role=role)), words]])
    for i, person in enumerate(party_members(desk, 1, 2)):
        rows.append(
            [
                "Ej tjänstgörande ersättare" if i == 0 else "",
                with_party(desk, person, desk.attend(person, PRESENT, role="ersättare")),
            ]
        )
    for i in range(desk.rng.randint(1, 2)):
        person = desk.people.member(title=desk.rng.choice(OFFICE_TITLES))
        rows.append(
            [
                "Övriga närvarande" if i == 0 else "",
                [desk.attend(person, PRESENT, role=person.title, party=False), f", {person.title}"],
            ]
        )
    if desk.members:
        rows.append(["Utses att justera", desk.members[-1].name])
    desk.table(rows)


def members_and_substitutes(desk: Desk) -> None:
    """A table of two columns: members and substitutes who were there."""
    members, substitutes = party_members(desk, 5, 8), party_members(desk, 2, 4)
    rows: list[list[Piece]] = [["Ledamöter", "Ersättare"]]
    for i, person in enumerate(members):
        keep(desk, person, PRESENT)
        words, role = chair_words(desk) if i == 0 else ("", None)
        left: Piece = [with_party(desk, person, desk.attend(person, PRESENT, role=role)), words]
        right: Piece = ""
        if i < len(substitutes):
            right = with_party(desk, substitutes[i], desk.attend(substitutes[i], PRESENT, role="ersättare"))
        rows.append([left, right])
    desk.para("Närvarande", bold=True)
    desk.table(rows)


def matrix_crosses(desk: Desk) -> None:
    """Name, party, and a cross under Närvarande or Frånvarande."""
    rows: list[list[Piece]] = [
        ["Ledamot", "Parti", desk.rng.choice(("Närv.", "Närvarande")), desk.rng.choice(("Frånv.", "Frånvarande"))]
    ]
    members = party_members(desk, 6, 10)
    for person, status in zip(members, statuses_of(desk, len(members)), strict=True):
        keep(desk, person, status)
        rows.append(
            [
                desk.attend(person, status, by_columns=True),
                person.party or "",
                "X" if status is PRESENT else "",
                "X" if status is ABSENT else "",
            ]
        )
    desk.para(desk.rng.choice(("Närvarolista", "Upprop", "Närvaro- och voteringslista")), bold=True)
    desk.table(rows)


def officers_first(desk: Desk) -> None:
    """The officers on labelled lines, then the others."""
    members = party_members(desk, 4, 7)
    secretary = desk.people.member(title=None)
    for person in members:
        keep(desk, person, PRESENT)
    desk.para("Ordförande: ", with_party(desk, members[0], desk.attend(members[0], PRESENT, role="ordförande")))
    desk.line("Sekreterare: ", desk.attend(secretary, PRESENT, role="sekreterare", party=False))
    desk.line(
        desk.rng.choice(("Ledamöter: ", "Övriga ledamöter: ", "Närvarande: ")),
        joined([with_party(desk, p, desk.attend(p, PRESENT)) for p in members[1:]], ", "),
    )
    away = party_members(desk, 1, 2)
    desk.line("Frånvarande: ", joined([with_party(desk, p, desk.attend(p, ABSENT)) for p in away], ", "))


def adjunct_and_invited(desk: Desk) -> None:
    """Members, then Adjungerade and those invited for one matter."""
    desk.para(label_of(desk, ("Närvarande",)), bold=True)
    for i, person in enumerate(party_members(desk, 4, 6)):
        words, role = chair_words(desk) if i == 0 else ("", None)
        keep(desk, person, PRESENT)
        desk.line(with_party(desk, person, desk.attend(person, PRESENT, role=role)), words)
    desk.para(label_of(desk, ("Adjungerade", "Adjungerad")), bold=True)
    person = desk.people.member(title=desk.rng.choice(OFFICE_TITLES))
    desk.line(desk.attend(person, PRESENT, role=person.title, party=False), f", {person.title}")
    desk.para(label_of(desk, ("Inbjudna", "Inbjudna gäster")), bold=True)
    for _ in range(desk.rng.randint(1, 2)):
        person = desk.people.member(title=desk.rng.choice(OFFICE_TITLES))
        limit = f"§ {desk.rng.randint(3, 30)}"
        desk.line(desk.attend(person, PRESENT, role=person.title, party=False, paragraphs=limit), f", {person.title}, {limit}")
    desk.para("Förhinder:", bold=True)
    person = desk.people.member(party=True)
    desk.line(with_party(desk, person, desk.attend(person, ABSENT)))
