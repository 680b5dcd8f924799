"""Every head of the list beside, read: forum, days, hours, place and diary number."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.lexicon import Lexicon
from graph.record import Record
from ingest.readers import read_document
from ingest.record import read_record

_LAYOUTS = yaml.safe_load(Path(__file__).with_name("head_layouts.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("layout", _LAYOUTS, ids=lambda layout: layout["name"])
def test_a_head(lexicon: Lexicon, layout: dict[str, Any]) -> None:
    record = read_record(read_document(layout["text"].encode(), layout.get("file", "prov.txt")), lexicon)
    meeting = record.meetings[0]
    said = {
        "forum": meeting.forum_as_written,
        "called": meeting.forum,
        "organisation": meeting.organisation,
        "date": str(meeting.date),
        "start": meeting.start,
        "end": meeting.end,
        "place": meeting.place,
        "online": meeting.online,
        "diaryNumber": record.document.diary_number,
        "documentDate": str(record.document.date),
    }
    assert {key: said[key] for key in layout["expected"]} == layout["expected"]


@pytest.mark.parametrize(
    ("title", "people", "forum"),
    [
        ("Socialchefsnätverket Värmland", "Anna Ek (Kil), Bo Alm (Sunne)", "Socialchefsnätverket Värmland"),
        ("Välfärdsrådet", "Anna Ek (Region Värmland), Bo Alm (Kil)", "Välfärdsrådet"),
        ("Socialchefsnätverket", "Anna Ek (Mora), Bo Alm (Kil)", "SCHNV"),
        ("Socialchefsnätverket", "Anna Ek, Bo Berg", "SCHNV"),
    ],
)
def test_a_forum_of_the_lexicon_is_another_where_the_people_are_from_another_county(
    read: Callable[[str], Record], title: str, people: str, forum: str
) -> None:
    record = read(
        f"Minnesanteckningar {title}\n\nDatum: 2024-02-09\nNärvarande: {people}\n\n1. Mötets öppnande\nMötet öppnades.\n"
    )
    assert record.meetings[0].forum == forum


def test_a_group_with_its_short_form_and_what_it_is_for(read: Callable[[str], Record]) -> None:
    record = read(
        "**Minnesanteckningar**\n**Länsgemensam styrgrupp (LSG) tidig hjälp**\n\nDatum: 2024-02-09\n\n1. Öppnande\nMötet öppnades.\n"
    )
    assert record.meetings[0].forum == "Länsgemensam styrgrupp (LSG) tidig hjälp"


@pytest.mark.parametrize(
    ("foot", "date"), [("Gemensamma hamnnämnden 2014-10-07 {} (4)", "2014-10-07"), ("Mall HN 2014-10-07 {} (4)", "None")]
)
def test_the_day_in_the_heads_of_pages_that_stand_at_the_feet_of_those_before(lexicon: Lexicon, foot: str, date: str) -> None:
    pages = [
        "SAMMANTRÄDESPROTOKOLL\n\nPlats och tid\nHamnhuset, klockan 10.00-12.20\n\nBeslutande\nAnna Ek (S), ordförande\nBo Alm (M)",
        "HN § 42 Föredragningslista\n\nHamnnämnden beslutar\natt fastställa föredragningslistan",
        "HN § 43 Föregående protokoll\n\nHamnnämnden beslutar\natt lägga protokollet till handlingarna",
        "HN § 44 Rapporter\n\nHamnnämnden beslutar\natt lägga rapporterna till handlingarna",
    ]
    text = "\f".join(f"{page}\n\n{foot.format(number)}" for number, page in enumerate(pages, 1))
    record = read_record(read_document(text.encode(), "prov.txt"), lexicon)
    assert str(record.meetings[0].date) == date
