"""`GET /api/v1/search`: what a few words may mean."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict

from api.routes.dependencies import ApiLanguage, FreshStore
from api.routes.examples import SEARCH_EXAMPLE, problems
from queries.lookup import Hit, search

router = APIRouter(tags=["search"])


class SearchResult(BaseModel):
    """`hits` are best first: entities, then meetings, then agenda items; when nothing fits, the nearest names."""

    model_config = ConfigDict(extra="forbid")

    q: str
    hits: list[Hit]


@router.get(
    "/search",
    summary="Search for names and titles",
    responses={
        200: {"content": {"application/json": {"example": SEARCH_EXAMPLE}}},
        **problems("invalid-parameter", "store-unavailable"),
    },
)
def read_search(
    store: FreshStore,
    lang: ApiLanguage,
    q: Annotated[str, Query(min_length=1, max_length=120, description="What to look for.", examples=["SPAK"])],
    limit: Annotated[int, Query(ge=1, le=100, description="How many hits at most.")] = 20,
) -> SearchResult:
    """People, forums, issues, municipalities, organisations, reports, meetings and agenda items whose names hold all the words.
    Case and accents make no difference."""
    return SearchResult(q=q, hits=search(store, q, limit))
