"""The words of the OpenAPI description in Swedish, by the English ones that stand in it; the questions bring both themselves."""

from __future__ import annotations

from collections.abc import Mapping

from queries import catalogue
from queries.entities import SHOWN_LABELS

_OTHERS: Mapping[str, str] = {
    "The catalogue of named questions": "Förteckningen över namngivna frågor",
    "Language of messages; what documents say stays as it is.": "Meddelandenas språk; det som dokumenten säger står som det står.",
    "One entity": "En post: forum, person, ärende, möte …",
    "The id of a node, as every answer gives it.": "Postens id, som varje svar anger det.",
    "What is around an entity": "Det som finns omkring en post",
    f"Labels to keep, none meaning all: {', '.join(SHOWN_LABELS)}.": f"Slag att ta med, inga betyder alla: {', '.join(SHOWN_LABELS)}.",
    "How many nodes at most.": "Högst så många poster.",
    "How many nodes to pass over.": "Så många poster att hoppa över.",
    "Also the relationships among the nodes.": "Också kopplingarna mellan posterna.",
    "One document as it was read": "Ett dokument som det lästes",
    "The id of a document.": "Dokumentets id.",
    "Search for names and titles": "Sök bland namn och rubriker",
    "What to look for.": "Det som söks.",
    "How many hits at most.": "Högst så många träffar.",
    "Pairs that wait for a person": "Par av namn som väntar på en bedömning",
    "Instead what rules put together without being certain.": "I stället det som redan slagits ihop utan att vara säkert.",
    "How many pairs at most.": "Högst så många par.",
    "How many pairs to pass over.": "Så många par att hoppa över.",
    "What people have said of who is who": "Vad som har bedömts om vem som är vem",
    "Whether the store can be read": "Om lagret går att läsa",
}


def in_swedish(english: str) -> str | None:
    """None for words that are not known here."""
    return _questions().get(english) or _OTHERS.get(english)


def _questions() -> Mapping[str, str]:
    told: dict[str, str] = {}
    for query in catalogue().values():
        told[query.title_en] = query.title
        told |= {parameter.description_en: parameter.description for parameter in query.parameters}
    return told
