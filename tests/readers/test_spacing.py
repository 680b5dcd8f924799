"""Copies with an empty line after every line."""

from __future__ import annotations

import pytest

from graph.lexicon import load_lexicon
from ingest.readers import read_document
from ingest.readers.spacing import close_up
from ingest.record import read_record

_TALK = (
    "Nämnden talade länge om saken och om vad den kan komma att kosta de kommuner som",
    "äger hamnen tillsammans. Flera av ledamöterna menade att bryggorna först ska ses",
    "över, och att det kan ske i egen regi under hösten när båtarna är uppe på land.",
)
_DECIDED = ("Hamnnämnden beslutar", "att anta planen och att sprida den till alla de kommuner som äger hamnen till-", "sammans.")
_MINUTES = "\n".join(
    [
        "Hamnnämnden\nSammanträdesprotokoll 2031-05-14\n\nNärvarande: Anna Ek (S), ordförande, Bo Lind (M) tjänstgörande ersättare för\nEva Holm (M)\n",
        *(
            "\n".join((f"§ {n} {title}", *_TALK, "", *_DECIDED, ""))
            for n, title in enumerate(("Plan", "Budget", "Bojar", "Ramper"), 1)
        ),
    ]
)


def _spread(text: str, between: str) -> str:
    return "\n".join(f"{line}\n{between}" if line.strip() else line for line in text.split("\n"))


@pytest.mark.parametrize("between", ["", " ", "\t"])
def test_one_empty_line_after_every_line_leaves_the_text(between: str) -> None:
    whole = _MINUTES.split("\n")
    assert [line.strip() for line in close_up(_spread(_MINUTES, between)).split("\n")][: len(whole)] == whole
    assert close_up(_MINUTES) == _MINUTES


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_is_said_is_the_same(end: str) -> None:
    lexicon = load_lexicon()

    def said(text: str) -> tuple[object, object]:
        (meeting,) = read_record(read_document(text.encode(), "prov.txt"), lexicon).meetings
        items = [(item.number, item.title, [d.text for d in item.decisions]) for item in meeting.items]
        return items, [(person.name, person.status, person.replaces) for person in meeting.attendance]

    spread = _spread(_MINUTES, " ").replace("\n", end)
    items, people = said(spread)
    assert (items, people) == said(_MINUTES)
    decided = ["att anta planen", "att sprida den till alla de kommuner som äger hamnen tillsammans"]
    assert items == [(f"§ {n}", title, decided) for n, title in enumerate(("Plan", "Budget", "Bojar", "Ramper"), 1)]
    assert people == [("Anna Ek", "present", None), ("Bo Lind", "present", "Eva Holm"), ("Eva Holm", "absent", None)]


def test_paragraphs_of_a_line_each_stay_apart() -> None:
    paragraphs = "\n\n".join(f"Nämnden talade om brygga {n} och om vad den kostar dem som äger hamnen." for n in range(60))
    assert close_up(paragraphs) == paragraphs


def test_lines_that_nothing_parts_into_paragraphs_stay() -> None:
    lines = "\n\n".join(_TALK * 20)
    assert close_up(lines) == lines


def test_the_sign_of_a_page_stays() -> None:
    spread = _spread(_MINUTES, "").replace("\n\n§ 3", "\n\f\n§ 3")
    assert close_up(spread).count("\f") == spread.count("\f") == 1
