"""Who presented an issue: one row per person and agenda item, as spelled in the source and as resolved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from graph.names import fold
from graph.schema import Label
from graph.stores.store import Row, Statement
from queries.catalogue import Answer, AnswerModel, NamedQuery, Parameter, ParameterKind, Source
from queries.parts import Body, MeetingRef, Sources, meeting, read_statements
from queries.sorting import swedish_key
from queries.words import amount, listing


class PresenterRow(AnswerModel):
    """One person at one agenda item. `as_written` is the spelling of that source; role and organisation as given there."""

    person: Body
    as_written: str
    role: str | None
    organisation: str | None
    item: str
    number: str | None
    title: str
    meeting: MeetingRef
    sources: list[Source]


_STATEMENTS = read_statements("presenters.cypher")


def find_spelling(row: Row, mentions: Sequence[Row], evidence: Sources) -> str:
    """How the source spells a presenter. `row` has item, official, officialName, aliases, document and passages.

    The mention says so; without one, the longest known spelling that stands in the words; at last the resolved name.
    """
    for mention in mentions:
        if (mention["item"], mention["official"], mention["spelledIn"]) == (row["item"], row["official"], row["document"]):
            return str(mention["spelling"])
    words = " ".join(evidence.words(id_) for id_ in row["passages"] or ())
    spellings = [name for name in (row["officialName"], *(row["aliases"] or ())) if name and name in words]
    return str(max(spellings, key=len, default=row["officialName"] or row["official"]))


def named_at(row: Row, spelling: str, evidence: Sources) -> tuple[str, int]:
    """Where a source names a presenter, as an order to sort by."""
    return min((evidence.place(id_, spelling) for id_ in row["passages"] or ()), default=("", 0))


def _build(parameters: Mapping[str, Any]) -> dict[str, Statement]:
    return {name: Statement(cypher, {"topic": parameters["topic"]}) for name, cypher in _STATEMENTS.items()}


def _shape(rows: Mapping[str, Sequence[Row]], parameters: Mapping[str, Any], names: Mapping[str, str], today: dt.date) -> Answer:
    evidence = Sources(rows)
    since, until = parameters.get("since"), parameters.get("until")
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows["presenters"]:
        if _within(row["date"], since, until):
            groups.setdefault((row["item"], row["official"]), []).append(row)
    shown = []
    for group in groups.values():
        made = _row(group, rows["mentions"], evidence)
        shown.append((_order(group[0], named_at(group[0], made.as_written, evidence)), made))
    shown.sort(key=lambda pair: pair[0])
    people = {row.person.id: row.person.name for _, row in shown}
    items = {row["item"] for row in rows["items"] if _within(row["date"], since, until)}
    presented = {row.item for _, row in shown}
    finding = _finding(names["topic"], list(people.values()), len(presented))
    notes = []
    silent = len(items - presented)
    if silent:
        notes.append(
            (
                f"{amount(silent, 'ärendepunkt nämner', 'ärendepunkter nämner')} ingen föredragande.",
                f"{amount(silent, 'agenda item names', 'agenda items name')} no presenter.",
            )
        )
    return Answer.told(QUERY.name, finding, [row for _, row in shown], notes)


def _within(date: dt.date | None, since: dt.date | None, until: dt.date | None) -> bool:
    if since is None and until is None:
        return True
    return date is not None and (since is None or date >= since) and (until is None or date <= until)


def _order(row: Row, place: tuple[str, int]) -> tuple[Any, ...]:
    """By date, then agenda position, then the order in which the source names them."""
    date = row["date"]
    name = swedish_key(row["officialName"] or row["official"])
    return date is None, date or dt.date.max, row["meeting"], row["position"] or 0, row["item"], place, name


def _row(group: Sequence[Row], mentions: Sequence[Row], evidence: Sources) -> PresenterRow:
    first = group[0]
    name = first["officialName"] or first["official"]
    return PresenterRow(
        person=Body(id=first["official"], label=Label.OFFICIAL, name=name, short=name),
        as_written=find_spelling(first, mentions, evidence),
        role=next((row["role"] for row in group if row["role"]), None),
        organisation=next((row["organisation"] for row in group if row["organisation"]), None),
        item=first["item"],
        number=first["number"],
        title=first["title"] or first["item"],
        meeting=meeting(first),
        sources=evidence.of(*group),
    )


def _finding(topic: str, people: list[str], items: int) -> tuple[str, str]:
    if not people:
        return f"Ingen föredragande är känd för {topic}.", f"No presenter of {topic} is known."
    who = sorted(dict.fromkeys(people), key=lambda name: (swedish_key(name), fold(name)))
    listed = who if len(who) <= 5 else [*who[:4], f"{len(who) - 4} till"]
    listed_en = who if len(who) <= 5 else [*who[:4], f"{len(who) - 4} more"]
    return (
        f"{topic} har föredragits av {amount(len(who), 'person', 'personer')} i "
        f"{amount(items, 'ärendepunkt', 'ärendepunkter')}: {listing(listed)}.",
        f"{topic} was presented by {amount(len(who), 'person', 'people')} at "
        f"{amount(items, 'agenda item', 'agenda items')}: {listing(listed_en, 'and')}.",
    )


QUERY = NamedQuery(
    name="presenters",
    title="Vem har föredragit ärendet",
    title_en="Who presented the issue",
    description="Vem som föredrog ärendet, när, i vilket forum, i vilken roll och för vilken organisation.",
    description_en="Who presented the issue, when, in which forum, in which role and for which organisation.",
    parameters=(
        Parameter(
            "topic", ParameterKind.TOPIC, True, "Ärendet: namn, förkortning eller id.", "The issue: name, abbreviation or id."
        ),
        Parameter("since", ParameterKind.DATE, False, "Från och med den här dagen.", "From this day on."),
        Parameter("until", ParameterKind.DATE, False, "Till och med den här dagen.", "Up to and including this day."),
    ),
    row=PresenterRow,
    build=_build,
    shape=_shape,
    examples=({"topic": "SPAK"},),
)
