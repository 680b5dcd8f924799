"""People of several municipalities in lines, lists and sentences."""

from __future__ import annotations

from dataclasses import replace

from ingest.synthetic.attendance.parts import (
    ABSENT,
    ABSENT_WORDS,
    PRESENT,
    PRESENT_WORDS,
    UNKNOWN,
    by_town,
    chair_words,
    keep,
    label_of,
    towns_of,
)
from ingest.synthetic.desk import Desk
from ingest.synthetic.pools import (
    FORMAL_NAMES,
    MUNICIPAL_TITLES,
    REGION_TITLES,
    county_of,
)
from ingest.synthetic.sheet import Piece, flat, joined


def chain(desk: Desk) -> None:
    """ "Närvarande: Namn kommun, Namn kommun" on one line."""
    groups = by_town(desk, 5, 9)
    separator = desk.rng.choice((" ", " ", ", "))
    end = ", " if separator == " " else desk.rng.choice(("; ", "; "))
    formal = separator == ", " and desk.rng.random() < 0.4
    present: list[Piece] = []
    absent: list[Piece] = []
    for town, people in groups:
        for person, status in people:
            keep(desk, person, status)
            (present if status is PRESENT else absent).append(
                [desk.attend(person, status), separator, FORMAL_NAMES[town] if formal else town]
            )
    desk.para("Närvarande: ", joined(present, end), ".")
    if absent:
        desk.para(desk.rng.choice(ABSENT_WORDS), ": ", joined(absent, end), ".")


def chain_with_unrepresented(desk: Desk) -> None:
    """The chain, then a sentence that names municipalities that were not represented."""
    towns = list(county_of(desk.body.region).municipalities)
    desk.rng.shuffle(towns)
    here, away = towns[: desk.rng.randint(3, 6)], towns[6 : 6 + desk.rng.randint(1, 4)]
    entries: list[Piece] = []
    for town in here:
        person = desk.people.member(town)
        keep(desk, person, PRESENT)
        entries.append([desk.attend(person, PRESENT), " ", town])
    desk.para("Närvarande: ", joined(entries, ", "), ".")
    if away:
        desk.para(
            desk.rng.choice(
                (
                    "Följande kommuner var inte representerade på mötet: ",
                    "Följande kommuner var ej representerade: ",
                    "Kommuner som inte var representerade: ",
                    "Ej representerade kommuner: ",
                )
            ),
            joined([desk.state_municipality(town, ABSENT) for town in away], ", ", desk.rng.choice((", ", " och "))),
            ".",
        )


def conflicting(desk: Desk) -> None:
    """A municipality among those present that the text then says was not represented."""
    towns = towns_of(desk, 5, 7)
    entries: list[Piece] = []
    for town in towns:
        person = desk.people.member(town)
        keep(desk, person, PRESENT)
        entries.append([desk.attend(person, PRESENT), ", ", town])
    desk.para("Närvarande: ", joined(entries, "; "))
    others = [town for town in county_of(desk.body.region).municipalities if town not in towns][:2]
    named = [desk.state_municipality(town, ABSENT) for town in [*others, desk.rng.choice(towns)]]
    desk.para("Följande kommuner var inte representerade: ", joined(named, ", ", " och "), ".")


def alternating(desk: Desk) -> None:
    """The name on one line, the body on the next."""
    desk.para(label_of(desk, PRESENT_WORDS), bold=True)
    for town in towns_of(desk, 4, 8):
        person = desk.people.member(town)
        keep(desk, person, PRESENT)
        desk.line(desk.attend(person, PRESENT))
        desk.line(FORMAL_NAMES[town] if desk.rng.random() < 0.3 else town)
    if desk.rng.random() < 0.6:
        desk.para(label_of(desk, ABSENT_WORDS), bold=True)
        for town in towns_of(desk, 1, 2):
            person = desk.people.member(town)
            desk.line(desk.attend(person, ABSENT))
            desk.line(town)


def lists(desk: Desk) -> None:
    """Two lists, one name a line with title and municipality behind: those present and those absent."""
    style = desk.rng.randint(0, 2)
    for words, status, low, high in ((PRESENT_WORDS, PRESENT, 4, 8), (ABSENT_WORDS, ABSENT, 1, 3)):
        desk.para(label_of(desk, words), bold=desk.rng.random() < 0.6)
        for n, town in enumerate(towns_of(desk, low, high)):
            title = desk.rng.choice(MUNICIPAL_TITLES) if style != 1 else None
            person = desk.people.member(town, title=title)
            keep(desk, person, status)
            extra, role = chair_words(desk) if status is PRESENT and n == 0 and style == 1 else ("", title)
            pieces: list[Piece] = [desk.attend(person, status, role=role)]
            if title:
                pieces += [", ", title]
            pieces += [", ", town, extra]
            if style == 2:
                desk.bullet(*pieces)
            else:
                desk.line(*pieces)


def grouped(desk: Desk) -> None:
    """ "Kommun: Namn, Namn" a line; the absent marked in words behind the name."""
    word = desk.rng.choice((" (frånvarande)", " – frånvarande", " (ej närvarande)", " (förhinder)"))
    desk.para(label_of(desk, PRESENT_WORDS[:4]), bold=True)
    bold = desk.rng.random() < 0.5
    for town, people in by_town(desk):
        entries: list[Piece] = []
        for person, status in people:
            keep(desk, person, status)
            entries.append([desk.attend(person, status), word if status is ABSENT else ""])
        label = flat([f"{town}: "])
        desk.line([replace(run, bold=bold) for run in label], joined(entries, ", "))


def brackets(desk: Desk) -> None:
    """ "Namn (Kommun), Namn (Kommun)", one line or one a line; those who sent word below."""
    groups = by_town(desk, 5, 9)
    formal, own_lines = desk.rng.random() < 0.4, desk.rng.random() < 0.5
    for words, status in ((desk.rng.choice(PRESENT_WORDS[:4]), PRESENT), (desk.rng.choice(ABSENT_WORDS), ABSENT)):
        entries: list[Piece] = []
        for town, people in groups:
            for person, own in people:
                if own is status:
                    keep(desk, person, status)
                    entries.append([desk.attend(person, status), f" ({FORMAL_NAMES[town] if formal else town})"])
        if own_lines:
            desk.para(f"{words}:")
            for entry in entries:
                desk.line(entry)
        else:
            desk.para(f"{words}: ", joined(entries, ", ", " samt " if desk.rng.random() < 0.3 else ", "))


def dashes(desk: Desk) -> None:
    """ "Kommun – Namn" or "Namn – Kommun", one a line."""
    town_first = desk.rng.random() < 0.5
    dash = desk.rng.choice((" – ", " - "))
    for words, status, low, high in ((PRESENT_WORDS[:4], PRESENT, 4, 8), (ABSENT_WORDS, ABSENT, 1, 2)):
        desk.para(label_of(desk, words), bold=desk.rng.random() < 0.5)
        for town in towns_of(desk, low, high):
            person = desk.people.member(town)
            keep(desk, person, status)
            name = desk.attend(person, status)
            desk.line([town, dash, name] if town_first else [name, dash, town])


def by_side(desk: Desk) -> None:
    """Those from the municipalities and those from the region under headings of their own, under "Närvarande"."""
    desk.para(label_of(desk, PRESENT_WORDS[:4]), bold=True)
    desk.para(desk.rng.choice(("Från kommunerna:", "Kommunerna:", "Kommunernas representanter:")))
    for town in towns_of(desk, 3, 6):
        person = desk.people.member(town)
        keep(desk, person, PRESENT)
        desk.line(desk.attend(person, PRESENT), f", {town}")
    desk.para(desk.rng.choice(("Från regionen:", "Regionens representanter:", f"{desk.body.region}:")))
    for _ in range(desk.rng.randint(2, 3)):
        person = desk.people.member(desk.body.region, title=desk.rng.choice(REGION_TITLES))
        keep(desk, person, PRESENT)
        desk.line(desk.attend(person, PRESENT, role=person.title), f", {person.title}")
    desk.para(label_of(desk, ABSENT_WORDS), bold=True)
    for town in towns_of(desk, 1, 2):
        desk.line(desk.attend(desk.people.member(town), ABSENT), f", {town}")


def on_site_and_online(desk: Desk) -> None:
    """Those in the room and those on line under labels of their own; all of them present."""
    towns = towns_of(desk, 5, 8)
    cut = max(2, len(towns) // 2)
    for words, part in (
        (("På plats", "Närvarande på plats"), towns[:cut]),
        (("Via Teams", "Närvarande via Teams", "Deltar digitalt"), towns[cut:]),
    ):
        people = [desk.people.member(town) for town in part]
        for person in people:
            keep(desk, person, PRESENT)
        entries: list[Piece] = [[desk.attend(p, PRESENT), f" ({p.represents})"] for p in people]
        desk.para(desk.rng.choice(words), ": ", joined(entries, ", "))
    away = desk.people.member(desk.rng.choice(towns))
    desk.para("Förhinder: ", desk.attend(away, ABSENT), f" ({away.represents})")


def summoned_some_absent(desk: Desk) -> None:
    """Who was summoned, and who of them had sent word: of the others nothing is said."""
    people = [desk.people.member(town) for town in towns_of(desk, 4, 7)]
    away = set(desk.rng.sample(range(len(people)), desk.rng.randint(1, 2)))
    desk.para("Kallade:")
    for i, person in enumerate(people):
        if i not in away:
            desk.line(desk.attend(person, UNKNOWN), f", {person.represents}")
    desk.para(desk.rng.choice(("Förhinder:", "Anmält förhinder:", "Meddelat förhinder:")))
    for i in sorted(away):
        desk.line(desk.attend(people[i], ABSENT), f", {people[i].represents}")


def summoned(desk: Desk) -> None:
    """Only who was summoned: nothing says who came."""
    desk.para(label_of(desk, ("Kallade", "Kallade ledamöter", "Kallade till mötet")), bold=desk.rng.random() < 0.5)
    for town in towns_of(desk, 4, 7):
        person = desk.people.member(town, title=desk.rng.choice((None, "socialchef", "kommunalråd")))
        pieces: list[Piece] = [desk.attend(person, UNKNOWN, role=person.title), ", "]
        if person.title:
            pieces += [person.title, ", "]
        desk.line(*pieces, town)


def roster_elsewhere(desk: Desk) -> None:
    """The list is elsewhere; the members are named, who came is not told."""
    desk.para("Ledamöter:")
    for town in towns_of(desk, 4, 7):
        person = desk.people.member(town)
        desk.line(desk.attend(person, UNKNOWN), f", {town}")
    desk.para(
        desk.rng.choice(
            (
                "Närvarande: enligt särskild närvarolista",
                "Närvarande: se bifogad närvarolista",
                "Närvaro: enligt upprop, se närvarolista i bilaga 1",
                "Närvarande enligt närvarolista, bilaga 1.",
            )
        )
    )


def prose_absence(desk: Desk) -> None:
    """All members came but those named in a sentence."""
    members = [desk.people.member(town) for town in towns_of(desk, 4, 8)]
    away = set(desk.rng.sample(range(len(members)), desk.rng.randint(1, 2)))
    desk.para("Ledamöter:", bold=desk.rng.random() < 0.5)
    for i, person in enumerate(members):
        status = ABSENT if i in away else PRESENT
        keep(desk, person, status)
        desk.line(desk.attend(person, status), f", {person.represents}")
    names = [members[i].name for i in sorted(away)]
    desk.para(
        desk.rng.choice(
            (
                f"Samtliga ledamöter utom {' och '.join(names)} var närvarande.",
                f"Samtliga var närvarande utom {' och '.join(names)}.",
                f"Alla ledamöter deltog utom {' och '.join(names)}.",
            )
        )
    )


def officials_with_units(desk: Desk) -> None:
    """One line a person: name, title, municipality or region; then those who had sent word."""
    desk.para(label_of(desk, PRESENT_WORDS[:4]), bold=True)
    for i in range(desk.rng.randint(5, 9)):
        if i % 3 == 2:
            person = desk.people.member(desk.body.region, title=desk.rng.choice(REGION_TITLES))
        else:
            person = desk.people.member(
                desk.rng.choice(county_of(desk.body.region).municipalities), title=desk.rng.choice(MUNICIPAL_TITLES)
            )
        keep(desk, person, PRESENT)
        town = person.represents or ""
        if i % 3 != 2 and desk.rng.random() < 0.3:
            town = FORMAL_NAMES[town]
        desk.line(desk.attend(person, PRESENT, role=person.title), f", {person.title}, {town}")
    desk.para(
        desk.rng.choice(("Frånvarande:", "Meddelat förhinder:", "Anmält förhinder:", "Frånvarande med anmält förhinder:")),
        bold=True,
    )
    for town in towns_of(desk, 1, 3):
        person = desk.people.member(town, title=desk.rng.choice(MUNICIPAL_TITLES))
        desk.line(desk.attend(person, ABSENT, role=person.title), f", {person.title}, {town}")
