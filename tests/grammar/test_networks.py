"""How networks, groups and councils of officials write their notes: what they agree upon, who does it, who tells of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.record import Item

Make = Callable[[str], Item]


def texts(item: Item) -> list[str]:
    return [d.text for d in item.decisions]


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (
            "Rådet beslutade att planen skickas på remiss i januari att Lars-Inge Falk går med i skrivargruppen",
            ["att planen skickas på remiss i januari", "att Lars-Inge Falk går med i skrivargruppen"],
        ),
        (
            "Beslöts att godkänna övningsplanen att Orsa är värd för höstens övning att Anna Ek och Bo Lind ingår i ledningen.",
            ["att godkänna övningsplanen", "att Orsa är värd för höstens övning", "att Anna Ek och Bo Lind ingår i ledningen"],
        ),
        (
            "Rådets beslut\nAtt enkäten genomförs i årskurs 9 Att 15 000 kronor avsätts ur budgeten Att Mora ansöker",
            ["Att enkäten genomförs i årskurs 9", "Att 15 000 kronor avsätts ur budgeten", "Att Mora ansöker"],
        ),
        (
            "Rådet beslutar\natt skriva till hjälpmedelsnämnden\natt Anna och Barbro formulerar skrivelsen",
            ["att skriva till hjälpmedelsnämnden", "att Anna och Barbro formulerar skrivelsen"],
        ),
        (
            "Rådet beslutar att godkänna beskedet att Mora är värd för övningen.",
            ["att godkänna beskedet att Mora är värd för övningen"],
        ),
        (
            "Rådets beslut\nAtt tacka för informationen Anna Ek informerar om tandhälsan. De flesta är kvinnor.",
            ["Att tacka för informationen"],
        ),
        (
            "Rådet beslutar att tacka för det som Anna Ek berättade om tandhälsan.",
            ["att tacka för det som Anna Ek berättade om tandhälsan"],
        ),
    ],
)  # fmt: skip
def test_att_satser_that_stand_in_a_row(item: Make, block: str, told: list[str]) -> None:
    assert texts(item(f"Övning\n\nEn dialog fördes om övningen.\n\n{block}\n")) == told
