"""Whose a decision is that stands below "Styrelsens beslut" or behind "Nämnden beslutar": that of the meeting, unless the head speaks against it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from graph.record import Record

_PEOPLE = "Närvarande: Anna Ek (S), ordförande, Bo Alm (M), Cilla Björk (C)"
_BOARDS = [
    ("Kommunförbundet Norra Viken", "Styrelsen", "Styrelsen"),
    ("Regionförbundet Södra Viken", "Förbundsstyrelsen", "Styrelsen"),
    ("Räddningstjänsten Norra Viken", "Direktionen", "Direktionen"),
    ("Vikbygdens gymnasieförbund", "Direktionen", "Direktionen"),
    ("Avfallsförbundet Västra Viken", "Styrelsen", "Styrelsen"),
    ("Samordningsförbundet Norra Viken", "Förbundsstyrelsen", "Förbundsstyrelsen"),
    ("Norrby Hamn AB", "Styrelsen", "Styrelsen"),
    ("Vikåns vattenråd", "Styrelsen", "Styrelsen"),
    ("Bryggföreningen Udden", "Styrelsen", "Styrelsen"),
    ("Norrby kommun", "Hamnnämnden", "Nämnden"),
    ("Norrby kommun", "Folkhälsorådet", "Rådet"),
    ("Norrby kommun", "Hamnstyrelsens arbetsutskott", "Utskottet"),
    ("Vårdsamverkan Norrvik", "Ledningsgruppen", "Ledningsgruppen"),
    ("Vårdsamverkan Norrvik", "Länsnätverket för bryggor", "Nätverket"),
]
_ORDERS = [
    "{org}\nSAMMANTRÄDESPROTOKOLL\n{organ}\n2019-03-28",
    "Protokoll\n{organ}\n{org}\n28 mars 2019",
    "{org}          PROTOKOLL\n{organ}        2019-03-28",
    "# {org}\n## {organ} – protokoll 4/2019\n**Torsdagen den 28 mars 2019**",
]
_WORDINGS = [
    ("## {by}s beslut\n\n{text}", "Rapporten läggs till handlingarna.", "Båten säljs till högstbjudande."),
    ("{by}s beslut \n{text} ", "Rapporten läggs till handlingarna.", "Båten säljs till högstbjudande."),
    ("{by}s beslut: {text}", "Rapporten läggs till handlingarna.", "Båten säljs till högstbjudande."),
    ("{by} beslutar \natt {text} ", "lägga rapporten till handlingarna.", "sälja båten till högstbjudande."),
    ("{by} beslutar att {text}", "lägga rapporten till handlingarna.", "sälja båten till högstbjudande."),
    ("{by} beslutade att {text}", "lägga rapporten till handlingarna.", "sälja båten till högstbjudande."),
]


def _minutes(head: str, *items: str) -> str:
    told = "\n\n".join(
        f"§ {15 + k} Ärende om bojar {k}\n\nEva Holm berättade om läget i viken.\n\n{text}" for k, text in enumerate(items)
    )
    return f"{head}\n\n{_PEOPLE}\n\n{told}\n"


def _decided(record: Record) -> list[list[str]]:
    return [[d.text.removeprefix("att ") for d in item.decisions] for item in record.meetings[0].items]


@pytest.mark.parametrize(("board", "order"), list(product(_BOARDS, _ORDERS)))
def test_a_board_called_by_its_kind_is_the_one_that_met(
    read: Callable[[str], Record], board: tuple[str, str, str], order: str
) -> None:
    org, organ, by = board
    for wording, first, second in _WORDINGS:
        items = [wording.format(by=by, text=text) for text in (first, second)]
        record = read(_minutes(order.format(org=org, organ=organ), *items))
        assert _decided(record) == [[first.removesuffix(".")], [second.removesuffix(".")]], wording
        assert str(record.meetings[0].date) == "2019-03-28"


@pytest.mark.parametrize(
    ("head", "heading"),
    [
        ("Norrby kommun\nHamnchefsmöte\nMinnesanteckningar 2019-03-28", "Gruppens beslut"),
        ("Norrby kommun\nHamnnätverket\nMinnesanteckningar 2019-03-28", "Rådets beslut"),
        ("Norrby kommun\nSocialnämnden\nMinnesanteckningar 2019-03-28", "Presidiets beslut"),
        ("Norrby kommun\nSocialnämnden\nMinnesanteckningar 2019-03-28", "Brottsförebyggande rådets beslut"),
    ],
)
def test_what_stands_below_headings_all_alike_is_not_lost_where_the_head_names_another(
    read: Callable[[str], Record], head: str, heading: str
) -> None:
    record = read(_minutes(head, f"{heading}\nPlanen antas.", f"{heading}\nBåten säljs."))
    decided = [text for texts in _decided(record) for text in texts]
    told = " ".join([*decided, *(note.text for note in record.unread)])
    assert "Planen antas" in told
    assert "Båten säljs" in told


def test_headings_of_the_kind_decide_where_one_of_another_body_is_quoted(read: Callable[[str], Record]) -> None:
    record = read(
        _minutes(
            "Vikåns vattenråd\nPROTOKOLL\n2019-03-28",
            "Styrelsens beslut\nPlanen antas.",
            "Styrelsens beslut\nBåten säljs.",
            "Hamnnämndens beslut\nBryggan byggs.",
            "Styrelsens beslut\nBojen flyttas.",
        )
    )
    assert _decided(record) == [["Planen antas"], ["Båten säljs"], [], ["Bojen flyttas"]]
    assert any("Bryggan byggs" in note.text for note in record.unread)


@pytest.mark.parametrize(
    ("head", "other"),
    [
        ("Norrby kommun\nKommunstyrelsens arbetsutskott\nPROTOKOLL\n2019-03-28", "Kommunstyrelsens beslut"),
        ("Norrby kommun\nHamnrådet\nPROTOKOLL\n2019-03-28", "Nämndens beslut"),
        ("Vikens förbund\nStyrelsens arbetsutskott\nPROTOKOLL\n2019-03-28", "Styrelsens beslut"),
    ],
)
@pytest.mark.parametrize("own", ["Beslut", "{kind}s beslut"])
def test_another_body_is_quoted_where_the_own_decides_too(read: Callable[[str], Record], head: str, other: str, own: str) -> None:
    kind = "Rådet" if "Hamnrådet" in head else "Arbetsutskottet"
    record = read(_minutes(head, f"{own.format(kind=kind)}\nPlanen antas.", f"{other}\nBåten säljs.", f"{other}\nBryggan byggs."))
    assert _decided(record) == [["Planen antas"], [], []]
    assert all(any(words in note.text for note in record.unread) for words in ("Båten säljs", "Bryggan byggs"))
