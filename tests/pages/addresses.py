"""Every kind of page, by name, with an address that the sample documents can answer."""

from __future__ import annotations

PAGES = {
    "start": "/",
    "questions": "/fraga",
    "trace form": "/fraga/trace",
    "trace": "/fraga/trace?topic=SPAK",
    "trace between": "/fraga/trace?topic=SPAK&from=LCHNV&to=VFR",
    "never attended": "/fraga/never-attended?forum=VFR",
    "attendance": "/fraga/attendance?forum=VFR",
    "presenters": "/fraga/presenters?topic=SPAK",
    "meetings": "/fraga/meetings",
    "topics": "/fraga/topics",
    "decisions": "/fraga/decisions?topic=SPAK",
    "follow-up": "/fraga/follow-up",
    "stalled": "/fraga/stalled",
    "flows": "/fraga/flows",
    "as of": "/fraga/as-of?topic=SPAK&date=2025-03-31",
    "documents": "/dokument",
    "search": "/sok?q=SPAK",
    "search near": "/sok?q=xqzzy",
    "search empty": "/sok",
    "topic": "/entitet/topic:spak",
    "forum": "/entitet/forum:vfr",
    "meeting": "/entitet/meeting:vfr:2025-03-13",
    "neighbours": "/entitet/forum:vfr/grannar?slag=Meeting",
    "interface": "/api",
}
MISSING = {
    "ambiguous": ("/fraga/never-attended?forum=Myrland", 409),
    "unknown": ("/fraga/trace?topic=SPAKK", 404),
    "no such page": ("/nope", 404),
    "no such entity": ("/entitet/forum:none", 404),
    "no such question": ("/fraga/trice", 404),
    "no date": ("/fraga/meetings?since=now", 422),
}
