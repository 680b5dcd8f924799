"""Councils of organisations: brukarråd, pensionärsråd."""

from __future__ import annotations

from ingest.synthetic.attendance.parts import (
    ABSENT,
    ABSENT_WORDS,
    PRESENT,
    PRESENT_WORDS,
    chair_words,
    keep,
    label_of,
)
from ingest.synthetic.desk import Desk
from ingest.synthetic.pools import (
    OFFICE_TITLES,
    ORGANISATIONS,
    PENSIONER_ORGANISATIONS,
)
from ingest.synthetic.sheet import joined


def organisations(desk: Desk) -> None:
    """Brukarråd, pensionärsråd: name and organisation, one a line; those who were not there below."""
    pool = PENSIONER_ORGANISATIONS if "pensionär" in desk.body.name else ORGANISATIONS
    form = desk.rng.choice((", {}", " ({})", " {}", ", {}"))
    for words, status, low, high in ((PRESENT_WORDS[:4], PRESENT, 4, 8), (ABSENT_WORDS, ABSENT, 1, 3)):
        desk.para(label_of(desk, words), bold=True)
        for n in range(desk.rng.randint(low, high)):
            person = desk.people.member(desk.rng.choice(pool))
            words_after, role = chair_words(desk) if n == 0 and status is PRESENT else ("", None)
            keep(desk, person, status)
            desk.line(desk.attend(person, status, role=role), form.format(person.represents), words_after)


def organisations_grouped(desk: Desk) -> None:
    """The organisation first, its people after a colon, and the officials of the municipality at the end."""
    pool = PENSIONER_ORGANISATIONS if "pensionär" in desk.body.name else ORGANISATIONS
    desk.para(label_of(desk, PRESENT_WORDS[:4]), bold=True)
    for organisation in desk.rng.sample(pool, min(len(pool), desk.rng.randint(3, 5))):
        people = [desk.people.member(organisation) for _ in range(desk.rng.choice((1, 2, 2)))]
        for person in people:
            keep(desk, person, PRESENT)
        desk.line(f"{organisation}: ", joined([desk.attend(p, PRESENT) for p in people], ", "))
    officials = [desk.people.member(title=desk.rng.choice(OFFICE_TITLES)) for _ in range(2)]
    desk.line("Tjänstepersoner: ", joined([[desk.attend(p, PRESENT, role=p.title), f", {p.title}"] for p in officials], "; "))
    if desk.rng.random() < 0.6:
        away = desk.people.member(desk.rng.choice(pool))
        desk.para(desk.rng.choice(ABSENT_WORDS), ": ", desk.attend(away, ABSENT), f", {away.represents}")
