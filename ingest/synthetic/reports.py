"""Yearly reports: no meeting of their own, but tables of what was dealt with where and when."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from ingest.synthetic.content import FILLER, filler
from ingest.synthetic.desk import Desk, Json
from ingest.synthetic.pools import KNOWN_BODIES, MATTERS, Body
from ingest.synthetic.sheet import Piece, Runs, flat, joined, styled, tagged
from ingest.synthetic.wording import MONTHS, SHORT_MONTHS, lower_initial

LABELS = ("information", "beslut", "workshop", "rapport", "dialog")
DateForm = Callable[[dt.date], str]


def _ordinal(date: dt.date) -> str:
    """7e feb, 21a nov"""
    return f"{date.day}{'a' if date.day % 10 in (1, 2) and date.day not in (11, 12) else 'e'} {SHORT_MONTHS[date.month - 1]}"


DATE_FORMS: dict[str, DateForm] = {
    "day and month": lambda d: f"{d.day} {MONTHS[d.month - 1]}",
    "short month": lambda d: f"{d.day} {SHORT_MONTHS[d.month - 1]}",
    "ordinal": _ordinal,
    "slash": lambda d: f"{d.day}/{d.month}",
    "full": lambda d: d.isoformat(),
}


def write_report(desk: Desk, year: int) -> list[Json]:
    """A yearly report on the work of one county's known forums; gives the meetings its table tells of."""
    rng = desk.rng
    matter = rng.choice(MATTERS)
    desk.heading(f"Årsrapport {year} – {lower_initial(matter.name)}", level=1)
    written = dt.date(year + 1, rng.randint(1, 5), rng.randint(1, 28))
    desk.document["date"] = written.isoformat()
    if rng.random() < 0.6:
        number = f"{year + 1}-{rng.randint(20, 4000):05}"
        desk.document["diaryNumber"] = number
        desk.para(f"Diarienummer: {number}")
    desk.line(f"Datum: {written.isoformat()}")
    desk.heading("1 Inledning", level=2)
    desk.para(filler(desk, 2, 4))
    if matter.short:
        desk.para("Rapporten rör ", desk.abbreviate(matter.short, lower_initial(matter.name)), ". ", filler(desk, 1, 1))
    desk.heading("2 Arbetet under året", level=2)
    desk.para(filler(desk, 3, 5))
    _activities(desk, year)
    desk.heading("3 Ärenden i samverkansstrukturen" if rng.random() < 0.5 else f"Bilaga 1. Behandlade ärenden {year}", level=2)
    bodies = [body for body in KNOWN_BODIES if body.region == desk.body.region]
    desk.para("Ärenden som behandlats i ", joined([_named(desk, body) for body in bodies], " och "), f" under {year}.")
    meetings = _matters(desk, bodies, year)
    desk.heading("4 Vägen framåt", level=2)
    desk.para(filler(desk, 2, 3))
    return meetings


def _named(desk: Desk, body: Body) -> Runs:
    """Name and abbreviation, which are so introduced."""
    return desk.abbreviate(body.abbreviation or "", body.name)


def _activities(desk: Desk, year: int) -> None:
    """A table of activities, which are no meetings of a forum."""
    rng = desk.rng
    rows: list[list[Piece]] = [["Aktivitet", "När", "Målgrupp och syfte"]]
    for name in rng.sample(("Inspirationsdag", "Webbinarium", "Utbildningsdag", "Studiebesök", "Frukostseminarium"), 3):
        when = rng.choice(
            (f"{rng.randint(1, 28)}/{rng.randint(1, 12)}", "2 gånger per termin", "våren", f"vecka {rng.randint(4, 48)}")
        )
        rows.append([name, when, rng.choice(FILLER)])
    desk.para(f"Aktiviteter under {year}", bold=True)
    desk.table(rows)


def _matters(desk: Desk, bodies: list[Body], year: int) -> list[Json]:
    rng = desk.rng
    form = DATE_FORMS[rng.choice(list(DATE_FORMS))]
    repeat = rng.random() < 0.4
    italic_label = rng.random() < 0.5
    header = rng.choice((["Forum", "När", "Ärende"], ["Forum", "Datum", "Ärende"], ["Möte", "Datum", "Fråga"]))
    rows: list[list[Piece]] = [list(header)]
    meetings: list[Json] = []
    for body in bodies:
        days = sorted(rng.sample(range(1, 12), rng.randint(2, 3)))
        for n, month in enumerate(days):
            date = dt.date(year, month, rng.randint(1, 28))
            span = desk.new_tag()
            meeting: Json = {
                "forum": body.short, "forumAsWritten": body.abbreviation, "date": date.isoformat(), "items": [], "span": span,
            }  # fmt: skip
            for k, matter in enumerate(rng.sample(MATTERS, rng.choice((1, 1, 2)))):
                label, title = rng.choice(LABELS), desk.new_tag()
                first = k == 0
                words = flat([f"{label.capitalize()}: "])
                item: Json = {
                    "number": None,
                    "title": "",
                    "labels": [label],
                    "titleSpan": title,
                    "span": title,
                    "topics": [matter.name],
                }
                meeting["items"].append(item)
                cell: Runs = joined([styled(words, italic=italic_label), tagged(title, matter.name)], "")
                forum: Piece = body.abbreviation or body.name if repeat or (n == 0 and first) else ""
                when: Piece = tagged(span, form(date)) if first else form(date) if repeat else ""
                rows.append([forum, when, cell])
            meetings.append(meeting)
    desk.table(rows)
    return meetings


def choose_region(rng: random.Random) -> Body:
    """The body whose county the report is about: one the lexicon knows."""
    return rng.choice(KNOWN_BODIES)
