"""Layouts of who was there. Each writes its words and the truth of every line; what a layout leaves open is unknown.

A layout names the family of bodies it belongs to: `party` (elected members with party letters), `municipal` (people of
several municipalities), `officials` (the same, by title), `organisations` (brukarråd, pensionärsråd).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from graph.record import Status
from ingest.synthetic.desk import Desk
from ingest.synthetic.pools import (
    FORMAL_NAMES,
    MUNICIPAL_TITLES,
    OFFICE_TITLES,
    ORGANISATIONS,
    PENSIONER_ORGANISATIONS,
    REGION_TITLES,
    Person,
    county_of,
)
from ingest.synthetic.sheet import Piece, Runs, flat, joined

PRESENT, ABSENT, UNKNOWN = Status.PRESENT, Status.ABSENT, Status.UNKNOWN
PRESENT_WORDS = ("Närvarande", "Närvarande", "Deltagare", "Deltagande", "Närvarande ledamöter", "Deltog")
ABSENT_WORDS = (
    "Frånvarande",
    "Ej närvarande",
    "Förhinder",
    "Anmält förhinder",
    "Deltog ej",
    "Inte närvarande",
    "Frånvarande ledamöter",
)


@dataclass(frozen=True, slots=True)
class Layout:
    """`marks`: statuses are told by strike marks alone, so the file form must carry them (or lose them for good)."""

    write: Callable[[Desk], None]
    family: str
    marks: bool = False


# --- helpers ----------------------------------------------------------------------------------------------------------


def _towns(desk: Desk, low: int, high: int) -> list[str]:
    names = county_of(desk.body.region).municipalities
    count = min(len(names), desk.rng.randint(low, high))
    return sorted(desk.rng.sample(names, count))


def _keep(desk: Desk, person: Person, status: Status) -> None:
    if status is PRESENT:
        desk.members.append(person)


def _chair(desk: Desk) -> tuple[str, str]:
    """A way of writing the chair behind a name, and what it means."""
    return desk.rng.choice(
        ((" (ordf)", "ordförande"), (", ordförande", "ordförande"), (" (ordförande)", "ordförande"), (", ordf.", "ordförande"))
    )


def _vice(desk: Desk) -> tuple[str, str]:
    return desk.rng.choice(
        (
            (", 1:e vice ordförande", "1:e vice ordförande"),
            (", förste vice ordförande", "förste vice ordförande"),
            (" (v ordf)", "vice ordförande"),
            (", vice ordförande", "vice ordförande"),
            (" (vice ordf)", "vice ordförande"),
        )
    )


def _party_members(desk: Desk, low: int = 5, high: int = 9) -> list[Person]:
    return [desk.people.member(party=True) for _ in range(desk.rng.randint(low, high))]


def _label(desk: Desk, words: Sequence[str]) -> str:
    return desk.rng.choice(words) + desk.rng.choice((":", ":", ""))


def _statuses(desk: Desk, count: int, absent: float = 0.35) -> list[Status]:
    """At least one of each when there are two or more."""
    statuses = [ABSENT if desk.rng.random() < absent else PRESENT for _ in range(count)]
    if count > 1 and len(set(statuses)) == 1:
        statuses[desk.rng.randrange(count)] = ABSENT if statuses[0] is PRESENT else PRESENT
    return statuses


def _legend(desk: Desk) -> Runs:
    form = desk.rng.randint(0, 3)
    label = desk.rng.choice(("Närvarande:", "Deltagare:", "Närvarolista"))
    words = (
        "(överstruken = frånvarande)",
        "(överstrukna = frånvarande)",
        "(överstruket namn = ej närvarande)",
        "(struken = frånvarande)",
    )
    return flat([f"{label} {words[form]}"])


def _by_town(desk: Desk, low: int = 5, high: int = 10) -> list[tuple[str, list[tuple[Person, Status]]]]:
    """Towns with one to three people each, at least one of them absent and one present."""
    groups = [
        (town, [desk.people.member(town) for _ in range(desk.rng.choice((1, 2, 2, 3)))]) for town in _towns(desk, low, high)
    ]
    statuses = iter(_statuses(desk, sum(len(people) for _, people in groups), 0.45))
    return [(town, [(person, next(statuses)) for person in people]) for town, people in groups]


def _marked(desk: Desk, person: Person, status: Status, role: str | None = None) -> Runs:
    _keep(desk, person, status)
    return desk.attend(person, status, role=role, struck=status is ABSENT, by_marks=True)


def _first_present(groups: Sequence[tuple[str, list[tuple[Person, Status]]]]) -> Person | None:
    return next((p for _, people in groups for p, status in people if status is PRESENT), None)


# --- marks ------------------------------------------------------------------------------------------------------------


def _struck_cells(desk: Desk) -> list[list[Runs]]:
    groups = _by_town(desk)
    groups.insert(0, (desk.body.region, [(desk.people.member(desk.body.region), PRESENT)]))
    chair = _first_present(groups)
    rows: list[list[Runs]] = []
    for town, people in groups:
        cells = [flat([town])]
        for person, status in people:
            words, role = _chair(desk) if person is chair else ("", None)
            cells.append(flat([_marked(desk, person, status, role), words]))
        rows.append(cells)
    if desk.rng.random() < 0.6:
        officials = [replace(desk.people.member(), represents=None) for _ in range(2)]
        cells = [flat(["Tjänstepersoner"])]
        cells += [
            _marked(desk, person, status, "tjänsteperson") for person, status in zip(officials, _statuses(desk, 2), strict=True)
        ]
        rows.append(cells)
    return rows


def struck_table(desk: Desk) -> None:
    """A table of municipality × people under a legend; struck names were absent."""
    desk.para(_legend(desk), bold=desk.rng.random() < 0.5)
    desk.table(_struck_cells(desk))


def struck_rows(desk: Desk) -> None:
    """The same with the columns lost: one line for each municipality, names after it with single spaces."""
    desk.para(_legend(desk))
    for row in _struck_cells(desk):
        desk.line(joined(row, " "))


def struck_cells(desk: Desk) -> None:
    """The same, every cell on a line of its own."""
    desk.para(_legend(desk))
    for row in _struck_cells(desk):
        for cell in row:
            desk.line(cell)


def struck_two_sides(desk: Desk) -> None:
    """People and municipality on the left, officials of the region and their titles on the right, under two headings."""
    towns = _towns(desk, 5, 9)
    left = [(town, [desk.people.member(town) for _ in range(desk.rng.choice((1, 1, 2)))]) for town in towns]
    right = [
        desk.people.member(desk.body.region, title=desk.rng.choice(REGION_TITLES))
        for _ in range(max(2, len(towns) - desk.rng.randint(0, 3)))
    ]
    statuses = iter(_statuses(desk, sum(len(people) for _, people in left) + len(right)))
    desk.para(_legend(desk))
    rows: list[list[Piece]] = [["Kommun", "", desk.body.region, ""]]
    for i, (town, people) in enumerate(left):
        names = joined([_marked(desk, person, next(statuses)) for person in people], ", ")
        cells: list[Piece] = [names, town]
        if i < len(right):
            official = right[i]
            cells += [_marked(desk, official, next(statuses), official.title), official.title or ""]
        else:
            cells += ["", ""]
        rows.append(cells)
    desk.table(rows)


# --- several municipalities -------------------------------------------------------------------------------------------


def plain_table(desk: Desk) -> None:
    """Two tables, or one with a heading row between: those present and those absent, name beside municipality."""
    groups = _by_town(desk)
    present = [(p, town) for town, people in groups for p, status in people if status is PRESENT]
    absent = [(p, town) for town, people in groups for p, status in people if status is ABSENT]
    town_first = desk.rng.random() < 0.5
    for words, people, status in ((PRESENT_WORDS[:4], present, PRESENT), (ABSENT_WORDS[:4], absent, ABSENT)):
        desk.para(_label(desk, words), bold=True)
        rows: list[list[Piece]] = []
        for person, town in people:
            _keep(desk, person, status)
            name = desk.attend(person, status)
            rows.append([town, name] if town_first else [name, town])
        desk.table(rows)


def column_by_column(desk: Desk) -> None:
    """A table read column by column: first the municipalities, then the names, in the same order."""
    towns = _towns(desk, 4, 8)
    people = [desk.people.member(town) for town in towns]
    desk.para(_label(desk, ("Närvarande", "Deltagare")))
    desk.para("Kommun")
    for town in towns:
        desk.line(town)
    desk.para("Namn")
    for person in people:
        _keep(desk, person, PRESENT)
        desk.line(desk.attend(person, PRESENT))


def chain(desk: Desk) -> None:
    """ "Närvarande: Namn kommun, Namn kommun" on one line."""
    groups = _by_town(desk, 5, 9)
    separator = desk.rng.choice((" ", " ", ", "))
    end = ", " if separator == " " else desk.rng.choice(("; ", "; "))
    formal = separator == ", " and desk.rng.random() < 0.4
    present: list[Piece] = []
    absent: list[Piece] = []
    for town, people in groups:
        for person, status in people:
            _keep(desk, person, status)
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
        _keep(desk, person, PRESENT)
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
    towns = _towns(desk, 5, 7)
    entries: list[Piece] = []
    for town in towns:
        person = desk.people.member(town)
        _keep(desk, person, PRESENT)
        entries.append([desk.attend(person, PRESENT), ", ", town])
    desk.para("Närvarande: ", joined(entries, "; "))
    others = [town for town in county_of(desk.body.region).municipalities if town not in towns][:2]
    named = [desk.state_municipality(town, ABSENT) for town in [*others, desk.rng.choice(towns)]]
    desk.para("Följande kommuner var inte representerade: ", joined(named, ", ", " och "), ".")


def alternating(desk: Desk) -> None:
    """The name on one line, the body on the next."""
    desk.para(_label(desk, PRESENT_WORDS), bold=True)
    for town in _towns(desk, 4, 8):
        person = desk.people.member(town)
        _keep(desk, person, PRESENT)
        desk.line(desk.attend(person, PRESENT))
        desk.line(FORMAL_NAMES[town] if desk.rng.random() < 0.3 else town)
    if desk.rng.random() < 0.6:
        desk.para(_label(desk, ABSENT_WORDS), bold=True)
        for town in _towns(desk, 1, 2):
            person = desk.people.member(town)
            desk.line(desk.attend(person, ABSENT))
            desk.line(town)


def lists(desk: Desk) -> None:
    """Two lists, one name a line with title and municipality behind: those present and those absent."""
    style = desk.rng.randint(0, 2)
    for words, status, low, high in ((PRESENT_WORDS, PRESENT, 4, 8), (ABSENT_WORDS, ABSENT, 1, 3)):
        desk.para(_label(desk, words), bold=desk.rng.random() < 0.6)
        for n, town in enumerate(_towns(desk, low, high)):
            title = desk.rng.choice(MUNICIPAL_TITLES) if style != 1 else None
            person = desk.people.member(town, title=title)
            _keep(desk, person, status)
            extra, role = _chair(desk) if status is PRESENT and n == 0 and style == 1 else ("", title)
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
    desk.para(_label(desk, PRESENT_WORDS[:4]), bold=True)
    bold = desk.rng.random() < 0.5
    for town, people in _by_town(desk):
        entries: list[Piece] = []
        for person, status in people:
            _keep(desk, person, status)
            entries.append([desk.attend(person, status), word if status is ABSENT else ""])
        label = flat([f"{town}: "])
        desk.line([replace(run, bold=bold) for run in label], joined(entries, ", "))


def brackets(desk: Desk) -> None:
    """ "Namn (Kommun), Namn (Kommun)", one line or one a line; those who sent word below."""
    groups = _by_town(desk, 5, 9)
    formal, own_lines = desk.rng.random() < 0.4, desk.rng.random() < 0.5
    for words, status in ((desk.rng.choice(PRESENT_WORDS[:4]), PRESENT), (desk.rng.choice(ABSENT_WORDS), ABSENT)):
        entries: list[Piece] = []
        for town, people in groups:
            for person, own in people:
                if own is status:
                    _keep(desk, person, status)
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
        desk.para(_label(desk, words), bold=desk.rng.random() < 0.5)
        for town in _towns(desk, low, high):
            person = desk.people.member(town)
            _keep(desk, person, status)
            name = desk.attend(person, status)
            desk.line([town, dash, name] if town_first else [name, dash, town])


def two_columns(desk: Desk) -> None:
    """A table with those present in one column and those absent in the other."""
    groups = _by_town(desk, 5, 9)
    present = [(p, town) for town, people in groups for p, status in people if status is PRESENT]
    absent = [(p, town) for town, people in groups for p, status in people if status is ABSENT]
    rows: list[list[Piece]] = [["Närvarande", desk.rng.choice(("Frånvarande", "Ej närvarande", "Förhinder"))]]
    for i in range(max(len(present), len(absent))):
        row: list[Piece] = []
        for people, status in ((present, PRESENT), (absent, ABSENT)):
            if i < len(people):
                person, town = people[i]
                _keep(desk, person, status)
                row.append([desk.attend(person, status), f", {town}"])
            else:
                row.append("")
        rows.append(row)
    desk.table(rows)


def by_side(desk: Desk) -> None:
    """Those from the municipalities and those from the region under headings of their own, under "Närvarande"."""
    desk.para(_label(desk, PRESENT_WORDS[:4]), bold=True)
    desk.para(desk.rng.choice(("Från kommunerna:", "Kommunerna:", "Kommunernas representanter:")))
    for town in _towns(desk, 3, 6):
        person = desk.people.member(town)
        _keep(desk, person, PRESENT)
        desk.line(desk.attend(person, PRESENT), f", {town}")
    desk.para(desk.rng.choice(("Från regionen:", "Regionens representanter:", f"{desk.body.region}:")))
    for _ in range(desk.rng.randint(2, 3)):
        person = desk.people.member(desk.body.region, title=desk.rng.choice(REGION_TITLES))
        _keep(desk, person, PRESENT)
        desk.line(desk.attend(person, PRESENT, role=person.title), f", {person.title}")
    desk.para(_label(desk, ABSENT_WORDS), bold=True)
    for town in _towns(desk, 1, 2):
        desk.line(desk.attend(desk.people.member(town), ABSENT), f", {town}")


def on_site_and_online(desk: Desk) -> None:
    """Those in the room and those on line under labels of their own; all of them present."""
    towns = _towns(desk, 5, 8)
    cut = max(2, len(towns) // 2)
    for words, part in (
        (("På plats", "Närvarande på plats"), towns[:cut]),
        (("Via Teams", "Närvarande via Teams", "Deltar digitalt"), towns[cut:]),
    ):
        people = [desk.people.member(town) for town in part]
        for person in people:
            _keep(desk, person, PRESENT)
        entries: list[Piece] = [[desk.attend(p, PRESENT), f" ({p.represents})"] for p in people]
        desk.para(desk.rng.choice(words), ": ", joined(entries, ", "))
    away = desk.people.member(desk.rng.choice(towns))
    desk.para("Förhinder: ", desk.attend(away, ABSENT), f" ({away.represents})")


def summoned_some_absent(desk: Desk) -> None:
    """Who was summoned, and who of them had sent word: of the others nothing is said."""
    people = [desk.people.member(town) for town in _towns(desk, 4, 7)]
    away = set(desk.rng.sample(range(len(people)), desk.rng.randint(1, 2)))
    desk.para("Kallade:")
    for i, person in enumerate(people):
        if i not in away:
            desk.line(desk.attend(person, UNKNOWN), f", {person.represents}")
    desk.para(desk.rng.choice(("Förhinder:", "Anmält förhinder:", "Meddelat förhinder:")))
    for i in sorted(away):
        desk.line(desk.attend(people[i], ABSENT), f", {people[i].represents}")


def matrix_words(desk: Desk) -> None:
    """A matrix: name, municipality, "Närvarande" with Ja or Nej."""
    town_first = desk.rng.random() < 0.5
    yes, no = desk.rng.choice((("Ja", "Nej"), ("Ja", "Nej"), ("ja", "nej"), ("J", "N")))
    head = ["Kommun", "Namn", "Närvarande"] if town_first else ["Namn", "Kommun", "Närvaro"]
    rows: list[list[Piece]] = [list(head)]
    for town, people in _by_town(desk):
        for person, status in people:
            _keep(desk, person, status)
            name = desk.attend(person, status)
            mark = yes if status is PRESENT else no
            rows.append([town, name, mark] if town_first else [name, town, mark])
    desk.para("Närvaro", bold=True)
    desk.table(rows)


def matrix_digits(desk: Desk) -> None:
    """A matrix with 1 for present and - for not, and a row that sums up."""
    present, absent = desk.rng.choice((("1", "-"), ("1", "–"), ("1", "0")))
    rows: list[list[Piece]] = [["Kommun", "Ledamot", "Närvarande"]]
    count = 0
    for town, people in _by_town(desk):
        for person, status in people:
            _keep(desk, person, status)
            count += status is PRESENT
            rows.append([town, desk.attend(person, status), present if status is PRESENT else absent])
    if desk.rng.random() < 0.5:
        rows.append(["Summa", "", str(count)])
    desk.para(desk.rng.choice(("Närvarolista", "Upprop", "Närvaro")), bold=True)
    desk.table(rows)


def summoned(desk: Desk) -> None:
    """Only who was summoned: nothing says who came."""
    desk.para(_label(desk, ("Kallade", "Kallade ledamöter", "Kallade till mötet")), bold=desk.rng.random() < 0.5)
    for town in _towns(desk, 4, 7):
        person = desk.people.member(town, title=desk.rng.choice((None, "socialchef", "kommunalråd")))
        pieces: list[Piece] = [desk.attend(person, UNKNOWN, role=person.title), ", "]
        if person.title:
            pieces += [person.title, ", "]
        desk.line(*pieces, town)


def roster_elsewhere(desk: Desk) -> None:
    """The list is elsewhere; the members are named, who came is not told."""
    desk.para("Ledamöter:")
    for town in _towns(desk, 4, 7):
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
    members = [desk.people.member(town) for town in _towns(desk, 4, 8)]
    away = set(desk.rng.sample(range(len(members)), desk.rng.randint(1, 2)))
    desk.para("Ledamöter:", bold=desk.rng.random() < 0.5)
    for i, person in enumerate(members):
        status = ABSENT if i in away else PRESENT
        _keep(desk, person, status)
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
    desk.para(_label(desk, PRESENT_WORDS[:4]), bold=True)
    for i in range(desk.rng.randint(5, 9)):
        if i % 3 == 2:
            person = desk.people.member(desk.body.region, title=desk.rng.choice(REGION_TITLES))
        else:
            person = desk.people.member(
                desk.rng.choice(county_of(desk.body.region).municipalities), title=desk.rng.choice(MUNICIPAL_TITLES)
            )
        _keep(desk, person, PRESENT)
        town = person.represents or ""
        if i % 3 != 2 and desk.rng.random() < 0.3:
            town = FORMAL_NAMES[town]
        desk.line(desk.attend(person, PRESENT, role=person.title), f", {person.title}, {town}")
    desk.para(
        desk.rng.choice(("Frånvarande:", "Meddelat förhinder:", "Anmält förhinder:", "Frånvarande med anmält förhinder:")),
        bold=True,
    )
    for town in _towns(desk, 1, 3):
        person = desk.people.member(town, title=desk.rng.choice(MUNICIPAL_TITLES))
        desk.line(desk.attend(person, ABSENT, role=person.title), f", {person.title}, {town}")


# --- elected members --------------------------------------------------------------------------------------------------


def _with_party(desk: Desk, person: Person, runs: Runs) -> Runs:
    return flat([runs, f" ({person.party})"])


def sections(desk: Desk) -> None:
    """Beslutande, Ersättare, Övriga: one person a line, party letters behind."""
    members = _party_members(desk)
    desk.para(
        desk.rng.choice(("Beslutande", "Beslutande:", "Beslutande ledamöter", "Ledamöter:", "Närvarande ledamöter")),
        bold=desk.rng.random() < 0.5,
    )
    for i, person in enumerate(members):
        words, role = _chair(desk) if i == 0 else _vice(desk) if i == 1 else ("", None)
        _keep(desk, person, PRESENT)
        desk.line(_with_party(desk, person, desk.attend(person, PRESENT, role=role)), words)
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
        for person in _party_members(desk, 1, 3):
            desk.line(_with_party(desk, person, desk.attend(person, PRESENT, role="ersättare")))
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

    desk.para(_label(desk, ("Beslutande", "Närvarande", "Ledamöter", "Beslutande ledamöter")))
    for i, town in enumerate(_towns(desk, 5, 9)):
        person = desk.people.member(town, party=True)
        _keep(desk, person, PRESENT)
        words, role = _chair(desk) if i == 0 else _vice(desk) if i == 1 else ("", None)
        desk.line(entry(person, PRESENT, words, role))
    if desk.rng.random() < 0.6:
        desk.para(_label(desk, ("Ersättare", "Ej tjänstgörande ersättare", "Närvarande ersättare")))
        for town in _towns(desk, 1, 3):
            desk.line(entry(desk.people.member(town, party=True), PRESENT, role="ersättare"))
    if desk.rng.random() < 0.6:
        desk.para(_label(desk, ABSENT_WORDS))
        for town in _towns(desk, 1, 3):
            desk.line(entry(desk.people.member(town, party=True), ABSENT))


def role_before_party(desk: Desk) -> None:
    """Name, role, party at the end; the substitutes who served among the members."""
    desk.para(_label(desk, ("Beslutande", "Närvarande")))
    for i, person in enumerate(_party_members(desk, 6, 9)):
        _keep(desk, person, PRESENT)
        titles = ("Ordförande", "1:e vice ordförande", "2:e vice ordförande")
        if i < 3:
            desk.line(desk.attend(person, PRESENT, role=titles[i].lower()), f", {titles[i]} ({person.party})")
        elif desk.rng.random() < 0.3:
            words = desk.rng.choice(("tjg ersättare", "tjänstgörande ersättare", "tjg ers"))
            desk.line(desk.attend(person, PRESENT, role="tjänstgörande ersättare"), f" ({person.party}), {words}")
        else:
            desk.line(_with_party(desk, person, desk.attend(person, PRESENT)))
    desk.para(_label(desk, ("Övriga", "Övriga deltagare")))
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
            _keep(desk, person, PRESENT)
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
    members = _party_members(desk)
    entries: list[Piece] = []
    for i, person in enumerate(members):
        _keep(desk, person, PRESENT)
        role = "ordförande" if i == 0 else None
        entries.append(
            [
                _with_party(desk, person, desk.attend(person, PRESENT, role=role)),
                desk.rng.choice((" ordförande", ", ordförande")) if i == 0 else "",
            ]
        )
    desk.para(
        desk.rng.choice(("Beslutande: ", "Ledamöter: ", "Närvarande ledamöter: ")),
        joined(entries, ", ", " och " if desk.rng.random() < 0.4 else ", "),
    )
    if desk.rng.random() < 0.6:
        extras = _party_members(desk, 2, 3)
        desk.para("Ersättare: ", joined([_with_party(desk, p, desk.attend(p, PRESENT, role="ersättare")) for p in extras], ", "))
    officials = [desk.people.member(title=desk.rng.choice(OFFICE_TITLES)) for _ in range(desk.rng.randint(1, 3))]
    desk.para(
        desk.rng.choice(("Tjänstepersoner: ", "Övriga: ", "Övriga närvarande: ", "Tjänstemän: ")),
        joined([[f"{p.title} ", desk.attend(p, PRESENT, role=p.title, party=False)] for p in officials], ", "),
    )
    if desk.rng.random() < 0.5:
        away = _party_members(desk, 1, 2)
        desk.para(desk.rng.choice(ABSENT_WORDS), ": ", joined([_with_party(desk, p, desk.attend(p, ABSENT)) for p in away], ", "))


def front_table(desk: Desk) -> None:
    """The front page's table: section in the first column, people in the second, one row each."""
    rows: list[list[Piece]] = []
    for i, person in enumerate(_party_members(desk)):
        _keep(desk, person, PRESENT)
        words, role = _chair(desk) if i == 0 else ("", None)
        rows.append(["Beslutande" if i == 0 else "", [_with_party(desk, person, desk.attend(person, PRESENT, role=role)), words]])
    for i, person in enumerate(_party_members(desk, 1, 2)):
        rows.append(
            [
                "Ej tjänstgörande ersättare" if i == 0 else "",
                _with_party(desk, person, desk.attend(person, PRESENT, role="ersättare")),
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
    members, substitutes = _party_members(desk, 5, 8), _party_members(desk, 2, 4)
    rows: list[list[Piece]] = [["Ledamöter", "Ersättare"]]
    for i, person in enumerate(members):
        _keep(desk, person, PRESENT)
        words, role = _chair(desk) if i == 0 else ("", None)
        left: Piece = [_with_party(desk, person, desk.attend(person, PRESENT, role=role)), words]
        right: Piece = ""
        if i < len(substitutes):
            right = _with_party(desk, substitutes[i], desk.attend(substitutes[i], PRESENT, role="ersättare"))
        rows.append([left, right])
    desk.para("Närvarande", bold=True)
    desk.table(rows)


def matrix_crosses(desk: Desk) -> None:
    """Name, party, and a cross under Närvarande or Frånvarande."""
    rows: list[list[Piece]] = [
        ["Ledamot", "Parti", desk.rng.choice(("Närv.", "Närvarande")), desk.rng.choice(("Frånv.", "Frånvarande"))]
    ]
    members = _party_members(desk, 6, 10)
    for person, status in zip(members, _statuses(desk, len(members)), strict=True):
        _keep(desk, person, status)
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


def replacements(desk: Desk) -> None:
    """Who serves in whose stead, in several wordings."""
    members = _party_members(desk, 4, 6)
    desk.para(_label(desk, ("Beslutande", "Ledamöter")))
    for i, person in enumerate(members):
        words, role = _chair(desk) if i == 0 else ("", None)
        _keep(desk, person, PRESENT)
        desk.line(_with_party(desk, person, desk.attend(person, PRESENT, role=role)), words)
    own_section = desk.rng.random() < 0.5
    if own_section:
        desk.para(_label(desk, ("Tjänstgörande ersättare",)))
    for _ in range(desk.rng.randint(1, 3)):
        person, absent = desk.people.member(party=True), desk.people.member(party=True)
        for_words = desk.rng.choice((" ersätter {}", " för {}", ", ersätter {}", " ersättare för {}") if own_section else (
            ", tjg ers för {}", " ersätter {}", ", tjänstgörande ersättare för {}", " (tjg ers) för {}",
        ))  # fmt: skip
        _keep(desk, person, PRESENT)
        name = desk.attend(person, PRESENT, role="tjänstgörande ersättare", replaces=absent.name)
        desk.line(_with_party(desk, person, name), for_words.format(f"{absent.name} ({absent.party})"))
    desk.para("Övriga närvarande")
    person = desk.people.member(title=desk.rng.choice(OFFICE_TITLES))
    desk.line(desk.attend(person, PRESENT, role=person.title, party=False), f", {person.title}")


def limits(desk: Desk) -> None:
    """Some came for a part of the meeting only."""
    first = desk.rng.randint(20, 80)
    choices = (
        f"§§ {first}–{first + 6}", f"§§ {first}-{first + 3}, del av {first + 4}", f"§ {first + 2}", f"del av § {first + 1}", f"t.o.m. § {first + 5}",
        f"fr.o.m. § {first + 1}", "t.o.m. p. 7", "kl. 9–10", "kl. 13.00–14.30", f"ej § {first + 3}", "punkt 4–6",
    )  # fmt: skip
    form = desk.rng.choice((", {}", " ({})"))
    desk.para(_label(desk, ("Beslutande", "Ledamöter", "Närvarande")))
    for i, person in enumerate(_party_members(desk, 5, 8)):
        words, role = _chair(desk) if i == 0 else ("", None)
        limit = desk.rng.choice(choices) if i and desk.rng.random() < 0.5 else None
        _keep(desk, person, PRESENT)
        name = _with_party(desk, person, desk.attend(person, PRESENT, role=role, paragraphs=limit))
        desk.line(name, words, form.format(limit) if limit else "")
    desk.para("Övriga närvarande:")
    for _ in range(desk.rng.randint(2, 3)):
        person = desk.people.member(title=desk.rng.choice(OFFICE_TITLES))
        limit = desk.rng.choice(choices)
        desk.line(
            desk.attend(person, PRESENT, role=person.title, party=False, paragraphs=limit),
            f", {person.title}",
            form.format(limit),
        )


def substitutes_apart(desk: Desk) -> None:
    """Members, serving and other substitutes, and the absent, each in a run of their own; party behind a comma or in brackets."""
    comma = desk.rng.random() < 0.4

    def entry(person: Person, status: Status, role: str | None = None, replaces: str | None = None) -> Runs:
        name = desk.attend(person, status, role=role, replaces=replaces)
        return flat([name, f", {person.party}" if comma else f" ({person.party})"])

    members = _party_members(desk, 4, 7)
    for person in members:
        _keep(desk, person, PRESENT)
    separator = "; " if comma else ", "
    desk.para("Närvarande ledamöter: ", joined([entry(p, PRESENT) for p in members], separator))
    serving: list[Piece] = []
    for _ in range(desk.rng.randint(1, 2)):
        person, absent = desk.people.member(party=True), desk.people.member(party=True)
        _keep(desk, person, PRESENT)
        serving.append([entry(person, PRESENT, "tjänstgörande ersättare", absent.name), f" för {absent.name}"])
    desk.para("Tjänstgörande ersättare: ", joined(serving, separator))
    extra = _party_members(desk, 1, 3)
    desk.para(
        desk.rng.choice(("Närvarande ersättare: ", "Ej tjänstgörande ersättare: ")),
        joined([entry(p, PRESENT, "ersättare") for p in extra], separator),
    )
    if desk.rng.random() < 0.6:
        away = _party_members(desk, 1, 2)
        desk.para("Frånvarande ledamöter: ", joined([entry(p, ABSENT) for p in away], separator))


def vacant_seats(desk: Desk) -> None:
    """Members and their absence by group, with seats that nobody holds."""
    desk.para(_label(desk, ("Närvarande ledamöter", "Närvarande")))
    for i, person in enumerate(_party_members(desk, 4, 7)):
        words, role = _chair(desk) if i == 0 else ("", None)
        _keep(desk, person, PRESENT)
        desk.line(_with_party(desk, person, desk.attend(person, PRESENT, role=role)), words)
        if i == 2:
            desk.line(desk.rng.choice((f"Vakant ({person.party})", "Vakant", f"Vakant plats ({person.party})")))
    desk.para(_label(desk, ABSENT_WORDS))
    for person in _party_members(desk, 1, 2):
        desk.line(_with_party(desk, person, desk.attend(person, ABSENT)))
    if desk.rng.random() < 0.5:
        desk.line("Vakant")


def officers_first(desk: Desk) -> None:
    """The officers on labelled lines, then the others."""
    members = _party_members(desk, 4, 7)
    secretary = desk.people.member(title=None)
    for person in members:
        _keep(desk, person, PRESENT)
    desk.para("Ordförande: ", _with_party(desk, members[0], desk.attend(members[0], PRESENT, role="ordförande")))
    desk.line("Sekreterare: ", desk.attend(secretary, PRESENT, role="sekreterare", party=False))
    desk.line(
        desk.rng.choice(("Ledamöter: ", "Övriga ledamöter: ", "Närvarande: ")),
        joined([_with_party(desk, p, desk.attend(p, PRESENT)) for p in members[1:]], ", "),
    )
    away = _party_members(desk, 1, 2)
    desk.line("Frånvarande: ", joined([_with_party(desk, p, desk.attend(p, ABSENT)) for p in away], ", "))


def adjunct_and_invited(desk: Desk) -> None:
    """Members, then Adjungerade and those invited for one matter."""
    desk.para(_label(desk, ("Närvarande",)), bold=True)
    for i, person in enumerate(_party_members(desk, 4, 6)):
        words, role = _chair(desk) if i == 0 else ("", None)
        _keep(desk, person, PRESENT)
        desk.line(_with_party(desk, person, desk.attend(person, PRESENT, role=role)), words)
    desk.para(_label(desk, ("Adjungerade", "Adjungerad")), bold=True)
    person = desk.people.member(title=desk.rng.choice(OFFICE_TITLES))
    desk.line(desk.attend(person, PRESENT, role=person.title, party=False), f", {person.title}")
    desk.para(_label(desk, ("Inbjudna", "Inbjudna gäster")), bold=True)
    for _ in range(desk.rng.randint(1, 2)):
        person = desk.people.member(title=desk.rng.choice(OFFICE_TITLES))
        limit = f"§ {desk.rng.randint(3, 30)}"
        desk.line(desk.attend(person, PRESENT, role=person.title, party=False, paragraphs=limit), f", {person.title}, {limit}")
    desk.para("Förhinder:", bold=True)
    person = desk.people.member(party=True)
    desk.line(_with_party(desk, person, desk.attend(person, ABSENT)))


# --- organisations ----------------------------------------------------------------------------------------------------


def organisations(desk: Desk) -> None:
    """Brukarråd, pensionärsråd: name and organisation, one a line; those who were not there below."""
    pool = PENSIONER_ORGANISATIONS if "pensionär" in desk.body.name else ORGANISATIONS
    form = desk.rng.choice((", {}", " ({})", " {}", ", {}"))
    for words, status, low, high in ((PRESENT_WORDS[:4], PRESENT, 4, 8), (ABSENT_WORDS, ABSENT, 1, 3)):
        desk.para(_label(desk, words), bold=True)
        for n in range(desk.rng.randint(low, high)):
            person = desk.people.member(desk.rng.choice(pool))
            words_after, role = _chair(desk) if n == 0 and status is PRESENT else ("", None)
            _keep(desk, person, status)
            desk.line(desk.attend(person, status, role=role), form.format(person.represents), words_after)


def organisations_grouped(desk: Desk) -> None:
    """The organisation first, its people after a colon, and the officials of the municipality at the end."""
    pool = PENSIONER_ORGANISATIONS if "pensionär" in desk.body.name else ORGANISATIONS
    desk.para(_label(desk, PRESENT_WORDS[:4]), bold=True)
    for organisation in desk.rng.sample(pool, min(len(pool), desk.rng.randint(3, 5))):
        people = [desk.people.member(organisation) for _ in range(desk.rng.choice((1, 2, 2)))]
        for person in people:
            _keep(desk, person, PRESENT)
        desk.line(f"{organisation}: ", joined([desk.attend(p, PRESENT) for p in people], ", "))
    officials = [desk.people.member(title=desk.rng.choice(OFFICE_TITLES)) for _ in range(2)]
    desk.line("Tjänstepersoner: ", joined([[desk.attend(p, PRESENT, role=p.title), f", {p.title}"] for p in officials], "; "))
    if desk.rng.random() < 0.6:
        away = desk.people.member(desk.rng.choice(pool))
        desk.para(desk.rng.choice(ABSENT_WORDS), ": ", desk.attend(away, ABSENT), f", {away.represents}")


ATTENDANCE: dict[str, Layout] = {
    "struck table": Layout(struck_table, "municipal", marks=True),
    "struck rows": Layout(struck_rows, "municipal", marks=True),
    "struck cells": Layout(struck_cells, "municipal", marks=True),
    "struck two sides": Layout(struck_two_sides, "officials", marks=True),
    "plain table": Layout(plain_table, "municipal"),
    "column by column": Layout(column_by_column, "municipal"),
    "chain": Layout(chain, "municipal"),
    "chain, some unrepresented": Layout(chain_with_unrepresented, "municipal"),
    "conflicting": Layout(conflicting, "municipal"),
    "alternating lines": Layout(alternating, "officials"),
    "lists": Layout(lists, "officials"),
    "grouped by municipality": Layout(grouped, "municipal"),
    "brackets": Layout(brackets, "municipal"),
    "dashes": Layout(dashes, "officials"),
    "two columns": Layout(two_columns, "municipal"),
    "by side": Layout(by_side, "municipal"),
    "on site and online": Layout(on_site_and_online, "officials"),
    "summoned, some absent": Layout(summoned_some_absent, "municipal"),
    "matrix of yes and no": Layout(matrix_words, "municipal"),
    "matrix of digits": Layout(matrix_digits, "municipal"),
    "summoned": Layout(summoned, "officials"),
    "roster elsewhere": Layout(roster_elsewhere, "municipal"),
    "absence in prose": Layout(prose_absence, "municipal"),
    "officials with units": Layout(officials_with_units, "officials"),
    "sections": Layout(sections, "party"),
    "sections inline": Layout(sections_inline, "party"),
    "front table": Layout(front_table, "party"),
    "members and substitutes": Layout(members_and_substitutes, "party"),
    "matrix of crosses": Layout(matrix_crosses, "party"),
    "role before party": Layout(role_before_party, "party"),
    "party and municipality": Layout(party_and_municipality, "municipal"),
    "all but": Layout(all_but, "organisations"),
    "replacements": Layout(replacements, "party"),
    "limits": Layout(limits, "party"),
    "substitutes apart": Layout(substitutes_apart, "party"),
    "vacant seats": Layout(vacant_seats, "party"),
    "officers first": Layout(officers_first, "party"),
    "adjunct and invited": Layout(adjunct_and_invited, "party"),
    "organisations": Layout(organisations, "organisations"),
    "organisations grouped": Layout(organisations_grouped, "organisations"),
}
