"""Examples for the OpenAPI description: invented, short, of the very shape that the operations give (a test validates them)."""

from __future__ import annotations

from typing import Any

from api.problems import KINDS, MEDIA_TYPE, Problem, Slug
from api.routes.examples_following import following_examples
from api.texts import Language

_DOCUMENT = "document:1f3c9a0b2d4e5f60"
_SOURCE = {
    "document": _DOCUMENT,
    "file": "vfr-2025-03-13.docx",
    "page": 2,
    "section": "6 a) SPAK – lägesrapport",
    "words": "att rekommendera kommunerna att utse en kontaktperson",
    "start": 2310,
    "end": 2363,
    "basis": "stated",
}
_FORUM = {"id": "forum:vfr", "label": "Forum", "name": "Välfärdsrådet", "short": "VFR"}
_MEETING = {"id": "meeting:vfr:2025-03-13", "name": "VFR 2025-03-13", "date": "2025-03-13", "forum": _FORUM, "recorded": True}
_TOPIC = {"given": "SPAK", "id": "topic:spak", "name": "SPAK"}
_MUNICIPALITY = {"id": "municipality:9901", "label": "Municipality", "name": "Bergvik", "short": "Bergvik"}
_ITEM_ID = "item:vfr:2025-03-13:6a"

_TRACE = {
    "query": "trace",
    "parameters": {"topic": _TOPIC},
    "finding": "SPAK har tagits upp i 1 ärendepunkt i VFR, 2025-03-13. Öppet: rekommendation till kommunerna (2).",
    "findingEn": "SPAK has come up in 1 agenda item in VFR, on 2025-03-13. Open: a recommendation to the municipalities (2).",
    "notes": ["Väntetiden är räknad till 2025-06-01."],
    "notesEn": ["Waiting time is counted until 2025-06-01."],
    "rows": [
        {
            "position": 1,
            "step": "item",
            "item": {
                "id": _ITEM_ID,
                "number": "6a",
                "title": "SPAK – lägesrapport",
                "labels": ["beslut"],
                "attachments": ["4 B"],
                "note": None,
                "meeting": _MEETING,
                "presenters": [
                    {
                        "id": "official:anna-lund",
                        "name": "Anna Lund",
                        "asWritten": "Anna Lund",
                        "role": "utvecklingsledare",
                        "organisation": "Region Bergslagen",
                    }
                ],
                "decisions": [
                    {
                        "id": "decision:vfr:2025-03-13:6a:1",
                        "kind": "recommend",
                        "text": "att rekommendera kommunerna att utse en kontaktperson",
                    }
                ],
                "reports": [],
            },
            "hop": None,
            "sources": [_SOURCE],
        },
        {
            "position": 2,
            "step": "hop",
            "item": None,
            "hop": {
                "kind": "RECOMMENDS",
                "basis": "stated",
                "from": _FORUM,
                "originItem": _ITEM_ID,
                "givenBefore": False,
                "to": {
                    "name": "kommunerna",
                    "count": 2,
                    "members": [
                        _MUNICIPALITY,
                        {"id": "municipality:9902", "label": "Municipality", "name": "Sjöby", "short": "Sjöby"},
                    ],
                    "meeting": None,
                },
                "what": "utse en kontaktperson",
                "due": None,
                "state": "no-minutes-kept",
                "open": True,
                "pastDue": False,
                "overdue": False,
                "arrived": None,
                "answered": None,
                "possible": None,
                "waitedDays": 80,
                "laterMinutes": None,
                "missing": [],
            },
            "sources": [_SOURCE],
        },
    ],
}
_ATTENDANCE_ROW: dict[str, Any] = {
    "municipality": _MUNICIPALITY,
    "present": 0,
    "absent": 1,
    "known": 1,
    "unknown": 0,
    "conflicting": 0,
    "notMentioned": 0,
    "detail": [{"meeting": _MEETING, "status": "absent", "reason": "all listed people absent", "sources": [_SOURCE]}],
    "sources": [_SOURCE],
}
_NEVER = {
    "query": "never-attended",
    "parameters": {"forum": {"given": "VFR", "id": "forum:vfr", "name": "Välfärdsrådet"}},
    "finding": "Bergvik har ingen känd närvaro vid VFR (1 protokollfört möte).",
    "findingEn": "Bergvik has no known attendance at VFR (1 recorded meeting).",
    "notes": [],
    "notesEn": [],
    "rows": [{**_ATTENDANCE_ROW, "finding": "never", "text": "0 av 1 känt möte", "textEn": "0 of 1 known meeting"}],
}
_PRESENTERS = {
    "query": "presenters",
    "parameters": {"topic": _TOPIC},
    "finding": "SPAK har föredragits av 1 person i 1 ärendepunkt: Anna Lund.",
    "findingEn": "SPAK was presented by 1 person at 1 agenda item: Anna Lund.",
    "notes": [],
    "notesEn": [],
    "rows": [
        {
            "person": {"id": "official:anna-lund", "label": "Official", "name": "Anna Lund", "short": "Anna Lund"},
            "asWritten": "Anna Lund",
            "role": "utvecklingsledare",
            "organisation": "Region Bergslagen",
            "item": _ITEM_ID,
            "number": "6a",
            "title": "SPAK – lägesrapport",
            "meeting": _MEETING,
            "sources": [_SOURCE],
        }
    ],
}

ANSWER_EXAMPLES: dict[str, dict[str, Any]] = {
    "trace": _TRACE,
    "never-attended": _NEVER,
    "presenters": _PRESENTERS,
    "attendance": {
        **_NEVER,
        "query": "attendance",
        "finding": "VFR: 1 kommun vid 1 protokollfört möte.",
        "findingEn": "VFR: 1 municipality at 1 recorded meeting.",
        "rows": [_ATTENDANCE_ROW],
    },
    "meetings": {
        "query": "meetings",
        "parameters": {},
        "finding": "1 möte är känt, 1 med protokoll i lagret.",
        "findingEn": "1 meeting known, 1 with minutes in the store.",
        "notes": [],
        "notesEn": [],
        "rows": [
            {
                "meeting": _MEETING,
                "start": "09:00",
                "end": "12:00",
                "place": "Stadshuset",
                "online": False,
                "items": 9,
                "decisions": 4,
                "sources": [_SOURCE],
            }
        ],
    },
    "topics": {
        "query": "topics",
        "parameters": {},
        "finding": "1 ärende, 1 av dem i flera forum.",
        "findingEn": "1 issue, 1 of them in several forums.",
        "notes": [],
        "notesEn": [],
        "rows": [
            {
                "topic": {"id": "topic:spak", "label": "Topic", "name": "SPAK", "short": "SPAK"},
                "partOf": [],
                "items": 3,
                "forums": ["LCHNV", "VFR"],
                "first": "2024-04-12",
                "last": "2025-03-13",
                "sources": [_SOURCE],
            }
        ],
    },
    "decisions": {
        "query": "decisions",
        "parameters": {"topic": _TOPIC},
        "finding": "1 beslut, SPAK.",
        "findingEn": "1 decision, SPAK.",
        "notes": [],
        "notesEn": [],
        "rows": [
            {
                "id": "decision:vfr:2025-03-13:6a:1",
                "kind": "recommend",
                "text": "att rekommendera kommunerna att utse en kontaktperson",
                "item": _ITEM_ID,
                "number": "6a",
                "title": "SPAK – lägesrapport",
                "meeting": _MEETING,
                "sources": [_SOURCE],
            }
        ],
    },
    **following_examples(_SOURCE, _FORUM, _MEETING, _TOPIC, _ITEM_ID),
}

_NODE_MEETING = {"id": "meeting:vfr:2025-03-13", "label": "Meeting", "name": "VFR 2025-03-13", "date": "2025-03-13"}
CARD_EXAMPLE: dict[str, Any] = {
    "id": "forum:vfr",
    "label": "Forum",
    "name": "Välfärdsrådet",
    "properties": {"abbreviation": "VFR", "level": "political"},
    "facts": [
        {
            "type": "MEETING_OF",
            "direction": "in",
            "label": "Meeting",
            "total": 1,
            "facts": [{"type": "MEETING_OF", "direction": "in", "other": _NODE_MEETING, "properties": {}, "sources": [_SOURCE]}],
        }
    ],
}
NEIGHBOURS_EXAMPLE: dict[str, Any] = {
    "centre": {"id": "forum:vfr", "label": "Forum", "name": "Välfärdsrådet", "date": None},
    "nodes": [_NODE_MEETING],
    "edges": [
        {
            "id": "meeting:vfr:2025-03-13|MEETING_OF|forum:vfr",
            "type": "MEETING_OF",
            "fromId": "meeting:vfr:2025-03-13",
            "toId": "forum:vfr",
            "properties": {},
            "basis": "stated",
            "sources": [_SOURCE],
        }
    ],
    "counts": {"Meeting": 1},
    "total": 1,
    "limit": 60,
    "offset": 0,
}
DOCUMENT_EXAMPLE: dict[str, Any] = {
    "id": _DOCUMENT,
    "file": "vfr-2025-03-13.docx",
    "name": "Minnesanteckningar Välfärdsrådet 13 mars 2025",
    "properties": {"kind": "minutes", "date": "2025-03-13", "pages": 4},
    "text": "Minnesanteckningar Välfärdsrådet",
    "layout": {
        "blocks": [{"kind": "heading", "start": 0, "end": 32, "page": 1, "level": 1, "number": None, "rows": []}],
        "marks": [],
        "pageStarts": [0],
    },
    "record": {},
    "meetings": [_NODE_MEETING],
    "marks": [],
    "unread": [],
}
SEARCH_EXAMPLE: dict[str, Any] = {
    "q": "spak",
    "hits": [{"id": "topic:spak", "label": "Topic", "name": "SPAK", "detail": None, "date": None}],
}

_PROBLEM_EXAMPLES: dict[Slug, dict[str, Any]] = {
    Slug.UNKNOWN_NAME: {
        "detail": "No topic is called “SPAKK”. Nearest: SPAK.",
        "instance": "/api/v1/queries/trace?topic=SPAKK",
        "suggestions": [{"id": "topic:spak", "label": "Topic", "name": "SPAK", "hint": None}],
    },
    Slug.AMBIGUOUS_NAME: {
        "detail": "“Nämnden” may be several: Vårdnämnden (forum:vardnamnden); Skolnämnden (forum:skolnamnden). "
        "Give the whole name or the id, for instance forum:vardnamnden.",
        "instance": "/api/v1/queries/trace?topic=SPAK&from=N%C3%A4mnden",
        "candidates": [
            {"id": "forum:skolnamnden", "label": "Forum", "name": "Skolnämnden", "hint": "Sjöby kommun"},
            {"id": "forum:vardnamnden", "label": "Forum", "name": "Vårdnämnden", "hint": "Sjöby kommun"},
        ],
    },
    Slug.MISSING_PARAMETER: {
        "detail": "The question trace needs topic: The issue: name, abbreviation or id.",
        "instance": "/api/v1/queries/trace",
        "parameter": "topic",
    },
    Slug.INVALID_PARAMETER: {
        "detail": "limit: Input should be greater than or equal to 1.",
        "instance": "/api/v1/search?q=SPAK&limit=0",
        "parameter": "limit",
    },
    Slug.NOT_FOUND: {
        "detail": "Nothing in the store has the id “forum:xyz”. Search for it by name.",
        "instance": "/api/v1/entities/forum:xyz",
    },
    Slug.STORE_UNAVAILABLE: {
        "detail": "There is no store at minutes.store yet. Run first: arendegang ingest PATH --store minutes.store",
        "instance": "/healthz",
    },
    Slug.INTERNAL_ERROR: {
        "detail": "The error is written in the program's log under the number in reference.",
        "instance": "/api/v1/queries",
        "reference": "3fa9c1d2",
    },
}


def problem_example(slug: Slug) -> dict[str, Any]:
    kind = KINDS[slug]
    example = {
        "type": f"/api#{slug.value}",
        "title": kind.title[Language.ENGLISH],
        "status": kind.status.value,
        **_PROBLEM_EXAMPLES[slug],
    }
    return Problem.model_validate(example).model_dump(exclude_none=True)


def problems(*slugs: str) -> dict[int | str, dict[str, Any]]:
    """The `responses` of an operation that may end in these problems, and always perhaps in an internal error.

    Problems with the same status share a response, each with an example of its own."""
    responses: dict[int | str, dict[str, Any]] = {}
    for slug in (*(Slug(text) for text in slugs), Slug.INTERNAL_ERROR):
        kind = KINDS[slug]
        response = responses.setdefault(
            kind.status.value,
            {
                "description": kind.title[Language.ENGLISH],
                "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": {}}},
            },
        )
        response["content"][MEDIA_TYPE]["examples"][slug.value] = {
            "summary": kind.title[Language.ENGLISH],
            "value": problem_example(slug),
        }
    return responses
