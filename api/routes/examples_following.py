"""Examples of the answers on what was sent on, for the OpenAPI description (see `api.routes.examples`)."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def following_examples(source: Json, forum: Json, meeting: Json, topic: Json, item: str) -> dict[str, Json]:
    """By question; the parts they share with the other examples are given."""
    chiefs = {"id": "forum:lchnv", "label": "Forum", "name": "Länschefsnätverket", "short": "LCHNV"}
    to = {"name": "LCHNV", "count": 1, "members": [chiefs], "meeting": None}
    held = {"id": "meeting:lchnv:2025-05-09", "name": "LCHNV 2025-05-09", "date": "2025-05-09", "forum": chiefs, "recorded": True}
    what = "ta fram en gemensam tidplan"
    reasons = [
        {"kind": "topic", "weight": 0.4, "text": "samma ärende: SPAK", "textEn": "the same issue: SPAK"},
        {
            "kind": "forum",
            "weight": 0.15,
            "text": "det kommer upp i LCHNV, dit det skickades",
            "textEn": "it comes up in LCHNV, where it was sent",
        },
        {"kind": "wording", "weight": 0.25, "text": "orden ”Återrapport”", "textEn": "the words “Återrapport”"},
    ]
    answer = {
        "item": "item:lchnv:2025-05-09:4",
        "number": "4",
        "title": "SPAK – återrapport om tidplanen",
        "meeting": held,
        "days": 57,
        "score": 0.8,
        "reasons": reasons,
        "sources": [source],
    }
    sent = {
        "kind": "RECOMMENDS",
        "from": forum,
        "to": to,
        "what": what,
        "item": item,
        "number": "6a",
        "title": "SPAK – lägesrapport",
        "meeting": meeting,
        "due": None,
        "sources": [source],
    }
    return {
        "follow-up": {
            "query": "follow-up",
            "parameters": {},
            "finding": "1 sak har skickats vidare: 1 besvarad.",
            "findingEn": "1 matter has been sent on: 1 answered.",
            "notes": [],
            "notesEn": [],
            "rows": [
                {
                    **sent,
                    "status": "answered",
                    "basis": "stated",
                    "givenBefore": False,
                    "written": "länschefsnätverket",
                    "dueBasis": None,
                    "dueWords": None,
                    "expectedIn": chiefs,
                    "reason": None,
                    "laterMinutes": 1,
                    "missing": [],
                    "answer": answer,
                    "possible": [],
                    "waitedDays": None,
                    "overdueDays": None,
                    "text": "Besvarat av LCHNV 2025-05-09 efter 57 dagar.",
                    "textEn": "Answered by LCHNV 2025-05-09 after 57 days.",
                }
            ],
        },
        "stalled": {
            "query": "stalled",
            "parameters": {},
            "finding": "1 sak har skickats till ett forum vars senare protokoll inte tar upp det.",
            "findingEn": "1 matter was sent to a forum whose later minutes do not take it up.",
            "notes": ["Väntetiden är räknad till 2025-06-01."],
            "notesEn": ["Waiting time is counted until 2025-06-01."],
            "rows": [
                {
                    **sent,
                    "finding": "never-taken-up",
                    "waitedDays": 80,
                    "lookedIn": [held],
                    "missing": [],
                    "possible": [],
                    "text": "1 senare protokoll från LCHNV tar inte upp det.",
                    "textEn": "1 later set of minutes of LCHNV do not take it up.",
                }
            ],
        },
        "flows": {
            "query": "flows",
            "parameters": {},
            "finding": "2 saker har skickats.",
            "findingEn": "2 matters were sent.",
            "notes": [],
            "notesEn": [],
            "rows": [
                {
                    "from": forum,
                    "to": chiefs,
                    "members": 1,
                    "kind": "RECOMMENDS",
                    "basis": "stated",
                    "year": 2025,
                    "count": 2,
                    "items": [{"item": item, "number": "6a", "title": "SPAK – lägesrapport", "meeting": meeting}],
                    "sources": [source],
                }
            ],
        },
        "as-of": {
            "query": "as-of",
            "parameters": {"date": "2025-03-31", "topic": topic},
            "finding": "SPAK 2025-03-31: 1 ärendepunkt i VFR, senast VFR 2025-03-13; av det som skickats vidare: 1 väntar på svar och 0 är besvarade.",
            "findingEn": "SPAK on 2025-03-31: 1 agenda item in VFR, latest VFR 2025-03-13; of what was sent on 1 await an answer and 0 are answered.",
            "notes": ["Bara möten till och med 2025-03-31 är räknade, och väntetiden till den dagen."],
            "notesEn": ["Only meetings up to 2025-03-31 count, and waiting time until that day."],
            "rows": [
                {
                    "aspect": "sent",
                    "item": item,
                    "number": "6a",
                    "title": "SPAK – lägesrapport",
                    "meeting": meeting,
                    "kind": "RECOMMENDS",
                    "text": what,
                    "from": forum,
                    "givenBefore": False,
                    "to": to,
                    "status": "silent",
                    "due": None,
                    "waitedDays": 18,
                    "standing": "Går inte att veta, 18 dagar efteråt: lagret har inga senare protokoll från LCHNV.",
                    "standingEn": "Cannot be known, 18 days on: the store has no later minutes of LCHNV.",
                    "sources": [source],
                }
            ],
        },
    }
