"""How names are shown and compared."""

from __future__ import annotations

import pytest

from graph.names import as_title, slug


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("KOMMUNSTYRELSEN", "Kommunstyrelsen"),
        ("STYRELSEN FÖR TALLÅNS VATTENRÅD", "Styrelsen för Tallåns vattenråd"),
        ("HAMN- OCH BRYGGNÄMNDEN", "Hamn- och bryggnämnden"),
        ("MALUNG-SÄLENS RÅD", "Malung-Sälens råd"),
        ("NORRBY BRYGGOR AB", "Norrby Bryggor AB"),
        ("SOCIALCHEFER I NORRBY LÄN", "Socialchefer i Norrby län"),
        ("byarådet", "Byarådet"),
        ("Bryggrådet i Norra Viken", "Bryggrådet i Norra Viken"),
        ("VFR", "VFR"),
        ("LCHNV", "LCHNV"),
        ("KS AU", "KS AU"),
        ("", ""),
    ],
)
def test_a_name_set_in_capitals_is_shown_as_one_writes_it(written: str, shown: str) -> None:
    assert as_title(written) == shown
    assert slug(as_title(written)) == slug(written)
