"""Addresses of all pages, in one place. The language follows along: `?lang=en` is kept on every link within the pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode

from api.texts import Language

API = "/api/v1"


def _path(identifier: str) -> str:
    """Identifiers as one path segment; the characters that ours are made of stay readable."""
    return quote(identifier, safe=":~§@")


def _query(pairs: Sequence[tuple[str, str]]) -> str:
    return "?" + urlencode(pairs, quote_via=quote, safe=":") if pairs else ""


@dataclass(frozen=True, slots=True)
class Urls:
    """Builds the links of one page view. `language` is the one that the reader has chosen, `default` the one that needs no mention."""

    language: Language = Language.SWEDISH
    default: Language = Language.SWEDISH

    def _page(self, path: str, parameters: Mapping[str, str | int | None] | None = None, fragment: str | None = None) -> str:
        pairs = [(key, str(value)) for key, value in (parameters or {}).items() if value is not None and value != ""]
        if self.language is not self.default:
            pairs.append(("lang", self.language.value))
        return path + _query(pairs) + (f"#{fragment}" if fragment else "")

    def start(self) -> str:
        return self._page("/")

    def questions(self) -> str:
        return self._page("/fraga")

    def question(self, name: str, parameters: Mapping[str, str | int | None] | None = None, first: int | None = None) -> str:
        """The page of one named question: its form, or with its parameters its answer, of a long one from row number `first` on."""
        return self._page(f"/fraga/{_path(name)}", {**(parameters or {}), "fran": first or None})

    def question_file(self, name: str, parameters: Mapping[str, str | int | None] | None = None) -> str:
        """The same answer as a file of comma-separated values."""
        return self._page(f"/fraga/{_path(name)}/csv", parameters)

    def question_action(self, name: str) -> str:
        """Where the form of a question sends its fields (the language goes along as a hidden field)."""
        return f"/fraga/{_path(name)}"

    def search(self, text: str | None = None) -> str:
        return self._page("/sok", {"q": text})

    def entity(self, identifier: str) -> str:
        return self._page(f"/entitet/{_path(identifier)}")

    def neighbours(self, identifier: str, kind: str, first: int) -> str:
        """All neighbours of one kind (a label), from number `first` on."""
        return self._page(f"/entitet/{_path(identifier)}/grannar", {"slag": kind, "fran": first or None})

    def network(self, identifier: str) -> str:
        """The network view alone, as it stands in the frame of the entity's page."""
        return self._page(f"/natverk/{_path(identifier)}")

    def network_file(self, identifier: str) -> str:
        """The same network view as one file to keep, which needs nothing beside itself."""
        return self._page(f"/natverk/{_path(identifier)}/fil")

    def documents(self, first: int | None = None) -> str:
        """All documents, from number `first` on."""
        return self._page("/dokument", {"fran": first or None})

    def document(self, identifier: str, start: int | None = None, end: int | None = None) -> str:
        """A document's page; with a span, at the marked words."""
        if start is None or end is None:
            return self._page(f"/dokument/{_path(identifier)}")
        return self._page(f"/dokument/{_path(identifier)}", {"start": start, "end": end}, "q")

    def review(self, *, merged: bool = False, pair: str | None = None, done: str | None = None) -> str:
        """The page on which pairs are judged: a pair by its key, else the first of the queue; `done` tells what was just done."""
        return self._page("/granska", {"lista": "hopslaget" if merged else None, "par": pair, "klart": done})

    def review_undo(self) -> str:
        """Where the form that takes a judgement back sends its fields."""
        return self._page("/granska/angra")

    def review_history(self) -> str:
        return self._page("/granska/historik")

    def interface(self) -> str:
        """The page that lists the operations and the kinds of problems of the HTTP interface."""
        return self._page("/api")

    def static(self, name: str, stamp: str) -> str:
        """A file of ours; `stamp` changes with its content, so that it may be kept for long."""
        return f"/static/{name}?{stamp}"


def with_language(path: str, query: str, language: Language, default: Language = Language.SWEDISH) -> str:
    """The same address in another language. `query` is the query text as it came, without its question mark."""
    pairs = [(key, value) for key, value in parse_qsl(query, keep_blank_values=True) if key != "lang"]
    if language is not default:
        pairs.append(("lang", language.value))
    return quote(path, safe="/:~§@%") + _query(pairs)


def api_question(name: str, parameters: Mapping[str, str] | None = None) -> str:
    return f"{API}/queries/{_path(name)}" + _query(list((parameters or {}).items()))
