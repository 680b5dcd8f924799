"""Words of the page around the minutes go; the same words where no page shows itself stay, so that they are read or listed."""

import pytest

from ingest.lines import iter_lines
from ingest.readers import read_document
from ingest.webpage import without_page_parts

_MINUTES = ["Hamnnämnden", "Protokoll 2024-05-22", "Nämnden talade om bryggor och båtar hela dagen."]
_LIKELY = ["Språk", "Full text", "Gå till beslut i frågan", "Sök bidrag", "Läs mer", "Kontakta oss"]


def _kept(*lines: str) -> list[str]:
    return [line.text for line in without_page_parts(iter_lines(read_document("\n".join(lines).encode(), "prov.txt")))]


@pytest.mark.parametrize("line", _LIKELY)
def test_a_word_that_minutes_may_have_stays_where_no_page_shows_itself(line: str) -> None:
    assert line in _kept(*_MINUTES, line)


@pytest.mark.parametrize("sign", ["Hoppa till innehållet", "No results found", "Stäng menyn"])
def test_a_sure_sign_of_a_page_goes_and_the_likely_ones_with_it(sign: str) -> None:
    assert _kept(sign, "Meny", "Läs mer", *_MINUTES, "Kontakta oss") == _MINUTES
