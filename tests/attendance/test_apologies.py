"""Apologies in sentences below the last item."""

from __future__ import annotations

import pytest

from tests.attendance.sheets import attendance, statuses, towns

_MINUTES = "Närvarande\nAnna Ek, Mora\nBo Alm, Orsa\n\n" + "\n\n".join(
    f"{number}. Ärende om bryggan\nFrågan diskuterades och Anna lovade att återkomma." for number in range(1, 8)
)


@pytest.mark.parametrize(
    "apology",
    [
        "Förhinder hade anmälts av Cilla Björk, Falun, David Asp, Leksand, och Eva\nGran Hassel, Region Dalarna. Rättvik var inte representerat.",
        "Cilla Björk, David Asp och Eva Gran Hassel hade anmält förhinder.",
        "Återbud har lämnats av Cilla Björk, David Asp och Eva Gran Hassel.",
        "Rättvik var inte representerat vid mötet. Cilla Björk, David Asp och Eva Gran Hassel hade\nmeddelat att de inte kunde delta.",
        "Frånvarande var Cilla Björk, David Asp och Eva Gran Hassel.",
    ],
)
def test_apologies_below_the_last_item(apology: str) -> None:
    result = attendance(f"{_MINUTES}\n\n{apology}\n")
    assert {name for name, status in statuses(result).items() if status == "absent"} == {
        "Cilla Björk",
        "David Asp",
        "Eva Gran Hassel",
    }
    if "Rättvik" in apology:
        assert towns(result)["Rättvik"] == "absent"


@pytest.mark.parametrize(
    "told",
    [
        "Bo Alm hade anmält förhinder till studiebesöket, som därför ställs in.",
        "Mora saknades i enkäten.",
        "Kostnaden för förhinder hade ökat, sade Bo Alm.",
    ],
)
def test_the_last_item_tells_of_no_absence(told: str) -> None:
    result = attendance(f"{_MINUTES} {told}\n")
    assert set(statuses(result).values()) == {"present"}
