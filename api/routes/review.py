"""`GET /api/v1/review` and `GET /api/v1/review/judgements`: the pairs that wait for a person, and what people have said.

Reading only: a judgement is made on the page, at the terminal, or by importing a file.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from api.review_words import point_words
from api.routes.dependencies import ApiLanguage, gate
from api.routes.examples import problems
from api.texts import Texts
from graph.judgements import Entry, Kind, Said, load_entries
from graph.stores.store import Store
from ingest import review
from ingest.review import HistoryLine, Question, SideShown

router = APIRouter(tags=["review"])


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", alias_generator=to_camel, validate_by_name=True, validate_by_alias=True)


class PassageModel(_Model):
    """Words in which a spelling stands; `start` and `end` are offsets into the document's text."""

    document: str
    file: str
    page: int | None
    section: str | None
    words: str
    start: int
    end: int


class SideModel(_Model):
    """One of the two. `id` and `name` are those of the entity that it belongs to now."""

    id: str
    name: str
    spelling: str
    spellings: list[str]
    body: str | None
    roles: list[str]
    first: dt.date | None
    last: dt.date | None
    passages: list[PassageModel]


class PointModel(_Model):
    """What speaks for or against: a word of a closed list, and a sentence for people."""

    reason: str
    words: str


class PairModel(_Model):
    """Two that may be one, or (`merged`) one that may be two. `facts` is how many relationships hang on the answer."""

    key: str
    kind: Kind
    merged: bool
    postponed: bool
    score: float
    facts: int
    left: SideModel
    right: SideModel
    in_favour: list[PointModel]
    against: list[PointModel]


class PairsModel(_Model):
    """One page of the queue, most consequential first; `total` is its length."""

    total: int
    pairs: list[PairModel]


class JudgedSideModel(_Model):
    """One of the two as it was judged: the spelling, and the entity that it belonged to then."""

    spelling: str
    id: str
    body: str | None


class JudgementModel(_Model):
    """One entry of the history. `undoes` is the number of the entry that an undoing takes back."""

    number: int
    id: str
    judged: Literal["same", "different", "later", "undo"]
    undone: bool
    kind: Kind | None
    left: JudgedSideModel | None
    right: JudgedSideModel | None
    undoes: int | None
    author: str
    time: dt.datetime
    reason: str | None


class JudgementsModel(_Model):
    judgements: list[JudgementModel]


_SIDE: dict[str, Any] = {
    "id": "official:anna-lund",
    "name": "Anna Lund",
    "spelling": "Anna Lund",
    "spellings": ["Anna Lund"],
    "body": "Bergvik",
    "roles": ["ledamot"],
    "first": "2025-03-13",
    "last": "2025-03-13",
    "passages": [
        {
            "document": "document:1f3c9a0b2d4e5f60",
            "file": "vfr-2025-03-13.docx",
            "page": 1,
            "section": None,
            "words": "Anna Lund, Bergvik",
            "start": 210,
            "end": 228,
        }
    ],
}
PAIRS_EXAMPLE: dict[str, Any] = {
    "total": 1,
    "pairs": [
        {
            "key": "9d0c2f6e1ab3",
            "kind": "person",
            "merged": False,
            "postponed": False,
            "score": 0.78,
            "facts": 3,
            "left": _SIDE,
            "right": {
                **_SIDE,
                "id": "official:anna-lundh",
                "name": "Anna Lundh",
                "spelling": "Anna Lundh",
                "spellings": ["Anna Lundh"],
            },
            "inFavour": [{"reason": "slip", "words": "Stavningarna skiljer sig som vid ett skriv- eller läsfel."}],
            "against": [{"reason": "bothRealNames", "words": "Båda är riktiga namn."}],
        }
    ],
}
JUDGEMENTS_EXAMPLE: dict[str, Any] = {
    "judgements": [
        {
            "number": 1,
            "id": "j9f4c77c654ce",
            "judged": "same",
            "undone": False,
            "kind": "person",
            "left": {"spelling": "Anna Lund", "id": "official:anna-lund", "body": "Bergvik"},
            "right": {"spelling": "Anna Lundh", "id": "official:anna-lundh", "body": "Bergvik"},
            "undoes": None,
            "author": "Eva",
            "time": "2026-02-03T09:12:44.120000Z",
            "reason": "skrivfel i protokollet",
        }
    ]
}


def _reading(request: Request) -> Store:
    """Without a freshness tag: the answer depends on the judgements beside the store too."""
    return gate(request).store()


ReviewStore = Annotated[Store, Depends(_reading)]


@router.get(
    "/review",
    summary="Pairs that wait for a person",
    responses={
        200: {"content": {"application/json": {"example": PAIRS_EXAMPLE}}},
        **problems("invalid-parameter", "store-unavailable"),
    },
)
def read_pairs(
    store: ReviewStore,
    lang: ApiLanguage,
    merged: Annotated[bool, Query(description="Instead what rules put together without being certain.")] = False,
    limit: Annotated[int, Query(ge=1, le=100, description="How many pairs at most.")] = 20,
    offset: Annotated[int, Query(ge=0, le=1_000_000, description="How many pairs to pass over.")] = 0,
) -> PairsModel:
    """Spellings that may be one thing, with their passages and what speaks for and against, most consequential first."""
    queue = review.read_queue(store, load_entries(store), merged=merged)
    shown = queue[offset : offset + limit]
    return PairsModel(total=len(queue), pairs=[_pair(review.describe(store, one), Texts(lang)) for one in shown])


@router.get(
    "/review/judgements",
    summary="What people have said of who is who",
    responses={200: {"content": {"application/json": {"example": JUDGEMENTS_EXAMPLE}}}, **problems("store-unavailable")},
)
def read_judgements(store: ReviewStore, lang: ApiLanguage) -> JudgementsModel:
    """Every judgement with who made it, when and why, oldest first; those taken back as well."""
    return JudgementsModel(judgements=[_line(line) for line in review.history(load_entries(store))])


def _pair(question: Question, texts: Texts) -> PairModel:
    waiting = question.waiting
    return PairModel(
        key=waiting.key,
        kind=waiting.kind,
        merged=waiting.merged,
        postponed=waiting.postponed,
        score=waiting.asked.score,
        facts=waiting.facts,
        left=_side(question.left),
        right=_side(question.right),
        in_favour=[PointModel(reason=point.reason, words=point_words(point, texts)) for point in question.in_favour],
        against=[PointModel(reason=point.reason, words=point_words(point, texts)) for point in question.against],
    )


def _side(side: SideShown) -> SideModel:
    unit = side.unit
    return SideModel(
        id=unit.entity,
        name=side.name,
        spelling=unit.spelling,
        spellings=list(unit.spellings),
        body=side.body,
        roles=list(unit.roles),
        first=unit.first,
        last=unit.last,
        passages=[
            PassageModel(
                document=passage.document,
                file=passage.file,
                page=passage.page,
                section=passage.section,
                words=passage.words,
                start=passage.start,
                end=passage.end,
            )
            for passage in side.passages
        ],
    )


def _line(line: HistoryLine) -> JudgementModel:
    entry = line.entry
    sides = [
        JudgedSideModel(spelling=one.spelling, id=one.entity, body=one.body) if one else None for one in (entry.left, entry.right)
    ]
    return JudgementModel(
        number=line.number,
        id=entry.id,
        judged=_said(entry),
        undone=line.undone,
        kind=entry.kind,
        left=sides[0],
        right=sides[1],
        undoes=line.target,
        author=entry.author,
        time=entry.time,
        reason=entry.reason,
    )


def _said(entry: Entry) -> Literal["same", "different", "later", "undo"]:
    match entry.judged:
        case Said.SAME:
            return "same"
        case Said.DIFFERENT:
            return "different"
        case Said.LATER:
            return "later"
        case Said.UNDO:
            return "undo"
