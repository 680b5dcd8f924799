"""Elected members who serve in another's stead or for a part of the meeting, and seats that nobody holds."""

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
    with_party,
)
from ingest.synthetic.desk import Desk
from ingest.synthetic.pools import (
    OFFICE_TITLES,
    Person,
)
from ingest.synthetic.sheet import Piece, Runs, flat, joined


def replacements(desk: Desk) -> None:
    """Who serves in whose stead, in several wordings."""
    members = party_members(desk, 4, 6)
    desk.para(label_of(desk, ("Beslutande", "Ledamöter")))
    for i, person in enumerate(members):
        words, role = chair_words(desk) if i == 0 else ("", None)
        keep(desk, person, PRESENT)
        desk.line(with_party(desk, person, desk.attend(person, PRESENT, role=role)), words)
    own_section = desk.rng.random() < 0.5
    if own_section:
        desk.para(label_of(desk, ("Tjänstgörande ersättare",)))
    for _ in range(desk.rng.randint(1, 3)):
        person, absent = desk.people.member(party=True), desk.people.member(party=True)
        for_words = desk.rng.choice((" ersätter {}", " för {}", ", ersätter {}", " ersättare för {}") if own_section else (
            ", tjg ers för {}", " ersätter {}", ", tjänstgörande ersättare för {}", " (tjg ers) för {}",
        ))  # fmt: skip
        keep(desk, person, PRESENT)
        name = desk.attend(person, PRESENT, role="tjänstgörande ersättare", replaces=absent.name)
        desk.line(with_party(desk, person, name), for_words.format(f"{absent.name} ({absent.party})"))
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
    desk.para(label_of(desk, ("Beslutande", "Ledamöter", "Närvarande")))
    for i, person in enumerate(party_members(desk, 5, 8)):
        words, role = chair_words(desk) if i == 0 else ("", None)
        limit = desk.rng.choice(choices) if i and desk.rng.random() < 0.5 else None
        keep(desk, person, PRESENT)
        name = with_party(desk, person, desk.attend(person, PRESENT, role=role, paragraphs=limit))
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

    members = party_members(desk, 4, 7)
    for person in members:
        keep(desk, person, PRESENT)
    separator = "; " if comma else ", "
    desk.para("Närvarande ledamöter: ", joined([entry(p, PRESENT) for p in members], separator))
    serving: list[Piece] = []
    for _ in range(desk.rng.randint(1, 2)):
        person, absent = desk.people.member(party=True), desk.people.member(party=True)
        keep(desk, person, PRESENT)
        serving.append([entry(person, PRESENT, "tjänstgörande ersättare", absent.name), f" för {absent.name}"])
    desk.para("Tjänstgörande ersättare: ", joined(serving, separator))
    extra = party_members(desk, 1, 3)
    desk.para(
        desk.rng.choice(("Närvarande ersättare: ", "Ej tjänstgörande ersättare: ")),
        joined([entry(p, PRESENT, "ersättare") for p in extra], separator),
    )
    if desk.rng.random() < 0.6:
        away = party_members(desk, 1, 2)
        desk.para("Frånvarande ledamöter: ", joined([entry(p, ABSENT) for p in away], separator))


def vacant_seats(desk: Desk) -> None:
    """Members and their absence by group, with seats that nobody holds."""
    desk.para(label_of(desk, ("Närvarande ledamöter", "Närvarande")))
    for i, person in enumerate(party_members(desk, 4, 7)):
        words, role = chair_words(desk) if i == 0 else ("", None)
        keep(desk, person, PRESENT)
        desk.line(with_party(desk, person, desk.attend(person, PRESENT, role=role)), words)
        if i == 2:
            desk.line(desk.rng.choice((f"Vakant ({person.party})", "Vakant", f"Vakant plats ({person.party})")))
    desk.para(label_of(desk, ABSENT_WORDS))
    for person in party_members(desk, 1, 2):
        desk.line(with_party(desk, person, desk.attend(person, ABSENT)))
    if desk.rng.random() < 0.5:
        desk.line("Vakant")
