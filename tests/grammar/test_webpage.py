"""Words of the page around the minutes go; the same words where no page shows itself stay, so that they are read or listed."""

from collections.abc import Callable

import pytest

from graph.record import Record
from ingest.lines import iter_lines
from ingest.readers import read_document
from ingest.webpage import find_page_parts, iter_told, without_page_parts

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


def test_what_was_left_out_is_told_and_can_be_quoted() -> None:
    text = "\n".join(["Hoppa till innehållet", "Meny", *_MINUTES, "Kontakta oss"])
    parts = find_page_parts(iter_lines(read_document(text.encode(), "prov.txt")))
    told = list(iter_told(parts))
    assert [u.text for u in told] == ["Hoppa till innehållet Meny", "Kontakta oss"]
    assert [text[u.span[0] : u.span[1]].replace("\n", " ") for u in told] == [u.text for u in told]


def test_the_record_tells_what_was_left_out(read: Callable[[str], Record]) -> None:
    record = read(
        "Hoppa till innehållet\n\nHamnnämnden\nProtokoll 2024-05-22\n\nNärvarande: Anna Ek, Bo Lind\n\n§ 1 Bojar\nBojarna gicks igenom.\n"
    )
    assert [u.text for u in record.unread] == ["Hoppa till innehållet"]
