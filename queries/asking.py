"""Asking a named question of a store: parameters resolved, statements run, passages fetched, rows shaped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from rapidfuzz import process

from graph.errors import InputError
from graph.names import fold
from graph.schema import Label
from graph.stores.store import Row, Store
from queries import as_of, attendance, decisions, flows, follow_up, meetings, never_attended, presenters, stalled, topics, trace
from queries.catalogue import Answer, NamedQuery, Parameter, ParameterKind, Rows
from queries.lookup import LABELS, find
from queries.parts import ids_in

_QUERIES = (
    trace.QUERY,
    never_attended.QUERY,
    presenters.QUERY,
    attendance.QUERY,
    meetings.QUERY,
    topics.QUERY,
    decisions.QUERY,
    follow_up.QUERY,
    stalled.QUERY,
    flows.QUERY,
    as_of.QUERY,
)

_PASSAGES = """
UNWIND $ids AS id
MATCH (p:Passage {id: id})
RETURN p.id AS id, p.text AS text, p.page AS page, p.start AS start, p.`end` AS `end`, p.section AS section, p.document AS document
"""
_DOCUMENTS = """
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.file AS file, d.pages AS pages
"""


class ParameterError(InputError):
    """A parameter that is missing, unknown or not of its kind. `parameter` is its name."""

    def __init__(self, parameter: str, swedish: tuple[str, str | None], english: tuple[str, str | None]) -> None:
        self.parameter = parameter
        super().__init__(*swedish, message_en=english[0], remedy_en=english[1])


class MissingParameterError(ParameterError):
    pass


class UnknownQueryError(InputError):
    """No question has this name. `suggestion` is the nearest name, None when none is near."""

    def __init__(self, name: str) -> None:
        self.name = name
        near = process.extractOne(name, list(catalogue()), score_cutoff=65)
        self.suggestion = near[0] if near else None
        names = ", ".join(catalogue())
        super().__init__(
            f"Det finns ingen fråga som heter ”{name}”.",
            f"Menade du {self.suggestion}?" if self.suggestion else f"Det finns: {names}.",
            message_en=f"There is no question called “{name}”.",
            remedy_en=f"Did you mean {self.suggestion}?" if self.suggestion else f"There are: {names}.",
        )


@cache
def catalogue() -> Mapping[str, NamedQuery]:
    """All named questions by name, in the order in which they are shown."""
    return MappingProxyType({query.name: query for query in _QUERIES})


def run(store: Store, name: str, raw_parameters: Mapping[str, str | None], today: dt.date) -> Answer:
    """Ask the question `name`. `raw_parameters` are texts as a person gives them (None and "" mean not given): entities by
    name, abbreviation, alias or id, dates as YYYY-MM-DD.

    `Answer.parameters` holds for each parameter that was given: for an entity `{"given", "id", "name"}`, else the text.
    Raises UnknownQueryError, ParameterError (MissingParameterError), queries.lookup.AmbiguousNameError or UnknownNameError
    (all InputError), and what the store raises.
    """
    query, given = check(name, raw_parameters)
    parameters: dict[str, Any] = {}
    names: dict[str, str] = {}
    shown: dict[str, Any] = {}
    for parameter in query.parameters:
        text = given.get(parameter.name)
        if text is None:
            parameters[parameter.name] = None
        elif parameter.kind in LABELS:
            found = find(store, text, parameter.kind)
            parameters[parameter.name] = found.id
            # An issue that was asked for by its full name is called that; else, as all bodies are, by its abbreviation.
            by_name = found.label is Label.TOPIC and fold(text) == fold(found.name)
            names[parameter.name] = found.name if by_name else found.short
            shown[parameter.name] = {"given": text, "id": found.id, "name": found.name}
        else:
            parameters[parameter.name] = _value(parameter, text)
            shown[parameter.name] = text
    rows = Rows({key: store.read(one.cypher, one.parameters) for key, one in query.build(parameters).items()})
    for following in query.then:
        rows |= {key: store.read(one.cypher, one.parameters) for key, one in following(rows, parameters).items()}
    rows |= _evidence(store, rows)
    answer = query.shape(rows, parameters, names, today)
    return answer.model_copy(update={"parameters": shown})


def check(name: str, raw_parameters: Mapping[str, str | None]) -> tuple[NamedQuery, dict[str, str]]:
    """What can be told without a store: that the question exists and its parameters are known, complete and of their kinds.

    Gives the question and the parameters that were given, trimmed. Raises UnknownQueryError and ParameterError.
    """
    query = catalogue().get(name)
    if query is None:
        raise UnknownQueryError(name)
    given = {key: value.strip() for key, value in raw_parameters.items() if value is not None and value.strip()}
    _check_names(query, given)
    for parameter in query.parameters:
        if parameter.name in given and parameter.kind not in LABELS:
            _value(parameter, given[parameter.name])
    _check_period(query, given)
    return query, given


def _check_names(query: NamedQuery, given: Mapping[str, str]) -> None:
    known = [parameter.name for parameter in query.parameters]
    for name in given:
        if name not in known:
            raise ParameterError(
                name,
                (f"Frågan {query.name} har ingen parameter ”{name}”.", f"Den har: {', '.join(known)}."),
                (f"The question {query.name} has no parameter “{name}”.", f"It has: {', '.join(known)}."),
            )
    for parameter in query.parameters:
        if parameter.required and parameter.name not in given:
            raise MissingParameterError(
                parameter.name,
                (f"Frågan {query.name} behöver {parameter.name}.", parameter.description),
                (f"The question {query.name} needs {parameter.name}.", parameter.description_en),
            )


def _check_period(query: NamedQuery, given: Mapping[str, str]) -> None:
    """A period that ends before it begins holds nothing: the answer would be an empty one that tells nothing."""
    days = {p.name: _value(p, given[p.name]) for p in query.parameters if p.kind is ParameterKind.DATE and p.name in given}
    since, until = days.get("since"), days.get("until")
    if isinstance(since, dt.date) and isinstance(until, dt.date) and since > until:
        raise ParameterError(
            "since",
            (f"since ({since}) är efter until ({until}).", "since är periodens första dag och until dess sista."),
            (f"since ({since}) is after until ({until}).", "since is the first day of the period and until its last."),
        )


def _value(parameter: Parameter, text: str) -> dt.date | str:
    if parameter.kind is ParameterKind.DATE:
        try:
            return dt.date.fromisoformat(text)
        except ValueError as error:
            raise ParameterError(
                parameter.name,
                (f"”{text}” är inget datum ({parameter.name}).", "Skriv år-månad-dag, till exempel 2025-04-24."),
                (f"“{text}” is not a date ({parameter.name}).", "Write year-month-day, for instance 2025-04-24."),
            ) from error
    if parameter.kind is ParameterKind.CHOICE and text not in parameter.choices:
        choices = ", ".join(parameter.choices)
        raise ParameterError(
            parameter.name,
            (f"”{text}” går inte att välja ({parameter.name}).", f"Välj bland: {choices}."),
            (f"“{text}” is not a choice ({parameter.name}).", f"Choose one of: {choices}."),
        )
    return text


def _evidence(store: Store, rows: Mapping[str, list[Row]]) -> dict[str, list[Row]]:
    """The passages and documents that the rows name, for the sources."""
    passages = sorted(set(ids_in(rows, "passages")))
    found = store.read(_PASSAGES, {"ids": passages}) if passages else []
    documents = sorted({*ids_in(rows, "document"), *(row["document"] for row in found if row["document"])})
    return {"passages": found, "documents": store.read(_DOCUMENTS, {"ids": documents}) if documents else []}
