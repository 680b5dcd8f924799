"""What was sent on, taken together from the relationships of the graph: each thing once, with its words, its day and its targets."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from graph.chains import LATE_DAYS
from graph.movement import EvidenceKind, Held, Kind, Sent, content_words, is_same_request, work_out_due
from graph.names import fold, squash
from graph.schema import Label
from graph.stores.store import Row
from queries.parts import Body, MeetingRef, Target, body, meeting
from queries.sorting import swedish_key

_SENT_BACK = (Kind.RECOMMENDS, Kind.ASSIGNS, Kind.PETITIONS)
_NEAR_LETTERS = 250
"""A report back promised within so many letters after an assignment is of that assignment."""


@dataclass(frozen=True, slots=True)
class Sending:
    """One thing sent on, as rows and pages need it."""

    sent: Sent
    sender: Body
    to: Target
    written: str
    meeting: MeetingRef
    number: str | None
    title: str
    basis: Literal["stated", "inferred"]
    facts: tuple[Row, ...]
    order: tuple[Any, ...]


def build_sendings(rows: Mapping[str, Sequence[Row]]) -> list[Sending]:
    """What was sent on, each once: the relationships of one statement to many bodies, of several documents, and of running text
    that tells what an att-sats then says are one sending. In time order."""
    words = {row["id"]: row for row in rows["words"]}
    spelled: dict[tuple[str, str], str] = {}
    for row in rows["spelled"]:
        spelled.setdefault((row["id"], row["entity"]), squash(row["text"]))
    actors = {row["body"]: body(row, "body", row["label"]) for row in rows["actors"]}
    held: dict[str, list[Held]] = defaultdict(list)
    for one in build_held(rows):
        held[one.forum].append(one)
    topics, reports = lists(rows["originTopics"], "topic"), lists(rows["originReports"], "report")
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows["sent"]:
        groups.setdefault((row["item"], row["via"], row["kind"], *_where(row), fold(row["what"] or "")), []).append(row)
    by_item: dict[str, list[Sending]] = defaultdict(list)
    for key, group in groups.items():
        sending = _sending(key, group, words, spelled, held, topics, reports, actors)
        by_item[sending.sent.item].append(sending)
    whole = [one for of_item in by_item.values() for one in _with_reports_back(_each_once(of_item), words)]
    return _without_retold(sorted(whole, key=lambda one: one.order))


def _sending(
    key: tuple[Any, ...],
    group: Sequence[Row],
    words: Mapping[str, Row],
    spelled: Mapping[tuple[str, str], str],
    held: Mapping[str, Sequence[Held]],
    topics: Mapping[str, Sequence[str]],
    reports: Mapping[str, Sequence[str]],
    actors: Mapping[str, Body],
) -> Sending:
    first = next((row for row in group if row["label"] == Label.MEETING), group[0])
    members = {row["target"] if row["label"] != Label.MEETING else row["targetForum"]: _member(row) for row in group}
    to = Target(
        name=_written(first) if len(members) > 1 else _member(first).short,
        count=len(members),
        members=sorted(members.values(), key=lambda one: swedish_key(one.name)),
        meeting=_target_meeting(first),
    )
    kind = Kind(first["kind"])
    text = " ".join(squash(words[id_]["text"]) for id_ in first["passages"] or () if id_ in words)
    what = re.sub(r"^att\s+", "", squash(first["what"])) if first["what"] else _asked_for(kind, text)
    to_forum = forum_of(first)
    stated = first["targetDate"] or first["due"]
    names = _spellings(group, spelled)
    meetings = held.get(to_forum or first["forum"], ())
    due = work_out_due(kind, text, stated, first["date"], meetings, targets=names)
    start = min((words[id_]["start"] or 0 for id_ in first["passages"] or () if id_ in words), default=0)
    order = (first["date"] is None, first["date"] or dt.date.max, first["meeting"], first["position"] or 0, start, to.name, key)
    sent = Sent(
        id="|".join(map(str, key)),
        kind=kind,
        item=first["item"],
        forum=first["forum"],
        date=first["date"],
        targets=frozenset(members),
        to_forum=to_forum,
        title=first["title"] or "",
        what=what,
        due=due,
        meeting=first["meeting"],
        number=first["number"],
        topics=frozenset(topics.get(first["item"], ())),
        reports=frozenset(reports.get(first["item"], ())),
        here=_here(first, kind, text),
        agreed=agreed[0] if (agreed := _STANDS_BEHIND.search(text)) else None,
        names=frozenset(content_words(" ".join([*names, *(member.name for member in members.values())]))),
    )
    return Sending(
        sent=sent,
        sender=actors.get(first["actorId"]) or body(first, "forum", Label.FORUM),
        to=to,
        written=_written(first) if len(members) > 1 else _as_written(text, names) or _written(first),
        meeting=meeting(first),
        number=first["number"],
        title=first["title"] or first["item"],
        basis="inferred" if all(row["basis"] == "inferred" for row in group) else "stated",
        facts=tuple(group),
        order=order,
    )


_GIVEN_BEFORE = re.compile(r"\b(?:har|hade|haft)\s+(?:\w+\s+){0,2}?haft\s+(?:\w+\s+){0,2}?uppdrag", re.IGNORECASE)


def _here(row: Row, kind: Kind, text: str) -> EvidenceKind | None:
    """How it came up in the item, when it was not sent on by it: another body asks this forum for it, or had it given before."""
    if kind in _SENT_BACK and row["actorId"] not in (None, row["forum"]) and forum_of(row) == row["forum"]:
        return EvidenceKind.RECEIVED
    if kind is Kind.ASSIGNS and row["via"] == row["item"] and _GIVEN_BEFORE.search(text):
        return EvidenceKind.REPORTED_HERE
    return None


def _without_retold(sendings: Sequence[Sending]) -> list[Sending]:
    """Without what minutes tell of as received, where those of the sender tell of it as sent: the one that sent it counts."""
    sent: dict[tuple[str, Kind, str | None], list[Sending]] = defaultdict(list)
    for one in sendings:
        if one.sent.here is None:
            sent[one.sent.forum, one.sent.kind, one.sent.to_forum].append(one)
    retold: dict[str, set[str]] = defaultdict(set)
    kept = []
    for one in sendings:
        there = sent[one.sender.id, one.sent.kind, one.sent.to_forum] if one.sent.here is EvidenceKind.RECEIVED else ()
        origins = [other for other in there if _is_retold(one.sent, other.sent)]
        if origins:
            retold[origins[-1].sent.id].add(one.sent.item)
        else:
            kept.append(one)
    return [
        replace(one, sent=replace(one.sent, retold_in=frozenset(retold[one.sent.id]))) if one.sent.id in retold else one
        for one in kept
    ]


def _is_retold(one: Sent, other: Sent) -> bool:
    """Whether `one`, received from the forum of `other`, is what `other` sent."""
    if one.date is None or other.date is None or not 0 < (one.date - other.date).days <= LATE_DAYS:
        return False
    return is_same_request(one.what, other.what, told=True)


def _spellings(group: Sequence[Row], spelled: Mapping[tuple[str, str], str]) -> list[str]:
    """What the words may call the body that it was sent to, the longest first."""
    names = {spelled[id_, row["target"]] for row in group for id_ in row["passages"] or () if (id_, row["target"]) in spelled}
    for row in group:
        for column in ("targetForum", "target") if row["targetForum"] else ("target",):
            names |= {*(row[f"{column}Aliases"] or ()), row[f"{column}Name"], row[f"{column}Short"], row["written"]} - {None}
    return sorted(map(squash, names), key=lambda name: (-len(name), name))


def _as_written(text: str, names: Sequence[str]) -> str | None:
    """The longest of the names as it stands in the words, ending and all; None when none of them does."""
    lower = text.lower()
    there = (name for name in names if name.lower() in lower)  # sparing a pattern for every name that is not
    found = (re.search(rf"(?<!\w){re.escape(name)}\w{{0,3}}(?!\w)", text, re.IGNORECASE) for name in there)
    return next((match.group(0) for match in found if match), None)


def _where(row: Row) -> tuple[Any, ...]:
    """Bodies named together are one target; so are a forum and a meeting of that forum on a day."""
    if row["label"] == Label.MUNICIPALITY and row["written"]:
        return "together", fold(row["written"])
    return forum_of(row) or row["target"], row["targetDate"] or row["due"]


def forum_of(row: Row) -> str | None:
    """The forum that it was sent to, by itself or by a meeting of it; None when it was sent to another body."""
    if row["label"] == Label.FORUM:
        return str(row["target"])
    return str(row["targetForum"]) if row["label"] == Label.MEETING and row["targetForum"] else None


def _member(row: Row) -> Body:
    if row["label"] == Label.MEETING and row["targetForum"]:
        return body(row, "targetForum", Label.FORUM)
    return body(row, "target", row["label"])


def _written(row: Row) -> str:
    return squash(str(row["written"] or row["targetForumName"] or row["targetName"]))


def _target_meeting(row: Row) -> MeetingRef | None:
    if row["label"] != Label.MEETING or not row["targetForum"]:
        return None
    return MeetingRef(
        id=row["target"],
        name=row["targetName"] or row["target"],
        date=row["targetDate"],
        forum=body(row, "targetForum", Label.FORUM),
        recorded=bool(row["targetRecorded"]),
    )


_ATT = re.compile(r"\batt\s+(?=\w)", re.IGNORECASE)


def _asked_for(kind: Kind, text: str) -> str | None:
    """The att-clause of a sentence that asks for something; referrals and report-backs ask for nothing of their own."""
    if kind in (Kind.REFERRED_TO, Kind.REPORTS_BACK_TO):
        return None
    clauses = _ATT.split(text)
    asked = clauses[-1].rstrip(".") if len(clauses) > 1 else ""
    # "… rekommenderar rådet att besluta" above the att-satser: what to decide stands in these.
    return None if re.fullmatch(r"\W*(?:beslut\w*\W*)?", asked) else asked


_STANDS_BEHIND = re.compile(r"\b(?:ställ(?:er|de|t)\s+sig\s+bakom|bif(?:aller|öll|allit))\b", re.IGNORECASE)


def _each_once(sendings: Sequence[Sending]) -> list[Sending]:
    """Without what running text tells of an att-sats of the same item, and without what it says twice."""
    kept: list[Sending] = []
    for one in sorted(sendings, key=lambda s: (s.facts[0]["via"] == s.sent.item, s.order)):
        told = one.facts[0]["via"] == one.sent.item
        for i, other in enumerate(kept):
            same = (one.sent.kind, one.sent.targets, one.sent.to_forum) == (
                other.sent.kind,
                other.sent.targets,
                other.sent.to_forum,
            )
            decided = other.facts[0]["via"] != other.sent.item
            if not told or not same or one.to.meeting != other.to.meeting:
                continue
            if is_same_request(one.sent.what, other.sent.what, told=decided):
                due = other.sent.due or one.sent.due
                kept[i] = replace(other, sent=replace(other.sent, due=due), facts=(*other.facts, *one.facts))
                break
        else:
            kept.append(one)
    return kept


_OF_KIND = {
    Kind.ASSIGNS: re.compile(r"\buppdrag(?:et|en)\b", re.IGNORECASE),
    Kind.RECOMMENDS: re.compile(r"\brekommendation(?:en|erna)\b", re.IGNORECASE),
    Kind.PETITIONS: re.compile(r"\bskrivelse(?:n|rna)\b", re.IGNORECASE),
}


def _with_reports_back(sendings: Sequence[Sending], words: Mapping[str, Row]) -> list[Sending]:
    """A report back promised right after a request, in its words, or of it by its kind ("uppdraget"; the only assignment of the item)
    says when and where that one is to be answered."""
    whole = list(sendings)
    for back in sendings:
        if back.sent.kind is not Kind.REPORTS_BACK_TO:
            continue
        gaps = {
            i: gap for i, one in enumerate(whole) if one.sent.kind in _SENT_BACK and (gap := _gap(one, back, words)) is not None
        }
        nearest = min(gaps.values(), default=0)
        said = " ".join(words[id_]["text"] for row in back.facts for id_ in row["passages"] or () if id_ in words)
        named = {
            i
            for kind, pattern in _OF_KIND.items()
            if pattern.search(said)
            if len(of_kind := [i for i, one in enumerate(whole) if one.sent.kind is kind]) == 1
            for i in of_kind
        }
        meant = named or {i for i, gap in gaps.items() if gap == nearest}
        asked = {one.sent.what for i, one in enumerate(sendings) if (i in meant if named else one.sent.kind in _SENT_BACK)}
        at = whole.index(back)
        whole[at] = replace(back, sent=replace(back.sent, about=asked.pop() if len(asked) == 1 else None))
        for i in meant:
            one = whole[i]
            if one.sent.back_to is None:
                due = one.sent.due if one.sent.due and one.sent.due.date else back.sent.due
                sent = replace(one.sent, due=due, back_to=back.sent.to_forum)
                whole[i] = replace(one, sent=sent, facts=(*one.facts, *back.facts))
    return whole


def _gap(one: Sending, back: Sending, words: Mapping[str, Row]) -> int | None:
    """How many letters after the request the report back is promised; None when it belongs to something else."""
    ours = [words[id_] for row in one.facts for id_ in row["passages"] or () if id_ in words]
    theirs = [words[id_] for row in back.facts for id_ in row["passages"] or () if id_ in words]
    gaps = [b["start"] - a["end"] for a in ours for b in theirs if a["document"] == b["document"] and b["end"] >= a["end"]]
    fitting = [max(0, gap) for gap in gaps if gap <= _NEAR_LETTERS]
    return min(fitting, default=None)


def build_held(rows: Mapping[str, Sequence[Row]]) -> list[Held]:
    """The meetings that are known, for matching."""
    return [Held(row["meeting"], row["forum"], row["date"], bool(row["recorded"])) for row in rows["held"]]


def lists(rows: Iterable[Row], column: str) -> dict[str, list[str]]:
    """The values of a column by item, without those that are absent."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row[column] is not None:
            found[row["item"]].append(row[column])
    return found
