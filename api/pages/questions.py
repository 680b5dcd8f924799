"""The pages of the named questions: all of them, and for each its form and its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.pages.attendance import AttendanceView, build_attendance_view
from api.pages.files import as_csv
from api.pages.forms import FormView, build_form
from api.pages.overview import list_choices
from api.pages.paging import PARAMETER, first_row
from api.pages.presenters import PresentersView, build_presenters_view
from api.pages.rendering import Page, render
from api.pages.rows import TableView, build_table_view
from api.pages.trace import TraceView, build_trace_view
from api.pages.values import Link
from api.routes.dependencies import FreshStore, PageTexts, PageUrls, Today
from api.routes.questions import given_parameters
from api.texts import Texts
from api.urls import Urls, api_question
from queries import catalogue, run
from queries.asking import UnknownQueryError
from queries.catalogue import NamedQuery, ParameterKind
from queries.topics import TopicRow

router = APIRouter(include_in_schema=False)

_ENTRIES = {"trace": "trace", "never-attended": "never-attended", "attendance": "never-attended", "presenters": "presenters"}
"""Question -> its entry of the menu, of those that have one; the others belong to all questions."""


@dataclass(frozen=True, slots=True)
class QuestionsView:
    queries: tuple[tuple[NamedQuery, tuple[Link, ...]], ...]
    """Each question with its examples as links; the text of a link is what one types in the terminal."""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question's page. `answer` is None on the page of the form alone."""

    query: NamedQuery
    title: str
    description: str
    form: FormView
    choices: tuple[Link, ...] = ()
    """On the page of the form alone: the same question asked about what the store has most of."""
    answer: TraceView | AttendanceView | PresentersView | TableView | None = None
    csv_href: str | None = None
    json_href: str | None = None


def _entry(name: str) -> str:
    return _ENTRIES.get(name, "questions")


@router.get("/fraga")
def questions_page(request: Request, texts: PageTexts, urls: PageUrls) -> HTMLResponse:
    view = QuestionsView(
        tuple(
            (query, tuple(Link(_command(query.name, example), urls.question(query.name, example)) for example in query.examples))
            for query in catalogue().values()
        )
    )
    return render(request, "questions.html", Page(texts("questions.title"), "questions"), view)


def _command(name: str, example: Mapping[str, str]) -> str:
    options = " ".join(f"--{key} {value}" for key, value in example.items())
    return f"arendegang ask {name} {options}".strip()


@router.get("/fraga/{name}")
def question_page(name: str, request: Request, store: FreshStore, today: Today, texts: PageTexts, urls: PageUrls) -> HTMLResponse:
    """The form alone when a parameter that the question needs is not given, else the answer with the form beside it."""
    query = _query(name)
    asked = dict(given_parameters(request))
    first = first_row(asked.pop(PARAMETER, None))
    given = {key: value.strip() for key, value in asked.items() if value.strip()}
    form = build_form(query, given, store, texts)
    english = texts.language == "en"
    title, description = (query.title_en, query.description_en) if english else (query.title, query.description)
    if any(one.required and one.name not in given for one in query.parameters):
        # A page with a form is no error; a parameter that the question does not know still is.
        unknown = [key for key in given if key not in {one.name for one in query.parameters}]
        if unknown:
            run(store, name, given, today)
        view = QuestionView(query, title, description, form, choices=tuple(_choices(query, store, today, urls)))
        return render(request, "question.html", Page(title, _entry(name)), view)
    view = QuestionView(
        query,
        title,
        description,
        form,
        answer=_answer(query, given, first, store, today, texts, urls),
        csv_href=urls.question_file(name, given),
        json_href=api_question(name, given),
    )
    return render(request, _TEMPLATES.get(name, "answer_table.html"), Page(_tab_title(view, title), _entry(name)), view)


def _choices(query: NamedQuery, store: FreshStore, today: Today, urls: Urls) -> list[Link]:
    """For a question about one issue those that moved or came up most; about one forum all of them."""
    wanted = next((one for one in query.parameters if one.required), None)
    if wanted is None:
        return []
    if wanted.kind is ParameterKind.TOPIC:
        rows: list[TopicRow] = run(store, "topics", {}, today).rows
        return [Link(row.topic.name, urls.question(query.name, {wanted.name: row.topic.id})) for row in rows[:_CHOICES_SHOWN]]
    if wanted.kind is ParameterKind.FORUM:
        forums = list_choices(store, "Forum")[: 2 * _CHOICES_SHOWN]
        return [Link(one.name, urls.question(query.name, {wanted.name: one.id})) for one in forums]
    return []


_CHOICES_SHOWN = 10
_TEMPLATES = {
    "trace": "answer_trace.html",
    "never-attended": "answer_attendance.html",
    "attendance": "answer_attendance.html",
    "presenters": "answer_presenters.html",
}


def _answer(
    query: NamedQuery, given: Mapping[str, str], first: int, store: FreshStore, today: Today, texts: Texts, urls: Urls
) -> TraceView | AttendanceView | PresentersView | TableView:
    answer = run(store, query.name, given, today)
    match query.name:
        case "trace":
            return build_trace_view(answer, texts, urls, today)
        case "never-attended":
            return build_attendance_view(answer, run(store, "attendance", given, today), texts)
        case "attendance":
            return build_attendance_view(answer, answer, texts)
        case "presenters":
            return build_presenters_view(answer, texts, today)
    return build_table_view(query, answer, texts, urls, given, first)


def _tab_title(view: QuestionView, title: str) -> str:
    named = [value["name"] for value in view.answer.answer.parameters.values() if isinstance(value, dict)] if view.answer else []
    return f"{title}: {', '.join(named)}" if named else title


@router.get("/fraga/{name}/csv")
def question_file(name: str, request: Request, store: FreshStore, today: Today, texts: PageTexts, urls: PageUrls) -> Response:
    query = _query(name)
    answer = run(store, name, given_parameters(request), today)
    # The mark at the beginning tells Excel that the file is UTF-8.
    text = "\ufeff" + as_csv(query, answer, texts, urls)
    headers = {"content-disposition": f'attachment; filename="{query.name}.csv"'}
    return Response(text, media_type="text/csv; charset=utf-8", headers=headers)


def _query(name: str) -> NamedQuery:
    query = catalogue().get(name)
    if query is None:
        raise UnknownQueryError(name)
    return query
