"""The items that answer what was sent on, best first, and which of several sendings a report back belongs to."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from graph.chains import NEAR_DUE_DAYS
from graph.movement.archive import Archive
from graph.movement.evidence import weigh, weigh_own
from graph.movement.model import POSSIBLE, Evidence, EvidenceKind, Item, Match, Sent
from graph.movement.words import content_words, is_same_request

_NEARLY: Final = 0.15


def find_answers(sent: Sent, archive: Archive, others: Sequence[Sent] = ()) -> list[Match]:
    """The later items that answer it or possibly do, best first; of equal ones the earliest. `others` are what else the same item
    sent on. Nothing is found for what has no date."""
    if sent.date is None:
        return []
    forums = dict.fromkeys([sent.expected_in, *([sent.to_forum] if sent.to_forum else []), sent.forum])
    wanted = content_words(sent.request)
    title = content_words(sent.title)
    keys = {*wanted, *title, *sent.topics, *sent.reports, *sent.targets, *sent.retold_in}
    rivals = [
        content_words(o.what or "")
        for o in others
        if o.id != sent.id and o.what and not is_same_request(o.what, sent.what or sent.about, told=False)
    ]
    found = []
    if sent.here is not None and (own := archive.item(sent.item)) is not None:
        found.append(weigh_own(sent, sent.here, own, archive, wanted))
    for forum in forums:
        for item in archive.after(forum, sent.date, keys):
            match = weigh(sent, item, archive, wanted, title, rivals if sent.what or sent.about or _is_off(sent, item) else ())
            if match is not None and match.score >= POSSIBLE:
                found.append(match)
    return _in_order(found)


def matches_until(sent: Sent, matches: Iterable[Match], day: dt.date) -> list[Match]:
    """Those of the matches that are known on a day, in the order in which they would be found alone."""
    return _in_order(m for m in matches if m.item.id == sent.item or m.item.date is None or m.item.date <= day)


def _in_order(matches: Iterable[Match]) -> list[Match]:
    """Best first; but of answers that are nearly as good as the best those that say so, and of them the earliest."""
    ordered = sorted(matches, key=lambda m: (-m.score, *_first(m)))
    if not ordered:
        return ordered
    near = [m for m in ordered if m.is_answer and m.score >= ordered[0].score - _NEARLY]
    near.sort(key=lambda m: (not _says_so(m), *_first(m)))
    return [*near, *(m for m in ordered if m not in near)]


def _says_so(match: Match) -> bool:
    """Whether it has both words of an answer and words of what was asked for; not only that the issue is on the agenda."""
    weights = {one.kind: one.weight for one in match.evidence}
    return weights.get(EvidenceKind.WORDING, 0) >= 0.2 and weights.get(EvidenceKind.REQUEST, 0) >= 0.15


def _first(match: Match) -> tuple[dt.date, bool, int, str]:
    """In time order; of one meeting what has a number, as an agenda has, before what another document tells of it."""
    item = match.item
    return item.date or dt.date.max, item.number is None, item.position, item.id


def weigh_claims(found: Sequence[tuple[Sent, Sequence[Match]]]) -> list[tuple[Sent, list[Match]]]:
    """The matches of many sendings, seen together: words of a report back count for what they are tied to (its own words come back,
    it was promised for that very meeting), and not for others that nothing but the issue ties to them."""
    tied: dict[str, list[Sent]] = defaultdict(list)
    for sent, matches in found:
        for match in matches:
            if match.is_answer and any(one.kind in _TIES and one.weight >= 0.15 for one in match.evidence):
                tied[match.item.id].append(sent)
    return [
        (sent, _in_order(m for match in matches if (m := _without_claimed(sent, match, tied)).score >= POSSIBLE))
        for sent, matches in found
    ]


_TIES: Final = frozenset({EvidenceKind.ON_THE_DAY, EvidenceKind.REQUEST, EvidenceKind.CITATION, EvidenceKind.INVITED})


def _without_claimed(sent: Sent, match: Match, tied: Mapping[str, Sequence[Sent]]) -> Match:
    words = sum(one.weight for one in match.evidence if one.kind is EvidenceKind.WORDING)
    others = [one for one in tied.get(match.item.id, ()) if one.item != sent.item]
    if words < 0.2 or not others or any(one.kind in _TIES for one in match.evidence):
        return match
    return Match(match.item, (*match.evidence, Evidence(EvidenceKind.AWAITED_ELSEWHERE, -words)))


def _is_off(sent: Sent, item: Item) -> bool:
    """Whether it comes up at quite another time than asked. What has no words of its own may be just what the item's other requests
    are about; but not then."""
    day = sent.due.date if sent.due else None
    return day is not None and item.date is not None and abs((item.date - day).days) > NEAR_DUE_DAYS
