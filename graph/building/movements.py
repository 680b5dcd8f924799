"""What running text sends on, and to what anything can be sent on at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from graph.building.bodies import add_part_of
from graph.building.collector import Collector
from graph.building.model import Properties, Told
from graph.building.places import Place, meeting_properties, place_of
from graph.movement.due import DEADLINE
from graph.record import Item, Movement, MovementType, Span
from graph.schema import Label, RelationshipType

R = RelationshipType
_BODIES: Final = frozenset({Label.FORUM, Label.ORGANISATION, Label.MUNICIPALITY})
TARGETS: Final[Mapping[RelationshipType, frozenset[Label]]] = {
    R.RECOMMENDS: _BODIES | {Label.OFFICIAL},
    R.ASSIGNS: _BODIES | {Label.OFFICIAL},
    R.PETITIONS: _BODIES,
    R.REFERRED_TO: _BODIES | {Label.MEETING},
    R.REPORTS_BACK_TO: frozenset({Label.FORUM, Label.ORGANISATION}),
    R.RAISED_BY: _BODIES | {Label.OFFICIAL},
    R.APPOINTS: frozenset({Label.OFFICIAL}),
    R.INVITES: frozenset({Label.OFFICIAL}),
}
"""What a matter can be sent on to. Wider than it need be for PETITIONS, REFERRED_TO and RAISED_BY, where the sources name
municipalities, organisations and single members as well: leaving them out would lose what was said."""

_MOVING: Final = {kind: R(kind.value) for kind in MovementType}


def add_movement(
    graph: Collector,
    movement: Movement,
    item: Item,
    ref: str,
    item_node: str,
    place: Place,
    decisions: Sequence[tuple[Span, str, set[str]]],
) -> None:
    """A sentence that sends something on. It starts at the decision that it stands in, of `decisions` (span, id, whom they are
    addressed to), else at the item."""
    type_ = _MOVING[movement.type]
    passage = graph.passage(movement.span, item.title)
    holder = next(((id_, to) for span, id_, to in decisions if span[0] <= movement.span[0] and movement.span[1] <= span[1]), None)
    label, start = (Label.DECISION, holder[0]) if holder else (Label.AGENDA_ITEM, item_node)
    graph.mention(f"{ref}.to", passage, graph.words.find(movement.to or "", movement.span))
    graph.mention(f"{ref}.from", passage, graph.words.find(movement.from_ or "", movement.span))
    if type_ is R.RAISED_BY:
        properties = {"what": movement.what, "due": movement.due, "target": movement.from_}
        send(graph, Label.AGENDA_ITEM, item_node, type_, f"{ref}.from", [passage], properties)
        return
    actor = graph.links(f"{ref}.from")
    properties = {
        "what": movement.what,
        "due": movement.due,
        "target": movement.to,
        "actor": movement.from_,
        "actorId": actor[0].entity if len(actor) == 1 else None,
    }
    if holder and type_ is not R.REPORTS_BACK_TO and {link.entity for link in graph.links(f"{ref}.to")} <= holder[1]:
        return  # the decision's own relationship says the same
    forum = graph.one(f"{ref}.to", Label.FORUM)
    meeting = _awaited(graph, forum, movement, passage)
    if meeting and forum and type_ is R.REFERRED_TO:
        graph.fact(label, start, type_, Label.MEETING, meeting, [passage], properties=properties)
    else:
        send(graph, label, start, type_, f"{ref}.to", [passage], properties)


def _awaited(graph: Collector, forum: str | None, movement: Movement, passage: str) -> str | None:
    """The meeting that the words name by forum and day. It becomes a node even if no minutes of it are known."""
    wanted = movement.type in (MovementType.REFERRED_TO, MovementType.REPORTS_BACK_TO)
    if forum is None or movement.due is None or not wanted or DEADLINE.search(movement.quote):
        return None
    place = place_of(graph, forum, movement.due, passage)
    graph.tell(Label.MEETING, Told.REFERENCE, meeting_properties(graph, place, recorded=False))
    graph.fact(Label.MEETING, place.id, R.MEETING_OF, Label.FORUM, forum, [passage], once=True)
    return place.id


def send(
    graph: Collector,
    label: Label,
    start: str,
    type_: RelationshipType,
    ref: str,
    passages: Sequence[str],
    properties: Properties,
) -> set[str]:
    """One relationship to each body that the target means, as far as the type allows. Returns their ids."""
    reached: set[str] = set()
    for link in graph.links(ref):
        if graph.resolution.entities[link.entity].label not in TARGETS[type_]:
            continue
        end = graph.entity(link.entity)
        add_part_of(graph, ref, link, passages[0])
        graph.fact(label, start, type_, end, link.entity, passages, properties=properties)
        reached.add(link.entity)
    return reached
