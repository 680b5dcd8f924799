"""The page that explains the programming interface: its operations and its kinds of problems."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.interface_texts import in_swedish
from api.pages.rendering import Page, render
from api.problems import KINDS, ProblemKind
from api.routes.dependencies import PageTexts
from api.texts import Language

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Operation:
    method: str
    path: str
    summary: str
    parameters: tuple[tuple[str, bool, str], ...]
    """Name, whether it is required, what it is."""


@dataclass(frozen=True, slots=True)
class InterfaceView:
    operations: tuple[Operation, ...]
    problems: tuple[ProblemKind, ...]
    language: Language


@router.get("/api")
def interface_page(request: Request, texts: PageTexts) -> HTMLResponse:
    schema = request.app.openapi()

    def said(english: str) -> str:
        return (in_swedish(english) if texts.language is Language.SWEDISH else None) or english

    operations = tuple(
        Operation(
            method=method.upper(),
            path=path,
            summary=said(operation.get("summary", "")),
            parameters=tuple(
                (one["name"], bool(one.get("required")), said(one.get("description", "")))
                for one in operation.get("parameters", ())
            ),
        )
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    )
    view = InterfaceView(operations, tuple(KINDS.values()), texts.language)
    return render(request, "interface.html", Page(texts("interface.title"), "interface"), view)
