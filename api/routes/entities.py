"""`GET /api/v1/entities/{id}` and its neighbours, `GET /api/v1/documents/{id}`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.routes.dependencies import ApiLanguage, FreshStore
from api.routes.examples import CARD_EXAMPLE, DOCUMENT_EXAMPLE, NEIGHBOURS_EXAMPLE, problems
from graph.schema import Label
from queries import entities
from queries.entities import SHOWN_LABELS, DocumentView, EntityCard, Neighbourhood

router = APIRouter(tags=["entities"])

EntityId = Annotated[str, Path(description="The id of a node, as every answer gives it.", max_length=400, examples=["forum:vfr"])]
DocumentId = Annotated[str, Path(description="The id of a document.", max_length=400, examples=["document:1f3c9a0b2d4e5f60"])]


@router.get(
    "/entities/{id}",
    summary="One entity",
    responses={200: {"content": {"application/json": {"example": CARD_EXAMPLE}}}, **problems("not-found", "store-unavailable")},
)
def read_entity(id: EntityId, store: FreshStore, lang: ApiLanguage) -> EntityCard:
    """A node with its properties and its facts by type, each with its sources: at most 25 of each type and direction.

    The id of what has since been found to be one with another entity answers 308 with the address of that one."""
    return entities.card(store, id)


@router.get(
    "/entities/{id}/neighbours",
    summary="What is around an entity",
    responses={
        200: {"content": {"application/json": {"example": NEIGHBOURS_EXAMPLE}}},
        **problems("not-found", "invalid-parameter", "store-unavailable"),
    },
)
def read_neighbours(
    id: EntityId,
    store: FreshStore,
    lang: ApiLanguage,
    types: Annotated[
        list[Label] | None,
        Query(description=f"Labels to keep, none meaning all: {', '.join(SHOWN_LABELS)}.", max_length=20, examples=[["Meeting"]]),
    ] = None,
    limit: Annotated[int, Query(ge=1, le=300, description="How many nodes at most.")] = 60,
    offset: Annotated[int, Query(ge=0, le=1_000_000, description="How many nodes to pass over.")] = 0,
    between: Annotated[bool, Query(description="Also the relationships among the nodes.")] = True,
) -> Neighbourhood:
    """The nodes one step away, latest first within each label, and the relationships that join them."""
    return entities.neighbours(store, id, types or (), limit, offset, between)


@router.get(
    "/documents/{id}",
    tags=["documents"],
    summary="One document as it was read",
    responses={
        200: {"content": {"application/json": {"example": DOCUMENT_EXAMPLE}}},
        **problems("not-found", "store-unavailable"),
    },
)
def read_document(id: DocumentId, store: FreshStore, lang: ApiLanguage) -> DocumentView:
    """The kept text with its layout, the passages that facts were drawn from, and what was not understood.

    Every span is a pair of offsets into `text`; slicing by it gives back the words."""
    return entities.document(store, id)
