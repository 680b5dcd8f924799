"""The web pages: rendered on the server, each from one typed view. They work without JavaScript; all state is in the address."""

from fastapi import APIRouter

from api.pages import document, entity, interface, questions, review, search, start

router = APIRouter(include_in_schema=False)
for _module in (start, questions, search, entity, document, review, interface):
    router.include_router(_module.router)

__all__ = ["router"]
