"""What was sent on and what answers it, in rounds of statements that the questions which follow it share.

Four rounds: what was sent; the agenda items that may answer; their sentences that tell of something reported back; where the answers
stand. The matching itself is `graph.movement`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.movement import Archive, Item, Match, Sent, Standing, find_answers, judge, matches_until, weigh_claims
from graph.names import squash
from graph.stores.store import Row, Statement
from queries.catalogue import Rows
from queries.parts import read_statements
from queries.sendings import Sending, build_held, build_sendings, forum_of, lists

_STATEMENTS = read_statements("following.cypher")
_THERE = ("candidates", "decided", "topicsThere", "reportsThere", "presentersThere", "citedThere")
_MAX_SHOWN = 3
"""More possible answers than this help nobody."""


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
    forums = sorted({id_ for row in sent for id_ in (row["forum"], forum_of(row)) if id_})
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
    decided = lists(rows["decided"], "text")
    topics, reports = lists(rows["topicsThere"], "topic"), lists(rows["reportsThere"], "report")
    people, bodies = lists(rows["presentersThere"], "official"), lists(rows["presentersThere"], "body")
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


def _above(number: str | None) -> str | None:
    """The number of the item that this is part of: "6" of "6a", "4" of "4.2"."""
    match = re.fullmatch(r"(.*\d)\s*[a-zåäö]|(.+)\.\d+", number or "", re.IGNORECASE)
    return (match[1] or match[2]) if match else None
