"""Where each meeting of a document takes place, so to say: its forum as far as the lexicon knows it, whose it is, which region."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from graph.lexicon import ForumEntry, MunicipalityEntry
from graph.names import fold
from graph.resolution.known import Known, KnownBodies, is_exact, known_id
from graph.resolution.ledger import Ledger, MeetingSeen, Where
from graph.resolution.words import Level, level_of, organ_name
from graph.schema import Label

_PLACING: Final = (Where.REPRESENTS, Where.MUNICIPALITY, Where.ORGANISATION, Where.PRESENTER_BODY)


@dataclass(slots=True)
class Place:
    """What is known of one meeting of one document: its forum (known, or the number of its unit), whose it is, and where."""

    known: Known | None = None
    unit: int | None = None
    organisation: str | None = None
    """Entity id of the organisation or municipality whose forum it is, when the lexicon knows it."""
    owner: str | None = None
    """The name, as written, of an organisation whose forum it is and that the lexicon does not know."""
    region: str | None = None
    municipalities: tuple[str, ...] = ()


def find_places(ledger: Ledger, bodies: KnownBodies) -> list[Place]:
    """One place for each meeting of the ledger."""
    places = [Place() for _ in ledger.meetings]
    regions: list[Counter[str]] = [Counter() for _ in ledger.meetings]
    guests: list[Counter[str]] = [Counter() for _ in ledger.meetings]
    municipalities: list[dict[str, None]] = [{} for _ in ledger.meetings]
    for s in ledger.sightings:
        if s.meeting is None or s.where not in _PLACING:
            continue
        found = bodies.find(s.text)
        if s.where is Where.PRESENTER_BODY:  # a guest may come from elsewhere: counts only where nothing else tells
            if found and found.region:
                guests[s.meeting][found.region] += 1
        elif s.where is Where.ORGANISATION:
            places[s.meeting].organisation = found.id if found else None
            places[s.meeting].owner = None if found else s.text
            if found and found.region:
                regions[s.meeting][found.region] += 100
        elif found and isinstance(found.entry, MunicipalityEntry):
            regions[s.meeting][found.entry.region] += 1
            municipalities[s.meeting][found.id] = None
        elif found and bodies.is_region(found.entry.name):
            regions[s.meeting][found.entry.name] += 2
    whole: Counter[str] = sum(regions, Counter())
    for place, own, invited, listed, meeting in zip(places, regions, guests, municipalities, ledger.meetings, strict=True):
        place.municipalities = tuple(sorted(listed))
        place.region = _most(own)
        place.known = _known_forum(meeting, place, own, bodies)
        if place.known and place.known.region:
            place.region = place.known.region
        place.region = place.region or _most(whole) or _most(invited)
        if not place.known and not place.organisation and not place.owner:
            _place_organ(place, meeting, bodies)
    return places


def _place_organ(place: Place, meeting: MeetingSeen, bodies: KnownBodies) -> None:
    """Whose a board is when the head does not say it apart: named with it, or the only one that its people speak for."""
    named = bodies.split(meeting.as_written or meeting.forum)
    if named and organ_name(named.name):
        place.organisation, place.region = named.whole.id, place.region or named.whole.region
    elif len(place.municipalities) == 1 and organ_name(meeting.as_written or meeting.forum):
        (place.organisation,) = place.municipalities


def find_owner(organ: str, place: Place, bodies: KnownBodies) -> str | None:
    """Entity id of the body whose `organ` is meant when it is named at a meeting: "kommunstyrelsen" in the minutes of a board of a
    municipality is that municipality's; in those of a forum of many it is nobody's in particular."""
    level = level_of(organ)
    region = bodies.find(place.region) if place.region else None
    if level is Level.REGION:
        return region.id if region is not None and bodies.is_region(region.entry.name) else None
    if level is Level.MUNICIPALITY and not (place.organisation or "").startswith("municipality:"):
        return None
    return place.organisation


def _known_forum(meeting: MeetingSeen, place: Place, regions: Counter[str], bodies: KnownBodies) -> Known | None:
    for text in (meeting.forum, meeting.as_written):
        entry = bodies.lexicon.forum(text) if text else None
        if entry is None:
            continue
        elsewhere = bool(entry.region and regions and fold(entry.region) not in {fold(r) for r in regions})
        other_owner = bool(entry.organisation and place.organisation and _owner(entry, bodies) != place.organisation)
        if not elsewhere and not other_owner:
            written = meeting.as_written or text
            known = Known(known_id(entry), Label.FORUM, entry, is_exact(written, entry))
            return None if bodies.is_split(known, written) else known
    return None


def _owner(entry: ForumEntry, bodies: KnownBodies) -> str | None:
    found = bodies.find(entry.organisation) if entry.organisation else None
    return found.id if found else None


def _most(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None
