"""What the foot of a page and the head of the next leave between the lines changes nothing of what minutes say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from graph.record import Record

Read = Callable[[str], Record]

_TALK = (
    "Nämnden talade länge om saken och om vad den kan komma att kosta de kommuner som",
    "äger hamnen tillsammans. Flera av ledamöterna menade att bryggorna först ska ses",
    "över, och att det kan ske i egen regi under hösten när båtarna är uppe på land.",
    "Hamnchefen svarade att det finns en plan för detta och att den kan tidigareläggas",
    "om medel finns. Kostnaden beräknas till 40 000 kronor om året, och intäkterna från",
    "gästhamnen täcker ungefär hälften av den summan enligt den senaste prognosen.",
)
_TITLES = ("Plan för bryggorna", "Budget", "Bojar i farleden", "Avgift för gäster", "Ramper", "Lokaler på kajen", "Tider")
_DECIDED = ("Hamnnämnden beslutar", "att anta planen för {n},", "att ge hamnchefen i uppdrag att sprida den.")
_BORDERS = {
    "signatures and a head of three lines": "Justerandes sign Utdragsbestyrkande\n\nSammanträdesprotokoll Sida {page} (9)\nHamnnämnden\n2031-05-14\n",
    "a number of pages over the head": "\n{page} (9)\n\nPROTOKOLL\n\nHamnnämnden 2031-05-14\n",
    "a head of one line": "Hamnnämnden Protokoll 2031-05-14\nSida {page} av 9",
    "a foot with the body, the day and the page": "\nOrdförandens signatur Justerarens signatur\n\nHamnnämnden, 2031-05-14, sid {page}\n",
    "a number alone": "{page}\n",
    "a number alone between empty lines": "\n{page}\n\n",
}
_LENGTH = 17
"""Lines of a page."""


def _minutes(mark: str) -> Iterator[str]:
    yield from ("Hamnnämnden", "Sammanträdesprotokoll 2031-05-14", "", "Närvarande: Anna Ek (S), ordförande, Bo Lind (M)", "")
    for n, title in enumerate(_TITLES, 1):
        yield from (f"{mark.format(n=n)} {title}", *_TALK, "", *(line.format(n=n) for line in _DECIDED), "")


def _said(record: Record) -> list[tuple[str | None, str, list[str]]]:
    return [(item.number, item.title, [d.text for d in item.decisions]) for item in record.meetings[0].items]


@pytest.mark.parametrize("first", range(6, 18, 2))
@pytest.mark.parametrize("border", _BORDERS.values(), ids=_BORDERS.keys())
@pytest.mark.parametrize("mark", ["§ {n}", "{n}.", "{n}"])
def test_pages_that_end_anywhere(read: Read, mark: str, border: str, first: int) -> None:
    lines = list(_minutes(mark))
    paged: list[str] = []
    page = 1
    for at, line in enumerate(lines):
        if at >= first and (at - first) % _LENGTH == 0:
            page += 1
            paged += border.format(page=page).split("\n")
        paged.append(line)
    whole, parted = read("\n".join(lines)), read("\n".join(f"{line} " for line in paged))
    assert [title for _, title, _ in _said(whole)] == list(_TITLES)
    assert _said(parted) == _said(whole)
    assert [(p.name, p.status) for p in parted.meetings[0].attendance] == [
        (p.name, p.status) for p in whole.meetings[0].attendance
    ]


def test_what_two_pages_happen_to_end_with_stays(read: Read) -> None:
    head = "Justerandes sign\n\nSammanträdesprotokoll Sida {page} (3)\nHamnnämnden\n2031-05-14\n\n"
    text = "\n".join(
        [
            "Hamnnämnden\nSammanträdesprotokoll Sida 1 (3)\n2031-05-14\n\nNärvarande: Anna Ek, Bo Lind\n\n1. Plan\nPlanen gicks igenom.\n",
            "Nämnden beslutar",
            head.format(page=2) + "att anta planen.\n\n2. Tider\nTiderna gicks igenom.\n",
            "Nämnden beslutar",
            head.format(page=3) + "att anta tiderna.\n\n3. Avslut\nMötet avslutades.",
        ]
    )
    assert [decided for _, _, decided in _said(read(text))] == [["att anta planen"], ["att anta tiderna"], []]


def test_numbers_that_stand_alone_over_their_matters_are_no_pages(read: Read) -> None:
    matters = [
        f"{n}\n{title}\n\n" + "\n".join(_TALK * 2) + "\n\nNämnden beslutar\natt anta förslaget.\n"
        for n, title in enumerate(_TITLES, 1)
    ]
    text = "Hamnnämnden\nProtokoll 2031-05-14\n\nNärvarande: Anna Ek, Bo Lind\n\n" + "\n".join(matters)
    assert [(number, title) for number, title, _ in _said(read(text))] == [(str(n), title) for n, title in enumerate(_TITLES, 1)]


_LISTS = {
    "of points": "Åtgärder:\n1. Bryggan lagas\n2. Båten säljs\n3. Bojen målas\n4. Rampen rivs\n",
    "of bare numbers": "Åtgärder\n1 Bryggan lagas\n2 Båten säljs\n3 Bojen målas\n4 Rampen rivs\n",
}


@pytest.mark.parametrize("listed", _LISTS.values(), ids=_LISTS.keys())
def test_a_list_within_one_matter_makes_no_pages_of_the_numbers_that_stand_alone(read: Read, listed: str) -> None:
    matters = [
        f"{n}\n{title}\n\n" + "\n".join(_TALK * 2) + f"\n\n{listed if n == 2 else ''}\nNämnden beslutar\natt anta förslaget.\n"
        for n, title in enumerate(_TITLES, 1)
    ]
    text = "Hamnnämnden\nProtokoll 2031-05-14\n\nNärvarande: Anna Ek, Bo Lind\n\n" + "\n".join(matters)
    assert [(number, title) for number, title, _ in _said(read(text))] == [(str(n), title) for n, title in enumerate(_TITLES, 1)]


def test_what_all_pages_end_with_is_said_in_each_matter(read: Read) -> None:
    head = "Hamnnämnden\nProtokoll 2031-05-14\n\nNärvarande: Anna Ek, Bo Lind\n\n"
    matters = [f"§ {n} {title}\nSaken gicks igenom.\nNämnden godkänner rapporten\n" for n, title in enumerate(_TITLES[:3], 1)]
    said = _said(read(head + "\n\f".join(matters)))
    assert said == [(f"§ {n}", title, ["Nämnden godkänner rapporten"]) for n, title in enumerate(_TITLES[:3], 1)]
