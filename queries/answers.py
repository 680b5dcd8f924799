"""What answers a sending, or may, as the rows of the questions show it: where it stands, why it is taken for the answer, and its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.movement import Due, Evidence, EvidenceKind, Match
from graph.stores.store import Row
from queries.catalogue import AnswerModel, Source
from queries.parts import Arrival, Body, MeetingRef, Sources, meeting, merged
from queries.sendings import Sending


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
