"""The start page: search, the three questions, the latest meetings, what waits, and how sure the evidence is."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.pages.forms import FormView, build_form
from api.pages.overview import Quality, count_nodes, measure_quality
from api.pages.rendering import Page, render
from api.pages.values import Link
from api.routes.dependencies import FreshStore, PageTexts, PageUrls, Today, gate
from api.texts import Texts
from api.urls import Urls
from graph.movement import Status
from queries import catalogue, run
from queries.follow_up import FollowUpRow
from queries.meetings import MeetingRow
from queries.topics import TopicRow

router = APIRouter(include_in_schema=False)

THREE = ("trace", "never-attended", "presenters")
_MEETINGS_SHOWN = 6
_TOPICS_SHOWN = 5
_WAITING_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Card:
    """One of the three questions with its form, filled with what the store has most to say about."""

    name: str
    form: FormView


@dataclass(frozen=True, slots=True)
class StartView:
    examples: tuple[Link, ...]
    counts: tuple[tuple[str, int], ...]
    cards: tuple[Card, ...]
    meetings: tuple[MeetingRow, ...]
    topics: tuple[TopicRow, ...]
    waiting: tuple[FollowUpRow, ...]
    """The most urgent of what was sent on and not answered, of `waiting_total`."""
    waiting_total: int
    quality: Quality

    @property
    def has_documents(self) -> bool:
        return dict(self.counts).get("Document", 0) > 0


@router.get("/")
def start_page(request: Request, store: FreshStore, today: Today, texts: PageTexts, urls: PageUrls) -> HTMLResponse:
    kept, version = gate(request), store.version()
    meetings: list[MeetingRow] = kept.once("meetings", version, lambda: run(store, "meetings", {}, today).rows)
    topics: list[TopicRow] = kept.once("topics", version, lambda: run(store, "topics", {}, today).rows)
    waiting: list[FollowUpRow] = kept.once(
        "waiting",
        f"{version} {today}",
        lambda: [row for row in run(store, "follow-up", {}, today).rows if row.status in (Status.OPEN, Status.OVERDUE)],
    )
    # The forum whose minutes the store has most of has most to say about attendance.
    recorded = [row.meeting.forum for row in meetings if row.meeting.recorded]
    shorts = [forum.short for forum in recorded]
    forum = max(dict.fromkeys(shorts), key=shorts.count, default=None)
    # And of the issues that moved, the one that came up most often; failing that, any that came up.
    moved = [row for row in topics if len(row.forums) > 1] or topics
    topic = max(moved, key=lambda row: row.items).topic.short if moved else None
    given = {"topic": topic or "", "forum": forum or ""}
    view = StartView(
        examples=tuple(_examples(topic, forum, texts, urls)),
        counts=kept.once("counts", version, lambda: tuple(count_nodes(store).items())),
        cards=tuple(Card(name, _short_form(name, given, store, texts)) for name in THREE),
        meetings=tuple(row for row in meetings if row.meeting.date is not None)[:_MEETINGS_SHOWN],
        topics=tuple(row for row in topics if len(row.forums) > 1)[:_TOPICS_SHOWN],
        waiting=tuple(waiting[:_WAITING_SHOWN]),
        waiting_total=len(waiting),
        quality=kept.once("quality", version, lambda: measure_quality(store)),
    )
    return render(request, "start.html", Page(texts("site.tagline"), "start"), view)


def _short_form(name: str, given: dict[str, str], store: FreshStore, texts: Texts) -> FormView:
    """Required fields only: the whole form stands on the question's own page."""
    form = build_form(catalogue()[name], given, store, texts)
    return FormView(form.query, tuple(field for field in form.fields if field.required), compact=True)


def _examples(topic: str | None, forum: str | None, texts: Texts, urls: Urls) -> list[Link]:
    """Questions that this store can answer."""
    examples = []
    if topic is not None:
        examples.append(Link(texts("example.trace", topic=topic), urls.question("trace", {"topic": topic})))
    if forum is not None:
        examples.append(Link(texts("example.never-attended", forum=forum), urls.question("never-attended", {"forum": forum})))
    if topic is not None:
        examples.append(Link(texts("example.presenters", topic=topic), urls.question("presenters", {"topic": topic})))
    if forum is not None:
        examples.append(Link(texts("example.follow-up"), urls.question("follow-up", {"status": "overdue"})))
    return examples
