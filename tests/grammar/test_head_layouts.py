"""Every head of the list beside, read: forum, days, hours, place and diary number."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.lexicon import Lexicon
from ingest.readers import read_document
from ingest.record import read_record

_LAYOUTS = yaml.safe_load(Path(__file__).with_name("head_layouts.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("layout", _LAYOUTS, ids=lambda layout: layout["name"])
def test_a_head(lexicon: Lexicon, layout: dict[str, Any]) -> None:
    record = read_record(read_document(layout["text"].encode(), layout.get("file", "prov.txt")), lexicon)
    meeting = record.meetings[0]
    said = {
        "forum": meeting.forum_as_written,
        "date": str(meeting.date),
        "start": meeting.start,
        "end": meeting.end,
        "place": meeting.place,
        "online": meeting.online,
        "diaryNumber": record.document.diary_number,
        "documentDate": str(record.document.date),
    }
    assert {key: said[key] for key in layout["expected"]} == layout["expected"]
