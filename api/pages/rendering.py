"""Templates: the environment, what every page gets, and the small helpers that templates call.

Everything is escaped (autoescape is always on) and an unknown name in a template is an error, not an empty place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from api.network_view import glyph
from api.pages.reading import stretches
from api.pages.values import Link, describe_sources, link_to
from api.routes.dependencies import page_texts, page_urls
from api.texts import Language, Own, as_date
from api.urls import with_language


@dataclass(frozen=True, slots=True)
class Page:
    """The frame of a page: its title (of the tab and the history), and which entry of the menu it belongs to."""

    title: str
    active: str = ""


_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def unbroken(text: str) -> Markup:
    """The text, escaped, with its dates kept from being broken over two lines."""
    pieces = []
    position = 0
    for date in _DATE.finditer(text):
        pieces += [escape(text[position : date.start()]), Markup('<span class="nowrap">{}</span>').format(date[0])]
        position = date.end()
    return Markup("").join([*pieces, escape(text[position:])])


_MAY_BREAK = re.compile(r"(?<=\w)([/_])(?=\w)")


def breakable(text: str) -> Markup:
    """The text, escaped, which may be broken behind "/" and "_" within its words: "Planeringsorganet/Chefsgruppen", names of files."""
    return Markup(_MAY_BREAK.sub(lambda sign: f"{sign[1]}<wbr>", str(escape(text))))


@cache
def environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent.parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["glyph"] = lambda kind: Markup(glyph(kind))  # our own shapes, no text of others
    made.globals["stretches"] = stretches
    made.filters["unbroken"] = unbroken
    made.filters["breakable"] = breakable
    made.tests["link"] = lambda value: isinstance(value, Link)
    made.tests["own"] = lambda value: isinstance(value, Own)
    return made


def render(
    request: Request, template: str, page: Page, view: Any, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> HTMLResponse:
    """The page as HTML. `view` is one typed value, which the template sees as `view`."""
    texts, urls = page_texts(request), page_urls(request)
    other = Language.ENGLISH if texts.language is Language.SWEDISH else Language.SWEDISH
    default = cast(Language, request.app.state.language)
    html = (
        environment()
        .get_template(template)
        .render(
            page=page,
            view=view,
            t=texts,
            u=urls,
            lang=texts.language.value,
            lang_in_forms="" if texts.language is default else texts.language.value,
            other_lang=other.value,
            other_href=with_language(request.url.path, request.url.query, other, default),
            stamp=request.app.state.stamp,
            quoted=lambda sources: describe_sources(sources, texts, urls),
            linked=lambda value: link_to(value, texts, urls),
            kind=lambda label: texts(f"kind.{label}") if texts.has(f"kind.{label}") else label,
            day=as_date,
        )
    )
    return HTMLResponse(html, status, dict(headers or {}))
