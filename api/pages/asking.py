"""Which questions can be asked about an entity."""

from __future__ import annotations

from api.pages.values import Link
from api.texts import Texts
from api.urls import Urls
from queries import catalogue
from queries.catalogue import ParameterKind
from queries.lookup import LABELS


def questions_about(id_: str, label: str, texts: Texts, urls: Urls) -> list[Link]:
    """A link for each question that takes an entity of this label as its first parameter, asked about this one."""
    english = texts.language == "en"
    links = []
    for query in catalogue().values():
        for parameter in query.parameters:
            kinds = LABELS.get(ParameterKind(parameter.kind), ())
            if label in kinds and (parameter.required or not any(one.required for one in query.parameters)):
                links.append(Link(query.title_en if english else query.title, urls.question(query.name, {parameter.name: id_})))
                break
    return links
