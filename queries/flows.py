"""How much goes from whom to whom, by kind and year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Field

from graph.movement import EvidenceKind, Kind
from graph.schema import Label
from graph.stores.store import Row, Statement
from queries.catalogue import Answer, AnswerModel, NamedQuery, Parameter, ParameterKind, Source
from queries.following import sent_statements, words_statements
from queries.parts import Body, MeetingRef, Sources, body, meeting, read_statements
from queries.sendings import Sending, build_sendings
from queries.sorting import swedish_key
from queries.trace import HopKind
from queries.words import amount

_STATEMENTS = read_statements("flows.cypher")
_MAX_SOURCES = 20
"""A count of hundreds needs no more examples than this; the count itself is of all."""


class FlowItem(AnswerModel):
    """An agenda item where something was sent; of an inferred flow, the item it left from."""

    item: str
    number: str | None
    title: str
    meeting: MeetingRef


class FlowRow(AnswerModel):
    """So many of one kind went from one body to another in a year. `kind` is a relationship type of the graph.

    `to` is one body, or the words for many at once ("kommunerna"; then `members` tells how many, else 1). Stated flows are
    counted by statement; an inferred one (FOLLOWED_BY) is an issue that came up next in another forum, without a word that sends
    it there. `year` is None when the date is not known.
    """

    from_: Annotated[Body, Field(alias="from")]
    to: Body
    members: int
    kind: str
    basis: Literal["stated", "inferred"]
    year: int | None
    count: int
    items: list[FlowItem]
    sources: list[Source]


@dataclass(slots=True)
class _Flow:
    source: Body
    to: Body
    members: int
    kind: str
    basis: Literal["stated", "inferred"]
    year: int | None
    keys: set[str] = field(default_factory=set)
    items: dict[str, FlowItem] = field(default_factory=dict)
    facts: list[Row] = field(default_factory=list)
    reached: set[str] = field(default_factory=set)


def _build(parameters: Mapping[str, Any]) -> dict[str, Statement]:
    return {**sent_statements(), **{name: Statement(cypher, {}) for name, cypher in _STATEMENTS.items()}}


def _shape(rows: Mapping[str, Sequence[Row]], parameters: Mapping[str, Any], names: Mapping[str, str], today: dt.date) -> Answer:
    flows = [flow for flow in _flows(rows) if _wanted(flow, parameters)]
    flows.sort(
        key=lambda f: (swedish_key(f.source.name), f.source.id, swedish_key(f.to.name), f.to.id, f.year or 0, f.basis, f.kind)
    )
    evidence = Sources(rows)
    shown = [
        FlowRow(
            from_=flow.source,
            to=flow.to,
            members=flow.members,
            kind=flow.kind,
            basis=flow.basis,
            year=flow.year,
            count=len(flow.keys),
            items=[flow.items[item] for item in sorted(flow.items)],
            sources=evidence.of(*flow.facts)[:_MAX_SOURCES],
        )
        for flow in flows
    ]
    stated = sum(row.count for row in shown if row.basis == "stated")
    inferred = sum(row.count for row in shown if row.basis == "inferred")
    about, about_en = _about(names)
    finding = f"{amount(stated, 'sak har', 'saker har')} skickats{about}"
    finding_en = f"{amount(stated, 'matter was', 'matters were')} sent{about_en}"
    if inferred:
        finding += (
            f"; {amount(inferred, 'gång', 'gånger')} kom ett ärende upp härnäst i ett annat forum utan att något ord säger det"
        )
        finding_en += f"; {amount(inferred, 'time', 'times')} an issue came up next in another forum without a word that says so"
    return Answer.told(QUERY.name, (f"{finding}.", f"{finding_en}."), shown)


def _flows(rows: Mapping[str, Sequence[Row]]) -> list[_Flow]:
    flows: dict[tuple[Any, ...], _Flow] = {}

    def add(
        source: Body, to: Body, members: Iterable[str], kind: str, basis: Literal["stated", "inferred"],
        date: dt.date | None, key: str, item: FlowItem, facts: Iterable[Row],
    ) -> None:  # fmt: skip
        year = date.year if date else None
        reached = set(members)
        flow = flows.setdefault((source.id, to.id, kind, basis, year), _Flow(source, to, len(reached), kind, basis, year))
        flow.keys.add(key)
        flow.items[item.item] = item
        flow.facts += facts
        flow.reached |= reached | {source.id}

    for one in build_sendings(rows):
        if one.sent.here is EvidenceKind.REPORTED_HERE:
            continue  # given before, by whom is not said
        many = one.to.count > 1
        to = Body(id=f"together:{one.to.name}", label="", name=one.to.name, short=one.to.name) if many else one.to.members[0]
        members = [member.id for member in one.to.members]
        add(one.sender, to, members, Kind(one.sent.kind).value, one.basis, one.sent.date, one.sent.id, _sent_at(one), one.facts)
    for row in rows["raised"]:
        forum = body(row, "forum", Label.FORUM)
        basis: Literal["stated", "inferred"] = "inferred" if row["basis"] == "inferred" else "stated"
        source = body(row, "source", row["label"])
        add(
            source,
            forum,
            [forum.id],
            HopKind.RAISED_BY.value,
            basis,
            row["date"],
            f"{row['item']}|{source.id}",
            FlowItem(item=row["item"], number=row["number"], title=row["title"], meeting=meeting(row)),
            [row],
        )
    for row in rows["followed"]:
        source, forum = body(row, "source", Label.FORUM), body(row, "forum", Label.FORUM)
        key = f"{row['item']}|{row['next']}|{row['topic']}"
        add(source, forum, [forum.id], HopKind.FOLLOWED_BY.value, "inferred", row["date"], key, _left_from(row, source), [row])
    return list(flows.values())


def _sent_at(one: Sending) -> FlowItem:
    return FlowItem(item=one.sent.item, number=one.number, title=one.title, meeting=one.meeting)


def _left_from(row: Row, source: Body) -> FlowItem:
    at = MeetingRef(
        id=row["meeting"],
        name=row["meetingName"] or row["meeting"],
        date=row["left"],
        forum=source,
        recorded=bool(row["recorded"]),
    )
    return FlowItem(item=row["item"], number=row["number"], title=row["title"], meeting=at)


def _wanted(flow: _Flow, parameters: Mapping[str, Any]) -> bool:
    reached = flow.reached - {flow.source.id} or {flow.to.id}
    for one, other in ((parameters["between"], parameters["and"]),):
        if one and other:
            there = flow.source.id == one and other in reached
            back = flow.source.id == other and one in reached
            if not there and not back:
                return False
        elif (one or other) and (one or other) not in {flow.source.id, *reached}:
            return False
    if parameters["from"] and flow.source.id != parameters["from"]:
        return False
    return not parameters["to"] or parameters["to"] in reached


def _about(names: Mapping[str, str]) -> tuple[str, str]:
    if "between" in names and "and" in names:
        return f" mellan {names['between']} och {names['and']}", f" between {names['between']} and {names['and']}"
    swedish = f" från {names['from']}" if "from" in names else ""
    english = f" from {names['from']}" if "from" in names else ""
    swedish += f" till {names['to']}" if "to" in names else ""
    english += f" to {names['to']}" if "to" in names else ""
    return swedish, english


QUERY = NamedQuery(
    name="flows",
    title="Vad som går från vem till vem",
    title_en="What goes from whom to whom",
    description="Hur mycket som går mellan forum, organisationer och kommuner: antal efter slag och år. Det som bara är tolkat räknas för sig.",
    description_en="How much goes between forums, organisations and municipalities: counts by kind and year. What is only inferred is counted apart.",
    parameters=(
        Parameter("between", ParameterKind.BODY, False, "Mellan den här och en annan, åt båda hållen.", "Between this one and another, both ways.", second="and"),
        Parameter("and", ParameterKind.BODY, False, "Den andra.", "The other one."),
        Parameter("from", ParameterKind.BODY, False, "Bara det som skickats av den här.", "Only what this one sent."),
        Parameter("to", ParameterKind.BODY, False, "Bara det som skickats till den här.", "Only what was sent to this one."),
    ),
    row=FlowRow,
    build=_build,
    shape=_shape,
    examples=({}, {"from": "VFR", "to": "LCHNV"}),
    then=(words_statements,),
)  # fmt: skip
