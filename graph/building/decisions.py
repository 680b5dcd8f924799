"""A decision: whom it is addressed to, and what it settles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from graph.building.collector import Collector
from graph.building.model import Basis, Told, shorten
from graph.building.movements import send
from graph.building.places import Place
from graph.identifiers import decision_id
from graph.names import fold, squash
from graph.record import Decision, DecisionKind, Item, Span
from graph.schema import Label, RelationshipType

R = RelationshipType
_SENDING: Final = {
    DecisionKind.RECOMMEND: R.RECOMMENDS,
    DecisionKind.ASSIGN: R.ASSIGNS,
    DecisionKind.PETITION: R.PETITIONS,
    DecisionKind.APPOINT: R.APPOINTS,
    DecisionKind.INVITE: R.INVITES,
}
_SETTLING: Final = {
    DecisionKind.TABLE: R.TABLED,
    DecisionKind.APPROVE: R.APPROVED,
    DecisionKind.ADOPT: R.ADOPTED,
    DecisionKind.POSTPONE: R.POSTPONED,
    DecisionKind.REJECT: R.REJECTED,
}


def add_decision(
    graph: Collector,
    decision: Decision,
    item: Item,
    ref: str,
    k: int,
    key: str,
    item_node: str,
    place: Place,
    topics: Mapping[str, str],
    reports: Mapping[str, str],
) -> tuple[Span, str, set[str]]:
    """One att-sats. Returns its span, its id, and whom it is addressed to."""
    id_ = decision_id(key, k + 1)
    passage = graph.passage(decision.span, item.title)
    graph.tell(
        Label.DECISION,
        Told.MINUTES if graph.is_minutes else Told.TABLE,
        {
            "id": id_,
            "name": shorten(decision.text),
            "text": decision.text,
            "kind": decision.kind.value,
            "position": k + 1,
            "item": item_node,
        },
    )
    graph.fact(Label.AGENDA_ITEM, item_node, R.LED_TO, Label.DECISION, id_, [passage])
    graph.fact(Label.FORUM, place.forum, R.MADE, Label.DECISION, id_, [passage])
    addressed: set[str] = set()
    sending = _SENDING.get(decision.kind)
    for x, target in enumerate(decision.targets):
        where = f"{ref}.d{k}.t{x}"
        graph.mention(where, passage, graph.words.find(target, decision.span))
        if sending is None:
            continue
        properties = {"what": _what(decision), "due": decision.due, "target": target}
        addressed |= send(graph, Label.DECISION, id_, sending, where, [passage], properties)
    settling = _SETTLING.get(decision.kind)
    if settling is not None:
        for label, end, basis in _settled(graph, decision, topics, reports):
            graph.fact(Label.DECISION, id_, settling, label, end, [passage], basis)
    return decision.span, id_, addressed


def _settled(
    graph: Collector, decision: Decision, topics: Mapping[str, str], reports: Mapping[str, str]
) -> list[tuple[Label, str, Basis]]:
    """What was tabled, approved, adopted …: the item's report that the decision names, else the item's topics."""
    object_ = fold(decision.object or decision.text)
    words = fold(decision.text)
    named = [(id_, name) for id_, name in reports.items() if _names_report(object_, words, name, alone=len(reports) == 1)]
    if named:
        return [(Label.REPORT, id_, "stated") for id_, _ in named]
    return [(Label.TOPIC, id_, "stated" if f" {fold(name)} " in f" {words} " else "inferred") for id_, name in topics.items()]


_REPORT_WORD: Final = re.compile(
    r"\b\w*(?:rapport|plan|avtal|overenskommelse|utredning|beskrivning|rutin|strategi|anteckning|protokoll|berattelse|redovisning"
    r"|riktlinje|utvardering|kartlaggning|film|sammanstallning)(?:en|et|n|ar|er|arna|erna|s)?\b"
)


def _same_word(a: str, b: str) -> bool:
    """One word with another ending: "handlingsplan" and "handlingsplanen", "regional" and "regionala"."""
    short, long = sorted((a, b), key=len)
    return len(short) > 3 and len(long) - len(short) <= 4 and long.startswith(short)


def _names_report(object_: str, words: str, report: str, *, alone: bool) -> bool:
    """Whether a decision's object names the report: by most of its words, or, of an only report, by the word for its kind."""
    title = fold(report)
    if title in words or title in object_:
        return True
    ours = [word for word in object_.split() if len(word) > 3]
    theirs = [word for word in title.split() if len(word) > 3]
    shared = sum(any(_same_word(a, b) for a in ours) for b in theirs)
    if theirs and shared / len(theirs) >= 0.6:
        return True
    kinds = _REPORT_WORD.findall(title) or theirs
    named = _REPORT_WORD.findall(object_)
    same_kind = any(_same_word(a, b) or a.endswith(b) or b.endswith(a) for a in kinds for b in named)
    return same_kind and (alone or shared > 0)


_ATT: Final = re.compile(r"\batt\s+", re.IGNORECASE)


def _what(decision: Decision) -> str:
    """What is asked for: the first att-clause within the att-sats and all behind it ("redovisa åtgärder för att nå budget"), else its
    object, else all of it."""
    inner = [match for match in _ATT.finditer(decision.text) if match.start() > 0]
    if inner:
        return squash(decision.text[inner[0].end() :])
    return decision.object or decision.text
