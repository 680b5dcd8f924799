"""Labels over those who came besides the members: whoever stands below them behind a list of the absent was there."""

import pytest

from tests.attendance.sheets import attendance, statuses


@pytest.mark.parametrize(
    "label",
    [
        "Härutöver deltog",
        "Härutöver",
        "Därjämte närvarande",
        "Jämväl närvarande",
        "Andra deltagare",
        "Utöver ledamöterna deltog",
        "Utöver dessa deltog",
        "Förutom styrelsen närvarade",
        "Utöver styrelsens ledamöter deltog",
    ],
)
def test_those_who_came_besides_the_members(label: str) -> None:
    said = statuses(
        attendance(
            "Kvarnbolaget\nStyrelseprotokoll 2022-02-24\n\nNärvarande:\nRune Hagman ordförande\nMarie Sundin ledamot\n\n"
            f"Frånvarande:\nOve Karlberg ledamot\n\n{label}:\nLeo Qvist verkställande direktör\nIngalill Strand sekreterare\n\n"
            "§ 1 Öppnande\nOrdföranden öppnade mötet.\n"
        )
    )
    assert said == {
        "Rune Hagman": "present",
        "Marie Sundin": "present",
        "Ove Karlberg": "absent",
        "Leo Qvist": "present",
        "Ingalill Strand": "present",
    }
