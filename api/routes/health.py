"""`GET /healthz`: whether the program answers and its store can be read."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict

from api.routes.dependencies import gate
from api.routes.examples import problems

router = APIRouter(tags=["health"])


class Health(BaseModel):
    """`version` changes when readers see another state of the store."""

    model_config = ConfigDict(extra="forbid")

    status: Literal["ok"]
    engine: Literal["kglite", "neo4j"]
    version: str


@router.get(
    "/healthz",
    summary="Whether the store can be read",
    responses={
        200: {
            "content": {"application/json": {"example": {"status": "ok", "engine": "kglite", "version": "17-20480-1767225600"}}}
        },
        **problems("store-unavailable"),
    },
)
def read_health(request: Request) -> Health:
    """Asks the store itself, so that a server that has gone away is told as 503."""
    store = gate(request).store()
    store.read("MATCH (s:Store) RETURN count(s) AS stores", timeout_s=5)
    return Health(status="ok", engine=store.engine, version=store.version())
