"""What was sent on, taken together from the relationships of the graph, and what answers it. Shared by the questions that follow it.

Three rounds of statements: what was sent; the agenda items that may answer; the words of those that do. The matching itself
is `graph.movement`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from graph.chains import LATE_DAYS
from graph.movement import (
    Archive,
    Due,
    Evidence,
    EvidenceKind,
    Held,
    Item,
    Kind,
    Match,
    Sent,
    Standing,
    content_words,
    find_answers,
    is_same_request,
    judge,
    matches_until,
    weigh_claims,
    work_out_due,
)
from graph.names import fold, squash
from graph.schema import Label
from graph.stores.store import Row, Statement
from queries.catalogue import AnswerModel, Rows, Source
from queries.parts import Arrival, Body, MeetingRef, Sources, Target, body, meeting, merged, read_statements
from queries.sorting import swedish_key

_STATEMENTS = read_statements("sendings.cypher")
_THERE = ("candidates", "decided", "topicsThere", "reportsThere", "presentersThere", "citedThere")
_SENT_BACK = (Kind.RECOMMENDS, Kind.ASSIGNS, Kind.PETITIONS)
_MAX_SHOWN = 3
"""More possible answers than this help nobody."""
_NEAR_LETTERS = 250
"""A report back promised within so many letters after an assignment is of that assignment."""


class AnswerReason(AnswerModel):
    """One reason for (or, with a negative weight, against) taking an item for the answer. `kind` as in graph.movement."""

    kind: str
    weight: float
    text: str
    text_en: str


class AnswerItem(AnswerModel):
    """An item that answers, or may. `score` is the sum of the reasons' weights, at most 0.99; `days` after it was sent on."""

    item: str
    number: str | None
    title: str
    meeting: MeetingRef
    days: int | None
    score: float
    reasons: list[AnswerReason]
    sources: list[Source]


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


@dataclass(frozen=True, slots=True)
class Followed:
    """A sending with what is known of its answer on a day."""

    sending: Sending
    matches: tuple[Match, ...]
    standing: Standing

    @property
    def answer(self) -> Match | None:
        return next((one for one in self.matches if one.is_answer), None)

    @property
    def possible(self) -> tuple[Match, ...]:
        return tuple(one for one in self.matches if not one.is_answer)[:_MAX_SHOWN]


# --- statements ----------------------------------------------------------------------------------------------------


def sent_statements(*, forum: str | None = None, topic: str | None = None, until: dt.date | None = None) -> dict[str, Statement]:
    """First round: what was sent on at meetings of a forum, in items of a topic, until a day; and what is known of meetings."""
    return {
        "sent": Statement(_STATEMENTS["sent"], {"forum": forum, "topic": topic, "until": until}),
        "held": Statement(_STATEMENTS["held"], {"until": until}),
    }


def candidate_statements(rows: Mapping[str, Sequence[Row]], parameters: Mapping[str, Any]) -> dict[str, Statement]:
    """Second round: the words of what was sent, and the later items of every forum that may answer."""
    until = parameters.get("date")
    sent = rows["sent"]
    passages = sorted({id_ for row in sent for id_ in row["passages"] or ()})
    items = sorted({row["item"] for row in sent})
    forums = sorted({id_ for row in sent for id_ in (row["forum"], _forum_of(row)) if id_})
    since = min((row["date"] for row in sent if row["date"]), default=dt.date.max)
    there = {"forums": forums, "since": since, "until": until}
    return {
        "breadth": Statement(_STATEMENTS["breadth"], {}),
        "words": Statement(_STATEMENTS["words"], {"ids": passages}),
        "actors": Statement(_STATEMENTS["actors"], {"ids": sorted({row["actorId"] for row in sent if row["actorId"]})}),
        "spelled": Statement(_STATEMENTS["spelled"], {"ids": passages}),
        "originTopics": Statement(_STATEMENTS["originTopics"], {"items": items}),
        "originReports": Statement(_STATEMENTS["originReports"], {"items": items}),
        **{name: Statement(_STATEMENTS[name], there) for name in _THERE},
    }


def told_statements(rows: Mapping[str, Sequence[Row]], parameters: Mapping[str, Any]) -> dict[str, Statement]:
    """Third round: the sentences of those items that tell of something reported back or decided before."""
    ids = sorted({id_ for row in rows["candidates"] for id_ in row["told"] or ()})
    return {"toldThere": Statement(_STATEMENTS["toldThere"], {"ids": ids})}


def answer_statements(rows: Mapping[str, Sequence[Row]], parameters: Mapping[str, Any]) -> dict[str, Statement]:
    """Fourth round: where the answers stand."""
    found = {match.item.id for _, matches in _matched(rows)[1] for match in matches[: _MAX_SHOWN + 1]}
    items = {"items": sorted(found)}
    return {name: Statement(_STATEMENTS[name], items) for name in ("answering", "answeringDecisions")}


ROUNDS = (candidate_statements, told_statements, answer_statements)
"""What a question that looks for answers asks after `sent_statements`."""


def words_statements(rows: Mapping[str, Sequence[Row]], parameters: Mapping[str, Any]) -> dict[str, Statement]:
    """Second round of a question that needs the sendings alone."""
    return {
        name: candidate_statements(rows, parameters)[name]
        for name in ("words", "actors", "spelled", "originTopics", "originReports")
    }


# --- assembling ----------------------------------------------------------------------------------------------------


def follow(rows: Mapping[str, Sequence[Row]], today: dt.date) -> list[Followed]:
    """Every sending of the rows with its matches and where it stands on the day `today`, in time order."""
    archive, matched = _matched(rows)
    followed = []
    for sending, matches in matched:
        known = matches_until(sending.sent, matches, today)
        followed.append(Followed(sending, tuple(known), judge(sending.sent, known, archive, today)))
    return followed


def _matched(rows: Mapping[str, Sequence[Row]]) -> tuple[Archive, list[tuple[Sending, list[Match]]]]:
    """The sendings, each with all that may answer it. The round that asks where the answers stand and the answer share them."""
    return rows.once(_match) if isinstance(rows, Rows) else _match(rows)


def _match(rows: Mapping[str, Sequence[Row]]) -> tuple[Archive, list[tuple[Sending, list[Match]]]]:
    archive = build_archive(rows)
    sendings = build_sendings(rows)
    by_item: dict[str, list[Sent]] = defaultdict(list)
    for sending in sendings:
        by_item[sending.sent.item].append(sending.sent)
    found = [(one.sent, find_answers(one.sent, archive, by_item[one.sent.item])) for one in sendings]
    return archive, [(sending, matches) for sending, (_, matches) in zip(sendings, weigh_claims(found), strict=True)]


def build_archive(rows: Mapping[str, Sequence[Row]]) -> Archive:
    """The items and meetings of the rows, for matching."""
    texts = {row["id"]: squash(row["text"] or "") for row in rows.get("toldThere", ())}
    decided = _lists(rows["decided"], "text")
    topics, reports = _lists(rows["topicsThere"], "topic"), _lists(rows["reportsThere"], "report")
    people, bodies = _lists(rows["presentersThere"], "official"), _lists(rows["presentersThere"], "body")
    cited: dict[str, set[tuple[str, str | None]]] = defaultdict(set)
    for row in rows["citedThere"]:
        cited[row["item"]].add((row["cited"], row["paragraph"]))
    headings = {(row["meeting"], row["number"]): row["title"] or "" for row in rows["candidates"] if row["number"]}
    items = []
    for row in rows["candidates"]:
        id_ = row["item"]
        told = [texts.get(one, "") for one in row["told"] or ()]
        above = _above(row["number"])
        items.append(
            Item(
                id=id_,
                forum=row["forum"],
                meeting=row["meeting"],
                date=row["date"],
                title=row["title"] or "",
                number=row["number"],
                position=row["position"] or 0,
                labels=", ".join(row["labels"] or ()),
                text="\n".join(part for part in (row["summary"] or "", *told, *decided.get(id_, ())) if part),
                decided="\n".join(decided.get(id_, ())),
                heading=headings.get((row["meeting"], above), "") if above else "",
                topics=frozenset(topics.get(id_, ())),
                reports=frozenset(reports.get(id_, ())),
                presenters=frozenset(people.get(id_, ())),
                presenting=frozenset(bodies.get(id_, ())),
                cites=frozenset(cited.get(id_, ())),
            )
        )
    return Archive(items, build_held(rows), {row["topic"]: row["items"] for row in rows["breadth"]})


def build_held(rows: Mapping[str, Sequence[Row]]) -> list[Held]:
    return [Held(row["meeting"], row["forum"], row["date"], bool(row["recorded"])) for row in rows["held"]]


def _lists(rows: Iterable[Row], column: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row[column] is not None:
            found[row["item"]].append(row[column])
    return found


def _above(number: str | None) -> str | None:
    """The number of the item that this is part of: "6" of "6a", "4" of "4.2"."""
    match = re.fullmatch(r"(.*\d)\s*[a-zåäö]|(.+)\.\d+", number or "", re.IGNORECASE)
    return (match[1] or match[2]) if match else None


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
    topics, reports = _lists(rows["originTopics"], "topic"), _lists(rows["originReports"], "report")
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
    to_forum = _forum_of(first)
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
    if kind in _SENT_BACK and row["actorId"] not in (None, row["forum"]) and _forum_of(row) == row["forum"]:
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
    return _forum_of(row) or row["target"], row["targetDate"] or row["due"]


def _forum_of(row: Row) -> str | None:
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


# --- rows ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shower:
    """Turns matches into what rows show. `rows` are all results of the question."""

    evidence: Sources
    items: Mapping[str, Row]
    facts: Mapping[str, Sequence[Row]]
    topics: Mapping[str, str]
    meetings: Mapping[str, MeetingRef]
    forums: Mapping[str, Body]

    @staticmethod
    def of(rows: Mapping[str, Sequence[Row]]) -> Shower:
        facts: dict[str, list[Row]] = defaultdict(list)
        for name in ("answering", "answeringDecisions"):
            for row in rows.get(name, ()):
                facts[row["item"]].append(row)
        meetings = {row["meeting"]: meeting(row) for row in rows["held"]}
        return Shower(
            evidence=Sources(rows),
            items={row["item"]: row for row in rows["candidates"]},
            facts=facts,
            topics={row["topic"]: row["topicShort"] or row["topicName"] for row in rows["breadth"]},
            meetings=meetings,
            forums={one.forum.id: one.forum for one in meetings.values()},
        )

    def sources(self, sending: Sending) -> list[Source]:
        return self.evidence.of(*sending.facts)

    def answer(self, match: Match, sending: Sending) -> AnswerItem:
        row = self.items[match.item.id]
        days = (match.item.date - sending.sent.date).days if match.item.date and sending.sent.date else None
        return AnswerItem(
            item=match.item.id,
            number=match.item.number,
            title=match.item.title or match.item.id,
            meeting=meeting(row),
            days=days,
            score=match.score,
            reasons=[self._reason(one, match, sending) for one in match.evidence],
            sources=merged(self.evidence.of(*self.facts.get(match.item.id, ()))),
        )

    def arrival(self, match: Match, sending: Sending) -> Arrival:
        """The answer as a place to go to, without its reasons."""
        days = (match.item.date - sending.sent.date).days if match.item.date and sending.sent.date else None
        where = meeting(self.items[match.item.id])
        return Arrival(
            item=match.item.id, number=match.item.number, title=match.item.title or match.item.id, meeting=where, days=days
        )

    def _reason(self, one: Evidence, match: Match, sending: Sending) -> AnswerReason:
        swedish, english = _REASONS[one.kind]
        detail = one.detail or ""
        values = {
            "detail": self.topics.get(detail, detail),
            "forum": meeting(self.items[match.item.id]).forum.short,
            "sender": sending.meeting.forum.short,
            "meeting": self.meetings[detail].name if detail in self.meetings else sending.meeting.name,
            "to": sending.to.name,
        }
        return AnswerReason(
            kind=one.kind.value, weight=one.weight, text=swedish.format(**values), text_en=english.format(**values)
        )


_REASONS: Mapping[EvidenceKind, tuple[str, str]] = {
    EvidenceKind.TOPIC: ("samma ärende: {detail}", "the same issue: {detail}"),
    EvidenceKind.BROAD_TOPIC: ("samma område, men det är brett: {detail}", "the same field, but a broad one: {detail}"),
    EvidenceKind.REQUEST: ("orden i det som begärdes kommer igen: {detail}", "the words of the request come back: {detail}"),
    EvidenceKind.TITLE: ("liknande rubrik: {detail}", "a similar title: {detail}"),
    EvidenceKind.REPORT: ("samma rapport ligger på bordet", "the same report is on the table"),
    EvidenceKind.FORUM: ("det kommer upp i {forum}, dit det skickades", "it comes up in {forum}, where it was sent"),
    EvidenceKind.BACK_TO: ("det kommer upp i {forum}, dit återrapporten skulle", "it comes up in {forum}, where the report back was to go"),
    EvidenceKind.RECEIVED: ("det kom till {forum} i samma punkt", "it came to {forum} in the same item"),
    EvidenceKind.REPORTED_HERE: ("punkten redovisar det som något givet tidigare", "the item reports it as given before"),
    EvidenceKind.RETOLD: ("punkten säger att det skickats dit", "the item says that it was sent there"),
    EvidenceKind.SENDER: ("det kommer upp i {forum}, som frågade", "it comes up in {forum}, which asked"),
    EvidenceKind.ON_THE_DAY: ("på dagen: {detail}", "on the day: {detail}"),
    EvidenceKind.IN_TIME: ("i rätt tid, till {detail}", "in time for {detail}"),
    EvidenceKind.NEXT_MEETING: ("forumets nästa möte, {detail}", "the forum's next meeting, {detail}"),
    EvidenceKind.WORDING: ("orden ”{detail}”", "the words “{detail}”"),
    EvidenceKind.CITATION: ("hänvisar till {meeting}", "refers to {meeting}"),
    EvidenceKind.INVITED: ("den inbjudna föredrar", "the one invited presents"),
    EvidenceKind.NOT_INVITED: ("men den inbjudna står inte som föredragande", "but the one invited is not named as presenting"),
    EvidenceKind.PRESENTER: ("föredragande från {to}", "presented by {to}"),
    EvidenceKind.EARLY: ("men långt före {detail}", "but long before {detail}"),
    EvidenceKind.LATE: ("men {detail} dagar senare", "but {detail} days later"),
    EvidenceKind.OTHER_TOPIC: ("men det är ett annat ärende", "but it is another issue"),
    EvidenceKind.OTHER_REPORT: ("men det som redovisas är något annat (”{detail}”)", "but what it reports is something else (“{detail}”)"),
    EvidenceKind.IN_PART: ("men bara en del, eller inte klart än: ”{detail}”", "but only a part, or not done yet: “{detail}”"),
    EvidenceKind.AWAITED_ELSEWHERE: ("men återrapporten hör till något annat som skickats vidare", "but the report back belongs to something else that was sent on"),
    EvidenceKind.OTHER_REQUEST: ("men orden passar en annan begäran i samma punkt: {detail}", "but the words fit another request of the same item: {detail}"),
}  # fmt: skip


def due_in_words(due: Due | None) -> tuple[str, str] | None:
    """ "2024-09-19", "2024-09-19 (uträknat av ”nästa möte”)", "nästa möte"; Swedish and English."""
    if due is None:
        return None
    if due.date is None:
        return due.words or "", due.words or ""
    if due.basis == "stated":
        return due.date.isoformat(), due.date.isoformat()
    return f"{due.date} (uträknat av ”{due.words}”)", f"{due.date} (worked out from “{due.words}”)"


__all__ = [
    "ROUNDS",
    "AnswerItem",
    "AnswerReason",
    "Followed",
    "Sending",
    "Shower",
    "build_sendings",
    "due_in_words",
    "follow",
    "sent_statements",
    "words_statements",
]
